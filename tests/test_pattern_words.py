"""What patterns need, worked out from the patterns: a sentence is only passed by where a search would find nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checks.sentence_words import words_of
from factcheck.pattern_words import DIGIT, may_find, needs_of
from factcheck.patterns import regex
from tests.test_patterns import all_patterns

_SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.mark.parametrize(
    ("source", "whole"),
    [
        (r"\bwill\b", {"will"}),
        (r"\b(?:plan(?:s|ned)?|hope) to [a-z]+", {"plan", "plans", "planned", "hope"}),
        (r"\b[Nn]ever\b", {"never"}),
        (r"n['’]t\b", {"t"}),
        (r"\b\d+ (?:votes?)?", {DIGIT}),
        (r"\b(?:put off|called off) until\b", {"until", "called"}),
        (r"\bnot before (?:the |an? )?$", {"before"}),
    ],
)
def test_whole_words_that_are_needed(source: str, whole: set[str]) -> None:
    needs = needs_of(regex(source))
    assert needs is not None
    assert needs.whole == whole


@pytest.mark.parametrize("source", [r"\w+", r"(?:will)?", r"will|%", r"[a-z]{3}", r"(?=will)", r"(a)?(?(1)b|c)"])
def test_patterns_that_need_no_word(source: str) -> None:
    assert needs_of(regex(source)) is None
    assert may_find(regex(source), frozenset())


@pytest.mark.parametrize(
    ("source", "text", "met"),
    [
        (r"\bcentur", "Centuries ago", True),
        (r"\bcentur", "the bicentury", False),
        (r"years?\b", "a lightyear", True),
        (r"years?\b", "yearly", False),
        (r"alarm|alert", "an unalarmed man", True),
        (r"(?<!not )will", "it will", True),
        (r"\bkm/h", "90 km/h", True),
        (r"(?:una){3,}", "unaunauna", True),
    ],
)
def test_parts_of_words_that_are_needed(source: str, text: str, met: bool) -> None:
    assert may_find(regex(source), words_of(text)) is met
    assert met or re.search(source, text) is None


def _sentences() -> Iterator[str]:
    for path in sorted(_SEEDS.rglob("*")):
        if path.is_file() and path.suffix in {".txt", ".md"}:
            yield from re.split(r"(?<=[.!?])\s", path.read_text("utf-8"))


def test_every_pattern_of_ours_finds_nothing_where_its_words_are_missing() -> None:
    texts = [(text, words_of(text)) for text in _sentences()]
    assert len(texts) > 50
    passed_by = 0
    for pattern in {one.pattern: one for one in all_patterns()}.values():
        for text, words in texts:
            if not may_find(pattern, words):  # type: ignore[arg-type]
                passed_by += 1
                assert pattern.search(text) is None, pattern
    assert passed_by > 10_000


_PATTERNS = st.recursive(
    st.sampled_from(
        ["a", "b", "ab", "cab", " ", r"\b", r"\d", r"\w", "[ab]", "[^a]", ".", "-", r"\s+", "(?=a)", "(?!b)"]
    ),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda both: f"(?:{both[0]}|{both[1]})"),
        inner.map(lambda one: f"(?:{one})?"),
        inner.map(lambda one: f"(?:{one}){{1,2}}"),
        inner.map(lambda one: f"({one})+?"),
        inner.map(lambda one: f"(?<!{one})a" if one in {"a", "b", "ab", "[ab]", r"\w"} else one),
    ),
    max_leaves=8,
)


@given(_PATTERNS, st.text(alphabet="abcAB 1-", max_size=12))
@settings(max_examples=200, deadline=None)
def test_what_is_found_has_what_is_needed(source: str, text: str) -> None:
    pattern = regex(source)
    assert pattern.search(text) is None or may_find(pattern, words_of(text))
