"""A length of time beside the two clock times that it measures, in one sentence or across several.

"Sat down at 9:40 and rose at 12:10; one called the four and a half hours wasted"; "failed at 8.05 p.m. ... came on
again at 8.50, after an hour and three quarters". Within one
sentence the words must say that the length is that of the span.
Across sentences the end's words must belong to the start's, and no other pair of the article's times may explain the
length. A helper of ``duration_fits_ends``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.clocks.judged import LONGEST, clocks_fit, judge_clocks, passed_between
from factcheck.checks.clocks.phrases import (
    END_AFTER,
    IT_LASTED,
    LATER,
    LENGTH_AFTER,
    LENGTH_LATER,
    THEY_HAD,
    TWO_TIMES,
    WITHIN,
)
from factcheck.checks.clocks.told import Clock, find_clocks
from factcheck.checks.durations.lengths_told import Length, find_lengths
from factcheck.checks.durations.processes import OF_HOURS, Process
from factcheck.checks.model import Conflict
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Sentence

_UNSURE = regex(
    r"\b(?:local time|GMT|UTC|[ECMP][DS]T|BST|CES?T|time zones?|clocks (?:went|go)|(?:and|then) again"
    r"|(?<!without a )breaks?|pauses?|interruptions?"
    r"|interrupted|on and off|respectively)\b"
)
_FLYING = regex(r"\b(?:flew|flight|flights|plane|planes|aircraft|jet|airport|airliner)\b")
_LANDING = regex(r"\b(?:land\w*|arriv\w+|reach\w+|touch\w+ down)\b")
_PLANNED = regex(r"\b(?:was to|were to|will|would|should|planned|scheduled|due|expected|meant to|supposed to|if)\b")
_BACK = 14  # sentences


@dataclass(frozen=True, slots=True)
class _Start:
    """A start told with a clock time: its sentence's number, and the families of words that tell it."""

    number: int
    clock: Clock
    families: frozenset[str]


def clock_lengths(article: Article) -> Iterator[Conflict]:
    """Yield a conflict for each length of time that does not fit the clock times it measures."""
    measured = _lengths(article)
    if not measured:
        return
    prose = article.document.prose
    blocks = article.document.blocks
    alone: list[tuple[int, str, Clock]] = []  # number, shape and clock time of the sentences that may tell a start
    every: list[Clock] = []
    last: tuple[str, Sequence[Clock], int] | None = None
    pending: list[tuple[int, Clock, Length, frozenset[str]]] = []
    recent: list[tuple[int, Clock]] = []
    for number, sentence in enumerate(article.text.sentences):
        if blocks[sentence.block].repeats is not None:
            continue
        clocks, lengths = find_clocks(article, sentence), measured.get(sentence.start, ())
        if not clocks and not lengths:
            last = None
            continue
        clocks, aside = _on_one_clock(prose, clocks)
        every += clocks
        shape = _shape(prose, sentence, clocks, lengths, aside)
        flown = _FLYING.search(shape) is not None and _LANDING.search(shape) is not None
        unsure = _UNSURE.search(shape) is not None or flown
        if lengths and len(clocks) == 2 and not unsure:
            yield from _within(article, shape, clocks, lengths)
        elif lengths and len(clocks) == 1 and (flown or not unsure) and not _PLANNED.search(shape):
            if not flown:
                pending += _ends(number, shape, clocks, lengths, last[1] if last and last[2] == sentence.block else [])
            yield from _later(article, sentence, shape, clocks, lengths, last, every)
        elif lengths and not clocks and last is not None and last[2] == sentence.block:
            yield from _lasted(article, shape, last[0], last[1], lengths)
            yield from _they_had(article, shape, sentence, recent, lengths)
        if len(clocks) == 1 and not _PLANNED.search(shape):
            alone.append((number, shape, clocks[0]))
        recent = [one for one in recent[-1:] if one[0] == sentence.block]
        if len(clocks) == 1 and not unsure:
            recent.append((sentence.block, clocks[0]))
        last = (shape, clocks, sentence.block)
    starts = [start for each in alone for start in _starts(*each)] if pending else []
    for number, clock, length, families in pending:
        yield from _across(article, number, clock, length, families, starts, every)


def _lengths(article: Article) -> Mapping[int, Sequence[Length]]:
    """By sentence, the lengths that may lie between two times of the clock."""
    return {
        start: short
        for start, lengths in find_lengths(article).items()
        if (short := [one for one in lengths if one.unit in "hms" and one.high < LONGEST * 3])
    }


