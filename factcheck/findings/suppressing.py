"""Findings that the settings suppress (``[[suppress]]``), and suppressions that do nothing any more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from factcheck.findings.model import Finding, Run
from factcheck.records import replace

if TYPE_CHECKING:
    from factcheck.written_settings import Suppression


def without_suppressed(run: Run, suppressions: Sequence[Suppression], today: date) -> Run:
    """The run with suppressed findings moved from ``findings`` to ``suppressed``, each with the reason of the first.

    A suppression applies up to its day of expiry and on it.
    """
    valid = [one for one in suppressions if not is_expired(one, today)]
    told: list[Finding] = []
    suppressed: list[tuple[Finding, str]] = []
    for finding in run.findings:
        reason = next((one.reason for one in valid if applies(one, finding)), None)
        if reason is None:
            told.append(finding)
        else:
            suppressed.append((finding, reason))
    return replace(run, findings=tuple(told), suppressed=tuple(suppressed))


def is_expired(suppression: Suppression, today: date) -> bool:
    """Whether the last day on which it applies is past."""
    return suppression.expires is not None and suppression.expires < today


def applies(suppression: Suppression, finding: Finding) -> bool:
    """Whether a finding fits all that a suppression names; one article that fits its path is enough."""
    return (
        suppression.fingerprint in (None, finding.fingerprint)
        and suppression.rule in (None, finding.rule)
        and (suppression.path is None or any(fits(suppression.path, place.document) for place in finding.locations))
    )


def is_stale(suppression: Suppression, run: Run) -> bool:
    """Whether it fits no finding of an audit that ran its rule and read an article of its path.

    After ``check`` nothing can be said: what older articles say against each other was not looked for.
    """
    if run.new is not None:
        return False
    if suppression.rule is not None and suppression.rule not in {rule.name for rule in run.rules}:
        return False
    if suppression.path is not None and not any(fits(suppression.path, one.name) for one in run.documents):
        return False
    every = (*run.findings, *run.known, *(finding for finding, _ in run.suppressed))
    return not any(applies(suppression, finding) for finding in every)


def fits(pattern: str, document: str) -> bool:
    """Whether a document's name, or the end of it from a slash on, fits a pattern.

    ``*`` and ``?`` stand for anything but a slash, ``**`` for any folders, a folder (``letters/``) for all in it.
    The part after ``#`` of an article in a ``.jsonl`` file need not be given.
    """
    path, mark, article = document.partition("#")
    name = PurePath(path).as_posix() + mark + article  # an address keeps its two slashes
    compiled = _compiled(pattern)
    return compiled.search(name) is not None or ("#" in name and compiled.search(name.partition("#")[0]) is not None)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    wanted = pattern.replace("\\", "/").removeprefix("./")
    start = "^" if wanted.startswith("/") else r"(?:^|/)"
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", wanted + ("**" if wanted.endswith("/") else ""))
    meant = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile(start + "".join(meant.get(part) or re.escape(part) for part in parts) + r"\Z", re.DOTALL)
