"""TOML with positions."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import UserError
from factcheck.userfile.toml_file import read_toml

TEXT = """\
# comment
[project]
name = "x"

[tool.factcheck]
rules = ["a", "b"]
  severities.one = "error"
"fail_on" = "never"

[tool.factcheck.other]
two = "info"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pyproject.toml"


@pytest.mark.parametrize(
    ("loc", "key", "line", "column"),
    [
        ((), False, 5, 2),
        (("rules",), True, 6, 1),
        (("rules",), False, 6, 9),
        (("rules", 1), False, 6, 9),
        (("fail_on",), True, 8, 1),
        (("severities", "one"), True, 7, 3),
        (("severities", "one"), False, 7, 20),
        (("other", "two"), False, 11, 7),
        (("absent",), True, 5, 2),
    ],
)
def test_positions(path: Path, loc: tuple[str | int, ...], key: bool, line: int, column: int) -> None:
    path.write_text(TEXT, encoding="utf-8")
    written = read_toml(path).below(("tool", "factcheck"))
    assert written is not None
    assert written.position(loc, key=key) == (line, column)


def test_no_such_table(path: Path) -> None:
    path.write_text("[tool.other]\nx = 1\n", encoding="utf-8")
    assert read_toml(path).below(("tool", "factcheck")) is None


def test_broken_toml(path: Path) -> None:
    path.write_text("[tool.factcheck]\nrules = [\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"pyproject.toml:3:1: not valid TOML: "):
        read_toml(path)
    path.write_text("[tool.factcheck]\nrules = nonsense\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"pyproject.toml:2:9: not valid TOML: Invalid value"):
        read_toml(path)
