"""Dates that leave something out: which year, which week is meant.

The rules are those of the news, with the shares that they get right in annotated articles: a bare weekday
is the latest such day, the article's own included, unless the clause looks ahead; a month and day without
a year lie nearest to the article, unless the passage is about another year.
"""

from __future__ import annotations

from datetime import date

from factcheck.expressions.time import holidays
from factcheck.expressions.time import periods as p
from factcheck.expressions.time import readings as r
from factcheck.expressions.time.narrative import Narrative
from factcheck.expressions.time.places import Place, article, at, narrative_base, on, the_day
from factcheck.expressions.time.sense import FUTURE, PAST
from factcheck.temporal.interval import Granularity

G = Granularity


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def calendar(what: r.Calendar, narrative: Narrative, sense: str | None) -> Place:
    year, month, day = what.year, what.month, what.day
    published = narrative.published
    if year is not None:
        if month is None:
            return at(p.Period(G.YEAR, date(year, 1, 1)), "", year_stated=True)
        if day is None:
            return at(p.Period(G.MONTH, date(year, month, 1)), "", year_stated=True)
        found = the_day(year, month, day)
        if found is None:
            return Place(None, f"{year:04}-{month:02}-{day:02}", impossible=True)
        place = at(p.Period(G.DAY, found), "", year_stated=True, weekday=what.weekday)
        if what.other is not None:
            other = the_day(year, *what.other)
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
        base = narrative_base(G.YEAR, narrative)
        found = base and the_day(base.first.year, month, day or 1)
        if base is None or not found:
            return Place(
                None, f"XXXX-{month:02}" + (f"-{day:02}" if day else ""), ("the text does not say which year",)
            )
        return at(
            p.Period(G.DAY if day else G.MONTH, found),
            "",
            f"the year of {p.value(base)}",
            anchor=p.value(base),
            weekday=what.weekday,
        )
    if what.relative_year is not None:
        if published is None:
            return Place(None, f"XXXX-{month:02}" + (f"-{day:02}" if day else ""))
        year = published.year + what.relative_year
        found = the_day(year, month, day or 1)
        if found is None:
            return Place(
                None, f"{year:04}-{month:02}-{day or 1:02}", (f"there is no such day in {year}",), impossible=True
            )
        return at(
            p.Period(G.DAY if day else G.MONTH, found),
            "",
            f"the year is counted from the article's ({published.year})",
            anchor=article(narrative),
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
    candidates = [found for year in (base - 1, base, base + 1) if (found := the_day(year, month, day)) is not None]
    if not candidates:  # 29 February far from a leap year
        candidates = [found for year in range(base - 4, base + 5) if (found := the_day(year, month, day)) is not None]
    if not candidates:
        return Place(None, unknown)
    if what.weekday is not None and published is not None:
        fitting = [found for found in candidates if found.weekday() == what.weekday]
        nearest = min(candidates, key=lambda found: abs((found - published).days))
        if fitting and nearest not in fitting and abs((fitting[0] - published).days) < 200:
            candidates = fitting
    told = None if context is None else the_day(context, month, day)
    misfit = told is not None and what.weekday is not None and told.weekday() != what.weekday
    if misfit and any(found.weekday() == what.weekday for found in candidates):
        told = None  # the weekday beside it belongs to another year
        misfit = False
    close = (
        published is not None
        and not narrative.history
        and min(abs((found - published).days) for found in candidates) <= 60
    )
    if misfit and not close and not narrative.history:
        why = f"the passage is about {context}, in which that day is no {_DAYS[what.weekday or 0]}"
        return Place(None, unknown, (why,), weekday=what.weekday)
    # "In 2022 it fell on a Thursday, 16 June": of the two years that it may be, the weekday fits one.
    chosen = (
        published is not None
        and told is not None
        and told.weekday() == what.weekday
        and min(candidates, key=lambda found: abs((found - published).days)).weekday() != what.weekday
    )
    if (
        published is not None
        and not chosen
        and (told is None or close or (sense == FUTURE and told < published and not narrative.history))
    ):
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
        return at(
            p.Period(G.DAY, best),
            unknown,
            f"the year is {best.year}: {rule}",
            anchor=article(narrative),
            alternatives=() if told is None or told == best else (p.Period(G.DAY, told),),
            weekday=what.weekday,
        )
    if told is None:
        return Place(None, unknown, (f"{context} has no such day",))
    others: tuple[p.Period, ...] = ()
    if published is not None:
        nearest = min(candidates, key=lambda found: abs((found - published).days))
        if nearest != told:
            others = (p.Period(G.DAY, nearest),)
    return at(
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
    if context is not None and not (
        sense == FUTURE
        and not narrative.history
        and published is not None
        and (context, month) < (published.year, published.month)
    ):
        return at(
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
    return at(p.Period(G.MONTH, date(year, month, 1)), unknown, rule, anchor=article(narrative))


def holiday(what: r.Holiday, narrative: Narrative, sense: str | None) -> Place:
    """A holiday like a month and day: its year stated, directed, or the nearest that the clause allows."""
    published = narrative.published
    if what.year is not None:
        found = holidays.day(what.name, what.year)
        return at(on(found), "XXXX-XX-XX", year_stated=True)
    passage = narrative.passage()
    if passage is not None:
        found = holidays.day(what.name, passage.first.year)
        return at(on(found), "XXXX-XX-XX", f"of {passage.first.year}, which the passage is about")
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
    return at(p.Period(G.DAY, found), "", rule, anchor=article(narrative))


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
        found = start and the_day(start.year, start.month, what.day)
        if not found or (what.weekday is not None and found.weekday() != what.weekday):
            continue
        if best is None or abs((found - published).days) < abs((best - published).days):
            best = found
    return at(
        on(best),
        unknown,
        "the nearest such day to the article",
        anchor=article(narrative),
        weekday=what.weekday,
    )


def weekday(what: r.Weekday, narrative: Narrative, sense: str | None) -> Place:
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
        return at(on(day), unknown, f"the {what.which} {name}", anchor=narrative.day.isoformat())
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
    return at(on(day), unknown, rule, anchor=article(narrative), alternatives=others)


def named_month(what: r.NamedMonth, narrative: Narrative) -> Place:
    unknown = f"XXXX-{what.month:02}"
    base = narrative.published
    anchor = article(narrative)
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
    return at(p.Period(G.MONTH, date(year, what.month, 1)), unknown, f"the {what.which} one", anchor=anchor)
