"""Strongly connected components: the points of a graph that can each reach the others, and so share its cycles.

R. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1, 1972; without recursion, so
that a chain of 20,000 statements needs no deeper stack than one of two.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Point = TypeVar("Point", bound=Hashable)


def components(after: Mapping[Point, Sequence[Point]]) -> list[list[Point]]:
    """The components of the graph in which each point leads to ``after[point]``; linear in points and edges.

    Every point that is led to must be a key. The same mapping in the same order gives the same components.
    """
    found: list[list[Point]] = []
    order: dict[Point, int] = {}
    lowest: dict[Point, int] = {}
    pending: list[Point] = []
    on_stack: set[Point] = set()
    for root in after:
        if root in order:
            continue
        walk = [(root, iter(after[root]))]
        order[root] = lowest[root] = len(order)
        pending.append(root)
        on_stack.add(root)
        while walk:
            point, rest = walk[-1]
            for other in rest:
                if other not in order:
                    order[other] = lowest[other] = len(order)
                    pending.append(other)
                    on_stack.add(other)
                    walk.append((other, iter(after[other])))
                    break
                if other in on_stack:
                    lowest[point] = min(lowest[point], order[other])
            else:
                walk.pop()
                if walk:
                    before = walk[-1][0]
                    lowest[before] = min(lowest[before], lowest[point])
                if lowest[point] == order[point]:
                    cut = _last_index(pending, point)
                    component = pending[cut:]
                    del pending[cut:]
                    on_stack.difference_update(component)
                    found.append(component)
    return found


def _last_index(items: Sequence[Point], wanted: Point) -> int:
    index = len(items) - 1
    while items[index] != wanted:
        index -= 1
    return index
