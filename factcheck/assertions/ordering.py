"""The order that a sentence itself states between two of its events: "resigned two days after the vote".

TimeML's TLINK with a signal: the located event, the event it is set against, and how far apart they are said to be.
Only "before", "after", "following" and "ahead of" count, with a measure before them if there is one; what is planned,
denied or possible is ordered by nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from factcheck.assertions.attachment import token_at
from factcheck.assertions.model import Assertion, Modality, Polarity
from factcheck.assertions.verbs import is_verb
from factcheck.temporal.interval import DAY
from factcheck.text.model import Token

_AFTER, _BEFORE = frozenset({"after", "following"}), frozenset({"before", "ahead"})
_UNITS = {
    "minute": 60, "hour": 3600, "day": DAY, "week": 7 * DAY, "fortnight": 14 * DAY, "month": 30 * DAY,
    "year": 365 * DAY,
}  # fmt: skip
_NUMBERS = {
    word: number
    for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1, "the": 1}
_LOOSE = frozenset("shortly soon just immediately long hours days weeks months years seconds moments minutes".split())
_STOPS = frozenset({";", ":", "(", ")", '"', "-", "--"})
_REACH = 7  # tokens from the connective to the event it leads to
_BACK = 12  # tokens from the connective back to the event it locates
# "after all", "day after day", "the morning after": no order of two events.
_NO_OBJECT = frozenset("all day month year night week that this which it them him her".split())


@dataclass(frozen=True, slots=True)
class Ordering:
    """``assertions[later]`` happened at least ``low`` and at most ``high`` seconds after ``assertions[earlier]``.

    ``high`` is None where no measure is stated. ``start`` and ``end`` span the words that say so.
    """

    earlier: int
    later: int
    low: int
    high: int | None
    start: int
    end: int


def orderings(assertions: Sequence[Assertion]) -> Iterator[Ordering]:
    """The stated orders of an article's ``assertions`` (in text order), as indices into it."""
    numbered = list(enumerate(assertions))
    for _, group in groupby(numbered, key=lambda item: item[1].sentence.start):
        inside = [(index, one) for index, one in group if _is_told(one)]
        if len(inside) > 1:
            yield from _in_sentence(inside)


def _is_told(one: Assertion) -> bool:
    return one.modality is Modality.HAPPENED and one.polarity is Polarity.POSITIVE and not one.repeats


def _in_sentence(inside: Sequence[tuple[int, Assertion]]) -> Iterator[Ordering]:
    tokens = inside[0][1].sentence.tokens
    places = [(token_at(tokens, one.trigger_start), index) for index, one in inside]
    triggers = [(one.trigger_start, one.trigger_end) for _, one in inside]
    for at, token in enumerate(tokens):
        word = token.text.lower()
        if any(start <= token.start < end for start, end in triggers):
            continue  # "appeared before a judge"
        if word not in _AFTER | _BEFORE or (word == "ahead" and _word(tokens, at + 1) != "of"):
            continue
        reference = _led_to(tokens, places, at + (2 if word == "ahead" else 1))
        if reference is None:
            continue
        measured_from, low, high = _measure(tokens, at)
        located = _located(tokens, places, measured_from, at, reference)
        if located is None:
            continue
        earlier, later = (reference[1], located) if word in _AFTER else (located, reference[1])
        yield Ordering(earlier, later, low, high, tokens[measured_from].start, token.end)


def _word(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text.lower() if 0 <= index < len(tokens) else ""


def _led_to(tokens: Sequence[Token], places: Sequence[tuple[int, int]], first: int) -> tuple[int, int] | None:
    """The event right behind the connective: "after the vote", "before Anna Weiss met the mayor"."""
    if _word(tokens, first) in _NO_OBJECT:
        return None
    for place, index in places:
        if first <= place < first + _REACH:
            between = range(first, place)
            broken = any(tokens[i].text in _STOPS or tokens[i].text == "," for i in between)
            # Another verb on the way is what the connective leads to: "after learning of the vote".
            verbs = any(is_verb(tokens, i) or tokens[i].text.endswith("ing") for i in between)
            return None if broken or verbs else (place, index)
    return None


def _located(
    tokens: Sequence[Token], places: Sequence[tuple[int, int]], measured_from: int, at: int, reference: tuple[int, int]
) -> int | None:
    """The event that is set in order: the last one before, or the first after a phrase that opens the sentence."""
    if all(not tokens[i].text[:1].isalpha() for i in range(measured_from)):
        comma = next((i for i in range(reference[0], len(tokens)) if tokens[i].text == ","), None)
        if comma is None:
            return None
        for place, index in places:
            if place > comma:
                verbs = [i for i in range(comma + 1, place) if is_verb(tokens, i)]
                return None if verbs or any(tokens[i].text in _STOPS for i in range(comma, place)) else index
        return None
    before = [(place, index) for place, index in places if measured_from - _BACK <= place < measured_from]
    if not before:
        return None
    place, index = before[-1]
    # "died on 2 April, seven weeks after the blaze"
    last = measured_from - 1 if _word(tokens, measured_from - 1) == "," else measured_from
    between = range(place + 1, last)
    if any(tokens[i].text in _STOPS or tokens[i].text == "," or is_verb(tokens, i) for i in between):
        return None
    if any(_word(tokens, i) in _AFTER | _BEFORE | {"and", "but", "who", "which", "that"} for i in between):
        return None
    return index


def _measure(tokens: Sequence[Token], at: int) -> tuple[int, int, int | None]:
    """Where the phrase begins, and the bounds in seconds that "two days" before the connective at ``at`` sets.

    A measured day may be any hour of it: "two days after" is more than one day and less than three.
    """
    unit = _UNITS.get(_word(tokens, at - 1).removesuffix("s"))
    number = _number(_word(tokens, at - 2)) if unit is not None else None
    if unit is None or number is None:
        first = at
        while _is_loose(tokens, first - 1):
            first -= 1
        return first, 0, None
    slack = unit if unit <= 7 * DAY else int(unit * (1 + 0.1 * number))
    low, high = max(0, number * unit - slack), number * unit + slack
    bound = _word(tokens, at - 3), _word(tokens, at - 4)
    if bound[0] == "than" and bound[1] in {"more", "less"}:
        return at - 4, (low if bound[1] == "more" else 0), (None if bound[1] == "more" else high)
    if bound[0] in {"nearly", "almost", "about", "around", "some", "over", "barely", "just", "only"}:
        return at - 3, max(0, low - slack), (None if bound[0] == "over" else high + slack)
    return at - 2, low, high


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 4 else _NUMBERS.get(word)


def _is_loose(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word before the connective belongs to it and measures nothing exactly: "shortly", "38 seconds"."""
    word = _word(tokens, index)
    return word in _LOOSE or word.removesuffix("s") in _UNITS or _number(word) not in (None, 1)
