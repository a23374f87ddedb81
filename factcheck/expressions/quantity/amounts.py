"""One number with its currency or unit: "£5.2m", "5 ft 10 in", "minus 12C", "650p".

What stands around the amount (a hedge, a noun, the other end of a range) is read by those who ask for it.
"""

from __future__ import annotations

import re

from factcheck.expressions.model import QuantityKind
from factcheck.expressions.quantity import currencies, numerals
from factcheck.expressions.quantity.numerals import START, Numeral
from factcheck.expressions.quantity.units import UNITS, Unit, convert, read_unit
from factcheck.patterns import regex
from factcheck.records import dataclass, replace

_SMALLER_PARTS = {"foot": "inch", "stone": "pound", "pound": "ounce", "hour": "minute", "minute": "second"}
_JOIN_PARTS = regex(r"(?:,? and |, | |)")
_MINUS = regex(r"(?:(?<![^\W_])minus |(?<![\w)\]%])[-−])$", re.IGNORECASE)
_MONEY_WORDS = regex(
    r"\b(?:cost|price|pay|paid|worth|fine[ds]?|spen[dt]|earn(?:s|ed|ings?)?\b|salary|wage\w*|budget|fees?\b|sterling|tax\w*|loan\w*|debt|profit|charg\w+|bill|sold|buy|bought)\b|£"
)
_MILLION_PEOPLE = regex(
    r"m (?:more |new |other )?(?:people|passengers|customers|users|jobs|homes|households|children|tonnes|tons|barrels"
    r"|shares|votes|voters|visitors|cars|vehicles|units|copies|litres|patients|workers|adults|refugees|tickets|viewers"
    r"|doses|families|women|men|residents|subscribers|followers|students|pupils|citizens|inhabitants|members)\b"
)
_INCHES = regex(r" ?(?:in\b|ins\b)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what is attached to it: currency, unit."""

    start: int
    number: int  # where the number itself begins
    end: int
    value: float
    step: float
    numeral: Numeral
    unit: str | None
    kind: QuantityKind | None


def read_amount(prose: str, match: re.Match[str], floor: int, stop: int) -> Amount | None:
    """The number at ``match`` with its currency or unit; None where it is no plain number."""
    start = match.start()
    money = currencies.before(prose, start, floor) if match["digits"] else None
    numeral = numerals.read(prose, match, stop, money=money is not None)
    if numeral is None:
        return None
    if numeral.ordinal:
        return Amount(start, start, numeral.end, numeral.value, 1.0, numeral, None, QuantityKind.ORDINAL)
    if money is not None:
        end = numeral.end
        named = currencies.after(prose, end, stop, large=True)
        return Amount(
            money[1],
            start,
            named[1] if named else end,
            numeral.value,
            numeral.step,
            numeral,
            money[0],
            QuantityKind.MONEY,
        )
    if numeral.digits and not numeral.scaled and _MILLION_PEOPLE.match(prose, numeral.end, stop):
        value, step = numeral.value * 1e6, numeral.step * 1e6
        return Amount(
            start, start, numeral.end + 1, value, step, replace(numeral, scaled=True, end=numeral.end + 1), None, None
        )
    sign = None
    if prose[start - 1 : start] in "-−" or prose[start - 6 : start - 1].lower() == "minus":
        sign = _MINUS.search(prose, max(floor, start - 7), start)
    read = read_unit(prose, numeral.end, stop)
    if read is not None:
        unit, end = read
        if unit.name == "pound" and _is_sterling(prose, numeral, end, floor, stop):
            return Amount(start, start, end, numeral.value, numeral.step, numeral, "pound sterling", QuantityKind.MONEY)
        if not (unit.name == "knot" and prose[numeral.end : end].strip() == "kt" and prose[numeral.end] == " "):
            kind = QuantityKind.PERCENT if unit.dimension in {"percent", "percentage points"} else QuantityKind.MEASURE
            value, step, end = _with_smaller_parts(prose, unit, numeral, end, stop)
            name = unit.name
            begin = start
            if sign and (name.startswith("degree") or kind is QuantityKind.PERCENT or name == "kelvin"):
                begin, value = sign.start(), -value
            return Amount(begin, start, end, value, step, numeral, name, kind)
    # "200 million p" is nothing; "650p", "5,000 won", "1.5 trillion won" are money.
    named = currencies.after(prose, numeral.end, stop, large=numeral.scaled or numeral.value >= 1000)
    if named is not None:
        return Amount(start, start, named[1], numeral.value, numeral.step, numeral, named[0], QuantityKind.MONEY)
    if sign and sign.group().strip().lower() == "minus":
        return Amount(sign.start(), start, numeral.end, -numeral.value, numeral.step, numeral, None, None)
    return Amount(start, start, numeral.end, numeral.value, numeral.step, numeral, None, None)


def _is_sterling(prose: str, numeral: Numeral, end: int, floor: int, stop: int) -> bool:
    """Whether "pounds" are money here: after a scale word, or among words of money and none of weight."""
    if prose[end - 1 : end] == "b" or prose[end - 2 : end] == "bs":
        return False
    if numeral.scaled and numeral.value >= 1e6:
        return prose[end : end + 4] != " of " or bool(_MONEY_WORDS.search(prose, floor, stop))
    return bool(_MONEY_WORDS.search(prose, max(floor, numeral.end - 80), min(stop, end + 60)))


def _with_smaller_parts(prose: str, unit: Unit, numeral: Numeral, end: int, stop: int) -> tuple[float, float, int]:
    """Value, step and end of "5 ft 10 in", "12 stone 4 lb", "two hours and 35 minutes"."""
    part = _SMALLER_PARTS.get(unit.name)
    if part is None:
        return numeral.value, numeral.step, end
    joint = _JOIN_PARTS.match(prose, end, stop)
    begin = joint.end() if joint else end
    if unit.name == "foot" and prose[end : end + 1] == "-":
        begin = end + 1
    match = START.match(prose, begin, stop)
    if match is None or not (match["digits"] or match["word"]):
        return numeral.value, numeral.step, end
    smaller = numerals.read(prose, match, stop)
    if smaller is None or smaller.ordinal:
        return numeral.value, numeral.step, end
    child = UNITS[part]
    after = read_unit(prose, smaller.end, stop)
    ends: int | None = None
    if after and after[0] is child:
        ends = after[1]
    elif part == "inch" and (inches := _INCHES.match(prose, smaller.end, stop)):
        ends = inches.end()
    elif part == "inch" and prose[end : end + 1] == "-" and smaller.value < 12:
        ends = smaller.end
    if ends is None or smaller.value >= unit.factor / child.factor + 1e-9:
        return numeral.value, numeral.step, end
    return numeral.value + convert(smaller.value, child, unit), convert(min(smaller.step, 1.0), child, unit), ends
