"""What is left of a total: "50 in public and the remaining 34 behind closed doors", "..., leaving 300"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks.arithmetic.rolls import Mark, alike, exact
from factcheck.checks.arithmetic.sums import Claim, Sum
from factcheck.checks.templates import Template
from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.patterns import regex

_CLAUSE_BREAK = regex(r"\b(?:than|out of|injured|hurt|wounded|hired|joined|per)\b")


def sums(shape: Template, figures: Sequence[Mark]) -> Iterator[Sum]:
    """The sums of a sentence that tells what remains."""
    yield from _remaining(shape, figures)
    yield from _leaving(shape, figures)
    yield from _of_so_many(shape, figures)


_OF_MANY = regex(r"^ of (?:the|its|their|his|her|these|those|all) $")
_NEXT = regex(r"^(?: (?!of\b|than\b|or\b)[\w'’-]+){0,8}[,;](?: (?!of\b|than\b|or\b|by\b)[\w'’-]+){0,2} $")
_LAST = regex(
    r"^(?: (?!of\b|than\b|or\b)[\w'’-]+){0,8},? (?:and|while|but|with) the (?:remaining|other|rest,|remainder,) $"
)
_AMONG = regex(r"^(?: [\w'’-]+){0,4}, (?:among them|including|of them|of whom|of which) $")


def _of_so_many(shape: Template, figures: Sequence[Mark]) -> Iterator[Sum]:
    """ "Fourteen of the 31 boats were sunk, eight were damaged, and the remaining nine got away"."""
    if len(figures) < 3 or any(mark.letter != "N" for mark in figures):
        return
    gaps = [shape.text[one.end : two.start] for one, two in pairwise(figures)]
    used = [mark.quantity for mark in figures]
    if not exact(used) or not _LAST.match(gaps[-1]) or shape.text.startswith(" of ", figures[-1].end):
        return
    parts: tuple[Quantity, ...]
    if len(figures) == 4 and _OF_MANY.match(gaps[0]) and _NEXT.match(gaps[1]):
        total, parts = used[1], (used[0], used[2], used[3])
    elif len(figures) == 3 and _AMONG.match(gaps[0]):
        total, parts = used[0], (used[1], used[2])
    else:
        return
    if {part.unit for part in parts} <= {None, total.unit} and total.kind is QuantityKind.COUNT:
        yield Sum(parts, (total,), Claim.LIKELY)


def _leaving(shape: Template, figures: Sequence[Mark]) -> Iterator[Sum]:
    """ "850 people; 300 were laid off in March and another 250 in May, leaving 300"."""
    if len(figures) not in {3, 4} or any(mark.letter != "N" for mark in figures):
        return
    if re.search(r"\bleaving (?:only |just |it with |them with |a total of )?$", shape.text[: figures[-1].start]):
        used = [mark.quantity for mark in figures]
        if exact(used) and all(alike(one, used[0]) for one in used[1:]) and used[0].value > used[-1].value:
            middle = shape.text[figures[0].end : figures[-1].start]
            if not _CLAUSE_BREAK.search(middle):
                yield Sum(tuple(used[1:]), (used[0],), Claim.LIKELY, confidence=0.85)


def _remaining(shape: Template, figures: Sequence[Mark]) -> Iterator[Sum]:
    """ "84 witnesses, 50 in public and the remaining 44 behind closed doors"."""
    for index in range(2, len(figures)):
        if any(mark.letter != "N" for mark in figures[index - 2 : index + 1]):
            continue
        joint = shape.text[figures[index - 1].end : figures[index].start]
        if not re.search(r"\b(?:and|while|with|but) the (?:remaining|other|rest,|remainder,|balance,) $", joint):
            continue
        if index > 2 and _OF_MANY.match(shape.text[figures[index - 3].end : figures[index - 2].start]):
            continue  # "Fourteen of the 31 boats": the 31 have another part before
        lead = shape.text[figures[index - 2].end : figures[index - 1].start]
        total, one, two = (mark.quantity for mark in figures[index - 2 : index + 1])
        if (
            re.match(r"^[^‹›.;:]{0,40}[,:] (?:of which |of whom |only |just )?$", lead)
            and exact((total, one, two))
            and two.unit in {None, total.unit, one.unit}
            and one.unit in {None, total.unit}
            and total.value > one.value
            and (total.unit is not None or total.kind is not QuantityKind.COUNT)
        ):
            yield Sum((one, two), (total,), Claim.LIKELY)
