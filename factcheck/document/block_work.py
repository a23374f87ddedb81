"""The drafts of one article while their kinds are being settled.

The steps (block_words, block_head, block_zones, block_stamps, block_rest) run in the order of
:func:`factcheck.document.blocks.outline`; each reads what those before it have settled.
"""

from __future__ import annotations

from factcheck.document.boilerplate import Scope
from factcheck.document.lines import Draft
from factcheck.document.stamps import Stamp

HEAD = 12  # drafts in which an article's head is looked for


class Work:
    """Drafts with their lines, and what has been found of them so far."""

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
