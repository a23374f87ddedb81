"""What Python programs call: :func:`audit`, :func:`check`, :func:`extract`, :func:`render`. ``docs/api.md`` shows them.

All names here can be taken from ``factcheck`` itself, which imports this module when one of them is asked for.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from datetime import date
from pathlib import Path
from typing import Literal

from factcheck import pipeline, report
from factcheck.assertions.model import Article
from factcheck.config import FoundSettings, Settings
from factcheck.config import read_settings as _read_settings
from factcheck.errors import Skipped, UserError
from factcheck.findings.baseline import without_known
from factcheck.findings.model import Finding, Location, Run
from factcheck.findings.suppressing import without_suppressed
from factcheck.identity.model import Corpus
from factcheck.preparing import prepare
from factcheck.records import dataclass
from factcheck.report.baseline_file import read_baseline
from factcheck.report.layout import Layout
from factcheck.report.records import KINDS, Record, stage_records
from factcheck.ruleset.model import Ruleset
from factcheck.vocabulary import Category, Severity
from factcheck.written_settings import Suppression

__all__ = [
    "Category",
    "Extraction",
    "Finding",
    "Layout",
    "Location",
    "Run",
    "Settings",
    "Severity",
    "Skipped",
    "Suppression",
    "UserError",
    "audit",
    "check",
    "extract",
    "read_settings",
    "render",
]

AnyPath = str | os.PathLike[str]
Paths = AnyPath | Iterable[AnyPath]
Stage = Literal["document", "expressions", "assertions", "events"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from articles, sorted by the documents' names.

    ``articles`` hold each document with its text, expressions and assertions; ``corpus`` the events linked across
    them, None unless the stage is ``events``; ``skipped`` what could not be read, and why.
    """

    stage: Stage
    articles: tuple[Article, ...]
    corpus: Corpus | None
    skipped: tuple[Skipped, ...]

    def records(self, kinds: Iterable[str] = KINDS) -> Iterator[Record]:
        """The stage as plain dicts, those of ``factcheck extract --format jsonl``; ``kinds`` of expressions."""
        return stage_records(self.articles, self.stage, self.corpus, tuple(kinds))


def audit(
    paths: Paths,
    *,
    rules: Paths = (),
    settings: Settings | AnyPath | None = None,
    baseline: AnyPath | None = None,
    suppress: Iterable[Suppression] = (),
    today: date | None = None,
    executor: Executor | None = None,
) -> Run:
    """Reads the articles at ``paths`` (files, folders) and finds what in them cannot all be true.

    ``rules`` are folders of rules beside those that come with factcheck. ``settings`` are a Settings, or the path
    of a file of settings; none is looked for. The settings ``severity``, ``fail_on``, ``jobs``, ``baseline`` and
    ``suppress`` are for the command line. An ``executor``'s workers read the articles.

    Findings in the file ``baseline`` are moved to the run's ``known``, those that fit one of ``suppress`` to its
    ``suppressed``. The clock is not read: expiry is judged as of ``today``, and not at all without it.

    What cannot be read is in the run's ``skipped``. Raises UserError for mistakes in rules, facts and settings.
    """
    chosen, ruleset = _prepared(rules, settings)
    run = pipeline.audit(_listed(paths), chosen, ruleset, pipeline.Means(executor=executor))
    return _left(run, baseline, suppress, today)


def check(
    paths: Paths,
    *,
    against: Paths,
    rules: Paths = (),
    settings: Settings | AnyPath | None = None,
    baseline: AnyPath | None = None,
    suppress: Iterable[Suppression] = (),
    today: date | None = None,
    executor: Executor | None = None,
) -> Run:
    """Reads the new articles at ``paths`` and older ones ``against`` which they are held; the rest as :func:`audit`.

    Only findings that cite a new article are told. ``Run.new`` names the new documents.
    """
    chosen, ruleset = _prepared(rules, settings)
    run = pipeline.check(_listed(paths), _listed(against), chosen, ruleset, pipeline.Means(executor=executor))
    return _left(run, baseline, suppress, today)


def extract(
    paths: Paths,
    *,
    stage: Stage,
    rules: Paths = (),
    settings: Settings | AnyPath | None = None,
    executor: Executor | None = None,
) -> Extraction:
    """Reads the articles at ``paths`` up to a ``stage``, without judging them; parameters as in :func:`audit`.

    Raises ValueError for an unknown stage.
    """
    if stage not in ("document", "expressions", "assertions", "events"):
        raise ValueError(f"unknown stage: {stage}")
    chosen, ruleset = _prepared(rules, settings)
    articles, skipped = pipeline.read_articles(_listed(paths), chosen, ruleset, pipeline.Means(executor=executor))
    articles.sort(key=lambda article: article.document.name)
    skipped.sort(key=lambda item: (item.document, item.reason))
    corpus = None
    if stage == "events":
        corpus = pipeline.link_articles(articles, pipeline.load_knowledge(ruleset.event_files, ruleset.alias_files))
    return Extraction(stage, tuple(articles), corpus, tuple(skipped))


def render(run: Run, format: str = "table", layout: Layout | None = None) -> str:  # noqa: A002 - the option's name
    """The report on a run in a format of the command line ("json", "html", "sarif", ...), ending in a line break.

    Raises ValueError for an unknown format.
    """
    return report.render(run, format, layout)


def read_settings(path: AnyPath) -> Settings:
    """The settings of a file, with what :func:`audit` takes from them only if asked: ``baseline``, ``suppress``.

    Raises UserError where the file cannot be read or is wrong.
    """
    return _read_settings(Path(path)).settings


def _left(run: Run, baseline: AnyPath | None, suppress: Iterable[Suppression], today: date | None) -> Run:
    """The run without what is suppressed and what is known."""
    run = without_suppressed(run, tuple(suppress), today or date.min)
    return without_known(run, read_baseline(Path(baseline))) if baseline is not None else run


def _prepared(rules: Paths, settings: Settings | AnyPath | None) -> tuple[Settings, Ruleset]:
    if settings is None or isinstance(settings, Settings):
        found = FoundSettings(settings=settings or Settings())
    else:
        found = _read_settings(Path(settings))
    return prepare(found, [Path(folder) for folder in _listed(rules)])


def _listed(paths: Paths) -> list[str]:
    """Paths as strings; one path alone is a list of one."""
    if isinstance(paths, (str, os.PathLike)):
        return [os.fspath(paths)]
    return [os.fspath(path) for path in paths]
