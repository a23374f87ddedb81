"""Plain text to drafts of blocks: which lines are one paragraph and which stand alone.

Web dumps print a paragraph a line; typed text is wrapped at 60 to 100 columns with a blank line
between paragraphs. A text is taken for wrapped where hardly any of it stands in longer lines, and
then a line runs on when its successor's first word would not have fitted into it.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.document.model import BlockKind
from factcheck.patterns import regex
from factcheck.records import dataclass

_LINE = regex(r"[^\n]+")
_SEPARATOR = regex(r"[\s*_=~#•·–—.-]*$")
_BULLET = regex(r"(?:[*•·●▪■◦‣–—+-]|\(?\d{1,2}[.)])\s+(?=\S)")
_END = regex(r"[.!?…:][\"')\]]*$")
_WIDEST = 110


@dataclass(slots=True)
class Draft:
    """A block in the making: ``prose[start:end]``, trimmed. ``kind`` is None until it is told.

    ``fresh`` tells that a blank line (or markup) parts it from what stands above.
    """

    start: int
    end: int
    kind: BlockKind | None = None
    fresh: bool = True
    settled: bool = False  # the markup says it; words do not change it


def bullet(line: str) -> int:
    """The length of a list mark at the line's start ("- ", "1. "), 0 where there is none."""
    match = _BULLET.match(line)
    return match.end() if match else 0


def ends_sentence(line: str) -> bool:
    """Whether the line (trimmed) ends with a mark that ends sentences, closing quotation marks and brackets aside."""
    return line.rstrip("\"')]").endswith((".", "!", "?", "…"))


def separates(line: str) -> bool:
    """Whether the line is a rule ("***", "---") and says nothing."""
    return _SEPARATOR.fullmatch(line) is not None


def _trimmed(prose: str) -> Iterator[tuple[int, int, bool, bool]]:
    """Start, end, whether a blank line stands above, whether the line is indented."""
    last = -1
    for match in _LINE.finditer(prose):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        fresh = last < 0 or prose.count("\n", last, start) > 1
        yield start, start + len(stripped), fresh, start > match.start()
        last = start + len(stripped)


def _width(lengths: list[int]) -> int | None:
    """The column at which a text of lines of these ``lengths`` is wrapped, or None where it is not."""
    if len(lengths) < 4:
        return None
    total = sum(lengths)
    long = sum(length for length in lengths if length > _WIDEST)
    fitting = sorted(length for length in lengths if length <= _WIDEST)
    if long * 10 > total or not fitting:
        return None
    # The widest line but for the few that a long word or address pushed out.
    column = fitting[min(len(fitting) - 1, len(fitting) * 95 // 100)]
    full = sum(1 for length in fitting if length * 10 >= column * 8)
    return column if column >= 40 and full * 3 >= len(fitting) else None


def drafts(prose: str) -> list[Draft]:
    """The drafts of a plain text, list items marked, rules between sections left out."""
    found: list[Draft] = []
    previous_length = 0
    lines = list(_trimmed(prose))
    column = _width([end - start for start, end, _, _ in lines])
    for start, end, fresh, indented in lines:
        line = prose[start:end]
        if separates(line):
            previous_length = 0
            if found:
                fresh = True
            continue
        mark = bullet(line)
        if not fresh and column is not None and found and previous_length and not mark:
            last = found[-1]
            first_word = line.split(None, 1)[0]
            full = previous_length + 1 + len(first_word) > column - column // 12
            runs_on = line[0].islower() and previous_length * 10 >= column * 6
            ended = _END.search(prose[max(last.start, last.end - 4) : last.end]) is not None
            if (full and not (indented and ended and last.kind is None)) or (runs_on and not ended):
                last.end = end
                previous_length = end - start
                continue
        found.append(Draft(start, end, BlockKind.ITEM if mark else None, fresh))
        previous_length = end - start
    return found


def trimmed(prose: str, found: list[Draft]) -> list[Draft]:
    """Drafts that markup gave, without the space (and blanked marks) around them; empty ones left out."""
    kept: list[Draft] = []
    for draft in found:
        piece = prose[draft.start : draft.end]
        stripped = piece.strip()
        if stripped and not (draft.kind is None and separates(stripped)):
            draft.start += len(piece) - len(piece.lstrip())
            draft.end = draft.start + len(stripped)
            kept.append(draft)
    return kept
