"""Which articles tell one story: those that share names of people, bodies and places smaller than a country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from factcheck.checks.once import once_per_corpus
from factcheck.identity.blocking import blocks
from factcheck.identity.model import Corpus, Member
from factcheck.identity.places import fold
from factcheck.records import dataclass

# A name in more articles than this tells less and less.
_FAMILIAR = 20


@dataclass(frozen=True, slots=True)
class Stories:
    """``casts`` has what each article names, ``weights`` how telling each of it is."""

    casts: tuple[frozenset[str], ...]
    weights: Mapping[str, float]

    def shared(self, first: int, second: int) -> frozenset[str]:
        """What two articles both name."""
        return self.casts[first] & self.casts[second]

    def kinship(self, first: int, second: int) -> float:
        """How many telling names two articles share; 0 for articles of two stories."""
        return sum(self.weights[name] for name in self.shared(first, second))


@once_per_corpus
def blocks_of(corpus: Corpus) -> list[list[Member]]:
    """The statements worth comparing with each other, in groups."""
    return list(blocks(corpus.records, corpus.rarity))


@once_per_corpus
def stories(corpus: Corpus) -> Stories:
    """The casts of all articles of a corpus."""
    casts = []
    for article in corpus.articles:
        document = article.document.name
        cast = {corpus.entities.identify(document, name.canonical) for name in article.expressions.names}
        cast |= {
            f"place:{fold(place.name)}"
            for place in article.expressions.places
            if not place.gentilic and place.kind not in ("country", "continent") and len(place.within) > 0
        }
        casts.append(frozenset(cast))
    count = Counter(name for cast in casts for name in cast)
    weights = {name: min(1.0, _FAMILIAR / number) for name, number in count.items()}
    return Stories(tuple(casts), weights)
