"""The two tasks of a run, as functions that a worker process can do: read some sources, judge some stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import cast

from factcheck.assertions.model import Article
from factcheck.config import Settings
from factcheck.document.model import Document
from factcheck.document.sources import Source
from factcheck.errors import Skipped
from factcheck.findings.model import Finding
from factcheck.identity.model import Corpus
from factcheck.pipeline.hot import portions
from factcheck.pipeline.judging import count_articles, judge
from factcheck.pipeline.knowledge import Knowledge, load_knowledge
from factcheck.pipeline.linking import link_story
from factcheck.pipeline.reading import date_undated, read_source
from factcheck.pipeline.shelf import Card, Place, card, fetch, put, without_text
from factcheck.records import dataclass, replace
from factcheck.ruleset.model import Ruleset
from factcheck.store.rows import Row, event_rows


@dataclass(frozen=True)
class Context:
    """What every task needs: the settings and the rules.

    ``corpora`` asks for the linked articles themselves, ``rows`` for what goes into a store's tables. ``known`` is the
    knowledge for workers that may not see the files it comes from.
    """

    settings: Settings
    ruleset: Ruleset
    corpora: bool = False
    rows: bool = False
    known: Knowledge | None = None

    def __getstate__(self) -> dict[str, object]:
        """Without what this process has loaded: each worker loads it for itself."""
        return {name: value for name, value in vars(self).items() if name != "knowledge"}

    @cached_property
    def knowledge(self) -> Knowledge:
        """Loaded once a process, and once a run: what a run began with, it ends with."""
        if self.known is not None:
            return self.known
        return load_knowledge(self.ruleset.event_files, self.ruleset.alias_files, self.ruleset.fact_files)


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of one story.

    ``documents`` are those that a finding cites, whole, and those whose date was inferred, without their texts.
    ``corpus`` is there where the context asked for it, and so are ``events``, the rows of a store.
    """

    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    counts: dict[str, int]
    documents: tuple[Document, ...]
    corpus: Corpus | None = None
    events: tuple[tuple[Row, list[Row]], ...] = ()


@lru_cache(maxsize=2)
def context_at(path: str) -> Context:
    """The context that a run wrote to its folder."""
    import pickle

    return cast(Context, pickle.loads(Path(path).read_bytes()))


def read_sources(context: Context, sources: Sequence[Source]) -> list[list[Article | Skipped]]:
    """What each source holds."""
    max_bytes = context.settings.max_bytes
    return [list(read_source(source, context.knowledge, max_bytes)) for source in sources]


def read_to_shelf(context: str, shelf: str, sources: Sequence[Source]) -> list[list[Card | Skipped]]:
    """As :func:`read_sources`, the articles put into the file ``shelf`` and their cards returned."""
    known = context_at(context)
    return shelve(known, read_sources(known, sources), Path(shelf))


def shelve(context: Context, read: Sequence[Sequence[Article | Skipped]], shelf: Path) -> list[list[Card | Skipped]]:
    """Puts the articles into the file ``shelf``; what was skipped stays as it is."""
    articles = [item for items in read for item in items if isinstance(item, Article)]
    places = iter(put(articles, shelf)) if articles else iter(())
    return [
        [card(item, next(places), with_rows=context.rows) if isinstance(item, Article) else item for item in items]
        for items in read
    ]


def judge_shelved(context: str, corpora: bool, stories: Sequence[Sequence[Place]]) -> list[Judged]:
    """The stories whose articles wait at the given places, each judged alone."""
    chosen = replace(context_at(context), corpora=corpora)
    return [judge_story(chosen, story) for story in stories]


def judge_story(context: Context, places: Sequence[Place]) -> Judged:
    """Links and judges the articles of one story; a very large one in portions."""
    findings: list[Finding] = []
    skipped: dict[Skipped, None] = {}
    counts = Counter[str]()
    documents: dict[str, Document] = {}
    corpora: list[Corpus] = []
    events: list[tuple[Row, list[Row]]] = []
    for carried, corpus in portions(places, fetch, link=lambda articles: _linked(articles, context)):
        own = [article for article in corpus.articles if article.document.name not in carried]
        names = {article.document.name for article in own}
        run = judge(corpus, context.settings, context.ruleset)
        found = [one for one in run.findings if any(place.document in names for place in one.locations)]
        cited = {place.document for one in found for place in one.locations}
        findings.extend(found)
        skipped.update(dict.fromkeys(run.skipped))
        counts.update({**count_articles(own), "events": _new_events(corpus, names)})
        for article in corpus.articles:
            document = article.document
            if document.name in cited:
                documents[document.name] = document
            elif document.name in names and document.published.how:
                documents[document.name] = without_text(document)
        if context.corpora:
            corpora.append(corpus)
        if context.rows:
            events.extend(event_rows(corpus))
    # What is shown of a story that was judged in portions is the whole of it.
    shown: Corpus | None = None
    if corpora:
        shown = corpora[0] if len(corpora) == 1 else _linked([fetch(place) for place in places], context)
    return Judged(
        tuple(findings),
        tuple(skipped),
        dict(counts),
        tuple(documents.values()),
        shown,
        tuple(events),
    )


def _new_events(corpus: Corpus, names: set[str]) -> int:
    """Events that no article carried over tells of: those were counted with an earlier portion."""
    own = {number for number, article in enumerate(corpus.articles) if article.document.name in names}
    return sum(all(member.article in own for member in event.members) for event in corpus.events)


def _linked(articles: Sequence[Article], context: Context) -> Corpus:
    dated = date_undated(articles, context.knowledge)
    return link_story(sorted(dated, key=lambda article: article.document.name), context.knowledge)
