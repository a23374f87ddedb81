"""JUnit, CSV and JSON lines: parsed back, they say what the run says."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import HOSTILE, make_finding, run_of

from factcheck.findings.model import Run
from factcheck.report import render
from factcheck.report.csv import HEADER, harmless
from factcheck.report.layout import Layout
from factcheck.report.markdown import MOST
from factcheck.vocabulary import Severity


def suites(run: Run, **layout: object) -> ElementTree.Element:
    return ElementTree.fromstring(render(run, "junit", Layout(**layout)).encode())  # type: ignore[arg-type]


def test_junit_has_a_suite_an_article_and_a_case_a_finding() -> None:
    root = suites(run_of())
    assert [suite.get("name") for suite in root] == ["a.txt", "b.txt", "c.txt", "not judged"]
    cases = root.findall("testsuite[@name='a.txt']/testcase")
    assert [case.get("name") for case in cases] == [f"rule-{number} {number:016x}" for number in range(3)]
    assert [[child.tag for child in case] for case in cases] == [["failure"], ["failure"], ["system-out"]]
    failure = cases[0].find("failure")
    assert failure is not None
    assert failure.get("message") == "a.txt says plain words; b.txt does not."
    assert 'b.txt:1:2: "plain words b" in: In full: plain words.' in (failure.text or "").splitlines()
    assert root.find("testsuite[@name='c.txt']/testcase").get("name") == "no finding"  # type: ignore[union-attr]
    assert root.find("testsuite[@name='not judged']/testcase/error").get("message") == "is plain words"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("failing", "failures"), [(Severity.ERROR, 1), (Severity.WARNING, 2), (Severity.INFO, 3), (None, 0)]
)
def test_junit_fails_what_the_exit_code_fails(failing: Severity | None, failures: int) -> None:
    root = suites(run_of(), failing=failing)
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("6", str(failures), "1")
    assert len(root.findall(".//failure")) == failures
    for suite in root:
        assert int(suite.get("tests") or 0) == len(suite.findall("testcase"))
        assert int(suite.get("failures") or 0) == len(suite.findall("testcase/failure"))


def test_junit_of_a_check_counts_new_articles_only() -> None:
    root = suites(replace(run_of(), new=frozenset({"b.txt"}), skipped=()))
    assert [suite.get("name") for suite in root] == ["b.txt"]


def test_junit_holds_hostile_words() -> None:
    text = render(run_of(HOSTILE + "\x00\x08\ufffe\uffff]]>"), "junit")
    assert not re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff]", text)
    root = ElementTree.fromstring(text.encode())
    assert "<script>alert(1)</script>" in (root.find(".//failure").text or "")  # type: ignore[union-attr]
    assert root.findall(".//script") == []


def rows(run: Run) -> list[list[str]]:
    text = render(run, "csv")
    assert text.count("\n") == text.count("\r\n")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_csv_has_a_row_a_finding() -> None:
    head, first, *rest = rows(run_of())
    assert tuple(head) == HEADER
    assert len(rest) == 2
    said = dict(zip(head, first, strict=True))
    assert (said["severity"], said["rule"], said["confidence"]) == ("error", "rule-0", "0.93")
    assert (said["document"], said["line"], said["column"], said["quote"]) == ("a.txt", "1", "2", "plain words a")
    assert (said["other_document"], said["other_quote"]) == ("b.txt", "plain words b")


def test_csv_of_one_place_and_of_three() -> None:
    findings = (make_finding(0, Severity.ERROR, documents="a"), make_finding(1, Severity.INFO, documents="abc"))
    head, one, three = rows(Run((), findings))
    assert dict(zip(head, one, strict=True))["other_document"] == ""
    assert dict(zip(head, three, strict=True))["further_places"] == "c.txt:2:2 plain words c"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("plain = words", "plain = words"),
        ('=HYPERLINK("http://x.test")', '\'=HYPERLINK("http://x.test")'),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("\t=1", "\\x09=1"),
        ("|cmd", "'|cmd"),
        ("", ""),
    ],
)
def test_csv_holds_no_formula(text: str, cell: str) -> None:
    assert harmless(text) == cell


WORDS = st.text(alphabet=st.sampled_from("=+-@\t\r\n\",;'a\x00\x1b\u2028\ud800<&]>{}[](%:"), max_size=12)


@settings(max_examples=40, deadline=None)
@given(WORDS)
def test_any_words_parse_back(words: str) -> None:
    run = run_of(words)
    assert len(rows(run)) == 4
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows(run) for cell in row)
    assert len(suites(run).findall(".//testcase")) == 6
    assert len(render(run, "jsonl").split("\n")) == 4
    assert len(render(run, "github").split("\n")) == 6
    json.loads(render(run, "sarif"))


def test_json_lines_are_the_findings_of_the_json_report() -> None:
    run = run_of(HOSTILE)
    lines = [json.loads(line) for line in render(run, "jsonl").splitlines()]
    assert lines == json.loads(render(run, "json"))["findings"]
    assert render(Run((), ()), "jsonl") == ""


def test_markdown_fits_a_comment_and_says_what_it_left_out() -> None:
    findings = tuple(make_finding(number, Severity.WARNING, "[x] " * 60) for number in range(200))
    text = render(Run((), findings), "markdown")
    assert MOST * 0.9 < len(text) <= MOST
    shown = text.count("### rule")
    assert f"{200 - shown} findings left out, since a comment holds 65,536 characters" in text
    assert text.rstrip().splitlines()[-1].startswith("- Found: ".replace(":", "\\:"))
    assert text.count("<details>") == text.count("</details>") == shown


def test_markdown_of_many_skipped_inputs_fits_too() -> None:
    run = run_of("| " * 3000)
    text = render(replace(run, skipped=run.skipped * 500), "markdown")
    assert len(text) <= MOST
    assert "460 more" in text
    assert "3 findings left out" in text


def test_markdown_of_few_findings_has_no_note() -> None:
    assert "left out" not in render(run_of(), "markdown")
