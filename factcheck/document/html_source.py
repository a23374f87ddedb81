"""Where the text of an HTML page stands in its source.

The parser that builds the page's tree tells no positions. So the source is scanned once for what is text,
and the tree's text nodes are found again in that stream, one after another with a moving cursor.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from html import unescape

from factcheck.document.prose import blanked
from factcheck.patterns import regex
from factcheck.records import dataclass

_MARKUP = regex(r"<(?=[A-Za-z/!?])")
_TAG_NAME = regex(r"/?([A-Za-z][^\s/>]*)")
_QUOTE_OR_END = regex(r"[>\"']")
_ENTITY = regex(r"&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
# Elements that need no end tag close one another and do not count as nesting; void ones never do.
_SHALLOW = frozenset(
    """p li td th tr dt dd option optgroup thead tbody tfoot colgroup html head body rp rt area base br col embed hr img
    input link meta param source track wbr""".split()
)
_DEEPEST = 512
_RAW = frozenset("script style xmp iframe noembed noframes".split())
_PLAIN = _RAW | {"textarea"}  # no tags in these; a text field decodes its entities
_WINDOW = 4000
_FAR_SEARCHES = 50


@dataclass(frozen=True, slots=True)
class Scan:
    """The stretches of a source that are text (True: raw, without entities), and the tags nested too deeply."""

    runs: list[tuple[int, int, bool]]
    deep: list[tuple[int, int]]


class Stream:
    """The text between a page's tags, entities decoded: ``text``, with the way back to the source."""

    def __init__(self, source: str, scan: Scan):
        pieces: list[str] = []
        self._starts: list[int] = []
        self._sources: list[int] = []
        length = 0
        for start, end, raw in scan.runs:
            done = start
            if not raw:
                for match in _ENTITY.finditer(source, start, end):
                    decoded = unescape(match.group())
                    if decoded == match.group():
                        continue
                    if match.start() > done:
                        length = self._put(pieces, source[done : match.start()], done, length)
                    # A legacy name without its semicolon may decode in part: "&notit;" is "¬it;".
                    length = self._put(pieces, decoded, match.start(), length)
                    done = match.end()
                    if length > 0:
                        self._starts.append(length)
                        self._sources.append(done)
            if end > done:
                length = self._put(pieces, source[done:end], done, length)
        self.text = "".join(pieces)
        self.source_length = len(source)
        self._cursor = 0
        self._jump: int | None = None
        self._jumps = 0
        self._missed = 0
        self._far = _FAR_SEARCHES

    def _put(self, pieces: list[str], piece: str, source: int, length: int) -> int:
        self._starts.append(length)
        self._sources.append(source)
        pieces.append(piece)
        return length + len(piece)

    def find(self, node: str) -> int | None:
        """The place in ``text`` of the tree's next text node, or None where it is not found nearby.

        Text that the parser moves out of a broken table comes before what stands above it in the
        source; such a node is found ahead, and the cursor follows only when its successors do too.
        """
        text = self.text
        if text.startswith(node, self._cursor):
            found = self._cursor
            self._cursor += len(node)
            return found
        if self._jump is not None and text.startswith(node, self._jump):
            found = self._jump
            self._jump += len(node)
            self._jumps += 1
            if self._jumps >= 2:
                self._cursor, self._jump = self._jump, None
            return found
        if not node.strip():
            return None
        for begin in (self._cursor, self._jump):
            if begin is None:
                continue
            found = text.find(node, begin, begin + _WINDOW + len(node))
            if found >= 0:
                self._jump, self._jumps = found + len(node), 0
                return found
        self._missed += 1
        if self._missed >= 3 and len(node) >= 16 and self._far:
            # Lost: something long in the source is no part of the tree. Search the rest, but not for every node.
            self._far -= 1
            found = text.find(node, self._cursor)
            if found >= 0:
                self._cursor, self._jump, self._missed = found + len(node), None, 0
                return found
        return None

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """The source position of ``text[start]`` and of every later place before ``end`` where a new run begins.

        Each pair is an offset in ``text`` and its position in the source.
        """
        index = bisect_right(self._starts, start) - 1
        if index < 0:
            return [(start, 0)]
        found = [(start, self._sources[index] + start - self._starts[index])]
        index += 1
        while index < len(self._starts) and self._starts[index] < end:
            if self._starts[index] > start:
                found.append((self._starts[index], self._sources[index]))
            index += 1
        last = max(self.source_length - 1, 0)
        return [(at, min(position, last)) for at, position in found]


def levelled(source: str) -> tuple[str, Scan]:
    """``source`` as a parser can take it, and its scan.

    An HTML parser's work grows with the depth of nesting at every tag, so that a megabyte of ``<div>`` keeps it
    busy for a minute. Browsers flatten what is nested more than 512 deep; here the tags become spaces.
    """
    scan = _scanned(source)
    if scan.deep:
        source = blanked(source, scan.deep)
        scan = Scan(_scanned(source).runs, scan.deep)
    return source, scan


def _scanned(source: str) -> Scan:
    runs: list[tuple[int, int, bool]] = []
    at = 0
    total = len(source)
    ends: dict[str, bool] = {}  # raw elements whose end tag is known not to come any more
    no_comment_end = False
    deep: list[tuple[int, int]] = []
    opened: Counter[str] = Counter()
    depth = 0
    while at < total:
        match = _MARKUP.search(source, at)
        if match is None:
            runs.append((at, total, False))
            break
        start = match.start()
        if start > at:
            runs.append((at, start, False))
        after = start + 1
        if source.startswith("!--", after):
            if source.startswith((">", "->"), after + 3):
                at = source.index(">", after + 3) + 1
                continue
            close = -1 if no_comment_end else source.find("-->", after + 3)
            if close < 0:
                no_comment_end = True
                at = total
            else:
                at = close + 3
            continue
        name_match = _TAG_NAME.match(source, after)
        if name_match is None:  # a declaration, or a bogus comment such as "</ 3>"
            close = source.find(">", after)
            at = total if close < 0 else close + 1
            continue
        at = _tag_end(source, name_match.end())
        name = name_match.group(1).lower()
        # In SVG and MathML "/>" ends an element; in HTML it means nothing.
        ended = source[at - 2 : at] == "/>" and (opened["svg"] > 0 or opened["math"] > 0)
        if name not in _SHALLOW and not ended:
            if source[after] != "/":
                opened[name] += 1
                depth += 1
                if depth > _DEEPEST:
                    deep.append((start, at))
            elif opened[name]:
                if depth > _DEEPEST:
                    deep.append((start, at))
                opened[name] -= 1
                depth -= 1
        if source[after] != "/" and name in _PLAIN and at < total and not ends.get(name):
            close_match = re.compile(rf"</{name}(?=[\s/>])", re.I).search(source, at)
            if close_match is None:
                ends[name] = True
                runs.append((at, total, name in _RAW))
                break
            if close_match.start() > at:
                runs.append((at, close_match.start(), name in _RAW))
            at = close_match.start()
    return Scan(runs, deep)


def _tag_end(source: str, at: int) -> int:
    """The offset after the ``>`` that ends a tag; a quoted attribute value may hold others."""
    while True:
        match = _QUOTE_OR_END.search(source, at)
        if match is None:
            return len(source)
        if match.group() == ">":
            return match.end()
        before = match.start() - 1
        while before > at and source[before].isspace():
            before -= 1
        if source[before] != "=":
            at = match.end()
            continue
        close = source.find(match.group(), match.end())
        if close < 0:
            return len(source)
        at = close + 1
