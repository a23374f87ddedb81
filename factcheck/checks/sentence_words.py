"""The words of each sentence as a set, so that a check can pass by a sentence without running a pattern over it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.assertions.model import Article
from factcheck.assertions.words import content_words
from factcheck.checks.once import once_per_article
from factcheck.text.model import Sentence

# Stand in the set of a sentence with a digit, and of one with a number of three digits at most.
DIGIT, SMALL = "0", "000"
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_SMALL = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = frozenset((*_ONES, *_TEENS, *_TENS))


@once_per_article
def words_in(article: Article) -> Mapping[int, frozenset[str]]:
    """The runs of letters of each sentence, lower-cased, with the marks for digits, by where the sentence begins."""
    prose = article.document.prose
    found: dict[int, frozenset[str]] = {}
    for sentence in article.text.sentences:
        text = prose[sentence.start : sentence.end]
        words = set(_WORD.findall(text.lower()))
        if _DIGIT.search(text):
            words.add(DIGIT)
            if _SMALL.search(text):
                words.add(SMALL)
        found[sentence.start] = frozenset(words)
    return found


def content_of(article: Article, sentence: Sentence) -> tuple[frozenset[str], frozenset[str]]:
    """The stems and the proper terms of a whole sentence (``content_words``), read when first asked for."""
    known = _contents(article)
    found = known.get(sentence.start)
    if found is None:
        found = known[sentence.start] = content_words(sentence.tokens)
    return found


@once_per_article
def _contents(_: Article) -> dict[int, tuple[frozenset[str], frozenset[str]]]:
    return {}
