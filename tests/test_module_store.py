"""Modules from the store are those from their files; what has changed is imported as ever."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import cache, module_store

_TELL = """
import json, sys
from factcheck.cli.main import main
try:
    main(["explain", "date-does-not-exist"])
except SystemExit:
    pass
names = ("__file__", "__cached__", "__path__", "__package__", "__doc__")
told = {
    name: [str(getattr(module, one, None)) for one in names]
    for name, module in sys.modules.items()
    if name.startswith("factcheck.")
}
kept = [name for name in told if type(sys.modules[name].__loader__).__name__ == "_Loader"]
print(json.dumps([told, kept]), file=sys.stderr)
"""


def _modules(folder: str) -> tuple[dict[str, list[str]], list[str]]:
    done = subprocess.run(
        [sys.executable, "-c", _TELL],
        env={**os.environ, "FACTCHECK_CACHE": folder},
        capture_output=True,
        text=True,
        check=True,
    )
    told, kept = json.loads(done.stderr.splitlines()[-1])
    return told, kept


def test_a_second_run_takes_them_from_the_store(tmp_path: Path) -> None:
    first, none = _modules(str(tmp_path))
    second, kept = _modules(str(tmp_path))
    assert not none
    assert "factcheck.ruleset.loading" in kept
    assert second.items() <= first.items()  # the first has read rules, for which it imports more
    assert second.items() <= _modules("off")[0].items()


def test_a_damaged_store_is_none(tmp_path: Path) -> None:
    _modules(str(tmp_path))
    (tmp_path / "modules").write_bytes((tmp_path / "modules").read_bytes()[:-1])
    assert not _modules(str(tmp_path))[1]
    assert _modules(str(tmp_path))[1]


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module that is kept."""
    monkeypatch.setattr(cache, "_folder", str(tmp_path))
    path = tmp_path / "thing.py"
    path.write_text("word = 1")
    state = path.stat()
    code = compile("word = 1", str(path), "exec")
    entry = (str(path), None, state.st_size, state.st_mtime_ns, memoryview(module_store.marshal.dumps(code)))
    module_store._write({"factcheck.other": entry, "factcheck.thing": entry})
    return path


def test_only_what_has_not_changed_is_found(source: Path) -> None:
    finder = module_store._Finder()
    assert finder.find_spec("thing") is finder.known is None
    assert finder.find_spec("factcheck.thing") is not None
    assert finder.find_spec("factcheck.absent") is None
    source.write_text("word = 12")
    assert finder.find_spec("factcheck.thing") is None
    source.unlink()
    assert finder.find_spec("factcheck.thing") is None


def test_it_is_of_one_factcheck(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert module_store._read().keys() == {"factcheck.other", "factcheck.thing"}
    monkeypatch.setattr(module_store, "_THIS", ("elsewhere", 0))
    assert module_store._read() == {}
