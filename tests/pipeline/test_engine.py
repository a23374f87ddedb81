"""Tasks in workers: results in order, few tasks under way."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest

from factcheck.pipeline import engine
from factcheck.pipeline.engine import in_order


def test_results_come_in_the_order_of_their_tasks() -> None:
    def slow(number: int) -> int:
        sleep(0.002 * (number % 3))
        return number

    with ThreadPoolExecutor(4) as pool:
        assert list(in_order(pool, slow, range(40), 8)) == list(range(40))
        assert list(in_order(pool, slow, [])) == []


@pytest.mark.parametrize(("size", "most"), [(0, 5), (30, 4), (100, 1), (1000, 1)])
def test_tasks_are_drawn_as_results_are_taken(monkeypatch: pytest.MonkeyPatch, size: int, most: int) -> None:
    monkeypatch.setattr(engine, "MOST_BYTES", 100)
    drawn = 0

    def tasks() -> Iterator[int]:
        nonlocal drawn
        for number in range(20):
            drawn += 1
            yield number

    with ThreadPoolExecutor(2) as pool:
        for taken, number in enumerate(in_order(pool, abs, tasks(), 5, lambda _: size)):
            assert number == taken
            assert drawn - taken <= most
    assert drawn == 20


def test_a_task_that_fails_ends_it() -> None:
    def broken(number: int) -> int:
        return 1 // (number - 3)

    found = []
    with ThreadPoolExecutor(2) as pool, pytest.raises(ZeroDivisionError):
        for result in in_order(pool, broken, range(10)):
            found.append(result)  # noqa: PERF402 - what came before the failure
    assert found == [1 // (number - 3) for number in range(3)]
