"""Definite events: "the summit" is the one that the article has told of, with that one's participants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from factcheck.assertions.attachment import token_at
from factcheck.assertions.lexicon import Lexicon
from factcheck.assertions.model import Assertion, Participant
from factcheck.records import replace

_DEFINITE = frozenset("the this that".split())
_REACH = 2500  # code points back in which the event must have been told


def recall_participants(found: Sequence[Assertion], lexicon: Lexicon, people: Set[str]) -> Iterator[Assertion]:
    """``found`` in order, definite event nouns without participants of their own given those of the last such event.

    An event that takes two has no participants of its own while it names none of ``people``.

    An ordinal ("the second summit") or another event of the type with other participants in between
    leaves it open.
    """
    known: dict[str, tuple[int, tuple[Participant, ...]]] = {}
    for assertion in found:
        told = known.get(assertion.event)
        takes_two = lexicon.types[assertion.event].core == "both"
        own = tuple(p for p in assertion.participants if p.key in people or not takes_two)
        if own:
            if len(own) > 1:
                known[assertion.event] = (assertion.trigger_start, own)
        elif (
            told is not None
            and assertion.ordinal is None
            and assertion.trigger_start - told[0] <= _REACH
            and _is_definite(assertion)
        ):
            assertion = replace(
                assertion,
                participants=(
                    *assertion.participants,
                    *(replace(participant, role="other") for participant in told[1]),
                ),
            )
        yield assertion


def _is_definite(assertion: Assertion) -> bool:
    tokens = assertion.sentence.tokens
    index = token_at(tokens, assertion.trigger_start)
    return any(tokens[i].low in _DEFINITE for i in range(max(0, index - 2), index))
