"""What very many articles tell of one event: all are linked; a finding cites a few of them and counts the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.config import Settings
from factcheck.findings.collecting import MOST_PLACES, collect
from factcheck.pipeline import judge, link_articles
from tests.identity.test_linking import KNOWLEDGE, RULESET, article

_ENDS = ("Rain fell all day", "The square was full", "Buses ran late", "Shops stayed shut", "A band played")


def _articles(many: int) -> list[str]:
    return [
        f"Irina Valkova and Jonas Brekke signed the rail treaty in Porto on {'3' if number else '7'} March 2024. "
        f"{_ENDS[number % len(_ENDS)]}. Desk {number} wrote this."
        for number in range(many)
    ]


@pytest.mark.parametrize("many", [3, 6, 9, 18])
def test_all_who_tell_of_one_event_are_members_of_it(many: int) -> None:
    corpus = link_articles(
        [article(f"{number:02}.txt", text) for number, text in enumerate(_articles(many))], KNOWLEDGE
    )
    signings = [event for event in corpus.events if event.type == "signing"]
    assert len(signings) == 1
    assert {member.article for member in signings[0].members} == set(range(many))


def _dates(many: int) -> tuple[str, ...]:
    articles = [article(f"{number:02}.txt", text) for number, text in enumerate(_articles(many))]
    run = judge(link_articles(articles, KNOWLEDGE), Settings(), RULESET)
    found = [one for one in run.findings if one.rule == "same-event-different-date"]
    assert len(found) == 1
    assert len({place.document for place in found[0].locations}) == min(many, 11)
    assert found[0].suggestion is not None
    assert found[0].suggestion.endswith("check 00.txt.")
    return found[0].explanation


def test_few_supporters_are_all_named() -> None:
    explanation = _dates(6)
    assert sum('also gives "3 March 2024"' in line for line in explanation) == 4
    assert not any("more" in line for line in explanation)


def test_many_supporters_are_counted() -> None:
    explanation = _dates(18)
    assert sum('also gives "3 March 2024"' in line for line in explanation) == 5
    assert "At least 11 more date it to 3 March 2024, too." in explanation


def test_a_finding_of_many_portions_keeps_few_places() -> None:
    articles = [article(f"{number:02}.txt", text) for number, text in enumerate(_articles(4))]
    run = judge(link_articles(articles, KNOWLEDGE), Settings(), RULESET)
    (found,) = [one for one in run.findings if one.rule == "same-event-different-date"]
    portions = [
        replace(found, locations=tuple(replace(place, document=f"{place.document}{n}") for place in found.locations))
        for n in range(9)
    ]
    (merged,) = collect(portions)
    assert len(merged.locations) == MOST_PLACES
