"""Words as families, and how telling they are."""

from __future__ import annotations

import pytest

from factcheck.checks.word_families import Weights, content, family
from factcheck.text.tokens import tokenize


@pytest.mark.parametrize(
    "words",
    [
        "open opened opening opens",
        "vaccinate vaccinated vaccination",
        "sale sold sell",
        "killed deaths toll died",
        "move moved moving moves",
        "close closed closing",
        "people person persons",
        "agreement agreed",
    ],
)
def test_forms_of_one_word_are_one_family(words: str) -> None:
    assert len({family(word) for word in words.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("bridge", "bride"), ("strike", "string"), ("port", "report")])
def test_other_words_are_other_families(one: str, other: str) -> None:
    assert family(one) != family(other)


def test_names_are_told_from_words_and_times_and_numbers_left_out() -> None:
    found = {
        (word, proper) for word, proper, _ in content(tokenize("Brennick Mills cut four jobs in Osorno on Monday"))
    }
    assert found == {
        ("brennick", True),
        ("mills", True),
        (family("cut"), False),
        (family("jobs"), False),
        ("osorno", True),
    }


def test_a_rare_word_tells_more_than_a_common_one_and_a_story_s_own_word_less() -> None:
    few = Weights([["truss", "say"], ["truss", "say"]])
    many = Weights([["truss", "say"]] * 60)
    assert few.bits("truss") > 2 > few.bits("say")
    assert many.bits("truss") < few.bits("truss")
