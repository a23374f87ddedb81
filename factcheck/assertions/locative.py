"""Whether and how a place bears on an event: where it is, where it begins, where it leads."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.assertions.attachment import token_at
from factcheck.assertions.clauses import Clause, clause_of
from factcheck.assertions.triggers import Hit
from factcheck.expressions.model import Place, Timex
from factcheck.text.model import Token

_TOWARDS = frozenset("to for towards toward into".split())

_BETWEEN = frozenset("the a his her its their port town city village of for to capital island".split())

_GOES = frozenset(
    """leave left leaving leaves reached reach reaches reaching visit visited visits visiting entered enter depart
    departed departs departing toured tour""".split()
)

# Of these the place that they lead to is the place of the event.
_DIVERTED = frozenset("divert diverted diverting diversion rerouted".split())

_LOCATIVE = frozenset(
    """above beneath beside under below in at near off outside inside on around across aboard from to for through into
    via""".split()
)


def is_locative(tokens: Sequence[Token], place: Place) -> bool:
    """Whether a preposition of place or a verb of motion governs the place; a possessor is governed by neither."""
    index = token_at(tokens, place.start)
    following = token_at(tokens, place.end)
    if tokens[following].start == place.end and tokens[following].text.startswith("'"):
        return False
    if following > 0 and tokens[following - 1].end > place.end:
        return False  # "a Lisbon-bound ferry" is elsewhere
    for back in range(index - 1, max(-1, index - 6), -1):
        word = tokens[back].low
        if word in _LOCATIVE:
            return True
        if not (word.replace("-", "").isalpha() or word in {"'s", "'"}) or word in {
            "of",
            "and",
            "between",
            "with",
            "by",
        }:
            break
    return is_goal(tokens, place)


def is_goal(tokens: Sequence[Token], place: Place) -> bool:
    """Whether the place is the object of a verb of motion ("left Seoul"): then it is no metonym."""
    index = token_at(tokens, place.start)
    return index > 0 and tokens[index - 1].low in _GOES


def _preposition(tokens: Sequence[Token], place: Place) -> str:
    index = token_at(tokens, place.start)
    for back in range(index - 1, max(-1, index - 5), -1):
        word = tokens[back].low
        if word in _LOCATIVE:
            return word
    return ""


def ends(tokens: Sequence[Token], hit: Hit, here: Sequence[Place]) -> tuple[Place | None, Place | None]:
    """Where the event is, and where it leads if a preposition of direction says so.

    A chain "in Vladivostok in Russia's Far East" is one place told twice: the first, finest, counts.
    """
    towards = [place for place in here if _preposition(tokens, place) in _TOWARDS]
    settled = [place for place in here if place not in towards]
    if towards and not _DIVERTED.isdisjoint(token.low for token in tokens[hit.index : hit.last]):
        return towards[0], None
    after = [place for place in settled if place.start > tokens[hit.index].start]
    chosen = (after or settled)[0] if settled else None
    return chosen, (towards[0] if towards else None)


def has_object_place(tokens: Sequence[Token], hit: Hit, places: Sequence[Place]) -> bool:
    """Whether a place is the object ("left Seoul", "reached the port of Dunay")."""
    for place in places:
        index = token_at(tokens, place.start)
        if not place.gentilic and 0 < index - hit.last <= 4:
            return all(tokens[i].low in _BETWEEN for i in range(hit.last + 1, index))
    return False


def names_a_clock(
    tokens: Sequence[Token], cut: Sequence[Clause], words: Sequence[int], place: Place, times: Sequence[Timex]
) -> bool:
    """Whether the place only says by whose clock: "(7:30 a.m. Thursday in Seoul)"."""
    clause = cut[clause_of(cut, token_at(tokens, place.start))]
    if any(clause.first <= word < clause.last for word in words):
        return False
    start = tokens[clause.first].start
    return any(start <= timex.start < place.start and timex.clock_stated for timex in times)


def antecedent(tokens: Sequence[Token], clause: Clause, places: Sequence[Place]) -> Place | None:
    """What "where" stands for: the first place of the chain right before it ("at Makawa, in Mangochi, where")."""
    before = [place for place in places if place.end <= tokens[clause.first].start and not place.gentilic]
    if not before or tokens[clause.first].start - before[-1].end > 3:
        return None
    found = before[-1]
    for place in reversed(before[:-1]):
        between = [token.low for token in tokens if place.end <= token.start < found.start]
        if not all(word in {",", "in", "the", "of"} for word in between):
            break
        found = place
    return found
