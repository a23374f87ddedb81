"""The words of time and the class that each belongs to.

The grammar does not look at words but at their classes, one character each, so that a sentence becomes a
short string and the whole grammar ordinary regular expressions over it. A word has exactly one class;
what it means (which month, which unit) stands in the tables below.
"""

from __future__ import annotations

from factcheck.temporal.interval import Granularity

G = Granularity

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mondays mon",
            "tuesday tuesdays tue tues",
            "wednesday wednesdays wed weds",
            "thursday thursdays thu thur thurs",
            "friday fridays fri",
            "saturday saturdays sat",
            "sunday sundays sun",
        )
    )
    for name in names.split()
}

_ONES = "zero one two three four five six seven eight nine ten eleven twelve".split()
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS: dict[str, int] = {word: value for value, word in enumerate(_ONES + _TEENS)}
NUMBERS |= {word: 20 + 10 * index for index, word in enumerate(_TENS)}

_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS: dict[str, int] = {word: value for value, word in enumerate(_ORDINAL_WORDS, start=1)}
ORDINALS |= {"thirtieth": 30}

UNITS: dict[str, G] = {
    "second": G.SECOND,
    "minute": G.MINUTE,
    "min": G.MINUTE,
    "hour": G.HOUR,
    "hr": G.HOUR,
    "day": G.DAY,
    "night": G.DAY,
    "week": G.WEEK,
    "weekend": G.WEEKEND,
    "month": G.MONTH,
    "quarter": G.QUARTER,
    "season": G.SEASON,
    "year": G.YEAR,
    "decade": G.DECADE,
    "century": G.CENTURY,
    "fortnight": G.WEEK,
}
UNITS |= {name + "s": unit for name, unit in UNITS.items() if name != "century"}
UNITS |= {"centuries": G.CENTURY, "yr": G.YEAR, "yrs": G.YEAR}

# TIMEX3's letter for a unit, with the T of a time where it is one.
UNIT_CODES: dict[G, str] = {
    G.SECOND: "TS",
    G.MINUTE: "TM",
    G.HOUR: "TH",
    G.DAY: "D",
    G.WEEKEND: "WE",
    G.WEEK: "W",
    G.MONTH: "M",
    G.QUARTER: "Q",
    G.SEASON: "SN",
    G.HALF: "H",
    G.YEAR: "Y",
    G.DECADE: "DE",
    G.CENTURY: "CE",
}

# Parts of a day: TIMEX3's code, first hour, hour after the last (over 24: into the next day).
PARTS: dict[str, tuple[str, int, int]] = {
    "morning": ("MO", 0, 12),
    "dawn": ("MO", 3, 9),
    "daybreak": ("MO", 3, 9),
    "sunrise": ("MO", 3, 9),
    "lunchtime": ("MI", 11, 15),
    "afternoon": ("AF", 12, 19),
    "evening": ("EV", 16, 24),
    "dusk": ("EV", 15, 22),
    "sunset": ("EV", 15, 22),
    "night": ("NI", 17, 30),
    "overnight": ("NI", 17, 33),
    "tonight": ("NI", 17, 30),
}

DEICTICS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

# Minutes east of UTC. Names that several countries use (CST, IST, BST) are read as the press does most.
ZONES: dict[str, int] = {
    "GMT": 0,
    "UTC": 0,
    "UT": 0,
    "WET": 0,
    "BST": 60,
    "CET": 60,
    "WEST": 60,
    "WAT": 60,
    "CEST": 120,
    "EET": 120,
    "CAT": 120,
    "SAST": 120,
    "EEST": 180,
    "MSK": 180,
    "EAT": 180,
    "IRST": 210,
    "PKT": 300,
    "IST": 330,
    "WIB": 420,
    "HKT": 480,
    "SGT": 480,
    "AWST": 480,
    "PHT": 480,
    "KST": 540,
    "JST": 540,
    "ACST": 570,
    "AEST": 600,
    "AEDT": 660,
    "NZST": 720,
    "NZDT": 780,
    "EST": -300,
    "EDT": -240,
    "CST": -360,
    "CDT": -300,
    "MST": -420,
    "MDT": -360,
    "PST": -480,
    "PDT": -420,
    "AKST": -540,
    "AKDT": -480,
    "HST": -600,
    "BRT": -180,
    "ART": -180,
}
# "ET" leaves open whether summer time holds; which of the two is said when the date is known.
FLOATING_ZONES: dict[str, tuple[int, int]] = {
    "ET": (-300, -240),
    "CT": (-360, -300),
    "MT": (-420, -360),
    "PT": (-480, -420),
}
ZONE_NAMES: dict[str, str] = {"eastern": "ET", "central": "CT", "mountain": "MT", "pacific": "PT"}

