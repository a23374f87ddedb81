"""What an article says of dates: what is planned for one, what came on one, what was late, moved or dropped.

A plan needs no event of the lexicon here: the clause of the date tells what is to be done.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import StrEnum

from factcheck.assertions import clauses
from factcheck.assertions.attachment import attach, event_words, token_at
from factcheck.assertions.attribution import SPEECH
from factcheck.assertions.clauses import Clause, clause_of
from factcheck.assertions.model import Article
from factcheck.assertions.words import content_words, stem
from factcheck.checks.figures.shortfalls import came_late
from factcheck.checks.in_sentence import names_in, places_in
from factcheck.checks.plans import schedule_words as words
from factcheck.checks.sentence_words import content_of, words_in
from factcheck.checks.templates import times_in
from factcheck.document.model import BlockKind
from factcheck.expressions.model import Timex, TimexType
from factcheck.pattern_words import may_find
from factcheck.patterns import regex
from factcheck.records import dataclass, replace
from factcheck.temporal.interval import DAY, Granularity, Interval, instant, moment
from factcheck.text.model import Sentence, Token

_BESIDE = 160  # code points on either side of a sentence in which a report is named
_LONGEST = 160  # tokens of a sentence that is read
_WITHIN = regex(r"\b(?:within|in) (?:the next )?$")
_IN_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_PERIOD = regex(r"P(\d{1,3})([DWMY])")
# What it stands for is in the sentence before.
_PRONOUNS = frozenset("it its they their them he she his her this both".split())
_WEEKDAY = regex(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?")
# What comes again each year: a day, a month, a season.
_YEARLY = regex(r"\d{4}-(?:\d\d|SP|SU|FA|WI)")
_LAST = regex(r"\b(?:last|past|previous|ago|earlier)\b")
_RELATIVE = frozenset({"which", "that"})
_STARTED = frozenset("began begun start started resumed".split())
_COARSEST = Granularity.SEASON


class Telling(StrEnum):
    """How a statement speaks of a schedule."""

    PLAN = "plan"
    DONE = "done"
    RECALLED = "recalled"  # a plan that is told as past: "it had been due in May"
    MOVED = "moved"  # another date for a plan
    DROPPED = "dropped"  # late or off, without a date


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement about a date, at ``start``..``end`` (its date, or the words that tell).

    ``doing`` has the keys of what is done (:func:`schedule_words.doing`), ``stems`` and ``terms`` the common and proper
    words of its clause, ``around`` those of the sentence (and of the one before, where a pronoun stands for them);
    ``when`` is the date planned or told, ``value`` its TIMEX3. ``described`` has the nouns that tell a step with what
    describes them ("final report"). ``deadline`` marks "by May", ``earliest`` "not before May", ``late`` that the text
    says it was not the day planned, ``spoken`` what somebody said on that day where the text tells of a report.
    """

    telling: Telling
    article: int
    sentence: Sentence
    start: int
    end: int
    text: str
    doing: frozenset[str]
    stems: frozenset[str]
    terms: frozenset[str]
    around: frozenset[str]
    ordinals: frozenset[int]
    described: frozenset[tuple[str, str]]
    when: Interval | None = None
    value: str = ""
    deadline: bool = False
    earliest: bool = False
    late: bool = False
    year_stated: bool = False
    spoken: bool = False


def statements(number: int, article: Article) -> Iterator[Statement]:
    """The statements of ``article``, which is the corpus's ``number``-th, in text order."""
    prose = article.document.prose
    sentences, spoken = article.text.sentences, words_in(article)
    for position, sentence in enumerate(sentences):
        if sentence.kind in (BlockKind.HEADING, BlockKind.ROW) or not 3 < len(sentence.tokens) <= _LONGEST:
            continue
        if article.document.blocks[sentence.block].repeats is not None:
            continue
        times = times_in(article, sentence)
        text = prose[sentence.start : sentence.end]
        following = ""
        if position + 1 < len(sentences) and sentences[position + 1].block == sentence.block:
            after = sentences[position + 1]
            following = prose[after.start : min(after.end, after.start + 60)]
        found = spoken[sentence.start]
        dropped = None if found.isdisjoint(words.DROPPING) else words.DROPPED.search(text)
        if times:
            earlier: frozenset[str] = frozenset()
            follows = position and sentences[position - 1].block == sentence.block
            if follows and not found.isdisjoint(_PRONOUNS):
                earlier = earlier.union(*content_of(article, sentences[position - 1]))
            yield from _dated(number, article, sentence, times, text, following, earlier)
        if dropped is not None:
            yield _undated(number, article, sentence, text, found, dropped)
        elif not times:
            planned = not found.isdisjoint(words.PLANNING) or ("to" in found and not found.isdisjoint(words.BEING))
            cue = words.PLAN_TO.search(text) if planned else None
            if cue is None or (may_find(words.UNSURE, found) and words.UNSURE.search(text)):
                continue
            if not (may_find(words.NOT, found) and words.NOT.search(text)):
                yield _undated(number, article, sentence, text, found, cue, Telling.PLAN)


