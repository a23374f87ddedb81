"""``--format`` and ``--output``: several reports of one run, each where and as it was asked for."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click import UsageError

from factcheck.cli.main import run
from factcheck.cli.outputs import Output, outputs_of
from factcheck.report.formats import ALL, FORMATS, format_of_file


@pytest.mark.parametrize(
    ("formats", "outputs", "wanted"),
    [
        ([], [], [("table", None)]),
        (["json"], [], [("json", None)]),
        (["json"], ["a.txt"], [("json", "a.txt")]),
        ([], ["a.sarif"], [("sarif", "a.sarif")]),
        ([], ["a.SARIF.json"], [("sarif", "a.SARIF.json")]),
        ([], ["report"], [("table", "report")]),
        ([], ["a.md", "b.xml", "c.jsonl"], [("markdown", "a.md"), ("junit", "b.xml"), ("jsonl", "c.jsonl")]),
        ([], ["csv:a.txt"], [("csv", "a.txt")]),
        ([], ["sarif:-"], [("sarif", None)]),
        (["table"], ["sarif:a.sarif"], [("table", None), ("sarif", "a.sarif")]),
        (["github"], ["sarif:a", "markdown:b"], [("github", None), ("sarif", "a"), ("markdown", "b")]),
        (["table"], ["sarif:a", "b.md"], [("table", None), ("sarif", "a"), ("markdown", "b.md")]),
        (["sarif"], ["a.json"], [("sarif", "a.json")]),
        (["github"], ["a.log"], [("github", "a.log")]),
        (["table"], ["table:a.sarif", "b.md"], [("table", None), ("table", "a.sarif"), ("markdown", "b.md")]),
        ([], ["./json:a"], [("table", "./json:a")]),
        ([], ["C:\\a.json"], [("json", "C:\\a.json")]),
        ([], ["10:30.csv"], [("csv", "10:30.csv")]),
        ([], ["csv:a:b.txt"], [("csv", "a:b.txt")]),
        ([], ["csv:/dev/null", "json:/dev/null"], [("csv", "/dev/null"), ("json", "/dev/null")]),
    ],
)
def test_what_goes_where(formats: list[str], outputs: list[str], wanted: list[tuple[str, str | None]]) -> None:
    assert outputs_of(formats, outputs) == [Output(*one) for one in wanted]


@pytest.mark.parametrize(
    ("formats", "outputs", "said"),
    [
        (["table", "sarif"], ["a.sarif"], "as in --format table --output sarif:FILE"),
        (["json"], ["a", "b.md"], "--output a names no format and there are others; write --output FORMAT:a"),
        (["table"], ["a.sarif"], "or --format table --output sarif:a.sarif for table on standard output and sarif in"),
        ([], ["sarf:a"], "there is no format 'sarf'; did you mean 'sarif'?"),
        ([], ["sarif:"], "--output sarif: names no file"),
        ([], [""], "the path is empty"),
        ([], ["csv:a", "json:./a"], "two reports go to ./a"),
        (["table"], ["json:-"], "two reports go to standard output"),
    ],
)
def test_what_is_left_open_is_refused(formats: list[str], outputs: list[str], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        outputs_of(formats, outputs)
    assert said in caught.value.format_message()


def test_no_ending_means_two_formats() -> None:
    suffixes = [suffix for format_ in ALL for suffix in format_.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert [format_of_file(f"a{suffix}") for suffix in suffixes] == [f.name for f in ALL for _ in f.suffixes]


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("A dragon landed in Porto on Monday.\n", encoding="utf-8")
    return tmp_path


def test_several_reports_of_one_run(articles: Path, word_rules: Path, capfd: pytest.CaptureFixture[str]) -> None:
    files = [f"{name}:out.{name}" for name in FORMATS if name != "table"]
    arguments = ["audit", "a.txt", "--rules", str(word_rules), "--format", "table"]
    assert run([*arguments, *(word for file in files for word in ("--output", file))]) == 1
    out, err = capfd.readouterr()
    assert err == ""
    assert "Warnings (1)" in out
    for file in files:
        name, _, path = file.partition(":")
        text = (articles / path).read_bytes()
        assert run([*arguments[:-1], name]) == 1
        assert capfd.readouterr().out.encode() == text


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    ("options", "paths", "code"),
    [([], ["a.txt"], 1), (["--fail-on", "error"], ["a.txt"], 0), ([], ["a.txt", "absent.txt"], 2)],
)
def test_exit_codes_are_the_same_for_every_format(
    articles: Path, word_rules: Path, format_: str, options: list[str], paths: list[str], code: int
) -> None:
    assert run(["audit", *paths, "--rules", str(word_rules), *options, "--format", format_]) == code


def test_check_reports_in_every_format(articles: Path, word_rules: Path) -> None:
    (articles / "old").mkdir()
    (articles / "old" / "b.txt").write_text("A heron landed in Porto on Monday.\n", encoding="utf-8")
    everywhere = [word for name in FORMATS for word in ("--output", f"{name}:out.{name}")]
    assert run(["check", "a.txt", "--against", "old", "--rules", str(word_rules), *everywhere]) == 1
    for name in FORMATS:
        assert "dragon" in (articles / f"out.{name}").read_text(encoding="utf-8")


def test_two_runs_and_any_number_of_jobs_give_the_same_bytes(articles: Path) -> None:
    (articles / "b.jsonl").write_text(
        '{"id": 1, "text": "The hall in Leith was shut on 31 September 2024."}\n'
        '{"id": 2, "text": "Ewan Brodie was arrested in Perth on 3 April 2025, police said."}\n', encoding="utf-8"
    )  # fmt: skip
    (articles / "c.txt").write_text("Ewan Brodie was arrested in Perth on 5 April 2025, police said.\n", "utf-8")
    for number, more in enumerate(([], [], ["--jobs", "2"])):
        everywhere = [word for name in FORMATS for word in ("--output", f"{name}:out.{name}.{number}")]
        assert run(["audit", "a.txt", "b.jsonl", "c.txt", *everywhere, *more]) == 1
    for name in FORMATS:
        first, *others = [(articles / f"out.{name}.{number}").read_bytes() for number in range(3)]
        assert b"Brodie" in first
        assert others == [first, first]


def test_the_plain_form_still_works(articles: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", "a.txt", "--format", "json", "--output", "report.txt"]) == 0
    assert capfd.readouterr().out == ""
    assert json.loads((articles / "report.txt").read_text(encoding="utf-8"))["schema"] == "factcheck-report/1"
    assert run(["audit", "a.txt", "--output", "report.txt"]) == 0
    assert (articles / "report.txt").read_text(encoding="utf-8").startswith("Read: ")


def test_a_file_that_cannot_be_written(articles: Path, capfd: pytest.CaptureFixture[str]) -> None:
    os.mkdir("folder")  # noqa: PTH102
    assert run(["audit", "a.txt", "--output", "sarif:folder"]) == 2
    assert capfd.readouterr().err.startswith("folder: cannot be written: ")
