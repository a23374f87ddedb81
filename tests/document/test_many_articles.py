"""Files of many articles: compressed JSON lines, web archives, tables; sound, cut short, empty, of another kind."""

# ruff: noqa: E501 (tables of long lines)
from __future__ import annotations

import gzip
import json
import sys
import tracemalloc
import zlib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from factcheck.document.model import Document
from factcheck.document.reading import read
from factcheck.document.sources import Source, find_sources
from factcheck.document.splitting import split
from factcheck.errors import Skipped

PAGE = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>A heron landed in Porto on Monday, {0}, and was seen by many.</p></article></body></html>"
LIMIT = 20_000


def found(path: Path, max_bytes: int = LIMIT) -> list[Document | Skipped]:
    return list(read(Source(str(path)), max_bytes=max_bytes))


def told(path: Path, max_bytes: int = LIMIT) -> list[str]:
    """What is found, in short: the part of the name after the file's, or name and reason."""
    lead = len(str(path))
    return [
        f"{item.document[lead:]}: {item.reason}" if isinstance(item, Skipped) else item.name[lead:]
        for item in found(path, max_bytes)
    ]


def rows(count: int, words: str = "A heron landed.") -> bytes:
    return b"".join(json.dumps({"id": f"a{n}", "text": f"{words} {n}"}).encode() + b"\n" for n in range(count))


# JSON lines, compressed


def test_compressed_lines_are_read_as_plain_ones(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.jsonl", tmp_path / "b.JSONL.gz"
    plain.write_bytes(rows(9))
    packed.write_bytes(gzip.compress(rows(4)) + gzip.compress(rows(9)[len(rows(4)) :]))  # as "cat" joins them
    assert told(packed) == told(plain) == [f"#a{n}" for n in range(9)]
    last = found(packed)[-1]
    assert isinstance(last, Document)
    assert last.source_map.position(0)[0] == 9


def test_lines_are_split_into_pieces_that_keep_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(rows(50)))
    pieces = list(split(Source(str(path)), piece=500))
    assert len(pieces) > 3
    assert all(piece.in_lines for piece in pieces)
    numbers = [item.source_map.first_line for piece in pieces for item in read(piece) if isinstance(item, Document)]
    assert numbers == list(range(1, 51))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (gzip.compress(b""), [": empty file"]),
        (b"", [": empty file"]),
        (rows(3), [": no gzip data, though its name says so"]),
        (gzip.compress(rows(3))[:-9], ["#a0", "#a1", "#a2", ": ends in the middle of its gzip data; what stands after line 3 is not judged"]),
        (gzip.compress(rows(3)) + b"more", ["#a0", "#a1", "#a2", ": its gzip data are damaged; what stands after line 3 is not judged"]),
        (gzip.compress(rows(3))[:14], [": ends in the middle of its gzip data; nothing of it is judged"]),
        (gzip.compress(rows(3))[:-8] + b"\0" * 8, ["#a0", "#a1", "#a2", ": its gzip data are damaged; what stands after line 3 is not judged"]),
        (gzip.compress(b"The bridge fell.\n" * 30), [": not a file with a JSON object on each line, in UTF-8"]),
        (gzip.compress(b'[\n{"id": 1}\n]\n'), [": JSON that is spread over several lines; here each article is one object on one line"]),
        (gzip.compress(b"\x89PNG\r\n\x1a\n" * 40), [": not a file with a JSON object on each line, in UTF-8"]),
        (gzip.compress(b"nonsense\n" + rows(1)), [":1: not a JSON object", "#a0"]),
        (gzip.compress(b"\n\n" + rows(1) + b"\n"), ["#a0"]),
    ],
)  # fmt: skip
def test_lines_that_are_amiss(tmp_path: Path, data: bytes, expected: list[str]) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(data)
    assert told(path) == expected


