"""Files of facts: what is read, and where mistakes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import UserError
from factcheck.pipeline import load_knowledge
from factcheck.ruleset import load_ruleset
from factcheck.ruleset.dates import read_date
from factcheck.ruleset.facts import load_reference
from factcheck.temporal.compare import to_iso

KNOWLEDGE = load_knowledge(load_ruleset().event_files, load_ruleset().alias_files)

FACTS = """\
# what we know
facts:
  - event: arrest
    participants: [Ewan Brodie, {name: UN, type: organisation}]
    date: 2025-04-03
    place: Perth, Scotland
    quantity: {value: 14, unit: kg, measured: drugs, tolerance: 0.5}
    source: Police log
order:
  - {before: charge, after: hearing, source: Rules of court}
"""


def test_a_file_of_facts(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(FACTS, encoding="utf-8")
    reference = load_reference([path], KNOWLEDGE.lexicon, KNOWLEDGE.aliases)
    (fact,) = reference.facts
    assert fact.where == f"{path}:3"
    assert [(who.name, who.kind) for who in fact.participants] == [
        ("Ewan Brodie", None), ("United Nations", "organisation"),
    ]  # fmt: skip
    assert fact.place is not None
    assert fact.place.within == ("Scotland", "United Kingdom")
    (figure,) = fact.figures
    assert (figure.low, figure.high, figure.unit, figure.measured) == (13.5, 14.5, "kilogram", "drug")
    order = reference.order("charge", "hearing")
    assert order is not None
    assert (order.where, order.same, order.source) == (f"{path}:10", ("participants",), "Rules of court")


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "facts: []\norder: []\n"])
def test_a_file_may_hold_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(text, encoding="utf-8")
    assert load_reference([path], KNOWLEDGE.lexicon, KNOWLEDGE.aliases).facts == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("facts:", "fact:", ":2:1: unknown key 'fact'; did you mean 'facts'?"),
        ("event: arrest", "event: arest", ":3:12: there is no event type 'arest'; did you mean 'arrest'?"),
        ("event: arrest", "event: report", ":3:12: 'report' is an act of speech"),
        ("date: 2025-04-03", "date: 3 April", ":5:11: date: must be a date such as 2024-03-08"),
        ("date: 2025-04-03", "date: 2025-02-30", ":5:11: date: must be a date such as"),
        ("    date: 2025-04-03\n", "", ":3:5: missing key 'date'"),
        ("    source: Police log\n", "", ":3:5: missing key 'source'"),
        ("[Ewan Brodie, {name: UN, type: organisation}]", "[]", ":4:19: participants: must not be empty"),
        ("{name: UN, type: organisation}", "{nam: UN}", ":4:34: unknown key 'nam'; did you mean 'name'?"),
        ("type: organisation", "type: body", ":4:50: type: 'body' is not known"),
        ("value: 14", "value: many", ":7:23: value: must be a number, not 'many'"),
        ("tolerance: 0.5", "tolerance: -1", ":7:65: tolerance: "),
        ("before: charge", "before: charges", ":10:14: there is no event type 'charges'; did you mean 'charge'?"),
        ("after: hearing", "after: charge", ":10:5: 'charge' cannot come before itself"),
        ("after: hearing", "after: hearing, same: [place]", ":10:5: same: 'participants' is missing"),
        ("after: hearing", "after: hearing, same: [day]", ":10:45: same: 'day' is not known"),
    ],
)
def test_mistakes_have_places(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in FACTS
    path = tmp_path / "facts.yaml"
    path.write_text(FACTS.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_reference([path], KNOWLEDGE.lexicon, KNOWLEDGE.aliases)
    assert f"{path}{said}" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("2024", ("2024-01-01", "2025-01-01")),
        ("2024-12", ("2024-12-01", "2025-01-01")),
        ("2024-02-29", ("2024-02-29", "2024-03-01")),
        ("2024-03-08/2024-03-10", ("2024-03-08", "2024-03-11")),
        ("2024-03-08T14:30", ("2024-03-08T14:30:00", "2024-03-08T14:31:00")),
        ("2024-03-08T14:30+01:00", ("2024-03-08T14:30:00+01:00", "2024-03-08T14:31:00+01:00")),
    ],
)
def test_dates_are_as_fine_as_they_are_written(text: str, interval: tuple[str, str]) -> None:
    assert to_iso(read_date(text)) == interval


@pytest.mark.parametrize("text", ["", "2024-13", "2024-3-8", "yesterday", "2024-03-10/2024-03-08", "0000", "20240308"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="must be a date such as"):
        read_date(text)
