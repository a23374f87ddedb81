"""No statement may contradict a reference fact: the date, place or figure of an event that the user knows for sure.

Which statements speak of a fact's event is decided by :mod:`factcheck.identity.fact_matching`: the same type, every
participant, the recurrence window. Plans, denials, claims and hypotheses are never held against a fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from factcheck.assertions.model import Article, Modality, Polarity
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.reference.figures import wrong_figures
from factcheck.checks.reference.order import order_conflict
from factcheck.checks.reference.words import agreement, fact_line, fact_name, source_words
from factcheck.checks.retelling.loose_dates import is_bare_clock, is_loose, on_two_clocks
from factcheck.checks.telling import article_name, date_words, how_read, place_words, time_evidence, time_words
from factcheck.identity.comparison import Record
from factcheck.identity.fact_matching import Known, candidates, known, nearest
from factcheck.identity.facts import Fact
from factcheck.identity.model import Corpus, Member
from factcheck.identity.places import Relation, relate
from factcheck.patterns import regex
from factcheck.records import dataclass, replace
from factcheck.temporal.interval import DAY, Granularity, instant

_Compared = Literal["date", "place", "quantity", "order"]


class Options(BaseOptions):
    """What a rule may set."""

    compare: tuple[_Compared, ...] = option(
        default=("date", "place", "quantity", "order"), description="What is held against the facts."
    )
    early_toll_days: int = option(
        default=7, ge=0, description="So long after an event, fewer dead, injured or missing are an early count."
    )


# A sentence of another event of the type, whatever its date.
_ANOTHER = regex(
    r"\b(?:again|re-?(?:arrest|tri|sentenc|elect|open|charg)\w*|another|separate\w*|unrelated|different|previous\w*"
    r"|earlier|anniversary|test|appeal\w*)\b",
    re.IGNORECASE,
)


_A_MONTH = 31


@dataclass(frozen=True, slots=True)
class _Found:
    """A contradiction, before those of one article that say the same are told as one."""

    key: tuple[str, ...]
    conflict: Conflict


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each article and each value of it that a fact contradicts, with every place of the value."""
    facts = known(corpus)
    if not facts:
        return
    told: dict[tuple[str, ...], Conflict] = {}
    for found in _all(corpus, facts, options):
        first = told.get(found.key)
        told[found.key] = (
            found.conflict if first is None else replace(first, evidence=(*first.evidence, *found.conflict.evidence))
        )
    yield from told.values()


def _all(corpus: Corpus, facts: Mapping[str, Sequence[Known]], options: Options) -> Iterator[_Found]:
    dated: set[Member] = set()
    for member, record, about in candidates(corpus, facts):
        if not _asserts(corpus, member, record):
            continue
        article = corpus.articles[member.article]
        best = nearest(record, about)
        if best is not None:
            dated.add(member)
            one, gap = best
            if gap and "date" in options.compare and _is_dated(record):
                yield from _wrong_date(article, record, one, gap)
            if not gap and "place" in options.compare:
                yield from _wrong_place(corpus, article, record, one)
        whose = _whose_figures(article, record, about, best)
        if whose is not None and "quantity" in options.compare:
            for key, conflict in wrong_figures(article, record, *whose, options.early_toll_days):
                yield _Found((article.document.name, whose[0].fact.where, "quantity", key), conflict)
    if "order" in options.compare:
        for member, record in sorted(corpus.records.items()):
            if member not in dated and _asserts(corpus, member, record) and _is_dated(record):
                article = corpus.articles[member.article]
                for where, conflict in order_conflict(corpus, article, record, facts):
                    yield _Found((article.document.name, *where), conflict)


def _asserts(corpus: Corpus, member: Member, record: Record) -> bool:
    """Whether the statement says that the event happened, and speaks of no other than the usual one."""
    assertion = record.assertion
    if assertion.modality is not Modality.HAPPENED or assertion.polarity is not Polarity.POSITIVE or assertion.repeats:
        return False
    sentence = assertion.sentence
    return not _ANOTHER.search(corpus.articles[member.article].document.prose, sentence.start, sentence.end)


