"""Markdown for pull-request comments and job summaries: tables for findings, folded explanations."""

from __future__ import annotations

from factcheck.findings.model import Finding, Location, Run
from factcheck.report.layout import Layout
from factcheck.report.safe import for_markdown
from factcheck.report.summary import Summary, counted, summarise
from factcheck.vocabulary import Severity

MOST = 65_536
"""Characters that GitHub takes in one comment; a job summary and GitLab's comments hold more."""

_HEADINGS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "For information"}
_MOST_SKIPPED = 40
_LONGEST = 400
_NOTE_ROOM = 200


def render(run: Run, layout: Layout) -> str:
    """GitHub-flavoured Markdown; text from articles is escaped so that it shows as it stands and does nothing.

    At most :data:`MOST` characters: the gravest findings are kept whole, and a note tells how many are left out.
    """
    summary = summarise(run, layout.hidden)
    head = ["# factcheck", for_markdown(f"Found {summary.found}.")]
    tail = ["## Summary", "\n".join(f"- {line}" for line in _lines(summary))]
    room = MOST - sum(len(part) + 2 for part in [*head, *tail]) - _NOTE_ROOM
    shown, left_out = _findings(run, room)
    note = []
    if left_out:
        more = counted(left_out, "findings")
        note = [for_markdown(f"{more} left out, since a comment holds {MOST:,} characters; other formats have all.")]
    return "\n\n".join([*head, *shown, *note, *tail]) + "\n"


def _findings(run: Run, room: int) -> tuple[list[str], int]:
    """Headings and findings, by severity, as far as they fit; and how many do not."""
    parts: list[str] = []
    done = 0
    for severity in Severity:
        findings = [finding for finding in run.findings if finding.severity is severity]
        for number, finding in enumerate(findings):
            added = [] if number else [f"## {_HEADINGS[severity]} ({len(findings)})"]
            added.append(_finding(finding))
            room -= sum(len(part) + 2 for part in added)
            if room < 0:
                return parts, len(run.findings) - done
            parts += added
            done += 1
    return parts, 0


def _lines(summary: Summary) -> list[str]:
    lines = [f"Read: {summary.read}", f"Found: {summary.found}"]
    if summary.unjudged:
        lines.append(f"Not judged: {summary.unjudged}")
    for document, reason in summary.skipped[:_MOST_SKIPPED]:
        line = f"Skipped: {document}: {reason}"
        lines.append(line if len(line) <= _LONGEST else line[:_LONGEST] + "…")
    if len(summary.skipped) > _MOST_SKIPPED:
        lines.append(f"Skipped: {len(summary.skipped) - _MOST_SKIPPED:,} more")
    return [for_markdown(line) for line in lines]


def _finding(finding: Finding) -> str:
    parts = [
        f"### {for_markdown(finding.rule)}",
        for_markdown(finding.message),
        "\n".join(["| Says | Where | In full |", "| --- | --- | --- |", *(_row(place) for place in finding.locations)]),
    ]
    if finding.suggestion:
        parts.append(f"**Check:** {for_markdown(finding.suggestion)}")
    steps = "\n".join(f"- {for_markdown(step)}" for step in finding.explanation)
    sure = f"{finding.confidence:.0%} sure, fingerprint {finding.fingerprint}"
    parts.append(f"<details><summary>Why ({sure})</summary>\n\n{steps}\n\n</details>" if steps else f"({sure})")
    return "\n\n".join(parts)


def _row(place: Location) -> str:
    where = f"{place.document}, line {place.line}, column {place.column}"
    return f"| {for_markdown(place.quote)} | {for_markdown(where)} | {for_markdown(place.context)} |"
