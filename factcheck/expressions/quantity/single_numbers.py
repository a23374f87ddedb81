"""A number that stands by itself: what it counts, whether it counts at all, how it is hedged."""

from __future__ import annotations

import re

from factcheck.expressions.model import Bound, Quantity, QuantityKind
from factcheck.expressions.quantity import identifiers, measured, modifiers, nouns
from factcheck.expressions.quantity.amounts import Amount
from factcheck.expressions.quantity.numerals import Numeral
from factcheck.expressions.quantity.ratios import read_ratio
from factcheck.patterns import regex

_ONE_OK = regex(
    r" (?:person|man|woman|child|boy|girl|soldier|civilian|passenger|death|fatality|survivor|body|injury|dead|killed"
    r"|injured|wounded|missing)\b"
)
_CAPITAL_BEFORE = regex(r"\b(?:[A-Z][a-z]+|of) $")
_FRACTION_HALF_OK = regex(r" (?:of|the|its|his|her|their|our|those|these|that|as)\b|-? ?(?:a|an) ")


def read_single(
    prose: str, match: re.Match[str], amount: Amount, first: int, floor: int, stop: int
) -> tuple[Quantity | None, int]:
    """The quantity that ``amount`` is by itself, or None where it is a name or counts nothing; where to read on."""
    numeral = amount.numeral
    kind, unit, end = amount.kind, amount.unit, amount.end
    value, step = amount.value, amount.step
    noun: nouns.Noun | None = None
    if kind is None:
        ratio = read_ratio(prose, amount, stop)
        if ratio is not None:
            return ratio, ratio.end
        noun = nouns.after(prose, numeral.end, stop)
        if match["word"] and not _word_counts(prose, match, numeral, noun, stop):
            return None, numeral.end
        if match["digits"] and identifiers.is_identifier(
            prose, amount.number, numeral.end, first, value, noun is not None
        ):
            return None, _past_identifier(prose, numeral.end)
    elif match["digits"] and kind is not QuantityKind.MONEY:
        before = prose[amount.number - 1 : amount.number]
        if (
            before in {"-", "'"}
            and amount.number - 1 > first
            and prose[amount.number - 2].isalnum()
            and amount.start == amount.number
        ):
            return None, amount.end
    hedge = modifiers.before(prose, amount.start, floor)
    if hedge is None:
        behind = modifiers.after(prose, noun.end if noun else end, stop) or modifiers.after(prose, end, stop)
        if behind:
            hedge = behind[0]
    what = measured.what(
        prose, (hedge.start if hedge and hedge.start < amount.start else amount.start), end, kind, noun, floor, stop
    )
    if kind is None:
        kind = QuantityKind.COUNT
        if noun:
            unit = noun.head
            end = noun.end if noun.end - end <= 40 and not noun.chosen else end
        if numeral.fraction:
            kind = QuantityKind.MEASURE
            unit = None
            end = amount.end
            of = measured.of_measure(prose, amount.start, amount.end, floor, stop)
            what = of or what
        elif unit is None and what in {"dead", "injured", "missing", "survivor", "rescued"}:
            unit = "person"
    exact = kind is QuantityKind.COUNT and (abs(value) < 100 or step == 1)
    low, high = modifiers.spread(value, step, hedge, exact=exact)
    bound = hedge.bound if hedge else Bound.EXACT
    span = (amount.start, end)
    return Quantity(*span, prose[slice(*span)], kind, value, low, high, unit, what, bound), end


def _past_identifier(prose: str, end: int) -> int:
    while end < len(prose) and (prose[end].isalnum() or prose[end] == "_"):
        end += 1
    return end


def _word_counts(prose: str, match: re.Match[str], numeral: Numeral, noun: nouns.Noun | None, stop: int) -> bool:
    """Whether a number word counts: "one" seldom does, "half" only of something."""
    word = match["word"].lower()
    plain = numeral.end == match.end()
    if (
        plain
        and match["word"][0].isupper()
        and _CAPITAL_BEFORE.search(prose, max(0, match.start() - 20), match.start())
    ):
        return False  # the Big Three, Formula One
    if word == "half" and numeral.fraction:
        return (
            bool(_FRACTION_HALF_OK.match(prose, numeral.end, stop)) and prose[match.start() - 1 : match.start()] != "-"
        )
    if word.startswith(("a ", "an ")) and numeral.fraction:
        return prose[numeral.end : numeral.end + 1] != "-" and prose.startswith(
            (" of", ",", ".", " to", " in", " from"), numeral.end
        )
    if word == "one" and plain:
        return bool(_ONE_OK.match(prose, numeral.end, stop))
    if prose[match.start() - 1 : match.start()] == "-" and match.start() and prose[match.start() - 2].isalnum():
        return False
    return not (prose[match.end() : match.end() + 1] == "-" and noun is None and plain)
