"""The dates and times of the clock of a paragraph, as the solvers of orders compare them, and how they tell of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.assertions.model import Article
from factcheck.checks.clocks.told import clocks_by_sentence
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.telling import article_name
from factcheck.checks.timelines.points_told import HOUR, points_by_sentence
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY
from factcheck.text.model import Sentence

FAR = 3  # sentences between two stages of one affair
_HOURS = 6  # a time of the clock so much earlier than another, without days, may be of the day after it
PLANNED = regex(
    r"\b(?:will|would|due|plans?|planned|scheduled|expected|to be|is to|are to|was to|were to|set (?:for|to)|should"
    r"|may|might"
    r"|could|if|until|by|deadline|valid|ahead of|not|never|no|nobody|without|refus\w+|threat\w*|hop(?:ed?|ing)"
    r"|want\w*|failed to|wait\w*)\b"
    r"|\b(?:since|from) $"
)
# "jailed by a judge on" tells who; "by 3 March" no more than the latest day. "not until 1891" tells when.
_BY_WHOM = regex(r"\bby (?!(?:about |around |then )?$)|\b(?:did|was|were) not (?:[a-z]+ )?until $")
AGAIN = regex(
    r"\b(?:again|another|second|third|fourth|fifth|earlier|previous\w*|new|anew|re-?elect\w*|retrial|separate"
    r"|other|others|also|next|several|series|latest|posthum\w*|retroactive\w*|in advance|date line|both|last"
    r"|first"
    r"|different|repeated\w*|twice|temporar\w+)\b",
    re.IGNORECASE,
)
_RELATIVE = regex(r"\b(?:before|after|ago|same|earlier|later|next|following)\b")
ZONES = regex(r"\b(?:GMT|UTC|date line|time zones?|clocks|[A-Z][a-z]+ time)\b")


def is_planned(clause: str) -> bool:
    """Whether the words up to a date tell of what was only meant, denied or bounded."""
    return PLANNED.search(_BY_WHOM.sub(" ", clause)) is not None


@dataclass(frozen=True, slots=True)
class When:
    """A date or a time of the clock in sentence ``number``: ``[low, high)``, seconds; ``clock`` without a day."""

    number: int
    start: int
    end: int
    text: str
    low: float
    high: float
    clock: bool


def whens_in(article: Article, group: Sequence[Sentence]) -> list[When]:
    found: list[When] = []
    all_clocks, all_points = clocks_by_sentence(article), points_by_sentence(article)
    for number, sentence in enumerate(group):
        clocks = all_clocks.get(sentence.start, ())
        for clock in clocks:
            low = (clock.day or 0) * DAY + clock.seconds[0]
            if len(clock.seconds) == 1:
                found.append(When(number, clock.start, clock.end, clock.text, low, low, clock.day is None))
        for point in all_points.get(sentence.start, ()):
            if _RELATIVE.search(point.text):
                continue
            if not any(clock.start < point.end and point.start < clock.end for clock in clocks):
                found.append(When(number, point.start, point.end, point.text, point.low, point.high, False))
    return sorted(found, key=lambda when: when.start)


def precedes(one: When, other: When) -> bool:
    """Whether ``one`` is certainly before ``other``."""
    if one.clock != other.clock:
        return False
    if one.clock:
        return 0 < other.low - one.low <= _HOURS * HOUR
    return one.high <= other.low and one.low < other.low


def reversed_dates(article: Article, first: When, then: When, words: str) -> Conflict:
    name = article.document.name
    return Conflict(
        message=f"{article_name(article)} dates {then.text} what cannot come before {first.text}: {words}.",
        evidence=(Evidence(name, then.start, then.end), Evidence(name, first.start, first.end)),
        key=("order solved", words, first.text, then.text),
        explanation=(f"{words}; the paragraph gives {first.text} for the first and {then.text} for the second.",),
        suggestion=f"Check {first.text} and {then.text}.",
        confidence=0.83,
    )
