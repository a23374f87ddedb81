"""The rooms' contents as plain dicts with REPORT.md's fields; what ``json`` and ``extract`` print."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from factcheck.assertions.model import Article, Assertion
from factcheck.document.model import Basis, Document, Publication
from factcheck.expressions.model import Name, Place, Quantity, Timex
from factcheck.findings.model import Finding, Location
from factcheck.identity.model import Corpus, Event
from factcheck.temporal.compare import to_iso
from factcheck.temporal.interval import DAY, Granularity, Interval, moment

Record = dict[str, Any]
KINDS = ("time", "quantity", "place", "name")


def stage_records(
    articles: Sequence[Article], stage: str, corpus: Corpus | None, kinds: tuple[str, ...] = KINDS
) -> Iterator[Record]:
    """The lines of ``extract`` for a stage; ``corpus`` is needed for the stage "events" alone."""
    if corpus is not None:
        yield from event_records(corpus)
        return
    for article in articles:
        if stage == "document":
            yield document_record(article.document)
        elif stage == "expressions":
            yield from expression_records(article, kinds)
        else:
            yield from (assertion_record(article, assertion) for assertion in article.assertions)


def document_record(document: Document) -> Record:
    """A line of ``extract --stage document``."""
    return {
        **published_record(document),
        "modified": document.modified.isoformat() if document.modified else None,
        "blocks": [{"kind": block.kind.value, "start": block.start, "end": block.end} for block in document.blocks],
    }


def published_record(document: Document) -> Record:
    """What a report says of a document."""
    published = document.published
    return {
        "document": document.name,
        "title": document.title,
        "source": document.source,
        "published": _published(published),
        "published_basis": published.basis.value,
        "published_range": _range(published),
    }


def _published(published: Publication) -> str | None:
    if published.stamp is not None:
        return published.stamp.isoformat()
    return published.day.isoformat() if published.day is not None else None


def _range(published: Publication) -> list[str | None] | None:
    if published.basis is Basis.UNKNOWN or (published.first is None and published.last is None):
        return None
    return [_day(published.first), _day(published.last)]


def _day(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None


def expression_records(article: Article, kinds: tuple[str, ...] = KINDS) -> list[Record]:
    """The lines of ``extract --stage expressions`` for one article, in text order."""
    found = article.expressions
    records: list[Record] = []
    if "time" in kinds:
        records.extend(_time(article, timex) for timex in found.times)
    if "quantity" in kinds:
        records.extend(_quantity(article, quantity) for quantity in found.quantities)
    if "place" in kinds:
        records.extend(_place(article, place) for place in found.places)
    if "name" in kinds:
        records.extend(_name(article, name) for name in found.names)
    return sorted(records, key=lambda record: (record["start"], record["end"]))


def _span(article: Article, kind: str, span: Timex | Quantity | Place | Name) -> Record:
    text = article.document.text[span.start : span.end]
    return {"document": article.document.name, "kind": kind, "start": span.start, "end": span.end, "text": text}


def _time(article: Article, timex: Timex) -> Record:
    return {
        **_span(article, "time", timex),
        "type": timex.type.value,
        "value": timex.value,
        "mod": timex.mod,
        "interval": interval_record(timex.interval),
        "anchor": timex.anchor,
        "how": list(timex.how),
    }


def interval_record(interval: Interval | None) -> list[str | None] | None:
    """First and last day of an interval of whole days; else its first moment and the moment it has ended by.

    Moments carry the UTC offset where the text states a zone ("2024-03-05T19:04:00-05:00"). An edge is None
    where the text leaves that side open, or beyond the year 9999.
    """
    if interval is None:
        return None
    whole = (
        interval.granularity >= Granularity.DAY
        and interval.offset is None
        and all(edge is None or edge % DAY == 0 for edge in (interval.start, interval.end))
    )
    if not whole:
        return list(to_iso(interval))
    last = None if interval.end is None else interval.end - DAY
    return [_day_of(interval.start), _day_of(last)]


def _day_of(seconds: int | None) -> str | None:
    if seconds is None:
        return None
    try:
        return moment(seconds).date().isoformat()
    except OverflowError:  # beyond year 9999
        return None


def _quantity(article: Article, quantity: Quantity) -> Record:
    return {
        **_span(article, "quantity", quantity),
        "value": _number(quantity.value),
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "measured": quantity.measured,
    }


def _number(value: float) -> int | float | None:
    """Whole numbers without a point; None for an open end, which JSON cannot write."""
    if not math.isfinite(value):
        return None
    return int(value) if float(value).is_integer() and abs(value) < 1e18 else value


def _place(article: Article, place: Place) -> Record:
    return {
        **_span(article, "place", place),
        "name": place.name,
        # "kind" says which expression it is; the kind of place has the key that is left to it
        "place_kind": place.kind,
        "within": list(place.within),
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def _name(article: Article, name: Name) -> Record:
    return {
        **_span(article, "name", name),
        "type": name.type.value,
        "canonical": name.canonical,
        "role": name.role,
    }


def assertion_record(article: Article, assertion: Assertion) -> Record:
    """A line of ``extract --stage assertions``."""
    text = article.document.text
    return {
        "document": article.document.name,
        "start": assertion.trigger_start,
        "end": assertion.trigger_end,
        "sentence": " ".join(text[assertion.sentence.start : assertion.sentence.end].split()),
        "event": assertion.event,
        "trigger": assertion.trigger,
        "participants": [
            {"key": who.key, "role": who.role, "start": who.start, "end": who.end} for who in assertion.participants
        ],
        "time": _time(article, assertion.time) if assertion.time else None,
        "place": _place(article, assertion.place) if assertion.place else None,
        "quantities": [_quantity(article, quantity) for quantity in assertion.quantities],
        "attribution": assertion.attribution.speaker if assertion.attribution else None,
        "modality": assertion.modality.value,
        "polarity": assertion.polarity.value,
        # from the reporter back to the source, each with the date of the saying, where told
        "attribution_chain": [
            {
                "speaker": said.speaker,
                "start": said.start,
                "end": said.end,
                "time": _time(article, said.time) if said.time else None,
            }
            for said in (assertion.attribution.chain if assertion.attribution else ())
        ],
    }


def event_records(corpus: Corpus) -> Iterator[Record]:
    """The lines of ``extract --stage events``."""
    for event in corpus.events:
        yield event_record(corpus, event)


def event_record(corpus: Corpus, event: Event) -> Record:
    """A linked event: ``interval`` is null where its assertions leave no common time."""
    members = [corpus.resolve(member) for member in event.members]
    intervals = [assertion.time.interval for _, assertion in members if assertion.time and assertion.time.interval]
    places = {assertion.place.name: None for _, assertion in members if assertion.place}
    return {
        "event_id": event.identifier,
        "type": event.type,
        "participants": list(event.participants),
        "interval": interval_record(_common(intervals)),
        "places": list(places),
        "assertions": [
            {
                "document": article.document.name,
                "start": assertion.trigger_start,
                "end": assertion.trigger_end,
                "sentence": " ".join(article.document.text[assertion.sentence.start : assertion.sentence.end].split()),
            }
            for article, assertion in members
        ],
        "evidence": list(event.evidence),
        "apart": list(event.apart),
    }


def _common(intervals: list[Interval]) -> Interval | None:
    """The stretch that all intervals share, at the finest granularity; None if there is none."""
    if not intervals:
        return None
    starts = [interval.start for interval in intervals if interval.start is not None]
    ends = [interval.end for interval in intervals if interval.end is not None]
    start, end = max(starts, default=None), min(ends, default=None)
    if start is not None and end is not None and start >= end:
        return None
    return Interval(start, end, min(interval.granularity for interval in intervals))


def finding_record(finding: Finding) -> Record:
    """A finding of the JSON report."""
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "message": finding.message,
        "explanation": list(finding.explanation),
        "suggestion": finding.suggestion,
        "fingerprint": finding.fingerprint,
        "locations": [location_record(place) for place in finding.locations],
    }


def location_record(place: Location) -> Record:
    """A place of a finding."""
    return {
        "document": place.document,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "quote": place.quote,
        "context": place.context,
    }
