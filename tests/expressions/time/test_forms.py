"""Sentences and what is read from them."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.document.model import UNKNOWN, Basis, Block, BlockKind, Document, Publication, SourceMap
from factcheck.expressions.time import find_times
from factcheck.text import read


def make(text: str, published: date | None) -> Document:
    blocks, position = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph:
            blocks.append(Block(BlockKind.PARAGRAPH, position, position + len(paragraph)))
        position += len(paragraph) + 2
    publication = UNKNOWN if published is None else Publication(Basis.STATED, published, published)
    return Document("a.txt", text, text, tuple(blocks), SourceMap((0,), (0,), (0,)), publication)


def values(text: str, published: date | None = date(2023, 9, 8)) -> list[tuple[str, str]]:
    document = make(text, published)
    return [(timex.text, timex.value) for timex in find_times(document, read(document))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge opened on 3 May 2019.", [("3 May 2019", "2019-05-03")]),
        ("The bridge opened on Friday, June 10, 2022.", [("Friday, June 10, 2022", "2022-06-10")]),
        ("The council met on Monday.", [("Monday", "2023-09-04")]),
        ("The council will meet on Monday.", [("Monday", "2023-09-11")]),
        ("It rained last week and this month.", [("last week", "2023-W35"), ("this month", "2023-09")]),
        ("The mill closed four years and five months ago.", [("four years and five months ago", "2019-04")]),
    ],
)
def test_reads(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected
