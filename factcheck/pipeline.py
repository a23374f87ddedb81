"""The whole house in one place: paths in, a run out. Every room is a function of the one before it."""

from __future__ import annotations

import importlib
import os
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from factcheck.assertions import find_assertions, find_unlisted
from factcheck.assertions.lexicon import Lexicon
from factcheck.assertions.model import Article
from factcheck.config import Settings
from factcheck.document.model import Basis, Document, Publication
from factcheck.document.reading import STANDARD_INPUT, Source, find_sources, read
from factcheck.errors import Skipped
from factcheck.expressions.model import Expressions
from factcheck.expressions.name import find_names
from factcheck.expressions.name.aliases import Aliases
from factcheck.expressions.place import find_places
from factcheck.expressions.quantity import find_quantities
from factcheck.expressions.time import find_times
from factcheck.expressions.time.publication import infer_publications
from factcheck.findings.building import build
from factcheck.findings.collecting import collect
from factcheck.findings.model import Finding, Run
from factcheck.findings.severities import severity_of
from factcheck.identity import link
from factcheck.identity.facts import Reference
from factcheck.identity.model import Corpus
from factcheck.ruleset.aliases import load_aliases
from factcheck.ruleset.facts import load_reference, ordered
from factcheck.ruleset.lexicon import load_lexicon
from factcheck.ruleset.model import Rule, Ruleset
from factcheck.text import read as read_text

Progress = Callable[[int, int], None]
"""Told after each input how many are read, and of how many."""


@dataclass(frozen=True)
class Knowledge:
    """What is known before any article is read: event types, aliases and facts, from the ruleset's files."""

    lexicon: Lexicon
    aliases: Aliases
    reference: Reference = field(default_factory=Reference)


