"""Who else gives a value: the first few by name and place, the rest as a number, for a hot event has hundreds."""

from __future__ import annotations

from factcheck.checks.model import Evidence

MOST_LINES, MOST_PLACES = 5, 9


class Supporters:
    """The supporters of one of the two values of a conflict, as lines for its explanation and places to cite."""

    def __init__(self, *, cite_all: bool = False) -> None:
        self._cite_all = cite_all
        self.places: list[Evidence] = []
        self._lines: list[str] = []
        self._further: dict[str, int] = {}

    def add(self, line: str, place: Evidence, counted: str) -> None:
        """One more, told as ``line`` or, where there are enough of them, among those who ``counted`` ("give it, too").

        The place is cited as long as there are few.
        """
        if len(self._lines) < MOST_LINES:
            self._lines.append(line)
        else:
            self._further[counted] = self._further.get(counted, 0) + 1
        if self._cite_all or len(self.places) < MOST_PLACES:
            self.places.append(place)

    @property
    def lines(self) -> list[str]:
        """One line each, then how many more there are; at least so many, for a very large story is read in portions."""
        return [*self._lines, *(f"At least {number} more {told}." for told, number in self._further.items())]
