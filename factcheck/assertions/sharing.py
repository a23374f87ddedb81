"""What events of one sentence give each other: a verb and the noun it is set in, a noun and its own verb."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from factcheck.assertions.attachment import BETWEEN, through_light_verb, token_at
from factcheck.assertions.clauses import Clause, clause_of
from factcheck.assertions.model import Assertion
from factcheck.assertions.triggers import Hit
from factcheck.assertions.verbs import BE, is_passive, is_verb
from factcheck.expressions.model import Place, Timex
from factcheck.records import replace
from factcheck.text.model import Token

# Verbs that say of an event that it begins, goes on or ends.
PHASES = frozenset(
    """open opened opens opening resume resumed resumes reopen reopened close closed launch launched launches start
    inaugurate inaugurated""".split()
)
_PREPOSITIONS = frozenset("of at in on for from with to after before during over by and".split())
# "the quake that struck on Monday": what such verbs tell is the event that is their subject.
_HAPPENS = frozenset(
    """struck hit broke ripped tore swept shook erupted began started happened killed occurred rocked engulfed gutted
    destroyed flattened levelled leveled devastated raged hits strikes""".split()
)
# Their nouns stand for a thing at least as often as for what happens: a date beside one is that of what is done to it.
_THINGS = frozenset(
    """agreement acquisition takeover-agreement contract-award award sanction bailout budget tariff results lawsuit
    appeal loan-agreement bond-sale""".split()
)
_JUST_THEN = frozenset((word, who) for word in ("as", "while", "when") for who in ("he", "she", "they", "it"))
_PHRASE = 7  # tokens of a noun's complement at the most ("the trial of the owner")
_Item = TypeVar("_Item", Timex, Place)


def share_settings(
    tokens: Sequence[Token],
    cut: Sequence[Clause],
    words: Sequence[int],
    hits: Sequence[Hit],
    times: dict[int, list[_Item]],
) -> None:
    """Give a verb without a time or place those of the event it is set in ("admitted it at a hearing in Leeds")."""
    for hit in hits:
        if hit.is_noun and hit.index in times:
            clause = cut[clause_of(cut, hit.index)]
            verbs = [word for word in words if clause.first <= word < hit.index and word not in times]
            # "was in Lisbon for the talks on Monday": one is somewhere for what one is there for.
            there = bool(verbs) and tokens[verbs[-1]].low in BE
            if verbs and (
                _is_object(tokens, hits, verbs[-1], hit.index) or governs(tokens, hits, verbs[-1], hit.index)
            ):
                times.setdefault(verbs[-1], list(times[hit.index]))
            elif verbs and _set_in(
                tokens, hit.index, {"at", "during", "in", "for"} if there else {"at", "during", "in"}
            ):
                times.setdefault(through_light_verb(tokens, cut, hits, verbs[-1]), list(times[hit.index]))


def _is_object(tokens: Sequence[Token], hits: Sequence[Hit], verb: int, noun: int) -> bool:
    """Whether the noun is what the verb at ``verb`` begins or ends: "launched the vaccination campaign in Thies"."""
    if not any(hit.index == verb and not hit.is_noun and tokens[verb].low in PHASES for hit in hits):
        return False
    between = [tokens[index].text for index in range(verb + 1, noun)]
    return len(between) <= _PHRASE and all(
        word.replace("-", "").isalpha() and word.lower() not in _PREPOSITIONS for word in between
    )


def share_with_main(
    tokens: Sequence[Token], words: Sequence[int], hits: Sequence[Hit], places: dict[int, list[Place]]
) -> None:
    """Give a verb without a place that of what its people did just then: "was arrested as he left a plane in Leeds"."""
    for hit in hits:
        if hit.is_noun or hit.index in places:
            continue
        following = next((word for word in words if word > hit.last), None)
        if following is None or following not in places or following - hit.last > _PHRASE:
            continue
        between = [tokens[index].low for index in range(hit.last + 1, following)]
        if any(pair in _JUST_THEN for pair in pairwise(between)):
            places[hit.index] = list(places[following])


def governs(tokens: Sequence[Token], hits: Sequence[Hit], verb: int, noun: int) -> bool:
    """Whether the noun ends the object of the verb at ``verb``: "signed the services chapter of their accord"."""
    own = [hit for hit in hits if hit.index == verb and not hit.is_noun]
    things = any(hit.index == noun and hit.is_noun and hit.trigger.event in _THINGS for hit in hits)
    if not own or not things or is_passive(tokens, verb):
        return False
    between = [tokens[index].low for index in range(max(hit.last for hit in own) + 1, noun)]
    return len(between) <= _PHRASE and all(
        (word.replace("-", "").isalpha() or word == "'s") and (word == "of" or word not in _PREPOSITIONS)
        for word in between
    )


def share_with_subjects(
    tokens: Sequence[Token], cut: Sequence[Clause], hits: Sequence[Hit], times: dict[int, list[_Item]]
) -> None:
    """Give an event noun what its own verb has: "The tremor struck at 4:17 a.m.", "The trial of X opened in May"."""
    for noun in hits:
        for verb in hits:
            if not noun.is_noun or verb.is_noun or verb.index not in times or noun.index in times:
                continue
            if noun.last < verb.index and _is_subject(tokens, cut, noun, verb):
                times[noun.index] = list(times[verb.index])


def _is_subject(tokens: Sequence[Token], cut: Sequence[Clause], noun: Hit, verb: Hit) -> bool:
    between = range(noun.last + 1, verb.index)
    if all(tokens[index].low in BETWEEN for index in between):
        return True
    if happens_to(tokens, noun, verb.index):
        return True
    if not PHASES & {tokens[verb.index].low, verb.trigger.words[0]}:
        return False
    home, clause = clause_of(cut, noun.index), cut[clause_of(cut, verb.index)]
    if clause.resumes == home:
        return not any(is_verb(tokens, index) for index in range(noun.last + 1, cut[home].last))
    plain = all(tokens[index].text not in {",", ";"} and not is_verb(tokens, index) for index in between)
    return clause is cut[home] and plain and len(between) <= _PHRASE


def happens_to(tokens: Sequence[Token], noun: Hit, verb: int) -> bool:
    """Whether the verb says in a relative clause that the event happened: "the quake that struck"."""
    words = [tokens[index].low for index in range(noun.last + 1, verb)]
    while words and words[0] == ",":
        words.pop(0)
    return (
        tokens[verb].low in _HAPPENS
        and bool(words)
        and words[0] in {"that", "which"}
        and all(word in BETWEEN for word in words[1:])
    )


def with_time_of(tokens: Sequence[Token], hits: Sequence[Hit], hit: Hit) -> frozenset[int]:
    """The words whose time is the event's as well: its object, or the verb that says that it happened."""
    if hit.is_noun:
        return frozenset(other.index for other in hits if not other.is_noun and happens_to(tokens, hit, other.index))
    return frozenset(
        other.index
        for other in hits
        if other.is_noun and other.index > hit.last and governs(tokens, hits, hit.index, other.index)
    )


