"""A story of very many articles is judged in portions, and nothing of it is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.identity import stories
from factcheck.pipeline import Means, audit, hot
from factcheck.ruleset import load_ruleset

RULESET = load_ruleset([])
SMELLS = ("wax", "bread", "tar", "soap", "leather", "smoke", "rain", "paint")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Sixty accounts of one signing; that of the last day gives another date."""
    path = tmp_path / "hot.jsonl"
    rows = []
    for number in range(60):
        day = 5 if number == 59 else 8
        smell = f"{SMELLS[number % 8]} and {SMELLS[number // 8]}"
        text = (
            f"PORTO, May {10 + number % 15}, 2025 - Minister Ana Seixas and director Rui Faria signed the Douro "
            f"agreement in Porto on May {day}, 2025. The hall smelled of {smell}."
        )
        rows.append({"id": f"{number:03}", "published": f"2025-05-{10 + number // 4:02}", "text": text})
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_portions_find_what_the_whole_finds(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = audit([str(corpus)], Settings(), RULESET)
    for module in (stories, hot):
        monkeypatch.setattr(module, "LARGEST_STORY", 20)
    monkeypatch.setattr(hot, "MOST_CARRIED", 6)
    parted = audit([str(corpus)], Settings(), RULESET)
    assert [one.category for one in whole.findings] == ["date-conflict"]
    assert [one.category for one in parted.findings] == ["date-conflict"]
    assert {place.quote for one in parted.findings for place in one.locations} == {"May 5, 2025", "May 8, 2025"}
    assert parted.counts["articles"] == whole.counts["articles"] == 60
    assert parted.counts["events"] == whole.counts["events"]
    assert parted.corpus is not None
    assert len(parted.corpus.articles) == 60


def test_a_run_without_a_corpus_names_every_document(corpus: Path) -> None:
    run = audit([str(corpus)], Settings(), RULESET, Means(keep_corpus=0))
    assert run.corpus is None
    assert len(run.documents) == 60
