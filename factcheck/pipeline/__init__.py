"""The whole house in one place: paths in, a run out. Every room is a function of the one before it.

:mod:`~factcheck.pipeline.running` has the ways through it, ``audit`` and ``check``; the other modules are its steps:
``gathering`` reads sources, :mod:`factcheck.identity.stories` parts articles into stories, ``scheduling`` has them
judged, ``merging`` puts what came of them together. ``work`` holds what a worker process does of it.
"""

from factcheck.pipeline.judging import count, judge, run_rule
from factcheck.pipeline.knowledge import Knowledge, load_knowledge
from factcheck.pipeline.linking import link_articles
from factcheck.pipeline.means import ALONE, LARGEST_CORPUS, Means, Progress
from factcheck.pipeline.reading import date_undated, read_article
from factcheck.pipeline.running import audit, check, read_articles

__all__ = [
    "ALONE",
    "LARGEST_CORPUS",
    "Knowledge",
    "Means",
    "Progress",
    "audit",
    "check",
    "count",
    "date_undated",
    "judge",
    "link_articles",
    "load_knowledge",
    "read_article",
    "read_articles",
    "run_rule",
]
