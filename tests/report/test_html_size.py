"""The page stays small: fifty articles of usual length with three findings each fit into a megabyte."""

from __future__ import annotations

import json
from pathlib import Path

from factcheck.config import Settings
from factcheck.pipeline import audit
from factcheck.report import render
from factcheck.ruleset import load_ruleset

_PEOPLE = ("Nadia Orlova", "Tom Brask", "Ewan Brodie", "Aly Brough", "Mara Lindqvist", "Piet Roelofs", "Ines Duarte")
_PLACES = ("Aalborg", "Perth", "Utrecht", "Porto", "Tampere", "Ghent", "Trieste")
_PARAGRAPHS = 15


def test_fifty_articles_with_three_findings_each(tmp_path: Path) -> None:
    path = tmp_path / "archive.jsonl"
    rows = [{"id": f"{number}.txt", "text": _article(number), "published": "2024-03-20"} for number in range(50)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    run = audit([str(path)], Settings(), load_ruleset())
    words = sum(len(document.text.split()) for document in run.documents)
    assert (len(run.documents), run.skipped) == (50, ())
    assert words > 50 * 450, "too short to tell anything"
    assert len(run.findings) >= 150, "too few findings to tell anything"
    assert len(render(run, "html").encode()) < 1_000_000


def _article(number: int) -> str:
    """Three slips of the calendar and paragraphs full of dates, places, figures and names."""
    person, place = _PEOPLE[number % 7], _PLACES[number // 7 % 7]
    slips = [
        f"The ferry line will be closed in {place} on Tuesday, {day} March 2024, said {person}, who runs it."
        for day in (4, 11, 18)
    ]
    more = [
        f"On {1 + (number + part) % 28} February 2024 the council of {_PLACES[(number + part) % 7]} heard "
        f"{_PEOPLE[(number * 3 + part) % 7]}, who asked for {100 + number * 7 + part} tonnes of gravel and "
        f"{2 + part} boats for the harbour that was begun in {1950 + number}, and left the hall at noon."
        for part in range(_PARAGRAPHS)
    ]
    return "\n\n".join(slips + more)
