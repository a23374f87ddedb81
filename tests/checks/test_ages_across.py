"""One person's ages in two articles: which pairs no day of birth allows, in the words of articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.checks.ages.across import ages_across
from factcheck.config import Settings
from factcheck.pipeline import link_articles, load_knowledge, read_articles
from factcheck.ruleset import load_ruleset

RULESET = load_ruleset()
KNOWLEDGE = load_knowledge(RULESET.event_files, RULESET.alias_files)


def conflicts(folder: Path, *told: tuple[str, str]) -> int:
    path = folder / "a.jsonl"
    rows = [{"id": str(n), "text": text, "published": day} for n, (day, text) in enumerate(told)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    articles, skipped = read_articles([str(path)], Settings(), RULESET)
    assert not skipped
    return len(list(ages_across(link_articles(tuple(articles), KNOWLEDGE), 12)))


PLAIN = ("2025-03-03", "The potter Marit Solberg, 52, has sold her kiln. The workshop is to close.")


@pytest.mark.parametrize(
    ("later", "count"),
    [
        ("The potter Marit Solberg, 53, has bought it back.", 0),
        ("The potter Marit Solberg, 57, has bought it back.", 1),
        ("The 47-year-old potter Marit Solberg has bought it back.", 1),
        ("Marit Solberg, a potter of 58, has bought it back.", 1),
        ("Marit Solberg, a mother of 12, has bought it back.", 0),
        ("Marit Solberg is a potter in her early sixties.", 1),
        ("Marit Solberg is a potter in her early fifties.", 0),
        ('The potter Marit Solberg laughed. "I am 59 and I have no kiln," Solberg said.', 1),
        ('Marit Solberg, a potter, told the court about her son. "I am 19 and poor," he had said.', 0),
        ("The form gives the name of the potter as Marit Solberg and her age as 46.", 1),
        ("The police said that the potter, Marit Solberg, was 46.", 1),
        ("The police said that the potter, Marit Solberg, was 46 when the kiln was built.", 0),
        ("The potter Marit Solberg, who was born on 3 May 1966, has bought it back.", 1),
        ("The potter Marit Solberg, who was born on 3 May 1972, has bought it back.", 0),
        ("The surgeon Marit Solberg, 81, has retired.", 0),
    ],
)
def test_pairs(tmp_path: Path, later: str, count: int) -> None:
    assert conflicts(tmp_path, PLAIN, ("2025-06-20", later)) == count


def test_an_age_told_again_years_later_is_that_of_the_deed(tmp_path: Path) -> None:
    retold = ("2028-03-03", "The potter Marit Solberg, 52, was at her kiln when the roof fell in 2025.")
    assert conflicts(tmp_path, PLAIN, retold) == 0
    assert conflicts(tmp_path, PLAIN, ("2028-03-03", "The potter Marit Solberg is still 52.")) == 1
