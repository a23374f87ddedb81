"""Lengths of seconds to hours against the clock times of their paragraph: what no two explain and one pair nearly does.

A helper of ``duration_solved``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.assertions.model import Article
from factcheck.checks.clocks.told import Clock, find_clocks
from factcheck.checks.durations.cues import is_told
from factcheck.checks.durations.misfit import misfit
from factcheck.checks.durations.passage import is_of_passage
from factcheck.checks.model import Conflict
from factcheck.checks.timelines.points_told import (
    Length,
)
from factcheck.patterns import regex
from factcheck.temporal.interval import DAY
from factcheck.text.model import Sentence

_FACTOR = 2.8  # how many times too long or too short a slip may be
_MOST_POINTS = 6
_OTHER_CLOCK = regex(
    # a time in brackets is the same told again: "at 2:47 a.m. (0047 GMT)"
    r"(?<!\(\d{4} )\b(?:local time|GMT|UTC|E[DS]T|P[DS]T|BST|CES?T|time zones?|date line|clocks?|flew|flight"
    r"|airliner)\b"
)
_FLYING = regex(r"\b(?:flew|flights?|planes?|aircraft|jets?|airliners?|airport)\b")
_LANDING = regex(r"\b(?:land\w*|arriv\w+|reach\w+|touch\w+ down)\b")

# "... at 9:21, and an ambulance 26 minutes later": the ambulance has no time of its own.
_OF_ANOTHER = regex(r"\band (?:an?|the|his|her|their|two|three) (?:[\w'’-]+ ){1,3}$")


def misfits_of_clocks(
    article: Article, sentence: Sentence, window: Sequence[Sentence], length: Length, others: Sequence[Length]
) -> Iterator[Conflict]:
    prose = article.document.prose
    if length.high > 5 * DAY or _OTHER_CLOCK.search(prose, window[0].start, window[-1].end):
        return
    told = [(number, clock) for number, one in enumerate(window) for clock in find_clocks(article, one)]
    clocks = [clock for _, clock in told]
    if not 2 <= len(clocks) <= _MOST_POINTS:
        return
    if _OF_ANOTHER.search(prose, max(sentence.start, length.start - 40), length.start) and prose.startswith(
        " later", length.end
    ):
        return
    gaps = [gap for a, b in combinations(clocks, 2) for gap in _gaps(a, b)]
    # The minute that a time is stated to may be rounded, too.
    low, high = length.low - 90, length.high + 90
    if any(low <= gap <= high for gap in gaps):
        return
    spans = gaps + [(each.low + each.high) / 2 for each in others if each.start != length.start]
    if any(low <= one + other <= high or low <= abs(one - other) <= high for one, other in combinations(spans, 2)):
        return
    here = next(number for number, one in enumerate(window) if one.start == sentence.start)
    own = [clock for number, clock in told if number == here]
    pair = None
    if len(own) == 2:
        pair = own
    elif len(clocks) == 2:
        pair = clocks
    elif len(own) == 1:
        before = [clock for number, clock in told if number == here - 1]
        pair = [before[-1], own[0]] if len(before) == 1 else None
    elif not own:
        before = [clock for number, clock in told if number == here - 1]
        pair = before if len(before) == 2 else None
    if pair is None or not is_told(article, sentence, length):
        return
    if not is_of_passage(prose, sentence, length, pair, window):
        return
    if _FLYING.search(prose, window[0].start, window[-1].end) and _LANDING.search(
        prose, window[0].start, window[-1].end
    ):
        return  # the clocks may have changed on the way
    turned = (
        re.match(r",? (?:after|since)\b(?! (?:that|this|it)\b)", prose[length.end : length.end + 13]) is not None
        and pair[0].end <= length.start
    )
    near = [gap for gap in _gaps(pair[turned], pair[not turned], back=False) if gap > 0]
    if not near:
        return
    gap = min(near, key=lambda one: abs(one - (low + high) / 2))
    middle = (low + high) / 2
    if max(gap / middle, middle / gap) > _FACTOR or (length.more and gap > middle):
        return
    yield misfit(article, length, pair[0].text, pair[1].text, _clock_words(gap), pair)


def _gaps(first: Clock, second: Clock, back: bool = True) -> list[int]:
    """What may lie between two times of the clock: over midnight, in either half of the day, on their days."""
    found = set()
    for one in first.seconds:
        for other in second.seconds:
            gap = other - one
            if first.day is not None and second.day is not None:
                found.add(abs(gap + (second.day - first.day) * DAY))
            else:
                found |= {gap % DAY, -gap % DAY} if back else {gap % DAY}
                if first.day is not None or second.day is not None or second.following:
                    found.add(gap % DAY + DAY)
    return sorted(found)


def _clock_words(gap: float) -> str:
    hours, minutes = divmod(round(gap / 60), 60)
    parts = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in ((hours, "hour"), (minutes, "minute"))
             if count]  # fmt: skip
    return " and ".join(parts) or "no time"
