"""What a check is given and what it yields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol, dataclass_transform

from factcheck.identity.model import Corpus
from factcheck.records import MISSING, dataclass, field


def option(*, default: Any = MISSING, description: str | None = None, **bounds: float) -> Any:
    """A field of a check's options, required without a ``default``; ``bounds`` are ``ge``, ``gt``, ``le`` and ``lt``.

    What a rule's file says is held against the field's type and bounds by :mod:`factcheck.ruleset.options`.
    """
    return field(default=default, metadata={"description": description, "bounds": bounds})


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(option,))
@dataclass(frozen=True, kw_only=True)
class Options:
    """Base of every check's options. Each subclass is a frozen data class; its fields are its annotated names."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        dataclass(frozen=True, kw_only=True)(cls)


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
