"""What one article planned or expected, beside the date or place at which another reports it, or beside its end.

Never an error: plans change. A plan is compared with the first outcome after it. Events that an event type links come
first; what the words of two clauses alone show to be one undertaking (:mod:`schedule_slips`) comes after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Assertion
from factcheck.checks.figures.slip_telling import slip_conflict
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.plans.hopes_answered import conflict, matches
from factcheck.checks.plans.outcomes import is_outcome, is_plan, published, value_evidence, where_of
from factcheck.checks.plans.rate_outlooks import missed_decisions
from factcheck.checks.plans.reversals import reversals
from factcheck.checks.plans.schedule_slips import grouped
from factcheck.checks.plans.schedule_words import step_of
from factcheck.checks.stories import blocks_of
from factcheck.checks.telling import (
    article_name,
    date_words,
    event_name,
    place_words,
    time_words,
    why_one_event,
)
from factcheck.identity.comparison import Record, compare, specific
from factcheck.identity.model import Corpus, Member
from factcheck.identity.places import elsewhere, fold
from factcheck.records import dataclass
from factcheck.temporal.compare import can_be_equal
from factcheck.temporal.interval import DAY, Interval


class Options(BaseOptions):
    """What a rule may set."""

    minimum_weight: float = option(default=3.5, description="Evidence in bits that plan and outcome are of one event.")
    minimum_specific: float = option(default=3.0, description="The same, without what the articles as wholes share.")
    horizon_days: int = option(
        default=100,
        ge=1,
        description="An outcome later than this after the time it was planned for is another event, "
        "unless such events recur more rarely.",
    )
    minimum_slip: float = option(
        default=4.5, description="Evidence in bits where the words of two clauses alone show plan and outcome."
    )
    minimum_reversal: float = option(
        default=6.0, description="Evidence in bits that a plan and a sentence that undoes it speak of one thing."
    )


# Days by which an outcome may come before the time that was planned for it.
_EARLY = 120
_YEAR = 366
# Classes of events that the same people take part in again and again.
_RECURRING = ("Movement", "Transaction")
_ENDS = frozenset({"begin", "end"})
_COUNTING = frozenset("second third fourth fifth sixth".split())
# Weight of the participants' level from which on two sides of a meeting are named by both statements.
_BOTH_NAMED = 3.5


@dataclass(frozen=True, slots=True)
class _Pair:
    plan: Member
    outcome: Member
    weight: float
    what: str  # "date" or "place"


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield each planned date or place that an outcome superseded, once, with all who gave it."""
    best: dict[tuple[Member, str], _Pair] = {}
    told_once = {member: record.assertion for member, record in corpus.records.items() if not record.assertion.repeats}
    planned = {member for member, assertion in told_once.items() if is_plan(assertion)}
    happened = {member for member, assertion in told_once.items() if is_outcome(assertion)}
    for members in blocks_of(corpus) if planned and happened else ():
        plans = [member for member in members if member in planned]
        outcomes = [member for member in members if member in happened] if plans else []
        for plan in plans:
            for outcome in outcomes:
                pair = _superseded(corpus, plan, outcome, options)
                if pair is not None:
                    key = (plan, pair.what)
                    known = best.get(key)
                    if known is None or _earlier(corpus, pair, known):
                        best[key] = pair
    groups: dict[tuple[str, str, str, str], list[_Pair]] = defaultdict(list)
    for pair in best.values():
        groups[_group_key(corpus, pair)].append(pair)
    told: set[tuple[int, int]] = set()
    for group, pairs in sorted(groups.items()):
        told.update((pair.plan.article, corpus.records[pair.plan].assertion.sentence.start) for pair in pairs)
        yield _conflict(corpus, group, sorted(pairs, key=lambda pair: (pair.plan, pair.outcome)))
    for found in grouped(corpus, options.minimum_slip):
        if not all((slip.plan.article, slip.plan.sentence.start) in told for slip in found):
            told.update((slip.plan.article, slip.plan.sentence.start) for slip in found)
            yield slip_conflict(corpus, found)
    for match in matches(corpus):
        place = match.hope.article, match.hope.sentence.start
        if not match.figure and place not in told:
            told.add(place)
            yield conflict(corpus, match)
    yield from missed_decisions(corpus)
    yield from reversals(corpus, options.minimum_reversal, told)


def _superseded(corpus: Corpus, plan: Member, outcome: Member, options: Options) -> _Pair | None:
    first, second = corpus.records[plan], corpus.records[outcome]
    if plan == outcome or (
        first.assertion.sentence.start == second.assertion.sentence.start and plan.article == outcome.article
    ):
        return None
    _, plan_last = published(corpus, plan)
    _, outcome_last = published(corpus, outcome)
    if plan_last is not None and outcome_last is not None and outcome_last < plan_last:
        return None
    if not _follows(corpus, plan, outcome, options):
        return None
    if _numbered_apart(first.assertion, second.assertion) or _something_else(first, second):
        return None
    comparison = compare(first, second, corpus.rarity)
    if any(level.veto for level in comparison.levels if level.field != "time"):
        return None
    weight = sum(level.weight for level in comparison.levels if level.field not in {"time", "place"})
    both = first.event.core == "both" and any(
        level.field == "participants" and level.weight >= _BOTH_NAMED for level in comparison.levels
    )
    told_once = both or first.core & second.core or (first.alone and second.alone)
    if weight < options.minimum_weight or specific(comparison, ("time", "place")) < options.minimum_specific:
        return None
    if not told_once and plan.article != outcome.article:
        return None
    planned, happened = first.assertion.time, second.assertion.time
    where, there = where_of(first.assertion), where_of(second.assertion)
    apart = where is not None and there is not None and elsewhere(where, there)
    both_dated = (
        planned is not None and planned.interval is not None and happened is not None and happened.interval is not None
    )
    if both_dated and planned and happened and planned.interval and happened.interval:
        # "on Tuesday or on Wednesday": one of them is enough.
        aims = [t.interval for t in (planned, *first.assertion.other_times) if t.interval is not None]
        if not any(can_be_equal(aim, happened.interval) for aim in aims):
            # Another day in another place is another event.
            return None if apart else _Pair(plan, outcome, weight, "date")
    elif plan.article == outcome.article:
        return None
    if apart and first.event.one_place and (both_dated or both):
        return _Pair(plan, outcome, weight, "place")
    return None


