"""The timeline as a table for the terminal, as Markdown and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from factcheck.checks.telling import date_words
from factcheck.document.naming import short_name
from factcheck.report.boxes import boxed
from factcheck.report.layout import MAX_WIDTH, MIN_WIDTH, Layout, wrap
from factcheck.report.records import interval_record
from factcheck.report.safe import for_json, for_markdown, for_terminal
from factcheck.timeline.model import Claim, Entry, Status

_BORDERS = 10  # four lines and a space on each side of three cells
_COLOURS = {Status.DISPUTED: "1;31", Status.AGREED: "32"}


def render(entries: Sequence[Entry], format_: str, layout: Layout) -> str:
    """The timeline in ``format_``: table, json or markdown."""
    if format_ == "json":
        return as_json(entries)
    return as_markdown(entries) if format_ == "markdown" else as_table(entries, layout)


def as_table(entries: Sequence[Entry], layout: Layout) -> str:
    """A row an event: when, what and where, and who says so; disputed ones say each article's date."""
    if not entries:
        return "No dated event was found.\n"
    width = min(max(layout.width, MIN_WIDTH), MAX_WIDTH)
    left = 20
    middle = (width - _BORDERS - left) * 45 // 100
    right = width - _BORDERS - left - middle
    rows = []
    for entry in entries:
        mark = _mark(entry)
        what = [*wrap(for_terminal(_what(entry)), middle)]
        if mark:
            what += [_paint(line, entry.status, layout) for line in wrap(mark, middle)]
        says = [line for claim in entry.claims for line in wrap(for_terminal(_says(claim, entry)), right)]
        rows.append([wrap(date_words(entry.interval), left), what, says])
    style = "simple_grid" if layout.boxes else "grid"
    return boxed(rows, ["When", "What", "Who says so"], [left, middle, right], style) + f"\n{_count(entries)}\n"


def as_markdown(entries: Sequence[Entry]) -> str:
    """A table in GitHub's Markdown; article text is escaped."""
    lines = ["# Timeline", "", _count(entries), ""]
    if entries:
        lines += ["| When | What | | Who says so |", "| --- | --- | --- | --- |"]
    for entry in entries:
        says = "<br>".join(for_markdown(_says(claim, entry)) for claim in entry.claims)
        mark = f"**{_mark(entry)}**" if entry.status is Status.DISPUTED else _mark(entry)
        lines.append(f"| {for_markdown(date_words(entry.interval))} | {for_markdown(_what(entry))} | {mark} | {says} |")
    return "\n".join(lines) + "\n"


def as_json(entries: Sequence[Entry]) -> str:
    """One object: ``schema`` and ``entries``, each with its claims."""
    document = {"schema": "factcheck-timeline/1", "entries": [entry_record(entry) for entry in entries]}
    return for_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def entry_record(entry: Entry) -> dict[str, Any]:
    """An entry as plain data; intervals are first and last day or moment, as in ``extract``."""
    return {
        "type": entry.type,
        "title": entry.title,
        "interval": interval_record(entry.interval),
        "planned": entry.planned,
        "places": list(entry.places),
        "status": entry.status.value,
        "findings": list(entry.findings),
        "claims": [
            {
                "document": claim.document,
                "when": claim.when,
                "interval": interval_record(claim.interval),
                "planned": claim.planned,
                "place": claim.place,
                "start": claim.location.start,
                "end": claim.location.end,
                "line": claim.location.line,
                "column": claim.location.column,
                "context": claim.location.context,
            }
            for claim in entry.claims
        ],
    }


def _what(entry: Entry) -> str:
    where = f", {entry.places[0]}" if len(entry.places) == 1 else ""
    return f"{entry.title}{where}" + (" (planned)" if entry.planned else "")


def _mark(entry: Entry) -> str:
    number = len(entry.documents)
    if entry.status is Status.DISPUTED:
        return f"disputed: {len(entry.findings)} finding{'s' if len(entry.findings) != 1 else ''}"
    return f"{number} articles agree" if entry.status is Status.AGREED else ""


def _says(claim: Claim, entry: Entry) -> str:
    place = f", {claim.place}" if claim.place is not None and len(entry.places) > 1 else ""
    return f'{short_name(claim.document)}:{claim.location.line} "{claim.when}"{place}'


def _count(entries: Sequence[Entry]) -> str:
    disputed = sum(entry.status is Status.DISPUTED for entry in entries)
    agreed = sum(entry.status is Status.AGREED for entry in entries)
    return f"{len(entries)} events, {disputed} disputed, {agreed} told alike by two articles or more"


def _paint(text: str, status: Status, layout: Layout) -> str:
    code = _COLOURS.get(status)
    return f"\x1b[{code}m{text}\x1b[0m" if layout.colour and code and text else text
