"""The formats of a report, in one place: a row here and a module ``factcheck/report/NAME.py`` make one."""

from __future__ import annotations

from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """``suffixes`` are the endings of file names that mean this format; ``what`` says whom it is for."""

    name: str
    suffixes: tuple[str, ...]
    what: str


ALL = (
    Format("table", (".txt",), "for a terminal"),
    Format("html", (".html", ".htm"), "one page for a browser: findings, timeline and articles; needs no network"),
    Format("json", (".json",), "everything, for programs (schema factcheck-report/1)"),
    Format("jsonl", (".jsonl",), "one finding a line, for streams and databases"),
    Format("markdown", (".md", ".markdown"), "for a comment on a pull request or a job summary"),
    Format("sarif", (".sarif", ".sarif.json"), "SARIF 2.1.0, for code scanning and editors"),
    Format("github", (), "annotations in a GitHub workflow's log"),
    Format("junit", (".xml",), "JUnit XML, for the test reports of CI servers"),
    Format("csv", (".csv",), "one finding a row, for spreadsheets"),
)

FORMATS = tuple(format_.name for format_ in ALL)
WITH_CORPUS = frozenset({"html"})
"""Formats that show the articles and the timeline of a run's corpus."""


def format_of_file(name: str) -> str | None:
    """The format that a file's name stands for by its ending, None where it stands for none."""
    name = name.lower()
    fitting = [(suffix, format_.name) for format_ in ALL for suffix in format_.suffixes if name.endswith(suffix)]
    return max(fitting, key=lambda found: len(found[0]))[1] if fitting else None
