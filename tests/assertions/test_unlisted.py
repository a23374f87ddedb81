"""Events outside the lexicon: which words tell of them, and what becomes of the sentence."""

from __future__ import annotations

import pytest

from factcheck.assertions.unlisted import noun_class, verb_class
from factcheck.pipeline import Knowledge, load_knowledge
from factcheck.ruleset import load_ruleset
from tests.assertions.test_cases import article


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    ruleset = load_ruleset()
    return load_knowledge(ruleset.event_files, ruleset.alias_files)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("demolished", "demolition"),
        ("vanished", "disappearance"),  # the same first sense as "disappeared"
        ("disappeared", "disappearance"),
        ("hospitalized", "hospitalisation"),
        ("transferred", "transferral"),
        ("bought", "buying"),
        ("purchased", "buying"),
        ("said", None),  # speech
        ("believed", None),
        ("fell", None),  # figures fall every month
        ("hoped", None),
        ("hopped", "hop"),  # and is not "hoped"
        ("demolish", None),  # a bare form says nothing by itself
    ],
)
def test_verbs(word: str, name: str | None) -> None:
    assert verb_class(word) == name


@pytest.mark.parametrize(
    ("word", "name"),
    [("demolition", "demolition"), ("purchases", None), ("disappearances", "disappearance"), ("table", None)],
)
def test_nouns(word: str, name: str | None) -> None:
    assert noun_class(word) == name


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Ilse Maron was quarantined in Graz on 1 March.",
            [("quarantined", "2024-03-01", "Graz", "patient", "happened")],
        ),
        ("Ilse Maron was quarantined in Graz.", []),  # without a date nothing can be compared
        ("Tom Barlow was arrested in Cardiff on 3 March.", []),  # the lexicon has it
        ("The minister said on 3 March that it was a pity.", []),
        (
            "Tom Barlow checked out of the clinic on 3 March.",
            [("checked", "2024-03-03", None, "agent", "happened")],
        ),
        ("The council will repaint the tower on 9 March.", [("repaint", "2024-03-09", None, None, "planned")]),
    ],
)
def test_sentences(text: str, claims: list[tuple[str, str, str | None, str | None, str]], knowledge: Knowledge) -> None:
    found = [
        (
            claim.trigger,
            claim.time.value if claim.time is not None else "",
            claim.place.name if claim.place is not None else None,
            claim.participants[0].role if claim.participants else None,
            claim.modality.value,
        )
        for claim in article(text, knowledge).unlisted
    ]
    assert found == claims


def test_a_particle_makes_another_verb(knowledge: Knowledge) -> None:
    text = "Tom Barlow checked into the clinic on 1 March. Tom Barlow checked out of the clinic on 3 March."
    one, two = article(text, knowledge).unlisted
    assert one.event != two.event
