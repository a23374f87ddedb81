"""Who was where, and when: statements that put a person in a place at a time of a day or less.

``sighting`` has what comes out. ``sifting`` tells which sentences can matter. ``told`` reads these: by ``patterns``, on
sentences whose people, places and times ``marking`` replaced by marks, at the time that ``timing`` finds and the
``hours`` that this covers. ``here`` finds the place of a statement without one. ``doing`` concludes from whatever deed
is told beside a place and a time, by the words of ``doing_words``. ``events`` takes sightings from assertions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks.once import once_per_corpus
from factcheck.checks.whereabouts.events import from_assertion
from factcheck.checks.whereabouts.sifting import WorthReading, is_full, worth_comparing, worth_reading
from factcheck.checks.whereabouts.sighting import HOUR, Sighting, is_city_state, point
from factcheck.checks.whereabouts.told import from_words
from factcheck.identity.model import Corpus, Member

__all__ = ["HOUR", "Sighting", "comparable_sightings", "is_city_state", "is_full", "point", "sightings"]


def sightings(corpus: Corpus, types: frozenset[str]) -> Iterator[Sighting]:
    """Every sighting of the corpus; ``types`` are the event types whose agents are where the event is."""
    yield from _read(corpus, types, worth_reading(corpus))


def comparable_sightings(corpus: Corpus, types: frozenset[str]) -> Sequence[Sighting]:
    """The sightings without those of people whom no second sentence can put anywhere; read once for all rules."""
    known = _compared(corpus)
    if types not in known:
        known[types] = tuple(_read(corpus, types, worth_comparing(corpus, types)))
    return known[types]


@once_per_corpus
def _compared(_: Corpus) -> dict[frozenset[str], Sequence[Sighting]]:
    return {}


def _read(corpus: Corpus, types: frozenset[str], worth: Sequence[WorthReading]) -> Iterator[Sighting]:
    for number, article in enumerate(corpus.articles):
        yield from from_words(corpus, number, article, worth[number])
        for index, assertion in enumerate(article.assertions):
            if assertion.event in types and Member(number, index) in corpus.records:
                yield from from_assertion(corpus, number, article, assertion)
