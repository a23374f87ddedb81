"""Who takes part in an event, and in which role, by position and voice.

In the terms of dependency grammar: the nearest name before an active verb is its agent, the nearest
after it its patient; in the passive the name before is the patient and "by" marks the agent.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from factcheck.assertions.clauses import Clause, clause_of
from factcheck.assertions.model import Participant
from factcheck.assertions.triggers import Hit
from factcheck.assertions.verbs import BE, is_passive
from factcheck.expressions.model import Name, Place
from factcheck.expressions.name.words import KIN, ROLES
from factcheck.text.model import Sentence, Token

_RELATIVE = frozenset("who which that whom".split())
_APART = frozenset("and or with for against said told but while when who which that".split())
_OF_SOMEBODY = KIN | ROLES
_OWNERS = frozenset("his her their my our its whose 's ’s '".split())
_TOGETHER = frozenset("and or with plus like as".split())
_STOPS = frozenset({",", ";", ":", "(", ")", '"', "-", "--", "and", "or", "but"})
_BREAKS = frozenset("of with in at on by for to from who which that".split())


def find(
    sentence: Sentence,
    clauses: Sequence[Clause],
    words: Sequence[int],
    hit: Hit,
    names: Sequence[Name],
    actors: Sequence[Place],
) -> tuple[Participant, ...]:
    """The participants of the event at ``hit``: names of its clause, its subject carried over, actors last."""
    if not names and not actors:
        return ()
    tokens = sentence.tokens
    number = clause_of(clauses, hit.index)
    clause = clauses[number]
    start = tokens[clause.first].start
    end = tokens[clause.last - 1].end
    trigger = tokens[hit.index].start
    inside = [name for name in names if start <= name.start < end]
    before = [name for name in inside if name.start < trigger]
    after = [name for name in inside if name.start > trigger]
    earlier = [name for name in names if name.start < start]
    if number > 0 and earlier and not before:
        if hit.is_noun:
            # "travelled there for a summit": set within the main clause, it has that clause's people.
            before = earlier if not after else []
        else:
            # The antecedent of "who", or the shared subject of "and charged", "after arriving".
            before = (
                _antecedents(sentence, earlier) if clause.opener in _RELATIVE else _coordinated(sentence, earlier, 0)
            )
    found: dict[str, Participant] = {}

    def add(name: Name, role: str) -> None:
        found.setdefault(name.canonical, Participant(name.canonical, role, name.start, name.end))

    if hit.is_noun:
        for name in (*before, *after):
            add(name, _noun_role(sentence, hit, name))
    elif before or after:
        passive = _is_passive(tokens, clause, words, hit)
        subjects = _coordinated(sentence, before, len(before) - 1)
        carried = bool(before) and before[-1].start < start
        if carried and clause.opener in _RELATIVE:
            subjects = before
        if _is_of_somebody(tokens, clause.first if carried else _after(tokens, before), hit.index):
            subjects = []
        for name in subjects:
            add(name, "patient" if passive or (carried and clause.opener == "whom") else "agent")
        for name in before:
            add(name, "other")
        stop = next((tokens[word].start for word in words if word > hit.last), end)
        objects = [] if passive else [name for name in _coordinated(sentence, after, 0) if name.start < stop]
        for name in objects:
            add(name, "patient")
        for name in after:
            by = passive and tokens[max(0, _index(sentence, name.start) - 1)].low == "by"
            add(name, "agent" if by else "other")
    for actor in actors:
        if start <= actor.start < end:
            # A capital that stands for its government takes part as the country.
            key = actor.within[-1] if actor.actor and actor.within else actor.name
            found.setdefault(key, Participant(key, "other", actor.start, actor.end))
    return tuple(found.values())


def _after(tokens: Sequence[Token], names: Sequence[Name]) -> int:
    """The index of the token behind the last of the names; 0 if there is none."""
    return bisect_left(tokens, names[-1].end, key=attrgetter("start")) if names else 0


def _is_of_somebody(tokens: Sequence[Token], first: int, verb: int) -> bool:
    """Whether the subject of ``verb``, after ``first``, is a relative, say, of who was named: "whose mother died".

    "Ann Bell and her husband" and "Ann Bell with her husband" are herself, too.
    """
    for index in range(verb - 1, first, -1):
        word = tokens[index].low
        if word in _STOPS:
            return False
        if word in _OF_SOMEBODY:
            for owner in range(index - 1, max(first, index - 3) - 1, -1):
                if tokens[owner].low in _OWNERS:
                    return owner == 0 or tokens[owner - 1].low not in _TOGETHER
            return False
    return False


def _is_passive(tokens: Sequence[Token], clause: Clause, words: Sequence[int], hit: Hit) -> bool:
    """Whether the verb is passive, by itself or as the second of two ("was arrested and charged")."""
    if _has_be(hit) or is_passive(tokens, hit.index):
        return True
    earlier = [word for word in words if clause.first <= word < hit.index]
    joined = hit.index > 0 and tokens[hit.index - 1].low in {"and", "later", "then"}
    return bool(earlier) and joined and is_passive(tokens, earlier[-1])


def role_of_subject(tokens: Sequence[Token], hit: Hit) -> str:
    """What the subject of the verb at ``hit`` is: "patient" in the passive, else "agent"."""
    return "patient" if _has_be(hit) or is_passive(tokens, hit.index) else "agent"


def _has_be(hit: Hit) -> bool:
    """Whether the trigger is passive by its own words ("were picked up"), and no mere place of being."""
    return hit.trigger.words[0] in BE and not hit.trigger.needs_place


def _coordinated(sentence: Sentence, names: Sequence[Name], at: int) -> list[Name]:
    """The name at ``at`` with those joined to it by "and" or a comma alone ("Kim and Putin")."""
    if not names:
        return []
    low = high = at
    while low > 0 and _joined(sentence, names[low - 1], names[low]):
        low -= 1
    while high + 1 < len(names) and _joined(sentence, names[high], names[high + 1]):
        high += 1
    return list(names[low : high + 1])


def _antecedents(sentence: Sentence, names: Sequence[Name]) -> list[Name]:
    """What "who" stands for: the last name, and the one it explains ("Ada Voss, the voice of Mother Lune, who")."""
    found = [names[-1]]
    if len(names) > 1:
        between = [token.low for token in sentence.tokens if names[-2].end <= token.start < names[-1].start]
        if 1 < len(between) <= 6 and between[0] == "," and "," not in between[1:] and not _APART & set(between):
            found.insert(0, names[-2])
    return found


def _joined(sentence: Sentence, left: Name, right: Name) -> bool:
    between = [token.low for token in sentence.tokens if left.end <= token.start < right.start]
    return 0 < len(between) <= 5 and "and" in between and not any(word in _BREAKS for word in between)


def _index(sentence: Sentence, offset: int) -> int:
    return next((i for i, token in enumerate(sentence.tokens) if token.start >= offset), len(sentence.tokens) - 1)


def _noun_role(sentence: Sentence, hit: Hit, name: Name) -> str:
    """ "X's arrest" and "the arrest of X" leave open who did what: X is its patient or its agent, so "other"."""
    first = _index(sentence, name.start)
    if first > 0 and sentence.tokens[first - 1].low == "by":
        return "agent"
    return "other"
