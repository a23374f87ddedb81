"""An article's head: where the body begins, which line is the title, which the outlet's own name."""

from __future__ import annotations

import re

from factcheck.document import bylines
from factcheck.document.block_shapes import is_paragraph
from factcheck.document.block_work import HEAD, Work
from factcheck.document.lines import bullet, ends_sentence
from factcheck.document.model import BlockKind
from factcheck.patterns import regex

_EDITION = regex(r"\s+[-–—|]\s+[\w ]*\bedition\b.*$", re.I)


def find_head(work: Work) -> None:
    """Where the body begins; which line is the title, and which the outlet's own name."""
    work.body = next(
        (
            index
            for index, (draft, line) in enumerate(zip(work.drafts, work.lines, strict=True))
            if draft.kind in (None, BlockKind.PARAGRAPH) and is_paragraph(line)
        ),
        len(work.drafts),
    )
    marked = [index for index, draft in enumerate(work.drafts) if draft.settled and draft.kind is BlockKind.HEADING]
    candidates = [
        index
        for index in range(min(work.body, 2 * HEAD))
        if work.drafts[index].kind is None or (work.drafts[index].kind is BlockKind.HEADING)
    ]
    if marked and (marked[0] < work.body or not candidates):
        work.title, work.titled = _text(work, marked[0]), marked[0]
        _credits(work, marked[0] + 1)
        return
    while len(candidates) > 1 and _is_masthead(work, candidates[0], candidates):
        first = candidates.pop(0)
        work.masthead = work.masthead or _EDITION.sub("", _text(work, first))
        work.drafts[first].kind = BlockKind.METADATA
        # A motto below the name stands in the same chunk.
        while len(candidates) > 1 and not _parted(work, first, candidates[0]):
            work.drafts[candidates.pop(0)].kind = BlockKind.METADATA
    if candidates:
        work.title, work.titled = _text(work, candidates[0]), candidates[0]
        work.drafts[candidates[0]].kind = BlockKind.HEADING
        _credits(work, candidates[0] + 1)


def _text(work: Work, index: int) -> str:
    line = work.lines[index]
    return " ".join(line[bullet(line) :].split())


def _parted(work: Work, first: int, second: int) -> bool:
    return any(work.drafts[index].fresh for index in range(first + 1, second + 1))


def _is_masthead(work: Work, index: int, candidates: list[int]) -> bool:
    """An outlet's name: short, in capitals or above a menu, with a heading in a chunk below."""
    line = work.lines[index]
    if len(line.split()) > 7 or ends_sentence(line):
        return False
    if not any(_parted(work, index, other) for other in candidates[1:]):
        return False
    if line.isupper():
        return True
    following = index + 1
    return (
        following < len(work.drafts)
        and not work.drafts[following].fresh
        and work.drafts[following].kind is BlockKind.METADATA
        and bylines.filing(work.lines[following])
    )


def _credits(work: Work, index: int) -> None:
    """A name with an office or a place, next to the title or the date: "A Writer, arts correspondent"."""
    for position in range(index, min(index + 5, work.body)):
        draft = work.drafts[position]
        if draft.kind in (None, BlockKind.PARAGRAPH) and not draft.settled and bylines.office(work.lines[position]):
            draft.kind = BlockKind.METADATA
            work.authors.append(work.lines[position].split(",")[0].split(" in ")[0])
