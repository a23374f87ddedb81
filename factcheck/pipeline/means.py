"""How a run is done: with which workers, which folder, which store. None of it changes what is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from factcheck.pipeline.engine import UNDER_WAY
from factcheck.records import dataclass

if TYPE_CHECKING:
    from concurrent.futures import Executor

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told how many of how many are done, and of what: "read" sources, "judged" stories."""

LARGEST_CORPUS = 2_000
"""With more articles than this a run keeps no corpus: the texts of all of them do not belong in memory."""


@dataclass(frozen=True)
class Means:
    """The means of a run; the defaults are one process, no store.

    ``executor`` does the work in its workers, any of :mod:`concurrent.futures` or of the same interface. ``shared`` is
    a folder that all of them see, for the articles on their way; without it one for temporary files. ``under_way`` is
    how many tasks they have at a time, four for each of them or more. ``store`` is
    the file of a store, ``today`` the day (since 1970) that is noted on what is used of it. A run of more than
    ``keep_corpus`` articles has no ``Run.corpus``, and one that has it takes no findings from the store.
    """

    executor: Executor | None = None
    progress: Progress | None = None
    shared: Path | None = None
    under_way: int = UNDER_WAY
    store: Path | None = None
    today: int = 0
    keep_corpus: int = LARGEST_CORPUS


ALONE = Means()
"""One process, no store."""
