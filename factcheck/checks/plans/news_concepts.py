"""Words that news uses for one thing: "ballot" and "voted", "on display" and "exhibition", "bill" and "cost".

The table is small and general; it never says that two words mean the same, only that two sentences of one story which
have them may speak of one matter. So it weighs less than a word that both have.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from factcheck.checks.word_families import family

_DATA = Path(__file__).parent.parent / "data" / "news_concepts.txt"


@cache
def _lines() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_DATA.read_text("utf-8").splitlines()):
        for word in () if line.startswith("#") else line.split():
            found.setdefault(family(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=1 << 14)
def concepts(word: str) -> frozenset[int]:
    """The lines of the table that have a word's family, by number; none for a word in no line."""
    return _lines().get(word, frozenset())


def concepts_of(words: Iterable[str]) -> dict[int, str]:
    """The concepts of some families, each with the first of them that has it."""
    found: dict[int, str] = {}
    for word in words:
        for number in concepts(word):
            found.setdefault(number, word)
    return found
