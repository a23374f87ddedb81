"""What docs/ci.md shows, the action and the hooks: they parse, name what exists, and their scripts do what they say."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import factcheck
from factcheck.cli.main import run
from factcheck.report.formats import ALL

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.M | re.S)
OLD = "Ewan Brodie was arrested in Perth on 3 April 2025, police said.\n"
NEW = "Ewan Brodie was arrested in Perth on 5 April 2025, police said.\n"

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def example(name: str) -> Any:
    """The YAML block whose first line names this file, as data."""
    (block,) = (text for language, text in BLOCKS if language == "yaml" and text.startswith(f"# {name}\n"))
    return yaml.safe_load(block)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone whose branch adds an article that contradicts one of main; ``factcheck`` is on the path."""
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "factcheck").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m factcheck "$@"\n')
    (tools / "python").symlink_to(sys.executable)
    (tools / "factcheck").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Reporter")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "reporter@example.test")
    origin, clone = tmp_path / "origin", tmp_path / "clone"
    (origin / "articles").mkdir(parents=True)
    (origin / "articles" / "old.txt").write_text(OLD, encoding="utf-8")
    git(origin, "init", "-q", "-b", "main")
    git(origin, "add", ".")
    git(origin, "commit", "-q", "-m", "old")
    git(tmp_path, "clone", "-q", str(origin), str(clone))
    git(clone, "checkout", "-q", "-b", "draft")
    (clone / "articles" / "zürich und bern.txt").write_text(NEW, encoding="utf-8")
    git(clone, "add", ".")
    git(clone, "commit", "-q", "-m", "new")
    monkeypatch.chdir(clone)
    return clone


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, timeout=60)


def bash(script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """A script as CI runs it; stops at the first command that fails unless the script says otherwise."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        env={**os.environ, **variables}, capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def step(name: str) -> dict[str, Any]:
    """A step of the action by its name."""
    (found,) = (one for one in ACTION["runs"]["steps"] if one.get("name") == name)
    return found


def judge(folder: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str], str]:
    """The action's main step with these inputs: what it printed, its outputs, the job summary."""
    wanted = step("Judge")
    variables = {}
    for variable, value in wanted["env"].items():
        name = re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value)[1]  # type: ignore[index]
        variables[variable] = inputs.get(name.replace("-", "_"), str(ACTION["inputs"][name].get("default", "")))
    files = {name: folder.parent / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for path in files.values():
        path.write_text("", encoding="utf-8")
    names = {name: str(path) for name, path in files.items()}
    done = bash(wanted["run"], RUNNER_TEMP=str(folder.parent), **names, **variables)
    output = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text("utf-8").splitlines())
    return done, output, files["GITHUB_STEP_SUMMARY"].read_text("utf-8")


@needs_bash
@needs_git
def test_the_action_judges_what_a_pull_request_changed(repository: Path) -> None:
    (used,) = example(".github/workflows/factcheck.yml")["jobs"]["factcheck"]["steps"][1:]
    wanted = used["with"]
    assert wanted.keys() <= ACTION["inputs"].keys()
    assert wanted["changed-since"] == "origin/${{ github.base_ref }}"
    done, output, summary = judge(
        repository, paths=wanted["paths"], changed_since="origin/main", fail_on=wanted["fail-on"]
    )
    assert output.pop("upload") == str(repository.parent / "factcheck-upload.sarif")
    assert (done.returncode, done.stderr, output) == (0, "", {"exit-code": "1", "sarif-file": "./factcheck.sarif"})
    assert done.stdout.startswith("::error file=articles/zürich und bern.txt,line=1,col=38,endColumn=50,title=")
    assert summary.startswith("# factcheck\n\nFound 1 error")
    (result,) = json.loads((repository / "factcheck.sarif").read_text("utf-8"))["runs"][0]["results"]
    uris = [
        place["physicalLocation"]["artifactLocation"]["uri"]
        for place in result["locations"] + result["relatedLocations"]
    ]
    assert uris == ["articles/z%C3%BCrich%20und%20bern.txt", "articles/old.txt"]
    assert bash(step("Result")["run"], CODE=output["exit-code"]).returncode == 1


@needs_bash
@needs_git
def test_the_action_without_a_changed_article_passes(repository: Path) -> None:
    done, output, summary = judge(repository, paths="\n", against="articles")
    assert (done.stdout, output, summary) == ("no article to judge\n", {"exit-code": "0"}, "")


@needs_bash
@needs_git
def test_the_action_passes_its_inputs_on_and_runs_no_words_of_theirs(repository: Path) -> None:
    done, output, _ = judge(repository, paths="articles", fail_on="never", severity="error", sarif_file="a b.sarif")
    output.pop("upload")
    assert output == {"exit-code": "0", "sarif-file": "./a b.sarif"}
    done, output, summary = judge(repository, paths='$(touch pwned)\n"; touch pwned; "\n--help')
    assert output["exit-code"] == "2"
    assert done.stdout.count("::error file=") == 3
    assert not (repository / "pwned").exists()
    assert "Skipped" in summary
    done, output, summary = judge(repository, paths="articles", config="absent.toml")
    assert (output, summary) == ({"exit-code": "2"}, "")
    assert "absent.toml" in done.stderr