def _is_dated(record: Record) -> bool:
    """Whether the statement's own date is sure and fine enough to be wrong."""
    timex = record.assertion.time
    return (
        timex is not None
        and timex.interval is not None
        and timex.interval.start is not None
        and timex.interval.end is not None
        and timex.interval.granularity <= Granularity.MONTH
        and record.assertion.time_secure
        and not is_loose(timex)
        and not is_bare_clock(timex)
    )


def _wrong_date(article: Article, record: Record, one: Known, gap: int) -> Iterator[_Found]:
    timex = record.assertion.time
    assert timex is not None
    assert timex.interval is not None
    fact = one.fact
    if on_two_clocks(timex, None, timex.interval, fact.date):
        return
    told, right = date_words(timex.interval), date_words(fact.date)
    yield _Found(
        (article.document.name, fact.where, "date", told),
        Conflict(
            message=f"{article_name(article)} dates {fact_name(fact)} to {time_words(timex)}; "
            f"the reference fact gives {right}.",
            evidence=(time_evidence(article, record.assertion),),
            key=("reference", fact.event, *sorted(who.name for who in fact.participants), "date", right, told),
            explanation=(
                how_read(article, timex),
                fact_line(fact),
                source_words(fact),
                agreement(record, one, gap),
            ),
            suggestion=f"Write {right}, unless the fact is wrong or the article means another {_type(fact)}.",
            confidence=0.95,
        ),
    )


def _wrong_place(corpus: Corpus, article: Article, record: Record, one: Known) -> Iterator[_Found]:
    """A place that lies apart from the fact's, told of the same day (or of the only such event in a long while)."""
    fact, assertion, timex = one.fact, record.assertion, record.assertion.time
    stated = [place for place in (assertion.place, assertion.destination) if place is not None]
    if fact.place is None or not stated or not record.event.one_place or timex is None or timex.interval is None:
        return
    if timex.interval.granularity > Granularity.DAY and record.event.recurrence <= _A_MONTH:
        return
    if any(relate(place, fact.place) is not Relation.APART for place in stated) or _names(corpus, article, record, one):
        return
    place = stated[0]
    yield _Found(
        (article.document.name, fact.where, "place", place.name),
        Conflict(
            message=f"{article_name(article)} puts {fact_name(fact)} in {place_words(place)}; "
            f"the reference fact in {place_words(fact.place)}.",
            evidence=(Evidence(article.document.name, place.start, place.end),),
            key=(
                "reference", fact.event, *sorted(who.name for who in fact.participants), "place", fact.place.name,
                place.name,
            ),
            explanation=(
                f"Neither place lies in the other: {place_words(place)}; {place_words(fact.place)}.",
                fact_line(fact),
                source_words(fact),
                agreement(record, one, 0),
            ),
            suggestion=f"Check the place, unless the fact is wrong or the article means another {_type(fact)}.",
            confidence=0.9,
        ),
    )  # fmt: skip


def _names(corpus: Corpus, article: Article, record: Record, one: Known) -> bool:
    """Whether the article names the fact's place, too, where it tells of such an event: then it tells them apart."""
    place = one.fact.place
    told = [assertion.sentence for assertion in article.assertions if assertion.event == record.event.name]
    return place is not None and any(
        relate(other, place) in (Relation.SAME, Relation.WITHIN) and other.kind != "country"
        for other in article.expressions.places
        if any(sentence.start <= other.start < sentence.end for sentence in told)
    )


def _whose_figures(
    article: Article, record: Record, about: Sequence[Known], best: tuple[Known, int] | None
) -> tuple[Known, int | None] | None:
    """The fact that a statement's figures are of: dated alike, or undated in an article soon after the only one."""
    if record.assertion.time is not None:
        return best if best is not None and best[1] == 0 else None
    published = article.document.published.day
    end = about[0].fact.date.end
    if len(about) != 1 or published is None or end is None:
        return None
    days = (instant(published) - end) // DAY + 1
    return (about[0], None) if 0 <= days <= record.event.recurrence else None


def _type(fact: Fact) -> str:
    return fact.event.replace("-", " ")
