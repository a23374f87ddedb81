"""``factcheck init``: settings and a sample rule that work as they stand, and nothing overwritten."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.cli.init import starter_files
from factcheck.cli.main import run
from factcheck.config import Settings, read_settings
from factcheck.written_settings import Suppression, WrittenSettings

NAMES = [
    "factcheck.toml",
    "newsroom-rules/events/church.yaml",
    "newsroom-rules/facts/church.yaml",
    "newsroom-rules/weekday-mismatch/wrong-weekday-for-date.yaml",
]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_it_writes_works(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["init"]) == 0
    out = capfd.readouterr().out
    assert out.splitlines()[:-1] == [f"wrote {name}" for name in NAMES]
    assert run(["rules", "check", "newsroom-rules"]) == 0
    assert run(["rules", "test", "newsroom-rules"]) == 0
    assert "2 examples of 1 rule: 2 as they should be" in capfd.readouterr().out
    article = here / "a.txt"
    article.write_text("Martha Ellison was inducted in Truro on 6 March 2031.\n", encoding="utf-8")
    assert run(["audit", "a.txt"]) == 1
    assert "the reference fact gives 4 March 2031" in " ".join(capfd.readouterr().out.split())
    article.write_text("Martha Ellison was inducted in Truro on 4 March 2031.\n", encoding="utf-8")
    assert run(["audit", "a.txt"]) == 0


def test_nothing_is_overwritten(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = here / "desk" / "factcheck.toml"
    path.parent.mkdir()
    path.write_text("jobs = 2\n", encoding="utf-8")
    assert run(["init", "desk"]) == 0
    assert "kept desk/factcheck.toml, which is there already\n" in capfd.readouterr().out
    assert path.read_text(encoding="utf-8") == "jobs = 2\n"
    assert (here / "desk" / NAMES[1]).is_file()
    assert run(["init", "desk"]) == 0
    assert capfd.readouterr().out.count("kept ") == len(NAMES)


def test_settings_in_a_pyproject_file_stay_the_settings(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "pyproject.toml").write_text("[tool.factcheck]\njobs = 2\n", encoding="utf-8")
    assert run(["init"]) == 0
    assert "pyproject.toml has settings, so no factcheck.toml is written\n" in capfd.readouterr().out
    assert not (here / "factcheck.toml").exists()


def test_a_file_in_the_way(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "newsroom-rules").write_text("", encoding="utf-8")
    assert run(["init"]) == 2
    assert "newsroom-rules/events: cannot be made: " in capfd.readouterr().err


def test_every_setting_stands_in_the_file_and_is_right(here: Path) -> None:
    text = dict(starter_files())["factcheck.toml"]
    bare = re.sub(r"^# (?=\[|[a-z_-]+ = )", "", text, flags=re.M)
    named = set(re.findall(r"^\[*([a-z_]+)", bare, re.M))
    assert set(WrittenSettings.model_fields) | set(Suppression.model_fields) - {"fingerprint"} <= named
    (here / "factcheck.toml").write_text(bare, encoding="utf-8")
    settings = read_settings(here / "factcheck.toml").settings
    assert settings.suppress[0].path == "letters/**"
    for shown in ("severity", "fail_on", "min_confidence", "jobs", "max_bytes"):
        assert getattr(settings, shown) == getattr(Settings(), shown)
