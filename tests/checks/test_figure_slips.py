"""Slips of the finger between two numbers, and the keys by which they find each other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checks.figures.slips import slip, slip_keys


@pytest.mark.parametrize(
    ("first", "second", "finding"),
    [
        (4700, 7400, "two digits transposed"),
        (517, 571, "two digits transposed"),
        (1427, 1274, "three digits in another order"),
        (6.3, 5.3, "one digit apart"),
        (2.66e6, 2.06e6, "one digit apart"),
        (2.4e6, 24e6, "a zero more or less"),
        (3821, 1823, "two digits exchanged"),
        (7, 8, None),
        (120, 480, None),
        (31, 310.5, None),
        (0, 10, None),
        (12, 12, None),
    ],
)
def test_slips(first: float, second: float, finding: str | None) -> None:
    found = slip(first, second)
    assert (found.finding if found else None) == finding
    assert slip(second, first) == found


@settings(max_examples=60)
@given(st.integers(1, 999_999), st.integers(1, 999_999))
def test_slips_share_a_key(first: int, second: int) -> None:
    if slip(first, second) is not None:
        assert set(slip_keys(first)) & set(slip_keys(second))


@pytest.mark.parametrize(("first", "second"), [(2.5, 2.75), (2.66e6, 2.06e6), (1.25e6, 1.52e6), (0.4, 4.0)])
def test_slips_of_fractions_share_a_key(first: float, second: float) -> None:
    assert slip(first, second) is None or set(slip_keys(first)) & set(slip_keys(second))
