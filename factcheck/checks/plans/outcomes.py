"""Plans and outcomes: what the checks of superseded statements share."""

from __future__ import annotations

from factcheck.assertions.model import Assertion, Modality, Polarity
from factcheck.checks.model import Evidence
from factcheck.expressions.model import Place
from factcheck.identity.model import Corpus, Member
from factcheck.temporal.interval import instant

_PLANS = frozenset({Modality.PLANNED, Modality.EXPECTED})


def published(corpus: Corpus, member: Member) -> tuple[int | None, int | None]:
    """First and last possible instant of the day on which the member's article was published."""
    publication = corpus.articles[member.article].document.published
    first = instant(publication.first) if publication.first is not None else None
    last = instant(publication.last) if publication.last is not None else None
    return first, last


def is_plan(assertion: Assertion) -> bool:
    """Whether it announces or expects something with a time or a place."""
    has_value = (assertion.time is not None and assertion.time.interval is not None) or where_of(assertion) is not None
    return assertion.modality in _PLANS and assertion.polarity is Polarity.POSITIVE and has_value


def is_outcome(assertion: Assertion) -> bool:
    """Whether it tells of something as done."""
    return assertion.modality is Modality.HAPPENED and assertion.polarity is Polarity.POSITIVE


def where_of(assertion: Assertion) -> Place | None:
    """Where a journey leads, else where the event is."""
    return assertion.destination or assertion.place


def value_evidence(document: str, assertion: Assertion, what: str) -> Evidence:
    """Where the assertion's "date" or "place" stands, or its trigger if it has none."""
    if what == "date" and assertion.time is not None:
        return Evidence(document, assertion.time.start, assertion.time.end)
    where = where_of(assertion)
    if what == "place" and where is not None:
        return Evidence(document, where.start, where.end)
    return Evidence(document, assertion.trigger_start, assertion.trigger_end)
