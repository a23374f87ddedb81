"""Follow the story: which day, which year the text is speaking of, for what leans on it."""

from __future__ import annotations

from datetime import date

from factcheck.expressions.time import periods as p
from factcheck.expressions.time import readings as r
from factcheck.expressions.time.narrative import Narrative
from factcheck.expressions.time.places import Place
from factcheck.expressions.time.scan import Scan
from factcheck.temporal.interval import Granularity

G = Granularity


def years_told(published: date | None, found: list[r.Chunk]) -> tuple[float, float]:
    """How much a text tells of other years, and how much of the days around its own date."""
    told = near = 0.0
    for chunk in found:
        what = chunk.what
        if isinstance(what, r.Calendar):
            if what.year is not None:
                other = published is None or what.year != published.year
                told += other * (1.0 if what.month is not None else 0.34)  # bare years are cheap
                near += not other
        elif isinstance(what, (r.Weekday, r.Deictic)) or (
            isinstance(what, r.Unit) and not what.narrative and not what.bare
        ):
            near += 1
    return told, near


def is_history(told: float, near: float) -> bool:
    """Whether a text tells of other years: many years stated, few times that lean on the article's date."""
    return told >= 4 and told > 3 * near


_SAYING = frozenset(
    "said say says told announced reported added confirmed stated wrote tweeted posted warned declared acknowledged "
    "claimed statement report reports interview".split()
)


def is_saying(words: Scan, chunk: r.Chunk) -> bool:
    """Whether the day is when somebody spoke, not when the story happened: "police said on Monday"."""
    before = [word.lower() for word in words.words[max(0, chunk.first - 2) : chunk.first]]
    return bool(before) and (before[-1] in _SAYING or (before[-1] == "on" and before[0] in _SAYING))


def is_aside(words: Scan, chunk: r.Chunk) -> bool:
    """Whether it stands first in brackets: a time on another clock, the year of a painting."""
    return chunk.first > 0 and words.words[chunk.first - 1] in "(["


def is_conversion(words: Scan, chunk: r.Chunk) -> bool:
    """Whether it restates a time on another clock: "4:17 a.m. (2217 GMT Monday)"."""
    return chunk.clock is not None and is_aside(words, chunk)


def story_day(narrative: Narrative, looks_ahead: bool) -> Place:
    """The day of a bare time of day.

    A day told in the same sentence, else the last one told nearby that is not ahead of the article
    (unless the clause is); the article's own where the text speaks of no other day. What else it may
    be stands in the alternatives. Days of speaking ("said on Monday") do not count.
    """
    published = narrative.published
    near = [day for day, block in narrative.days if narrative.block - block <= 1]
    if published is not None and not looks_ahead:
        near = [day for day in near if day <= published] or near
    if near:
        day = near[-1]
        shown = day.isoformat()
        others = tuple(p.Period(G.DAY, other) for other in dict.fromkeys(near) if other != day)
        if published is not None and day > published and not looks_ahead:
            return Place(None, "XXXX-XX-XX", ("the text does not say on which day",))
        return Place(p.Period(G.DAY, day), shown, (f"on the day that the text last spoke of, {shown}",), shown, others)
    if published is not None and narrative.day in (None, published):
        shown = published.isoformat()
        return Place(p.Period(G.DAY, published), shown, ("on the article's day",), f"published {shown}")
    return Place(None, "XXXX-XX-XX", ("the text does not say on which day",))


_BACKGROUND = frozenset("born founded established formed built created married".split())


def is_background(words: Scan, chunk: r.Chunk) -> bool:
    """Whether it dates what a person or thing comes from, not what is told: "born on 3 May 1970 in Graz"."""
    return any(word.lower() in _BACKGROUND for word in words.words[max(0, chunk.first - 4) : chunk.first])


def remember(narrative: Narrative, chunk: r.Chunk, place: Place, *, told: bool, background: bool = False) -> None:
    """Let later expressions lean on this one; ``told`` says that its day may be the story's."""
    period, what = place.period, chunk.what
    leans = isinstance(what, (r.Weekday, r.Deictic)) or (
        isinstance(what, r.Unit) and not what.narrative and not what.bare
    )
    if leans and not narrative.history:
        narrative.context = None
    if period is None:
        return
    if not told and (chunk.clock is not None or period.granularity >= G.YEAR):
        return
    # "She was born on 2 June 2017 and was eight when she fell ill that April": not the April of her birth.
    if not background or narrative.history or narrative.period is None:
        narrative.period = period
    narrative.seen.append(period)
    if len(narrative.seen) > 12:
        del narrative.seen[:6]
    if period.granularity == G.DAY:
        narrative.day, narrative.day_block = period.first, narrative.block
        if told:
            narrative.days.append((period.first, narrative.block))
            del narrative.days[:-8]
    if period.granularity == G.QUARTER:
        narrative.quarter = period
    if isinstance(what, (r.Calendar, r.Season)) and not (background and not narrative.history) and told:
        _follow(narrative, chunk, period, stated=place.year_stated)


def _follow(narrative: Narrative, chunk: r.Chunk, period: p.Period, *, stated: bool) -> None:
    """Keep track of which year the passage is about.

    A bare year sets it only where it leads the sentence ("In 2019, ..."): "founded in 1985" and "a 1998
    report" speak of that year in passing. So does a month in an article that also tells of the days around
    its own date: "the law passed in October 2021".
    """
    published = narrative.published
    if published is not None and period.first.year == published.year:
        if stated and not narrative.history:
            narrative.context = None
        return
    passing = G.DAY if narrative.news else G.HALF
    leads = period.granularity <= passing or chunk.first <= 2 or narrative.history
    if (stated and leads) or (narrative.context is not None and not stated):
        narrative.context, narrative.context_block = period, narrative.block
        narrative.context_sentence = narrative.sentence
