"""What ``extract`` prints."""

from __future__ import annotations

import json

import pytest
from report_samples import HOSTILE, make_document

from factcheck.assertions.model import Article
from factcheck.expressions.model import (
    Expressions,
    Name,
    NameType,
    Place,
    Quantity,
    QuantityKind,
    Timex,
    TimexType,
)
from factcheck.report.layout import Layout, columns
from factcheck.report.listing import jsonl, rule_table, table
from factcheck.report.records import document_record, expression_records, interval_record
from factcheck.ruleset import load_ruleset
from factcheck.temporal.interval import DAY, Granularity, Interval, instant
from factcheck.text.model import Text

TEXT = "On 5 March 2024 some 1,500 people met Ana Reis in Porto."


@pytest.fixture
def article() -> Article:
    def span(words: str) -> tuple[int, int]:
        return TEXT.index(words), TEXT.index(words) + len(words)

    from datetime import date

    start = instant(date(2024, 3, 5))
    interval = Interval(start, start + DAY, Granularity.DAY)
    expressions = Expressions(
        times=(
            Timex(*span("5 March 2024"), "5 March 2024", TimexType.DATE, "2024-03-05", None, interval, None, ("read",)),
        ),
        quantities=(
            Quantity(
                *span("1,500 people"),
                "1,500 people",
                QuantityKind.COUNT,
                1500.0,
                1450.0,
                float("inf"),
                "person",
                "person",
            ),
        ),
        places=(Place(*span("Porto"), "Porto", "Porto", "city", ("Norte", "Portugal"), "PT", 41.15, -8.61),),
        names=(Name(*span("Ana Reis"), "Ana Reis", NameType.PERSON, "Ana Reis", None),),
    )
    return Article(make_document("a.txt", TEXT), Text((), ()), expressions)


def test_expressions_have_the_published_fields(article: Article) -> None:
    records = [json.loads(line) for line in jsonl(expression_records(article)).splitlines()]
    assert [record["kind"] for record in records] == ["time", "quantity", "name", "place"]  # in text order
    common = ["document", "kind", "start", "end", "text"]
    assert [list(record) for record in records] == [
        [*common, "type", "value", "mod", "interval", "anchor", "how"],
        [*common, "value", "low", "high", "unit", "measured"],
        [*common, "type", "canonical", "role"],
        [*common, "name", "place_kind", "within", "country", "latitude", "longitude"],
    ]
    time, quantity, _, place = records
    assert (time["value"], time["interval"]) == ("2024-03-05", ["2024-03-05", "2024-03-05"])
    assert (quantity["value"], quantity["low"], quantity["high"]) == (1500, 1450, None)
    assert place["within"] == ["Norte", "Portugal"]
    assert all(TEXT[record["start"] : record["end"]] == record["text"] for record in records)


def test_kinds_can_be_chosen(article: Article) -> None:
    assert [record["kind"] for record in expression_records(article, ("place", "time"))] == ["time", "place"]


@pytest.mark.parametrize("width", [80, 100, 160])
def test_a_table_fits(article: Article, width: int) -> None:
    text = table(expression_records(article), "expressions", Layout(width=width))
    assert max(columns(line) for line in text.splitlines()) <= width
    for words in ("1,500 people", "1500 person of person", "Porto city", "DATE 2024-03-05"):
        assert words in text


def test_hostile_titles_are_shown_not_obeyed() -> None:
    from dataclasses import replace

    record = document_record(replace(make_document("a.txt", "x"), title=HOSTILE))
    text = table([record], "document", Layout(width=100))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert max(columns(line) for line in text.splitlines()) <= 100
    assert json.loads(jsonl([record]))["title"] == HOSTILE


def test_nothing_found() -> None:
    assert table([], "events", Layout()) == "nothing found\n"
    assert jsonl([]) == ""


@pytest.mark.parametrize(
    ("interval", "shown"),
    [
        (None, None),
        (Interval(0, DAY, Granularity.DAY), ["0001-01-01", "0001-01-01"]),
        (Interval(0, 31 * DAY, Granularity.MONTH), ["0001-01-01", "0001-01-31"]),
        (Interval(None, DAY, Granularity.DAY), [None, "0001-01-01"]),
        (Interval(0, None, Granularity.YEAR), ["0001-01-01", None]),
        (Interval(3600, 7200, Granularity.HOUR), ["0001-01-01T01:00:00", "0001-01-01T02:00:00"]),
        (Interval(0, 3_652_059 * DAY, Granularity.CENTURY), ["0001-01-01", "9999-12-31"]),
        (Interval(0, 9_999_999 * DAY, Granularity.CENTURY), ["0001-01-01", None]),
    ],
)
def test_intervals(interval: Interval | None, shown: list[str | None] | None) -> None:
    assert interval_record(interval) == shown


@pytest.mark.parametrize("width", [40, 60, 80, 99, 160])
def test_a_table_of_rules_fits(width: int) -> None:
    rules = load_ruleset().rules
    text = rule_table(rules, [rules[0].name], Layout(width=width))
    assert {columns(line) for line in text.splitlines()} == {width}
    assert all(rule.name in text and rule.category.value in text for rule in rules)
    assert text.count("disabled") == 1
