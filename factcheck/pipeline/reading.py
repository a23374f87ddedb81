"""From a document to an article with everything that is read from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.assertions import find_assertions, find_unlisted
from factcheck.assertions.model import Article
from factcheck.document.model import Basis, Document, Publication
from factcheck.document.reading import read
from factcheck.document.sources import Source
from factcheck.errors import Skipped
from factcheck.expressions.model import Expressions
from factcheck.expressions.name import find_names
from factcheck.expressions.place import find_places
from factcheck.expressions.quantity import find_quantities
from factcheck.expressions.time import find_times
from factcheck.expressions.time.publication import infer_publications
from factcheck.pipeline.knowledge import Knowledge
from factcheck.records import replace
from factcheck.text import read as read_text


def read_source(source: Source, knowledge: Knowledge, max_bytes: int) -> Iterator[Article | Skipped]:
    """The articles of a source and what of it was skipped, in its order. Never raises for what stands in it."""
    name = source.path
    try:
        for item in read(source, max_bytes=max_bytes):
            name = item.document if isinstance(item, Skipped) else item.name
            yield item if isinstance(item, Skipped) else _read_or_known(item, knowledge)
    except Exception as error:  # a fault of ours in one article must not lose the others
        yield Skipped(name, fault(error))


class _Copies:
    """The articles that this process read last, by their text: agencies' reports stand in many papers word for word."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._articles: dict[tuple[int, str], Article] = {}

    def get(self, document: Document, knowledge: Knowledge) -> Article | None:
        """What was read from a document that differs in its name and its place in the file only."""
        known = self._articles.get((id(knowledge), document.digest))
        if known is None or replace(known.document, name=document.name, source_map=document.source_map) != document:
            return None
        return replace(known, document=document)

    def clear(self) -> None:
        """Lets all go."""
        self._articles.clear()

    def put(self, article: Article, knowledge: Knowledge) -> None:
        """Keeps an article and lets the oldest go."""
        if article.document.digest:
            self._articles[id(knowledge), article.document.digest] = article
            if len(self._articles) > self._most:
                del self._articles[next(iter(self._articles))]


_COPIES = _Copies(64)


def forget_copies() -> None:
    """Lets go of all articles kept for their copies: each run reads anew."""
    _COPIES.clear()


def _read_or_known(document: Document, knowledge: Knowledge) -> Article:
    article = _COPIES.get(document, knowledge)
    if article is None:
        article = read_article(document, knowledge)
        _COPIES.put(article, knowledge)
    return article


def fault(error: Exception) -> str:
    """An error of ours, told so that whoever mends it knows where to look."""
    import traceback

    at = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(at.filename).name}:{at.lineno}"
    return f"not judged because of a fault in factcheck: {type(error).__name__}: {error} ({place})"


def read_article(document: Document, knowledge: Knowledge) -> Article:
    """One document with its sentences, expressions and assertions."""
    text = read_text(document)
    times = find_times(document, text)
    places = find_places(document, text)
    names = find_names(document, text, places, knowledge.aliases)
    quantities = find_quantities(document, text, times)
    expressions = Expressions(times, quantities, places, names)
    parts = (document, text, expressions)
    lexicon = knowledge.lexicon
    return Article(*parts, find_assertions(*parts, lexicon), find_unlisted(*parts, lexicon))


def date_undated(articles: Sequence[Article], knowledge: Knowledge) -> list[Article]:
    """The articles, those that state no date read again with the one that they and the others allow, if any."""
    undated = {article.document.name for article in articles if article.document.published.basis is Basis.UNKNOWN}
    if not undated:
        return list(articles)
    inferred = infer_publications((a.document, a.text, a.expressions.times) for a in articles)
    return [
        _dated(article, inferred[article.document.name], knowledge)
        if article.document.name in undated and article.document.name in inferred
        else article
        for article in articles
    ]


def _dated(article: Article, published: Publication, knowledge: Knowledge) -> Article:
    """The article with its inferred date; read again if there is one, for it may resolve times."""
    document = replace(article.document, published=published)
    if published.first is None and published.last is None:
        return replace(article, document=document)
    return read_article(document, knowledge)
