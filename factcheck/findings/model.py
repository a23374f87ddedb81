"""The finding, the run, and their words. REPORT.md's JSON is this, serialised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.document.model import Document
from factcheck.errors import Skipped
from factcheck.records import dataclass, field
from factcheck.vocabulary import Severity

if TYPE_CHECKING:
    from factcheck.identity.model import Corpus
    from factcheck.ruleset.model import Rule


@dataclass(frozen=True, slots=True)
class Location:
    """A place in an article: offsets in the reader's text, line and column (from 1) in the file."""

    document: str
    start: int
    end: int
    line: int
    column: int
    quote: str
    context: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict under a rule. ``fingerprint`` is stable over unrelated edits."""

    rule: str
    category: str
    severity: Severity
    confidence: float
    message: str
    explanation: tuple[str, ...]
    suggestion: str | None
    fingerprint: str
    locations: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """The result of an audit: what a report renders.

    ``counts`` names what was read and what could not be judged ("assertions", "events",
    "unresolved times", ...), in a fixed order. ``new`` names the documents that were checked against the
    others; None where all were judged alike. ``rules`` are those that ran. ``corpus`` is what they judged, for formats
    that show the articles and their timeline; None where a run was put together without one. ``known`` are findings
    that a baseline left out of ``findings``, ``suppressed`` those that the settings left out, each with the reason.
    ``notes`` tell what was amiss with the means of the run (a damaged store) and did not touch what was found;
    ``taken`` how many sources and stories a store gave. ``copy_of`` leads from the name of each copy to that of the
    article which was judged for it.
    """

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    new: frozenset[str] | None = None
    rules: tuple[Rule, ...] = ()
    corpus: Corpus | None = field(default=None, repr=False, compare=False)
    known: tuple[Finding, ...] = ()
    suppressed: tuple[tuple[Finding, str], ...] = ()
    notes: tuple[str, ...] = field(default=(), compare=False)
    taken: tuple[int, int] = field(default=(0, 0), compare=False)
    copy_of: dict[str, str] = field(default_factory=dict)

    @property
    def judged(self) -> int:
        """How many documents the findings are about: the new ones, or all."""
        return len(self.documents) if self.new is None else len(self.new)