_ZONE = regex(r",? (?:(?:[A-Z]\w+ )?local|[A-Z]\w+) time\b")
_ELSEWHERE = regex(r",? ?\((?:or )?$")


def _on_one_clock(prose: str, clocks: Sequence[Clock]) -> tuple[Sequence[Clock], list[tuple[int, int]]]:
    """The clock times without those that restate one in brackets for another zone, and what to pass over with them.

    "4:28 p.m. local time (3:28 p.m. in Lima)" is one time.
    """
    if len(clocks) < 2 or "(" not in prose[clocks[0].end : clocks[-1].start]:
        return clocks, []
    kept: list[Clock] = []
    aside: list[tuple[int, int]] = []
    for clock in clocks:
        gap = prose[kept[-1].end : clock.start] if kept else ""
        zone = _ZONE.match(gap)
        close = prose.find(")", clock.end, clock.end + 30)
        if kept and close > 0 and _ELSEWHERE.fullmatch(gap[zone.end() if zone else 0 :]):
            aside.append((kept[-1].end, close + 1))
        else:
            kept.append(clock)
    return kept, aside


def _shape(
    prose: str,
    sentence: Sentence,
    clocks: Sequence[Clock],
    lengths: Sequence[Length],
    aside: Sequence[tuple[int, int]] = (),
) -> str:
    """The sentence with ‹C0› for its times of the clock and ‹L0› for its lengths, without what is told aside."""
    marks = [(start, end, "") for start, end in aside]
    marks += [(one.start, one.end, f"‹C{number}›") for number, one in enumerate(clocks)]
    marks += [(one.start, one.end, f"‹L{number}›") for number, one in enumerate(lengths)]
    pieces, position = [], sentence.start
    for start, end, mark in sorted(marks):
        if start < position:
            continue
        pieces += [prose[position:start], mark]
        position = end
    pieces.append(prose[position : sentence.end])
    return re.sub(r"\s+", " ", "".join(pieces)).replace(" -- ", " - ")


def _mark(match: re.Match[str], name: str) -> int:
    for key, value in match.groupdict().items():
        if key[0] == name and value is not None:
            return int(value)
    raise AssertionError(name)  # every pattern has its marks


def _within(article: Article, shape: str, clocks: Sequence[Clock], lengths: Sequence[Length]) -> Iterator[Conflict]:
    for pattern in (*WITHIN, LATER):
        match = pattern.search(shape)
        if match is None or _mark(match, "a") == _mark(match, "b"):
            continue
        first, second = clocks[_mark(match, "a")], clocks[_mark(match, "b")]
        conflict = judge_clocks(article, first, second, lengths[_mark(match, "l")], 0.92)
        if conflict is not None:
            yield conflict
        return


def _lasted(
    article: Article, shape: str, before: str, clocks: Sequence[Clock], lengths: Sequence[Length]
) -> Iterator[Conflict]:
    """ "It lasted L" behind a sentence with a beginning and an end."""
    match = IT_LASTED.search(shape)
    if match is None or len(clocks) != 2 or TWO_TIMES.search(before) is None or _UNSURE.search(before):
        return
    if _FLYING.search(before) and _LANDING.search(before):
        return
    conflict = judge_clocks(article, clocks[0], clocks[1], lengths[_mark(match, "l")], 0.9)
    if conflict is not None:
        yield conflict


def _later(
    article: Article,
    sentence: Sentence,
    shape: str,
    clocks: Sequence[Clock],
    lengths: Sequence[Length],
    last: tuple[str, Sequence[Clock], int] | None,
    every: Sequence[Clock],
) -> Iterator[Conflict]:
    """ "At C, L later": counted from the only time of the sentence before."""
    if last is None or last[2] != sentence.block or len(last[1]) != 1 or _UNSURE.search(last[0]):
        return
    match = LENGTH_LATER.search(shape) or _after_what(shape, last[0])
    if match is None:
        return
    length = lengths[_mark(match, "l")]
    if _PLANNED.search(last[0]) or any(clocks_fit(one, clocks[0], length) for one in every if one is not clocks[0]):
        return
    flown = _LANDING.search(shape) and (_FLYING.search(last[0]) or _FLYING.search(shape))
    if flown and (_UNSURE.search(shape) or _may_be_zones(last[1][0], clocks[0], length)):
        return
    conflict = judge_clocks(article, last[1][0], clocks[0], length, 0.88)
    if conflict is not None:
        yield conflict


