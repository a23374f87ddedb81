"""Where an expression lies on the calendar, as the resolvers say it."""

from __future__ import annotations

from datetime import date

from factcheck.expressions.model import TimexType
from factcheck.expressions.time import periods as p
from factcheck.expressions.time.narrative import Narrative
from factcheck.records import dataclass
from factcheck.temporal.interval import Granularity

G = Granularity


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression lies: a period, or only its TIMEX3 value where the calendar place is unknown."""

    period: p.Period | None
    value: str
    how: tuple[str, ...] = ()
    anchor: str | None = None
    alternatives: tuple[p.Period, ...] = ()
    type: TimexType = TimexType.DATE
    year_stated: bool = False
    weekday: int | None = None
    mod: str | None = None
    approximate: bool = False
    impossible: bool = False


def at(period: p.Period | None, unknown: str, *how: str, **rest: object) -> Place:
    if period is None:
        return Place(None, unknown, how, **rest)  # type: ignore[arg-type]
    return Place(period, p.value(period), how, **rest)  # type: ignore[arg-type]


def on(day: date | None) -> p.Period | None:
    return None if day is None else p.Period(G.DAY, day)


def article(narrative: Narrative) -> str | None:
    return None if narrative.published is None else f"published {narrative.published.isoformat()}"


def the_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


UNKNOWN = {
    G.DAY: "XXXX-XX-XX",
    G.WEEK: "XXXX-WXX",
    G.WEEKEND: "XXXX-WXX-WE",
    G.MONTH: "XXXX-XX",
    G.QUARTER: "XXXX-QX",
    G.HALF: "XXXX-HX",
    G.SEASON: "XXXX-XX",
    G.YEAR: "XXXX",
    G.DECADE: "XXX",
    G.CENTURY: "XX",
}


def narrative_base(granularity: G, narrative: Narrative) -> p.Period | None:
    """What "the following month", "that year" count from: the latest time spoken of that is fine enough."""
    for period in reversed(narrative.seen):
        if period.granularity <= granularity:
            return period
    if granularity >= G.MONTH and narrative.seen:
        return None
    return None
