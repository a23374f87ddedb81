"""Weeks, months, quarters, seasons: which one is meant."""

from __future__ import annotations

from datetime import date

from factcheck.expressions.time import periods as p
from factcheck.expressions.time import readings as r
from factcheck.expressions.time.narrative import Narrative
from factcheck.expressions.time.places import UNKNOWN, Place, article, at, narrative_base
from factcheck.expressions.time.sense import FUTURE, PAST
from factcheck.temporal.interval import Granularity

G = Granularity


def unit(what: r.Unit, narrative: Narrative) -> Place:
    granularity = what.granularity
    unknown = UNKNOWN.get(granularity, "XXXX-XX-XX")
    published = narrative.published
    if what.event:
        return Place(None, unknown, ("counted from an event, not from a date",))
    if what.bare:
        return _bare_unit(what, narrative, unknown)
    if what.narrative:
        base = narrative_base(granularity, narrative)
        if base is None:
            return Place(None, unknown, ("counted from a time that the text does not give",))
        unit = p.containing(granularity, base.first)
        moved = unit and p.shift(unit, what.offset)
        return at(moved, unknown, f"counted from {p.value(base)}", anchor=p.value(base))
    if published is None:
        return Place(None, unknown, ("the article's date is not known",))
    if granularity == G.WEEKEND:
        return at(
            _weekend(published, what.offset), unknown, _counted(what.offset, "weekend"), anchor=article(narrative)
        )
    unit = p.containing(granularity, published)
    moved = unit and p.shift(unit, what.offset)
    return at(moved, unknown, _counted(what.offset, granularity.name.lower()), anchor=article(narrative))


def _counted(offset: int, unit: str) -> str:
    if offset == 0:
        return f"the article's {unit}"
    return f"the {unit} {'before' if offset < 0 else 'after'} the article's"


def _weekend(published: date, offset: int) -> p.Period | None:
    """The weekend meant on a day: on a Saturday or Sunday "this" is that one; "last" is the latest before."""
    this = p.containing(G.WEEKEND, published)
    return this and p.shift(this, offset)


def _bare_unit(what: r.Unit, narrative: Narrative, unknown: str) -> Place:
    """ "the day", "the year", "the quarter", "the weekend": the last one named, else the article's own."""
    granularity = what.granularity
    published = narrative.published
    if granularity == G.DAY and narrative.day is not None and narrative.block - narrative.day_block <= 1:
        return at(p.Period(G.DAY, narrative.day), unknown, "the day last spoken of", anchor=narrative.day.isoformat())
    passage = narrative.passage()
    if passage is not None and narrative.history and granularity != G.QUARTER:
        base = narrative.period or passage
        unit = p.containing(granularity, base.first) if base.granularity <= granularity else None
        return at(unit, unknown, f"the {granularity.name.lower()} that the passage is about", anchor=p.value(base))
    if granularity == G.QUARTER and narrative.quarter is not None:
        return at(narrative.quarter, unknown, "the quarter last named", anchor=p.value(narrative.quarter))
    if published is None:
        spoken = narrative_base(granularity, narrative)
        return at(None if spoken is None else p.containing(granularity, spoken.first), unknown)
    if granularity == G.WEEKEND:
        weekend = _weekend(published, 0 if published.weekday() >= 4 else -1)
        return at(weekend, unknown, "the weekend nearest to the article", anchor=article(narrative))
    if granularity == G.QUARTER:
        unit = p.containing(granularity, published)
        return at(unit and p.shift(unit, -1), unknown, "the last quarter before the article", anchor=article(narrative))
    unit = p.containing(granularity, published)
    named = next((period for period in reversed(narrative.seen[-4:]) if period.granularity == granularity), None)
    others = () if named is None or named == unit else (named,)
    return at(
        unit, unknown, f"the article's {granularity.name.lower()}", anchor=article(narrative), alternatives=others
    )


