"""Where articles wait between reading and judging: in memory, or in files that every worker of the run sees."""

from __future__ import annotations

import os
import pickle
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias, cast

from factcheck.assertions.model import Article
from factcheck.document.model import Document, SourceMap
from factcheck.identity.stories import Keys, keys_of

_NOWHERE = SourceMap((0,), (0,), (0,))


@dataclass(frozen=True, slots=True)
class Shelved:
    """An article in a file of the run's own folder: ``length`` bytes from ``offset``."""

    path: str
    offset: int
    length: int


Place: TypeAlias = Article | Shelved


@dataclass(frozen=True, slots=True)
class Card:
    """What a run keeps of an article while the article itself waits at ``place``.

    ``document`` is without its text unless the article is in memory; ``keys`` tell its story.
    """

    document: Document
    keys: Keys
    place: Place

    @property
    def name(self) -> str:
        return self.document.name


def card(article: Article, place: Place | None = None) -> Card:
    """The card of an article that waits at ``place``, or in memory."""
    if place is None:
        return Card(article.document, keys_of(article), article)
    return Card(without_text(article.document), keys_of(article), place)


def without_text(document: Document) -> Document:
    """A document's name, dates, title and source: what reports list of a document that no finding cites."""
    return replace(document, text="", prose="", blocks=(), source_map=_NOWHERE)


def put(articles: Iterable[Article], path: Path) -> list[Shelved]:
    """Writes articles to a new file, one after another; whole or not at all, so that a task can be done twice."""
    places: list[Shelved] = []
    offset = 0
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with draft.open("wb") as file:
        for article in articles:
            data = packed(article)
            file.write(data)
            places.append(Shelved(str(path), offset, len(data)))
            offset += len(data)
    draft.replace(path)
    return places


def fetch(place: Place) -> Article:
    """The article that waits at ``place``."""
    if isinstance(place, Article):
        return place
    with Path(place.path).open("rb") as file:
        file.seek(place.offset)
        # The run's own folder is readable by its user only, and nothing but this run writes there.
        return cast(Article, pickle.loads(zlib.decompress(file.read(place.length))))


def packed(article: Article) -> bytes:
    """An article as bytes (about 8 KB for 400 words)."""
    return zlib.compress(pickle.dumps(article, pickle.HIGHEST_PROTOCOL), 1)
