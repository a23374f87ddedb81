"""A sentence as words and, in step with them, a string of class characters."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.expressions.time.holidays import FIRST_WORDS
from factcheck.expressions.time.lexicon import FLOATING_ZONES, WORD_CLASSES, ZONES
from factcheck.patterns import regex
from factcheck.text.word_table import WordTable

# Classes told by shape. The numbers are cut where a day, a month, an hour or a minute ends.
_SHAPES = (
    "n12 n24 n31 n59 n99 n3 year n4 big decimal clock badclock dotclock o31 obig decade yy zeroed "
    "iso isotime slashdate dotdate amonth mabbr wabbr zone ampm hyphen slash comma dot colon apostrophe open close "
    "at_sign mark Cap word plus pipe secondname festive quarter_code"
).split()
_CLASSES = tuple(WORD_CLASSES) + tuple(_SHAPES)
_LETTERS = (
    [chr(c) for c in range(ord("a"), ord("z") + 1)]
    + [chr(c) for c in range(ord("A"), ord("Z") + 1)]
    + [chr(c) for c in range(ord("0"), ord("9") + 1)]
    + [chr(c) for c in range(0xC0, 0x250)]
)
CODE: dict[str, str] = dict(zip(_CLASSES, _LETTERS, strict=False))

# Words that are names of times only when capitalised.
_CAPITALISED = dict.fromkeys(
    ("May", "March", "April", "June", "August", "MAY", "MARCH", "APRIL", "JUNE", "AUGUST"), "amonth"
)
_CAPITALISED |= {
    form: name
    for words, name in (
        ("jan feb mar apr jun jul aug sep sept oct nov dec", "mabbr"),
        ("mon tue tues wed weds thu thur thurs fri sat sun", "wabbr"),
    )
    for word in words.split()
    for form in (word.capitalize(), word.upper())
}
_CAPITALISED |= dict.fromkeys([*ZONES, *FLOATING_ZONES], "zone")
_CAPITALISED |= {form: "festive" for word in FIRST_WORDS for form in (word.capitalize(), word.upper())}
_CAPITALISED |= {"Second": "secondname", "Mountain": "eastern", "AM": "ampm", "PM": "ampm"}
_CAPITALISED |= {"Am": "Cap", "MON": "wabbr", "SUN": "wabbr", "SAT": "wabbr"}
_MARKS = {
    "-": "hyphen",
    "/": "slash",
    ",": "comma",
    ".": "dot",
    ":": "colon",
    "'": "apostrophe",
    "(": "open",
    ")": "close",
    "[": "open",
    "]": "close",
    "@": "at_sign",
    "+": "plus",
    "|": "pipe",
    "\u2013": "hyphen",
    "\u2014": "hyphen",
}
_PROPER = frozenset("month weekday weekdays".split())  # never lower-case in edited English

# "ſ", the long s, is a form of s. Letters in both cases are written out: a pattern that ignores case is slower.
_TOKEN = regex(
    r"""
    [aApP]\.\s?[mM]\b\.?                                # a.m.
  | [QHqh][1-4](?!\w) | [1-4][QHqh](?:\d\d)?(?!\w)     # Q3, 3Q22
  | [^\W\d_]+
  | \d{4}-\d\d-\d\d(?:[T\ t]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|\s?[+-]\d\d:?\d\d)?)?(?!\w)
  | \d{1,4}[/.]\d{1,2}[/.]\d{1,4}(?![\w/]|\.\d)
  | \d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?
  | \d{1,2}:\d\d(?::\d\d)?(?![\d:])
  | \d+(?:\.\d+)+
  | \d{1,3}(?:[sSſ][tT]|[nN][dD]|[rR][dD]|[tT][hH])\b
  | \d{2,4}'?[sSſ]\b
  | \d+
  | \S
    """,
    re.VERBOSE,
)


def _number_class(text: str) -> str:
    """The class of a token that begins with a digit."""
    if text.isdecimal():
        if not text.isascii() or len(text) > 4:
            return "big"
        value = int(text)
        if len(text) == 4:
            return "year" if 1000 <= value < 2200 else "n4"
        if len(text) == 3:
            return "n3"
        if value == 0:
            return "zero"
        for name, most in (("n12", 12), ("n24", 24), ("n31", 31), ("n59", 59)):
            if value <= most:
                return name
        return "n99"
    last = text[-1]
    if text[1] in "QH":
        return "quarter_code"
    if last == "s":
        return "decade"
    if last in "tdhTDH" and not text[0:4].isdecimal() and text[-2:].isalpha():
        return "o31" if 1 <= int(text[:-2]) <= 31 else "obig"
    if "-" in text:
        return "iso" if len(text) == 10 else "isotime"
    if ":" in text:
        hour, minute = text.split(":")[:2]
        return "clock" if int(hour) < 24 and int(minute) < 60 else "badclock"
    if "/" in text:
        return "slashdate"
    if "," in text:
        return "big"
    pieces = text.split(".")
    if len(pieces) == 3:
        return "dotdate"
    if len(pieces) == 2 and len(pieces[1]) == 2 and len(pieces[0]) <= 2 and int(pieces[0]) < 24 and int(pieces[1]) < 60:
        return "dotclock"
    return "decimal"


def _word_class(text: str) -> str:
    if len(text) == 2 and text[1].isdecimal():
        return "quarter_code" if text[0] in "QH" else "word"
    named = _CAPITALISED.get(text)
    if named is not None:
        return named
    lower = text.lower()
    if lower in _LOWER:
        name = _LOWER[lower]
        if name in _PROPER and text == lower:
            return "word"
        return name
    if lower in ("a.m.", "p.m.", "a.m", "p.m", "a. m.", "p. m.", "a. m", "p. m", "am", "pm"):
        return "ampm"
    return "Cap" if text[0].isupper() else "word"


_LOWER: dict[str, str] = {}
for _name, _words in WORD_CLASSES.items():
    for _word in _words.split():
        if _word in _LOWER:
            raise ValueError(f"{_word} has two classes: {_LOWER[_word]} and {_name}")
        _LOWER[_word] = _name


def _code(text: str) -> str:
    first = text[0]
    if first.isalpha():
        return CODE[_word_class(text)]
    if first.isdecimal():
        return CODE[_number_class(text) if text.isascii() else "big"]
    return CODE[_MARKS.get(text, "mark")]


_codes = WordTable(_code)


class Scan(NamedTuple):
    """``words[i]`` stands at ``prose[starts[i]:ends[i]]`` and has the class character ``codes[i]``."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    codes: str


