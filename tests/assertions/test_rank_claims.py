"""Claims of rank, and phrases that make none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
        ("", "Clara Voss met Ivar Lund for the first time since 2019", ".", 1, 2020),
        ("It was ", "the first time that Clara Voss had met Ivar Lund in Oslo", ".", 1, None),
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
        "Clara Voss told Ivar Lund for the first time that the bridge was closed.",
        "Clara Voss met Ivar Lund for the first time.",
        "Rates rose for the first time since 2018.",
        "It was the first time.",
    ],
)
def test_no_claim(text: str, knowledge: Knowledge) -> None:
    assert list(find_rank_claims(read(text, knowledge))) == []


WORDS = st.sampled_from(
    """the first only second time its Norway's that since 2018 in 20 years for to visit be by a worst deadliest , . " of
    Oslo Clara Voss met ever history above magnitude 5 was president""".split()
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=1, max_size=25))
def test_any_run_of_words_is_read(words: list[str], knowledge: Knowledge) -> None:
    text = " ".join(words)
    for claim in find_rank_claims(read(text, knowledge)):
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.heads
