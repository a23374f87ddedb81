"""The words of each sentence as a set, so that a check can pass by a sentence without running a pattern over it."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.assertions.model import Article
from factcheck.assertions.words import content_words
from factcheck.checks.once import once_per_article
from factcheck.pattern_words import DIGIT
from factcheck.patterns import regex
from factcheck.text.model import Sentence

# Stands in the set of a sentence with a number of three digits at most, as DIGIT in that of one with a digit.
SMALL = "000"
_WORD = regex(r"[^\W\d_]+")
_ASCII_WORD = regex(r"[a-z]+")  # takes half the time
_DIGIT = regex(r"\d")
_SMALL = regex(r"(?<!\d)\d{1,3}(?!\d)")
_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = frozenset((*_ONES, *_TEENS, *_TENS))


@once_per_article
def words_in(article: Article) -> Mapping[int, frozenset[str]]:
    """The runs of letters of each sentence, lower-cased, with the marks for digits, by where the sentence begins."""
    told = lowered(article)
    return {sentence.start: _words_of(told[sentence.start : sentence.end]) for sentence in article.text.sentences}


@once_per_article
def all_words(article: Article) -> frozenset[str]:
    """The same of all sentences together."""
    return frozenset().union(*words_in(article).values())


@once_per_article
def lowered(article: Article) -> str:
    """The prose in lower case, of the same length: a pattern for it needs no IGNORECASE and less than half the time."""
    prose = article.document.prose
    found = prose.lower()
    if len(found) != len(prose):  # a Turkish capital has two code points in lower case
        found = "".join(each if len(each) == 1 else letter for letter, each in ((one, one.lower()) for one in prose))
    return found


def words_of(text: str) -> frozenset[str]:
    """The runs of letters of a text, lower-cased, with the marks for digits."""
    return _words_of(text.lower())


def _words_of(text: str) -> frozenset[str]:
    words = (_ASCII_WORD if text.isascii() else _WORD).findall(text)
    digit = _DIGIT.search(text)
    if digit is not None:
        words.append(DIGIT)
        if _SMALL.search(text, digit.start()):
            words.append(SMALL)
    return frozenset(words)


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
