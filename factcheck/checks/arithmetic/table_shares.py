"""Tables with a column of percentages beside the numbers that they are shares of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic.options import PercentOptions
from factcheck.checks.figures import quantities as figures
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.tables import Cell, Table
from factcheck.checks.telling import article_name
from factcheck.patterns import regex

_TOTAL = regex(r"\b(?:total|all|sum|overall|group|together)\b", re.IGNORECASE)


def columns(article: Article, table: Table, options: PercentOptions) -> Iterator[Conflict]:
    """A column of shares beside one column of numbers: each share must be its row's part of the sum."""
    width = len(table.header)
    if width < 3:
        return
    rows = [row for row in table.rows if len(row) == width]
    shares = [
        index for index, cell in enumerate(table.header) if re.search(r"%|per ?cent|share", cell.text, re.IGNORECASE)
    ]
    numbers = [
        index
        for index in range(1, width)
        if index not in shares and rows and all(row[index].value is not None for row in rows)
    ]
    if len(shares) != 1 or len(numbers) != 1 or len(rows) < 4 or len(rows) != len(table.rows):
        return
    share, column = shares[0], numbers[0]
    if any(row[share].value is None for row in rows):
        return
    parts = [row for row in rows if not _TOTAL.search(row[0].text)]
    totals = [row for row in rows if _TOTAL.search(row[0].text)]
    whole = (totals[0][column].value if totals else sum(row[column].value or 0.0 for row in parts)) or 0.0
    if whole <= 0:
        return
    wrong = [row for row in parts if not _fits(row[column], row[share], whole, options)]
    # Several misfits mean another base, not a slip.
    if len(wrong) != 1 or len(parts) - len(wrong) < 3:
        return
    row = wrong[0]
    value, stated = row[column].value or 0.0, row[share]
    right = figures.number(100 * value / whole, stated.step)
    yield Conflict(
        message=f"{article_name(article)} gives {row[0].text} {stated.text} per cent in a table, but "
        f"{row[column].text} of {figures.number(whole)} is {right} per cent.",
        evidence=(
            Evidence(article.document.name, stated.start, stated.end),
            Evidence(article.document.name, row[column].start, row[column].end),
        ),
        key=("table share", row[0].text, row[column].text, stated.text),
        explanation=(
            f"{row[column].text} / {figures.number(whole)} = {100 * value / whole:.2f} per cent; "
            f"the other {len(parts) - 1} rows fit that sum.",
        ),
        suggestion=f"Write {right}, or check {row[column].text}.",
        confidence=0.9,
    )


def _fits(part: Cell, share: Cell, whole: float, options: PercentOptions) -> bool:
    if part.value is None or share.value is None:
        return True
    return abs(100 * part.value / whole - share.value) <= share.step * 0.5 + options.slack_points
