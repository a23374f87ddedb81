"""Two articles that tell one event must date it alike, though no participant links the two statements.

What the linked events give (:mod:`same_event_dates_agree`) comes first; here the evidence of names, words and figures
in common (:mod:`retold`) finds statements of one kind of event that tell it with two days, as a slip leaves them: some
days apart, or the same day of the next month.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from factcheck.checks import same_event_dates_agree
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.retelling.days_apart import can_clash, elsewhere, gap, months_apart
from factcheck.checks.retelling.loose_dates import is_bare_clock, is_loose, names_day
from factcheck.checks.retelling.retold import Retelling, Weighing, event_told, soon_again
from factcheck.checks.retelling.retold_statements import Statement, dated, nearest
from factcheck.checks.retelling.told_another_day import told_another_day
from factcheck.checks.telling import article_name, how_read, time_words
from factcheck.identity.model import Corpus
from factcheck.temporal.interval import DAY, Granularity, moment

_LEAST, _MOST = 5 * 60, 3 * 3600  # seconds by which a clock time may be a slip
_MOST_CLOCKS = 20


class Options(BaseOptions):
    """What a rule may set."""

    enough: float = option(default=9.0, description="Evidence in bits that two statements are of one event.")
    enough_with_names: float = option(default=6.5, description="The same where the two sentences share telling names.")
    enough_for_acts: float = option(
        default=5.5,
        description="The same where the two tell of one act in other words, and a weekday, month or digit off.",
    )
    most_days: int = option(default=10, ge=1, description="Days farther apart are two events, not a slip.")


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each two statements that the evidence takes for one event with two days."""
    statements = list(dated(corpus))
    weighing = Weighing(corpus, statements)
    known: set[frozenset[tuple[str, int]]] | None = None
    reported: set[tuple[object, ...]] = set()
    found = []
    for a, b in nearest([one for one in statements if _is_told(one)]):
        days = gap(a, b)
        if days is None or (days > options.most_days and not months_apart(a, b)) or not can_clash(a, b):
            continue
        if a.is_of_several or b.is_of_several:
            continue
        retelling = weighing.weigh(a, b)
        if not retelling.kinds or soon_again(corpus, retelling, days):
            continue
        if retelling.is_sure(options.enough, options.enough_with_names) and weighing.is_best(retelling):
            found.append(retelling)
    found += _clocks(statements, weighing, options)
    told = {_pair(one) for one in found}
    others = told_another_day(corpus, weighing.told_apart, options.enough_for_acts, options.most_days)
    found += [one for one in others if _pair(one) not in told]
    reported_days: set[frozenset[int]] = set()
    for retelling in sorted(found, key=lambda one: -one.bits):
        a, b = retelling.first, retelling.second
        key: tuple[object, ...] = (
            *sorted(retelling.kinds)[:1],
            *sorted((a.day, b.day)),
            *sorted((_clock(a) or 0, _clock(b) or 0)),
        )
        if known is None:
            known = _known(corpus)
        if key in reported or frozenset((_place(a), _place(b))) in known:
            continue
        two_days = frozenset((a.day, b.day))
        if len(two_days) > 1 and two_days in reported_days:
            continue  # one matter, told by several verbs
        reported_days.add(two_days)
        reported.add(key)
        yield _conflict(corpus, retelling)


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
            if elsewhere(a, b) or a.is_of_several or b.is_of_several or _on_other_clocks(a, b):
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


def _pair(found: Retelling) -> frozenset[tuple[str, int]]:
    """The two sentences, each by its article and where it begins."""
    return frozenset((_place(found.first), _place(found.second)))


def _place(one: Statement) -> tuple[str, int]:
    return one.article.document.name, one.sentence.start


def _is_told(one: Statement) -> bool:
    """Whether the day is named, and not counted from something else or inferred."""
    timex = one.time
    return timex is not None and names_day(timex) and not is_loose(timex) and not is_bare_clock(timex)


def _conflict(corpus: Corpus, found: Retelling) -> Conflict:
    a, b = found.first, found.second
    assert a.time is not None and b.time is not None
    kind = sorted(found.kinds)[0]
    return Conflict(
        message=f"{article_name(a.article)} seems to date {event_told(corpus, found)} to {time_words(a.time)}, "
        f"{article_name(b.article)} to {time_words(b.time)}.",
        evidence=tuple(
            Evidence(one.article.document.name, one.time.start, one.time.end) for one in (a, b) if one.time is not None
        ),
        key=(kind, *sorted(str(moment(one.day * DAY).date()) for one in (a, b))),
        explanation=(how_read(a.article, a.time), how_read(b.article, b.time), found.why),
        suggestion="Check which date is right, or say what tells the two events apart.",
        confidence=round(min(0.85, 0.5 + 0.02 * found.bits), 2),
    )
