""" "Last week", "the third quarter", "the summer of 1999": from a match to what it says."""

from __future__ import annotations

from factcheck.expressions.time import readings as r
from factcheck.expressions.time.build_lengths import amount
from factcheck.expressions.time.lexicon import (
    MONTHS,
    PARTS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from factcheck.expressions.time.match import OFFSETS, Match, builds, direction_of, relative_year, year_of
from factcheck.expressions.time.numbers import ordinal, short_year
from factcheck.temporal.interval import Granularity

G = Granularity


_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@builds("directed_unit")
def _directed_unit(match: Match) -> r.Chunk | None:
    name = match.word("unit")
    assert name is not None
    words = [word.lower() for word in match.words("rel")]
    direction = direction_of(words)
    unit = UNITS.get(name)
    if unit is None or unit == G.SECOND or name.endswith("s"):
        return None
    if name == "night":
        return None
    narrative = direction in {"following", "previous", "same"} and "this" not in words
    if words[0] == "the" and direction == "next" and unit <= G.MONTH:
        narrative = True  # "the next day" counts from the story, "next week" from the article
    if words[-1] == "past" and unit not in (G.WEEKEND,):
        # "the past year" is a length up to now
        return match.chunk(r.Length("P" + amount(1, unit)), mod=None)
    if unit <= G.HOUR:
        if direction in {"last", "next"}:
            return match.chunk(r.Length("P" + amount(1, unit)))
        return None
    return match.chunk(r.Unit(unit, OFFSETS[direction], narrative=narrative))


@builds("bare_unit")
def _bare_unit(match: Match) -> r.Chunk | None:
    name = match.word("unit")
    assert name is not None
    unit = UNITS[name]
    if unit <= G.HOUR:
        return None
    return match.chunk(r.Unit(unit, 0, bare=True))


@builds("unit_apostrophe")
def _unit_apostrophe(match: Match) -> r.Chunk | None:
    name = match.word("unit")
    assert name is not None
    if UNITS[name] < G.DAY:
        return None
    return match.chunk(r.Unit(UNITS[name], 0, bare=True), edge="END")


@builds("year_ago")
def _year_ago(match: Match) -> r.Chunk | None:
    unit = next((UNITS[word.lower()] for word in match.all() if word.lower() in UNITS), None)
    if unit is None or unit < G.DAY:
        return None
    return match.chunk(r.Shift(((1.0, unit),), -1))


@builds("the_unit_before")
def _the_unit_before(match: Match) -> r.Chunk | None:
    name, direction = match.word("unit"), match.word("dir")
    assert name is not None and direction is not None
    unit = UNITS.get(name, G.DAY)
    if unit <= G.HOUR:
        return None
    part = name if name in PARTS else None
    if direction in {"before", "after"} and not match.closed():
        return match.chunk(r.Unit(unit, 0, narrative=True, event=True), part=part)
    offset = 1 if direction in {"after", "later", "afterwards"} else -1
    return match.chunk(r.Unit(unit, offset, narrative=True), part=part)


@builds("same_period")
def _same_period(match: Match) -> r.Chunk | None:
    unit = next((UNITS[word.lower()] for word in match.all() if word.lower() in UNITS), None)
    if match.has("year"):
        return match.chunk(r.SamePeriod(unit, year=year_of(match)))
    if match.has("ago"):
        return match.chunk(r.SamePeriod(None if unit == G.YEAR else unit, relative=-1))
    relative = relative_year(match)
    return match.chunk(r.SamePeriod(None if unit == G.YEAR else unit, relative=-1)) if relative == -1 else None


@builds("quarter_code")
def _quarter_code(match: Match) -> r.Chunk | None:
    """ "Q3 2022", "H1", "3Q22"."""
    code = match.words("code")[0].upper()
    digits = [int(letter) for letter in code if letter.isdecimal()]
    halves = "H" in code
    number = digits[0]
    if number > (2 if halves else 4):
        return None
    year = year_of(match)
    if year is None and match.has("short"):
        year = short_year(match.words("short")[0])
    if year is None and len(digits) == 3:
        year = short_year(code[-2:])
    return match.chunk(r.Part(G.HALF if halves else G.QUARTER, number, None if year is None else r.Calendar(year)))


@builds("nth", "century")
def _nth(match: Match) -> r.Chunk | None:
    words = match.words("ord")
    number = ordinal(words)
    name = match.word("unit")
    assert name is not None
    if number is None:
        return None
    groups = match._match.re.groupindex
    if name in {"century", "centuries"}:
        if number < 1 or number > 30:
            return None
        return match.chunk(r.Century(number))
    of: r.What | None = None
    if "whole" in groups:
        if match.has("year"):
            of = r.Calendar(year_of(match))
        elif match.has("mon"):
            month = match.word("mon")
            assert month is not None
            year2 = match.word("year2")
            of = r.Calendar(int(year2) if year2 else None, MONTHS[month])
        elif match.has("rel"):
            direction = direction_of(match.words("rel"))
            whole = UNITS.get(match.words("rel")[-1].lower(), G.YEAR)
            if whole != G.YEAR and "," in match.all():
                return None  # "last week, this month"
            of = r.Unit(whole, OFFSETS[direction], narrative=direction in {"previous", "following", "same"})
        elif match.has("whole"):
            of = r.Unit(G.YEAR, 0, bare=True)
    fiscal = any(word.lower() in {"fiscal", "financial"} for word in match.all())
    if name == "half" and isinstance(of, r.Calendar) and of.month is not None:
        return match.chunk(of, edge="START" if number == 1 else "END")
    if name in {"quarter", "half"}:
        if isinstance(of, r.Calendar) and of.month is not None:
            return None
        unit = G.QUARTER if name == "quarter" else G.HALF
        if name == "half" and of is None and match.all()[0].lower() not in {"the", "this"}:
            return None
        if number > (4 if unit == G.QUARTER else 2):
            return None
        if number == -1 and of is None:
            return match.chunk(r.Unit(unit, -1))
        return match.chunk(r.Part(unit, number, of, fiscal))
    if name in WEEKDAYS:
        if not isinstance(of, r.Calendar) or of.month is None:
            return None
        return match.chunk(r.Part(G.DAY, number, of, weekday=WEEKDAYS[name]))
    unit = UNITS.get(name, G.SECOND)
    if unit not in (G.DAY, G.WEEK, G.WEEKEND, G.MONTH) or of is None or name.endswith("s"):
        return None
    return match.chunk(r.Part(unit, number, of, fiscal))


@builds("nth_in_year")
def _nth_in_year(match: Match) -> r.Chunk | None:
    """ "Last year's third quarter"."""
    number = ordinal(match.words("ord"))
    unit = G.QUARTER if match.word("unit") == "quarter" else G.HALF
    if number is None or number > (4 if unit == G.QUARTER else 2):
        return None
    of: r.What
    if match.has("year"):
        of = r.Calendar(year_of(match))
    else:
        direction = direction_of(match.words("rel"))
        of = r.Unit(G.YEAR, OFFSETS[direction], narrative=direction in {"previous", "following", "same"})
    return match.chunk(r.Part(unit, number, of, match.has("fiscal")))


@builds("season")
def _season(match: Match) -> r.Chunk | None:
    name = match.word("season")
    assert name is not None
    month = _SEASON_MONTHS[SEASONS[name]]
    relative = relative_year(match, "rel2")
    which = direction_of(match.words("rel")) if match.has("rel") else None
    return match.chunk(r.Season(month, year_of(match), which, relative))


@builds("decade")
def _decade(match: Match) -> r.Chunk | None:
    digits = "".join(letter for letter in match.words("decade")[0] if letter.isdecimal())
    value = int(digits)
    if value % 10:
        return None
    if len(digits) == 4:
        if not 1000 <= value < 2200:
            return None
        if value % 100 == 0 and value != 2000:
            return match.chunk(r.Century(value // 100 + 1))
        return match.chunk(r.Decade(value))
    if len(digits) == 2:
        if value < 20:
            return None
        return match.chunk(r.Decade(1900 + value, century=False))
    return None
