"""Whether the members of a list can be counted twice, and whether anyone is left out of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.checks.arithmetic.rolls import Mark, label_after
from factcheck.checks.templates import Template
from factcheck.expressions.model import Quantity
from factcheck.expressions.quantity.nouns import singular
from factcheck.patterns import regex
from factcheck.records import replace

_CHILD = dict.fromkeys(("child", "infant", "baby", "minor", "toddler", "schoolchild", "teenager"), "child")
# Classes of which nobody is in two; a list from one of these families counts each person once.
_FAMILIES: tuple[dict[str, str], ...] = (
    dict.fromkeys(("woman",), "woman") | dict.fromkeys(("man",), "man") | _CHILD,
    dict.fromkeys(("boy",), "boy") | dict.fromkeys(("girl",), "girl"),
    dict.fromkeys(("adult",), "adult") | _CHILD,
    dict.fromkeys(("passenger",), "passenger") | dict.fromkeys(("crew", "crewman", "sailor", "crewmember"), "crew"),
    dict.fromkeys(("civilian",), "civilian")
    | dict.fromkeys(("soldier", "troop", "servicemember", "serviceman"), "soldier")
    | dict.fromkeys(("police", "policeman"), "police")
    | dict.fromkeys(("rebel", "militant", "insurgent", "gunman", "attacker"), "rebel"),
)
# Families in which these two or three leave nobody out.
_COMPLETE = ({"woman", "man", "child"}, {"adult", "child"}, {"passenger", "crew"}, {"boy", "girl"})
_HEADS = regex(
    r"^ (?:(?:of (?:them|whom|these) )?(?:were |are |was )?)?(?:\w+ ){0,2}?"
    r"(women|men|boys and girls|girls and boys|children|boys|girls|adults|crew|passengers|soldiers|civilians|police"
    r"|minors|infants|babies)\b"
)
# "six French", "are Danes", "is a Belgian": a people, a party or a make, behind the number.
_NAMED = regex(r"^(?: (?:of (?:them|whom|these|which)))?(?: (?:are|were|is|was))?(?: an?)?(?: [A-Z][\w'’-]+){1,2}$")
_PLACED = regex(
    r"^(?: (?:of (?:them|whom|these|which)))?(?: (?:are|were|is|was|went|go|come|came|sent|will go))*(?: (?:of|on))?"
    r" (?:in|from|to|at|for)(?: the)? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*$"
)
_FLAGGED = regex(r"\b(?:that|those|flags?) of [A-Z][\w'’-]+$")


def classes(parts: Sequence[Quantity]) -> set[str] | None:
    """The classes of a list whose members all are of one family and differ, None otherwise."""
    heads = [(part.unit or "").lower() for part in parts]
    for family in _FAMILIES:
        found = [family[head] for head in heads if head in family]
        if len(found) == len(heads) and len(set(found)) == len(found) > 1:
            return set(found)
    return None


def complete(found: set[str]) -> bool:
    """Whether these classes leave nobody out: women, men and children."""
    return any(found >= family for family in _COMPLETE)


def is_class(total: Quantity, after: str) -> bool:
    """Whether a supposed total is itself one of the parts: "14 were women, nine men and six children"."""
    words = {singular(word) for word in re.findall(r"[\w-]+", after)} | {(total.unit or "").lower()}
    return any(word in family for family in _FAMILIES for word in words)


def with_nouns(shape: Template, figures: Sequence[Mark], first: int, last: int) -> list[Quantity]:
    """The figures ``first`` to ``last`` with the nouns of "14 were women, nine men"."""
    result = []
    for index in range(first, last + 1):
        part = figures[index].quantity
        if part.unit is None or part.unit == "person":
            stop = figures[index + 1].start if index < last else len(shape.text)
            noun = _HEADS.match(shape.text[figures[index].end : stop])
            part = replace(part, unit=("child" if " and " in noun[1] else singular(noun[1])) if noun else None)
        result.append(part)
    return result


def told_apart(shape: Template, figures: Sequence[Mark], first: int, last: int) -> bool:
    """Whether each part is a people or party, or each is put at a place, no two at one."""
    labels = []
    for index in range(first, last + 1):
        unit = figures[index].quantity.text.partition(" ")[2]
        label = label_after(shape, figures, index).rstrip()
        labels.append(f" {unit}{label}" if unit[:1].isupper() else label)
    if len({re.sub(r"^.* ", "", label) for label in labels}) < len(labels):
        return False
    if all(_NAMED.match(label) for label in labels):
        return True
    head, *others = labels
    first_placed = _PLACED.search(head) or _FLAGGED.search(head)
    if first_placed is None:
        # "five were sent to Gao": whatever leads up to the place
        first_placed = re.search(r" (?:in|from|to|at)(?: the)? [A-Z][\w'’-]+$", head) if len(head) < 40 else None
    return first_placed is not None and all(_PLACED.match(label) or _FLAGGED.search(label) for label in others)
