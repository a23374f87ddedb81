"""A command in a process of its own: CPU and peak memory of it and of its workers."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# What is installed has its byte code; a checkout that may write none would be compiled in each run.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU (user and system, workers with it) and of wall clock; peak memory in MB; exit code and output."""

    cpu: float
    wall: float
    parent: float
    worker: float
    code: int
    errors: str


def factcheck(*arguments: str, output: Path | None = None) -> Cost:
    """Runs ``factcheck``; its report goes to ``output`` or nowhere."""
    return command([sys.executable, "-m", "factcheck", *arguments], output)


def command(words: Sequence[str], output: Path | None = None) -> Cost:
    """Runs a command and waits. Memory is each process' own peak (VmHWM), looked at ten times a second."""
    peaks: dict[int, float] = {}
    begin = time.perf_counter()
    before = _spent()
    with (output or Path(os.devnull)).open("wb") as file:
        process = subprocess.Popen(words, stdout=file, stderr=subprocess.PIPE, env=_ENVIRONMENT)
        done = threading.Event()
        watch = threading.Thread(target=_watch, args=(process.pid, peaks, done))
        watch.start()
        _, errors = process.communicate()
        done.set()
        watch.join()
    cpu = _spent() - before
    workers = [peak for pid, peak in peaks.items() if pid != process.pid]
    return Cost(
        cpu,
        time.perf_counter() - begin,
        peaks.get(process.pid, 0.0),
        max(workers, default=0.0),
        process.returncode,
        errors.decode("utf-8", "replace"),
    )


def _spent() -> float:
    """Seconds of CPU of all processes that this one has waited for; ``os.times`` tells them in hundredths."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _watch(root: int, peaks: dict[int, float], done: threading.Event) -> None:
    while not done.wait(0.1):
        for pid in _family(root):
            try:
                status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
                peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
            except (OSError, StopIteration):
                continue
            peaks[pid] = max(peaks.get(pid, 0.0), int(peak.split()[1]) / 1024)


def _family(root: int) -> list[int]:
    found, pending = [], [root]
    while pending:
        pid = pending.pop()
        found.append(pid)
        try:
            pending += map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split())
        except (OSError, ValueError):
            continue
    return found
