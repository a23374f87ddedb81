"""YAML with positions."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import UserError
from factcheck.userfile.yaml_file import parse_yaml, read_yaml


def test_every_scalar_is_a_string() -> None:
    written = parse_yaml("a: 12:30\nb: no\nc: 2024-03-05\nd: 1e3\ne:\nf: ~\ng: 'x'\n", "r.yaml")
    assert written.value == {
        "a": "12:30", "b": "no", "c": "2024-03-05", "d": "1e3", "e": "", "f": "~", "g": "x",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("loc", "key", "line", "column"),
    [
        ((), False, 1, 1),
        (("name",), True, 1, 1),
        (("name",), False, 1, 7),
        (("list", 1), False, 4, 5),
        (("map", "inner"), True, 6, 3),
        (("map", "inner"), False, 6, 10),
        (("map", "absent"), False, 6, 3),  # the nearest thing that is there
        (("list", 9), False, 3, 3),
        (("name", "deeper"), False, 1, 7),
    ],
)
def test_positions(loc: tuple[str | int, ...], key: bool, line: int, column: int) -> None:
    written = parse_yaml("name: x\nlist:\n  - one\n  - two\nmap:\n  inner: 3\n", "r.yaml")
    assert written.position(loc, key=key) == (line, column)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [1, 2\nb: 3\n", "r.yaml:2:2: not valid YAML: did not find expected ',' or ']'"),
        ("a: 1\n\tb: 2\n", "r.yaml:2:1: not valid YAML: "),
        ("a: 1\na: 2\n", "r.yaml:2:1: duplicate key 'a'"),
        ("x:\n  a: 1\n  b: 2\n  a: 3\n", "r.yaml:4:3: duplicate key 'a'"),
        ("a: &b [1]\nc: *b\n", "r.yaml:1:4: aliases (*name) are not supported"),
        ("? [1, 2]\n: x\n", "r.yaml:1:3: a key must be plain text"),
        ("a: 1\n---\nb: 2\n", "r.yaml:2:1: not valid YAML: but found another document"),
        ("a: \x07\n", "r.yaml:1:4: not valid YAML: the character U+0007 is not allowed"),
        ("a: !!python/object:os.system x\n", None),
        ("a: '" + "x" * 10, "r.yaml:1:15: not valid YAML: found unexpected end of stream"),
        ("[" * 60 + "]" * 60, "r.yaml:1:52: nested more than 50 levels deep"),
    ],
)
def test_mistakes_have_places(text: str, message: str | None) -> None:
    if message is None:
        assert parse_yaml(text, "r.yaml").value == {"a": "x"}  # a tag is nothing but a name here
        return
    with pytest.raises(UserError) as caught:
        parse_yaml(text, "r.yaml")
    assert str(caught.value).startswith(message)


def test_a_billion_laughs_is_refused() -> None:
    text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for here, before in zip("bcdefghi", "abcdefgh", strict=True):
        text += f"{here}: &{here} [{', '.join([f'*{before}'] * 9)}]\n"
    with pytest.raises(UserError, match="aliases"):
        parse_yaml(text, "r.yaml")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"absent.yaml: cannot be read: No such file"):
        read_yaml(tmp_path / "absent.yaml")
    (tmp_path / "latin.yaml").write_bytes(b"a: 1\nb: caf\xe9\n")
    with pytest.raises(UserError, match=r"latin.yaml:2:7: not UTF-8 text"):
        read_yaml(tmp_path / "latin.yaml")
    (tmp_path / "mark.yaml").write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read_yaml(tmp_path / "mark.yaml").value == {"a": "1"}


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("a:-[]{}&*!|>'\"#%@`, \n\t\x00é?"), max_size=60))
def test_any_text_parses_or_is_a_user_error(text: str) -> None:
    try:
        written = parse_yaml(text, "r.yaml")
    except UserError as error:
        assert str(error).startswith("r.yaml")
    else:
        assert written.position(("a", 0)) >= (1, 1)
