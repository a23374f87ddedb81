"""Comparison levels: how far two assertions agree, field by field, in weights that a reader can follow.

After Fellegi and Sunter, "A Theory for Record Linkage" (JASA, 1969): each field's level adds a weight,
in bits; the sum is the evidence that both speak of one event. A missing field adds nothing. A veto
tells the two apart whatever else agrees.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from functools import lru_cache, partial
from math import fsum

from factcheck.assertions.lexicon import EventType
from factcheck.assertions.model import Assertion, Modality
from factcheck.expressions.model import Place
from factcheck.expressions.name.words import ORGANISATION_HEADS, ORGANISATION_NOUNS
from factcheck.identity.places import Relation, fold, relate
from factcheck.records import dataclass
from factcheck.temporal.compare import can_be_equal, gap_days
from factcheck.temporal.interval import Granularity, Interval

THRESHOLD = 5.0
_STRANGERS = 2  # names that a sentence has alone; one may be a spelling
_DISTINGUISHING = frozenset({"first", "second", "third", "fourth"})
_KINDS_OF_BODIES = ORGANISATION_HEADS | ORGANISATION_NOUNS | {"works"}
_ASSERTED = frozenset({Modality.HAPPENED, Modality.ALLEGED, Modality.DENIED})


@dataclass(frozen=True, slots=True)
class Level:
    """One field's comparison: its name, what was found, the weight in bits, and whether it is a veto.

    Most comparisons are never told: where its words take long to put together, ``told`` is what does so when asked.
    """

    field: str
    told: str | Callable[[], str]
    weight: float
    veto: bool = False

    @property
    def finding(self) -> str:
        """What was found, in words."""
        return self.told if isinstance(self.told, str) else self.told()


# What a comparison finds again and again is made once.
_NO_PARTICIPANT = Level("participants", "no participant in common", -2.0)
_SAME_TIME = Level("time", "the same time", 3.0)
_TIMES_THAT_FIT = Level("time", "times that can be the same", 1.5)
_NO_NAME = Level("story", "the articles share no name", -1.5)


@dataclass(frozen=True, slots=True)
class Record:
    """An assertion prepared for comparison: participants as corpus-wide entities, with how telling each is."""

    assertion: Assertion
    document: str
    event: EventType
    strong: frozenset[str]  # people, bodies and things with a name
    weak: frozenset[str]  # countries and peoples
    people: frozenset[str]  # the strong ones that are people
    core: frozenset[str]  # the strong ones in the role that tells such events apart
    cast: frozenset[str] = frozenset()  # everyone the article names
    setting: frozenset[str] = frozenset()  # the proper words of what it tells
    alone: bool = False  # whether the article gives this type of event one date only
    parts: frozenset[tuple[str, str]] = frozenset()  # the strong ones, each with its role, agent or patient
    published: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The levels of a pair; ``weight`` their sum, ``vetoed`` whether any level tells the two apart."""

    levels: tuple[Level, ...]

    @property
    def weight(self) -> float:
        return sum([level.weight for level in self.levels])

    @property
    def vetoed(self) -> bool:
        for level in self.levels:  # noqa: SIM110 - asked of every pair, and any() takes twice as long
            if level.veto:
                return True
        return False


def compare(a: Record, b: Record, rarity: Mapping[str, float]) -> Comparison:
    """All levels of one pair of the same event type. ``rarity`` gives each content stem's weight in bits."""
    levels = [
        _participants(a, b),
        _time(a, b),
        _place(a, b),
        _ordinal(a, b),
        _theme(a, b),
        _count(a, b),
        _doer(a, b),
        _terms(a, b),
        _strangers(a, b),
        _words(a, b, rarity),
        _trigger(a, b),
        _story(a, b),
    ]
    return Comparison(tuple([level for level in levels if level is not None]))


def deciding(a: Record, b: Record, rarity: Mapping[str, float]) -> tuple[Level, ...]:
    """Those levels of :func:`compare` that may be vetoes: enough to know whether two are told apart."""
    levels = [_participants(a, b), _time(a, b), _ordinal(a, b)]
    return tuple([level for level in levels if level is not None])


