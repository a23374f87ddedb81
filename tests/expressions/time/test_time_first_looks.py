"""The cheap first looks of the time grammar: what they pass over holds no time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.expressions.time.beginnings import first_classes
from factcheck.expressions.time.find import may_hold_any
from factcheck.expressions.time.grammar import MACROS, TRIGGERS, forms, matches
from factcheck.expressions.time.scan import CODE, scan
from factcheck.text.tokens import tokenize

PIECES = (
    "mid-May|may|March|Tues|Q3|3Q22|a.m.|p. m|A. M.|x.p.m|'s|2024-05-06|1990's|the 90s|U.S.|O'Brien|noon-ish|today_|"
    "Christmas|half|-|1ſt|5th|12:30|zone|GMT|m|²|fortnight|Mid|o'clock|word"
).split("|")
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=8)


@settings(max_examples=200, deadline=None)
@given(pieces=TEXTS, gap=st.sampled_from(["", " ", "-"]))
def test_no_sentence_with_a_trigger_is_passed_over(pieces: list[str], gap: str) -> None:
    prose = gap.join(pieces)
    if not TRIGGERS.isdisjoint(scan(prose, 0, len(prose)).codes):
        assert may_hold_any(tokenize(prose))


def test_plain_sentences_are_passed_over() -> None:
    assert not may_hold_any(tokenize("The ferry left the port of Dunay with a crew of Danes."))


@settings(max_examples=200, deadline=None)
@given(codes=st.lists(st.sampled_from(sorted(CODE.values())), min_size=1, max_size=8).map("".join))
def test_forms_are_tried_wherever_they_can_begin(codes: str) -> None:
    brute = {form.name for form in forms().values() if (match := form.pattern.match(codes)) is not None and match.end()}
    assert {name for name, _ in matches(codes, 0)} == brute


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("(day: DAY) month", {"n12", "n31"}),
        ("the? (day: DAY) | [last next] unit", {"the", "n12", "n31", "last", "next"}),
        ("(?! slash) ((a: the)? of)? year", {"the", "of", "year"}),
    ],
)
def test_first_classes(pattern: str, expected: set[str]) -> None:
    assert first_classes(pattern, {"DAY": "[n12 n31]"}) == expected


@pytest.mark.parametrize("pattern", ["the? of?", "(the", "the)", ""])
def test_what_has_no_first_class_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"nothing|bracket|not a pattern"):
        first_classes(pattern, MACROS)
