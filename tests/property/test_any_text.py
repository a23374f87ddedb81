"""Whatever an article says, the house reads it: nothing raises, and offsets stay within the text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.config import Settings
from factcheck.document.model import Document
from factcheck.document.reading import read
from factcheck.document.sources import Source
from factcheck.errors import Skipped
from factcheck.pipeline import judge, link_articles, load_knowledge, read_article, run_rule
from factcheck.ruleset import load_ruleset

RULESET = load_ruleset()
KNOWLEDGE = load_knowledge(RULESET.event_files, RULESET.alias_files)

# Pieces of news, so that random texts reach the grammars and not only their edges.
PIECES = (
    'On Monday|, |. |\n\n|\n|April 31, 2019|Sept. 3-5|last week|the 70th anniversary of|in 1953|that day|"|“|(|) - |'
    "2087|Mayor Ana Reis|Reis|she|the mayor|Lisbon|Portugal|met|arrested|will meet|was killed|41 people|"
    "some 1,500 tons|290 kilometers (180 miles)|5 percent|$3 million|said|according to|May May May|1/2|"
    "Posted on : 2023-01-02 08:15 KST|LISBON, March 3 (Agency) -|# |* |<p>|</p>|---|99999999999999999999|00:00|24:00|"
    "February 29|year 0|' |’s |\u202e|é"
).split("|")
ARTICLES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), min_size=15, max_size=60).map(" ".join)


def documents(text: str, suffix: str) -> list[Document]:
    data = text.encode("utf-8", "surrogatepass")
    return [item for item in read(Source(f"any{suffix}", data)) if not isinstance(item, Skipped)]


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=ARTICLES)
def test_nothing_raises(suffix: str, text: str) -> None:
    for document in documents(text, suffix):
        article = read_article(document, KNOWLEDGE)
        length = len(document.text)
        found = article.expressions
        for span in (*found.times, *found.quantities, *found.places, *found.names):
            assert 0 <= span.start < span.end <= length
        corpus = link_articles([article], KNOWLEDGE)
        for rule in RULESET.rules:
            for finding in run_rule(rule, corpus, Settings()):
                assert all(place.line >= 1 and place.column >= 1 for place in finding.locations)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(first=ARTICLES, second=ARTICLES)
def test_the_order_of_articles_changes_nothing(first: str, second: str) -> None:
    articles = [
        read_article(document, KNOWLEDGE)
        for name, text in (("a", first), ("b", second))
        for document in read(Source(f"{name}.txt", text.encode("utf-8", "surrogatepass")))
        if not isinstance(document, Skipped)
    ]
    runs = [judge(link_articles(order, KNOWLEDGE), Settings(), RULESET) for order in (articles, articles[::-1])]
    assert runs[0].findings == runs[1].findings
    assert not runs[0].skipped
