"""Look-ups in sorted files: those of the package are sorted, and both ways of searching give one answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.expressions import sorted_lines
from factcheck.expressions.sorted_lines import SortedLines

PACKAGE = Path(sorted_lines.__file__).parent
FILES = [
    PACKAGE / "place/data/gazetteer.txt",
    *(PACKAGE / f"vocabulary/data/{name}.txt" for name in ("words", "names")),
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_files_are_sorted(path: Path) -> None:
    lines = path.read_bytes().decode().split("\n")
    assert lines == sorted(set(lines))
    assert all(lines)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_hundredth_line_is_found_in_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sorted_lines, "_FEW", 10**9)
    table = SortedLines(path)
    lines = path.read_bytes().decode().split("\n")
    for line in [*lines[::100], lines[0], lines[-1]]:
        assert table.starting(line) == line


@pytest.mark.parametrize("few", [0, 10**9], ids=["whole", "in place"])
@pytest.mark.parametrize(
    ("start", "found"),
    [
        ("a", "ab"),
        ("ab", "ab"),
        ("ab\t", None),
        ("b", None),
        ("", "ab"),
        ("é", "éa"),
        ("z", None),
        ("ʻ", "ʻeua"),
        ("\U0001f600", None),
        ("\ud800", None),
        ("ab\nc", None),
        ("#", None),
    ],
)
def test_what_begins_so(
    start: str, found: str | None, few: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sorted_lines, "_FEW", few)
    path = tmp_path / "lines.txt"
    path.write_text("\n".join(["ab", "abc", "cd", "éa", "éb", "ʻeua"]), "utf-8")
    assert SortedLines(path).starting(start) == found
