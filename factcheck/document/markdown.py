"""Markdown to a Document. The text stays as it is; in the prose, marks and front matter are spaces.

The reading is of lines, after CommonMark where news needs it: headings of both kinds, lists, quotations,
tables, images, links, emphasis, code. Nested structure is not kept: a list in a quotation is a list.
"""

from __future__ import annotations

import re

from factcheck.document import assemble, blocks, front_matter, lines, positions
from factcheck.document.front_matter import FrontMatter
from factcheck.document.lines import Draft
from factcheck.document.model import Block, BlockKind, Document
from factcheck.document.prose import blanked, fold
from factcheck.patterns import regex

_LINE = regex(r"[^\n]*\n?")
_QUOTE = regex(r"(?: {0,3}>[ ]?)+")
_HEADING = regex(r" {0,3}(#{1,6})(?=[ ]|$)")
_CLOSING = regex(r"[ ]+#+[ ]*$")
_RULE = regex(r" {0,3}(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,})$")
_SETEXT = regex(r" {0,3}(?:=+|-{2,})[ ]*$")
_ITEM = regex(r"[ ]{0,12}(?:[-*+•]|\d{1,9}[.)])[ ]+(?:\[[ xX]\][ ])?(?=\S)")
_FENCE = regex(r" {0,3}(`{3,}|~{3,})")
_DELIMITER = regex(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_DEFINITION = regex(r" {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ ]*\S")
_IMAGE_LINE = regex(
    r"[ ]*\[?!\[[^\]\n]{0,1000}\](?:\([^()\n]{0,2000}\)|\[[^\]\n]{0,200}\])(?:\]\([^()\n]{0,2000}\))?[ ]*$"
)
_ITALIC_LINE = regex(r"[ ]*(?:\*(?!\*)[^*\n]+\*|_(?!_)[^_\n]+_)[ ]*$")
_FILE_NAME = regex(r"\S*\.(?:jpe?g|png|gif|webp|svg|avif|heic)|[\w-]*\d[\w-]*|image|photo|picture|img", re.I)

# Marks inside lines. No two unbounded repeats stand side by side, so that no input makes a search quadratic.
_INLINE = regex(
    r"""
    (?P<escape>\\(?=[!-/:-@\[-`{-~]))
  | (?P<comment><!--)
  | (?P<auto><(?:https?|mailto|ftp):[^\s<>]{1,2000}>)
  | (?P<tag></?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>\n]{0,500})?/?>)
  | (?P<entity>&(?:amp|nbsp|quot|lt|gt|mdash|ndash|[lr]squo|[lr]dquo|hellip|pound|euro|apos
        |\#\d{1,6}|\#[xX][0-9a-fA-F]{1,5});)
  | (?P<imageopen>!\[)
  | (?P<target>\](?:
        \((?:[^()\s<>\\]|\\.|\([^()\s]{0,500}\)){0,2000}
          (?:\s+(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'|\([^()\n]{0,500}\)))?\s?\)
        | \[[^\[\]\n]{0,200}\]))
  | (?P<strong>\*{1,3}(?=\S)|(?<=\S)\*{1,3}|\*\*|(?<![^\W_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![^\W_])|~~)
  | (?P<code>`+)
  | (?P<footnote>\[\^[^\]\s]{1,50}\]:?)
    """,
    re.X,
)
_MARK = regex(r"[\\<&!\]*_~`\[]")  # what each of those begins with
_NAMED = {
    "amp": "&", "nbsp": " ", "quot": '"', "lt": "<", "gt": ">", "mdash": "—", "ndash": "–", "rsquo": "'", "lsquo": "'",
    "rdquo": '"', "ldquo": '"', "hellip": "…", "pound": "£", "euro": "€", "apos": "'",
}  # fmt: skip


def read(name: str, text: str) -> Document:
    """One article from Markdown, with or without front matter."""
    matter = front_matter.read(text)
    prose = fold(text)
    reader = _Reader(prose, matter.end)
    reader.run()
    title = prose[slice(*matter.title_span)]
    prose = reader.clean()
    if title:
        start, end = matter.title_span
        prose = prose[:start] + title + prose[end:]
    outline = blocks.outline(prose, lines.trimmed(prose, reader.drafts), authors=matter.authors)
    outline = blocks.preceded(prose, outline, _matter_blocks(text, matter))
    return assemble.document(
        name,
        text,
        prose,
        outline,
        positions.unchanged(text),
        title=matter.title,
        source=matter.source,
        metadata=matter.published,
        modified=matter.modified,
        unread=matter.unread,
    )


def _matter_blocks(text: str, matter: FrontMatter) -> list[Block]:
    """Front matter is metadata, but for the title: a headline that readers see and that makes a statement."""
    if not matter.end:
        return []
    cuts = [(0, matter.end, BlockKind.METADATA)]
    if matter.title_span[1]:
        start, end = matter.title_span
        cuts = [(0, start, BlockKind.METADATA), (start, end, BlockKind.HEADING), (end, matter.end, BlockKind.METADATA)]
    found = []
    for start, end, kind in cuts:
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            start += len(piece) - len(piece.lstrip())
            found.append(Block(kind, start, start + len(stripped)))
    return found


class _Reader:
    """Lines to drafts, and the spans of marks to blank."""

    def __init__(self, prose: str, begin: int):
        self.prose = prose
        self.marks: list[tuple[int, int]] = [(0, begin)] if begin else []
        self.drafts: list[Draft] = []
        self.open: Draft | None = None  # the paragraph or item that a line may run on
        self.begin = begin

    def run(self) -> None:
        fence = ""
        fresh = True
        table = False
        image = False  # whether the last block is an image, whose caption may follow
        rows = [(m.start(), m.end()) for m in _LINE.finditer(self.prose, self.begin) if m.end() > m.start()]
        for number, (start, stop) in enumerate(rows):
            line = self.prose[start:stop].rstrip("\n")
            end = start + len(line)
            if quote := _QUOTE.match(line):
                self._mark(start, start + quote.end())
                start += quote.end()
                line = line[quote.end() :]
            if fence:
                if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                    fence = ""
                    self._mark(start, end)
                elif line.strip():
                    self._add(start, end, BlockKind.BOILERPLATE, fresh)
                self.open = None
                continue
            if fenced := _FENCE.match(line):
                fence = fenced.group(1)
                self._mark(start, end)
                self.open = None
                continue
            if not line.strip():
                self.open, fresh, table = None, True, False
                continue
            if self.open is not None and self.open.kind is None and _SETEXT.match(line) and not fresh:
                self._mark(start, end)
                self.open.kind, self.open.settled, self.open = BlockKind.HEADING, True, None
                continue
            if _RULE.match(line) or _DEFINITION.match(line):
                self._mark(start, end)
                self.open, fresh, image = None, True, False
                continue
            following = self._line(rows, number + 1)
            if "|" in line and (table or (_DELIMITER.match(following) and "-" in following and "|" in following)):
                table = True
                self._row(start, end, line, fresh)
                self.open, fresh, image = None, False, False
                continue
            table = False
            if heading := _HEADING.match(line):
                self._mark(start, start + heading.end())
                if closing := _CLOSING.search(line):
                    self._mark(start + closing.start(), end)
                self._add(start + heading.end(), end, BlockKind.HEADING, True)
                self.open, fresh, image = None, True, False
                continue
            if _IMAGE_LINE.match(line):
                self._image(start, end, line)
                self.open, fresh, image = None, True, True
                continue
            if image and _ITALIC_LINE.match(line):
                self._add(start, end, BlockKind.CAPTION, True)
                self.open, fresh, image = None, True, False
                continue
            image = False
            if item := _ITEM.match(line):
                self._mark(start, start + item.end())
                self.open = self._add(start + item.end(), end, BlockKind.ITEM, fresh)
                self.open.settled = False
            elif self.open is not None:
                self.open.end = end
            else:
                self.open = self._add(start, end, None, fresh)
            fresh = False
            # Two spaces or a backslash at the line's end break it; what follows stands by itself.
            if line.endswith(("  ", "\\")):
                if line.endswith("\\"):
                    self._mark(end - 1, end)
                self.open = None

    def _line(self, rows: list[tuple[int, int]], number: int) -> str:
        return _QUOTE.sub("", self.prose[slice(*rows[number])].rstrip("\n"), count=1) if number < len(rows) else ""

    def _add(self, start: int, end: int, kind: BlockKind | None, fresh: bool) -> Draft:
        draft = Draft(start, end, kind, fresh, kind is not None)
        self.drafts.append(draft)
        return draft

    def _mark(self, start: int, end: int) -> None:
        if end > start:
            self.marks.append((start, end))

    def _row(self, start: int, end: int, line: str, fresh: bool) -> None:
        if _DELIMITER.match(line) and "-" in line:
            self._mark(start, end)
            return
        for match in re.finditer(r"(?<!\\)\|", line):
            self._mark(start + match.start(), start + match.end())
        self._add(start, end, BlockKind.ROW, fresh)

    def _image(self, start: int, end: int, line: str) -> None:
        opening = line.index("![") + 2
        alt = line[opening : line.index("]", opening)]
        self._mark(start, start + opening)
        self._mark(start + opening + len(alt), end)
        if alt.strip() and not _FILE_NAME.fullmatch(alt.strip()):
            self._add(start + opening, start + opening + len(alt), BlockKind.CAPTION, True)
        else:
            self._mark(start + opening, start + opening + len(alt))

    def clean(self) -> str:
        """The prose with every mark blanked and the usual entities replaced."""
        self.marks.sort()
        prose = blanked(self.prose, _merged(self.marks))
        spans: list[tuple[int, int]] = []
        put: list[tuple[int, int, str]] = []
        at = self.begin
        while (mark := _MARK.search(prose, at)) is not None:
            at = mark.end()
            match = _INLINE.match(prose, mark.start())
            if match is None:
                continue
            start, at = match.span()
            kind = match.lastgroup
            if kind == "comment":
                close = prose.find("-->", at)
                if close < 0:
                    break
                at = close + 3
                spans.append((start, at))
            elif kind == "escape":
                spans.append((start, at))
                at += 1  # the escaped mark stays
            elif kind == "entity":
                put.append((start, at, _character(match.group()[1:-1])))
            elif kind == "target":
                spans.append((start, at))
                opening = prose.rfind("[", max(self.begin, start - 2000), start)
                if opening >= 0:
                    spans.append((opening, opening + 1))
            else:
                spans.append((start, at))
        spans = _merged(sorted(spans))
        prose = blanked(prose, spans)
        return _with(prose, put) if put else prose


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def _character(name: str) -> str:
    if name.startswith("#"):
        number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
        usable = 32 <= number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
        return fold(chr(number)) if usable else " "
    return _NAMED.get(name, " ")


def _with(prose: str, put: list[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end, character in put:
        pieces.append(prose[done:start])
        pieces.append(character + " " * (end - start - 1))
        done = end
    pieces.append(prose[done:])
    return "".join(pieces)
