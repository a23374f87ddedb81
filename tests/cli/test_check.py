"""``factcheck check``: new articles against a corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.cli.main import run

OLD = "Ewan Brodie was arrested in Perth on 3 April 2025, police said."
OTHER = "Ewan Brodie was arrested in Perth on 5 April 2025, police said."
SLIP = "The hall in Leith was shut on 31 September 2024."
PLAIN = "The hall in Leith was repaired with care."


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two published articles that contradict each other, one with an impossible date, and a draft."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "published").mkdir()
    for name, text in (("a.txt", OLD), ("b.txt", OTHER), ("c.txt", SLIP)):
        (tmp_path / "published" / name).write_text(text + "\n", encoding="utf-8")
    return tmp_path


def report(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, object], list[list[str]]]:
    """The exit code, the JSON report, and the documents that each finding cites."""
    code = run([*arguments, "--format", "json"])
    told = json.loads(capfd.readouterr().out)
    return code, told, [[place["document"] for place in finding["locations"]] for finding in told["findings"]]


def test_only_what_involves_a_new_article_is_told(newsroom: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (newsroom / "draft.txt").write_text(f"{OTHER}\n\nHe was held near Stirling for a night.\n", encoding="utf-8")
    code, told, cited = report(capfd, "check", "draft.txt", "--against", "published")
    assert code == 1
    assert cited
    assert all("draft.txt" in documents for documents in cited)
    documents = {document["document"]: document["new"] for document in told["documents"]}  # type: ignore[attr-defined]
    assert documents == {
        "draft.txt": True, "published/a.txt": False, "published/b.txt": False, "published/c.txt": False,
    }  # fmt: skip
    _, whole, every = report(capfd, "audit", "draft.txt", "published")
    assert [documents for documents in every if "draft.txt" in documents] == cited
    assert ["published/c.txt"] in every
    assert "new" not in whole["documents"][0]  # type: ignore[index]


def test_nothing_new_is_wrong(newsroom: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (newsroom / "draft.txt").write_text(PLAIN + "\n", encoding="utf-8")
    assert report(capfd, "check", "draft.txt", "--against", "published")[::2] == (0, [])
    assert run(["check", "draft.txt", "--against", "published"]) == 0
    assert "4 articles, 1 of them new, " in capfd.readouterr().out


def test_what_is_wrong_within_a_new_article_is_told(newsroom: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (newsroom / "draft.txt").write_text(PLAIN + " It opens again on 30 February 2026.\n", encoding="utf-8")
    assert report(capfd, "check", "draft.txt", "--against", "published")[::2] == (1, [["draft.txt"]])


def test_an_article_of_the_corpus_that_is_new_counts_once(newsroom: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, told, cited = report(capfd, "check", "published/c.txt", "--against", "./published")
    assert cited == [["published/c.txt"]]
    assert len(told["documents"]) == 3  # type: ignore[arg-type]
    (newsroom / "copy.txt").write_text(SLIP + "\n", encoding="utf-8")
    _, told, cited = report(capfd, "check", "copy.txt", "--against", "published")
    assert cited == [["copy.txt"]]
    assert len(told["documents"]) == 3  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "draft.txt"], "Missing option '--against'"),
        (["check", "--against", "published"], "Missing argument 'PATH...'"),
        (["check", "absent.txt", "--against", "published"], "absent.txt: no such file or folder"),
        (["check", "draft.txt", "--against", "absent"], "absent: no such file or folder"),
    ],
)
def test_mistakes(newsroom: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    (newsroom / "draft.txt").write_text(PLAIN + "\n", encoding="utf-8")
    assert run(arguments) == 2
    assert said in capfd.readouterr().err


def test_severity_and_exit_code_are_as_in_audit(newsroom: Path, capfd: pytest.CaptureFixture[str]) -> None:
    options = ["--against", "published", "--severity", "error", "--fail-on", "never"]
    assert run(["check", "published/c.txt", *options]) == 0
    assert "Errors (1)" in capfd.readouterr().out
