"""Lengths of time that no two points of their paragraph explain, whatever the construction.

A solver, no grammar: the dates and clock times of a paragraph are points, and a stated length that a cue leaves open as
one of the story ("spent five years behind bars", "the 72-hour stoppage") must be what lies between two of them, or
between one and the day of publication, or a sum or difference with another length. A length that nothing explains and
that one pair of points nearly does is a slip. Lengths far off are of something else, and stay silent.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict
from factcheck.checks.timelines.points_told import (
    lengths_by_sentence,
    paragraphs,
)

_MOST_LENGTHS, _WINDOW = 5, 4


def solved_lengths(article: Article) -> Iterator[Conflict]:
    """Yield a conflict for each length that nothing in its paragraph explains and one pair of points nearly does."""
    told = lengths_by_sentence(article)
    for group in paragraphs(article) if told else ():
        for index, sentence in enumerate(group):
            lengths = told.get(sentence.start)
            if lengths is None:
                continue
            window = group[max(0, index - _WINDOW) : index + _WINDOW]
            others = [each for one in window for each in told.get(one.start, ())]
            if len(others) > _MOST_LENGTHS:
                continue
            for length in lengths:
                if length.unit in ("second", "minute", "hour"):
                    from factcheck.checks.durations.solved_clocks import misfits_of_clocks

                    yield from misfits_of_clocks(article, sentence, window, length, others)
                if length.unit not in ("second", "minute"):
                    from factcheck.checks.durations.solved_dates import misfits_of_dates

                    yield from misfits_of_dates(article, sentence, window, length, others)
