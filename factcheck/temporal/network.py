"""Simple temporal networks: bounds on the distances between points, and why they cannot all hold.

R. Dechter, I. Meiri, J. Pearl, "Temporal Constraint Networks", Artificial Intelligence 49, 1991. Each
constraint says that ``end - start`` is at most ``bound``; the network is consistent exactly when its
distance graph has no negative cycle, which Bellman-Ford finds in O(points x constraints). The cycle is the
explanation: statements that together ask a point to lie before itself.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

Point = TypeVar("Point", bound=Hashable)


class Constraint(NamedTuple, Generic[Point]):
    """``end - start <= bound``, in seconds (or any one unit). ``why`` is where it was stated."""

    start: Point
    end: Point
    bound: int
    why: str = ""


def between(start: Point, end: Point, low: int | None, high: int | None, why: str = "") -> Iterator[Constraint[Point]]:
    """The constraints that say ``low <= end - start <= high``; None leaves a side open."""
    if high is not None:
        yield Constraint(start, end, high, why)
    if low is not None:
        yield Constraint(end, start, -low, why)


def negative_cycle(constraints: Sequence[Constraint[Point]]) -> tuple[Constraint[Point], ...] | None:
    """None if the constraints can all hold, else some of them that cannot, in the order of a cycle.

    Along the cycle each constraint starts where the one before ends, and the bounds add up to less than
    nothing. The same constraints in the same order always give the same cycle.
    """
    distance: dict[Point, int] = {}
    for constraint in constraints:
        distance.setdefault(constraint.start, 0)
        distance.setdefault(constraint.end, 0)
    reached_by: dict[Point, Constraint[Point]] = {}
    last: Point | None = None
    changed = False
    for _ in range(len(distance) + 1):
        changed = False
        for constraint in constraints:
            through = distance[constraint.start] + constraint.bound
            if through < distance[constraint.end]:
                distance[constraint.end] = through
                reached_by[constraint.end] = constraint
                last, changed = constraint.end, True
        if not changed:
            return None
    # Still shrinking after as many rounds as there are points: walk back until inside the cycle.
    assert last is not None and changed
    point = last
    for _ in range(len(distance)):
        point = reached_by[point].start
    cycle: list[Constraint[Point]] = []
    here = point
    while True:
        constraint = reached_by[here]
        cycle.append(constraint)
        here = constraint.start
        if here == point:
            break
    cycle.reverse()
    return tuple(cycle)


def consistent(constraints: Sequence[Constraint[Point]]) -> bool:
    """Whether all constraints can hold together."""
    return negative_cycle(constraints) is None
