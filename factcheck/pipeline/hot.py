"""Stories that very many articles tell of, gone through in portions.

What a hundred thousand articles say of one event are few distinct values. Each portion is linked together with
articles carried over from those before: for every event two articles for each distinct value it was given. So every
article meets every value, and not every other article; time is linear in the articles, memory bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from factcheck.assertions.model import Article, Assertion
from factcheck.identity.model import Corpus
from factcheck.identity.stories import LARGEST_STORY

_Place = TypeVar("_Place")

MOST_CARRIED = 50
"""Articles that stand for those of earlier portions."""
_SUPPORTERS = 2  # articles carried for one value: one alone may be a slip of linking


def portions(
    places: Sequence[_Place], fetch: Callable[[_Place], Article], link: Callable[[Sequence[Article]], Corpus]
) -> Iterator[tuple[frozenset[str], Corpus]]:
    """The linked corpora of a story's portions, each with the names of articles carried over from earlier ones."""
    carried: list[Article] = []
    pending = iter(places)
    while batch := list(islice(pending, LARGEST_STORY - len(carried))):
        names = frozenset(article.document.name for article in carried)
        corpus = link([*carried, *map(fetch, batch)])
        yield names, corpus
        carried = representatives(corpus, MOST_CARRIED)


def representatives(corpus: Corpus, most: int) -> list[Article]:
    """Articles that together give each linked event each of its values, those of events told most first."""
    chosen: dict[int, None] = {}
    for event in sorted(corpus.events, key=lambda event: (-len(event.members), event.identifier)):
        supporters: dict[Hashable, set[int]] = {}
        for member in event.members:
            _, assertion = corpus.resolve(member)
            known = supporters.setdefault(value_of(assertion), set())
            if len(known) < _SUPPORTERS:
                known.add(member.article)
        chosen.update(dict.fromkeys(sorted(set().union(*supporters.values()))))
        if len(chosen) >= most:
            break
    return [corpus.articles[number] for number in islice(chosen, most)]


def value_of(assertion: Assertion) -> Hashable:
    """What an assertion gives for its event: time, places, figures, and how it holds them true."""
    return (
        assertion.modality,
        assertion.polarity,
        assertion.time.value if assertion.time is not None else None,
        assertion.place.name if assertion.place is not None else None,
        assertion.destination.name if assertion.destination is not None else None,
        tuple((quantity.measured, quantity.unit, quantity.value) for quantity in assertion.quantities),
    )
