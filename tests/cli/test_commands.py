"""What users see: exit codes, messages, files."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

import factcheck.checks
from factcheck import pipeline
from factcheck.assertions.model import Article
from factcheck.cli.main import run
from factcheck.document.model import Document
from factcheck.pipeline import reading, running

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Runs the command line in an empty folder; gives its exit code, output and errors."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(list(arguments))
        out, err = capfd.readouterr()
        return code, out, err

    return call


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Two articles; a dragon in the second."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("A heron landed in Porto on Monday, watched by a crowd.\n", encoding="utf-8")
    (folder / "b.txt").write_text("Crowds saw it.\n\nA dragon landed in Porto on Monday.\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 1),  # the dragon is a warning
        (["--fail-on", "warning"], 1),
        (["--fail-on", "info"], 1),
        (["--fail-on", "error"], 0),
        (["--fail-on", "never"], 0),
        (["--severity", "error"], 1),  # what is not shown still counts
    ],
)
def test_exit_codes(call: Call, articles: Path, word_rules: Path, options: list[str], code: int) -> None:
    assert call("audit", str(articles), "--rules", str(word_rules), *options)[0] == code


@pytest.mark.parametrize("format_", ["table", "json", "markdown"])
def test_every_format_ends_alike(call: Call, articles: Path, word_rules: Path, format_: str) -> None:
    code, out, err = call("audit", str(articles), "--rules", str(word_rules), "--format", format_)
    assert (code, err) == (1, "")
    assert "dragon" in out
    assert out.endswith("\n")


def test_nothing_found(call: Call, articles: Path) -> None:
    code, out, err = call("audit", str(articles / "a.txt"))
    assert (code, err) == (0, "")
    assert out.startswith("Read:       1 article, ")


def test_what_cannot_be_judged_overrides_findings(call: Call, articles: Path, word_rules: Path) -> None:
    (articles / "c.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02\x03" * 50)
    code, out, err = call("audit", str(articles), "--rules", str(word_rules), "--format", "json")
    assert code == 2
    report = json.loads(out)
    assert [finding["rule"] for finding in report["findings"]] == ["dragons-seen"]  # the others are still judged
    (skipped,) = report["skipped"]
    assert skipped["document"].endswith("c.txt")
    assert err == f"{skipped['document']}: {skipped['reason']}\n"


def test_a_fault_in_one_article_or_rule_spares_the_others(
    call: Call, articles: Path, word_rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (word_rules / "dragons-seen.yaml").read_text(encoding="utf-8")
    broken = text.replace("check: word_stands", "check: breaks").replace("name: dragons-seen", "name: breaks")
    (word_rules / "breaks.yaml").write_text(broken, encoding="utf-8")
    checks = Path(factcheck.checks.__path__[-1])
    source = (checks / "word_stands.py").read_text(encoding="utf-8")
    (checks / "breaks.py").write_text(source.replace("for article", "raise KeyError(3)\n    for article"))
    read = pipeline.read_article

    def fail(document: Document, knowledge: pipeline.Knowledge) -> Article:
        if document.name.endswith("a.txt"):
            raise ZeroDivisionError("oh")
        return read(document, knowledge)

    monkeypatch.setattr(reading, "read_article", fail)
    code, out, err = call("audit", str(articles), "--rules", str(word_rules), "--format", "json")
    assert code == 2
    assert [finding["rule"] for finding in json.loads(out)["findings"]] == ["dragons-seen"]
    first, second = err.splitlines()
    assert re.fullmatch(
        r".*a\.txt: not judged because of a fault .*: ZeroDivisionError: oh \(test_commands.py:\d+\)", first
    )
    assert re.fullmatch(r"rule breaks: not judged because of a fault .*: KeyError: 3 \(breaks.py:\d+\)", second)


def test_a_fault_elsewhere_is_no_finding(call: Call, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "stories", None)
    code, out, err = call("audit", str(articles))
    assert (code, out) == (2, "")
    assert err.endswith("this is a fault in factcheck; please report it with the lines above\n")


def test_paths_are_told_as_given(call: Call, articles: Path, word_rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(articles.parent)
    report = json.loads(call("audit", "articles", "--rules", "my-rules", "--format", "json")[1])
    assert [document["document"] for document in report["documents"]] == ["articles/a.txt", "articles/b.txt"]
    (place,) = report["findings"][0]["locations"]
    assert (place["document"], place["line"], place["column"], place["context"]) == (
        "articles/b.txt", 3, 3, "A dragon landed in Porto on Monday.",
    )  # fmt: skip
    assert str(articles.parent) not in json.dumps(report)


def test_order_of_paths_and_number_of_jobs_change_nothing(call: Call, articles: Path, word_rules: Path) -> None:
    options = ("--rules", str(word_rules), "--format", "json")
    paths = [str(articles / name) for name in ("a.txt", "b.txt")]
    first = call("audit", *paths, *options)
    assert call("audit", *reversed(paths), *options) == first
    assert call("audit", *paths, *paths, *options) == first
    assert call("audit", *paths, *options, "--jobs", "2") == first


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["audit"], "Missing argument 'PATH...'"),
        (["audit", "absent.txt"], "absent.txt: no such file or folder"),
        (["audit", "empty"], "empty: no articles in this folder"),
        (["audit", "a.txt", "--severity", "fatal"], "'fatal' is not one of"),
        (["audit", "a.txt", "--jobs", "0"], "0 is not in the range"),
        (["audit", "a.txt", "--frmat", "json"], "No such option"),
        (["audit", "a.txt", "--config", "absent.toml"], "absent.toml: cannot be read: No such file or directory"),
        (["audit", "a.txt", "--rules", "absent"], "absent: rules cannot be read: No such file or directory"),
        (["audit", "a.txt", "--output", "empty"], "empty: cannot be written: Is a directory"),
        (
            ["audit", "a.txt", "--output", "absent/report"],
            "absent/report: cannot be written: No such file or directory",
        ),
        (["audit", ""], '"": an empty path\n'),
        (["audit", "a.txt", "--output", ""], "Invalid value for '--output': the path is empty"),
        (["audit", "a.txt", "--config", ""], "Invalid value for '--config': the path is empty"),
        (["audit", "a.txt", "--rules", ""], "Invalid value for '--rules': the path is empty"),
        (["audit", "\x1b[31m.txt"], "\\x1b[31m.txt: no such file or folder"),
        (["extract", "a.txt"], "Missing option '--stage'"),
        (["extract", "a.txt", "--stage", "events", "--kind", "time"], "--kind goes with --stage expressions"),
        (["extract", "a.txt", "--stage", "assertions", "--format", "timeml"], "--format timeml goes with"),
        (
            ["extract", "a.txt", "a.txt", "b.txt", "--stage", "expressions", "--format", "timeml"],
            "a TimeML file holds one article and there are 2; name a folder",
        ),
        (["adit", "a.txt"], "there is no command 'adit'; did you mean 'audit'?"),
        (["explain", "no-such-dte"], "there is no rule 'no-such-dte'; did you mean 'no-such-date'?"),
        (["rules", "test", "--rule", "no-such-dte"], "there is no rule 'no-such-dte'; did you mean 'no-such-date'?"),
        (["rules", "check", "empty"], "empty: no rules in this folder (.yaml)"),
        (["rules", "test", "empty"], "empty: no rules in this folder (.yaml)"),
        (["rules", "check", "absent"], "absent: rules cannot be read"),
    ],
)
def test_mistakes_are_told_and_exit_with_2(call: Call, arguments: list[str], said: str) -> None:
    Path("a.txt").write_text("A heron landed.\n", encoding="utf-8")
    Path("b.txt").write_text("A heron left.\n", encoding="utf-8")
    Path("empty").mkdir()
    code, _, err = call(*arguments)
    assert code == 2
    assert said in err
    assert "Traceback" not in err
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "b.txt", "empty"]


def test_settings_are_found_and_overridden(call: Call, articles: Path, word_rules: Path) -> None:
    Path("factcheck.toml").write_text(f'rules = ["{word_rules}"]\nfail_on = "error"\n', encoding="utf-8")
    assert call("audit", str(articles))[0] == 0
    assert call("audit", str(articles), "--fail-on", "warning")[0] == 1
    with Path("factcheck.toml").open("a", encoding="utf-8") as file:
        file.write('severities = {dragons-seen = "error"}\n')
    assert call("audit", str(articles))[0] == 1
    with Path("factcheck.toml").open("a", encoding="utf-8") as file:
        file.write('disable = ["dragons-seen"]\n')
    assert call("audit", str(articles))[0] == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('disabel = ["x"]', "factcheck.toml:1:1: unknown key 'disabel'; did you mean 'disable'?"),
        ('disable = ["no-such-dte"]', "factcheck.toml:1:11: there is no rule 'no-such-dte'; did you mean"),
        ('severities = {x-y = "info"}', "factcheck.toml:1:14: there is no rule 'x-y'"),
        ("disable = [", "factcheck.toml:2:1: not valid TOML"),
    ],
)
def test_mistakes_in_settings(call: Call, articles: Path, line: str, said: str) -> None:
    Path("factcheck.toml").write_text(line + "\n", encoding="utf-8")
    code, out, err = call("audit", str(articles))
    assert (code, out) == (2, "")
    assert said in err


def test_a_broken_rule_is_told(call: Call, articles: Path, word_rules: Path) -> None:
    path = word_rules / "dragons-seen.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("severity: warning", "severity: grave"), encoding="utf-8")
    for arguments in (("audit", str(articles), "--rules", str(word_rules)), ("rules", "check", str(word_rules))):
        code, out, err = call(*arguments)
        assert (code, out) == (2, "")
        assert err == f"{path}:6:11: severity: 'grave' is not known; known are error, info, warning\n"


def test_rules_are_tested(call: Call, word_rules: Path) -> None:
    code, out, err = call("rules", "test", str(word_rules))
    assert call("rules", "check", str(word_rules))[1] == (
        "well formed: 1 rule, 0 files of event types, 0 files of aliases, 0 files of facts\n"
    )
    assert (code, out, err) == (0, "3 examples of 1 rule: 3 as they should be, 0 failed\n", "")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("text: A dragon landed", "text: Only a dragon's egg; a drgon landed", None),
        ("A dragon landed in Porto on Monday.\n      published: 2024-03-05\n      quotes: [dragon]",
         "A wyvern landed in Porto.\n      quotes: [Porto]", ":15:7: bad example 1: not found\n"),
        ("      quotes: [dragon]", "      quotes: [Porto]", ":15:7: bad example 1: not found with its quotes; "),
        ("      quotes: [dragon]", "      quotes: [dragon, Porto]", ":15:7: bad example 1: not found with its quotes"),
        ("text: A heron", "text: A dragon", ":19:7: good example 1: should be silent, but: "),
        ("text: A wyvern", "text: A wyvern and a dragon", None),
        ("text: A wyvern landed in Porto on Monday.\n      quotes: [wyvern]",
         "text: A dragon landed in Porto on Monday.\n      quotes: [dragon]",
         ":23:7: known miss example 1: is found now; move it to 'bad'"),
    ],
)  # fmt: skip
def test_failing_examples_are_told(call: Call, word_rules: Path, old: str, new: str, said: str | None) -> None:
    path = word_rules / "dragons-seen.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    code, _, err = call("rules", "test", str(word_rules))
    assert code == (0 if said is None else 1)
    assert err == "" if said is None else f"{path}{said}" in err


def test_explain_and_list(call: Call, word_rules: Path) -> None:
    code, out, _ = call("explain", "dragons-seen", "--rules", str(word_rules))
    assert code == 0
    for words in (
        "dragons-seen",
        "Finds dragons.",
        "Does not find wyverns.",
        "most = 3",
        "style = plain",
        "Any bestiary.",
    ):
        assert words in out
    code, out, _ = call("rules", "list", "--rules", str(word_rules))
    assert code == 0
    assert re.search(r"dragons-seen\s+│ reference-conflict\s+│ warning\s+│ Finds dragons\.", out)


@pytest.mark.parametrize("stage", ["document", "expressions", "assertions", "events"])
def test_extract(call: Call, articles: Path, stage: str) -> None:
    code, out, err = call("extract", str(articles), "--stage", stage, "--format", "jsonl")
    assert (code, err) == (0, "")
    records = [json.loads(line) for line in out.splitlines()]
    wanted = {
        "document": [
            "document", "title", "source", "published", "published_basis", "published_range", "modified", "blocks",
        ],
        "expressions": ["document", "kind", "start", "end", "text"],
        "assertions": [
            "document", "start", "end", "sentence", "event", "trigger", "participants", "time", "place", "quantities",
            "attribution", "modality", "polarity", "attribution_chain",
        ],
        "events": ["event_id", "type", "participants", "interval", "places", "assertions", "evidence"],
    }[stage]  # fmt: skip
    for record in records:
        assert list(record)[: len(wanted)] == wanted
    if stage != "events":
        assert {Path(record["document"]).name for record in records} == {"a.txt", "b.txt"}
    assert call("extract", str(articles), "--stage", stage)[0] == 0


def test_kinds_of_expressions(call: Call, articles: Path) -> None:
    _, out, _ = call("extract", str(articles), "--stage", "expressions", "--kind", "time", "--format", "jsonl")
    assert {json.loads(line)["kind"] for line in out.splitlines()} == {"time"}


def test_times_are_shown_with_interval_anchor_and_explanation(call: Call) -> None:
    article = {"id": "1", "published": "2024-03-08", "text": "It left on Monday, and sank at 9 am KST on 5 March."}
    Path("a.jsonl").write_text(json.dumps(article), encoding="utf-8")
    arguments = ("extract", "a.jsonl", "--stage", "expressions", "--kind", "time")
    _, out, _ = call(*arguments, "--format", "jsonl")
    monday, zoned = (json.loads(line) for line in out.splitlines())
    assert (monday["type"], monday["value"], monday["interval"]) == ("DATE", "2024-03-04", ["2024-03-04", "2024-03-04"])
    assert (monday["anchor"], monday["how"]) == ("published 2024-03-08", ["the latest Monday up to the article"])
    assert zoned["interval"] == ["2024-03-05T09:00:00+09:00", "2024-03-05T10:00:00+09:00"]
    _, out, _ = call(*arguments)
    head, *rows = out.splitlines()[1:]
    assert head.replace("│", " ").split() == ["document", "start", "text", "type", "value", "interval", "anchor", "how"]
    columns = zip(*(row.strip("│").split("│") for row in rows if row.startswith("│")), strict=True)
    shown = ["".join("".join(cells).split()) for cells in columns]
    for words, column in (("Monday9amKST", 2), ("+09:00", 5), ("published", 6), ("thelatestMonday", 7)):
        assert words in shown[column], shown


def test_timeml(call: Call, articles: Path) -> None:
    arguments = ("extract", "--stage", "expressions", "--format", "timeml")
    code, out, err = call(*arguments, str(articles / "a.txt"))
    assert (code, err) == (0, "")
    assert ElementTree.fromstring(out.encode()).findtext("TEXT/TIMEX3") == "Monday"
    code, out, err = call(*arguments, str(articles), "--output", "tagged/")
    assert (code, out, err) == (0, "", "")
    files = sorted(Path("tagged").iterdir())
    assert [file.name.rpartition("articles-")[2] for file in files] == ["a.txt.tml", "b.txt.tml"]
    assert [ElementTree.parse(file).findtext("TEXT/TIMEX3") for file in files] == ["Monday", "Monday"]


def test_output_is_written_whole(call: Call, articles: Path) -> None:
    Path("old.json").write_text("old", encoding="utf-8")
    Path("old.json").chmod(0o640)
    Path("link.json").symlink_to("old.json")
    code, out, err = call("audit", str(articles), "--format", "json", "--output", "link.json")
    assert (code, out, err) == (0, "", "")
    assert json.loads(Path("old.json").read_text(encoding="utf-8"))["schema"] == "factcheck-report/1"
    assert Path("link.json").is_symlink()
    assert Path("old.json").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in Path().iterdir()) == ["link.json", "old.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk(call: Call, articles: Path) -> None:
    code, _, err = call("audit", str(articles), "--output", "/dev/full")
    assert (code, err) == (2, "/dev/full: cannot be written: No space left on device\n")
    with Path("/dev/full").open("wb") as full:
        done = factcheck_process("audit", str(articles), stdout=full)
    assert (done.returncode, done.stderr) == (2, b"cannot write to standard output: No space left on device\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_without_permission(call: Call, articles: Path) -> None:
    Path("closed").mkdir(mode=0o500)
    code, _, err = call("audit", str(articles), "--output", "closed/report")
    assert (code, err) == (2, "closed/report: cannot be written: Permission denied\n")


def factcheck_process(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    """The real thing, in a process of its own."""
    command = [sys.executable, "-c", "from factcheck.cli import main; main()", *arguments]
    return subprocess.run(command, stderr=subprocess.PIPE, timeout=60, check=False, **options)  # type: ignore[call-overload,no-any-return]


def test_a_reader_that_leaves_is_no_error(articles: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = factcheck_process("extract", str(articles), "--stage", "document", stdout=writer)
    os.close(writer)
    assert done.stderr == b""


def test_interruption_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    main = "from factcheck.cli import main; main()"
    command = [sys.executable, "-c", main, "audit", "-", "--output", str(tmp_path / "report")]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=tmp_path / "here", stdin=pipe, stderr=pipe, stdout=pipe)
    time.sleep(1.5)  # it now waits for someone to write into the pipe
    process.send_signal(signal.SIGINT)
    process.wait(timeout=30)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"\ninterrupted\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here"]


@pytest.mark.parametrize(
    ("redirected", "code", "out", "err"),
    [
        ("{article} >&-", 2, "", "cannot write to standard output: it is closed\n"),
        ("{article} 2>&-", 1, "Errors (1)", ""),
        ("absent.txt 2>&-", 2, "Read:       0 articles", ""),
        ("{article} --output o >&-", 1, "", ""),
        ("{article} --jobs 2 <&- 2>&-", 1, "Errors (1)", ""),
        ("{article} >&- 2>&-", 2, "", ""),
        ("- <&-", 2, "Read:       0 articles", "-: standard input is closed\n"),
        ("- 0>written", 2, "Read:       0 articles", "-: standard input cannot be read: Bad file descriptor\n"),
    ],
)
def test_closed_streams(tmp_path: Path, redirected: str, code: int, out: str, err: str) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The fire began on 31 September 2025.\n", encoding="utf-8")
    start = f'"{sys.executable}" -c "from factcheck.cli import main; main()" audit '
    done = subprocess.run(
        ["/bin/sh", "-c", start + redirected.format(article=article)],
        capture_output=True, text=True, timeout=60, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (code, err)
    assert done.stdout.startswith(out) if out else done.stdout == ""
    assert "Traceback" not in done.stdout


def test_named_pipes_are_refused_at_once(call: Call, articles: Path) -> None:
    os.mkfifo("pipe.yaml")
    Path("rules").mkdir()
    os.mkfifo("rules/pipe.yaml")
    for arguments in (["pipe.yaml"], *([str(articles), option] for option in (
        "--config=pipe.yaml", "--rules=pipe.yaml", "--rules=rules"
    ))):  # fmt: skip
        code, _, err = call("audit", *arguments)
        assert code == 2
        assert "pipe.yaml: " in err
        assert "a named pipe, not a file" in err


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs /dev/fd")
def test_open_pipes_are_read_as_settings_and_rules(call: Call, articles: Path, word_rules: Path) -> None:
    rule = (word_rules / "dragons-seen.yaml").read_bytes()
    ends = [os.pipe(), os.pipe()]
    for (_, writer), data in zip(ends, (b'fail_on = "error"\n', rule), strict=True):
        os.write(writer, data)
        os.close(writer)
    config, rules = (f"/dev/fd/{reader}" for reader, _ in ends)
    code, out, err = call("audit", str(articles), "--config", config, "--rules", rules)
    for reader, _ in ends:
        os.close(reader)
    assert (code, err) == (0, "")
    assert "dragons-seen" in out


def test_no_colour_and_no_progress_in_pipes(call: Call, articles: Path, word_rules: Path) -> None:
    _, out, err = call("audit", str(articles), "--rules", str(word_rules))
    assert "\x1b" not in out + err


@pytest.mark.parametrize(
    "command",
    ["", "audit", "extract", "explain", "rules", "rules list", "rules check", "rules test"],
)
def test_every_help_has_examples(call: Call, command: str) -> None:
    code, out, err = call(*command.split(), "--help")
    assert (code, err) == (0, "")
    assert "Examples:\n" in out
    assert f"    factcheck {command}".rstrip() in out
    assert max(map(len, out.splitlines())) <= 100


def test_version(call: Call) -> None:
    assert call("--version") == (0, f"factcheck, version {factcheck.__version__}\n", "")


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys\nfrom factcheck.cli.main import run\nrun(['--help'])\n"
        "heavy = {'pydantic', 'yaml', 'dateparser', 'tabulate', 'htmldate', 'selectolax', 'tomllib', 'json'}\n"
        "sys.exit(', '.join(heavy & sys.modules.keys()) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
