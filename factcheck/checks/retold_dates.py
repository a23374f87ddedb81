"""Two articles that tell one event must date it alike, though no participant links the two statements.

What the linked events give (:mod:`same_event_dates_agree`) comes first; here the evidence of names, words and figures
in common (:mod:`retold`) finds statements of one kind of event that tell it with two days, as a slip leaves them: some
days apart, or the same day of the next month.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from factcheck.checks import same_event_dates_agree
from factcheck.checks.loose_dates import is_bare_clock, is_loose, may_be_one_night, names_day, on_two_clocks
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.retold import Retelling, Weighing, soon_again
from factcheck.checks.retold_statements import Statement, dated, nearest
from factcheck.checks.telling import article_name, how_read, time_words
from factcheck.identity.model import Corpus
from factcheck.identity.places import Relation, relate
from factcheck.patterns import regex
from factcheck.temporal.interval import DAY, Granularity, instant, moment

_MONTH = 31
_LEAST, _MOST = 5 * 60, 3 * 3600  # seconds by which a clock time may be a slip
_MOST_CLOCKS = 20
_YEARS = 2
_WEEKDAY = regex(r"\b(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*day\b", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DIGIT = regex(r"\d")


class Options(BaseOptions):
    """What a rule may set."""

    enough: float = option(default=9.0, description="Evidence in bits that two statements are of one event.")
    enough_with_names: float = option(default=6.5, description="The same where the two sentences share telling names.")
    most_days: int = option(default=10, ge=1, description="Days farther apart are two events, not a slip.")


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each two statements that the evidence takes for one event with two days."""
    statements = list(dated(corpus))
    weighing = Weighing(corpus, statements)
    known: set[frozenset[tuple[str, int]]] | None = None
    reported: set[tuple[object, ...]] = set()
    found = []
    for a, b in nearest([one for one in statements if _is_told(one)]):
        days = _gap(a, b)
        if days is None or (days > options.most_days and not _months_apart(a, b)) or not _can_clash(a, b, days):
            continue
        retelling = weighing.weigh(a, b)
        if not retelling.kinds or soon_again(corpus, retelling, days):
            continue
        if retelling.is_sure(options.enough, options.enough_with_names) and weighing.is_best(retelling):
            found.append(retelling)
    found += _clocks(statements, weighing, options)
    for retelling in sorted(found, key=lambda one: -one.bits):
        a, b = retelling.first, retelling.second
        key = (*sorted(retelling.kinds)[:1], *sorted((a.day, b.day)), *sorted((_clock(a) or 0, _clock(b) or 0)))
        if known is None:
            known = _known(corpus)
        if key in reported or frozenset((_place(a), _place(b))) in known:
            continue
        reported.add(key)
        yield _conflict(retelling)


def _clocks(statements: Sequence[Statement], weighing: Weighing, options: Options) -> Iterator[Retelling]:
    """Two clock times of one event on one day, each the only one that its article gives such an event then."""
    told: dict[tuple[str, int], list[Statement]] = defaultdict(list)
    for one in statements:
        if _is_told(one) and _clock(one) is not None:
            for kind in one.kinds:
                told[kind, one.day].append(one)
    for (kind, _), alike in sorted(told.items()):
        clocks: dict[int, set[int | None]] = defaultdict(set)
        for one in alike:
            clocks[one.number].add(_clock(one))
        single = [one for one in alike if len(clocks[one.number]) == 1][:_MOST_CLOCKS]
        for a, b in combinations(single, 2):
            first, second = _clock(a), _clock(b)
            if a.number == b.number or first is None or second is None or not _LEAST <= abs(first - second) <= _MOST:
                continue
            if _elsewhere(a, b) or a.is_of_several or b.is_of_several or _on_other_clocks(a, b):
                continue
            retelling = weighing.weigh(a, b)
            if kind in retelling.kinds and retelling.is_sure(options.enough, options.enough_with_names):
                yield retelling


def _clock(one: Statement) -> int | None:
    """Seconds since the year 1 of a clock time to the minute."""
    interval = one.time.interval if one.time is not None and one.time.clock_stated else None
    fine = interval is not None and interval.granularity <= Granularity.MINUTE and not interval.approximate
    return interval.start if interval is not None and fine else None


def _on_other_clocks(a: Statement, b: Statement) -> bool:
    """Whether the two clocks may be of two zones: one without a zone is local, never GMT."""
    offsets = [one.time.interval.offset if one.time and one.time.interval else None for one in (a, b)]
    return offsets[0] != offsets[1] and (None not in offsets or 0 in offsets)


