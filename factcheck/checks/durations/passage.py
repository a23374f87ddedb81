"""Whether a stated length is of the passage between two points: whether its clause speaks of what theirs speak of.

"The choir was on stage from 7.30 to 9 p.m., and the bar stayed open for two and a half hours": the length has a
subject of its own, and nothing in its clause points back to the choir. Such a length, whose subject neither stands by
the points nor takes them up with a pronoun, is of something else. A helper of ``duration_solved``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from factcheck.assertions.inflect import IRREGULAR
from factcheck.assertions.words import stem
from factcheck.checks.timelines.points_told import Length
from factcheck.patterns import regex
from factcheck.text.model import Sentence


class Placed(Protocol):
    """A date or a time of the clock: where it stands, -1 for the day of publication."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


# Where a clause with a subject of its own may begin.
_CLAUSE = regex(
    r"(?<=[ap]\.m\.) (?=(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|[A-Z]{2})"
    r"[a-z]*\b)[A-Z])|[;:] (?:and |but )?|[-–—] |, (?:and|but|so|yet|while|whereas|although|though|as|or) "
    r"|\b(?:and|but|while|whereas) "
    r"(?=(?:the|a|an|his|her|its|their|another|other|some|all|two|three|four|five|no) [a-z])"
    r"|, (?=(?:the|a|an|his|her|its|their|another|other|some) [a-z]+ [a-z]+(?:ed|t|s) )"
)
_WHERE = regex(r"\b(?:where|whose)\b[^,;.]*$")
_LEAD = regex(r"(?:In all|By then|Meanwhile|Outside|Inside|Nearby|Elsewhere),? ", re.IGNORECASE)
_HEAD_ENDS = regex(
    r",|\b(?:of|in|at|for|on|from|by|with|to|under|over|without|aged|behind|who|which|that|whose|near|along"
    r"|between)\b"
)
_FINITE = frozenset(
    form for base, (past, _) in IRREGULAR.items() for form in past if base not in {"cut", "set", "let", "hit"}
) | frozenset("is are was were has have can could may might must do does did".split())
# Words at the head of a clause that has no subject of its own, or takes up what was told.
_TAKEN_UP = regex(
    r"(?:it|he|she|they|we|i|you|there|this|that|these|those|both|all|after|for|in|during|within|over|having"
    r"|lasting|at|on"
    r"|by|from|since|until|before|who|which|then|so|some|nearly|almost|about|just|only|more|less|another|an?|the) "
    r"(?=[\d]|(?:it|he|she|they|him|her|them)\b)|(?:it|he|she|they|we|i|you|there|this|that|both|after|having"
    r"|lasting)\b",
    re.IGNORECASE,
)
_POINTS_BACK = regex(r"\b(?:it|its|he|she|him|her|his|they|them|their|this|that|these|those|there)\b", re.IGNORECASE)
# Nouns that are themselves a course of time: of whatever was told.
_COURSE = regex(
    r"(?:.*(?:ing|ion|ment|ure|age|ance|ence|al|ity|ness|hood|ship|ery|down|out|off|over))$|(?:siege|strike|wait"
    r"|delay"
    r"|ordeal|war|trial|talks?|journey|trip|voyage|march|search|drive|ride|flight|walk|climb|swim|debate|speech"
    r"|show|match"
    r"|game|race|concert|play|session|raid|fire|blaze|storm|attack|blackout|gap|interval|vigil|fast|hunt|chase"
    r"|visit|tour"
    r"|work|process|case|fight|battle|reign|rule|span|term|career|stay|life|silence|truce|ceasefire|blockade|lull"
    r"|quest|saga"
    r"|project|experiment|test|exercise|drill|rescue|crossing|hours?|minutes?|days?|weeks?|months?|years?"
    r"|crews?|rescuers|firefighters|police|officers|doctors|surgeons|divers|engineers|teams?|workers|crowds?)$",
    re.IGNORECASE,
)
# Affairs that are wider than the strike, the siege or the absence whose ends a text dates.
_WIDER = (
    r"(?:disputes?|rows?|feuds?|campaigns?|sagas?|battles?|fights?|process|quests?|careers?|wars?|conflicts?"
    r"|crisis|affairs?"
    r"|investigations?|inquir(?:y|ies)|scandals?|struggles?)"
)
_OF_WIDER_AFTER = regex(rf" (?:[a-z-]+ )?(?P<noun>{_WIDER})\b")
_OF_WIDER_BEFORE = regex(
    rf"\b(?P<noun>{_WIDER}),? (?:of|lasting|that (?:had )?lasted|over|for) (?:just |only |nearly |some )?$"
)
_ADDED_UP = regex(
    r"\b(?:with|including|counting|plus|on top of|added to|together with|taking in|and) (?:an?|the|his|her|their"
    r"|its|two|three)"
    r" (?:[a-z]+ )?(?:earlier|previous|former|first|second|other|later|further|prior)\b"
)
_TO_DO = regex(r"\btook (?:[a-z]+ ){0,3}$")
_TO_WHAT = regex(r" to (?P<what>(?:[a-z]+ ?){1,5})")
_SOMEBODY_ELSE = regex(
    r"(?:(?:His|Her|Their|Another|Other) (?:[a-z]+ )?(?P<noun>[a-z]+)(?: [a-z]+)? (?:was|were|had|has|came|left"
    r"|got|went)\b)"
)
# A state that the past perfect tells of something known is that which has just ended: "The town had been cut off for".
_LOOKS_BACK = regex(r"[Tt]he [a-z-]+ (?:had|has) been [a-z]+ (?:[a-z]+ )?(?:for )?(?:[a-z]+ )?$")
_LITTLE = frozenset(
    stem(word) for word in "them they that this with from have been were about get got took take".split()
)


