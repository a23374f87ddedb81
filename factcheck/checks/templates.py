"""A sentence with its figures replaced by marks, so that patterns can speak of roles, not of digits.

"Revenue rose 12.4% to £412m, from £375m" becomes "Revenue rose ‹P0› to ‹N1›, from ‹N2›": P for a
percentage, N for other quantities, T for a time expression. The number in a mark leads back to the
quantity or time.
"""

from __future__ import annotations

<<<<<<< ours
from collections.abc import Sequence
=======
import re
from collections.abc import Iterable, Mapping, Sequence, Set
>>>>>>> theirs

from factcheck.assertions.model import Article
from factcheck.checks.in_sentence import by_sentence
from factcheck.checks.once import once_per_article
from factcheck.expressions.model import Quantity, QuantityKind, Timex
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Sentence


def n(name: str) -> str:
    """A pattern for a quantity, its number in the group ``name``."""
    return rf"‹N(?P<{name}>\d+)›"


def p(name: str) -> str:
    """A pattern for a percentage, its number in the group ``name``."""
    return rf"‹P(?P<{name}>\d+)›"


def t(name: str) -> str:
    """A pattern for a time expression, its number in the group ``name``."""
    return rf"‹T(?P<{name}>\d+)›"


# A character of a stretch without another figure and without a clause boundary; a time may stand in it.
GAP = r"(?:[^‹›.;:()]|‹T\d+›)"


@dataclass(frozen=True, slots=True)
class Template:
    """``text`` holds the marks; ``quantities`` and ``times`` what they stand for, by their numbers."""

    text: str
    quantities: Sequence[Quantity]
    times: Sequence[Timex]

    def quantity(self, mark: str) -> Quantity:
        """The quantity that a matched number in a mark stands for."""
        return self.quantities[int(mark)]


_SPACE = regex(r"\s{2,}|[^\S ]")  # what is not one plain space already
_FIGURES = frozenset({QuantityKind.COUNT, QuantityKind.MEASURE, QuantityKind.MONEY})


def template(article: Article, sentence: Sentence, quantities: Sequence[Quantity], times: Sequence[Timex]) -> Template:
    """The template of one sentence. Ages, ordinals and scores stay as they are."""
    prose = article.document.prose
    marks: list[tuple[int, int, str]] = []
    for index, quantity in enumerate(quantities):
        if quantity.kind is QuantityKind.PERCENT:
            marks.append((quantity.start, quantity.end, f"‹P{index}›"))
        elif quantity.kind in _FIGURES:
            marks.append((quantity.start, quantity.end, f"‹N{index}›"))
    marks.extend((timex.start, timex.end, f"‹T{index}›") for index, timex in enumerate(times))
    marks.sort()
    pieces: list[str] = []
    position = sentence.start
    for start, end, mark in marks:
        if start < position or end > sentence.end:
            continue
        pieces.append(prose[position:start])
        pieces.append(mark)
        position = end
    pieces.append(prose[position : sentence.end])
    return Template(_SPACE.sub(" ", "".join(pieces)), quantities, times)


def times_in(article: Article, sentence: Sentence) -> list[Timex]:
    """The time expressions of a sentence, in text order."""
<<<<<<< ours
    return list(_times(article).get(sentence.start, ()))
=======
    return times_by_sentence(article).get(sentence.start, ())
>>>>>>> theirs


@once_per_article
def times_by_sentence(article: Article) -> Mapping[int, Sequence[Timex]]:
    """The time expressions of the sentences that have any, by where the sentence begins."""
    return by_sentence(article, article.expressions.times)
