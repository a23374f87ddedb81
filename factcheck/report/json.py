"""The JSON report, schema ``factcheck-report/1``: a public interface. Fields may be added, none may change."""

from __future__ import annotations

import json

import factcheck
from factcheck.document.model import Document
from factcheck.findings.model import Run
from factcheck.report.layout import Layout
from factcheck.report.records import Record, finding_record, published_record
from factcheck.report.safe import for_json

SCHEMA = "factcheck-report/1"


def render(run: Run, layout: Layout) -> str:
    """One JSON object. The same articles give the same bytes."""
    report = {
        "schema": SCHEMA,
        "tool": {"name": "factcheck", "version": factcheck.__version__},
        "documents": [_document(run, document) for document in run.documents],
        "findings": [finding_record(finding) for finding in run.findings],
        "skipped": [{"document": skipped.document, "reason": skipped.reason} for skipped in run.skipped],
        "counts": run.counts,
        **left_out(run),
    }
    return for_json(json.dumps(report, ensure_ascii=False, indent=2)) + "\n"


def left_out(run: Run) -> Record:
    """Which findings a baseline or the settings kept from the report; nothing where none was."""
    found = {
        "known": [finding.fingerprint for finding in run.known],
        "suppressed": [{"fingerprint": one.fingerprint, "reason": reason} for one, reason in run.suppressed],
    }
    return {"left_out": found} if any(found.values()) else {}


def _document(run: Run, document: Document) -> Record:
    """A document; after ``factcheck check`` with whether it is new, and for a copy with what was judged for it."""
    record = published_record(document)
    if run.new is not None:
        record["new"] = document.name in run.new
    if document.name in run.copy_of:
        record["copy_of"] = run.copy_of[document.name]
    return record
