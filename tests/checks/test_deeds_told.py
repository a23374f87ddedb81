"""Where and when somebody is found by what they are told to have done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.checks.whereabouts import sightings
from factcheck.config import Settings
from factcheck.pipeline import link_articles, load_knowledge, read_articles
from factcheck.ruleset import load_ruleset
from factcheck.temporal.interval import moment

RULESET = load_ruleset()
KNOWLEDGE = load_knowledge(RULESET.event_files, RULESET.alias_files)

FOUND = [
    ("Surgeon Ilse Maron stitched a wound in Graz at 9 a.m. on 5 May.", "Graz", "08:45", "09:15"),
    ("Conductor Ilse Maron lifted her baton in Graz on the evening of 5 May.", "Graz", "18:00", "23:00"),
    ("Conductor Ilse Maron had the Graz audience on its feet on the night of 5 May.", "Graz", "19:00", "00:00"),
    ("A court in Graz sat at noon on 5 May. Surgeon Ilse Maron stood in the hall.", "Graz", "12:00", "12:01"),
    ("A fair opened in Graz on 5 May. Surgeon Ilse Maron sang there from lunch until dusk.", "Graz", "13:00", "18:00"),
    ("Surgeon Ilse Maron led the 16-hour operation in Graz, which began at 7am on 5 May.", "Graz", "07:00", "23:00"),
    ("The ribbon was cut by Mayor Ilse Maron in Graz at 9 a.m. on 5 May.", "Graz", "08:45", "09:15"),
]  # fmt: skip
NOT_FOUND = [
    "Surgeon Ilse Maron stitched a wound at 9 a.m. on 5 May.",
    "Surgeon Ilse Maron will stitch a wound in Graz at 9 a.m. on 5 May.",
    "Surgeon Ilse Maron praised the clinic in Graz at 9 a.m. on 5 May.",
    "A statue of surgeon Ilse Maron was unveiled in Graz at 9 a.m. on 5 May.",
    "Surgeon Ilse Maron denied having stitched a wound in Graz at 9 a.m. on 5 May.",
    "Surgeon Ilse Maron, born in Graz, stitched a wound at 9 a.m. on 5 May.",
    "Surgeon Ilse Maron joined the court in Graz on screen at 9 a.m. on 5 May.",
    "Surgeon Ilse Maron stitched a wound in Graz and Bergen on the morning of 5 May.",
]


def seen(folder: Path, text: str) -> list[tuple[str, str, str]]:
    path = folder / "a.jsonl"
    path.write_text(json.dumps({"id": "0", "text": text, "published": "2025-05-07"}), encoding="utf-8")
    articles, _ = read_articles([str(path)], Settings(), RULESET)
    found = sightings(link_articles(articles, KNOWLEDGE), frozenset())
    return [(one.place.name, f"{moment(one.start):%H:%M}", f"{moment(one.end):%H:%M}") for one in found if one.wide]


@pytest.mark.parametrize(("text", "place", "first", "last"), FOUND, ids=str)
def test_deeds_that_put_somebody_somewhere(tmp_path: Path, text: str, place: str, first: str, last: str) -> None:
    assert set(seen(tmp_path, text)) == {(place, first, last)}


@pytest.mark.parametrize("text", NOT_FOUND, ids=str)
def test_deeds_that_put_nobody_anywhere(tmp_path: Path, text: str) -> None:
    assert seen(tmp_path, text) == []
