"""Blocking: which pairs of assertions are worth comparing.

A blocking key is the event type with something both sentences have: a participant, a place, a proper
term, a rare word, the month. Cost grows with the pairs that share a key, not with the square of the corpus.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from factcheck.identity.comparison import Record
from factcheck.identity.model import Member
from factcheck.identity.places import fold

# A block this large says nothing: every article names the country. Pairs come from smaller blocks.
LARGEST_BLOCK = 400
_RARE_BITS = 3.0


def keys(record: Record, rarity: Mapping[str, float]) -> set[tuple[str, str]]:
    """The blocking keys of one assertion, each the event type with a value."""
    name = record.event.name
    assertion = record.assertion
    values = {*record.strong, *record.weak, *assertion.terms}
    if assertion.theme is not None:
        values.add(assertion.theme)
    values.update(word for word in assertion.words if rarity.get(word, 0.0) >= _RARE_BITS)
    if assertion.place is not None:
        values.add(fold(assertion.place.name))
        values.update(fold(outer) for outer in assertion.place.within[:1])
    if assertion.time is not None:
        values.add(assertion.time.value[:7])
    return {(name, value) for value in values}


def blocks(records: Mapping[Member, Record], rarity: Mapping[str, float]) -> Iterator[list[Member]]:
    """Groups of assertions of one type that share a key, each with two members at least and none too large."""
    grouped: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for member, record in records.items():
        for key in keys(record, rarity):
            grouped[key].append(member)
    for members in grouped.values():
        if 2 <= len(members) <= LARGEST_BLOCK:
            yield members
