"""Fills pages of docs/: files of their examples as they stand, and what their commands print.

A block of YAML, TOML, Python or text whose first line is ``# PATH`` shows that file. After each ``$ factcheck`` line of
a console block stands what the command prints, with ``; echo $?`` also its exit code; ``$ python SCRIPT`` works, too.
With ``--check`` it only says whether the pages are true (exit code 1 if not).

usage: python tools/howto.py [--check]
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import runpy
import shlex
import sys
from pathlib import Path

from factcheck.cli.main import run

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = {
    "write-your-own-rules.md": "docs/examples/court-reporting",
    "api.md": ".",
    "tutorial.md": "docs/examples/first-week",
    "reading-a-report.md": "docs/examples/first-week",
    "how-events-are-linked.md": "docs/examples/linking",
    "baseline.md": "docs/examples/archive",
    "large-corpora.md": ".",
}
"""Each page with the folder that one stands in."""
_BLOCK = re.compile(r"^```(yaml|toml|python|text|console)\n(.*?)^```$", re.M | re.S)
_COMMAND = re.compile(r"\$ (factcheck|python) (.*?)(; echo \$\?)?$")


def filled(page: str, folder: str = PAGES["write-your-own-rules.md"]) -> str:
    """The page with every block that names a file or a command written anew, as seen from ``folder``."""
    here = Path.cwd()
    os.chdir(ROOT / folder)
    try:
        return _BLOCK.sub(lambda block: f"```{block[1]}\n{_content(block[1], block[2])}```", page)
    finally:
        os.chdir(here)


def _content(language: str, text: str) -> str:
    if language == "console":
        return "".join(_told(line) for line in text.splitlines() if _COMMAND.match(line)) or text
    path = Path(text.partition("\n")[0].removeprefix("#").strip())
    return f"# {path}\n{path.read_text(encoding='utf-8')}" if text.startswith("# ") and path.is_file() else text


def _told(line: str) -> str:
    command = _COMMAND.match(line)
    assert command is not None
    output, code = printed(shlex.split(command[2]), script=command[1] == "python")
    return f"{line}\n{output}" + (f"{code}\n" if command[3] else "")


def printed(arguments: list[str], *, script: bool = False) -> tuple[str, int]:
    """What a command prints on standard output, in UTF-8 and for no terminal, and its exit code."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
    with contextlib.redirect_stdout(stream):
        code = _run_script(arguments) if script else run(arguments)
    return raw.getvalue().decode("utf-8"), code


def _run_script(arguments: list[str]) -> int:
    before = sys.argv
    sys.argv = arguments
    try:
        runpy.run_path(arguments[0], run_name="__main__")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1 if end.code else 0
    finally:
        sys.argv = before
    return 0


def main(arguments: list[str]) -> int:
    check = arguments == ["--check"]
    if arguments and not check:
        print(__doc__, file=sys.stderr)
        return 2
    wrong = False
    for name, folder in PAGES.items():
        page = (DOCS / name).read_text(encoding="utf-8")
        wanted = filled(page, folder)
        if wanted == page:
            continue
        wrong = True
        if check:
            print(f"docs/{name} is not true any more; run: python tools/howto.py", file=sys.stderr)
        else:
            (DOCS / name).write_text(wanted, encoding="utf-8")
    return 1 if check and wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
