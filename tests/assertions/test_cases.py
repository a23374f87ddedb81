"""Sentences and their claims, from ``cases.yaml``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.assertions.model import Article, Assertion
from factcheck.document.model import Basis, Block, BlockKind, Document, Publication, SourceMap
from factcheck.pipeline import Knowledge, load_knowledge, read_article
from factcheck.ruleset import load_ruleset

CASES = yaml.load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
PUBLISHED = date(2024, 3, 5)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    ruleset = load_ruleset()
    return load_knowledge(ruleset.event_files, ruleset.alias_files)


def article(text: str, knowledge: Knowledge) -> Article:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    published = Publication(Basis.STATED, PUBLISHED, PUBLISHED)
    document = Document("a.txt", text, text, blocks, SourceMap((0,), (0,), (0,)), published)
    return read_article(document, knowledge)


def seen(assertion: Assertion) -> dict[str, Any]:
    """What a case may name of an assertion, in the words of the case file."""
    return {
        "event": assertion.event,
        "time": assertion.time.value if assertion.time is not None else "null",
        "secure": str(assertion.time_secure).lower(),
        "place": assertion.place.name if assertion.place is not None else "null",
        "destination": assertion.destination.name if assertion.destination is not None else "null",
        "theme": assertion.theme or "null",
        "modality": assertion.modality.value,
        "polarity": assertion.polarity.value,
        "agent": [p.key for p in assertion.participants if p.role == "agent"],
        "patient": [p.key for p in assertion.participants if p.role == "patient"],
    }


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_claims(case: dict[str, Any], knowledge: Knowledge) -> None:
    found = [seen(assertion) for assertion in article(case["text"], knowledge).assertions]
    for claim in case.get("claims", ()):
        assert any(claim.items() <= {key: one[key] for key in claim}.items() for one in found), (claim, found)
    assert not {one["event"] for one in found} & set(case.get("without", ()))
