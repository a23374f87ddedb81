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

from factcheck.checks.arithmetic.options import PercentOptions as Options
from factcheck.checks.arithmetic.ratios import ratios
from factcheck.checks.arithmetic.table_shares import columns
from factcheck.checks.figures import quantities as figures
from factcheck.checks.model import Conflict
from factcheck.checks.tables import tables
from factcheck.checks.templates import figure_template
from factcheck.expressions.model import QuantityKind
from factcheck.identity.model import Corpus

__all__ = ["Options", "check"]


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each percentage that does not follow from its numbers."""
    for article in corpus.articles:
        if any(quantity.kind is QuantityKind.PERCENT for quantity in article.expressions.quantities):
            # Many an article has none, and needs none of the modules behind this one.
            from factcheck.checks.arithmetic.percent_in_prose import percentages_in_prose

            yield from percentages_in_prose(article, options)
        else:
            for sentence, quantities in figures.by_sentence(article):
                if len(quantities) > 1:
                    yield from ratios(article, figure_template(article, sentence), options)
        for table in tables(article):
            yield from columns(article, table, options)
