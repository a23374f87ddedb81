"""What stands in a sentence: the names and places of an article are sorted into its sentences once, for all checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from factcheck.assertions.model import Article
from factcheck.checks.once import once_per_article
from factcheck.expressions.model import Name, Place
from factcheck.text.model import Sentence


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


_Item = TypeVar("_Item", bound=_Placed)


def by_sentence(article: Article, items: Iterable[_Item]) -> dict[int, list[_Item]]:
    """``items``, which are in text order, by where the sentence begins in which each of them does."""
    found: dict[int, list[_Item]] = {}
    sentences = iter(article.text.sentences)
    sentence = next(sentences, None)
    for item in items:
        while sentence is not None and sentence.end <= item.start:
            sentence = next(sentences, None)
        if sentence is None:
            break
        if sentence.start <= item.start:
            found.setdefault(sentence.start, []).append(item)
    return found


def names_in(article: Article, sentence: Sentence) -> Sequence[Name]:
    """The names of a sentence, pronouns included, in text order."""
    return _names(article).get(sentence.start, ())


def places_in(article: Article, sentence: Sentence) -> Sequence[Place]:
    """The places of a sentence, adjectives of countries included, in text order."""
    return _places(article).get(sentence.start, ())


def position_of(article: Article, sentence: Sentence) -> int:
    """Which of the article's sentences it is."""
    return _positions(article)[sentence.start]


@once_per_article
def _names(article: Article) -> Mapping[int, Sequence[Name]]:
    return by_sentence(article, article.expressions.names)


@once_per_article
def _places(article: Article) -> Mapping[int, Sequence[Place]]:
    return by_sentence(article, article.expressions.places)


@once_per_article
def _positions(article: Article) -> Mapping[int, int]:
    return {sentence.start: position for position, sentence in enumerate(article.text.sentences)}
