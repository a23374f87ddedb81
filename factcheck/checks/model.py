"""What a check is given and what it yields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict

from factcheck.identity.model import Corpus


class Options(BaseModel):
    """Base of every check's options: unknown options are mistakes, and options never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in an article that a conflict rests on; the span of the value itself ("April 29, 2019")."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements that cannot all be true (or that an editor wants side by side).

    ``evidence`` has the primary places first (the two values), then related ones. ``message`` is one
    sentence with both values and both sources; ``explanation`` one line a step; ``suggestion`` what to
    check or write instead. ``confidence`` in 0..1 is how sure the check is that this is one. ``key``
    holds what identifies the conflict through unrelated edits (event type, participants, values).
    """

    message: str
    evidence: tuple[Evidence, ...]
    key: tuple[str, ...]
    explanation: tuple[str, ...] = ()
    suggestion: str | None = None
    confidence: float = 0.9


class Check(Protocol):
    """The shape of a check module. ``Options`` is its own subclass of :class:`Options`."""

    Options: type[Options]

    def check(self, corpus: Corpus, options: Any) -> Iterator[Conflict]: ...
