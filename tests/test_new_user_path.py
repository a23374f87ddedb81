"""docs/new-user-path.md, run as a new user would: each block in a shell, one after the other."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "new-user-path.md").read_text(encoding="utf-8")


@pytest.mark.skipif(not (shutil.which("bash") and shutil.which("git")), reason="needs bash and git")
def test_the_path_of_a_new_user(tmp_path: Path) -> None:
    install, *blocks = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.M | re.S)
    assert "pip install" in install
    assert len(blocks) == 5
    clone, tools = tmp_path / "factcheck", tmp_path / "bin"
    tools.mkdir()
    (tools / "factcheck").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m factcheck "$@"\n')
    (tools / "factcheck").chmod(0o755)
    for part in ("seeds", "docs/examples/first-week"):
        shutil.copytree(ROOT / part, clone / part)
    names = {f"GIT_{role}_{what}": f"desk{'@example.test' * (what == 'EMAIL')}"
             for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}  # fmt: skip
    environment = {
        **os.environ, **names, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", "\n".join(blocks)],
        cwd=clone, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "<title>factcheck: " in (clone / "report.html").read_text("utf-8")
    (promised,) = re.findall(r"`(4 examples [^`]*)`", PAGE)
    assert f"\n{promised}\n" in done.stdout
    annotations = [line for line in done.stdout.splitlines() if line.startswith("::")]
    assert len(annotations) == 2
    assert all(line.startswith("::error file=articles/verdict.txt,line=") for line in annotations)
    assert done.stdout.count("exit code 1\n") == 1
    assert done.stdout.endswith("exit code 0\n")
    assert "2 known findings left out (baseline)" in done.stdout
