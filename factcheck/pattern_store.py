"""Compiled patterns, kept between runs: what ``re`` compiles a pattern to is a list of numbers.

Parsing and compiling is nearly all of what ``re.compile`` costs; to make a pattern of the numbers takes 0.01 ms.
Python has no public way to do one without the other, so this uses the parts of :mod:`re` that ``re.compile`` consists
of, and goes back to ``re.compile`` wherever one of them is not what it was. The numbers hold for one version of
Python, which :mod:`factcheck.cache` sees to, and the engine checks them before it runs them.
"""

from __future__ import annotations

import importlib
import re
from array import array
from functools import lru_cache
from typing import Any

from factcheck import cache, pattern_words, patterns

_NAME = "patterns"
_MOST = 6000  # patterns; when more have gathered, over many versions of ours, the file begins anew

_Entry = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
_new: dict[tuple[str, int], Any] = {}
_make: Any = None


def use() -> None:
    """From here on, patterns come from the store where it has them. Does nothing where nothing is kept."""
    global _make
    if not cache.in_use():
        return
    try:
        _make = importlib.import_module("_sre").compile
    except (ImportError, AttributeError):
        return
    patterns.compile_pattern = _compile
    pattern_words.runs_needed = _runs_needed


def keep() -> None:
    """Writes the store if this run has compiled what it lacks."""
    if _new:
        known = _known()
        cache.write(_NAME, _new if len(known) > _MOST else known | _new)


@lru_cache(maxsize=1)
def _known() -> dict[tuple[str, int], Any]:
    kept = cache.read(_NAME)
    return kept if isinstance(kept, dict) else {}


def _compile(source: str, flags: int) -> re.Pattern[str]:
    entry = _known().get((source, flags))
    if entry is None:
        entry = _entry(source, flags)
        if entry is None:
            return re.compile(source, flags)
        _new[source, flags] = entry
    try:
        made: re.Pattern[str] = _made(source, entry)
    except Exception:
        return re.compile(source, flags)
    return made


def _runs_needed(source: str, flags: int) -> tuple[pattern_words.Run, ...] | None:
    """What :mod:`factcheck.pattern_words` works out of a pattern, kept beside what it is compiled to."""
    key = (f"words of {source}", flags)
    known = _known()
    if key not in known and key not in _new:
        _new[key] = pattern_words.work_out(source, flags)
    runs: tuple[pattern_words.Run, ...] | None = known[key] if key in known else _new[key]
    return runs


def _made(source: str, entry: _Entry) -> Any:
    all_flags, code, groups, groupindex, indexgroup = entry
    return _make(source, all_flags, array("I", code).tolist(), groups, groupindex, indexgroup)


def _entry(source: str, flags: int) -> _Entry | None:
    """What ``re.compile`` hands to the engine; None where this Python's ``re`` has other parts."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(source, flags)
        code = _compiler._code(parsed, flags)
        state = parsed.state
        indexgroup: list[str | None] = [None] * state.groups
        for name, number in state.groupdict.items():
            indexgroup[number] = name
        return (
            flags | state.flags, array("I", code).tobytes(), state.groups - 1, dict(state.groupdict), tuple(indexgroup)
        )  # fmt: skip
    except re.error:
        raise
    except Exception:
        return None
