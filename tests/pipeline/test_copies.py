"""Copies of one text are read once, and are articles of their own all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.pipeline import audit, reading
from factcheck.ruleset import load_ruleset

TEXT = "PORTO, May 9, 2025 - Minister Ana Seixas signed the Douro treaty in Porto on Monday, May 8, 2025.\n"


def test_copies_are_read_once_and_each_is_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    original = reading.read_article

    def counted(document: object, knowledge: object) -> object:
        read.append(document.name)  # type: ignore[attr-defined]
        return original(document, knowledge)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read_article", counted)
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "d.txt").write_text(TEXT.replace("Ana", "Rita"), encoding="utf-8")
    run = audit([str(tmp_path)], Settings(), load_ruleset([]))
    assert [Path(name).name for name in read] == ["a.txt", "d.txt"]
    assert len(run.documents) == 4
    wrong = [one for one in run.findings if one.category == "weekday-mismatch"]
    assert sorted(Path(place.document).name for one in wrong for place in one.locations) == [
        "a.txt", "b.txt", "c.txt", "d.txt",
    ]  # fmt: skip
