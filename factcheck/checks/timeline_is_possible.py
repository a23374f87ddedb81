"""The dates of all articles, and the order in which they say things happened, must fit on one timeline.

A simple temporal network (Dechter, Meiri and Pearl, 1991) over the corpus: a point for each event, bounded by the dates
that articles give it and by the order that sentences state ("two days after the vote"). A contradiction comes back as
its shortest kind of proof, a cycle of statements that cannot all be true, without any one of which the others could.
An event that articles date differently is for the date rules to report: here each such mention stands alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from factcheck.assertions.model import Article, Assertion, Modality, Polarity
from factcheck.assertions.ordering import Ordering, orderings
from factcheck.checks.loose_dates import is_loose
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.telling import article_name, how_read, time_evidence, time_words
from factcheck.expressions.model import Timex
from factcheck.identity.model import Corpus, Member
from factcheck.temporal.compare import can_be_equal
from factcheck.temporal.interval import DAY, Granularity, Interval
from factcheck.temporal.network import Constraint, between, negative_cycle

Point = tuple[str, int, int]
_ORIGIN: Point = ("", -1, -1)
# A date of another article may be told on another clock, somewhere else on Earth.
_OTHER_CLOCK = DAY // 2
_MOST = 50  # contradictions reported; more of them are one misreading many times


class Options(BaseOptions):
    """What a rule may set."""

    coarsest: Literal["day", "month", "year"] = Field(
        default="month", description="The coarsest date that bounds an event: a month, say."
    )
    longest_days: int = Field(
        default=365, gt=0, description="Dates farther apart than this are of two affairs, taken for one."
    )


_COARSEST = {"day": Granularity.DAY, "month": Granularity.MONTH, "year": Granularity.YEAR}


@dataclass(frozen=True, slots=True)
class _Step:
    """One statement of a contradiction: a date of an event, or an order between two."""

    member: Member
    timex: Timex | None = None
    order: Ordering | None = None


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each set of statements that no timeline can hold, smallest explanations only.

    Each article is judged by itself first, on its own clock; then all together, a date of one article granted half a
    day on either side against those of another.
    """
    stated = {
        number: found
        for number, article in enumerate(corpus.articles)
        if (found := tuple(orderings(article.assertions)))
    }
    if not stated:
        return
    dated = _dated(corpus, options)
    alone = {member: ("", member.article, member.assertion) for member in _members(corpus)}
    linked = alone | _points(corpus)
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
            and _is_told(assertion)
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
    steps: list[_Step] = []
    constraints: list[Constraint[Point]] = []

    def add(made: Iterator[Constraint[Point]], step: _Step) -> None:
        constraints.extend(constraint._replace(why=str(len(steps))) for constraint in made)
        steps.append(step)

    ordered = {
        points[Member(number, index)]
        for number, found in stated.items()
        for order in found
        for index in (order.earlier, order.later)
    }
    for member, interval in dated.items():
        if points[member] in ordered:
            start = None if interval.start is None else interval.start - slack
            end = None if interval.end is None else interval.end - 1 + slack
            step = _Step(member, timex=corpus.resolve(member)[1].time)
            add(between(_ORIGIN, points[member], start, end), step)
    for number, found in stated.items():
        for order in found:
            earlier, later = points[Member(number, order.earlier)], points[Member(number, order.later)]
            if earlier != later:
                add(between(earlier, later, order.low, order.high), _Step(Member(number, order.later), order=order))
    for _ in range(_MOST):
        cycle = negative_cycle(constraints)
        if cycle is None:
            return
        used = sorted({int(constraint.why) for constraint in cycle})
        told = [steps[index] for index in used]
        orders = {str(index) for index in used if steps[index].order is not None}
        if orders and _is_one_affair(told, options):
            yield _conflict(corpus, told)
        # The rest is judged without the order that could not be kept.
        gone = orders or {str(used[0])}
        constraints = [constraint for constraint in constraints if constraint.why not in gone]


def _is_one_affair(told: Sequence[_Step], options: Options) -> bool:
    """Whether the dates lie near enough to be of one chain of events and not of two that are taken for one."""
    starts = [
        step.timex.interval.start
        for step in told
        if step.timex is not None and step.timex.interval is not None and step.timex.interval.start is not None
    ]
    return not starts or max(starts) - min(starts) <= options.longest_days * DAY


