"""Findings that are known already: taken out of a run by their fingerprints, and which of them are gone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from factcheck.findings.fingerprint import file_name
from factcheck.findings.model import Finding, Run
from factcheck.records import dataclass, replace


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding as a baseline keeps it. Only the fingerprint counts; the rest is for whoever reads the file."""

    documents: tuple[str, ...]
    rule: str
    message: str
    fingerprint: str


def known_of(finding: Finding) -> Known:
    """What a baseline keeps of a finding."""
    documents = sorted({PurePath(place.document).as_posix() for place in finding.locations})
    return Known(tuple(documents), finding.rule, finding.message, finding.fingerprint)


def without_known(run: Run, baseline: Iterable[Known]) -> Run:
    """The run with the findings of the baseline moved from ``findings`` to ``known``."""
    known = {(entry.rule, entry.fingerprint) for entry in baseline}
    return replace(
        run,
        findings=tuple(f for f in run.findings if (f.rule, f.fingerprint) not in known),
        known=tuple(f for f in run.findings if (f.rule, f.fingerprint) in known),
    )


def gone(run: Run, baseline: Iterable[Known]) -> tuple[Known, ...]:
    """The entries that this run would have found again and did not, sorted.

    Of an entry whose articles or whose rule this run did not judge, nothing can be said: it is not among them.
    Articles are told by their files' names without folders, as in fingerprints.
    """
    found = {(f.rule, f.fingerprint) for f in (*run.findings, *run.known, *(f for f, _ in run.suppressed))}
    read = {file_name(document.name) for document in run.documents}
    new = read if run.new is None else {file_name(name) for name in run.new}
    failed = {item.document for item in run.skipped}
    rules = {rule.name for rule in run.rules if f"rule {rule.name}" not in failed}
    names = {entry: {file_name(document) for document in entry.documents} for entry in baseline}
    return tuple(
        sorted(
            entry
            for entry, files in names.items()
            if (entry.rule, entry.fingerprint) not in found and entry.rule in rules and files <= read and files & new
        )
    )
