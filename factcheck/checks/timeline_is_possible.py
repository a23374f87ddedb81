"""The dates of all articles, and the order in which they say things happened, must fit on one timeline.

A simple temporal network (Dechter, Meiri and Pearl, 1991) over the corpus: a point for each event, bounded by the dates
that articles give it and by the order that sentences state ("two days after the vote"). A contradiction comes back as
its shortest kind of proof, a cycle of statements that cannot all be true, without any one of which the others could.
An event that articles date differently is for the date rules to report: here each such mention stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from factcheck.assertions.ordering import Ordering, orderings
from factcheck.checks.model import Conflict, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.retelling.loose_dates import is_loose
from factcheck.checks.timelines.points import ORIGIN, Point, disputed, is_told, points_of
from factcheck.checks.timelines.told import Step, contradiction, what_would_fit
from factcheck.expressions.model import Timex
from factcheck.identity.model import Corpus, Member
from factcheck.records import replace
from factcheck.temporal.interval import DAY, Granularity, Interval
from factcheck.temporal.network import Constraint, between, negative_cycle

# A date of another article may be told on another clock, somewhere else on Earth.
_OTHER_CLOCK = DAY // 2
_MOST = 50  # contradictions reported; more of them are one misreading many times


class Options(BaseOptions):
    """What a rule may set."""

    coarsest: Literal["day", "month", "year"] = option(
        default="month", description="The coarsest date that bounds an event: a month, say."
    )
    longest_days: int = option(
        default=365, gt=0, description="Dates farther apart than this are of two affairs, taken for one."
    )


_COARSEST = {"day": Granularity.DAY, "month": Granularity.MONTH, "year": Granularity.YEAR}


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each set of statements that no timeline can hold, smallest explanations only.

    Each article is judged by itself first, on its own clock; then all together, a date of one article granted half a
    day on either side against those of another.
    """
    doubted = disputed(corpus)
    stated = {
        number: found
        for number, article in enumerate(corpus.articles)
        if (
            found := tuple(
                order
                for order in orderings(article.assertions)
                if not {Member(number, order.earlier), Member(number, order.later)} & doubted
            )
        )
    }
    if not stated:
        return
    dated = _dated(corpus, options)
    alone = {member: ("", member.article, member.assertion) for member in _members(corpus)}
    linked = alone | points_of(corpus)
    for number, found in stated.items():
        own = {member: interval for member, interval in dated.items() if member.article == number}
        yield from _contradictions(corpus, options, {number: found}, own, linked, 0)
    yield from _contradictions(corpus, options, stated, dated, linked, _OTHER_CLOCK)


def _members(corpus: Corpus) -> Iterator[Member]:
    for number, article in enumerate(corpus.articles):
        for index in range(len(article.assertions)):
            yield Member(number, index)


def _dated(corpus: Corpus, options: Options) -> dict[Member, Interval]:
    found = {}
    for member in _members(corpus):
        _, assertion = corpus.resolve(member)
        timex = assertion.time
        if (
            timex is not None
            and timex.interval is not None
            and timex.interval.granularity <= _COARSEST[options.coarsest]
            and assertion.time_secure
            and is_told(assertion)
            and not assertion.repeats
            and not is_loose(timex)
        ):
            found[member] = timex.interval
    return found


def _contradictions(
    corpus: Corpus,
    options: Options,
    stated: Mapping[int, Sequence[Ordering]],
    dated: Mapping[Member, Interval],
    points: Mapping[Member, Point],
    slack: int,
) -> Iterator[Conflict]:
    steps: list[Step] = []
    constraints: list[Constraint[Point]] = []

    def add(made: Iterator[Constraint[Point]], step: Step) -> None:
        constraints.extend(constraint._replace(why=str(len(steps))) for constraint in made)
        steps.append(step)

    ordered = {
        points[Member(number, index)]
        for number, found in stated.items()
        for order in found
        for index in (order.earlier, order.later)
    }
    spans = _spans(corpus, dated, points)
    for member, interval in dated.items():
        if points[member] in ordered:
            start = None if interval.start is None else interval.start - slack
            end = None if interval.end is None else interval.end - 1 + slack
            step = Step(member, timex=corpus.resolve(member)[1].time)
            add(between(ORIGIN, points[member], start, end), step)
    for number, found in stated.items():
        for order in found:
            earlier, later = points[Member(number, order.earlier)], points[Member(number, order.later)]
            if earlier == later:
                continue
            step = Step(Member(number, order.later), order=order)
            add(between(earlier, later, order.low, order.high), step)
            if order.inside:
                for first, timex in spans.get(earlier, ()):
                    assert timex.interval is not None
                    assert timex.interval.start is not None
                    assert timex.interval.end is not None
                    low, high = timex.interval.start - slack, timex.interval.end - 1 + slack
                    add(between(ORIGIN, later, low, high), replace(step, span=(first, timex)))
    for _ in range(_MOST):
        cycle = negative_cycle(constraints)
        if cycle is None:
            return
        used = sorted({int(constraint.why) for constraint in cycle})
        told = [steps[index] for index in used]
        orders = {str(index) for index in used if steps[index].order is not None}
        if orders and _is_one_affair(told, options) and not _is_length_alone(steps, cycle):
            yield contradiction(corpus, told, what_would_fit(corpus, steps, cycle))
        # The rest is judged without the order that could not be kept.
        gone = orders or {str(used[0])}
        constraints = [constraint for constraint in constraints if constraint.why not in gone]


def _is_length_alone(steps: Sequence[Step], cycle: Sequence[Constraint[Point]]) -> bool:
    """Whether one article has its two dates in the stated order and only the length between them is another.

    That is a matter for the rules about durations.
    """
    used = [(constraint, steps[int(constraint.why)]) for constraint in cycle]
    orders = [(constraint, step.order) for constraint, step in used if step.order is not None and not step.order.inside]
    if len(orders) != 1 or len({step.member.article for _, step in used}) > 1:
        return False
    constraint, order = orders[0]
    assert order is not None
    longest = order.high is not None and constraint.bound == order.high
    return longest or sum(one.bound for one in cycle) + (order.low or 0) >= 0


def _spans(
    corpus: Corpus, dated: Mapping[Member, Interval], points: Mapping[Member, Point]
) -> dict[Point, list[tuple[Member, Timex]]]:
    """By event, the statements that give both its first and its last day: "from 3 to 9 May"."""
    found: dict[Point, list[tuple[Member, Timex]]] = {}
    for member, interval in dated.items():
        timex = corpus.resolve(member)[1].time
        if timex is not None and len(timex.parts) == 2 and None not in (interval.start, interval.end):
            found.setdefault(points[member], []).append((member, timex))
    return found


def _is_one_affair(told: Sequence[Step], options: Options) -> bool:
    """Whether the dates lie near enough to be of one chain of events and not of two that are taken for one."""
    starts = [
        timex.interval.start
        for step in told
        for _, timex in step.dates
        if timex.interval is not None and timex.interval.start is not None
    ]
    return not starts or max(starts) - min(starts) <= options.longest_days * DAY
