"""Of many inputs that were skipped for one reason, how many they are and three of them."""

from __future__ import annotations

import json

import pytest

from factcheck.errors import Skipped, is_incomplete
from factcheck.findings.model import Run
from factcheck.report import render
from factcheck.report.skips import MOST, few


def skips(count: int, reason: str = "empty file") -> list[Skipped]:
    return [Skipped(f"a{number:04}.txt", reason.format(number)) for number in range(count)]


def test_few_are_each_told() -> None:
    assert few(skips(MOST)) == [(item.document, item.reason) for item in skips(MOST)]


def test_of_many_some() -> None:
    told = few([Skipped("0", "no such file"), *skips(MOST + 1), Skipped("b", "binary file")])
    assert told == [
        ("0", "no such file"),
        ("21 inputs", "empty file (such as a0000.txt, a0001.txt, a0002.txt)"),
        ("b", "binary file"),
    ]


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("not valid JSON at column {}", "not valid JSON at column …"),
        ('the id "x{}" stands on line {} already', "the id … stands on line … already"),
        ("{}.5 MB, larger than the limit of 2.0 MB", "… MB, larger than the limit of … MB"),
    ],
)
def test_numbers_and_quoted_words_are_no_other_reason(reason: str, told: str) -> None:
    items = [Skipped(f"a{number:04}", reason.replace("{}", str(number))) for number in range(2000)]
    assert few(items) == [("2,000 inputs", f"{told} (such as a0000, a0001, a0002)")]


def test_reports_for_readers_tell_some_and_the_others_all() -> None:
    run = Run((), (), tuple(skips(3000)))
    for format_ in ("table", "markdown", "html"):
        text = render(run, format_)
        assert "3,000 inputs" in text
        assert "a0003.txt" not in text
    assert len(json.loads(render(run, "json"))["skipped"]) == 3000


def test_what_was_no_article_is_no_failure() -> None:
    harmless = Skipped("a.warc", "3 records that are no pages were passed over", harmless=True)
    run = Run((), (), (harmless,))
    assert not is_incomplete(run.skipped)
    assert is_incomplete([harmless, *skips(1)])
    assert "3 records" in render(run, "table")
    assert "::notice" in render(run, "github")
    assert 'errors="0"' in render(run, "junit")
    (invocation,) = json.loads(render(run, "sarif"))["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is True
    assert invocation["toolExecutionNotifications"][0]["level"] == "note"
