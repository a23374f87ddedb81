"""What an expression says by itself, before it is resolved against anything.

The parser turns the words into one of these; the resolver turns it into a calendar period, knowing the
article's date and what the text has spoken of before.
"""

from __future__ import annotations

from factcheck.records import dataclass, replace
from factcheck.temporal.interval import Granularity

G = Granularity


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date by the parts that the text gives: "31 May", "June 2012", "1987", "Friday, June 10, 2021"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative_year: int | None = None  # "May last year": -1
    other: tuple[int, int] | None = None  # month and day of the other reading of 5/4/2023
    story_year: bool = False  # "August of that year"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday. ``which`` is "last", "next", "this" (also "this past": "last"), "following", "previous",
    "some" ("a Sunday") or None.

    ``week`` is the week it is said to lie in, counted from the article's ("Tuesday last week": -1).
    """

    weekday: int
    which: str | None = None
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Deictic:
    """Today, yesterday, tomorrow and "the day before yesterday": days from the article's."""

    days: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A calendar unit counted from an anchor: "last week", "this year", "the following month", "that day".

    ``narrative`` says that the anchor is what the text last spoke of, not the article's date. ``bare``
    marks "the year", "the quarter": which of the two it is, the context must say. ``event`` marks "the
    day before the vote": counted from an event, so not known here.
    """

    granularity: G
    offset: int
    narrative: bool = False
    bare: bool = False
    event: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """A distance from an anchor: "two years ago", "three days later", "a year and five months earlier"."""

    amounts: tuple[tuple[float | None, G], ...]
    direction: int
    narrative: bool = False
    vague: bool = False  # "a few days ago"


@dataclass(frozen=True, slots=True)
class Part:
    """The n-th quarter, half, month, week, day of a year or other unit ("the first week of May").

    ``number`` counts from 1, -1 is the last. ``of`` is None where the text does not name the whole.
    """

    granularity: G
    number: int
    of: What | None = None
    fiscal: bool = False
    weekday: int | None = None  # "the third Monday in June"


@dataclass(frozen=True, slots=True)
class Season:
    """A season; ``offset`` counts from the article's year ("last summer": None and which "last")."""

    month: int  # its first: 3, 6, 9, 12
    year: int | None = None
    which: str | None = None
    relative_year: int | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years: ``year`` is the first; ``century`` is False where the text leaves it open ("the '90s")."""

    year: int
    century: bool = True


@dataclass(frozen=True, slots=True)
class Century:
    number: int
    bc: bool = False


@dataclass(frozen=True, slots=True)
class BeforeChrist:
    """A year before the calendar of this program begins: found, never placed."""

    year: int


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """ "The same quarter of 2024": what the text last spoke of, in that year.

    ``granularity`` is None for "the same period".
    """

    granularity: G | None
    year: int | None = None
    relative: int | None = None  # years from what the text last spoke of


@dataclass(frozen=True, slots=True)
class Holding:
    """The week, month or weekend that holds a day: "the week of May 1"."""

    granularity: G
    day: Calendar


@dataclass(frozen=True, slots=True)
class NamedMonth:
    """A month with a direction: "last September", "next May"."""

    month: int
    which: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday of the table, with the year or the direction that the text gives."""

    name: str
    year: int | None = None
    which: str | None = None
    relative_year: int | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration or a set by its TIMEX3 value: "P4Y6M", "PXD"; ``set`` says that it recurs."""

    value: str
    set: bool = False


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF, FUTURE_REF: no place on the calendar."""

    value: str


@dataclass(frozen=True, slots=True)
class Impossible:
    """A date that the calendar does not have: "31 November", "24:30"."""

    value: str
    why: str


What = (
    Calendar
    | Weekday
    | Deictic
    | Unit
    | Shift
    | Part
    | Season
    | Decade
    | Century
    | NamedMonth
    | BeforeChrist
    | SamePeriod
    | Holding
    | Holiday
    | Length
    | Vague
    | Impossible
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. ``minute`` and ``second`` are None where the text does not give them.

    ``offset`` is the zone's in minutes east of UTC; ``floating`` a zone whose offset the season decides.
    ``word`` marks "noon" and "midnight"; ``half`` says that "7.30" may be morning or
    evening: no am or pm, and not a 24-hour figure.
    """

    hour: int
    minute: int | None = None
    second: int | None = None
    offset: int | None = None
    floating: str | None = None
    half: bool = False
    word: bool = False


@dataclass(frozen=True, slots=True)
class Chunk:
    """A located expression: words ``first`` up to (not including) ``last`` of its sentence's scan.

    ``part`` is a part of the day ("morning"), ``edge`` START, MID or END ("early 2019"), ``mod`` another
    TIMEX3 modifier, ``range_to`` the other end of a range, or with ``listed`` the second of two
    ("3 and 5 May"). ``side`` is -1 for "earlier this year", 1 for "later this year".
    """

    first: int
    last: int
    what: What | None
    clock: Clock | None = None
    part: str | None = None
    edge: str | None = None
    mod: str | None = None
    impossible: Impossible | None = None
    range_to: Chunk | None = None
    listed: bool = False
    side: int = 0


def widened(chunk: Chunk, first: int, last: int) -> Chunk:
    """The chunk over more words."""
    return replace(chunk, first=min(first, chunk.first), last=max(last, chunk.last))
