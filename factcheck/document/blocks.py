"""What each block is to a reader: told from its words, its place, and what the markup says.

The rules look at one line at a time first (stamp, byline, caption, plea), then at where the article's
body begins and ends (masthead, title, lists of other stories, comments), then at what is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.document import boilerplate, bylines, captions, datelines, language, stamps
from factcheck.document.boilerplate import Scope
from factcheck.document.datelines import Dateline
from factcheck.document.lines import Draft, bullet, ends_sentence
from factcheck.document.model import Block, BlockKind
from factcheck.document.stamps import Role, Stamp
from factcheck.patterns import regex
from factcheck.records import dataclass, replace

_CLOSED = regex(r"[.!…,;][\"')\]]*$")
_SILENT = (BlockKind.METADATA, BlockKind.BOILERPLATE)
_INNER_END = regex(r"[^\W\d_]{3}[.!?]\"? [A-Z]")
_EDITION = regex(r"\s+[-–—|]\s+[\w ]*\bedition\b.*$", re.I)
_AUTHOR_ENDS = regex(r"\s[|•·–—]\s|\s\d")
_HEAD = 12
_LONG = 700


@dataclass(frozen=True, slots=True)
class Stamped:
    """A stamp, and whether it stands in the article's head."""

    stamp: Stamp
    head: bool


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
    work = _Work(prose, list(drafts), list(authors))
    work.by_words()
    work.head()
    work.zones()
    work.languages()
    stamped = work.stamped()
    work.rest()
    blocks, dateline = work.cut()
    return Outline(
        _with_repeats(prose, blocks), work.title, work.masthead, tuple(work.authors), tuple(stamped), dateline
    )


def preceded(prose: str, found: Outline, head: Sequence[Block]) -> Outline:
    """``found`` with blocks put before all others; what they say already counts as said."""
    if not head:
        return found
    following = [Block(block.kind, block.start, block.end) for block in found.blocks]
    return replace(found, blocks=_with_repeats(prose, [*head, *following]))


