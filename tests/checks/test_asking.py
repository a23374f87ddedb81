"""Checks that are not asked about one article must have nothing to say of one."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from factcheck.checks.asking import ACROSS_ARTICLES, can_find
from factcheck.config import Settings
from factcheck.identity.facts import Fact, Reference
from factcheck.identity.model import Corpus
from factcheck.pipeline import link_articles, load_knowledge, read_articles
from factcheck.ruleset import load_ruleset
from factcheck.temporal.interval import DAY, Granularity, Interval

ROOT = Path(__file__).resolve().parents[2]
RULESET = load_ruleset()
ARTICLES = sorted(path for path in (ROOT / "seeds").iterdir() if path.name[0].isdigit())


@pytest.fixture(scope="module")
def corpora() -> list[Corpus]:
    """Each article of seeds/ alone."""
    texts = [str(path) for path in ARTICLES]
    articles, _ = read_articles(texts, Settings(), RULESET)
    knowledge = load_knowledge(RULESET.event_files, RULESET.alias_files)
    return [link_articles([article], knowledge) for article in articles]


@pytest.mark.parametrize("check", sorted(ACROSS_ARTICLES))
def test_one_article_is_not_held_against_itself(check: str, corpora: list[Corpus]) -> None:
    rules = [rule for rule in RULESET.rules if rule.check == check]
    assert rules
    for rule in rules:
        # An example with one article would be a finding that is never looked for.
        assert all(len(example.all_articles) > 1 for example in rule.examples.bad)
        for corpus in corpora:
            assert not can_find(check, corpus)
            assert not list(importlib.import_module(f"factcheck.checks.{check}").check(corpus, rule.options))


def test_what_is_asked_about() -> None:
    assert not can_find("reference_agrees", Corpus(()))
    fact = Fact("facts.yaml:3", "a register", "arrest", (), Interval(0, DAY, Granularity.DAY))
    assert can_find("reference_agrees", Corpus((), reference=Reference((fact,))))
    assert can_find("date_exists", Corpus(()))