def _participants(a: Record, b: Record) -> Level | None:
    shared = a.strong & b.strong
    if a.event.core == "both":
        return _meeting(a, b)
    if a.core and b.core:
        core = a.core & b.core
        if core:
            return Level("participants", f"the same {a.event.core}: {', '.join(sorted(core))}", 5.0)
        if a.event.core in {"agent", "patient"}:
            return Level("participants", f"another {a.event.core}", -6.0, veto=True)
    if shared:
        return Level("participants", f"both name {', '.join(sorted(shared))}", 3.0 + 0.5 * (len(shared) - 1))
    weak = a.weak & b.weak
    if weak and not (a.strong and b.strong):
        return Level("participants", f"both name {', '.join(sorted(weak))}", 1.0)
    if a.strong and b.strong:
        return _NO_PARTICIPANT
    return None


def _meeting(a: Record, b: Record) -> Level | None:
    """Participants of an event that takes two: people first, countries for the leaders they stand for."""
    people = a.people & b.people
    weak = a.weak & b.weak
    if len(people) >= 2:
        return Level("participants", f"both name {', '.join(sorted(people))}", 6.0)
    if len(a.people) >= 2 and len(b.people) >= 2:
        return Level("participants", "other participants", -6.0, veto=True)
    if people:
        shared = sorted(people | (weak if len(weak) >= 2 else set()))
        return Level("participants", f"both name {', '.join(shared)}", 4.0 if len(weak) >= 2 else 2.5)
    if a.people and b.people:
        return _NO_PARTICIPANT
    if len(weak) >= 2:
        return Level("participants", f"both name {', '.join(sorted(weak))}", 3.5)
    bodies = a.strong & b.strong
    return Level("participants", f"both name {', '.join(sorted(bodies))}", 2.5) if bodies else None


def _interval(record: Record) -> Interval | None:
    timex = record.assertion.time
    return timex.interval if timex is not None else None


def _time(a: Record, b: Record) -> Level | None:
    first, second = _interval(a), _interval(b)
    if first is None or second is None:
        return None
    if can_be_equal(first, second):
        if None in (first.start, first.end, second.start, second.end):
            return None  # "since May", "by Friday": what fits so much says nothing
        fine = max(first.granularity, second.granularity) <= Granularity.DAY
        return _SAME_TIME if fine else _TIMES_THAT_FIT
    gap = gap_days(first, second)
    if gap is None:
        return None
    planned = (a.assertion.modality not in _ASSERTED) or (b.assertion.modality not in _ASSERTED)
    window = max(a.event.recurrence, 400) if planned else a.event.recurrence
    return _days_apart(gap, window)


@lru_cache(maxsize=1 << 12)
def _days_apart(gap: int, window: int) -> Level:
    if gap > window:
        return Level("time", f"{gap} days apart, more than {window}", -6.0, veto=True)
    return Level("time", f"{gap} days apart, within {window}", 0.0)


def _place(a: Record, b: Record) -> Level | None:
    first, second = a.assertion.place, b.assertion.place
    if first is None or second is None:
        return None
    relation = relate(first, second)
    if relation is Relation.SAME:
        return Level("place", f"the same place, {_label(first)}", 2.0 if first.kind != "country" else 0.5)
    if relation is Relation.WITHIN:
        return Level("place", f"{_label(first)} and {_label(second)}, one within the other", 1.0)
    if relation is Relation.APART:
        return Level("place", f"{_label(first)} and {_label(second)}, apart", -1.5)
    return None


def _label(place: Place) -> str:
    return place.name


def _ordinal(a: Record, b: Record) -> Level | None:
    first, second = a.assertion.ordinal, b.assertion.ordinal
    if first is None and second is None:
        return None
    if first == second:
        return Level("ordinal", f'both "{first}"', 1.0)
    if first in _DISTINGUISHING and second in _DISTINGUISHING:
        return Level("ordinal", f'"{first}" and "{second}"', -6.0, veto=True)
    if "another" in (first, second) or "previous" in (first, second) or "next" in (first, second):
        return Level("ordinal", f'"{first or "none"}" and "{second or "none"}"', -2.0)
    return None


def _theme(a: Record, b: Record) -> Level | None:
    first, second = a.assertion.theme, b.assertion.theme
    if first is None or second is None:
        return None
    if first == second:
        return Level("theme", f'the same thing, "{first}"', 2.0)
    return Level("theme", f'"{first}" and "{second}"', -1.0)


def _doer(a: Record, b: Record) -> Level | None:
    first, second = a.assertion.doer, b.assertion.doer
    if first is None or first != second or first in (a.assertion.theme, b.assertion.theme):
        return None  # "the treaty was signed" is told by the theme already
    return Level("doer", f'done by "{first}" in both', 1.5)