def test_a_bomb_takes_little_memory_and_spares_its_neighbours(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    with path.open("wb") as file:
        file.write(packer.compress(rows(1) + b'{"id": "bomb", "text": "'))
        for _ in range(60):
            file.write(packer.compress(b"x" * 1_000_000))
        file.write(packer.compress(b'"}\n' + rows(2)[len(rows(1)) :]) + packer.flush())
    tracemalloc.start()
    try:
        assert told(path) == ["#a0", ":2: longer than 20,000 bytes", "#a1"]
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


# Web archives


@pytest.fixture
def archive(tmp_path: Path) -> Callable[..., Path]:
    """Writes an archive of records ``(address, content type, status, body, further headers)``."""
    pytest.importorskip("warcio", reason="the extra [warc] is not installed")

    def archive(*records: tuple[str, str, str, bytes, dict[str, str]], name: str = "a.warc.gz") -> Path:
        data = record("warcinfo", None, b"software: none\r\n")
        for address, kind, status, body, headers in records:
            data += record("request", address, b"GET / HTTP/1.1\r\n\r\n")
            lines = [
                f"HTTP/1.1 {status}",
                f"Content-Type: {kind}",
                *(f"{key}: {value}" for key, value in headers.items()),
            ]
            data += record("response", address, "\r\n".join(lines).encode() + b"\r\n\r\n" + body)
        path = tmp_path / name
        path.write_bytes(data if not name.endswith(".gz") else gzip.compress(data))
        return path

    return archive


def record(kind: str, address: str | None, block: bytes, length: object = None) -> bytes:
    head = ["WARC/1.0", f"WARC-Type: {kind}", "WARC-Date: 2020-02-02T02:02:02Z", "WARC-Record-ID: <urn:uuid:1>"]
    head += [f"WARC-Target-URI: {address}"] if address else []
    head += [f"Content-Length: {len(block) if length is None else length}"]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def page(words: str) -> bytes:
    return PAGE.format(words).encode()


def deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def chunked(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (7, data[:7], len(data) - 7, data[7:])


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_pages_of_an_archive(archive: Callable[..., Path], name: str) -> None:
    html = "text/html; charset=windows-1251"
    path = archive(
        ("https://a.example/1", "text/html", "200 OK", page("one"), {}),
        ("https://a.example/2", html, "203 Fine", PAGE.format("мост").encode("cp1251"), {}),
        (
            "https://a.example/3",
            "application/xhtml+xml",
            "200 OK",
            gzip.compress(page("three")),
            {"Content-Encoding": "gzip"},
        ),
        ("https://a.example/4", "text/html", "200 OK", deflated(page("four")), {"Content-Encoding": "deflate"}),
        ("https://a.example/5", "text/html", "200 OK", zlib.compress(page("five")), {"Content-Encoding": "deflate"}),
        ("https://a.example/6", "text/html", "200 OK", chunked(page("six")), {"Transfer-Encoding": "chunked"}),
        ("https://a.example/7", "text/html", "200 OK", page("seven"), {"Content-Encoding": "br"}),  # unpacked already
        (
            "https://a.example/8",
            "text/html",
            "200 OK",
            page("eight"),
            {"Transfer-Encoding": "chunked"},
        ),  # joined already
        name=name,
    )
    *pages, last = found(path)
    assert last == Skipped(
        str(path), "9 records that are no pages were passed over: 8 request, 1 warcinfo", harmless=True
    )
    assert [item.name for item in pages if isinstance(item, Document)] == [
        f"{path}#https://a.example/{n}" for n in range(1, 9)
    ]
    assert [
        item.title for item in pages if isinstance(item, Document)
    ] == "one мост three four five six seven eight".split()
    assert {str(item.published.first) for item in pages if isinstance(item, Document)} == {"None"}  # not the fetch's


def test_the_address_may_date_a_page(archive: Callable[..., Path]) -> None:
    first, _ = found(archive(("https://a.example/2024/03/05/heron", "text/html", "200 OK", page("x"), {})))
    assert isinstance(first, Document)
    assert first.published.how == ("the page's address names 2024-03-05",)


def test_what_is_no_page_is_counted_by_kind(archive: Callable[..., Path]) -> None:
    kinds = ["image/png", "image/png", "text/css", "application/pdf", "a/b", "c/d", "e/f", "g/h"]
    path = archive(
        *((f"https://a.example/{n}", kind, "200 OK", b"x", {}) for n, kind in enumerate(kinds)),
        ("https://a.example/404", "text/html", "404 Not Found", page("gone"), {}),
        ("dns:a.example", "text/dns", "200 OK", b"x", {}),
    )
    (skipped,) = found(path)
    assert skipped == Skipped(
        str(path),
        "21 records that are no pages were passed over: 10 request, 2 image/png, 1 a/b, 1 application/pdf, 1 c/d, 1 e/f, 5 more kinds",
        harmless=True,
    )


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        ({"Content-Encoding": "br"}, b"\x0b\x02", 'its content encoding "br" is not known here'),
        ({"Content-Encoding": "gzip"}, b"\x1f\x8b\x08\0broken", "its gzip data are damaged"),
        ({}, b"x" * (LIMIT + 5), "larger than the limit of 0.0 MB"),
        ({"Content-Encoding": "gzip"}, gzip.compress(b"<p>" + b"x" * 9_000_000), "larger than the limit of 0.0 MB"),
        ({"Transfer-Encoding": "chunked"}, b"7fffffff\r\n" + b"x" * 90_000, "larger than the limit of 0.0 MB"),
        ({}, b"", "empty file"),
        ({}, b"<html><body></body></html>", "no text in this page"),
        ({}, b"<html>\0\0\0\0\0</html>" * 9, "binary file"),
    ],
)  # fmt: skip
def test_pages_that_cannot_be_read_spare_the_others(
    archive: Callable[..., Path], headers: dict[str, str], body: bytes, reason: str
) -> None:
    path = archive(
        ("https://a.example/bad", "text/html", "200 OK", body, headers),
        ("https://a.example/good", "text/html", "200 OK", page("good"), {}),
    )
    assert told(path)[:2] == [f"#https://a.example/bad: {reason}", "#https://a.example/good"]


