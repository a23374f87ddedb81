"""Tables as rows of cells with their numbers, from the row blocks of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.once import once_per_article
from factcheck.document.model import BlockKind
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Sentence

_CELL = regex(r"\S+(?: \S+)*")
_NUMBER = regex(r"[-+−]?(?:[A-Z]{0,3}[£$€¥] ?)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?: ?(%|m|bn|k))?$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; ``value`` and ``step`` (the unit of its last digit) where it holds one number."""

    start: int
    end: int
    text: str
    value: float | None = None
    step: float = 1.0
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """``header`` is empty where the first row is no heading. ``first`` is the index of the first row's sentence."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    first: int


@once_per_article
def tables(article: Article) -> Sequence[Table]:
    """The tables of an article: runs of neighbouring row blocks."""
    if not any(block.kind is BlockKind.ROW for block in article.document.blocks):
        return ()
    return tuple(_tables(article))


def _tables(article: Article) -> Iterator[Table]:
    sentences = article.text.sentences
    run: list[int] = []
    for index, sentence in enumerate(sentences):
        if sentence.kind is BlockKind.ROW and (not run or sentences[run[-1]].block == sentence.block - 1):
            run.append(index)
            continue
        yield from _table(article, run)
        run = [index] if sentence.kind is BlockKind.ROW else []
    yield from _table(article, run)


def _table(article: Article, run: list[int]) -> Iterator[Table]:
    if len(run) < 3:
        return
    rows = [_cells(article, article.text.sentences[index]) for index in run]
    header: tuple[Cell, ...] = ()
    if all(cell.value is None for cell in rows[0]):
        header, rows = rows[0], rows[1:]
    yield Table(header, tuple(rows), run[0])


def _cells(article: Article, sentence: Sentence) -> tuple[Cell, ...]:
    found = []
    prose = article.document.prose
    for match in _CELL.finditer(prose, sentence.start, sentence.end):
        text = match.group()
        number = _NUMBER.match(text)
        value, step = None, 1.0
        if number:
            value = float(number[1].replace(",", "") + (number[2] or ""))
            step = 10.0 ** (1 - len(number[2])) if number[2] else 1.0
            if text[0] in "-−":
                value = -value
        found.append(Cell(match.start(), match.end(), text, value, step, bool(number and number[3] == "%")))
    return tuple(found)
