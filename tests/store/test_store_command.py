"""``factcheck store``: what people look up, take out and drop."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli.main import run
from tests.store.test_store import STORY

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    monkeypatch.chdir(tmp_path)
    for name, text in STORY.items():
        Path(name).write_text(text, encoding="utf-8")

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(list(arguments))
        out, err = capfd.readouterr()
        return code, out, err

    assert call("audit", "--store", "s.sqlite3", *STORY)[0] == 1
    return call


def test_info_counts_what_is_kept(call: Call) -> None:
    code, out, _ = call("store", "info", "--store", "s.sqlite3", "--check")
    assert code == 0
    counts = dict(line.rsplit(maxsplit=1) for line in out.splitlines()[1:-1])
    assert counts["  sources"] == counts["  documents"] == "3"
    assert out.endswith("no damage found\n")


def test_queries_print_rows_in_three_ways_and_change_nothing(call: Call) -> None:
    query = "SELECT document, published FROM documents ORDER BY 1 LIMIT 1"
    ask = ("store", "query", "--store", "s.sqlite3", query, "--format")
    assert call(*ask, "csv")[1] == "document,published\na.txt,2025-05-09\n"
    assert json.loads(call(*ask, "jsonl")[1]) == {"document": "a.txt", "published": "2025-05-09"}
    told = call(*ask, "table")[1].split()
    assert (told[:2], told[-2:]) == (["document", "published"], ["a.txt", "2025-05-09"])
    code, _, err = call("store", "query", "--store", "s.sqlite3", "DELETE FROM documents")
    assert (code, err) == (2, "the query cannot be run: attempt to write a readonly database\n")
    assert call("store", "query", "--store", "s.sqlite3", "SELEC 1")[2].startswith("the query cannot be run: near")
    assert call("store", "query", "--store", "nowhere", "SELECT 1")[2].startswith("nowhere: there is no store")


def test_terminal_escapes_of_articles_do_not_reach_the_terminal(call: Call) -> None:
    code, out, _ = call("store", "query", "--store", "s.sqlite3", "SELECT char(27) || '[2J' AS x")
    assert (code, "\x1b" in out) == (0, False)


def test_export_writes_tables_that_others_read(call: Call) -> None:
    code, out, _ = call("store", "export", "--store", "s.sqlite3", "--output", "tables")
    assert (code, len(out.splitlines())) == (0, 4)
    with Path("tables/documents.csv").open(encoding="utf-8", newline="") as file:
        assert [row["document"] for row in csv.DictReader(file)] == sorted(STORY)
    parquet = pytest.importorskip("pyarrow.parquet")
    assert call("store", "export", "--store", "s.sqlite3", "--output", "tables", "--format", "parquet")[0] == 0
    assert parquet.read_table("tables/documents.parquet")["document"].to_pylist() == sorted(STORY)
    assert parquet.read_table("tables/assertions.parquet").num_rows > 2


def test_cells_are_no_formulas(call: Call) -> None:
    connection = sqlite3.connect("s.sqlite3")
    connection.execute("UPDATE documents SET title = '=HYPERLINK(1)'")
    connection.commit()
    connection.close()
    call("store", "export", "--store", "s.sqlite3", "--output", "tables")
    with Path("tables/documents.csv").open(encoding="utf-8", newline="") as file:
        assert {row["title"] for row in csv.DictReader(file)} == {"'=HYPERLINK(1)"}


def test_prune_drops_what_is_old_and_the_rest_is_still_known(call: Call) -> None:
    connection = sqlite3.connect("s.sqlite3")
    connection.execute("UPDATE sources SET used = used - 40 WHERE path = 'c.txt'")
    connection.commit()
    connection.close()
    code, out, _ = call("store", "prune", "--store", "s.sqlite3")
    assert (code, out) == (0, "dropped 1 sources, 1 articles, 0 stories\n")
    assert call("store", "prune", "--store", "s.sqlite3", "--older-than", "0")[1].startswith("dropped 2 sources")
    report = call("audit", "--store", "s.sqlite3", "--format", "json", *STORY)[1]
    assert len(json.loads(report)["findings"]) == 1
