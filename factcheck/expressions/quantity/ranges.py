"""Ranges: "10 to 15 km", "15-20%", "between $2m and $3m", and what looks like one ("from 12 to 15", "by 5 to 20")."""

from __future__ import annotations

import re

from factcheck.expressions.model import Bound, Quantity, QuantityKind
from factcheck.expressions.quantity import identifiers, measured, modifiers, nouns
from factcheck.expressions.quantity.amounts import Amount, read_amount
from factcheck.expressions.quantity.numerals import START
from factcheck.expressions.quantity.scores import SCORE_BEFORE
from factcheck.patterns import regex
from factcheck.records import replace

_CURRENCY_SKIP = regex(r"(?:[A-Z]{1,3})?[$£€¥₹₩₽] ?(?=\d)")
_TO = regex(r"(?: to | - |-| or )")
_BETWEEN = regex(r"\bbetween (?:about |around |some )?$", re.IGNORECASE)
_FROM = regex(r"\bfrom (?:about |around |some |just |only |under |over |nearly )?$", re.IGNORECASE)
_BY = regex(r"\bby (?:about |around |some |just |only |nearly )?$", re.IGNORECASE)
_AND = regex(r" and (?:about |around |some )?")
_JOINTS = (" to ", " - ", "-", " or ", " and ")  # of the two ends of a range


def upper_end(prose: str, amount: Amount, floor: int, stop: int) -> Amount | None:
    """The upper end of a range that ``amount`` begins: "10 to 15 km", "15-20%", "between $2m and $3m"."""
    if not prose.startswith(_JOINTS, amount.end, stop):
        return None
    between = _BETWEEN.search(prose, max(floor, amount.start - 24), amount.start)
    joint = (_AND if between else _TO).match(prose, amount.end, stop)
    if joint is None:
        return None
    to = joint.group()
    if not between and to == " to " and _FROM.search(prose, max(floor, amount.start - 24), amount.start):
        return None
    raised = to == " to " and _BY.search(prose, max(floor, amount.start - 24), amount.start)  # "by 12,000 to 412,000"
    position = joint.end()
    skip = _CURRENCY_SKIP.match(prose, position, stop)
    match = START.match(prose, skip.end() if skip else position, stop)
    if match is None:
        return None
    second = read_amount(prose, match, position, stop)
    if second is None or second.numeral.ordinal or second.numeral.fraction != amount.numeral.fraction:
        return None
    if raised and (amount.kind is not None or second.kind is None):
        return None
    if amount.kind is not None and second.kind is None and amount.kind is QuantityKind.MONEY:
        second = replace(second, kind=amount.kind, unit=amount.unit)
    if amount.kind is not None and (second.kind is not amount.kind or second.unit != amount.unit):
        return None
    if to == " or " and not (
        amount.value + 1 <= second.value <= amount.value + 2 or 2 * amount.value >= second.value > amount.value >= 10
    ):
        return None
    if to == "-" and amount.kind is None and not amount.numeral.digits:
        return None
    if (
        to in {"-", " to "}
        and amount.kind is None
        and second.kind is None
        and SCORE_BEFORE.search(prose, max(floor, amount.start - 60), amount.start)
    ):
        return None
    return second if _lower_value(amount, second) < second.value else None


def _lower_value(amount: Amount, second: Amount) -> float:
    """The lower end, in the scale word of the upper one where that says it for both: "10 to 15 million"."""
    low = amount.value
    if second.numeral.scaled and not amount.numeral.scaled:
        for scale in (1e12, 1e9, 1e6, 1e3):
            if second.value >= scale:
                return low * scale if low * scale < second.value else low
    return low


def read_range(
    prose: str, match: re.Match[str], amount: Amount, second: Amount, first: int, floor: int, stop: int
) -> tuple[Quantity | None, int]:
    """The quantity from ``amount`` to ``second``, or None where both are names or times; with where to read on."""
    low = _lower_value(amount, second)
    kind, unit = second.kind or amount.kind, second.unit or amount.unit
    noun = nouns.after(prose, second.end, stop) if kind is None else None
    if match["digits"] and kind is None:
        if identifiers.is_identifier(prose, amount.number, amount.numeral.end, first, amount.value, noun is not None):
            return None, second.end
        if identifiers.is_time(prose, second.number, second.numeral.end):
            return None, second.end
        if 1400 <= amount.value <= 2199 and len(match["digits"]) == 4 and (noun is None or second.value < 2200):
            return None, second.end
        if (
            amount.numeral.end < len(prose)
            and prose[amount.numeral.end] == "-"
            and noun is None
            and prose[second.end : second.end + 1] == "-"
        ):
            return None, identifiers.past_chain(prose, second.end, stop)
    what = measured.what(prose, amount.start, second.end, kind, noun, floor, stop)
    end = noun.end if noun and not noun.chosen else second.end
    if kind is None:
        kind, unit = QuantityKind.COUNT, noun.head if noun else None
    hedge = modifiers.before(prose, amount.start, floor)
    bound = hedge.bound if hedge else Bound.EXACT
    low_bound, high_bound = low, second.value
    if bound is Bound.AT_LEAST:
        high_bound = float("inf")
    elif bound is Bound.AT_MOST:
        low_bound = 0.0
    quantity = Quantity(
        amount.start,
        end,
        prose[amount.start : end],
        kind,
        (low + second.value) / 2,
        low_bound,
        high_bound,
        unit,
        what,
        bound,
    )
    return quantity, end
