"""The order that a sentence states between two of its events, with how far apart they are said to be."""

from __future__ import annotations

import pytest

from factcheck.assertions.ordering import orderings
from factcheck.pipeline import Knowledge, load_knowledge
from factcheck.ruleset import load_ruleset
from factcheck.temporal.interval import DAY
from tests.assertions.test_cases import article


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    ruleset = load_ruleset()
    return load_knowledge(ruleset.event_files, ruleset.alias_files)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Weiss resigned after the vote.", [("vote", "resignation", 0, None)]),
        ("Anna Weiss resigned before the vote.", [("resignation", "vote", 0, None)]),
        ("Anna Weiss resigned shortly ahead of the vote.", [("resignation", "vote", 0, None)]),
        ("Anna Weiss resigned two days after the vote.", [("vote", "resignation", DAY, 3 * DAY)]),
        ("Anna Weiss resigned the day after the vote.", [("vote", "resignation", 0, 2 * DAY)]),
        ("Anna Weiss resigned on 2 April, 12 days after the vote.", [("vote", "resignation", 11 * DAY, 13 * DAY)]),
        ("Anna Weiss resigned more than a week after the vote.", [("vote", "resignation", 0, None)]),
        ("Anna Weiss resigned three hours after the vote.", [("vote", "resignation", 7200, 14400)]),
        ("After the vote, Anna Weiss resigned.", [("vote", "resignation", 0, None)]),
        ("Two days after the vote, Anna Weiss resigned.", [("vote", "resignation", DAY, 3 * DAY)]),
        # No order: plans, denials, conditions, another verb between, a preposition of place.
        ("Anna Weiss will resign after the vote.", []),
        ("Anna Weiss resigned before the vote due in May.", []),
        ("Anna Weiss did not resign after the vote.", []),
        ("Anna Weiss resigned after learning of the vote.", []),
        ("Anna Weiss appeared before a judge and was sentenced.", []),
        ("Anna Weiss resigned; after the vote she wept.", []),
    ],
)
def test_stated_order(text: str, expected: list[tuple[str, str, int, int | None]], knowledge: Knowledge) -> None:
    told = article(text, knowledge).assertions
    found = [(told[one.earlier].event, told[one.later].event, one.low, one.high) for one in orderings(told)]
    assert found == expected
