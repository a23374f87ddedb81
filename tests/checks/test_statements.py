"""Who said it: which pairs of quotations and denials conflict, in the words of articles."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from factcheck.checks import speaker_is_consistent, statement_has_one_speaker
from factcheck.checks.model import Conflict
from factcheck.config import Settings
from factcheck.identity.model import Corpus
from factcheck.pipeline import link_articles, load_knowledge, read_articles
from factcheck.ruleset import load_ruleset

RULESET = load_ruleset()
KNOWLEDGE = load_knowledge(RULESET.event_files, RULESET.alias_files)
WORDS = "nobody in this town will ever forget that night"


def corpus(folder: Path, *texts: str) -> Corpus:
    path = folder / "a.jsonl"
    rows = [{"id": str(n), "text": text, "published": "2025-05-06"} for n, text in enumerate(texts)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    articles, skipped = read_articles([str(path)], Settings(), RULESET)
    assert not skipped
    return link_articles(articles, KNOWLEDGE)


def quoted(folder: Path, *texts: str) -> list[Conflict]:
    return list(statement_has_one_speaker.check(corpus(folder, *texts), statement_has_one_speaker.Options()))


def denied(folder: Path, *texts: str) -> list[Conflict]:
    return list(speaker_is_consistent.check(corpus(folder, *texts), speaker_is_consistent.Options()))


VOSS = f'"{WORDS.capitalize()}," Mayor Clara Voss said on Monday.'


@pytest.mark.parametrize(
    "other",
    [
        f'"{WORDS.capitalize()}," said Governor Ivar Lund.',
        f'Governor Ivar Lund told reporters: "{WORDS.capitalize()}."',
        f'"I think {WORDS}," Governor Ivar Lund said in a statement.',
        f"“{WORDS.capitalize()},” Governor Ivar Lund added.",
    ],
)
def test_two_speakers(tmp_path: Path, other: str) -> None:
    (found,) = quoted(tmp_path, VOSS, other)
    assert "Clara Voss" in found.message and "Ivar Lund" in found.message
    (mirrored,) = quoted(tmp_path, other, VOSS)
    assert mirrored.key == found.key


@pytest.mark.parametrize(
    "other",
    [
        f'"{WORDS.capitalize()}," Voss said.',
        f'"{WORDS.capitalize()}," the town hall said.',
        f'"{WORDS.capitalize()}," a resident said.',
        f'"{WORDS.capitalize()}," Governor Ivar Lund said, echoing the mayor.',
        f'"{WORDS.capitalize()}," said spokesman Ivar Lund.',
        f'"{WORDS.capitalize()}," the mayor told Governor Ivar Lund, who said nothing.',
        '"Nobody in this town will forget," said Governor Ivar Lund.',
        f'"{WORDS.capitalize()}," said Mayor Hanna Voss.',
        f"Governor Ivar Lund said that {WORDS}.",
        f'The song "{WORDS.capitalize()}" was sung. Governor Ivar Lund said so.',
    ],
)
def test_one_speaker_or_unknown(tmp_path: Path, other: str) -> None:
    assert quoted(tmp_path, VOSS, other) == []


CONFIRMED = "Minister Clara Voss said that the banker Tom Barlow had been arrested in Cardiff on 4 May."


@pytest.mark.parametrize(
    ("other", "number"),
    [
        ("Minister Clara Voss denied that the banker Tom Barlow had been arrested in Cardiff on 4 May.", 1),
        ("Minister Clara Voss said the banker Tom Barlow had not been arrested in Cardiff on 4 May.", 1),
        ("Minister Clara Voss said that the banker Tom Barlow might have been arrested in Cardiff on 4 May.", 0),
        ("Governor Ivar Lund denied that the banker Tom Barlow had been arrested in Cardiff on 4 May.", 0),
        ("The banker Tom Barlow had not been arrested in Cardiff on 4 May.", 0),
        ("Minister Clara Voss denied that the banker Hugh Penn had been arrested in Cardiff on 4 May.", 0),
    ],
)
def test_confirmed_and_denied(tmp_path: Path, other: str, number: int) -> None:
    assert len(denied(tmp_path, CONFIRMED, other)) == number


def test_many_quotations_cost_little(tmp_path: Path) -> None:
    text = " ".join(f'"{WORDS.capitalize()} {n}," said Mayor Clara Voss.' for n in range(1500))
    began = time.process_time()
    quoted(tmp_path, text, text.replace("Mayor Clara Voss", "Governor Ivar Lund"))
    assert time.process_time() - began < 30
