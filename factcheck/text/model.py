"""The pieces of a text."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from factcheck.document.model import BlockKind
from factcheck.records import dataclass, field


class Token(NamedTuple):
    """A word, number or mark: ``prose[start:end] == text``. Offsets count from the document's start.

    ``low`` is the text in lower case; ``upper`` tells whether it begins with a capital.
    """

    start: int
    end: int
    text: str
    low: str
    upper: bool


@dataclass(frozen=True, slots=True)
class Quotation:
    """Speech between quotation marks, marks included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading, caption, list item or table row: the context that a finding quotes."""

    start: int
    end: int
    block: int
    kind: BlockKind
    tokens: tuple[Token, ...]
    words: frozenset[str] = field(init=False, repr=False, compare=False)  # the tokens' texts in lower case

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", frozenset([token.low for token in self.tokens]))

    @property
    def is_caption(self) -> bool:
        return self.kind is BlockKind.CAPTION


@dataclass(frozen=True, slots=True)
class Text:
    """The sentences of a document's statements (no metadata, no boilerplate), in text order."""

    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds ``offset``, or None between sentences and in boilerplate."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return self.sentences[index]
        return None

    def is_quoted(self, offset: int) -> bool:
        """Whether the code point stands inside a quotation."""
        index = bisect_right(self.quotations, offset, key=lambda quotation: quotation.start) - 1
        return index >= 0 and offset < self.quotations[index].end
