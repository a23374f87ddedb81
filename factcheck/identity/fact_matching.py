"""Which statements speak of the event that a reference fact is about.

Lighter than the comparison of two assertions, and stricter: a fact has no sentence around it, so neither words nor
story can speak for a match. The event type must be the same, every participant of the fact must take part (in the
role that tells such events apart), the ordinal must not differ, and the date must lie within the type's recurrence
window. Names are joined by the same rules as those of articles (:mod:`~factcheck.identity.entities`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.expressions.model import NameType
from factcheck.expressions.name.people import surname_of
from factcheck.expressions.spelling import fold
from factcheck.identity.comparison import Record
from factcheck.identity.entities import Bearer, bearers, cluster, telling_words
from factcheck.identity.facts import Fact, Someone
from factcheck.identity.model import Corpus, Member
from factcheck.records import dataclass
from factcheck.temporal.compare import can_be_equal, gap_days

_KINDS = {
    "person": (NameType.PERSON,),
    "organisation": (NameType.ORGANISATION,),
    "country": (),
    None: (NameType.PERSON, NameType.ORGANISATION),
}


@dataclass(frozen=True, slots=True)
class Known:
    """A fact with its participants as the corpus knows them: for each, the identities that may stand for them."""

    fact: Fact
    who: tuple[frozenset[str], ...]

    @property
    def everyone(self) -> frozenset[str]:
        return frozenset().union(*self.who)


def known(corpus: Corpus) -> dict[str, list[Known]]:
    """The corpus's facts by event type, those left out that name someone whom no article names."""
    found: dict[str, list[Known]] = defaultdict(list)
    identities = _identities(corpus, {who for fact in corpus.reference.facts for who in fact.participants})
    for fact in corpus.reference.facts:
        who = tuple(identities[one] for one in fact.participants)
        if all(who):
            found[fact.event].append(Known(fact, who))
    return found


def _identities(corpus: Corpus, wanted: set[Someone]) -> Mapping[Someone, frozenset[str]]:
    if not wanted:
        return {}
    told = bearers(corpus.articles)
    everyone = sorted(wanted, key=lambda who: (who.name, who.kind or ""))
    ours = [(who, _bearer(who, kind)) for who in everyone for kind in _KINDS[who.kind]]
    clusters = cluster([*told, *(bearer for _, bearer in ours)])
    members: dict[int, set[str]] = defaultdict(set)
    for index, bearer in enumerate(told):
        members[clusters.find(index)].add(corpus.entities.identify(bearer.document, bearer.canonical))
    found: dict[Someone, set[str]] = defaultdict(set)
    for index, (who, _) in enumerate(ours, start=len(told)):
        found[who] |= members.get(clusters.find(index), set())
    for who in everyone:
        if who.kind in ("country", None):
            found[who].add(who.name)  # a country takes part under its name
    return {who: frozenset(names) for who, names in found.items()}


def _bearer(who: Someone, kind: NameType) -> Bearer:
    words = tuple(who.name.split())
    surname, given = surname_of(words) if kind is NameType.PERSON else ("", "")
    # A document of its own each: what facts share must not speak for a short form.
    document = f"\0fact {kind.value} {fold(who.name)}"
    return Bearer(document, who.name, kind, telling_words(who.name, kind), surname, given, frozenset(), 1, 0)


def candidates(corpus: Corpus, facts: Mapping[str, Sequence[Known]]) -> Iterator[tuple[Member, Record, list[Known]]]:
    """Each statement with the facts of its type and participants that it may speak of, whatever its date."""
    for member, record in sorted(corpus.records.items()):
        if record.assertion.repeats:
            continue
        about = [
            one for one in facts.get(record.event.name, ()) if takes_part(one, record) and _one_ordinal(one, record)
        ]
        if about:
            yield member, record, about


def takes_part(one: Known, record: Record) -> bool:
    """Whether everyone of the fact takes part in the statement, in the role that tells such events apart."""
    present = record.strong | record.weak
    if not all(who & present for who in one.who):
        return False
    if record.event.core in ("agent", "patient"):
        # "the arrest of Brodie": a noun names its patient; where it names others as well, whose it is stays open.
        return bool(record.core & one.everyone) or (not record.core and record.strong <= one.everyone)
    return True


def _one_ordinal(one: Known, record: Record) -> bool:
    stated = record.assertion.ordinal
    return stated is None or stated == one.fact.ordinal


def nearest(record: Record, about: Sequence[Known]) -> tuple[Known, int] | None:
    """The fact whose date lies nearest the statement's, and the days between (0: they can be one).

    None where the statement has no date or all lie outside the recurrence window. Where the facts tell of several
    such events, the window ends halfway between two of them: nearer neither, a date may be another event's.
    """
    timex = record.assertion.time
    if timex is None or timex.interval is None:
        return None
    found = []
    for index, one in enumerate(about):
        gap = gap_days(timex.interval, one.fact.date)
        if gap is not None:
            found.append((gap, index, one))
    if not found:
        return None
    gap, _, best = min(found, key=lambda item: item[:2])
    spaces = [
        space
        for other in about
        if other is not best and not can_be_equal(other.fact.date, best.fact.date)
        if (space := gap_days(other.fact.date, best.fact.date)) is not None
    ]
    if gap and (gap > record.event.recurrence or any(2 * gap >= space for space in spaces)):
        return None
    return best, gap
