"""Numbers as they stand before units and in dates, read from the words of a match."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.expressions.time.lexicon import NUMBERS, ORDINALS

_VAGUE = frozenset("few several many some couple dozens".split())


def count(words: Sequence[str]) -> float | None:
    """The number that the words give: "four and a half" is 4.5, "a" is 1; None where it is vague ("several").

    "a couple" counts as vague: the press means two or three.
    """
    total = 0.0
    known = False
    lowered = [word.lower() for word in words if word not in "-'"]
    if _VAGUE.intersection(lowered):
        return None
    for index, word in enumerate(lowered):
        if word == "half":
            total += 0.5
            known = True
        elif word in {"a", "an"}:
            if index == 0 and (len(lowered) == 1 or lowered[1] in {"dozen", "hundred"}):
                total, known = 1.0, True
        elif word == "hundred":
            total = (total or 1.0) * 100
            known = True
        elif word == "thousand":
            total = (total or 1.0) * 1000
            known = True
        elif word == "dozen":
            total = (total or 1.0) * 12
            known = True
        elif word in NUMBERS:
            total += NUMBERS[word]
            known = True
        elif word[0].isdecimal():
            try:
                total += float(word.replace(",", ""))
            except ValueError:
                return None
            known = True
    return total if known else None


def ordinal(words: Sequence[str]) -> int | None:
    """The position that the words give: "twenty-first" is 21, "3rd" is 3, "last" is -1."""
    total = 0
    for word in words:
        lower = word.lower()
        if lower in {"last", "latest", "final"}:
            return -1
        if lower in ORDINALS:
            total += ORDINALS[lower]
        elif lower in NUMBERS:
            total += NUMBERS[lower]
        elif lower[0].isdecimal():
            digits = "".join(letter for letter in lower if letter.isdecimal())
            total += int(digits)
    return total or None


def day_number(word: str) -> int:
    """The number of a day: "3", "03", "3rd"."""
    return int("".join(letter for letter in word if letter.isdecimal()))


def short_year(word: str) -> int:
    """The year of '98 (1998) and '05 (2005): the century is the one that puts it between 1930 and 2029."""
    value = int(word)
    return 1900 + value if value >= 30 else 2000 + value


def figure(value: float) -> str:
    """A number as TIMEX3 writes it: no ".0"."""
    return str(int(value)) if value == int(value) else f"{value:g}"
