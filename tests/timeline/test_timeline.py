"""The merged timeline as users see it: order, agreement, dispute, plans, formats."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli.main import run

Call = Callable[..., tuple[int, str, str]]

ARTICLES = {
    "a.md": "---\ndate: 2024-04-02\n---\nMayor Asen Petrov resigned in Varna on 2 March 2024. "
    "Clara Voss was arrested in Cardiff on 1 March 2024.\n",
    "b.md": "---\ndate: 2024-04-03\n---\nMayor Asen Petrov resigned on 12 March 2024. "
    "The trial of Clara Voss will open in Cardiff on 4 June 2024.\n",
    "c.md": "---\ndate: 2024-04-04\n---\nClara Voss was arrested on 1 March 2024 in Cardiff.\n",
}


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(["timeline", *arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return call


def entries(out: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(out)["entries"]
    return found


def test_events_of_all_articles_in_the_order_of_time(call: Call) -> None:
    code, out, err = call("articles", "--format", "json")
    assert (code, err) == (0, "")
    told = [(entry["title"], entry["status"], entry["planned"]) for entry in entries(out)]
    assert told == [
        ("Arrest of Clara Voss", "agreed", False),
        ("Resignation of Asen Petrov", "disputed", False),
        ("Trial of Clara Voss", "single", True),
    ]
    arrest, resignation, _ = entries(out)
    assert arrest["interval"] == ["2024-03-01", "2024-03-01"]
    assert arrest["places"] == ["Cardiff, United Kingdom"]
    claims = resignation["claims"]
    assert isinstance(claims, list)
    assert [(claim["document"], claim["when"], claim["line"]) for claim in claims] == [
        ("articles/a.md", "2 March 2024", 4),
        ("articles/b.md", "12 March 2024", 4),
    ]
    assert resignation["findings"]


def test_the_table_marks_what_is_disputed(call: Call) -> None:
    code, out, _ = call("articles")
    assert code == 0
    assert "disputed: 1 finding" in out
    assert "2 articles agree" in out
    assert "3 events, 1 disputed, 1 told alike by two articles or more" in out
    assert "\x1b" not in out


def test_only_what_is_asked_for(call: Call) -> None:
    assert len(entries(call("articles", "--format", "json", "--disputed")[1])) == 1
    assert len(entries(call("articles", "--format", "json", "--articles", "2")[1])) == 2
    assert len(entries(call("articles", "--format", "json", "--type", "trial")[1])) == 1
    code, _, err = call("articles", "--type", "trail")
    assert code == 2
    assert "there is no event type 'trail'" in err
    assert "trial" in err


def test_markdown_is_escaped_and_the_order_of_paths_changes_nothing(call: Call, tmp_path: Path) -> None:
    (tmp_path / "articles" / "d.md").write_text(
        "---\ndate: 2024-04-04\n---\nMayor <b>Ines| Duarte</b> resigned on 3 March 2024.\n", encoding="utf-8"
    )
    _, first, _ = call("--format", "markdown", "articles")
    _, second, _ = call("--format", "markdown", *(f"articles/{name}.md" for name in "dcba"))
    assert first == second
    assert "| When | What | | Who says so |" in first
    assert "<b>" not in first
    assert "**disputed: 1 finding**" in first


def test_nothing_to_tell(call: Call, tmp_path: Path) -> None:
    (tmp_path / "dull.txt").write_text("Nothing happened.\n", encoding="utf-8")
    assert call("dull.txt") == (0, "No dated event was found.\n", "")
    code, _, err = call("missing.txt")
    assert code == 2
    assert "missing.txt" in err
