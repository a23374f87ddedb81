"""Totals and their parts in one sentence: "53 people: 29 traders, 16 clerks and eight singers", "..., 390 in all"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.checks.arithmetic import classes, rest
from factcheck.checks.arithmetic.rolls import (
    NOT_ALL,
    Mark,
    Roll,
    alike,
    exact,
    label_after,
    lean,
    marks,
    rolls,
    singles,
    totals_among,
)
from factcheck.checks.arithmetic.sums import Claim, Sum
from factcheck.checks.templates import Template
from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.patterns import regex

PAYMENTS = frozenset({"instalment", "installment", "tranche", "payment", "stage", "part", "batch"})
_COLON = regex(r"^[^.;:()]{0,90}: ?(?P<label>[^.;:()]{0,60})$")
_DASH = regex(r"^[^.;:()]{0,60}(?: [–—-] | \(|, )(?:the |a |its )?$")
_MADE = regex(
    r"^[^.;:()]{0,60}?,? (?:(?:which |that )?(?:is|was|are|were|will be|being|to be) )?"
    r"(?P<verb>(?:made up|consist(?:s|ed|ing)?|composed|comprised) of|compris(?:es?|ed|ing)"
    r"|split (?:up )?(?:into|between|among)"
    r"|divided (?:up )?(?:into|between|among|as follows:)|broken down (?:as|into)(?: follows:)?"
    r"|shared (?:out )?(?:by|between|among)"
    r"|(?:paid |due |payable )?in (?:\w+ )?(?:instalments|installments|tranches|payments|batches|stages)(?: of|:|,)"
    r"|in ‹N(?P<count>\d+)›(?: of|:|, of))(?P<label>[^.;:()]{0,50})$"
)
_COPULA = regex(r"^(?: (?!and\b|or\b)[\w'’-]+){0,3} (?:are|were) (?:the )?$")
_OPENER = regex(r"^(?:The|All|All the|Those|Its|Their|His|Her|These) $")
_OF = regex(
    r"(?:^|[,;] |\band |\b[Ss]aid )(?:[Oo]f|[Aa]mong|[Oo]ut of)(?: all)?"
    r"(?: the| its| their| those| these| his| her)?"
    r"(?: (?!whom\b|which\b|them\b|these\b|those\b)\w+)? $"
)
_DEFINITE = regex(r"(?:^|[ (])(?:[Tt]he|[Aa]ll|[Aa]ll the) $")
_OF_JOIN = regex(r"^[^‹›.;:]{0,60}(?:,|\b(?:were|was|are|is))(?: there)?(?: were| are)?(?: the)? $")
_WHOM = regex(
    r"^[^‹›.;:]{0,60}?[,;:] (?:of whom|of which|of them|of these|among them)(?: there)?,?(?: were| are)?"
    r" (?:only |just )?$"
)
_OF_THEM = regex(r"^ of (?:them|these|whom|which)\b")
_REST = regex(r"\b(?:the )?(?:remaining|other|others,|rest,|balance,|balance of|remainder,)(?: \w+)? $")
_CLOSED = regex(r"(?:,? and|,? plus|,? as well as|,? &)(?: (?!than\b)[\w'’-]+){0,6} $")
_PART_OF = regex(r"^ (?:\w+ )?(?:of|out of) (?:the|its|their|all|those)(?: \w+)? $")
_SEATS = regex(r"-(?:seat|member)$")
_JOINED_AFTER = regex(r"^[^.:]{0,110}$")
_BEFORE_IT = regex(r"\b(?:since|before|earlier|already|so far|previous\w*|last (?:year|month|week|season))\b")


def sums(shape: Template, around: str) -> Iterator[Sum]:
    """The sums that a sentence states. ``around`` is the text near it, which may tell of others."""
    figures = lean(marks(shape)) if shape.figures + shape.shares > 2 else []
    if len(figures) < 3:
        return
    totals = totals_among(shape, figures)
    heads = {index: found for index in range(len(figures)) if (found := _introduces(shape, figures, index))}
    for roll in rolls(shape, figures, {*totals, *heads}):
        if roll.marks[0].letter != "N" or not exact(roll.parts):
            continue
        yield from _announced(shape, figures, roll, heads, around)
        if roll.first - 1 in totals:
            yield from _apposed(shape, figures, roll)
        yield from _closed(shape, figures, roll, totals)
    yield from rest.sums(shape, figures)


def _between(shape: Template, figures: Sequence[Mark], left: int, right: int) -> str:
    return shape.text[figures[left].end : figures[right].start]


def _introduces(shape: Template, figures: Sequence[Mark], index: int) -> str | None:
    """How a figure introduces the list that follows it: "colon", "dash", "made", "copula", "of" or "whom"."""
    if figures[index].letter != "N" or index + 1 >= len(figures):
        return None
    gap = _between(shape, figures, index, index + 1)
    before = shape.text[max(0, figures[index].start - 40) : figures[index].start]
    if _OF.search(before) and _OF_JOIN.match(gap):
        return "of"
    if _COLON.match(gap):
        return "colon"
    if _WHOM.match(gap):
        return "whom"
    if (
        _OF_THEM.match(shape.text[figures[index + 1].end :])
        and not _OF_THEM.match(shape.text[figures[index].end :])
        and re.search(r"[,;:]", gap)
    ):
        return "whom"
    if _MADE.match(gap) or (index + 2 < len(figures) and _made_of_n(shape, figures, index)):
        return "made"
    if (
        index + 2 < len(figures)
        and _DASH.match(gap)
        and not classes.is_class(figures[index].quantity, gap)
        and classes.classes(classes.with_nouns(shape, figures, index + 1, index + 2))
    ):
        return "dash"  # "192 people, 168 passengers and 24 crew"
    if _DEFINITE.search(before) and gap == ", " and index + 2 < len(figures) and figures[index].quantity.unit:
        return "dash"  # "The 24 hostages, 15 Filipinos, six Indians and a Greek, were flown out"
    if _OPENER.match(shape.text[: figures[index].start]) and _COPULA.match(gap):
        return "copula"
    return None


def _made_of_n(shape: Template, figures: Sequence[Mark], index: int) -> bool:
    """ "in three instalments of": the number of the parts stands between the total and them."""
    made = _MADE.match(shape.text[figures[index].end : figures[index + 2].start])
    return bool(made and made["count"] and figures[index + 1].quantity.unit in PAYMENTS)


def _announced(
    shape: Template, figures: Sequence[Mark], roll: Roll, heads: dict[int, str], around: str
) -> Iterator[Sum]:
    """A total before its parts."""
    head = roll.first - 1
    if head >= 1 and head not in heads and figures[head].quantity.unit in PAYMENTS and heads.get(head - 1) == "made":
        head -= 1  # "in three instalments of"
    if head < 0 or not (_adds_up_to(roll, figures[head].quantity) or _same_money(roll, figures[head].quantity)):
        return
    how = heads.get(head)
    if how in {"colon", "dash", "whom"} and head and _PART_OF.match(_between(shape, figures, head - 1, head)):
        head -= 1  # "four of the 16 are still held: ..." tells of the four
    total = figures[head].quantity
    text = shape.text[roll.marks[0].start : roll.marks[-1].end]
    tail = _tail(shape, roll)
    body = text + tail
    if NOT_ALL.search(text) or NOT_ALL.search(label_after(shape, figures, roll.last)):
        return
    found = classes.classes(classes.with_nouns(shape, figures, roll.first, roll.last))
    remaining = _REST.search(_between(shape, figures, roll.last - 1, roll.last)) is not None
    last_gap = _between(shape, figures, roll.last - 1, roll.last)
    money = roll.marks[0].quantity.kind is QuantityKind.MONEY
    closed = _CLOSED.search(last_gap) is not None or (money and " and " in last_gap)
    joint = _between(shape, figures, roll.first - 1, roll.first)
    if NOT_ALL.search(joint) or _may_be_told_without_figures(shape, roll, total):
        return
    if how == "made" and closed:
        yield Sum(roll.parts, (total,))
    elif how == "colon" and closed:
        both = _both(shape, figures, head)
        if both is not None:
            yield Sum(roll.parts, both, Claim.LIKELY)
        elif found or len(roll.parts) >= 3 or _ends(tail) or remaining:
            yield Sum(roll.parts, (total,), Claim.ALL if found or _ends(tail) else Claim.LIKELY)
    elif how == "copula" and closed and not _bare(shape, figures, roll):
        yield Sum(roll.parts, (total,), Claim.LIKELY)
    elif how in {"of", "whom"}:
        if remaining:
            yield Sum(roll.parts, (total,))
        elif found:
            both_sexes = found == {"woman", "man"} and "among" not in joint and not _others_told(body + around)
            claim = Claim.ALL if classes.complete(found) else Claim.LIKELY if both_sexes else Claim.WITHIN
            yield Sum(roll.parts, (total,), claim)
        elif closed and (classes.told_apart(shape, figures, roll.first, roll.last) or _voted(body)):
            yield Sum(roll.parts, (total,), Claim.WITHIN)
    elif how in {None, "dash"} and total.kind is QuantityKind.COUNT and _DASH.match(joint):
        both = _both(shape, figures, head)
        if found and not classes.is_class(total, joint):
            sexes = found == {"woman", "man"} and not _others_told(body + around)
            claim = Claim.ALL if classes.complete(found) else Claim.LIKELY if sexes else Claim.WITHIN
            yield Sum(roll.parts, both or (total,), claim)
        elif closed and (how == "dash" or not joint.rstrip().endswith(",")) and len(roll.parts) >= 3:
            yield Sum(roll.parts, both or (total,), Claim.LIKELY)


def _may_be_told_without_figures(shape: Template, roll: Roll, total: Quantity) -> bool:
    """Whether what is lacking to the total can be the "one" or "a nurse" that the list has as well."""
    lacking = total.value - sum(part.value for part in roll.parts)
    if total.kind is not QuantityKind.COUNT or lacking <= 0:
        return False
    body = shape.text[max(0, roll.marks[0].start - 40) : roll.marks[-1].end + 80]
    return lacking <= singles(body)


def _others_told(text: str) -> bool:
    return bool(re.search(r"\b(?:child|bo(?:y|dy)|girl|bab|infant|teen|minor|unidentif|identified|sex\b)", text))


def _voted(text: str) -> bool:
    return bool(re.search(r"\b(?:for|in favou?r)\b", text) and re.search(r"\bagainst\b|\bno\b", text))


def _adds_up_to(roll: Roll, total: Quantity) -> bool:
    kinds = {part.kind for part in roll.parts}
    return total.kind is QuantityKind.COUNT and kinds == {QuantityKind.COUNT}


def _same_money(roll: Roll, total: Quantity) -> bool:
    return total.kind in {QuantityKind.MONEY, QuantityKind.MEASURE} and all(alike(part, total) for part in roll.parts)


def _both(shape: Template, figures: Sequence[Mark], head: int) -> tuple[Quantity, Quantity] | None:
    """ "44 passengers and five crew": the two figures that make the total together."""
    if head < 1:
        return None
    one, two = figures[head - 1].quantity, figures[head].quantity
    found = classes.classes((one, two))
    joined = re.fullmatch(r",? and (?:a |its )?", _between(shape, figures, head - 1, head))
    return (one, two) if found == {"passenger", "crew"} and joined else None


def _tail(shape: Template, roll: Roll) -> str:
    return shape.text[roll.marks[-1].end :]


def _ends(tail: str) -> bool:
    """Whether the list is the last thing of its clause: nothing behind it says that there is more."""
    return bool(re.match(r"^[^‹›.;,:]{0,70}(?:[.;)]|$)", tail))


def _bare(shape: Template, figures: Sequence[Mark], roll: Roll) -> bool:
    """Whether a number of the list has no noun: "12, 13 and 15" are ages."""
    return any(
        mark.quantity.unit is None and not re.match(r" (?!and\b)[A-Za-z]", shape.text[mark.end :])
        for mark in roll.marks
    )


def _closed(shape: Template, figures: Sequence[Mark], roll: Roll, totals: Sequence[int]) -> Iterator[Sum]:
    """A total behind its parts: "..., which makes 740 in all"."""
    index = roll.last + 1
    if index < len(figures) and _SEATS.search(figures[index].quantity.text):
        units = {part.unit for part in roll.parts}
        if units <= {None, "seat"} and re.fullmatch(r" in (?:the|a) ", _between(shape, figures, roll.last, index)):
            yield Sum(roll.parts, (figures[index].quantity,), Claim.WITHIN)
        return
    if index not in totals:
        return
    gap = _between(shape, figures, roll.last, index)
    text = shape.text[roll.marks[0].start : figures[index].start]
    total = figures[index].quantity
    if not _JOINED_AFTER.match(gap) or not all(alike(part, total) for part in roll.parts) or NOT_ALL.search(text):
        return
    if (
        re.search(r"\band(?: the| another)? $", gap)
        or _BEFORE_IT.search(gap)
        or re.search(r"\b(?:up|down) from\b|\bthan\b|\bagainst\b", gap)
    ):
        return
    yield Sum(roll.parts, (total,), Claim.LIKELY)


def _apposed(shape: Template, figures: Sequence[Mark], roll: Roll) -> Iterator[Sum]:
    """ "The dead, 19 in all, were eleven women, six men and four children"."""
    head = roll.first - 1
    total = figures[head].quantity
    closed = _CLOSED.search(_between(shape, figures, roll.last - 1, roll.last)) is not None
    if not closed or len(roll.parts) < 3 or not all(alike(part, total) for part in roll.parts):
        return
    text = shape.text[figures[head].end : roll.marks[-1].end] + label_after(shape, figures, roll.last)
    if not NOT_ALL.search(text) and not _may_be_told_without_figures(shape, roll, total):
        yield Sum(roll.parts, (total,), Claim.LIKELY)
