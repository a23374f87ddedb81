"""Persons in two places: which pairs of statements conflict, in the words of articles."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
import yaml

from factcheck.checks import two_places_at_once
from factcheck.checks.model import Conflict
from factcheck.config import Settings
from factcheck.pipeline import link_articles, load_knowledge, read_articles
from factcheck.ruleset import load_ruleset

RULESET = load_ruleset()
KNOWLEDGE = load_knowledge(RULESET.event_files, RULESET.alias_files)
MORNING = "Envoy Nadia Karim spent the whole morning of 6 May in Geneva."
EVENING = "On the evening of 6 May Nadia Karim sat in a studio in Geneva from eight until ten."
HOLIDAY = "Nadia Karim was on holiday in Iceland from 2 to 11 May, a friend said."


TABLE = yaml.safe_load((Path(__file__).parent / "data" / "two_places.yaml").read_text(encoding="utf-8"))


def conflicts(folder: Path, *texts: str | dict[str, str], published: str = "2025-05-20") -> list[Conflict]:
    path = folder / "a.jsonl"
    given = [text if isinstance(text, dict) else {"text": text} for text in texts]
    rows = [{"id": str(n), "published": published, **row} for n, row in enumerate(given)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    articles, skipped = read_articles([str(path)], Settings(), RULESET)
    assert not skipped
    return list(two_places_at_once.check(link_articles(articles, KNOWLEDGE), two_places_at_once.Options()))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (MORNING, "Nadia Karim chaired a meeting in Madrid at 10 a.m. on 6 May."),
        (MORNING, "In Madrid, where envoy Nadia Karim opened the session at 10 a.m. on 6 May, it rained."),
        (EVENING, "Nadia Karim's concert in Madrid began at 9 p.m. on 6 May."),
        (HOLIDAY, "Nadia Karim signed a treaty in Madrid on 6 May."),
        ("Envoy Nadia Karim spent 6 May in Geneva.", "Nadia Karim gave a lecture in Madrid on 6 May."),
        ("Nadia Karim stayed in Geneva all day on 6 May.", "Nadia Karim gave a lecture in Madrid on 6 May."),
        ("Nadia Karim was not in Spain on 6 May.", "Nadia Karim gave a lecture in Madrid on 6 May."),
        (EVENING, "Nadia Karim received the freed sailors at the airport in Madrid at 9 p.m. on 6 May."),
        (
            "The plant's manager, Nadia Karim, was not in Madrid on 6 May.",
            "Nadia Karim gave a lecture in Madrid on 6 May.",
        ),
        ("Nadia Karim spoke in Madrid at 9 a.m. on 6 May.", "Nadia Karim spoke in Athens at 10 a.m. on 6 May."),
    ],
)
def test_two_places_at_once(tmp_path: Path, first: str, second: str) -> None:
    (found,) = conflicts(tmp_path, first, second)
    assert "Nadia Karim" in found.message
    (mirrored,) = conflicts(tmp_path, second, first)
    assert mirrored.key == found.key


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (MORNING, "Nadia Karim chaired a meeting in Madrid at 8 p.m. on 6 May."),
        (MORNING, "Nadia Karim chaired a meeting in Madrid on 6 May."),
        (MORNING, "Nadia Karim will chair a meeting in Madrid at 10 a.m. on 6 May."),
        (MORNING, "Nadia Karim chaired a meeting in Madrid at 10 a.m. on 7 May."),
        (MORNING, "Nadia Karim gave a lecture by video link in Madrid at 10 a.m. on 6 May."),
        (MORNING, "Nadia Karim visited a clinic in Switzerland at 10 a.m. on 6 May."),
        (MORNING, "Omar Karim chaired a meeting in Madrid at 10 a.m. on 6 May."),
        (EVENING, "Police claimed that Nadia Karim was seen in Madrid at 9 p.m. on 6 May."),
        (HOLIDAY, "Nadia Karim signed a treaty in Madrid on 11 May."),
        ("Nadia Karim was in Geneva on 6 May.", "Nadia Karim was in Madrid on 6 May."),
        ("Envoy Nadia Karim spent 6 May in Geneva.", "Nadia Karim arrived in Madrid on 6 May."),
        ("Nadia Karim was not in Madrid on 6 May.", "Nadia Karim gave a lecture in Geneva on 6 May."),
        ("Nadia Karim spoke in Madrid at 9 a.m. on 6 May.", "Nadia Karim spoke in Geneva at 4 p.m. on 6 May."),
        ("Envoy Nadia Karim spent 6 May in Geneva and Madrid.", "Nadia Karim gave a lecture in Madrid on 6 May."),
    ],
)
def test_no_two_places_at_once(tmp_path: Path, first: str, second: str) -> None:
    assert conflicts(tmp_path, first, second) == []


@pytest.mark.parametrize("pair", TABLE["conflicts"], ids=str)
def test_wordings_of_two_places(tmp_path: Path, pair: list[str | dict[str, str]]) -> None:
    assert len(conflicts(tmp_path, *pair, published="2025-05-09")) == 1


@pytest.mark.parametrize("pair", TABLE["allowed"], ids=str)
def test_wordings_that_leave_it_open(tmp_path: Path, pair: list[str | dict[str, str]]) -> None:
    assert conflicts(tmp_path, *pair, published="2025-05-09") == []


def test_hostile_text_takes_no_time(tmp_path: Path) -> None:
    text = "On 6 May Nadia Karim was at a was at a in Geneva and " * 400
    start = time.process_time()
    conflicts(tmp_path, f"Nadia Karim met Omar Karim. {text}.", f"Nadia Karim, who was {'at a in ' * 4000} Geneva.")
    assert time.process_time() - start < 10


def test_many_statements_without_a_place_take_no_time(tmp_path: Path) -> None:
    text = "The fair in Athens was full. Nadia Karim was there on Tuesday from two to five, she said. " * 1500
    start = time.process_time()
    conflicts(tmp_path, f"Envoy Nadia Karim spoke. {text}", f"Envoy Nadia Karim spoke. {text}")
    assert time.process_time() - start < 20
