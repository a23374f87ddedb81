"""Somebody expected away from a place on a day, whom a later departure from it shows to have been there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.assertions.model import Polarity
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.plans.outcomes import is_outcome, value_evidence
from factcheck.checks.telling import article_name, date_words
from factcheck.identity.model import Corpus, Member
from factcheck.identity.places import Relation, fold, relate
from factcheck.temporal.interval import DAY


class Options(BaseOptions):
    """What a rule may set."""

    stay_days: int = option(
        default=3, ge=0, description="Days before a departure for which the traveller is taken to have been there."
    )


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield each expected absence that a later departure from the place belies."""
    departures: dict[str, list[Member]] = defaultdict(list)
    for member, record in corpus.records.items():
        if record.event.name == "departure" and record.assertion.place is not None and is_outcome(record.assertion):
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
                if not 0 <= (when.start - aim.end) // DAY <= options.stay_days:
                    continue
                expecting, reporting = corpus.articles[member.article], corpus.articles[leaving.article]
                told = corpus.entities.label(identity)
                yield Conflict(
                    message=f"{article_name(expecting)} expected {told} not to be in {absent.place.name} "
                    f"on {date_words(aim)}; {article_name(reporting)} has the departure from there "
                    f"only on {date_words(when)}.",
                    evidence=(
                        Evidence(expecting.document.name, absent.trigger_start, absent.trigger_end),
                        value_evidence(reporting.document.name, left, "date"),
                    ),
                    key=("presence", identity, fold(absent.place.name), date_words(aim)),
                    explanation=(f"Who leaves {absent.place.name} on {date_words(when)} was there before.",),
                    suggestion="Nothing to correct: an expectation was not borne out.",
                    confidence=0.7,
                )
                break
