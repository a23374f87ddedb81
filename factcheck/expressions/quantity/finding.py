"""From prose to quantities, a sentence at a time: where numbers stand, and which reader takes each.

An :class:`~factcheck.expressions.quantity.amounts.Amount` (a number with its unit) is read first. Then it is an age, an
end of a range, a score, or a number that stands by itself; each has its own module.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from factcheck.document.model import Document
from factcheck.expressions.model import Quantity, QuantityKind, Timex
from factcheck.expressions.quantity import ages, conversions, identifiers, numerals
from factcheck.expressions.quantity.amounts import Amount, read_amount
from factcheck.expressions.quantity.numerals import START
from factcheck.expressions.quantity.ranges import read_range, upper_end
from factcheck.expressions.quantity.scores import read_score
from factcheck.expressions.quantity.shared_units import share_units
from factcheck.expressions.quantity.single_numbers import read_single
from factcheck.patterns import regex
from factcheck.records import replace
from factcheck.text.model import Sentence, Text

_FEET_INCHES = regex(r"(\d{1,2})' ?(\d{1,2}(?:½)?)(?:\"|'')")
_ORDINAL_NOUN = regex(
    r"(?: (?!and\b|of\b|in\b|the\b|to\b|or\b)[A-Za-z][\w'-]*){0,3}"
    r" (?:anniversary|birthday|jubilee|edition|founding|centenary)\b",
)
# Forty bare numbers in a row: data that lost their columns, which say nothing and cost much.
_DUMP = regex(r"(?:\d[\d.,]{0,11} ){40}(?:\d[\d.,]{0,11} )*(?:\d[\d.,]{0,11}$)?")


def find_quantities(document: Document, text: Text, times: Sequence[Timex]) -> tuple[Quantity, ...]:
    """The quantities of a document's statements, in text order and without overlaps.

    ``times`` are the document's time expressions: what they span is no quantity (ages excepted).
    A pure function; never raises on any text.
    """
    prose = document.prose
    starts = [time.start for time in times]
    named = identifiers.learnt(prose)
    result: list[Quantity] = []
    for sentence in text.sentences:
        found = _in_sentence(prose, sentence, times, starts)
        if named:
            found = [one for one in found if not (one.kind is QuantityKind.COUNT and _first_word(one.text) in named)]
        if found:
            found = share_units(prose, found)
            result.extend(conversions.pair(prose, found))
    return tuple(result)


def _first_word(text: str) -> str:
    return text.split(" ", 1)[0].rstrip("s")


def _in_time(times: Sequence[Timex], starts: list[int], start: int, end: int) -> bool:
    index = bisect_right(starts, start) - 1
    if index >= 0 and times[index].end > start:
        return True
    return index + 1 < len(times) and times[index + 1].start < end


def _in_sentence(prose: str, sentence: Sentence, times: Sequence[Timex], starts: list[int]) -> list[Quantity]:
    found: list[Quantity] = []
    openings = numerals.openings(sentence.tokens)
    position, stop = sentence.start, sentence.end
    floor = position
    while True:
        match = _next(prose, position, stop, openings)
        if match is None:
            return found
        position = match.end()
        dump = _DUMP.match(prose, match.start(), stop)
        if dump is not None:
            floor = position = dump.end()
            continue
        if times and _in_time(times, starts, match.start(), match.end()):
            age = _age_in_time(prose, match, floor, stop)
            if age:
                found.append(age)
                floor = position = age.end
            continue
        quantity, end = _quantity(prose, match, sentence.start, floor, stop)
        position = max(position, end)
        if quantity is not None:
            if (
                times
                and quantity.kind is not QuantityKind.AGE
                and _in_time(times, starts, quantity.start, quantity.end)
            ):
                later = [time.start for time in times if quantity.start < time.start < quantity.end]
                if not later:
                    continue
                cut = len(prose[quantity.start : later[0]].rstrip())
                quantity = replace(
                    quantity, end=quantity.start + cut, text=prose[quantity.start : quantity.start + cut]
                )
            found.append(quantity)
            floor = quantity.end


def _next(prose: str, position: int, stop: int, openings: Sequence[tuple[int, int]]) -> re.Match[str] | None:
    """The next number from ``position`` on; what lies between it and the next of the ``openings`` holds none."""
    index = bisect_left(openings, (position,))
    if index == 0 or openings[index - 1][1] <= position:
        if index == len(openings):
            return None
        position = openings[index][0]
    return START.search(prose, position, stop)


def _age_in_time(prose: str, match: re.Match[str], floor: int, stop: int) -> Quantity | None:
    numeral = numerals.read(prose, match, stop)
    if numeral is None or numeral.ordinal:
        return None
    end = ages.is_age(prose, match.start(), numeral.end, numeral.value, floor, stop)
    if end is None or (end == numeral.end and prose[match.start() - 2 : match.start()] != ", "):
        return None
    return ages.age(prose, match.start(), end, numeral)


def _quantity(prose: str, match: re.Match[str], first: int, floor: int, stop: int) -> tuple[Quantity | None, int]:
    """The quantity at ``match`` or None, with where to read on. ``first`` is where the sentence begins."""
    start = match.start()
    if match["digits"]:
        pair = _FEET_INCHES.match(prose, start, stop) if prose.startswith("'", match.end()) else None
        if pair and int(pair[1]) < 10 and float(pair[2].rstrip("½")) < 12:
            height = _feet_and_inches(pair)
            return height, height.end
        if identifiers.is_telephone(prose, start, match.end()):
            return None, identifiers.past_chain(prose, match.end(), stop)
    amount = read_amount(prose, match, floor, stop)
    if amount is None:
        return None, match.end()
    numeral = amount.numeral
    if numeral.ordinal:
        return _ordinal(prose, amount, stop)
    age_end = ages.is_age(prose, start, numeral.end, numeral.value, first, stop)
    if age_end is not None and not numeral.fraction:
        return ages.age(prose, start, age_end, numeral), age_end
    second = upper_end(prose, amount, floor, stop)
    if second is not None:
        return read_range(prose, match, amount, second, first, floor, stop)
    if amount.kind is None and match["digits"]:
        score = read_score(prose, match, first, stop)
        if score is not None:
            return score, score.end
    return read_single(prose, match, amount, first, floor, stop)


def _feet_and_inches(pair: re.Match[str]) -> Quantity:
    """ "6'2": a height to the nearest inch."""
    value = int(pair[1]) + float(pair[2].rstrip("½")) / 12
    span = (pair.start(), pair.end())
    return Quantity(*span, pair.group(), QuantityKind.MEASURE, value, value - 1 / 24, value + 1 / 24, "foot")


def _ordinal(prose: str, amount: Amount, stop: int) -> tuple[Quantity | None, int]:
    noun = _ORDINAL_NOUN.match(prose, amount.end, stop)
    if noun is None and not amount.numeral.digits:
        return None, amount.end
    what = noun.group().strip().lower() if noun else None
    value = amount.value
    span = (amount.start, amount.end)
    return Quantity(*span, prose[slice(*span)], QuantityKind.ORDINAL, value, value, value, None, what), amount.end
