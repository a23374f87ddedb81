"""Doing tasks in workers, in order, with few of them under way at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

UNDER_WAY = 64
"""Tasks that are handed out before the first result is back: enough for the workers of one machine."""
MOST_BYTES = 64 * 1024 * 1024
"""With so many bytes in tasks under way no further one is handed out, whatever their number."""


def in_order(
    executor: Executor,
    function: Callable[[_Task], _Result],
    tasks: Iterable[_Task],
    under_way: int = UNDER_WAY,
    size: Callable[[_Task], int] = lambda _: 0,
) -> Iterator[_Result]:
    """The results of ``function`` in the order of ``tasks``, which are drawn only as results are taken.

    ``size`` tells how many bytes a task holds.
    """
    pending = iter(tasks)
    handed_out: deque[tuple[Future[_Result], int]] = deque()
    held = 0
    try:
        while True:
            while len(handed_out) < under_way and held < MOST_BYTES:
                try:
                    task = next(pending)
                except StopIteration:
                    break
                handed_out.append((executor.submit(function, task), size(task)))
                held += handed_out[-1][1]
            if not handed_out:
                return
            future, bytes_of_it = handed_out[0]
            result = future.result()
            handed_out.popleft()
            held -= bytes_of_it
            yield result
    finally:
        for future, _ in handed_out:
            future.cancel()
