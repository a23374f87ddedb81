"""Expressions: spans of a document's prose with what they denote. All offsets are the document's."""

from __future__ import annotations

from enum import StrEnum

from factcheck.records import dataclass
from factcheck.temporal.interval import Interval


class TimexType(StrEnum):
    """TIMEX3 types (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression.

    ``value`` and ``mod`` are TIMEX3's (``2019-04-25``, ``P4Y6M``, ``XXXX-WXX-1``; BEFORE, AFTER,
    APPROX, START, MID, END, LESS_THAN, MORE_THAN ...). ``interval`` is where on the calendar it lies,
    None for durations, sets and what cannot be resolved (an undated article's "last week").
    ``anchor`` names what it was resolved against ("published 2023-09-08"); ``how`` explains, a line a
    step. ``alternatives`` holds other readings still possible. ``weekday`` (0 = Monday) is the weekday
    stated with the date, if any; ``year_stated`` and ``clock_stated`` say whether the text gives the
    year itself and a time of day. ``impossible`` marks what no calendar has ("31 November", "24:30");
    ``parts`` holds the ends of a range that is one Timex here ("from 3 to 5 May"). ``point`` is what
    the date names by itself where the interval is open on one side: the year in "since 2006".
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    interval: Interval | None = None
    anchor: str | None = None
    how: tuple[str, ...] = ()
    alternatives: tuple[Interval, ...] = ()
    weekday: int | None = None
    year_stated: bool = False
    clock_stated: bool = False
    impossible: bool = False
    parts: tuple[Timex, ...] = ()
    point: Interval | None = None


class QuantityKind(StrEnum):
    """What kind of number it is; ordinals, ranks and scores take no part in quantity conflicts."""

    COUNT = "count"
    MEASURE = "measure"
    MONEY = "money"
    PERCENT = "percent"
    AGE = "age"
    ORDINAL = "ordinal"
    SCORE = "score"


class Bound(StrEnum):
    """How the number bounds the truth: "41", "about 1,000", "at least 17", "up to 600"."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and what it measures.

    ``value`` is as stated (the midpoint of a range); ``low`` and ``high`` are what it may mean given
    its stated precision and bound (``inf`` where open). ``unit`` is a canonical English name in the
    singular ("kilometre", "US dollar", "percent", "container", "person"); ``measured`` what is counted
    or measured, head noun last, lower-cased ("container of military supplies" gives "container").
    ``converts`` is the span start of the quantity it restates in another unit ("290 km (180 miles)").
    """

    start: int
    end: int
    text: str
    kind: QuantityKind
    value: float
    low: float
    high: float
    unit: str | None = None
    measured: str | None = None
    bound: Bound = Bound.EXACT
    converts: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in the text.

    ``name`` is the gazetteer's (or the text's, where the gazetteer lacks it); ``within`` lists what
    contains it, nearest first ("Primorsky Krai", "Russia"); ``country`` is an ISO 3166 alpha-2 code.
    ``actor`` marks a metonym: "Moscow said" speaks of a government and places nothing.
    ``gentilic`` marks an adjective or people ("Russian", "South Korean"): no place of an event.
    """

    start: int
    end: int
    text: str
    name: str
    kind: str
    within: tuple[str, ...] = ()
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    actor: bool = False
    gentilic: bool = False


class NameType(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    OTHER = "other"  # ships, rockets, works of art, laws


class Mention(StrEnum):
    """How a mention refers: a full name, a part of one, a role alone, a pronoun."""

    FULL = "full"
    PART = "part"
    ROLE = "role"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a person, organisation or other named thing.

    ``canonical`` is the fullest form in the article ("Kim Jong-un" for "Kim"), the same for every
    mention of one referent, so it identifies the referent within the article. ``role`` is what the
    text calls the referent ("North Korean leader"), lower-cased, from this mention or its apposition.
    """

    start: int
    end: int
    text: str
    type: NameType
    canonical: str
    role: str | None = None
    mention: Mention = Mention.FULL


@dataclass(frozen=True, slots=True)
class Expressions:
    """All expressions of one document, each tuple in text order and without overlaps within itself."""

    times: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[Place, ...] = ()
    names: tuple[Name, ...] = ()
