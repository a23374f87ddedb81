"""A Document's statements as sentences and quotations."""

from __future__ import annotations

from factcheck.document.model import BlockKind, Document
from factcheck.text import quotations, sentences
from factcheck.text.model import Quotation, Sentence, Text
from factcheck.text.tokens import tokenize

_WHOLE = frozenset({BlockKind.HEADING, BlockKind.ITEM, BlockKind.ROW})
_SILENT = frozenset({BlockKind.METADATA, BlockKind.BOILERPLATE})


def read(document: Document) -> Text:
    """Cut the blocks that make statements into sentences; headings, items and rows stay whole.

    A long list item is cut like a paragraph: it holds prose.
    """
    found: list[Sentence] = []
    quoted: list[Quotation] = []
    prose = document.prose
    for index, block in enumerate(document.blocks):
        if block.kind in _SILENT:
            continue
        size = block.end - block.start
        if block.kind in _WHOLE and size <= (200 if block.kind is BlockKind.ITEM else sentences.LONGEST):
            cuts = [(block.start, block.end)]
        else:
            cuts = list(sentences.spans(prose, block.start, block.end))
        for start, end in cuts:
            found.append(Sentence(start, end, index, block.kind, tokenize(prose, start, end)))
        quoted.extend(quotations.spans(prose, block.start, block.end))
    return Text(tuple(found), tuple(quoted))
