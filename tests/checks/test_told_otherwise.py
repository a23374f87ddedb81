"""One thing that two articles of a story tell in other words, with another day, place or figure."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checks.retelling.act_words import acts, alike
from factcheck.config import Settings
from factcheck.findings.model import Finding
from factcheck.pipeline import judge, link_articles, load_knowledge, read_articles
from factcheck.ruleset import load_ruleset
from factcheck.text.tokens import tokenize

RULESET = load_ruleset()
KNOWLEDGE = load_knowledge(RULESET.event_files, RULESET.alias_files)
TABLE = yaml.safe_load((Path(__file__).parent / "data" / "told_otherwise.yaml").read_text(encoding="utf-8"))
PUBLISHED = ("2025-05-07", "2025-05-20")


def findings(folder: Path, articles: list[str], category: str) -> list[Finding]:
    """The errors and warnings of a category."""
    path = folder / "a.jsonl"
    rows = [{"id": str(n), "text": text.strip(), "published": PUBLISHED[n]} for n, text in enumerate(articles)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    read, skipped = read_articles([str(path)], Settings(), RULESET)
    assert not skipped
    run = judge(link_articles(read, KNOWLEDGE), Settings(), RULESET, ())
    return [each for each in run.findings if each.category == category and each.severity != "info"]


def cites(finding: Finding, quote: str) -> bool:
    return any(quote in at.quote or at.quote in quote or quote in at.context for at in finding.locations)


def cases(conflict: bool) -> list[Any]:
    """The cases that must be found, or must not; those known to go wrong fail as expected."""
    right, wrong = ("conflicts", "missed") if conflict else ("allowed", "mistaken")
    known = pytest.mark.xfail(strict=True)
    return [
        pytest.param(category, case, id=f"{category}: {case['name']}", marks=known if kind == wrong else ())
        for category, groups in TABLE.items()
        for kind in (right, wrong)
        for case in groups.get(kind, ())
    ]


@pytest.mark.parametrize(("category", "case"), cases(conflict=True))
def test_found_in_other_words(tmp_path: Path, category: str, case: dict[str, Any]) -> None:
    found = findings(tmp_path, case["articles"], category)
    assert any(all(cites(each, quote) for quote in case["quotes"]) for each in found)


@pytest.mark.parametrize(("category", "case"), cases(conflict=False))
def test_two_things_in_like_words(tmp_path: Path, category: str, case: dict[str, Any]) -> None:
    assert not findings(tmp_path, case["articles"], category)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A crane hoisted the bell.", ["hoist"]),
        ("The stone came to light in a field.", ["come_to_light"]),
        ("She pulled out after a quarrel.", ["pull_out"]),
        ("The ship was taken on 19 December.", ["take"]),
        ("The vote took place in June.", ["vote/"]),
        ("The refusal of 4 April ran to thirty pages.", ["refusal/"]),
        ("The inspection office is closed today.", ["close"]),
        ("Nobody said that prices had risen.", []),
    ],
)
def test_acts(sentence: str, told: list[str]) -> None:
    assert [hit.trigger.event for hit in acts(tokenize(sentence))] == told


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("hoist", "lift", True),
        ("inspect", "inspection/", True),
        ("refuse", "refusal/", True),
        ("stand_down", "withdraw", True),
        ("land", "fly_home", True),
        ("begin", "end", False),
        ("arrest", "release", False),
        ("take", "take", False),
        ("find", "lose", False),
    ],
)
def test_acts_alike(one: str, other: str, same: bool) -> None:
    assert bool(alike(one, other)) is same
    assert alike(one, other) == alike(other, one)


WORDS = st.sampled_from(
    "Ada Holt met in Oslo on 3 May , the board passed it by 7 votes to 2 and was hoisted to dated .".split()
)


@settings(max_examples=15, deadline=None)
@given(first=st.lists(WORDS, max_size=30), second=st.lists(WORDS, max_size=30))
def test_any_words_are_judged(first: list[str], second: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("words")
    texts = [" ".join(words) or "Nothing." for words in (first, second)]
    for category in TABLE:
        findings(folder, texts, category)
