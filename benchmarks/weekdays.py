"""Compare the resolved weekdays of labelled articles with gold.

    python benchmarks/weekdays.py DIRECTORY

Each subdirectory holds articles and a ``gold.yaml`` whose ``weekdays`` list gives, for each weekday name
in an article, a verbatim quote around it and its date (null where it dates nothing).
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

from factcheck.document.model import Document
from factcheck.document.reading import read as read_source
from factcheck.document.sources import Source
from factcheck.expressions.model import Timex
from factcheck.expressions.time import find_times
from factcheck.expressions.time.lexicon import WEEKDAYS
from factcheck.temporal.interval import moment
from factcheck.text import read


@dataclass(frozen=True, slots=True)
class Case:
    """A weekday as gold and as found: ``found`` is the date, "unresolved" or "not found"."""

    document: str
    quote: str
    gold: str | None
    found: str

    @property
    def right(self) -> bool:
        return self.found == self.gold or (self.gold is None and self.found in {"unresolved", "not found"})


def _day(timex: Timex) -> str:
    named = timex.point or timex.interval
    if named is None or named.start is None:
        return "unresolved"
    return moment(named.start).date().isoformat()


def cases(directory: Path) -> list[Case]:
    """Every labelled weekday of the articles below a directory."""
    found: list[Case] = []
    for gold in sorted(directory.glob("*/gold.yaml")):
        labels = yaml.safe_load(gold.read_text("utf-8"))
        for label in labels["weekdays"]:
            documents = read_source(Source(str(gold.parent / label["doc"])))
            found += [_case(document, label) for document in documents if isinstance(document, Document)]
    return found


def _case(document: Document, label: dict[str, object]) -> Case:
    quote = str(label["quote"])
    gold = None if label["date"] is None else str(label["date"])
    text = document.text
    start = text.find(quote)
    words = [word for word in WEEKDAYS if len(word) >= 6 and word.capitalize() in quote]
    place = start + quote.find(words[0].capitalize()) if words and start >= 0 else -1
    for timex in find_times(document, read(document)):
        if timex.start <= place < timex.end:
            parts = [part for part in timex.parts if part.start <= place < part.end]
            return Case(str(label["doc"]), quote, gold, _day(parts[0] if parts else timex))
    return Case(str(label["doc"]), quote, gold, "not found" if place >= 0 else "quote not found")


def main() -> None:
    found = cases(Path(sys.argv[1]))
    for case in found:
        if not case.right:
            print(f"{case.document}: {case.quote!r}: {case.found}, gold {case.gold}")
    print(f"{sum(case.right for case in found)} of {len(found)} right")


if __name__ == "__main__":
    main()
