"""Settings from files."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from factcheck.config import Settings, find_settings, read_settings
from factcheck.errors import UserError
from factcheck.vocabulary import Severity
from factcheck.written_settings import WrittenSettings


def test_defaults_where_there_is_no_file(tmp_path: Path) -> None:
    found = find_settings(tmp_path)
    assert (found.settings.severity, found.settings.fail_on) == (Severity.INFO, "warning")


def test_the_nearest_file_upward_counts(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "factcheck.toml").write_text('fail_on = "never"\n', encoding="utf-8")
    assert find_settings(inner).settings.fail_on == "never"
    # a pyproject.toml of something else does not end the search
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert find_settings(inner).settings.fail_on == "never"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.factcheck]\nfail_on = 'error'\n", encoding="utf-8")
    assert find_settings(inner).settings.fail_on == "error"


def test_folders_count_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('rules = ["mine"]\n', encoding="utf-8")
    assert read_settings(tmp_path / "factcheck.toml").settings.rules == (tmp_path / "mine",)
    (tmp_path / "factcheck.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    assert read_settings(tmp_path / "factcheck.toml").settings.baseline == tmp_path / "known.json"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("fial_on = 'error'", ":1:1: unknown key 'fial_on'; did you mean 'fail_on'?"),
        ("zzz = 1", ":1:1: unknown key 'zzz'; known are baseline, disable, facts, fail_on, jobs, max_bytes, "),
        ("severity = 'eror'", ":1:12: severity: 'eror' is not known; did you mean 'error'?"),
        ("fail_on = 'nevr'", ":1:11: fail_on: 'nevr' is not known; did you mean 'never'?"),
        ("jobs = 0", ":1:8: jobs: "),
        ("jobs = 'many'", ":1:8: jobs: must be a whole number, not 'many'"),
        ("min_confidence = 1.5", ":1:18: min_confidence: "),
        ("rules = 'mine'", ":1:9: rules: must be a list"),
        ("disable = [1]", ":1:11: disable: must be text"),
        ("severities = {a = 'bad'}", ":1:14: a: 'bad' is not known"),
    ],
)
def test_mistakes_have_places(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "factcheck.toml"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_settings(path)
    assert str(caught.value).startswith(f"{path}{message}")


def test_every_mistake_is_told(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.toml"
    path.write_text("jobs = 0\nfoo = 1\nseverity = 'x'\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_settings(path)
    assert [line.split(":")[1] for line in str(caught.value).splitlines()] == ["1", "2", "3"]


def test_mistakes_in_suppressions_stand_at_their_own_table(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.toml"
    path.write_text(
        """[tool.factcheck]
jobs = 1
[[tool.factcheck.suppress]]
rule = "name-spelt-two-ways"
path = "letters/*"
reason = "as the readers wrote them"
expires = 2031-05-01

[[tool.factcheck.suppress]]
fingerprint = "0123456789abcdef"
reasn = "x"
[[tool.factcheck.suppress]]
rule = "name-spelt-two-ways"
reason = "all of them"
[[tool.factcheck.suppress]]
fingerprint = "0123456789abcdef"
reason = " "
expires = "soon"
""",
        encoding="utf-8",
    )
    with pytest.raises(UserError) as caught:
        read_settings(path)
    assert str(caught.value).splitlines() == [
        f"{path}:9:3: missing key 'reason'",
        f"{path}:11:1: unknown key 'reasn'; did you mean 'reason'?",
        f"{path}:12:3: a suppression names a fingerprint, or a rule and a path; a rule as a whole: disable",
        f"{path}:17:10: reason: must not be empty",
        f"{path}:18:11: expires: must be a date such as 2024-03-08, not 'soon'",
    ]


def test_a_named_file_must_have_settings(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    with pytest.raises(UserError, match="cannot be read: No such file"):
        read_settings(path)
    path.write_text("[project]\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"has no \[tool.factcheck\] table"):
        read_settings(path)


def test_any_named_file_may_have_its_settings_in_the_table(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_text("[project]\nname = 'x'\n\n[tool.factcheck]\nfail_on = 'error'\n", encoding="utf-8")
    assert read_settings(path).settings.fail_on == "error"
    path.write_text("[tool.factcheck]\nfail_on = 'eror'\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"c.toml:2:11: fail_on: 'eror' is not known"):
        read_settings(path)
    path.write_text("fail_on = 'never'\n[tool.factcheck]\nfail_on = 'error'\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"c.toml:2:2: unknown key 'tool'"):
        read_settings(path)


def test_settings_and_what_a_file_may_hold_have_the_same_names_and_defaults() -> None:
    defaults = WrittenSettings()
    assert {one.name: getattr(Settings(), one.name) for one in fields(Settings)} == dict(defaults)


def test_what_a_program_gives_is_checked_and_converted() -> None:
    settings = Settings(severity="warning", rules=["house"], severity_by_event={"x": {"arrest": "off"}})  # type: ignore[arg-type]
    assert settings.severity is Severity.WARNING
    assert settings.rules == (Path("house"),)
    for wrong in ({"min_confidence": 2}, {"severity": "loud"}, {"jobs": 0}, {"fail_on": "off"}):
        with pytest.raises(ValueError):
            Settings(**wrong)  # type: ignore[arg-type]


def test_settings_do_not_change() -> None:
    settings = Settings()
    with pytest.raises(AttributeError):
        settings.jobs = 2  # type: ignore[misc]
    assert settings.changed(jobs=2).jobs == 2
    assert settings.jobs == 1