def audit(
    paths: Sequence[str],
    settings: Settings,
    ruleset: Ruleset,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Run:
    """Reads the articles at ``paths`` and reports what in them cannot all be true.

    What cannot be read is in the run's ``skipped``; the rest is judged without it. With an ``executor``
    articles are read in its workers; the run is the same. Raises UserError for a broken event file.
    """
    knowledge = load_knowledge(ruleset.event_files, ruleset.alias_files, ruleset.fact_files)
    articles, skipped = read_articles(paths, settings, ruleset, executor, progress)
    corpus = link_articles(articles, knowledge)
    return judge(corpus, settings, ruleset, skipped)


def check(
    paths: Sequence[str],
    against: Sequence[str],
    settings: Settings,
    ruleset: Ruleset,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Run:
    """Reads the new articles at ``paths`` and the older ones ``against``; reports what involves a new one.

    Linking sees them all, so that names and events are the same as in an audit of both. An older article that
    is the same file or has the same text as a new one is taken once, as the new one.
    """
    knowledge = load_knowledge(ruleset.event_files, ruleset.alias_files, ruleset.fact_files)
    sources, skipped = find_sources(paths, max_bytes=settings.max_bytes)
    ours = {os.path.realpath(source.path) for source in sources if source.path != STANDARD_INPUT}
    older, more = find_sources(
        [path for path in against if path not in paths or path != STANDARD_INPUT], max_bytes=settings.max_bytes
    )
    older = [source for source in older if os.path.realpath(source.path) not in ours]
    both = [*sources, *older]
    batches = list(_read_sources(both, settings, ruleset, executor, progress))
    found: list[Article] = []
    new: set[str] = set()
    texts: set[str] = set()
    for number, batch in enumerate(batches):
        for item in batch:
            if isinstance(item, Skipped):
                more.append(item)
            elif number < len(sources):
                found.append(item)
                new.add(item.document.name)
                texts.add(item.document.digest)
            elif not item.document.digest or item.document.digest not in texts:
                found.append(item)
    corpus = link_articles(date_undated(found, knowledge), knowledge)
    run = judge(corpus, settings, ruleset, [*skipped, *more])
    findings = tuple(f for f in run.findings if any(place.document in new for place in f.locations))
    return replace(run, findings=findings, new=frozenset(new))


def load_knowledge(
    event_files: tuple[Path, ...], alias_files: tuple[Path, ...], fact_files: tuple[Path, ...] = ()
) -> Knowledge:
    """Read once a process, so that a worker needs only the files' names; reading articles needs no facts.

    Read again where a file has changed or one stands in another folder: a relative name is then another file.
    """
    return _knowledge(
        event_files, alias_files, fact_files, tuple(map(_state, (*event_files, *alias_files, *fact_files)))
    )


def _state(path: Path) -> tuple[int, ...]:
    try:
        status = path.stat()
    except OSError:
        return ()  # reading it will say what is wrong
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size


@lru_cache(maxsize=8)
def _knowledge(
    event_files: tuple[Path, ...], alias_files: tuple[Path, ...], fact_files: tuple[Path, ...], _: tuple[Any, ...]
) -> Knowledge:
    lexicon, aliases = load_lexicon(event_files), load_aliases(alias_files)
    reference = load_reference(fact_files, lexicon, aliases)
    return Knowledge(ordered(lexicon, reference.orders), aliases, reference)


def read_articles(
    paths: Sequence[str],
    settings: Settings,
    ruleset: Ruleset,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> tuple[list[Article], list[Skipped]]:
    """Every article at ``paths`` with its expressions and assertions, and what was skipped."""
    sources, skipped = find_sources(paths, max_bytes=settings.max_bytes)
    articles: list[Article] = []
    for batch in _read_sources(sources, settings, ruleset, executor, progress):
        for item in batch:
            if isinstance(item, Skipped):
                skipped.append(item)
            else:
                articles.append(item)
    return date_undated(articles, load_knowledge(ruleset.event_files, ruleset.alias_files)), skipped


def _read_sources(
    sources: Sequence[Source],
    settings: Settings,
    ruleset: Ruleset,
    executor: Executor | None,
    progress: Progress | None,
) -> Iterator[list[Article | Skipped]]:
    """What each source holds, in the order of the sources."""
    work = partial(_read_source, ruleset.event_files, ruleset.alias_files, settings.max_bytes)
    batches: Iterable[list[Article | Skipped]]
    if executor is None:
        batches = map(work, sources)
    else:
        batches = executor.map(work, sources, chunksize=max(1, min(64, len(sources) // 16)))
    for done, batch in enumerate(batches, start=1):
        yield batch
        if progress is not None:
            progress(done, len(sources))


def _read_source(
    event_files: tuple[Path, ...], alias_files: tuple[Path, ...], max_bytes: int, source: Source
) -> list[Article | Skipped]:
    knowledge = load_knowledge(event_files, alias_files)
    found: list[Article | Skipped] = []
    name = source.path
    try:
        for item in read(source, max_bytes=max_bytes):
            name = item.document if isinstance(item, Skipped) else item.name
            found.append(item if isinstance(item, Skipped) else read_article(item, knowledge))
    except Exception as error:  # a fault of ours in one article must not lose the others
        found.append(Skipped(name, _fault(error)))
    return found


def _fault(error: Exception) -> str:
    """An error of ours, told so that whoever mends it knows where to look."""
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


def link_articles(articles: Iterable[Article], knowledge: Knowledge) -> Corpus:
    """The corpus of the articles, with the events that their assertions share."""
    corpus = link(sorted(articles, key=lambda article: article.document.name), knowledge.lexicon)
    return replace(corpus, reference=knowledge.reference)


def judge(corpus: Corpus, settings: Settings, ruleset: Ruleset, skipped: Iterable[Skipped] = ()) -> Run:
    """Runs every rule that is not disabled and gathers the findings."""
    left_out = list(skipped)
    found: list[Finding] = []
    rules = tuple(rule for rule in ruleset.rules if rule.name not in settings.disable)
    for rule in rules:
        try:
            found.extend(run_rule(rule, corpus, settings))
        except Exception as error:  # the other rules still have something to say
            left_out.append(Skipped(f"rule {rule.name}", _fault(error)))
    findings = collect(finding for finding in found if finding.confidence >= settings.min_confidence)
    documents = tuple(article.document for article in corpus.articles)
    left_out.sort(key=lambda item: (item.document, item.reason))
    return Run(documents, findings, tuple(left_out), count(corpus), rules=rules, corpus=corpus)


def run_rule(rule: Rule, corpus: Corpus, settings: Settings) -> Iterator[Finding]:
    """The findings of one rule, before repetitions are merged."""
    check = importlib.import_module(f"factcheck.checks.{rule.check}")
    for conflict in check.check(corpus, rule.options):
        severity = severity_of(conflict, rule, corpus, settings)
        if severity is not None:
            yield build(conflict, rule, corpus, severity)


def count(corpus: Corpus) -> dict[str, int]:
    """What was read, and what of it no check can judge."""
    counts = Counter[str]()
    for article in corpus.articles:
        counts["assertions"] += len(article.assertions)
        counts["undated"] += article.document.published.first is None and article.document.published.last is None
        for timex in article.expressions.times:
            counts["unresolved"] += timex.interval is None and timex.type.value in ("DATE", "TIME")
    return {
        "articles": len(corpus.articles),
        "assertions": counts["assertions"],
        "events": len(corpus.events),
        "articles without a publication date": counts["undated"],
        "times not resolved": counts["unresolved"],
    }
