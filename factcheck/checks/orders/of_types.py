"""The order of event types: what the lexicon says precedes what, for one participant of one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article, Assertion, Modality, Polarity
from factcheck.checks.model import Conflict
from factcheck.checks.once import once_per_corpus
from factcheck.checks.telling import article_name, event_name, how_read, time_evidence, time_words
from factcheck.expressions.model import NameType, Timex
from factcheck.identity.model import Corpus, Member
from factcheck.identity.places import Relation, relate
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.compare import can_be_equal, certainly_before, gap_days
from factcheck.temporal.interval import Granularity, Interval

# Words of a second affair: the dates are not of one sequence.
_ANOTHER = regex(
    r"\b(?:again|re-?arrest\w*|re-?tri\w+|re-?sentenc\w*|second|another|other|previous\w*|earlier|separate\w*|unrelated"
    r"|different|former\w*|first time|already|in absentia|appeal\w*|fugitive|on the run|new charges|fresh charges"
    r"|further charges|volunteers?|trials? of|test\w*|would|will|could|may|might|if|claim\w*|den(?:y|ies|ied)|alleg\w+"
    r"|plan(?:s|ned|ning)?|due|scheduled|expected)\b"
)
_MONTH = regex(r"\bMay\b")
# What happens among many: nobody need be named for it to be one affair, if the article times it on one day.
_HOURS_APART = 12 * 3600


@dataclass(frozen=True, slots=True)
class _Dated:
    """A statement that something happened, with its time and those it happened to or who did it."""

    member: Member
    assertion: Assertion
    timex: Timex
    interval: Interval
    who: frozenset[str]


def type_conflicts(corpus: Corpus, number: int, longest_days: int) -> Iterator[Conflict]:
    """Conflicts of one article: a type that must come first is dated certainly after one that cannot precede it."""
    article = corpus.articles[number]
    ordered = _ordered(corpus)
    if not any(assertion.event in ordered for assertion in article.assertions):
        return
    dated: dict[str, list[_Dated]] = defaultdict(list)
    following = _following(corpus)
    for index, assertion in enumerate(article.assertions):
        if assertion.event not in ordered and assertion.event not in following:
            continue
        statement = _dated(corpus, Member(number, index))
        if statement is not None:
            dated[statement.assertion.event].append(statement)
    for name in sorted(ordered & set(dated)):
        for later in corpus.lexicon.types[name].precedes:
            if later in dated:
                yield from _reversed(corpus, article, dated[name], dated[later], longest_days)


@once_per_corpus
def _ordered(corpus: Corpus) -> frozenset[str]:
    """The types that must come before another."""
    return frozenset(name for name, event in corpus.lexicon.types.items() if event.precedes)


@once_per_corpus
def _following(corpus: Corpus) -> frozenset[str]:
    """The types that others come before."""
    return frozenset(later for event in corpus.lexicon.types.values() for later in event.precedes)


def _dated(corpus: Corpus, member: Member) -> _Dated | None:
    article, assertion = corpus.resolve(member)
    record = corpus.records.get(member)
    timex = assertion.time
    if (
        record is None
        or timex is None
        or timex.interval is None
        or timex.interval.granularity > Granularity.MONTH
        or assertion.modality is not Modality.HAPPENED
        or assertion.polarity is not Polarity.POSITIVE
        or assertion.repeats
        or not _is_surely_timed(article, assertion)
    ):
        return None
    prose = article.document.prose[assertion.sentence.start : assertion.sentence.end]
    if _told_as_other(prose, timex, assertion.sentence.start):
        return None
    return _Dated(member, assertion, timex, timex.interval, _protagonists(corpus, article, assertion))


def _told_as_other(prose: str, timex: Timex, start: int) -> bool:
    """Whether the clause that has the time speaks of another affair, a plan or a claim."""
    # "... on 18 December and will be sentenced in June": what follows the time is another clause.
    before = _MONTH.sub("", prose[: timex.end - start])
    return bool(_ANOTHER.search(before))


def _is_surely_timed(article: Article, assertion: Assertion) -> bool:
    """Whether the time is the event's own or that of the event it is set in ("admitted it at a hearing on Monday")."""
    if assertion.time_secure:
        return True
    return any(
        other.sentence.start == assertion.sentence.start
        and other.time_secure
        and other.time is assertion.time
        and assertion.trigger_start < other.trigger_start < (assertion.time.start if assertion.time else 0)
        for other in article.assertions
    )


def _protagonists(corpus: Corpus, article: Article, assertion: Assertion) -> frozenset[str]:
    """Whose sequence it is: the core participant; of a noun, the only one named; of types without core, the patient."""
    core = corpus.lexicon.types[assertion.event].core
    types = {name.canonical: name.type for name in article.expressions.names}
    named = [participant for participant in assertion.participants if participant.key in types]
    if core in ("agent", "patient"):
        chosen = [participant for participant in named if participant.role == core]
    elif any(assertion.event in (order.before, order.after) for order in corpus.reference.orders):
        chosen = named  # the user says that the order holds for whoever takes part
    else:
        # A company or a ship is one thing whatever its part; a person may do to others what happens to nobody twice.
        chosen = [p for p in named if p.role == "patient" or types[p.key] is not NameType.PERSON]
    if not chosen and len(named) == 1 and named[0].role == "other":
        chosen = named
    return frozenset(corpus.entities.identify(article.document.name, participant.key) for participant in chosen)


