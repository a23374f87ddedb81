"""How a run uses a store: what of its sources and stories was done before, and keeping what is done now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TypeAlias, TypeVar, cast

from factcheck.document.reading import rows_of
from factcheck.document.sources import Source
from factcheck.errors import Skipped
from factcheck.pipeline.shelf import Card, Kept, Packed, Place, Shelved, packed, shelved_bytes, without_text
from factcheck.pipeline.work import Context, Judged
from factcheck.records import replace
from factcheck.store.database import UnusableError
from factcheck.store.stamp import digest, judging_stamp, reading_stamp
from factcheck.store.store import KeptArticle, Store, source_key

Unit: TypeAlias = tuple[Source, bytes]
"""A source with its key in the store; an empty key for what is not kept."""

_Result = TypeVar("_Result")


class Keeper:
    """A run's store with the stamps of its settings and rules.

    Where sqlite fails in the middle of the run (a full disk), what comes after is not kept, and ``trouble`` says why.
    """

    def __init__(self, store: Store, context: Context) -> None:
        self._store = store
        self._max_bytes = context.settings.max_bytes
        self._reading = reading_stamp(context.settings, context.ruleset)
        self._judging = judging_stamp(context.settings, context.ruleset)
        self.trouble: str | None = None
        self.sources = self.stories = 0  # taken from the store

    def units(self, source: Source, *, is_piece: bool) -> Iterator[Unit]:
        """The source with its key; of a piece of JSON lines each line with its own.

        Standard input, pipes and files that are too large or cannot be read have no key.
        """
        if source.problem is not None:
            yield source, b""
            return
        if source.in_lines:
            for number, row in enumerate(rows_of(BytesIO(source.data or b""), self._max_bytes), source.first_line):
                if row.strip():
                    line = replace(source, data=row, first_line=number)
                    yield line, source_key(self._reading, line, row)
            return
        if is_piece:
            yield source, source_key(self._reading, source, source.data or b"")
            return
        if source.data is None:
            with suppress(OSError):
                path = Path(source.path)
                if path.is_file() and path.stat().st_size <= self._max_bytes:
                    data = path.read_bytes()
                    yield replace(source, data=data), source_key(self._reading, source, data)
                    return
        yield source, b""

    def known(self, key: bytes) -> list[Card | Skipped] | None:
        """What was read from the source of this key before, None if it was not."""
        items = self._try(lambda: self._store.source(key)) if key else None
        if items is None:
            return None
        self.sources += 1
        return [item if isinstance(item, Skipped) else _card(item, key, number) for number, item in enumerate(items)]

    def keep(self, unit: Unit, items: Sequence[Card | Skipped]) -> list[Card | Skipped]:
        """Keeps what was read from a source; gives it back with what the key of a story is made of."""
        source, key = unit
        if not key:
            return list(items)
        told = [
            item
            if isinstance(item, Skipped)
            else (without_text(item.document), item.keys, item.rows, _bytes(item.place))
            for item in items
        ]
        self._try(lambda: self._store.keep_source(key, source.path, told, reader=self._reading))
        return [
            item if isinstance(item, Skipped) else replace(item, content=_content(key, number), rows=())
            for number, item in enumerate(items)
        ]

    def story_key(self, cards: Sequence[Card]) -> bytes:
        """What the story of these articles is known by; empty if it is not to be kept."""
        if not all(card.content for card in cards):
            return b""
        return digest(self._judging, *sorted(card.content for card in cards))

    def story(self, key: bytes) -> Judged | None:
        """What came of a story before."""
        found = cast(Judged | None, self._try(lambda: self._store.story(key))) if key else None
        self.stories += found is not None
        return found

    def keep_story(self, key: bytes, judged: Judged) -> None:
        """Keeps what came of a story."""
        if key:
            bare = replace(judged, corpus=None, events=())
            self._try(lambda: self._store.keep_story(key, bare, judged.events))

    def take_out(self, place: Place) -> Place:
        """A place from which a worker can fetch the article."""
        return Packed(self._store.reading(place.number)) if isinstance(place, Kept) else place

    def _try(self, work: Callable[[], _Result]) -> _Result | None:
        if self.trouble is None:
            try:
                return work()
            except UnusableError as error:
                self.trouble = str(error)
        return None


def _card(item: KeptArticle, key: bytes, number: int) -> Card:
    return Card(item.document, item.keys, Kept(item.number), content=_content(key, number) if key else b"")


def _content(key: bytes, number: int) -> bytes:
    return digest(key, number.to_bytes(4, "big"))


def _bytes(place: Place) -> bytes:
    match place:
        case Shelved():
            return shelved_bytes(place)
        case Packed(data):
            return data
        case Kept():
            raise TypeError("an article of the store is not kept again")
    return packed(place)
