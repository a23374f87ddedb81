"""What a run read, found and could not judge, in a few lines that every human-readable format ends in."""

from __future__ import annotations

from factcheck.findings.model import Run
from factcheck.records import dataclass
from factcheck.report.skips import few
from factcheck.vocabulary import Severity

READ = ("articles", "assertions", "events")
"""Counts of what was read, in this order; every other count but COPIES names what could not be judged."""
COPIES = "copies"
"""The articles that are copies of another one, and were judged with it."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Lines without formatting: what was read, what was found, what was not judged, what was skipped.

    Of many inputs that were skipped for one reason ``skipped`` tells how many they are.
    """

    read: str
    found: str
    unjudged: str | None
    skipped: tuple[tuple[str, str], ...]


def summarise(run: Run, hidden: int = 0) -> Summary:
    """The summary of a run of which ``hidden`` findings are not shown."""
    counts = run.counts
    read = [counted(counts[name], name) for name in READ if name in counts]
    unjudged = [counted(count, name) for name, count in counts.items() if name not in (*READ, COPIES) and count]
    found = [counted(sum(finding.severity is level for finding in run.findings), f"{level}s") for level in Severity]
    if counts.get(COPIES):
        read.insert(1, f"{counts[COPIES]:,} of them copies")
    if run.new is not None:
        read.insert(1, f"{len(run.new):,} of them new")
    return Summary(
        read=", ".join(read) or counted(len(run.documents), "articles"),
        found=", ".join(found) + (f" ({hidden} below the severity shown)" if hidden else "") + _left_out(run),
        unjudged=", ".join(unjudged) or None,
        skipped=tuple(few(run.skipped)),
    )


def _left_out(run: Run) -> str:
    """What a baseline and the settings left out, as further clauses of what was found."""
    parts = (("known", "baseline", len(run.known)), ("suppressed", "settings", len(run.suppressed)))
    return "".join(
        f"; {count:,} {kind} finding{'' if count == 1 else 's'} left out ({by})" for kind, by, count in parts if count
    )


def counted(count: int, things: str) -> str:
    """A count as words: "1 article", "2 articles", "1 time not resolved": ``things`` is plural in its first word."""
    first, space, rest = things.partition(" ")
    return f"{count:,} {first[:-1] if count == 1 and first.endswith('s') else first}{space}{rest}"
