"""A sentence with its figures replaced by marks, so that patterns can speak of roles, not of digits.

"Revenue rose 12.4% to £412m, from £375m" becomes "Revenue rose ‹P0› to ‹N1›, from ‹N2›": P for a
percentage, N for other quantities, T for a time expression. The number in a mark leads back to the
quantity or time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set

from factcheck.assertions.model import Article
from factcheck.checks.figures.quantities import quantities_in
from factcheck.checks.in_sentence import by_sentence
from factcheck.checks.once import once_per_article, once_per_sentence
from factcheck.checks.sentence_words import words_in
from factcheck.expressions.model import Quantity, QuantityKind, Timex
from factcheck.pattern_words import DIGIT, may_find, needs_of_any
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
    """``text`` holds the marks; ``quantities`` and ``times`` what they stand for, by their numbers.

    ``figures`` and ``shares`` count the marks of quantities and of percentages: what needs more is not searched for.
    ``words`` are those of the sentence, what the marks stand for among them, and DIGIT, which the marks have.
    """

    text: str
    quantities: Sequence[Quantity]
    times: Sequence[Timex]
    figures: int
    shares: int
    words: Set[str]

    def quantity(self, mark: str) -> Quantity:
        """The quantity that a matched number in a mark stands for."""
        return self.quantities[int(mark)]

    def may_hold(self, patterns: tuple[re.Pattern[str], ...]) -> bool:
        """Whether one of ``patterns`` can find anything, by the words."""
        needs = needs_of_any(patterns)
        return needs is None or needs.met_by(self.words)

    def search(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What ``pattern`` finds first; it is searched for only where the words allow it."""
        return pattern.search(self.text) if may_find(pattern, self.words) else None

    def find_all(self, pattern: re.Pattern[str]) -> Iterable[re.Match[str]]:
        """All that ``pattern`` finds, with the same economy."""
        return pattern.finditer(self.text) if may_find(pattern, self.words) else ()


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
    for index, timex in enumerate(times):
        marks.append((timex.start, timex.end, f"‹T{index}›"))
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
    text = "".join(pieces)
    if "  " in text or not text.isprintable():  # no other white space than " " is printable
        text = _SPACE.sub(" ", text)
    words = words_in(article)[sentence.start]
    words = words if DIGIT in words else words | {DIGIT}
    return Template(text, quantities, times, text.count("‹N"), text.count("‹P"), words)


def may_hold(article: Article, sentence: Sentence, patterns: tuple[re.Pattern[str], ...]) -> bool:
    """Whether one of ``patterns`` can find anything in a template of a sentence; asked before it is made."""
    needs = needs_of_any(patterns)
    return needs is None or DIGIT in needs.whole or needs.met_by(words_in(article)[sentence.start])


@once_per_sentence
def time_template(article: Article, sentence: Sentence) -> Template:
    """The template of a sentence with its times alone."""
    return template(article, sentence, (), times_in(article, sentence))


@once_per_sentence
def figure_template(article: Article, sentence: Sentence) -> Template:
    """The template of a sentence with its quantities and its times."""
    return template(article, sentence, quantities_in(article, sentence), times_in(article, sentence))


def times_in(article: Article, sentence: Sentence) -> Sequence[Timex]:
    """The time expressions of a sentence, in text order."""
    return times_by_sentence(article).get(sentence.start, ())


@once_per_article
def times_by_sentence(article: Article) -> Mapping[int, Sequence[Timex]]:
    """The time expressions of the sentences that have any, by where the sentence begins."""
    return by_sentence(article, article.expressions.times)
