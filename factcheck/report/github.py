"""Annotations of GitHub Actions: workflow commands on standard output, one a finding and one a skipped input.

GitHub shows an annotation at its line in the files of a pull request. Of each level it shows ten a step.
https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.document.model import Document
from factcheck.errors import Skipped
from factcheck.findings.model import Finding, Run
from factcheck.report.layout import Layout
from factcheck.report.places import documents_by_name, file_of, place_of_skipped, places_of, region_of
from factcheck.report.safe import for_terminal
from factcheck.report.summary import summarise
from factcheck.vocabulary import Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(run: Run, layout: Layout) -> str:
    """The commands, and a last line for those who read the log."""
    documents = documents_by_name(run)
    lines = [_finding(finding, run, documents) for finding in run.findings]
    lines += [_skipped(skipped) for skipped in run.skipped]
    summary = summarise(run, layout.hidden)
    lines.append(f"Read: {summary.read}. Found: {summary.found}.")
    return "\n".join(lines) + "\n"


def _finding(finding: Finding, run: Run, documents: Mapping[str, Document]) -> str:
    first, *others = places_of(finding, run)
    region = region_of(first, documents)
    where: dict[str, str | int | None] = {"file": file_of(first.document), "line": region.line}
    if region.line == region.end_line:  # GitHub takes columns within one line only
        where |= {"col": region.column, "endColumn": region.end_column}
    else:
        where["endLine"] = region.end_line
    text = [finding.message]
    text += [f'"{place.quote}" ({place.document}:{place.line}:{place.column})' for place in others]
    text += [finding.suggestion] if finding.suggestion else []
    where["title"] = f"{finding.rule} ({finding.confidence:.0%} sure)"
    return command(_LEVELS[finding.severity], where, "\n".join(text))


def _skipped(skipped: Skipped) -> str:
    file, line = place_of_skipped(skipped) or (None, None)
    return command(
        "notice" if skipped.harmless else "error",
        {"file": file, "line": line, "title": "not judged"},
        f"{skipped.document}: {skipped.reason}",
    )


def command(name: str, properties: Mapping[str, str | int | None], text: str) -> str:
    """A workflow command, one line whatever the text holds; properties that are None are left out."""
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value is not None)
    return f"::{name} {given}::{_data(text)}"


def _data(text: str) -> str:
    """The text with what would end a command, and what a log would obey, written out."""
    return for_terminal(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
