"""From a sentence to chunks: find the forms, widen them, join what belongs together."""

from __future__ import annotations

from dataclasses import replace

from factcheck.expressions.time import holidays, negatives, ranges
from factcheck.expressions.time import readings as r
from factcheck.expressions.time.build import BUILDERS, Match
from factcheck.expressions.time.lexicon import SEASONS
from factcheck.expressions.time.grammar import ANYWHERE, TRIGGER, matches
from factcheck.expressions.time.scan import CODE, Scan, compile_classes

_EDGES = {
    "early": "START",
    "beginning": "START",
    "start": "START",
    "late": "END",
    "end": "END",
    "close": "END",
    "mid": "MID",
    "middle": "MID",
}
_EDGE_BEFORE = compile_classes(
    "(the [beginning middle end] of | [beginning end] of | [early late mid] hyphen? | [early late] [on in])$"
)
_SIDE_BEFORE = compile_classes("[earlier later] (on | in)?$")
_APPROX_BEFORE = compile_classes(
    "((no | well | just)? [more less] than | (well | just)? (over | under) | about | nearly | at [least most])$".replace("no | ", "")
)
_MODS = {
    "about": "APPROX",
    "around": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "circa": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "barely": "APPROX",
    "over": "MORE_THAN",
    "under": "LESS_THAN",
    "more": "MORE_THAN",
    "longer": "MORE_THAN",
    "less": "LESS_THAN",
    "fewer": "LESS_THAN",
    "least": "EQUAL_OR_MORE",
    "most": "EQUAL_OR_LESS",
    "up": "EQUAL_OR_LESS",
}


def chunks(scan: Scan) -> list[r.Chunk]:
    """The temporal expressions of a sentence in text order, without overlaps."""
    codes = scan.codes
    if TRIGGER.search(codes) is None:
        return []
    found: list[r.Chunk] = []
    position = 0
    while (hit := ANYWHERE.search(codes, position)) is not None:
        position = hit.start() + 1
        for name, match in matches(codes, hit.start()):
            chunk = BUILDERS[name](Match(match, scan.words))
            if chunk is None or _inside_word(scan, chunk) or _unwanted(scan, name, chunk):
                continue
            position = chunk.last
            if negatives.is_age(scan, chunk) or negatives.is_number(scan, chunk, opens=chunk.first == 0):
                break
            chunk = _widen(scan, chunk, found[-1].last if found else 0)
            if not negatives.is_name(scan, chunk):
                found.append(chunk)
            break
    if CODE["festive"] in codes:
        found = _with_holidays(scan, found)
    if len(found) > 1:
        found = ranges.joined(scan, _joined(scan, found))
    return [chunk for chunk in found if not _leftover(scan, chunk)]


def _with_holidays(scan: Scan, found: list[r.Chunk]) -> list[r.Chunk]:
    """The chunks with the holidays that the sentence names; a holiday takes the place of what it overlaps."""
    codes, words = scan.codes, scan.words
    position = 0
    while (position := codes.find(CODE["festive"], position)) >= 0:
        hit = holidays.named(words, position)
        if hit is None:
            position += 1
            continue
        name, end = hit
        named_place = name in holidays.ALONE and codes[end : end + 1] in _NAME_GOES_ON
        if not named_place:
            year, first = None, position
            if codes[end : end + 1] == CODE["year"]:
                year, end = int(words[end]), end + 1
            which = None
            if first and words[first - 1].lower() in {"last", "next", "this"}:
                which, first = words[first - 1].lower(), first - 1
            chunk = r.Chunk(first, end, r.Holiday(name, year, which))
            found = [other for other in found if other.last <= first or other.first >= end]
            found.append(chunk)
        position = end
    found.sort(key=lambda chunk: chunk.first)
    return found


_NAME_GOES_ON = frozenset(CODE[name] for name in ("Cap", "festive"))


def _inside_word(scan: Scan, chunk: r.Chunk) -> bool:
    """Whether the chunk's edge is glued to another word or figure: "x2008", "2008px", "3.14:15"."""
    first, last = chunk.first, chunk.last
    if first > 0 and scan.ends[first - 1] == scan.starts[first] and scan.words[first - 1][-1].isalnum():
        return True
    if last < len(scan.words) and scan.ends[last - 1] == scan.starts[last]:
        after = scan.words[last]
        return after[0].isalnum() and scan.words[last - 1][-1].isalnum()
    return False


_RATE_BEFORE = frozenset(
    CODE[name]
    for name in (
        "word",
        "n12",
        "n24",
        "n31",
        "n59",
        "n99",
        "n3",
        "big",
        "decimal",
        "percent",
        "times",
        "close",
        "mark",
        "dozens",
        "hundred",
        "year",
        "n4",
        "once",
        "dotclock",
    )
)
_PREPOSITIONS = frozenset(
    "in for within over after about once than only under at least per nearly almost just take takes took last lasted lasts spend spent of during such not".split()
)