def _may_be_zones(first: Clock, second: Clock, length: Length) -> bool:
    """Whether the difference is one that zones of time make: of half hours."""
    passed = passed_between(first, second)
    if passed is None:
        return True
    off = min(abs(one - length.seconds) for one in passed)
    return min(off % 1800, -off % 1800) < 240


def _after_what(shape: str, before: str) -> re.Match[str] | None:
    """ "At C, L after the call", where the sentence before gives the time of the call."""
    match = LENGTH_AFTER.search(shape)
    if match is None:
        return None
    return match if re.search(rf"\b{match['what']}s?\b", before, re.IGNORECASE) else None


def _they_had(
    article: Article, shape: str, sentence: Sentence, recent: list[tuple[int, Clock]], lengths: Sequence[Length]
) -> Iterator[Conflict]:
    """ "The pilots had L" behind two sentences with a time to the second each."""
    match = THEY_HAD.search(shape)
    if match is None or len(recent) != 2 or any(block != sentence.block for block, _ in recent):
        return
    first, second = recent[0][1], recent[1][1]
    length = lengths[_mark(match, "l")]
    # Whoever has two hours may have them for something else; a time to the second is given to be measured.
    if not (first.exact and second.exact):
        return
    conflict = judge_clocks(article, first, second, length, 0.85)
    if conflict is not None:
        yield conflict


def _starts(number: int, shape: str, clock: Clock) -> Iterator[_Start]:
    """Each start that a sentence tells with its only clock time."""
    at = shape.find("‹C")
    families = set()
    for family in OF_HOURS:
        for match in family.begin.finditer(shape):
            near = match.end() <= at and at - match.end() <= 110 and ";" not in shape[match.end() : at]
            led = match.start() > at and match.start() - at <= 70 and re.match(r"[^.;]*$", shape[at : match.start()])
            if near or led:
                families.add(family.name)
                break
    if families:
        yield _Start(number, clock, frozenset(families))


def _ends(
    number: int, shape: str, clocks: Sequence[Clock], lengths: Sequence[Length], before: Sequence[Clock]
) -> Iterator[tuple[int, Clock, Length, frozenset[str]]]:
    """An end that a sentence tells with its only clock time, and the length that led to it."""
    for pattern in END_AFTER:
        match = pattern.search(shape)
        if match is None:
            continue
        head = shape[: match.end()]
        families = frozenset(family.name for family in OF_HOURS if _ends_it(family, head, shape.find("‹C")))
        if families:
            yield number, clocks[0], lengths[_mark(match, "l")], families
        return


def _ends_it(family: Process, head: str, at: int) -> bool:
    return any(match.end() <= at and at - match.end() <= 70 for match in family.end.finditer(head)) or any(
        match.start() > at and match.start() - at <= 60 for match in family.end.finditer(head, max(at, 0))
    )


def _across(
    article: Article,
    number: int,
    clock: Clock,
    length: Length,
    families: frozenset[str],
    starts: list[_Start],
    every: Sequence[Clock],
) -> Iterator[Conflict]:
    """The one start of the same family before an end, unless another pair of times explains the length."""
    near = [one for one in starts if number - _BACK <= one.number < number and one.families & families]
    if not near:
        return
    values = {(one.clock.seconds, one.clock.day) for one in near}
    if len(values) != 1:
        return
    # What another family of words begins ("the show had begun at 8.40") is not what ends here.
    others = {one.clock for one in starts if not one.families & families}
    if any(clocks_fit(other, clock, length) for other in every if other is not clock and other not in others):
        return
    start = near[-1].clock
    sentence = article.text.sentences[near[-1].number]
    if _UNSURE.search(article.document.prose, sentence.start, sentence.end):
        return
    conflict = judge_clocks(article, start, clock, length, 0.88)
    if conflict is not None and not _zones_apart(article, start, clock, length, families):
        yield conflict


def _zones_apart(article: Article, start: Clock, end: Clock, length: Length, families: frozenset[str]) -> bool:
    """Whether a change of clocks on a flight would explain the difference."""
    if "journey" not in families or not _FLYING.search(article.document.prose):
        return False
    return any(abs(passed - length.seconds) % 1800 in (0, 60, 1740) for passed in passed_between(start, end) or ())
