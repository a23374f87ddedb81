"""Lengths, ages, anniversaries and orders told in many ways: a table of short texts, wrong ones and right ones."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest
import yaml

from factcheck.checks.model import Conflict
from factcheck.config import Settings
from factcheck.pipeline import link_articles, load_knowledge, read_articles
from factcheck.ruleset import load_ruleset

_DAY = "2025-06-20"
_TABLE = yaml.safe_load((Path(__file__).parent / "data" / "time_arithmetic.yaml").read_text(encoding="utf-8"))
_RULESET = load_ruleset()
_KNOWLEDGE = load_knowledge(_RULESET.event_files, _RULESET.alias_files)
_CASES = [
    pytest.param(
        check,
        text,
        side == "wrong",
        id=f"{check}-{side}-{number}",
        # Right texts that a solver takes for wrong: strict, so that a mend shows.
        marks=[pytest.mark.xfail(strict=True, reason="known false alarm")] if side == "known_false" else [],
    )
    for check, sides in _TABLE.items()
    for side, texts in sides.items()
    for number, text in enumerate(texts)
]


def _conflicts(folder: Path, check: str, text: str | list[list[str]]) -> list[Conflict]:
    path = folder / "a.jsonl"
    told = [[_DAY, text]] if isinstance(text, str) else text
    rows = [{"id": str(number), "text": body, "published": day} for number, (day, body) in enumerate(told)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    articles, skipped = read_articles([str(path)], Settings(), _RULESET)
    assert not skipped
    module = importlib.import_module(f"factcheck.checks.{check}")
    return list(module.check(link_articles(articles, _KNOWLEDGE), module.Options()))


@pytest.mark.parametrize(("check", "text", "wrong"), _CASES)
def test_what_is_told_of_time(tmp_path: Path, check: str, text: str | list[list[str]], wrong: bool) -> None:
    found = _conflicts(tmp_path, check, text)
    assert [one.message for one in found] if wrong else not [one.message for one in found]
    for one in found:
        assert one.evidence
        assert one.suggestion
