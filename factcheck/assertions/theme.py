"""What an event is done to or happens to, where that has no name: "the treaty" signed, "five workers" freed.

The head noun of the object, or of the subject of a passive or intransitive verb, by position.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.assertions.clauses import Clause
from factcheck.assertions.lexicon import AUXILIARIES, GAP
from factcheck.assertions.triggers import Hit
from factcheck.assertions.verbs import BE, HAVE, MODALS, is_passive, is_verb
from factcheck.assertions.words import stem
from factcheck.expressions.model import Name, NameType
from factcheck.text.model import Token

_STOPS = frozenset(
    """of in at on for from to with by under over into near off about after before during since until as than who which
    that where when and but or while because if , . ; : ( ) " - – — '""".split()
)
_SKIPPED = frozenset(
    "not n't also first later then since already officially finally again only just it its this that".split()
)
_HELPERS = BE | HAVE | MODALS | _SKIPPED
_PRONOUNS = frozenset("it them him her us me himself herself itself themselves he she they we i who which that".split())
_NO_HEADS = _PRONOUNS | frozenset("when where while how why what their its his her our your".split())
_COMPLEMENTS = frozenset(
    "hostage captive prisoner dead guilty free go death prison jail hospital court control custody office".split()
)
_LONGEST = 8
_BACK = 8  # tokens before a passive verb within which its subject begins
_NEAR = 4  # tokens after a verb within which the name of its object begins ("released the journalist Ada Voss")
PEOPLE = frozenset(
    stem(word)
    for word in """
    hostages captives prisoners detainees inmates men man women woman child children people person workers
    crew crewmen sailors seafarers soldiers troops passengers suspects journalists reporters tourists students
    pupils schoolgirls schoolboys girls girl boys boy nurses doctors medics engineers citizens nationals
    civilians officers policemen victims family priests nuns missionaries pilots fishermen villagers migrants
    refugees teachers abductees activists protesters demonstrators dissidents opponents leader driver captain
    farmers miners executive executives minister ministers chief head director manager coach aide official
    officials governor general commander adviser cook waiter porter nurse doctor teacher lawyer judge officer clerk
    guard student pupil mayor priest monk nun chemist engineer technician mechanic butcher baker farmer fisherman miner
    """.split()
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split()
    )
}


class Theme(NamedTuple):
    """The stem of the head noun, lower-cased, and how many of it, where either is known."""

    head: str | None
    number: int | None


def theme(tokens: Sequence[Token], clause: Clause, hit: Hit) -> Theme | None:
    """The theme of the verb at ``hit``; None for nouns, and where a name, a pronoun or nothing stands."""
    if hit.is_noun:
        return None
    if hit.trigger.words[-1] in _PRONOUNS:
        return None
    if AUXILIARIES in hit.trigger.words:
        # "The pay agreement had lapsed": the trigger has its subject with it.
        return Theme(stem(hit.trigger.words[hit.trigger.words.index(AUXILIARIES) - 1]), None)
    if GAP in hit.trigger.words:
        # "raised its key rate" has its object in the phrase; "took nine men hostage" stands around its own.
        last = hit.trigger.words[-1]
        if last not in _STOPS and last not in _COMPLEMENTS:
            return None
        inside = hit.trigger.words.index(GAP)
        return _head(tokens, hit.index + inside, hit.last + 1 - (len(hit.trigger.words) - inside - 1))
    if not is_passive(tokens, hit.index):
        found = _object(tokens, clause, hit)
        if found is not None:
            return found
    if clause.opener in {"which", "that", "who"} and tokens[clause.first].low == clause.opener:
        plain = all(_is_auxiliary(tokens[index].low) for index in range(clause.first + 1, hit.index))
        return _antecedent(tokens, clause) if plain else _subject(tokens, clause, hit)
    return _subject(tokens, clause, hit)


def _is_auxiliary(word: str) -> bool:
    return word in _HELPERS or word.endswith("ly")


def _antecedent(tokens: Sequence[Token], clause: Clause) -> Theme | None:
    """What a relative clause is of: "The recorders, which were found on Friday"; the noun right before it."""
    last = clause.first
    while last > 0 and tokens[last - 1].text == ",":
        last -= 1
    first = last
    while first > max(0, last - _LONGEST) and tokens[first - 1].low not in _STOPS:
        if is_verb(tokens, first - 1):
            break
        first -= 1
    return _head(tokens, first, last)


def has_object_person(tokens: Sequence[Token], hit: Hit, names: Sequence[Name], about: Theme | None) -> bool:
    """Whether the verb at ``hit`` is done to people: by the head noun ("five hostages"), or a person's name."""
    if about is not None and about.head in PEOPLE:
        return True
    near = tokens[hit.last + 1 : hit.last + 1 + _NEAR]
    if near and near[0].low in {"him", "them", "me", "us"}:
        return True
    if is_passive(tokens, hit.index):
        near = tokens[max(0, hit.index - _BACK) : hit.index]
    return any(name.type is NameType.PERSON and token.start == name.start for token in near for name in names)


def doer(tokens: Sequence[Token], clause: Clause, hit: Hit) -> str | None:
    """The stem of the subject's head noun, for an active verb with an object ("Parliament confirmed her")."""
    if hit.is_noun or is_passive(tokens, hit.index):
        return None
    following = tokens[hit.last + 1].low if hit.last + 1 < clause.last else ""
    if following not in _PRONOUNS and hit.last == hit.index and _object(tokens, clause, hit) is None:
        return None
    found = _subject(tokens, clause, hit)
    return found.head if found is not None else None


def _head(tokens: Sequence[Token], first: int, last: int) -> Theme | None:
    """The last common noun in ``tokens[first:last]`` with its number, None where it ends in a name or a pronoun."""
    numbers = [number for index in range(first, last) if (number := _number(tokens[index].text)) is not None]
    count = numbers[0] if len(numbers) == 1 else None
    for index in range(last - 1, first - 1, -1):
        word = tokens[index].text
        if not word[:1].isalpha():
            continue
        if word.lower() in _NUMBERS:
            return Theme(None, count)
        if (word[0].isupper() and index > 0) or word.lower() in _NO_HEADS or len(word) < 3:
            return None
        return Theme(stem(word.lower()), count)
    return None


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 7 else _NUMBERS.get(word.lower())


def _object(tokens: Sequence[Token], clause: Clause, hit: Hit) -> Theme | None:
    first = hit.last + 1
    last = first
    while last < min(clause.last, first + _LONGEST):
        word = tokens[last].low
        # "the tax and extradition treaty" goes on after its "and"; "signed and left" does not.
        joined = word == "and" and last > first and last + 2 < clause.last and not is_verb(tokens, last + 1)
        if (word in _STOPS and not joined) or is_verb(tokens, last):
            break
        last += 1
    return _head(tokens, first, last)


def _subject(tokens: Sequence[Token], clause: Clause, hit: Hit) -> Theme | None:
    last = hit.index
    while last > clause.first:
        word = tokens[last - 1].low
        if _is_auxiliary(word):
            last -= 1
        else:
            break
    first = last
    while first > clause.first and tokens[first - 1].text not in {",", ";", ":", '"', "(", ")"}:
        first -= 1
    # "The treaty on tax and extradition": the head stands before the first preposition.
    for index in range(first + 1, last):
        word = tokens[index].low
        if (word in _STOPS and word not in {"'", "and"}) or is_verb(tokens, index):
            last = index
            break
    return _head(tokens, first, last)
