"""Claims of rank, and phrases that make none."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.assertions.model import Article
from factcheck.assertions.rank_claims import find_rank_claims
from factcheck.document.model import Basis, Block, BlockKind, Document, Publication, SourceMap
from factcheck.pipeline import Knowledge, load_knowledge, read_article
from factcheck.ruleset import load_ruleset
from factcheck.temporal.interval import moment

PUBLISHED = date(2024, 3, 5)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    ruleset = load_ruleset()
    return load_knowledge(ruleset.event_files, ruleset.alias_files)


def read(text: str, knowledge: Knowledge) -> Article:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    published = Publication(Basis.STATED, PUBLISHED, PUBLISHED)
    return read_article(Document("a.txt", text, text, blocks, SourceMap((0,), (0,), (0,)), published), knowledge)


@pytest.mark.parametrize(
    ("before", "phrase", "after", "number", "since"),
    [
        ("It was ", "the first visit to Norway by a Chilean president", ".", 1, None),
        ("She is ", "only the second Chilean president to visit Norway", ", he said.", 2, None),
        ("It was ", "the bank's first increase since 2018", ".", 1, 2019),
        ("It was ", "the first earthquake in Japan in 20 years", ".", 1, 2006),
        ("It was ", "Norway's third launch of the year", ".", 3, 2024),
        ("", "The first visit to Norway by a Chilean president", " ended on Monday.", 1, None),
        ("It was ", "the deadliest fire in Oslo since May 1985", ".", 1, 1985),
        ("It is ", "Norway's biggest acquisition to date", ".", 1, None),
    ],
)
def test_claims(before: str, phrase: str, after: str, number: int, since: int | None, knowledge: Knowledge) -> None:
    text = before + phrase + after
    [claim] = find_rank_claims(read(text, knowledge))
    assert text[claim.start : claim.end] == phrase
    assert claim.number == number
    assert (moment(claim.since).year if claim.since is not None else None) == since


@pytest.mark.parametrize(
    "text",
    [
        "It was the first such visit to Norway by a Chilean president.",
        "It was not the first visit to Norway by a Chilean president.",
        "It could be the first visit to Norway by a Chilean president.",
        "Was it the first visit to Norway by a Chilean president?",
        "It was one of the first visits to Norway by a Chilean president.",
        "It was the first visit to Norway by a Chilean president since the war.",
        "It was the first launch of its kind in Norway.",
        "The first launch in Norway failed on Monday.",
        "It was the first fire since 2004.",
        "It was the first visit by a Chilean president since 2004.",
        "The first officer of the Nordlys told the tower in Oslo.",
        "It was the second largest fire in Oslo since 1985.",
        "It was the first launch in Norway in years.",
    ],
)
def test_no_claim(text: str, knowledge: Knowledge) -> None:
    assert list(find_rank_claims(read(text, knowledge))) == []
