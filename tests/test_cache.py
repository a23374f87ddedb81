"""What is kept between runs: it must be whole, ours and of this Python, and its absence must change nothing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factcheck import cache, pattern_store
from factcheck.assertions import unlisted
from factcheck.expressions import vocabulary
from factcheck.expressions.place import gazetteer
from factcheck.expressions.time import grammar
from tests.test_patterns import all_patterns

ARTICLE = "The bridge opened on Tuesday, May 3, 2023. Some lorries crossed it at once.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache, "_folder", str(tmp_path))
    return tmp_path


def test_what_is_written_is_read(folder: Path) -> None:
    value = {("a", 1): (b"\x00\xff", 2.5, None), "b": ["x", True]}
    cache.write("thing", value)
    assert cache.read("thing") == value
    assert [path.name for path in folder.iterdir()] == ["thing"]


def test_nothing_is_kept_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_folder", None)
    cache.write("thing", 1)
    assert cache.read("thing") is None


def test_a_damaged_file_counts_as_absent_at_every_byte(folder: Path) -> None:
    cache.write("thing", [1, "two"])
    path = folder / "thing"
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x41]) + whole[at + 1 :])
        assert cache.read("thing") is None
        path.write_bytes(whole[:at])
        assert cache.read("thing") is None
    path.write_bytes(whole)
    assert cache.read("thing") == [1, "two"]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners of files here")
def test_a_file_that_others_may_write_counts_as_absent(folder: Path) -> None:
    cache.write("thing", 1)
    (folder / "thing").chmod(0o666)
    assert cache.read("thing") is None


def test_another_python_wrote_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write("thing", 1)
    monkeypatch.setattr(sys, "version", "2.7")
    assert cache.read("thing") is None


def test_a_table_is_made_again_when_one_of_its_files_changes(folder: Path, tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_text("a b")
    made: list[str] = []

    def make() -> dict[str, tuple[int, ...]]:
        made.append(source.read_text())
        return dict.fromkeys(made[-1].split(), (1, 2))

    for _ in range(2):
        assert cache.kept("table", [source], make) == {"a": (1, 2), "b": (1, 2)}
    source.write_text("a b c")
    assert "c" in cache.kept("table", [source], make)
    assert made == ["a b", "a b c"]


@pytest.mark.parametrize(
    "table",
    [gazetteer._hand_made, vocabulary._given, unlisted._table, grammar.forms_by_code],
    ids=lambda one: one.__name__,
)
def test_a_kept_table_is_the_table(table: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read() -> Any:
        grammar._worked_out.cache_clear()
        grammar.forms.cache_clear()
        return repr(table.__wrapped__())

    first, kept = read(), read()
    assert [*folder.iterdir()]
    monkeypatch.setattr(cache, "_folder", None)
    assert first == kept == read()


def test_a_folder_that_cannot_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(cache, "_folder", str(tmp_path / "file" / "folder"))
    cache.write("thing", 1)
    assert cache.read("thing") is None


@pytest.mark.parametrize("given", ["", "off"])
def test_it_can_be_turned_off(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", given)
    assert cache._users_folder() is None


def test_a_kept_pattern_is_the_pattern() -> None:
    pattern_store._make = __import__("_sre").compile
    seen = 0
    for deferred in all_patterns():
        entry = pattern_store._entry(deferred.pattern, deferred.flags)
        assert entry is not None
        kept, compiled = pattern_store._made(deferred.pattern, entry), re.compile(deferred.pattern, deferred.flags)
        assert kept == compiled  # the engine compares flags and numbers
        assert (kept.groups, kept.groupindex) == (compiled.groups, compiled.groupindex)
        seen += 1
    assert seen > 700


def run(folder: Path | str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"FACTCHECK_CACHE": str(folder)}
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments], capture_output=True, text=True, env=environment, check=False
    )


def test_reports_are_the_same_with_and_without(tmp_path: Path) -> None:
    article, folder = tmp_path / "a.txt", tmp_path / "kept"
    article.write_text(ARTICLE)
    arguments = ("audit", "--format", "json", str(article))
    first = run(folder, *arguments)
    assert json.loads(first.stdout)["findings"]
    kept = {
        folder / name: (folder / name).read_bytes() for name in ("aliases", "events", "no-facts", "patterns", "rules")
    }
    second = run(folder, *arguments)
    assert {path: path.read_bytes() for path in kept} == kept
    for path in set(folder.iterdir()) - kept.keys():  # the store of readings, with which nothing need be read again
        path.unlink()
    damaged = {path: content[:-9] + b"123456789" for path, content in kept.items()}
    for path, content in damaged.items():
        path.write_bytes(content)
    third = run(folder, *arguments)
    assert not [path for path, content in damaged.items() if path.read_bytes() == content]
    off = run("off", *arguments)
    assert first.stdout == second.stdout == third.stdout == off.stdout
    assert first.stderr == second.stderr == third.stderr == off.stderr