def _count(a: Record, b: Record) -> Level | None:
    """How many it was done to: five freed and four freed are two releases, or else a conflict of figures."""
    first, second = a.assertion.count, b.assertion.count
    if first is None or second is None or first == second:
        return None
    return Level("count", f"{first} and {second}", -3.0)


def _terms(a: Record, b: Record) -> Level | None:
    """Proper words that both sentences have, apart from those of the participants already counted."""
    both = a.assertion.terms & b.assertion.terms
    if not both:
        return None
    counted = {word for identity in a.strong & b.strong for word in identity.replace(":", " ").split()}
    if a.assertion.place is not None:
        counted.update(fold(a.assertion.place.name).split())
    shared = {term for term in both if term not in _KINDS_OF_BODIES and counted.isdisjoint(term.split("-"))}
    if shared and not a.strong & b.strong:
        shared -= _in_names_of_others(a, b)
    if not shared:
        return None
    return Level("terms", partial(_shared_terms, shared), min(3.0, 1.5 * len(shared)))


def _in_names_of_others(a: Record, b: Record) -> set[str]:
    """The words of names that only one of the articles has: "Bragov" the minister is not "Bragov" the town."""
    only_one = (identity.partition(":")[2].split() for identity in a.cast ^ b.cast)
    return {word for words in only_one if len(words) > 1 for word in words}


def _shared_terms(shared: Set[str]) -> str:
    return f"shared names: {', '.join(sorted(shared)[:4])}"


def _strangers(a: Record, b: Record) -> Level | None:
    """Names in each sentence that the other article has nowhere: two treaties signed in one city."""
    if a.document == b.document or a.strong & b.strong:
        return None
    only_a = a.assertion.terms - b.setting
    only_b = b.assertion.terms - a.setting
    if len(only_a) < _STRANGERS or len(only_b) < _STRANGERS:
        return None
    fewer = min(len(only_a), len(only_b))
    return Level("strangers", partial(_named_apart, only_a, only_b), -min(6.0, 1.0 * fewer))


def _named_apart(only_a: Set[str], only_b: Set[str]) -> str:
    there, here = ", ".join(sorted(only_a)[:2]), ", ".join(sorted(only_b)[:2])
    return f"names that only one article has: {there} there, {here} here"


def _words(a: Record, b: Record, rarity: Mapping[str, float]) -> Level | None:
    shared = a.assertion.words & b.assertion.words
    if not shared:
        return None
    weight = fsum([rarity.get(word, 1.0) for word in shared])  # exact: a set has no order
    return Level("words", partial(_shared_words, shared, rarity), min(3.5, 0.3 * weight))


def _shared_words(shared: Set[str], rarity: Mapping[str, float]) -> str:
    named = sorted(shared, key=lambda word: (-rarity.get(word, 1.0), word))[:4]
    return f"shared words: {', '.join(named)}"


def _trigger(a: Record, b: Record) -> Level | None:
    return _same_word(a.assertion.trigger) if a.assertion.trigger == b.assertion.trigger else None


@lru_cache(maxsize=1 << 12)
def _same_word(trigger: str) -> Level:
    return Level("trigger", f'the same word, "{trigger}"', 0.5)


def _story(a: Record, b: Record) -> Level | None:
    """Whether the articles tell one story: how many names they share, and that each tells of one such event."""
    if a.document == b.document:
        return None
    shared = len(a.cast & b.cast)
    terms = len(a.setting & b.setting)
    if not shared and not terms:
        # The places of the event itself are compared as such.
        own = {fold(place.name) for place in (a.assertion.place, b.assertion.place) if place is not None}
        return _NO_NAME if a.cast - own and b.cast - own else None
    return _one_story(shared, terms, a.alone and b.alone)


@lru_cache(maxsize=1 << 12)
def _one_story(shared: int, terms: int, alone: bool) -> Level:
    weight = min(2.0, 0.4 * shared + 0.2 * terms)
    finding = f"the articles share {shared} name{'s' if shared != 1 else ''} and {terms} proper words"
    if alone:
        return Level("story", f"{finding}, and each tells of one such event", weight + 1.0)
    return Level("story", finding, weight)


def specific(comparison: Comparison, without: tuple[str, ...] = ()) -> float:
    """The weight without what the articles as wholes have in common, and without the fields named."""
    return sum(level.weight for level in comparison.levels if level.field not in {"story", "trigger", *without})
