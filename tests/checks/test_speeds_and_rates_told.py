"""Journeys with distance, time and speed, and amounts beside an exchange rate: a table of texts, wrong and right."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.test_arithmetic_checks import _article, _conflicts

_TABLE = yaml.safe_load((Path(__file__).parent / "data" / "speeds.yaml").read_text(encoding="utf-8"))
_WORDS = """620 miles|two hours|at|an average of|210 miles an hour|km/h|30 knots|1.08 dollars|to the euro|one euro|buys
|4.30 zlotys|(|)|€500 million|$1|=|.|,|;|or|is worth|covered|flew|‹N0›|top speed of|a|\n\n"""


@pytest.mark.parametrize(("check", "text"), [(check, text) for check in _TABLE for text in _TABLE[check]["wrong"]])
def test_figures_that_do_not_fit_are_reported(check: str, text: str) -> None:
    found = _conflicts(check, _article(text))
    assert found
    for one in found:
        assert one.suggestion
        assert all(text[place.start : place.end].strip() for place in one.evidence)


@pytest.mark.parametrize(("check", "text"), [(check, text) for check in _TABLE for text in _TABLE[check]["right"]])
def test_figures_that_fit_or_are_of_something_else_are_left_alone(check: str, text: str) -> None:
    assert [one.message for one in _conflicts(check, _article(text))] == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(_WORDS.replace("\n|", "|").split("|")), max_size=25))
def test_no_text_makes_the_checks_fail(words: list[str]) -> None:
    article = _article(" ".join(words) or "x")
    for check in _TABLE:
        _conflicts(check, article)
