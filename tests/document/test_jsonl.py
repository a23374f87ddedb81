"""Articles in JSON lines."""

# ruff: noqa: E501 (tables of long lines)
from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.document import jsonl
from factcheck.document.model import Document
from factcheck.document.reading import read
from factcheck.document.sources import Source
from factcheck.errors import Skipped

OTHER = "not a file with a JSON object on each line, in UTF-8"


def rows(*lines: str, max_bytes: int = 10_000) -> list[Document | Skipped]:
    return list(jsonl.read("f.jsonl", [line.encode() for line in lines], max_bytes=max_bytes))


def test_an_article_a_line() -> None:
    first, second = rows(
        '{"id": "a", "text": "One.", "title": "T", "published": "2024-03-05T10:00:00+09:00", "source": "S", "url": "u"}\n',
        '\n',
        '{"text": "Two.", "id": 7, "published": null}',
    )  # fmt: skip
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.name, first.title, first.source, first.text) == ("f.jsonl#a", "T", "S", "One.")
    assert str(first.published.day) == "2024-03-05"
    assert first.offset == 540
    assert second.name == "f.jsonl#7"
    assert second.source_map.position(0) == (3, 11)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[1]", "not a JSON object"),
        ("nonsense", "not a JSON object"),
        ('{"id": "a", "text": "x"', "the line ends too early"),
        ('{"id": "a" "text": "x"}', "not valid JSON at column 12"),
        ('{"id": "a", "text": "x"} {}', "more than one JSON object"),
        ('{"id": "a", "text": "x",}', "not valid JSON at column 25"),
        ('{"text": "x"}', 'no "id"'),
        ('{"id": true, "text": "x"}', 'no "id"'),
        ('{"id": "a"}', 'no "text"'),
        ('{"id": "a", "text": " "}', 'no "text"'),
        ('{"id": "a", "text": ["x"]}', 'no "text"'),
        ('{"id": "good", "text": "x"}', "stands on line 1 already"),
        ('{"id": "a", "text": "' + "x" * 300 + '"}', "longer than 200 bytes"),
        ('{"id": "a", "text": "\0"}', "column 22: a control character in a string (a line break is written \\n, a tab \\t)"),
        ('{"id": "a", "text": "x}', "column 21: a string that begins here does not end"),
        ('{"id": "a", "text": ' + "[" * 150 + '}', "not valid JSON"),
    ],
)  # fmt: skip
def test_a_bad_line_is_told_and_the_rest_is_read(line: str, reason: str) -> None:
    good, bad, last = rows('{"id": "good", "text": "x"}', line, '{"id": "last", "text": "y"}', max_bytes=200)
    assert isinstance(good, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, Skipped)
    assert bad.document == "f.jsonl:2"
    assert reason in bad.reason


def test_bytes_that_are_no_utf8() -> None:
    (found,) = jsonl.read("f.jsonl", [b'{"id": "a", "text": "\xff"}'], max_bytes=100)
    assert found == Skipped("f.jsonl:1", "not UTF-8")


@pytest.mark.parametrize(
    ("given", "shown"),
    [('"soon"', '"soon"'), ("99999999999999", '"99999999999999"'), ('"2024-02-30"', '"2024-02-30"'), ("[1]", '"[1]"')],
)
def test_a_publication_date_that_is_none_is_told(given: str, shown: str) -> None:
    found, told, last = rows(f'{{"id": "a", "text": "It fell.", "published": {given}}}', '{"id": "b", "text": "x"}')
    assert isinstance(found, Document)
    assert isinstance(last, Document)
    said = f'{shown} in the field "published" cannot be read as a date; the article is read without it'
    assert told == Skipped("f.jsonl:1", said)
    assert (found.published.first, found.published.how) == (None, (said,))


@pytest.mark.parametrize("given", ["null", '""', '" "', '"2024-02-29"', '"June 6, 2025"'])
def test_a_publication_date_that_is_absent_or_read_is_not(given: str) -> None:
    (found,) = rows(f'{{"id": "a", "text": "It fell.", "published": {given}}}')
    assert isinstance(found, Document)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x7fELF\x02\x01\x01\x00\n" + b"\xff\xfe\x00\n" * 50, "binary file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\n", OTHER),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\n" * 20, OTHER),
        (b"[\n1\n]\n", "JSON that is spread over several lines; here each article is one object on one line"),
        (b'{\n "id": 1}\n', "JSON that is spread over several lines; here each article is one object on one line"),
        (b"The bridge fell.\n\nNobody was on it.", OTHER),
        (b"%PDF-1.7\n" * 20, "a PDF file, not text"),
        ('{"id": "a", "text": "x"}\n'.encode("utf-16") * 20, OTHER),
    ],
)
def test_a_file_of_another_kind_is_told_in_few_lines(data: bytes, reason: str) -> None:
    found = list(jsonl.read("f.jsonl", data.splitlines(keepends=True), max_bytes=1000))
    assert found == [Skipped("f.jsonl", reason)]


def test_single_lines_that_are_none_are_told_by_number() -> None:
    lines = ["nonsense", '{"id": "a", "text": "x"}', *['{"id": "b", "text": "é"}'] * 12]
    found = list(jsonl.read("f.jsonl", [line.encode("latin-1") for line in lines], max_bytes=100))
    assert found[0] == Skipped("f.jsonl:1", "not a JSON object")
    assert isinstance(found[1], Document)
    assert found[2:] == [Skipped(f"f.jsonl:{number}", "not UTF-8") for number in range(3, 15)]


def test_an_empty_file() -> None:
    assert rows("\n", " ") == [Skipped("f.jsonl", "empty file")]


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=60).filter(str.strip), st.booleans())
def test_positions_count_escapes_as_written(text: str, ascii_only: bool) -> None:
    line = "  " + json.dumps({"id": "a", "title": "x \\ é", "text": text}, ensure_ascii=ascii_only)
    try:
        data = line.encode()
    except UnicodeEncodeError:
        return
    (found,) = jsonl.read("f.jsonl", [data], max_bytes=10_000)
    assert isinstance(found, Document)
    assert len(found.text) == len(text)
    for offset, character in enumerate(text):
        number, column = found.source_map.position(offset)
        assert number == 1
        written = json.dumps(character, ensure_ascii=ascii_only)[1:-1]
        assert line[column - 1 :].startswith(written)


def test_a_long_line_is_not_kept_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "' + "x" * 5000 + '"}\n{"id": "b", "text": "y"}\n')
    found = list(read(Source(str(path)), max_bytes=100))
    assert [entry.document if isinstance(entry, Skipped) else entry.name for entry in found] == [
        f"{path}:1",
        f"{path}#b",
    ]
