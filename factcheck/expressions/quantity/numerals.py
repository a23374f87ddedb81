"""Numbers as news writes them, in digits and in words, with the precision they are written to.

``read`` parses one number at an offset. It looks at each character once, so hostile input (a megabyte
of digits) costs no more than ordinary text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Token
from factcheck.text.word_table import WordTable

_ONES = dict(
    zip(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen""".split(),
        range(20),
        strict=True,
    )
)
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_TENS["fourty"] = 40
SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
    "dozen": 12.0,
    "lakh": 1e5,
    "crore": 1e7,
}
# Written after digits only: "4.5m", "$3bn". A bare "m" means million only where money is meant.
SHORT_SCALES = {
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "trln": 1e12,
    "k": 1e3,
    "b": 1e9,
}
_MONEY_ONLY = frozenset({"m", "k", "b", "mil"})
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_FRACTIONS = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
    "⅕": 0.2,
}
ORDINALS = dict(
    zip(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth""".split(),
        range(1, 20),
        strict=True,
    )
)
ORDINALS |= {word[:-1] + "ieth": value for word, value in _TENS.items()}
ORDINALS["hundredth"] = 100

_WORD = "|".join(sorted([*_ONES, *_TENS], key=len, reverse=True))
_SCALE = "|".join(SCALES)
# Where a number may begin; the run of digits is taken whole, whatever it turns out to be.
START = regex(
    rf"""(?:(?<![^\W_])|(?<=\d[x×]))(?:
      (?P<digits>\d+(?:[.,:/]\d+)*[½¼¾⅓⅔⅛⅜⅝⅞⅕]?)
    | (?P<mark>[½¼¾⅓⅔⅛⅜⅝⅞⅕])
    | (?P<word>{_WORD}|an?[ ](?:{_SCALE}|third|quarter|fifth|tenth)|half|{"|".join(ORDINALS)})(?![^\W_])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# What makes a number together with the article before it: "a hundred", "a quarter".
_AFTER_ARTICLE = regex(rf"{_SCALE}|quarter", re.IGNORECASE)
_THOUSANDS = regex(r"(\d{1,3}(?:,\d{3})+)(\.\d+)?")
_INDIAN = regex(r"(\d{1,2}(?:,\d{2})+,\d{3})(\.\d+)?")
_PLAIN = regex(r"(\d+)(\.\d+)?")
_COMMA_DECIMAL = regex(r"(\d+),(\d{1,2})")
_SLASHED = regex(r"([1-9]\d?)/([1-9]\d?)")
_SPACED = regex(r"(?: \d{3}(?![\d.,:/-]*\d|[^\W_]))+")
_NEXT_WORD = regex(rf"(?:[ -]|[ ]and[ ]|-and-|,[ ])({_WORD}|{_SCALE})(?![^\W_])", re.IGNORECASE)
_SCALE_AFTER = regex(rf"[ -]?({_SCALE})s?(?![^\W_])", re.IGNORECASE)
_SHORT_AFTER = regex(rf" ?({'|'.join(sorted(SHORT_SCALES, key=len, reverse=True))})(?![^\W_])", re.IGNORECASE)
_AND_HALF = regex(r"(?: |-)and(?: |-)(?:a|one)(?: |-)(half|quarter|third)(?![^\W_])", re.IGNORECASE)
_AND_PARTS = regex(r" and three[ -]quarters\b", re.IGNORECASE)
_PART_AFTER = regex(r"[ -](third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?(?![^\W_])", re.IGNORECASE)
_HALF_OF = regex(rf"[ -](?:an?[ -])?({_SCALE})(?![^\W_])", re.IGNORECASE)
_OF_A_SCALE = regex(rf" of an? ({_SCALE})(?![^\W_])", re.IGNORECASE)
_POWER = regex(r" ?[x×*·] ?10(?:\^?\{?([-−+]?\d{1,3})\}?|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))|[eE]([-+]\d{1,3})(?!\w)")
# What any of those begins with that follow a number.
_SCALED = regex(rf"[ -]?(?:and[ -]|[x×*·]|e[-+]|{_SCALE}|(?:{'|'.join(SHORT_SCALES)})(?![^\W_]))", re.IGNORECASE)
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_MIXED = regex(r" ([1-9])/([1-9]\d?)(?![\d/])")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A parsed number. ``step`` is the unit of its last stated digit (100 for "1,500", 0.1 for "2.5").

    ``digits`` tells digits from words; ``scaled`` says whether a scale word or letter stands with it;
    ``fraction`` marks a share of something ("two-thirds", "half"); ``ordinal`` "75th", "third".
    """

    end: int
    value: float
    step: float
    digits: bool
    scaled: bool = False
    fraction: bool = False
    ordinal: bool = False


class _Digits(NamedTuple):
    value: float
    step: float


_ORDINAL_AFTER = regex(r"(?:st|nd|rd|th)(?![^\W_])")
_LONGEST = 24  # characters of a number in digits; what is longer is no quantity


def _may_be_number(text: str) -> bool:
    if any(letter.isdigit() for letter in text):
        return True
    return START.search(text) is not None or _AFTER_ARTICLE.search(text) is not None


_may_be_numbers = WordTable(_may_be_number)


def openings(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The spans in which a number may begin, in text order: outside them :data:`START` matches nowhere.

    Most words are no numbers, and to look each one up is ten times as fast as to search the text for numbers.
    """
    found: list[tuple[int, int]] = []
    for index in [index for index, token in enumerate(tokens) if _may_be_numbers[token.text]]:
        start = tokens[index].start
        if index and tokens[index - 1].text[-1] in "aAnN":
            start = tokens[index - 1].start  # "a third", "an hundred"
        found.append((start, tokens[index].end))
    return found


def _whole_step(value: int) -> float:
    """The unit of the last digit that is not zero: 100 for 1,500, 1 for 41, 1 for 0."""
    step = 1
    while value and value % (step * 10) == 0:
        step *= 10
    return float(step)


def _digits(run: str) -> _Digits | None:
    mark = _FRACTIONS.get(run[-1], 0.0)
    body = run[:-1] if mark else run
    match = _PLAIN.fullmatch(body) or _THOUSANDS.fullmatch(body) or _INDIAN.fullmatch(body)
    if match:
        whole, decimals = match.groups()
        number = int(whole.replace(",", ""))
        if decimals:
            return _Digits(float(f"{number}{decimals}"), 10.0 ** (1 - len(decimals)))
        return _Digits(number + mark, 0.25 if mark else _whole_step(number))
    comma = _COMMA_DECIMAL.fullmatch(body)
    if comma and not mark:
        return _Digits(float(f"{comma.group(1)}.{comma.group(2)}"), 10.0 ** -len(comma.group(2)))
    return None


def read(prose: str, match: re.Match[str], stop: int, *, money: bool = False) -> Numeral | None:
    """The number that begins at ``match`` (of :data:`START`), not reading past ``stop``.

    ``money`` says that a currency stands before it, so that "m" means million. None where the text is
    no plain number: a clock time, a date, a version, "half past".
    """
    if match["word"]:
        return _in_words(prose, match, stop)
    if match["mark"]:
        value = _FRACTIONS[match["mark"]]
        return _scaled(prose, Numeral(match.end(), value, 0.25, True, fraction=True), stop, money)
    run = match["digits"]
    if len(run) > _LONGEST or ":" in run:
        return None
    slashed = _SLASHED.fullmatch(run)
    if slashed:
        top, bottom = int(slashed[1]), int(slashed[2])
        if bottom > 10 or top >= bottom or prose[match.end() : match.end() + 1] == "-":
            return None
        return Numeral(match.end(), top / bottom, 0.1, True, fraction=True)
    parsed = _digits(run)
    if parsed is None:
        return None
    end, (value, step) = match.end(), parsed
    if _ORDINAL_AFTER.match(prose, end, stop):
        return Numeral(end + 2, value, 1.0, True, ordinal=True) if "." not in run else None
    if run.isdigit() and len(run) <= 3:
        spaced = _SPACED.match(prose, end, stop)
        if spaced and value >= 1 and spaced.end() - end <= 12:
            number = int(run + spaced.group().replace(" ", ""))
            end, value, step = spaced.end(), float(number), _whole_step(number)
        elif mixed := _MIXED.match(prose, end, stop):
            top, bottom = int(mixed[1]), int(mixed[2])
            if top < bottom <= 16:
                end, value, step = mixed.end(), value + top / bottom, 1 / bottom
    return _scaled(prose, Numeral(end, value, step, True), stop, money)


def _scaled(prose: str, numeral: Numeral, stop: int, money: bool) -> Numeral:
    """The number with the scale word or letter that follows it, if any."""
    if _SCALED.match(prose, numeral.end, stop) is None:
        return numeral
    end, value, step = numeral.end, numeral.value, numeral.step
    half = _AND_HALF.match(prose, end, stop)
    if half:
        value, step, end = value + 1 / _PARTS[half[1].lower()], 0.5, half.end()
    power = _POWER.match(prose, end, stop)
    if power:
        exponent = int((power[1] or power[3] or power[2].translate(_RAISED)).replace("−", "-"))
        if abs(exponent) <= 40:
            factor = 10.0**exponent
            return Numeral(power.end(), value * factor, step * factor, True, scaled=True)
    word = _SCALE_AFTER.match(prose, end, stop)
    if word and prose[word.start() : word.end()][-1] not in "sS":
        factor = SCALES[word[1].lower()]
        if factor == 12 and not word.group().startswith(" "):
            return Numeral(end, value, step, numeral.digits, fraction=numeral.fraction)
        # "12 hundred thousand" does not occur; "1.2 million million" is no number either.
        return Numeral(word.end(), value * factor, step * factor, numeral.digits, scaled=True)
    short = _SHORT_AFTER.match(prose, end, stop)
    if short and (money or short[1].lower() not in _MONEY_ONLY) and numeral.digits:
        if short[1].isupper() and len(short[1]) == 1 and short.group().startswith(" "):
            return Numeral(end, value, step, True)
        factor = SHORT_SCALES[short[1].lower()]
        return Numeral(short.end(), value * factor, step * factor, True, scaled=True)
    return Numeral(end, value, step, numeral.digits, fraction=numeral.fraction)


def _in_words(prose: str, match: re.Match[str], stop: int) -> Numeral | None:
    word = match["word"].lower()
    end = match.end()
    if word in ORDINALS:
        return Numeral(end, float(ORDINALS[word]), 1.0, False, ordinal=True)
    if word == "half":
        scale = _HALF_OF.match(prose, end, stop)
        if scale:
            return Numeral(scale.end(), SCALES[scale[1].lower()] / 2, SCALES[scale[1].lower()] / 2, False, True)
        return Numeral(end, 0.5, 0.1, False, fraction=True)
    if word.startswith(("a ", "an ")):
        name = word.split()[1]
        if name in _PARTS:
            of_scale = _OF_A_SCALE.match(prose, end, stop)
            if of_scale:
                value = SCALES[of_scale[1].lower()] / _PARTS[name]
                return Numeral(of_scale.end(), value, value, False, scaled=True)
            return Numeral(end, 1 / _PARTS[name], 0.05, False, fraction=True)
        return _sum_of_words(prose, end, stop, total=0.0, group=SCALES[name], scaled=True)
    value = float(_ONES[word] if word in _ONES else _TENS[word])
    part = _PART_AFTER.match(prose, end, stop)
    if part and 1 <= value < _PARTS[part[1].lower()] and not _ordinal_use(prose, part.end(), stop):
        return Numeral(part.end(), value / _PARTS[part[1].lower()], 0.05, False, fraction=True)
    return _sum_of_words(prose, end, stop, total=0.0, group=value, scaled=False)


def _ordinal_use(prose: str, end: int, stop: int) -> bool:
    """Whether the fraction is none: "one third-quarter result", "twenty fifth graders" (singular before a noun)."""
    return prose[end - 1] != "s" and prose[end : end + 1] == "-"


def _sum_of_words(prose: str, end: int, stop: int, *, total: float, group: float, scaled: bool) -> Numeral:
    """Number words from ``end`` on, joined to ``group`` as far as they make one number."""
    smallest = group  # what the next word must stay below to be added
    step = 1.0 if group % 10 or group < 10 else (10.0 if group < 100 else group)
    while True:
        follow = _NEXT_WORD.match(prose, end, stop)
        if follow is None:
            break
        word = follow[1].lower()
        joined_by_comma = follow.group().startswith(",")
        if word in SCALES:
            if joined_by_comma or " and " in follow.group().lower() or group <= 0:
                break
            factor = SCALES[word]
            if factor == 12:
                if total:
                    break
                return Numeral(follow.end(), group * 12, 12.0, False, scaled=True)
            if factor <= 100 and group >= 100:
                break
            if factor >= 1000 and total and factor >= smallest:
                break
            group *= factor
            if factor >= 1000:
                total, smallest, group = total + group, factor, 0.0
            step, scaled, end = factor, True, follow.end()
            continue
        value = float(_ONES[word] if word in _ONES else _TENS[word])
        tens = group >= 20 and group % 100 >= 20 and group % 10 == 0 and 0 < value < 10
        after_scale = scaled and (group == 0 or (group >= 100 and group % 100 == 0)) and value > 0
        comma_fits = not joined_by_comma or group == 0
        if not comma_fits or not (after_scale or (tens and " and " not in follow.group())):
            break
        group += value
        step, end = (10.0 if value >= 20 else 1.0), follow.end()
    half = _AND_HALF.match(prose, end, stop)
    value = total + group
    if half and not scaled:
        scale = _SCALE_AFTER.match(prose, half.end(), stop)
        value += 1 / _PARTS[half[1].lower()]
        if scale:
            factor = SCALES[scale[1].lower()]
            return Numeral(scale.end(), value * factor, factor / 2, False, scaled=True)
        return Numeral(half.end(), value, 0.5, False)
    quarters = _AND_PARTS.match(prose, end, stop)
    if quarters and not scaled:
        return Numeral(quarters.end(), value + 0.75, 0.25, False)
    return Numeral(end, value, step, False, scaled=scaled)