def _points(corpus: Corpus) -> dict[Member, Point]:
    """The point that assertions of one event share: those linked, and those of a type that an article has once.

    An event that articles date differently is left out; its mentions stand alone.
    """
    root: dict[Member, Member] = {}

    def find(member: Member) -> Member:
        while root.setdefault(member, member) != member:
            member = root[member]
        return member

    def join(members: Sequence[Member]) -> None:
        for other in members[1:]:
            first, second = sorted((find(members[0]), find(other)))
            root[second] = first

    for event in corpus.events:
        if _agree(corpus, event.members):
            join([member for member in event.members if _is_told(corpus.resolve(member)[1])])
    for number, article in enumerate(corpus.articles):
        by_type: dict[str, list[Member]] = defaultdict(list)
        for index, assertion in enumerate(article.assertions):
            record = corpus.records.get(Member(number, index))
            if record is not None and _is_told(assertion) and assertion.ordinal is None:
                by_type[assertion.event].append(Member(number, index))
        for members in by_type.values():
            cores = {corpus.records[member].core for member in members} - {frozenset()}
            if len(cores) <= 1 and all(corpus.records[member].alone for member in members) and _agree(corpus, members):
                join(members)
    members_of: dict[Member, list[Member]] = defaultdict(list)
    for member in root:
        members_of[find(member)].append(member)
    return {
        member: ("", first.article, first.assertion)
        for first, members in members_of.items()
        if _agree(corpus, members)
        for member in members
    }


def _agree(corpus: Corpus, members: Sequence[Member]) -> bool:
    """Whether no two of the dates that the assertions give exclude each other."""
    intervals = [
        timex.interval
        for member in members
        if (timex := corpus.resolve(member)[1].time) is not None and timex.interval is not None
    ]
    distinct = list(dict.fromkeys(intervals))
    return all(can_be_equal(a, b) for n, a in enumerate(distinct) for b in distinct[:n])


def _is_told(assertion: Assertion) -> bool:
    return assertion.modality is Modality.HAPPENED and assertion.polarity is Polarity.POSITIVE


def _conflict(corpus: Corpus, told: Sequence[_Step]) -> Conflict:
    evidence: list[Evidence] = []
    lines: list[str] = []
    for step in told:
        article, assertion = corpus.resolve(step.member)
        if step.order is not None:
            evidence.append(Evidence(article.document.name, step.order.start, step.order.end))
            lines.append(f"{article_name(article)}: {_order_words(article, step.order)}.")
        elif step.timex is not None:
            evidence.append(time_evidence(article, assertion))
            lines.append(f"{article_name(article)} dates the {_kind(assertion)} to {time_words(step.timex)}.")
    names = list(dict.fromkeys(article_name(corpus.resolve(step.member)[0]) for step in told))
    whose = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    order = next(step for step in told if step.order is not None)
    article = corpus.resolve(order.member)[0]
    assert order.order is not None
    dates = [
        f"the {_kind(corpus.resolve(step.member)[1])} {time_words(step.timex)}"
        for step in told
        if step.timex is not None
    ]
    return Conflict(
        message=f"{len(told)} statements of {whose} cannot all be true: {_order_words(article, order.order)}, "
        f"but the dates are {' and '.join(dates)}.",
        evidence=tuple(evidence),
        key=("timeline", *sorted(lines)),
        explanation=(
            *lines,
            *(how_read(corpus.resolve(step.member)[0], step.timex) for step in told if step.timex is not None),
            "Without any one of them the others fit on one timeline.",
        ),
        suggestion="Check the dates and the order; one of them is wrong, or two events are taken for one.",
        confidence=0.75,
    )


def _kind(assertion: Assertion) -> str:
    return assertion.event.replace("-", " ")


def _order_words(article: Article, order: Ordering) -> str:
    earlier, later = article.assertions[order.earlier], article.assertions[order.later]
    words = " ".join(article.document.text[order.start : order.end].split())
    if (order.low == 0 and order.high is None) or "before" in words or "ahead" in words:
        return f'the {_kind(earlier)} comes before the {_kind(later)} ("{words}")'
    return f'the {_kind(later)} comes "{words}" the {_kind(earlier)}'
