"""Writes ``docs/rules/*.md`` from ``rules/``; with ``--check`` only says what would change (exit code 1).

usage: python tools/rule_docs.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from factcheck.report.rule_page import index, markdown
from factcheck.ruleset import load_ruleset

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "rules"


def pages() -> dict[str, str]:
    """File name to content, for every rule and the index."""
    rules = load_ruleset().rules
    return {"README.md": index(rules), **{f"{rule.name}.md": markdown(rule) for rule in rules}}


def main(arguments: list[str]) -> int:
    check = arguments == ["--check"]
    if arguments and not check:
        print(__doc__, file=sys.stderr)
        return 2
    wanted = pages()
    present = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")} if FOLDER.is_dir() else {}
    changed = sorted(name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name))
    if check:
        for name in changed:
            print(f"docs/rules/{name} is not what rules/ says; run: python tools/rule_docs.py", file=sys.stderr)
        return 1 if changed else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in changed:
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], encoding="utf-8")
        else:
            (FOLDER / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
