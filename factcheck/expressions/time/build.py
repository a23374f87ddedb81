"""From a match of the grammar to what the expression says: one small builder a form."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from factcheck.expressions.time import readings as r
from factcheck.expressions.time.lexicon import (
    DEICTICS,
    FLOATING_ZONES,
    MONTHS,
    PARTS,
    SEASONS,
    SETS,
    UNIT_CODES,
    UNITS,
    WEEKDAYS,
    ZONE_NAMES,
    ZONES,
)
from factcheck.expressions.time.numbers import count, day_number, figure, ordinal, short_year
from factcheck.expressions.time.periods import days_in
from factcheck.temporal.interval import Granularity as G

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_NARRATIVE = frozenset("following previous same that preceding prior ensuing those".split())


class Match:
    """A match of a form with the words it covers."""

    __slots__ = ("_match", "_words", "cut")

    def __init__(self, match: re.Match[str], words: Sequence[str]) -> None:
        self._match = match
        self._words = words
        self.cut = 0  # words at the end that the chunk leaves out

    def closed(self) -> bool:
        """Whether nothing follows that the last word could govern: "two days before." but not "before the vote"."""
        end = self._match.end()
        return end >= len(self._words) or self._words[end] in _CLOSERS or self._words[end].lower() in _CLOSING_WORDS

    @property
    def first(self) -> int:
        return self._match.start()

    @property
    def last(self) -> int:
        return self._match.end()

    def words(self, group: str) -> Sequence[str]:
        """The words of a named group, none if it took no part or the form has none of that name."""
        start, end = self._span(group)
        return self._words[start:end] if start >= 0 else ()

    def start(self, group: str) -> int:
        """The index of a group's first word, -1 if it took no part."""
        return self._span(group)[0]

    def _span(self, group: str) -> tuple[int, int]:
        return self._match.span(group) if group in self._match.re.groupindex else (-1, -1)

    def word(self, group: str) -> str | None:
        """The first word of a named group in lower case, or None."""
        start, end = self._span(group)
        return self._words[start].lower() if end > start >= 0 else None

    def has(self, group: str) -> bool:
        """Whether the named group matched anything."""
        start, end = self._span(group)
        return 0 <= start < end

    def all(self) -> Sequence[str]:
        """Every word of the match."""
        return self._words[self._match.start() : self._match.end()]

    def chunk(self, what: r.What | None, **parts: object) -> r.Chunk:
        """A chunk over the match."""
        return r.Chunk(self.first, self.last - self.cut, what, **parts)  # type: ignore[arg-type]


_CLOSERS = frozenset(".,;:!?)]\"'-")
_CLOSING_WORDS = frozenset("and but or in at on by with for to from was were had has is are when while as said".split())
Builder = Callable[[Match], r.Chunk | None]
BUILDERS: dict[str, Builder] = {}


def _builds(*names: str) -> Callable[[Builder], Builder]:
    def register(builder: Builder) -> Builder:
        for name in names:
            BUILDERS[name] = builder
        return builder

    return register


def _direction(words: Sequence[str]) -> str:
    """What a word of direction says: last, next, this, previous, following, same."""
    lowered = [word.lower() for word in words]
    for word in reversed(lowered):
        if word in {"last", "past", "latest"}:
            return "last"
        if word in {"next", "coming", "upcoming"}:
            return "next"
        if word in {"previous", "preceding", "prior"}:
            return "previous"
        if word in {"following", "ensuing"}:
            return "following"
        if word in {"same", "that", "those"}:
            return "same"
    return "this"


_OFFSETS = {"last": -1, "next": 1, "this": 0, "previous": -1, "following": 1, "same": 0}


def _relative_year(match: Match, group: str = "rel") -> int | None:
    words = match.words(group)
    if not words:
        return None
    return _OFFSETS[_direction(words)]


def _year(match: Match) -> int | None:
    year = match.word("year")
    if year is not None:
        return int(year)
    return None


def _calendar(
    match: Match, *, year: int | None, month: int, day: int, weekday: int | None, relative: int | None = None
) -> r.Chunk:
    """A month-day date; an impossible one where the month never has, or that year's has not, that day."""
    longest = days_in(year if year else 2000, month)
    what: r.What = r.Calendar(year, month, day, weekday, relative)
    if not 1 <= day <= longest:
        written = f"{year:04}" if year else "XXXX"
        why = f"{_MONTH_NAMES[month]}{f' {year}' if year else ''} has {longest} days"
        what = r.Impossible(f"{written}-{month:02}-{day:02}", why)
    return match.chunk(what)


