"""Which quantity restates which in another unit: "290 kilometers (180 miles)", "62 by 84 cm (24 by 33 inches)"."""

from __future__ import annotations

import re

from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.expressions.quantity.units import UNITS
from factcheck.patterns import regex
from factcheck.records import replace

_HEDGE = (
    r"(?:(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|just|over|under|more|less|than|or|i\.e\."
    r"|up|to|at|least|equivalent|equal|the|a|little|close|well|between|minus|~) ?){0,5}-?"
)
_OPENS = regex(rf"(?:[ ][a-z]+){{0,3}}[ ]?[(\[]{_HEDGE}$", re.IGNORECASE)
_OR = regex(rf"(?: (?:high|long|wide|deep|tall|across|thick|away|off|up|down))?,? or {_HEDGE}$", re.IGNORECASE)
_OF_CUSTOM = regex(r"\b(?:mile|yard|foot|inch|fathom|ton|pound|ounce|stone|acre|gallon|pint|quart|barrel|horsepower)\b")
CUSTOMARY = frozenset(name for name in UNITS if name == "acre-foot" or _OF_CUSTOM.search(name))
_LIKE = 50
_POUNDS = "pound sterling"
_SCALES = {"C": "degree Celsius", "F": "degree Fahrenheit"}
_LETTER = regex(r" ?([CF])(?=[)\]])")
_LIKE_SIZE = 12  # a zero more or less, and a slip beside it
_ENDS = regex(r"[,.;:)]|$")  # "62 metres high, or 203 feet, ..."
_SLASH = regex(r" ?/ ?$")
_JOINT = regex(r"(?: by |x| x |×| × | and | to |-| long by )(?:about )?$")


def _alike(left: Quantity, right: Quantity) -> bool:
    """Whether the two could restate one another: one dimension, two units."""
    if left.unit == right.unit or left.unit is None or right.unit is None or left.kind is not right.kind:
        return False
    if left.kind is QuantityKind.MONEY:
        return True
    if left.kind is not QuantityKind.MEASURE:
        return False
    one, other = UNITS.get(left.unit), UNITS.get(right.unit)
    return one is not None and other is not None and one.dimension == other.dimension != "time"


def _of_like_scale(left: Quantity, right: Quantity) -> bool:
    """Whether a slash may stand between two ways to say one measure: "5 km/3 miles", not "5 mg/60 kg" or "1 in/12 ft".

    A ratio, a dose or a slope sets a small unit against a large one, or two units of one system.
    """
    one, other = UNITS[left.unit or ""], UNITS[right.unit or ""]
    if one.dimension == "temperature":
        return True
    ratio = max(one.factor, other.factor) / min(one.factor, other.factor)
    return ratio <= _LIKE and (one.name in CUSTOMARY) != (other.name in CUSTOMARY)


def pair(prose: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities of one sentence, each conversion pointing at what it restates."""
    found = _with_degrees(prose, _with_pounds(prose, found))
    result = list(found)
    for index in range(1, len(found)):
        left, right = found[index - 1], found[index]
        if right.start - left.end > 45 or not _alike(left, right):
            continue
        gap = prose[left.end : right.start]
        if _OPENS.fullmatch(gap):
            before = _chain(prose, found, index - 1, -1)
            inside = _chain(prose, found, index, 1)
            if len(before) == len(inside):
                for source, target in zip(reversed(before), inside, strict=True):
                    result[target] = replace(found[target], converts=found[source].start)
            elif len(inside) == 1:
                result[index] = replace(right, converts=left.start)
        elif right.kind is QuantityKind.MEASURE and (
            (_OR.fullmatch(gap) and (gap[0] == "," or gap[:3] == " or" or _ENDS.match(prose, right.end)))
            or (_SLASH.fullmatch(gap) and _of_like_scale(left, right))
        ):
            result[index] = replace(right, converts=left.start)
    return result


def _with_pounds(prose: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities with "12,000 tonnes (26 million pounds)" read as a weight, not as money.

    Only in brackets of their own, of the size of the weight, and where the text has no other pounds to pay with.
    """
    for index in range(1, len(found)):
        mass, money = found[index - 1], found[index]
        if money.unit != _POUNDS or mass.kind is not QuantityKind.MEASURE or not money.text.endswith("pounds"):
            continue
        unit = UNITS.get(mass.unit or "")
        if unit is None or unit.dimension != "mass" or not prose.startswith(")", money.end):
            continue
        right = mass.value * unit.factor / UNITS["pound"].factor
        if (
            _OPENS.fullmatch(prose[mass.end : money.start])
            and right / _LIKE_SIZE <= money.value <= right * _LIKE_SIZE
            and not any(one.unit == _POUNDS for one in found if one is not money)
            and "£" not in prose
            and "sterling" not in prose
        ):
            found = [*found]
            found[index] = replace(money, kind=QuantityKind.MEASURE, unit="pound")
    return found


def _with_degrees(prose: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities with "4 degrees Celsius (39 F)" read as a temperature."""
    for index in range(1, len(found)):
        degrees, bare = found[index - 1], found[index]
        if bare.unit is not None or degrees.unit not in _SCALES.values() or bare.kind is not QuantityKind.COUNT:
            continue
        letter = _LETTER.match(prose, bare.end)
        if letter is None or not _OPENS.fullmatch(prose[degrees.end : bare.start]):
            continue
        end = letter.end(1)
        found = [*found]
        found[index] = replace(
            bare, end=end, text=prose[bare.start : end], kind=QuantityKind.MEASURE, unit=_SCALES[letter[1]]
        )
    return found


def _chain(prose: str, found: list[Quantity], index: int, step: int) -> list[int]:
    """Indices of quantities joined to ``index`` by "by", "x", "and": the sides of one thing."""
    chain = [index]
    while True:
        following = index + step
        if not 0 <= following < len(found):
            return chain
        first, second = (following, index) if step < 0 else (index, following)
        if found[first].unit != found[second].unit:
            return chain
        if not _JOINT.fullmatch(prose[found[first].end : found[second].start]):
            return chain
        chain.append(following)
        index = following
