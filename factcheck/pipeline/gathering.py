"""Reading all sources of a run, in this process or in workers, to a card for each article."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

from factcheck.document.reading import Source
from factcheck.document.splitting import split
from factcheck.errors import Skipped
from factcheck.identity.stories import LARGEST_STORY
from factcheck.pipeline.engine import in_order
from factcheck.pipeline.shelf import Card, card
from factcheck.pipeline.work import Context, read_sources, read_to_shelf, shelve

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told how many of how many are done, and of what: "read" sources, "judged" stories."""

_BATCH = 16  # sources of one task
_BATCH_BYTES = 256 * 1024


@dataclass(frozen=True)
class Gathered:
    """The cards of a run's articles in the order of their sources, and what could not be read.

    ``origins`` has for each card the number of its source. ``folder`` is where the context and the articles wait for
    workers; None while all are in memory.
    """

    context: Context
    cards: tuple[Card, ...]
    origins: tuple[int, ...]
    skipped: tuple[Skipped, ...]
    folder: Path | None

    def without_copies(self, new_sources: int) -> tuple[Gathered, frozenset[str]]:
        """Without older articles whose text is that of a new one; the new are those of the first sources."""
        new = [card for card, origin in zip(self.cards, self.origins, strict=True) if origin < new_sources]
        texts = {card.document.digest for card in new if card.document.digest}
        kept = [
            (card, origin)
            for card, origin in zip(self.cards, self.origins, strict=True)
            if origin < new_sources or card.document.digest not in texts
        ]
        cards, origins = tuple(card for card, _ in kept), tuple(origin for _, origin in kept)
        return replace(self, cards=cards, origins=origins), frozenset(card.name for card in new)


def gather(
    sources: Sequence[Source],
    context: Context,
    executor: Executor | None,
    progress: Progress | None,
    stack: ExitStack,
    shared: Path | None = None,
) -> Gathered:
    """Reads every source. What it puts into files is gone when ``stack`` closes."""
    shelf = _Shelf(context, stack, shared)
    if executor is None:
        batches = _read_here(sources, context, shelf)
    else:
        batches = _read_in_workers(sources, context, executor, shelf)
    cards: list[Card] = []
    origins: list[int] = []
    skipped: list[Skipped] = []
    names: set[str] = set()
    for origin, items in batches:
        for item in items:
            if isinstance(item, Skipped):
                skipped.append(item)
            elif item.name in names:
                skipped.append(Skipped(item.name, "an article of this id stands before it in the file already"))
            else:
                names.add(item.name)
                cards.append(item)
                origins.append(origin)
        if progress is not None:
            progress(origin + 1, len(sources), "read")
    return Gathered(context, tuple(cards), tuple(origins), tuple(skipped), shelf.folder)


class _Shelf:
    """The run's folder, made when it is first needed, and the names of files in it."""

    def __init__(self, context: Context, stack: ExitStack, shared: Path | None) -> None:
        self._context, self._stack, self._shared = context, stack, shared
        self._files = 0
        self.folder: Path | None = None

    def file(self) -> Path:
        """A file that does not exist yet."""
        self._files += 1
        return self.open() / f"{self._files:08}"

    def open(self) -> Path:
        """The folder, with the context for workers in it."""
        if self.folder is None:
            made = tempfile.TemporaryDirectory(prefix="factcheck-", dir=self._shared, ignore_cleanup_errors=True)
            self.folder = Path(self._stack.enter_context(made))
            context_file(self.folder).write_bytes(pickle.dumps(self._context))
        return self.folder


def context_file(folder: Path) -> Path:
    """Where the context of a run's workers stands in its folder."""
    return folder / "context"


def _pieces(sources: Sequence[Source], context: Context) -> Iterator[tuple[int, Source]]:
    for number, source in enumerate(sources):
        for piece in split(source, max_bytes=context.settings.max_bytes):
            yield number, piece


def _read_here(
    sources: Sequence[Source], context: Context, shelf: _Shelf
) -> Iterator[tuple[int, Sequence[Card | Skipped]]]:
    in_memory = 0
    for number, piece in _pieces(sources, context):
        read = read_sources(context, [piece])
        if in_memory < LARGEST_STORY:
            in_memory += len(read[0])
            yield number, [item if isinstance(item, Skipped) else card(item) for item in read[0]]
        else:
            yield number, shelve(read, shelf.file())[0]


def _read_in_workers(
    sources: Sequence[Source], context: Context, executor: Executor, shelf: _Shelf
) -> Iterator[tuple[int, Sequence[Card | Skipped]]]:
    done: list[tuple[int, ...]] = []

    def tasks() -> Iterator[tuple[str, tuple[Source, ...]]]:
        for batch in _batched(_pieces(sources, context)):
            done.append(tuple(number for number, _ in batch))
            yield str(shelf.file()), tuple(piece for _, piece in batch)

    work = partial(_read_task, str(context_file(shelf.open())))
    for number, read in enumerate(in_order(executor, work, tasks())):
        yield from zip(done[number], read, strict=True)


def _read_task(context: str, task: tuple[str, tuple[Source, ...]]) -> list[list[Card | Skipped]]:
    return read_to_shelf(context, *task)


def _batched(pieces: Iterable[tuple[int, Source]]) -> Iterator[list[tuple[int, Source]]]:
    batch: list[tuple[int, Source]] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += len(piece[1].data or b"")
        if len(batch) == _BATCH or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
