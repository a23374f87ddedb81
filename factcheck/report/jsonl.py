"""One finding a line, each the object that the JSON report has in ``findings``."""

from __future__ import annotations

from factcheck.findings.model import Run
from factcheck.report import listing
from factcheck.report.layout import Layout
from factcheck.report.records import finding_record


def render(run: Run, layout: Layout) -> str:
    """JSON lines in the order of the report; empty where nothing was found."""
    return listing.jsonl(finding_record(finding) for finding in run.findings)
