"""Orders that cannot be: what is found and what is left alone, in the words of articles."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from factcheck.checks import order_is_possible
from factcheck.checks.model import Conflict
from factcheck.config import Settings
from factcheck.pipeline import link_articles, load_knowledge, read_articles
from factcheck.ruleset import load_ruleset

RULESET = load_ruleset()
KNOWLEDGE = load_knowledge(RULESET.event_files, RULESET.alias_files)


def conflicts(folder: Path, *texts: str) -> list[Conflict]:
    path = folder / "a.jsonl"
    rows = [{"id": str(n), "text": text, "published": "2025-05-20"} for n, text in enumerate(texts)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    articles, skipped = read_articles([str(path)], Settings(), RULESET)
    assert not skipped
    return list(order_is_possible.check(link_articles(articles, KNOWLEDGE), order_is_possible.Options()))


@pytest.mark.parametrize(
    "text",
    [
        "Ewan Brodie was arrested on 3 April 2025.\n\nEwan Brodie was sentenced to two years on 1 April 2025.",
        "Ewan Brodie was arrested on 3 April 2025. He had admitted fraud at a hearing in Perth on 12 March 2025.",
        "Ewan Brodie was convicted of fraud on 9 May.\n\nEwan Brodie was sentenced to two years on 2 May.",
        "The jet took off at 9.40am with a crew of six. It disappeared from radar at 9.25am.",
        "The accord was signed on 14 May 2025 and came into force on 8 May 2025.",
        "Firefighters were called at 2.40am and the first engine reached the paint plant at 2.31am.",
        "The alarm went out at 12.10am. The first rescue boats reached the ferry at 11.55pm.",
    ],
)
def test_an_order_that_cannot_be(tmp_path: Path, text: str) -> None:
    (found,) = conflicts(tmp_path, text)
    assert found.suggestion
    assert "It would be possible" in found.suggestion


@pytest.mark.parametrize(
    "text",
    [
        "Ewan Brodie was sentenced to two years on 5 May 2025.\n\nEwan Brodie was arrested on 3 April 2025.",
        "Ewan Brodie was arrested on 3 April 2025 and on 2 May 2025.\n\nEwan Brodie was sentenced on 9 April 2025.",
        "Ewan Brodie was arrested on 3 April 2025.\n\nIona Brodie was sentenced to two years on 1 April 2025.",
        "Ewan Brodie was sentenced in absentia on 1 April 2025.\n\nEwan Brodie was arrested on 3 April 2025.",
        "Ewan Brodie was convicted of theft in May 2019.\n\nEwan Brodie was arrested on 3 April 2025.",
        "Police claimed that Ewan Brodie was arrested on 3 April 2025.\n\nEwan Brodie was jailed on 1 April 2025.",
        "The jet took off at 9.40am GMT with a crew of six. It disappeared from radar at 9.25am.",
        "The jet took off at 9.40am with a crew of six. It disappeared from radar at 9.55am.",
        "The accord was signed on 14 May 2025 and came into force retroactively on 8 May 2025.",
        "The fair opened on Friday and closed on Tuesday.",
        "The alarm went out at 12.10am. The first rescue boats reached the ferry at 12.25am.",
        "The first permit came on 3 May. The last permit was granted on 9 May.",
        "With all permits in hand, it opened on 3 May. The last permit will be granted on 9 June.",
    ],
)
def test_an_order_that_can_be(tmp_path: Path, text: str) -> None:
    assert conflicts(tmp_path, text) == []


def test_two_articles_are_not_one_sequence(tmp_path: Path) -> None:
    arrested = "Ewan Brodie was arrested on 3 April 2025."
    sentenced = "Ewan Brodie was sentenced to two years on 1 April 2025."
    assert conflicts(tmp_path, arrested, sentenced) == []


def test_other_articles_are_named_in_support(tmp_path: Path) -> None:
    text = "Ewan Brodie was arrested on 3 April 2025.\n\nEwan Brodie was sentenced to two years on 1 April 2025."
    (found,) = conflicts(tmp_path, text, "Ewan Brodie was arrested in Perth on 3 April 2025.")
    assert any("#1" in line for line in found.explanation)


@pytest.mark.parametrize(
    "piece",
    [
        "With all permits in hand, the ",
        "the last permit was ",
        "two minutes and ",
        "first stage second stage liftoff ",
        "sent in answer to that call, at 3pm ",
        "took off at 3pm crashed at 2pm ",
    ],
)
def test_hostile_text_takes_no_time(tmp_path: Path, piece: str) -> None:
    start = time.process_time()
    conflicts(tmp_path, "The launch was at noon, a second late. " + piece * 3000)
    assert time.process_time() - start < 10
