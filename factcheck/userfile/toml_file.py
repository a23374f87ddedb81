"""TOML with positions. The standard parser keeps none, so the place of a key is found again by a scan."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factcheck.errors import UserError
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.userfile.model import Loc
from factcheck.userfile.reading import read_text

_PART = r"(?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')"
_HEADER = regex(rf"\s*\[(\[)?\s*({_PART}(?:\s*\.\s*{_PART})*)\s*\]")
_KEY = regex(rf"(\s*)({_PART}(?:\s*\.\s*{_PART})*)(\s*=\s*)")
_PARTS = regex(_PART)
_AT = regex(r"\(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A :class:`~factcheck.userfile.model.Written` from a table of a TOML file.

    ``value`` is the table at ``root`` and locations are relative to it; ``places`` maps a key's way from
    the file's root to the line, the key's column and the value's column. A table of an array (``[[a]]``) has
    its number in the way; items of other arrays have no place of their own.
    """

    path: str
    value: Any
    root: tuple[str, ...]
    places: dict[Loc, tuple[int, int, int]]

    def position(self, loc: Loc, *, key: bool = False) -> tuple[int, int]:
        """Line and column of the value at ``loc`` (an array's for its items), or of its key."""
        wanted = way = self.root + loc
        while way:
            if way in self.places:
                line, key_column, value_column = self.places[way]
                return line, key_column if key and way == wanted else value_column
            way = way[:-1]
        return 1, 1

    def below(self, root: tuple[str, ...]) -> TomlFile | None:
        """The table at ``root``, or None where there is none."""
        value = self.value
        for step in root:
            if not isinstance(value, dict) or step not in value:
                return None
            value = value[step]
        return TomlFile(self.path, value, self.root + root, self.places)


def read_toml(path: Path) -> TomlFile:
    """Reads a file whole. Raises UserError for what is not TOML."""
    import tomllib

    text = read_text(path)
    try:
        value: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line = int(at[1]) if at and at[1] else text.count("\n") + 1
        column = int(at[2]) if at and at[2] else 1
        said = _AT.sub("", str(error)).strip()
        raise UserError(f"not valid TOML: {said}", path=str(path), line=line, column=column) from None
    return TomlFile(str(path), value, (), _places(text))


def _places(text: str) -> dict[Loc, tuple[int, int, int]]:
    """Where each key stands. Lines inside multi-line strings may add keys that are never asked for."""
    places: dict[Loc, tuple[int, int, int]] = {}
    numbers: dict[Loc, int] = {}
    table: Loc = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = ()
            parts = _split(header[2])
            for count, part in enumerate(parts, start=1):
                table = (*table, part)
                places.setdefault(table, (number, header.start(2) + 1, header.start(2) + 1))
                if header[1] and count == len(parts):
                    numbers[table] = numbers.get(table, -1) + 1
                if table in numbers:  # [a.b] below [[a]] is of its last table
                    table = (*table, numbers[table])
                    places.setdefault(table, (number, header.start(2) + 1, header.start(2) + 1))
        elif key := _KEY.match(line):
            parts = _split(key[2])
            for count in range(1, len(parts) + 1):
                places.setdefault((*table, *parts[:count]), (number, key.start(2) + 1, key.end() + 1))
    return places


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PARTS.findall(dotted))
