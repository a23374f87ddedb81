"""Copies of one article: what many papers print word for word under one date is judged once, and told of each.

A copy is no second source. It has the text, title, outlet and dates of another article and a name of its own: the same
page under two addresses, an agency's report in two exports. The first by name stands for all of them, and findings on
it name the others.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from factcheck.document.model import Document
from factcheck.findings.model import Finding
from factcheck.pipeline.shelf import Card
from factcheck.records import replace

_SHOWN = 5  # copies that a finding names


def originals(cards: Sequence[Card]) -> tuple[list[int], dict[str, list[int]]]:
    """The numbers of the cards that are no copies, in order, and those of copies by the name of their original.

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


def told_with_copies(finding: Finding, copies: Mapping[str, Sequence[str]]) -> Finding:
    """The finding with a line for each article that it cites and that has copies: whoever mends one wants to mend all.

    ``copies`` are their names, by that of the article that stands for them.
    """
    cited = dict.fromkeys(place.document for place in finding.locations)
    lines = [f"The text of {name} stands also in {_few(copies[name])}." for name in cited if name in copies]
    return replace(finding, explanation=(*finding.explanation, *lines)) if lines else finding


def _few(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_SHOWN])
    return shown if len(names) <= _SHOWN else f"{shown} and {len(names) - _SHOWN:,} more"
