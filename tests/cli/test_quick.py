"""What is called without click is called as click would call it."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.cli import audit, check, judging
from factcheck.cli.group import group
from factcheck.cli.quick import call_of

ARGUMENTS = (
    "a.txt b/ - -- -q --help --format json sarif xml --format=json --format= --output o json:- --output=o "
    "--severity info --severity=warning --severity=never --fail-on never --fail-on=error --no-store --store s "
    "--against older/ --against=store.sqlite3 --quiet --quiet=1 --verbose --steps --rules r --config c --baseline=b "
    "--jobs 2 --resume --changed-since main --unknown --form --files-from"
).split()


class Recorder:
    """Stands for what judges and tells; ``calls`` are what it was given."""

    def __init__(self) -> None:
        self.calls: list[Any] = []

    def __call__(self, judge: partial[Any], *paths: Any, **options: Any) -> int:
        self.calls.append((judge.func, judge.args, paths, options))
        return 0


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    made = Recorder()
    for module in (audit, check, judging):
        monkeypatch.setattr(module, "judge_and_tell", made)
    return made


def _by_click(words: list[str]) -> None:
    group.main(args=words, prog_name="factcheck", standalone_mode=False)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["audit", "check"]), st.lists(st.sampled_from([*ARGUMENTS, ""]), max_size=6))
@example("check", ["a.txt", "--against", "older/", "--no-store", "--format", "json"])
def test_a_call_is_that_of_click(command: str, words: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        recorder = Recorder()
        for module in (audit, check, judging):
            patch.setattr(module, "judge_and_tell", recorder)
        call = call_of(command, words)
        if call is None:
            return
        assert call() == 0
        _by_click([command, *words])
    quick, by_click = recorder.calls
    assert quick == by_click


@pytest.mark.parametrize(
    "words",
    [
        "a.txt",
        "a.txt b/ -",
        "a.txt --format json --no-store",
        "--format=json --output json:o --output=o.html a.txt --severity=warning --fail-on never",
        "a.txt --store s.sqlite3 --rules r --rules=q --config c.toml --baseline b.json --quiet --steps",
    ],
)
def test_common_calls_need_no_click(recorder: Recorder, words: str) -> None:
    assert call_of("audit", words.split()) is not None
    assert call_of("check", [*words.split(), "--against", "older/"]) is not None


@pytest.mark.parametrize(
    "words",
    ["", "--help", "a.txt --help", "a.txt --against b/", "a.txt --format yaml", "a.txt --output", "a.txt --jobs 2"],
)
def test_whatever_else_is_clicks(words: str) -> None:
    assert call_of("audit", words.split()) is None


def test_the_common_call_imports_neither_click_nor_what_reads_settings(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The fire began on 3 September 2025.\n", encoding="utf-8")
    script = (
        "import sys\nfrom factcheck.cli.main import main\n"
        "try:\n    main(['audit', 'a.txt', '--no-store', '--format', 'json'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'click', 'dataclasses', 'inspect', 'pydantic', 'yaml', 'tempfile', 'concurrent.futures'}\n"
        "print(*sorted(heavy & sys.modules.keys()), file=sys.stderr)"
    )
    command = [sys.executable, "-c", script]
    environment = {"FACTCHECK_CACHE": str(tmp_path / "cache"), "PATH": "", "PYTHONPATH": str(Path(__file__).parents[2])}
    for _ in range(2):  # the first run reads rules
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment, check=True)
    assert done.stderr == "\n"


def test_a_mistake_is_told_with_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    from factcheck.cli.main import run

    assert run(["audit", "a.txt", "--quiet", "--verbose"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Usage: factcheck audit [OPTIONS] PATH...\n")
    assert told.endswith("Error: --quiet and --verbose exclude each other\n")
