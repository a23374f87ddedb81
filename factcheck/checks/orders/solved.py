"""Dates in the reverse of an order that must be: stages of an affair, and what words put later.

A solver, no grammar of whole sentences: each date or time of the clock of a paragraph goes with the stage told in its
clause ("arrested", "laid to rest", "taken off"). Where a paragraph tells each of two stages of one affair once, the
later stage cannot be dated first. A helper of ``order_is_possible``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict
from factcheck.checks.orders.points import AGAIN, FAR, ZONES, When, is_planned, precedes, reversed_dates, whens_in
from factcheck.checks.orders.told_back import orders_of_one_event, orders_told_back
from factcheck.checks.sentence_words import lowered, words_in
from factcheck.checks.timelines.points_told import paragraphs
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Sentence

if TYPE_CHECKING:
    from factcheck.checks.orders.stages import Stage


_DATED = regex(r"\d|day\b")
_CLAUSE_END = regex(r"[.;:]|, (?:and|but|while|when|as|after|before|which) ")


@dataclass(frozen=True, slots=True)
class _Told:
    stage: Stage
    when: When
    clause: str


def solved_orders(article: Article) -> Iterator[Conflict]:
    """Yield a conflict for each two dates of a paragraph that stand in the reverse of their stages' order."""
    prose = article.document.prose
    for group in paragraphs(article):
        if len(group) > 12:
            continue
        whens = whens_in(article, group)
        back = list(orders_told_back(article, group, whens)) if whens else []
        yield from back[:1]
        if back:
            continue
        if not 2 <= len(whens) <= 10 or not _DATED.search(prose, group[0].start, group[-1].end):
            continue
        yield from _orders(article, group, whens)[:1]
    yield from orders_of_one_event(article)


def _orders(article: Article, group: Sequence[Sentence], whens: Sequence[When]) -> list[Conflict]:
    """The dates in the reverse of an order. Many an article has none to be asked about, and needs no such module."""
    from factcheck.checks.orders.cues import orders_of_tense, orders_of_words
    from factcheck.checks.orders.kinds import orders_of_kinds

    return [
        *_of_stages(article, group, whens),
        *orders_of_kinds(article, group, whens),
        *orders_of_words(article, group, whens),
        *orders_of_tense(article, group, whens),
    ]


def _of_stages(article: Article, group: Sequence[Sentence], whens: Sequence[When]) -> Iterator[Conflict]:
    from factcheck.checks.orders.affairs import Happening, is_one_affair
    from factcheck.checks.orders.stages import stages_among

    prose = article.document.prose
    spoken = words_in(article)
    among = {number: stages_among(spoken[group[number].start]) for number in {when.number for when in whens}}
    told = [
        each
        for when in whens
        if among[when.number]
        for each in _stages(article, group, whens, when, among[when.number])
        if not _is_open(each)
    ]
    by_affair: dict[str, list[_Told]] = {}
    for each in told:
        by_affair.setdefault(each.stage.affair, []).append(each)
    for affair, all_told in by_affair.items():
        once = [
            one for one in all_told if len({o.when.start for o in all_told if o.stage.place == one.stage.place}) == 1
        ]
        for one in once:
            for other in once:
                if one.stage.place >= other.stage.place or abs(one.when.number - other.when.number) > FAR:
                    continue
                if one.when.start == other.when.start or not precedes(other.when, one.when):
                    continue
                clock = one.when.clock
                if clock and (affair in ("arrival", "law") or ZONES.search(prose, group[0].start, group[-1].end)):
                    continue
                if _looks_back(other) and one.when.number < other.when.number:
                    continue
                if _mentioned_again(prose, group, one, other):
                    continue
                stages = [
                    Happening(affair, group[each.when.number], each.when.start, each.when.end) for each in (one, other)
                ]
                if not is_one_affair(article, *stages):
                    continue
                yield reversed_dates(article, one.when, other.when, f"{one.stage.name} comes before {other.stage.name}")


def _is_open(told: _Told) -> bool:
    return is_planned(told.clause) or AGAIN.search(told.clause) is not None


def _looks_back(told: _Told) -> bool:
    """Whether a stage is told in the past perfect: the text itself puts it before what came first in the text."""
    return _HAD_BEEN.search(told.clause) is not None


_HAD_BEEN = regex(r"\b(?:had|[a-z]+['’]d)(?: (?:already|just|only|first|[a-z]+ly))*(?: been)? {2}")


def _mentioned_again(prose: str, group: Sequence[Sentence], one: _Told, other: _Told) -> bool:
    """Whether either stage is told as happening more than once around."""
    text = prose[group[0].start : group[-1].end]
    return any(len(each.stage.pattern.findall(text)) > 2 for each in (one, other))


def _stages(
    article: Article, group: Sequence[Sentence], whens: Sequence[When], when: When, stages: Sequence[Stage]
) -> Iterator[_Told]:
    """The stages told in the clause of a date: behind the date before it, or in front of the one after it."""
    prose, low = article.document.prose, lowered(article)
    sentence = group[when.number]
    same = [one for one in whens if one.number == when.number]
    index = same.index(when)
    left = same[index - 1].end if index else sentence.start
    right = same[index + 1].start if index + 1 < len(same) else sentence.end
    left, right = max(left, when.start - 110), min(right, when.end + 70)
    cut = max(prose.rfind(mark, left, when.start) for mark in (". ", "; ", ": "))
    left = cut + 1 if cut >= 0 else left
    before, told = prose[left : when.start], low[left : when.start]
    found = [(match.end(), stage) for stage in stages for match in stage.lowered.finditer(told)]
    if found:
        nearest = {stage.affair: (end, stage) for end, stage in sorted(found, key=lambda one: one[0])}
        for end, stage in nearest.values():
            yield _Told(stage, when, stage.pattern.sub(" ", before[max(0, end - 60) :]))
        return
    after = _CLAUSE_END.split(prose[when.end : right], maxsplit=1)[0]
    told = low[when.end : when.end + len(after)]
    found = [(match.start(), stage) for stage in stages for match in stage.lowered.finditer(told)]
    first = {stage.affair: (start, stage) for start, stage in sorted(found, key=lambda one: -one[0])}
    for start, stage in first.values():
        yield _Told(stage, when, stage.pattern.sub(" ", after[: start + 40]))
