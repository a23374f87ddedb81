"""What an audit of ``seeds/`` finds depends neither on the order of the articles nor on others beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.assertions.model import Article
from factcheck.config import Settings
from factcheck.pipeline import judge, link_articles, load_knowledge, read_articles
from factcheck.ruleset import load_ruleset

ROOT = Path(__file__).resolve().parents[2]
RULESET = load_ruleset()
KNOWLEDGE = load_knowledge(RULESET.event_files, RULESET.alias_files)

UNRELATED = {
    "market.md": "---\ndate: 2023-09-14\n---\nThe fish market of Setúbal opened on Thursday after a strike of nine "
    "days. Traders sold 14 tonnes of sardines, said Inês Duarte, who runs the hall.\n",
    "bridge.md": "---\ndate: 2023-09-12\n---\nA summit of mayors in Graz ended on 12 September 2023. The next meeting "
    "is planned for May. Three bridges will close, said Mayor Elke Kahr.\n",
    "club.md": "---\ndate: 2019-04-30\n---\nThe chess club of Varna met on April 29, 2019. Its 40th anniversary falls "
    "in July. Petar Dimov, 61, was elected.\n",
}


def read(*paths: Path) -> list[Article]:
    articles, skipped = read_articles([str(path) for path in paths], Settings(), RULESET)
    assert not skipped
    return articles


def findings(articles: list[Article]) -> list[tuple[str, str, str]]:
    run = judge(link_articles(articles, KNOWLEDGE), Settings(), RULESET)
    return [(finding.rule, finding.fingerprint, finding.message) for finding in run.findings]


@pytest.fixture(scope="module")
def seeds() -> list[Article]:
    return read(ROOT / "seeds")


def test_the_order_of_articles_changes_nothing(seeds: list[Article]) -> None:
    assert findings(seeds[::-1]) == findings(seeds)


@pytest.mark.parametrize("name", UNRELATED)
def test_an_unrelated_article_changes_nothing(name: str, seeds: list[Article], tmp_path: Path) -> None:
    (tmp_path / name).write_text(UNRELATED[name], encoding="utf-8")
    known = findings(seeds)
    assert known
    assert findings([*seeds, *read(tmp_path)]) == known