def _undated(
    number: int,
    article: Article,
    sentence: Sentence,
    text: str,
    spoken: frozenset[str],
    cue: re.Match[str],
    telling: Telling = Telling.DROPPED,
) -> Statement:
    """A statement without a date, read from the clause of its cue and the one that this clause goes on."""
    tokens = sentence.tokens
    cut = clauses.split(tokens)
    start, end = sentence.start + cue.start(), sentence.start + cue.end()
    clause = cut[clause_of(cut, token_at(tokens, start))]
    first = cut[clause.resumes].first if clause.resumes is not None else clause.first
    first, last = (0, clause.last) if clause.opener in _RELATIVE else (first, clause.last)
    stems, terms = _words(article, sentence, tokens[first:last])
    around = frozenset().union(*content_of(article, sentence))
    found = words.doing(tokens, None, first, last, text[tokens[first].start - sentence.start :], spoken=spoken)
    ordinals, described = _ordinals(tokens, first, last, spoken), words.described(tokens, first, last, spoken)
    return Statement(telling, number, sentence, start, end, cue[0], found, stems, terms, around, ordinals, described)


def _dated(
    number: int,
    article: Article,
    sentence: Sentence,
    times: Sequence[Timex],
    text: str,
    following: str,
    earlier: frozenset[str],
) -> Iterator[Statement]:
    tokens = sentence.tokens
    prose = article.document.prose
    cut = clauses.split(tokens, frozenset(timex.start for timex in times))
    verbs = event_words(tokens, ())
    around = earlier.union(*content_of(article, sentence))
    told_in = words_in(article)[sentence.start]
    late = words.LATE.search(text) if may_find(words.LATE, told_in) else None
    may_end = may_find(words.BY, told_in)
    spent = {index for timex in times for index in range(_from(tokens, timex.start), _from(tokens, timex.end))}
    for index, timex in enumerate(times):
        interval = timex.interval
        before = prose[max(sentence.start, timex.start - 40) : timex.start]
        deadline = may_end and words.BY.search(before) is not None
        if timex.type is TimexType.DURATION:
            interval = _within(article, timex, before)
            deadline = True
            if interval is None:
                continue
        if timex.type not in (TimexType.DATE, TimexType.TIME, TimexType.DURATION):
            continue
        if interval is not None and interval.granularity > _COARSEST:
            continue
        if late is not None and late.start() < timex.end - sentence.start and timex.start - sentence.start < late.end():
            continue  # "a week later than hoped" is no date
        recalled = words.RECALLED_AFTER.match(prose, timex.end, sentence.end) is not None
        here = token_at(tokens, timex.start)
        clause = cut[clause_of(cut, here)]
        first, last = _stretch(tokens, clause, times, index)
        span = prose[tokens[first].start : tokens[last - 1].end] if last > first else ""
        verb = attach(tokens, cut, verbs, (), timex.start, timex.end)
        if verb is not None and tokens[verb - 1].text == "to" and verb - 2 in verbs and not words.PLAN.search(span):
            verb -= 2  # "reopened to traffic"
        if verb is not None and not first <= verb < last:
            verb = None
        spoken = verb is not None and verb < here and tokens[verb].low in SPEECH
        if spoken and late is None and verb is not None and not words.PLAN.search(prose, tokens[verb].end, timex.start):
            # The time of saying it; whose report was due has then made it.
            if interval is None or not words.REPORT.search(
                prose, max(0, sentence.start - _BESIDE), sentence.end + _BESIDE
            ):
                continue
            stems, terms = _words(article, sentence, tokens[first:last])
            yield Statement(
                Telling.DONE,
                number,
                sentence,
                timex.start,
                timex.end,
                timex.text,
                frozenset({"publish"}),
                stems,
                terms,
                around,
                frozenset(),
                frozenset(),
                interval,
                timex.value,
                year_stated=timex.year_stated,
                spoken=True,
            )
            continue
        verb = _planned(tokens, verbs, first, here, prose, told_in) or verb
        # What the text says of the delay is no plan of its own.
        told = words.LATE.sub(" ", span) if late is not None else span
        telling = _telling(
            article, tokens, cut, clause, first, last, verb, here, told, text, interval, recalled, timex, told_in
        )
        if telling is None:
            continue
        if telling is Telling.PLAN and interval is not None:
            interval = to_come(article, timex, interval)
        if telling is Telling.DONE and interval is not None and interval.start is None and interval.end is not None:
            interval = replace(interval, start=interval.end - DAY)  # "did not leave until Thursday"
        if clause.opener in _RELATIVE:
            first, last = 0, len(tokens)  # "the talks, which had been due in May": what is planned stands before
        stems, terms = _words(article, sentence, tokens[first:last])
        yield Statement(
            telling,
            number,
            sentence,
            timex.start,
            timex.end,
            timex.text,
            words.doing(tokens, verb, first, last, span, spent, told_in),
            stems,
            terms,
            around,
            _ordinals(tokens, first, last, told_in),
            words.described(tokens, first, last, told_in),
            interval,
            timex.value,
            deadline,
            bool(words.FROM_ON.search(before)),
            late is not None or words.LATE.search(following) is not None or came_late(article, sentence),
            timex.year_stated,
        )