@needs_bash
@needs_git
def test_the_action_with_a_baseline_uploads_only_what_is_new(repository: Path) -> None:
    assert run(["baseline", "articles"]) == 0
    (repository / "articles" / "newest.txt").write_text(NEW.replace("5 April", "31 April"), encoding="utf-8")
    done, output, _ = judge(
        repository,
        paths="articles",
        baseline="factcheck-baseline.json",
        outputs="report.html\njunit:j.xml\n",
        format="csv",
    )
    assert (done.returncode, done.stderr, output["exit-code"]) == (0, "", "1")
    assert done.stdout.startswith('"severity","rule"')
    assert "<html" in (repository / "report.html").read_text("utf-8")
    assert 'failures="1"' in (repository / "j.xml").read_text("utf-8")
    full, uploaded = (
        json.loads(path.read_text("utf-8"))["runs"][0]["results"]
        for path in (repository / "factcheck.sarif", Path(output["upload"]))
    )
    assert sorted(one["baselineState"] for one in full) == ["new", "unchanged"]
    assert [one["ruleId"] for one in uploaded] == ["no-such-date"]


@needs_bash
@needs_git
def test_the_gitlab_job(repository: Path) -> None:
    script = "\n".join(example(".gitlab-ci.yml")["factcheck"]["script"])
    done = bash(script, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")
    assert done.returncode == 123, done.stderr  # what xargs makes of a command that failed
    assert "Errors (1)" in done.stdout
    assert 'failures="1"' in (repository / "junit.xml").read_text("utf-8")
    assert (repository / "factcheck.md").is_file()
    assert bash(script, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="draft").returncode != 0  # no such branch at the origin


def test_the_action_is_well_formed() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert all("shell" in one for one in ACTION["runs"]["steps"] if "run" in one)
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == ACTION["inputs"].keys()
    for one in ACTION["runs"]["steps"]:
        assert "${{" not in one.get("run", ""), "an input's words would become part of the script"
    for name in ACTION["inputs"].keys() | ACTION["outputs"].keys():
        assert f"`{name}`" in PAGE


def test_the_hooks_that_are_shown_exist() -> None:
    (repo,) = example(".pre-commit-config.yaml")["repos"]
    assert repo["repo"] == factcheck.HOME
    assert repo["rev"] == f"v{factcheck.__version__}"
    assert {hook["id"] for hook in repo["hooks"]} <= HOOKS.keys()
    assert all(f"`{name}`" in PAGE for name in HOOKS)


@pytest.mark.parametrize("name", sorted(HOOKS))
def test_hooks_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word_rules: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for path, text in (("articles/old.txt", OLD), ("articles/new.txt", NEW)):
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")
    hook = HOOKS[name]
    program, *words = hook["entry"].split()
    assert program == "factcheck"
    arguments = {"factcheck": ["--against", "articles"], "factcheck-audit": [], "factcheck-rules": [str(word_rules)]}
    files = ["articles/new.txt"] if hook.get("pass_filenames", True) else []
    assert all(re.search(hook["files"], file) for file in files)
    assert run([*words, *arguments[name], *files]) == (1 if name == "factcheck" else 0)


def test_every_command_and_option_exists(capfd: pytest.CaptureFixture[str]) -> None:
    text = re.sub(r"\s*\n\s+(?=--)", " ", "\n".join(text for _, text in BLOCKS))
    lines = re.findall(r"\bfactcheck (?:audit|check|rules) .*", text)
    assert len(lines) >= 4
    for line in lines:
        words = line.split()
        assert run([words[1], "--help"]) == 0
        shown = capfd.readouterr().out
        for option in (word for word in words if word.startswith("--") and word != "--"):
            assert option in shown, line


def test_every_yaml_block_parses_and_names_its_file() -> None:
    names = [text.partition("\n")[0] for language, text in BLOCKS if language == "yaml"]
    assert len(names) == 4
    for name in names:
        assert isinstance(example(name.removeprefix("# ")), dict)


def test_the_formats_are_all_told() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (?:`(\.\w+)`)? ?\|", PAGE, re.M))
    assert rows == {format_.name: format_.suffixes[0] if format_.suffixes else "" for format_ in ALL}


def test_addresses_are_those_of_the_project() -> None:
    owner = factcheck.HOME.removeprefix("https://github.com/")
    assert set(re.findall(r"github\.com/(\S+?)\"?$", PAGE, re.M)) == {owner}
    assert f"uses: {owner}@" in PAGE