_MONTH_NAMES = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@_builds("month_day", "day_month")
def _month_day(match: Match) -> r.Chunk | None:
    month, day, weekday = match.word("mon"), match.word("day"), match.word("wd")
    assert month is not None and day is not None
    short = match.word("short")
    if match.has("story"):
        return match.chunk(r.Calendar(None, MONTHS[month], day_number(day), story_year=True))
    return _calendar(
        match,
        year=short_year(short) if short else _year(match),
        month=MONTHS[month],
        day=day_number(day),
        weekday=None if weekday is None else WEEKDAYS[weekday],
        relative=_relative_year(match),
    )


@_builds("month_days", "days_month")
def _days_of_month(match: Match) -> r.Chunk | None:
    """ "Sept. 10 to 13", "3-5 May"; with "and" and "or" a list, unless "between" stands before it (see find.py)."""
    month, first, second = match.word("mon"), match.word("d1"), match.word("d2")
    assert month is not None and first is not None and second is not None
    number, year = MONTHS[month], _year(match)
    start, end = day_number(first), day_number(second)
    if not start < end:
        return None
    longest = days_in(year or 2000, number)
    if end > longest:
        return None
    weekday, weekday2 = match.word("wd"), match.word("wd2")
    low = r.Calendar(year, number, start, None if weekday is None else WEEKDAYS[weekday])
    high = r.Calendar(year, number, end, None if weekday2 is None else WEEKDAYS[weekday2])
    split = match.start("d2")
    left = r.Chunk(match.first, match.start("d1") + 1, low)
    right = r.Chunk(split, match.last, high)
    listed = match.word("link") in {"and", "or"}
    return r.Chunk(match.first, match.last, low, range_to=replace(right, range_to=left), listed=listed)


@_builds("weekday_day", "the_day")
def _weekday_day(match: Match) -> r.Chunk | None:
    day = match.word("day")
    assert day is not None
    if "wd" not in match._match.re.groupindex:
        return None  # "the 3rd" is a rank far more often than a day
    weekday = match.word("wd")
    return match.chunk(r.Calendar(None, None, day_number(day), WEEKDAYS[weekday] if weekday else None))


@_builds("month_year", "month_relative", "month")
def _month(match: Match) -> r.Chunk | None:
    month = match.word("mon")
    assert month is not None
    groups = match._match.re.groupindex
    year = relative = None
    if "year" in groups:
        short = match.word("short")
        year = short_year(short) if short else _year(match)
    if "rel" in groups:
        relative = _relative_year(match)
    return match.chunk(r.Calendar(year, MONTHS[month], relative_year=relative, story_year=match.has("story")))


@_builds("directed_month")
def _directed_month(match: Match) -> r.Chunk | None:
    month = match.word("mon")
    assert month is not None
    return match.chunk(r.NamedMonth(MONTHS[month], _direction(match.words("rel"))))


@_builds("year")
def _bare_year(match: Match) -> r.Chunk | None:
    year = _year(match)
    assert year is not None
    if match.has("bc"):
        return match.chunk(r.BeforeChrist(year))
    return match.chunk(r.Calendar(year))


@_builds("bc_year")
def _bc_year(match: Match) -> r.Chunk | None:
    return match.chunk(r.BeforeChrist(int(match.words("bcyear")[0])))


@_builds("bare_clock")
def _bare_clock(match: Match) -> r.Chunk | None:
    """ "at 8.45": a time of day only where find.py sees that it is one."""
    hour, minute = match.words("t")[0].split(".")
    return _clock(match, int(hour), int(minute), None, None, half=1 <= int(hour) <= 12)


@_builds("short_year")
def _short_year(match: Match) -> r.Chunk | None:
    return match.chunk(r.Calendar(short_year(match.words("short")[0])))


@_builds("year_slash")
def _year_slash(match: Match) -> r.Chunk | None:
    year = _year(match)
    last = match.words("last")[0]
    if year is None or len(last) != 2:
        return None
    end = year // 100 * 100 + int(last)
    if not 0 < end - year <= 30:
        return None
    other = r.Chunk(match.last - 1, match.last, r.Calendar(end))
    return r.Chunk(match.first, match.last, r.Calendar(year), range_to=other)