def to_come(article: Article, timex: Timex, interval: Interval) -> Interval:
    """The first such day or month after publication, where a plan's "on Sunday" or "by June" was read as one before."""
    first = article.document.published.first
    if first is None or interval.end is None or interval.end > instant(first):
        return interval
    if _WEEKDAY.fullmatch(timex.text):
        return _shifted(interval, 7 * DAY) if instant(first) - interval.end < 7 * DAY else interval
    if timex.year_stated or not _YEARLY.match(timex.value) or _LAST.search(timex.text):
        return interval
    for years in (1, 2):
        days = _years_on(interval.end, years) - interval.end
        if interval.end + days > instant(first):
            return _shifted(interval, days)
    return interval


def _shifted(interval: Interval, seconds: int) -> Interval:
    start = interval.start + seconds if interval.start is not None else None
    return replace(interval, start=start, end=(interval.end or 0) + seconds)


def _years_on(seconds: int, years: int) -> int:
    """The same day of the year, ``years`` later; 1 March for a 29 February."""
    when = moment(seconds)
    try:
        return instant(when.replace(year=when.year + years))
    except ValueError:
        return instant(when.replace(year=when.year + years, month=3, day=1))


def _planned(
    tokens: Sequence[Token], verbs: Sequence[int], first: int, here: int, prose: str, spoken: frozenset[str]
) -> int | None:
    """The verb that the last announcing word before the time at ``here`` governs: "hope to reach", "is to leave"."""
    if not may_find(words.ANNOUNCING, spoken):
        return None
    start = tokens[first].start
    cues = list(words.ANNOUNCING.finditer(prose, start, tokens[here].start))
    if not cues:
        return None
    after = token_at(tokens, cues[-1].end())
    return next((verb for verb in verbs if after <= verb < here), None)


def _stretch(tokens: Sequence[Token], clause: Clause, times: Sequence[Timex], index: int) -> tuple[int, int]:
    """Tokens of the clause that the time may speak of: not beyond an "and" after another time."""
    first, last = clause.first, clause.last
    for other, timex in enumerate(times):
        place = token_at(tokens, timex.start)
        if other == index or not clause.first <= place < clause.last:
            continue
        low, high = sorted((place, token_at(tokens, times[index].start)))
        joints = [i for i in range(low + 1, high) if tokens[i].low in {"and", "but", "then"}]
        if joints:
            if other < index:
                first = max(first, joints[-1])
            else:
                last = min(last, joints[0])
    return first, last


