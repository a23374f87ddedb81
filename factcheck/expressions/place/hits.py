"""Candidates for places, in their sentences."""

from __future__ import annotations

from factcheck.expressions.place.gazetteer import Entry
from factcheck.records import dataclass, field


@dataclass(slots=True)
class Hit:
    """A candidate in its sentence: pieces ``first`` up to ``last`` (exclusive)."""

    sentence: int
    first: int
    last: int
    key: str
    name: str
    entries: tuple[Entry, ...]
    kind: str | None = None  # by head word
    inside: list[str] = field(default_factory=list)  # stated containers, nearest first
    evidence: bool = False
    entry: Entry | None = None
    dropped: bool = False
