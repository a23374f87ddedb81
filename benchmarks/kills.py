"""Kills an audit that writes a store at random moments, then looks whether the next run says what it should.

    python benchmarks/kills.py [--kills 50] [--articles 200] [--seed 1]

Each round begins with an empty store, kills the audit (SIGKILL, the whole process group) after a random part of the
time that an undisturbed run takes, and runs it again to the end. Exit code 1 if a report differs or the store was
damaged.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from generated import articles


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random = Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = folder / "articles"
        corpus.mkdir()
        for one in articles(options.articles):
            (corpus / f"{one['id']}.txt").write_text(f"{one['published']}\n\n{one['text']}\n", encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "factcheck",
            "audit",
            "articles",
            "--format",
            "json",
            "--jobs",
            str(options.jobs),
        ]
        begin = time.perf_counter()
        expected = subprocess.run([*command, "--no-store"], capture_output=True, cwd=folder, check=False).stdout
        span = time.perf_counter() - begin
        findings = len(json.loads(expected)["findings"])
        print(f"{options.articles} articles, {findings} findings, {span:.1f} s undisturbed", flush=True)
        wrong = damaged = 0
        kept: list[int] = []
        store = folder / "store.sqlite3"
        for _ in range(options.kills):
            for path in folder.glob("store.sqlite3*"):
                path.unlink()
            process = subprocess.Popen(
                [*command, "--store", str(store)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=folder,
                start_new_session=True,
            )
            time.sleep(random.uniform(0.0, span))
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            kept.append(_count(store))
            again = subprocess.run([*command, "--store", str(store)], capture_output=True, cwd=folder, check=False)
            wrong += again.stdout != expected
            damaged += b"damaged" in again.stderr
        print(f"{options.kills} kills: {wrong} reports differ, {damaged} stores damaged")
        print(f"articles kept when killed: {sorted(kept)}")
    return int(bool(wrong or damaged))


def _count(store: Path) -> int:
    import sqlite3

    try:
        connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.Error:
        return 0


if __name__ == "__main__":
    raise SystemExit(main())
