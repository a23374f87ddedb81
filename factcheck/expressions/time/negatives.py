"""What looks like a time and is none: ages, names, numbers of things, scores."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.expressions.time import readings as r
from factcheck.expressions.time.lexicon import MONTHS
from factcheck.expressions.time.scan import CODE, Scan

_AGE = CODE["old"] + CODE["age"]
_HYPHEN = CODE["hyphen"]
_UNITS = frozenset(CODE[name] for name in ("unit", "units"))
# Years before 1900 and far ahead are believed only after one of these.
_BEFORE_OLD_YEAR = frozenset(
    "in since by from until till during before after throughout early late mid of between and".split()
)
_NUMBERED = frozenset(
    "no number page pages p pp room flight route highway interstate model resolution section article chapter line bus "
    "train gate boeing airbus windows channel psalm mark size windows vol volume part act rule case bill table figure "
    "level lot unit apt suite box road street avenue phase type class series code version station tower block".split()
)
# After a year these make it a number of things.
_COUNTED = frozenset(
    "people men women children soldiers troops workers jobs employees homes houses cars shares points votes seats "
    "members euros dollars pounds yen won rubles rupees francs marks km kilometers kilometres miles meters metres feet "
    "tons tonnes kg kilograms pages words times calories hp rpm mhz ml degrees acres hectares barrels units cases "
    "deaths students families schools residents rooms copies patients passengers volunteers police officers protesters "
    "demonstrators prisoners tickets block square cubic lbs index".split()
)


def is_age(scan: Scan, chunk: r.Chunk) -> bool:
    """ "20-year-old", "20 years old", "two months of age", "aged 20"."""
    if not isinstance(chunk.what, r.Length):
        return False
    codes = scan.codes
    after = chunk.last
    if after < len(codes) and codes[after] == _HYPHEN:
        after += 1
    if after < len(codes) and codes[after] in _AGE:
        return True
    if codes[after : after + 1] == CODE["of"] and codes[after + 1 : after + 2] == CODE["age"]:
        return True
    return chunk.first > 0 and codes[chunk.first - 1] == CODE["age"]


def _word(scan: Scan, index: int) -> str:
    return scan.words[index].lower() if 0 <= index < len(scan.words) else ""


def is_number(scan: Scan, chunk: r.Chunk, *, opens: bool) -> bool:
    """A bare four-digit number that is no year: "1,500 people" without its comma, "flight 1549", "Windows 2000"."""
    what = chunk.what
    if not isinstance(what, r.Calendar) or what.year is None or what.month is not None or chunk.last - chunk.first > 1:
        return False
    before, after = _word(scan, chunk.first - 1), _word(scan, chunk.last)
    if before in _NUMBERED or after in _COUNTED or (before in "$£€#+*" and before):
        return True
    if after in {"%", "percent", "x", "-"} and (
        after != "-" or _word(scan, chunk.last + 1) in {"meter", "metre", "foot", "mile"}
    ):
        return True
    spanned = (before == "-" and _is_year(scan, chunk.first - 2)) or (after == "-" and _is_year(scan, chunk.last + 1))
    if spanned or (before == "-" and _word(scan, chunk.first - 2) in {"mid", "early", "late", "pre", "post"}):
        return False
    if before == "-" and chunk.first >= 2 and scan.codes[chunk.first - 2] not in _MONTHLY:
        return scan.starts[chunk.first] == scan.ends[chunk.first - 1]
    if before in {".", ",", "/", ":"} and chunk.first >= 2 and scan.words[chunk.first - 2][0].isdecimal():
        return scan.starts[chunk.first] == scan.ends[chunk.first - 1]
    if not 1900 <= what.year <= 2060:
        return before not in _BEFORE_OLD_YEAR and before != "(" and after != ")"
    return False


def _is_year(scan: Scan, index: int) -> bool:
    return 0 <= index < len(scan.words) and scan.codes[index] == CODE["year"]


_MONTHLY = frozenset(CODE[name] for name in ("month", "amonth", "mabbr", "year"))
_STARTERS = frozenset(
    "in last next this since by until from for during of on early late mid between and or to the through".split()
)


def is_name(scan: Scan, chunk: r.Chunk) -> bool:
    """A bare month or weekday that is a name: "Theresa May", "April Jones", "March on Rome", "Black Friday"."""
    what = chunk.what
    if (
        isinstance(what, r.Calendar)
        and what.month
        and what.day is None
        and what.year is None
        and what.relative_year is None
    ):
        if chunk.edge is not None or chunk.last - chunk.first > 1:
            return False
        word = scan.words[chunk.first]
        code = scan.codes[chunk.first]
        before, after = _word(scan, chunk.first - 1), _word(scan, chunk.last)
        if code == CODE["mabbr"]:
            return before not in _STARTERS
        if code != CODE["amonth"]:
            return False
        following = scan.codes[chunk.last : chunk.last + 1]
        if following == CODE["Cap"] and before in {"and", "or", "to", "of", "for", "on", "the"}:
            return True  # "and June Carter"
        if before in _STARTERS:
            return before == "the" and word not in {"May"}
        if before in {"to", "a", "an", "mr", "mrs", "ms", "."}:
            return True
        if chunk.first > 0 and scan.codes[chunk.first - 1] == CODE["Cap"]:
            return True
        if chunk.first == 0 or before in {'"', "'"}:
            return after not in {"'", ",", "and", "to", "through", "was", "is", "will"} or word in {"May", "March"}
        return following == CODE["Cap"] or word in {"MAY", "MARCH"}
    return False


def months_named(words: Sequence[str]) -> bool:
    """Whether any of the words names a month."""
    return any(word.lower() in MONTHS for word in words)
