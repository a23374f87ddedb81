"""Kinds that a line shows by itself: stamps of a date, bylines, captions, pleas of the outlet."""

from __future__ import annotations

from factcheck.document import boilerplate, bylines, captions, stamps
from factcheck.document.block_work import Work
from factcheck.document.model import BlockKind
from factcheck.patterns import regex

_AUTHOR_ENDS = regex(r"\s[|•·–—]\s|\s\d")
_LONG = 700


def settle_by_words(work: Work) -> None:
    """Settle the drafts whose own words say what they are; note stamps, authors and what a plea reaches over."""
    cues = boilerplate.cues_in(work.prose)
    for index, (draft, line) in enumerate(zip(work.drafts, work.lines, strict=True)):
        if draft.settled and draft.kind is BlockKind.BOILERPLATE:
            continue
        if draft.kind not in (BlockKind.ITEM, BlockKind.ROW) and len(line) <= 200 and (found := stamps.read(line)):
            work.stamps[index] = found
            if draft.kind is not BlockKind.HEADING:
                draft.kind = BlockKind.METADATA
            name = bylines.author(_AUTHOR_ENDS.split(line, maxsplit=1)[0])
            if name:
                work.authors.append(name)
            continue
        if draft.kind in (BlockKind.ROW, BlockKind.METADATA):
            continue
        work.scopes[index] = boilerplate.scope(line, cues)
        if work.scopes[index] is not None:
            draft.kind = BlockKind.BOILERPLATE
            continue
        if draft.kind is not None and (draft.settled or draft.kind is BlockKind.ITEM):
            continue
        if len(line) > _LONG:
            continue
        name = bylines.author(line)
        if name is not None:
            work.authors.append(name)
        if name is not None or bylines.wire_credit(line) or bylines.filing(line):
            draft.kind = BlockKind.METADATA
        elif captions.is_caption(line):
            draft.kind = BlockKind.CAPTION
