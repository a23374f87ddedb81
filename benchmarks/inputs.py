"""Drawing articles out of large files: articles a second of CPU and peak memory of each kind of file.

Each kind is measured in a process of its own; what is drawn is thrown away, as workers would take it.

usage: python benchmarks/inputs.py [ARTICLES]        60,000 unless told
"""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from factcheck.document.sources import Source
from factcheck.document.splitting import split

KINDS = ("jsonl", "jsonl.gz", "warc.gz", "parquet")


def texts(count: int) -> Iterator[str]:
    """Texts of some 425 words."""
    for number in range(count):
        yield f"A heron landed in Porto on Monday, 4 March 2024, and the harbour was closed for {number} hours. " * 25


def write(path: Path, kind: str, count: int) -> None:
    """A file of one kind with ``count`` articles."""
    if kind == "parquet":
        import pyarrow
        from pyarrow import parquet

        parquet.write_table(pyarrow.table({"id": range(count), "text": list(texts(count))}), path)
        return
    with path.open("wb") as file:
        for number, text in enumerate(texts(count)):
            if kind == "warc.gz":
                page = f"<html><body><p>{text}</p></body></html>"
                body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
                head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{number}\r\n"
                data = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"
            else:
                data = json.dumps({"id": number, "text": text}).encode() + b"\n"
            file.write(gzip.compress(data, 1) if kind.endswith(".gz") else data)


def measure(path: Path, count: int) -> str:
    """Draws all pieces; called in a fresh process, since the peak is the process's."""
    began = time.process_time()
    drawn = sum(len(piece.data or b"") for piece in split(Source(str(path))))
    took = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = path.stat().st_size / 1e6
    return f"{size:8.1f} {drawn / 1e6:10.1f} {took:7.2f} {count / took:12,.0f} {peak:9.0f}"


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--measure"]:
        print(measure(Path(arguments[1]), int(arguments[2])))
        return 0
    count = int(arguments[0]) if arguments else 60_000
    print(f"{count:,} articles\n{'kind':10}{'MB':>8} {'MB drawn':>10} {'CPU s':>7} {'articles/s':>12} {'peak MB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            path = Path(folder, f"a.{kind}")
            # Written in another process, too: what that took must not count as the measured one's peak.
            writing = (
                "import sys, inputs, pathlib; inputs.write(pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))"
            )
            here = Path(__file__).parent
            subprocess.run([sys.executable, "-c", writing, str(path), kind, str(count)], cwd=here, check=True)
            told = subprocess.run(
                [sys.executable, __file__, "--measure", str(path), str(count)],
                check=True,
                capture_output=True,
                text=True,
            )
            print(f"{kind:10}{told.stdout.rstrip()}")
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
