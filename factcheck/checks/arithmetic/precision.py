"""How exactly a figure in a sum or beside a percentage is meant."""

from __future__ import annotations

import math
import re

from factcheck.expressions.model import Bound, Quantity, QuantityKind
from factcheck.expressions.quantity import stated_range, stated_step
from factcheck.patterns import regex

_SCALED = regex(r"(\d[\d,]*)(?:\.(\d+))? ?(million|billion|trillion|thousand|mn|bn|tn|m|k)\b", re.IGNORECASE)
_SCALES = {"million": 1e6, "billion": 1e9, "trillion": 1e12, "thousand": 1e3, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_SCALES |= {"m": 1e6, "k": 1e3}
_SMALL = 1000  # counts below it are counted, not rounded


def written_step(quantity: Quantity) -> float:
    """The unit of the last digit that is written: 1e6 for "40 million", 1e4 for "1.84 million".

    Without a word of scale it is that of the last digit that is not zero, but of the second at least: 1,000 for
    20,000. A count below a thousand is to the one.
    """
    scaled = _SCALED.search(quantity.text)
    if scaled:
        return float(_SCALES[scaled[3].lower()] * 10.0 ** -len(scaled[2] or ""))
    if quantity.kind is QuantityKind.COUNT and quantity.value < _SMALL:
        return min(1.0, stated_step(quantity))
    if not quantity.value:
        return stated_step(quantity)
    return min(stated_step(quantity), 10.0 ** (math.floor(math.log10(abs(quantity.value))) - 1))


def rounded(quantity: Quantity) -> tuple[float, float]:
    """What a figure may stand for beside others that are taken from it: its written digits hold.

    40 million is 39.5 to 40.5 million, not 35 to 45; a count of 24 is 24. "About" widens, a range is itself.
    """
    if quantity.bound is Bound.ABOUT or re.search(r"\d ?-\d| to |between", quantity.text) or not quantity.value:
        return stated_range(quantity)
    if quantity.kind is QuantityKind.COUNT and quantity.low == quantity.high and quantity.bound is Bound.EXACT:
        return quantity.value, quantity.value
    half = min(written_step(quantity) / 2, 0.05 * abs(quantity.value))
    return quantity.value - half, quantity.value + half
