"""What a run leaves out of its reports and its exit code: the baseline's findings, and those the settings suppress."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UserError
from factcheck.records import dataclass

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.findings.baseline import Known
    from factcheck.findings.model import Run
    from factcheck.userfile.toml_file import TomlFile

DEFAULT_FILE = "factcheck-baseline.json"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The run that is left; notes, a line each; details, which ``--verbose`` tells: what was left out and is gone."""

    run: Run
    notes: tuple[str, ...]
    details: tuple[str, ...]


def read_known(path: Path | None) -> tuple[Known, ...]:
    """A baseline's entries; none without a file. Raises UserError, which says how to write one that is missing."""
    if path is None:
        return ()
    from factcheck.report.baseline_file import read_baseline

    if not path.exists():
        raise UserError("there is no such baseline; write one with: factcheck baseline PATH...", path=str(path))
    return read_baseline(path)


def leave_out(
    run: Run, known: Sequence[Known], baseline: Path | None, settings: Settings, written: TomlFile | None
) -> LeftOut:
    """Takes suppressed findings out of a run, then those of the baseline. Asks the clock what day it is."""
    from datetime import date

    from factcheck.findings.baseline import gone, known_of, without_known
    from factcheck.findings.suppressing import is_expired, is_stale, without_suppressed
    from factcheck.report.safe import for_terminal

    today = date.today()
    left = without_known(without_suppressed(run, settings.suppress, today), known)
    notes: list[str] = []
    for number, one in enumerate(settings.suppress):
        place = _place(written, number)
        if is_expired(one, today):
            notes.append(f"{place}: this suppression expired on {one.expires} and no longer applies: {one.reason}")
        elif is_stale(one, left):
            notes.append(f"{place}: this suppression fits no finding of this run: {one.reason}")
    stale = gone(left, known)
    if stale:
        several = "1 entry no longer occurs" if len(stale) == 1 else f"{len(stale):,} entries no longer occur"
        notes.append(f"{baseline}: {several}; to drop what is gone: factcheck baseline --prune PATH...")
    details = [f"suppressed: {_told(known_of(finding))} ({reason})" for finding, reason in left.suppressed]
    details += [f"known: {_told(known_of(finding))}" for finding in left.known]
    details += [f"gone: {_told(entry)}" for entry in stale]
    return LeftOut(left, tuple(map(for_terminal, notes)), tuple(map(for_terminal, details)))


def _told(entry: Known) -> str:
    return f"{entry.fingerprint} {entry.rule}: {entry.message}"


def _place(written: TomlFile | None, number: int) -> str:
    """Where a suppression stands: ``path:line:column``."""
    if written is None:
        return f"suppress {number + 1}"
    line, column = written.position(("suppress", number))
    return f"{written.path}:{line}:{column}"
