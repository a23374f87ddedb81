"""Cues that leave a stated length open as one of the story: not a term, a rate, an age, or time net of its pauses.

A helper of ``duration_solved``.
"""

# ruff: noqa: E501 (long alternations read better unbroken)
from __future__ import annotations

import re

from factcheck.assertions.model import Article
from factcheck.checks.timelines.points_told import (
    Length,
)
from factcheck.patterns import regex
from factcheck.text.model import Sentence

# "a twelve-year governorship", "the 72-hour stoppage": what the length before the noun is the length of.
_NOUN = regex(
    r" (?:[a-z'-]+ ){0,2}(?!sentence|term|contract|deal|plan|agreement|loan|bond|lease|ban\b|old|limit|deadline|window"
    r"|extension|option|mandate|study|warranty|high|low|average|anniversary|veteran|notice|ultimatum|forecast"
    r"|yield|supply|programme|program|strategy|period)[a-z]{3,}"
)
_NEVER_BEFORE = regex(
    r"\b(?:every|each|per|another|an? (?:further|additional)|further|additional|extra|next|previous|past|last|first"
    r"|final|coming|within|sentenced to|sentence of|sentences? (?:of|to)|jailed for|imprisoned for|prison for"
    r"|terms? of|banned for|ban of|suspended for|fined|aged|age of|gap of|ago|up to|at most|no more than|older than"
    r"|younger than|every other|face[sd]?|facing|maximum of|minimum of|by|under|once in|twice in|time in|worst in|"
    r"highest in|lowest in|biggest in|most in|best in|record in|more than|or|extended for|renewed for|valid for"
    r"|postponed for|delayed (?:by|for)|given|handed|gets?|got|faces up to|plus|than(?: in)?|rate of|to \d+|to)"
    r"(?: (?:the|a|an|his|her|its|at least|about|some|around|nearly|almost|over|for|in))*\s*$",
    re.IGNORECASE,
)
_NEVER_AFTER = regex(
    r"(?:-old\b| olds?\b| of (?:age|experience|salary|pay|rent|data|supplies|wages|imprisonment|probation|community)"
    r"| (?:in (?:prison|jail) (?:for|if|on)|imprisonment|probation|worth|older|younger|more\b|earlier than|at a time)"
    r"| (?:a|per|each|every|from now)\b| (?:to|or|-) (?:\d|two|three|four|five|six|seven|eight|ten)|['’]"
    r"|-long (?:plan|contr)"
    r"| (?:earlier|prior|past|to (?:come|arrive|respond|react|answer))\b|/| (?:on )?average)"
)
# Time net of its pauses, a delay, or a stretch of something else than lies between the points.
_NET = regex(
    r"\b(?:late|behind|stoppages?|pauses?|breaks?|of (?:play|talks|music|sleep|debate)|takes?)\b|\bjailed [^,;]{0,30}\bfor\b",
    re.IGNORECASE,
)
_SENTENCED = regex(
    r"\b(?:sentenced|jail term|prison term|contract|signed (?:for|a|until)|warrant(?:y|ed)|mortgage|maturity|valid"
    r"|average|typically|usually|normally|up to|fiscal|term limit|lifetime|insured|lease|subscription|expire[sd]?"
    r"|on loan|bail|fixed-term|suspended|probation|extend(?:s|ed)?|extension|sessions?)\b"
)
_AGAIN = regex(r"\b(?:intermittent\w*|on and off|spells?|stints?|twice|between them|combined|in turn|both)\b")
_GIVEN = regex(r"\b(?:gave|giv(?:es?|en|ing)|allow\w*|grant\w*)\b(?:(?!\bfor\b)[^,;.]){0,30}$")
_MARKS = regex(
    r"\b(?:anniversar\w+|jubilee|centenar\w+|birthday|wedding|celebrat\w+|commemorat\w+|mark(?:s|ed|ing)?|turn(?:s|ed)"
    r"|toast\w*)\b",
    re.IGNORECASE,
)


def _marks_years(prose: str, sentence: Sentence, length: Length) -> bool:
    """Whether years are counted to now: ``anniversary_fits_years`` judges those."""
    if length.unit not in ("year", "decade", "century"):
        return False
    after = re.match(r"[ ,)]*(?:ago|since|on\b|to the day|old)\b", prose[length.end : length.end + 14])
    return after is not None or _MARKS.search(prose, sentence.start, sentence.end) is not None


def is_told(article: Article, sentence: Sentence, length: Length) -> bool:
    """Whether cues mark the length as one that the story took, not a term, a rate or an age."""
    prose = article.document.prose
    before, after = prose[max(sentence.start, length.start - 60) : length.start], prose[length.end : length.end + 40]
    before = re.sub(r"(?:nearly|almost|about|around|some|roughly|just|only|over|more than) $", "", before)
    if _NEVER_BEFORE.search(before) or _NEVER_AFTER.match(after):
        return False
    if _GIVEN.search(before) or _marks_years(prose, sentence, length):
        return False
    if _AGAIN.search(prose, sentence.start, sentence.end) or _NET.search(prose, sentence.start, sentence.end):
        return False
    if length.hyphen:
        return _NOUN.match(after) is not None
    return _SENTENCED.search(prose, sentence.start, sentence.end) is None
