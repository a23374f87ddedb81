"""Which articles may speak of one matter: the corpus is parted into stories before any statement is compared.

Each story is small enough to be linked and judged alone, so that the cost of a corpus is the sum of its stories' and
articles of different matters are not held against each other. Two articles are near when the names in them (people,
bodies, places below the country, proper words of their statements) are alike: the cosine of their vectors of inverse
document frequencies (Salton and Buckley 1988). Articles that make one claim, the same kind of event of the same two
names in one year, are of one story however many they are. A story is a connected component. Where that joins too many,
it is parted again with a higher threshold; what is too large at the highest is one matter that very many articles
tell of, and :mod:`factcheck.pipeline.hot` goes through it in portions. A small corpus is one story.

``benchmarks/stories.py`` measures how many pairs of articles on one topic stay together.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import log, sqrt
from typing import TypeAlias

from factcheck.assertions.model import Article, Assertion
from factcheck.expressions.model import Mention
from factcheck.expressions.spelling import fold
from factcheck.hashing import blake2b
from factcheck.temporal.interval import moment

SMALL = 20
"""A corpus of no more articles than this is one story."""
LARGEST_STORY = 150
"""Articles that are linked at once."""
LARGEST_BLOCK = 400
"""A key that more articles share tells nothing: it is a country's president or the agency's own name."""
THRESHOLDS = (0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.25, 0.3, 0.4)
"""How near, in cosine, articles of one story are; the next where that joins more than LARGEST_STORY."""

_ELSEWHERE = 100  # articles that the corpus is thought part of: in five articles a name of all five still tells
_NAMES = 4  # of one assertion that make claims: lists of names make none
_PAIRS = 60  # looked at for each article, of the rarest keys first: what many share is too common to decide
_BYTES = 7  # of a key's hash: with its mark it fits a signed 64-bit column
_CLAIM = 1 << 8 * _BYTES  # marks the key of a claim

Keys: TypeAlias = "array[int]"
"""The hashes of one article's names and of its claims, sorted; the latter have a mark above their 56 bits."""


def keys_of(article: Article) -> Keys:
    """The names in an article and the claims that it makes of two of them."""
    found = {fold(name.canonical) for name in article.expressions.names if name.mention is not Mention.PRONOUN}
    for place in article.expressions.places:
        if place.kind != "country" and not place.gentilic and not place.actor:
            found.add(fold(place.name))
    for assertion in (*article.assertions, *article.unlisted):
        found.update(assertion.terms)
    claims = {_CLAIM | _hash(claim) for assertion in article.assertions for claim in _claims(article, assertion)}
    return array("Q", sorted({_hash(key) for key in found} | claims))


def _claims(article: Article, assertion: Assertion) -> Iterator[str]:
    """The assertion's type of event with each two of its participants and the year."""
    interval = assertion.time.interval if assertion.time is not None else None
    day = article.document.published.first
    at = interval.start if interval is not None else None
    year = moment(at).year if at is not None else day.year if day is not None else None
    names = sorted({fold(participant.key) for participant in assertion.participants})
    if year is not None:
        for one, two in combinations(names[:_NAMES], 2):
            yield f"{assertion.event}|{one}|{two}|{year}"


def stories(keys: Sequence[Keys]) -> list[list[int]]:
    """Parts the articles, by index, into stories; each sorted, in the order of their first articles.

    The parting depends on which articles share what, not on their order. Time and memory grow linearly.
    """
    if len(keys) <= SMALL:
        return [list(range(len(keys)))] if keys else []
    found: list[list[int]] = []
    pending = [(list(range(len(keys))), 0)]
    while pending:
        articles, level = pending.pop()
        if level == len(THRESHOLDS) or (level > 0 and len(articles) <= LARGEST_STORY):
            found.append(articles)
        else:
            pending.extend((part, level + 1) for part in _components(articles, keys, THRESHOLDS[level]))
    return sorted(found)


def _hash(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest(), "big")


def _components(articles: Sequence[int], keys: Sequence[Keys], threshold: float) -> Iterator[list[int]]:
    """The connected components of ``articles`` that are at least as near as ``threshold``, each sorted."""
    having: dict[int, list[int]] = defaultdict(list)
    for article in articles:
        for key in keys[article]:
            having[key].append(article)
    counts = Counter({key: len(holders) for key, holders in having.items()})
    total = len(articles) + _ELSEWHERE
    weight = {key: log(total / (count + 1)) ** 2 for key, count in counts.items() if key < _CLAIM}
    largest = _largest_block([counts[key] for key in weight], len(articles))
    length = {article: sqrt(sum(weight.get(key, 0.0) for key in keys[article])) for article in articles}
    parent = {article: article for article in articles}

    def find(article: int) -> int:
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    for key, holders in having.items():
        if key >= _CLAIM:
            for other in holders[1:]:
                a, b = find(holders[0]), find(other)
                parent[max(a, b)] = min(a, b)
    for article in articles:
        alike: dict[int, float] = defaultdict(float)
        for key in keys[article]:
            if key < _CLAIM and 1 < counts[key] <= largest:
                for other in having[key]:
                    if other >= article:
                        break
                    alike[other] += weight[key]
        for other, product in alike.items():
            if product >= threshold * length[article] * length[other]:
                a, b = find(article), find(other)
                parent[max(a, b)] = min(a, b)
    parts: dict[int, list[int]] = defaultdict(list)
    for article in articles:
        parts[find(article)].append(article)
    yield from parts.values()


def _largest_block(counts: Iterable[int], articles: int) -> int:
    """The largest number of articles a key may have, so that no more than _PAIRS pairs an article are looked at."""
    keys_by_size = Counter(counts)
    left = _PAIRS * articles
    for size in sorted(keys_by_size):
        left -= keys_by_size[size] * size * (size - 1) // 2
        if left < 0:
            return size - 1
    return LARGEST_BLOCK
