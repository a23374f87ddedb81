"""Tokens by one regular expression.

Words keep inner apostrophes out (``Putin's`` is ``Putin`` + ``'s``), hyphens in (``Jong-un``,
``five-hour``), abbreviations their full stops (``U.S.``, ``a.m.``, ``Sept.`` is a word and a mark:
whether the mark ends a sentence is the sentence splitter's to say). Numbers keep their separators
(``1,100``, ``5.5``, ``10:40``); currency signs and percent signs stand alone.
"""

from __future__ import annotations

import re

from factcheck.patterns import regex
from factcheck.text.model import Token
from factcheck.text.word_table import WordTable

_TOKEN = regex(
    r"""
    (?:[A-Za-z]\.){2,}                       # U.S.  a.m.
  | [^\W\d_]\w*(?:(?:-(?=\w)|'(?!(?:s|S|ll|re|ve|d|m|t)\b)(?=[^\W\d_]))\w*)*   # words, O'Brien, Jong-un
  | \d+(?:[.,:]\d+)*                         # 1,100  5.5  10:40
  | '(?:s|S|ll|re|ve|d|m|t)\b                # clitics
  | \w+
  | \S
    """,
    re.VERBOSE,
)


def tokenize(prose: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``prose[start:end]``, with offsets into ``prose``. White space makes none."""
    stop = len(prose) if end is None else end
    # What Token._make does, without the call: half of the time that cutting a text takes.
    new = tuple.__new__
    found = _TOKEN.finditer(prose, start, stop)
    return tuple([new(Token, match.span() + _spellings[match[0]]) for match in found])


def _spelling(text: str) -> tuple[str, str, bool]:
    """What a token takes from its text alone. All tokens of one text share it, which is also why they are looked up."""
    low = text.lower()
    return text, text if text == low else low, text[0].isupper()


_spellings = WordTable(_spelling)
