"""The walk-through of writing rules must work as it stands: its files, its commands, what they print."""

from __future__ import annotations

import importlib.util
import re
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from factcheck.cli.main import run

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "write-your-own-rules.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "docs" / "examples" / "court-reporting"


@pytest.fixture
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("howto", ROOT / "tools" / "howto.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example's folder, to stand in."""
    folder = tmp_path / "desk"
    shutil.copytree(EXAMPLE, folder)
    monkeypatch.chdir(folder)
    return folder


def test_the_page_shows_the_files_and_what_the_commands_print(tool: ModuleType) -> None:
    assert tool.filled(PAGE) == PAGE, "run: python tools/howto.py"
    assert len(re.findall(r"^\$ factcheck ", PAGE, re.M)) >= 4


def test_every_file_of_the_example_is_shown(desk: Path) -> None:
    shown = set(re.findall(r"^# (\S+\.(?:yaml|toml))$", PAGE, re.M))
    assert shown == {str(path.relative_to(desk)) for path in desk.rglob("*.[yt][ao]ml")}
    assert "articles/" in PAGE


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("rules check rules", 0),
        ("rules test rules", 0),
        ("audit articles", 1),
        ("audit articles/1-remand.txt", 0),
        ("check articles/3-sentence.txt --against articles", 1),
        ("check articles/1-remand.txt --against articles/1-remand.txt", 0),
    ],
)
def test_exit_codes(desk: Path, command: str, code: int) -> None:
    assert run(command.split()) == code


def test_the_mistake_that_is_shown(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = desk / "rules" / "facts" / "reid.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("event: remand", "event: remnd"), encoding="utf-8")
    for command in ("rules check rules", "audit articles"):
        assert run(command.split()) == 2
        err = capfd.readouterr().err
        assert err in PAGE, err
        assert err.count("\n") == 1


def test_without_the_desk_rules_none_of_the_facts_are_known(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (desk / "factcheck.toml").unlink()
    run(["audit", "articles"])
    out = capfd.readouterr().out
    assert "reference-fact-contradicted" not in out
    run(["audit", "articles", "--rules", "rules", "--rules", "./rules"])
    assert capfd.readouterr().out.count("reference-fact-contradicted") == 4


def test_facts_may_stand_outside_a_folder_of_rules(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (desk / "rules" / "facts").rename(desk / "known")
    settings = desk / "factcheck.toml"
    settings.write_text('facts = ["known"]\n' + settings.read_text(encoding="utf-8"), encoding="utf-8")
    assert run(["audit", "articles", "--steps", "--format", "json"]) == 1
    assert "Reference fact known/reid.yaml:2: " in capfd.readouterr().out


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target
