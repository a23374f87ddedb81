"""First accidents and firsts denied: what another article of the story tells of one before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.checks import first_claim_holds
from factcheck.config import Settings
from factcheck.pipeline import link_articles, read_articles
from tests.checks.test_superseded import KNOWLEDGE, RULESET

CASES = yaml.safe_load(Path(__file__).with_name("precedents.yaml").read_text(encoding="utf-8"))


def _marked(folder: Path, articles: list[Mapping[str, str]]) -> list[list[str]]:
    path = folder / "a.jsonl"
    rows = [{"id": str(number), **article} for number, article in enumerate(articles)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    read, skipped = read_articles([str(path)], Settings(), RULESET)
    assert not skipped
    text = {article.document.name: article.document.text for article in read}
    found = first_claim_holds.check(link_articles(read, KNOWLEDGE), first_claim_holds.Options())
    return [[text[one.document][one.start : one.end] for one in conflict.evidence] for conflict in found]


@pytest.mark.parametrize("case", CASES["bad"], ids=lambda case: case["name"])
def test_one_before_is_told(tmp_path: Path, case: Mapping[str, Any]) -> None:
    found = _marked(tmp_path, case["articles"])
    assert any(all(any(quote in mark for mark in marks) for quote in case["quotes"]) for marks in found), found


@pytest.mark.parametrize("case", CASES["good"], ids=lambda case: case["name"])
def test_what_is_none_before_is_not_told(tmp_path: Path, case: Mapping[str, Any]) -> None:
    assert _marked(tmp_path, case["articles"]) == []
