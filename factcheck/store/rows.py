"""An article and a story as rows of the tables that people query."""

from __future__ import annotations

import json
from collections.abc import Iterator

from factcheck.assertions.model import Article, Assertion
from factcheck.document.model import Document
from factcheck.expressions.model import Timex
from factcheck.identity.model import Corpus, Event
from factcheck.temporal.interval import moment

Row = tuple[str | int | None, ...]


def document_row(document: Document) -> Row:
    """Columns of ``documents`` after ``id`` and ``source``."""
    published = document.published
    stated = published.stamp.isoformat() if published.stamp is not None else _day(published.day)
    return (
        document.name,
        document.title,
        document.source,
        stated,
        _day(published.first),
        _day(published.last),
        published.basis.value,
        document.digest,
    )


def assertion_rows(article: Article) -> Iterator[Row]:
    """Columns of ``assertions`` after ``document``, in text order within listed and unlisted events."""
    prose = article.document.text
    for assertion in (*article.assertions, *article.unlisted):
        first, last = _days(assertion.time)
        yield (
            assertion.trigger_start,
            assertion.event,
            assertion.trigger,
            " ".join(prose[assertion.sentence.start : assertion.sentence.end].split()),
            assertion.time.value if assertion.time is not None else None,
            first,
            last,
            assertion.place.name if assertion.place is not None else None,
            assertion.place.country if assertion.place is not None else None,
            assertion.modality.value,
            assertion.polarity.value,
            assertion.attribution.speaker if assertion.attribution is not None else None,
            json.dumps([participant.key for participant in assertion.participants], ensure_ascii=False),
            _quantities(assertion),
        )


def event_rows(corpus: Corpus) -> Iterator[tuple[Row, list[Row]]]:
    """Columns of ``events`` after ``id`` and ``story`` with those of ``event_members`` after ``event``."""
    for event in corpus.events:
        members = sorted({_member(corpus, event, number) for number in range(len(event.members))})
        days = [_days(corpus.resolve(member)[1].time) for member in event.members]
        firsts = [first for first, _ in days if first is not None]
        lasts = [last for _, last in days if last is not None]
        row = (
            event.identifier,
            event.type,
            min(firsts, default=None),
            max(lasts, default=None),
            len({name for name, _ in members}),
        )
        yield row, [tuple(member) for member in members]


def _member(corpus: Corpus, event: Event, number: int) -> tuple[str, int]:
    article, assertion = corpus.resolve(event.members[number])
    return article.document.name, assertion.trigger_start


def _quantities(assertion: Assertion) -> str:
    if not assertion.quantities:
        return "[]"
    told = [
        {"text": one.text, "value": one.value, "unit": one.unit, "measured": one.measured}
        for one in assertion.quantities
    ]
    return json.dumps(told, ensure_ascii=False)


def _days(timex: Timex | None) -> tuple[str | None, str | None]:
    """The first and the last day of an expression's interval; an open end has none."""
    interval = timex.interval if timex is not None else None
    if interval is None:
        return None, None
    return _instant(interval.start), _instant(interval.end, last=True)


def _day(day: object) -> str | None:
    return str(day) if day is not None else None


def _instant(seconds: int | None, *, last: bool = False) -> str | None:
    if seconds is None:
        return None
    return moment(seconds - 1 if last else seconds).date().isoformat()
