"""What a later article says of an earlier hope, plan or early figure, in the words of articles."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checks.plans import answer_words
from tests.checks.test_superseded import is_told, marked

CASES = yaml.safe_load(Path(__file__).with_name("answered_hopes.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["bad"], ids=lambda case: case["name"])
def test_what_a_later_text_answers_is_told(tmp_path: Path, case: Mapping[str, Any]) -> None:
    found = marked(tmp_path, case["articles"])
    assert is_told(found, case["quotes"]), found


@pytest.mark.parametrize("case", CASES["good"], ids=lambda case: case["name"])
def test_what_is_no_answer_is_not_told(tmp_path: Path, case: Mapping[str, Any]) -> None:
    assert marked(tmp_path, case["articles"]) == []


@pytest.mark.xfail(strict=True, reason="the outcome shares too few words with the plan, and does not come back to it")
@pytest.mark.parametrize("case", CASES["missed"], ids=lambda case: case["name"])
def test_what_is_missed_so_far(tmp_path: Path, case: Mapping[str, Any]) -> None:
    assert is_told(marked(tmp_path, case["articles"]), case["quotes"])


@pytest.mark.xfail(strict=True, reason="forecasts of two years, the next meeting but one, a figure told again")
@pytest.mark.parametrize("case", CASES["told_wrongly"], ids=lambda case: case["name"])
def test_what_is_told_wrongly_so_far(tmp_path: Path, case: Mapping[str, Any]) -> None:
    assert marked(tmp_path, case["articles"]) == []


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("They had wanted a place in the first four.", "recalled"),
        ("It was to have opened in May.", "recalled"),
        ("The report, promised for 2021, came out on Friday.", "recalled"),
        ("Fewer came than he had wished for.", "held"),
        ("It cost rather more than the first estimate.", "held"),
        ("The wreck is younger than was thought.", "held"),
        ("The loss was well under what had been said.", "held"),
        ("The count has grown.", "revised"),
        ("The final account comes to 71 million.", "revised"),
        ("That is 12 more than on Monday.", "revised"),
        ("It opened in May, as the council had promised.", None),
        ("He did what he had promised to do.", None),
        ("The bridge was built of oak.", None),
    ],
)
def test_cues(text: str, sense: str | None) -> None:
    found = answer_words.find(text)
    assert (found.sense.name.lower() if found is not None else None) == sense


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    found = answer_words.find(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
