"""The index of triggers leaves out none that stands in a sentence."""

from __future__ import annotations

import pytest

from factcheck.assertions.lexicon import EventType, build
from factcheck.assertions.triggers import find
from factcheck.text.tokens import tokenize

LEXICON = build(
    [
        EventType("collapse", verbs=("roof [fall] in", "go down", "go"), nouns=("fall",)),
        EventType("departure", verbs=("leave the| port", "go")),
        EventType("charge", verbs=("charge ... with",)),
    ]
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The old roof had since fallen in .", [("collapse", "roof", "in")]),
        ("It went down slowly .", [("collapse", "went", "down"), ("departure", "went", "went")]),
        ("They left port and left the port .", [("departure", "left", "port"), ("departure", "left", "port")]),
        ("She charged the two men with theft .", [("charge", "charged", "with")]),
        ("She charged the phone .", []),
        ("The fall was steep .", [("collapse", "fall", "fall")]),
    ],
)
def test_triggers_are_found(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    tokens = tokenize(sentence)
    hits = find(tokens, LEXICON, frozenset(token.low for token in tokens))
    assert [(hit.trigger.event, tokens[hit.index].text, tokens[hit.last].text) for hit in hits] == expected
