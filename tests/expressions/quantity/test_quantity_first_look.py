"""Where the search for numbers looks: every place at which a number may begin is among them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.expressions.quantity.numerals import START, openings
from factcheck.text.tokens import tokenize

PIECES = (
    "five-hour|twenty|a|an|hundred|a third|quarter|x-a|half|½|3x4|3×4|x4|No.5|1,100|10:40|²|Fifth|ſix|fourty|one_two|"
    "the|ferry|thousands|'s|-|_|dozen|AN|million"
).split("|")


@settings(max_examples=300, deadline=None)
@given(
    pieces=st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=8),
    gap=st.sampled_from(["", " ", "-"]),
)
def test_no_number_is_passed_over(pieces: list[str], gap: str) -> None:
    prose = gap.join(pieces)
    spans = openings(tokenize(prose))
    for match in START.finditer(prose):
        assert any(start <= match.start() < end for start, end in spans), (match, spans)


def test_plain_words_are_passed_over() -> None:
    assert openings(tokenize("The ferry left with a crew of 41 on a quay")) == [(30, 32)]
