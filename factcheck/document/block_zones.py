"""What on the page is the outlet's and not the article's: lists of other stories, pleas, comments, other languages."""

from __future__ import annotations

from factcheck.document import language
from factcheck.document.block_shapes import is_paragraph
from factcheck.document.block_work import Work
from factcheck.document.boilerplate import Scope
from factcheck.document.lines import bullet
from factcheck.document.model import BlockKind

_SILENT = (BlockKind.METADATA, BlockKind.BOILERPLATE)


def stretch_zones(work: Work) -> None:
    """Stretch what opens a list of other stories, a plea or the readers' comments."""
    total = len(work.lines)
    sizes = [len(line) for line in work.lines]
    whole = sum(sizes)
    behind = 0
    index = 0
    while index < total:
        scope = work.scopes[index]
        behind += sizes[index]
        index += 1
        if scope is Scope.REST and work.body < index and behind * 2 > whole:
            for draft in work.drafts[index:]:
                draft.kind = BlockKind.BOILERPLATE
            return
        if scope not in (Scope.LIST, Scope.CHUNK):
            continue
        taken = 0
        bulleted = index < total and _listed(work, index)
        while index < total:
            draft, line = work.drafts[index], work.lines[index]
            if scope is Scope.CHUNK and draft.fresh and taken:
                break
            if scope is Scope.LIST and (
                (bulleted and not _listed(work, index) and work.scopes[index] is None)
                or (taken and draft.fresh and not bulleted and not work.drafts[index - 1].fresh)
                or (draft.settled and draft.kind is BlockKind.HEADING)
                or draft.kind is BlockKind.CAPTION
                or is_paragraph(line)
            ):
                break
            if scope is Scope.CHUNK and draft.fresh and is_paragraph(line):
                break
            if draft.kind is not BlockKind.METADATA or scope is Scope.LIST:
                draft.kind = BlockKind.BOILERPLATE
                work.stamps.pop(index, None)
            behind += sizes[index]
            index += 1
            taken += 1


def _listed(work: Work, index: int) -> bool:
    return work.drafts[index].kind is BlockKind.ITEM or bullet(work.lines[index]) > 0


def drop_foreign(work: Work) -> None:
    """Lines in another language than the article's are the outlet's, not the article's."""
    spoken = [index for index, draft in enumerate(work.drafts) if draft.kind not in _SILENT]
    for index, is_foreign in zip(spoken, language.foreign([work.lines[i] for i in spoken]), strict=True):
        if is_foreign:
            work.drafts[index].kind = BlockKind.BOILERPLATE
