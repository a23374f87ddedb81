"""What a kept reading or finding depends on besides the articles: the program, the rules and the settings."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from factcheck import __version__, cache
from factcheck.config import Settings
from factcheck.hashing import blake2b
from factcheck.ruleset.model import Ruleset

SIZE = 16
"""Bytes of a stamp or key."""
_KEPT = "program"


def digest(*parts: bytes) -> bytes:
    """BLAKE2b of the parts, each after its length."""
    state = blake2b(digest_size=SIZE)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.digest()


def reading_stamp(settings: Settings, ruleset: Ruleset) -> bytes:
    """What the reading of an article depends on: the program, event types and aliases, the size limit."""
    return digest(
        program_stamp(), _contents((*ruleset.event_files, *ruleset.alias_files)), str(settings.max_bytes).encode()
    )


def judging_stamp(settings: Settings, ruleset: Ruleset) -> bytes:
    """What the judging of a story depends on beside its readings: rules, facts, and settings that touch findings."""
    files = [Path(rule.path) for rule in ruleset.rules]
    by_event = {rule: dict(sorted(levels.items())) for rule, levels in sorted(settings.severity_by_event.items())}
    chosen = (
        sorted(settings.disable),
        sorted((rule, level.value) for rule, level in settings.severities.items()),
        [(rule, {event: str(level) for event, level in levels.items()}) for rule, levels in by_event.items()],
        settings.min_confidence,
    )
    return digest(
        reading_stamp(settings, ruleset),
        _contents([*files, *ruleset.fact_files]),
        repr(chosen).encode(),
    )


def program_stamp() -> bytes:
    """The content of the package: a changed line of code may read an article otherwise.

    It is hashed again only where a file's size or time of change is not as it was.
    """
    folder = Path(__file__).parent.parent
    files = sorted(_files(folder))
    state: Any = cache.stamps(files)
    kept = cache.read(_KEPT)
    if isinstance(kept, dict) and kept.get("files") == state:
        return bytes(kept["stamp"])
    names = [path[len(str(folder)) :].encode("utf-8", "surrogateescape") for path in files]
    found = digest(__version__.encode(), *names, _contents(map(Path, files)))
    cache.write(_KEPT, {"files": state, "stamp": found})
    return found


def _files(folder: str | os.PathLike[str]) -> Iterable[str]:
    with os.scandir(folder) as listing:
        for entry in listing:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                yield entry.path


def _contents(files: Iterable[Path]) -> bytes:
    """Of several files, without their names: an archive of rules may move."""
    parts = []
    for path in files:
        try:
            parts.append(digest(path.read_bytes()))
        except OSError:
            parts.append(b"")
    return digest(*parts)
