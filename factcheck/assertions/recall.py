"""Definite events: "the summit" is the one that the article has told of, with that one's participants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.assertions.attachment import token_at
from factcheck.assertions.model import Assertion, Participant

_DEFINITE = frozenset("the this that".split())
_REACH = 2500  # code points back in which the event must have been told


def recall_participants(found: Sequence[Assertion]) -> Iterator[Assertion]:
    """``found`` in order, definite event nouns without participants of their own given those of the last such event.

    An ordinal ("the second summit") or another event of the type with other participants in between
    leaves it open.
    """
    known: dict[str, tuple[int, tuple[Participant, ...]]] = {}
    for assertion in found:
        told = known.get(assertion.event)
        if assertion.participants:
            if len(assertion.participants) > 1:
                known[assertion.event] = (assertion.trigger_start, assertion.participants)
        elif (
            told is not None
            and assertion.ordinal is None
            and assertion.trigger_start - told[0] <= _REACH
            and _is_definite(assertion)
        ):
            assertion = replace(
                assertion, participants=tuple(replace(participant, role="other") for participant in told[1])
            )
        yield assertion


def _is_definite(assertion: Assertion) -> bool:
    tokens = assertion.sentence.tokens
    index = token_at(tokens, assertion.trigger_start)
    return any(tokens[i].text.lower() in _DEFINITE for i in range(max(0, index - 2), index))
