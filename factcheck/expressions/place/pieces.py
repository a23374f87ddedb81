"""A sentence's words as places are looked up by: hyphenated pairs ("Russia-China", "US-led") taken apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.expressions.place.gazetteer import lookup
from factcheck.expressions.spelling import fold
from factcheck.text.model import Token
from factcheck.text.word_table import WordTable


class Piece(NamedTuple):
    """A word or a part of one; ``glued`` says that a hyphen joins it to the piece before."""

    start: int
    end: int
    text: str
    low: str
    upper: bool
    glued: bool = False


class _Look(NamedTuple):
    """What a piece takes from its word alone; ``parts`` where the word is to be taken apart."""

    low: str
    upper: bool
    parts: tuple[str, ...] = ()


def pieces(tokens: Iterable[Token]) -> list[Piece]:
    """The pieces of a sentence, in text order."""
    found: list[Piece] = []
    new = tuple.__new__  # what Piece._make does, without the call
    for start, end, text in tokens:
        low, upper, parts = _looks[text]
        if not parts:
            found.append(new(Piece, (start, end, text, low, upper, False)))
            continue
        at = start
        for index, part in enumerate(parts):
            if part:
                found.append(Piece(at, at + len(part), part, part.lower(), part[0].isupper(), index > 0))
            at += len(part) + 1
    return found


def _look(text: str) -> _Look:
    upper = text[0].isupper()
    if upper and "-" in text and not lookup(fold(text)):
        parts = text.split("-")
        if any(lookup(fold(part)) or part in _COMPASS for part in parts if part[:1].isupper()):
            return _Look(text.lower(), upper, tuple(parts))
    return _Look(text.lower(), upper)


_looks = WordTable(_look)


_COMPASS = frozenset("North South East West New Saudi".split())
