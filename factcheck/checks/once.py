"""What several checks ask of one article or one corpus is worked out once, and kept with it until all have judged."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from factcheck.assertions.model import Article
from factcheck.identity.model import Corpus
from factcheck.text.model import Sentence

Result = TypeVar("Result")
_UNKNOWN: Any = object()


def once_per_article(work_out: Callable[[Article], Result]) -> Callable[[Article], Result]:
    """A function of an article alone that remembers its result; the result must not be changed by who asks."""

    @wraps(work_out)
    def ask(article: Article) -> Result:
        found: Result = article.memo.get(ask, _UNKNOWN)
        if found is _UNKNOWN:
            found = article.memo[ask] = work_out(article)
        return found

    return ask


def once_per_sentence(
    work_out: Callable[[Article, Sentence], Result],
) -> Callable[[Article, Sentence], Result]:
    """The same of one sentence of an article."""

    @wraps(work_out)
    def ask(article: Article, sentence: Sentence) -> Result:
        known = article.memo.get(ask)
        if known is None:
            known = article.memo[ask] = {}
        found: Result = known.get(sentence.start, _UNKNOWN)
        if found is _UNKNOWN:
            found = known[sentence.start] = work_out(article, sentence)
        return found

    return ask


def once_per_corpus(work_out: Callable[[Corpus], Result]) -> Callable[[Corpus], Result]:
    """The same of a corpus."""

    @wraps(work_out)
    def ask(corpus: Corpus) -> Result:
        found: Result = corpus.memo.get(ask, _UNKNOWN)
        if found is _UNKNOWN:
            found = corpus.memo[ask] = work_out(corpus)
        return found

    return ask


def worked_out(ask: Callable[[Corpus], Result], corpus: Corpus) -> Result | None:
    """What such a function has found of the corpus, None if it was not asked yet."""
    found: Result | None = corpus.memo.get(ask)
    return found


def forget(corpus: Corpus) -> None:
    """Let go of all that was worked out: a corpus may be kept for a report, and articles be sent to a process."""
    corpus.memo.clear()
    for article in corpus.articles:
        article.memo.clear()
