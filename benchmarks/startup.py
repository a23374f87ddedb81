"""What a run of the command line costs before and beside reading: CPU time of small audits, each a process of its own.

usage: python benchmarks/startup.py [--runs N]

Each line is the least of N runs (5) in seconds of CPU, user and system, from getrusage of the child, in a folder
without settings:

* ``kept``: what earlier runs keep in the user's cache folder is there (patterns, rules, event lexicon), but not what
  they read of the articles (``--no-store``); this is what a run on a new article costs;
* ``store``: an audit of the same article again, which needs no reading;
* ``first``: nothing is kept, as in the first run after an installation or with ``FACTCHECK_CACHE=off``.

Modules are compiled to byte code first, as an installer does it. Nothing else should run beside it: on a busy machine
the same work costs up to twice the CPU time.
"""

from __future__ import annotations

import argparse
import compileall
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORDS = 400


def cpu(arguments: list[str], folder: Path, cache: str, runs: int) -> float:
    """The least CPU time of a run in seconds; one run before them is not counted."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"FACTCHECK_CACHE": cache, "PYTHONPATH": str(ROOT)}
    least = float("inf")
    for number in range(runs + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "factcheck", *arguments]
        subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if number:
            least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return least


def main() -> None:
    """Prints a line a case."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    compileall.compile_dir(str(ROOT / "factcheck"), quiet=2)
    articles = sorted(path for path in (ROOT / "seeds").iterdir() if path.name[0].isdigit())
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "empty.txt").write_text("\n")
        (folder / "sentence.txt").write_text("The committee met in Lisbon on Monday.\n")
        words = articles[0].read_text("utf-8").split(" ")
        (folder / "article.txt").write_text(" ".join(words[:WORDS]), "utf-8")
        cases = {
            "an empty article": ["empty.txt"],
            "one sentence": ["sentence.txt"],
            f"one article, {WORDS} words": ["article.txt"],
            f"seeds/, {len(articles)} articles": [str(path) for path in articles],
        }
        print(f"{'':28}{'kept':>8}{'store':>8}{'first':>8}")
        print(f"{'--help':28}{cpu(['--help'], folder, str(folder / 'kept'), runs):8.3f}")
        for name, paths in cases.items():
            audit = ["audit", *paths, "--format", "json"]
            figures = (
                cpu([*audit, "--no-store"], folder, str(folder / "kept"), runs),
                cpu(audit, folder, str(folder / "kept"), runs),
                cpu([*audit, "--no-store"], folder, "off", runs),
            )
            print(f"{name:28}" + "".join(f"{figure:8.3f}" for figure in figures), flush=True)


if __name__ == "__main__":
    main()
