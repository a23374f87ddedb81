"""What README.md shows must work as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.cli.main import run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def blocks(language: str) -> list[str]:
    """The code blocks of a language."""
    return [text for found, text in _BLOCK.findall(README) if found == language]


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the rule that README writes, under the path that its first line names."""
    (rule,) = (text for text in blocks("yaml") if "\ncheck: " in text)
    path = tmp_path / rule.partition("\n")[0].removeprefix("# ").strip()
    path.parent.mkdir(parents=True)
    path.write_text(rule, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return path.relative_to(tmp_path).parents[-2]


def test_the_rule_is_well_formed_and_its_examples_hold(newsroom: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert f"--rules {newsroom}" in README
    assert run(["rules", "check", str(newsroom)]) == 0
    assert capfd.readouterr().out.startswith("well formed: 1 rule, ")
    code = run(["rules", "test", str(newsroom)])
    out, err = capfd.readouterr()
    assert (code, err) == (0, "")
    assert out == "2 examples of 1 rule: 2 as they should be, 0 failed\n"


@pytest.mark.parametrize("name", ["factcheck.toml", "pyproject.toml"])
def test_the_settings_are_read(newsroom: Path, capfd: pytest.CaptureFixture[str], name: str) -> None:
    (settings,) = blocks("toml")
    Path(name).write_text("[tool.factcheck]\n" * (name == "pyproject.toml") + settings, encoding="utf-8")
    Path("a.txt").write_text("The boats sailed on Tuesday.\n", encoding="utf-8")
    code = run(["audit", "a.txt"])
    assert (code, capfd.readouterr().err) == (0, "")
    assert run(["rules", "list"]) == 0
    assert "wrong-weekday-nearby" in capfd.readouterr().out


def test_every_command_and_option_exists(capfd: pytest.CaptureFixture[str]) -> None:
    """Each ``factcheck`` line of the shell blocks names a command and options that its help has."""
    lines = [
        line.partition("#")[0]
        for language in ("sh", "yaml")
        for line in re.findall(r"\bfactcheck (?:audit|check|extract|explain|rules) .*", "\n".join(blocks(language)))
    ]
    assert len(lines) >= 6
    for line in lines:
        words = re.split(r"[|;]", line)[0].split()
        command = words[1:3] if words[1] == "rules" else words[1:2]
        assert run([*command, "--help"]) == 0
        shown = capfd.readouterr().out
        for option in (word for word in words if word.startswith("--")):
            assert option in shown, line


def test_the_excerpt_is_from_the_report() -> None:
    (excerpt,) = blocks("console")
    assert excerpt.strip() in (ROOT / "reports" / "seeds.txt").read_text(encoding="utf-8")
