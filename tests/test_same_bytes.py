"""The same articles give the same bytes in every format, whatever Python's hashes, the time zone and the jobs are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.report.formats import FORMATS

ROOT = Path(__file__).parents[1]


def printed(folder: Path, seed: int, *arguments: str) -> dict[str, bytes]:
    """What a process of its own prints and writes; ``{}`` in an argument is the folder for files."""
    folder.mkdir(parents=True)
    environment = {
        **os.environ, "PYTHONHASHSEED": str(seed), "TZ": ("UTC", "Asia/Seoul", "America/Lima")[seed % 3],
        "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / "cache"), "PYTHONUTF8": "1",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *(word.replace("{}", str(folder)) for word in arguments)],
        cwd=ROOT, env=environment, capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr.decode()
    assert done.stderr == b""
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
    return {"standard output": done.stdout, **files}


def test_every_format_of_a_report(tmp_path: Path) -> None:
    outputs = [word for name in FORMATS for word in ("--output", f"{name}:{{}}/report.{name}")]
    first, *others = (
        printed(tmp_path / str(seed), seed, "audit", "seeds", "--steps", *outputs, *more)
        for seed, more in ((0, ()), (1, ("--no-store",)), (2, ("--jobs", "2")))
    )
    assert first.keys() == {"standard output", *(f"report.{name}" for name in FORMATS)}
    for other in others:
        assert {name for name in first if first[name] != other[name]} == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("timeline", "seeds", "--format", "json"),
        ("extract", "seeds", "--stage", "events", "--format", "jsonl"),
        ("baseline", "seeds", "--output", "{}/known.json"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_other_commands(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    found = [printed(tmp_path / str(seed), seed, *arguments) for seed in (0, 1)]
    for one in found:  # the baseline names the file that it wrote
        one["standard output"] = b"" if arguments[0] == "baseline" else one["standard output"]
    assert found[0] == found[1]
    assert any(found[0].values())
