"""The event lexicon: which words report which type of event, as plain data that ``rules/events`` fills.

Event classes follow ACE 2005 and PLOVER, so that other tools can map ours to theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from itertools import product
from typing import Literal, NamedTuple

from factcheck.assertions.inflect import third_person, verb_forms
from factcheck.records import dataclass, field, replace

Core = Literal["agent", "patient", "both", "any"]

GAP = "..."
AUXILIARIES = "~"  # between a subject and its verb: room for "had since", "was again"


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event.

    ``verbs`` and ``nouns`` are its triggers in base form; a trigger may have several words ("go down"), and
    ``{place}`` at its end asks for a place as object or after a preposition ("leave {place}"), ``{person}``
    for people ("release {person}"); ``...`` between two words leaves room for an object ("charge ... with").
    ``a|b`` stands for either word and ``a|`` for a word that may be missing ("leave the| hospital"); brackets mark
    the verb where a subject comes first ("roof [fall] in").
    ``core`` says whose identity tells two such events apart: two arrests are two events if two people are
    arrested. ``recurrence`` in days is how soon the same participants may have another one: two dates closer
    than that are taken for one event told with two dates. ``before`` names types that lead up to it (an
    arrival before a meeting), which support one of two dates. ``precedes`` names types that cannot come
    before it for one participant (an arrest precedes the plea). ``communication`` marks acts of speech;
    ``without`` lists forms that are other words ("building"). ``one_place`` is False for what happens in many
    places at once (a war, an election, a tour).
    """

    name: str
    event_class: str = ""
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    core: Core = "any"
    recurrence: int = 30
    before: tuple[str, ...] = ()
    precedes: tuple[str, ...] = ()
    communication: bool = False
    without: tuple[str, ...] = ()
    one_place: bool = True


@dataclass(frozen=True, slots=True)
class Trigger:
    """One surface form of a trigger: its words lower-cased, and what it says of the event."""

    words: tuple[str, ...]
    event: str
    tense: str  # base, present, past, participle, gerund, noun; "either" for a form that is verb and noun
    needs_place: bool = False
    needs_person: bool = False

    @property
    def shown(self) -> str:
        """The words as assertions give them."""
        words = self.words
        return words[0] if len(words) == 1 else " ".join([word for word in words if word != AUXILIARIES])


def _order(trigger: Trigger) -> tuple[int, str, str, tuple[str, ...]]:
    return (-len(trigger.words), trigger.event, trigger.tense, trigger.words)


class Openings(NamedTuple):
    """The triggers that begin with one word, each tuple longest first.

    ``alone`` are the words of their own, ``by_second`` the phrases by the word that must follow. ``loose`` are
    those that leave room behind the first word, by their last: of the sixty that begin with "won", few end in
    a sentence.
    """

    alone: tuple[Trigger, ...]
    by_second: dict[str, tuple[Trigger, ...]]
    loose: dict[str, tuple[Trigger, ...]]


@dataclass(frozen=True)
class Lexicon:
    """Event types by name, and their trigger forms by first word, longest first."""

    types: Mapping[str, EventType] = field(default_factory=dict)
    triggers: Mapping[str, tuple[Trigger, ...]] = field(default_factory=dict)

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words that triggers begin with."""
        return frozenset(self.triggers)

    @cached_property
    def openings(self) -> Mapping[str, Openings]:
        """The triggers by each of :attr:`first_words`."""
        return _AllOpenings(self.triggers)

    def candidates(self, first: str, second: str, present: Set[str]) -> Sequence[Trigger]:
        """The triggers that may begin with ``first``, one of :attr:`first_words`, before ``second``, longest first.

        ``present`` holds the sentence's words: no trigger ends with another.
        """
        alone, by_second, loose = self.openings[first]
        found = by_second.get(second, ())
        if loose and not loose.keys().isdisjoint(present):
            opened = [trigger for last in loose.keys() & present for trigger in loose[last]]
            found = tuple(sorted((*found, *opened), key=_order))
        return found + alone if found else alone


class _AllOpenings(dict[str, Openings]):
    """Put in order for each word when that is first met: most articles meet few of them."""

    def __init__(self, triggers: Mapping[str, tuple[Trigger, ...]]) -> None:
        super().__init__()
        self._triggers = triggers

    def __missing__(self, word: str) -> Openings:
        found = self[word] = _by_what_follows(self._triggers[word])
        return found


def _by_what_follows(triggers: Iterable[Trigger]) -> Openings:
    alone: list[Trigger] = []
    by_second: dict[str, list[Trigger]] = {}
    loose: dict[str, list[Trigger]] = {}
    for trigger in triggers:
        words = trigger.words
        if len(words) == 1:
            alone.append(trigger)
        elif words[1] in (GAP, AUXILIARIES):
            loose.setdefault(words[-1], []).append(trigger)
        else:
            by_second.setdefault(words[1], []).append(trigger)
    return Openings(tuple(alone), _frozen(by_second), _frozen(loose))


def _frozen(found: dict[str, list[Trigger]]) -> dict[str, tuple[Trigger, ...]]:
    return {word: tuple(triggers) for word, triggers in found.items()}


def _phrases(written: Iterable[str]) -> Iterable[list[str]]:
    """The phrases that ``written`` ones stand for, as words: "cut|raise the| rate" stands for four."""
    for phrase in written:
        for words in product(*(_choices(word) for word in phrase.split())):
            yield [word for word in words if word]


def _choices(word: str) -> list[str]:
    if word.startswith("["):
        return [f"[{choice}]" for choice in word[1:-1].split("|")]
    return word.split("|")


def _forms(event: EventType) -> Iterable[Trigger]:
    for words in _phrases(event.verbs):
        needs_place, needs_person = words[-1] == "{place}", words[-1] == "{person}"
        if needs_place or needs_person:
            words.pop()
        verb = next((index for index, word in enumerate(words) if word.startswith("[")), 0)
        subject = (*words[:verb], AUXILIARIES) if verb else ()
        for form, tense in verb_forms(words[verb].strip("[]")).items():
            if verb and tense in {"base", "gerund"}:
                continue  # "let the roof fall in", "the roof falling in": too seldom to pay for
            yield Trigger((*subject, form, *words[verb + 1 :]), event.name, tense, needs_place, needs_person)
    for words in _phrases(event.nouns):
        needs_place = words[-1] == "{place}"
        if needs_place:
            words.pop()
        yield Trigger(tuple(words), event.name, "noun", needs_place)
        plural = third_person(words[-1])
        yield Trigger((*words[:-1], plural), event.name, "noun", needs_place)


def build(types: Iterable[EventType]) -> Lexicon:
    """The lexicon of ``types``. Where two types share a trigger form, both are kept, in order of name."""
    by_name = {event.name: event for event in sorted(types, key=lambda event: event.name)}
    triggers: dict[str, list[Trigger]] = {}
    for event in by_name.values():
        forms: dict[tuple[str, ...], Trigger] = {}
        for trigger in _forms(event):
            if trigger.words[0] in event.without:
                continue
            known = forms.get(trigger.words)
            if known is None:
                forms[trigger.words] = trigger
            elif trigger.tense == "noun" and known.tense in {"base", "present"}:
                forms[trigger.words] = replace(known, tense="either")
        for words, trigger in forms.items():
            triggers.setdefault(words[0], []).append(trigger)
    ordered = {word: tuple(sorted(found, key=_order)) for word, found in triggers.items()}
    return Lexicon(by_name, ordered)
