"""Completion with the Tab key: commands, options, files, rules; and never a fault in a prompt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli.main import run

Complete = Callable[[str], list[str]]


@pytest.fixture
def complete(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Complete:
    """What bash is offered for a line of which the last word is only begun."""
    monkeypatch.chdir(tmp_path)

    def offered(line: str) -> list[str]:
        words = line.split(" ")
        monkeypatch.setenv("_FACTCHECK_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
        with pytest.raises(SystemExit) as end:
            run([])
        assert end.value.code == 0
        out, err = capfd.readouterr()
        assert err == ""
        return out.splitlines()

    return offered


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("factcheck au", "plain,audit"),
        ("factcheck audit --fo", "plain,--format"),
        ("factcheck audit --format sa", "plain,sarif"),
        ("factcheck audit art", "file,art"),
        ("factcheck check --against art", "file,art"),
        ("factcheck rules te", "plain,test"),
        ("factcheck rules test my", "file,my"),
        ("factcheck rules test --rule no-such", "plain,no-such-date"),
        ("factcheck explain no-such", "plain,no-such-date"),
        ("factcheck schema sett", "plain,settings"),
    ],
)
def test_what_is_offered(complete: Complete, line: str, first: str) -> None:
    assert complete(line)[0] == first


def test_broken_settings_are_no_fault_of_the_prompt(complete: Complete) -> None:
    Path("factcheck.toml").write_text("rules = [", encoding="utf-8")
    assert "".join(complete("factcheck explain no-such")) == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_lines_that_help_names_work(
    shell: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    run(["--help"])
    assert f"_FACTCHECK_COMPLETE={shell}_source factcheck" in capfd.readouterr().out
    monkeypatch.setenv("_FACTCHECK_COMPLETE", f"{shell}_source")
    with pytest.raises(SystemExit):
        run([])
    assert "_factcheck_completion" in capfd.readouterr().out
