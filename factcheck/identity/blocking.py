"""Blocking: which pairs of assertions are worth comparing.

A blocking key is the event type with something both sentences have: a participant, a place, a proper
term, a rare word, the month. Cost grows with the pairs that share a key, not with the square of the corpus.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from factcheck.assertions.words import stem
from factcheck.identity.comparison import Record
from factcheck.identity.model import Member
from factcheck.identity.places import fold

# A block this large says nothing: every article names the country. Pairs come from smaller blocks.
LARGEST_BLOCK = 400
# The same for what names nothing, a word of the language or a month: most pairs that share no more are of
# different stories (378 real articles: of 90,000 pairs with one key in common 587 link, nearly all by a name).
LARGEST_LOOSE_BLOCK = 40
_RARE_BITS = 3.0


def names(record: Record) -> set[str]:
    """What the assertion names: participants, place, proper terms."""
    assertion = record.assertion
    values = {*record.strong, *record.weak, *assertion.terms}
    if assertion.place is not None:
        values.add(fold(assertion.place.name))
        values.update(fold(outer) for outer in assertion.place.within[:1])
    return values


def loose(record: Record, rarity: Mapping[str, float]) -> set[str]:
    """What tells less: rare words, the trigger's own apart, what it is done to, the month."""
    assertion = record.assertion
    values = {word for word in assertion.words if rarity.get(word, 0.0) >= _RARE_BITS}
    values.difference_update([stem(word) for word in assertion.trigger.split()])
    if assertion.theme is not None:
        values.add(assertion.theme)
    if assertion.time is not None:
        values.add(assertion.time.value[:7])
    return values


def blocks(records: Mapping[Member, Record], rarity: Mapping[str, float]) -> Iterator[list[Member]]:
    """Groups of assertions of one type that share a key, each with two members at least and none too large."""
    named: dict[tuple[str, str], list[Member]] = defaultdict(list)
    other: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for member, record in records.items():
        event = record.event.name
        for value in names(record):
            named[event, value].append(member)
        for value in loose(record, rarity):
            other[event, value].append(member)
    for grouped, largest in ((named, LARGEST_BLOCK), (other, LARGEST_LOOSE_BLOCK)):
        for members in grouped.values():
            if 2 <= len(members) <= largest:
                yield members
