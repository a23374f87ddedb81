"""On which day an event of any word happened, as far as the article tells, and on what ground.

Weaker than an assertion's own time, and meant for timelines: no check compares what the article only implies.
The grounds, strongest first: a time attached to the word; the one day that its sentence names, in another
clause; the day that the passage goes on to tell of; the day that the lead names; the day of publication, where
the article speaks of no other day near it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from factcheck.assertions import clauses
from factcheck.assertions.attachment import attach, event_words, token_at
from factcheck.assertions.clauses import Clause, clause_of
from factcheck.assertions.model import Article
from factcheck.assertions.verbs import HAVE, MODALS, is_verb
from factcheck.document.model import BlockKind
from factcheck.expressions.model import Timex, TimexType
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY, Granularity, instant, moment
from factcheck.text.model import Sentence, Token

_COMPARING = frozenset("from than since above below following after before until compared".split())
_ENDS_PHRASE = frozenset("on at in by during and but or that which who".split())
_OPEN = frozenset("planned plans plan expected hopes hoped hope due scheduled want wants wanted intend intends".split())
_PASSAGE = 2  # sentences that a passage goes on without naming its day again
_NEWS = 7  # days
_DATE_LINE = 6  # tokens
_LEAD = 3  # sentences
_STOPS_TELLING = frozenset({BlockKind.HEADING, BlockKind.CAPTION})


class Ground(StrEnum):
    """What a day rests on, strongest first."""

    STATED = "stated"  # attached to the event's own word
    SENTENCE = "sentence"
    PASSAGE = "passage"  # the day that the sentences before it tell of
    STORY = "story"  # the day that the article's lead names
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Dating:
    """A day with its ground, and the time expression that gives it (None for the day of publication)."""

    day: date
    ground: Ground
    timex: Timex | None = None


def date_event(article: Article, start: int, end: int) -> Dating | None:
    """The day of the event whose word spans ``start`` to ``end`` (code points of the article's text), or None.

    None where the word stands outside all sentences, where the article names a time that is no single day
    ("last month"), and for what is only planned, possible or wished.
    """
    sentence = article.text.sentence_at(start)
    if sentence is None:
        return None
    tokens = sentence.tokens
    index = token_at(tokens, start)
    times = _times(article, sentence)
    cut = clauses.split(tokens, frozenset(timex.start for timex in times))
    words = sorted({*event_words(tokens, ()), index})
    owners = [(timex, attach(tokens, cut, words, (), timex.start, timex.end)) for timex in times]
    own = [timex for timex, owner in owners if owner == index]
    if own:
        return _from(own, Ground.STATED)
    number = clause_of(cut, index)
    near = [timex for timex, _ in owners if clause_of(cut, token_at(tokens, timex.start)) == number]
    if near or _is_open(tokens, cut[number], index):
        return None
    if times:
        return _from(times, Ground.SENTENCE)
    if _looks_back(tokens, cut[number], index) or any(
        clause_of(cut, token_at(tokens, timex.start)) == number for timex in _all_times(article, sentence)
    ):
        return None  # "had agreed", "two weeks after it agreed", "has lost a tenth since January"
    return _passage(article, sentence) or _story_day(article)


def _all_times(article: Article, sentence: Sentence) -> Sequence[Timex]:
    found = article.expressions.times
    first = bisect_right(found, sentence.start - 1, key=lambda timex: timex.start)
    last = bisect_right(found, sentence.end - 1, key=lambda timex: timex.start)
    return found[first:last]


def _times(article: Article, sentence: Sentence) -> list[Timex]:
    """The times that an event of the sentence may have; none where the sentence is but a date line."""
    if len(sentence.tokens) <= _DATE_LINE and not any(is_verb(sentence.tokens, i) for i in range(len(sentence.tokens))):
        return []
    return [
        timex
        for timex in _all_times(article, sentence)
        if timex.type in (TimexType.DATE, TimexType.TIME) and not _is_reference(sentence.tokens, timex)
    ]


def _is_reference(tokens: Sequence[Token], timex: Timex) -> bool:
    """Whether the time is only compared with: "54 points from March 12", "above its November 20 low"."""
    if timex.parts or timex.point is not None:
        return True
    index = token_at(tokens, timex.start)
    for back in range(index - 1, max(-1, index - 6), -1):
        word = tokens[back].low
        if word in _COMPARING:
            return True
        if word in _ENDS_PHRASE or not word.replace("-", "").isalpha() or is_verb(tokens, back):
            return False
    return False


def day_of(timex: Timex) -> date | None:
    """The calendar day that a time lies in, on the clock it was stated for; None for coarser times."""
    interval = timex.interval
    if interval is None or interval.start is None or interval.end is None or interval.granularity > Granularity.DAY:
        return None
    return moment(interval.start).date() if interval.end - interval.start <= DAY else None


def _from(times: Iterable[Timex], ground: Ground) -> Dating | None:
    """The one day that the times name; None where they name several, or one of them no day."""
    days = {day_of(timex): timex for timex in times}
    if len(days) != 1:
        return None
    ((day, timex),) = days.items()
    return Dating(day, ground, timex) if day is not None else None


def _is_open(tokens: Sequence[Token], clause: Clause, index: int) -> bool:
    """Whether the word tells of what is only to come or possible: "will sign", "plans to sign", "if it signs"."""
    before = [tokens[i].low for i in range(max(clause.first, index - 4), index)]
    return clause.opener in {"if", "unless", "until"} or any(word in MODALS or word in _OPEN for word in before)


def _looks_back(tokens: Sequence[Token], clause: Clause, index: int) -> bool:
    """Whether the word tells of something before the day that the passage tells of: "had agreed"."""
    before = [tokens[i].low for i in range(max(clause.first, index - 3), index)]
    return "had" in before or (clause.opener in {"since", "after"} and not HAVE.isdisjoint(before))


def _passage(article: Article, sentence: Sentence) -> Dating | None:
    """The last day told of in the few sentences before, if it is a day of the news: of the week before publication."""
    last = article.document.published.last
    position = bisect_right(article.text.sentences, sentence.start, key=lambda other: other.start) - 1
    for back in range(position - 1, max(-1, position - _PASSAGE - 1), -1):
        earlier = article.text.sentences[back]
        if earlier.kind in _STOPS_TELLING:
            return None
        times = _times(article, earlier)
        if not times:
            continue
        told = _from(times, Ground.PASSAGE)
        if told is None or last is None:
            return None
        age = (moment(instant(last)).date() - told.day).days
        return told if 0 <= age <= _NEWS else None
    return None


def _story_day(article: Article) -> Dating | None:
    """The day that the article is about: the one its lead names, else that of publication if no other is near it."""
    published = article.document.published
    if published.first is None or published.last is None:
        return None
    today = moment(instant(published.first)).date()
    if moment(instant(published.last)).date() != today:
        return None
    told = [
        (timex, day)
        for sentence in article.text.sentences
        for timex in _times(article, sentence)
        if (day := day_of(timex)) is not None and 0 <= (today - day).days <= _NEWS
    ]
    if not told:
        return Dating(today, Ground.PUBLICATION)
    statements = [sentence for sentence in article.text.sentences if sentence.kind not in _STOPS_TELLING]
    reach = statements[min(_LEAD, len(statements)) - 1].end if statements else 0
    lead = {day: timex for timex, day in told if timex.start < reach}
    others = {day for _, day in told} - {today}
    if len(lead) == 1 and (today not in lead or not others):
        ((day, timex),) = lead.items()
        return Dating(day, Ground.STORY, timex)
    return None if others else Dating(today, Ground.PUBLICATION)
