"""A total in one sentence and its parts in the sentence before or after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks.arithmetic import classes
from factcheck.checks.arithmetic.listed import PAYMENTS
from factcheck.checks.arithmetic.rolls import NOT_ALL, Mark, Roll, alike, exact, lean, marks, rolls, totals_among
from factcheck.checks.arithmetic.sums import Claim, Sum
from factcheck.checks.templates import Template
from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.patterns import regex
from factcheck.records import dataclass

_MAKES = regex(
    r"^(?:[Aa]nd |[Ss]o )?(?:That|This|It|These|Those|They|Together|In (?:all|total)|Altogether|All told|The total"
    r"|The sum|Between them)\b"
)
_IS = regex(
    r"^(?:That|This|It|These|Those|The (?:total|sum))(?: \w+){0,2}?"
    r" (?:makes?|is|was|are|comes? to|came to|adds? up to|amounts? to|gives?) $"
)
_IN_ALL = regex(r"^(?:In (?:all|total)|Altogether|All told),?(?: [\w'’-]+){0,6} $")
_THEY = regex(r"^(?:They|These|Those|The group|The party) (?:were|are|comprised?|consist(?:s|ed)? of) (?:the )?$")
_REST = regex(r"\b(?:the )?(?:remaining|other|others,|rest,|remainder,) $")
_NUMBER_OF = regex(r"(?:,? of|:|, of) $")
_SINCE = regex(r"\b(?:so far|since|to date|this (?:year|season|month)|career|ever|already|now|year)\b")
_PERSON = frozenset({"person", "passenger", "dead", "victim", "hostage", "prisoner", "body", "migrant", "refugee"})
_SENTENCES_BACK = 2


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its figures, its rolls and which of its figures are called totals."""

    shape: Template
    block: int
    figures: list[Mark]
    totals: list[int]
    rolls: list[Roll]


def said(shape: Template, block: int) -> Said:
    """What the checks of neighbouring sentences need of one."""
    figures = lean(marks(shape))
    totals = totals_among(shape, figures)
    lead = shape.text[: figures[0].start] if figures else ""
    makes = _IS.match(lead) or _IN_ALL.match(lead)
    if makes and 0 not in totals and figures[0].letter == "N":
        totals.insert(0, 0)
    return Said(shape, block, figures, totals, rolls(shape, figures, totals) if len(figures) > 1 else [])


def sums(before: Sequence[Said], now: Said) -> Iterator[Sum]:
    """The sums of a sentence and those before it in its paragraph, nearest last."""
    near = [one for one in before[-_SENTENCES_BACK:] if one.block == now.block]
    if not near or not now.figures:
        return
    yield from _in_payments(near, now)
    yield from _total_behind(near, now)
    yield from _total_before(near[-1], now)
    yield from _they_were(near[-1], now)
    yield from _seats(near[-1], now)


def _whole_roll(one: Said) -> Roll | None:
    """The roll of a sentence that lists nothing else of that kind and leaves nothing open."""
    found = [roll for roll in one.rolls if roll.marks[0].letter == "N"]
    if len(found) != 1 or not exact(found[0].parts) or NOT_ALL.search(one.shape.text):
        return None
    roll = found[0]
    others = [mark for index, mark in enumerate(one.figures) if not roll.first <= index <= roll.last]
    return None if any(alike(mark.quantity, roll.parts[0]) for mark in others) else roll


def _in_payments(near: Sequence[Said], now: Said) -> Iterator[Sum]:
    """ "2.4 million euros was paid. It came in three instalments, of 800,000, ..."."""
    for roll in now.rolls:
        if roll.first == 0 or roll.marks[0].letter != "N" or NOT_ALL.search(now.shape.text):
            continue
        number = now.figures[roll.first - 1]
        gap = now.shape.text[number.end : roll.marks[0].start]
        if number.quantity.unit not in PAYMENTS or not _NUMBER_OF.match(gap):
            continue
        if number.quantity.value != len(roll.parts) or not exact(roll.parts):
            continue
        for one in reversed(near):
            sums_of_money = [
                mark.quantity
                for mark in one.figures
                if mark.quantity.kind in {QuantityKind.MONEY, QuantityKind.MEASURE}
                and all(alike(part, mark.quantity) for part in roll.parts)
            ]
            if sums_of_money:
                if len(sums_of_money) == 1:
                    yield Sum(roll.parts, (sums_of_money[0],), Claim.LIKELY)
                break


