"""Sentences as templates, and what is asked of their words before a pattern is searched for."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.assertions.model import Article
from factcheck.checks.ages.figures import may_tell_age
from factcheck.checks.sentence_words import lowered
from factcheck.checks.templates import figure_template, may_hold, time_template
from factcheck.config import Settings
from factcheck.pipeline import read_articles
from factcheck.ruleset import load_ruleset
from tests.handmade import article
from tests.test_patterns import all_patterns

_SEEDS = Path(__file__).parent.parent.parent / "seeds"


@pytest.fixture(scope="module")
def seeds() -> tuple[Article, ...]:
    found, _ = read_articles([str(_SEEDS)], Settings(), load_ruleset())
    return tuple(found)


def test_no_pattern_finds_anything_in_a_template_whose_words_forbid_it(seeds: tuple[Article, ...]) -> None:
    patterns = list({one.pattern: one for one in all_patterns() if "‹" in one.pattern}.values())
    assert len(patterns) > 100
    passed_by = 0
    for each in seeds:
        for sentence in each.text.sentences:
            for shape in (time_template(each, sentence), figure_template(each, sentence)):
                for pattern in patterns:
                    if shape.search(pattern) is None:  # type: ignore[arg-type]
                        assert pattern.search(shape.text) is None, (pattern, shape.text)
                    passed_by += not may_hold(each, sentence, (pattern,))  # type: ignore[arg-type]
    assert passed_by > 10_000


def test_a_template_counts_its_marks(seeds: tuple[Article, ...]) -> None:
    shapes = [figure_template(each, sentence) for each in seeds for sentence in each.text.sentences]
    assert any(shape.figures > 1 for shape in shapes)
    assert all(shape.figures + shape.shares <= len(shape.quantities) for shape in shapes)
    assert not any("  " in shape.text or "\n" in shape.text for shape in shapes)


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Brandt, 57, runs the yard.",
        "Ilse Brandt (now 57) runs the yard.",
        "At 57 Ilse Brandt still runs the yard.",
        "Aged 57, she still runs the yard.",
        "She was 33 on that morning.",
        "The skipper is 57 and runs the yard.",
        "Pavel Novik died on Sunday at the age of ninety.",
        "When he was twenty, he left for the coast.",
        "A monk in her village is still in his 60s.",
        "A carpenter of 61, he had built it alone.",
    ],
)
def test_a_number_that_stands_as_ages_do(text: str) -> None:
    each = article(text)
    assert may_tell_age(each, each.text.sentences[0])


@pytest.mark.parametrize(
    "text",
    [
        "The yard sold 57 boats.",
        "It opened on 5 May and closed 14 days later.",
        "Prices rose by 12 per cent.",
        "Two of them left.",
        "Nobody gave a figure.",
    ],
)
def test_most_numbers_stand_elsewhere(text: str) -> None:
    each = article(text)
    assert not may_tell_age(each, each.text.sentences[0])


@pytest.mark.parametrize("text", ["An Hour LATER", "İzmir met Ankara", "straße", "ΑΒΓς"])
def test_lower_case_keeps_every_offset(text: str) -> None:
    each = article(text)
    assert len(lowered(each)) == len(each.document.prose)
    assert lowered(each)[-3:] == each.document.prose.lower()[-3:]
