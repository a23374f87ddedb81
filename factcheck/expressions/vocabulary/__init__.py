"""Word lists that tell names from words: common English words (SCOWL), given names (US census, and our own), and
given names and surnames of the world (Faker's locales)."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from factcheck.cache import kept
from factcheck.expressions.sorted_lines import SortedLines

_DATA = Path(__file__).parent / "data"


_WORDS = SortedLines(_DATA / "words.txt")
_GIVEN, _SURNAME = frozenset("gb"), frozenset("sb")
_NAMES = SortedLines(_DATA / "names.txt")


@lru_cache(maxsize=1 << 15)
def is_common(word: str) -> bool:
    """Whether a word, lower-cased, is an ordinary English word (its regular plural counts too)."""
    return _WORDS.starting(word) == word or (word.endswith("s") and _WORDS.starting(word[:-1]) == word[:-1])


_GIVEN_FILES = (_DATA / "given.txt", _DATA / "given_more.txt")


@cache
def _given() -> dict[str, str]:
    return kept("given names", (*_GIVEN_FILES, __file__), _read_given)


def _read_given() -> dict[str, str]:
    table: dict[str, str] = {}
    for path in _GIVEN_FILES:
        for line in path.read_text("utf-8").split("\n"):
            if line and line[0] != "#":
                word, _, sex = line.partition("\t")
                table[word] = sex
    return table


def given_sex(folded: str) -> str | None:
    """``m``, ``f`` or ``x`` (both) for a given name, folded; None for what is none."""
    return _given().get(folded)


def _use(folded: str) -> str:
    """``g`` for what is a given name somewhere in the world, ``s`` for a surname, ``b`` for both; "" for neither."""
    line = _NAMES.starting(f"{folded}\t")
    return line[-1] if line else ""


@lru_cache(maxsize=1 << 14)
def is_given(folded: str) -> bool:
    """Whether a folded word, or every piece of a hyphenated one, is somewhere a given name.

    The list is broad, and unlike :func:`given_sex`'s it holds names that are rare where English is written: beside
    a surname it shows a person, alone it shows little.
    """
    return all(_use(piece) in _GIVEN or piece in _given() for piece in folded.split()) if folded else False


@lru_cache(maxsize=1 << 14)
def is_surname(folded: str) -> bool:
    """Whether a folded word, or a piece of a hyphenated one, is somewhere a surname and no common English word."""
    return any(_use(piece) in _SURNAME for piece in folded.split())
