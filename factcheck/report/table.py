"""The terminal's report: findings by severity, each with its statements and where they stand, then a summary."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from factcheck.findings.model import Finding, Location, Run
from factcheck.report.boxes import boxed
from factcheck.report.layout import MAX_WIDTH, MIN_WIDTH, Layout, wrap
from factcheck.report.places import file_of
from factcheck.report.safe import for_terminal
from factcheck.report.sarif_text import uri_of
from factcheck.report.summary import summarise
from factcheck.vocabulary import Severity

_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;34"}
_HEADINGS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "For information"}
_BORDERS = 7  # three lines and a space on each side of two cells
_TWO_COLUMNS = 80  # a narrower table has the statements below what is said of them


def render(run: Run, layout: Layout) -> str:
    """A table for each severity that has findings, as wide as ``layout.width`` (40 to 160), and a summary."""
    width = min(max(layout.width, MIN_WIDTH), MAX_WIDTH)
    parts = []
    for severity in Severity:
        findings = [finding for finding in run.findings if finding.severity is severity]
        if findings:
            heading = f"{_HEADINGS[severity]} ({len(findings)})"
            parts.append(_paint(heading, _COLOURS[severity], layout) + "\n" + _table(findings, run, width, layout))
    parts.append(_summary(run, width, layout))
    return "\n\n".join(parts) + "\n"


def _table(findings: list[Finding], run: Run, width: int, layout: Layout) -> str:
    style = "simple_grid" if layout.boxes else "grid"
    narrow = width < _TWO_COLUMNS
    left = width - 4 if narrow else (width - _BORDERS) * 55 // 100
    right = left if narrow else width - _BORDERS - left
    dates = {document.name: document.published.day for document in run.documents}
    rows = []
    for finding in findings:
        says = _statements(finding, {name: str(day) for name, day in dates.items() if day}, right, layout)
        said = _description(finding, left, layout)
        rows.append([[*said, *says]] if narrow else [said, says])
    if narrow:
        return boxed(rows, ["Finding and what the articles say"], [left], style)
    return boxed(rows, ["Finding", "What the articles say"], [left, right], style)


def _description(finding: Finding, width: int, layout: Layout) -> list[str]:
    name = f"{for_terminal(finding.rule)} ({finding.confidence:.0%} sure)"
    lines = [_paint(line, "1", layout) for line in wrap(name, width)]
    lines += wrap(for_terminal(finding.message), width)
    if layout.steps:
        for step in finding.explanation:
            lines += _hanging("- ", for_terminal(step), width)
    if finding.suggestion:
        lines += _hanging("→ " if layout.boxes else "> ", for_terminal(finding.suggestion), width)
    return lines


def _statements(finding: Finding, published: dict[str, str], width: int, layout: Layout) -> list[str]:
    lines: list[str] = []
    for place in finding.locations:
        quote = for_terminal(place.quote)
        lines += [_paint(line, "36", layout) for line in wrap(f'"{quote}"', width)]
        where = _where(place, published, width)
        lines += _linked(place, where) if layout.links else where
    return lines


def _where(place: Location, published: dict[str, str], width: int) -> Iterable[str]:
    date = published.get(place.document)
    address = f"{for_terminal(place.document)}:{place.line}:{place.column}"
    return _hanging("  ", f"{address} of {date}" if date else address, width)


def _linked(place: Location, lines: Iterable[str]) -> Iterable[str]:
    """Lines that a terminal opens the place's file from: OSC 8, github.com/Alhadis/OSC8-Adoption."""
    file = file_of(place.document)
    if file is None:
        return lines
    address = uri_of(Path(file).absolute().as_posix())
    # Each line is a link of its own, or the frame of the table would be part of it.
    return [line[:2] + f"\x1b]8;;{address}\x1b\\{line[2:]}\x1b]8;;\x1b\\" for line in lines]


def _hanging(mark: str, text: str, width: int) -> list[str]:
    """Lines that begin with ``mark`` and go on below its end."""
    room = width - len(mark)
    first, *rest = wrap(text, room)
    return [mark + first, *(" " * len(mark) + line for line in rest)]


def _paint(text: str, code: str, layout: Layout) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if layout.colour else text


def _summary(run: Run, width: int, layout: Layout) -> str:
    summary = summarise(run, layout.hidden)
    pairs = [("Read", summary.read), ("Found", summary.found)]
    if summary.unjudged:
        pairs.append(("Not judged", summary.unjudged))
    pairs += [("Skipped", f"{document}: {reason}") for document, reason in summary.skipped]
    lines: list[str] = []
    for name, value in pairs:
        lines += _hanging(f"{name + ':':<12}", for_terminal(value), width)
    return "\n".join(lines)
