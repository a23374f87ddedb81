"""Whether a sentence has a number where an age may stand.

The forms that tell ages (``ages_told``, ``age_facts``, ``ages_worded``) are many, and most numbers of an article are
days, sums and counts. What stands right before and right behind the age in all of those forms is a short list.
"""

from __future__ import annotations

import re

from factcheck.assertions.model import Article
from factcheck.checks.once import once_per_sentence
from factcheck.checks.sentence_words import NUMBER_WORDS, SMALL, lowered, words_in
from factcheck.checks.timelines.points_told import SPELT
from factcheck.patterns import regex
from factcheck.text.model import Sentence

_BEHIND = (
    r"(?=\s*(?:[,.;:)!?\"]|$|(?:years|and|but|when|today|now|this|in|on|last|next|tomorrow|yesterday|still|he|she|by"
    r"|before|once)\b)|-year)"
)
_BEFORE = regex(
    r"(?:[,(:] ?|\b(?:aged?|now|is|s|m|turned|a|an|already|still|only|just|currently|at|of|am|be|been|as|was|were|about"
    r"|then|mere) )$"
)
_FIGURE = regex(rf"\d{{1,3}}(?!\d){_BEHIND}")
_WORD = regex(rf"\b{SPELT}{_BEHIND}")
# Behind these anything may follow, and decades are a form of their own: "at 57 Ada Lind", "in her 60s".
_WHATEVER_FOLLOWS = regex(
    r"^(?:at(?: the age of| age)?|(?:now )?aged|now) \d|, (?:at|aged) \d|\b(?:his|her) (?:early |mid-?|late )?\d0s\b"
)
_LEADING = frozenset("at aged now his her".split())
_LONGEST = 11  # code points of what stands before


@once_per_sentence
def may_tell_age(article: Article, sentence: Sentence) -> bool:
    """Whether a number of a sentence may be an age, by what stands around it."""
    words = words_in(article)[sentence.start]
    in_figures, in_words = SMALL in words, not NUMBER_WORDS.isdisjoint(words)
    if not (in_figures or in_words):
        return False
    text = lowered(article)[sentence.start : sentence.end]
    if in_figures and not _LEADING.isdisjoint(words) and _WHATEVER_FOLLOWS.search(text):
        return True
    return (in_figures and _is_led(_FIGURE, text)) or (in_words and _is_led(_WORD, text))


def _is_led(number: re.Pattern[str], text: str) -> bool:
    """Whether what stands before one of the numbers leads to an age."""
    for match in number.finditer(text):
        start = match.start()
        if _BEFORE.search(text, max(0, start - _LONGEST), start):
            return True
    return False
