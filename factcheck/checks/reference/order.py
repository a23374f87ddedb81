"""What must precede what, held against a fact: a verdict dated before the indictment that the user knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict
from factcheck.checks.reference.words import fact_line, fact_name, source_words
from factcheck.checks.telling import article_name, date_words, how_read, time_evidence, time_words
from factcheck.identity.comparison import Record
from factcheck.identity.fact_matching import Known, takes_part
from factcheck.identity.model import Corpus
from factcheck.identity.places import Relation, relate
from factcheck.temporal.compare import certainly_before, gap_days

_LONGEST_DAYS = 365


def order_conflict(
    corpus: Corpus, article: Article, record: Record, facts: Mapping[str, Sequence[Known]]
) -> Iterator[tuple[tuple[str, ...], Conflict]]:
    """The conflicts of a dated statement with facts of other types, by the lexicon's order or the user's own."""
    timex = record.assertion.time
    if timex is None or timex.interval is None:
        return
    types = corpus.lexicon.types
    mine = record.event.name
    for name, known in facts.items():
        if name not in types or mine not in types:
            continue
        fact_first, fact_last = mine in types[name].precedes, name in types[mine].precedes
        if fact_first == fact_last:
            continue
        about = [one for one in known if takes_part(one, record)]
        if len(about) != 1:
            continue  # two arrests are two affairs, and which of them led to the plea is not said
        fact = about[0].fact
        earlier, later = (timex.interval, fact.date) if fact_first else (fact.date, timex.interval)
        before, after = (name, mine) if fact_first else (mine, name)
        stated = corpus.reference.order(before, after)
        if stated is None and after == "arrival":
            continue  # a fact does not say where a journey leads, and there are many
        gap = gap_days(earlier, later)
        window = min(types[name].recurrence, record.event.recurrence, _LONGEST_DAYS)
        if not certainly_before(earlier, later) or gap is None or gap > window:
            continue
        if stated is not None and "place" in stated.same and not _one_place(record, about[0]):
            continue
        who_says = stated.where if stated is not None else "The event lexicon (rules/events)"
        told, right = time_words(timex), date_words(fact.date)
        side, duty = ("before", "must precede it") if fact_first else ("after", "it must precede")
        explanation = [
            how_read(article, timex),
            fact_line(fact),
            source_words(fact),
            f"{who_says} says that {_words(before)} precedes {_words(after)} for one participant.",
        ]
        if stated is not None and stated.source:
            explanation.append(f"Source of the order: {stated.source}")
        yield (
            (fact.where, "order", mine, date_words(timex.interval)),
            Conflict(
                message=f"{article_name(article)} dates the {_words(mine)} to {told}, {side} {fact_name(fact)} that "
                f"{duty}; the reference fact dates that to {right}.",
                evidence=(time_evidence(article, record.assertion),),
                key=("reference", "order", before, after, *sorted(who.name for who in fact.participants)),
                explanation=tuple(explanation),
                suggestion=f"Check the date of the {_words(mine)}.",
                confidence=0.9,
            ),
        )


def _words(event: str) -> str:
    return event.replace("-", " ")


def _one_place(record: Record, one: Known) -> bool:
    place = record.assertion.place
    return (
        place is not None
        and one.fact.place is not None
        and relate(place, one.fact.place) in (Relation.SAME, Relation.WITHIN)
    )
