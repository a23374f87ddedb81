"""Quantities of a plain text, for tests of this room."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.document.model import Block, BlockKind, Document, SourceMap
from factcheck.expressions.model import Quantity, Timex
from factcheck.expressions.quantity import find_quantities
from factcheck.text import read


def quantities(text: str, times: Sequence[Timex] = ()) -> tuple[Quantity, ...]:
    """The quantities of ``text`` read as one paragraph."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    blocks = (Block(BlockKind.PARAGRAPH, start, end),) if start < end else ()
    document = Document("test.txt", text, text, blocks, SourceMap((0,), (0,), (0,)))
    return find_quantities(document, read(document), times)
