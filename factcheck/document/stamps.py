"""Stamp lines: "Posted on : 2023-01-02 08:15 KST", "By A Writer | 30 October 2025, 11:05".

A line is a stamp only when nothing is left of it but dates, times, zones, labels and bylines. Every date
that stands in a sentence is an event's date and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from itertools import pairwise

from factcheck.document import zones
from factcheck.patterns import regex
from factcheck.records import dataclass

MONTHS = {
    name: number
    for number, names in enumerate(
        "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september|"
        "oct october|nov november|dec december".split("|"),
        1,
    )
    for name in names.split()
}
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_PUBLISHED = (
    r"published|posted|publication\s+date|publish\s+date|date\s+of\s+publication|release\s+date|"
    # Words that headlines use too need their colon or a time of day.
    r"(?:date|issued|released|filed|created|uploaded|dated)(?=(?:\s+on)?\s*:|\s+on\s+\d[\d/.-]+\s+(?:at\s+|-\s+)?\d{1,2}[:.]\d\d)"
)
_MODIFIED = r"updated|modified|edited|revised|corrected|amended"

_TOKEN = regex(
    rf"""
    (?P<iso>(?<![\d.])(?P<y1>\d{{4}})(?P<s1>[-/.])(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})(?!\d)T?)
  | (?P<dmy>(?<!\d)(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\ -](?:of\ )?(?P<m2>{MONTH})\b\.?,?[\ -](?P<y2>\d{{4}})(?!\d))
  | (?P<mdy>\b(?P<m3>{MONTH})\b\.?[\ ](?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?[\ ](?P<y3>\d{{4}})(?!\d))
  | (?P<num>(?<![\d./-])(?P<a4>\d{{1,2}})(?P<s4>[-/.])(?P<b4>\d{{1,2}})(?P=s4)(?P<y4>\d{{4}}|\d{{2}})(?![\d/]|[.:-]\d))
  | (?P<range>\d{{1,2}}(?:st|nd|rd|th)?\s?(?:[–—-]|to|and|&)\s?(?=\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}))
 
  | (?P<time>(?<![\d:])(?P<h>\d{{1,2}})
        (?:[:.h](?P<min>\d{{2}})(?::(?P<sec>\d{{2}})(?:[.,]\d{{1,9}})?)?\s?(?P<ap>[ap]\.?m\b\.?)?
        | \s?(?P<ap2>[ap]\.?m\b\.?))(?![\d])(?:\s?(?:hrs?|h|uhr)\b)?)
  | (?P<zone>{zones.PATTERN})
  | (?P<weekday>\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?)
 
  | (?P<ago>\b(?:an?|\d{{1,3}}|one|two|three|several|few|just)\s
        (?:sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|moments?)\sago\b|\bjust\snow\b)
  | (?P<next>\bnext\supdate\b)
  | (?P<by>\b(?:(?:{_PUBLISHED}|written|words|report|story|text)\s+)?by\b:?|\b(?:authors?|words|writer|reporter)\s*:)
 
  | (?P<modified>\b(?:(?:this\s)?(?:page|article|story|post)\s(?:was\s)?)?
        (?:last\s)?(?:{_MODIFIED})\b(?:\s+(?:on|at))*
        |\b(?:last|latest)\s(?:update|change|edit|revision)\b(?:\s+on)?)
 
  | (?P<published>\b(?:(?:this\s)?(?:page|article|story|post)\s(?:was\s)?)?
        (?:(?:first|originally)\s)?(?:{_PUBLISHED})\b(?:\s+(?:on|at|online))*)
  | (?P<separator>[|•·●–—\n\t]|\s-{{1,2}}\s|\s/\s|\s{{2,}})
  | (?P<filler>\b(?:at|on|the|local\ time)\b|[,:;()\[\]]|\.(?=\s|$))
  | (?P<space>\s+)
  | (?P<word>[^\s|•·●,;:()\[\]–—]+|.)
    """,
    re.X | re.I,
)
_HAS_DATE = regex(r"(?:19|20)\d\d|\d[./-]\d{1,2}[./-]\d\d")
# Words of sentences that stand in no label, date or name: a line with one and a full stop is no stamp.
_TOLD = regex(
    r"\s(?:said|says|has|had|have|been|be|is|are|were|will|that|which|who|from|with|he|she|they|its|his|her|their|after"
    r"|before|when|where|while|but|not|than|about|into|during|until|since|more)\s"
)
_LONGEST = 200
_MOST_WORDS = 12  # of names and offices between two separators or labels
# "No. 61, 18 April 2025", "Porto, 31 August 2024": an issue's number or the place of writing before a date alone.
_HEADED = regex(
    r"^(?:(?:no|nr|issue|number|vol(?:ume)?|edition|letter|bulletin|dispatch|part|week)\.? ?#?\d{1,5}"
    r"(?:[.:;|]|\s[-–—|·]|(?=,))"
    r"|(?-i:(?:(?:New|San|Santa|Santo|São|St\.?|Los|Las|Tel|Den|The|La|Le|El|Port|Cape|Hong|Addis|Buenos|Rio|Kuala"
    r"|Abu) )?"
    r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?)(?=,)),?\s+"
    rf"(?=(?:[a-z]{{3,9}}day,? )?(?:\d{{1,2}} {MONTH} \d{{4}}|{MONTH} \d{{1,2}}, \d{{4}})$)",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "de da do dos del della di du van von der den la le el al bin ibn and in for & y ter ten of".split()
)
_YEARS = range(1800, 2101)


class Role(StrEnum):
    """What happened on the stamped day."""

    PUBLISHED = "published"  # and it says so
    BARE = "bare"  # a date without a label
    MODIFIED = "modified"
    OTHER = "other"  # of a next update


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in a stamp line. ``readings`` are the days it may mean: two for 04/05/2024.

    ``hour`` and ``minute`` are of the clock at ``offset`` (minutes east of UTC, None where not stated);
    ``zone`` is its name as printed. ``dots`` tells that the numbers were joined by full stops.
    """

    role: Role
    readings: tuple[date, ...]
    text: str
    clock: tuple[int, int, int] | None = None
    offset: int | None = None
    zone: str | None = None
    marked: bool = False  # with a label, a time or a byline: more than a date alone
    numeric: str | None = None  # the mark between the numbers of a numeric date

    def moment(self, day: date) -> datetime | None:
        """The stamped moment on the chosen day, or None where no time of day stands there."""
        if self.clock is None:
            return None
        zone = None if self.offset is None else timezone(timedelta(minutes=self.offset))
        return datetime(day.year, day.month, day.day, *self.clock, tzinfo=zone)


