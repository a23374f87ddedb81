"""Words before and after a number that say how it bounds the truth: "about", "at least", "or more"."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from factcheck.expressions.model import Bound
from factcheck.patterns import regex


class Hedge(NamedTuple):
    """How a number is hedged. ``side`` tells "nearly" (-1) and "just over" (+1) from "about" (0)."""

    bound: Bound
    side: int
    start: int


_ABOUT = Bound.ABOUT
_LEAST = Bound.AT_LEAST
_MOST = Bound.AT_MOST
_BEFORE_WORDS: tuple[tuple[str, Bound, int], ...] = (
    (
        """about|around|some|roughly|approximately|approx|approx.|circa|ca.|c.|an estimated|estimated|an average of
        |on average|close to|near|in the region of|somewhere around|of the order of|more or less|something like
        |perhaps|maybe|~|≈|∼""",
        _ABOUT,
        0,
    ),
    (
        """nearly|almost|just under|just below|a little under|slightly under|a little less than|slightly less than
        |just short of|barely|just shy of|approaching|not quite|a little below""",
        _ABOUT,
        -1,
    ),
    (
        """just over|just above|a little over|slightly over|slightly more than|a little more than|little more than
        |a bit over|just more than|a little above""",
        _ABOUT,
        1,
    ),
    (
        """at least|more than|over|above|no fewer than|no less than|not less than|upwards of|upward of|exceeding
        |in excess of|a minimum of|minimum of|greater than|larger than|higher than|well over|far more than|>|≥""",
        _LEAST,
        0,
    ),
    (
        """up to|at most|as many as|as much as|as high as|fewer than|less than|under|below|no more than|not more than
        |a maximum of|maximum of|no greater than|as few as|smaller than|lower than|no higher than|<|≤""",
        _MOST,
        0,
    ),
)
_LOOKUP = {word.strip(): (bound, side) for words, bound, side in _BEFORE_WORDS for word in words.split("|")}
_LONGEST = max(len(word) for word in _LOOKUP)
_LAST_WORDS = frozenset(word.split()[-1] for word in _LOOKUP)
_ARTICLE = regex(r"(?:a|an|the|another|its|their|only|just|a total of|total of) $", re.IGNORECASE)
_ARTICLE_ENDS = frozenset("a an the another its their only just of".split())
_AFTER = regex(
    r"(?P<least> or (?:more|greater|above|over|older|higher)\b| plus\b|\+(?! ?\d)|-plus\b| and (?:above|over|up)\b)"
    r"|(?P<most> or (?:less|fewer|under|below|lower|younger)\b| at most\b)"
    r"|(?P<about> or so\b|-odd\b|-ish\b|ish\b| at least\b)",
    re.IGNORECASE,
)
_LAST_WORD = regex(r"(?:[\w.]+|[~≈∼<>≤≥])$")


def _last_word(text: str) -> str:
    """The word or sign that ``text`` ends with, lower-cased; empty where it ends with neither."""
    word = text.rpartition(" ")[2]
    if word.isalpha():
        return word.lower()
    last = _LAST_WORD.search(word)
    return last.group().lower() if last is not None else ""


def before(prose: str, start: int, floor: int) -> Hedge | None:
    """The hedge right before ``start``, not looking back past ``floor``."""
    if start <= floor:
        return None
    window_start = max(floor, start - _LONGEST - 8)
    window = prose[window_start:start]
    stripped = window.rstrip(" ")
    article = None
    if stripped.rpartition(" ")[2].lower() in _ARTICLE_ENDS:
        article = _ARTICLE.search(stripped + " ")
    if article and (article.start() == 0 or stripped[article.start() - 1] == " "):
        inner = stripped[: article.start()].rstrip(" ")
        if inner:
            stripped = inner
    last_word = _last_word(stripped)
    if last_word not in _LAST_WORDS:
        return None
    lowered = stripped.lower()
    words = lowered.split(" ")
    last_is_than = last_word == "than"
    definite = bool(article and article.group().strip().lower() in {"the", "its", "their"})
    for count in (4, 3, 2, 1):
        if len(words) < count:
            continue
        phrase = " ".join(words[-count:])
        found = _LOOKUP.get(phrase)
        # "11 more than the 192", "38% more than 30" compare, they do not hedge. (A quantity ends at ``floor``.)
        at_floor = window_start + len(lowered) - len(phrase) <= floor + 1 and floor > 0
        if found and last_is_than and (definite or (at_floor and not prose[floor - 1 : floor].isspace())):
            return None
        if found:
            return Hedge(found[0], found[1], window_start + len(lowered) - len(phrase))
    return None


def after(prose: str, end: int, stop: int) -> tuple[Hedge, int] | None:
    """The hedge right after a number and its unit: "100 or more", "500-odd", "40 or so"."""
    if prose[end : end + 1] not in {" ", "+", "-", "i"}:
        return None
    match = _AFTER.match(prose, end, stop)
    if match is None:
        return None
    if match["least"] or (match["about"] and match["about"].strip() == "at least"):
        bound = _LEAST
    elif match["most"]:
        bound = _MOST
    else:
        bound = _ABOUT
    return Hedge(bound, 0, match.start()), match.end()


def spread(value: float, step: float, hedge: Hedge | None, *, exact: bool) -> tuple[float, float]:
    """``low`` and ``high``: what ``value`` may mean, written to the digit ``step`` and so hedged.

    ``exact`` is for small counts ("12 dead" means 12). A rounded number may be off by half of its last
    digit, but by no more than 5 per cent ("1,000" is 950 to 1,050, not 500 to 1,500); "about" doubles
    that.
    """
    size = abs(value)
    half = 0.0 if exact else min(step / 2, 0.05 * size) if size >= 20 or step < 1 else step / 2
    if size and half > 0.25 * size:
        half = 0.25 * size
    if hedge is None:
        return value - half, value + half
    if hedge.bound is Bound.AT_LEAST:
        return value - (half if step < 1 else 0.0), math.inf
    if hedge.bound is Bound.AT_MOST:
        return (0.0 if value >= 0 else -math.inf), value
    wide = max(min(step, 0.1 * size), 0.05 * size)
    aside = min(2 * wide, 0.1 * size)  # "nearly", "just over"
    if hedge.side < 0:
        return value - aside, value
    if hedge.side > 0:
        return value, value + aside
    return value - wide, value + wide
