"""Who wrote it and where it is filed: bylines, wire credits, breadcrumbs, reading times."""

from __future__ import annotations

import re

from factcheck.document.lines import ends_sentence
from factcheck.patterns import regex

_NAME = r"(?:[^\W\d_][\w.'-]*|[A-Z]\.)"
_WHO = regex(
    r"(?:\([^()]{0,40}\)\s*)?"
    r"(?:by|words|words by|text|text by|author|authors|articles by|article by|written by|reporting by|story by|"
    r"posted by|report by|analysis by|pictures by|reporter|correspondent|edited by|translated by)"
    r"\s*:?\s+(?P<who>\S.*)$",
    re.I,
)
_WIRE_START = regex(
    r"\((?:(?:additional )?(?:reporting|writing|editing|compiled|translation|translated|graphics?) (?:and \w+ )?by|"
    r"adds?|updates?|recasts?|corrects?|repeats?|refiles?|removes?|rewrites?)\b",
    re.I,
)
_EDITING = regex(r"(?:additional )?(?:reporting|writing|editing)(?: and (?:writing|editing))? by [A-Z]")
_READING = regex(
    r"(?:\d{1,3}[ -]?min(?:ute)?s?(?: read)?|\d{1,3}-minute read|(?:estimated )?reading time\b.{0,30}|"
    r"views\s*:\s*[\d,. ]+|"
    r"[\d,.]+ views|\d{1,6} words|word count\s*:.{0,20}|source\s*:\s*\S.{0,60}|via\s*:\s*\S.{0,60})",
    re.I,
)
_CRUMB = regex(r"\s[>›»→]\s|\s?[›»]\s?")
_BAR = regex(r"\s[|•·]\s")
_SLASH = regex(r"\s/\s")
_PARTICLES = frozenset(
    "de da do dos del della di du van von der den la le el al bin ibn and in for y ter ten of the at to".split()
)
_OFFICE = regex(
    r"\b(?:correspondent|reporter|editor|writer|columnist|critic|staff|contributor|photographer|chief|desk)\b",
    re.I,
)


def names(text: str, most: int = 14) -> bool:
    """Whether ``text`` reads as names, offices and places: capitals, particles, offices."""
    words = text.replace(",", " ").replace(";", " ").split()
    if not 1 <= len(words) <= most:
        return False
    plain = _OFFICE.search(text) is not None
    return all(
        word[0].isupper() or word.lower() in _PARTICLES or not word[0].isalpha() or (plain and word.islower())
        for word in words
    ) and (words[0][0].isupper() or len(words) <= 2 or words[0].lower() in _PARTICLES)


def author(line: str) -> str | None:
    """The name in a byline such as "By A Writer, staff reporter"; None for any other line."""
    match = _WHO.match(line) if len(line) <= 160 else None
    if match is None:
        return None
    who = match.group("who").strip()
    if ends_sentence(who) and not who.endswith(("Jr.", "Sr.", "A.P.")):
        return None
    if not (names(who) or (len(who.split()) == 1 and ":" not in who)):
        return None
    first = re.split(r"[,;|]| and | in | for ", who, maxsplit=1)[0]
    return first.strip()


def wire_credit(line: str) -> bool:
    """Whether the line is "(Reporting by …; editing by …)" or "(Adds reaction, shares)"."""
    if len(line) > 500:
        return False
    if line.startswith("(") and line.endswith((")", ".)")) and _WIRE_START.match(line):
        return True
    return _EDITING.match(line) is not None and len(line) < 300


def filing(line: str) -> bool:
    """Whether the line is a reading time, a count of views, a breadcrumb trail or a menu."""
    if len(line) > 160:
        return False
    if _READING.fullmatch(line):
        return True
    if ends_sentence(line) or any(map(str.isdigit, line)):
        return False
    for separator, least in ((_CRUMB, 2), (_BAR, 2), (_SLASH, 3)):
        parts = separator.split(line)
        if len(parts) >= least and all(0 < len(part.split()) <= 3 for part in parts):
            return True
    return False


def office(line: str) -> bool:
    """Whether the line is a name with an office or a place after it: "A Writer, business correspondent"."""
    if len(line) > 90 or ends_sentence(line) or not line[:1].isupper() or ":" in line:
        return False
    name, comma, rest = line.partition(",")
    words = name.split()
    if comma and 2 <= len(words) <= 4 and names(name, 4) and all(word[0].isupper() for word in words):
        rest = rest.strip()
        return _OFFICE.search(rest) is not None or (1 <= len(rest.split()) <= 2 and names(rest, 2))
    match = re.fullmatch(rf"({_NAME} {_NAME}(?: {_NAME})?) in ([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)", line)
    return match is not None and all(word[0].isupper() for word in match.group(1).split())


_GLUED = regex(
    r"(?:Written by|By|Words by|Reporting by) ([A-Z][\w'’-]+ [A-Z][\w'’-]+) (?=([A-Z][\w'’-]*)(?: ([A-Z]?)[\w'’-]*)?)"
)
_OPENERS = frozenset(
    """The A An In On At By For From With After Before When While As If Although Since It He She They We There This
    That These Those Two Three Four Five Six Seven Eight Nine Ten Hundreds Thousands Dozens Police Officials
    Once Last""".split()
)
_COMPOUND = frozenset(
    """North South East West Northern Southern Eastern Western Central New United Saint San Los Great Hong Sri Saudi
    El Costa""".split()
)


def glued(paragraph: str) -> int:
    """The length of a byline that runs into a paragraph's text, 0 where it cannot be told apart safely.

    Safe means: two capitalised words, then a word that opens sentences or place names ("Written by Jo
    Bell The mayor …", "Written by Jo Bell North Macedonia has …").
    """
    match = _GLUED.match(paragraph)
    if match is None:
        return 0
    opener, following = match.group(2), match.group(3)
    if match.group(1).split()[0] in _COMPOUND:
        return 0
    if opener in _OPENERS or (opener in _COMPOUND and following):
        return len(match.group().rstrip())
    return 0