class _Work:
    """The drafts while their kinds are being settled; the steps run in the order of ``outline``."""

    def __init__(self, prose: str, drafts: list[Draft], authors: list[str]):
        self.prose = prose
        self.drafts = drafts
        self.lines = [prose[draft.start : draft.end] for draft in drafts]
        self.scopes: list[Scope | None] = [None] * len(drafts)
        self.stamps: dict[int, tuple[Stamp, ...]] = {}
        self.authors = authors
        self.title: str | None = None
        self.masthead: str | None = None
        self.body = len(drafts)  # index of the first paragraph
        self.titled = -1  # index of the title

    def by_words(self) -> None:
        """Kinds that a line shows by itself."""
        cues = boilerplate.cues_in(self.prose)
        for index, (draft, line) in enumerate(zip(self.drafts, self.lines, strict=True)):
            if draft.settled and draft.kind is BlockKind.BOILERPLATE:
                continue
            if draft.kind not in (BlockKind.ITEM, BlockKind.ROW) and len(line) <= 200 and (found := stamps.read(line)):
                self.stamps[index] = found
                if draft.kind is not BlockKind.HEADING:
                    draft.kind = BlockKind.METADATA
                name = bylines.author(_AUTHOR_ENDS.split(line, maxsplit=1)[0])
                if name:
                    self.authors.append(name)
                continue
            if draft.kind in (BlockKind.ROW, BlockKind.METADATA):
                continue
            self.scopes[index] = boilerplate.scope(line, cues)
            if self.scopes[index] is not None:
                draft.kind = BlockKind.BOILERPLATE
                continue
            if draft.kind is not None and (draft.settled or draft.kind is BlockKind.ITEM):
                continue
            if len(line) > _LONG:
                continue
            name = bylines.author(line)
            if name is not None:
                self.authors.append(name)
            if name is not None or bylines.wire_credit(line) or bylines.filing(line):
                draft.kind = BlockKind.METADATA
            elif captions.is_caption(line):
                draft.kind = BlockKind.CAPTION

    def head(self) -> None:
        """Where the body begins; which line is the title, and which the outlet's own name."""
        self.body = next(
            (
                index
                for index, (draft, line) in enumerate(zip(self.drafts, self.lines, strict=True))
                if draft.kind in (None, BlockKind.PARAGRAPH) and _is_paragraph(line)
            ),
            len(self.drafts),
        )
        marked = [index for index, draft in enumerate(self.drafts) if draft.settled and draft.kind is BlockKind.HEADING]
        candidates = [
            index
            for index in range(min(self.body, 2 * _HEAD))
            if self.drafts[index].kind is None or (self.drafts[index].kind is BlockKind.HEADING)
        ]
        if marked and (marked[0] < self.body or not candidates):
            self.title, self.titled = self._text(marked[0]), marked[0]
            self._credits(marked[0] + 1)
            return
        while len(candidates) > 1 and self._is_masthead(candidates[0], candidates):
            first = candidates.pop(0)
            self.masthead = self.masthead or _EDITION.sub("", self._text(first))
            self.drafts[first].kind = BlockKind.METADATA
            # A motto below the name stands in the same chunk.
            while len(candidates) > 1 and not self._parted(first, candidates[0]):
                self.drafts[candidates.pop(0)].kind = BlockKind.METADATA
        if candidates:
            self.title, self.titled = self._text(candidates[0]), candidates[0]
            self.drafts[candidates[0]].kind = BlockKind.HEADING
            self._credits(candidates[0] + 1)

    def _text(self, index: int) -> str:
        line = self.lines[index]
        return " ".join(line[bullet(line) :].split())

    def _parted(self, first: int, second: int) -> bool:
        return any(self.drafts[index].fresh for index in range(first + 1, second + 1))

    def _is_masthead(self, index: int, candidates: list[int]) -> bool:
        """An outlet's name: short, in capitals or above a menu, with a heading in a chunk below."""
        line = self.lines[index]
        if len(line.split()) > 7 or ends_sentence(line):
            return False
        if not any(self._parted(index, other) for other in candidates[1:]):
            return False
        if line.isupper():
            return True
        following = index + 1
        return (
            following < len(self.drafts)
            and not self.drafts[following].fresh
            and self.drafts[following].kind is BlockKind.METADATA
            and bylines.filing(self.lines[following])
        )

    def _credits(self, index: int) -> None:
        """A name with an office or a place, next to the title or the date: "A Writer, arts correspondent"."""
        for position in range(index, min(index + 5, self.body)):
            draft = self.drafts[position]
            if draft.kind in (None, BlockKind.PARAGRAPH) and not draft.settled and bylines.office(self.lines[position]):
                draft.kind = BlockKind.METADATA
                self.authors.append(self.lines[position].split(",")[0].split(" in ")[0])

    def zones(self) -> None:
        """Stretch what opens a list of other stories, a plea or the readers' comments."""
        total = len(self.lines)
        sizes = [len(line) for line in self.lines]
        whole = sum(sizes)
        behind = 0
        index = 0
        while index < total:
            scope = self.scopes[index]
            behind += sizes[index]
            index += 1
            if scope is Scope.REST and self.body < index and behind * 2 > whole:
                for draft in self.drafts[index:]:
                    draft.kind = BlockKind.BOILERPLATE
                return
            if scope not in (Scope.LIST, Scope.CHUNK):
                continue
            taken = 0
            bulleted = index < total and self._listed(index)
            while index < total:
                draft, line = self.drafts[index], self.lines[index]
                if scope is Scope.CHUNK and draft.fresh and taken:
                    break
                if scope is Scope.LIST and (
                    (bulleted and not self._listed(index) and self.scopes[index] is None)
                    or (taken and draft.fresh and not bulleted and not self.drafts[index - 1].fresh)
                    or (draft.settled and draft.kind is BlockKind.HEADING)
                    or draft.kind is BlockKind.CAPTION
                    or _is_paragraph(line)
                ):
                    break
                if scope is Scope.CHUNK and draft.fresh and _is_paragraph(line):
                    break
                if draft.kind is not BlockKind.METADATA or scope is Scope.LIST:
                    draft.kind = BlockKind.BOILERPLATE
                    self.stamps.pop(index, None)
                behind += sizes[index]
                index += 1
                taken += 1

    def _listed(self, index: int) -> bool:
        return self.drafts[index].kind is BlockKind.ITEM or bullet(self.lines[index]) > 0

    def languages(self) -> None:
        """Lines in another language than the article's are the outlet's, not the article's."""
        spoken = [index for index, draft in enumerate(self.drafts) if draft.kind not in _SILENT]
        for index, is_foreign in zip(spoken, language.foreign([self.lines[i] for i in spoken]), strict=True):
            if is_foreign:
                self.drafts[index].kind = BlockKind.BOILERPLATE

    def rest(self) -> None:
        """Headings and paragraphs among what no rule has claimed; notes on the authors."""
        names = {name.casefold() for name in self.authors if len(name.split()) > 1}
        last = max(
            (i for i, d in enumerate(self.drafts) if d.kind is None and _is_paragraph(self.lines[i])), default=-1
        )
        for index, (draft, line) in enumerate(zip(self.drafts, self.lines, strict=True)):
            if draft.kind not in (None, BlockKind.PARAGRAPH):
                continue
            if names and index > self.body and len(line) <= 400 and _is_note(line, names):
                draft.kind = BlockKind.METADATA
            elif draft.kind is None:
                twin = (index > 0 and line == self.lines[index - 1]) or line in self.lines[index + 1 : index + 2]
                if (
                    twin
                    and len(line.split()) > 4
                    and _INNER_END.search(line) is None
                    and not (index == 0 and self.title)
                ):
                    draft.kind = BlockKind.CAPTION
                elif index < self.body:
                    draft.kind = _head_kind(line)
                else:
                    draft.kind = BlockKind.HEADING if index < last and _is_heading(line) else BlockKind.PARAGRAPH
        # A credit marks one of two printings of a caption: the other is a caption too.
        marked = {captions.key(line, caption=True) for draft, line in self._of(BlockKind.CAPTION)}
        if marked:
            for draft, line in self._of(BlockKind.PARAGRAPH, BlockKind.HEADING):
                if not draft.settled and len(line) <= 600 and captions.key(line, caption=True) in marked:
                    draft.kind = BlockKind.CAPTION

    def _of(self, *kinds: BlockKind) -> list[tuple[Draft, str]]:
        return [pair for pair in zip(self.drafts, self.lines, strict=True) if pair[0].kind in kinds]

    def cut(self) -> tuple[list[Block], Dateline | None]:
        """The blocks; a wire dateline and a byline that runs into its paragraph become blocks of their own."""
        blocks: list[Block] = []
        dateline: Dateline | None = None
        paragraphs = 0
        for draft, line in zip(self.drafts, self.lines, strict=True):
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

    def stamped(self) -> list[Stamped]:
        """The stamps that may date the article: labelled ones anywhere, bare ones in its head.

        Dates that stand alone on their lines, each another day, are the headings of a chronology; of those
        only one above the title can be the paper's own.
        """
        found: list[tuple[int, Stamped]] = []
        lone: set[object] = set()
        for index, line_stamps in sorted(self.stamps.items()):
            draft = self.drafts[index]
            if draft.kind is BlockKind.BOILERPLATE:
                continue
            heading = draft.settled and draft.kind is BlockKind.HEADING
            for stamp in line_stamps:
                if stamp.role is not Role.BARE:
                    found.append((index, Stamped(stamp, index < _HEAD)))
                    continue
                if not stamp.marked:
                    lone.add(stamp.readings)
                near = index <= self.body or (stamp.marked and index == self.body + 1) or self._beside_credit(index)
                if index < _HEAD and near and not heading:
                    found.append((index, Stamped(stamp, True)))
                elif not stamp.marked and index > self.body:
                    draft.kind = BlockKind.HEADING  # of what happened on that day
        if len(lone) > 1:
            for index, line_stamps in self.stamps.items():
                if index > self.titled and all(s.role is Role.BARE and not s.marked for s in line_stamps):
                    self.drafts[index].kind = BlockKind.HEADING
            found = [
                (index, entry)
                for index, entry in found
                if entry.stamp.role is not Role.BARE or entry.stamp.marked or index < self.titled
            ]
        return [entry for _, entry in found]

    def _beside_credit(self, index: int) -> bool:
        return any(
            0 <= other < len(self.drafts)
            and other not in self.stamps
            and self.drafts[other].kind is BlockKind.METADATA
            and (self.drafts[other].settled or bylines.author(self.lines[other]) is not None)
            for other in (index - 1, index + 1)
        )


