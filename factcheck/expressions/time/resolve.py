"""From what an expression says to where on the calendar it lies.

Rules that a parser cannot know are those of the news: a bare weekday is the latest such day, the
article's own included, unless the clause looks ahead; a month and day without a year lie nearest to the
article; "a year earlier" counts from what the text last spoke of. Shares measured on annotated news
stand at the rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from factcheck.expressions.model import TimexType
from factcheck.expressions.time import holidays
from factcheck.expressions.time import periods as p
from factcheck.expressions.time import readings as r
from factcheck.expressions.time.lexicon import PARTS, UNIT_CODES
from factcheck.expressions.time.numbers import figure
from factcheck.expressions.time.sense import FUTURE, PAST
from factcheck.temporal.interval import DAY, Interval, instant
from factcheck.temporal.interval import Granularity as G

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(slots=True)
class Narrative:
    """What the text has spoken of so far, for expressions that lean on it.

    ``published`` is the article's day. ``day`` is the day last spoken of (in paragraph ``day_block``),
    ``period`` the last period of any size, ``quarter`` the last quarter. ``context`` is the last time told
    in a passage about another year than the article's, ``context_block`` where it stands. ``history``
    says that the whole text tells of other years rather than of the days before the article. ``days``
    are the last days told, each with its paragraph, without those on which somebody only spoke.
    """

    published: date | None
    day: date | None = None
    day_block: int = -9
    period: p.Period | None = None
    quarter: p.Period | None = None
    context: p.Period | None = None
    context_block: int = -9
    block: int = 0
    history: bool = False
    seen: list[p.Period] = field(default_factory=list)
    days: list[tuple[date, int]] = field(default_factory=list)

    def passage(self) -> p.Period | None:
        """The time that the passage is about where that is another year than the article's."""
        if self.context is None:
            return None
        if self.history or self.block - self.context_block <= 1:
            return self.context
        return None


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


def _at(period: p.Period | None, unknown: str, *how: str, **rest: object) -> Place:
    if period is None:
        return Place(None, unknown, how, **rest)  # type: ignore[arg-type]
    return Place(period, p.value(period), how, **rest)  # type: ignore[arg-type]


def _article(narrative: Narrative) -> str | None:
    return None if narrative.published is None else f"published {narrative.published.isoformat()}"


def locate(what: r.What, narrative: Narrative, sense: str | None) -> Place:
    """Resolve what an expression says against the article's date and the narrative."""
    match what:
        case r.Calendar():
            return _calendar(what, narrative, sense)
        case r.Weekday():
            return _weekday(what, narrative, sense)
        case r.Deictic(days=days):
            day = narrative.published and p.add_days(narrative.published, days)
            name = {0: "the article's day", -1: "the day before the article's", 1: "the day after the article's"}
            return _at(
                day and p.Period(G.DAY, day),
                "XXXX-XX-XX",
                name.get(days, f"{days:+} days from the article's"),
                anchor=_article(narrative),
            )
        case r.Unit():
            return _unit(what, narrative)
        case r.Shift():
            return _shift(what, narrative)
        case r.Part():
            return _part(what, narrative, sense)
        case r.Season():
            return _season(what, narrative, sense)
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
            return _same_period(what, narrative)
        case r.NamedMonth():
            return _named_month(what, narrative)
        case r.Holiday():
            return _holiday(what, narrative, sense)
        case r.Length(value=value, set=recurs):
            return Place(None, value, type=TimexType.SET if recurs else TimexType.DURATION)
        case r.Vague(value=value):
            return Place(None, value)
        case r.Impossible(value=value, why=why):
            return Place(None, value, (why,), impossible=True)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _calendar(what: r.Calendar, narrative: Narrative, sense: str | None) -> Place:
    year, month, day = what.year, what.month, what.day
    published = narrative.published
    if year is not None:
        if month is None:
            return _at(p.Period(G.YEAR, date(year, 1, 1)), "", year_stated=True)
        if day is None:
            return _at(p.Period(G.MONTH, date(year, month, 1)), "", year_stated=True)
        found = _day(year, month, day)
        if found is None:
            return Place(None, f"{year:04}-{month:02}-{day:02}", impossible=True)
        place = _at(p.Period(G.DAY, found), "", year_stated=True, weekday=what.weekday)
        if what.other is not None:
            other = _day(year, *what.other)
            if other is not None:
                return Place(
                    place.period,
                    place.value,
                    ("read as month/day/year; day/month/year is as possible",),
                    alternatives=(p.Period(G.DAY, other),),
                    year_stated=True,
                )
        return place
    if month is None:  # "Friday the 13th"
        return _day_of_month(what, narrative)
    if what.story_year:
        base = _narrative_base(G.YEAR, narrative)
        found = base and _day(base.first.year, month, day or 1)
        if base is None or not found:
            return Place(None, f"XXXX-{month:02}" + (f"-{day:02}" if day else ""), ("the text does not say which year",))
        return _at(
            p.Period(G.DAY if day else G.MONTH, found), "", f"the year of {p.value(base)}", anchor=p.value(base), weekday=what.weekday
        )
    if what.relative_year is not None:
        if published is None:
            return Place(None, f"XXXX-{month:02}" + (f"-{day:02}" if day else ""))
        year = published.year + what.relative_year
        found = _day(year, month, day or 1)
        if found is None:
            return Place(
                None, f"{year:04}-{month:02}-{day or 1:02}", (f"there is no such day in {year}",), impossible=True
            )
        return _at(
            p.Period(G.DAY if day else G.MONTH, found),
            "",
            f"the year is counted from the article's ({published.year})",
            anchor=_article(narrative),
            weekday=what.weekday,
        )
    if day is None:
        return _bare_month(month, narrative, sense)
    return _month_day(what, month, day, narrative, sense)


