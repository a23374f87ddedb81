"""Who takes part in an event, and in which role, by position and voice.

In the terms of dependency grammar: the nearest name before an active verb is its agent, the nearest
after it its patient; in the passive the name before is the patient and "by" marks the agent.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.assertions.clauses import Clause, clause_of
from factcheck.assertions.triggers import Hit
from factcheck.assertions.model import Participant
from factcheck.assertions.verbs import is_passive
from factcheck.expressions.model import Name, Place
from factcheck.text.model import Sentence

_RELATIVE = frozenset("who which that whom".split())


def find(
    sentence: Sentence,
    clauses: Sequence[Clause],
    words: Sequence[int],
    hit: Hit,
    names: Sequence[Name],
    actors: Sequence[Place],
) -> tuple[Participant, ...]:
    """The participants of the event at ``hit``: names of its clause, its subject carried over, actors last."""
    tokens = sentence.tokens
    number = clause_of(clauses, hit.index)
    clause = clauses[number]
    start = tokens[clause.first].start
    end = tokens[clause.last - 1].end
    trigger = tokens[hit.index].start
    inside = [name for name in names if start <= name.start < end]
    before = [name for name in inside if name.start < trigger]
    after = [name for name in inside if name.start > trigger]
    if not before and number > 0 and (clause.opener in _RELATIVE or clause.opener in {"", "and", "but", "with", "("}):
        # The subject stands in an earlier clause: the antecedent of "who", the shared subject of "and charged".
        earlier = [name for name in names if name.start < start]
        if earlier:
            before = [earlier[-1] if clause.opener in _RELATIVE else earlier[0]]
    found: dict[str, Participant] = {}

    def add(name: Name, role: str) -> None:
        found.setdefault(name.canonical, Participant(name.canonical, role, name.start, name.end))

    if hit.is_noun:
        for name in (*before, *after):
            add(name, _noun_role(sentence, hit, name))
    else:
        passive = is_passive(tokens, hit.index)
        for position, name in enumerate(reversed(before)):
            add(name, ("patient" if passive else "agent") if position == 0 else "other")
        stop = next((tokens[word].start for word in words if word > hit.last), end)
        for position, name in enumerate(after):
            if passive:
                by = sentence.tokens[max(0, _index(sentence, name.start) - 1)].text.lower() == "by"
                add(name, "agent" if by else "other")
            else:
                add(name, "patient" if position == 0 and name.start < stop else "other")
    for actor in actors:
        if start <= actor.start < end:
            found.setdefault(actor.name, Participant(actor.name, "other", actor.start, actor.end))
    return tuple(found.values())


def _index(sentence: Sentence, offset: int) -> int:
    return next((i for i, token in enumerate(sentence.tokens) if token.start >= offset), len(sentence.tokens) - 1)


def _noun_role(sentence: Sentence, hit: Hit, name: Name) -> str:
    """"X's arrest" and "the arrest of X" leave open who did what: X is its patient or its agent, so "other"."""
    first = _index(sentence, name.start)
    if first > 0 and sentence.tokens[first - 1].text.lower() == "by":
        return "agent"
    return "other"
