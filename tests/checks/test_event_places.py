"""Events in two places: which pairs of statements conflict, in the words of articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from factcheck.checks import same_event_places_agree
from factcheck.checks.model import Conflict
from factcheck.config import Settings
from factcheck.pipeline import link_articles, load_knowledge, read_articles
from factcheck.ruleset import load_ruleset

RULESET = load_ruleset()
KNOWLEDGE = load_knowledge(RULESET.event_files, RULESET.alias_files)
TABLE = yaml.safe_load((Path(__file__).parent / "data" / "event_places.yaml").read_text(encoding="utf-8"))


def conflicts(folder: Path, first: str, second: str) -> list[Conflict]:
    path = folder / "a.jsonl"
    rows = [
        {"id": "0", "text": first, "published": "2025-05-07"},
        {"id": "1", "text": second, "published": "2025-05-20"},
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    articles, skipped = read_articles([str(path)], Settings(), RULESET)
    assert not skipped
    corpus = link_articles(articles, KNOWLEDGE)
    return list(same_event_places_agree.check(corpus, same_event_places_agree.Options()))


@pytest.mark.parametrize("pair", TABLE["conflicts"], ids=str)
def test_events_in_two_places(tmp_path: Path, pair: list[str]) -> None:
    assert conflicts(tmp_path, *pair)


@pytest.mark.parametrize("pair", TABLE["allowed"], ids=str)
def test_events_that_may_be_in_one_place(tmp_path: Path, pair: list[str]) -> None:
    assert conflicts(tmp_path, *pair) == []
