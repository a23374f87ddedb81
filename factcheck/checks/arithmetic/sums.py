"""A sum as a text states it, and whether it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic.precision import written_step
from factcheck.checks.figures import quantities as figures
from factcheck.checks.model import Conflict
from factcheck.checks.telling import article_name
from factcheck.expressions.model import Bound, Quantity, QuantityKind
from factcheck.expressions.quantity import stated_range, stated_step
from factcheck.patterns import regex
from factcheck.records import dataclass


class Claim(StrEnum):
    """What the text says of the parts.

    ``ALL``: they are the whole. ``WITHIN``: they do not overlap, so they must not exceed it, but more may
    belong to it. ``LIKELY``: nothing says outright that they are the whole; a sum that just misses it
    shows that they are meant to be, one that is far off shows nothing.
    """

    ALL = "all"
    WITHIN = "within"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True)
class Sum:
    """``parts`` against ``totals``, which is one figure or, in "44 passengers and five crew: ...", their sum."""

    parts: tuple[Quantity, ...]
    totals: tuple[Quantity, ...]
    claim: Claim = Claim.ALL
    confidence: float = 0.9


NEAR = 0.25
"""How far a sum that is only likely may miss its total, as a part of it; a slip in one part is smaller."""


def judge(article: Article, each: Sum) -> Conflict | None:
    """The conflict if a sum does not hold, as far as its figures are rounded; None if it does or may."""
    parts, totals = each.parts, each.totals
    figures_used = (*parts, *totals)
    if len({part.start for part in figures_used}) != len(figures_used) or len(parts) < 2 or not totals:
        return None
    if not _can_be_added(figures_used):
        return None
    if any(part.bound is not Bound.EXACT for part in parts) or totals[-1].bound in {Bound.AT_LEAST, Bound.AT_MOST}:
        return None
    added, stated = sum(part.value for part in parts), sum(one.value for one in totals)
    loose, total_loose = _looseness(parts), _looseness(totals)
    low, high = added - loose, added + loose
    total_low, total_high = stated - total_loose, stated + total_loose
    if len(totals) == 1 and totals[0].bound is Bound.ABOUT:
        total_low, total_high = stated_range(totals[0])
    if added < stated and _REST.search(_behind(article, parts)):
        return None  # "and the rest for lawyers": a part without a figure
    if figures.overlap((low, high), (total_low, total_high)) or (each.claim is Claim.WITHIN and low <= total_high):
        return None
    # "Three parts: 40 articles on courts, 25 on police": the parts are of another kind.
    if max(part.value for part in parts) > total_high:
        return None
    if each.claim is Claim.LIKELY and abs(added - stated) > max(NEAR * stated, 1.0):
        return None
    return _conflict(article, each, added, stated)


_REST = regex(r"\b(?:the )?(?:rest|remainder|others|balance)\b(?! (?:of )?\$?\d)")


def _behind(article: Article, parts: Sequence[Quantity]) -> str:
    """The rest of the sentence behind the last part, as far as it may belong to the list."""
    end = max(part.end for part in parts)
    return re.split(r"[.;]", article.document.prose[end : end + 90], maxsplit=1)[0]


def _looseness(figures_added: Sequence[Quantity]) -> float:
    """By how much rounding may move a sum: half of the last written digit of each figure."""
    steps = [written_step(one) for one in figures_added]
    exact = all(one.kind is QuantityKind.COUNT and step <= 1 for one, step in zip(figures_added, steps, strict=True))
    return 0.0 if exact else sum(steps) / 2


def _can_be_added(used: Sequence[Quantity]) -> bool:
    if any(one.low != one.high and one.kind is QuantityKind.COUNT and "-" in one.text for one in used):
        return False  # a range
    kinds = {one.kind for one in used}
    if kinds == {QuantityKind.COUNT}:
        return True
    named = {one.unit for one in used if one.kind is not QuantityKind.COUNT}
    if len(named) != 1 or None in named or kinds & {QuantityKind.PERCENT, QuantityKind.AGE, QuantityKind.ORDINAL}:
        return False
    # "$60 million and 45 million": the second is money, too.
    return all(one.unit is None and QuantityKind.MONEY in kinds for one in used if one.kind is QuantityKind.COUNT)


def _conflict(article: Article, each: Sum, added: float, stated: float) -> Conflict:
    parts, totals = each.parts, each.totals
    like = max(totals, key=lambda one: one.kind is QuantityKind.MONEY)
    terms = " + ".join(figures.figure(part.value, part) for part in parts)
    finest = min((one for one in parts if one.kind is like.kind), key=stated_step, default=like)
    right = figures.figure(added, finest)
    told = figures.figure(stated, like) if len(totals) == 1 else figures.number(stated, 1.0)
    by = figures.figure(abs(stated - added), min((*parts, *totals), key=stated_step))
    of = "" if len(totals) == 1 else f" ({' and '.join(one.text for one in totals)})"
    return Conflict(
        message=f"{article_name(article)} gives {told} in all{of}, but the parts add up to {right}: {terms}.",
        evidence=tuple(figures.evidence(article, one) for one in (*totals, *parts)),
        key=("sum", told, terms),
        explanation=(f"{terms} = {right}; {told} is {'more' if stated > added else 'less'} by {by}.",),
        suggestion=f"Write {right} for {told}, or check which of the parts is wrong.",
        confidence=each.confidence,
    )