def _year_in_passage(passage: p.Period, month: int, day: int) -> int:
    """The year of a month (and day) in a passage: the passage's, or the next where the story runs over new year."""
    if passage.granularity >= G.YEAR:
        return passage.first.year
    months = (month - passage.first.month + 5) % 12 - 5
    index = passage.first.year * 12 + passage.first.month - 1 + months
    return max(1, min(9999, index // 12))


def _month_day(what: r.Calendar, month: int, day: int, narrative: Narrative, sense: str | None) -> Place:
    """A month and a day without a year: nearest to the article (94 % in annotated news), unless the passage
    is about another year or the weekday beside it says otherwise."""
    published = narrative.published
    unknown = f"XXXX-{month:02}-{day:02}"
    passage = narrative.passage()
    context = None if passage is None else _year_in_passage(passage, month, day)
    if published is None and context is None:
        return Place(None, unknown, ("the year is not stated",), weekday=what.weekday)
    base = published.year if published is not None else context
    assert base is not None
    candidates = [found for year in (base - 1, base, base + 1) if (found := _day(year, month, day)) is not None]
    if not candidates:  # 29 February far from a leap year
        candidates = [found for year in range(base - 4, base + 5) if (found := _day(year, month, day)) is not None]
    if not candidates:
        return Place(None, unknown)
    if what.weekday is not None and published is not None:
        fitting = [found for found in candidates if found.weekday() == what.weekday]
        nearest = min(candidates, key=lambda found: abs((found - published).days))
        if fitting and nearest not in fitting and abs((fitting[0] - published).days) < 200:
            candidates = fitting
    told = None if context is None else _day(context, month, day)
    if told is not None and what.weekday is not None and told.weekday() != what.weekday:
        if any(found.weekday() == what.weekday for found in candidates):
            told = None  # the weekday beside it belongs to another year
    close = published is not None and not narrative.history and min(abs((found - published).days) for found in candidates) <= 60
    if published is not None and (told is None or close or (sense == FUTURE and told < published)):
        best = min(candidates, key=lambda found: abs((found - published).days))
        rule = "nearest to the article"
        if sense == PAST and (best - published).days > 20:
            earlier = [found for found in candidates if found <= published]
            if earlier:
                best, rule = max(earlier), "the clause speaks of the past"
        elif sense == FUTURE and (published - best).days > 20:
            later = [found for found in candidates if found >= published]
            if later:
                best, rule = min(later), "the clause looks ahead"
        return _at(
            p.Period(G.DAY, best),
            unknown,
            f"the year is {best.year}: {rule}",
            anchor=_article(narrative),
            alternatives=() if told is None or told == best else (p.Period(G.DAY, told),),
            weekday=what.weekday,
        )
    if told is None:
        return Place(None, unknown, (f"{context} has no such day",))
    others: tuple[p.Period, ...] = ()
    if published is not None:
        nearest = min(candidates, key=lambda found: abs((found - published).days))
        others = (p.Period(G.DAY, nearest),)
    return _at(
        p.Period(G.DAY, told),
        unknown,
        f"the year is {context}: the passage is about that year",
        anchor=f"the text's {context}",
        alternatives=others,
        weekday=what.weekday,
    )


def _bare_month(month: int, narrative: Narrative, sense: str | None) -> Place:
    """A month alone: the last one after a past verb, the next after "will", else the nearest (89 %)."""
    published = narrative.published
    passage = narrative.passage()
    context = None if passage is None else _year_in_passage(passage, month, 1)
    unknown = f"XXXX-{month:02}"
    if context is not None and not (sense == FUTURE and published is not None and (context, month) < (published.year, published.month)):
        return _at(
            p.Period(G.MONTH, date(context, month, 1)),
            unknown,
            f"the year is {context}: the passage is about that year",
            anchor=f"the text's {context}",
        )
    if published is None:
        return Place(None, unknown, ("the year is not stated",))
    if sense == PAST:
        year = published.year if month <= published.month else published.year - 1
        rule = "the last such month: the clause speaks of the past"
    elif sense == FUTURE:
        year = published.year if month >= published.month else published.year + 1
        rule = "the next such month: the clause looks ahead"
    else:
        distance = (month - published.month + 6) % 12 - 6
        year = published.year + (published.month - 1 + distance) // 12
        rule = "the month nearest to the article"
    if not 1 <= year <= 9999:
        return Place(None, unknown)
    return _at(p.Period(G.MONTH, date(year, month, 1)), unknown, rule, anchor=_article(narrative))


def _holiday(what: r.Holiday, narrative: Narrative, sense: str | None) -> Place:
    """A holiday like a month and day: its year stated, directed, or the nearest that the clause allows."""
    published = narrative.published
    if what.year is not None:
        found = holidays.day(what.name, what.year)
        return _at(found and p.Period(G.DAY, found), "XXXX-XX-XX", year_stated=True)
    passage = narrative.passage()
    if passage is not None:
        found = holidays.day(what.name, passage.first.year)
        return _at(found and p.Period(G.DAY, found), "XXXX-XX-XX", f"of {passage.first.year}, which the passage is about")
    if published is None:
        return Place(None, "XXXX-XX-XX", ("the year is not stated",))
    days = [day for year in (-1, 0, 1) if (day := holidays.day(what.name, published.year + year)) is not None]
    before = [day for day in days if day <= published]
    after = [day for day in days if day >= published]
    if (what.which == "last" or sense == PAST) and before:
        found, rule = max(before), "the last one before the article"
    elif (what.which == "next" or sense == FUTURE) and after:
        found, rule = min(after), "the next one after the article"
    elif days:
        found, rule = min(days, key=lambda day: abs((day - published).days)), "the one nearest to the article"
    else:
        return Place(None, "XXXX-XX-XX")
    return _at(p.Period(G.DAY, found), "", rule, anchor=_article(narrative))


def _day_of_month(what: r.Calendar, narrative: Narrative) -> Place:
    """ "Friday the 13th": the nearest month in which that day is that weekday."""
    published = narrative.published
    unknown = f"XXXX-XX-{what.day:02}"
    assert what.day is not None
    if published is None:
        return Place(None, unknown, weekday=what.weekday)
    best: date | None = None
    for months in range(-7, 8):
        start = p.add_months(published.replace(day=1), months)
        found = start and _day(start.year, start.month, what.day)
        if not found or (what.weekday is not None and found.weekday() != what.weekday):
            continue
        if best is None or abs((found - published).days) < abs((best - published).days):
            best = found
    return _at(
        best and p.Period(G.DAY, best),
        unknown,
        "the nearest such day to the article",
        anchor=_article(narrative),
        weekday=what.weekday,
    )


def _weekday(what: r.Weekday, narrative: Narrative, sense: str | None) -> Place:
    published = narrative.published
    unknown = f"XXXX-WXX-{what.weekday + 1}"
    name = _DAYS[what.weekday]
    if what.which == "some":
        return Place(None, unknown, (f"some {name}, not a certain one",))
    if what.which in {"following", "previous"} or (what.which == "same" and narrative.day):
        if narrative.day is None:
            return Place(None, unknown, (f"{name}, counted from a day that the text does not give",))
        ahead = (what.weekday - narrative.day.weekday()) % 7
        days = (ahead or 7) if what.which == "following" else -((-ahead) % 7 or 7)
        day = p.add_days(narrative.day, days)
        return _at(day and p.Period(G.DAY, day), unknown, f"the {what.which} {name}", anchor=narrative.day.isoformat())
    if published is None:
        return Place(None, unknown, ("the article's date is not known",))
    behind = (published.weekday() - what.weekday) % 7
    others: tuple[p.Period, ...] = ()
    if what.week is not None:
        days = what.week * 7 - published.weekday() + what.weekday
        rule = f"{name} of the week {what.week:+} from the article's" if what.week else f"{name} of the article's week"
    elif what.which == "last":
        days = -(behind or 7)
        rule = f"the latest {name} before the article"
        if behind and behind <= published.weekday():
            earlier = p.add_days(published, days - 7)
            others = (p.Period(G.DAY, earlier),) if earlier else ()
    elif what.which == "next":
        days = (-behind) % 7 or 7
        rule = f"the first {name} after the article"
        later = p.add_days(published, days + 7)
        others = (p.Period(G.DAY, later),) if later else ()
    elif sense == FUTURE or (what.which == "this" and sense != PAST):
        days = (-behind) % 7
        rule = f"the first {name} from the article on: the clause looks ahead"
    else:
        # 91 % of bare weekdays in annotated news; 46 % if the article's own day did not count.
        days = -behind
        rule = f"the latest {name} up to the article"
    day = p.add_days(published, days)
    return _at(day and p.Period(G.DAY, day), unknown, rule, anchor=_article(narrative), alternatives=others)


_UNKNOWN = {
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


def _unit(what: r.Unit, narrative: Narrative) -> Place:
    granularity = what.granularity
    unknown = _UNKNOWN.get(granularity, "XXXX-XX-XX")
    published = narrative.published
    if what.event:
        return Place(None, unknown, ("counted from an event, not from a date",))
    if what.bare:
        return _bare_unit(what, narrative, unknown)
    if what.narrative:
        base = _narrative_base(granularity, narrative)
        if base is None:
            return Place(None, unknown, ("counted from a time that the text does not give",))
        unit = p.containing(granularity, base.first)
        moved = unit and p.shift(unit, what.offset)
        return _at(moved, unknown, f"counted from {p.value(base)}", anchor=p.value(base))
    if published is None:
        return Place(None, unknown, ("the article's date is not known",))
    if granularity == G.WEEKEND:
        return _at(
            _weekend(published, what.offset), unknown, _counted(what.offset, "weekend"), anchor=_article(narrative)
        )
    unit = p.containing(granularity, published)
    moved = unit and p.shift(unit, what.offset)
    return _at(moved, unknown, _counted(what.offset, granularity.name.lower()), anchor=_article(narrative))


def _counted(offset: int, unit: str) -> str:
    if offset == 0:
        return f"the article's {unit}"
    return f"the {unit} {'before' if offset < 0 else 'after'} the article's"


def _weekend(published: date, offset: int) -> p.Period | None:
    """The weekend meant on a day: on a Saturday or Sunday "this" is that one; "last" is the latest before."""
    this = p.containing(G.WEEKEND, published)
    return this and p.shift(this, offset)


def _narrative_base(granularity: G, narrative: Narrative) -> p.Period | None:
    """What "the following month", "that year" count from: the latest time spoken of that is fine enough."""
    for period in reversed(narrative.seen):
        if period.granularity <= granularity:
            return period
    if granularity >= G.MONTH and narrative.seen:
        return None
    return None


def _bare_unit(what: r.Unit, narrative: Narrative, unknown: str) -> Place:
    """ "the day", "the year", "the quarter", "the weekend": the last one named, else the article's own."""
    granularity = what.granularity
    published = narrative.published
    if granularity == G.DAY and narrative.day is not None and narrative.block - narrative.day_block <= 1:
        return _at(p.Period(G.DAY, narrative.day), unknown, "the day last spoken of", anchor=narrative.day.isoformat())
    passage = narrative.passage()
    if passage is not None and narrative.history and granularity != G.QUARTER:
        base = narrative.period or passage
        unit = p.containing(granularity, base.first) if base.granularity <= granularity else None
        return _at(unit, unknown, f"the {granularity.name.lower()} that the passage is about", anchor=p.value(base))
    if granularity == G.QUARTER and narrative.quarter is not None:
        return _at(narrative.quarter, unknown, "the quarter last named", anchor=p.value(narrative.quarter))
    if published is None:
        base = _narrative_base(granularity, narrative)
        unit = base and p.containing(granularity, base.first)
        return _at(unit, unknown)
    if granularity == G.WEEKEND:
        weekend = _weekend(published, 0 if published.weekday() >= 4 else -1)
        return _at(weekend, unknown, "the weekend nearest to the article", anchor=_article(narrative))
    if granularity == G.QUARTER:
        unit = p.containing(granularity, published)
        return _at(
            unit and p.shift(unit, -1), unknown, "the last quarter before the article", anchor=_article(narrative)
        )
    unit = p.containing(granularity, published)
    named = next((period for period in reversed(narrative.seen[-4:]) if period.granularity == granularity), None)
    others = () if named is None or named == unit else (named,)
    return _at(unit, unknown, f"the article's {granularity.name.lower()}", anchor=_article(narrative), alternatives=others)


_WEIGHT = {
    G.DAY: 0,
    G.WEEKEND: 0,
    G.WEEK: 1,
    G.MONTH: 2,
    G.QUARTER: 3,
    G.SEASON: 3,
    G.YEAR: 4,
    G.DECADE: 5,
    G.CENTURY: 6,
}


def _shift(what: r.Shift, narrative: Narrative) -> Place:
    """ "two years ago", "three days later", "a year earlier"."""
    finest = min(unit for _, unit in what.amounts)
    unknown = _UNKNOWN.get(finest, "XXXX-XX-XX")
    vague = "PAST_REF" if what.direction < 0 else "FUTURE_REF"
    if what.vague or any(number is None for number, _ in what.amounts):
        return Place(None, vague, ("how long is not stated",))
    if finest <= G.HOUR:
        if what.narrative and narrative.day is None:
            return Place(None, "XXXX-XX-XXTXX:XX", type=TimexType.TIME)
        day = narrative.day if what.narrative else narrative.published
        if day is None:
            return Place(None, "XXXX-XX-XXTXX:XX", type=TimexType.TIME)
        return Place(None, day.isoformat() + "TXX:XX", type=TimexType.TIME)
    base: p.Period | None
    if what.narrative:
        base = narrative.period
        if base is None and narrative.published is not None and what.direction < 0:
            base = p.Period(G.DAY, narrative.published)
        anchor = None if base is None else p.value(base)
    else:
        base = None if narrative.published is None else p.Period(G.DAY, narrative.published)
        anchor = _article(narrative)
    if base is None:
        return Place(None, unknown, ("counted from a time that is not known",))
    if what.same:
        moved = p.shift(base, -1) if base.granularity == G.YEAR else None
        if base.granularity in (G.MONTH, G.QUARTER, G.HALF, G.SEASON):
            earlier = p.add_months(base.first, 12 * what.direction)
            moved = earlier and p.containing(base.granularity, earlier)
        return _at(moved, unknown, f"a year from {p.value(base)}", anchor=anchor)
    if finest == G.YEAR and len(what.amounts) == 1 and what.amounts[0][0] == 1 and narrative.quarter is not None:
        # "a year earlier", "a year ago" beside a quarter speak of the same quarter.
        moved = p.shift(narrative.quarter, 4 * what.direction)
        return _at(
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
    return _at(
        p.containing(granularity, day),
        unknown,
        f"{_spell(what)} {'before' if what.direction < 0 else 'after'} {p.value(base)}",
        anchor=anchor,
        approximate=any(number is not None and number != int(number) for number, _ in what.amounts),
    )


def _same_period(what: r.SamePeriod, narrative: Narrative) -> Place:
    for period in reversed(narrative.seen):
        fits = period.granularity in (G.MONTH, G.QUARTER, G.HALF, G.SEASON) if what.granularity is None else period.granularity == what.granularity
        if fits and period.granularity < G.YEAR and period.granularity >= G.MONTH:
            first = _day(what.year, period.first.month, 1)
            return _at(first and p.containing(period.granularity, first), "", f"as {p.value(period)}", anchor=p.value(period), year_stated=True)
    return _at(p.Period(G.YEAR, date(what.year, 1, 1)), "", year_stated=True)


def _spell(what: r.Shift) -> str:
    pieces = []
    for number, unit in what.amounts:
        assert number is not None
        pieces.append(f"{figure(number)} {unit.name.lower()}{'' if number == 1 else 's'}")
    return " and ".join(pieces)


def _part(what: r.Part, narrative: Narrative, sense: str | None) -> Place:
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
            return _at(period, "", "the latest such before the article", anchor=_article(narrative))
        whole = locate(what.of, narrative, sense)
        if whole.period is None:
            return Place(None, f"XXXX-{letter}{number}", whole.how)
        first = date(whole.period.first.year, (number - 1) * (12 // per_year) + 1, 1)
        how = (*whole.how, "a fiscal year, read as the calendar year") if what.fiscal else whole.how
        place = _at(
            p.containing(unit, first),
            "",
            *how,
            anchor=whole.anchor,
            year_stated=whole.year_stated,
            approximate=what.fiscal,
        )
        return place
    if what.of is None:
        return Place(None, _UNKNOWN.get(unit, "XXXX"))
    whole = locate(what.of, narrative, sense)
    unknown = _UNKNOWN.get(unit, "XXXX")
    if whole.period is None:
        return Place(None, unknown, whole.how)
    found = _nth(whole.period, unit, what.number, what.weekday)
    return _at(found, unknown, *whole.how, anchor=whole.anchor, year_stated=whole.year_stated)


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
    return p.containing(unit, start)


def _season(what: r.Season, narrative: Narrative, sense: str | None) -> Place:
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
    return _at(
        p.Period(G.SEASON, date(year, what.month, 1)),
        "",
        f"the season of {year}",
        anchor=_article(narrative),
        year_stated=stated,
    )


def _named_month(what: r.NamedMonth, narrative: Narrative) -> Place:
    unknown = f"XXXX-{what.month:02}"
    base = narrative.published
    anchor = _article(narrative)
    if what.which in {"following", "previous", "same"}:
        base = narrative.period.first if narrative.period else None
        anchor = None if base is None else base.isoformat()
    if base is None:
        return Place(None, unknown, ("counted from a time that is not known",))
    year = base.year
    if what.which in {"last", "previous"}:
        year -= 0 if what.month < base.month else 1
    elif what.which in {"next", "following"}:
        year += 0 if what.month > base.month else 1
    if not 1 <= year <= 9999:
        return Place(None, unknown)
    return _at(p.Period(G.MONTH, date(year, what.month, 1)), unknown, f"the {what.which} one", anchor=anchor)


# ---- from a place to an interval


_EDGE_SHARE = {"START": (0, 2, 5), "MID": (1, 3, 4), "END": (3, 5, 5)}


def with_edge(period: p.Period, edge: str) -> Interval:
    """ "early 2019", "mid-October", "the end of May": the part of the period, approximate.

    Generous on purpose (the first two fifths, the middle half, the last two fifths): nobody means a
    sharp border by these words.
    """
    whole = p.interval(period)
    assert whole.start is not None and whole.end is not None
    length = whole.end - whole.start
    low, high = {"START": (0.0, 0.45), "MID": (0.2, 0.8), "END": (0.55, 1.0)}[edge]
    start = whole.start + int(length * low) // 3600 * 3600
    end = whole.start + -(-int(length * high) // 3600) * 3600
    return Interval(start, end, period.granularity, approximate=True)


def part_of_day(day: date, part: str, edge: str | None) -> Interval | None:
    """The part of a day as an interval; a night runs into the next morning."""
    _, first, last = PARTS[part]
    base = instant(day)
    if base + last * 3600 > instant(date.max) + DAY:
        return None
    start, end = base + first * 3600, base + last * 3600
    if edge == "START":
        end = start + (end - start) * 7 // 12
    elif edge == "END":
        start += (end - start) // 2
    return Interval(start, end, G.PART_OF_DAY)


_ = UNIT_CODES
