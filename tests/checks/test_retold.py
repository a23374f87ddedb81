"""One event told by two articles with two days or in two places, where no participant links them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.checks import retold_dates, retold_places, same_event_dates_agree, same_event_places_agree
from factcheck.config import Settings
from factcheck.identity.model import Corpus
from factcheck.pipeline import link_articles, load_knowledge, read_articles
from factcheck.ruleset import load_ruleset

RULESET = load_ruleset()
KNOWLEDGE = load_knowledge(RULESET.event_files, RULESET.alias_files)
TABLE = yaml.safe_load((Path(__file__).parent / "data" / "retold.yaml").read_text(encoding="utf-8"))
# What the linked events give is left to their own check.
CHECKS: dict[str, list[Any]] = {
    "dates": [retold_dates, same_event_dates_agree],
    "places": [retold_places, same_event_places_agree],
}
CASES = [(what, found, pair) for what in CHECKS for found in ("conflicts", "allowed") for pair in TABLE[what][found]]


def corpus_of(folder: Path, texts: list[str]) -> Corpus:
    path = folder / "a.jsonl"
    days = ("2025-05-07", "2025-05-20", "2025-05-21")
    rows = [{"id": str(n), "text": text, "published": days[n]} for n, text in enumerate(texts)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    articles, skipped = read_articles([str(path)], Settings(), RULESET)
    assert not skipped
    return link_articles(articles, KNOWLEDGE)


@pytest.mark.parametrize(("what", "found", "pair"), CASES, ids=str)
def test_two_tellings_of_one_event(tmp_path: Path, what: str, found: str, pair: list[str]) -> None:
    corpus = corpus_of(tmp_path, pair)
    # Near-misses are this check's alone.
    checks = CHECKS[what] if found == "conflicts" else CHECKS[what][:1]
    conflicts = [conflict for check in checks for conflict in check.check(corpus, check.Options())]
    assert len(conflicts) == (found == "conflicts")


def test_a_better_partner_keeps_two_statements_apart(tmp_path: Path) -> None:
    first, second = TABLE["dates"]["conflicts"][1]
    told = f"{second} Auditors inspected the cable car at Holsund, where two ropes were frayed, on 3 May."
    assert not list(retold_dates.check(corpus_of(tmp_path, [first, told]), retold_dates.Options()))


def test_the_evidence_is_told(tmp_path: Path) -> None:
    (conflict,) = retold_dates.check(corpus_of(tmp_path, TABLE["dates"]["conflicts"][0]), retold_dates.Options())
    assert "both tell of an agreement and a signing" in conflict.explanation[-1]
    assert "bottl" in conflict.explanation[-1]
