"""What was planned, expected or denied, beside what later happened. Never an error: forecasts may fail.

Three shapes: a plan with another date or place than the outcome; a "not (yet)" that a later article
overtakes; someone expected away from a place that a later departure shows them to have been in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import Field

from factcheck.assertions.model import Assertion, Modality, Polarity
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.telling import (
    article_name,
    date_words,
    event_name,
    place_words,
    time_words,
    trigger_evidence,
)
from factcheck.expressions.model import Place
from factcheck.identity.blocking import blocks
from factcheck.identity.comparison import compare, specific
from factcheck.identity.model import Corpus, Member
from factcheck.identity.places import Relation, elsewhere, fold, relate
from factcheck.temporal.compare import can_be_equal
from factcheck.temporal.interval import DAY, Interval, instant


class Options(BaseOptions):
    """What a rule may set."""

    minimum_weight: float = Field(default=3.5, description="Evidence in bits that plan and outcome are of one event.")
    minimum_specific: float = Field(default=3.0, description="The same, without what the articles as wholes share.")
    horizon_days: int = Field(
        default=400, ge=1, description="An outcome later than this after the plan is another event."
    )


# Days by which an outcome may come before the time that was planned for it.
_EARLY = 120
_YEAR = 366
# Days before a departure for which the traveller is taken to have been where it began.
_STAY = 3
# Days between a planned arrival and what it is for.
_JOURNEY = 4
# Weight of the participants' level from which on two sides of a meeting are named by both statements.
_BOTH_NAMED = 3.5
_PLANS = frozenset({Modality.PLANNED, Modality.EXPECTED})


@dataclass(frozen=True, slots=True)
class _Pair:
    plan: Member
    outcome: Member
    weight: float
    what: str  # "date" or "place"


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield what an outcome superseded, once for each planned value with all who gave it."""
    yield from _plans(corpus, options)
    yield from _overtaken_denials(corpus, options)
    yield from _absences(corpus)
    yield from _destinations(corpus)


def _published(corpus: Corpus, member: Member) -> tuple[int | None, int | None]:
    publication = corpus.articles[member.article].document.published
    first = instant(publication.first) if publication.first is not None else None
    last = instant(publication.last) if publication.last is not None else None
    return first, last


def _plans(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    best: dict[tuple[Member, str], _Pair] = {}
    for members in blocks(corpus.records, corpus.rarity):
        members = [m for m in members if not corpus.records[m].assertion.repeats]
        plans = [m for m in members if _is_plan(corpus.records[m].assertion)]
        outcomes = [m for m in members if _is_outcome(corpus.records[m].assertion)]
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
    for group, pairs in sorted(groups.items()):
        yield _conflict(corpus, group, sorted(pairs, key=lambda pair: (pair.plan, pair.outcome)))


def _is_plan(assertion: Assertion) -> bool:
    has_value = (assertion.time is not None and assertion.time.interval is not None) or _where(assertion) is not None
    return assertion.modality in _PLANS and assertion.polarity is Polarity.POSITIVE and has_value


def _is_outcome(assertion: Assertion) -> bool:
    return assertion.modality is Modality.HAPPENED and assertion.polarity is Polarity.POSITIVE


def _where(assertion: Assertion) -> Place | None:
    return assertion.destination or assertion.place


def _superseded(corpus: Corpus, plan: Member, outcome: Member, options: Options) -> _Pair | None:
    first, second = corpus.records[plan], corpus.records[outcome]
    if plan == outcome or (
        first.assertion.sentence.start == second.assertion.sentence.start and plan.article == outcome.article
    ):
        return None
    _, plan_last = _published(corpus, plan)
    _, outcome_last = _published(corpus, outcome)
    if plan_last is not None and outcome_last is not None and outcome_last < plan_last:
        return None
    if not _follows(corpus, plan, outcome, options):
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
    where, there = _where(first.assertion), _where(second.assertion)
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


def _follows(corpus: Corpus, plan: Member, outcome: Member, options: Options) -> bool:
    """Whether the outcome can be that of the plan: not over when the plan was made, nor long after it."""
    planned, happened = corpus.records[plan].assertion.time, corpus.records[outcome].assertion.time
    aim = planned.interval if planned is not None else None
    came = happened.interval if happened is not None else None
    written, _ = _published(corpus, plan)
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
    return -_EARLY <= (came.start - aim.start) // DAY


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
        where, there = _where(plan), _where(outcome)
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
        evidence.append(_evidence(article.document.name, assertion, first.what))
    for pair in pairs:
        article, assertion = corpus.resolve(pair.outcome)
        item = _evidence(article.document.name, assertion, first.what)
        if item not in evidence:
            evidence.append(item)
    if first.what == "date" and plan.time and outcome.time:
        message = (
            f"{article_name(plan_article)} expected {told} at {time_words(plan.time)}; "
            f"{article_name(outcome_article)} reports it at {time_words(outcome.time)}."
        )
    else:
        where, there = _where(plan), _where(outcome)
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
            "Both speak of one event: "
            + "; ".join(f"{level.field}: {level.finding}" for level in comparison.levels if level.weight > 0),
        ),
        suggestion="Nothing to correct: a plan was overtaken. Update the earlier article if it is still read.",
        confidence=round(min(0.9, 0.5 + 0.04 * first.weight), 2),
    )


