"""Allen's interval algebra: the thirteen relations and their composition.

J. F. Allen, "Maintaining Knowledge about Temporal Intervals", CACM 26(11), 1983. The composition table is
not copied but worked out once from the end points: every pair of relations among three intervals whose
ends lie on a small grid. Six points suffice, for three intervals have at most six different ends.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from itertools import combinations


class Relation(Enum):
    """How one interval lies to another. The value is the usual abbreviation; a trailing ``i`` inverts."""

    BEFORE = "b"
    MEETS = "m"
    OVERLAPS = "o"
    STARTS = "s"
    DURING = "d"
    FINISHES = "f"
    EQUALS = "e"
    FINISHED_BY = "fi"
    CONTAINS = "di"
    STARTED_BY = "si"
    OVERLAPPED_BY = "oi"
    MET_BY = "mi"
    AFTER = "bi"


ALL: frozenset[Relation] = frozenset(Relation)

# By the order of the two starts and of the two ends, where the intervals share more than a point.
_BY_ENDS: dict[tuple[int, int], Relation] = {
    (-1, -1): Relation.OVERLAPS,
    (-1, 0): Relation.FINISHED_BY,
    (-1, 1): Relation.CONTAINS,
    (0, -1): Relation.STARTS,
    (0, 0): Relation.EQUALS,
    (0, 1): Relation.STARTED_BY,
    (1, -1): Relation.DURING,
    (1, 0): Relation.FINISHES,
    (1, 1): Relation.OVERLAPPED_BY,
}


def relation(a_start: int, a_end: int, b_start: int, b_end: int) -> Relation:
    """The relation of ``[a_start, a_end)`` to ``[b_start, b_end)``, both longer than nothing."""
    if a_end < b_start:
        return Relation.BEFORE
    if a_end == b_start:
        return Relation.MEETS
    if b_end < a_start:
        return Relation.AFTER
    if b_end == a_start:
        return Relation.MET_BY
    return _BY_ENDS[(a_start > b_start) - (a_start < b_start), (a_end > b_end) - (a_end < b_end)]


def inverse(one: Relation) -> Relation:
    """The relation of b to a, given that of a to b."""
    if one is Relation.EQUALS:
        return one
    name = one.value
    return Relation(name[:-1] if name.endswith("i") else name + "i")


@cache
def _table() -> dict[tuple[Relation, Relation], frozenset[Relation]]:
    spans = list(combinations(range(6), 2))
    found: dict[tuple[Relation, Relation], set[Relation]] = {}
    for a in spans:
        for b in spans:
            first = relation(*a, *b)
            for c in spans:
                found.setdefault((first, relation(*b, *c)), set()).add(relation(*a, *c))
    return {pair: frozenset(relations) for pair, relations in found.items()}


def compose(one: Relation, other: Relation) -> frozenset[Relation]:
    """The relations that a may have to c when a has ``one`` to b and b has ``other`` to c."""
    return _table()[one, other]
