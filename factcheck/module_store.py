"""The code of factcheck's modules, kept in one file: to find 350 modules and to read each for itself takes 10 ms.

A finder before those of Python gives a module from there if its source has the size and the time of change that it had,
which is what Python holds its own ``.pyc`` files to. In all else it is loaded as from its file, so that tracebacks,
debuggers and :mod:`importlib.resources` see no difference.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType
from typing import Any

from factcheck import cache

_NAME = "modules"
_PACKAGE = f"{__package__}."
_THIS = (os.path.dirname(__file__), sys.flags.optimize)
"""Which factcheck it is the code of, and how much of it the compiler left out."""

_Entry = tuple[str, str | None, int, int, memoryview]
"""A module's file, that of its byte code, size and time of change (ns) of the first, and the code."""


def use() -> None:
    """From here on, modules come from the store where it has them. Does nothing where nothing is kept."""
    if cache.in_use() and not any(isinstance(one, _Finder) for one in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


def keep() -> None:
    """Writes the store if this run has imported what it lacks."""
    for finder in sys.meta_path:
        if isinstance(finder, _Finder) and finder.missed:
            new = {name: entry for name in finder.missed if (entry := _entry(name)) is not None}
            if new:
                _write({**(finder.known or {}), **new})


def _write(entries: dict[str, _Entry]) -> None:
    table: dict[str, tuple[Any, ...]] = {}
    at = sum(len(code) for *_, code in entries.values())
    for name, (*about, code) in entries.items():
        table[name] = (*about, at, at - len(code))  # counted from the end, which is the same whatever the table's size
        at -= len(code)
    cache.write(_NAME, (_THIS, table), *(code for *_, code in entries.values()))


def _read() -> dict[str, _Entry]:
    body = cache.mapped(_NAME)
    if body is None:
        return {}
    this, table = marshal.loads(body)
    if this != _THIS:
        return {}
    end = len(body)
    return {name: (*about, body[end - start : end - stop]) for name, (*about, start, stop) in table.items()}


def _entry(name: str) -> _Entry | None:
    """A module of this run as it is to be kept; None for one that was not imported, or not from a file."""
    spec = getattr(sys.modules.get(name), "__spec__", None)
    if spec is None or type(spec.loader) is not SourceFileLoader or spec.origin is None:
        return None
    try:
        state = os.stat(spec.origin)
        code = marshal.dumps(spec.loader.get_code(name))
    except (OSError, ValueError, ImportError):
        return None
    return spec.origin, spec.cached, state.st_size, state.st_mtime_ns, memoryview(code)


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, code: memoryview) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        code: CodeType = marshal.loads(self._code)
        return code


class _Finder:
    """``known`` is None until a first module is sought: ``--help`` needs none."""

    def __init__(self) -> None:
        self.known: dict[str, _Entry] | None = None
        self.missed: list[str] = []

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: Any = None) -> ModuleSpec | None:
        """How to import a module that is kept and has not changed since; None for any other."""
        if not name.startswith(_PACKAGE):
            return None
        if self.known is None:
            self.known = _read()
        entry = self.known.get(name)
        if entry is not None:
            file, cached, size, changed, code = entry
            try:
                state = os.stat(file)
            except OSError:
                return None
            if state.st_size == size and state.st_mtime_ns == changed:
                spec = ModuleSpec(name, _Loader(name, file, code), origin=file)
                if os.path.basename(file) == "__init__.py":
                    spec.submodule_search_locations = [os.path.dirname(file)]
                spec.cached = cached
                spec.has_location = True
                return spec
        self.missed.append(name)
        return None
