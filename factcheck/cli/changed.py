"""``--changed-since REV``: which articles git says changed, asked in the repositories that the articles stand in."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.later import click
from factcheck.errors import UserError

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.findings.model import Run
    from factcheck.pipeline import Means
    from factcheck.ruleset.model import Ruleset

_TIMEOUT = 120
_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
"""A hook's variables, relative to another folder than the one git is asked in."""


def check_paths(paths: Sequence[str], revision: str) -> None:
    """Raises UsageError for what git cannot know: standard input, pipes, options in the place of a revision."""
    from factcheck.userfile.descriptors import is_descriptor

    if not revision or revision.startswith("-"):
        raise click.UsageError(f"--changed-since wants a commit, branch or tag, not '{revision}'")
    for path in paths:
        if path == "-" or is_descriptor(path):
            raise click.UsageError(f"--changed-since goes with files and folders, not with {path}")


def judge_changed(
    paths: Sequence[str],
    against: Sequence[str],
    revision: str,
    settings: Settings,
    ruleset: Ruleset,
    means: Means,
) -> Run:
    """Checks the changed articles among ``paths`` against the rest of them and ``against``.

    Where none changed, nothing is read: the run has no document, and in ``skipped`` only paths that lead nowhere.
    """
    from factcheck.document.sources import find_sources
    from factcheck.findings.model import Run
    from factcheck.pipeline import check

    sources, skipped = find_sources(paths, max_bytes=settings.max_bytes)
    changed = changed_files(paths, revision)
    new = [source.path for source in sources if os.path.realpath(source.path) in changed]
    if not new:
        return Run((), (), tuple(skipped), new=frozenset())
    return check(new, [*paths, *against], settings, ruleset, means)


def changed_files(paths: Sequence[str], revision: str) -> frozenset[str]:
    """Real paths of the files that differ from ``revision`` in the repositories of ``paths``, with untracked ones.

    Files that git ignores and those that are gone are not among them. Raises UserError where git, a repository or the
    revision is missing.
    """
    roots = dict.fromkeys(_root(folder) for folder in dict.fromkeys(map(_folder, paths)))
    found: set[str] = set()
    for root in roots:
        commit = _commit(root, revision)
        options = ["--name-only", "-z", "--diff-filter=d", "--no-renames", "--no-ext-diff", "--no-textconv"]
        listed = _git(root, "diff", *options, commit, "--")
        listed += _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--")
        found.update(os.path.realpath(Path(root) / os.fsdecode(name)) for name in listed.split(b"\0") if name)
    return frozenset(found)


def _folder(path: str) -> str:
    """The folder that git is asked in; that of a missing path is its parent, and reading it will say what is wrong."""
    real = Path(os.path.realpath(path))
    while not real.is_dir():
        real = real.parent
    return str(real)


def _root(folder: str) -> str:
    done = _run(folder, "rev-parse", "--show-toplevel")
    if done.returncode:
        said = _said(done)
        reason = "it stands in no git repository" if "not a git repository" in said else said
        raise UserError(f"--changed-since: {reason}", path=_seen(folder))
    return os.fsdecode(done.stdout.removesuffix(b"\n"))


def _commit(root: str, revision: str) -> str:
    done = _run(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if done.returncode == 0:
        return done.stdout.decode("ascii").strip()
    hint = ""
    if _run(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        hint = "; the clone is shallow: fetch more of it first (git fetch --unshallow)"
    elif ".." in revision:
        hint = "; name one commit: the files that differ from it now are judged"
    raise UserError(f"--changed-since: git knows no commit '{revision}'{hint}", path=_seen(root))


def _git(root: str, *arguments: str) -> bytes:
    done = _run(root, *arguments)
    if done.returncode:
        raise UserError(f"--changed-since: git {arguments[0]} failed: {_said(done)}", path=_seen(root))
    return done.stdout


def _run(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Runs git in a folder; nothing that the repository's configuration names is run by it."""
    environment = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    command = ["git", "-C", folder, "-c", "core.fsmonitor=false", *arguments]
    try:
        return subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=_TIMEOUT, check=False
        )
    except FileNotFoundError:
        raise UserError("--changed-since needs git, which is not installed") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UserError(f"--changed-since: git could not be run: {error}") from None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """The first line of what git complains of."""
    from factcheck.report.safe import for_terminal

    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return for_terminal(lines[0].removeprefix("fatal: ")) if lines else f"exit code {done.returncode}"


def _seen(folder: str) -> str:
    """A folder as seen from the one that the user stands in, where it is below it."""
    return os.path.relpath(folder) if Path(folder).is_relative_to(Path.cwd()) else folder
