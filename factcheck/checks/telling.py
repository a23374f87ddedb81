"""Words for messages: what an article is called, how an event and a time are told to an editor."""

from __future__ import annotations

from factcheck.assertions.model import Article, Assertion
from factcheck.checks.model import Evidence
from factcheck.document.naming import short_name
from factcheck.expressions.model import Place, Timex
from factcheck.identity.comparison import Comparison
from factcheck.identity.entities import labelled
from factcheck.identity.model import Corpus, Member
from factcheck.temporal.interval import DAY, Granularity, Interval, moment


def article_name(article: Article) -> str:
    """The article's file name: what the reader of a report sees in the folder."""
    return short_name(article.document.name)


def event_name(corpus: Corpus, members: tuple[Member, ...] | list[Member]) -> str:
    """ "the meeting of Kim Jong-un and Vladimir Putin": the type with the participants all members share."""
    records = [corpus.records[member] for member in members]
    event = records[0].event.name.replace("-", " ")
    shared = frozenset.intersection(*(record.strong for record in records))
    if not shared:
        weak = frozenset.intersection(*(record.weak for record in records))
        return f"the {event} of {_join(sorted(weak)[:3])}" if weak else f"the {event}"
    labels = sorted(corpus.entities.label(identity) for identity in shared)
    return f"the {event} of {_join(labels[:3])}"


def _join(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def why_one_event(corpus: Corpus, a: Member, b: Member, comparison: Comparison, without: str = "") -> str:
    """One line: the levels on which two statements are taken for one event, names as the articles have them."""
    identities = corpus.records[a].strong | corpus.records[b].strong
    told = [f"{level.field}: {level.finding}" for level in comparison.levels if level.field != without]
    return "Both speak of one event: " + labelled("; ".join(told), identities, corpus.entities)


def date_words(interval: Interval) -> str:
    """An interval as an editor writes it: "25 April 2019", "April 2019", "10-13 September 2023"."""
    if interval.start is None or interval.end is None:
        edge = interval.start if interval.start is not None else interval.end
        if edge is None:
            return "an unknown time"
        word = "from" if interval.start is not None else "until"
        return f"{word} {moment(edge).strftime('%-d %B %Y')}"
    first, last = moment(interval.start), moment(interval.end - 1)
    if interval.granularity < Granularity.PART_OF_DAY and interval.end - interval.start <= DAY:
        return first.strftime("%-d %B %Y, %H:%M")
    if first.date() == last.date():
        return first.strftime("%-d %B %Y")
    if interval.granularity is Granularity.MONTH and (first.year, first.month) == (last.year, last.month):
        return first.strftime("%B %Y")
    if interval.granularity >= Granularity.YEAR and first.year == last.year:
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{last.strftime('%-d %B %Y')}"
    return f"{first.strftime('%-d %B %Y')} to {last.strftime('%-d %B %Y')}"


def time_words(timex: Timex) -> str:
    """A time as the text has it, with its date where the text leaves that open: "Sunday" (10 September 2023)."""
    if timex.interval is None:
        return f'"{timex.text}"'
    resolved = date_words(timex.interval)
    if timex.year_stated and timex.weekday is None:
        return timex.text
    return f'"{timex.text}" ({resolved})'


def place_words(place: Place) -> str:
    """A place with what it lies in, where the name alone may not tell."""
    return f"{place.name}, {place.within[-1]}" if place.within and place.kind != "country" else place.name


def time_evidence(article: Article, assertion: Assertion) -> Evidence:
    """Where an assertion's time stands, or its trigger if it has none."""
    if assertion.time is not None:
        return Evidence(article.document.name, assertion.time.start, assertion.time.end)
    return trigger_evidence(article, assertion)


def trigger_evidence(article: Article, assertion: Assertion) -> Evidence:
    """Where an assertion's trigger stands."""
    return Evidence(article.document.name, assertion.trigger_start, assertion.trigger_end)


def how_read(article: Article, timex: Timex) -> str:
    """One line: how a time was read."""
    steps = "; ".join(timex.how)
    return f'{article_name(article)}: "{timex.text}" is {timex.value}' + (f" ({steps})" if steps else "")
