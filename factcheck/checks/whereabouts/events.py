"""Sightings from assertions: whoever does an event of certain types in the flesh is where it is."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.assertions.model import Article, Assertion
from factcheck.checks.in_sentence import names_in
from factcheck.checks.whereabouts.hours import When, hours
from factcheck.checks.whereabouts.patterns import AT_A_DISTANCE, NOT_TOLD, is_open
from factcheck.checks.whereabouts.sighting import Sighting, is_told
from factcheck.expressions.model import NameType
from factcheck.identity.model import Corpus
from factcheck.temporal.interval import Granularity


def from_assertion(corpus: Corpus, number: int, article: Article, assertion: Assertion) -> Iterator[Sighting]:
    """The people who do what the assertion tells, each where and when it is."""
    timex, place = assertion.time, assertion.place
    if timex is None or timex.interval is None or place is None or not is_told(assertion):
        return
    interval = timex.interval
    if interval.granularity > Granularity.DAY or interval.start is None or interval.end is None:
        return
    # A date's "May" is no modal verb.
    prose = article.document.prose[assertion.sentence.start : assertion.sentence.end].replace("May", "")
    if NOT_TOLD.search(prose) or is_open(prose, 0, len(prose)) or AT_A_DISTANCE.search(prose):
        return
    if article.text.is_quoted(assertion.trigger_start) or place.start < assertion.trigger_start:
        return
    kinds = {name.start: name for name in names_in(article, assertion.sentence)}
    for participant in assertion.participants:
        name = kinds.get(participant.start)
        if participant.role == "agent" and name is not None and name.type is NameType.PERSON:
            start, end = hours(When(timex, interval), lasting=False, whole=False)
            yield Sighting(
                article=number,
                who=corpus.entities.identify(article.document.name, participant.key),
                place=place,
                start=start,
                end=end,
                offset=interval.offset,
                throughout=False,
                absent=False,
                travelling=assertion.event in ("arrival", "departure"),
                dated=interval.granularity is Granularity.DAY,
                when=timex,
                sentence=assertion.sentence,
                told=(place.start, place.end),
            )
