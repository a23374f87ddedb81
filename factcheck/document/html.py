"""HTML to a Document: the visible blocks joined by line ends, each with its way back to the source.

The tree comes from selectolax (lexbor), which repairs a page as browsers do. It is flattened into
lists first, so that no page is nested too deeply for us and every question about a subtree is answered once.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.document import assemble, blocks, html_metadata, lines
from factcheck.document.html_metadata import Page
from factcheck.document.html_source import Stream, levelled
from factcheck.document.lines import Draft
from factcheck.document.model import BlockKind, Document, SourceMap
from factcheck.document.positions import line_starts
from factcheck.document.prose import fold
from factcheck.patterns import regex
from factcheck.records import dataclass

_DROPPED = frozenset(
    "head script style template noscript svg math iframe object embed canvas audio video map datalist title".split()
)
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
_TOKENS = regex(r"[a-z]+|[A-Z][a-z]*")
_BESIDE_TOKENS = frozenset(
    """newsletter newsletters promo promos promotion related share sharing sharebar sharetools social cookie
    cookies consent gdpr ad ads advert adverts advertisement advertising adslot sponsored sponsor comments
    disqus sidebar banner popup modal overlay subscribe subscription signup breadcrumb breadcrumbs crumbs crumb
    recommended recommendations recirc recirculation outbrain taboola trending popular mostread mostviewed nav
    navbar navigation menu submenu topbar toolbar paywall regwall footer taglist tags skip skiplink logo
    masthead login searchbox rel readmore morefrom donate donation""".split()
)
_BESIDE_PHRASE = regex(r"\bmost[-_ ]?(?:read|viewed|popular|shared)|^most$|\bread-?(?:more|next)\b|\bsee-?also\b", re.I)
_META_TOKENS = frozenset(
    """by byline bylines when stamp timestamp datestamp dateline date info meta metadata author authors published
    pubdate posted kicker eyebrow overline credits datetime""".split()
)
_TEASERS = frozenset("ul ol p h2 h3 h4 h5 h6".split())
_SHORTEST_TEASER = 25
_CAPTION_TOKENS = frozenset("caption captions figcaption".split())
_UNSEEN_TOKENS = regex(
    r"(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|a11y-hidden|u-hidden)(?:\s|$)", re.I
)
_UNSEEN_STYLE = regex(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_RUN = regex(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")
_WHITE = " \t\n\r\f"
_END = regex(r"[.!?…:;][\"'”’)\]]*$")
_SENTENCE = regex(r"[.!?…][\"'”’)\]]*$")
_H1, _ARTICLE, _TABLE, _PARAGRAPH = 1, 2, 4, 8
_FLAGS = {"h1": _H1, "article": _ARTICLE, "main": _ARTICLE, "table": _TABLE, "p": _PARAGRAPH}
_LONGEST_ROW = 600
_LONGEST_META = 240
_SURROGATE = regex("[\ud800-\udfff\x00]")


def read(name: str, source: str, address: str | None = None) -> Document | None:
    """One article from a page's source; None where the page shows no text.

    ``address`` is where the page was found, for a page that does not name its own.
    """
    safe = _SURROGATE.sub("\ufffd", source)
    if "\r" in safe:
        # The parser makes one LF of CR LF; a space in place of the CR keeps every offset.
        safe = safe.replace("\r\n", " \n").replace("\r", "\n")
    safe, scan = levelled(safe)
    tree = _flatten(safe)
    shown = _Writer(tree, Stream(safe, scan), by_class=True)
    shown.run()
    if shown.kept * 4 < shown.length and shown.by_class_hits:
        # A class name has taken the article for an advertisement: believe the elements only.
        shown = _Writer(tree, Stream(safe, scan), by_class=False)
        shown.run()
    text = "".join(shown.out)
    if not text.strip():
        return None
    page = tree.page
    page.times = shown.times
    page.canonical = page.canonical or page.metas.get("og:url") or address
    facts = html_metadata.facts(page)
    prose = fold(text)
    outline = blocks.outline(prose, lines.trimmed(prose, shown.drafts), authors=facts.authors)
    headline = shown.h1 or facts.headline
    titled, site = html_metadata.outlet(page.title_element, headline)
    return assemble.document(
        name,
        text,
        prose,
        outline,
        SourceMap(tuple(shown.starts), tuple(shown.sources), line_starts(source)),
        title=headline or titled,
        source=facts.source or site,
        metadata=facts.published,
        modified=facts.modified,
        addressed=facts.addressed,
        language=page.language,
    )


@dataclass(slots=True)
class _Tree:
    """The nodes in document order. ``texts`` is None for elements; ``ends`` is the index after the subtree."""

    tags: list[str]
    parents: list[int]
    texts: list[str | None]
    attributes: list[dict[str, str | None] | None]
    sizes: list[int]
    flags: list[int]
    links: list[int]  # how much of the size is links
    page: Page


def _flatten(source: str) -> _Tree:
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(source).root
    tree = _Tree([], [], [], [], [], [], [], Page())
    page = tree.page
    tags, parents, texts, given = tree.tags, tree.parents, tree.texts, tree.attributes
    sizes, flags = tree.sizes, tree.flags
    pending = [(root, -1)] if root is not None else []
    while pending:
        node, parent = pending.pop()
        index = len(tags)
        tag = node.tag or ""
        sibling = node.next if parent >= 0 else None
        if sibling is not None:
            pending.append((sibling, parent))
        text: str | None = None
        attributes: dict[str, str | None] | None = None
        size = flag = 0
        if tag == "-text":
            text = node.text_content or ""
            above = tags[parent] if parent >= 0 else ""
            if text and above not in _DROPPED:
                size = len(text.strip())
            elif above == "script":
                if "ld+json" in ((given[parent] or {}).get("type") or "").lower():
                    page.scripts.append(text)
            elif above == "title" and page.title_element is None and text.strip():
                page.title_element = text
        elif tag[:1] != "-":
            attributes = node.attributes or None
            flag = _FLAGS.get(tag, 0)
            if tag == "meta" and attributes:
                page.meta(attributes)
            elif tag == "link" and attributes and (attributes.get("rel") or "").lower() == "canonical":
                page.canonical = page.canonical or attributes.get("href")
            elif tag == "html" and attributes:
                page.language = attributes.get("lang") or None
            child = node.child
            if child is not None:
                pending.append((child, index))
        tags.append(tag)
        parents.append(parent)
        texts.append(text)
        given.append(attributes)
        sizes.append(size)
        flags.append(flag)
    links = tree.links = [0] * len(tags)
    for index in range(len(parents) - 1, 0, -1):
        above_index = parents[index]
        if tags[index] == "a":
            links[index] = sizes[index]
        if above_index >= 0:
            sizes[above_index] += sizes[index]
            flags[above_index] |= flags[index]
            links[above_index] += links[index]
    return tree


_NORMAL, _ASIDE, _UNSEEN = 0, 1, 2


@lru_cache(maxsize=4096)
def _named(names: str) -> tuple[bool, bool, bool, bool]:
    """Whether class and id names say: beside the article, metadata, caption, not to be seen."""
    tokens = {token.lower() for token in _TOKENS.findall(names)}
    return (
        not tokens.isdisjoint(_BESIDE_TOKENS) or _BESIDE_PHRASE.search(names) is not None,
        not tokens.isdisjoint(_META_TOKENS),
        not tokens.isdisjoint(_CAPTION_TOKENS),
        _UNSEEN_TOKENS.search(names) is not None,
    )


class _Writer:
    """Walks the flattened tree and writes text, drafts and the map back to the source."""

    def __init__(self, tree: _Tree, stream: Stream, *, by_class: bool):
        self.tree = tree
        self.by_class = by_class
        self.by_class_hits = 0
        self.stream = stream
        self.out: list[str] = []
        self.length = 0
        self.kept = 0
        self.starts = [0]
        self.sources = [0]
        self.last = 0  # where in the source the last code point written stands
        self.drafts: list[Draft] = []
        self.times: list[tuple[str, str]] = []
        self.h1: str | None = None
        self._begin = -1  # start of the open block, -1 where none is open
        self._pieces: list[str] = []
        self._breaks: list[int] = []
        self._space = False
        self._gap = " "
        self._break = False
        self._running = False  # whether running text has been met

    def run(self) -> None:
        tree = self.tree
        count = len(tree.tags)
        regions = [_NORMAL] * count
        kinds: list[BlockKind | None] = [None] * count
        rows = [False] * count
        within = [False] * count  # inside article or main
        open_elements: list[int] = []
        whole = tree.sizes[0] if count else 0
        for index in range(count):
            parent = tree.parents[index]
            while open_elements and open_elements[-1] != parent:
                self._leave(open_elements.pop(), regions, kinds, rows)
            text = tree.texts[index]
            if text is not None:
                place = self.stream.find(text) if text else None
                if parent >= 0 and regions[parent] != _UNSEEN:
                    self._write(text, place)
                continue
            tag = tree.tags[index]
            if tag[:1] == "-":
                continue
            if parent >= 0:
                regions[index], kinds[index] = regions[parent], kinds[parent]
                rows[index], within[index] = rows[parent], within[parent]
            self._enter(index, tag, whole, regions, kinds, rows, within)
            open_elements.append(index)
        while open_elements:
            self._leave(open_elements.pop(), regions, kinds, rows)

    def _enter(
        self,
        index: int,
        tag: str,
        whole: int,
        regions: list[int],
        kinds: list[BlockKind | None],
        rows: list[bool],
        within: list[bool],
    ) -> None:
        tree = self.tree
        if regions[index] == _UNSEEN:
            return
        attributes = tree.attributes[index]
        parent = tree.parents[index]
        breaking = tag in _BREAKING
        if breaking and not rows[index]:
            self._flush(parent, regions, kinds)
        if tag in _DROPPED:
            regions[index] = _UNSEEN
            return
        guarded = tree.flags[index] & (_H1 | _ARTICLE) or tag in ("body", "html")
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
                beside, meta, caption, unseen = _named(names)
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
            rows[index] = not tree.flags[index] & _TABLE and size <= _LONGEST_ROW
            kinds[index] = BlockKind.ROW if rows[index] else None
        elif tag in ("td", "th") and rows[index]:
            self._space, self._gap = True, "  "
        elif tag == "br" or (tag == "hr" and not rows[index]):
            self._break = True
        elif breaking and rows[index]:
            self._space = True

    def _leave(self, index: int, regions: list[int], kinds: list[BlockKind | None], rows: list[bool]) -> None:
        if regions[index] == _UNSEEN:
            return
        tag = self.tree.tags[index]
        if tag == "tr" or (tag in _BREAKING and not rows[index]):
            self._flush(index, regions, kinds)
        elif tag in _BREAKING:
            self._space = True

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

    def _write(self, text: str, place: int | None) -> None:
        if not text:
            return
        if text[0] in _WHITE:
            self._space = True
        end = 0
        for match in _RUN.finditer(text):
            if end:
                self._space = True
            end = match.end()
            if self._begin < 0:
                if self.length:
                    self._put("\n")
                self._begin = self.length
            elif self._break:
                self._breaks.append(self.length)
                self._put("\n")
            elif self._space:
                self._put(self._gap)
            self._space, self._gap, self._break = False, " ", False
            run = match.group()
            if place is None:
                self._point(self.length, self.last)
            else:
                first = place + match.start()
                for at, source in self.stream.pieces(first, first + len(run)):
                    self._point(self.length + at - first, source)
                offset, source = self.starts[-1], self.sources[-1]
                self.last = source + self.length + len(run) - 1 - offset
            self.out.append(run)
            self._pieces.append(run)
            self.length += len(run)
        if end and end < len(text):
            self._space = True

    def _put(self, separator: str) -> None:
        """A separator that the source lacks points at the code point before it."""
        for _ in separator:
            self._point(self.length, self.last)
            self.length += 1
        self.out.append(separator)
        self._pieces.append(separator)

    def _point(self, offset: int, source: int) -> None:
        if self.starts[-1] == offset:
            self.sources[-1] = source
        elif self.sources[-1] + offset - self.starts[-1] != source:
            self.starts.append(offset)
            self.sources.append(source)

    def _flush(self, owner: int, regions: list[int], kinds: list[BlockKind | None]) -> None:
        """Close the open block; it belongs to the element ``owner``."""
        self._space, self._gap, self._break = False, " ", False
        if self._begin < 0:
            return
        text = "".join(self._pieces).lstrip("\n")
        begin = self._begin
        region, kind = (regions[owner], kinds[owner]) if owner >= 0 else (_NORMAL, None)
        if region == _ASIDE:
            kind = BlockKind.BOILERPLATE
        else:
            self.kept += len(text)
            self._running = self._running or len(text) > 200
            if self.h1 is None and kind is BlockKind.HEADING and self._tag_above(owner) == "h1":
                self.h1 = " ".join(text.split())
        if kind is BlockKind.METADATA and text.count(" ") > 7 and _SENTENCE.search(text[-6:]):
            kind = None  # a box called "info" may hold a statement
        start = begin
        for stop in (*self._split(text, begin), self.length):
            self.drafts.append(Draft(start, stop, kind, True, kind not in (None, BlockKind.ITEM)))
            start = stop + 1
        self._begin = -1
        self._pieces.clear()
        self._breaks.clear()

    def _tag_above(self, owner: int) -> str:
        while owner >= 0 and self.tree.tags[owner] not in _BREAKING:
            owner = self.tree.parents[owner]
        return self.tree.tags[owner] if owner >= 0 else ""

    def _split(self, text: str, begin: int) -> list[int]:
        """The line breaks at which one block ends and another begins: not those inside a sentence."""
        if not self._breaks:
            return []
        stops = []
        last = 0
        for at in self._breaks:
            before, after = text[last : at - begin], text[at - begin + 1 : at - begin + 2]
            if _END.search(before[-6:]) or not after.islower():
                stops.append(at)
                last = at - begin + 1
        return stops
