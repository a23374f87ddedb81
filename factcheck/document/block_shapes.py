"""What the shape of a line says: running text, a heading, a standfirst or a label."""

from __future__ import annotations

from factcheck.document.lines import ends_sentence
from factcheck.document.model import BlockKind
from factcheck.patterns import regex

_CLOSED = regex(r"[.!…,;][\"')\]]*$")
INNER_END = regex(r"[^\W\d_]{3}[.!?]\"? [A-Z]")  # of a sentence inside the line


def is_paragraph(line: str) -> bool:
    """Whether the line is running text: long, or a sentence of some length with its end mark."""
    if len(line) > 300:
        return True
    words = line.count(" ") + 1
    if line.endswith("?") and words < 25 and INNER_END.search(line) is None:
        return False  # a headline may ask; a paragraph seldom does nothing else
    return words >= 8 and ends_sentence(line)


def is_heading(line: str) -> bool:
    """Whether the line is short, begins like a heading and ends without a mark."""
    return len(line) <= 100 and line.count(" ") < 14 and not _CLOSED.search(line) and not line[0].islower()


def head_kind(line: str) -> BlockKind:
    """Above the body: a standfirst is a heading, a label such as "In-depth report:" is none."""
    if line.endswith(":") and len(line.split()) <= 4:
        return BlockKind.METADATA
    if len(line) > 80 and INNER_END.search(line):
        return BlockKind.PARAGRAPH
    return BlockKind.PARAGRAPH if ends_sentence(line) and not line.endswith("?") else BlockKind.HEADING
