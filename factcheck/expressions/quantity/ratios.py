"""Shares told as two whole numbers: "one in five", "nine out of 10"."""

from __future__ import annotations

import re

from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.expressions.quantity import identifiers, nouns, numerals
from factcheck.expressions.quantity.amounts import Amount
from factcheck.expressions.quantity.numerals import START
from factcheck.expressions.quantity.units import read_unit
from factcheck.patterns import regex

_RATIO = regex(r" (?:in|out of|in every)(?: every)? ", re.IGNORECASE)


def read_ratio(prose: str, amount: Amount, stop: int) -> Quantity | None:
    """The share of which ``amount`` is the upper number, or None."""
    joint = _RATIO.match(prose, amount.end, stop)
    if joint is None or amount.value != int(amount.value):
        return None
    match = START.match(prose, joint.end(), stop)
    if match is None or not (match["word"] or (match["digits"] or "").isdigit()):
        return None
    other = numerals.read(prose, match, stop)
    if other is None or other.ordinal or other.fraction or not 1 <= amount.value < other.value <= 1e6:
        return None
    words = " in" in joint.group().lower()
    if words and (
        amount.value > 10 or 1400 <= other.value <= 2199 or identifiers.is_time(prose, match.start(), other.end)
    ):
        return None
    if (
        words
        and amount.value > 1
        and (read_unit(prose, other.end, stop) or nouns.after(prose, other.end, stop) is None)
    ):
        return None
    noun = nouns.after(prose, other.end, stop)
    value = amount.value / other.value
    half = value * 0.05
    span = (amount.start, other.end)
    what = noun.phrase if noun else None
    return Quantity(*span, prose[slice(*span)], QuantityKind.MEASURE, value, value - half, value + half, None, what)
