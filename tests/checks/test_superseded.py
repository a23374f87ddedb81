"""Which plans, forecasts and counts of one article another one overtakes, in the words of articles."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.checks import figure_overtaken, plan_matches_outcome
from factcheck.config import Settings
from factcheck.pipeline import link_articles, load_knowledge, read_articles
from factcheck.ruleset import load_ruleset

RULESET = load_ruleset()
KNOWLEDGE = load_knowledge(RULESET.event_files, RULESET.alias_files)
CASES = yaml.safe_load(Path(__file__).with_name("superseded.yaml").read_text(encoding="utf-8"))


def marked(folder: Path, articles: list[Mapping[str, str]]) -> list[set[str]]:
    """The words that each finding marks."""
    path = folder / "a.jsonl"
    rows = [{"id": str(number), **article} for number, article in enumerate(articles)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    read, skipped = read_articles([str(path)], Settings(), RULESET)
    assert not skipped
    corpus = link_articles(read, KNOWLEDGE)
    text = {article.document.name: article.document.text for article in read}
    conflicts = [
        *plan_matches_outcome.check(corpus, plan_matches_outcome.Options()),
        *figure_overtaken.check(corpus, figure_overtaken.Options()),
    ]
    return [{text[one.document][one.start : one.end] for one in conflict.evidence} for conflict in conflicts]


def is_told(found: list[set[str]], quotes: list[str]) -> bool:
    return any(all(any(quote in words for words in marks) for quote in quotes) for marks in found)


@pytest.mark.parametrize("case", CASES["bad"], ids=lambda case: case["name"])
def test_what_is_overtaken_is_told(tmp_path: Path, case: Mapping[str, Any]) -> None:
    found = marked(tmp_path, case["articles"])
    assert is_told(found, case["quotes"]), found


@pytest.mark.parametrize("case", CASES["good"], ids=lambda case: case["name"])
def test_what_is_not_overtaken_is_not_told(tmp_path: Path, case: Mapping[str, Any]) -> None:
    assert marked(tmp_path, case["articles"]) == []


@pytest.mark.xfail(strict=True, reason="no common step, another film, a country without a name in the list")
@pytest.mark.parametrize("case", CASES["missed"], ids=lambda case: case["name"])
def test_what_is_missed_so_far(tmp_path: Path, case: Mapping[str, Any]) -> None:
    assert is_told(marked(tmp_path, case["articles"]), case["quotes"])


@pytest.mark.xfail(strict=True, reason="the first outcome after a plan is compared, be it the next meeting")
@pytest.mark.parametrize("case", CASES["wrong"], ids=lambda case: case["name"])
def test_what_is_told_wrongly_so_far(tmp_path: Path, case: Mapping[str, Any]) -> None:
    assert marked(tmp_path, case["articles"]) == []
