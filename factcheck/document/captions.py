"""Captions in text that has lost its pictures: told by their labels and credits."""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"(?:\[(?:file )?(?:photo|image|picture|video|pic|graphic|map)s?\]|(?:file )?(?:photo(?:graph)?|picture|image|pic|pictured|caption|photo caption)\s*:|PICTURED?:|ABOVE:)\s*",
    re.I,
)
_SHOWN = re.compile(r"(?:In )?(?:this|an?|the) (?:undated )?(?:file |handout |undated |archive |combination |aerial |satellite )+(?:photo|picture|image|photograph)\b|In this (?:photo|image|picture)\b|FILE(?: PHOTO)?\s?[-:–—]\s", re.I)  # fmt: skip
_CREDIT = re.compile(
    r"(?:[\s.(\[|]|^)(?:(?:file |pool )?(?:photo(?:graph|graphs|s|graphy)?|pictures?|images?|pics?|credits?|illustration)(?: credit)?\s*(?::|by\s|courtesy of|©)\s*[^.!?\s][^!?]{1,90}|©\s?[^.!?]{2,60}|\((?:[^()]{0,60}\b)?(?:pool|file|handout|photo|photos|image|via|courtesy)\b[^()]{0,60}\))\)?\.?$",
    re.I,
)
_AGENCY = re.compile(r"""[.!?]["')]?\s\((?!(?:more|ends|end|sic|applause|laughs|laughter)\))[A-Z][\w.&'-]*(?:\s[A-Z&][\w.&'-]*){0,3}(?:\s?[/|,]\s?[A-Z@][\w.&' @-]{1,50}){0,3}\)$""")  # fmt: skip
_SLASHED = re.compile(r"\s\([A-Z][\w.&' -]{1,40}/\s?[A-Z][\w.&' /-]{1,50}\)$")
_LONGEST = 600


def is_caption(line: str) -> bool:
    """Whether the line (prose, trimmed) carries a caption's label or a photographer's credit."""
    if not 12 <= len(line) <= _LONGEST:
        return False
    if _LABEL.match(line) or _SHOWN.match(line):
        return True
    tail = line[-120:]
    return _CREDIT.search(tail) is not None or _AGENCY.search(tail) is not None or _SLASHED.search(tail) is not None


_BRACKETED_END = re.compile(r"\s*\([^()]{2,60}\)\.?$")
_SPACE = re.compile(r"\s+")


def key(line: str, *, caption: bool) -> str:
    """What two printings of one line share: case, spaces and a caption's label and credit folded."""
    if caption:
        line = _LABEL.sub("", line, count=1) if _LABEL.match(line) else line
        line = _BRACKETED_END.sub("", line)
    return _SPACE.sub(" ", line).strip(" .").casefold()
