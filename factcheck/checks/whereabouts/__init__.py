"""Who was where, and when: statements that put a person in a place at a time of a day or less.

``sighting`` has what comes out. ``told`` reads it from sentences: by ``patterns``, on sentences whose people, places
and times ``marking`` replaced by marks, at the time that ``timing`` finds and the ``hours`` that this covers. ``here``
finds the place of a statement without one. ``doing`` concludes from whatever deed is told beside a place and a
time, by the words of ``doing_words``. ``events`` takes sightings from assertions.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.whereabouts.events import from_assertion
from factcheck.checks.whereabouts.sighting import HOUR, Sighting, is_city_state, point
from factcheck.checks.whereabouts.told import from_words
from factcheck.identity.known_people import known_people
from factcheck.identity.model import Corpus, Member

__all__ = ["HOUR", "Sighting", "is_city_state", "point", "sightings"]


def sightings(corpus: Corpus, types: frozenset[str]) -> Iterator[Sighting]:
    """Every sighting of the corpus; ``types`` are the event types whose agents are where the event is."""
    known = known_people(corpus.articles, corpus.entities)
    for number, article in enumerate(corpus.articles):
        yield from from_words(corpus, number, article, known[article.document.name])
        for index, assertion in enumerate(article.assertions):
            if assertion.event in types and Member(number, index) in corpus.records:
                yield from from_assertion(corpus, number, article, assertion)
