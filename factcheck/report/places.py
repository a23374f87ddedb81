"""Where a finding stands, for formats that point at files: file, first and last line and column, order of places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

from factcheck.document.model import Document
from factcheck.errors import Skipped
from factcheck.findings.model import Finding, Location, Run
from factcheck.patterns import regex
from factcheck.records import dataclass

STANDARD_INPUT = "-"
_MANY = r"\.(?:jsonl(?:\.gz)?|warc(?:\.gz)?|parquet)"
_ROW = regex(rf"(.*?{_MANY}|-|/dev/stdin|/dev/fd/\d+)#.*", re.IGNORECASE | re.DOTALL)
_NUMBERED = regex(rf"(.*{_MANY}|-):(\d{{1,9}})", re.IGNORECASE | re.DOTALL)
_RULE = regex(r"rule [a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a file; lines and columns from 1, columns in code points, ``end_column`` just past the last one."""

    line: int
    column: int
    end_line: int
    end_column: int


def documents_by_name(run: Run) -> dict[str, Document]:
    """The run's documents under the names that locations cite."""
    return {document.name: document for document in run.documents}


def file_of(document: str) -> str | None:
    """The file that a document of this name stands in, as a path with slashes; None for standard input.

    An article of a file of many is named ``PATH#ID``; ``./a.txt`` is ``a.txt``.
    """
    row = _ROW.fullmatch(document)
    path = row[1] if row else document
    return None if path == STANDARD_INPUT else PurePath(path).as_posix()


def region_of(place: Location, documents: Mapping[str, Document]) -> Region:
    """From the first to the last code point of a location, as they stand in the file on disk."""
    document = documents.get(place.document)
    if document is not None and place.end > place.start:
        line, column = document.source_map.position(place.end - 1)
        if (line, column) >= (place.line, place.column):
            return Region(place.line, place.column, line, column + 1)
    return Region(place.line, place.column, place.line, place.column + max(1, len(place.quote)))


def places_of(finding: Finding, run: Run) -> tuple[Location, ...]:
    """A finding's places, the primary one first: where some articles are new, the first that stands in one of them."""
    if run.new is None:
        return finding.locations
    return tuple(sorted(finding.locations, key=lambda place: place.document not in (run.new or ())))


def place_of_skipped(skipped: Skipped) -> tuple[str | None, int | None] | None:
    """File (None for standard input) and line of what was skipped; only a row of a file of many has a line.

    None for a rule that failed: it stands in no article.
    """
    if _RULE.fullmatch(skipped.document):
        return None
    row = _NUMBERED.fullmatch(skipped.document)
    if row:
        return file_of(row[1]), int(row[2])
    return file_of(skipped.document), None
