"""What each block is to a reader: told from its words, its place, and what the markup says.

The rules look at one line at a time first (stamp, byline, caption, plea), then at where the article's
body begins and ends (masthead, title, lists of other stories, comments), then at what is left.
Each step has a module of its own; they share :class:`~factcheck.document.block_work.Work`.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.document import bylines, captions, datelines
from factcheck.document.block_head import find_head
from factcheck.document.block_rest import settle_rest
from factcheck.document.block_stamps import Stamped, dating_stamps
from factcheck.document.block_words import settle_by_words
from factcheck.document.block_work import Work
from factcheck.document.block_zones import drop_foreign, stretch_zones
from factcheck.document.datelines import Dateline
from factcheck.document.lines import Draft
from factcheck.document.model import Block, BlockKind
from factcheck.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Outline:
    """The blocks of an article and what its head says of it."""

    blocks: tuple[Block, ...]
    title: str | None = None
    masthead: str | None = None
    authors: tuple[str, ...] = ()
    stamps: tuple[Stamped, ...] = ()
    dateline: Dateline | None = None


def outline(prose: str, drafts: Sequence[Draft], *, authors: Sequence[str] = ()) -> Outline:
    """Settle the kind of every draft. ``authors`` are names that metadata give, to know their notes by."""
    work = Work(prose, list(drafts), list(authors))
    settle_by_words(work)
    find_head(work)
    stretch_zones(work)
    drop_foreign(work)
    stamped = dating_stamps(work)
    settle_rest(work)
    blocks, dateline = _cut(work)
    return Outline(
        _with_repeats(prose, blocks), work.title, work.masthead, tuple(work.authors), tuple(stamped), dateline
    )


def preceded(prose: str, found: Outline, head: Sequence[Block]) -> Outline:
    """``found`` with blocks put before all others; what they say already counts as said."""
    if not head:
        return found
    following = [Block(block.kind, block.start, block.end) for block in found.blocks]
    return replace(found, blocks=_with_repeats(prose, [*head, *following]))


def _cut(work: Work) -> tuple[list[Block], Dateline | None]:
    """The blocks; a wire dateline and a byline that runs into its paragraph become blocks of their own."""
    blocks: list[Block] = []
    dateline: Dateline | None = None
    paragraphs = 0
    for draft, line in zip(work.drafts, work.lines, strict=True):
        kind = draft.kind or BlockKind.PARAGRAPH
        start = draft.start
        # A standfirst may stand above the report that the dateline opens.
        if kind is BlockKind.PARAGRAPH and paragraphs < 3 and dateline is None:
            paragraphs += 1
            split = bylines.glued(line) if paragraphs == 1 else 0
            if not split:
                dateline = datelines.read(line)
                split = dateline.length if dateline else 0
            rest = line[split:].lstrip()
            if split and rest:
                blocks.append(Block(BlockKind.METADATA, start, start + split))
                start = draft.end - len(rest)
        blocks.append(Block(kind, start, draft.end))
    return blocks, dateline


def _with_repeats(prose: str, blocks: list[Block]) -> tuple[Block, ...]:
    """Mark blocks that say again what an earlier one said. Rows may: two tables share their words."""
    first: dict[str, int] = {}
    out: list[Block] = []
    for index, block in enumerate(blocks):
        if block.kind in (BlockKind.ROW, BlockKind.METADATA):
            out.append(block)
            continue
        line = prose[block.start : block.end]
        same = captions.key(line, caption=block.kind is BlockKind.CAPTION)
        earlier = first.get(same) if same.count(" ") >= 2 else None
        if earlier is None:
            first.setdefault(same, index)
            out.append(block)
        else:
            out.append(Block(block.kind, block.start, block.end, earlier))
    return tuple(out)
