"""Tallies of votes as articles tell them: "by five votes to two", "voted 7-2", "a 5-4 ruling"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.dating import Dating, date_event
from factcheck.assertions.model import Article
from factcheck.assertions.words import content_words
from factcheck.checks.sentence_words import words_in
from factcheck.pattern_words import may_find
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Sentence

_WORDS = {
    word: number
    for number, word in enumerate(
        "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
}
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})*|\d{{1,4}}|{'|'.join(_WORDS)})"
_BALLOTS = regex(
    rf"\b(?P<yes>{_NUMBER}) (?:votes?|ballots?)(?: in favou?r)? (?:to|against|and) (?P<no>{_NUMBER})\b(?: against)?",
    re.IGNORECASE,
)
# A bare "7-2" or "seven to two" is a score as likely as a vote: the words around it decide.
_BARE = regex(rf"\b(?P<yes>{_NUMBER})(?:[-–]| to )(?P<no>{_NUMBER})\b", re.IGNORECASE)
_VOTING = regex(r"\b(?:vot(?:e|es|ed|ing)|ballot|ruled|ruling|majority|margin|split|divided)\b", re.IGNORECASE)
_SPORT = regex(r"\b(?:goals?|match|beat|season|league|cup|score[ds]?|per cent|percent|%|p\.?m|a\.?m)\b", re.IGNORECASE)
_OPEN = regex(r"\b(?:would|could|might|if|expect\w*|forecast\w*|predict\w*|polls?|need\w*|likely)\b", re.IGNORECASE)
_NEAR = 45  # code points on either side of a bare tally in which it must be told as a vote


@dataclass(frozen=True, slots=True)
class Tally:
    """One tally: votes for and against, where it stands, and the day of the vote as far as the article tells."""

    number: int
    article: Article
    sentence: Sentence
    start: int
    end: int
    yes: int
    no: int
    dating: Dating | None
    terms: frozenset[str]
    words: frozenset[str]

    @property
    def text(self) -> str:
        """The tally as written, white space folded."""
        return " ".join(self.article.document.text[self.start : self.end].split())


def tallies(number: int, article: Article) -> Iterator[Tally]:
    """The tallies of article ``number`` in text order; those only expected, and scores of games, are left out."""
    prose = article.document.prose
    blocks = article.document.blocks
    told = words_in(article)
    for sentence in article.text.sentences:
        if blocks[sentence.block].repeats is not None:
            continue
        if not may_find(_VOTING, told[sentence.start]):
            continue
        said = prose[sentence.start : sentence.end]
        if not _VOTING.search(said) or _OPEN.search(said):
            continue
        for match in _ballots(prose, sentence):
            yes, no = _value(match["yes"]), _value(match["no"])
            if yes == no == 0 or yes + no < 3:
                continue
            common, proper = content_words(sentence.tokens)
            dating = date_event(article, match.start(), match.end())
            yield Tally(number, article, sentence, match.start(), match.end(), yes, no, dating, proper, common)


def _ballots(prose: str, sentence: Sentence) -> Iterator[re.Match[str]]:
    end = -1
    for match in _BALLOTS.finditer(prose, sentence.start, sentence.end):
        end = match.end()
        yield match
    if end >= 0 or _SPORT.search(prose, sentence.start, sentence.end):
        return
    for match in _BARE.finditer(prose, sentence.start, sentence.end):
        around = prose[max(sentence.start, match.start() - _NEAR) : min(sentence.end, match.end() + _NEAR)]
        if _VOTING.search(around):
            yield match


def _value(text: str) -> int:
    word = text.lower()
    return _WORDS[word] if word in _WORDS else int(text.replace(",", ""))
