"""What no other rule has claimed: headings, paragraphs, captions printed twice, notes on the authors."""

from __future__ import annotations

from factcheck.document import captions
from factcheck.document.block_shapes import INNER_END, head_kind, is_heading, is_paragraph
from factcheck.document.block_work import Work
from factcheck.document.lines import Draft
from factcheck.document.model import BlockKind
from factcheck.patterns import regex

_TOLD_OF = regex(r",? (?:is|was|works|writes|reports|covers|has (?:been|written|reported))\b")


def settle_rest(work: Work) -> None:
    """Headings and paragraphs among what no rule has claimed; notes on the authors."""
    names = {name.casefold() for name in work.authors if len(name.split()) > 1}
    last = max((i for i, d in enumerate(work.drafts) if d.kind is None and is_paragraph(work.lines[i])), default=-1)
    for index, (draft, line) in enumerate(zip(work.drafts, work.lines, strict=True)):
        if draft.kind not in (None, BlockKind.PARAGRAPH):
            continue
        if names and index > work.body and len(line) <= 400 and _is_note(line, names):
            draft.kind = BlockKind.METADATA
        elif draft.kind is None:
            twin = (index > 0 and line == work.lines[index - 1]) or line in work.lines[index + 1 : index + 2]
            if twin and len(line.split()) > 4 and INNER_END.search(line) is None and not (index == 0 and work.title):
                draft.kind = BlockKind.CAPTION
            elif index < work.body:
                draft.kind = head_kind(line)
            else:
                draft.kind = BlockKind.HEADING if index < last and is_heading(line) else BlockKind.PARAGRAPH
    # A credit marks one of two printings of a caption: the other is a caption too.
    marked = {captions.key(line, caption=True) for draft, line in _of(work, BlockKind.CAPTION)}
    if marked:
        for draft, line in _of(work, BlockKind.PARAGRAPH, BlockKind.HEADING):
            if not draft.settled and len(line) <= 600 and captions.key(line, caption=True) in marked:
                draft.kind = BlockKind.CAPTION


def _of(work: Work, *kinds: BlockKind) -> list[tuple[Draft, str]]:
    return [pair for pair in zip(work.drafts, work.lines, strict=True) if pair[0].kind in kinds]


def _is_note(line: str, names: set[str]) -> bool:
    """ "A Writer is a fellow at …": what an outlet says of its author."""
    low = line.strip("*_ ").casefold()
    for name in names:
        for form in (
            name,
            " ".join(name.split()[1:]) if name.split()[0] in ("dr", "prof", "mr", "ms", "mrs") else name,
        ):
            if low.startswith(form) and _TOLD_OF.match(low, len(form)):
                return True
    return False
