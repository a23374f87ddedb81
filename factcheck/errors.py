"""What can go wrong that a user can mend, as values and as one exception."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that could not be judged, and why; the run goes on and ends with exit code 2.

    What is ``harmless`` was no article (the pictures of a web archive): it is told, and the run is whole without it.
    """

    document: str
    reason: str
    harmless: bool = False


def is_incomplete(skipped: Iterable[Skipped]) -> bool:
    """Whether something was skipped that should have been judged."""
    return any(not item.harmless for item in skipped)


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


class UserErrors(UserError):  # noqa: N818 - it is several of them
    """Several mistakes, told together, a line each, in the order of their places."""

    def __init__(self, errors: Iterable[UserError]):
        self.errors = tuple(sorted(errors, key=lambda error: (error.path or "", error.line or 0, error.column or 0)))
        super().__init__("\n".join(str(error) for error in self.errors))


def raise_all(errors: Iterable[UserError]) -> None:
    """Raises nothing for none, the error for one, and UserErrors for several (flattened)."""
    flat: list[UserError] = []
    for error in errors:
        flat.extend(error.errors if isinstance(error, UserErrors) else [error])
    if len(flat) == 1:
        raise flat[0]
    if flat:
        raise UserErrors(flat)
