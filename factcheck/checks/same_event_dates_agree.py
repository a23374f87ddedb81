"""Statements of one event must give it dates that can be equal.

Across articles the linked events are judged; within one article, which may well tell of two events of
one type, only statements that name the same people doing the same thing within a few days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Literal

from factcheck.assertions.model import Article, Assertion, Modality, Polarity
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.retelling.loose_dates import is_loose, may_be_one_night, on_two_clocks
from factcheck.checks.retelling.two_instances import are_two_instances
from factcheck.checks.supporters import Supporters
from factcheck.checks.telling import (
    article_name,
    date_words,
    event_name,
    how_read,
    time_evidence,
    time_words,
    why_one_event,
)
from factcheck.expressions.model import Timex
from factcheck.identity.comparison import compare, specific
from factcheck.identity.model import Corpus, Event, Member
from factcheck.identity.places import Relation, relate
from factcheck.patterns import regex
from factcheck.temporal.compare import can_be_equal, gap_days
from factcheck.temporal.interval import DAY, Granularity, Interval, instant


class Options(BaseOptions):
    """What a rule may set."""

    scope: Literal["corpus", "document"] = option(
        default="corpus", description="Compare articles with each other, or each article with itself."
    )
    coarsest: Literal["day", "month", "year"] = option(
        default="month", description="The coarsest date that is compared: a month against another month, say."
    )
    minimum_weight: float = option(
        default=3.0, description="Evidence in bits, beyond the articles being on one story, that it is one event."
    )
    document_window_days: int = option(
        default=3, ge=0, description="Within one article, dates farther apart than this are two events."
    )


_QUOTABLE = 12  # statements of each date among which those to quote are chosen
_COARSEST = {"day": Granularity.DAY, "month": Granularity.MONTH, "year": Granularity.YEAR}


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each event with two dates that cannot be equal, once for each pair of values."""
    if options.scope == "corpus":
        for event in corpus.events:
            yield from event_conflicts(corpus, event, options)
    else:
        for number in range(len(corpus.articles)):
            yield from _article_conflicts(corpus, number, options)


def _dated(corpus: Corpus, members: Sequence[Member], options: Options) -> list[tuple[Member, Timex, Interval]]:
    found = []
    for member in members:
        _, assertion = corpus.resolve(member)
        timex = assertion.time
        if (
            timex is not None
            and timex.interval is not None
            and timex.interval.start is not None
            and timex.interval.end is not None
            and timex.interval.granularity <= _COARSEST[options.coarsest]
            and assertion.time_secure
            and not is_loose(timex)
            and assertion.modality is Modality.HAPPENED
            and assertion.polarity is Polarity.POSITIVE
            and not assertion.repeats
        ):
            found.append((member, timex, timex.interval))
    return found


def event_conflicts(corpus: Corpus, event: Event, options: Options, *, cite_all: bool = False) -> Iterator[Conflict]:
    """The conflicts of one event; with ``cite_all`` each cites everybody who gives either date."""
    dated = _dated(corpus, event.members, options)
    # Values, each with its supporters; compare values, not mentions, so that a hot event stays cheap.
    values: list[list[tuple[Member, Timex, Interval]]] = []
    for item in sorted(dated, key=lambda item: (item[2].granularity, item[0])):
        home = next((group for group in values if all(can_be_equal(item[2], other[2]) for other in group)), None)
        if home is None:
            values.append([item])
        else:
            home.append(item)
    for first, second in combinations(values, 2):
        pair = _best_pair(corpus, first, second, options)
        if pair is not None:
            yield _conflict(corpus, event, pair[0], pair[1], first, second, cite_all=cite_all)


def _best_pair(
    corpus: Corpus,
    first: Sequence[tuple[Member, Timex, Interval]],
    second: Sequence[tuple[Member, Timex, Interval]],
    options: Options,
) -> tuple[tuple[Member, Timex, Interval], tuple[Member, Timex, Interval]] | None:
    """The two statements to quote: of different articles, with the most evidence that they are of one event."""
    best = None
    for a in first[:_QUOTABLE]:
        for b in second[:_QUOTABLE]:
            if a[0].article == b[0].article or can_be_equal(a[2], b[2]):
                continue
            if _same_text(corpus, a[0], b[0]) or on_two_clocks(a[1], b[1], a[2], b[2]) or may_be_one_night(a[1], b[1]):
                continue
            if _is_another(corpus, a[0], b[0]):
                continue
            if _told_before(corpus, a, b) or _told_before(corpus, b, a):
                continue
            comparison = compare(corpus.records[a[0]], corpus.records[b[0]], corpus.rarity)
            if comparison.vetoed or specific(comparison) < options.minimum_weight:
                continue
            key = (-comparison.weight, a[0], b[0])
            if best is None or key < best[0]:
                best = (key, (a, b))
    return best[1] if best is not None else None


