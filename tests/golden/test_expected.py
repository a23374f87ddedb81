"""The sample articles: everything that ``expected.yaml`` plants is found, and nothing else that is no information."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path, PurePath
from typing import Any

import pytest
import yaml

from factcheck.config import Settings
from factcheck.findings.model import Finding, Run, Severity
from factcheck.pipeline import audit
from factcheck.ruleset import load_ruleset

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
EXPECTED = yaml.load((SEEDS / "expected.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
PLANTED: list[dict[str, Any]] = EXPECTED["findings"]
SILENT: list[dict[str, Any]] = EXPECTED["silent"]


@cache
def run() -> Run:
    return audit([str(SEEDS)], Settings(), load_ruleset())


def folded(text: str) -> str:
    text = text.translate(str.maketrans({"’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "}))
    return re.sub(r"[\s*_]+", " ", text).strip()


def cites(finding: Finding, statement: dict[str, str]) -> bool:
    quote = folded(statement["quote"])
    for location in finding.locations:
        context = folded(location.context)
        if PurePath(location.document).name == statement["article"] and (quote in context or context in quote):
            return True
    return False


def matches(finding: Finding, item: dict[str, Any]) -> bool:
    if finding.category not in {item["category"], *item.get("alt_category", [])}:
        return False
    sides = [[item[key], *item.get(f"{key}_also", [])] for key in ("a", "b") if key in item]
    return all(any(cites(finding, statement) for statement in side) for side in sides)


@pytest.mark.parametrize("item", PLANTED, ids=[item["id"] for item in PLANTED])
def test_planted(item: dict[str, Any]) -> None:
    found = [finding for finding in run().findings if matches(finding, item)]
    assert found, item["why"]
    assert {finding.severity for finding in found} == {Severity(item["severity"])}


def test_nothing_else() -> None:
    stray = [
        finding.message
        for finding in run().findings
        if finding.severity is not Severity.INFO and not any(matches(finding, item) for item in PLANTED)
    ]
    assert stray == []


@pytest.mark.parametrize("item", SILENT, ids=[item["id"] for item in SILENT])
def test_look_alikes_stay_silent(item: dict[str, Any]) -> None:
    for finding in run().findings:
        planted = any(matches(finding, other) for other in PLANTED)
        if finding.category in item["looks_like"] and not planted and finding.severity is not Severity.INFO:
            assert not all(cites(finding, quote) for quote in item["quotes"]), finding.message