def _iso_date(text: str) -> r.Calendar | r.Impossible:
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:10])
    try:
        date(year, month, day)
    except ValueError:
        return r.Impossible(text[:10], f"there is no such day as {text[:10]}")
    return r.Calendar(year, month, day)


@_builds("iso")
def _iso(match: Match) -> r.Chunk | None:
    return match.chunk(_iso_date(match.words("iso")[0]))


_ISO_TIME = re.compile(r"(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)?$")


@_builds("isotime")
def _isotime(match: Match) -> r.Chunk | None:
    text = match.words("iso")[0]
    what = _iso_date(text)
    parts = _ISO_TIME.search(text)
    if parts is None:
        return match.chunk(what)
    hour, minute, second = int(parts[1]), int(parts[2]), int(parts[3] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return match.chunk(r.Impossible(text, f"there is no such time of day as {parts[1]}:{parts[2]}"))
    zone = parts[4]
    offset = None
    if zone:
        offset = 0 if zone == "Z" else (int(zone[1:3]) * 60 + int(zone[-2:])) * (-1 if zone[0] == "-" else 1)
    if offset is not None and abs(offset) > 14 * 60:
        offset = None
    return match.chunk(what, clock=r.Clock(hour, minute, second if parts[3] else None, offset))


def _from_figures(match: Match, pieces: Sequence[str], *, dotted: bool = False) -> r.Chunk | None:
    """5/4/2023, 05.04.2023, 2023/04/05. Whether the day or the month comes first stays open here."""
    a, b, c = (int(piece) for piece in pieces)
    if len(pieces[0]) == 4:
        year, month, day = a, b, c
        if not (1000 <= year < 2200 and 1 <= month <= 12 and 1 <= day <= days_in(year, month)):
            return None
        return match.chunk(r.Calendar(year, month, day))
    if len(pieces[2]) == 4:
        year = c
    elif len(pieces[2]) == 2 and not dotted:
        year = short_year(pieces[2])
    else:
        return None
    if not 1000 <= year < 2200 or len(pieces[0]) > 2 or len(pieces[1]) > 2:
        return None
    american = 1 <= a <= 12 and 1 <= b <= days_in(year, a)
    european = 1 <= b <= 12 and 1 <= a <= days_in(year, b)
    if european and (dotted or not american):
        return match.chunk(r.Calendar(year, b, a))
    if american and european and a != b:
        return match.chunk(r.Calendar(year, a, b, other=(b, a)))
    if american:
        return match.chunk(r.Calendar(year, a, b))
    return None


@_builds("figures")
def _figures(match: Match) -> r.Chunk | None:
    text = match.words("date")[0]
    dotted = "." in text
    return _from_figures(match, re.split(r"[./]", text), dotted=dotted)


@_builds("spaced_figures")
def _spaced_figures(match: Match) -> r.Chunk | None:
    return _from_figures(match, [match.words(group)[0] for group in "abc"])


@_builds("deictic")
def _deictic(match: Match) -> r.Chunk | None:
    word = match.word("word")
    assert word is not None
    return match.chunk(r.Deictic(DEICTICS[word]), part="tonight" if word == "tonight" else None)


@_builds("day_before_deictic")
def _day_before_deictic(match: Match) -> r.Chunk | None:
    word = match.word("word")
    assert word is not None
    return match.chunk(r.Deictic(DEICTICS[word] + (-1 if match.word("dir") == "before" else 1)))


@_builds("deictic_week")
def _deictic_week(match: Match) -> r.Chunk | None:
    return None


@_builds("weekday")
def _weekday(match: Match) -> r.Chunk | None:
    word = match.word("wd")
    assert word is not None
    if len(word) < 6 and match.words("wd")[0].isupper() and len(word) <= 3:
        return None
    first = match.all()[0]
    indefinite = first.lower() in {"a", "an"}
    return match.chunk(r.Weekday(WEEKDAYS[word], "some" if indefinite else None))


@_builds("directed_weekday")
def _directed_weekday(match: Match) -> r.Chunk | None:
    word = match.word("wd")
    assert word is not None
    return match.chunk(r.Weekday(WEEKDAYS[word], _direction(match.words("rel"))))


@_builds("last_week_weekday", "weekday_of_week")
def _weekday_of_week(match: Match) -> r.Chunk | None:
    word, unit = match.word("wd"), match.word("unit")
    assert word is not None and unit is not None
    if UNITS[unit] != G.WEEK:
        return None
    return match.chunk(r.Weekday(WEEKDAYS[word], week=_OFFSETS[_direction(match.words("rel"))]))


@_builds("week_from")
def _week_from(match: Match) -> r.Chunk | None:
    return None


@_builds("directed_unit")
def _directed_unit(match: Match) -> r.Chunk | None:
    name = match.word("unit")
    assert name is not None
    words = [word.lower() for word in match.words("rel")]
    direction = _direction(words)
    unit = UNITS[name] if name in UNITS else None
    if unit is None or unit == G.SECOND or name.endswith("s"):
        return None
    if name == "night":
        return None
    narrative = direction in {"following", "previous", "same"} and "this" not in words
    if words[0] == "the" and direction == "next" and unit <= G.MONTH:
        narrative = True  # "the next day" counts from the story, "next week" from the article
    if words[-1] == "past" and unit not in (G.WEEKEND,):
        # "the past year" is a length up to now
        return match.chunk(r.Length("P" + _amount(1, unit)), mod=None)
    if unit <= G.HOUR:
        if direction in {"last", "next"}:
            return match.chunk(r.Length("P" + _amount(1, unit)))
        return None
    return match.chunk(r.Unit(unit, _OFFSETS[direction], narrative=narrative))


@_builds("bare_unit")
def _bare_unit(match: Match) -> r.Chunk | None:
    name = match.word("unit")
    assert name is not None
    unit = UNITS[name]
    if unit <= G.HOUR:
        return None
    return match.chunk(r.Unit(unit, 0, bare=True))


@_builds("unit_apostrophe")
def _unit_apostrophe(match: Match) -> r.Chunk | None:
    name = match.word("unit")
    assert name is not None
    if UNITS[name] < G.DAY:
        return None
    return match.chunk(r.Unit(UNITS[name], 0, bare=True), edge="END")


@_builds("year_ago")
def _year_ago(match: Match) -> r.Chunk | None:
    unit = next((UNITS[word.lower()] for word in match.all() if word.lower() in UNITS), None)
    if unit is None or unit < G.DAY:
        return None
    return match.chunk(r.Shift(((1.0, unit),), -1))


@_builds("the_unit_before")
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


@_builds("same_period")
def _same_period(match: Match) -> r.Chunk | None:
    if match.has("year"):
        unit = next((UNITS[word.lower()] for word in match.all() if word.lower() in UNITS), None)
        return match.chunk(r.SamePeriod(_year(match) or 0, unit))
    if match.has("ago"):
        return match.chunk(r.Shift(((1.0, G.YEAR),), -1, narrative=True, same=True))
    relative = _relative_year(match)
    return match.chunk(r.Shift(((1.0, G.YEAR),), -1, narrative=True, same=True)) if relative == -1 else None


@_builds("nth", "century")
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
            of = r.Calendar(_year(match))
        elif match.has("mon"):
            month = match.word("mon")
            assert month is not None
            year2 = match.word("year2")
            of = r.Calendar(int(year2) if year2 else None, MONTHS[month])
        elif match.has("rel"):
            direction = _direction(match.words("rel"))
            of = r.Unit(G.YEAR, _OFFSETS[direction], narrative=direction in {"previous", "following", "same"})
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


@_builds("season")
def _season(match: Match) -> r.Chunk | None:
    name = match.word("season")
    assert name is not None
    month = _SEASON_MONTHS[SEASONS[name]]
    relative = _relative_year(match, "rel2")
    which = _direction(match.words("rel")) if match.has("rel") else None
    return match.chunk(r.Season(month, _year(match), which, relative))


@_builds("decade")
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


def _amount(number: float | None, unit: G) -> str:
    """A TIMEX3 amount without its P: "2W", "TH" units with the T in front ("T5H"), X for an unknown number."""
    code = UNIT_CODES[unit]
    shown = "X" if number is None else figure(number)
    return f"T{shown}{code[1]}" if code[0] == "T" and len(code) == 2 else f"{shown}{code}"


def _length_value(amounts: Sequence[tuple[float | None, G]]) -> str:
    """P4Y6M, PT1H30M."""
    days = "".join(_amount(number, unit) for number, unit in amounts if unit > G.HOUR)
    clock = "".join(_amount(number, unit)[1:] for number, unit in amounts if unit <= G.HOUR)
    return f"P{days}" + (f"T{clock}" if clock else "")


def _amounts(match: Match) -> list[tuple[float | None, G]] | None:
    name = match.word("u")
    assert name is not None
    unit = UNITS.get(name, G.HOUR)
    number = count(match.words("n")) if match.words("n") else None
    if name in {"fortnight", "fortnights"} and number is not None:
        number *= 2
    if match.has("half") and number is not None:
        number += 0.5
    amounts = [(number, unit)]
    if "u2" in match._match.re.groupindex and match.has("u2"):
        name2 = match.word("u2")
        assert name2 is not None
        unit2 = UNITS.get(name2, G.HOUR)
        if unit2 >= unit:
            return None
        amounts.append((count(match.words("n2")), unit2))
    return amounts


def _shift_mod(words: Sequence[str]) -> bool:
    return any(word.lower() in {"few", "several", "couple", "some", "many", "dozens"} for word in words)


@_builds("length")
def _length(match: Match) -> r.Chunk | None:
    amounts = _amounts(match)
    if amounts is None:
        return None
    words = [word.lower() for word in match.all()]
    name = match.word("u")
    tail = match.word("tail")
    number = match.words("n")
    joined = "-" in words
    if name in {"second", "quarter"} and not joined and words[0] in {"a", "an"} and tail is None:
        return None  # "a second look", "a quarter of"
    if name == "second" and not joined:
        return None
    if name == "seasonword":
        return None
    if tail in {"before", "after"} and not match.closed():
        tail = None  # "two days before the vote": anchored on an event, a length to us
        match.cut = 1
    if tail is not None and amounts[0][1] >= G.SECOND:
        directions = {"ago": (-1, False), "earlier": (-1, True), "later": (1, True), "before": (-1, True)}
        directions |= {"hence": (1, False), "from": (1, False), "previous": (-1, True), "prior": (-1, True)}
        direction, narrative = directions.get(tail, (-1, True))
        vague = _shift_mod(number)
        return match.chunk(r.Shift(tuple(amounts), direction, narrative=narrative, vague=vague))
    if words[0] in {"some", "many"} and name is not None and not name.endswith("s"):
        return None
    if (
        words[0] in {"some", "a", "half", "many"}
        and amounts[0][0] is None
        and name is not None
        and not name.endswith("s")
    ):
        return None
    return match.chunk(r.Length(_length_value(amounts)))


@_builds("directed_length", "the_length")
def _directed_length(match: Match) -> r.Chunk | None:
    amounts = _amounts(match)
    if amounts is None:
        return None
    name = match.word("u")
    assert name is not None
    words = [word.lower() for word in match.all()]
    if match.words("n"):
        if (
            name in {"second", "quarter", "quarters"}
            and "-" not in words
            and match.words("n")[0].lower() in {"a", "half"}
        ):
            return None
        return match.chunk(r.Length(_length_value(amounts)))
    if not name.endswith("s"):
        return None
    direction = match.word("dir")
    if direction == "these":
        return match.chunk(r.Vague("PRESENT_REF")) if name == "days" else None
    return match.chunk(r.Length(_length_value([(None, amounts[0][1])])))


@_builds("whole_unit")
def _whole_unit(match: Match) -> r.Chunk | None:
    return None


@_builds("plural_unit")
def _plural_unit(match: Match) -> r.Chunk | None:
    name = match.word("u")
    assert name is not None
    unit = UNITS[name]
    tail = match.word("tail")
    if tail == "before" and not match.closed():
        tail, match.cut = None, 1
    if tail in {"ago", "earlier", "later", "before"}:
        return match.chunk(r.Shift(((None, unit),), 1 if tail == "later" else -1, narrative=tail != "ago", vague=True))
    if tail == "of":
        return r.Chunk(match.first, match.last - 1, r.Length(_length_value([(None, unit)])))
    return match.chunk(r.Length(_length_value([(None, unit)])))


@_builds("long_unit")
def _long_unit(match: Match) -> r.Chunk | None:
    name = match.word("u")
    assert name is not None
    number = None if name.endswith("s") else 1.0
    return match.chunk(r.Length(_length_value([(number, UNITS[name])])))


@_builds("every")
def _every(match: Match) -> r.Chunk | None:
    name = match.word("what")
    assert name is not None
    number = count(match.words("n")) or float(ordinal(match.words("n")) or 1) if match.has("n") else 1.0
    if match.has("other"):
        number = 2.0
    if name in WEEKDAYS:
        return match.chunk(r.Length(f"XXXX-WXX-{WEEKDAYS[name] + 1}", set=True))
    if name in MONTHS:
        return match.chunk(r.Length(f"XXXX-{MONTHS[name]:02}", set=True))
    if name in SEASONS:
        return match.chunk(r.Length(f"XXXX-{SEASONS[name]}", set=True))
    if name in PARTS and name != "night":
        return match.chunk(r.Length(f"XXXX-XX-XXT{PARTS[name][0]}", set=True))
    return match.chunk(r.Length("P" + _amount(number, UNITS.get(name, G.DAY)), set=True))


@_builds("set_word")
def _set_word(match: Match) -> r.Chunk | None:
    word = match.word("word")
    assert word is not None
    return match.chunk(r.Length(SETS[word], set=True))


@_builds("weekdays")
def _weekdays(match: Match) -> r.Chunk | None:
    word = match.word("wd")
    assert word is not None
    return match.chunk(r.Length(f"XXXX-WXX-{WEEKDAYS[word] + 1}", set=True))


@_builds("times_a", "rate")
def _rate(match: Match) -> r.Chunk | None:
    name = match.word("unit")
    assert name is not None
    return match.chunk(r.Length("P" + _amount(1, UNITS[name]), set=True))


@_builds("present", "current")
def _present(match: Match) -> r.Chunk | None:
    return match.chunk(r.Vague("PRESENT_REF"))


@_builds("recent", "past", "recent_units")
def _past(match: Match) -> r.Chunk | None:
    return match.chunk(r.Vague("PAST_REF"))


@_builds("soon", "future")
def _future(match: Match) -> r.Chunk | None:
    return match.chunk(r.Vague("FUTURE_REF"))


# ---- times of day


def _zone(words: Sequence[str]) -> tuple[int | None, str | None]:
    """The UTC offset in minutes and the floating zone that the words name; (None, None) for "local time"."""
    for index, word in enumerate(words):
        if word in ZONES:
            offset = ZONES[word]
            rest = [piece for piece in words[index + 1 :] if piece not in "()[]"]
            if len(rest) >= 2 and rest[0] in "+-" and rest[1].isdecimal():
                minutes = int(rest[1]) * 60 + (int(rest[3]) if len(rest) > 3 and rest[3].isdecimal() else 0)
                offset += minutes if rest[0] == "+" else -minutes
            return (offset, None) if abs(offset) <= 14 * 60 else (None, None)
        if word in FLOATING_ZONES:
            return None, word
        if word.lower() in ZONE_NAMES:
            return None, ZONE_NAMES[word.lower()]
    return None, None


def _clock(
    match: Match,
    hour: int,
    minute: int | None,
    second: int | None = None,
    meridiem: str | None = None,
    half: bool = False,
) -> r.Chunk | None:
    if meridiem is not None:
        if hour == 12:
            hour = 0
        if hour < 12 and meridiem[0].lower() == "p":
            hour += 12
    offset, floating = _zone(match.words("z")) if match._match.re.groupindex.get("z") else (None, None)
    if hour > 23 or (minute or 0) > 59:
        return None
    last = match.last
    if match._words[last - 1] in ")]" and not any(word in "([" for word in match.all()):
        last -= 1
    return r.Chunk(match.first, last, None, clock=r.Clock(hour, minute, second, offset, floating, half))


def _ampm(match: Match) -> str | None:
    return next((word for word in reversed(match.all()) if re.fullmatch(r"[ap]\.?\s?m\.?", word, re.IGNORECASE)), None)


@_builds("clock")
def _clock_ampm(match: Match) -> r.Chunk | None:
    meridiem = _ampm(match)
    if match.has("t"):
        parts = [int(piece) for piece in match.words("t")[0].split(":")]
        return _clock(match, parts[0], parts[1], parts[2] if len(parts) > 2 else None, meridiem)
    if match.has("h"):
        return _clock(match, int(match.words("h")[0]), int(match.words("m")[0]), None, meridiem)
    if match.has("t2"):
        hour, minute = match.words("t2")[0].split(".")
        return _clock(match, int(hour), int(minute), None, meridiem)
    return _clock(match, int(match.words("h2")[0]), None, None, meridiem)


@_builds("clock24")
def _clock24(match: Match) -> r.Chunk | None:
    text = match.words("t")[0]
    parts = [int(piece) for piece in text.split(":")]
    half = parts[0] <= 12 and not text.startswith("0") and not match.has("z")
    return _clock(match, parts[0], parts[1], parts[2] if len(parts) > 2 else None, None, half)


@_builds("bad_clock")
def _bad_clock(match: Match) -> r.Chunk | None:
    text = match.words("t")[0]
    hour, minute = text.split(":")[:2]
    if text.count(":") == 1 and int(hour) == 24 and minute == "00":
        return _clock(match, 23, 59)  # the end of the day
    if int(hour) > 29 or int(minute) > 69 or len(hour) != 2:
        return None  # a score, a ratio, a verse
    value = f"T{hour}:{minute}"
    return match.chunk(None, impossible=r.Impossible(value, f"there is no such time of day as {hour}:{minute}"))


@_builds("spaced24")
def _spaced24(match: Match) -> r.Chunk | None:
    minute = match.words("m")[0]
    if len(minute) != 2:
        return None
    return _clock(match, int(match.words("h")[0]), int(minute), None, None, not match.has("z"))


@_builds("military")
def _military(match: Match) -> r.Chunk | None:
    if match.has("t4"):
        text = match.words("t4")[0]
        if len(text) != 4:
            return None
        return _clock(match, int(text[:2]), int(text[2:]))
    text = match.words("t")[0].replace(".", ":")
    hour, minute = text.split(":")[:2]
    return _clock(match, int(hour), int(minute), None, None, False)


@_builds("oclock")
def _oclock(match: Match) -> r.Chunk | None:
    hour = count(match.words("h"))
    if hour is None or not 1 <= hour <= 12:
        return None
    meridiem = _ampm(match)
    return _clock(match, int(hour), 0, None, meridiem, half=meridiem is None)


@_builds("past_hour")
def _past_hour(match: Match) -> r.Chunk | None:
    hour = count(match.words("h"))
    words = [word.lower() for word in match.words("m")]
    minutes: float | None = 15 if "quarter" in words else 30 if "half" in words else count(words)
    past = match.word("dir") == "past"
    if hour is None or minutes is None or not 1 <= hour <= 12 or not 0 < minutes < 60 or minutes % 5:
        return None
    if not past and ("half" in words or "quarter" not in words):
        return None  # "five to three" is a score or a vote
    if past and words[0].isdecimal():
        return None
    total = int(hour) * 60 + (int(minutes) if past else -int(minutes))
    meridiem = _ampm(match)
    return _clock(match, total // 60, total % 60, None, meridiem, half=meridiem is None)


@_builds("to_noon")
def _to_noon(match: Match) -> r.Chunk | None:
    """ "ten to midnight", "a quarter past noon"."""
    words = [word.lower() for word in match.words("m")]
    minutes: float | None = 15 if "quarter" in words else 30 if "half" in words else count(words)
    if minutes is None or not 0 < minutes < 60:
        return None
    total = (0 if match.word("noon") == "midnight" else 720) + (int(minutes) if match.word("dir") == "past" else -int(minutes))
    return _clock(match, total % 1440 // 60, total % 60)


@_builds("noon")
def _noon(match: Match) -> r.Chunk | None:
    word = match.word("noon")
    if word == "midnight":
        chunk = _clock(match, 0, 0)
    else:
        chunk = _clock(match, 12, 0 if word == "noon" else None)
    if chunk is None or chunk.clock is None:
        return None
    return replace(chunk, clock=replace(chunk.clock, word=True))


@_builds("part")
def _part(match: Match) -> r.Chunk | None:
    part = match.word("part")
    assert part is not None
    edge = {"early": "START", "late": "END", "mid": "MID"}.get(match.word("edge") or "")
    words = [word.lower() for word in match.words("rel")]
    what: r.What | None = None
    if words:
        direction = _direction(words)
        if direction == "last":
            what = r.Deictic(-1)
        elif direction == "this":
            what = r.Deictic(0)
        elif direction == "next":
            what = r.Unit(G.DAY, 1, narrative=True)
        else:
            what = r.Unit(G.DAY, _OFFSETS[direction], narrative=True)
    return match.chunk(what, part=part, edge=edge)


@_builds("early_hours")
def _early_hours(match: Match) -> r.Chunk | None:
    if not any(word.lower() == "hours" for word in match.all()):
        return None
    return match.chunk(None, part="morning", edge="START")
