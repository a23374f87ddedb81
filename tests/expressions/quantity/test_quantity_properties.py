"""Whatever the text: no errors, no inverted ranges, verbatim spans in order, and time linear in its length."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quantity_reading import quantities

_WORDS = """one two half dozen hundred thousand million and a an of the in per cent % $ £ US$ km miles ( ) , .
    - : / 12 3.5 1,000 2008 75th 5'10" between to or about at least up nearly people killed dead Jo Lund 52 year-old x ½
    minus degrees Celsius bodies 9,99,999 1e5 10^-3 + = May °C"""
_PIECES = st.sampled_from([" ", "\n", *_WORDS.split()])


def _check(text: str) -> None:
    found = quantities(text)
    for one in found:
        assert text[one.start : one.end] == one.text
        assert one.low <= one.value <= one.high
    assert all(left.end <= right.start for left, right in pairwise(found))


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=30))
def test_words_in_any_order(pieces: list[str]) -> None:
    _check(" ".join(pieces))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    _check(text)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 999_999_999), st.sampled_from(["{:,}", "{}"]), st.sampled_from(["kilometres", "litres", "euros"]))
def test_a_number_reads_back(value: int, style: str, unit: str) -> None:
    found = quantities(f"The firm counted {style.format(value)} {unit} in all.")
    assert [one.value for one in found] == [value]


_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""".split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def _in_words(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {_in_words(number % 100)}" if number % 100 else ""
        return f"{_ONES[number // 100]} hundred{rest}"
    rest = number % 1000
    joined = (" and " if rest < 100 else " ") + _in_words(rest) if rest else ""
    return f"{_in_words(number // 1000)} thousand{joined}"


@settings(max_examples=80, deadline=None)
@given(st.integers(2, 999_999))
def test_number_words_read_back(number: int) -> None:
    found = quantities(f"They had {_in_words(number)} sheep in all.")
    assert [one.value for one in found] == [number]


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "1,111,",
        "one ",
        "one hundred ",
        "12-",
        "between 1 and ",
        "(5 km) ",
        "$",
        "A, 5, ",
        "killed 1 ",
        "1 by ",
    ],
)
def test_hostile_length_costs_linear_time(piece: str) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        clock = time.process_time()
        quantities(text)
        return time.process_time() - clock

    cost(2_000)
    small, large = cost(20_000), cost(160_000)
    assert large < 40 * max(small, 0.01)