def _numbered_apart(plan: Assertion, outcome: Assertion) -> bool:
    """Whether the sentences count what they tell and give it different numbers: "its second rocket", "its third"."""
    one, two = (
        {token.text.lower() for token in assertion.sentence.tokens} & _COUNTING for assertion in (plan, outcome)
    )
    return bool(one and two and not one & two)


def _something_else(plan: Record, outcome: Record) -> bool:
    """Whether one tells of a beginning and one of an end, or each names what the other lacks of a thing often done."""
    begun, ended = (
        frozenset().union(*(step_of(token.text) for token in record.assertion.sentence.tokens)) & _ENDS
        for record in (plan, outcome)
    )
    if begun and ended and not begun & ended:
        return True
    if not plan.event.event_class.startswith(_RECURRING):
        return False
    one, two = plan.assertion.terms, outcome.assertion.terms
    return bool(one - two and two - one)


def _follows(corpus: Corpus, plan: Member, outcome: Member, options: Options) -> bool:
    """Whether the outcome can be that of the plan: not over when the plan was made, nor long after it."""
    planned, happened = corpus.records[plan].assertion.time, corpus.records[outcome].assertion.time
    aim = planned.interval if planned is not None else None
    came = happened.interval if happened is not None else None
    written, _ = published(corpus, plan)
    if plan.article == outcome.article and (written is None or (aim is not None and _begins(aim) >= written)):
        # What an article still plans it cannot report as done.
        return False
    if came is None or came.start is None or came.end is None:
        return True
    horizon = max(options.horizon_days, 2 * corpus.records[plan].event.recurrence)
    if aim is not None and aim.end is not None and (came.start - aim.end) // DAY > horizon:
        return False
    if plan.article != outcome.article and written is not None:
        return came.end > written and (came.start - written) // DAY <= _YEAR + horizon
    if aim is None or aim.start is None:
        return False
    return (came.start - aim.start) // DAY >= -_EARLY


def _begins(aim: Interval) -> int:
    """When a plan is for: its start; "by June", which has none, by its end."""
    return next((edge for edge in (aim.start, aim.end) if edge is not None), 0)


def _earlier(corpus: Corpus, pair: _Pair, known: _Pair) -> bool:
    """Prefer the first outcome after the plan, then the better linked one."""

    def key(candidate: _Pair) -> tuple[int, float, Member]:
        timex = corpus.records[candidate.outcome].assertion.time
        start = timex.interval.start if timex and timex.interval and timex.interval.start is not None else 1 << 60
        return start, -candidate.weight, candidate.outcome

    return key(pair) < key(known)


def _group_key(corpus: Corpus, pair: _Pair) -> tuple[str, str, str, str]:
    plan, outcome = corpus.records[pair.plan].assertion, corpus.records[pair.outcome].assertion
    if pair.what == "date":
        planned = date_words(plan.time.interval) if plan.time and plan.time.interval else ""
        happened = date_words(outcome.time.interval) if outcome.time and outcome.time.interval else ""
    else:
        where, there = where_of(plan), where_of(outcome)
        planned, happened = fold(where.name) if where else "", fold(there.name) if there else ""
    return plan.event, pair.what, planned, happened


def _conflict(corpus: Corpus, key: tuple[str, str, str, str], pairs: Sequence[_Pair]) -> Conflict:
    first = pairs[0]
    plan_article, plan = corpus.resolve(first.plan)
    outcome_article, outcome = corpus.resolve(first.outcome)
    told = event_name(corpus, [first.plan, first.outcome])
    evidence: list[Evidence] = []
    for pair in pairs:
        article, assertion = corpus.resolve(pair.plan)
        evidence.append(value_evidence(article.document.name, assertion, first.what))
    for pair in pairs:
        article, assertion = corpus.resolve(pair.outcome)
        item = value_evidence(article.document.name, assertion, first.what)
        if item not in evidence:
            evidence.append(item)
    if first.what == "date" and plan.time and outcome.time:
        message = (
            f"{article_name(plan_article)} expected {told} at {time_words(plan.time)}; "
            f"{article_name(outcome_article)} reports it at {time_words(outcome.time)}."
        )
    else:
        where, there = where_of(plan), where_of(outcome)
        message = (
            f"{article_name(plan_article)} expected {told} in {place_words(where) if where else ''}; "
            f"{article_name(outcome_article)} reports it in {place_words(there) if there else ''}."
        )
    comparison = compare(corpus.records[first.plan], corpus.records[first.outcome], corpus.rarity)
    return Conflict(
        message=message,
        evidence=tuple(evidence),
        key=key,
        explanation=(
            f"{article_name(plan_article)} speaks of a plan ({plan.modality.value}), "
            f"{article_name(outcome_article)} of what happened.",
            why_one_event(corpus, first.plan, first.outcome, comparison),
        ),
        suggestion="Nothing to correct: a plan was overtaken. Update the earlier article if it is still read.",
        confidence=round(min(0.9, 0.5 + 0.04 * first.weight), 2),
    )
