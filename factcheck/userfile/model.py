"""What a file that a user wrote holds, and where in the file each part of it stands."""

from __future__ import annotations

from typing import Any, Protocol

from factcheck.errors import UserError

Loc = tuple[int | str, ...]
"""The way from the root to a value: keys and indexes, as pydantic reports them."""


class Written(Protocol):
    """The content of a file: plain dicts, lists and strings, with the way back to line and column."""

    @property
    def path(self) -> str: ...

    @property
    def value(self) -> Any: ...

    def position(self, loc: Loc, *, key: bool = False) -> tuple[int, int]:
        """Line and column, both from 1, of the value at ``loc`` (of its key, if ``key``).

        The nearest enclosing value that exists, where ``loc`` leads nowhere (a missing key).
        """
        ...


def mistake(written: Written, loc: Loc, message: str, *, key: bool = False) -> UserError:
    """A mistake at ``loc`` of a file, as an exception to raise or to collect."""
    line, column = written.position(loc, key=key)
    return UserError(message, path=written.path, line=line, column=column)