def _reversed(
    corpus: Corpus, article: Article, first: Sequence[_Dated], then: Sequence[_Dated], longest_days: int
) -> Iterator[Conflict]:
    by_person: dict[str, tuple[list[_Dated], list[_Dated]]] = defaultdict(lambda: ([], []))
    for side, statements in enumerate((first, then)):
        for statement in statements:
            for who in statement.who or {""}:
                by_person[who][side].append(statement)
    for who, (early, late) in sorted(by_person.items()):
        # Two arrests are two affairs, and which of them led to the plea is not said.
        if not early or not late or not _one_time(early) or not _one_time(late):
            continue
        a, b = _finest(early), _finest(late)
        if not certainly_before(b.interval, a.interval) or a.assertion.sentence.start == b.assertion.sentence.start:
            continue
        if not (_near(a, b) if not who else True) or not _same_way(a, b):
            continue
        stated = corpus.reference.order(a.assertion.event, b.assertion.event)
        if stated is not None and "place" in stated.same and not _one_place(a, b):
            continue
        gap = gap_days(b.interval, a.interval)
        types = corpus.lexicon.types
        window = min(types[a.assertion.event].recurrence, types[b.assertion.event].recurrence, longest_days)
        if gap is None or gap > window:
            continue
        yield _conflict(corpus, article, a, b)


def _one_time(statements: Sequence[_Dated]) -> bool:
    return all(can_be_equal(statements[0].interval, other.interval) for other in statements[1:])


def _finest(statements: Sequence[_Dated]) -> _Dated:
    return min(statements, key=lambda each: (each.interval.granularity, each.member))


def _near(a: _Dated, b: _Dated) -> bool:
    """Of what names nobody, only clock times of one night are set side by side."""
    if not (a.timex.clock_stated and b.timex.clock_stated) or a.interval.start is None or b.interval.start is None:
        return False
    return a.interval.start - b.interval.start <= _HOURS_APART


def _same_way(a: _Dated, b: _Dated) -> bool:
    """Of journeys, whether the arrival is where the departure leads; True for all that is no journey."""
    if b.assertion.event != "arrival":
        return True
    end, reached = a.assertion.destination, b.assertion.place or b.assertion.destination
    return end is not None and reached is not None and relate(end, reached) in (Relation.SAME, Relation.WITHIN)


def _one_place(a: _Dated, b: _Dated) -> bool:
    first, second = a.assertion.place, b.assertion.place
    return first is not None and second is not None and relate(first, second) in (Relation.SAME, Relation.WITHIN)


def _who_says(corpus: Corpus, early: str, late: str) -> str:
    """Where the order stands: in the user's facts or in the lexicon."""
    first, then = early.replace("-", " "), late.replace("-", " ")
    stated = corpus.reference.order(early, late)
    if stated is None:
        return f"The event lexicon (rules/events) says that {first} precedes {then} for one participant."
    source = f" Source: {stated.source}" if stated.source else ""
    return f"{stated.where} says that {first} precedes {then} for one participant.{source}"


def _others(corpus: Corpus, statement: _Dated) -> Iterator[str]:
    """What other articles say of the same event."""
    event = next((event for event in corpus.events if statement.member in event.members), None)
    for member in event.members if event is not None else ():
        article, assertion = corpus.resolve(member)
        if member.article != statement.member.article and assertion.time is not None and assertion.time_secure:
            told = assertion.event.replace("-", " ")
            yield f"{article_name(article)} dates the {told} to {time_words(assertion.time)}."


def _conflict(corpus: Corpus, article: Article, early: _Dated, late: _Dated) -> Conflict:
    first, then = early.assertion.event.replace("-", " "), late.assertion.event.replace("-", " ")
    told = event_name(corpus, [early.member, late.member])
    _, _, whose = told.partition(" of ")
    of = f" of {whose}" if whose else ""
    return Conflict(
        message=f"{article_name(article)} dates the {then}{of} to {time_words(late.timex)}, before the {first} "
        f"that must precede it, {time_words(early.timex)}.",
        evidence=(time_evidence(article, early.assertion), time_evidence(article, late.assertion)),
        key=(early.assertion.event, late.assertion.event, *sorted(early.who & late.who)),
        explanation=(
            how_read(article, late.timex),
            how_read(article, early.timex),
            _who_says(corpus, early.assertion.event, late.assertion.event),
            *_others(corpus, early),
            *_others(corpus, late),
        ),
        suggestion=f"Check both dates. It would be possible if the {first} came before {time_words(late.timex)}, "
        "or if the two belong to different affairs and the text said so.",
        confidence=0.85 if early.who & late.who else 0.75,
    )
