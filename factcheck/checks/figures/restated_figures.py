"""Figures that a later article itself sets beside the old ones: revised, or short of what had been hoped for.

"Growth has been revised to 3.3%, from 3.6%" and "less than the 350 that had been expected" name both values, so only
the article that gave the old one has to be found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from factcheck.assertions.words import content_words, stem
from factcheck.checks.figures import quantities as figures
from factcheck.checks.stories import Stories
from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.identity.model import Corpus
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Sentence

_REVISED = regex(r"\b(?:revis(?:ed|ion|es|ing)|correct(?:ed|ion)|upgraded|downgraded)\b", re.IGNORECASE)
_OUTLOOK = regex(r"\b(?:forecasts?|estimates?|outlook|projections?|guidance|targets?)\b", re.IGNORECASE)
_MOVED = regex(r"\b(?:raised|lifted|cut|lowered|trimmed|reduced|increased|slashed)\b", re.IGNORECASE)
_FROM_BEFORE = regex(r"\bfrom (?:an? |about |some |around )?$")
_TO_BEFORE = regex(r"\b(?:to|at) (?:an? |about |some |around |just )?$")
_TO_BETWEEN = regex(r",? to (?:an? |about |some |around |just )?")
_FROM_BETWEEN = regex(r",? (?:down |up |revised )?from (?:an? |about |some |around |the )?")
# Who expected it stands before or after: "the 350 that had been hoped for", "the expected 350".
_EXPECTED = r"(?:hoped for|expected|forecast|predicted|promised|planned|projected|targeted|foreseen|budgeted)"
_EXPECTED_AFTER = regex(
    rf"(?: [\w-]+){{0,2}}?(?: (?:that|which))?(?: [\w’'-]+){{0,3}} (?:had|was|were|has)"
    rf" (?:(?:been|originally|first|once) )*(?:{_EXPECTED}|hoped\b)|(?: [\w-]+)? (?:{_EXPECTED})\b"
)
_EXPECTED_BEFORE = regex(
    rf"\bthe (?:originally |first |once )?(?:{_EXPECTED}) (?:about |some |around )?$"
    r"|\b(?:forecasts?|predictions?|targets?|hopes|a promise|an estimate) (?:of|for) (?:about |some |around )?$"
)
_SHORT_OF = regex(r"\b(?:than|short of|instead of|rather than|against|below|above|beat|missed|missing|not)\b")
_FUTURE = regex(
    r"\b(?:expect\w*|forecast\w*|predict\w*|hop(?:e|es|ed|ing)|promis\w*|plan\w*|project\w*|target\w*|aim\w*|estimate\w*"
    r"|will|shall|would|should|to be|due|goal|budget\w*)\b|['’]ll\b",
    re.IGNORECASE,
)
_SCALES = (1.0, 1e3, 1e6, 1e9)
_EMPTY = frozenset(
    stem(word) for word in "said say year month week day people first number figure expect forecast hope come".split()
)


@dataclass(frozen=True, slots=True)
class At:
    """A figure where it stands."""

    article: int
    sentence: Sentence
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Restated:
    """An old figure in one article, and the new one of another that names both; ``expected`` if it was a forecast."""

    old: At
    new: At
    expected: bool
    shared: frozenset[str]


def restated(corpus: Corpus, kin: Stories, least: float) -> Iterator[Restated]:
    """Yield each figure that another article of the story (of ``least`` kinship) says is no longer the latest."""
    told: list[tuple[At, Quantity, bool]] = []
    by_value: dict[float, list[At]] = defaultdict(list)
    for number, article in enumerate(corpus.articles):
        for sentence, quantities in figures.by_sentence(article):
            for quantity in quantities:
                if quantity.kind in (
                    QuantityKind.COUNT,
                    QuantityKind.MONEY,
                    QuantityKind.PERCENT,
                    QuantityKind.MEASURE,
                ):
                    by_value[quantity.value].append(At(number, sentence, quantity))
            if len(quantities) > 1:
                for old, latest, expected in _stated(article.document.prose, sentence, quantities):
                    told.append((At(number, sentence, latest), old, expected))
    for new, old_value, expected in told:
        for earlier in _sought(by_value, new, old_value):
            if earlier.article == new.article or not _precedes(corpus, earlier.article, new.article):
                continue
            if kin.kinship(earlier.article, new.article) < least:
                continue
            prose = corpus.articles[earlier.article].document.prose
            if expected and not _FUTURE.search(prose, earlier.sentence.start, earlier.sentence.end):
                continue
            shared = _words(earlier.sentence) & _words(new.sentence)
            if shared or _is_telling(earlier.quantity):
                yield Restated(earlier, new, expected, shared)


def _words(sentence: Sentence) -> frozenset[str]:
    words, terms = content_words(sentence.tokens)
    return (words | terms) - _EMPTY


def _is_telling(quantity: Quantity) -> bool:
    """Whether two articles of one story hardly have the number for two things."""
    digits = f"{abs(quantity.value):.12g}".replace(".", "").strip("0")
    return quantity.unit is not None and len(digits) >= 2 and abs(quantity.value) >= 100


def _precedes(corpus: Corpus, first: int, second: int) -> bool:
    """Whether the first article may be the earlier one; where a date is not known, the text has said so."""
    one, two = (corpus.articles[number].document.published.day for number in (first, second))
    return one is None or two is None or one < two


def _sought(by_value: Mapping[float, Sequence[At]], new: At, old: Quantity) -> Iterator[At]:
    """Figures elsewhere with the old value; "the 350" of millions may be meant where the new one has the unit."""
    bare = old.unit is None and old.measured is None
    for scale in _SCALES if bare else (1.0,):
        for one in by_value.get(old.value * scale, ())[:40]:
            unit = new.quantity.unit if bare else old.unit
            if one.quantity.unit == unit and one.quantity.kind is new.quantity.kind:
                yield one


def _stated(
    prose: str, sentence: Sentence, quantities: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity, bool]]:
    """Pairs of old and new value that the sentence itself sets against each other."""
    revised = bool(_REVISED.search(prose, sentence.start, sentence.end)) or (
        bool(_OUTLOOK.search(prose, sentence.start, sentence.end))
        and bool(_MOVED.search(prose, sentence.start, sentence.end))
    )
    for one, two in pairwise(quantities):
        if not _alike(one, two):
            continue
        before = prose[max(sentence.start, one.start - 24) : one.start]
        between = prose[one.end : two.start]
        if revised and _FROM_BEFORE.search(before) and _TO_BETWEEN.fullmatch(between):
            yield one, two, False
        elif revised and _TO_BEFORE.search(before) and _FROM_BETWEEN.fullmatch(between):
            yield two, one, False
        elif (
            len(between) < 64
            and _SHORT_OF.search(between)
            and (
                _EXPECTED_AFTER.match(prose, two.end, min(sentence.end, two.end + 64))
                or _EXPECTED_BEFORE.search(prose[max(sentence.start, two.start - 40) : two.start])
            )
        ):
            yield two, one, True


def _alike(one: Quantity, two: Quantity) -> bool:
    """Whether two figures of a sentence can be of one thing; a bare number takes the other's unit."""
    if one.value == two.value or one.converts is not None or two.converts is not None:
        return False
    if two.unit is None or one.unit is None:
        return QuantityKind.COUNT in (one.kind, two.kind)
    return one.unit == two.unit and one.kind is two.kind
