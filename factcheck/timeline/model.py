"""A line of a timeline and the claims behind it."""

from __future__ import annotations

from enum import StrEnum

from factcheck.findings.model import Location
from factcheck.records import dataclass
from factcheck.temporal.interval import Interval


class Status(StrEnum):
    """How the articles stand to each other on an event."""

    DISPUTED = "disputed"  # a finding cites what they say of it
    AGREED = "agreed"  # two articles or more, and none contradicts another
    SINGLE = "single"  # one article tells of it


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article says of the event: when (as written and resolved), and where its words stand."""

    document: str
    when: str
    interval: Interval
    planned: bool
    place: str | None
    location: Location


@dataclass(frozen=True, slots=True)
class Entry:
    """One event with its claims in the order of documents.

    ``interval`` is where most articles put it; ``findings`` holds the fingerprints of the findings that cite it.
    """

    type: str
    title: str
    interval: Interval
    planned: bool
    places: tuple[str, ...]
    claims: tuple[Claim, ...]
    status: Status
    findings: tuple[str, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles that date the event, each once."""
        return tuple(dict.fromkeys(claim.document for claim in self.claims))
