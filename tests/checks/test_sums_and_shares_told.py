"""Sums, shares and changes as English tells them: tables of sentences, wrong ones and right ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from factcheck.assertions.model import Article
from factcheck.document.model import BlockKind
from tests.checks.test_arithmetic_checks import _article, _conflicts

_DATA = Path(__file__).parent / "data"
_CHECKS = {"sums": "parts_fit_total", "percentages": "percent_fits_numbers"}


@cache
def _table(name: str, verdict: str) -> list[str]:
    return list(yaml.safe_load((_DATA / f"{name}.yaml").read_text(encoding="utf-8"))[verdict])


def _read(text: str) -> Article:
    """A paragraph, or several with lists: a line that begins with a dash is an item."""
    lines = enumerate(text.split("\n"))
    return _article(text, kinds={number: BlockKind.ITEM for number, line in lines if line.startswith("- ")})


@pytest.mark.parametrize(("name", "line"), [(name, line) for name in _CHECKS for line in _table(name, "wrong")])
def test_wrong_arithmetic_is_reported(name: str, line: str) -> None:
    found = _conflicts(_CHECKS[name], _read(line))
    assert found
    assert all(line[place.start : place.end] for one in found for place in one.evidence)


@pytest.mark.parametrize("line", [line for name in _CHECKS for line in _table(name, "right")])
def test_right_or_open_arithmetic_is_left_alone(line: str) -> None:
    article = _read(line)
    assert [one.message for check in _CHECKS.values() for one in _conflicts(check, article)] == []
