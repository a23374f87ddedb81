"""Gapping: "Alton voted for it on 28 October and Barlow on 21 November" tells of two votes with one verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.assertions.attachment import token_at
from factcheck.assertions.model import Assertion, Participant
from factcheck.assertions.verbs import is_verb
from factcheck.expressions.model import Name, Timex
from factcheck.records import replace
from factcheck.text.model import Sentence

_LINKS = frozenset("and while but ; ,".split())
_BETWEEN = frozenset("'s ' on in at by own the a , s".split())


def ungap(sentence: Sentence, made: Sequence[Assertion], names: Sequence[Name]) -> Iterator[Assertion]:
    """``made`` with one more assertion for each further "and NAME on DATE" after a dated verb."""
    for assertion in made:
        further = []
        for timex in assertion.other_times if assertion.time is not None else ():
            name = _subject(sentence, assertion.time, timex, names) if assertion.time is not None else None
            if name is not None and any(p.key != name.canonical for p in assertion.participants):
                further.append((name, timex))
        apart = {name.canonical for name, _ in further}
        yield (
            replace(
                assertion,
                participants=tuple(p for p in assertion.participants if p.key not in apart),
                other_times=tuple(t for t in assertion.other_times if all(t is not timex for _, timex in further)),
            )
            if further
            else assertion
        )
        for name, timex in further:
            subject = Participant(name.canonical, "agent", name.start, name.end)
            yield replace(assertion, participants=(subject,), time=timex, other_times=(), time_secure=True)


def _subject(sentence: Sentence, before: Timex, timex: Timex, names: Sequence[Name]) -> Name | None:
    """The one name that stands between a link word after ``before`` and ``timex``, with nothing else to speak of."""
    if timex.start <= before.end:
        return None
    tokens = sentence.tokens
    first, last = token_at(tokens, before.end), token_at(tokens, timex.start)
    inside = [name for name in names if before.end <= name.start and name.end <= timex.start]
    if len(inside) != 1 or first >= last or tokens[first].low not in _LINKS:
        return None
    name = inside[0]
    for index in range(first + 1, last):
        token = tokens[index]
        if name.start <= token.start < name.end:
            continue
        if is_verb(tokens, index) or (token.low not in _BETWEEN and token.low not in _LINKS):
            return None
    return name
