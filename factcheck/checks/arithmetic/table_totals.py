"""Tables with a row of totals, or below a sentence that announces the sum of their column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.figures import quantities as figures
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.tables import Table
from factcheck.checks.telling import article_name
from factcheck.expressions.model import Bound, Quantity
from factcheck.expressions.quantity.nouns import singular
from factcheck.patterns import regex

_TOTAL_ROW = regex(r"(?:grand |sub)?total\b|(?:all|group|overall|sum|together)$|in all$", re.IGNORECASE)
_NO_SUM = regex(
    r"%|per ?cent|\bper\b|rate|average|mean|median|rank|\bage\b|year|score|price|index|ratio|position|change|growth"
    r"|date"
    r"|time|\bno\b|number|magnitude|distance|height|depth|margin|share|points?\b|km|miles|place|temperature|speed",
    re.IGNORECASE,
)


def columns(article: Article, table: Table) -> Iterator[Conflict]:
    if not table.header:
        return
    width = len(table.header)
    rows = [row for row in table.rows if len(row) == width]
    if len(rows) != len(table.rows) or len(rows) < 2 or width < 2:
        return
    totals = [index for index, row in enumerate(rows) if _TOTAL_ROW.match(row[0].text.strip())]
    for column in range(1, width):
        header = table.header[column]
        cells = [row[column] for row in rows]
        if _NO_SUM.search(header.text) or any(cell.value is None or cell.percent for cell in cells):
            continue
        values = [cell.value or 0.0 for cell in cells]
        loose = 0.5 * min(cell.step for cell in cells) * len(cells) if any(cell.step < 1 for cell in cells) else 0.0
        if totals == [len(rows) - 1] and len(rows) >= 3:
            added, stated = sum(values[:-1]), values[-1]
            place = Evidence(article.document.name, cells[-1].start, cells[-1].end)
            said, parts = cells[-1].text, cells[:-1]
        elif not totals and width == 2:
            before = _announced(article, table, header.text)
            if before is None:
                continue
            added, stated, said, parts = sum(values), before.value, before.text, cells
            place = figures.evidence(article, before)
        else:
            continue
        if abs(added - stated) <= loose + 1e-9 * abs(stated):
            continue
        terms = " + ".join(cell.text for cell in parts)
        right = figures.number(added, min(cell.step for cell in cells))
        yield Conflict(
            message=f'In a table of {article_name(article)} the column "{header.text}" adds up to {right}, '
            f"not to {said}.",
            evidence=(place, *(Evidence(article.document.name, cell.start, cell.end) for cell in parts)),
            key=("table", header.text, said, terms),
            explanation=(f"{terms} = {right}, not {said}.",),
            suggestion=f"Write {right} for {said}, or check the rows.",
            confidence=0.92,
        )


def _announced(article: Article, table: Table, header: str) -> Quantity | None:
    """The number that the sentence before a table gives for its column: "86 tonnes of supplies:"."""
    if table.first == 0:
        return None
    sentence = article.text.sentences[table.first - 1]
    if not article.document.prose[sentence.start : sentence.end].rstrip().endswith(":"):
        return None
    name = singular(header.split()[-1].strip("()"))
    found = [
        quantity
        for quantity in article.expressions.quantities
        if sentence.start <= quantity.start < sentence.end
        and name in {quantity.unit, (quantity.measured or "").split(" ")[-1]}
        and quantity.bound is Bound.EXACT
    ]
    return found[0] if len(found) == 1 else None
