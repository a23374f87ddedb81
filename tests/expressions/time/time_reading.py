"""Documents made by hand: a paragraph for each blank-line-separated piece of text."""

from __future__ import annotations

from datetime import date

from factcheck.document.model import UNKNOWN, Basis, Block, BlockKind, Document, Publication, SourceMap
from factcheck.expressions.model import Timex
from factcheck.expressions.time import find_times
from factcheck.text import read

PUBLISHED = date(2023, 9, 8)  # a Friday


def make(
    text: str, published: date | Publication | None = PUBLISHED, *, name: str = "a.txt", captions: int = 0
) -> Document:
    """A document; the first ``captions`` paragraphs are captions."""
    blocks, position = [], 0
    for index, paragraph in enumerate(text.split("\n\n")):
        if paragraph:
            kind = BlockKind.CAPTION if index < captions else BlockKind.PARAGRAPH
            blocks.append(Block(kind, position, position + len(paragraph)))
        position += len(paragraph) + 2
    if published is None:
        publication = UNKNOWN
    elif isinstance(published, Publication):
        publication = published
    else:
        publication = Publication(Basis.STATED, published, published)
    return Document(name, text, text, tuple(blocks), SourceMap((0,), (0,), (0,)), publication)


def find(text: str, published: date | Publication | None = PUBLISHED, *, captions: int = 0) -> tuple[Timex, ...]:
    """The expressions of a text."""
    document = make(text, published, captions=captions)
    return find_times(document, read(document))
