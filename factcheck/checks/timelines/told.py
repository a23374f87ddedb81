"""How a contradiction of dates and orders is told: each statement, and what would make them fit."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.assertions.model import Article, Assertion
from factcheck.assertions.ordering import Ordering
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.telling import article_name, how_read, time_evidence, time_words
from factcheck.checks.timelines.points import ORIGIN, Point
from factcheck.expressions.model import Timex
from factcheck.identity.model import Corpus, Member
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY
from factcheck.temporal.network import Constraint


@dataclass(frozen=True, slots=True)
class Step:
    """One statement of a contradiction: a date of an event, or an order between two (with the span that one is in)."""

    member: Member
    timex: Timex | None = None
    order: Ordering | None = None
    span: tuple[Member, Timex] | None = None

    @property
    def dates(self) -> Sequence[tuple[Member, Timex]]:
        """The dates it rests on, with the statements that give them."""
        if self.timex is not None:
            return [(self.member, self.timex)]
        return [] if self.span is None else [self.span]


def what_would_fit(corpus: Corpus, steps: Sequence[Step], cycle: Sequence[Constraint[Point]]) -> str:
    """How far each date would have to move, the others as they are, for the statements to be true together."""
    days = max(1, -(sum(constraint.bound for constraint in cycle) // DAY))
    count = "a day" if days == 1 else f"{days} days"
    moves = [
        f"the {_kind(corpus.resolve(member)[1])} was {count} {'later' if constraint.start == ORIGIN else 'earlier'}"
        for constraint in cycle
        for member, timex in steps[int(constraint.why)].dates
        if timex.interval is not None
    ]
    return (
        f"It would fit if {', or if '.join(dict.fromkeys(moves))}; or if the order is wrong, or two are taken for one."
    )


def contradiction(corpus: Corpus, told: Sequence[Step], repair: str) -> Conflict:
    """The conflict of statements that cannot all be true; ``repair`` says what would make them fit."""
    evidence: list[Evidence] = []
    lines: list[str] = []
    for step in told:
        article = corpus.resolve(step.member)[0]
        if step.order is not None:
            evidence.append(Evidence(article.document.name, step.order.start, step.order.end))
            lines.append(f"{article_name(article)}: {_order_words(article, step.order)}.")
        for member, timex in step.dates:
            article, assertion = corpus.resolve(member)
            evidence.append(time_evidence(article, assertion))
            lines.append(f"{article_name(article)} dates the {_kind(assertion)} to {time_words(timex)}.")
    names = list(dict.fromkeys(article_name(corpus.resolve(step.member)[0]) for step in told))
    whose = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    order = next(step for step in told if step.order is not None)
    article = corpus.resolve(order.member)[0]
    assert order.order is not None
    dated = [one for step in told for one in step.dates]
    dates = [f"the {_kind(corpus.resolve(member)[1])} {time_words(timex)}" for member, timex in dated]
    return Conflict(
        message=f"{len(set(lines))} statements of {whose} cannot all be true: {_order_words(article, order.order)}, "
        f"but the dates are {' and '.join(dates)}.",
        evidence=tuple(evidence),
        key=("timeline", *sorted(lines)),
        explanation=(
            *lines,
            *(how_read(corpus.resolve(member)[0], timex) for member, timex in dated),
            "Without any one of them the others fit on one timeline.",
        ),
        suggestion=f"Check the dates and the order. {repair}",
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
