"""A percentage beside the numbers it is taken from must follow from them, as far as all are rounded.

Growth ("rose 12.4% to £412m, from £375m"), shares ("46,717 of the 119,480 votes, or 39.1%"), turnouts, points,
ratios in words ("doubled from 40 to 80"), profit margins where the article gives the revenue, and tables with
a column of percentages. ``arithmetic`` has a file for each.

Grammars and a solver (``plausible_percent``) stand side by side, and neither finds what the other does: the grammars
tell of several figures in a sentence which two are meant, and carry figures across sentences; the solver takes any
words, but only where two figures alone can be meant (3 of 4 of the short texts set aside are its finds alone).
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks import figures
from factcheck.checks.arithmetic.changes import changes
from factcheck.checks.arithmetic.changes_across import Told, across
from factcheck.checks.arithmetic.hundreds import hundreds
from factcheck.checks.arithmetic.options import PercentOptions as Options
from factcheck.checks.arithmetic.plausible_percent import percentages
from factcheck.checks.arithmetic.points import point_words, points
from factcheck.checks.arithmetic.profit_margins import margins, told_margins
from factcheck.checks.arithmetic.ratios import ratios
from factcheck.checks.arithmetic.shares import of_target, of_that, shares, that_is, told_of_target
from factcheck.checks.arithmetic.steps import steps, wholes
from factcheck.checks.arithmetic.table_shares import columns
from factcheck.checks.model import Conflict
from factcheck.checks.tables import tables
from factcheck.checks.templates import figure_template
from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.identity.model import Corpus

__all__ = ["Options", "check"]

_FIGURES = frozenset({QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.MONEY})


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each percentage that does not follow from its numbers."""
    for article in corpus.articles:
        judged: set[int] = set()
        for conflict in _in_prose(article, options):
            judged.update(place.start for place in conflict.evidence)
            yield conflict
        for conflict in percentages(article, figures.by_sentence(article), options) if _has_percent(article) else ():
            if not any(place.start in judged for place in conflict.evidence):
                yield conflict
        for table in tables(article):
            yield from columns(article, table, options)


def _has_percent(article: Article) -> bool:
    return any(quantity.kind is QuantityKind.PERCENT for quantity in article.expressions.quantities)


def _in_prose(article: Article, options: Options) -> Iterator[Conflict]:
    profits: list[tuple[Quantity, Quantity, str]] = []
    shares_of_target: list[tuple[Quantity, Quantity]] = []
    before: list[Told] = []
    percent = _has_percent(article)
    for sentence, quantities in figures.by_sentence(article):
        if not quantities:
            before = []
            continue
        if not percent:
            if len(quantities) > 1:
                yield from ratios(article, figure_template(article, sentence), options)
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
