"""Copies of one article: what many papers print word for word under one date is judged once, and told of each.

A copy is no second source. It has the text, title, outlet and dates of another article and a name of its own: the same
page under two addresses, an agency's report in two exports. The first by name stands for all of them; findings on it
give the places in the others too, since whoever mends one wants to mend all.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from factcheck.document.model import Document
from factcheck.findings.collecting import MOST_PLACES
from factcheck.findings.model import Finding, Location
from factcheck.pipeline.shelf import Card

Copies: TypeAlias = Mapping[str, Sequence[int]]
"""The numbers of the cards of copies, by the name of the article that stands for them."""


def originals(cards: Sequence[Card]) -> tuple[list[int], Copies]:
    """The numbers of the cards that are no copies, in order, and the copies.

    Which of several stands for the others depends on their names alone, not on their order.
    """
    alike: dict[Hashable, list[int]] = {}
    for number, card in enumerate(cards):
        alike.setdefault(_content(card.document) or number, []).append(number)
    first: list[int] = []
    copies: dict[str, list[int]] = {}
    for numbers in alike.values():
        if len(numbers) > 1:
            numbers.sort(key=lambda number: cards[number].name)
            copies[cards[numbers[0]].name] = numbers[1:]
        first.append(numbers[0])
    return sorted(first), copies


def _content(document: Document) -> Hashable:
    """All that judging knows of a document but its name; None where its text is not known."""
    return document.digest and (
        document.digest,
        document.published,
        document.modified,
        document.title,
        document.source,
        document.place_line,
        document.offset,
    )


def with_places_in_copies(finding: Finding, copies: Copies, document_of: Callable[[int], Document]) -> Finding:
    """The finding with its places in copies behind its own, as long as there are few."""
    further = [*finding.locations]
    for copy in _copies(finding, copies):
        document = None
        for place in finding.locations:
            if len(further) >= MOST_PLACES:
                return replace(finding, locations=tuple(further))
            if copy in copies.get(place.document, ()):
                document = document or document_of(copy)
                further.append(_moved(place, document))
    return replace(finding, locations=tuple(further))


def _copies(finding: Finding, copies: Copies) -> Iterator[int]:
    for name in dict.fromkeys(place.document for place in finding.locations):
        yield from copies.get(name, ())


def _moved(place: Location, document: Document) -> Location:
    """The place in a copy: the same in the reader's text, elsewhere in the file perhaps."""
    line, column = document.source_map.position(place.start)
    return replace(place, document=document.name, line=line, column=column)
