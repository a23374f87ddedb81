"""What the solvers find in one paragraph whatever its construction, and what they leave alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.config import Settings
from factcheck.ruleset import load_ruleset

DAY = "2025-06-10"
BAD = [
    (
        "duration-mismatch",
        "Ferry crews stopped work at 6am on Friday and came back at 6am on Sunday. The 72-hour halt hit trade.",
    ),
    (
        "duration-mismatch",
        "The diver Ola Brekke, taken in March 2019, came home in March 2022. He had spent five years in a cellar.",
    ),
    ("age-mismatch", "Sculptor Ines Carvalho, 45, has left the academy. She was 30 when she won the prize in 2001."),
    ("age-mismatch", "Tom Barry went to jail at 20 and was freed fifteen years later at 50."),
    ("anniversary-mismatch", "The choir marked 60 years of song on Monday. It was founded in a barn in 1975."),
    ("anniversary-mismatch", "Guests came for the ruby wedding of the Ekmans, who married in Umea in 1975."),
    ("order-violation", "Ilse Brandt was convicted on 4 March. Her trial had opened on 11 March in Graz."),
    ("order-violation", "After the flood of 1992 the mill stood empty. The rebuilding was completed in 1989."),
    ("weekday-mismatch", "The council meets next on 12 August, a Friday, in the old hall."),
    ("weekday-mismatch", "She last saw him on 6 May 2014. It was a Sunday and the shops were shut."),
    ("impossible-date", "The gate was locked at 19:72, the guard wrote."),
    ("impossible-date", "The envoy told reporters on 19 July 2025 that a truce was near."),
]
GOOD = [
    "Rescuers freed the calf at 5.40pm, seven hours after it was first seen, at 10.40am.",
    "The strike ran from 3 to 5 March, a second from 10 to 14 March; eight days were lost in all.",
    "Asked for six years, the court gave her three years in 2021. She was freed in 2024.",
    "Mehmet Kaya, 58, and his son Emre, 29, were cleared. The younger man was born in 1996.",
    "In 2029 it will be a century since the crash of 1929.",
    "Held on 2 May and bailed on 5 May, he was held again on 1 June, the day after a witness came, on 31 May.",
    "The cheque was dated 30 February, a day that does not exist.",
    "The embankment, which gave way in May, is to be rebuilt by 24 November 2025.",
    "The vote is on 13 July, a Sunday.",
]


def _categories(tmp_path: Path, text: str) -> set[str]:
    path = tmp_path / "case.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text, "published": DAY}) + "\n", encoding="utf-8")
    settings, rules = Settings(), load_ruleset([])
    articles, skipped = pipeline.read_articles([str(path)], settings, rules)
    corpus = pipeline.link_articles(articles, pipeline.load_knowledge(rules.event_files, rules.alias_files))
    return {finding.category for finding in pipeline.judge(corpus, settings, rules, skipped).findings}


@pytest.mark.parametrize(("category", "text"), BAD)
def test_a_slip_is_found(tmp_path: Path, category: str, text: str) -> None:
    assert category in _categories(tmp_path, text)


@pytest.mark.parametrize("text", GOOD)
def test_what_can_be_explained_is_left_alone(tmp_path: Path, text: str) -> None:
    assert not _categories(tmp_path, text)
