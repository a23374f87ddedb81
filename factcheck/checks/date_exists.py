"""Dates and times must exist, past things are not dated to come, and nothing is modified before it was published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from factcheck.assertions.model import Article
from factcheck.checks.calendar.dates_amiss import dates_amiss, is_known
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.telling import article_name
from factcheck.document.model import Basis
from factcheck.identity.model import Corpus


class Options(BaseOptions):
    """No options: a date exists or it does not."""


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each date that no calendar has, and for each modification before publication."""
    for article in corpus.articles:
        for timex in article.expressions.times:
            if timex.impossible and not is_known(article, timex.start):
                yield Conflict(
                    message=f'{article_name(article)} writes "{timex.text}", a date or time that does not exist.',
                    evidence=(Evidence(article.document.name, timex.start, timex.end),),
                    key=("no such date", timex.value),
                    explanation=tuple(dict.fromkeys(timex.how)) or (f'"{timex.text}" would be {timex.value}.',),
                    suggestion="Check the day of the month.",
                    confidence=0.97,
                )
        yield from dates_amiss(article)
        yield from _modified_too_early(article)


def _modified_too_early(article: Article) -> Iterator[Conflict]:
    document = article.document
    published, modified = document.published, document.modified
    if published.basis is not Basis.STATED or published.day is None or modified is None:
        return
    day = modified.date() if isinstance(modified, datetime) else modified
    # A day's slack: the two stamps may be given on different clocks.
    if (published.day - day).days > 1:
        block = document.blocks[0] if document.blocks else None
        if block is None:
            return
        yield Conflict(
            message=f"{article_name(article)} says it was modified on {day.isoformat()}, "
            f"before it was published on {published.day.isoformat()}.",
            evidence=(Evidence(document.name, block.start, block.end),),
            key=("modified before published",),
            explanation=published.how,
            suggestion="Check both stamps.",
            confidence=0.9,
        )
