"""Units that a neighbour states: a list names once what all its numbers are of."""

from __future__ import annotations

from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.expressions.quantity import modifiers
from factcheck.expressions.quantity.precision import stated_step
from factcheck.patterns import regex
from factcheck.records import replace

_ELLIPSIS_IN = regex(r" (?:in|from|for|at) [A-Z]")
_LIST_GAP = regex(r"(?:,| and| or|, and| to|, or) $")
_MEASURES_GAP = regex(r" by | ?x ?| ?× ?| to | and |, | or ")


def share_units(prose: str, found: list[Quantity]) -> list[Quantity]:
    """``found`` with the units that neighbours state.

    "62 by 84 cm", "102 and 21 people", "4,300 jobs in France, 1,600 in Britain".
    """
    result = list(found)
    for index in range(len(result) - 2, -1, -1):
        left, right = result[index], result[index + 1]
        if left.unit is not None or left.kind is not QuantityKind.COUNT or right.unit is None:
            continue
        gap = prose[left.end : right.start]
        if right.kind is QuantityKind.MEASURE or right.kind is QuantityKind.PERCENT:
            if _MEASURES_GAP.fullmatch(gap) and left.measured is None:
                step = min(stated_step(left), stated_step(right))
                low, high = modifiers.spread(left.value, step, None, exact=False)
                result[index] = replace(
                    left, kind=right.kind, unit=right.unit, low=low, high=high, measured=right.measured
                )
        elif right.kind is QuantityKind.COUNT and _LIST_GAP.fullmatch(gap) and left.measured in {None, right.measured}:
            result[index] = replace(left, unit=right.unit, measured=right.measured)
    for index in range(1, len(result)):
        left, right = result[index - 1], result[index]
        if right.unit is not None or right.measured is not None or left.unit is None:
            continue
        if left.kind is right.kind is QuantityKind.COUNT and _ELLIPSIS_IN.match(prose, right.end):
            result[index] = replace(right, unit=left.unit, measured=left.measured)
    return result
