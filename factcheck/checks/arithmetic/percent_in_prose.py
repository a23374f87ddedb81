"""Percentages of an article's sentences that do not follow from its numbers. A helper of ``percent_fits_numbers``."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic.changes import changes
from factcheck.checks.arithmetic.changes_across import Told, across
from factcheck.checks.arithmetic.hundreds import hundreds
from factcheck.checks.arithmetic.options import PercentOptions
from factcheck.checks.arithmetic.plausible_percent import percentages
from factcheck.checks.arithmetic.points import point_words, points
from factcheck.checks.arithmetic.profit_margins import margins, told_margins
from factcheck.checks.arithmetic.ratios import ratios
from factcheck.checks.arithmetic.shares import of_target, of_that, shares, that_is, told_of_target
from factcheck.checks.arithmetic.steps import steps, wholes
from factcheck.checks.figures import quantities as figures
from factcheck.checks.model import Conflict
from factcheck.checks.templates import figure_template
from factcheck.expressions.model import Quantity, QuantityKind

_FIGURES = frozenset({QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.MONEY})


def percentages_in_prose(article: Article, options: PercentOptions) -> Iterator[Conflict]:
    """Yield the conflicts that the grammar finds, then those of the solver that are of other percentages."""
    judged: set[int] = set()
    for conflict in _step_by_step(article, options):
        judged.update(place.start for place in conflict.evidence)
        yield conflict
    for conflict in percentages(article, figures.by_sentence(article), options):
        if not any(place.start in judged for place in conflict.evidence):
            yield conflict


def _step_by_step(article: Article, options: PercentOptions) -> Iterator[Conflict]:
    profits: list[tuple[Quantity, Quantity, str]] = []
    shares_of_target: list[tuple[Quantity, Quantity]] = []
    before: list[Told] = []
    for sentence, quantities in figures.by_sentence(article):
        if not quantities:
            before = []
            continue
        shape = figure_template(article, sentence)
        now = Told(shape, sentence.block, tuple(one for one in quantities if one.kind in _FIGURES))
        if shape.shares:
            shares_of_target += told_of_target(shape)
            profits += told_margins(shape)
            yield from that_is(before, now, article, options)
            yield from changes(article, shape, options)
            yield from shares(article, shape, options)
            yield from of_that(before, now, article, options)
            yield from points(article, shape, options)
            yield from point_words(article, shape, options)
            yield from hundreds(article, shape)
            yield from steps(article, shape, options)
            yield from wholes(article, shape, options)
        if shape.shares or (before and before[-1].shape.shares):
            yield from across(before, now, article, options)
        if shape.figures > 1:
            yield from ratios(article, shape, options)
        before = [*before[-2:], now]
    yield from margins(article, profits, options)
    yield from of_target(article, shares_of_target, options)
