"""Reference facts against articles: what is told, and what is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.findings.model import Finding
from factcheck.pipeline import audit
from factcheck.ruleset import load_ruleset

ARREST = "{event: arrest, participants: [Ewan Brodie], date: 2025-04-03, place: 'Perth, Scotland', source: Police log}"
TERM = (
    "{event: sentencing, participants: [Ewan Brodie], date: 2025-05-12, source: Judgment, "
    "quantities: [{value: 6, unit: year}, {value: 4500, unit: £}]}"
)
BLAST = (
    "{event: explosion, participants: [Harrow Mill], date: 2025-04-03, source: Coroner, "
    "quantity: {value: 14, unit: person, measured: dead}}"
)


def findings(folder: Path, facts: str, *texts: str, published: str = "2025-05-20") -> list[Finding]:
    """What the rule on facts says of articles; ``facts`` is YAML."""
    (folder / "rules" / "facts").mkdir(parents=True)
    (folder / "rules" / "facts" / "ours.yaml").write_text(facts, encoding="utf-8")
    rows = [{"id": str(number), "text": text, "published": published} for number, text in enumerate(texts)]
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    run = audit([str(folder / "a.jsonl")], Settings(), load_ruleset([folder / "rules"]))
    assert not run.skipped
    return [found for found in run.findings if found.category in ("reference-conflict", "order-violation")]


def quotes(found: list[Finding]) -> list[list[str]]:
    return [[place.quote for place in finding.locations] for finding in found]


@pytest.mark.parametrize(
    ("fact", "text", "quoted"),
    [
        (ARREST, "Ewan Brodie was arrested on 5 April 2025.", "5 April 2025"),
        (ARREST, "The arrest of Ewan Brodie on 5 April 2025 was no surprise.", "5 April 2025"),
        (ARREST, "Ewan Brodie was arrested in May.", "May"),
        (ARREST, "Ewan Brodie was arrested in Stockholm on 3 April 2025.", "Stockholm"),
        (TERM, "Ewan Brodie was sentenced to nine years on 12 May 2025.", "nine years"),
        (TERM, "Ewan Brodie was sentenced to 90 months on 12 May 2025.", "90 months"),
        (TERM, "Ewan Brodie was sentenced to nine years.", "nine years"),  # undated, eight days after
        (TERM, "Brodie was sentenced to nine years. Ewan Brodie, a driver, said nothing.", "nine years"),
    ],
)
def test_a_contradiction(tmp_path: Path, fact: str, text: str, quoted: str) -> None:
    found = findings(tmp_path, f"facts:\n- {fact}\n", text)
    assert quotes(found) == [[quoted]]
    (finding,) = found
    assert (finding.rule, finding.severity.value) == ("reference-fact-contradicted", "error")
    steps = "\n".join(finding.explanation)
    assert "rules/facts/ours.yaml:2: " in steps
    assert "Source of the fact: " in steps
    assert "participants: both name Ewan Brodie" in steps


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        (ARREST, "Ewan Brodie was arrested on 3 April 2025."),
        (ARREST, "Ewan Brodie was arrested in April 2025."),
        (ARREST, "Ewan Brodie was arrested in Scotland on 3 April 2025."),
        (ARREST, "Ewan Brodie was arrested on 5 April 2019."),
        (ARREST, "Iona Brodie was arrested on 5 April 2025."),
        (ARREST, "A man was arrested on 5 April 2025. Ewan Brodie was there."),
        (ARREST, "Ewan Brodie arrested Jack Moss on 5 April 2025."),
        (ARREST, "Ewan Brodie was not arrested on 5 April 2025."),
        (ARREST, "Ewan Brodie was allegedly arrested on 5 April 2025."),
        (ARREST, "Ewan Brodie was charged on 5 April 2025."),
        (ARREST, "Ewan Brodie was arrested in Stirling last year."),
        (ARREST, "Ewan Brodie was arrested around 1.30am, police said."),
        (
            "{event: departure, participants: [Ewan Brodie], date: 2025-05-13, source: Log}",
            "Ewan Brodie arrived in Oslo on 12 May 2025.",
        ),
        (TERM, "Ewan Brodie was sentenced to six years on 12 May 2025."),
        (TERM, "Ewan Brodie was sentenced to 72 months on 12 May 2025."),
        (TERM, "Ewan Brodie was sentenced to six years, with nine years of supervision, on 12 May 2025."),
        (TERM, "Ewan Brodie was sentenced to more than four years on 12 May 2025."),
    ],
)
def test_no_contradiction(tmp_path: Path, fact: str, text: str) -> None:
    assert findings(tmp_path, f"facts:\n- {fact}\n", text) == []


def test_each_article_that_is_wrong_is_told_once_with_every_place(tmp_path: Path) -> None:
    text = "Ewan Brodie was arrested on 5 April 2025.\n\nSo Ewan Brodie was arrested on 5 April, the court heard."
    found = findings(tmp_path, f"facts:\n- {ARREST}\n", text, "Ewan Brodie was arrested in Perth on 5 April.")
    assert sorted(quotes(found)) == [["5 April"], ["5 April 2025", "5 April"]]


def test_aliases_and_countries_take_part(tmp_path: Path) -> None:
    fact = "{event: meeting, participants: [DPRK, ROK], date: 2025-04-25, source: Communique}"
    found = findings(tmp_path, f"facts:\n- {fact}\n", "North Korea met South Korea for talks on 28 April 2025.")
    assert quotes(found) == [["28 April 2025"]]


@pytest.mark.parametrize(("published", "count"), [("2025-04-05", 0), ("2025-06-20", 1)])
def test_an_early_toll_may_be_lower(tmp_path: Path, published: str, count: int) -> None:
    text = "An explosion tore through Harrow Mill on 3 April 2025 and left nine people dead."
    fact = f"facts:\n- {BLAST}\n"
    assert len(findings(tmp_path, fact, text, published=published)) <= count


CHARGE = "{event: charge, participants: [Ewan Brodie], date: 2025-04-10, source: Indictment}"
HEARING = "Ewan Brodie appeared in court on 2 April 2025."


@pytest.mark.parametrize(
    ("order", "text", "quoted"),
    [
        ("", HEARING, []),  # the lexicon does not order these
        ("order: [{before: charge, after: hearing}]", HEARING, [["2 April 2025"]]),
        ("order: [{before: charge, after: hearing}]", "Ewan Brodie appeared in court on 22 April 2025.", []),
        ("order: [{before: charge, after: hearing}]", "Iona Brodie appeared in court on 2 April 2025.", []),
        ("order: [{before: charge, after: hearing, same: [participants, place]}]", HEARING, []),
        ("", "Ewan Brodie was convicted on 2 April 2025.", [["2 April 2025"]]),  # the lexicon orders these
    ],
)
def test_order_against_a_fact(tmp_path: Path, order: str, text: str, quoted: list[list[str]]) -> None:
    assert quotes(findings(tmp_path, f"facts:\n- {CHARGE}\n{order}\n", text)) == quoted


def test_order_within_an_article_needs_no_fact(tmp_path: Path) -> None:
    text = "Ewan Brodie was charged on 10 April 2025.\n\nEwan Brodie appeared in court on 2 April 2025."
    order = "order:\n- {before: charge, after: hearing, source: Rules of court}\n"
    (finding,) = findings(tmp_path, order, text)
    assert finding.rule == "order-cannot-be"
    assert any("ours.yaml:2 says that charge precedes hearing" in line for line in finding.explanation)
    assert any("Rules of court" in line for line in finding.explanation)


def test_two_hearings_leave_a_third_alone(tmp_path: Path) -> None:
    facts = "".join(
        f"- {{event: hearing, participants: [Ewan Brodie], date: {day}, source: Court list}}\n"
        for day in ("2025-04-01", "2025-04-11")
    )
    assert findings(tmp_path, "facts:\n" + facts, "Ewan Brodie appeared in court on 6 April 2025.") == []


def test_facts_change_nothing_else(tmp_path: Path) -> None:
    texts = ("Ewan Brodie was arrested on 5 April 2025.", "Ewan Brodie was arrested on 3 April 2025.")
    path = tmp_path / "a.jsonl"
    rows = [{"id": str(number), "text": text, "published": "2025-05-20"} for number, text in enumerate(texts)]
    found = findings(tmp_path, f"facts:\n- {ARREST}\n", *texts)
    assert quotes(found) == [["5 April 2025"]]
    assert [json.loads(line) for line in path.read_text().splitlines()] == rows
    both = audit([str(path)], Settings(), load_ruleset([tmp_path / "rules"]))
    without = audit([str(path)], Settings(), load_ruleset())
    assert [f for f in both.findings if f.category != "reference-conflict"] == list(without.findings)
    assert both.counts == without.counts
