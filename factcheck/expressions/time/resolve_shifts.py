"""Distances from an anchor: "two years ago", "three days later", "the same quarter of 2024"."""

from __future__ import annotations

from datetime import date

from factcheck.expressions.model import TimexType
from factcheck.expressions.time import periods as p
from factcheck.expressions.time import readings as r
from factcheck.expressions.time.narrative import Narrative
from factcheck.expressions.time.numbers import figure
from factcheck.expressions.time.places import UNKNOWN, Place, article, at, the_day
from factcheck.temporal.interval import Granularity

G = Granularity


def shift(what: r.Shift, narrative: Narrative) -> Place:
    """ "two years ago", "three days later", "a year earlier"."""
    finest = min(unit for _, unit in what.amounts)
    unknown = UNKNOWN.get(finest, "XXXX-XX-XX")
    vague = "PAST_REF" if what.direction < 0 else "FUTURE_REF"
    if what.vague or any(number is None for number, _ in what.amounts):
        return Place(None, vague, ("how long is not stated",))
    if finest <= G.HOUR:
        here = narrative.day if what.narrative else narrative.published
        if here is None:
            return Place(None, "XXXX-XX-XXTXX:XX", type=TimexType.TIME)
        return Place(None, here.isoformat() + "TXX:XX", type=TimexType.TIME)
    base: p.Period | None
    if what.narrative:
        base = narrative.period
        if base is None and narrative.published is not None and what.direction < 0:
            base = p.Period(G.DAY, narrative.published)
        anchor = None if base is None else p.value(base)
    else:
        base = None if narrative.published is None else p.Period(G.DAY, narrative.published)
        anchor = article(narrative)
    if base is None:
        return Place(None, unknown, ("counted from a time that is not known",))
    if finest == G.YEAR and len(what.amounts) == 1 and what.amounts[0][0] == 1 and narrative.quarter is not None:
        # "a year earlier", "a year ago" beside a quarter speak of the same quarter.
        moved = p.shift(narrative.quarter, 4 * what.direction)
        return at(
            moved, unknown, f"the quarter a year from {p.value(narrative.quarter)}", anchor=p.value(narrative.quarter)
        )
    day: date | None = base.first
    for number, unit in what.amounts:
        assert number is not None
        if day is None:
            break
        whole = number
        if unit == G.YEAR and number != int(number):
            unit, whole, finest = G.MONTH, number * 12, G.MONTH
        elif unit in (G.DECADE, G.CENTURY) and number != int(number):
            unit, whole = G.YEAR, number * (10 if unit == G.DECADE else 100)
        elif unit == G.MONTH and number != int(number):
            unit, whole = G.DAY, number * 30
        elif unit == G.WEEK and number != int(number):
            unit, whole = G.DAY, number * 7
        day = p.add_units(day, unit, what.direction * whole)
    if day is None:
        return Place(None, unknown)
    granularity = finest
    if granularity == G.QUARTER and base.granularity == G.QUARTER:
        granularity = G.QUARTER
    elif granularity == G.WEEK and base.granularity == G.DAY and what.narrative:
        granularity = G.DAY
    if granularity < base.granularity:
        granularity = base.granularity
    # A distance in years says the year; "ten years later to the day" would need more.
    if granularity in (G.DECADE, G.CENTURY):
        granularity = G.YEAR
    return at(
        p.containing(granularity, day),
        unknown,
        f"{_spell(what)} {'before' if what.direction < 0 else 'after'} {p.value(base)}",
        anchor=anchor,
        approximate=(finest == G.WEEK and granularity == G.DAY)
        or any(number is not None and number != int(number) for number, _ in what.amounts),
    )


def same_period(what: r.SamePeriod, narrative: Narrative) -> Place:
    """The month, quarter or season that the text last spoke of, in another year; that year where it spoke of none."""
    for period in reversed(narrative.seen):
        granularity = period.granularity
        if not G.MONTH <= granularity < G.YEAR or what.granularity not in (None, granularity):
            continue
        year = what.year if what.year is not None else period.first.year + (what.relative or 0)
        first = the_day(year, period.first.month, 1)
        return at(
            None if first is None else p.containing(granularity, first),
            UNKNOWN.get(granularity, "XXXX"),
            f"as {p.value(period)}",
            anchor=p.value(period),
            year_stated=what.year is not None,
        )
    if what.year is not None:
        return at(p.Period(G.YEAR, date(what.year, 1, 1)), "XXXX", year_stated=True)
    here = None if narrative.published is None else the_day(narrative.published.year + (what.relative or 0), 1, 1)
    return at(
        None if here is None else p.Period(G.YEAR, here), "XXXX", "the article's year counts", anchor=article(narrative)
    )


def _spell(what: r.Shift) -> str:
    pieces = []
    for number, unit in what.amounts:
        assert number is not None
        pieces.append(f"{figure(number)} {unit.name.lower()}{'' if number == 1 else 's'}")
    return " and ".join(pieces)
