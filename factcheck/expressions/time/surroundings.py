"""Forms that are times only in some surroundings: what stands before and after decides."""

from __future__ import annotations

from factcheck.expressions.time import readings as r
from factcheck.expressions.time.lexicon import SEASONS
from factcheck.expressions.time.scan import CODE, Scan
from factcheck.temporal.interval import Granularity

G = Granularity


NAME_GOES_ON = frozenset(CODE[name] for name in ("Cap", "festive"))


def inside_word(scan: Scan, chunk: r.Chunk) -> bool:
    """Whether the chunk's edge is glued to another word or figure: "x2008", "2008px", "3.14:15"."""
    first, last = chunk.first, chunk.last
    if first > 0 and scan.ends[first - 1] == scan.starts[first] and scan.words[first - 1][-1].isalnum():
        return True
    if last < len(scan.words) and scan.ends[last - 1] == scan.starts[last]:
        after = scan.words[last]
        return after[0].isalnum() and scan.words[last - 1][-1].isalnum()
    return False


def unwanted(scan: Scan, name: str, chunk: r.Chunk) -> bool:
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
                return before not in {"early", "late", "since", "by", "each", "every", "until", "mid"} or after in {
                    "in",
                    "of",
                    "to",
                }
            return (first == "the" and before not in {"in", "by", "since", "until", "during", "for"}) or (
                (after in {"of", "in", "from"} and codes[chunk.last + 1 : chunk.last + 2] != CODE["year"])
                and chunk.what == r.Season(9, None, None, None)
            )
        if words[chunk.first][0].isupper() and alone and codes[chunk.last : chunk.last + 1] in NAME_GOES_ON:
            return True  # "Winter Harbour"
        return alone and before in {"to", "will", "not", "would", "could", "can"}
    if name == "part" and words[chunk.first][0].isupper() and chunk.last - chunk.first == 1:
        return codes[chunk.last : chunk.last + 1] in NAME_GOES_ON or chunk.first > 0  # "Dawn Pickersgill"
    capitalised = words[chunk.last - 1][0].isupper()
    if name == "weekday" and words[chunk.last : chunk.last + 1] and words[chunk.last] in _PAPERS:
        return True  # "the Sunday Times"
    if name == "set_word" and capitalised and (chunk.first > 0 or codes[chunk.last : chunk.last + 1] in _NAME_FOLLOWS):
        return True  # "the Harbour Daily", "Daily Post"
    if name == "deictic" and capitalised and chunk.first > 0 and codes[chunk.first - 1] == CODE["Cap"]:
        return chunk.first > 1 or codes[chunk.last : chunk.last + 1] in _NAME_FOLLOWS  # "Port Today"
    if name == "the_unit_before" and before == "in" and words[chunk.first + 1].lower() == "day":
        return words[chunk.last - 1].lower() in {"before", "after"}  # "late in the day after falling"
    if name == "weekday" and before in _NAMED_DAYS and words[chunk.first - 1][0].isupper():
        return True  # "Black Friday", "Bloody Sunday"
    if name == "length" and words[chunk.first].lower() == "a" and words[chunk.first + 1] == "-":
        return True  # "seven-day-a-week"
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
    if (
        name == "spaced24"
        and chunk.first
        and (
            codes[chunk.first - 1] in _DATE_ENDS
            or (
                codes[chunk.first - 1] in (CODE["comma"], CODE["hyphen"], CODE["pipe"])
                and codes[chunk.first - 2 : chunk.first - 1] in _DATE_ENDS
            )
        )
    ):
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


_PAPERS = frozenset("Times Telegraph Mirror Express Independent Mail Herald Post Tribune Star Sun World Night".split())
_NAME_FOLLOWS = frozenset({CODE["Cap"]})
_NAMED_DAYS = frozenset("black super bloody cyber giving fat holy throwback casual".split())
_MEASURED = frozenset(CODE[name] for name in ("percent", "word", "Cap", "n12", "n24"))


_DATE_ENDS = frozenset(
    CODE[name] for name in ("year", "weekday", "slashdate", "dotdate", "iso", "deictic", "n12", "n24", "n31")
) | {""}


_DATE_ENDS -= {""}


def _is_rate(scan: Scan, chunk: r.Chunk) -> bool:
    """ "$5 a day", "15 a year", "two million tonnes a year": an article after a number or a counted noun."""
    if not chunk.first:
        return False
    words, codes = scan.words, scan.codes
    index = chunk.first - 1
    if codes[index] in _NUMERIC:
        return True
    if not words[index][0].isalpha() or (
        not words[index].endswith("s") and words[index] not in {"people", "men", "women"}
    ):
        return False
    return any(code in _NUMERIC for code in codes[max(0, index - 4) : index])


_NUMERIC = frozenset(
    CODE[name]
    for name in (
        "n12 n24 n31 n59 n99 n3 year n4 big decimal dotclock percent number tens hundred dozen dozens times"
    ).split()
)


_MONTHISH = frozenset(CODE[name] for name in ("month", "amonth", "mabbr"))


_PART_BEFORE = frozenset("at by before after until since till towards".split())


_NOUNS = frozenset({CODE["word"], CODE["Cap"]})


_AFTER_TIME = frozenset("was were is are had has will would that when while as where with but said".split())


def _is_verb(scan: Scan, index: int) -> bool:
    word = scan.words[index].lower()
    return word in _AFTER_TIME or word.endswith(("ed", "ing"))


def leftover(scan: Scan, chunk: r.Chunk) -> bool:
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
        return (
            before not in _PART_BEFORE
            or after in _NOUNS
            or (before == "at" and scan.words[chunk.first].lower() == "night")
        )
    if (
        chunk.part is not None
        and chunk.clock is None
        and chunk.edge is None
        and chunk.last - chunk.first == 2
        and scan.words[chunk.first].lower() == "the"
    ):
        return codes[chunk.last : chunk.last + 1] in _NOUNS and not _is_verb(scan, chunk.last)
    return False