PRESENT = frozenset("now currently nowadays presently today's".split())
SETS: dict[str, str] = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "annual": "P1Y",
    "annually": "P1Y",
    "yearly": "P1Y",
    "hourly": "PT1H",
    "biannual": "P6M",
    "biannually": "P6M",
    "biennial": "P2Y",
}

# Class names and the words (lower case) in them. What is missing here is told apart in scan.py by its
# shape: numbers, dates in figures, clock times, capitalised words, marks.
WORD_CLASSES: dict[str, str] = {
    "month": "january february july september october november december",
    "weekday": "monday tuesday wednesday thursday friday saturday sunday",
    "weekdays": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "number": " ".join(_ONES[1:] + _TEENS),
    "tens": " ".join(_TENS),
    "hundred": "hundred thousand",
    "first": "first",
    "final": "final",
    "ordinal": " ".join(word for word in ORDINALS if word not in {"first", "second"}),
    "second": "second",
    "seconds": "seconds secs",
    "unit": "minute hour day week month year decade century min hr",
    "units": "minutes hours days weeks months years decades centuries mins yrs",
    "fortnight": "fortnight fortnights",
    "quarter": "quarter",
    "quarters": "quarters",
    "half": "half",
    "weekend": "weekend",
    "weekends": "weekends",
    "season": "spring summer autumn fall winter",
    "seasonword": "season seasons",
    "part": "morning afternoon evening dawn dusk daybreak sunrise sunset lunchtime",
    "night": "night",
    "nights": "nights",
    "parts": "mornings afternoons evenings",
    "overnight": "overnight",
    "noon": "noon midday midnight",
    "deictic": "today yesterday tomorrow",
    "tonight": "tonight",
    "a": "a an",
    "the": "the",
    "this": "this",
    "these": "these",
    "those": "those",
    "that": "that",
    "last": "last",
    "next": "next",
    "past": "past",
    "same": "same",
    "following": "following ensuing",
    "previous": "previous preceding prior",
    "coming": "coming upcoming",
    "current": "current",
    "latest": "latest",
    "latter": "latter",
    "earlier": "earlier",
    "later": "later",
    "ago": "ago",
    "before": "before beforehand",
    "after": "after afterward afterwards",
    "hence": "hence",
    "from": "from",
    "since": "since",
    "until": "until till til",
    "to": "to",
    "through": "through thru",
    "and": "and",
    "or": "or",
    "between": "between",
    "of": "of",
    "in": "in",
    "on": "on",
    "at": "at",
    "by": "by",
    "during": "during throughout",
    "within": "within",
    "for": "for",
    "into": "into",
    "per": "per",
    "about": "about around approximately roughly circa",
    "nearly": "nearly almost barely",
    "just": "just only exactly precisely shortly",
    "over": "over",
    "under": "under",
    "well": "well",
    "more": "more",
    "less": "less fewer",
    "than": "than",
    "least": "least",
    "most": "most",
    "up": "up",
    "long": "long",
    "as": "as",
    "each": "each every",
    "other": "other",
    "early": "early",
    "late": "late",
    "mid": "mid",
    "beginning": "beginning start",
    "middle": "middle",
    "end": "end close",
    "couple": "couple",
    "few": "few",
    "several": "several",
    "many": "many",
    "some": "some",
    "dozen": "dozen",
    "dozens": "dozens hundreds thousands",
    "once": "once twice thrice",
    "adjective": (
        "consecutive straight full whole entire trading business working calendar additional extra successive "
        "solid single short bloody further school academic"
    ),
    "fiscal": "fiscal financial",
    "ended": "ended ending",
    "period": "period",
    "old": "old",
    "age": "age aged",
    "set": " ".join(SETS),
    "now": "now currently nowadays presently",
    "recent": "recent recently lately",
    "soon": "soon",
    "future": "future",
    "present": "present",
    "moment": "moment",
    "time": "time",
    "times": "times",
    "right": "right",
    "local": "local",
    "daylight": "daylight standard summertime",
    "eastern": "eastern central pacific",
    "oclock": "clock",
    "o": "o",
    "hours": "hrs",
    "percent": "percent per-cent pct",
    "zero": "zero",
    "s": "s",
    "bc": "bc bce",
}
