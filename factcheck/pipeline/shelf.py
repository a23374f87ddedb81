"""Where articles wait between reading and judging: in memory, or in files that every worker of the run sees."""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Callable, Iterable
from functools import cache, partial
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeAlias, cast

from factcheck.assertions import model as assertions_model
from factcheck.assertions.model import Article
from factcheck.document import model as document_model
from factcheck.document.model import Document, SourceMap
from factcheck.expressions import model as expressions_model
from factcheck.identity.stories import Keys, keys_of
from factcheck.records import dataclass, fields, is_dataclass, replace
from factcheck.store.packing import loads
from factcheck.store.rows import Row, assertion_rows
from factcheck.temporal import interval
from factcheck.text import model as text_model
from factcheck.text.model import Token

_NOWHERE = SourceMap((0,), (0,), (0,))


@dataclass(frozen=True, slots=True)
class Shelved:
    """An article in a file of the run's own folder: ``length`` bytes from ``offset``."""

    path: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Kept:
    """An article in the run's store, under its number there."""

    number: int


@dataclass(frozen=True, slots=True)
class Packed:
    """An article as bytes, on its way to whoever judges it."""

    data: bytes


Place: TypeAlias = Article | Shelved | Kept | Packed


@dataclass(frozen=True, slots=True)
class Card:
    """What a run keeps of an article while the article itself waits at ``place``.

    ``document`` is without its text unless the article is in memory; ``keys`` tell its story. ``content`` tells
    two readings apart, and ``rows`` are for the store's tables; both are empty without a store.
    """

    document: Document
    keys: Keys
    place: Place
    content: bytes = b""
    rows: tuple[Row, ...] = ()

    @property
    def name(self) -> str:
        return self.document.name


def card(article: Article, place: Place | None = None, *, with_rows: bool = False) -> Card:
    """The card of an article that waits at ``place``, or in memory."""
    rows = tuple(assertion_rows(article)) if with_rows else ()
    if place is None:
        return Card(article.document, keys_of(article), article, rows=rows)
    return Card(without_text(article.document), keys_of(article), place, rows=rows)


def without_text(document: Document) -> Document:
    """A document's name, dates, title and source: what reports list of a document that no finding cites."""
    return replace(document, text="", prose="", blocks=(), source_map=_NOWHERE)


def put(articles: Iterable[Article], path: Path) -> list[Shelved]:
    """Writes articles one after another to a new file whose name begins like ``path``.

    A task may be done twice, even at once, where its first worker seemed lost; each time makes a file of its own, and
    nobody learns of one that was not finished.
    """
    places: list[Shelved] = []
    offset = 0
    import tempfile

    handle, name = tempfile.mkstemp(prefix=f"{path.name}-", dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        for article in articles:
            data = packed(article)
            file.write(data)
            places.append(Shelved(name, offset, len(data)))
            offset += len(data)
    return places


def fetch(place: Place) -> Article:
    """The article that waits at ``place``, which is none of a store: the run takes those out itself."""
    match place:
        case Article():
            return place
        case Shelved():
            return cast(Article, loads(zlib.decompress(shelved_bytes(place))))
        case Packed(data):
            return cast(Article, loads(zlib.decompress(data)))
        case Kept():
            raise TypeError("an article in a store must be taken out first")


def shelved_bytes(place: Shelved) -> bytes:
    """An article of the run's folder as :func:`packed` made it."""
    with Path(place.path).open("rb") as file:
        file.seek(place.offset)
        return file.read(place.length)


def packed(article: Article) -> bytes:
    """An article as bytes (about 8 KB for 400 words)."""
    import pickle

    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _makers()
    pickler.dump(article)
    return zlib.compress(buffer.getbuffer(), 1)


@cache
def _makers() -> dict[type, Callable[[Any], tuple[type, tuple[Any, ...]]]]:
    """How each class of an article's parts is made of its fields: half the time of asking each object for its state."""
    found: dict[type, Callable[[Any], tuple[type, tuple[Any, ...]]]] = {Token: lambda token: (Token, tuple(token))}
    for module in (interval, document_model, text_model, expressions_model, assertions_model):
        for kind in vars(module).values():
            if isinstance(kind, type) and is_dataclass(kind):
                names = [one.name for one in fields(kind) if one.init]
                if len(names) > 1:  # attrgetter gives a tuple of two and more
                    found[kind] = partial(_made_of, kind, attrgetter(*names))
    return found


def _made_of(kind: type, values: Callable[[Any], tuple[Any, ...]], whole: Any) -> tuple[type, tuple[Any, ...]]:
    return kind, values(whole)