def scan(prose: str, start: int, end: int) -> Scan:
    """Cut ``prose[start:end]`` into words, numbers and marks with their classes."""
    found = list(_TOKEN.finditer(prose, start, end))
    words = [match[0] for match in found]
    starts = [match.start() for match in found]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    return Scan(words, starts, ends, "".join([_codes[word] for word in words]))


def may_have_class(text: str, codes: frozenset[str]) -> bool:
    """Whether a token of the text room may be or help to make a word with one of the class characters ``codes``.

    The two rooms cut words at different places, and yet no class but those of numbers and of "a. m." is of a word
    that reaches over the end of a token: for such a token the answer is a cautious yes.
    """
    words = _TOKEN.findall(text)
    return any(word[0].isdigit() or word in ("m", "M") or _codes[word] in codes for word in words)


_MACRO = regex(r"\b[A-Z][A-Z0-9_]*\b")
_PART = regex(r"\((\w+):|\((?!\?)|\w+|\s+")


def compile_classes(pattern: str, macros: dict[str, str] | None = None) -> re.Pattern[str]:
    """A regular expression over class characters from one over class names.

    Lower-case names are classes, capitalised ones macros; white space is free; ``(name: ...)`` is a
    named group and ``( ... )`` a plain one.
    """
    expanded = pattern
    if macros:
        while _MACRO.search(expanded):
            expanded = _MACRO.sub(lambda match: f"({macros[match[0]]})", expanded)
    return regex(_PART.sub(_translated, expanded))


def _translated(match: re.Match[str]) -> str:
    part = match[0]
    if match[1]:
        return f"(?P<{match[1]}>"
    return "(?:" if part == "(" else "" if part.isspace() else CODE[part]