@dataclass(slots=True)
class _Unit:
    """What stands between two separators or labels."""

    role: Role = Role.BARE
    byline: bool = False
    labelled: bool = False
    readings: tuple[date, ...] = ()
    numeric: str | None = None
    text: str = ""
    clock: tuple[int, int, int] | None = None
    zone: str | None = None
    weekday: bool = False
    ago: bool = False
    words: list[str] | None = None
    after_bar: bool = True
    glued: bool = False  # words that run into a label: "He was released on"

    def is_empty(self) -> bool:
        return not (self.readings or self.clock or self.words or self.labelled or self.byline or self.ago)


def _day(year: str | int, month: str | int, day: str | int) -> tuple[date, ...]:
    if int(year) not in _YEARS:
        return ()
    try:
        return (date(int(year), int(month), int(day)),)
    except ValueError:
        return ()


def _readings(match: re.Match[str]) -> tuple[date, ...]:
    group = match.group
    if group("iso"):
        return _day(group("y1"), group("m1"), group("d1"))
    if group("dmy"):
        return _day(group("y2"), MONTHS[group("m2").lower()], group("d2"))
    if group("mdy"):
        return _day(group("y3"), MONTHS[group("m3").lower()], group("d3"))
    year = group("y4") if len(group("y4")) == 4 else f"20{group('y4')}"
    day_first = _day(year, group("b4"), group("a4"))
    month_first = _day(year, group("a4"), group("b4"))
    return day_first if day_first == month_first else day_first + month_first


