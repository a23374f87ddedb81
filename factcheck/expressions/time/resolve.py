"""From what an expression says to where on the calendar it lies: the dispatcher."""

from __future__ import annotations

from datetime import date

from factcheck.expressions.model import TimexType
from factcheck.expressions.time import periods as p
from factcheck.expressions.time import readings as r
from factcheck.expressions.time import resolve_dates as dates
from factcheck.expressions.time import resolve_shifts as shifts
from factcheck.expressions.time import resolve_units as units
from factcheck.expressions.time.narrative import Narrative
from factcheck.expressions.time.places import Place, article, at, on
from factcheck.temporal.interval import Granularity

G = Granularity


def locate(what: r.What, narrative: Narrative, sense: str | None) -> Place:
    """Resolve what an expression says against the article's date and the narrative."""
    match what:
        case r.Calendar():
            return dates.calendar(what, narrative, sense)
        case r.Weekday():
            return dates.weekday(what, narrative, sense)
        case r.Deictic(days=days):
            day = narrative.published and p.add_days(narrative.published, days)
            name = {0: "the article's day", -1: "the day before the article's", 1: "the day after the article's"}
            return at(
                on(day),
                "XXXX-XX-XX",
                name.get(days, f"{days:+} days from the article's"),
                anchor=article(narrative),
            )
        case r.Unit():
            return units.unit(what, narrative)
        case r.Shift():
            return shifts.shift(what, narrative)
        case r.Part():
            return units.part(what, narrative, sense, None if what.of is None else locate(what.of, narrative, sense))
        case r.Season():
            return units.season(what, narrative, sense)
        case r.Decade(year=year, century=century):
            note = () if century else ("the century is taken to be the twentieth",)
            return Place(p.containing(G.DECADE, date(year, 1, 1)), f"{year // 10:03}", note, year_stated=century)
        case r.Century(number=number):
            if number > 99:
                return Place(None, "XX")
            return Place(
                p.containing(G.CENTURY, date((number - 1) * 100 + 1, 1, 1)), f"{number - 1:02}", year_stated=True
            )
        case r.BeforeChrist(year=year):
            return Place(None, f"BC{year:04}", ("before the calendar begins",))
        case r.SamePeriod():
            return shifts.same_period(what, narrative)
        case r.Holding(granularity=granularity, day=day_named):
            place = dates.calendar(day_named, narrative, sense)
            if place.period is None:
                return place
            held = p.containing(granularity, place.period.first)
            return at(held, "", *place.how, anchor=place.anchor, year_stated=place.year_stated)
        case r.NamedMonth():
            return dates.named_month(what, narrative)
        case r.Holiday():
            return dates.holiday(what, narrative, sense)
        case r.Length(value=value, set=recurs):
            return Place(None, value, type=TimexType.SET if recurs else TimexType.DURATION)
        case r.Vague(value=value):
            return Place(None, value)
        case r.Impossible(value=value, why=why):
            return Place(None, value, (why,), impossible=True)
