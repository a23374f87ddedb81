"""What must hold of linked events whatever the articles are, and whatever their order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.assertions.model import Article
from factcheck.config import Settings
from factcheck.document.model import Basis, Block, BlockKind, Document, Publication, SourceMap
from factcheck.pipeline import Knowledge, judge, link_articles, load_knowledge, read_article
from factcheck.ruleset import load_ruleset
from factcheck.ruleset.model import Ruleset

RULESET: Ruleset = load_ruleset()
KNOWLEDGE: Knowledge = load_knowledge(RULESET.event_files, RULESET.alias_files)

TEXTS = {
    "a.txt": "Mayor Asen Petrov resigned on March 2 over a contract. "
    "Clara Voss was arrested in Cardiff on 1 March 2024.",
    "b.txt": "Mayor Asen Petrov resigned on 12 March. The trial of Clara Voss opens on 4 June 2024.",
    "c.txt": "Mayor Asen Petrov resigned on 2 March 2024. Clara Voss was arrested in Bristol on 1 March 2024.",
    "d.txt": "The museum will reopen on 8 April. Asen Petrov, the former mayor, visited it on 20 March.",
    "e.txt": "An orchestra in Quito played for 400 people on Tuesday, 5 March. Nobody resigned.",
}


def article(name: str, text: str) -> Article:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    published = Publication(Basis.STATED, date(2024, 4, 2), date(2024, 4, 2))
    document = Document(name, text, text, blocks, SourceMap((0,), (0,), (0,)), published, digest=str(hash(text)))
    return read_article(document, KNOWLEDGE)


ARTICLES = {name: article(name, text) for name, text in TEXTS.items()}


def messages(articles: list[Article]) -> list[tuple[str, str, str]]:
    run = judge(link_articles(articles, KNOWLEDGE), Settings(), RULESET)
    assert not run.skipped
    return [(finding.rule, finding.message, finding.fingerprint) for finding in run.findings]


@given(st.permutations(sorted(TEXTS)))
@settings(max_examples=12, deadline=None)
def test_order_of_articles_never_changes_findings(names: list[str]) -> None:
    assert messages([ARTICLES[name] for name in names]) == messages([ARTICLES[name] for name in sorted(TEXTS)])


def test_the_planted_conflicts_are_found() -> None:
    found = messages(list(ARTICLES.values()))
    rules = {rule for rule, _, _ in found}
    assert {"same-event-different-date", "same-event-different-place"} <= rules


def test_an_unrelated_article_changes_nothing() -> None:
    related = [ARTICLES[name] for name in ("a.txt", "b.txt", "c.txt")]
    assert messages([*related, ARTICLES["e.txt"]]) == messages(related)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_an_article_never_conflicts_with_its_own_copy(name: str) -> None:
    original = ARTICLES[name]
    copy = replace(original, document=replace(original.document, name="copy.txt"))
    assert messages([original, copy]) == []


def test_events_say_why() -> None:
    corpus = link_articles(list(ARTICLES.values()), KNOWLEDGE)
    assert corpus.events
    for event in corpus.events:
        assert len(event.members) >= 2
        assert event.evidence


def test_events_say_what_was_told_apart() -> None:
    told = [
        article("f.txt", "Anna Weiss met Viktor Orlov in Vienna on 3 March 2024."),
        article("g.txt", "Viktor Orlov and Anna Weiss met in Vienna on 3 March 2024."),
        article("h.txt", "Anna Weiss met Viktor Orlov in Vienna on 8 May 2019."),
    ]
    events = [event for event in link_articles(told, KNOWLEDGE).events if event.type == "meeting"]
    assert len(events) == 1
    assert events[0].apart
    assert all("h.txt" in line and "days apart, more than" in line for line in events[0].apart)
    assert not any("h.txt" in line for line in events[0].evidence)


def test_a_word_of_another_ones_name_is_no_shared_name() -> None:
    """A person and an agreement may have one name, and many firms end in "Works": met in 100,000 made-up articles."""
    texts = {
        "one.txt": "On March 11, 2024 the Bragouhil hospital agreement was signed in Kaunas, where minister Nina Pror "
        "met Laura Kladagand, director of Grevoklum Works.",
        "two.txt": "On March 30, 2024 the Steadrait shipyard agreement was signed in Kaunas, where minister Felix Wead "
        "met Julia Bragouhil, director of Staviklor Works.",
    }
    assert messages([article(name, text) for name, text in texts.items()]) == []
    same = {**texts, "two.txt": texts["one.txt"].replace("March 11", "March 30")}
    assert [rule for rule, _, _ in messages([article(name, text) for name, text in same.items()])] == [
        "same-event-different-date"
    ]
