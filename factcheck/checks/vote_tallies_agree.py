"""One vote must not be told with two tallies.

Two tallies are of one vote if the articles are of one story, neither dates its vote to another day, and each
article tells of one vote only or both date theirs to the same day. That as many voted in both (5 to 2, 4 to 3) is
evidence: a committee has its number. An article that has both tallies tells of two votes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.assertions.dating import Dating, Ground
from factcheck.assertions.words import stem
from factcheck.checks.figures import quantities as figures
from factcheck.checks.figures.scene import Scenes, scenes_of
from factcheck.checks.figures.tallies import Tally, tallies
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.stories import Stories, stories
from factcheck.checks.telling import article_name
from factcheck.checks.templates import times_in
from factcheck.expressions.model import QuantityKind
from factcheck.identity.model import Corpus

_AROUND = 4.0  # bits of names and words that the sentences of two tallies share, with those beside them
_ONE_STORY = 5.0  # bits of the same that make up for too few names in common
_COMMITTEE = 25  # votes up to which a body is taken for one whose members are counted
_SLIP = 3  # votes by which a figure may be off where the other is the same
_LARGER = 1.5  # how many times as many may have voted, some having stayed away or out
_BODIES = frozenset(
    stem(word)
    for word in "council committee parliament senate court board assembly commission jury chamber house cabinet".split()
)
_IDLE = frozenset(stem(word) for word in "vote voted votes ballot against favour favor pass passed".split())


class Options(BaseOptions):
    """What a rule may set."""

    minimum_kinship: float = option(
        default=1.0, description="How many telling names two articles must share to be of one story."
    )


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each two articles that give one vote two tallies."""
    told = [list(tallies(number, article)) for number, article in enumerate(corpus.articles)]
    known = [index for index, found in enumerate(told) if found]
    kin = stories(corpus) if len(known) > 1 else None
    for first, second in combinations(known, 2):
        if kin is not None:
            akin = kin.kinship(first, second) >= options.minimum_kinship
            yield from _between(told[first], told[second], kin, scenes_of(corpus), akin)


def _between(
    first: Sequence[Tally], second: Sequence[Tally], kin: Stories, scenes: Scenes, akin: bool
) -> Iterator[Conflict]:
    counted = {(one.yes, one.no) for one in first} & {(one.yes, one.no) for one in second}
    for a in first:
        for b in second:
            if (a.yes, a.no) in counted or (b.yes, b.no) in counted or _turned(a, b):
                continue
            around = sum(scenes.bits((a.number, a.sentence.start), (b.number, b.sentence.start)))
            if not akin and around < _ONE_STORY:
                continue
            if not _figures(a) & _figures(b):
                around = 0.0  # one committee votes every month: a rate of 11 percent tells which
            if levels := _one_vote(a, b, len(first) == len(second) == 1, len(kin.shared(a.number, b.number)), around):
                yield _conflict(a, b, levels)


def _figures(one: Tally) -> set[tuple[str, float]]:
    """The figures with a unit in the tally's sentence and those beside it."""
    sentences = one.article.text.sentences
    here = bisect_left(sentences, one.sentence.start, key=lambda sentence: sentence.start)
    return {
        (figure.unit, figure.value)
        for sentence in sentences[max(0, here - 1) : here + 2]
        for figure in figures.quantities_in(one.article, sentence)
        if figure.unit is not None
        and figure.kind is not QuantityKind.COUNT
        # "From 10 to 11 percent": what was decided, not what was so before.
        and one.article.document.prose[max(0, figure.start - 3) : figure.start] == "to "
    }


def _turned(a: Tally, b: Tally) -> bool:
    """Whether one tally is the other told from the losing side."""
    return (a.yes, a.no) in {(b.yes, b.no), (b.no, b.yes)}


def _one_vote(a: Tally, b: Tally, alone: bool, names: int, around: float) -> tuple[str, ...]:
    """Why both speak of one vote, a line a reason; empty where that is not sure enough."""
    if not _same_size(a, b) or (_bodies(a).isdisjoint(_bodies(b)) and _bodies(a) and _bodies(b)):
        return ()
    reasons = [f"the articles share {names} names"]
    sure = 0
    first, second = _day(a, b), _day(b, a)
    if first is not None and second is not None:
        if first.day != second.day:
            return ()
        sure += 1
        reasons.append(f"both date it to {first.day} ({first.ground}, {second.ground})")
    elif _in_one_month(a, b) or _in_one_month(b, a):
        sure += 1
        reasons.append("both tell of one month")
    if a.yes + a.no == b.yes + b.no:
        sure += 1
        reasons.append(f"{a.yes + a.no} voted in both")
    elif a.yes == b.yes or a.no == b.no:
        sure += 1
        reasons.append(f"{a.yes if a.yes == b.yes else a.no} is the same in both")
    shared = (a.terms & b.terms) | ((a.words & b.words) - _IDLE)
    if len(shared) >= 2:
        sure += 1
        reasons.append(f"shared words: {', '.join(sorted(shared)[:4])}")
    elif around >= _AROUND:
        sure += 1
        reasons.append(f"the sentences around them share words of {around:.1f} bits")
    if alone:
        sure += 1
        reasons.append("each tells of one vote only")
    return tuple(reasons) if sure >= 2 else ()


def _same_size(a: Tally, b: Tally) -> bool:
    """Whether as many may have voted: in a committee all its members, but for a slip in one of the two numbers."""
    small, large = sorted((a.yes + a.no, b.yes + b.no))
    if small == large:
        return True
    if large > _COMMITTEE:
        return large <= _LARGER * small
    return (a.yes == b.yes and abs(a.no - b.no) <= _SLIP) or (a.no == b.no and abs(a.yes - b.yes) <= _SLIP)


def _bodies(one: Tally) -> frozenset[str]:
    return one.words & _BODIES


def _day(one: Tally, other: Tally) -> Dating | None:
    """When the vote was; not by the day of publication alone, where the other article dates its own."""
    if one.dating is not None and one.dating.ground is Ground.PUBLICATION:
        known = other.dating is not None and other.dating.ground is not Ground.PUBLICATION
        return None if known else one.dating
    return one.dating


def _in_one_month(dated: Tally, other: Tally) -> bool:
    """Whether the sentence of the one names the month in which the other is dated."""
    if dated.dating is None or dated.dating.ground is Ground.PUBLICATION:
        return False
    day = dated.dating.day.isoformat()
    for timex in times_in(other.article, other.sentence):
        known = 0 if timex.year_stated else len("2025")  # without its year a month may be read as another year's
        if len(timex.value) == len("2025-03") and timex.value[known:] == day[known : len("2025-03")]:
            return True
    return False


def _conflict(a: Tally, b: Tally, reasons: tuple[str, ...]) -> Conflict:
    first, second = article_name(a.article), article_name(b.article)
    return Conflict(
        message=f'{first} gives the tally of a vote as "{a.text}", {second} as "{b.text}".',
        evidence=tuple(Evidence(one.article.document.name, one.start, one.end) for one in (a, b)),
        key=("tally", *sorted((f"{a.yes}-{a.no}", f"{b.yes}-{b.no}"))),
        explanation=reasons,
        suggestion="Check which tally is right, and whether both are of one vote.",
        confidence=0.8,
    )
