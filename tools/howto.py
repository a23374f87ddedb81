"""Fills docs/write-your-own-rules.md: files of its example as they stand, and what its commands print.

With ``--check`` it only says whether the page is true (exit code 1 if not).

usage: python tools/howto.py [--check]
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
from pathlib import Path

from factcheck.cli.main import run

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "write-your-own-rules.md"
EXAMPLE = ROOT / "docs" / "examples" / "court-reporting"
_BLOCK = re.compile(r"^```(yaml|toml|console)\n(.*?)^```$", re.M | re.S)


def filled(page: str) -> str:
    """The page with every block that names a file or a command written anew. Stands in the example's folder."""
    here = Path.cwd()
    os.chdir(EXAMPLE)
    try:
        return _BLOCK.sub(lambda block: f"```{block[1]}\n{_content(block[1], block[2])}```", page)
    finally:
        os.chdir(here)


def _content(language: str, text: str) -> str:
    if language != "console":
        name = text.partition("\n")[0]
        return f"{name}\n{Path(name.removeprefix('#').strip()).read_text(encoding='utf-8')}"
    commands = [line for line in text.splitlines() if line.startswith("$ factcheck ")]
    return "".join(f"{line}\n{printed(shlex.split(line)[2:])}" for line in commands) or text


def printed(arguments: list[str]) -> str:
    """What a command prints on standard output, in UTF-8 and for no terminal."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
    with contextlib.redirect_stdout(stream):
        run(arguments)
    return raw.getvalue().decode("utf-8")


def main(arguments: list[str]) -> int:
    check = arguments == ["--check"]
    if arguments and not check:
        print(__doc__, file=sys.stderr)
        return 2
    page = PAGE.read_text(encoding="utf-8")
    wanted = filled(page)
    if check and wanted != page:
        print(f"{PAGE.relative_to(ROOT)} is not true any more; run: python tools/howto.py", file=sys.stderr)
        return 1
    if wanted != page:
        PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