def _is_paragraph(line: str) -> bool:
    """Whether the line is running text: long, or a sentence of some length with its end mark."""
    if len(line) > 300:
        return True
    words = line.count(" ") + 1
    if line.endswith("?") and words < 25 and _INNER_END.search(line) is None:
        return False  # a headline may ask; a paragraph seldom does nothing else
    return words >= 8 and ends_sentence(line)


def _head_kind(line: str) -> BlockKind:
    """Above the body: a standfirst is a heading, a label such as "In-depth report:" is none."""
    if line.endswith(":") and len(line.split()) <= 4:
        return BlockKind.METADATA
    if len(line) > 80 and _INNER_END.search(line):
        return BlockKind.PARAGRAPH
    return BlockKind.PARAGRAPH if ends_sentence(line) and not line.endswith("?") else BlockKind.HEADING


def _is_heading(line: str) -> bool:
    return len(line) <= 100 and line.count(" ") < 14 and not _CLOSED.search(line) and not line[0].islower()


def _is_note(line: str, names: set[str]) -> bool:
    """ "A Writer is a fellow at …": what an outlet says of its author."""
    low = line.strip("*_ ").casefold()
    for name in names:
        for form in (
            name,
            " ".join(name.split()[1:]) if name.split()[0] in ("dr", "prof", "mr", "ms", "mrs") else name,
        ):
            if low.startswith(form) and re.match(
                r",? (?:is|was|works|writes|reports|covers|has (?:been|written|reported))\b", low[len(form) :]
            ):
                return True
    return False


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
