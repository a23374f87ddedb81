"""A sentence's words as places are looked up by: hyphenated pairs ("Russia-China", "US-led") taken apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.expressions.place.gazetteer import lookup
from factcheck.expressions.spelling import fold
from factcheck.text.model import Token


class Piece(NamedTuple):
    """A word or a part of one; ``glued`` says that a hyphen joins it to the piece before."""

    start: int
    end: int
    text: str
    low: str
    upper: bool
    glued: bool = False


def pieces(tokens: Iterable[Token]) -> list[Piece]:
    """The pieces of a sentence, in text order."""
    found: list[Piece] = []
    for start, end, text in tokens:
        upper = text[0].isupper()
        if upper and "-" in text and not lookup(fold(text)):
            parts = text.split("-")
            if any(lookup(fold(part)) or part in _COMPASS for part in parts if part[:1].isupper()):
                at = start
                for index, part in enumerate(parts):
                    if part:
                        found.append(Piece(at, at + len(part), part, part.lower(), part[0].isupper(), index > 0))
                    at += len(part) + 1
                continue
        found.append(Piece(start, end, text, text.lower(), upper))
    return found


_COMPASS = frozenset("North South East West New Saudi".split())
