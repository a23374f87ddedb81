"""A walk through a page's elements: which are the article, which stand beside it, which are not seen.

Element names come first, then roles and what class names say
(:mod:`~factcheck.document.html_names`). An element that holds a main heading or the article is never put aside.
"""

from __future__ import annotations

import re

from factcheck.document.html_names import named
from factcheck.document.html_source import Stream
from factcheck.document.html_tree import ARTICLE, DROPPED, H1, TABLE, Tree
from factcheck.document.html_writing import Writer
from factcheck.document.lines import Draft
from factcheck.document.model import BlockKind
from factcheck.patterns import regex

_BESIDE = frozenset("nav footer aside form button dialog menu label select textarea fieldset".split())
_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog alert menu menubar toolbar".split()
)
_BREAKING = frozenset(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol option p pre section summary table
    tbody td tfoot th thead tr ul""".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 caption legend".split())
_TEASERS = frozenset("ul ol p h2 h3 h4 h5 h6".split())
_SHORTEST_TEASER = 25
_UNSEEN_STYLE = regex(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SENTENCE = regex(r"[.!?…][\"'”’)\]]*$")
_LONGEST_ROW = 600
_LONGEST_META = 240
_NORMAL, _ASIDE, _UNSEEN = 0, 1, 2  # regions of a page


class Walk:
    """Hands the text that is seen to its ``writer`` and makes drafts of its blocks.

    ``by_class`` tells whether class names are believed when they say that an element stands beside the article.
    """

    def __init__(self, tree: Tree, stream: Stream, *, by_class: bool):
        self.tree = tree
        self.by_class = by_class
        self.by_class_hits = 0
        self.writer = Writer(stream)
        self.kept = 0  # characters that are the article's
        self.drafts: list[Draft] = []
        self.times: list[tuple[str, str]] = []
        self.h1: str | None = None
        # What is settled of each node, by its index.
        count = len(tree.tags)
        self.regions = [_NORMAL] * count
        self.kinds: list[BlockKind | None] = [None] * count
        self.rows = [False] * count
        self.within = [False] * count  # inside article or main
        self._running = False  # whether running text has been met

    def run(self) -> None:
        """Walk the whole page, once."""
        tree, writer = self.tree, self.writer
        find = writer.stream.find
        count = len(tree.tags)
        regions, kinds, rows, within = self.regions, self.kinds, self.rows, self.within
        open_elements: list[int] = []
        whole = tree.sizes[0] if count else 0
        for index in range(count):
            parent = tree.parents[index]
            while open_elements and open_elements[-1] != parent:
                self._leave(open_elements.pop())
            text = tree.texts[index]
            if text is not None:
                place = find(text) if text else None
                if parent >= 0 and regions[parent] != _UNSEEN:
                    writer.write(text, place)
                continue
            tag = tree.tags[index]
            if tag[:1] == "-":
                continue
            if parent >= 0:
                regions[index], kinds[index] = regions[parent], kinds[parent]
                rows[index], within[index] = rows[parent], within[parent]
            self._enter(index, tag, whole)
            open_elements.append(index)
        while open_elements:
            self._leave(open_elements.pop())

    def _enter(self, index: int, tag: str, whole: int) -> None:
        """Settle region and kind of an element, which has those of its parent so far."""
        tree, writer = self.tree, self.writer
        regions, kinds, rows, within = self.regions, self.kinds, self.rows, self.within
        if regions[index] == _UNSEEN:
            return
        attributes = tree.attributes[index]
        parent = tree.parents[index]
        breaking = tag in _BREAKING
        if breaking and not rows[index]:
            self._flush(parent)
        if tag in DROPPED:
            regions[index] = _UNSEEN
            return
        guarded = tree.flags[index] & (H1 | ARTICLE) or tag in ("body", "html")
        size = tree.sizes[index]
        if tag in ("article", "main"):
            within[index] = True
        elif not guarded and (
            (tag in _BESIDE and (tag != "form" or size * 2 < whole)) or (tag == "header" and not within[index])
        ):
            regions[index] = _ASIDE
        elif tag in _TEASERS and size >= _SHORTEST_TEASER and tree.links[index] >= size:
            regions[index] = _ASIDE  # nothing but links: other stories
        if attributes:
            hidden = "hidden" in attributes or _UNSEEN_STYLE.search(attributes.get("style") or "")
            if hidden and not guarded:
                regions[index] = _UNSEEN
                return
            role = attributes.get("role")
            if role and role.lower() in _ROLES and not guarded:
                regions[index] = _ASIDE
            names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()
            if names and len(names) <= 1000:
                beside, meta, caption, unseen = named(names)
                if unseen and not guarded:
                    regions[index] = _UNSEEN
                    return
                if beside and self.by_class and not guarded and size * 2 < whole:
                    self.by_class_hits += 1
                    regions[index] = _ASIDE
                if meta and breaking and not guarded and size <= _LONGEST_META and kinds[index] is None:
                    kinds[index] = BlockKind.METADATA
                if caption and breaking and not guarded and size <= 800 and tag != "figure":
                    kinds[index] = BlockKind.CAPTION
            if tag == "time" and regions[index] == _NORMAL:
                self._time(index, attributes)
        if tag in _HEADINGS:
            kinds[index] = BlockKind.HEADING
        elif tag == "figcaption":
            kinds[index] = BlockKind.CAPTION
        elif tag in ("li", "dt", "dd"):
            kinds[index] = BlockKind.ITEM
        elif tag == "address":
            kinds[index] = BlockKind.METADATA
        elif tag == "tr":
            rows[index] = not tree.flags[index] & TABLE and size <= _LONGEST_ROW
            kinds[index] = BlockKind.ROW if rows[index] else None
        elif tag in ("td", "th") and rows[index]:
            writer.space, writer.gap = True, "  "
        elif tag == "br" or (tag == "hr" and not rows[index]):
            writer.line_break = True
        elif breaking and rows[index]:
            writer.space = True

    def _leave(self, index: int) -> None:
        if self.regions[index] == _UNSEEN:
            return
        tag = self.tree.tags[index]
        if tag == "tr" or (tag in _BREAKING and not self.rows[index]):
            self._flush(index)
        elif tag in _BREAKING:
            self.writer.space = True

    def _flush(self, owner: int) -> None:
        """Close the open block; it belongs to the element ``owner``."""
        closed = self.writer.close()
        if closed is None:
            return
        text, spans = closed
        region, kind = (self.regions[owner], self.kinds[owner]) if owner >= 0 else (_NORMAL, None)
        if region == _ASIDE:
            kind = BlockKind.BOILERPLATE
        else:
            self.kept += len(text)
            self._running = self._running or len(text) > 200
            if self.h1 is None and kind is BlockKind.HEADING and self._tag_above(owner) == "h1":
                self.h1 = " ".join(text.split())
        if kind is BlockKind.METADATA and text.count(" ") > 7 and _SENTENCE.search(text[-6:]):
            kind = None  # a box called "info" may hold a statement
        for start, stop in spans:
            self.drafts.append(Draft(start, stop, kind, True, kind not in (None, BlockKind.ITEM)))

    def _time(self, index: int, attributes: dict[str, str | None]) -> None:
        """A time element dates the article when it says so, or stands alone above the running text."""
        value = attributes.get("datetime") or ""
        names = " ".join(str(attributes.get(key) or "") for key in ("itemprop", "class", "pubdate")).lower()
        labelled = "publish" in names or "pubdate" in attributes or "posted" in names
        if "modif" in names or "updat" in names:
            self.times.append(("modified", value))
        elif labelled or (not self._running and self._alone(index)):
            self.times.append(("published", value))

    def _alone(self, index: int) -> bool:
        """Whether a time element is most of what stands around it, and not a day in a sentence."""
        sizes = self.tree.sizes
        around = sizes[self.tree.parents[index]]
        return around <= 40 or sizes[index] * 2 >= around

    def _tag_above(self, owner: int) -> str:
        while owner >= 0 and self.tree.tags[owner] not in _BREAKING:
            owner = self.tree.parents[owner]
        return self.tree.tags[owner] if owner >= 0 else ""
