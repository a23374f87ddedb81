"""The day of any event word, and on what ground. The articles are of Tuesday, 5 March 2024."""

from __future__ import annotations

import pytest

from factcheck.assertions.dating import date_event
from factcheck.pipeline import Knowledge, load_knowledge
from factcheck.ruleset import load_ruleset
from tests.assertions.test_cases import article


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    ruleset = load_ruleset()
    return load_knowledge(ruleset.event_files, ruleset.alias_files)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The mill closed on 12 February 2024.", "closed", "2024-02-12 stated"),
        ("The mill closed on Monday, its owners said.", "closed", "2024-03-04 stated"),
        # The owners' saying stands in another clause than the closing.
        ("The mill closed on Monday, and workers wept.", "wept", "2024-03-04 sentence"),
        ("The mill closed on Monday. Workers wept at the gate.", "wept", "2024-03-04 passage"),
        ("The mill closed. Workers wept at the gate.", "wept", "2024-03-05 publication"),
        ("The mill closed on Monday. It rained. It snowed. It froze. Workers wept.", "wept", "2024-03-04 story"),
        # No day: coarser times, what lies behind or ahead, days only compared with, several days.
        ("The mill closed last month.", "closed", None),
        ("The mill closed on Monday. The owners had agreed to it.", "agreed", None),
        ("The mill will close for good.", "close", None),
        ("The index rose 54 points from 1 March 2024.", "rose", None),
        ("The mill closed on Monday and the dye works shut on Friday, and workers wept.", "wept", None),
    ],
)
def test_day_of_an_event(text: str, word: str, expected: str | None, knowledge: Knowledge) -> None:
    start = text.index(word)
    dating = date_event(article(text, knowledge), start, start + len(word))
    assert (f"{dating.day} {dating.ground}" if dating is not None else None) == expected


def test_a_word_outside_all_sentences_has_no_day(knowledge: Knowledge) -> None:
    text = "The mill closed on Monday."
    assert date_event(article(text, knowledge), len(text), len(text) + 3) is None
