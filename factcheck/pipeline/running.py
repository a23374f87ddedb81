"""A whole run: sources are read, articles parted into stories, each story judged, findings merged.

The parts of a run that grow with the corpus (articles) wait in files; what stays in memory is a card for each article
(its name, dates and the keys of its story) and the findings. With an executor both steps are done by its workers.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from factcheck.assertions.model import Article
from factcheck.config import Settings
from factcheck.document.sources import STANDARD_INPUT, find_sources
from factcheck.errors import Skipped
from factcheck.findings.model import Run
from factcheck.identity.stories import stories
from factcheck.pipeline.copies import originals
from factcheck.pipeline.gathering import Gathered, gather
from factcheck.pipeline.keeping import Keeper
from factcheck.pipeline.means import ALONE, Means
from factcheck.pipeline.merging import merge_run
from factcheck.pipeline.reading import date_undated
from factcheck.pipeline.scheduling import judge_stories
from factcheck.pipeline.shelf import fetch
from factcheck.pipeline.storing import is_store, with_kept, with_store
from factcheck.pipeline.work import Context
from factcheck.ruleset.model import Ruleset


def audit(paths: Sequence[str], settings: Settings, ruleset: Ruleset, means: Means = ALONE) -> Run:
    """Reads the articles at ``paths`` and reports what in them cannot all be true.

    What cannot be read is in the run's ``skipped``; the rest is judged without it. ``means`` change how the work is
    done and never what is found. Raises UserError for a broken event file, or a store that is a file of another kind.
    """
    sources, skipped = find_sources(paths, max_bytes=settings.max_bytes)

    def run(keeper: Keeper | None) -> Run:
        with ExitStack() as stack:
            gathered = gather(sources, _context(settings, ruleset, keeper), means, stack, keeper)
            return _judged(gathered, skipped, means)

    return with_store(means, settings, ruleset, run)


def check(
    paths: Sequence[str], against: Sequence[str], settings: Settings, ruleset: Ruleset, means: Means = ALONE
) -> Run:
    """Reads the new articles at ``paths`` and the older ones ``against``; reports what involves a new one.

    Only stories with a new article are judged. Linking sees all articles of a story, so that names and events are the
    same as in an audit of both. An older article that is the same file or has the same text as a new one is taken once,
    as the new one. ``against`` may hold stores: of their articles those nearest to the new ones are taken. Parameters
    and errors are those of :func:`audit`.
    """
    sources, skipped = find_sources(paths, max_bytes=settings.max_bytes)
    ours = {os.path.realpath(source.path) for source in sources if source.path != STANDARD_INPUT}
    kept = [Path(path) for path in against if is_store(path)]
    others = [path for path in against if not is_store(path) and (path not in paths or path != STANDARD_INPUT)]
    older, more = find_sources(others, max_bytes=settings.max_bytes)
    older = [source for source in older if os.path.realpath(source.path) not in ours]

    def run(keeper: Keeper | None) -> Run:
        with ExitStack() as stack:
            gathered = gather([*sources, *older], _context(settings, ruleset, keeper), means, stack, keeper)
            gathered, new = gathered.without_copies(len(sources))
            gathered = with_kept(gathered, new, kept, means.today)
            return _judged(gathered, [*skipped, *more], means, new)

    return with_store(means, settings, ruleset, run)


def _context(settings: Settings, ruleset: Ruleset, keeper: Keeper | None) -> Context:
    return Context(settings, ruleset, rows=keeper is not None)


def _judged(gathered: Gathered, skipped: Sequence[Skipped], means: Means, new: frozenset[str] | None = None) -> Run:
    """The run of the gathered articles' stories; with ``new`` of those alone that one of them is part of."""
    numbers, copies = originals(gathered.cards)
    parts = [
        [numbers[index] for index in part] for part in stories([gathered.cards[number].keys for number in numbers])
    ]
    if new is not None:
        parts = [part for part in parts if any(gathered.cards[number].name in new for number in part)]
        taken = {gathered.cards[number].name for part in parts for number in part}
        copies = {name: others for name, others in copies.items() if name in taken}
    wanted = len(gathered.cards) <= means.keep_corpus
    judged = judge_stories(gathered, parts, means, corpora=wanted)
    return merge_run(gathered, judged, copies, skipped, wanted=wanted, new=new)


def read_articles(
    paths: Sequence[str], settings: Settings, ruleset: Ruleset, means: Means = ALONE
) -> tuple[list[Article], list[Skipped]]:
    """Every article at ``paths`` with its expressions and assertions, and what was skipped. All stay in memory."""
    sources, skipped = find_sources(paths, max_bytes=settings.max_bytes)
    with ExitStack() as stack:
        gathered = gather(sources, Context(settings, ruleset), means, stack)
        articles = [fetch(card.place) for card in gathered.cards]
    for part in stories([card.keys for card in gathered.cards]):
        dated = date_undated([articles[number] for number in part], gathered.context.knowledge)
        for number, article in zip(part, dated, strict=True):
            articles[number] = article
    return articles, [*skipped, *gathered.skipped]
