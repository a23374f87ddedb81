"""What ``extract`` prints: records as JSON lines, or as a table of their most telling fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from factcheck.report.boxes import boxed
from factcheck.report.layout import Layout, columns, wrap
from factcheck.report.records import Record
from factcheck.report.safe import for_json, for_terminal
from factcheck.ruleset.model import Rule

_FIELDS = {
    "document": ("document", "title", "source", "published", "published_basis", "modified"),
    "expressions": ("document", "start", "kind", "text", "says"),
    "times": ("document", "start", "text", "type", "value", "interval", "anchor", "how"),
    "assertions": ("document", "start", "event", "trigger", "participants", "time", "place", "modality", "polarity"),
    "events": ("event_id", "type", "participants", "interval", "places", "assertions"),
}


def jsonl(records: Iterable[Record]) -> str:
    """One JSON object a line."""
    return "".join(for_json(json.dumps(record, ensure_ascii=False)) + "\n" for record in records)


def table(records: Sequence[Record], stage: str, layout: Layout) -> str:
    """A table, as wide as the layout allows; ``jsonl`` has every field."""
    if not records:
        return "nothing found\n"
    fields = _FIELDS[stage]
    rows = [[for_terminal(_shown(record, field)) for field in fields] for record in records]
    widths = _widths(fields, rows, layout.width - 3 * len(fields) - 1)
    cells = [[wrap(cell, width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    return boxed(cells, fields, widths, "simple_outline" if layout.boxes else "outline") + "\n"


def _shown(record: Record, field: str) -> str:
    if field == "says":
        return _says(record)
    if field == "value" and record["mod"]:
        return f"{record['value']} {record['mod']}"
    if field == "how":
        return "; ".join(record["how"])
    if field == "assertions":
        return str(len(record["assertions"]))
    value: Any = record.get(field)
    if field == "interval" and value:
        return _stretch(value)
    if field == "time" and value:
        return str(value["value"])
    if field == "place" and value:
        return str(value["name"])
    if field == "participants":
        return ", ".join(who["key"] if isinstance(who, dict) else who for who in value)
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return "" if value is None else " ".join(str(value).split())


def _stretch(interval: list[str | None]) -> str:
    """First and last edge; one day only once; ".." where a side is open."""
    first, last = (edge or ".." for edge in interval)
    return first if first == last else f"{first} to {last}"


def _says(record: Record) -> str:
    """What an expression denotes, in a few words."""
    kind = record["kind"]
    if kind == "time":
        parts = [record["type"], record["value"], record["mod"]]
        interval = record["interval"]
        parts.append(f"({_stretch(interval)})" if interval else None)
    elif kind == "quantity":
        parts = [record["value"], record["unit"], f"of {record['measured']}" if record["measured"] else None]
    elif kind == "place":
        parts = [record["name"], record["place_kind"], ", ".join(record["within"])]
    else:
        parts = [record["type"], record["canonical"], record["role"]]
    return " ".join(str(part) for part in parts if part not in (None, ""))


def _widths(headers: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Column widths: the widest cell's, the widest columns cut down together until the table fits.

    No column is narrower than its header and the two columns that tabulate adds to it.
    """
    least = [len(header) + 2 for header in headers]
    wanted = [max(columns(" ".join(row[index].split())) for row in rows) for index in range(len(headers))]
    for limit in range(max(wanted), 0, -1):
        widths = [max(floor, min(width, limit)) for floor, width in zip(least, wanted, strict=True)]
        if sum(widths) <= room:
            return widths
    return least


_ROOM = 24  # columns that words need to be read


def rule_table(rules: Sequence[Rule], disabled: Sequence[str], layout: Layout) -> str:
    """A line a rule."""
    if not rules:
        return "no rules\n"
    told = [
        (rule.name, rule.category.value, "disabled" if rule.name in disabled else rule.severity.value) for rule in rules
    ]
    finds = [for_terminal(_first_sentence(rule.what)) for rule in rules]
    head: tuple[str, ...] = ("rule", "category", "severity", "what it finds")
    # tabulate gives a column two more than its header.
    fixed = [max(len(name) + 2, *(len(row[index]) for row in told)) for index, name in enumerate(head[:3])]
    room = layout.width - sum(fixed) - 3 * len(head) - 1
    if room >= _ROOM:
        cells = [[*([word] for word in row), wrap(what, room)] for row, what in zip(told, finds, strict=True)]
    elif layout.width >= fixed[0] + 7 + _ROOM:
        head, fixed = ("rule", "what it finds"), fixed[:1]
        room = layout.width - fixed[0] - 7
        cells = [
            [[name, f"  {category}", f"  {severity}"], wrap(what, room)]
            for (name, category, severity), what in zip(told, finds, strict=True)
        ]
    else:
        head, fixed = ("rule and what it finds",), []
        room = max(len(head[0]) + 2, layout.width - 4)
        cells = [
            [[*wrap(f"{name} ({category}, {severity})", room), *(f"  {line}" for line in wrap(what, room - 2))]]
            for (name, category, severity), what in zip(told, finds, strict=True)
        ]
    return boxed(cells, head, [*fixed, room], "simple_outline" if layout.boxes else "outline") + "\n"


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", text, maxsplit=1)[0]
