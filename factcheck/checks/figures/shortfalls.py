"""What a text says of a hope or a plan beside the outcome: "smaller than its organisers had hoped. Police counted 650".

The outcome and what it is held against stand in one sentence or in two that follow each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.figures import quantities as figures
from factcheck.checks.in_sentence import position_of
from factcheck.checks.once import once_per_article
from factcheck.checks.sentence_words import words_in
from factcheck.expressions.model import Quantity
from factcheck.pattern_words import may_find
from factcheck.patterns import regex
from factcheck.text.model import Sentence

_WISHES = (
    "hoped expected planned forecast predicted promised budgeted foreseen estimated wanted thought intended".split()
)
_WISHED = rf"(?:{'|'.join(_WISHES)})"
_SHORT = regex(
    rf"\bthan (?:[\w'’]+ ){{0,4}}?{_WISHED}\b"
    r"|\b(?:than|over|above|below|under|beyond) (?:the|its|their|his|her) (?:budget|target|estimate|forecast|plan)\b"
    r"|\b(?:fell|falls|fallen|stopped|\d+(?:%| per ?cent)) (?:far |well |just )?short\b|\bshort of (?:the|its|what)\b"
    rf"|\bhad (?:once |first |originally )?(?:been )?(?:{_WISHED}|spoken of|talked of)\b"
    rf"|\bas many as (?:had )?{_WISHED}\b"
    r"|\bshould have been\b|\b(?:below|above|beyond) (?:all )?(?:expectations|hopes|forecasts)\b"
)
# One of these words stands in whatever it finds.
_OF_SHORT = frozenset(_WISHES) | frozenset(
    "spoken talked short should budget target estimate plan expectations hopes forecasts".split()
)
_SLOW = regex(
    rf"\b(?:slower|later|longer|earlier|sooner|faster) than (?:[\w'’]+ ){{0,4}}?{_WISHED}\b"
    r"|\bshould (?:by then )?have been\b"
    r"|\b(?:behind|ahead of) (?:schedule|(?:the|its) timetable)\b"
)


def falls_short(article: Article, sentence: Sentence) -> bool:
    """Whether the sentence, or one beside it, says that another number had been hoped for or planned."""
    return sentence.start in _short(article)


def came_late(article: Article, sentence: Sentence) -> bool:
    """Whether the sentence, or the one before it, says that something was slower or sooner than planned."""
    return sentence.start in _slow(article)


def recalls(article: Article, sentence: Sentence, old: Quantity) -> bool:
    """Whether a sentence beside this one gives ``old``'s value, with words that make it a hope or a plan of before."""
    prose = article.document.prose
    return any(
        one.kind is old.kind and one.unit == old.unit and one.value == old.value
        for other in _beside(article, sentence)
        if _SHORT.search(prose, other.start, other.end)
        for one in figures.quantities_in(article, other)
    )


def _beside(article: Article, sentence: Sentence) -> Iterator[Sentence]:
    sentences = article.text.sentences
    here = position_of(article, sentence)
    for place in (here - 1, here + 1):
        if 0 <= place < len(sentences) and sentences[place].block == sentence.block:
            yield sentences[place]


@once_per_article
def _short(article: Article) -> frozenset[int]:
    found: set[int] = set()
    prose, told = article.document.prose, words_in(article)
    for sentence in article.text.sentences:
        if told[sentence.start].isdisjoint(_OF_SHORT) or not _SHORT.search(prose, sentence.start, sentence.end):
            continue
        found |= {sentence.start, *(other.start for other in _beside(article, sentence))}
    return frozenset(found)


@once_per_article
def _slow(article: Article) -> frozenset[int]:
    found: set[int] = set()
    prose, told = article.document.prose, words_in(article)
    for sentence in article.text.sentences:
        if not may_find(_SLOW, told[sentence.start]) or not _SLOW.search(prose, sentence.start, sentence.end):
            continue
        after = (other.start for other in _beside(article, sentence) if other.start > sentence.start)
        found |= {sentence.start, *after}
    return frozenset(found)
