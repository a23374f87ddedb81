"""Workflow commands: nothing in an article ends one or begins another."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from report_samples import HOSTILE, make_document, make_finding, run_of

from factcheck.errors import Skipped
from factcheck.findings.model import Run
from factcheck.report import render
from factcheck.report.github import command
from factcheck.vocabulary import Severity

_COMMAND = re.compile(r"::(\w+) ([^:\n]*)::(.*)")


def commands(run: Run) -> list[tuple[str, dict[str, str], str]]:
    """Each command as the runner takes it apart."""
    *lines, last = render(run, "github").splitlines()
    assert last.startswith("Read: ")
    found = []
    for line in lines:
        match = _COMMAND.fullmatch(line)
        assert match is not None, line
        found.append((match[1], dict(pair.split("=", 1) for pair in match[2].split(",")), match[3]))
    return found


def test_each_finding_is_a_command() -> None:
    run = replace(run_of(), skipped=())
    assert [name for name, _, _ in commands(run)] == ["error", "warning", "notice"]
    _, properties, text = commands(run)[0]
    assert properties == {"file": "a.txt", "line": "1", "col": "2", "endColumn": "5", "title": "rule-0 (93%25 sure)"}
    assert text.split("%0A") == [
        "a.txt says plain words; b.txt does not.", '"plain words b" (b.txt:1:2)', "Check plain words.",
    ]  # fmt: skip


def test_hostile_words_stay_inside() -> None:
    assert [name for name, _, _ in commands(run_of(HOSTILE))] == ["error", "warning", "notice", "error"]


@pytest.mark.parametrize(
    ("text", "message", "title"),
    [
        ("50% more", "50%25 more", "50%25 more"),
        ("a\nb\r\nc", "a%0Ab%0D%0Ac", "a%0Ab%0D%0Ac"),
        ("x::error::y, z", "x::error::y, z", "x%3A%3Aerror%3A%3Ay%2C z"),
        ("%0A::stop-commands::", "%250A::stop-commands::", "%250A%3A%3Astop-commands%3A%3A"),
        ("a\x1b[2Jb\u2028c", "a\\x1b[2Jb\\u2028c", "a\\x1b[2Jb\\u2028c"),
    ],
)
def test_escapes(text: str, message: str, title: str) -> None:
    assert command("error", {"title": text, "file": None}, text) == f"::error title={title}::{message}"


def test_what_was_skipped_is_an_error_at_its_line() -> None:
    run = Run((), (), (Skipped("a/rows.jsonl:7", "not UTF-8"), Skipped("b,c.txt", "empty"), Skipped("-", "closed")))
    assert commands(run) == [
        ("error", {"file": "a/rows.jsonl", "line": "7", "title": "not judged"}, "a/rows.jsonl:7: not UTF-8"),
        ("error", {"file": "b%2Cc.txt", "title": "not judged"}, "b,c.txt: empty"),
        ("error", {"title": "not judged"}, "-: closed"),
    ]


def test_a_place_over_several_lines_has_no_columns() -> None:
    text = "It was on 5\nApril, they said."
    finding = make_finding(0, Severity.ERROR, documents="a")
    place = replace(finding.locations[0], start=10, end=17, line=1, column=11)
    run = Run((make_document("a.txt", text),), (replace(finding, locations=(place,)),))
    ((_, properties, _),) = commands(run)
    assert {key: properties[key] for key in ("line", "endLine")} == {"line": "1", "endLine": "2"}
    assert not properties.keys() & {"col", "endColumn"}


def test_standard_input_has_no_file() -> None:
    finding = make_finding(0, Severity.ERROR, documents="a")
    place = replace(finding.locations[0], document="-")
    ((_, properties, _),) = commands(Run((), (replace(finding, locations=(place,)),)))
    assert "file" not in properties