GOOD = record("response", "https://a.example/", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page("x"))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", [": empty file"]),
        (b"The bridge fell.\n" * 9, [": not a web archive: no record of a web archive stands where one should begin"]),
        (GOOD + b"nonsense\r\n", ["#https://a.example/", ": no record of a web archive stands where one should begin; what stands after record 1 is not judged"]),
        (GOOD + GOOD.replace(b"example/", b"example/2")[:-90], ["#https://a.example/", ": ends in the middle of a record; what stands after record 1 is not judged"]),
        (gzip.compress(GOOD)[:-30], [": ends in the middle of its gzip data; nothing of it is judged"]),
        (gzip.compress(GOOD) + gzip.compress(GOOD)[:40], ["#https://a.example/", ": ends in the middle of its gzip data; what stands after record 1 is not judged"]),
        (gzip.compress(GOOD) + b"\0\0rest", ["#https://a.example/", ": its gzip data are damaged; what stands after record 1 is not judged"]),
        (GOOD.replace(b"Content-Length", b"Content-Langth"), [": not a web archive: a record does not tell its length"]),
        (record("response", "https://a.example/", b"", -5) + GOOD, ["#https://a.example/", ": 1 record that is no page was passed over: 1 without HTTP headers"]),
        (record("response", "https://a.example/", b"x", 10**30), [": not a web archive: ends in the middle of a record"]),
        (record("response", None, b"HTTP/1.1 200 OK\r\n\r\nx"), [": 1 record that is no page was passed over: 1 without an address on the web"]),
        (record("response", "https://a.example/", b"\x00\x01\x02" * 30), [": 1 record that is no page was passed over: 1 without a status"]),
        (b"WARC/1.0\r\n" + b"x" * 400_000, [": not a web archive: headers of more than 262,144 bytes"]),
        (b"WARC/1.0\r\n" + b"a: b\r\n" * 90_000, [": not a web archive: headers of more than 262,144 bytes"]),
        (b"WARC/1.0\r\n\xff\xfe: \xff\r\n\r\n", [": not a web archive: a record does not tell its length"]),
    ],
)  # fmt: skip
def test_archives_that_are_amiss(tmp_path: Path, data: bytes, expected: list[str]) -> None:
    pytest.importorskip("warcio", reason="the extra [warc] is not installed")
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    assert told(path) == expected


