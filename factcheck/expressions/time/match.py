"""A match of the grammar with the words it covers, and the register of builders."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from factcheck.expressions.time import readings as r
from factcheck.temporal.interval import Granularity

G = Granularity


class Match:
    """A match of a form with the words it covers."""

    __slots__ = ("_match", "_words", "cut")

    def __init__(self, match: re.Match[str], words: Sequence[str]) -> None:
        self._match = match
        self._words = words
        self.cut = 0  # words at the end that the chunk leaves out

    def closed(self) -> bool:
        """Whether nothing follows that the last word could govern: "two days before." but not "before the vote"."""
        end = self._match.end()
        return end >= len(self._words) or self._words[end] in _CLOSERS or self._words[end].lower() in _CLOSING_WORDS

    @property
    def first(self) -> int:
        return self._match.start()

    @property
    def last(self) -> int:
        return self._match.end()

    def words(self, group: str) -> Sequence[str]:
        """The words of a named group, none if it took no part or the form has none of that name."""
        start, end = self._span(group)
        return self._words[start:end] if start >= 0 else ()

    def start(self, group: str) -> int:
        """The index of a group's first word, -1 if it took no part."""
        return self._span(group)[0]

    def _span(self, group: str) -> tuple[int, int]:
        return self._match.span(group) if group in self._match.re.groupindex else (-1, -1)

    def word(self, group: str) -> str | None:
        """The first word of a named group in lower case, or None."""
        start, end = self._span(group)
        return self._words[start].lower() if end > start >= 0 else None

    def has(self, group: str) -> bool:
        """Whether the named group matched anything."""
        start, end = self._span(group)
        return 0 <= start < end

    def all(self) -> Sequence[str]:
        """Every word of the match."""
        return self._words[self._match.start() : self._match.end()]

    def chunk(self, what: r.What | None, **parts: object) -> r.Chunk:
        """A chunk over the match."""
        return r.Chunk(self.first, self.last - self.cut, what, **parts)  # type: ignore[arg-type]


_CLOSERS = frozenset(".,;:!?)]\"'-")


_CLOSING_WORDS = frozenset("and but or in at on by with for to from was were had has is are when while as said".split())


Builder = Callable[[Match], r.Chunk | None]


BUILDERS: dict[str, Builder] = {}


def builds(*names: str) -> Callable[[Builder], Builder]:
    def register(builder: Builder) -> Builder:
        for name in names:
            BUILDERS[name] = builder
        return builder

    return register


def direction_of(words: Sequence[str]) -> str:
    """What a word of direction says: last, next, this, previous, following, same."""
    lowered = [word.lower() for word in words]
    for word in reversed(lowered):
        if word in {"last", "past", "latest"}:
            return "last"
        if word in {"next", "coming", "upcoming"}:
            return "next"
        if word in {"previous", "preceding", "prior"}:
            return "previous"
        if word in {"following", "ensuing"}:
            return "following"
        if word in {"same", "that", "those"}:
            return "same"
    return "this"


OFFSETS = {"last": -1, "next": 1, "this": 0, "previous": -1, "following": 1, "same": 0}


def relative_year(match: Match, group: str = "rel") -> int | None:
    words = match.words(group)
    if not words:
        return None
    return OFFSETS[direction_of(words)]


def year_of(match: Match) -> int | None:
    year = match.word("year")
    if year is not None:
        return int(year)
    return None
