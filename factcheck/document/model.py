"""The Document: what a reader sees, in blocks, with the way back to the file.

Two texts of the same length live in a Document. ``text`` is the reader's text, which quotes and
contexts in reports are cut from: for ``.txt``, ``.md`` and ``.jsonl`` the decoded text unchanged, for
``.html`` the text of the blocks. ``prose`` is what the later rooms analyse: typographic quotes,
spaces and hyphens folded to ASCII one for one, Markdown marks and front matter blanked with spaces.
Since the lengths agree, an offset into one is an offset into the other.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime
from enum import StrEnum

from factcheck.records import dataclass


class BlockKind(StrEnum):
    """What a block is to a reader. Only METADATA and BOILERPLATE make no statements."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    ITEM = "item"  # of a list
    ROW = "row"  # of a table
    METADATA = "metadata"  # posted-on lines, bylines, front matter, mastheads
    BOILERPLATE = "boilerplate"  # newsletter pleas, share buttons, related stories, copyright


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the reader's text, ``text[start:end]``, without surrounding white space.

    ``repeats`` is the index of an earlier block that says the same (a caption printed twice):
    the same statement, not a second source.
    """

    kind: BlockKind
    start: int
    end: int
    repeats: int | None = None


class Basis(StrEnum):
    """Where a publication date comes from."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article was published, as far as is known; the document creation time of TimeML.

    ``first`` and ``last`` bound the day (inclusive; equal when stated; either may be None when
    inferred one-sidedly; both None when unknown). ``stamp`` is the moment as stated, with its UTC
    offset where one was given, and None unless the basis is STATED and a time of day stands there.
    ``how`` explains it, a line a step.
    """

    basis: Basis
    first: date | None = None
    last: date | None = None
    stamp: datetime | None = None
    how: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The one day it was published on, or None where only a range or nothing is known."""
        return self.first if self.first is not None and self.first == self.last else None


UNKNOWN = Publication(Basis.UNKNOWN)


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Leads offsets in the reader's text back to the line and column in the file on disk.

    ``starts[i]`` (sorted, first 0) is an offset in the reader's text from which on it runs parallel
    to the file's decoded text from ``sources[i]``; ``lines`` holds the offset of each line's start.
    ``first_line`` is the number of the first of them: an article in a ``.jsonl`` file is one line of
    many, and its offsets count from that line's start.
    """

    starts: tuple[int, ...]
    sources: tuple[int, ...]
    lines: tuple[int, ...]
    first_line: int = 1

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of a code point of the reader's text."""
        index = bisect_right(self.starts, offset) - 1
        source = self.sources[index] + offset - self.starts[index]
        line = bisect_right(self.lines, source)
        return line + self.first_line - 1, source - self.lines[line - 1] + 1


@dataclass(frozen=True, slots=True)
class Document:
    """One article. ``name`` is its path as the user gave it, or ``PATH#ID`` in a ``.jsonl`` file.

    ``text`` and ``prose`` have the same length (see the module). ``place_line`` is the dateline's
    place ("LISBON"), ``offset`` the outlet's clock in minutes east of UTC where it is stated.
    ``digest`` identifies the content (two copies of one text have one digest). ``unread`` tells, a sentence
    each, which dates that the article's metadata state could not be read.
    """

    name: str
    text: str
    prose: str
    blocks: tuple[Block, ...]
    source_map: SourceMap
    published: Publication = UNKNOWN
    modified: datetime | date | None = None
    title: str | None = None
    source: str | None = None
    place_line: str | None = None
    offset: int | None = None
    digest: str = ""
    unread: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.text) != len(self.prose):
            raise ValueError(f"{self.name}: text and prose differ in length")