def _telling(
    article: Article,
    tokens: Sequence[Token],
    cut: Sequence[Clause],
    clause: Clause,
    first: int,
    last: int,
    verb: int | None,
    here: int,
    span: str,
    text: str,
    when: Interval | None,
    recalled: bool,
    timex: Timex,
    spoken: frozenset[str],
) -> Telling | None:
    """What a stretch with a time at token ``here`` says of it, None where that is neither plan nor outcome."""
    number = cut.index(clause)
    lead = article.document.prose[tokens[first].start : tokens[here].start]
    before = article.document.prose[tokens[cut[number - 1].first].start : tokens[first].start] if number else ""
    if recalled or (may_find(words.RECALLED, spoken) and words.RECALLED.search(lead)):
        certain = timex.weekday is not None or timex.year_stated
        ends = when.end if when is not None and certain else None
        known = article.document.published.first
        # "Had been pencilled in for Thursday" of a Thursday to come is still the plan.
        return Telling.PLAN if ends is not None and known is not None and ends > instant(known) else Telling.RECALLED
    planning = may_find(words.PLAN, spoken)
    planned = words.PLAN.search(lead) if planning else None
    if may_find(words.MOVED, spoken) and words.MOVED.search(lead):
        return Telling.MOVED
    if planned and may_find(words.LATE, spoken) and words.LATE.search(text):
        return Telling.MOVED
    negative = words.NOT.search(lead) if may_find(words.NOT, spoken) else None
    unsure = may_find(words.UNSURE, spoken)
    if planned or (planning and here - first <= 3 and words.PLAN.search(span)):
        if negative:
            return Telling.MOVED if re.search(r"\bbefore $", lead) else None
        return Telling.PLAN if not (unsure and words.UNSURE.search(span)) else None
    if negative and words.NOT_UNTIL.search(lead):
        return Telling.DONE
    would = may_find(words.WOULD, spoken)
    if would and not negative and words.WOULD.search(lead):
        reported = words.SAID.search(lead) or (clause.opener in {"that", ""} and words.SAID.search(before))
        reported = reported or words.SAID_AFTER.match(article.document.prose, timex.end)
        return Telling.PLAN if reported else None
    if verb is None and clause.opener == "with" and words.PLAN.search(before):
        return Telling.PLAN
    published = article.document.published
    ahead = instant(published.last) + DAY if published.last is not None else None
    if ahead is not None and when is not None and when.start is not None and when.start >= ahead:
        # "The talks begin on Monday": no past tense, and something that is scheduled.
        told_in = span if here - first <= 3 else lead
        steps = any(map(words.is_step, words.doing(tokens, verb, first, last, span, spoken=spoken)))
        told = negative or (unsure and words.UNSURE.search(span)) or words.PAST.search(told_in) or not steps
        return None if told or any(_is_past(tokens[index].text) for index in range(first, here)) else Telling.PLAN
    if negative or verb is None or (unsure and words.UNSURE.search(lead)):
        return None
    if (would and words.WOULD.search(span)) or (planning and words.PLAN.search(span)):
        return None
    if clause.opener == "with" and tokens[verb].low.endswith("ing"):
        return Telling.DONE  # "with the leaders signing at noon"
    following = tokens[verb + 1].text if verb + 1 < len(tokens) else ""
    if tokens[verb].low.endswith("ing") and following != "again":
        return Telling.DONE if tokens[verb - 1].low in _STARTED else None
    return Telling.DONE


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in words.PAST_FORMS


def _within(article: Article, timex: Timex, before: str) -> Interval | None:
    """The days up to the end of "within a week", counted from publication."""
    match = _PERIOD.fullmatch(timex.value)
    day = article.document.published.day
    if match is None or day is None or not _WITHIN.search(before):
        return None
    start = instant(day)
    return Interval(start, start + (int(match[1]) * _IN_DAYS[match[2]] + 1) * DAY, Granularity.DAY, approximate=True)


def _words(article: Article, sentence: Sentence, tokens: Sequence[Token]) -> tuple[frozenset[str], frozenset[str]]:
    """The content stems and the proper words of ``tokens``; a name counts as proper at the sentence's head, too."""
    stems, terms = content_words(tokens)
    head = tokens[0] if tokens else None
    if head is not None and head.low not in terms and _is_named(article, sentence, head.start):
        stems, terms = stems - {stem(head.low)}, terms | {head.low}
    return stems, terms


def _is_named(article: Article, sentence: Sentence, offset: int) -> bool:
    return any(name.start <= offset < name.end for name in names_in(article, sentence)) or any(
        place.start <= offset < place.end for place in places_in(article, sentence)
    )


def _from(tokens: Sequence[Token], offset: int) -> int:
    """How many tokens begin before ``offset``."""
    return bisect_left(tokens, (offset,))


def _ordinals(tokens: Sequence[Token], first: int, last: int, spoken: frozenset[str]) -> frozenset[int]:
    if spoken.isdisjoint(words.ORDINALS):
        return frozenset()
    found = (words.ORDINALS.get(tokens[index].low) for index in range(first, last))
    return frozenset(number for number in found if number is not None)


def month_of(statement: Statement) -> int | None:
    """The month that the statement's date lies in or names, known even where its year is not."""
    if statement.when is not None and statement.when.start is not None:
        return moment(statement.when.start).month
    match = re.match(r"XXXX-(\d\d)", statement.value)
    return int(match[1]) if match else None
