"""The five real articles that the project was begun for, where they are at hand: what must be found, and nothing false.

The articles are other people's text and are not part of the project; only facts and file names stand here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.findings.model import Finding, Severity
from factcheck.pipeline import audit
from factcheck.ruleset import load_ruleset

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not here")


@cache
def findings() -> tuple[Finding, ...]:
    return audit([str(SEEDS)], Settings(), load_ruleset()).findings


# Severity, category, the first digits of the two file names, words of the two quotes.
WANTED = [
    ("error", "date-conflict", {"000", "004"}, {"April 29, 2019", "April 25, 2019"}),
    ("warning", "date-conflict", {"004"}, {"that day", "Sunday afternoon"}),
    ("warning", "name-variant", {"000", "004"}, {"Wi Sung-rak", "Wi Sung-lac"}),
    (
        "warning",
        "name-variant",
        {"000", "004"},
        {"Hankuk University of Foreign Studies", "Hankook University of Foreign Studies"},
    ),
    ("info", "superseded", {"000", "002", "003"}, {"Vladivostok", "Vostochny Cosmodrom"}),
    ("info", "superseded", {"002", "004"}, {"Vladivostok", "Vostochny Cosmodrom"}),
    ("info", "superseded", {"001", "003"}, {"flow", "delivered"}),
    ("info", "superseded", {"003", "004"}, {"be in", "Sunday afternoon"}),
]


def files(finding: Finding) -> set[str]:
    return {Path(location.document).name[:3] for location in finding.locations}


@pytest.mark.parametrize(("severity", "category", "articles", "quotes"), WANTED)
def test_found(severity: str, category: str, articles: set[str], quotes: set[str]) -> None:
    found = [
        finding
        for finding in findings()
        if finding.category == category
        and finding.severity == Severity(severity)
        and files(finding) == articles
        and quotes <= {location.quote for location in finding.locations}
    ]
    assert len(found) == 1


def test_nothing_else_above_info() -> None:
    assert sum(finding.severity is not Severity.INFO for finding in findings()) == 4


def test_the_journey_supports_the_earlier_date() -> None:
    summit = next(finding for finding in findings() if finding.severity is Severity.ERROR)
    assert any("24 April 2019" in line for line in summit.explanation)
    assert summit.suggestion is not None and "April 25, 2019" in summit.suggestion