def part(what: r.Part, narrative: Narrative, sense: str | None, whole: Place | None) -> Place:
    """ "the third quarter", "the first half of 2019", "the last week of March", "the third Monday in June"."""
    published = narrative.published
    unit = what.granularity
    if unit in (G.QUARTER, G.HALF):
        per_year = 4 if unit == G.QUARTER else 2
        letter = "Q" if unit == G.QUARTER else "H"
        number = what.number if what.number > 0 else per_year
        if what.of is None:
            if published is None:
                return Place(None, f"XXXX-{letter}{number}", ("the article's date is not known",))
            here = p.containing(unit, published)
            assert here is not None
            current = (here.first.month - 1) // (12 // per_year) + 1
            # The one before the article in 83 % of annotated news, the current one in 15 %.
            year = published.year if number < current or (number == current and sense == FUTURE) else published.year - 1
            if sense == FUTURE and number > current:
                year = published.year
            period = p.containing(unit, date(max(year, 1), (number - 1) * (12 // per_year) + 1, 1))
            others: tuple[p.Period, ...] = ()
            if sense != FUTURE and number > current:
                # 15 % of them are the coming ones.
                later = p.containing(unit, date(published.year, (number - 1) * (12 // per_year) + 1, 1))
                others = () if later is None or later == period else (later,)
            return at(period, "", "the latest such before the article", anchor=article(narrative), alternatives=others)
        if whole is None or whole.period is None:
            return Place(None, f"XXXX-{letter}{number}", () if whole is None else whole.how)
        first = date(whole.period.first.year, (number - 1) * (12 // per_year) + 1, 1)
        how = (*whole.how, "a fiscal year, read as the calendar year") if what.fiscal else whole.how
        return at(
            p.containing(unit, first),
            "",
            *how,
            anchor=whole.anchor,
            year_stated=whole.year_stated,
            approximate=what.fiscal,
        )
    unknown = UNKNOWN.get(unit, "XXXX")
    if whole is None or whole.period is None:
        return Place(None, unknown, () if whole is None else whole.how)
    found = _nth(whole.period, unit, what.number, what.weekday)
    return at(found, unknown, *whole.how, anchor=whole.anchor, year_stated=whole.year_stated)


def _nth(whole: p.Period, unit: G, number: int, weekday: int | None) -> p.Period | None:
    end = p.after_last(whole)
    if end is None:
        return None
    if weekday is not None:
        day: date | None
        if number > 0:
            day = p.add_days(whole.first, (weekday - whole.first.weekday()) % 7 + 7 * (number - 1))
        else:
            last = p.add_days(end, -1)
            day = last and p.add_days(last, -((last.weekday() - weekday) % 7))
        return p.Period(G.DAY, day) if day and whole.first <= day < end else None
    if unit >= whole.granularity:
        return None
    if number > 0:
        start = p.add_units(whole.first, unit, number - 1)
    else:
        start = p.add_days(end, -1)
    if start is None or not whole.first <= start < end:
        return None
    found = p.containing(unit, start)
    if number < 0 and found is not None and unit in (G.WEEK, G.WEEKEND):
        # A month that ends on a Monday has its last weekend, and most of its last week, before that day.
        middle = p.add_days(found.first, 3 if unit == G.WEEK else 0)
        return found if middle is not None and middle < end else p.shift(found, -1)
    return found


def season(what: r.Season, narrative: Narrative, sense: str | None) -> Place:
    code = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}[what.month]
    published = narrative.published
    year = what.year
    stated = year is not None
    passage = narrative.passage()
    context = None if passage is None else passage.first.year
    if year is None and what.relative_year is not None and published is not None:
        year = published.year + what.relative_year
    if year is None and what.which in {"following", "previous", "same"}:
        if narrative.period is None:
            return Place(None, f"XXXX-{code}")
        year = narrative.period.first.year
        if what.which == "following" and what.month <= narrative.period.first.month:
            year += 1
        elif what.which == "previous" and what.month >= narrative.period.first.month:
            year -= 1
    if year is None and context is not None and what.which is None:
        year = context
    if year is None:
        if published is None:
            return Place(None, f"XXXX-{code}", ("the article's date is not known",))
        year, month = published.year, published.month
        started = what.month <= month or (what.month == 12 and month <= 2)
        if what.which == "last" or (what.which is None and sense == PAST):
            over = (what.month + 3 <= month) if what.month < 12 else False
            inside = what.month <= month < what.month + 3
            if what.month == 12 or (not over and not (inside and what.which is None)):
                year -= 1
        elif what.which == "next" or (what.which is None and sense == FUTURE):
            year += 1 if started and what.month != 12 else 0
        elif what.which is None:
            distance = (what.month + 1 - month + 6) % 12 - 6
            year += (month - 1 + distance) // 12 - (1 if what.month == 12 and (month + distance) % 12 in (1, 2) else 0)
    if not 1 <= year <= 9998:
        return Place(None, f"XXXX-{code}")
    return at(
        p.Period(G.SEASON, date(year, what.month, 1)),
        "",
        f"the season of {year}",
        anchor=article(narrative),
        year_stated=stated,
    )
