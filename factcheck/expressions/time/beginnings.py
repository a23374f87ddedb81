"""With which word classes a form of the grammar can begin: told from its source, so that most forms are never tried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.patterns import regex

_PIECE = regex(r"\(\?!|[()\[\]|?]|\w+:?")


def first_classes(pattern: str, macros: Mapping[str, str]) -> frozenset[str]:
    """The classes that a match of ``pattern`` can begin with (the notation is that of ``compile_classes``).

    Raises ValueError for a pattern that may match nothing at all, or that has other operators.
    """
    first, empty = _Reader(macros, {}).firsts(pattern)
    if empty:
        raise ValueError(f"may match nothing: {pattern}")
    return first


class _Reader:
    """A recursive descent through a pattern; each step gives the first classes, and whether it may match nothing."""

    def __init__(self, macros: Mapping[str, str], known: dict[str, tuple[frozenset[str], bool]]) -> None:
        self._macros = macros
        self._known = known  # by macro
        self._pieces: Sequence[str] = ()
        self._at = 0

    def firsts(self, pattern: str) -> tuple[frozenset[str], bool]:
        self._pieces = (*_PIECE.findall(pattern), "")
        self._at = 0
        found = self._choice()
        if self._next():
            raise ValueError(f"not a pattern of word classes: {pattern}")
        return found

    def _next(self) -> str:
        return self._pieces[self._at]

    def _take(self) -> str:
        self._at += 1
        return self._pieces[self._at - 1]

    def _choice(self) -> tuple[frozenset[str], bool]:
        first, empty = self._sequence()
        while self._next() == "|":
            self._take()
            other, other_empty = self._sequence()
            first, empty = first | other, empty or other_empty
        return first, empty

    def _sequence(self) -> tuple[frozenset[str], bool]:
        first: frozenset[str] = frozenset()
        empty = True
        while self._next() not in ("", "|", ")"):
            own, skipped = self._atom()
            if self._next() == "?":
                self._take()
                skipped = True
            if empty:
                first |= own
            empty = empty and skipped
        return first, empty

    def _atom(self) -> tuple[frozenset[str], bool]:
        piece = self._take()
        if piece == "[":
            end = self._pieces.index("]", self._at)
            inside = frozenset(self._pieces[self._at : end])
            self._at = end + 1
            return inside, False
        if piece in ("(", "(?!"):
            if self._next().endswith(":"):
                self._take()  # the group's name
            found = self._choice()
            if self._take() != ")":
                raise ValueError("a bracket is not closed")
            return (frozenset(), True) if piece == "(?!" else found
        if piece in self._macros:
            if piece not in self._known:
                self._known[piece] = _Reader(self._macros, self._known).firsts(self._macros[piece])
            return self._known[piece]
        return frozenset({piece}), False
