"""In which way one number may be another mistyped, and how telling that is.

Two figures of different things are seldom one slip apart: of two numbers of four digits one pair in three
thousand is the same digits transposed, one in three hundred differs in one digit alone. The weights are such odds in
bits, cut down for what news does to numbers (rounding, growth, prices near to one another).
"""

from __future__ import annotations

import math
from functools import lru_cache

from factcheck.records import dataclass

_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with one of two numbers, with its weight in bits."""

    finding: str
    weight: float


@lru_cache(maxsize=1 << 14)
def digits(value: float) -> str:
    """The significant digits: "24" for 2.4 million."""
    return f"{abs(value):.12g}".split("e")[0].replace(".", "").strip("0")


def slip(first: float, second: float) -> Slip | None:
    """How one of two numbers above zero is a slip of the finger away from the other; None if it is not.

    >>> slip(4700, 7400).finding, slip(6.3, 5.3).finding, slip(2.4e6, 24e6).finding
    ('two digits transposed', 'one digit apart', 'a zero more or less')
    >>> slip(120, 180), slip(12, 480)
    (Slip(finding='one digit apart', weight=1.0), None)
    """
    if min(first, second) <= 0 or first == second:
        return None
    if math.isclose(max(first, second) / min(first, second), 10):
        return Slip("a zero more or less", 2.0 if len(digits(first)) > 1 else 1.0)
    one, two = _written(first, second)
    length = max(len(digits(first)), len(digits(second)))
    if len(one) != len(two) or length < 2:
        return None
    apart = [index for index in range(len(one)) if one[index] != two[index]]
    if len(apart) == 1:
        return Slip("one digit apart", {2: 1.0, 3: 2.0}.get(length, 3.0))
    if sorted(one) == sorted(two):
        if len(apart) == 2 and apart[1] == apart[0] + 1:
            return Slip("two digits transposed", 3.0 if length == 2 else 4.0)
        if length >= 3 and len(apart) == len(one[: apart[-1] + 1].lstrip("0")[-3:]) == 3:
            return Slip("three digits in another order", 2.5)
        if len(apart) == 2:
            return Slip("two digits exchanged", 2.5)
    return None


@lru_cache(maxsize=1 << 12)
def slip_keys(value: float) -> tuple[str, ...]:
    """Keys of a number of which any two numbers share one that are one slip apart, as ``slip`` knows slips."""
    if value <= 0:
        return ()
    keys = [f"zero {digits(value)}"]
    least = _decimals(value)
    for decimals in {least, *range(least, 3)}:
        text = _all_digits(value, decimals)
        if len(text) > 16:
            continue
        keys.append(f"order {decimals} {''.join(sorted(text))}")
        keys += [f"digit {decimals} {text[:index]}*{text[index + 1 :]}" for index in range(len(text))]
    return tuple(keys)


def _written(first: float, second: float) -> tuple[str, str]:
    decimals = max(_decimals(first), _decimals(second))
    return _all_digits(first, decimals), _all_digits(second, decimals)


@lru_cache(maxsize=1 << 14)
def _decimals(value: float) -> int:
    return len(f"{abs(value):.{_DECIMALS}f}".rstrip("0").partition(".")[2])


def _all_digits(value: float, decimals: int) -> str:
    """All digits of a number, so many of them after the point."""
    return f"{abs(value):.{decimals}f}".replace(".", "")
