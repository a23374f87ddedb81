"""Rises and falls whose two figures stand in sentences that follow one another and speak of one thing.

"The tally is 38,400. In 2023 it was 32,000, so that is a rise of 30 per cent." The direction of the change
tells which figure is the old one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic import percent
from factcheck.checks.arithmetic.changes import Change, stated_changes
from factcheck.checks.arithmetic.options import PercentOptions
from factcheck.checks.model import Conflict
from factcheck.checks.templates import Template
from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.patterns import regex
from factcheck.records import dataclass

_THAT_IS = regex(
    r"(?:^|[,;] |\band )(?:so |thus )?(?:that|this|it|which|the \w+)"
    r" (?:is|was|means|meant|represents|represented|amounts to|makes|made|works out at|comes to) (?:an? )?(?:\w+ )?$",
    re.IGNORECASE,
)
# "In 2023 it was 32,000", "This year there were 60,000", "The year before it built 20"
_SAME_THING = regex(
    r"^(?:(?:[Ii]n |[Bb]y |[Ff]or )?‹T\d+›(?: (?:before|earlier|after|later))?,? (?:it|there|they|he|she|we"
    r"|the (?:figure|number|total|tally))\b"
    r"|(?:[Ii]t|[Tt]here|[Tt]hey|[Tt]he (?:figure|number|total|tally)) (?:\w+ ){1,3}(?:in |for )?(?:‹T\d+›|‹N\d+›)"
    r"|[Tt]he (?:year|month|season|summer) before(?: that)?,? (?:it|there|they|he|she|the (?:figure|number))\b)"
)
_APPOSED = regex(r"(?:,| [–—-]) (?:or )?an? (?:\w+ )?$")


_ANOTHER_TIME = regex(r"‹T|before|earlier")


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence brings to its neighbours: its template, its block and its one figure, if it has one."""

    shape: Template
    block: int
    figures: tuple[Quantity, ...]


def across(before: Sequence[Told], now: Told, article: Article, options: PercentOptions) -> Iterator[Conflict]:
    """A conflict for each change that is not the one between a sentence's figure and its neighbour's."""
    near = [one for one in before[-2:] if one.block == now.block]
    for change in stated_changes(now.shape):
        lead = now.shape.text[: change.start]
        if _THAT_IS.search(lead):
            told = _last_two(near, now.figures)
        elif _APPOSED.search(lead) and len(now.figures) == 1 and _SAME_THING.match(now.shape.text) and near:
            told = [*near[-1].figures, *now.figures]
        else:
            continue
        if len(told) == 2 and _plain(now.shape, change):
            yield from _between(article, change, told, options)
    if near and len(near[-1].figures) == len(now.figures) == 1 and "‹P" not in now.shape.text:
        yield from _told_before(near[-1], now, article, options)


def _told_before(one: Told, now: Told, article: Article, options: PercentOptions) -> Iterator[Conflict]:
    """The second figure comes after the change: "..., an increase of 30%. In 2022 it was 20."."""
    stated = stated_changes(one.shape)
    if len(stated) != 1 or not _SAME_THING.match(now.shape.text) or not _ANOTHER_TIME.search(now.shape.text):
        return
    if _APPOSED.search(one.shape.text[: stated[0].start]) and _plain(one.shape, stated[0]):
        yield from _between(article, stated[0], [*one.figures, *now.figures], options)


def _plain(shape: Template, change: Change) -> bool:
    """Whether a change is told by itself: not "25 per cent fewer", not "a rise of 15 per cent on 2019"."""
    if change.compares or percent.other_basis(shape, change.start, change.end):
        return False
    return not re.match(
        r"^ (?:on|from|over|in (?!all\b)|since|against|compared)\b(?! (?:‹T\d+›)?[.,]?$)", shape.text[change.end :]
    )


def _last_two(near: Sequence[Told], own: Sequence[Quantity]) -> list[Quantity]:
    """The two figures that "that is a rise" speaks of: the sentence's own and the one before, or the two before."""
    if len(own) > 1:
        return []
    need = 2 - len(own)
    taken: list[Quantity] = []
    for one in list(reversed(near))[:need]:
        if len(one.figures) != 1 or "‹P" in one.shape.text:
            return []
        taken.insert(0, one.figures[0])
    if need == 2 and (not near or not _SAME_THING.match(near[-1].shape.text)):
        return []
    return [*taken, *own]


def _between(article: Article, change: Change, told: Sequence[Quantity], options: PercentOptions) -> Iterator[Conflict]:
    one, two = told
    if one.value == two.value or not percent.comparable(one, two, options):
        return
    if one.unit != two.unit and {one.kind, two.kind} != {QuantityKind.COUNT}:
        return
    low, high = sorted((one, two), key=lambda figure: figure.value)
    old, new = (low, high) if change.sign > 0 else (high, low)
    conflict = percent.change(article, change.percent, new, old, change.sign, options)
    if conflict is not None:
        yield conflict
