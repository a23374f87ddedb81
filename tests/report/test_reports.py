"""What every format makes of findings, and of hostile words in them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from report_samples import HOSTILE, run_of

from factcheck.findings.model import Run
from factcheck.report import FORMATS, render
from factcheck.report.layout import Layout, columns, wrap
from factcheck.report.safe import for_markdown, for_terminal
from factcheck.schemas import read_schema


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_run_gives_the_same_text(format_: str) -> None:
    assert render(run_of(HOSTILE), format_) == render(run_of(HOSTILE), format_)


@pytest.mark.parametrize("format_", FORMATS)
def test_no_control_character_reaches_the_reader(format_: str) -> None:
    text = render(run_of(HOSTILE), format_)
    if format_ == "csv":  # RFC 4180 ends lines so
        text = text.replace("\r\n", "\n")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    text.encode("utf-8")


@pytest.mark.parametrize("width", [20, 40, 79, 80, 100, 123, 160, 400])
@pytest.mark.parametrize("words", ["plain words", HOSTILE, "x" * 300, "", "日本語の記事" * 20])
def test_a_table_fits_its_width(width: int, words: str) -> None:
    text = render(run_of(words), "table", Layout(width=width, steps=True))
    widest = max(columns(line) for line in text.splitlines())
    assert widest <= min(max(width, 40), 160)
    borders = [line for line in text.splitlines() if line.startswith(("│", "├", "┌", "└"))]
    assert len({columns(line) for line in borders}) == 1


def test_a_table_tells_both_values_and_both_places() -> None:
    text = render(run_of(), "table", Layout(width=120))
    for words in (
        "Errors (1)", "Warnings (1)", "For information (1)", "rule-0 (93% sure)", "a.txt says plain words; b.txt does",
        '"plain words a"', '"plain words b"', "a.txt:1:2 of 2024-03-08", "b.txt:1:2 ", "→ Check plain words.",
        "Read:       3 articles, 1,200 assertions, 1 event", "Found:      1 error, 1 warning, 1 info",
        "Not judged: 4 times not resolved", "Skipped:    plain words.pdf: is plain words",
    ):  # fmt: skip
        assert words in text
    assert "Then that." not in text
    assert "- Then that." in render(run_of(), "table", Layout(steps=True))


def test_colour_and_boxes_only_where_allowed() -> None:
    plain = render(run_of(), "table", Layout())
    assert "\x1b" not in plain
    coloured = render(run_of(), "table", Layout(colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert "\x1b[1;31mErrors" in coloured
    assert render(run_of(), "table", Layout(boxes=False)).isascii()


def test_a_narrow_table_has_one_column() -> None:
    lines = render(run_of(), "table", Layout(width=60)).splitlines()
    assert lines[2] == f"│ {'Finding and what the articles say':<56} │"
    assert any(line.startswith('│ "plain words a"') for line in lines)
    assert all(line.count("│") in (0, 2) for line in lines)


def test_places_are_links_where_allowed() -> None:
    linked = render(run_of(), "table", Layout(links=True))
    address = (Path.cwd() / "a.txt").as_uri()
    assert f"  \x1b]8;;{address}\x1b\\a.txt:1:2 of 2024-03-08\x1b]8;;\x1b\\ " in linked
    assert re.sub(r"\x1b\]8;;[^\x1b]*\x1b\\", "", linked) == render(run_of(), "table", Layout())


def test_nothing_found() -> None:
    empty = Run((), (), (), {"articles": 2, "assertions": 0, "events": 0})
    assert render(empty, "table") == (
        "Read:       2 articles, 0 assertions, 0 events\nFound:      0 errors, 0 warnings, 0 infos\n"
    )
    hidden = render(empty, "table", Layout(hidden=2))
    assert "(2 below the severity shown)" in hidden


def test_json_has_the_published_shape() -> None:
    report = json.loads(render(run_of(HOSTILE), "json"))
    schema = json.loads(read_schema("report"))
    assert list(Draft202012Validator(schema).iter_errors(report)) == []
    assert [document["published"] for document in report["documents"]] == ["2024-03-08T16:53:00+00:00", None, None]
    assert [document["published_range"] for document in report["documents"]] == [
        ["2024-03-08", "2024-03-08"], ["2024-03-05", "2024-03-08"], None,
    ]  # fmt: skip
    assert report["findings"][0]["locations"][0]["quote"] == f"{HOSTILE} a"


def test_the_schema_can_fail() -> None:
    schema = json.loads(read_schema("report"))
    report = json.loads(render(run_of(), "json"))
    report["findings"][0]["severity"] = "fatal"
    report["findings"][0]["locations"][0]["line"] = 0
    del report["findings"][1]["message"]
    report["schema"] = "factcheck-report/2"
    assert len(list(Draft202012Validator(schema).iter_errors(report))) == 4


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("a|b", r"a\|b"),
        ("`x`", r"\`x\`"),
        ("<script>", "&lt;script&gt;"),
        ("&lt;", "&amp;lt;"),
        ("@editor", "@<!-- -->editor"),
        ("a@b.test", "a@<!-- -->b.test"),
        ("#42", r"\#<!-- -->42"),
        ("# head", r"\# head"),
        ("GH-42", r"G<!-- -->H\-42"),
        ("1. one", r"1\. one"),
        ("[x](y)", r"\[x\]\(y\)"),
        ("http://x.test", r"http\:/<!-- -->/x.test"),
        ("www.x.test", "www.<!-- -->x.test"),
        ("a\n\n# b", r"a \# b"),
        ("\\", "\\\\"),
        ("- x", r"\- x"),
        ("\x1b[0m", r"\\x1b\[0m"),
    ],
)
def test_markdown_shows_words_as_they_stand(text: str, shown: str) -> None:
    assert for_markdown(text) == shown


def test_markdown_has_no_live_markup() -> None:
    text = render(run_of(HOSTILE), "markdown")
    for live in ("<script", "</td>", "@editor", "(http://", "`code`", "**bold**", " www.example", "~~gone"):
        assert live not in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows} == {4}


def test_terminal_text_keeps_what_is_harmless() -> None:
    assert for_terminal("naïve – “quoted” 日本 👩‍🚀") == "naïve – “quoted” 日本 👩‍🚀"
    assert for_terminal("a\x1b[1mb\x07\u202ec\u200f\U000e0041") == "a\\x1b[1mb\\x07\\u202ec\\u200f\\U000e0041"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("abcdefghij kl", 4, ["abcd", "efgh", "ij", "kl"]),
        ("/work/news/a.txt:12:3", 12, ["/work/news/", "a.txt:12:3"]),
        ("日本語の記事", 5, ["日本", "語の", "記事"]),
        ("", 5, [""]),
        ("a  b\n c", 80, ["a b c"]),
        ("e\u0301te\u0301 x", 3, ["e\u0301te\u0301", "x"]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines
