"""The visible text of a page as it is written, a block a line, with the way of each code point back to the source."""

from __future__ import annotations

from factcheck.document.html_source import Stream
from factcheck.patterns import regex

_RUN = regex(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")
_WHITE = " \t\n\r\f"
_END = regex(r"[.!?…:;][\"'”’)\]]*$")


class Writer:
    """Writes text a node at a time; ``close`` ends a block.

    ``starts`` and ``sources`` are those of a :class:`~factcheck.document.model.SourceMap`. Whoever walks the page sets
    ``space`` (with ``gap``, what it is written as) or ``line_break`` where the next word does not follow the last one.
    """

    def __init__(self, stream: Stream):
        self.stream = stream
        self.out: list[str] = []
        self.length = 0
        self.starts = [0]
        self.sources = [0]
        self.last = 0  # where in the source the last code point written stands
        self.space = False
        self.gap = " "
        self.line_break = False
        self._begin = -1  # start of the open block, -1 where none is open
        self._pieces: list[str] = []
        self._breaks: list[int] = []

    def close(self) -> tuple[str, list[tuple[int, int]]] | None:
        """End the open block, if one is: its text, and the spans of the blocks that its line breaks make of it."""
        self.space, self.gap, self.line_break = False, " ", False
        if self._begin < 0:
            return None
        text = "".join(self._pieces).lstrip("\n")
        start = self._begin
        spans: list[tuple[int, int]] = []
        for stop in (*self._split(text, start), self.length):
            spans.append((start, stop))
            start = stop + 1
        self._begin = -1
        self._pieces.clear()
        self._breaks.clear()
        return text, spans

    def write(self, text: str, place: int | None) -> None:
        """Write the words of a text node that stands at ``place`` of the stream; None where it was not found there."""
        if not text:
            return
        if text[0] in _WHITE:
            self.space = True
        end = 0
        for match in _RUN.finditer(text):
            if end:
                self.space = True
            end = match.end()
            if self._begin < 0:
                if self.length:
                    self._put("\n")
                self._begin = self.length
            elif self.line_break:
                self._breaks.append(self.length)
                self._put("\n")
            elif self.space:
                self._put(self.gap)
            self.space, self.gap, self.line_break = False, " ", False
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
            self.space = True

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
