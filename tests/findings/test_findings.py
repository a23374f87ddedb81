"""From conflicts to findings."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict, Evidence
from factcheck.document.model import Block, BlockKind, Document, SourceMap
from factcheck.expressions.model import Expressions
from factcheck.findings.building import build
from factcheck.findings.collecting import collect
from factcheck.findings.model import Finding
from factcheck.identity.model import Corpus
from factcheck.ruleset import Rule, load_ruleset
from factcheck.text import read as read_text
from factcheck.vocabulary import Severity

TEXT = (
    "The ferry sank on Monday.\n\nIt carried 41 people,\nthe   owner said. It sank\non Tuesday. It carried 41 people."
)


def article_of(text: str, name: str = "news/a.txt") -> Article:
    lines = (0, *(index + 1 for index, mark in enumerate(text) if mark == "\n"))
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(paragraph)))
        at += len(paragraph) + 2
    document = Document(name, text, text, tuple(blocks), SourceMap((0,), (0,), lines))
    return Article(document, read_text(document), Expressions())


def conflict_of(*places: tuple[str, int, str], key: tuple[str, ...] = ("ferry",)) -> Conflict:
    evidence = tuple(Evidence(name, start, start + len(words)) for name, start, words in places)
    return Conflict("a  message\nin two lines", evidence, key, ("one  step",), " a suggestion ", 0.8765)


@pytest.fixture
def rule(word_rules: Path) -> Rule:
    return load_ruleset([word_rules], bundled=False).rules[0]


def found(rule: Rule, text: str, *words: str, name: str = "news/a.txt", key: tuple[str, ...] = ("ferry",)) -> Finding:
    corpus = Corpus((article_of(text, name),))
    places = [(name, text.index(word), word) for word in words]
    return build(conflict_of(*places, key=key), rule, corpus)


def test_a_finding_says_where(rule: Rule) -> None:
    finding = found(rule, TEXT, "Monday", "Tuesday")
    assert (finding.rule, finding.category, finding.severity) == (
        "dragons-seen",
        "reference-conflict",
        Severity.WARNING,
    )
    assert (finding.message, finding.explanation, finding.suggestion) == (
        "a message in two lines", ("one step",), "a suggestion",
    )  # fmt: skip
    assert finding.confidence == 0.88
    first, second = finding.locations
    assert (first.line, first.column, first.quote, first.context) == (1, 19, "Monday", "The ferry sank on Monday.")
    assert (second.line, second.column, second.context) == (5, 4, "It sank on Tuesday.")


def test_the_severity_can_be_overridden(rule: Rule) -> None:
    corpus = Corpus((article_of(TEXT),))
    assert build(conflict_of(("news/a.txt", 0, "The")), rule, corpus, Severity.ERROR).severity is Severity.ERROR


def test_context_where_there_is_no_sentence(rule: Rule) -> None:
    article = article_of("Posted on: 5 March\nA ferry sank.")
    document = replace(article.document, blocks=(Block(BlockKind.METADATA, 0, 18), Block(BlockKind.PARAGRAPH, 19, 32)))
    corpus = Corpus((Article(document, read_text(document), Expressions()),))
    (place,) = build(conflict_of(("news/a.txt", 11, "5 March")), rule, corpus).locations
    assert place.context == "Posted on: 5 March"


def test_a_sentence_without_end_is_cut_around_the_quote(rule: Rule) -> None:
    text = "word " * 2000 + "Monday" + " word" * 2000
    (place,) = found(rule, text, "Monday").locations
    assert len(place.context) <= 620
    assert "Monday" in place.context


def test_fingerprints_survive_edits_elsewhere(rule: Rule) -> None:
    before = found(rule, TEXT, "Monday", "Tuesday").fingerprint
    assert found(rule, "A new lead.\n\n" + TEXT, "Monday", "Tuesday").fingerprint == before
    assert found(rule, TEXT, "Monday", "Tuesday", name="archive/2024/a.txt").fingerprint == before
    assert found(rule, TEXT, "Tuesday", "Monday").fingerprint == before


def test_fingerprints_tell_findings_apart(rule: Rule) -> None:
    prints = [
        found(rule, TEXT, "Monday", "Tuesday").fingerprint,
        found(rule, TEXT, "Monday", "Tuesday", key=("barge",)).fingerprint,
        found(rule, TEXT.replace("Monday", "Sunday"), "Sunday", "Tuesday").fingerprint,
        found(rule, TEXT, "Monday", "Tuesday", name="b.txt").fingerprint,
        found(replace_name(rule), TEXT, "Monday", "Tuesday").fingerprint,
    ]
    assert len(set(prints)) == len(prints)


def replace_name(rule: Rule) -> Rule:
    return replace(rule, name="another-rule")


def test_one_thing_said_twice_is_one_finding(rule: Rule) -> None:
    corpus = Corpus((article_of(TEXT),))
    first, second = TEXT.index("41 people"), TEXT.rindex("41 people")
    other = ("news/a.txt", TEXT.index("Monday"), "Monday")
    findings = [
        build(conflict_of(("news/a.txt", start, "41 people"), other), rule, corpus) for start in (first, second, first)
    ]
    (merged,) = collect(findings)
    assert [place.start for place in merged.locations] == [first, other[1], second]


def test_the_same_places_are_one_finding_whatever_the_key(rule: Rule) -> None:
    corpus = Corpus((article_of(TEXT),))
    places = [("news/a.txt", TEXT.index("Monday"), "Monday"), ("news/a.txt", TEXT.index("Tuesday"), "Tuesday")]
    findings = [
        build(conflict_of(*places, key=("a",)), rule, corpus),
        build(conflict_of(*reversed(places), key=("b",)), rule, corpus),
    ]
    assert len(collect(findings)) == 1
    assert collect(findings) == collect(reversed(findings))


def test_one_slip_in_two_articles_is_two_findings(rule: Rule) -> None:
    corpus = Corpus((article_of(TEXT, "a.txt"), article_of(TEXT, "b.txt")))
    findings = [build(conflict_of((name, 0, "The")), rule, corpus) for name in ("a.txt", "b.txt")]
    assert [finding.locations[0].document for finding in collect(findings)] == ["a.txt", "b.txt"]


def test_order_is_by_severity_category_and_place(rule: Rule) -> None:
    findings = [
        replace(
            found(rule, TEXT, word, name=name, key=(word,)),
            severity=severity,
            category=category,
        )
        for severity in Severity
        for category in ("date-conflict", "name-variant")
        for name in ("a.txt", "b.txt")
        for word in ("Monday", "Tuesday")
    ]
    # each is a finding of a rule of its own, or they would be merged
    findings = [replace(finding, rule=f"rule-{number:02}") for number, finding in enumerate(findings)]
    shuffled = findings[:]
    random.Random(1).shuffle(shuffled)
    assert list(collect(shuffled)) == findings
