"""Files, folders, standard input: what is read, and what is skipped and why."""

from __future__ import annotations

import io
import os
import pickle
import sys
from pathlib import Path

import pytest

from factcheck.document.model import Document
from factcheck.document.reading import read
from factcheck.document.sources import Source, find_sources
from factcheck.errors import Skipped

TEXT = "A title\n\nThe bridge at Lisk fell on Monday, and nobody was on it, the mayor said.\n"


def only(path: Path, **options: int) -> Document | Skipped:
    (found,) = read(Source(str(path)), **options)
    return found


def test_folders_are_searched_sorted(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.md",
        "c.HTML",
        "sub/z.txt",
        "sub/.hidden.txt",
        ".git/x.txt",
        "notes.pdf",
        "sub.txt/in.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    sources, skipped = find_sources([f"{tmp_path}/"])
    assert [source.path for source in sources] == [
        f"{tmp_path}/{name}" for name in ("a.md", "b.txt", "c.HTML", "sub/z.txt", "sub.txt/in.txt")
    ]
    assert skipped == []
    assert pickle.loads(pickle.dumps(sources)) == sources


def test_each_article_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "latest.txt").symlink_to(tmp_path / "a.txt")
    sources, skipped = find_sources([str(tmp_path / "a.txt"), str(tmp_path), str(tmp_path / "a.txt")])
    assert [source.path for source in sources] == [str(tmp_path / "a.txt")]
    assert skipped == []


def test_what_cannot_be_found(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "x.txt").mkdir()
    paths = [str(tmp_path / name) for name in ("missing.txt", "empty", "dead.txt", "x.txt")] + [
        '""',
        "a\0b",
        os.devnull,
    ]
    sources, skipped = find_sources(["" if path == '""' else path for path in paths])
    assert sources == []
    assert [entry.document for entry in skipped] == paths
    reasons = [entry.reason for entry in skipped]
    assert reasons[0] == "no such file or folder"
    assert reasons[1].startswith("no articles in this folder")
    assert reasons[2] == "a link that leads nowhere"
    assert reasons[3].startswith("no articles in this folder")
    assert reasons[4:] == ["an empty path", "not a path", "a device or socket, not a file"]


def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    for path in (tmp_path / "a.txt", tmp_path / "b.txt"):
        sources, skipped = find_sources([str(path)])
        assert sources == []
        assert [(entry.document, entry.reason[:24]) for entry in skipped] == [(str(path), "a named pipe, not a file")]
    sources, skipped = find_sources([str(tmp_path)])
    assert all(isinstance(only(Path(source.path)), Skipped) for source in sources)
    assert len(sources) == 1


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs /dev/fd")
@pytest.mark.parametrize("folder", ["/dev/fd", "/proc/self/fd"])
def test_open_pipes_are_read(tmp_path: Path, folder: str) -> None:
    if not Path(folder).exists():
        pytest.skip(f"needs {folder}")
    reader, writer = os.pipe()
    os.write(writer, TEXT.encode())
    os.close(writer)
    try:
        sources, skipped = find_sources([f"{folder}/{reader}"])
    finally:
        os.close(reader)
    assert skipped == []
    assert [(source.path, source.data) for source in sources] == [(f"{folder}/{reader}", TEXT.encode())]


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert find_sources(["-"]) == ([], [Skipped("-", "standard input is closed")])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind this user")
def test_no_permission(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "shut").mkdir(mode=0)
    assert only(tmp_path / "a.txt") == Skipped(str(tmp_path / "a.txt"), "no permission to read it")
    _, skipped = find_sources([str(tmp_path / "shut")])
    assert skipped == [Skipped(str(tmp_path / "shut"), "no permission to read it")]


def test_permission_errors_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert only(path) == Skipped(str(path), "no permission to read it")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty file"),
        (b" \r\n\t", "empty file"),
        (b"\xef\xbb\xbf", "empty file"),
        (b"\x00\x01\x02\x03" * 100, "binary file"),
        (b"\x01\x02\x03" * 100, "binary file"),
        (b"%PDF-1.7 ...", "a PDF file, not text"),
        (b"x" * 2000, "larger than the limit"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    found = only(path, max_bytes=1000)
    assert isinstance(found, Skipped)
    assert reason in found.reason


def test_a_page_without_text(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><script>x()</script></html>")
    assert only(path) == Skipped(str(path), "no text in this page")


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.txt", "Café in Lisk.".encode(), "Café"),
        ("a.txt", "\ufeffCafé in Lisk.".encode(), "Café"),
        ("a.txt", "Café “in” Lisk.".encode("cp1252"), "Café “in”"),
        ("a.txt", "Café in Lisk.".encode("utf-16"), "Café"),
        ("a.txt", "Café in Lisk, a long line of Western text.".encode("utf-16-le"), "Café"),
        ("a.txt", ("“Café” in Lisk – " * 20).encode() + b"\xff end", "“Café” in Lisk – "),
        ("a.html", "<meta charset='windows-1251'><p>Мост в Лиске.</p>".encode("cp1251"), "Мост"),
        ("a.html", b"<meta charset='no-such'><p>Caf\xe9 in Lisk.</p>", "Café"),
        ("a.html", b"<meta charset='base64'><p>Caf\xe9 in Lisk.</p>", "Café"),
    ],
)
def test_encodings(tmp_path: Path, name: str, data: bytes, word: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = only(path)
    assert isinstance(found, Document)
    assert found.text.startswith(word)


def test_carriage_returns_keep_their_places(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"A title\r\n\r\nThe bridge fell\rat noon on Monday, the mayor of the town said.\r\n")
    found = only(path)
    assert isinstance(found, Document)
    assert found.source_map.position(found.text.index("at noon")) == (4, 1)
    assert "\r" not in found.prose


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<!DOCTYPE html><h1>A title</h1><p>Words.</p>")))
    sources, skipped = find_sources(["-", "-"])
    assert (len(sources), skipped) == (1, [])
    (found,) = read(sources[0])
    assert isinstance(found, Document)
    assert (found.name, found.title) == ("-", "A title")


def test_a_file_of_another_name_is_read_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "article"
    path.write_text('{"id": "a", "text": "The bridge fell."}\n')
    found = only(path)
    assert isinstance(found, Document)
    assert found.name == f"{path}#a"


def test_a_date_that_cannot_be_read_is_told_after_the_article(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ndate: soon\n---\n\nThe bridge fell.\n")
    article, told = read(Source(str(path)))
    assert isinstance(article, Document)
    assert told == Skipped(str(path), article.unread[0])


def test_two_copies_have_one_digest(tmp_path: Path) -> None:
    digests = []
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT + ("!" if name == "c.txt" else ""))
        found = only(tmp_path / name)
        assert isinstance(found, Document)
        digests.append(found.digest)
    assert digests[0] == digests[1] != digests[2]