def _evidence(document: str, assertion: Assertion, what: str) -> Evidence:
    if what == "date" and assertion.time is not None:
        return Evidence(document, assertion.time.start, assertion.time.end)
    where = _where(assertion)
    if what == "place" and where is not None:
        return Evidence(document, where.start, where.end)
    return Evidence(document, assertion.trigger_start, assertion.trigger_end)


def _overtaken_denials(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """A "no ... so far" of one article against another's report that it was done."""
    reported: set[tuple[str, ...]] = set()
    for members in blocks(corpus.records, corpus.rarity):
        event = corpus.records[members[0]].event.name
        denials = [m for m in members if _denies_so_far(corpus, m)]
        done = [m for m in members if _is_outcome(corpus.records[m].assertion)]
        for denial in denials:
            for outcome in done:
                if denial.article == outcome.article:
                    continue
                first, second = corpus.records[denial], corpus.records[outcome]
                shared = (first.strong & second.strong) | (first.weak & second.weak)
                _, last = _published(corpus, denial)
                earliest, _ = _published(corpus, outcome)
                if len(shared) < 2 or (last is not None and earliest is not None and earliest < last):
                    continue
                comparison = compare(first, second, corpus.rarity)
                key = (
                    event,
                    corpus.articles[denial.article].document.name,
                    corpus.articles[outcome.article].document.name,
                )
                if any(level.veto for level in comparison.levels) or key in reported:
                    continue
                reported.add(key)
                denying, denied = corpus.resolve(denial)
                doing, happened = corpus.resolve(outcome)
                yield Conflict(
                    message=f'{article_name(denying)} tells of no "{denied.trigger}" so far; '
                    f'{article_name(doing)} reports one ("{happened.trigger}").',
                    evidence=(trigger_evidence(denying, denied), trigger_evidence(doing, happened)),
                    key=key,
                    explanation=(f"Both name {', '.join(sorted(shared))}.",),
                    suggestion="Nothing to correct if the second came later.",
                    confidence=0.6,
                )


def _absences(corpus: Corpus) -> Iterator[Conflict]:
    """Somebody expected away from a place on a day, whom a later departure from it shows to have been there."""
    departures: dict[str, list[Member]] = defaultdict(list)
    for member, record in corpus.records.items():
        if record.event.name == "departure" and record.assertion.place is not None and _is_outcome(record.assertion):
            for identity in record.core:
                departures[identity].append(member)
    for member, record in sorted(corpus.records.items()):
        absent = record.assertion
        if record.event.name != "presence" or absent.polarity is not Polarity.NEGATIVE or absent.place is None:
            continue
        aim = absent.time.interval if absent.time is not None else None
        for identity in sorted(record.strong):
            for leaving in departures.get(identity, ()):
                left = corpus.records[leaving].assertion
                when = left.time.interval if left.time is not None else None
                if left.place is None or relate(absent.place, left.place) not in (Relation.SAME, Relation.WITHIN):
                    continue
                if aim is None or aim.end is None or when is None or when.start is None:
                    continue
                if not 0 <= (when.start - aim.end) // DAY <= _STAY:
                    continue
                expecting, reporting = corpus.articles[member.article], corpus.articles[leaving.article]
                told = corpus.entities.label(identity)
                yield Conflict(
                    message=f"{article_name(expecting)} expected {told} not to be in {absent.place.name} "
                    f"on {date_words(aim)}; {article_name(reporting)} has the departure from there "
                    f"only on {date_words(when)}.",
                    evidence=(
                        Evidence(expecting.document.name, absent.trigger_start, absent.trigger_end),
                        _evidence(reporting.document.name, left, "date"),
                    ),
                    key=("presence", identity, fold(absent.place.name), date_words(aim)),
                    explanation=(f"Who leaves {absent.place.name} on {date_words(when)} was there before.",),
                    suggestion="Nothing to correct: an expectation was not borne out.",
                    confidence=0.7,
                )
                break


def _destinations(corpus: Corpus) -> Iterator[Conflict]:
    """Somebody on the way to one place for what then happened in another (an arrival that leads up to a meeting)."""
    travels: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for member, record in corpus.records.items():
        if _is_plan(record.assertion) and _where(record.assertion) is not None and not record.assertion.repeats:
            for identity in record.people:
                travels[(record.event.name, identity)].append(member)
    reported: set[tuple[str, ...]] = set()
    for member, record in sorted(corpus.records.items()):
        outcome = record.assertion
        when = outcome.time.interval if outcome.time is not None else None
        if not _is_outcome(outcome) or outcome.place is None or when is None or when.start is None:
            continue
        for kind in record.event.before:
            for identity in sorted(record.people):
                for plan in travels.get((kind, identity), ()):
                    travel = corpus.records[plan].assertion
                    aim = travel.time.interval if travel.time is not None else None
                    where = _where(travel)
                    if plan.article == member.article or where is None or aim is None or aim.start is None:
                        continue
                    if not -1 <= (when.start - aim.start) // DAY <= _JOURNEY or not elsewhere(where, outcome.place):
                        continue
                    key = (kind, record.event.name, identity, fold(where.name), fold(outcome.place.name))
                    if key in reported:
                        continue
                    reported.add(key)
                    expecting, reporting = corpus.articles[plan.article], corpus.articles[member.article]
                    told = corpus.entities.label(identity)
                    yield Conflict(
                        message=f"{article_name(expecting)} expected the {kind} of {told} in {place_words(where)}; "
                        f"{article_name(reporting)} has the {record.event.name} in {place_words(outcome.place)}.",
                        evidence=(
                            Evidence(expecting.document.name, where.start, where.end),
                            Evidence(reporting.document.name, outcome.place.start, outcome.place.end),
                        ),
                        key=key,
                        explanation=(
                            f"The {kind} was to be on {date_words(aim)}, "
                            f"the {record.event.name} was on {date_words(when)}.",
                        ),
                        suggestion="Nothing to correct if the journey went on or the plan changed.",
                        confidence=0.6,
                    )


_SO_FAR = re.compile(r"\b(?:so far|yet|to date|until now|as of|up to now)\b", re.IGNORECASE)


def _denies_so_far(corpus: Corpus, member: Member) -> bool:
    """Whether the statement says that nothing of the kind had happened by then: a standing denial is no forecast."""
    assertion = corpus.records[member].assertion
    if assertion.polarity is not Polarity.NEGATIVE or assertion.modality is not Modality.HAPPENED:
        return False
    sentence = assertion.sentence
    prose = corpus.articles[member.article].document.prose
    return _SO_FAR.search(prose, sentence.start, sentence.end) is not None
