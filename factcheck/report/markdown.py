"""Markdown for pull-request comments and job summaries: tables for findings, folded explanations."""

from __future__ import annotations

from factcheck.findings.model import Finding, Location, Run
from factcheck.report.layout import Layout
from factcheck.report.safe import for_markdown
from factcheck.report.summary import summarise
from factcheck.vocabulary import Severity

_HEADINGS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "For information"}


def render(run: Run, layout: Layout) -> str:
    """GitHub-flavoured Markdown; text from articles is escaped so that it shows as it stands and does nothing."""
    summary = summarise(run, layout.hidden)
    parts = ["# factcheck", for_markdown(f"Found {summary.found}.")]
    for severity in Severity:
        findings = [finding for finding in run.findings if finding.severity is severity]
        if findings:
            parts.append(f"## {_HEADINGS[severity]} ({len(findings)})")
            parts.extend(_finding(finding) for finding in findings)
    parts.append("## Summary")
    lines = [f"Read: {summary.read}", f"Found: {summary.found}"]
    if summary.unjudged:
        lines.append(f"Not judged: {summary.unjudged}")
    lines += [f"Skipped: {document}: {reason}" for document, reason in summary.skipped]
    parts.append("\n".join(f"- {for_markdown(line)}" for line in lines))
    return "\n\n".join(parts) + "\n"


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