def is_of_passage(
    prose: str, sentence: Sentence, length: Length, ends: Sequence[Placed], window: Sequence[Sentence]
) -> bool:
    """Whether a length may be of what lies between two ``ends``, by the words of its clause and of theirs."""
    placed = sorted((one for one in ends if one.start >= 0), key=lambda one: one.start)
    if _WHERE.search(prose, sentence.start, length.start):
        return False
    if _ADDED_UP.search(prose, sentence.start, sentence.end) or _is_wider(prose, sentence, length, window):
        return False
    if any(_is_somebody_else(prose, window, one, other) for one, other in pairwise(placed)):
        return False
    start = _clause_start(prose, sentence, length)
    if any(start <= one.start and one.end <= _clause_end(prose, sentence, length) for one in placed):
        return True  # it stands in one clause with an end
    around = " ".join(prose[one.start : one.end] for one in window if one.start != sentence.start)
    around += " " + prose[sentence.start : start]
    what = _TO_WHAT.match(prose, length.end, sentence.end) if _TO_DO.search(prose[start : length.start]) else None
    if what is not None:
        return bool(_stems(what["what"]) & _stems(around))
    clause = prose[start : length.start]
    if _TAKEN_UP.match(clause):
        return True
    if _LOOKS_BACK.match(clause):
        return True
    told = _subject(clause)
    if told is None or _COURSE.match(told[0]) or _POINTS_BACK.search(clause, told[1]):
        return True
    return bool(_stems(clause + prose[length.end : length.end + 40].partition(".")[0]) & _stems(around))


def _subject(clause: str) -> tuple[str, int] | None:
    """The noun that a clause begins with and where its last finite verb ends; None where there is no such verb."""
    lead = _LEAD.match(clause)
    start = lead.end() if lead is not None else 0
    verbs = [word for word in re.finditer(r"[A-Za-z'’-]+", clause) if word.start() > start and _is_finite(word.group())]
    if not verbs:
        return None
    end = _HEAD_ENDS.search(clause, start, verbs[0].start())
    head = clause[start : end.start() if end is not None else verbs[0].start()].split()
    return (head[-1], verbs[-1].end()) if head and head[-1].isalpha() else None


def _is_finite(word: str) -> bool:
    return word in _FINITE or (word.endswith("ed") and len(word) > 4)


def _is_wider(prose: str, sentence: Sentence, length: Length, window: Sequence[Sentence]) -> bool:
    """Whether it is the length of an affair that the points do not bound: "returned after a 31-day dispute"."""
    told = (
        _OF_WIDER_AFTER.match(prose, length.end, sentence.end) if length.hyphen else None
    ) or _OF_WIDER_BEFORE.search(prose[max(sentence.start, length.start - 40) : length.start])
    if told is None:
        return False
    text = prose[window[0].start : length.start] + " " + prose[length.end + 40 : window[-1].end]
    return stem(told["noun"]) not in _stems(text)


def _clause_start(prose: str, sentence: Sentence, length: Length) -> int:
    starts = [match.end() for match in _CLAUSE.finditer(prose, sentence.start, length.start)]
    return starts[-1] if starts else sentence.start


def _clause_end(prose: str, sentence: Sentence, length: Length) -> int:
    match = _CLAUSE.search(prose, length.end, sentence.end)
    return match.start() if match is not None else sentence.end


def _is_somebody_else(prose: str, window: Sequence[Sentence], first: Placed, second: Placed) -> bool:
    """Whether the sentence of the second end tells of another than that of the first: "Her editor was released"."""
    own = next((one for one in window if one.start <= second.start < one.end), None)
    if own is None or first.start >= own.start:
        return False
    told = _SOMEBODY_ELSE.match(prose, own.start, own.end)
    return told is not None and not _COURSE.match(told["noun"])


def _stems(text: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[a-z]{3,}", text.lower())} - _LITTLE - _STOP


_STOP = frozenset(
    stem(word)
    for word in """the and for was were had has hours hour minutes minute days day weeks week months month years year
    after before two three four five six seven eight nine ten half past until till his her its their all not but said
    """.split()
)
