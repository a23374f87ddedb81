"""What a finding says of the other articles: who gives the value that would make it true, and who the one in doubt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.findings.model import Finding
from factcheck.pipeline import audit
from factcheck.ruleset import load_ruleset

POSTS = (
    "Brennock Mills will cut 1,200 posts at its plants in Oberau, Lindach and Varnau, the company said on Monday. "
    "Oberau will lose 540 posts, Lindach 380 posts and Varnau 210 posts."
)
FERRY = "The Oberau ferry sank on Monday, 4 March 2025, off Lindach with the harbour master Vesna Kralj aboard."
AGE = "Vesna Kralj, born on 3 May 1970, is 52 years old and mayor of Oberau in Lindach county."
ACRES = (
    "The Wapenfeld fire near Oberau has burned 80,000 acres (52,000 hectares) of pine forest in Lindach county, the "
    "forest service said."
)
STRIKE = (
    "The strike at the Lindach shipyard in Oberau began on 3 March 2025 and ended on 10 March 2025 after 17 days, said "
    "Vesna Kralj."
)


def findings(tmp_path: Path, *texts: str) -> tuple[Finding, ...]:
    for number, text in enumerate(texts):
        line = {"id": "a", "text": text, "published": f"2025-03-2{number}"}
        (tmp_path / f"{'abcd'[number]}.jsonl").write_text(json.dumps(line))
    return audit([str(tmp_path)], Settings(), load_ruleset()).findings


@pytest.mark.parametrize(
    ("category", "texts", "said"),
    [
        # The total that another article gives is the true sum.
        (
            "sum-mismatch",
            (POSTS, "Brennock Mills will cut 1,130 posts at its plants in Oberau, Lindach and Varnau, it told unions."),
            'b.jsonl#a gives "1,130 posts" for "1,200 posts", which would fit.',
        ),
        # The date stands, so the weekday is wrong; or the weekday stands.
        (
            "weekday-mismatch",
            (FERRY, "The Oberau ferry sank on 4 March 2025 off Lindach, harbour master Vesna Kralj said."),
            'b.jsonl#a also gives "4 March 2025".',
        ),
        (
            "weekday-mismatch",
            (FERRY, "The Oberau ferry sank on 3 March 2025 off Lindach, harbour master Vesna Kralj said."),
            'b.jsonl#a gives "3 March 2025" for "Monday, 4 March 2025", which would fit.',
        ),
        (
            "age-mismatch",
            (AGE, "Vesna Kralj, 54, the mayor of Oberau in Lindach county, opened the bridge."),
            'b.jsonl#a gives "54" for "52", which would fit.',
        ),
        (
            "unit-mismatch",
            (
                ACRES,
                "The Wapenfeld fire near Oberau has burned 80,000 acres of pine forest in Lindach county, it said.",
            ),
            'b.jsonl#a also gives "80,000 acres".',
        ),
        (
            "duration-mismatch",
            (STRIKE, "The strike at the Lindach shipyard in Oberau lasted 7 days, said Vesna Kralj of the union."),
            'b.jsonl#a gives "7 days" for "17 days", which would fit.',
        ),
        # Of two places, the one that a third article gives.
        (
            "place-conflict",
            (
                "President Vesna Kralj met Lou Tanner in Prague on 4 March 2025.",
                "President Vesna Kralj met Lou Tanner in Vienna on 4 March 2025.",
                "President Vesna Kralj met Lou Tanner in Vienna on 4 March 2025, officials said.",
            ),
            'c.jsonl#a also gives "Vienna".',
        ),
    ],
)
def test_another_article_speaks_for_a_value(category: str, texts: tuple[str, ...], said: str, tmp_path: Path) -> None:
    found = [finding for finding in findings(tmp_path, *texts) if finding.category == category]
    assert [said in (finding.suggestion or "") for finding in found] == [True]
    assert said in found[0].explanation


@pytest.mark.parametrize(
    ("category", "texts"),
    [
        # Another firm, another bearer of the surname, another fire; an article with two values; a later count.
        ("sum-mismatch", (POSTS, "Hallam Steel will cut 1,130 posts at its plants in Norbury and Eastwell, it said.")),
        ("age-mismatch", (AGE, "Anna Kralj, 54, a farmer from Oberau in Lindach county, opened the bridge.")),
        (
            "unit-mismatch",
            (ACRES, "The Tarnbeck fire near Norbury has burned 80,000 acres of heath in Eastwell county, it said."),
        ),
        (
            "sum-mismatch",
            (
                POSTS,
                "Brennock Mills will cut 1,150 posts at its plants in Oberau, Lindach and Varnau, it told unions.",
            ),
        ),
        # The same text again is no second witness.
        ("age-mismatch", (AGE, AGE)),
    ],
)
def test_what_may_be_of_something_else_is_no_support(category: str, texts: tuple[str, ...], tmp_path: Path) -> None:
    found = [finding for finding in findings(tmp_path, *texts) if finding.category == category]
    assert found
    assert all(" gives " not in (finding.suggestion or "") for finding in found)


def test_support_changes_only_what_a_finding_says(tmp_path: Path) -> None:
    (tmp_path / "alone").mkdir()
    (tmp_path / "both").mkdir()
    (alone,) = findings(tmp_path / "alone", AGE)
    other = "Vesna Kralj, 54, the mayor of Oberau in Lindach county, opened the bridge."
    together = next(one for one in findings(tmp_path / "both", AGE, other) if one.rule == alone.rule)
    assert (together.fingerprint, together.severity, together.message) == (
        alone.fingerprint,
        alone.severity,
        alone.message,
    )
    assert len(together.locations) == len(alone.locations)
    assert (together.suggestion or "").startswith(alone.suggestion or "-")
