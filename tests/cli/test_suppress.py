"""``[[suppress]]`` in the settings: what is not told, why, until when; and what does nothing any more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.cli.main import run
from factcheck.findings.suppressing import fits

SLIP = "The hall in Leith was shut on 31 September 2024."


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in: a letter and a report with one slip each."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("letters/a.txt", SLIP), ("news/b.txt", SLIP.replace("September", "November"))):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text + "\n", encoding="utf-8")
    return tmp_path


def settle(folder: Path, *tables: str) -> None:
    (folder / "factcheck.toml").write_text("".join(f"[[suppress]]\n{table}\n" for table in tables), encoding="utf-8")


def told(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    """The exit code, the documents of the findings, and what was noted."""
    code = run([*arguments, "--format", "json"])
    out, err = capfd.readouterr()
    return code, [finding["locations"][0]["document"] for finding in json.loads(out)["findings"]], err


LETTERS = "rule = 'no-such-date'\npath = 'letters/**'\nreason = 'As the readers wrote them.'"


def test_by_rule_and_path(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    settle(desk, LETTERS)
    assert told(capfd, "audit", "letters", "news") == (1, ["news/b.txt"], "")
    assert told(capfd, "audit", "letters") == (0, [], "")
    run(["audit", "letters", "--verbose"])
    out, err = capfd.readouterr()
    assert "Found:      0 errors, 0 warnings, 0 infos; 1 suppressed finding left out (settings)" in out
    assert "suppressed: " in err
    assert err.endswith(" (As the readers wrote them.)\n")


def test_by_fingerprint(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["audit", "news", "--format", "json"])
    fingerprint = json.loads(capfd.readouterr().out)["findings"][0]["fingerprint"]
    settle(desk, f"fingerprint = '{fingerprint}'\nreason = 'Quoted as printed.'")
    assert told(capfd, "audit", "letters", "news") == (1, ["letters/a.txt"], "")
    (desk / "news" / "b.txt").write_text(
        f"Rain fell.\n\n{SLIP.replace('September', 'November')}\n\nMore.\n", encoding="utf-8"
    )
    assert told(capfd, "audit", "letters", "news") == (1, ["letters/a.txt"], "")


def test_suppressed_findings_are_not_written_into_a_baseline(desk: Path) -> None:
    settle(desk, LETTERS)
    run(["baseline", "letters", "news"])
    written = json.loads((desk / "factcheck-baseline.json").read_text(encoding="utf-8"))
    assert [entry["documents"] for entry in written["findings"]] == [["news/b.txt"]]


def test_an_expired_one_no_longer_applies(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    settle(desk, LETTERS + "\nexpires = 2999-01-01")
    assert told(capfd, "audit", "letters") == (0, [], "")
    settle(desk, "fingerprint = 'x'\nreason = 'y'\nexpires = 2001-01-31", LETTERS + "\nexpires = 2001-01-31")
    code, documents, err = told(capfd, "audit", "letters")
    assert (code, documents) == (1, ["letters/a.txt"])
    assert err.splitlines() == [
        f"{desk}/factcheck.toml:1:3: this suppression expired on 2001-01-31 and no longer applies: y",
        f"{desk}/factcheck.toml:5:3: this suppression expired on 2001-01-31 and no longer applies: "
        "As the readers wrote them.",
    ]
    assert run(["audit", "letters", "--quiet"]) == 1
    assert capfd.readouterr().err == ""


def test_a_stale_one_is_told_where_it_could_have_applied(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    settle(desk, LETTERS)
    (desk / "letters" / "a.txt").write_text("The hall in Leith was shut.\n", encoding="utf-8")
    note = f"{desk}/factcheck.toml:1:3: this suppression fits no finding of this run: As the readers wrote them.\n"
    assert told(capfd, "audit", "letters") == (0, [], note)
    assert told(capfd, "audit", "news")[2] == ""
    assert told(capfd, "check", "letters", "--against", "news")[2] == ""


def test_an_unknown_rule_is_a_mistake(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    settle(desk, LETTERS.replace("no-such-date", "no-such-dates"))
    assert run(["audit", "letters"]) == 2
    said = f"{desk}/factcheck.toml:2:8: there is no rule 'no-such-dates'; did you mean 'no-such-date'?\n"
    assert capfd.readouterr().err == said


@pytest.mark.parametrize(
    ("pattern", "document", "fitting"),
    [
        ("letters/**", "letters/a.txt", True),
        ("letters/**", "/home/x/letters/2031/05/a.txt", True),
        ("letters/", "desk/letters/2031/a.txt", True),
        ("letters/*", "letters/2031/a.txt", False),
        ("letters/**/a.txt", "letters/a.txt", True),
        ("letters/**/a.txt", "letters/2031/05/a.txt", True),
        ("letters/**", "loveletters/a.txt", False),
        ("a.txt", "letters/a.txt", True),
        ("a.txt", "letters/ba.txt", False),
        ("a.txt", "a.txt.md", False),
        ("./letters/?.txt", "./letters/a.txt", True),
        ("/letters/a.txt", "x/letters/a.txt", False),
        ("wire.jsonl", "wire.jsonl#17", True),
        ("wire.jsonl#1*", "wire.jsonl#17", True),
        ("wire.jsonl#2*", "wire.jsonl#17", False),
        ("[a].txt", "a.txt", False),
        ("[a].txt", "[a].txt", True),
    ],
)
def test_paths(pattern: str, document: str, fitting: bool) -> None:
    assert fits(pattern, document) is fitting
