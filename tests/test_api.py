"""The Python API: what it returns is what the command line prints; importing it is quick."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

import factcheck
from factcheck.cli.main import run as command_line

DESK = Path(__file__).parents[1] / "docs" / "examples" / "first-week"
COURT = DESK.parent / "court-reporting"


def test_audit_finds_what_the_command_prints(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(DESK)
    run = factcheck.audit(".")
    command_line(["audit", ".", "--format", "json"])
    assert factcheck.render(run, "json") == capfd.readouterr().out
    assert {finding.rule for finding in run.findings} == {"same-event-different-date", "wrong-weekday-for-date"}
    assert all(isinstance(finding, factcheck.Finding) for finding in run.findings)
    with pytest.raises(dataclasses.FrozenInstanceError):
        run.findings[0].message = "x"  # type: ignore[misc]


def test_paths_are_strings_or_paths_one_or_several() -> None:
    one = DESK / "drafts" / "verdict.txt"
    alone = factcheck.audit(one)
    assert factcheck.audit(str(one)).findings == alone.findings == factcheck.audit(iter([one])).findings
    assert factcheck.audit([]).documents == ()


def test_check_tells_only_of_the_new() -> None:
    run = factcheck.check(DESK / "drafts", against=[DESK / "articles"])
    assert run.new is not None
    assert [Path(name).name for name in run.new] == ["verdict.txt"]
    assert factcheck.check(DESK / "articles" / "2025-05-20-skipper.txt", against=DESK / "articles").findings == ()


def test_baseline_and_suppressions_are_taken_if_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DESK)
    both = ["articles", "drafts"]
    every = factcheck.audit(both).findings
    file = tmp_path / "known.json"
    assert command_line(["baseline", *both, "--output", str(file)]) == 0
    run = factcheck.audit(both, baseline=file)
    assert (run.findings, run.known) == ((), every)
    first = every[0]
    own = tmp_path / "factcheck.toml"
    own.write_text(f'[[suppress]]\nfingerprint = "{first.fingerprint}"\nreason = "Asked."\nexpires = 2025-05-31\n')
    assert factcheck.audit(both, settings=own).findings == every
    asked = factcheck.read_settings(own).suppress
    for today, left in ((None, every[1:]), (date(2025, 5, 31), every[1:]), (date(2025, 6, 1), every)):
        run = factcheck.audit(both, suppress=asked, today=today)
        assert run.findings == left
        assert run.suppressed == (() if left == every else ((first, "Asked."),))
    told = factcheck.check("drafts", against="articles", baseline=file, suppress=asked)
    assert (told.findings, len(told.known), len(told.suppressed)) == ((), len(every) - 1, 1)


def test_an_executor_changes_nothing() -> None:
    with ThreadPoolExecutor(2) as pool:
        assert factcheck.audit(DESK, executor=pool).findings == factcheck.audit(DESK).findings


def test_rules_and_settings_of_ones_own() -> None:
    assert not any(one.category == factcheck.Category.REFERENCE_CONFLICT for one in factcheck.audit(COURT).findings)
    run = factcheck.audit(COURT / "articles", settings=COURT / "factcheck.toml")
    assert any(one.category == factcheck.Category.REFERENCE_CONFLICT for one in run.findings)
    assert factcheck.audit(COURT / "articles", rules=COURT / "rules").counts["events"] > 2


def test_the_settings_of_the_folder_one_stands_in_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(COURT)
    assert not any(
        one.category == factcheck.Category.REFERENCE_CONFLICT for one in factcheck.audit("articles").findings
    )


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            {"disable": ("wrong-weekday-for-dat",)},
            "settings: disable: there is no rule 'wrong-weekday-for-dat'; did you",
        ),
        ({"severities": {"none": "info"}}, "settings: severities: there is no rule 'none'"),
        ({"severity_by_event": {"order-cannot-be": {"arest": "off"}}}, "there is no event type 'arest'; did you mean"),
    ],
)
def test_settings_that_would_do_nothing_are_mistakes(settings: dict[str, object], said: str) -> None:
    with pytest.raises(factcheck.UserError, match=said):
        factcheck.audit(DESK, settings=factcheck.Settings(**settings))


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    run = factcheck.audit([tmp_path / "none.txt", DESK / "drafts"])
    assert [skipped.document for skipped in run.skipped] == [str(tmp_path / "none.txt")]
    assert len(run.documents) == 1


@pytest.mark.parametrize("stage", ["document", "expressions", "assertions", "events"])
def test_extract_gives_what_the_command_prints(stage: str, capfd: pytest.CaptureFixture[str]) -> None:
    found = factcheck.extract(DESK, stage=stage)  # type: ignore[arg-type]
    command_line(["extract", str(DESK), "--stage", stage, "--format", "jsonl"])
    printed = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert list(found.records()) == printed
    assert printed
    assert (found.corpus is not None) == (stage == "events")


def test_unknown_words() -> None:
    with pytest.raises(ValueError, match="unknown stage: sentences"):
        factcheck.extract(DESK, stage="sentences")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="unknown format: pdf"):
        factcheck.render(factcheck.audit([]), "pdf")
    with pytest.raises(AttributeError, match="no attribute 'adit'"):
        factcheck.adit  # type: ignore[attr-defined]  # noqa: B018


def test_every_name_is_there_and_importing_loads_no_room() -> None:
    assert all(getattr(factcheck, name) for name in factcheck.__all__)
    assert set(factcheck.__all__) <= set(dir(factcheck))
    code = "import sys, factcheck; print([m for m in sys.modules if m.startswith('factcheck.') or m == 'pydantic'])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said == "[]\n"


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(factcheck.__file__).parent / "py.typed").is_file()
