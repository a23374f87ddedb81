"""Simple temporal networks: bounds on the distances between points, and why they cannot all hold.

R. Dechter, I. Meiri, J. Pearl, "Temporal Constraint Networks", Artificial Intelligence 49, 1991. Each
constraint says that ``end - start`` is at most ``bound``; the network is consistent exactly when its
distance graph has no negative cycle, which Bellman-Ford finds in O(points x constraints). The cycle is the
explanation: statements that together ask a point to lie before itself.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from factcheck.temporal.components import components

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

    Along the cycle each constraint starts where the one before ends, no point comes twice, and the bounds add up to
    less than nothing; so without any one of them the others can hold. The same constraints in the same order always
    give the same cycle.

    A cycle lies within one strongly connected component, where every point is reached from any: in each the search
    starts at the point with the most constraints, most often the calendar's origin, so that dates bound everything
    at once. Bellman-Ford with a queue (R. E. Moore, 1959): only what leaves a point that has just moved is looked at
    again. Each time as many points have moved as there are, their predecessors are searched for a cycle, which shows
    itself there long before the distances have run out (B. V. Cherkassky, A. V. Goldberg, "Negative-cycle detection
    algorithms", Mathematical Programming 85, 1999). On dated events the cost is linear in practice; at worst it is
    points times constraints.
    """
    leaving: dict[Point, list[Constraint[Point]]] = {}
    for constraint in constraints:
        leaving.setdefault(constraint.start, []).append(constraint)
        leaving.setdefault(constraint.end, [])
    for component in components({point: [one.end for one in out] for point, out in leaving.items()}):
        # A lone point may still be asked to lie before itself.
        if len(component) > 1 or any(one.end == component[0] for one in leaving[component[0]]):
            cycle = _cycle_in(component, leaving)
            if cycle is not None:
                return cycle
    return None


def _cycle_in(
    component: Sequence[Point], leaving: Mapping[Point, Sequence[Constraint[Point]]]
) -> tuple[Constraint[Point], ...] | None:
    inside = set(component)
    source = max(component, key=lambda point: len(leaving[point]))
    distance: dict[Point, float] = dict.fromkeys(component, math.inf)
    distance[source] = 0
    reached_by: dict[Point, Constraint[Point]] = {}
    queue, waiting = deque([source]), {source}
    moved = 0
    while queue:
        point = queue.popleft()
        waiting.discard(point)
        here = distance[point]
        for constraint in leaving[point]:
            end, through = constraint.end, here + constraint.bound
            if end in inside and through < distance[end]:
                distance[end] = through
                reached_by[end] = constraint
                moved += 1
                if end not in waiting:
                    waiting.add(end)
                    queue.append(end)
        if moved >= len(component):
            moved = 0
            cycle = _cycle_of_predecessors(reached_by)
            if cycle is not None:
                return cycle
    return None


def _cycle_of_predecessors(
    reached_by: Mapping[Point, Constraint[Point]],
) -> tuple[Constraint[Point], ...] | None:
    """The first cycle met by walking back from each point, or None; each point is walked over once."""
    walk_of: dict[Point, int] = {}
    for number, first in enumerate(reached_by):
        point = first
        while point in reached_by and point not in walk_of:
            walk_of[point] = number
            point = reached_by[point].start
        if walk_of.get(point) == number and point in reached_by:
            cycle = [reached_by[point]]
            while cycle[-1].start != point:
                cycle.append(reached_by[cycle[-1].start])
            return tuple(reversed(cycle))
    return None


def consistent(constraints: Sequence[Constraint[Point]]) -> bool:
    """Whether all constraints can hold together."""
    return negative_cycle(constraints) is None
