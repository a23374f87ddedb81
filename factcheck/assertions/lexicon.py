"""The event lexicon: which words report which type of event, as plain data that ``rules/events`` fills.

Event classes follow ACE 2005 and PLOVER, so that other tools can map ours to theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from factcheck.assertions.inflect import third_person, verb_forms

Core = Literal["agent", "patient", "both", "any"]

GAP = "..."


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event.

    ``verbs`` and ``nouns`` are its triggers in base form; a trigger may have several words ("go down"), and
    ``{place}`` at its end asks for a place as object or after a preposition ("leave {place}"), ``{person}``
    for people ("release {person}"); ``...`` between two words leaves room for an object ("charge ... with").
    ``core`` says whose identity tells two such events apart: two arrests are two events if two people are
    arrested. ``recurrence`` in days is how soon the same participants may have another one: two dates closer
    than that are taken for one event told with two dates. ``before`` names types that lead up to it (an
    arrival before a meeting), which support one of two dates. ``precedes`` names types that cannot come
    before it for one participant (an arrest precedes the plea). ``communication`` marks acts of speech;
    ``without`` lists forms that are other words ("building"). ``one_place`` is False for what happens in many
    places at once (a war, an election, a tour). ``unlisted`` marks a type that no file lists: a verb and its
    noun (:mod:`factcheck.assertions.unlisted`), whose mentions are linked on much stricter terms.
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
    unlisted: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """One surface form of a trigger: its words lower-cased, and what it says of the event."""

    words: tuple[str, ...]
    event: str
    tense: str  # base, present, past, participle, gerund, noun; "either" for a form that is verb and noun
    needs_place: bool = False
    needs_person: bool = False


@dataclass(frozen=True)
class Lexicon:
    """Event types by name, and their trigger forms by first word, longest first."""

    types: Mapping[str, EventType] = field(default_factory=dict)
    triggers: Mapping[str, tuple[Trigger, ...]] = field(default_factory=dict)


def _forms(event: EventType) -> Iterable[Trigger]:
    for phrase in event.verbs:
        words = phrase.split()
        needs_place, needs_person = words[-1] == "{place}", words[-1] == "{person}"
        if needs_place or needs_person:
            words.pop()
        for form, tense in verb_forms(words[0]).items():
            yield Trigger((form, *words[1:]), event.name, tense, needs_place, needs_person)
    for phrase in event.nouns:
        words = phrase.split()
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
    ordered = {
        word: tuple(sorted(found, key=lambda t: (-len(t.words), t.event, t.tense))) for word, found in triggers.items()
    }
    return Lexicon(by_name, ordered)
