"""Somebody on the way to one place for what then happened in another.

Which types of journey lead up to which events the lexicon says (`before`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.plans.outcomes import is_outcome, is_plan, published, where_of
from factcheck.checks.telling import article_name, date_words, place_words
from factcheck.identity.model import Corpus, Member
from factcheck.identity.places import elsewhere, fold
from factcheck.temporal.interval import DAY, moment


class Options(BaseOptions):
    """What a rule may set."""

    journey_days: int = option(default=4, ge=0, description="Days between a planned arrival and what it is for.")


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield each planned journey to one place whose purpose another article reports from another."""
    travels: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for member, record in corpus.records.items():
        if is_plan(record.assertion) and where_of(record.assertion) is not None and not record.assertion.repeats:
            for identity in record.people:
                travels[(record.event.name, identity)].append(member)
    reported: set[tuple[str, ...]] = set()
    for member, record in sorted(corpus.records.items()):
        outcome = record.assertion
        when = outcome.time.interval if outcome.time is not None else None
        if not is_outcome(outcome) or outcome.place is None or when is None or when.start is None:
            continue
        for kind in record.event.before:
            for identity in sorted(record.people):
                for plan in travels.get((kind, identity), ()):
                    travel = corpus.records[plan].assertion
                    where = where_of(travel)
                    aim = _aim(corpus, plan)
                    if plan.article == member.article or where is None or aim is None:
                        continue
                    days = (when.start - aim) // DAY
                    if not -1 <= days <= options.journey_days or not elsewhere(where, outcome.place):
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
                            f"The {kind} was to be about {moment(aim).strftime('%-d %B %Y')}, "
                            f"the {record.event.name} was on {date_words(when)}.",
                        ),
                        suggestion="Nothing to correct if the journey went on or the plan changed.",
                        confidence=0.6,
                    )


def _aim(corpus: Corpus, plan: Member) -> int | None:
    """When the journey is to end: its own time, or the day of the article that tells of it as under way."""
    travel = corpus.records[plan].assertion
    if travel.time is not None:
        return travel.time.interval.start if travel.time.interval is not None else None
    first, last = published(corpus, plan)
    return first if first == last else None
