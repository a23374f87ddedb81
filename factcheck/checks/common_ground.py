"""What two sentences of different articles have in common, weighed in bits: words by family, names, their articles.

A sentence is read with the one before it, which tells what its pronouns stand for, at a smaller weight.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping

from factcheck.assertions.model import Article
from factcheck.checks.once import once_per_article, once_per_corpus
from factcheck.checks.templates import times_in
from factcheck.checks.word_families import Weights, contents
from factcheck.identity.model import Corpus
from factcheck.records import dataclass
from factcheck.text.model import Sentence

_BEFORE = 0.4  # weight of the words of the sentence before
_MOST_NAMES = 6.0  # bits that the names of two articles give at most


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: its words by family with their weights, which of them are parts of names, which its ``own``."""

    words: Mapping[str, float]
    proper: frozenset[str]
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shared:
    """Bits of the common words and of the names that two passages share, and the most telling of them.

    ``own`` are the bits of what the two sentences themselves share, without those before them.
    """

    common: float
    named: float
    own: float
    words: tuple[str, ...]

    @property
    def bits(self) -> float:
        return self.common + self.named


class Ground:
    """All passages of a corpus, with the weights of their words.

    ``known`` has the words of names of each article, ``names`` those that are of no nation.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._starts: list[list[int]] = []
        self._passages: list[list[Passage]] = []
        self.known: list[frozenset[str]] = []
        self.names: list[frozenset[str]] = []
        for article in corpus.articles:
            passages = _passages(article)
            self._passages.append(passages)
            self._starts.append([sentence.start for sentence in article.text.sentences])
            self.known.append(frozenset().union(*(one.proper for one in passages)))
            self.names.append(self.known[-1] - _nations(article))
        self.weights = Weights([one.own for found in self._passages for one in found])
        self._kin: dict[tuple[int, int], float] = {}

    def passage(self, article: int, sentence: Sentence) -> Passage:
        """The passage of a sentence of ``corpus.articles[article]``."""
        return self._passages[article][bisect_right(self._starts[article], sentence.start) - 1]

    def shared(self, a: Passage, b: Passage) -> Shared:
        """What two passages share."""
        common = named = own = 0.0
        told: list[tuple[float, str]] = []
        small, large = sorted((a.words, b.words), key=len)
        for word, weight in small.items():
            other = large.get(word)
            if other is None:
                continue
            bits = self.weights.bits(word) * math.sqrt(weight * other)
            if weight * other == 1.0:
                own += bits
            if word in a.proper or word in b.proper:
                named += bits
            else:
                common += bits
            told.append((-bits, word))
        return Shared(common, named, own, tuple(word for _, word in sorted(told)[:4]))

    def kinship(self, first: int, second: int) -> float:
        """Bits of the names that two articles share, those of nations aside: how surely they tell one story."""
        key = (first, second)
        if key not in self._kin:
            both = sorted(self.names[first] & self.names[second])
            self._kin[key] = min(_MOST_NAMES, sum(self.weights.bits(name) for name in both))
        return self._kin[key]


@once_per_corpus
def ground_of(corpus: Corpus) -> Ground:
    """The ground of a corpus."""
    return Ground(corpus)


@once_per_article
def _passages(article: Article) -> list[Passage]:
    found: list[Passage] = []
    before: dict[str, float] = {}
    block = -1
    for sentence, told in zip(article.text.sentences, contents(article), strict=True):
        times = [(timex.start, timex.end) for timex in times_in(article, sentence)]
        words: dict[str, float] = {}
        proper = set()
        for word, named, token in told:
            if times and any(start <= token.start < end for start, end in times):
                continue
            words[word] = 1.0
            if named:
                proper.add(word)
        own = dict(words)
        if sentence.block == block:
            for word in before:
                words.setdefault(word, _BEFORE)
        before, block = own, sentence.block
        found.append(Passage(words, frozenset(proper), frozenset(own)))
    return found


def _nations(article: Article) -> frozenset[str]:
    """Words of countries and peoples, which tell of no story."""
    return frozenset(
        word.lower()
        for place in article.expressions.places
        if place.gentilic or place.kind in ("country", "continent")
        for word in place.text.split()
    )
