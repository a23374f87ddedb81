"""The cost of checking one new article against a store of very many assertions, and of a second audit.

    python benchmarks/latency.py [--assertions 1000000] [--store FILE]

The store is filled with generated articles by ordinary audits (``--store FILE`` keeps it for the next time). Then, best
of five in processes of their own: ``factcheck --help``, a check of one article without a store, the same against the
store (the article is new: another account of one of the stories, with another day). Last, the second audit of an
unchanged corpus of 2,000 articles beside the first.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import tempfile
from pathlib import Path

from generated import article, articles
from measured import factcheck

_PORTION = 10_000


def fill(store: Path, folder: Path, assertions: int, jobs: int) -> int:
    """Audits generated articles into the store until it has so many assertions; returns how many."""
    begin = 0
    while (count := _assertions(store)) < assertions:
        path = folder / f"{begin}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for number, one in enumerate(articles(begin + _PORTION)):
                if number >= begin:
                    file.write(json.dumps(one) + "\n")
        factcheck("audit", str(path), "--store", str(store), "--jobs", str(jobs), "--format", "jsonl")
        path.unlink()
        begin += _PORTION
        print(f"{begin:,} articles, {_assertions(store):,} assertions", flush=True)
    return count


def _assertions(store: Path) -> int:
    if not store.is_file():
        return 0
    connection = sqlite3.connect(store)
    try:
        return int(connection.execute("SELECT count(*) FROM assertions").fetchone()[0])
    finally:
        connection.close()


def best(*arguments: str) -> float:
    """The least CPU of five runs, after one that warms the caches."""
    return min(factcheck(*arguments).cpu for _ in range(6))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--assertions", type=int, default=1_000_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--store")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = Path(options.store) if options.store else folder / "store.sqlite3"
        count = fill(store, folder, options.assertions, options.jobs)
        told = article(4321 if count > 100_000 else 21, 4)
        new = folder / "new.txt"
        new.write_text(f"{told['published']}\n\n{told['text']}\n", encoding="utf-8")
        help_cost = best("--help")
        alone = best("audit", str(new), "--no-store", "--format", "json")
        against = best("check", str(new), "--against", str(store), "--no-store", "--format", "json")
        print(f"store of {count:,} assertions, {store.stat().st_size / 1e6:,.0f} MB")
        print(f"--help {help_cost:.3f} s; one article alone {alone:.3f} s; against the store {against:.3f} s of CPU")
        corpus = folder / "corpus.jsonl"
        corpus.write_text("".join(json.dumps(one) + "\n" for one in articles(2000)), encoding="utf-8")
        second = folder / "second.sqlite3"
        runs = [factcheck("audit", str(corpus), "--store", str(second), "--format", "json").cpu for _ in range(2)]
        print(f"2,000 articles: first audit {runs[0]:.2f} s, second {runs[1]:.2f} s of CPU ({runs[1] / runs[0]:.1%})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
