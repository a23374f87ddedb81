"""Word lists that tell names from words: common English words (SCOWL), given names (US census, and our own), and
given names and surnames of the world (Faker's locales)."""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


@cache
def _words() -> frozenset[str]:
    return frozenset(gzip.decompress((_DATA / "words.txt.gz").read_bytes()).decode().split("\n"))


@lru_cache(maxsize=1 << 15)
def is_common(word: str) -> bool:
    """Whether a word, lower-cased, is an ordinary English word (its regular plural counts too)."""
    words = _words()
    return word in words or (word.endswith("s") and word[:-1] in words)


@cache
def _given() -> dict[str, str]:
    table: dict[str, str] = {}
    for name in ("given.txt", "given_more.txt"):
        for line in (_DATA / name).read_text("utf-8").split("\n"):
            if line and line[0] != "#":
                word, _, sex = line.partition("\t")
                table[word] = sex
    return table


def given_sex(folded: str) -> str | None:
    """``m``, ``f`` or ``x`` (both) for a given name, folded; None for what is none."""
    return _given().get(folded)


@cache
def _world() -> tuple[frozenset[str], frozenset[str]]:
    lines = gzip.decompress((_DATA / "names.txt.gz").read_bytes()).decode().split("\n")
    given = frozenset([line[1:] for line in lines if line[0] in "gb"])
    return given, frozenset([line[1:] for line in lines if line[0] in "sb"])


@lru_cache(maxsize=1 << 14)
def is_given(folded: str) -> bool:
    """Whether a folded word, or every piece of a hyphenated one, is somewhere a given name.

    The list is broad, and unlike :func:`given_sex`'s it holds names that are rare where English is written: beside
    a surname it shows a person, alone it shows little.
    """
    given = _world()[0]
    return all(piece in given or piece in _given() for piece in folded.split()) if folded else False


@lru_cache(maxsize=1 << 14)
def is_surname(folded: str) -> bool:
    """Whether a folded word, or a piece of a hyphenated one, is somewhere a surname and no common English word."""
    surnames = _world()[1]
    return any(piece in surnames for piece in folded.split())