def _unwanted(scan: Scan, name: str, chunk: r.Chunk) -> bool:
    """Forms that are times only in some surroundings."""
    words, codes = scan.words, scan.codes
    before = words[chunk.first - 1].lower() if chunk.first else ""
    after = words[chunk.last].lower() if chunk.last < len(words) else ""
    if name == "plural_unit":
        if isinstance(chunk.what, r.Shift):
            return False
        return before not in {
            "for",
            "in",
            "within",
            "over",
            "of",
            "after",
            "take",
            "taken",
            "took",
            "lasted",
            "last",
            "spent",
            "into",
            "many",
            "just",
        }
    if name == "bare_unit":
        return words[chunk.last - 1][0].isupper()  # "the Day of the Foundation"
    if name in {"clock24", "spaced24"} and codes[chunk.last : chunk.last + 1] == CODE["percent"]:
        return True
    if name == "bare_clock":
        return before != "at" or codes[chunk.last : chunk.last + 1] in _MEASURED
    if name == "soon":
        return after in {"after", "afterward", "afterwards", "as", "-"} or before == "as"
    if name == "present" and words[chunk.first].lower() == "the":
        return before not in {"at", "for", "of", "until", "to"}
    if name in {"present", "current", "soon", "recent"} and after == "-":
        return scan.starts[chunk.last] == scan.ends[chunk.last - 1]
    if name == "season":
        season = next(word.lower() for word in words[chunk.first : chunk.last] if word.lower() in SEASONS)
        alone = chunk.last - chunk.first == 1
        if season == "fall":
            first = words[chunk.first].lower()
            if alone:
                return before not in {"early", "late", "since", "by", "each", "every", "until", "mid"} or after in {"in", "of", "to"}
            return (first == "the" and before not in {"in", "by", "since", "until", "during", "for"}) or (
                after in {"of", "in", "from"} and codes[chunk.last + 1 : chunk.last + 2] != CODE["year"]
            ) and chunk.what == r.Season(9, None, None, None)
        if words[chunk.first][0].isupper() and alone and codes[chunk.last : chunk.last + 1] in _NAME_GOES_ON:
            return True  # "Winter Harbour"
        return alone and before in {"to", "will", "not", "would", "could", "can"}
    if name == "part" and words[chunk.first][0].isupper() and chunk.last - chunk.first == 1:
        return codes[chunk.last : chunk.last + 1] in _NAME_GOES_ON or chunk.first > 0  # "Dawn Pickersgill"
    if name == "rate":
        return not _is_rate(scan, chunk)
    if name == "the_unit_before" and words[chunk.last - 1].lower() in {"before", "after"}:
        return False
    if name == "future":
        return before not in {"the", "in", "near", "for"} and words[chunk.first].lower() != "the"
    if name == "short_year":
        return before not in {"in", "since", "of", "from", "until", "by"} and not (
            chunk.first and codes[chunk.first - 1] in _MONTHISH
        )
    if name == "spaced24" and chunk.first and (
        codes[chunk.first - 1] in _DATE_ENDS or codes[chunk.first - 1] in (CODE["comma"], CODE["hyphen"], CODE["pipe"])
        and codes[chunk.first - 2 : chunk.first - 1] in _DATE_ENDS):
        return False
    if name == "spaced24":
        return (
            before
            not in {"at", "by", "around", "about", "until", "from", "to", "and", "since", "of", "before", "after"}
            and "z" not in after
        )
    if name == "clock24":
        return False
    return False


_MEASURED = frozenset(CODE[name] for name in ("percent", "word", "Cap", "n12", "n24"))
_DATE_ENDS = frozenset(CODE[name] for name in ("year", "weekday", "slashdate", "dotdate", "iso", "deictic", "n12", "n24", "n31")) | {""}
_DATE_ENDS -= {""}


def _is_rate(scan: Scan, chunk: r.Chunk) -> bool:
    """ "$5 a day", "15 a year", "two million tonnes a year": an article after a number or a counted noun."""
    if not chunk.first:
        return False
    words, codes = scan.words, scan.codes
    index = chunk.first - 1
    if codes[index] in _NUMERIC:
        return True
    if not words[index][0].isalpha() or not words[index].endswith("s") and words[index] not in {"people", "men", "women"}:
        return False
    return any(code in _NUMERIC for code in codes[max(0, index - 4) : index])


_NUMERIC = frozenset(
    CODE[name]
    for name in "n12 n24 n31 n59 n99 n3 year n4 big decimal dotclock percent number tens hundred dozen dozens times".split()
)
_MONTHISH = frozenset(CODE[name] for name in ("month", "amonth", "mabbr"))


