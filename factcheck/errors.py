"""What can go wrong that a user can mend, as values and as one exception."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that could not be judged, and why; the run goes on and ends with exit code 2."""

    document: str
    reason: str


class UserError(Exception):
    """A mistake in what the user gave us, told as ``path:line:column: what is wrong``.

    ``line`` and ``column`` count from 1. Raised for what stops the run (a broken rule, an unknown
    setting); an unreadable article is a ``Skipped`` value instead.
    """

    def __init__(self, message: str, *, path: str | None = None, line: int | None = None, column: int | None = None):
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        super().__init__(str(self))

    def __str__(self) -> str:
        where = [str(part) for part in (self.path, self.line, self.column) if part is not None]
        return f"{':'.join(where)}: {self.message}" if where else self.message
