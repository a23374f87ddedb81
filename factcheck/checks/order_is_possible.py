"""What one article tells must be able to happen in the order of its dates.

Kinds of order: of event types (the lexicon's ``precedes``: an arrest before the plea of the same person), of the
text's own words ("sent in answer to that call"; "with every approval in hand"), and of a rocket's ascent, told in
minutes and seconds after lift-off, of one sentence's grammar ("having joined in 2013"), of journeys, lives and
releases, and of stages of affairs and cues wherever they stand. Plans, claims and denials give no order.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.orders.of_ascent import ascent_conflicts
from factcheck.checks.orders.of_clauses import clause_conflicts
from factcheck.checks.orders.of_lives import life_conflicts
from factcheck.checks.orders.of_types import type_conflicts
from factcheck.checks.orders.of_words import word_conflicts
from factcheck.checks.orders.solved import solved_orders
from factcheck.identity.model import Corpus


class Options(BaseOptions):
    """What a rule may set."""

    longest_days: int = option(
        default=365, gt=0, description="Dates farther apart than this are of two affairs, whatever their types."
    )


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each pair of statements of one article whose dates reverse what must come first."""
    for number, article in enumerate(corpus.articles):
        told: list[Evidence] = []
        for conflict in chain(
            type_conflicts(corpus, number, options.longest_days),
            word_conflicts(article),
            ascent_conflicts(article),
            clause_conflicts(article),
            life_conflicts(article),
        ):
            told += conflict.evidence
            yield conflict
        for conflict in solved_orders(article):
            if not any(one.start < other.end and other.start < one.end for one in told for other in conflict.evidence
                       if one.document == other.document):  # fmt: skip
                yield conflict
