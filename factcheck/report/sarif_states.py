"""What SARIF says of a result beside its finding: whether a baseline knows it, and whether it is suppressed and why."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.findings.model import Finding, Run
from factcheck.report.records import Record
from factcheck.report.sarif_text import message


def results_of(run: Run) -> Sequence[tuple[Finding, Record]]:
    """The findings that are told, then those of the baseline, then suppressed ones, each with its states.

    Either all results have a ``baselineState`` or none, and so with ``suppressions`` (3.27.23, 3.27.24): a run that
    left nothing out has neither.
    """
    new: Record = {"baselineState": "new"} if run.known else {}
    known: Record = {"baselineState": "unchanged"}
    free: Record = {"suppressions": []} if run.suppressed else {}
    return [
        *((finding, new | free) for finding in run.findings),
        *((finding, known | free) for finding in run.known),
        *((finding, new | {"suppressions": [_suppression(reason)]}) for finding, reason in run.suppressed),
    ]


def _suppression(reason: str) -> Record:
    """A suppression (3.35) that stands in the settings and not in the article."""
    return {"kind": "external", "status": "accepted", "justification": message(reason)}