def _clock(match: re.Match[str]) -> tuple[int, int, int] | None:
    hour, minute, second = int(match["h"]), int(match["min"] or 0), int(match["sec"] or 0)
    half = (match["ap"] or match["ap2"] or "")[:1].lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _units(line: str, most: int = _LONGEST) -> Iterator[_Unit]:
    """The units of a line; after one of more than ``most`` words what follows is left unread."""
    unit = _Unit(words=[])
    for match in _TOKEN.finditer(line):
        kind = match.lastgroup  # the outermost of the named groups, for it closes last
        if kind in ("published", "modified", "by", "separator", "next") and not (
            unit.labelled and not unit.readings and not unit.words and kind != "separator"
        ):
            if not unit.is_empty():
                unit.glued = kind in ("published", "modified", "next") and bool(unit.words) and not unit.readings
                yield unit
                unit = _Unit(words=[])
            if kind == "separator":
                unit.after_bar = match.group().strip() in ("|", "•", "·", "●", "")
        match kind:
            case "published":
                unit.role, unit.labelled = Role.PUBLISHED, True
            case "modified":
                unit.role, unit.labelled = Role.MODIFIED, True
            case "next":
                unit.role, unit.labelled = Role.OTHER, True
            case "by":
                unit.byline = True
                if not match.group().lower().startswith(("by", "author", "writ", "word", "report", "story", "text")):
                    unit.role, unit.labelled = Role.PUBLISHED, True
            case "iso" | "dmy" | "mdy" | "num":
                found = _readings(match)
                if unit.readings or not found:
                    assert unit.words is not None
                    unit.words.append(match.group())
                else:
                    unit.readings, unit.text = found, match.group().rstrip("Tt") if kind == "iso" else match.group()
                    unit.numeric = match["s4"] if kind == "num" else None
            case "time":
                unit.clock = unit.clock or _clock(match)
            case "zone":
                unit.zone = match.group()
            case "weekday":
                unit.weekday = True
            case "ago":
                unit.ago = True
            case "word" | "range":
                assert unit.words is not None
                unit.words.append(match.group())
                if len(unit.words) > most:
                    break
    if not unit.is_empty():
        yield unit


def _like_names(words: list[str], most: int = 8) -> bool:
    """Whether the words can be names and offices: capitals, particles, figures."""
    return len(words) <= most and all(
        word[0].isupper() or word[0].isdigit() or word.lower() in _PARTICLES or not word[0].isalnum() for word in words
    )


def read(line: str) -> tuple[Stamp, ...]:
    """The stamps of a stamp line; empty for any other line, however many dates it has."""
    if len(line) > _LONGEST or _HAS_DATE.search(line) is None:
        return ()
    line = _HEADED.sub("", line.strip())
    if line.endswith(".") and _TOLD.search(line):
        return ()
    units = list(_units(line, _MOST_WORDS))
    if units and len(units[-1].words or ()) > _MOST_WORDS:
        return ()
    if any(a.readings and b.readings and not b.after_bar and not b.labelled for a, b in pairwise(units)):
        return ()  # from one day to another: an event's dates
    stamps: list[Stamp] = []
    loose = 0
    for index, unit in enumerate(units):
        words = unit.words or []
        if not unit.readings:
            short = len(words) <= (_MOST_WORDS if unit.byline else 6) and not line.endswith(".")
            if unit.glued and not unit.byline:
                return ()
            if not (short and (unit.after_bar or unit.byline or unit.ago or _like_names(words))):
                return ()
            loose += len(words)
            continue
        if words and not ((unit.byline or unit.labelled) and _like_names(words)):
            return ()
        if unit.byline and not unit.labelled and not words:
            return ()  # "By 31/12/2025" is a deadline
        clock, zone = unit.clock, unit.zone
        if clock is None and index + 1 < len(units):
            following = units[index + 1]
            if following.clock and not following.readings and not following.words and not following.labelled:
                clock, zone = following.clock, following.zone
        stamps.append(
            Stamp(
                unit.role,
                unit.readings,
                unit.text,
                clock,
                zones.offset(zone) if zone else None,
                zone,
                unit.labelled or unit.byline or clock is not None or len(units) > 1,
                unit.numeric,
            )
        )
    return tuple(stamps) if loose <= 14 else ()


def value(text: str) -> Stamp | None:
    """The one date (and time) of a metadata value: ``2024-03-05T09:10:00+11:00``, ``June 6, 2025``."""
    if len(text) > _LONGEST:
        return None
    for unit in _units(text.strip()):
        if unit.readings and len(unit.words or ()) == 0:
            return Stamp(
                Role.PUBLISHED,
                unit.readings,
                text.strip(),
                unit.clock,
                zones.offset(unit.zone) if unit.zone else None,
                unit.zone,
                True,
                unit.numeric,
            )
    return None
