"""One finding a row, its first two places side by side: RFC 4180 in UTF-8, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from factcheck.findings.model import Finding, Location, Run
from factcheck.report.layout import Layout
from factcheck.report.places import places_of
from factcheck.report.safe import for_terminal

_PLACE = ("document", "line", "column", "quote", "sentence")
HEADER = (
    "severity", "rule", "category", "confidence", "message",
    *_PLACE, *(f"other_{name}" for name in _PLACE),
    "further_places", "suggestion", "explanation", "fingerprint",
)  # fmt: skip
# What spreadsheets take for the beginning of a formula, also in its full width.
_FORMULA = tuple("=+-@|＝＋－＠｜\t\r")


def render(run: Run, layout: Layout) -> str:
    """The header and a row a finding. All words stand in quotation marks, so that no separator splits them."""
    table = io.StringIO()
    writer = csv.writer(table, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(HEADER)
    for finding in run.findings:
        writer.writerow(_row(finding, run))
    return table.getvalue()


def _row(finding: Finding, run: Run) -> list[str | int | float]:
    places = places_of(finding, run)
    row: list[str | int | float] = [finding.severity.value, finding.rule, finding.category, finding.confidence]
    row.append(finding.message)
    for index in range(2):
        row += _place(places[index]) if index < len(places) else [""] * len(_PLACE)
    row.append("; ".join(f"{place.document}:{place.line}:{place.column} {place.quote}" for place in places[2:]))
    row += [finding.suggestion or "", " / ".join(finding.explanation), finding.fingerprint]
    return [harmless(cell) if isinstance(cell, str) else cell for cell in row]


def _place(place: Location) -> Iterator[str | int]:
    yield from (place.document, place.line, place.column, place.quote, place.context)


def harmless(text: str) -> str:
    """A cell that no spreadsheet reads as a formula: one that would be gets an apostrophe before it.

    https://owasp.org/www-community/attacks/CSV_Injection
    """
    shown = for_terminal(text)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown
