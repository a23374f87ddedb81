"""Figures held against a reference fact: counts, measures and sums of money by unit, terms ("nine years") as durations.

A statement must give exactly one figure of the fact's kind, and no other in the sentence may agree with the fact.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date

from factcheck.assertions.model import Article
from factcheck.assertions.words import stem
from factcheck.checks.figures import quantities as figures
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.reference.words import agreement, fact_line, fact_name, figure_words, source_words
from factcheck.checks.telling import article_name
from factcheck.expressions.model import Quantity, QuantityKind, TimexType
from factcheck.expressions.quantity.units import UNITS, convert
from factcheck.identity.comparison import Record
from factcheck.identity.fact_matching import Known
from factcheck.identity.facts import Figure
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY, instant

_FATES = frozenset({"dead", "injured", "missing", "survivor", "rescued", "feared dead"})
_PLAIN = frozenset({QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.MONEY, QuantityKind.PERCENT})
# Months for years and months, days for weeks and days: a month has no fixed number of days.
_LENGTHS = {"year": ("month", 12.0), "month": ("month", 1.0), "week": ("day", 7.0), "day": ("day", 1.0)}
_LENGTH = regex(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?")
_NEAR = 40


@dataclass(frozen=True, slots=True)
class _Stated:
    """A figure as the article gives it, in the fact's unit."""

    low: float
    high: float
    start: int
    end: int


def wrong_figures(
    article: Article, record: Record, one: Known, gap: int | None, early_toll_days: int
) -> Iterator[tuple[str, Conflict]]:
    """A conflict for each of the fact's figures that the statement gives otherwise, with a key of the value told."""
    fact = one.fact
    for figure in fact.figures:
        lengths = figure.unit in _LENGTHS
        stated = list(_lengths(article, record, figure) if lengths else _quantities(article, record, figure))
        if len(stated) != 1 or figures.overlap((stated[0].low, stated[0].high), (figure.low, figure.high)):
            continue
        found = stated[0]
        if figure.measured in _FATES and found.high < figure.low and _is_early(article, fact.date.end, early_toll_days):
            continue
        text = " ".join(article.document.text[found.start : found.end].split())
        right = figure_words(figure)
        yield (
            text,
            Conflict(
                message=f"{article_name(article)} gives {text} for {fact_name(fact)}; "
                f"the reference fact gives {right}.",
                evidence=(Evidence(article.document.name, found.start, found.end),),
                key=(
                    "reference", fact.event, *sorted(who.name for who in fact.participants), figure.unit,
                    f"{figure.value:g}", text,
                ),
                explanation=(
                    f'{article_name(article)}: "{text}" is read as {_span(found)} {figure.unit}.',
                    fact_line(fact),
                    source_words(fact),
                    agreement(record, one, gap),
                ),
                suggestion="Check the figure, unless the fact is wrong.",
                confidence=0.9,
            ),
        )  # fmt: skip


def _span(found: _Stated) -> str:
    """ "9", or "4,450 to 4,550" where the text leaves a range."""
    low, high = f"{found.low:,.6g}", f"{found.high:,.6g}"
    return low if low == high else f"{low} to {high}"


def _is_early(article: Article, end: int | None, days: int) -> bool:
    """Whether the article appeared so soon after that a lower toll is an early count; True where that is not known."""
    published: date | None = article.document.published.day
    return published is None or end is None or instant(published) < end + days * DAY


def _quantities(article: Article, record: Record, figure: Figure) -> Iterator[_Stated]:
    for quantity in record.assertion.quantities:
        if quantity.kind in _PLAIN and _is_measured(quantity.measured, figure.measured):
            span = _in_unit(quantity, figure.unit)
            if span is not None:
                yield _Stated(*span, quantity.start, quantity.end)


def _is_measured(stated: str | None, wanted: str | None) -> bool:
    if wanted is None:
        return True
    words = {stem(word) for word in (stated or "").split()}
    return {stem(word) for word in wanted.split()} <= words


def _in_unit(quantity: Quantity, unit: str) -> tuple[float, float] | None:
    """What the quantity may stand for in the fact's unit; None where it is of another kind."""
    if quantity.unit == unit:
        return quantity.low, quantity.high
    source, target = UNITS.get(quantity.unit or ""), UNITS.get(unit)
    if source is None or target is None or source.dimension != target.dimension:
        return None
    if not math.isfinite(quantity.low) or not math.isfinite(quantity.high):
        return None
    return convert(quantity.low, source, target), convert(quantity.high, source, target)


def _lengths(article: Article, record: Record, figure: Figure) -> Iterator[_Stated]:
    """Durations between the event's word and the next event of the sentence: "sentenced to nine years in prison"."""
    assertion = record.assertion
    stop = min(
        (
            other.trigger_start
            for other in article.assertions
            if assertion.trigger_end <= other.trigger_start < assertion.sentence.end
        ),
        default=assertion.sentence.end,
    )
    base, factor = _LENGTHS[figure.unit]
    for timex in article.expressions.times:
        if timex.type is not TimexType.DURATION or not assertion.trigger_end <= timex.start < stop:
            continue
        match = _LENGTH.fullmatch(timex.value)
        if match is None or timex.mod not in (None, "APPROX"):
            continue
        years, months, weeks, days = (float(part) if part else 0.0 for part in match.groups())
        value = 12 * years + months if base == "month" else 7 * weeks + days
        other = 7 * weeks + days if base == "month" else 12 * years + months
        if other or not value or not _is_near(article, timex.end, stop, figure.measured):
            continue
        slack = 0.1 * value if timex.mod == "APPROX" else 0.0
        yield _Stated((value - slack) / factor, (value + slack) / factor, timex.start, timex.end)


def _is_near(article: Article, at: int, stop: int, measured: str | None) -> bool:
    """Whether what is measured stands right after: "nine years in prison"."""
    if measured is None:
        return True
    after = {
        stem(word) for word in re.findall(r"[^\W\d_]+", article.document.prose[at : min(stop, at + _NEAR)].lower())
    }
    return {stem(word) for word in measured.split()} <= after
