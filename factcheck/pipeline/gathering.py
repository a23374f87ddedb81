"""Reading all sources of a run, in this process or in workers, to a card for each article."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.assertions.model import Article
from factcheck.document.sources import Source
from factcheck.document.splitting import split
from factcheck.errors import Skipped
from factcheck.identity.stories import LARGEST_STORY
from factcheck.pipeline.engine import in_order
from factcheck.pipeline.keeping import Keeper, Unit
from factcheck.pipeline.means import Means
from factcheck.pipeline.reading import forget_copies
from factcheck.pipeline.shelf import Card, card, fetch
from factcheck.pipeline.work import Context, read_sources, read_to_shelf, shelve
from factcheck.records import dataclass, replace

if TYPE_CHECKING:
    from concurrent.futures import Executor

_BATCH = 32  # sources of one task
_BATCH_BYTES = 256 * 1024


@dataclass(frozen=True)
class Gathered:
    """The cards of a run's articles in the order of their sources, and what could not be read.

    ``origins`` has for each card the number of its source. ``folder`` is where the context and the articles wait for
    workers; None while all are in memory. ``keeper`` is the store's, if there is one.
    """

    context: Context
    cards: tuple[Card, ...]
    origins: tuple[int, ...]
    skipped: tuple[Skipped, ...]
    folder: Path | None
    keeper: Keeper | None = None

    def article(self, number: int) -> Article:
        """The article of a card, from wherever it waits."""
        place = self.cards[number].place
        return fetch(place if self.keeper is None else self.keeper.take_out(place))

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
    means: Means,
    stack: ExitStack,
    keeper: Keeper | None = None,
) -> Gathered:
    """Reads every source, or takes it from the store. What it puts into files is gone when ``stack`` closes."""
    stack.callback(forget_copies)
    shelf = _Shelf(context, stack, means.shared)
    if means.executor is None:
        batches = _read_here(sources, context, shelf, keeper)
    else:
        batches = _read_in_workers(sources, context, means.executor, means.under_way, shelf, keeper)
    cards: list[Card] = []
    origins: list[int] = []
    skipped: list[Skipped] = []
    names: set[str] = set()
    for origin, items in batches:
        for item in items:
            if isinstance(item, Skipped):
                skipped.append(item)
            elif item.name in names:
                skipped.append(_again(item.name, sources[origin]))
            else:
                names.add(item.name)
                cards.append(item)
                origins.append(origin)
        if means.progress is not None:
            means.progress(origin + 1, len(sources), "read")
    return Gathered(context, tuple(cards), tuple(origins), tuple(skipped), shelf.folder, keeper)


def _again(name: str, source: Source) -> Skipped:
    if source.format.startswith(".warc"):
        return Skipped(name, "fetched more than once; the first page is taken", harmless=True)
    return Skipped(name, "an article of this id stands before it in the file already")


class _Shelf:
    """The run's folder, made when it is first needed, and the names of files in it.

    Workers of a shared folder may see nothing else: the content of articles and of rule files is given to them.
    """

    def __init__(self, context: Context, stack: ExitStack, shared: Path | None) -> None:
        self._context, self._stack = context, stack
        self._shared = None if shared is None else shared.resolve()
        self._files = 0
        self.folder: Path | None = None

    def file(self) -> Path:
        """A file that does not exist yet."""
        self._files += 1
        return self.open() / f"{self._files:08}"

    def open(self) -> Path:
        """The folder, with the context for workers in it."""
        if self.folder is None:
            import pickle
            import tempfile

            made = tempfile.TemporaryDirectory(prefix="factcheck-", dir=self._shared, ignore_cleanup_errors=True)
            self.folder = Path(self._stack.enter_context(made))
            context = replace(self._context, known=self._context.knowledge) if self.is_shared else self._context
            context_file(self.folder).write_bytes(pickle.dumps(context))
        return self.folder

    @property
    def is_shared(self) -> bool:
        return self._shared is not None


def context_file(folder: Path) -> Path:
    """Where the context of a run's workers stands in its folder."""
    return folder / "context"


def _units(
    sources: Sequence[Source], context: Context, keeper: Keeper | None, *, carry: bool = False
) -> Iterator[tuple[int, Unit]]:
    """Sources and pieces of long ones, each with the number of its source and its key in the store."""
    for number, source in enumerate(sources):
        for piece in split(source, max_bytes=context.settings.max_bytes, carry=carry):
            if keeper is None:
                yield number, (piece, b"")
            else:
                for unit in keeper.units(piece, is_piece=piece is not source):
                    yield number, unit


def _read_here(
    sources: Sequence[Source], context: Context, shelf: _Shelf, keeper: Keeper | None
) -> Iterator[tuple[int, Sequence[Card | Skipped]]]:
    in_memory = 0
    for number, unit in _units(sources, context, keeper):
        known = keeper.known(unit[1]) if keeper is not None else None
        if known is not None:
            yield number, known
            continue
        items: list[Card | Skipped]
        read = read_sources(context, [unit[0]])
        if in_memory < LARGEST_STORY:
            in_memory += len(read[0])
            items = [item if isinstance(item, Skipped) else card(item, with_rows=context.rows) for item in read[0]]
        else:
            items = shelve(context, read, shelf.file())[0]
        yield number, keeper.keep(unit, items) if keeper is not None else items


def _read_in_workers(
    sources: Sequence[Source],
    context: Context,
    executor: Executor,
    under_way: int,
    shelf: _Shelf,
    keeper: Keeper | None,
) -> Iterator[tuple[int, Sequence[Card | Skipped]]]:
    waiting: deque[tuple[int, Unit, list[Card | Skipped] | None]] = deque()  # in order, with what the store knows

    def unknown() -> Iterator[Source]:
        for number, unit in _units(sources, context, keeper, carry=shelf.is_shared):
            known = keeper.known(unit[1]) if keeper is not None else None
            waiting.append((number, unit, known))
            if known is None:
                yield unit[0]

    tasks = ((str(shelf.file()), tuple(batch)) for batch in _batched(unknown()))
    work = partial(_read_task, str(context_file(shelf.open())))

    def from_store() -> Iterator[tuple[int, Sequence[Card | Skipped]]]:
        while waiting and (known := waiting[0][2]) is not None:
            yield waiting.popleft()[0], known

    for read in in_order(executor, work, tasks, under_way, _bytes):
        for items in read:
            yield from from_store()
            number, unit, _ = waiting.popleft()
            yield number, keeper.keep(unit, items) if keeper is not None else items
    yield from from_store()


def _read_task(context: str, task: tuple[str, tuple[Source, ...]]) -> list[list[Card | Skipped]]:
    return read_to_shelf(context, *task)


def _bytes(task: tuple[str, tuple[Source, ...]]) -> int:
    return sum(len(source.data or b"") for source in task[1])


def _batched(sources: Iterable[Source]) -> Iterator[list[Source]]:
    batch: list[Source] = []
    size = 0
    for source in sources:
        batch.append(source)
        size += len(source.data or b"")
        if len(batch) == _BATCH or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
