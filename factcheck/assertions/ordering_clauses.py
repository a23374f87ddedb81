"""Which two events of a sentence a word between them sets in order: the one it leads to and the one it locates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.assertions.attachment import token_at
from factcheck.assertions.model import Assertion, Modality, Polarity
from factcheck.assertions.ordering_measures import word_at
from factcheck.assertions.verbs import is_verb
from factcheck.records import dataclass
from factcheck.text.model import Token

AFTER, BEFORE = frozenset({"after", "following"}), frozenset({"before", "ahead"})
SPANS = frozenset({"during", "while", "since", "until", "till"})
STOPS = frozenset({";", ":", "(", ")", '"', "-", "--"})
_REACH = 7  # tokens from the connective to the event it leads to
_BACK = 12  # tokens from the connective back to the event it locates
# "after all", "day after day", "the morning after": no order of two events.
_NO_OBJECT = frozenset("all day month year night week that this which it them him her".split())


class Told(NamedTuple):
    """An event of a sentence: the tokens of its trigger, first and last, and its number among the assertions."""

    first: int
    last: int
    number: int


@dataclass(frozen=True, slots=True)
class Ordering:
    """``assertions[later]`` happened at least ``low`` and at most ``high`` seconds after ``assertions[earlier]``.

    None leaves a side open. Where ``inside`` is set the words put ``later`` within the span of ``earlier`` ("during
    the raid"), and ``low`` and ``high`` are what that leaves of the distance between the two (``low`` below nought).
    ``start`` and ``end`` span the words that say so.
    """

    earlier: int
    later: int
    low: int | None
    high: int | None
    start: int
    end: int
    inside: bool = False


def is_told(one: Assertion) -> bool:
    """Whether the assertion says that its event happened: nothing planned, doubted or denied, no caption told again."""
    return one.modality is Modality.HAPPENED and one.polarity is Polarity.POSITIVE and not one.repeats


def told_in(tokens: Sequence[Token], inside: Sequence[tuple[int, Assertion]]) -> list[Told]:
    """The events of one sentence, in text order, with the tokens of their triggers."""
    return [
        Told(token_at(tokens, one.trigger_start), max(token_at(tokens, one.trigger_start), _last(tokens, one)), index)
        for index, one in inside
    ]


def _last(tokens: Sequence[Token], one: Assertion) -> int:
    last = token_at(tokens, one.trigger_end)
    return last if tokens[last].start < one.trigger_end else last - 1


def led_to(tokens: Sequence[Token], told: Sequence[Told], first: int) -> Told | None:
    """The event right behind the connective: "after the vote", "before Anna Weiss met the mayor"."""
    if word_at(tokens, first) in _NO_OBJECT:
        return None
    for one in told:
        if first <= one.first < first + _REACH:
            between = range(first, one.first)
            broken = any(tokens[i].text in STOPS or tokens[i].text == "," for i in between)
            # Another verb on the way is what the connective leads to: "after learning of the vote".
            verbs = any(is_verb(tokens, i) or tokens[i].text.endswith("ing") for i in between)
            return None if broken or verbs else one
    return None


def located(tokens: Sequence[Token], told: Sequence[Told], measured_from: int, reference: Told) -> Told | None:
    """The event that is set in order: the last one before, or the first after a phrase that opens the sentence."""
    if all(not tokens[i].text[:1].isalpha() for i in range(measured_from)):
        comma = next((i for i in range(reference.first, len(tokens)) if tokens[i].text == ","), None)
        if comma is None:
            return None
        for one in told:
            if one.first > comma:
                verbs = [i for i in range(comma + 1, one.first) if is_verb(tokens, i)]
                return None if verbs or any(tokens[i].text in STOPS for i in range(comma, one.first)) else one
        return None
    before = [one for one in told if measured_from - _BACK <= one.first < measured_from]
    if not before:
        return None
    nearest = before[-1]
    # "died on 2 April, seven weeks after the blaze"
    last = measured_from - 1 if word_at(tokens, measured_from - 1) == "," else measured_from
    between = range(nearest.last + 1, last)
    if any(tokens[i].text in STOPS or tokens[i].text == "," or is_verb(tokens, i) for i in between):
        return None
    if any(word_at(tokens, i) in AFTER | BEFORE | SPANS | {"and", "but", "who", "which", "that"} for i in between):
        return None
    return nearest
