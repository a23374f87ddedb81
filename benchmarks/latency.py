"""The cost of checking one new article against a store of very many assertions, and of a second audit.

    python benchmarks/latency.py [--assertions 1000000] [--store FILE]

The store is filled by an audit of 2,000 generated articles; what was read from them is then kept again and again under
other names and other keys until there are enough assertions (an audit of 170,000 articles would make the same store in
an hour; ``--store FILE`` keeps it for the next time, which holds as long as the classes of what is read stay the same).
Then, best of five in processes of their own: ``factcheck --help``, a check of one article without a store, the same
against the store (the article is new: another account of one of the stories, with another day, which the check must
find). Last, the second audit of an unchanged corpus beside the first.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import tempfile
from array import array
from dataclasses import replace
from pathlib import Path

from generated import article, articles
from measured import factcheck

from factcheck import cache
from factcheck.config import Settings
from factcheck.ruleset import load_ruleset
from factcheck.store.stamp import digest, reading_stamp
from factcheck.store.store import Store


def fill(store: Path, corpus: Path, assertions: int, jobs: int) -> int:
    """Audits the corpus into the store, then repeats its readings until it has so many assertions; returns how many."""
    if _assertions(store) >= assertions:
        _stamp(store)
        return _assertions(store)
    factcheck("audit", str(corpus), "--store", str(store), "--jobs", str(jobs), "--format", "jsonl")
    connection = sqlite3.connect(store)
    (reader,) = connection.execute("SELECT reader FROM documents LIMIT 1").fetchone()
    kept = Store(store, today=0)
    read = []
    for number, name in connection.execute("SELECT id, document FROM documents").fetchall():
        rows = connection.execute("SELECT * FROM assertions WHERE document = ?", (number,)).fetchall()
        source = connection.execute("SELECT source FROM documents WHERE id = ?", (number,)).fetchone()[0]
        article = next(one for one in kept.source(source) or () if getattr(one, "number", None) == number)
        read.append((name, article, [row[1:] for row in rows], kept.reading(number)))
    connection.close()
    count, copy = _assertions(store), 0
    while count < assertions:
        copy += 1
        for name, article, rows, data in read:
            document = replace(article.document, name=f"{name}-{copy}", digest=f"{article.document.digest}-{copy}")
            keys = array("Q", sorted((key * (2 * copy + 1)) & 0xFFFFFFFFFFFFFF for key in article.keys))
            kept.keep_source(digest(document.name.encode()), name, [(document, keys, rows, data)], reader=reader)
            count += len(rows)
        print(f"{count:,} assertions", flush=True)
    kept.close()
    return count


def _stamp(store: Path) -> None:
    """Takes a store of an earlier time as filled by this factcheck: what it reads otherwise now changes no cost."""
    cache.use_folder()
    reader = reading_stamp(Settings(), load_ruleset())
    connection = sqlite3.connect(store)
    connection.execute("UPDATE documents SET reader = ? WHERE reader != ?", (reader, reader))
    connection.commit()
    connection.close()


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
        corpus = folder / "corpus.jsonl"
        corpus.write_text("".join(json.dumps(one) + "\n" for one in articles(2000)), encoding="utf-8")
        count = fill(store, corpus, options.assertions, options.jobs)
        told = article(20, 3)  # gives another day than the three accounts before it
        told["text"] += "\n\nThis is a late edition."
        new = folder / "new.txt"
        new.write_text(f"{told['published']}\n\n{told['text']}\n", encoding="utf-8")
        help_cost = best("--help")
        alone = best("audit", str(new), "--no-store", "--format", "json")
        against = best("check", str(new), "--against", str(store), "--no-store", "--format", "json")
        print(f"store of {count:,} assertions, {store.stat().st_size / 1e6:,.0f} MB")
        found = factcheck("check", str(new), "--against", str(store), "--no-store")
        print("the conflict is found" if found.code == 1 else f"the conflict is missed: {found.errors}")
        print(f"--help {help_cost:.3f} s; one article alone {alone:.3f} s; against the store {against:.3f} s of CPU")
        second = folder / "second.sqlite3"
        runs = [factcheck("audit", str(corpus), "--store", str(second), "--format", "json").cpu for _ in range(2)]
        print(f"2,000 articles: first audit {runs[0]:.2f} s, second {runs[1]:.2f} s of CPU ({runs[1] / runs[0]:.1%})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
