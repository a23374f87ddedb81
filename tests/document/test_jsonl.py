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
from factcheck.document.reading import Source, read
from factcheck.errors import Skipped


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
