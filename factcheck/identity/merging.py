"""One corpus from those of stories that were linked apart."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from factcheck.identity.comparison import Record
from factcheck.identity.entities import Entities
from factcheck.identity.model import Corpus, Event, Member
from factcheck.records import replace


def merge_corpora(corpora: Sequence[Corpus]) -> Corpus:
    """The corpus of all articles of ``corpora`` (which share none), sorted by document; one corpus is itself."""
    if len(corpora) == 1:
        return corpora[0]
    order = sorted(
        (article.document.name, number, index)
        for number, one in enumerate(corpora)
        for index, article in enumerate(one.articles)
    )
    place = {(number, index): at for at, (_, number, index) in enumerate(order)}
    events: list[Event] = []
    records: dict[Member, Record] = {}
    rarity: dict[str, float] = {}
    for number, one in enumerate(corpora):

        def moved(member: Member, number: int = number) -> Member:
            return Member(place[number, member.article], member.assertion)

        events.extend(replace(event, members=tuple(sorted(map(moved, event.members)))) for event in one.events)
        records.update((moved(member), record) for member, record in one.records.items())
        rarity.update(one.rarity)
    return Corpus(
        articles=tuple(corpora[number].articles[index] for _, number, index in order),
        events=tuple(sorted(events, key=lambda event: event.members)),
        entities=_entities(corpora),
        lexicon=corpora[0].lexicon,
        records=records,
        rarity=rarity,
        reference=corpora[0].reference,
    )


def _entities(corpora: Sequence[Corpus]) -> Entities:
    links: dict[tuple[str, str], str] = {}
    labels: dict[str, str] = {}
    for one in corpora:
        links.update(one.entities.links)
        labels.update(one.entities.labels)
    return Entities(MappingProxyType(links), MappingProxyType(labels))