def _is_another(corpus: Corpus, a: Member, b: Member) -> bool:
    """Whether two statements differ in more than their dates: another day in another place, or with another number."""
    one, two = corpus.records[a].assertion, corpus.records[b].assertion
    if one.count is not None and two.count is not None and one.count != two.count:
        return True
    if are_two_instances(corpus.articles[a.article], one, corpus.articles[b.article], two):
        return True
    return one.place is not None and two.place is not None and relate(one.place, two.place) is Relation.APART


_BARE_WEEKDAY = regex(
    r"^(?:on |early |late |last |this )*(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?: (?:morning|afternoon|evening|night))?$",
    re.IGNORECASE,
)


def _told_before(corpus: Corpus, a: tuple[Member, Timex, Interval], b: tuple[Member, Timex, Interval]) -> bool:
    """Whether ``a``'s article appeared before the bare weekday by which ``b`` dates the event: then that is misread."""
    published = corpus.articles[a[0].article].document.published.last
    if published is None or not _BARE_WEEKDAY.match(b[1].text) or b[2].start is None:
        return False
    return b[2].start >= instant(published) + DAY


def _same_text(corpus: Corpus, a: Member, b: Member) -> bool:
    first, second = corpus.articles[a.article].document, corpus.articles[b.article].document
    return bool(first.digest) and first.digest == second.digest


def _conflict(
    corpus: Corpus,
    event: Event,
    a: tuple[Member, Timex, Interval],
    b: tuple[Member, Timex, Interval],
    supporters_a: Sequence[tuple[Member, Timex, Interval]],
    supporters_b: Sequence[tuple[Member, Timex, Interval]],
    *,
    cite_all: bool,
) -> Conflict:
    (member_a, timex_a, interval_a), (member_b, timex_b, interval_b) = a, b
    article_a, assertion_a = corpus.resolve(member_a)
    article_b, assertion_b = corpus.resolve(member_b)
    told = event_name(corpus, [member_a, member_b])
    comparison = compare(corpus.records[member_a], corpus.records[member_b], corpus.rarity)
    explanation = [how_read(article_a, timex_a), how_read(article_b, timex_b)]
    explanation.append(why_one_event(corpus, member_a, member_b, comparison))
    evidence = [time_evidence(article_a, assertion_a), time_evidence(article_b, assertion_b)]
    lean, reasons, related = _support(corpus, member_a, member_b, supporters_a, supporters_b, cite_all)
    explanation.extend(reasons)
    evidence.extend(item for item in related if item not in evidence)
    suggestion = "Check which date is right."
    if lean is not None:
        right = timex_a if lean == 0 else timex_b
        wrong = article_b if lean == 0 else article_a
        suggestion = f"The other statements support {time_words(right)}; check {article_name(wrong)}."
    weight = comparison.weight
    return Conflict(
        message=f"{article_name(article_a)} dates {told} to {time_words(timex_a)}, "
        f"{article_name(article_b)} to {time_words(timex_b)}.",
        evidence=tuple(evidence),
        key=(event.type, *sorted((date_words(interval_a), date_words(interval_b))), *event.participants[:3]),
        explanation=tuple(explanation),
        suggestion=suggestion,
        confidence=round(min(0.97, 0.6 + 0.04 * weight), 2),
    )


def _support(
    corpus: Corpus,
    a: Member,
    b: Member,
    supporters_a: Sequence[tuple[Member, Timex, Interval]],
    supporters_b: Sequence[tuple[Member, Timex, Interval]],
    cite_all: bool,
) -> tuple[int | None, list[str], list[Evidence]]:
    """Which of the two dates the rest of the corpus supports: other statements of it, and what led up to it."""
    reasons: list[str] = []
    related: list[Evidence] = []
    score = [0, 0]
    for side, (member, supporters) in enumerate(((a, supporters_a), (b, supporters_b))):
        seen = {member.article}
        opposite = {item[2] for item in (supporters_b if side == 0 else supporters_a)}
        told = Supporters(cite_all=cite_all)
        for other, timex, interval in supporters:
            if other.article not in seen and not any(can_be_equal(interval, item) for item in opposite):
                seen.add(other.article)
                score[side] += 1
                article, assertion = corpus.resolve(other)
                line = f'{article_name(article)} also gives "{timex.text}".'
                told.add(line, time_evidence(article, assertion), f"date it to {time_words(timex)}, too")
        reasons += told.lines
        related += told.places
        for article, assertion, gap in _led_up(corpus, member):
            score[side] += 1
            reasons.append(
                f"{article_name(article)} tells of the {assertion.event} {gap} "
                f"day{'s' if gap != 1 else ''} before that: "
                f'"{assertion.trigger}", {time_words(assertion.time) if assertion.time else ""}.'
            )
            related.append(time_evidence(article, assertion))
            break
    lean = None if score[0] == score[1] else (0 if score[0] > score[1] else 1)
    return lean, reasons, related


