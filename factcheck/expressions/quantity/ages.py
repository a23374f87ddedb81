"""Ages: "Rodel Magbanua, 52,", "a 39-year-old", "aged 63", "now 26", "who is 58"."""

from __future__ import annotations

import re

from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.expressions.quantity.numerals import Numeral
from factcheck.patterns import regex

_YEAR_OLD_DIGITS = regex(r"[- ]years?[- ]olds?\b")
_BEFORE = regex(
    r"(?:\b(?:aged?|aged between|at the age of|age of|who is|who was|who's|turned|turns|turning|is now|just|only)"
    r"|[,(] ?now"
    r"|\b(?:he|she) (?:is|was))[ ]$",
    re.IGNORECASE,
)
_BARE = regex(r"\b(?:just|only) $", re.IGNORECASE)
_STRONG = regex(r"\b(?:aged|age|age of|turned|turns|turning) $", re.IGNORECASE)
_TURNED = regex(r"\b(?:who|he|she|has|had|will|just|recently) (?:have )?(?:turned|turns|turn) $", re.IGNORECASE)
_TURNED_WHEN = regex(r" (?:this|last|next|on|in|earlier|later|today|yesterday|tomorrow|during)\b")
_NAME_COMMA = regex(r"(?:[A-Z][\w'-]*[^\W\d_]|[A-Z]\.|Jr\.?|Sr\.?)[\"']?[ ]{0,4},[ ](?:then |now |both |also )?$")
_NOT_A_PERSON = regex(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Chapter|Section|Article|Vol|Room"
    r"|Part|However|But|And|In|Of|Yes|No|Party|Group|Inc|Ltd|Corp|Company|University)[\"']?[ ]{0,4}, $"
)
# One of these stands before every age that is not "years old".
_ENDING = (
    ",", "aged", "age", "between", "of", "is", "was", "who's", "turned", "turns", "turning", "now", "just", "only",
    "then", "both", "also",
)  # fmt: skip
# A list of places with their numbers: "20 from Leeds, 17 from York".
_LISTED = regex(r"\d (?:[a-z]+ )?(?:in|from|at|for|to|of|near) (?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2}, (?:and )?$")
# Something in a place is counted: "of the 412 stations in Kavango East, 107, or 21%".
_IN_PLACE = regex(r"\b(?:in|at|near|across|throughout) (?:the )?(?:[A-Z][\w'-]* ){0,3}[A-Z][\w'-]*, $")
_SHARE = regex(r",? (?:or|i\.e\.) (?:about |some |only |just )?\d[\d.]* ?(?:%|per ?cent\b)")
_ENDS = regex(r"[,;.)\"](?!\d)|$|[ ](?:and|of|from|who|told|said|was|is|has|had|with|the|a|an|in)\b|\n")


def is_age(prose: str, start: int, end: int, value: float, floor: int, stop: int) -> int | None:
    """The end of an age that begins with the number ``prose[start:end]``, or None.

    Only whole numbers from 0 to 120 are ages, and only where the words around say so.
    """
    if not 0 <= value <= 120 or value != int(value):
        return None
    old = _YEAR_OLD_DIGITS.match(prose, end, stop)
    if old:
        return old.end()
    if start == floor or prose[start - 1] != " ":
        return None
    window = prose[max(floor, start - 40) : start]
    if not window.rstrip(" ").lower().endswith(_ENDING):
        return None
    if prose[start].isdigit() and _NAME_COMMA.search(window) and not _NOT_A_PERSON.search(window):
        if _LISTED.search(window) or _IN_PLACE.search(window) or _SHARE.match(prose, end):
            return None
        if value >= 1 and _ENDS.match(prose, end, stop + 1):
            return end
        return None
    before = _BEFORE.search(window)
    if not before:
        return None
    if not (_ENDS.match(prose, end, stop + 1) or end == stop):
        # "who turned 60 this spring"
        return end if value >= 5 and _TURNED.search(window) and _TURNED_WHEN.match(prose, end, stop) else None
    # "just 52." or "only 30 and" is a count unless "who is" or "now" says whom it is of.
    if _BARE.search(window) or not (_STRONG.search(window) or (prose[start].isdigit() and value >= 5)):
        return None
    return end


def age(prose: str, start: int, end: int, numeral: Numeral) -> Quantity:
    """The age ``prose[start:end]``, of which ``numeral`` is the number."""
    value = numeral.value
    return Quantity(start, end, prose[start:end], QuantityKind.AGE, value, value, value, "year", "age")
