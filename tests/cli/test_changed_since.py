"""``--changed-since REV``: only what git says changed is judged, against all the rest."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from factcheck.cli.main import run

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

ARREST = "Ewan Brodie was arrested in Perth on 3 April 2025, police said."
OTHER = "Ewan Brodie was arrested in Perth on 5 April 2025, police said."
SLIP = "The hall in Leith was shut on 31 September 2024."


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, timeout=60, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository, not the folder one stands in, with two committed articles, one of them with a slip."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Reporter")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "reporter@example.test")
    folder = tmp_path / "paper"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "old.txt").write_text(ARREST + "\n", encoding="utf-8")
    (folder / "articles" / "slip.txt").write_text(SLIP + "\n", encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "old")
    monkeypatch.chdir(tmp_path)
    return folder


def judged(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], list[list[str]]]:
    """The exit code, the new documents, and the documents that each finding cites."""
    code = run([*arguments, "--format", "json"])
    told = json.loads(capfd.readouterr().out)
    new = [document["document"] for document in told["documents"] if document["new"]]
    return code, new, [[place["document"] for place in finding["locations"]] for finding in told["findings"]]


def test_untracked_and_edited_articles_are_new(repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    command = ("audit", "paper/articles", "--changed-since", "HEAD")
    (repository / "articles" / "zürich und bern.txt").write_text(OTHER + "\n", encoding="utf-8")
    cited = [["paper/articles/old.txt", "paper/articles/zürich und bern.txt"]]
    assert judged(capfd, *command) == (1, ["paper/articles/zürich und bern.txt"], cited)
    git(repository, "add", ".")
    assert judged(capfd, *command) == (1, ["paper/articles/zürich und bern.txt"], cited)
    git(repository, "commit", "-q", "-m", "new")
    assert judged(capfd, *command) == (0, [], [])
    assert judged(capfd, *command[:-1], "main~1")[1:] == (["paper/articles/zürich und bern.txt"], cited)
    (repository / "articles" / "slip.txt").write_text(f"Rain fell.\n\n{SLIP}\n", encoding="utf-8")
    assert judged(capfd, *command) == (1, ["paper/articles/slip.txt"], [["paper/articles/slip.txt"]])


def test_the_rest_may_stand_elsewhere(repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    today = repository / "today"
    today.mkdir()
    (today / "new.txt").write_text(OTHER + "\n", encoding="utf-8")
    code, new, cited = judged(capfd, "check", "paper/today", "--against", "paper/articles", "--changed-since", "main")
    assert (code, new) == (1, ["paper/today/new.txt"])
    assert cited == [["paper/articles/old.txt", "paper/today/new.txt"]]


def test_nothing_changed(repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (repository / "articles" / "old.txt").unlink()
    assert run(["audit", "paper/articles", "--changed-since", "main", "--output", "sarif:out.sarif"]) == 0
    assert capfd.readouterr().err == "no article changed since main\n"
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"] == []
    assert run(["audit", "paper/articles", "--changed-since", "main", "--quiet"]) == 0
    assert capfd.readouterr() == ("", "")
    assert run(["audit", "paper/articles", "paper/absent", "--changed-since", "main"]) == 2
    assert "paper/absent: no such file or folder" in capfd.readouterr().err


def test_a_hook_may_run_it(
    repository: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    monkeypatch.chdir(repository)
    (repository / "articles" / "new.txt").write_text(OTHER + "\n", encoding="utf-8")
    assert judged(capfd, "audit", "articles", "--changed-since", "HEAD")[1] == ["articles/new.txt"]


def test_with_a_baseline_nothing_older_is_called_gone(repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["baseline", "paper/articles"])
    (repository / "articles" / "new.txt").write_text("Rain fell in Perth.\n", encoding="utf-8")
    capfd.readouterr()
    known = ["--baseline", "factcheck-baseline.json"]
    assert run(["audit", "paper/articles", "--changed-since", "HEAD", *known]) == 0
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("path", "revision", "said"),
    [
        ("paper/articles", "nightly", "paper: --changed-since: git knows no commit 'nightly'\n"),
        ("paper/articles", "main..HEAD", "git knows no commit 'main..HEAD'; name one commit"),
        ("paper/articles", "--output=pwned", "--changed-since wants a commit, branch or tag, not '--output=pwned'"),
        ("paper/articles", "", "--changed-since wants a commit, branch or tag, not ''"),
        ("loose", "HEAD", "loose: --changed-since: it stands in no git repository\n"),
        ("-", "HEAD", "--changed-since goes with files and folders, not with -"),
    ],
)
def test_mistakes(repository: Path, capfd: pytest.CaptureFixture[str], path: str, revision: str, said: str) -> None:
    Path("loose").mkdir()
    (Path("loose") / "a.txt").write_text(ARREST + "\n", encoding="utf-8")
    assert run(["audit", path, f"--changed-since={revision}"]) == 2
    assert said in capfd.readouterr().err
    assert not list(repository.rglob("pwned"))


def test_without_git(repository: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert run(["audit", "paper/articles", "--changed-since", "HEAD"]) == 2
    assert capfd.readouterr().err == "--changed-since needs git, which is not installed\n"


def test_a_shallow_clone_is_told(repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (repository / "articles" / "new.txt").write_text(OTHER + "\n", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "new")
    git(repository.parent, "clone", "-q", "--depth", "1", repository.as_uri(), "clone")
    assert run(["audit", "clone/articles", "--changed-since", "HEAD~1"]) == 2
    assert "the clone is shallow: fetch more of it first (git fetch --unshallow)" in capfd.readouterr().err