def test_an_archive_of_one_endless_line_takes_little_memory(tmp_path: Path) -> None:
    pytest.importorskip("warcio", reason="the extra [warc] is not installed")
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(b"WARC/1.0\r\n" + b"x" * 60_000_000))
    tracemalloc.start()
    try:
        assert told(path) == [": not a web archive: headers of more than 262,144 bytes"]
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("packed", [False, True])
def test_no_damage_to_an_archive_raises(archive: Callable[..., Path], packed: bool) -> None:
    path = archive(
        ("https://a.example/1", "text/html", "200 OK", page("one"), {}), name="a.warc.gz" if packed else "a.warc"
    )
    data = path.read_bytes()
    for at in range(0, len(data), 23):
        path.write_bytes(data[:at] + bytes(byte ^ 0x5A for byte in data[at : at + 3]) + data[at + 3 :])
        assert all(isinstance(item, Skipped | Document) for item in found(path))
        path.write_bytes(data[:at])
        assert all(isinstance(item, Skipped | Document) for item in found(path))


# Tables


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Writes a Parquet file of columns."""
    pyarrow = pytest.importorskip("pyarrow", reason="the extra [parquet] is not installed")
    parquet = pytest.importorskip("pyarrow.parquet")

    def table(columns: dict[str, Any], **options: Any) -> Path:
        path = tmp_path / "a.parquet"
        parquet.write_table(pyarrow.table(columns), path, **options)
        return path

    return table


def test_rows_of_a_table(table: Callable[..., Path]) -> None:
    path = table(
        {
            "url": ["u", "u", "u", "u"],
            "text": ["A heron\nlanded.", 'It said "no".', "\u2603 fell", b"raw bytes".decode()],
            "id": ["a", "b", "c", "d#e"],
            "published": [datetime(2024, 3, 5, 9, 30), None, datetime(2024, 3, 6), None],
            "title": ["Heron", None, "Snow", None],
            "source": ["The Gull", None, None, None],
        }
    )
    documents = found(path)
    assert [item.name for item in documents if isinstance(item, Document)] == [
        f"{path}#{key}" for key in ("a", "b", "c", "d#e")
    ]
    first = documents[0]
    assert isinstance(first, Document)
    assert (first.title, first.source, first.text) == ("Heron", "The Gull", "A heron\nlanded.")
    assert (str(first.published.day), str(first.published.stamp)) == ("2024-03-05", "2024-03-05 09:30:00")
    assert first.source_map.position(8) == (2, 1)  # in the text: a cell has no line in a file


@pytest.mark.parametrize(
    ("published", "day"),
    [([date(2024, 3, 5)], "2024-03-05"), (["2024-03-05T23:00:00+09:00"], "2024-03-05"), ([None], "None")],
)
def test_dates_of_a_table(table: Callable[..., Path], published: list[object], day: str) -> None:
    (item,) = found(table({"id": [7], "text": ["A heron landed."], "published": published}))
    assert isinstance(item, Document)
    assert (item.name.rpartition("#")[2], str(item.published.day)) == ("7", day)


def test_rows_that_are_amiss_spare_the_others(table: Callable[..., Path]) -> None:
    path = table({"id": ["a", None, "c", "c", "e", "f"], "text": ["x", "x", "x", "y", None, "x" * 30_000]})
    assert told(path) == [
        "#a", ':2: no "id" (a string or a whole number)', "#c", ':4: the id "c" stands in row 3 already',
        ':5: no "text" (a string that is not empty)', ":6: longer than 20,000 bytes",
    ]  # fmt: skip


def test_texts_that_are_no_text(table: Callable[..., Path]) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    broken = pyarrow.array([b"a\xff heron"], pyarrow.binary()).view(pyarrow.string())
    (item,) = found(table({"id": ["a"], "text": broken}))
    assert isinstance(item, Document)
    assert item.text == "a\ufffd heron"
    assert told(table({"id": ["a"], "text": [["x"]]})) == [':1: no "text" (a string that is not empty)']
    assert told(table({"id": [1.5], "text": ["x"]})) == [':1: no "id" (a string or a whole number)']


def test_a_table_is_drawn_by_pieces(table: Callable[..., Path]) -> None:
    path = table(
        {"id": list(range(1000)), "text": [f"A heron landed {n} times." for n in range(1000)]}, row_group_size=300
    )
    pieces = list(split(Source(str(path)), piece=4000))
    assert len(pieces) > 8
    assert [item.name for piece in pieces for item in read(piece) if isinstance(item, Document)] == [
        f"{path}#{n}" for n in range(1000)
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty file"),
        (b"PAR1", "not a Parquet file, or damaged ("),
        (b"The bridge fell.\n" * 9, "not a Parquet file, or damaged ("),
        (b"PAR1" + b"\xff" * 60 + b"\x40\0\0\0PAR1", "not a Parquet file, or damaged ("),
    ],
)
def test_tables_that_are_amiss(tmp_path: Path, data: bytes, reason: str) -> None:
    pytest.importorskip("pyarrow", reason="the extra [parquet] is not installed")
    path = tmp_path / "a.parquet"
    path.write_bytes(data)
    (item,) = found(path)
    assert isinstance(item, Skipped)
    assert item.reason.startswith(reason)


def test_a_table_cut_short_or_damaged_inside(table: Callable[..., Path]) -> None:
    path = table({"id": list(range(200)), "text": ["A heron landed."] * 200}, compression="zstd", row_group_size=100)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    (item,) = found(path)
    assert isinstance(item, Skipped)
    for at in range(4, len(data) - 300, 61):  # never an exception, whatever is hit
        path.write_bytes(data[:at] + bytes(byte ^ 0x5A for byte in data[at : at + 4]) + data[at + 4 :])
        found(path)


@pytest.mark.parametrize("column", ["id", "text"])
def test_a_table_without_a_column(table: Callable[..., Path], column: str) -> None:
    columns = {"id": ["a"], "text": ["x"], "body": ["y"]}
    del columns[column]
    (item,) = found(table(columns))
    assert isinstance(item, Skipped)
    assert item.reason == f'a Parquet file without a column "{column}"; its columns are {", ".join(columns)}'


def test_a_table_without_rows(table: Callable[..., Path]) -> None:
    assert told(table({"id": [], "text": []})) == [": empty file"]


# All of them


@pytest.mark.parametrize(
    ("name", "module", "reason"),
    [
        ("a.warc.gz", "warcio", "reading web archives needs warcio: pip install 'factcheck[warc]'"),
        ("a.parquet", "pyarrow", "reading Parquet files needs pyarrow: pip install 'factcheck[parquet]'"),
    ],
)
def test_an_extra_that_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"PAR1 or whatever")
    for loaded in [one for one in sys.modules if one.partition(".")[0] == module]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, module, None)
    assert found(path) == [Skipped(str(path), reason)]


def test_a_folder_is_searched_for_all_of_them(tmp_path: Path) -> None:
    names = ["a.jsonl", "b.jsonl.gz", "c.warc", "d.WARC.gz", "e.parquet"]
    for name in [*names, "f.gz", "g.csv.gz", "readme.jsonl.gz"]:
        (tmp_path / name).write_bytes(b"")
    sources, skipped = find_sources([str(tmp_path)])
    assert [Path(source.path).name for source in sources] == names
    assert not skipped


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.warc", "a.warc.gz", "a.parquet"])
def test_what_is_gone_or_a_folder(tmp_path: Path, name: str) -> None:
    assert found(tmp_path / name) == [Skipped(str(tmp_path / name), "no such file or folder")]
    (tmp_path / name).mkdir()
    assert found(tmp_path / name) == [Skipped(str(tmp_path / name), "a folder, not a file")]


def test_articles_come_along_for_readers_that_cannot_open_them(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A heron landed.\n")
    (carried,) = split(Source(str(path)), carry=True)
    (large,) = split(Source(str(path)), carry=True, max_bytes=3)
    before = found(path), found(path, 3)
    path.unlink()
    assert (list(read(carried)), list(read(large))) == before
