"""Severities by event type: in a rule, in the settings, switched off."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.cli.main import run

ARTICLES = {
    "a.txt": "Ewan Brodie was arrested in Perth on 3 April 2025, it said.\n\nMayor Petrov resigned on 2 March 2025.",
    "b.txt": "Ewan Brodie was arrested in Perth on 5 April 2025, it said.\n\nMayor Petrov resigned on 9 March 2025.",
    "c.txt": "The Union Hall in Leith was opened on Tuesday, 3 March 2025, by Ewan Brodie.",
}  # fmt: skip

RULE = """\
name: dates-by-type
category: date-conflict
check: same_event_dates_agree
severity: warning
severity_by_event: {arrest: error, resignation: off}
what: Two articles date one event differently.
why: One is wrong.
examples:
  bad:
    - articles:
        - {published: 2024-03-20, text: "Mayor Asen Petrov was arrested on March 2 over a contract."}
        - {published: 2024-06-24, text: "Mayor Asen Petrov was arrested on 12 March, in a hall."}
      quotes: ["March 2", "12 March"]
  good:
    - text: Nothing happened.
"""


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text + "\n", encoding="utf-8")
    (tmp_path / "rules").mkdir()
    return tmp_path


def told(capfd: pytest.CaptureFixture[str], *options: str) -> set[tuple[str, str, str]]:
    """Rule, severity and first quote of what an audit finds."""
    run(["audit", "a.txt", "b.txt", "c.txt", "--format", "json", *options])
    out, err = capfd.readouterr()
    assert err == ""
    return {(f["rule"], f["severity"], f["locations"][0]["quote"]) for f in json.loads(out)["findings"]}


def test_a_rule_may_grade_by_event_type(newsroom: Path, capfd: pytest.CaptureFixture[str]) -> None:
    Path("rules/mine.yaml").write_text(RULE, encoding="utf-8")
    found = {item for item in told(capfd, "--rules", "rules") if item[0] == "dates-by-type"}
    assert found == {("dates-by-type", "error", "3 April 2025")}
    assert run(["rules", "test", "rules"]) == 0
    assert run(["explain", "dates-by-type", "--rules", "rules"]) == 0
    assert "Severity by event type: arrest: error, resignation: off." in capfd.readouterr().out


def test_settings_grade_any_rule_by_event_type(newsroom: Path, capfd: pytest.CaptureFixture[str]) -> None:
    usual = told(capfd)
    dates, days = "same-event-different-date", "wrong-weekday-for-date"
    assert {(dates, "error", "3 April 2025"), (dates, "error", "2 March 2025")} <= usual
    assert (days, "error", "Tuesday, 3 March 2025") in usual
    Path("factcheck.toml").write_text(
        f'severities = {{{dates} = "warning"}}\n'
        f'[severity_by_event]\n{dates} = {{arrest = "info"}}\n{days} = {{opening = "off"}}\n',
        encoding="utf-8",
    )
    found = told(capfd)
    assert {(dates, "info", "3 April 2025"), (dates, "warning", "2 March 2025")} <= found
    assert not {item for item in found if item[0] == days}


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[severity_by_event]\nno-such = {arrest = "off"}\n', "factcheck.toml:2:1: there is no rule 'no-such'"),
        (
            '[severity_by_event]\nno-such-date = {arest = "off"}\n',
            "factcheck.toml:2:16: there is no event type 'arest'; did you mean 'arrest'?",
        ),
        (
            '[severity_by_event.no-such-date]\narrest = "grave"\n',
            "factcheck.toml:2:10: arrest: 'grave' is not known; known are error, info, off, warning",
        ),
    ],
)
def test_mistakes_in_settings(newsroom: Path, capfd: pytest.CaptureFixture[str], settings: str, said: str) -> None:
    Path("factcheck.toml").write_text(settings, encoding="utf-8")
    assert run(["audit", "a.txt"]) == 2
    assert said in capfd.readouterr().err


def test_mistakes_in_rules(newsroom: Path, capfd: pytest.CaptureFixture[str]) -> None:
    Path("rules/mine.yaml").write_text(RULE.replace("{arrest: error", "{arest: error"), encoding="utf-8")
    for arguments in (["audit", "a.txt", "--rules", "rules"], ["rules", "check", "rules"]):
        assert run(arguments) == 2
        assert "rules/mine.yaml:5:21: there is no event type 'arest'; did you mean 'arrest'?" in capfd.readouterr().err
