"""A whole run: sources are read, articles parted into stories, each story judged, findings merged.

The parts of a run that grow with the corpus (articles) wait in files; what stays in memory is a card for each article
(its name, dates and the keys of its story) and the findings. With an executor both steps are done by its workers.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from pathlib import Path

from factcheck.assertions.model import Article
from factcheck.config import Settings
from factcheck.document.reading import STANDARD_INPUT, find_sources
from factcheck.errors import Skipped
from factcheck.findings.model import Run
from factcheck.identity.stories import stories
from factcheck.pipeline.gathering import Gathered, Progress, gather
from factcheck.pipeline.merging import merge_run
from factcheck.pipeline.reading import date_undated
from factcheck.pipeline.scheduling import judge_stories
from factcheck.pipeline.shelf import fetch
from factcheck.pipeline.work import Context
from factcheck.ruleset.model import Ruleset

LARGEST_CORPUS = 2_000
"""With more articles than this a run keeps no corpus: the texts of all of them do not belong in memory."""


def audit(
    paths: Sequence[str],
    settings: Settings,
    ruleset: Ruleset,
    executor: Executor | None = None,
    progress: Progress | None = None,
    *,
    shared: Path | None = None,
    keep_corpus: int = LARGEST_CORPUS,
) -> Run:
    """Reads the articles at ``paths`` and reports what in them cannot all be true.

    What cannot be read is in the run's ``skipped``; the rest is judged without it. With an ``executor``
    articles are read and judged in its workers; the run is the same. ``shared`` is a folder that all workers
    see, for the articles on their way; without it one for temporary files. A run of more than ``keep_corpus``
    articles has no ``Run.corpus``. Raises UserError for a broken event file.
    """
    sources, skipped = find_sources(paths, max_bytes=settings.max_bytes)
    with ExitStack() as stack:
        gathered = gather(sources, Context(settings, ruleset), executor, progress, stack, shared)
        parts = stories([card.keys for card in gathered.cards])
        return _judged(gathered, parts, skipped, executor, progress, keep_corpus)


def check(
    paths: Sequence[str],
    against: Sequence[str],
    settings: Settings,
    ruleset: Ruleset,
    executor: Executor | None = None,
    progress: Progress | None = None,
    *,
    shared: Path | None = None,
    keep_corpus: int = LARGEST_CORPUS,
) -> Run:
    """Reads the new articles at ``paths`` and the older ones ``against``; reports what involves a new one.

    Only stories with a new article are judged. Linking sees all articles of a story, so that names and events are the
    same as in an audit of both. An older article that is the same file or has the same text as a new one is taken once,
    as the new one. The other parameters are those of :func:`audit`.
    """
    sources, skipped = find_sources(paths, max_bytes=settings.max_bytes)
    ours = {os.path.realpath(source.path) for source in sources if source.path != STANDARD_INPUT}
    older, more = find_sources(
        [path for path in against if path not in paths or path != STANDARD_INPUT], max_bytes=settings.max_bytes
    )
    older = [source for source in older if os.path.realpath(source.path) not in ours]
    with ExitStack() as stack:
        context = Context(settings, ruleset)
        gathered = gather([*sources, *older], context, executor, progress, stack, shared)
        gathered, new = gathered.without_copies(len(sources))
        parts = [
            part
            for part in stories([card.keys for card in gathered.cards])
            if any(gathered.cards[number].name in new for number in part)
        ]
        return _judged(gathered, parts, [*skipped, *more], executor, progress, keep_corpus, new)


def _judged(
    gathered: Gathered,
    parts: Sequence[Sequence[int]],
    skipped: Sequence[Skipped],
    executor: Executor | None,
    progress: Progress | None,
    keep_corpus: int,
    new: frozenset[str] | None = None,
) -> Run:
    wanted = len(gathered.cards) <= keep_corpus
    judged = judge_stories(gathered, parts, executor, progress, corpora=wanted)
    return merge_run(gathered, judged, skipped, wanted=wanted, new=new)


def read_articles(
    paths: Sequence[str],
    settings: Settings,
    ruleset: Ruleset,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> tuple[list[Article], list[Skipped]]:
    """Every article at ``paths`` with its expressions and assertions, and what was skipped. All stay in memory."""
    sources, skipped = find_sources(paths, max_bytes=settings.max_bytes)
    with ExitStack() as stack:
        gathered = gather(sources, Context(settings, ruleset), executor, progress, stack)
        articles = [fetch(card.place) for card in gathered.cards]
    for part in stories([card.keys for card in gathered.cards]):
        dated = date_undated([articles[number] for number in part], gathered.context.knowledge)
        for number, article in zip(part, dated, strict=True):
            articles[number] = article
    return articles, [*skipped, *gathered.skipped]
