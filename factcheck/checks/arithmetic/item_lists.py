"""Lists with an item a line ("- Arla: 12,400") beside a figure of the article that they just fail to make.

The line that leads the list in tells what it counts; a sentence that has the total shares words with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.assertions.words import content_words
from factcheck.checks.arithmetic.groups import GROUPS
from factcheck.checks.arithmetic.precision import written_step
from factcheck.checks.arithmetic.rolls import alike, exact
from factcheck.checks.arithmetic.sums import Claim, Sum
from factcheck.checks.timelines.points_told import number_of
from factcheck.document.model import BlockKind
from factcheck.expressions.model import Bound, Quantity, QuantityKind
from factcheck.patterns import regex
from factcheck.records import replace
from factcheck.text.model import Sentence

_FEWEST = 3
_MOST = 40
_NEAREST = 0.06  # by what part of the total the items may miss it
_FAR = 25  # sentences from the list in which its total may stand
_LABEL = regex(r"^[-*+•–—\s]*(?P<label>[^\d:]{2,60})(?::| [–—-])? $")
_BEHIND = regex(r"^[.;]?$|^ [a-z][a-z ]{0,30}[.;]?$")
_LEADS_IN = regex(r":\s*$|\b(?:by|per|for each|in each|for every|in every|broken down)\b")
_NOT_ALL = regex(
    r"\b(?:large\w*|big\w*|top|main|leading|best|worst|most|least|chief|selected|some|includ\w+|average|median|per cent"
    r"|rates?|prices?|percentage|share|example|among|high\w*|low\w*|change|index|score|age|year|before|after|compared)\b",
    re.IGNORECASE,
)
_WHOLE = regex(r"\b(?:total|sum|all|overall|altogether)\b", re.IGNORECASE)
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_Told = Sequence[tuple[Sentence, Sequence[Quantity]]]


def sums(article: Article, told: _Told) -> Iterator[Sum]:
    """The sums that lists with an item a line seem meant to make; ``told`` are the sentences in text order."""
    run: list[int] = []
    for index in range(len(told) + 1):
        if index < len(told) and told[index][0].kind is BlockKind.ITEM and _part(article, *told[index]) is not None:
            run.append(index)
            continue
        if _FEWEST <= len(run) <= _MOST:
            yield from _sum(article, told, run)
        run = []


def _part(article: Article, sentence: Sentence, quantities: Sequence[Quantity]) -> Quantity | None:
    """The one figure of an item that is a label and a figure."""
    if len(quantities) != 1 or quantities[0].kind not in (QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE):
        return None
    part, prose = quantities[0], article.document.prose
    label = _LABEL.match(prose[sentence.start : part.start])
    if label is None or _WHOLE.search(label["label"]) or not _BEHIND.match(prose[part.end : sentence.end]):
        return None
    return part


def _sum(article: Article, told: _Told, run: Sequence[int]) -> Iterator[Sum]:
    prose = article.document.prose
    if run[0] == 0 or told[run[0] - 1][0].kind is BlockKind.ITEM:
        return
    around = told[run[-1] + 1 : run[-1] + 2]
    if around and around[0][0].kind is BlockKind.ITEM:
        return  # an item of the list was not read
    lead = told[run[0] - 1][0]
    head = prose[lead.start : lead.end]
    if _LEADS_IN.search(head) is None or _NOT_ALL.search(head):
        return
    parts = tuple(part for index in run if (part := _part(article, *told[index])) is not None)
    if not exact(parts) or not all(alike(parts[0], part) for part in parts):
        return
    added = sum(part.value for part in parts)
    words, _ = content_words(lead.tokens)
    years = set(_YEAR.findall(head))
    totals: list[Quantity] = []
    for index in range(max(0, run[0] - _FAR), min(len(told), run[-1] + _FAR)):
        sentence, quantities = told[index]
        if run[0] <= index <= run[-1] or sentence.kind in (BlockKind.ITEM, BlockKind.ROW):
            continue
        for quantity in quantities:
            if not alike(quantity, parts[0]) and not _measured(quantity, parts):
                continue
            if abs(quantity.value - added) <= _looseness((*parts, quantity)):
                return
            shared = content_words(sentence.tokens)[0] & words
            if len(parts) == _FEWEST and len(shared) < 2 and not _names_so_many(prose, sentence, len(parts)):
                continue
            other_year = years and (told_years := set(_YEAR.findall(prose[sentence.start : sentence.end])))
            if (
                quantity.bound is Bound.EXACT
                and (index == run[0] - 1 or shared)
                and not (other_year and not years & told_years)
                and quantity.value > max(part.value for part in parts)
                and abs(quantity.value - added) <= _NEAREST * quantity.value
            ):
                totals.append(quantity)
    totals.sort(key=lambda total: abs(total.value - added))
    misses = sorted({abs(total.value - added) for total in totals})
    if misses and (len(misses) == 1 or misses[0] <= misses[1] / 2):
        if totals[0].kind is not parts[0].kind:
            parts = tuple(replace(part, kind=totals[0].kind, unit=totals[0].unit) for part in parts)
        yield Sum(parts, (totals[0],), Claim.LIKELY, confidence=0.8)


def _names_so_many(prose: str, sentence: Sentence, number: int) -> bool:
    """Whether a sentence names as many groups: "in three districts"."""
    found = GROUPS.finditer(prose, sentence.start, sentence.end)
    return any(number_of(match["number"]) == number for match in found)


def _measured(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether bare numbers of a list can be of the total's unit, which the line above the list gives."""
    return total.kind is not QuantityKind.PERCENT and all(
        part.kind is QuantityKind.COUNT and part.unit is None and part.value >= 100 for part in parts
    )


def _looseness(used: Sequence[Quantity]) -> float:
    return sum(written_step(one) for one in used) / 2 if any(written_step(one) > 1 for one in used) else 0.0
