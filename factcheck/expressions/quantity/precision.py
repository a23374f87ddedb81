"""How precisely a quantity is stated, whatever its hedge: what arithmetic on it may assume."""

from __future__ import annotations

from factcheck.expressions.model import Bound, Quantity
from factcheck.expressions.quantity import modifiers, numerals


def stated_step(quantity: Quantity) -> float:
    """The unit of the last digit that is not zero: 10 for "290 km", 0.1 for "8.9", 1e7 for "1.84 billion"."""
    match = numerals.START.search(quantity.text)
    if match is None:
        return 1.0
    money = any(sign in quantity.text for sign in "$£€¥")
    numeral = numerals.read(quantity.text, match, len(quantity.text), money=money)
    return numeral.step if numeral else 1.0


def stated_range(quantity: Quantity) -> tuple[float, float]:
    """What the number itself may stand for as rounded, without "at least", "up to" or the limits of a count.

    "More than 290 km" gives 285 to 295. A range gives its ends. Widened where the text says "about".
    """
    middle = (quantity.low + quantity.high) / 2
    if quantity.bound in {Bound.AT_LEAST, Bound.AT_MOST} or quantity.low == quantity.high or middle != middle:
        return modifiers.spread(quantity.value, stated_step(quantity), None, exact=False)
    return quantity.low, quantity.high
