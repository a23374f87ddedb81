"""Inputs of many articles and lists of files, through the commands."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli.main import run

Call = Callable[..., tuple[int, str, str]]
HERON = "A heron landed in Porto on Tuesday, 4 March 2024, watched by a crowd.\n"


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Runs the command line in a folder with three articles."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b c.txt", "é.txt"):
        Path(name).write_text(HERON, encoding="utf-8")

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(list(arguments))
        out, err = capfd.readouterr()
        return code, out, err

    return call


def names(report: str) -> list[str]:
    return [document["document"] for document in json.loads(report)["documents"]]


@pytest.mark.parametrize(
    "listed",
    [
        "a.txt\nb c.txt\né.txt\n",
        "a.txt\nb c.txt\né.txt",
        "a.txt\r\n\r\nb c.txt\r\né.txt\r\n",
        "a.txt\0b c.txt\0é.txt\0",
        "\ufeffa.txt\nb c.txt\né.txt\na.txt\n",
    ],
)
def test_a_list_of_files(call: Call, monkeypatch: pytest.MonkeyPatch, listed: str) -> None:
    Path("list").write_bytes(listed.encode())
    code, out, err = call("audit", "--files-from", "list", "--format", "json")
    assert (code, err) == (1, "")
    assert names(out) == ["a.txt", "b c.txt", "é.txt"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(listed.encode())))
    assert call("audit", "--files-from", "-", "--format", "json") == (code, out, err)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (["audit", "--fail-on", "never"], 0),
        (["check", "--against", "é.txt"], 1),
        (["extract", "--stage", "assertions"], 0),
        (["timeline"], 0),
        (["baseline"], 0),
    ],
)
def test_every_command_takes_a_list_beside_paths(call: Call, command: list[str], code: int) -> None:
    Path("list").write_text("a.txt\n")
    assert call(*command, "b c.txt", "--files-from", "list")[0] == code


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--files-from", "empty"], "empty: lists no file"),
        (["--files-from", "absent"], "absent: cannot be read: No such file or directory"),
        (["--files-from", "."], ".: cannot be read: Is a directory"),
        (["--files-from", ""], "the path is empty"),
        (["-", "--files-from", "-"], "both read standard input"),
        (["--files-from", "bad"], "gone.txt: no such file or folder"),
        (["--files-from", "bad"], "./-: no such file or folder"),
        ([], "Missing argument 'PATH...'"),
    ],
)
def test_lists_that_are_amiss(call: Call, arguments: list[str], said: str) -> None:
    Path("empty").write_bytes(b"\n \n")
    Path("bad").write_bytes(b"a.txt\ngone.txt\n-\n\x1b[31m\n")
    code, _, err = call("audit", *arguments)
    assert code == 2
    assert said in err
    assert "\x1b" not in err


def test_names_that_are_no_utf8(call: Call) -> None:
    name = b"\xff.txt"
    try:
        Path(os.fsdecode(name)).write_text(HERON)
    except OSError:
        pytest.skip("the file system takes no such name")
    Path("list").write_bytes(name + b"\n")
    code, out, _ = call("audit", "--files-from", "list", "--format", "json")
    assert code == 1
    assert len(names(out)) == 1


def test_compressed_lines_give_what_plain_ones_give(call: Call) -> None:
    lines = "".join(json.dumps({"id": str(n), "text": HERON, "published": "2024-03-05"}) + "\n" for n in range(3))
    Path("a.jsonl").write_text(lines)
    Path("b.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    plain = call("audit", "a.jsonl", "--format", "json", "--no-store")
    for options in ([], ["--jobs", "2"], ["--store", "kept.sqlite3"], ["--store", "kept.sqlite3"]):
        store = [] if "--store" in options else ["--no-store"]
        packed = call("audit", "b.jsonl.gz", "--format", "json", *options, *store)
        assert packed[0] == plain[0] == 1
        documents = json.loads(packed[1].replace("b.jsonl.gz", "a.jsonl"))["documents"]
        assert documents == json.loads(plain[1])["documents"]
        lines_cited = [[place["line"] for place in one["locations"]] for one in json.loads(packed[1])["findings"]]
        assert lines_cited == [
            [place["line"] for place in one["locations"]] for one in json.loads(plain[1])["findings"]
        ]


@pytest.mark.parametrize("store", [["--no-store"], ["--store", "kept.sqlite3"]])
def test_what_is_amiss_is_told_with_a_store_as_without(call: Call, store: list[str]) -> None:
    good = json.dumps({"id": "a", "text": "A heron landed."}).encode() + b"\n"
    Path("cut.jsonl.gz").write_bytes(gzip.compress(good)[:-4])
    Path("text.jsonl.gz").write_bytes(gzip.compress(b"The bridge fell.\n" * 30))
    Path("empty.jsonl").write_bytes(b"")
    for _ in range(2):
        code, _, err = call("audit", "cut.jsonl.gz", "text.jsonl.gz", "empty.jsonl", *store)
        assert code == 2
        assert err.splitlines() == [
            "cut.jsonl.gz: ends in the middle of its gzip data; what stands after line 1 is not judged",
            "empty.jsonl: empty file",
            "text.jsonl.gz: not a file with a JSON object on each line, in UTF-8",
        ]


def test_pictures_and_second_fetches_in_an_archive_are_no_failure(call: Call) -> None:
    pytest.importorskip("warcio", reason="the extra [warc] is not installed")
    picture = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"
    body = f"<html><body><article><p>{HERON}</p></article></body></html>".encode()
    html = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    data = b""
    for address, block in (("p.png", picture), ("b", html), ("b", html)):
        data += f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{address}\r\n".encode()
        data += b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(block), block)
    Path("a.warc.gz").write_bytes(gzip.compress(data))
    for command in (["audit"], ["extract", "--stage", "document"], ["timeline"], ["baseline"]):
        code, _, err = call(*command, "a.warc.gz")
        assert code == (1 if command == ["audit"] else 0)
        assert err.splitlines() == [
            "a.warc.gz: 1 record that is no page was passed over: 1 image/png",
            "a.warc.gz#https://a.example/b: fetched more than once; the first page is taken",
        ]
    report = json.loads(call("audit", "a.warc.gz", "--format", "json")[1])
    assert report["findings"][0]["locations"][0]["document"] == "a.warc.gz#https://a.example/b"
    assert len(report["skipped"]) == 2