def _set_in(tokens: Sequence[Token], index: int, prepositions: set[str]) -> bool:
    """Whether the noun at ``index`` stands in a phrase of setting: "at a hearing", "during the summit"."""
    for back in range(index - 1, max(-1, index - 9), -1):
        word = tokens[back].low
        if word in prepositions:
            return True
        if not word.replace("-", "").isalpha():
            return False
    return False


def corefer(tokens: Sequence[Token], made: list[Assertion]) -> list[Assertion]:
    """ "They met on Friday; the meeting, at the port, was short": a definite noun takes up the verb before it."""
    for number, later in enumerate(made[1:], 1):
        index = token_at(tokens, later.trigger_start)
        definite = any(tokens[i].low in {"the", "this", "that", "their"} for i in range(max(0, index - 3), index))
        if not definite or later.ordinal is not None:
            continue
        for place_of, earlier in enumerate(made[:number]):
            if earlier.event == later.event and earlier.trigger != later.trigger and earlier.modality is later.modality:
                made[place_of] = replace(
                    earlier, place=earlier.place or later.place, time=earlier.time or later.time,
                    time_secure=earlier.time_secure if earlier.time else later.time_secure,
                )  # fmt: skip
                made[number] = replace(
                    later, place=later.place or earlier.place, time=later.time or earlier.time,
                    time_secure=later.time_secure if later.time else earlier.time_secure,
                    participants=later.participants or earlier.participants,
                )  # fmt: skip
                break
    return made
