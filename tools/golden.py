"""Writes ``reports/`` from ``seeds/``, a file a format, and README's excerpt; ``--check`` only says what would change.

usage: python tools/golden.py [--check]
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from factcheck.config import Settings
from factcheck.pipeline import audit
from factcheck.report import render
from factcheck.report.layout import Layout
from factcheck.ruleset import load_ruleset

ROOT = Path(__file__).resolve().parent.parent
FORMATS = {
    "seeds.txt": "table",
    "seeds.md": "markdown",
    "seeds.json": "json",
    "seeds.sarif": "sarif",
    "seeds.html": "html",
}


def reports() -> dict[str, str]:
    """File name to report on ``seeds/``. The folder is named as from the project's root, wherever we are."""
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        articles = sorted(str(path) for path in Path("seeds").iterdir() if path.stem[:1].isdigit())
        run = audit(articles, Settings(), load_ruleset())
    finally:
        os.chdir(here)
    return {name: render(run, format_, Layout(steps=True)) for name, format_ in FORMATS.items()}


def readme(table: str) -> str:
    """README.md with its excerpt from the table: the row of the finding that the excerpt begins with."""
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    before, excerpt, after = re.split(r"(?<=^```console\n)(.*?)(?=^```$)", page, maxsplit=1, flags=re.M | re.S)
    rule = excerpt.split()[1]
    rows = [row.strip("\n") for row in re.split(r"^[┌├└].*\n", table, flags=re.M)]
    found = next((row for row in rows if row.startswith(f"│ {rule} ")), excerpt.rstrip("\n"))
    return f"{before}{found}\n{after}"


def main(arguments: list[str]) -> int:
    check = arguments == ["--check"]
    if arguments and not check:
        print(__doc__, file=sys.stderr)
        return 2
    code = 0
    written = {f"reports/{name}": text for name, text in reports().items()}
    written["README.md"] = readme(written["reports/seeds.txt"])
    for name, text in written.items():
        path = ROOT / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        if check:
            print(f"{name} is not what factcheck says of seeds/; run: make golden", file=sys.stderr)
            code = 1
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
