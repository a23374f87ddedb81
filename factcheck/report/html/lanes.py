"""Where each claim is drawn: a lane an article, in as many rows as keep its marks apart."""

from __future__ import annotations

from collections import defaultdict

from factcheck.records import dataclass
from factcheck.report.html.axis import Axis
from factcheck.report.html.stories import Story
from factcheck.report.html.view import View
from factcheck.temporal.interval import DAY
from factcheck.timeline.model import Claim, Status

ROW = 18
_PADDING = 6
_LEAST = 11.0  # a mark is at least this wide, or nobody could hit it
_APART = 3.0
HEAD = 44  # the axis above the lanes


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim of event number ``event`` (from 1) as drawn, in pixels.

    ``coarse`` where it spans more than a month; ``status`` is the event's, but a claim that no finding cites is not
    what the dispute is about.
    """

    event: int
    claim: Claim
    left: float
    right: float
    top: float
    coarse: bool
    status: Status

    @property
    def middle(self) -> float:
        """The height at which lines to other marks begin."""
        return self.top + ROW / 2

    def towards(self, other: Mark) -> float:
        """Where in its width a line to another mark begins: as near to that one as it can."""
        there = (other.left + other.right) / 2
        if self.left <= there <= self.right:
            return there
        return (self.left + self.right) / 2 if not self.coarse else min(max(there, self.left), self.right)


@dataclass(frozen=True, slots=True)
class Lane:
    """An article's marks from the left, between ``top`` and ``bottom``."""

    document: str
    top: float
    bottom: float
    marks: tuple[Mark, ...]


def lanes(view: View, story: Story, axis: Axis) -> tuple[Lane, ...]:
    """A lane for each article of a story, from the top."""
    claims: dict[str, list[tuple[int, Claim]]] = defaultdict(list)
    for number, entry in story.events:
        for claim in entry.claims:
            claims[claim.document].append((number, claim))
    drawn: list[Lane] = []
    top = float(HEAD)
    for document in story.documents:
        lane = _lane(view, document, claims[document], axis, top)
        drawn.append(lane)
        top = lane.bottom
    return tuple(drawn)


def _lane(view: View, document: str, claims: list[tuple[int, Claim]], axis: Axis, top: float) -> Lane:
    placed = sorted(((*_extent(claim, axis), number, claim) for number, claim in claims), key=lambda mark: mark[:3])
    ends: list[float] = []
    marks: list[Mark] = []
    for left, right, number, claim in placed:
        row = next((row for row, end in enumerate(ends) if end + _APART <= left), len(ends))
        ends[row : row + 1] = [right]
        y = top + _PADDING + row * ROW
        length = (claim.interval.end or 0) - (claim.interval.start or 0)
        marks.append(Mark(number, claim, left, right, y, length > 32 * DAY, _status(view, number, claim)))
    return Lane(document, top, top + 2 * _PADDING + max(1, len(ends)) * ROW, tuple(marks))


def _status(view: View, number: int, claim: Claim) -> Status:
    entry = view.entries[number - 1]
    if entry.status is not Status.DISPUTED or view.cites(entry, claim):
        return entry.status
    if not any(view.cites(entry, one) for one in entry.claims):
        return Status.DISPUTED
    return Status.AGREED


def _extent(claim: Claim, axis: Axis) -> tuple[float, float]:
    left, right = (axis.x(edge) for edge in (claim.interval.start or 0, claim.interval.end or 0))
    if right - left < _LEAST:
        middle = (left + right) / 2
        return middle - _LEAST / 2, middle + _LEAST / 2
    return left + 1, right - 1