def _widen(scan: Scan, chunk: r.Chunk, left: int) -> r.Chunk:
    """Take in what modifies: "early", "the end of", "about", "more than"."""
    codes = scan.codes
    what = chunk.what
    if (
        chunk.clock is None
        and chunk.edge is None
        and not isinstance(what, (r.Length, r.Vague, r.Shift))
        and chunk.first > left
    ):
        edge = _EDGE_BEFORE.search(codes, max(left, chunk.first - 4), chunk.first)
        if edge is not None:
            named = next(word for word in scan.words[edge.start() : chunk.first] if word.lower() in _EDGES)
            chunk = replace(chunk, first=edge.start(), edge=_EDGES[named.lower()])
        elif isinstance(what, (r.Unit, r.Deictic, r.Calendar)) and not (isinstance(what, r.Calendar) and what.day):
            side = _SIDE_BEFORE.search(codes, max(left, chunk.first - 2), chunk.first)
            if side is not None and (isinstance(what, (r.Unit, r.Deictic)) or side.end() - side.start() == 2):
                later = scan.words[side.start()].lower() == "later"
                chunk = replace(chunk, first=side.start(), side=1 if later else -1)
    if (
        isinstance(what, (r.Length, r.Shift)) or chunk.clock is not None or isinstance(what, r.Calendar)
    ) and chunk.first > left:
        counted = chunk.first < len(codes) and codes[chunk.first] != CODE["the"]
        approx = _APPROX_BEFORE.search(codes, max(left, chunk.first - 4), chunk.first) if counted else None
        if approx is not None and not (isinstance(what, r.Length) and what.set):
            named = next(
                (word.lower() for word in scan.words[approx.start() : chunk.first] if word.lower() in _MODS), ""
            )
            if isinstance(what, (r.Length, r.Shift)) or _MODS.get(named) == "APPROX":
                chunk = replace(chunk, first=approx.start(), mod=_MODS.get(named))
    return chunk


# ---- joining neighbours

_DAYLIKE = (r.Calendar, r.Weekday, r.Deictic, r.Impossible, r.Holiday)


def _day_like(chunk: r.Chunk) -> bool:
    """Whether the chunk names one day, without a time of day yet."""
    what = chunk.what
    if chunk.clock is not None or chunk.part not in (None, "tonight") or chunk.range_to is not None:
        return False
    if isinstance(what, r.Calendar):
        return what.day is not None
    if isinstance(what, r.Unit):
        return what.granularity == r.G.DAY
    return isinstance(what, _DAYLIKE)


_DATE_CLOCK = compile_classes("([comma at_sign pipe hyphen open]? | comma? at | about)$")
_CLOCK_DATE = compile_classes("(comma? on? the? | comma | open | of | hyphen)$")


def _between(scan: Scan, a: r.Chunk, b: r.Chunk) -> str:
    return scan.codes[a.last : b.first]


def _join(scan: Scan, a: r.Chunk, b: r.Chunk) -> r.Chunk | None:
    """One chunk of two neighbours that together say one time, or None."""
    if b.first < a.last:
        return None
    between = _between(scan, a, b)
    if len(between) > 3:
        return None
    if a.range_to is not None or b.range_to is not None:
        return None
    # "Tuesday night", "yesterday evening", "4 May, evening"
    if _day_like(a) and b.part is not None and b.what is None and b.clock is None and between in ("", CODE["hyphen"]):
        return replace(a, last=b.last, part=b.part, edge=b.edge or a.edge)
    # "Monday at 9 a.m.", "June 4, 7:04 pm"
    if _day_like(a) and b.clock is not None and b.what is None and b.part is None and _DATE_CLOCK.fullmatch(between):
        return replace(a, last=b.last, clock=b.clock, mod=b.mod or a.mod, impossible=b.impossible)
    # "7:04 pm EDT on Wednesday, June 4", "noon Tuesday"
    if (
        (a.clock is not None or a.impossible is not None)
        and a.what is None
        and _day_like(b)
        and _CLOCK_DATE.fullmatch(between)
    ):
        return replace(b, first=a.first, clock=a.clock, mod=a.mod, impossible=a.impossible, part=b.part)
    # "9 this morning", "2 a.m. on Sunday morning", "11 on Friday night"
    if (
        a.clock is not None
        and a.what is None
        and b.part is not None
        and b.clock is None
        and between in ("", CODE["on"], CODE["in"], CODE["comma"])
    ):
        return replace(b, first=a.first, clock=_with_part(a.clock, b.part), mod=a.mod, impossible=a.impossible)
    # "the night of 10 August", "the morning of May 4", "the early hours of Sunday", "early morning on Sunday"
    if (
        a.part is not None
        and a.clock is None
        and _day_like(b)
        and between in (CODE["of"], CODE["on"])
        and (a.what is None or _narrative_day(a))
    ):
        return replace(b, first=a.first, part=a.part, edge=a.edge)
    if (
        a.part is not None
        and a.what is None
        and a.edge
        and b.part is not None
        and b.clock is None
        and between in (CODE["of"], CODE["on"])
    ):
        return replace(b, first=a.first, edge=a.edge)
    # "Tuesday night at 11", "Friday morning around 1:30 a.m."
    if (
        a.part is not None
        and a.what is not None
        and a.clock is None
        and b.clock is not None
        and b.what is None
        and b.part is None
    ):
        if _DATE_CLOCK.fullmatch(between):
            return replace(a, last=b.last, clock=_with_part(b.clock, a.part), mod=b.mod)
    # "today (4 November 2011)", "Monday (Oct. 9)", "Saturday, 9 October 2011"
    if between in (CODE["open"], CODE["comma"], "") and isinstance(a.what, (r.Weekday, r.Deictic)) and _stated_day(b):
        assert isinstance(b.what, r.Calendar)
        weekday = a.what.weekday if isinstance(a.what, r.Weekday) else None
        if b.what.weekday is not None or (between == CODE["comma"] and weekday is None):
            return None
        last = b.last
        if between == CODE["open"] and scan.codes[last : last + 1] == CODE["close"]:
            last += 1
        return replace(
            b,
            first=a.first,
            last=last,
            what=replace(b.what, weekday=weekday),
            part=a.part or b.part,
            clock=b.clock or a.clock,
        )
    # "11 June, Saturday", "June 3 (Friday)"
    if (
        between in (CODE["open"], CODE["comma"])
        and _stated_day(a)
        and isinstance(b.what, r.Weekday)
        and b.what.which is None
        and b.part is None
    ):
        assert isinstance(a.what, r.Calendar)
        if a.what.weekday is None and between == CODE["open"] and scan.codes[b.last : b.last + 1] == CODE["close"]:
            return replace(a, last=b.last + 1, what=replace(a.what, weekday=b.what.weekday))
    return None


