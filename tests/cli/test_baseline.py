"""``factcheck baseline`` and ``--baseline``: what is known is neither told nor counted, what is new is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from factcheck.cli.main import run

ARREST = "Ewan Brodie was arrested in Perth on 3 April 2025, police said."
OTHER = "Ewan Brodie was arrested in Perth on 5 April 2025, police said."
SLIP = "The hall in Leith was shut on 31 September 2024."
NEW = "The bridge in Wick was closed on 30 February 2025."
FILE = "factcheck-baseline.json"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, whose articles have two findings."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "archive").mkdir()
    for name, text in (("a.txt", ARREST), ("b.txt", OTHER), ("c.txt", SLIP)):
        write(tmp_path / "archive" / name, text)
    return tmp_path


def write(path: Path, *paragraphs: str) -> None:
    path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


def entries(folder: Path, name: str = FILE) -> list[tuple[str, list[str]]]:
    """The rule and the documents of each entry."""
    found = json.loads((folder / name).read_text(encoding="utf-8"))["findings"]
    return [(entry["rule"], entry["documents"]) for entry in found]


BOTH = [
    ("same-event-different-date", ["archive/a.txt", "archive/b.txt"]),
    ("no-such-date", ["archive/c.txt"]),
]


def test_what_is_known_is_left_out_and_what_is_new_is_told(archive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", "archive"]) == 1
    capfd.readouterr()
    assert run(["baseline", "archive"]) == 0
    assert capfd.readouterr().out == f"{FILE}: 2 findings\n"
    assert entries(archive) == BOTH
    assert run(["audit", "archive", "--baseline", FILE]) == 0
    out, err = capfd.readouterr()
    assert "Found:      0 errors, 0 warnings, 0 infos; 2 known findings left out (baseline)\n" in out
    assert "Brodie" not in out
    assert err == ""
    write(archive / "archive" / "d.txt", NEW)
    assert run(["audit", "archive", "--baseline", FILE, "--format", "json"]) == 1
    told = json.loads(capfd.readouterr().out)
    assert [place["quote"] for finding in told["findings"] for place in finding["locations"]] == ["30 February 2025"]
    assert len(told["left_out"]["known"]) == 2
    assert run(["check", "archive/c.txt", "--against", "archive", "--baseline", FILE]) == 0


@pytest.mark.parametrize("format_", ["table", "markdown", "html", "github"])
def test_every_summary_counts_them(archive: Path, capfd: pytest.CaptureFixture[str], format_: str) -> None:
    run(["baseline", "archive"])
    run(["audit", "archive", "--baseline", FILE, "--format", format_])
    out = capfd.readouterr().out.replace("\\", "")
    assert "2 known findings left out (baseline)" in out


def test_the_file_is_the_same_whatever_the_order(archive: Path) -> None:
    run(["baseline", "archive"])
    first = (archive / FILE).read_bytes()
    run(["baseline", "archive/c.txt", "archive/b.txt", "archive/a.txt", "--jobs", "2"])
    assert (archive / FILE).read_bytes() == first


def test_edits_elsewhere_leave_a_finding_known(archive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["baseline", "archive"])
    (archive / "older").mkdir()
    for path in sorted((archive / "archive").iterdir()):
        text = path.read_text(encoding="utf-8").strip()
        write(archive / "older" / path.name, "The ferry was late.", "Nobody minded much.", text, "Rain fell.")
        path.unlink()
    assert run(["audit", "older", "--baseline", FILE]) == 0
    out, err = capfd.readouterr()
    assert "2 known findings" in out
    assert err == ""
    # the slip itself is mended into another slip: that is a new finding
    write(archive / "older" / "c.txt", SLIP.replace("31 September", "31 November"))
    assert run(["audit", "older", "--baseline", FILE]) == 1


def test_what_is_gone_is_told_and_pruned(archive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["baseline", "archive"])
    write(archive / "archive" / "c.txt", "The hall in Leith was shut.", NEW)
    capfd.readouterr()
    assert run(["audit", "archive", "--baseline", FILE]) == 1
    gone = f"{FILE}: 1 entry no longer occurs; to drop what is gone: factcheck baseline --prune PATH...\n"
    assert capfd.readouterr().err == gone
    assert run(["audit", "archive", "--baseline", FILE, "--quiet"]) == 1
    assert capfd.readouterr().err == ""
    run(["audit", "archive", "--baseline", FILE, "--verbose"])
    settings, baseline, _, known, line, last = capfd.readouterr().err.splitlines()
    assert settings.startswith("settings: ")
    assert baseline == f"baseline: {FILE}"
    assert known.startswith("known: ")
    assert "same-event-different-date: " in known
    assert line.startswith("gone: ")
    assert '"31 September 2024"' in line
    assert last + "\n" == gone
    assert run(["baseline", "--prune", "archive"]) == 0
    assert capfd.readouterr().out == f"{FILE}: 1 finding (0 added, 1 dropped)\n"
    assert entries(archive) == BOTH[:1]
    assert run(["baseline", "archive"]) == 0
    assert capfd.readouterr().out == f"{FILE}: 2 findings (1 added, 0 dropped)\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["audit", "archive/a.txt"],
        ["audit", "archive/a.txt", "archive/c.txt"],
        ["check", "archive/a.txt", "--against", "archive/b.txt"],
        ["check", "plain.txt", "--against", "archive"],
    ],
)
def test_nothing_is_called_gone_that_was_not_looked_for(
    archive: Path, capfd: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    write(archive / "plain.txt", "The hall in Leith was repaired with care.")
    run(["baseline", "archive"])
    write(archive / "archive" / "c.txt", SLIP)
    assert run([*arguments, "--baseline", FILE]) == 0
    assert capfd.readouterr().err == ""


def test_the_settings_name_the_file(archive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (archive / "factcheck.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    assert run(["audit", "archive"]) == 2
    assert "known.json: there is no such baseline; write one with: factcheck baseline" in capfd.readouterr().err
    assert run(["baseline", "archive"]) == 0
    assert entries(archive, "known.json") == BOTH
    assert run(["audit", "archive"]) == 0
    assert run(["baseline", "archive/c.txt", "--output", "one.json"]) == 0
    assert run(["audit", "archive", "--baseline", "one.json"]) == 1


def test_against(archive: Path) -> None:
    run(["baseline", "archive/a.txt", "--against", "archive"])
    assert entries(archive) == BOTH[:1]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", f"{FILE}:1:2: not valid JSON: "),
        ("[]", f"{FILE}: not a baseline (factcheck-baseline/1); write one with: factcheck baseline PATH..."),
        ('{"schema": "factcheck-report/1", "findings": []}', f"{FILE}: not a baseline"),
        ('{"schema": "factcheck-baseline/1", "findings": [{"rule": "x"}]}', f"{FILE}: finding 1 lacks its "),
        ("[" * 100_000, f"{FILE}: not valid JSON"),
    ],
)
def test_broken_files(archive: Path, capfd: pytest.CaptureFixture[str], content: str, said: str) -> None:
    (archive / FILE).write_text(content, encoding="utf-8")
    assert run(["audit", "archive", "--baseline", FILE]) == 2
    assert said in capfd.readouterr().err


def test_mistakes(archive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline", "--prune", "archive"]) == 2
    assert "there is no such baseline" in capfd.readouterr().err
    assert run(["baseline", "absent"]) == 2
    assert not (archive / FILE).exists()
    assert "absent: no such file or folder" in capfd.readouterr().err
    assert run(["baseline", "archive", "absent"]) == 2
    assert entries(archive) == BOTH
    assert run(["audit", "archive", "--quiet", "--verbose"]) == 2
    assert "exclude each other" in capfd.readouterr().err


def test_quiet_prints_a_table_only_where_something_is_found(archive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", "archive/a.txt", "--quiet", "--output", "table:-", "--output", "report.json"]) == 0
    assert capfd.readouterr() == ("", "")
    assert (archive / "report.json").exists()
    assert run(["audit", "archive/a.txt", "--quiet", "--format", "json"]) == 0
    assert json.loads(capfd.readouterr().out)["findings"] == []
    assert run(["audit", "archive", "--quiet"]) == 1
    assert "Errors (2)" in capfd.readouterr().out


def test_the_baseline_that_the_docs_show(archive: Path) -> None:
    example = Path(__file__).parents[2] / "docs" / "examples" / "archive"
    shutil.copytree(example / "articles", archive / "articles")
    (archive / "articles" / "2025-05-02-bridge.txt").unlink()
    assert run(["baseline", "articles"]) == 0
    written = (archive / FILE).read_text(encoding="utf-8")
    assert written == (example / FILE).read_text(encoding="utf-8"), f"copy it there: {archive / FILE}"