def _known(corpus: Corpus) -> set[frozenset[tuple[str, int]]]:
    """The pairs of sentences whose dates the linked events report."""
    options = same_event_dates_agree.Options()
    found: set[frozenset[tuple[str, int]]] = set()
    for conflict in chain.from_iterable(
        same_event_dates_agree.event_conflicts(corpus, event, options, cite_all=True) for event in corpus.events
    ):
        spots = []
        for one in conflict.evidence:
            sentence = corpus.by_name[one.document].text.sentence_at(one.start)
            spots.append((one.document, sentence.start if sentence is not None else one.start))
        found.update(frozenset((x, y)) for x in spots for y in spots if x[0] != y[0])
    return found


def _place(one: Statement) -> tuple[str, int]:
    return one.article.document.name, one.sentence.start


def _is_told(one: Statement) -> bool:
    """Whether the day is named, and not counted from something else or inferred."""
    timex = one.time
    return timex is not None and names_day(timex) and not is_loose(timex) and not is_bare_clock(timex)


def _gap(a: Statement, b: Statement) -> int | None:
    """Days between two dates; a day of a month without a year may be of the year before or after."""
    first, second = moment(a.day * DAY), moment(b.day * DAY)
    days = abs(a.day - b.day)
    if days > _MONTH and 0 < abs(first.year - second.year) <= _YEARS and (_is_yearless(a) or _is_yearless(b)):
        try:
            days = abs((first.replace(year=second.year) - second).days)
        except ValueError:
            return None
    return days or None


def _is_yearless(one: Statement) -> bool:
    assert one.time is not None
    return not one.time.year_stated and one.time.weekday is None and bool(_DIGIT.search(one.time.text))


def _months_apart(a: Statement, b: Statement) -> bool:
    """Whether the two are one day of two neighbouring months."""
    first, second = moment(a.day * DAY), moment(b.day * DAY)
    return first.day == second.day and abs(a.day - b.day) <= _MONTH


def _can_clash(a: Statement, b: Statement, days: int) -> bool:
    """Whether the two days cannot be one night, one weekday misread, or two clocks."""
    if a.day in b.days or b.day in a.days:
        return False  # a sentence with both tells them apart
    early, late = sorted((a, b), key=lambda one: one.day)
    assert early.time is not None and late.time is not None
    first, last = early.time.interval, late.time.interval
    assert first is not None and last is not None and first.start is not None and last.end is not None
    if on_two_clocks(early.time, late.time, first, last):
        return False
    if may_be_one_night(early.time, late.time):
        return False
    for one, other in ((a, b), (b, a)):
        weekday = _weekday(one)
        if weekday is not None and weekday == other.day % 7:
            return False  # of whatever week it was read
        published = one.article.document.published.last
        if weekday is not None or published is None:
            continue
        if _weekday(other) is not None and other.day * DAY >= instant(published) + DAY:
            return False  # told before it was: then the bare weekday is misread
    if a.is_of_several or b.is_of_several:
        return False
    return not _elsewhere(a, b)


def _elsewhere(a: Statement, b: Statement) -> bool:
    """Whether the two put what they tell in places that lie apart."""
    places = [[told.place for told in one.told if told.place is not None] for one in (a, b)]
    return any(relate(x, y) is Relation.APART for x in places[0] for y in places[1])


def _weekday(one: Statement) -> int | None:
    """The weekday that is all that a statement names of its day; Monday is 0, as 1 January of the year 1."""
    assert one.time is not None
    match = _WEEKDAY.search(one.time.text)
    return _WEEKDAYS.index(match["day"].lower()) if match and not _DIGIT.search(one.time.text) else None


def _conflict(found: Retelling) -> Conflict:
    a, b = found.first, found.second
    assert a.time is not None and b.time is not None
    kind = sorted(found.kinds)[0]
    return Conflict(
        message=f"{article_name(a.article)} seems to date the same {kind.replace('-', ' ')} to {time_words(a.time)}, "
        f"{article_name(b.article)} to {time_words(b.time)}.",
        evidence=tuple(
            Evidence(one.article.document.name, one.time.start, one.time.end) for one in (a, b) if one.time is not None
        ),
        key=(kind, *sorted(str(moment(one.day * DAY).date()) for one in (a, b))),
        explanation=(how_read(a.article, a.time), how_read(b.article, b.time), found.why),
        suggestion="Check which date is right, or say what tells the two events apart.",
        confidence=round(min(0.85, 0.5 + 0.02 * found.bits), 2),
    )
