"""How a report may look: width, colour, box characters. Formats for programs ignore it."""

from __future__ import annotations

import unicodedata

from factcheck.records import dataclass
from factcheck.vocabulary import Severity

MIN_WIDTH, MAX_WIDTH, DEFAULT_WIDTH = 40, 160, 100


@dataclass(frozen=True, slots=True)
class Layout:
    """``width`` in columns; ``colour`` allows ANSI colours; ``boxes`` allows box-drawing characters;
    ``links`` makes places links to their files, which terminals open.

    ``steps`` adds each finding's explanation; ``hidden`` counts findings below the severity that is shown;
    ``failing`` is the least severity that makes the exit code 1, None where none does.
    """

    width: int = DEFAULT_WIDTH
    colour: bool = False
    boxes: bool = True
    links: bool = False
    steps: bool = False
    hidden: int = 0
    failing: Severity | None = Severity.WARNING


def columns(text: str) -> int:
    """How many terminal columns a line of text takes: two for East Asian wide characters, none for marks."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(character) for character in text)


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns (at least 2), broken at spaces, inside a word only where it must be."""
    lines: list[str] = []
    line, used = "", 0
    for word in text.split():
        wide = columns(word)
        if line and used + 1 + wide <= width:
            line, used = f"{line} {word}", used + 1 + wide
            continue
        if line:
            lines.append(line)
        *full, word = _break(word, width) if wide > width else [word]
        lines.extend(full)
        line, used = word, columns(word)
    return [*lines, line] if line or not lines else lines


def _break(word: str, width: int) -> list[str]:
    """A word wider than the line in pieces, broken after a slash where there is one (paths, addresses)."""
    pieces, piece, used = [], "", 0
    for character in word:
        wide = _columns_of(character)
        if piece and used + wide > width:
            head, slash, tail = piece.rpartition("/")
            pieces.append(head + slash if head else piece)
            piece = tail if head else ""
            used = columns(piece)
        piece += character
        used += wide
    return [*pieces, piece]


def _columns_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