def _narrative_day(chunk: r.Chunk) -> bool:
    return isinstance(chunk.what, r.Unit) and chunk.what.granularity == r.G.DAY


def _stated_day(chunk: r.Chunk) -> bool:
    return isinstance(chunk.what, r.Calendar) and chunk.what.day is not None and chunk.what.month is not None


def _with_part(clock: r.Clock, part: str) -> r.Clock:
    """The time of day that the part of the day decides: "11 at night" is 23:00, "half past two" in the afternoon 14:30."""
    if not clock.half:
        return clock
    hour = clock.hour
    if (part in {"afternoon", "evening", "tonight", "dusk", "sunset"} and hour < 12) or (part == "night" and 5 <= hour < 12):
        hour += 12
    elif part in {"morning", "dawn"} and hour == 12:
        hour = 0
    return replace(clock, hour=hour, half=False)


def _joined(scan: Scan, found: list[r.Chunk]) -> list[r.Chunk]:
    out = [found[0]]
    for chunk in found[1:]:
        joined = _join(scan, out[-1], chunk)
        if joined is None:
            out.append(chunk)
        else:
            out[-1] = joined
            if len(out) > 1:
                again = _join(scan, out[-2], out[-1])
                if again is not None:
                    out[-2:] = [again]
    return out


_PART_BEFORE = frozenset("at by before after until since till towards".split())
_NOUNS = frozenset({CODE["word"], CODE["Cap"]})
_AFTER_TIME = frozenset("was were is are had has will would that when while as where with but said".split())


def _is_verb(scan: Scan, index: int) -> bool:
    word = scan.words[index].lower()
    return word in _AFTER_TIME or word.endswith("ed") or word.endswith("ing")


def _leftover(scan: Scan, chunk: r.Chunk) -> bool:
    """Pieces that only count joined to another: a bare 7:30 without "at", a part of a day without an article."""
    codes = scan.codes
    before = scan.words[chunk.first - 1].lower() if chunk.first else ""
    if chunk.clock is not None and chunk.what is None and chunk.clock.half:
        return (
            before
            not in {"at", "by", "around", "about", "until", "from", "since", "before", "after", "and", "to", "till"}
            and chunk.mod is None
        )
    if chunk.part is not None and chunk.what is None and chunk.clock is None and chunk.last - chunk.first == 1:
        if scan.words[chunk.first].lower() == "overnight":
            return False
        # "a dawn raid", "the night watchman", "at night": no part of a certain day.
        after = codes[chunk.last : chunk.last + 1]
        return before not in _PART_BEFORE or after in _NOUNS or (before == "at" and scan.words[chunk.first].lower() == "night")
    if chunk.part is not None and chunk.clock is None and chunk.edge is None and scan.words[chunk.first].lower() == "the":
        return codes[chunk.last : chunk.last + 1] in _NOUNS and not _is_verb(scan, chunk.last)
    return False
