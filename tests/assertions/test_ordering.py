"""The order that a sentence states between two of its events, with how far apart they are said to be."""

from __future__ import annotations

import pytest

from factcheck.assertions.ordering import orderings
from factcheck.pipeline import Knowledge, load_knowledge
from factcheck.ruleset import load_ruleset
from factcheck.temporal.interval import DAY
from tests.assertions.test_cases import article

HOURS = 18 * 3600


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
        # "elected" is of the trigger, no verb between it and "after".
        ("Anna Weiss was elected after the vote.", [("vote", "election", 0, None)]),
        # "during": a day at most from what is over in hours, anywhere in what may last.
        ("Lena Kralj was shot during the wedding.", [("wedding", "shooting", -HOURS, HOURS)]),
        ("During the wedding, Lena Kralj was shot.", [("wedding", "shooting", -HOURS, HOURS)]),
        ("Lena Kralj was shot during the visit.", [("visit", "shooting", None, None)]),
        ("Lena Kralj was shot during the raids.", []),
        ("Lena Kralj was shot during last year's wedding.", []),
        ("Lena Kralj was shot during a wedding.", []),
        ("Lena Kralj was shot during the fire service dinner.", []),
        ("Lena Kralj will be shot during the wedding.", []),
        # "while" with a participle; else it may set two things against each other.
        ("Anna Weiss was shot while visiting Oberau.", [("visit", "shooting", None, None)]),
        ("Anna Weiss resigned while Lena Kralj was elected.", []),
        ("While Anna Weiss resigned, Lena Kralj was elected.", []),
        # "since" with a perfect and a noun; else it may give a reason.
        ("Anna Weiss has resigned since the vote.", [("vote", "resignation", 0, None)]),
        ("Since the vote, Anna Weiss has been arrested.", [("vote", "arrest", 0, None)]),
        ("Anna Weiss resigned since the vote was lost.", []),
        ("Anna Weiss has resigned since the vote was lost.", []),
        ("Anna Weiss has since resigned.", []),
        ("Anna Weiss has not resigned since the vote.", []),
        # "until" with what governs it.
        ("Anna Weiss was detained until the vote.", [("arrest", "vote", 0, None)]),
        ("Parliament delayed the vote until the summit.", []),
        ("Anna Weiss will be detained until the vote.", []),
        ("Anna Weiss was detained until after the vote.", []),
        # "by then" with a past perfect and the one dated event of the sentence before.
        ("The ship sank on 3 March. By then, Anna Weiss had resigned.", [("resignation", "sinking", 0, None)]),
        ("The ship sank on 3 March. Anna Weiss had resigned by then.", [("resignation", "sinking", 0, None)]),
        ("The ship sank. By then Anna Weiss had resigned.", []),
        ("The ship sank on 3 March. By then Anna Weiss resigned.", []),
        ("The ship sank on 3 March. By then Anna Weiss may have resigned.", []),
        ("The ship sank on 3 March and was raised on 9 March. By then Anna Weiss had resigned.", []),
        ("The ship sank on 3 March. Divers came. By then Anna Weiss had resigned.", []),
    ],
)
def test_stated_order(text: str, expected: list[tuple[str, str, int | None, int | None]], knowledge: Knowledge) -> None:
    told = article(text, knowledge).assertions
    found = [(told[one.earlier].event, told[one.later].event, one.low, one.high) for one in orderings(told)]
    assert found == expected
