"""A sentence's words as places are looked up by: hyphenated pairs ("Russia-China", "US-led") taken apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.expressions.place.gazetteer import lookup
from factcheck.expressions.spelling import fold
from factcheck.text.model import Token
from factcheck.text.word_table import WordTable


class Part(NamedTuple):
    """A part of a word, as a token of its own; ``glued`` says that a hyphen joins it to the piece before."""

    start: int
    end: int
    text: str
    low: str
    upper: bool
    glued: bool


Piece = Token | Part
Row = Sequence[Piece]


class Rows(NamedTuple):
    """The pieces of each sentence of a text, and the indices of those of them that begin with a capital."""

    pieces: list[Row]
    capitals: list[list[int]]

    @classmethod
    def of(cls, sentences: Iterable[Row]) -> Rows:
        """The pieces of sentences: their tokens, but for those that are taken apart."""
        rows: list[Row] = []
        capitals: list[list[int]] = []
        for row in sentences:
            upper = _capitals(row)
            if any("-" in row[index].text for index in upper):
                row = _taken_apart(row)
                upper = _capitals(row)
            rows.append(row)
            capitals.append(upper)
        return cls(rows, capitals)


def _capitals(row: Row) -> list[int]:
    return [index for index, piece in enumerate(row) if piece.upper]


def _taken_apart(tokens: Row) -> Row:
    found: list[Piece] = []
    for token in tokens:
        parts = _parts[token.text] if token.upper else ()
        if not parts:
            found.append(token)
            continue
        at = token.start
        for index, part in enumerate(parts):
            if part:
                found.append(Part(at, at + len(part), part, part.lower(), part[0].isupper(), index > 0))
            at += len(part) + 1
    return found


def _parts_of(text: str) -> tuple[str, ...]:
    """The parts of a word that is to be taken apart."""
    if "-" in text and not lookup(fold(text)):
        parts = text.split("-")
        if any(lookup(fold(part)) or part in _COMPASS for part in parts if part[:1].isupper()):
            return tuple(parts)
    return ()


_parts = WordTable(_parts_of)


_COMPASS = frozenset("North South East West New Saudi".split())
