"""A stated length of time must fit the start and the end that the text gives beside it.

"Began at 10:15 a.m. and broke up at 11:50 a.m., after two hours and 35 minutes"; "the whole raid took 17
minutes" after two clock times; "at 12:01, 47 minutes after lift-off" where lift-off is timed elsewhere;
"after 37 hours in the rubble". Only clock times and days whose roles are certain, on one clock.

Grammars and a solver stand side by side, since each finds what the other does not (measured on six sets of
invented articles and the tables of tests): ``duration_of_clocks``, ``duration_of_processes`` and ``duration_in_days``
judge to the minute and the day, and across paragraphs, because the words say what is measured; ``duration_solved``
needs no construction, but sees one paragraph only and must leave what other points might explain.
``duration_after_events`` looks the event up in the whole article.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from factcheck.assertions.model import Article
from factcheck.checks.durations.after_events import event_lengths
from factcheck.checks.durations.in_days import day_counts
from factcheck.checks.durations.later import years_later
from factcheck.checks.durations.of_clocks import clock_lengths
from factcheck.checks.durations.of_processes import process_lengths
from factcheck.checks.durations.solved import solved_lengths
from factcheck.checks.durations.to_now import lengths_to_now
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.templates import time_template, times_by_sentence
from factcheck.expressions.model import TimexType
from factcheck.identity.model import Corpus


class Options(BaseOptions):
    """What a rule may set."""

    slack_minutes: float = option(
        default=1.0, ge=0, description="How far a length stated to the minute may be off, in minutes."
    )


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each stated duration that does not fit its start and end, one for each duration."""
    for article in corpus.articles:
        told: list[Evidence] = []
        for conflict in chain(
            _day_counts(article),
            event_lengths(article, options),
            clock_lengths(article),
            process_lengths(article),
            lengths_to_now(article),
            years_later(article),
            solved_lengths(article),
        ):
            length = conflict.evidence[0]
            if not any(one.start < length.end and length.start < one.end for one in told):
                told.append(length)
                yield conflict


def _day_counts(article: Article) -> Iterator[Conflict]:
    blocks = article.document.blocks
    told = times_by_sentence(article)
    for sentence in article.text.sentences:
        times = told.get(sentence.start, ())
        counted = len(times) >= 2 and any(timex.type is TimexType.DURATION for timex in times)
        if counted and blocks[sentence.block].repeats is None:
            yield from day_counts(article, time_template(article, sentence))
