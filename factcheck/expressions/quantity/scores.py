"""Scores of matches and votes: "3-1", "52-35". A range may be written the same way; the words around decide."""

from __future__ import annotations

import re

from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.patterns import regex

SCORE_BEFORE = regex(
    r"\b(?:won|win|wins|beat|beats|beating|lost|lose|losing|defeat\w*|draw|drew|scor\w+|vot\w+|victory|led|leads?|tied?"
    r"|level|passed|approved|rejected|count|result|ruled|ruling|split|decision|margin)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_OTHER_SIDE = regex(r"-(\d{1,3})(?![\w.,]*\d|-)(?! ?(?:%|per ?cent))")  # of a score


def read_score(prose: str, match: re.Match[str], first: int, stop: int) -> Quantity | None:
    """ "3-1", "52-35": two bare numbers that are no range."""
    if not match["digits"].isdigit() or len(match["digits"]) > 3:
        return None
    other = _OTHER_SIDE.match(prose, match.end(), stop)
    if other is None:
        return None
    left, right = int(match["digits"]), int(other[1])
    if left < right and not SCORE_BEFORE.search(prose, max(first, match.start() - 60), match.start()):
        return None
    value = float(left)
    return Quantity(
        match.start(), other.end(), prose[match.start() : other.end()], QuantityKind.SCORE, value, value, value
    )
