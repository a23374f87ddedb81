"""Doing tasks in workers, in order, with few of them under way at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from itertools import islice
from typing import TypeVar

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

UNDER_WAY = 64
"""Tasks that are handed out before the first result is back: enough for any pool, and bounded memory."""


def in_order(
    executor: Executor, function: Callable[[_Task], _Result], tasks: Iterable[_Task], under_way: int = UNDER_WAY
) -> Iterator[_Result]:
    """The results of ``function`` in the order of ``tasks``, which are drawn only as results are taken."""
    pending = iter(tasks)
    futures: deque[Future[_Result]] = deque(executor.submit(function, task) for task in islice(pending, under_way))
    try:
        while futures:
            result = futures.popleft().result()
            futures.extend(executor.submit(function, task) for task in islice(pending, 1))
            yield result
    finally:
        for future in futures:
            future.cancel()
