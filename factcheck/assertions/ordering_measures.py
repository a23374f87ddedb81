"""How far apart a sentence says that two events are: "two days", "more than a week", "shortly" before a connective."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.temporal.interval import DAY
from factcheck.text.model import Token

_UNITS = {
    "minute": 60, "hour": 3600, "day": DAY, "week": 7 * DAY, "fortnight": 14 * DAY, "month": 30 * DAY,
    "year": 365 * DAY,
}  # fmt: skip
_NUMBERS = {
    word: number
    for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1, "the": 1}
_LOOSE = frozenset("shortly soon just immediately long hours days weeks months years seconds moments minutes".split())


def word_at(tokens: Sequence[Token], index: int) -> str:
    """The token at ``index`` in lower case; nothing beyond either end."""
    return tokens[index].low if 0 <= index < len(tokens) else ""


def measure(tokens: Sequence[Token], at: int) -> tuple[int, int, int | None]:
    """Where the phrase begins, and the bounds in seconds that "two days" before the connective at ``at`` sets.

    A measured day may be any hour of it: "two days after" is more than one day and less than three.
    """
    unit = _UNITS.get(word_at(tokens, at - 1).removesuffix("s"))
    number = _number(word_at(tokens, at - 2)) if unit is not None else None
    if unit is None or number is None:
        first = at
        while _is_loose(tokens, first - 1):
            first -= 1
        return first, 0, None
    slack = unit if unit <= 7 * DAY else int(unit * (1 + 0.1 * number))
    low, high = max(0, number * unit - slack), number * unit + slack
    bound = word_at(tokens, at - 3), word_at(tokens, at - 4)
    if bound[0] == "than" and bound[1] in {"more", "less"}:
        return at - 4, (low if bound[1] == "more" else 0), (None if bound[1] == "more" else high)
    if bound[0] in {"nearly", "almost", "about", "around", "some", "over", "barely", "just", "only"}:
        return at - 3, max(0, low - slack), (None if bound[0] == "over" else high + slack)
    return at - 2, low, high


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 4 else _NUMBERS.get(word)


def _is_loose(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word before the connective belongs to it and measures nothing exactly: "shortly", "38 seconds"."""
    word = word_at(tokens, index)
    return word in _LOOSE or word.removesuffix("s") in _UNITS or _number(word) not in (None, 1)