def _led_up(corpus: Corpus, member: Member) -> Iterator[tuple[Article, Assertion, int]]:
    """What a participant did in the three days before the date: the arrival before a meeting, say."""
    record = corpus.records[member]
    timex = record.assertion.time
    if timex is None or timex.interval is None or timex.interval.start is None or not record.event.before:
        return
    for other, candidate in corpus.records.items():
        when = candidate.assertion.time
        if (
            candidate.event.name not in record.event.before
            or not candidate.strong & record.strong
            or when is None
            or when.interval is None
            or when.interval.start is None
            or candidate.assertion.modality is not Modality.HAPPENED
        ):
            continue
        gap = (timex.interval.start - when.interval.start // DAY * DAY) // DAY
        if 0 <= gap <= 3 and when.interval.granularity <= Granularity.DAY:
            article, assertion = corpus.resolve(other)
            yield article, assertion, gap


def _article_conflicts(corpus: Corpus, number: int, options: Options) -> Iterator[Conflict]:
    """Conflicts inside one article: one agent, one type, fine dates a few days apart; each value once."""
    article = corpus.articles[number]
    members = [m for m in (Member(number, i) for i in range(len(article.assertions))) if m in corpus.records]
    dated = [item for item in _dated(corpus, members, options) if item[2].granularity <= Granularity.DAY]
    reported: set[tuple[str, str, str]] = set()
    for a, b in combinations(dated, 2):
        first, second = corpus.records[a[0]], corpus.records[b[0]]
        if first.event.name != second.event.name or can_be_equal(a[2], b[2]):
            continue
        gap = gap_days(a[2], b[2])
        if gap is None or gap > options.document_window_days or not _one_doing(corpus, a[0], b[0]):
            continue
        days = sorted((date_words(_whole_day(a[2])), date_words(_whole_day(b[2]))))
        key = (first.event.name, days[0], days[1])
        if key in reported:
            continue
        reported.add(key)
        first_days = {date_words(_whole_day(a[2]))}
        others = [
            item
            for item in dated
            if item not in (a, b)
            and corpus.records[item[0]].event.name == first.event.name
            and date_words(_whole_day(item[2])) in {*days}
            and _one_doing(corpus, a[0] if date_words(_whole_day(item[2])) not in first_days else b[0], item[0])
        ]
        told = event_name(corpus, [a[0], b[0]])
        yield Conflict(
            message=f"{article_name(article)} dates {told} to {time_words(a[1])} and to {time_words(b[1])}.",
            evidence=tuple(time_evidence(article, corpus.resolve(item[0])[1]) for item in (a, b, *others)),
            key=key,
            explanation=(how_read(article, a[1]), how_read(article, b[1])),
            suggestion="Check which day is right, or say what tells the two apart.",
            confidence=0.75,
        )


def _whole_day(interval: Interval) -> Interval:
    start = (interval.start or 0) // DAY * DAY
    return Interval(start, start + DAY, Granularity.DAY)


def _one_doing(corpus: Corpus, a: Member, b: Member) -> bool:
    """Whether two statements of one article surely tell of one doing: a shared core participant, nothing apart."""
    first, second = corpus.records[a], corpus.records[b]
    one, two = first.assertion, second.assertion
    if one.sentence.start == two.sentence.start or one.ordinal is not None or two.ordinal is not None:
        return False
    if not first.strong & second.strong or compare(first, second, corpus.rarity).vetoed:
        return False
    if first.event.core in {"agent", "patient"} and first.core and second.core and not first.core & second.core:
        return False
    for x, y in ((one.place, two.place), (one.destination, two.destination)):
        if x is not None and y is not None and relate(x, y) is Relation.APART:
            return False
    return True
