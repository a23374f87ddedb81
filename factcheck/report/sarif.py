"""SARIF 2.1.0: results with primary and related locations, for code scanning and editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html; section numbers in
this file are its. A result is a finding, a notification an input that could not be judged. What a baseline or the
settings left out are results, too, marked as such; code scanning does not know these marks (docs/ci.md).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

import factcheck
from factcheck.document.model import Document
from factcheck.errors import Skipped, is_incomplete
from factcheck.findings.model import Finding, Location, Run
from factcheck.report.layout import Layout
from factcheck.report.places import documents_by_name, file_of, place_of_skipped, places_of, region_of
from factcheck.report.records import Record
from factcheck.report.safe import for_json
from factcheck.report.sarif_rules import descriptor
from factcheck.report.sarif_states import results_of
from factcheck.report.sarif_text import LEVELS, link, message, uri_of

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "factcheck/v1"
_ROOT = "%SRCROOT%"
_STANDARD_INPUT = "stdin"


def render(run: Run, layout: Layout) -> str:
    """One SARIF log with one run. Columns count code points, file names are relative where they were given so."""
    documents = documents_by_name(run)
    files = _files(run)
    rules = {rule.name: rule for rule in run.rules}
    told = results_of(run)
    cited = list(dict.fromkeys(finding.rule for finding, _ in told))
    driver = {
        "name": "factcheck",
        "version": factcheck.__version__,
        "semanticVersion": factcheck.__version__,
        "informationUri": factcheck.HOME,
        "rules": [descriptor(name, rules.get(name)) for name in cited],
    }
    results = [_result(one, run, documents, files, cited.index(one.rule)) | state for one, state in told]
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which factcheck was run."}}},
                "invocations": [_invocation(run.skipped, files)],
                "artifacts": [_artifact(file, index) for file, index in files.items()],
                "results": results,
                "properties": {"counts": run.counts},
            }
        ],
    }
    return for_json(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _files(run: Run) -> dict[str | None, int]:
    """The files that results or notifications cite, each with its index, in the order of the report."""
    names: list[str | None] = [file_of(place.document) for f, _ in results_of(run) for place in places_of(f, run)]
    names += [place[0] for place in map(place_of_skipped, run.skipped) if place is not None]
    return {name: index for index, name in enumerate(dict.fromkeys(names))}


def _artifact(file: str | None, index: int) -> Record:
    role = "standardStream" if file is None else "analysisTarget"
    return {"location": _address(file, {file: index}), "roles": [role]}


def _address(file: str | None, files: Mapping[str | None, int]) -> Record:
    """An artifactLocation (3.4). A relative one counts from the folder that factcheck was run in."""
    uri = uri_of(_STANDARD_INPUT if file is None else file)
    base = {} if file is None or uri.startswith("file:") else {"uriBaseId": _ROOT}
    return {"uri": uri, **base, "index": files[file]}


def _result(
    finding: Finding, run: Run, documents: Mapping[str, Document], files: Mapping[str | None, int], rule: int
) -> Record:
    first, *others = places_of(finding, run)
    further = [_location(place, documents, files, number) for number, place in enumerate(others, start=1)]
    text = [message(finding.message)]
    if others:  # code scanning shows a related location only where the message links to it
        links = (link(f"{place.document}, line {place.line}", number) for number, place in enumerate(others, start=1))
        text.append(f"See {', '.join(links)}.")
    text += [message(finding.suggestion)] if finding.suggestion else []
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": " ".join(text)},
        "locations": [_location(first, documents, files)],
        **({"relatedLocations": further} if further else {}),
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "rank": round(finding.confidence * 100, 1),
        "properties": {
            "category": finding.category,
            "confidence": finding.confidence,
            "explanation": list(finding.explanation),
            "suggestion": finding.suggestion,
        },
    }


def _location(
    place: Location, documents: Mapping[str, Document], files: Mapping[str | None, int], number: int | None = None
) -> Record:
    """A location (3.28); a related one has a number that the message links to, and says what stands there."""
    region = region_of(place, documents)
    said = f'"{place.quote}" in: {place.context}'
    return {
        **({} if number is None else {"id": number}),
        "physicalLocation": {
            "artifactLocation": _address(file_of(place.document), files),
            "region": {
                "startLine": region.line,
                "startColumn": region.column,
                "endLine": region.end_line,
                "endColumn": region.end_column,
            },
        },
        "logicalLocations": [{"fullyQualifiedName": place.document, "kind": "article"}],
        "message": {"text": message(said)},
    }


def _invocation(skipped: Iterable[Skipped], files: Mapping[str | None, int]) -> Record:
    """Successful only where everything could be judged, as the exit code says (3.20.14)."""
    left_out = list(skipped)
    notes = [_notification(item, files) for item in left_out]
    told = {"toolExecutionNotifications": notes} if notes else {}
    return {"executionSuccessful": not is_incomplete(left_out), **told}


def _notification(skipped: Skipped, files: Mapping[str | None, int]) -> Record:
    place = place_of_skipped(skipped)
    note: Record = {
        "descriptor": {"id": "not-judged"},
        "level": "note" if skipped.harmless else "error",
        "message": {"text": message(f"{skipped.document}: {skipped.reason}")},
    }
    if place is not None:
        file, line = place
        region = {} if line is None else {"region": {"startLine": line}}
        note["locations"] = [{"physicalLocation": {"artifactLocation": _address(file, files), **region}}]
    return note
