"""Captions in text that has lost its pictures: told by their labels and credits."""

from __future__ import annotations

import re

from factcheck.patterns import regex

_LABEL = regex(
    r"""
    (?: \[(?:file\ )?(?:photo|image|picture|video|pic|graphic|map)s?\]
      | (?:file\ )?(?:photo(?:graph)?|picture|image|pic|pictured|caption|photo\ caption)\s*:
      | PICTURED?: | ABOVE:
    )\s*""",
    re.I | re.X,
)
_SHOWN = regex(
    r"""
    (?:In\ )?(?:this|an?|the)\ (?:undated\ )?(?:(?:file|handout|undated|archive|combination|aerial|satellite)\ ){1,3}
        (?:photo|picture|image|photograph)\b
  | In\ this\ (?:photo|image|picture)\b
  | FILE(?:\ PHOTO)?\s?[-:–—]\s""",
    re.I | re.X,
)
_CREDIT = regex(
    r"""
    (?:[\s.(\[|]|^)
    (?: (?:file\ |pool\ )?(?:photo(?:graph|graphs|s|graphy)?|pictures?|images?|pics?|credits?|illustration)(?:\ credit)?
          \s*(?::|by\s|courtesy\ of|©)\s*[^.!?\s][^!?]{1,90}
      | ©\s?[^.!?]{2,60}
      | \((?:[^()]{0,60}\b)?(?:pool|file|handout|photo|photos|image|via|courtesy)\b[^()]{0,60}\)
    )\)?\.?$""",
    re.I | re.X,
)
_AGENCY = regex(
    r"""
    [.!?]["')]?\s\((?!(?:more|ends|end|sic|applause|laughs|laughter)\))
    [A-Z][\w.&'-]*(?:\s[A-Z&][\w.&'-]*){0,3}
    (?:\s?[/|,]\s?[A-Z@][\w.&'\ @-]{1,50}){0,3}\)$""",
    re.X,
)
_SLASHED = regex(r"\s\([A-Z][\w.&' -]{1,40}/\s?[A-Z][\w.&' /-]{1,50}\)$")
_SQUARE = regex(r"\[(?:[^\[\]/:]{2,50}[/:][^\[\]]{2,60})\]$")
_BARE = regex(r"""[.!?]["']?\s[A-Z][\w.'-]+(?:\s[A-Z][\w.'-]*){1,3}\s?/\s?[A-Z][\w.' -]{1,40}$""")
_CREDITS = (_CREDIT, _AGENCY, _SLASHED, _SQUARE, _BARE)
# A credit without a bracket at its end has one of these.
_NAMING = ("/", "photo", "pic", "image", "credit", "illustration")
_LONGEST = 600


def is_caption(line: str) -> bool:
    """Whether the line (prose, trimmed) carries a caption's label or a photographer's credit."""
    if not 12 <= len(line) <= _LONGEST:
        return False
    if _LABEL.match(line) or _SHOWN.match(line):
        return True
    tail = line[-120:]
    if tail.isascii() and not tail.endswith((")", "]", ").")):
        low = tail.lower()
        if not any(mark in low for mark in _NAMING):
            return False
    return any(credit.search(tail) for credit in _CREDITS)


_BRACKETED_END = regex(r"\s*\([^()]{2,60}\)\.?$")


def key(line: str, *, caption: bool) -> str:
    """What two printings of one line share: case, spaces and a caption's label and credit folded."""
    if caption:
        line = _LABEL.sub("", line, count=1) if _LABEL.match(line) else line
        line = _BRACKETED_END.sub("", line)
    if "  " in line or "\n" in line:  # prose has no other white space
        line = " ".join(line.split())
    return line.strip(" .").casefold()
