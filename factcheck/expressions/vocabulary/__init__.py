"""Word lists that tell names from words: common English words (SCOWL) and given names (US census, and our own)."""

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
