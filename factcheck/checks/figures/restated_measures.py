"""Measures told again in another system of units, beyond the bracketed "290 km (180 miles)".

"44C, equivalent to 101F"; "80,000 acres have burned. ... a third of the 52,000 hectares burned"; "a pumpkin weighing
1,204 kg. At 3,654 lb it needed a forklift". News keeps to one system and turns to the other only to say the same again:
where two neighbouring sentences have one measure of a dimension in each system, of like size, one restates the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.figures import quantities as figures
from factcheck.expressions.model import Bound, Quantity, QuantityKind
from factcheck.expressions.quantity.conversions import CUSTOMARY
from factcheck.expressions.quantity.units import UNITS, convert
from factcheck.patterns import regex
from factcheck.text.model import Sentence

_DIMENSIONS = frozenset({"length", "mass", "area", "volume", "temperature", "speed"})
_ELSE = regex(
    r"\b(?:another|other|further|more than|less than|additional|extra|second|next|last|final|remaining|each|previous"
    r"|record|earlier|later|than|compared|against|but|while|whereas|away|from there|wide|deep|thick|high|tall|long"
    r"|a (?:day|week|month|year|head|person|hectare|acre))\b"
)
_DEFINITE = regex(
    r"\b(?:[Tt]he|[Tt]hose|[Tt]hese|[Tt]hat|[Tt]his|[Ii]ts|[Tt]heir)(?: (?:whole|full|entire|same))? $"
    r"|\b(?:[Tt]hat|[Tt]his|[Ii]t|[Ww]hich) (?:makes|made|is|was|comes? to|came to|works? out at|equals?|amounts? to)"
    r" (?:about |around |some |nearly |roughly |just over |just under )?$"
    r"|\b[Tt]he [a-z]+ \((?:about |around |some )?$"
)
_EQUIVALENT = regex(r"^,? (?:the )?equivalent\b")
_OTHER = regex(r"\b(?:another|other|further|more|additional|extra|second|next|first|last|final|remaining)\b")
_MOST_TAKEN_UP = 4.0
_MOST = 2.5  # a slip is seldom farther from the truth than this factor; another thing most often is
_DEGREES = 40  # Fahrenheit
_NEAR = 28  # code points on either side of a measure in which a word may tell it apart


def restatements(article: Article) -> Iterator[tuple[Quantity, Quantity]]:
    """Pairs of a measure and what tells it again in the other system, in text order."""
    before: tuple[Sentence, Sequence[Quantity]] | None = None
    for sentence, quantities in figures.by_sentence(article):
        measures = [quantity for quantity in quantities if _is_measure(quantity)]
        yield from _alone_together(article, measures, measures)
        if before is not None and before[0].block == sentence.block:
            yield from _alone_together(article, before[1], measures)
        before = (sentence, measures)


def _is_measure(quantity: Quantity) -> bool:
    unit = UNITS.get(quantity.unit or "")
    return (
        quantity.kind is QuantityKind.MEASURE
        and unit is not None
        and unit.dimension in _DIMENSIONS
        and quantity.bound in (Bound.EXACT, Bound.ABOUT)
    )


def _alone_together(
    article: Article, told: Sequence[Quantity], again: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """The two measures of a dimension that one sentence, or each of two, has."""
    for second in again:
        window = told if told is again else [*told, *again]
        alike = [quantity for quantity in window if _dimension(quantity) == _dimension(second)]
        if len(alike) != 2 or alike[1] is not second or second.converts is not None:
            continue
        first = alike[0]
        if _is_taken_up(article, second):
            if _may_restate(first, second, _MOST_TAKEN_UP):
                yield first, second
        elif _may_restate(first, second, _MOST) and not any(_is_told_apart(article, one, alike) for one in alike):
            yield first, second


def _is_taken_up(article: Article, quantity: Quantity) -> bool:
    """Whether the measure is definite: "the 3.2 miles of road", "(11 ft 2 in, the equivalent)"."""
    prose = article.document.prose
    before = prose[max(0, quantity.start - 40) : quantity.start]
    after = prose[quantity.end : quantity.end + 20]
    return bool(_DEFINITE.search(before) or _EQUIVALENT.search(after)) and not _OTHER.search(before[-20:] + after)


def _is_told_apart(article: Article, quantity: Quantity, pair: Sequence[Quantity]) -> bool:
    """Whether the words at a measure say that it is of something else: "another 3 miles", "40 feet deep"."""
    prose = article.document.prose
    first, second = pair
    before = prose[max(first.end if quantity is second else 0, quantity.start - _NEAR) : quantity.start]
    after = prose[quantity.end : min(quantity.end + _NEAR, second.start if quantity is first else quantity.end + _NEAR)]
    return bool(_ELSE.search(before) or _ELSE.search(after))


def _dimension(quantity: Quantity) -> str:
    return UNITS[quantity.unit or ""].dimension


def _may_restate(first: Quantity, second: Quantity, most: float) -> bool:
    """Whether one is metric and the other customary, and the two near enough to be meant for one."""
    one, other = UNITS[first.unit or ""], UNITS[second.unit or ""]
    if one.dimension == "temperature":
        if first.unit == second.unit:
            return False
        scale = 1.0 if second.unit == "degree Fahrenheit" else 5 / 9
        return abs(convert(first.value, one, other) - second.value) <= _DEGREES * scale
    if (one.name in CUSTOMARY) == (other.name in CUSTOMARY):
        return False
    a, b = first.value * one.factor, second.value * other.factor
    return min(a, b) > 0 and max(a, b) / min(a, b) <= most