def _total_behind(near: Sequence[Said], now: Said) -> Iterator[Sum]:
    """ "14 in March and 17 in April. That makes 33." """
    if not _MAKES.match(now.shape.text) or len(now.totals) != 1 or now.rolls:
        return
    total = now.figures[now.totals[0]].quantity
    if _SINCE.search(now.shape.text) or any(
        alike(mark.quantity, total) for index, mark in enumerate(now.figures) if index != now.totals[0]
    ):
        return
    roll = _whole_roll(near[-1])
    if roll is not None and not near[-1].totals and _of_one_kind(roll, total):
        yield Sum(roll.parts, (total,), Claim.LIKELY)
    elif roll is None and len(near) == 2:
        # One part a sentence: "The depot in Orr holds 4,000. The one in Beth holds 2,500. In all there are 7,000."
        singles = [one.figures[0].quantity for one in near if len(one.figures) == 1 and one.figures[0].letter == "N"]
        if len(singles) == 2 and exact(singles) and all(alike(part, total) for part in singles):
            units = {one.unit for one in singles} - {None}
            texts = " ".join(one.shape.text for one in near)
            if units == {total.unit} and not NOT_ALL.search(texts):
                yield Sum(tuple(singles), (total,), Claim.LIKELY, confidence=0.85)


def _total_before(one: Said, now: Said) -> Iterator[Sum]:
    """ "Prizes of $95,000 were given out in all. The first is worth $50,000, the second ..."."""
    if len(one.totals) != 1 or now.totals or _SINCE.search(one.shape.text):
        return
    total = one.figures[one.totals[0]].quantity
    roll = _whole_roll(now)
    if roll is None or any(
        alike(mark.quantity, total) for index, mark in enumerate(one.figures) if index != one.totals[0]
    ):
        return
    if _of_one_kind(roll, total) and not _OWN_TOTAL.search(now.shape.text):
        yield Sum(roll.parts, (total,), Claim.LIKELY)


_OWN_TOTAL = regex(r"\b(?:of whom|of which|of them|of the)\b")


def _of_one_kind(roll: Roll, total: Quantity) -> bool:
    """Whether the parts count what the total counts: no more than one other noun, and money only with money."""
    if not all(alike(part, total) for part in roll.parts):
        return False
    if total.kind is not QuantityKind.COUNT:
        return True
    units = {part.unit for part in roll.parts} - {None, total.unit}
    return not units if total.unit is not None else len({part.unit for part in roll.parts} - {None}) <= 1


def _they_were(one: Said, now: Said) -> Iterator[Sum]:
    """ "Twenty people were on the boat. They were nine Syrians, ..."; "Eighteen were women, nine men and ..."."""
    counts = [mark.quantity for mark in one.figures if mark.quantity.kind is QuantityKind.COUNT and mark.quantity.unit]
    if len(counts) != 1 or len(now.rolls) != 1 or counts[0].value < 3 or counts[0].bound.value != "exact":
        return
    roll, total = now.rolls[0], counts[0]
    if roll.marks[0].letter != "N" or roll.first != 0 or not exact(roll.parts) or NOT_ALL.search(now.shape.text):
        return
    before = now.shape.text[: roll.marks[0].start]
    kinds = classes.classes(classes.with_nouns(now.shape, now.figures, roll.first, roll.last))
    if _THEY.match(before) and all(part.unit or part.text[:1] for part in roll.parts):
        if kinds or classes.told_apart(now.shape, now.figures, roll.first, roll.last):
            yield Sum(roll.parts, (total,), Claim.LIKELY)
    elif before.strip() in {"", "Of them", "Of these"} and _REST.search(
        now.shape.text[roll.marks[-2].end : roll.marks[-1].start]
    ):
        if {part.unit for part in roll.parts} <= {None, total.unit}:
            yield Sum(roll.parts, (total,), Claim.LIKELY)
    elif before.strip() in {"", "Of them", "Of these"} and kinds and classes.complete(kinds) and _people(total):
        yield Sum(roll.parts, (total,), Claim.LIKELY)


def _seats(one: Said, now: Said) -> Iterator[Sum]:
    """ "The council has 50 seats. Labour won 24, the Greens 15 and the Liberals 13." Not all parties need be told."""
    seats = [mark.quantity for mark in one.figures if mark.quantity.unit == "seat"]
    if not len(seats) == len(one.figures) == len(now.rolls) == 1 or not _WON.search(now.shape.text):
        return
    roll = now.rolls[0]
    whole = roll.marks[0].letter == "N" and roll.first == 0 and "‹T" not in now.shape.text
    if whole and exact((*seats, *roll.parts)) and {part.unit for part in roll.parts} <= {None, "seat"}:
        yield Sum(roll.parts, (seats[0],), Claim.WITHIN)


_WON = regex(r"\b(?:won|w[io]ns?|took|takes?|has|have|holds?|held|got|gets?|secured|claimed) ‹N")


def _people(total: Quantity) -> bool:
    return bool({total.unit, (total.measured or "").split(" ")[-1]} & _PERSON)
