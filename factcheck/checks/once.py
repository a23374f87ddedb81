"""What several checks ask of one article or one corpus is worked out once, and kept with it until all have judged."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from factcheck.assertions.model import Article
from factcheck.identity.model import Corpus

Result = TypeVar("Result")


def once_per_article(work_out: Callable[[Article], Result]) -> Callable[[Article], Result]:
    """A function of an article alone that remembers its result; the result must not be changed by who asks."""

    @wraps(work_out)
    def ask(article: Article) -> Result:
        if ask not in article.memo:
            article.memo[ask] = work_out(article)
        found: Result = article.memo[ask]
        return found

    return ask


def once_per_corpus(work_out: Callable[[Corpus], Result]) -> Callable[[Corpus], Result]:
    """The same of a corpus."""

    @wraps(work_out)
    def ask(corpus: Corpus) -> Result:
        if ask not in corpus.memo:
            corpus.memo[ask] = work_out(corpus)
        found: Result = corpus.memo[ask]
        return found

    return ask


def forget(corpus: Corpus) -> None:
    """Let go of all that was worked out: a corpus may be kept for a report, and articles be sent to a process."""
    corpus.memo.clear()
    for article in corpus.articles:
        article.memo.clear()
