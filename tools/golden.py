"""Writes ``reports/`` from ``seeds/``, a file a format; with ``--check`` only says what would change (exit code 1).

usage: python tools/golden.py [--check]
"""

from __future__ import annotations

import os
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


def main(arguments: list[str]) -> int:
    check = arguments == ["--check"]
    if arguments and not check:
        print(__doc__, file=sys.stderr)
        return 2
    code = 0
    for name, text in reports().items():
        path = ROOT / "reports" / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        if check:
            print(f"reports/{name} is not what factcheck says of seeds/; run: make golden", file=sys.stderr)
            code = 1
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
