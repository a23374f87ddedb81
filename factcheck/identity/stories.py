"""Which articles may speak of one matter: blocking of whole articles, before any statement is compared.

A corpus of any size is parted into stories, each small enough to be linked and judged alone. Articles belong to one
story when they share a key: a person, a body, a place below the country, a proper word of a statement. Where that
joins too many (news of a year hangs together by its presidents and capitals), the story is parted again by pairs of
its articles' rarest shared keys, then by triples. What is still too large is one matter that very many articles tell
of; :mod:`factcheck.pipeline.hot` goes through it in portions. A small corpus is one story and loses no comparison.

This is canopy blocking with union-find (McCallum, Nigam and Ungar 2000) whose canopies are named by keys; time is
O(n log n) in the keys, memory a few machine words for each.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import combinations
from typing import TypeAlias

from factcheck.assertions.model import Article
from factcheck.expressions.model import Mention
from factcheck.expressions.spelling import fold

LARGEST_STORY = 400
"""Articles that are linked at once; a corpus of no more is one story."""
LARGEST_BLOCK = 400
"""A key that more articles share tells nothing: it is a country's president or the agency's own name."""
_RAREST = 8  # of an article's shared keys: pairs and triples are formed of these

_BITS = 40  # of a key's hash; the low bits of a 64-bit word hold the article: among 10 million keys 45 collide
_ROOM = 64 - _BITS
MOST_ARTICLES = 1 << _ROOM
"""More articles than this (16 million) in one run have no numbers."""

Keys: TypeAlias = "array[int]"
"""The hashes of one article's keys, sorted."""


def keys_of(article: Article) -> Keys:
    """What an article shares with others of its story, as 40-bit hashes."""
    found = {fold(name.canonical) for name in article.expressions.names if name.mention is not Mention.PRONOUN}
    for place in article.expressions.places:
        if place.kind != "country" and not place.gentilic and not place.actor:
            found.add(fold(place.name))
    for assertion in (*article.assertions, *article.unlisted):
        found.update(assertion.terms)
    return array("Q", sorted({_hash(key) for key in found}))


def stories(keys: Sequence[Keys]) -> list[list[int]]:
    """Parts the articles, by index, into stories; each sorted, in the order of their first articles.

    The parting depends on which articles share what, not on their order.
    """
    if len(keys) > MOST_ARTICLES:
        raise ValueError(f"more than {MOST_ARTICLES:,} articles")
    found: list[list[int]] = []
    pending: list[tuple[list[int], int]] = [(list(range(len(keys))), 0)]
    while pending:
        articles, level = pending.pop()
        if len(articles) <= LARGEST_STORY or level == len(_LEVELS):
            if articles:
                found.append(articles)
            continue
        pending.extend((part, level + 1) for part in _parted(articles, _LEVELS[level](articles, keys)))
    return sorted(found)


def _hash(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=_BITS // 8).digest(), "big")


def _single(articles: Sequence[int], keys: Sequence[Keys]) -> Iterator[int]:
    for number, article in enumerate(articles):
        for key in keys[article]:
            yield key << _ROOM | number


def _joint(size: int) -> Callable[[Sequence[int], Sequence[Keys]], Iterator[int]]:
    """Keys of ``size`` of an article's rarest shared keys."""

    def joint(articles: Sequence[int], keys: Sequence[Keys]) -> Iterator[int]:
        shared = _counts(articles, keys)
        for number, article in enumerate(articles):
            ranked = sorted((shared[key], key) for key in keys[article] if 1 < shared[key] <= LARGEST_BLOCK)
            for chosen in combinations(sorted(key for _, key in ranked[:_RAREST]), size):
                mixed = 0
                for key in chosen:
                    mixed = (mixed * 0x9E3779B97F4A7C15 + key) & 0xFFFFFFFFFFFFFFFF
                yield (mixed >> _ROOM) << _ROOM | number

    return joint


_LEVELS = (_single, _joint(2), _joint(3))


def _counts(articles: Iterable[int], keys: Sequence[Keys]) -> Counter[int]:
    counts = Counter[int]()
    for article in articles:
        counts.update(keys[article])
    return counts


def _parted(articles: list[int], coded: Iterator[int]) -> list[list[int]]:
    """The connected components of ``articles`` under codes that hold a key's hash and an article's number."""
    parent = array("L", range(len(articles)))

    def find(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    mask = MOST_ARTICLES - 1
    ordered = sorted(coded)
    start = 0
    while start < len(ordered):
        key = ordered[start] >> _ROOM
        end = start + 1
        while end < len(ordered) and ordered[end] >> _ROOM == key:
            end += 1
        if 2 <= end - start <= LARGEST_BLOCK:
            first = find(ordered[start] & mask)
            for code in ordered[start + 1 : end]:
                other = find(code & mask)
                if other != first:
                    parent[max(first, other)] = min(first, other)
                    first = min(first, other)
        start = end
    parts: dict[int, list[int]] = {}
    for number, article in enumerate(articles):
        parts.setdefault(find(number), []).append(article)
    return list(parts.values())
