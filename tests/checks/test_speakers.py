"""Whose words stand in quotation marks, by the grammar around them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.assertions.model import Article
from factcheck.checks import statement_has_one_speaker
from factcheck.checks.speakers import speaker_of
from factcheck.checks.statements import same_words
from factcheck.config import Settings
from factcheck.pipeline import link_articles, load_knowledge, read_articles
from factcheck.ruleset import load_ruleset

RULESET = load_ruleset()
KNOWLEDGE = load_knowledge(RULESET.event_files, RULESET.alias_files)
LINE = "The river takes back what the town has borrowed"


def articles(folder: Path, *texts: str) -> list[Article]:
    path = folder / "a.jsonl"
    rows = [{"id": str(n), "text": text, "published": "2025-05-06"} for n, text in enumerate(texts)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found, skipped = read_articles([str(path)], Settings(), RULESET)
    assert not skipped
    return list(found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f'"{LINE}," sighed Ida Lund, an engineer at the dam.', "Ida Lund"),
        (f'"{LINE}," the engineer Ida Lund muttered at the dam.', "Ida Lund"),
        (f'"{LINE}," a surveyor, Ida Lund, had said on the radio.', "Ida Lund"),
        (f'"{LINE}," the head of the water board in Velsa, Ida Lund, wrote in May.', "Ida Lund"),
        (f'"{LINE}," Ida Lund, who runs the dam, told a visitor.', "Ida Lund"),
        (f'Engineer Ida Lund was short with the crowd: "{LINE}."', "Ida Lund"),
        (f'Engineer Ida Lund closed the evening with the words "{LINE}."', "Ida Lund"),
        (f'Standing on the bridge, engineer Ida Lund said: "{LINE}."', "Ida Lund"),
        (f'As engineer Ida Lund put it, "{LINE}."', "Ida Lund"),
        (f'In the words of the engineer, Ida Lund, "{LINE}."', "Ida Lund"),
        (f'People still smile at engineer Ida Lund\'s remark: "{LINE}."', "Ida Lund"),
        (f'People still smile at the remark of Ida Lund, the engineer: "{LINE}."', "Ida Lund"),
        (f'"{LINE}," according to Ida Lund, an engineer.', "Ida Lund"),
        (f'Engineer Ida Lund came by boat. "{LINE}," she said.', "Ida Lund"),
        (f'"We knew it," said the engineer, Ida Lund. "{LINE}."', "Ida Lund"),
        (f'"{LINE}," the fire chief said.', None),
        (f'"{LINE}," said a friend of Ida Lund.', None),
        (f'"{LINE}," Ida Lund\'s lawyer said.', None),
        (f'"{LINE}," Ida Lund was told.', None),
        (f'"{LINE}," said Ida Lund and Per Holm.', None),
        (f'Ida Lund read a placard: "{LINE}."', None),
        (f'Ida Lund rejected the claim that "{LINE}".', None),
        (f'"{LINE}," Ida Lund said, quoting her father.', None),
        (f'A film called "{LINE}" opened in Velsa.', None),
    ],
)
def test_speaker(tmp_path: Path, text: str, name: str | None) -> None:
    (article,) = articles(tmp_path, text)
    found = speaker_of(article, len(article.text.quotations) - 1)
    assert (found.name if found is not None else None) == name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (LINE, LINE, True),
        (LINE, f"I have always said it, {LINE}, and so it does", True),
        ("The dam was built for rain and not for the sea", "The dam is built for rain, not for the sea", True),
        ("Cheese has four legs", "Cheese has four legs", True),
        ("We will win", "We will win", False),
        ("I am not going to comment on that", "I am not going to comment on that", False),
        ("Flour costs more than silver here", "Flour costs less than silence here", False),
    ],
)
def test_same_words(one: str, other: str, same: bool) -> None:
    first, second = (text.lower().replace(",", "").split() for text in (one, other))
    assert bool(same_words(first, second)) is same


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (f'"{LINE}," she said, "and it takes it at night." Ida Lund', f'Per Holm said: "{LINE}."', 0),
        ('"The river takes back," engineer Ida Lund said, "what the town has borrowed."',
         f'"{LINE}," warned Per Holm.', 1),
        (f'"{LINE}," said the mother, Ida Lund.', f'"{LINE}," said the girl\'s aunt, Vera Lund.', 1),
        (f'"{LINE}," said engineer Ida Lund.', f'"{LINE}," said engineer Ina Lund.', 0),
        (f'"{LINE}," said mayor Ida Lund.', f'"{LINE}," the governor said.', 1),
        (f'"{LINE}," said mayor Ida Lund.', f'"{LINE}," the woman said.', 0),
        (f'"{LINE}," said mayor Ida Lund.', f'"{LINE}," said Per Holm, spokesman for the mayor.', 0),
        (f'"{LINE}," said mayor Ida Lund.', f'Per Holm liked what Lund had said. "{LINE}," said Holm.', 0),
    ],
)  # fmt: skip
def test_two_speakers(tmp_path: Path, one: str, other: str, count: int) -> None:
    corpus = link_articles(tuple(articles(tmp_path, one, other)), KNOWLEDGE)
    found = list(statement_has_one_speaker.check(corpus, statement_has_one_speaker.Options()))
    assert len(found) == count
