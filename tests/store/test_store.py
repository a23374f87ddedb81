"""What a store gives back, and what it does with files that are damaged, foreign, old, locked or read-only."""

from __future__ import annotations

import json
import os
import pickle
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck.errors import UserError
from factcheck.store import packing
from factcheck.store.database import DamagedError, UnusableError, connect, move_aside
from factcheck.store.schema import APPLICATION, VERSION

STORY = {
    "a.txt": "PORTO, May 9, 2025 - Minister Ana Seixas signed the Douro treaty in Porto on May 8, 2025.\n",
    "b.txt": "LISBON, May 10, 2025 - The Douro treaty was signed in Porto by Minister Ana Seixas on May 7, 2025.\n",
    "c.txt": "BRAGA, May 12, 2025 - The mayor of Braga, Rui Faria, opened the new market hall on Saturday.\n",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in STORY.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def audit(folder: Path, *more: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """The report of an audit in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "audit", folder.name, "--format", "json", *more],
        capture_output=True,
        text=True,
        cwd=folder.parent,
        timeout=120,
        check=False,
    )
    assert not check or done.returncode in (0, 1), done.stderr
    return done


def rows(store: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(store)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_a_second_run_says_the_same_and_reads_nothing(articles: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite3"
    without = audit(articles, "--no-store").stdout
    assert "May 7, 2025" in without
    assert audit(articles, "--store", str(store)).stdout == without
    before = rows(store, "SELECT key FROM sources UNION SELECT key FROM stories")
    assert audit(articles, "--store", str(store)).stdout == without
    assert audit(articles, "--store", str(store), "--jobs", "2").stdout == without
    assert rows(store, "SELECT key FROM sources UNION SELECT key FROM stories") == before


def test_a_changed_article_is_read_again_and_the_others_are_not(articles: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite3"
    audit(articles, "--store", str(store))
    (articles / "b.txt").write_text(STORY["b.txt"].replace("May 7", "May 8"), encoding="utf-8")
    report = audit(articles, "--store", str(store)).stdout
    assert report == audit(articles, "--no-store").stdout
    assert json.loads(report)["findings"] == []
    assert rows(store, "SELECT count(*) FROM documents WHERE document = 'articles/b.txt'") == [(2,)]
    assert rows(store, "SELECT count(*) FROM documents") == [(4,)]


def test_rows_of_a_jsonl_file_are_kept_one_by_one(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    filler = " The market hall was quiet." * 2000
    lines = [json.dumps({"id": name, "text": text + filler}) for name, text in STORY.items()] * 1
    many = [line.replace('"id": "', f'"id": "{number}-') for number in range(4) for line in lines]
    (folder / "all.jsonl").write_text("\n".join(many) + "\n", encoding="utf-8")
    store = tmp_path / "s.sqlite3"
    first = audit(folder, "--store", str(store)).stdout
    assert first == audit(folder, "--no-store").stdout
    assert len(json.loads(first)["documents"]) == 12
    (folder / "all.jsonl").write_text("\n".join([*many, many[0].replace("0-a", "x")]) + "\n", encoding="utf-8")
    audit(folder, "--store", str(store))
    assert rows(store, "SELECT count(*) FROM sources") == [(13,)]


def test_researchers_can_query_it(articles: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite3"
    audit(articles, "--store", str(store))
    query = """
        SELECT document, first_day, place, modality FROM assertions JOIN documents ON documents.id = assertions.document
        WHERE time LIKE '2025-05-0%' AND trigger LIKE '%signed%' ORDER BY 1
    """
    assert rows(store, query.replace("document, first", "documents.document, first")) == [
        ("articles/a.txt", "2025-05-08", "Porto", "happened"),
        ("articles/b.txt", "2025-05-07", "Porto", "happened"),
    ]
    ((told,),) = rows(store, "SELECT max(documents) FROM events")
    assert told == 2


@pytest.mark.parametrize("at", [0, 20, 3000, 9000, -400])
def test_a_damaged_store_is_named_set_aside_and_made_again(articles: Path, tmp_path: Path, at: int) -> None:
    store = tmp_path / "s.sqlite3"
    first = audit(articles, "--store", str(store)).stdout
    data = bytearray(store.read_bytes())
    begin = at % len(data)
    data[begin : begin + 300] = bytes(255 - byte for byte in data[begin : begin + 300])
    store.write_bytes(data)
    again = audit(articles, "--store", str(store))
    assert again.stdout == first
    if again.stderr:
        assert "s.sqlite3: the store is damaged" in again.stderr
        assert (tmp_path / "s.sqlite3.damaged").is_file()
    assert audit(articles, "--store", str(store)).stdout == first


def test_flipped_bytes_of_a_reading_do_not_pass(articles: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite3"
    first = audit(articles, "--store", str(store)).stdout
    connection = sqlite3.connect(store)
    for table, column in (("readings", "reading"), ("stories", "judged")):
        flipped = f"substr({column}, 1, 20) || x'00' || substr({column}, 22)"
        connection.execute(f"UPDATE {table} SET {column} = CAST({flipped} AS BLOB)")
    connection.commit()
    connection.close()
    again = audit(articles, "--store", str(store))
    assert (again.stdout, "the store is damaged (a checksum does not hold)" in again.stderr) == (first, True)


def test_another_file_is_left_alone(articles: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("My notes.\n", encoding="utf-8")
    done = audit(articles, "--store", str(notes), check=False)
    assert (done.returncode, done.stderr) == (2, f"{notes}: is no factcheck store; name another file\n")
    assert notes.read_text(encoding="utf-8") == "My notes.\n"
    other = tmp_path / "other.sqlite3"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE mine (x)")
    connection.commit()
    connection.close()
    done = audit(articles, "--store", str(other), check=False)
    assert done.stderr == f"{other}: is a database, but no factcheck store; name another file\n"
    assert rows(other, "SELECT name FROM sqlite_master") == [("mine",)]


def test_a_store_of_another_version_is_emptied(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite3"
    connection = sqlite3.connect(path)
    connection.executescript(f"CREATE TABLE old (x); PRAGMA application_id = {APPLICATION}; PRAGMA user_version = 99;")
    connection.close()
    connect(path).close()
    assert rows(path, "PRAGMA user_version") == [(VERSION,)]
    assert ("old",) not in rows(path, "SELECT name FROM sqlite_master")


def test_where_nothing_can_be_kept_the_run_goes_on(articles: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    done = audit(articles, "--store", str(blocked / "s.sqlite3"))
    assert done.stdout == audit(articles, "--no-store").stdout
    assert done.stderr.startswith("nothing was kept: ")


def test_a_locked_store_is_unusable_and_not_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.store.database._WAIT", 0.1)
    path = tmp_path / "s.sqlite3"
    holder = connect(path)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(UnusableError, match="locked"):
        connect(path)
    holder.close()


def test_two_processes_may_write_at_once(articles: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite3"
    command = [sys.executable, "-m", "factcheck", "audit", "articles", "--format", "json", "--store", str(store)]
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path)
        for _ in range(3)
    ]
    outputs = [process.communicate(timeout=120) for process in both]
    assert {(out, err) for out, err in outputs} == {(audit(articles, "--no-store").stdout, "")}
    assert rows(store, "SELECT count(*) FROM documents") == [(3,)]


def test_killed_at_any_moment_it_opens_again_and_says_the_same(articles: Path, tmp_path: Path) -> None:
    """A few kills; benchmarks/kills.py does fifty."""
    for number in range(30):
        text = STORY["a.txt"].replace("Douro", f"Douro-{number}").replace("May 8", f"May {1 + number % 8}")
        (articles / f"n{number}.txt").write_text(text, encoding="utf-8")
    store = tmp_path / "s.sqlite3"
    expected = audit(articles, "--no-store").stdout
    command = [sys.executable, "-m", "factcheck", "audit", "articles", "--format", "json", "--store", str(store)]
    for wait in (0.15, 0.25, 0.35, 0.5):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=tmp_path)
        time.sleep(wait)
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        process.wait()
    after = audit(articles, "--store", str(store))
    assert (after.stdout, after.stderr) == (expected, "")


def test_checks_against_a_store_find_the_conflict(articles: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite3"
    (articles / "b.txt").rename(tmp_path / "new.txt")
    audit(articles, "--store", str(store))
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", "new.txt", "--against", str(store), "--format", "json"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=120,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    (finding,) = json.loads(done.stdout)["findings"]
    assert {place["document"] for place in finding["locations"]} == {"new.txt", "articles/a.txt"}


def test_only_our_own_data_comes_out_of_bytes() -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.system, ("true",)

    with pytest.raises(DamagedError, match="has no place in a store"):
        packing.unpack(packing.pack(Evil()))
    data = packing.pack(["plain", frozenset({1})])
    assert packing.unpack(data) == ["plain", frozenset({1})]
    for at in range(len(data)):
        broken = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        with pytest.raises(DamagedError):
            packing.unpack(broken)
    with pytest.raises(pickle.UnpicklingError):
        packing.loads(pickle.dumps(print))


def test_moving_aside_takes_the_files_beside_it_away(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite3"
    connection = connect(path)
    connection.execute("INSERT INTO keys VALUES (1, 2)")
    aside = move_aside(path)
    connection.close()
    assert aside.name == "s.sqlite3.damaged"
    assert not list(tmp_path.glob("s.sqlite3-*"))
    with pytest.raises(UserError):
        connect(tmp_path)


def test_a_run_that_was_stopped_is_resumed(articles: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite3"
    done = audit(articles, "--store", str(store), "--resume", check=False)
    assert done.returncode == 2
    assert f"there is nothing to resume: {store} does not exist" in done.stderr
    (articles / "c.txt").rename(tmp_path / "c.txt")
    audit(articles, "--store", str(store))
    (tmp_path / "c.txt").rename(articles / "c.txt")
    done = audit(articles, "--store", str(store), "--resume")
    assert done.stderr == "from the store: 2 sources, 0 stories\n"
    assert done.stdout == audit(articles, "--no-store").stdout
