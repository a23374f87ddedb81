"""The figures of an article that have something to be compared by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.figures import quantities as figures
from factcheck.checks.figures.told_figures import Told, rate_after
from factcheck.checks.figures.words import ABOARD, ABOARD_AFTER, ABOARD_BEFORE, GENERIC
from factcheck.checks.sentence_words import words_in
from factcheck.document.model import BlockKind
from factcheck.expressions.model import Bound, Quantity, QuantityKind, Timex, TimexType
from factcheck.expressions.quantity.units import UNITS
from factcheck.pattern_words import may_find
from factcheck.patterns import regex
from factcheck.records import replace
from factcheck.text.model import Sentence


def is_generic(noun: str) -> bool:
    """Whether a noun is one of which any story counts several sets: people, countries, days."""
    return noun in GENERIC


def told(number: int, article: Article) -> Iterator[Told]:
    """The figures of one article that have something to be compared by, in text order; headings are left out."""
    prose = article.document.prose
    for sentence, quantities in figures.by_sentence(article):
        if sentence.kind in (BlockKind.HEADING, BlockKind.ROW):
            continue
        for quantity in quantities:
            if quantity.bound not in (Bound.EXACT, Bound.ABOUT):
                continue
            unit, factor, offset = _unit(quantity)
            if unit is None:
                continue
            if unit == "person" and quantity.measured == "person" and _is_aboard(prose, quantity, sentence):
                unit = ABOARD
            rate = rate_after(prose, quantity.end, sentence.end)
            yield Told(
                number,
                article,
                sentence,
                quantity,
                unit,
                quantity.low * factor + offset,
                quantity.high * factor + offset,
                rate[0] if rate else None,
            )


_MAGNITUDE = regex(r"\b[Mm]agnitude[- ](?:of )?(?P<after>\d\.\d)\b|\b(?P<before>\d\.\d)[- ]magnitude\b")
_LASTING = regex(r"P(?P<clock>T)?(?P<number>\d+(?:\.\d+)?)(?P<unit>[YMWDHS])")
_UNIT_OF = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
TIME_UNITS = frozenset(_UNIT_OF.values())


SCORE = "score"
_POINTS = regex(r"(\d{1,3})[-–](\d{1,3})")
_UNDER_WAY = regex(
    r"\b(?:half|half-time|aggregate|led|leads?|leading|ahead|behind|trail\w*|series|sets?|quarter|interval|shoot-?out"
    r"|penalties|tie-?break|first leg|vot\w+|ruling|odds)\b"
)


def told_more(number: int, article: Article) -> Iterator[Told]:
    """The figures of one article, with lengths of time, magnitudes and numbers without a noun, in text order."""
    prose = article.document.prose
    spoken = words_in(article)
    index = 0
    times = [time for time in article.expressions.times if time.type is TimexType.DURATION]
    for sentence, quantities in figures.by_sentence(article):
        if sentence.kind in (BlockKind.HEADING, BlockKind.ROW):
            continue
        more = []
        if may_find(_MAGNITUDE, spoken[sentence.start]):
            more = [_magnitude(match) for match in _MAGNITUDE.finditer(prose, sentence.start, sentence.end)]
        while index < len(times) and times[index].start < sentence.end:
            if times[index].start >= sentence.start and times[index].mod is None:
                more += _lasting(times[index])
            index += 1
        taken = {quantity.start for quantity in more}
        rest = [quantity for quantity in quantities if quantity.start not in taken]
        for quantity in sorted([*rest, *more], key=lambda quantity: quantity.start):
            if quantity.bound not in (Bound.EXACT, Bound.ABOUT):
                continue
            unit = quantity.unit or ("" if quantity.kind is QuantityKind.COUNT else None)
            if quantity.kind is QuantityKind.SCORE:
                if (result := _result(quantity, prose[sentence.start : sentence.end])) is not None:
                    yield Told(number, article, sentence, result, SCORE, result.low, result.high)
                continue
            if unit is None or quantity.kind in (QuantityKind.AGE, QuantityKind.ORDINAL):
                continue
            rate = rate_after(prose, quantity.end, sentence.end)
            each = rate[0] if rate else None
            yield Told(number, article, sentence, quantity, unit, quantity.low, quantity.high, each)


def _result(quantity: Quantity, sentence: str) -> Quantity | None:
    """A match's final score as one number whichever side comes first; None for one on the way there."""
    match = _POINTS.fullmatch(quantity.text)
    if match is None or len(_POINTS.findall(sentence)) > 1 or _UNDER_WAY.search(sentence):
        return None
    value = float(max(int(match[1]), int(match[2])) * 1000 + min(int(match[1]), int(match[2])))
    return replace(quantity, value=value, low=value, high=value)


def _magnitude(match: re.Match[str]) -> Quantity:
    name = "after" if match["after"] else "before"
    value = float(match[name])
    return Quantity(
        match.start(name), match.end(name), match[name], QuantityKind.MEASURE, value, value, value, "magnitude"
    )


def _lasting(time: Timex) -> list[Quantity]:
    """A length of time in one unit ("31 days") as a quantity."""
    match = _LASTING.fullmatch(time.value)
    if match is None:
        return []
    value = float(match["number"])
    unit = _UNIT_OF.get((match["clock"] or "") + match["unit"])
    return [Quantity(time.start, time.end, time.text, QuantityKind.MEASURE, value, value, value, unit)]


def _is_aboard(prose: str, quantity: Quantity, sentence: Sentence) -> bool:
    before = prose[max(sentence.start, quantity.start - 32) : quantity.start]
    after = prose[quantity.end : min(sentence.end, quantity.end + 32)]
    return bool(ABOARD_BEFORE.search(before) or ABOARD_AFTER.match(after))


def _unit(quantity: Quantity) -> tuple[str | None, float, float]:
    """The unit to compare by, with factor and offset to its base; None for what is never compared."""
    if quantity.kind is QuantityKind.COUNT:
        return (quantity.unit if quantity.measured else None), 1.0, 0.0
    if quantity.kind in (QuantityKind.MONEY, QuantityKind.PERCENT):
        return quantity.unit, 1.0, 0.0
    unit = UNITS.get(quantity.unit or "") if quantity.kind is QuantityKind.MEASURE else None
    if unit is None or unit.dimension in {"time", "temperature", "angle", "percent", "percentage points"}:
        return None, 1.0, 0.0
    return unit.dimension, unit.factor, unit.offset
