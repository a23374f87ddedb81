"""From prose to quantities, a sentence at a time."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from factcheck.document.model import Document
from factcheck.expressions.model import Bound, Quantity, QuantityKind, Timex
from factcheck.expressions.quantity import (
    ages,
    conversions,
    currencies,
    identifiers,
    measured,
    modifiers,
    nouns,
    numerals,
)
from factcheck.expressions.quantity.numerals import START, Numeral
from factcheck.expressions.quantity.precision import stated_step
from factcheck.expressions.quantity.units import UNITS, Unit, convert, read_unit
from factcheck.patterns import regex
from factcheck.records import dataclass, replace
from factcheck.text.model import Sentence, Text

_RATIO = regex(r" (?:in|out of|in every)(?: every)? ", re.IGNORECASE)
_CURRENCY_SKIP = regex(r"(?:[A-Z]{1,3})?[$£€¥₹₩₽] ?(?=\d)")
_TO = regex(r"(?: to | - |-| or )")
_BETWEEN = regex(r"\bbetween (?:about |around |some )?$", re.IGNORECASE)
_FROM = regex(r"\bfrom (?:about |around |some |just |only |under |over |nearly )?$", re.IGNORECASE)
_BY = regex(r"\bby (?:about |around |some |just |only |nearly )?$", re.IGNORECASE)
_AND = regex(r" and (?:about |around |some )?")
_JOINTS = (" to ", " - ", "-", " or ", " and ")  # of the two ends of a range
_JOIN_PARTS = regex(r"(?:,? and |, | |)")
_MINUS = regex(r"(?:(?<![^\W_])minus |(?<![\w)\]%])[-−])$", re.IGNORECASE)
_SMALLER_PARTS = {"foot": "inch", "stone": "pound", "pound": "ounce", "hour": "minute", "minute": "second"}
_FEET_INCHES = regex(r"(\d{1,2})' ?(\d{1,2}(?:½)?)(?:\"|'')")
_SCORE_BEFORE = regex(
    r"\b(?:won|win|wins|beat|beats|beating|lost|lose|losing|defeat\w*|draw|drew|scor\w+|vot\w+|victory|led|leads?|tied?"
    r"|level|passed|approved|rejected|count|result|ruled|ruling|split|decision|margin)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_CHAIN = regex(r"(?:[- ]\d+)+")
_OTHER_SIDE = regex(r"-(\d{1,3})(?![\w.,]*\d|-)(?! ?(?:%|per ?cent))")  # of a score
_MONEY_WORDS = regex(
    r"\b(?:cost|price|pay|paid|worth|fine[ds]?|spen[dt]|earn(?:s|ed|ings?)?\b|salary|wage\w*|budget|fees?\b|sterling|tax\w*|loan\w*|debt|profit|charg\w+|bill|sold|buy|bought)\b|£"
)
_ONE_OK = regex(
    r" (?:person|man|woman|child|boy|girl|soldier|civilian|passenger|death|fatality|survivor|body|injury|dead|killed"
    r"|injured|wounded|missing)\b"
)
_ORDINAL_NOUN = regex(
    r"(?: (?!and\b|of\b|in\b|the\b|to\b|or\b)[A-Za-z][\w'-]*){0,3}"
    r" (?:anniversary|birthday|jubilee|edition|founding|centenary)\b",
)
_MILLION_PEOPLE = regex(
    r"m (?:more |new |other )?(?:people|passengers|customers|users|jobs|homes|households|children|tonnes|tons|barrels"
    r"|shares|votes|voters|visitors|cars|vehicles|units|copies|litres|patients|workers|adults|refugees|tickets|viewers"
    r"|doses|families|women|men|residents|subscribers|followers|students|pupils|citizens|inhabitants|members)\b"
)
_CAPITAL_BEFORE = regex(r"\b(?:[A-Z][a-z]+|of) $")
_ELLIPSIS_IN = regex(r" (?:in|from|for|at) [A-Z]")
# Forty bare numbers in a row: data that lost their columns, which say nothing and cost much.
_DUMP = regex(r"(?:\d[\d.,]{0,11} ){40}(?:\d[\d.,]{0,11} )*(?:\d[\d.,]{0,11}$)?")
_LIST_GAP = regex(r"(?:,| and| or|, and| to|, or) $")
_FRACTION_HALF_OK = regex(r" (?:of|the|its|his|her|their|our|those|these|that|as)\b|-? ?(?:a|an) ")


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number with what is attached to it: currency, unit."""

    start: int
    number: int  # where the number itself begins
    end: int
    value: float
    step: float
    numeral: Numeral
    unit: str | None
    kind: QuantityKind | None


def find_quantities(document: Document, text: Text, times: Sequence[Timex]) -> tuple[Quantity, ...]:
    """The quantities of a document's statements, in text order and without overlaps.

    ``times`` are the document's time expressions: what they span is no quantity (ages excepted).
    A pure function; never raises on any text.
    """
    prose = document.prose
    starts = [time.start for time in times]
    named = identifiers.learnt(prose)
    result: list[Quantity] = []
    for sentence in text.sentences:
        found = _in_sentence(prose, sentence, times, starts)
        if named:
            found = [one for one in found if not (one.kind is QuantityKind.COUNT and _first_word(one.text) in named)]
        if found:
            found = _share_units(prose, found)
            result.extend(conversions.pair(prose, found))
    return tuple(result)


def _first_word(text: str) -> str:
    return text.split(" ", 1)[0].rstrip("s")


def _in_time(times: Sequence[Timex], starts: list[int], start: int, end: int) -> bool:
    index = bisect_right(starts, start) - 1
    if index >= 0 and times[index].end > start:
        return True
    return index + 1 < len(times) and times[index + 1].start < end


def _in_sentence(prose: str, sentence: Sentence, times: Sequence[Timex], starts: list[int]) -> list[Quantity]:
    found: list[Quantity] = []
    openings = numerals.openings(sentence.tokens)
    position, stop = sentence.start, sentence.end
    floor = position
    while True:
        match = _next(prose, position, stop, openings)
        if match is None:
            return found
        position = match.end()
        dump = _DUMP.match(prose, match.start(), stop)
        if dump is not None:
            floor = position = dump.end()
            continue
        if times and _in_time(times, starts, match.start(), match.end()):
            age = _age_in_time(prose, match, floor, stop)
            if age:
                found.append(age)
                floor = position = age.end
            continue
        quantity, end = _quantity(prose, match, sentence.start, floor, stop)
        position = max(position, end)
        if quantity is not None:
            if (
                times
                and quantity.kind is not QuantityKind.AGE
                and _in_time(times, starts, quantity.start, quantity.end)
            ):
                later = [time.start for time in times if quantity.start < time.start < quantity.end]
                if not later:
                    continue
                cut = len(prose[quantity.start : later[0]].rstrip())
                quantity = replace(
                    quantity, end=quantity.start + cut, text=prose[quantity.start : quantity.start + cut]
                )
            found.append(quantity)
            floor = quantity.end


def _next(prose: str, position: int, stop: int, openings: Sequence[tuple[int, int]]) -> re.Match[str] | None:
    """The next number from ``position`` on; what lies between it and the next of the ``openings`` holds none."""
    index = bisect_left(openings, (position,))
    if index == 0 or openings[index - 1][1] <= position:
        if index == len(openings):
            return None
        position = openings[index][0]
    return START.search(prose, position, stop)


def _age_in_time(prose: str, match: re.Match[str], floor: int, stop: int) -> Quantity | None:
    numeral = numerals.read(prose, match, stop)
    if numeral is None or numeral.ordinal:
        return None
    end = ages.is_age(prose, match.start(), numeral.end, numeral.value, floor, stop)
    if end is None or (end == numeral.end and prose[match.start() - 2 : match.start()] != ", "):
        return None
    return _age(prose, match.start(), end, numeral)


def _age(prose: str, start: int, end: int, numeral: Numeral) -> Quantity:
    value = numeral.value
    return Quantity(start, end, prose[start:end], QuantityKind.AGE, value, value, value, "year", "age")


def _amount(prose: str, match: re.Match[str], floor: int, stop: int) -> _Amount | None:
    """The number at ``match`` with its currency or unit; None where it is no plain number."""
    start = match.start()
    money = currencies.before(prose, start, floor) if match["digits"] else None
    numeral = numerals.read(prose, match, stop, money=money is not None)
    if numeral is None:
        return None
    if numeral.ordinal:
        return _Amount(start, start, numeral.end, numeral.value, 1.0, numeral, None, QuantityKind.ORDINAL)
    if money is not None:
        end = numeral.end
        named = currencies.after(prose, end, stop, large=True)
        return _Amount(
            money[1],
            start,
            named[1] if named else end,
            numeral.value,
            numeral.step,
            numeral,
            money[0],
            QuantityKind.MONEY,
        )
    if numeral.digits and not numeral.scaled and _MILLION_PEOPLE.match(prose, numeral.end, stop):
        value, step = numeral.value * 1e6, numeral.step * 1e6
        return _Amount(
            start, start, numeral.end + 1, value, step, replace(numeral, scaled=True, end=numeral.end + 1), None, None
        )
    sign = None
    if prose[start - 1 : start] in "-−" or prose[start - 6 : start - 1].lower() == "minus":
        sign = _MINUS.search(prose, max(floor, start - 7), start)
    read = read_unit(prose, numeral.end, stop)
    if read is not None:
        unit, end = read
        if unit.name == "pound" and _is_sterling(prose, numeral, end, floor, stop):
            return _Amount(
                start, start, end, numeral.value, numeral.step, numeral, "pound sterling", QuantityKind.MONEY
            )
        if not (unit.name == "knot" and prose[numeral.end : end].strip() == "kt" and prose[numeral.end] == " "):
            kind = QuantityKind.PERCENT if unit.dimension in {"percent", "percentage points"} else QuantityKind.MEASURE
            value, step, end = _with_smaller_parts(prose, unit, numeral, end, stop)
            name = unit.name
            if name == "degree" and (prose[end : end + 8].lower().startswith((" below", " above"))):
                name = "degree"
            begin = start
            if sign and (name.startswith("degree") or kind is QuantityKind.PERCENT or name == "kelvin"):
                begin, value = sign.start(), -value
            return _Amount(begin, start, end, value, step, numeral, name, kind)
    # "200 million p" is nothing; "650p", "5,000 won", "1.5 trillion won" are money.
    named = currencies.after(prose, numeral.end, stop, large=numeral.scaled or numeral.value >= 1000)
    if named is not None:
        return _Amount(start, start, named[1], numeral.value, numeral.step, numeral, named[0], QuantityKind.MONEY)
    if sign and sign.group().strip().lower() == "minus":
        return _Amount(sign.start(), start, numeral.end, -numeral.value, numeral.step, numeral, None, None)
    return _Amount(start, start, numeral.end, numeral.value, numeral.step, numeral, None, None)


def _is_sterling(prose: str, numeral: Numeral, end: int, floor: int, stop: int) -> bool:
    """Whether "pounds" are money here: after a scale word, or among words of money and none of weight."""
    if prose[end - 1 : end] == "b" or prose[end - 2 : end] == "bs":
        return False
    if numeral.scaled and numeral.value >= 1e6:
        return prose[end : end + 4] != " of " or bool(_MONEY_WORDS.search(prose, floor, stop))
    return bool(_MONEY_WORDS.search(prose, max(floor, numeral.end - 80), min(stop, end + 60)))


def _with_smaller_parts(prose: str, unit: Unit, numeral: Numeral, end: int, stop: int) -> tuple[float, float, int]:
    """Value, step and end of "5 ft 10 in", "12 stone 4 lb", "two hours and 35 minutes"."""
    part = _SMALLER_PARTS.get(unit.name)
    if part is None:
        return numeral.value, numeral.step, end
    joint = _JOIN_PARTS.match(prose, end, stop)
    begin = joint.end() if joint else end
    if unit.name == "foot" and prose[end : end + 1] == "-":
        begin = end + 1
    match = START.match(prose, begin, stop)
    if match is None or not (match["digits"] or match["word"]):
        return numeral.value, numeral.step, end
    smaller = numerals.read(prose, match, stop)
    if smaller is None or smaller.ordinal:
        return numeral.value, numeral.step, end
    child = UNITS[part]
    after = read_unit(prose, smaller.end, stop)
    ends: int | None = None
    if after and after[0] is child:
        ends = after[1]
    elif part == "inch" and (inches := re.compile(r" ?(?:in\b|ins\b)").match(prose, smaller.end, stop)):
        ends = inches.end()
    elif part == "inch" and prose[end : end + 1] == "-" and smaller.value < 12:
        ends = smaller.end
    if ends is None or smaller.value >= unit.factor / child.factor + 1e-9:
        return numeral.value, numeral.step, end
    return numeral.value + convert(smaller.value, child, unit), convert(min(smaller.step, 1.0), child, unit), ends


def _quantity(prose: str, match: re.Match[str], first: int, floor: int, stop: int) -> tuple[Quantity | None, int]:
    """The quantity at ``match`` or None, with where to read on. ``first`` is where the sentence begins."""
    start = match.start()
    if match["digits"]:
        pair = _FEET_INCHES.match(prose, start, stop) if prose.startswith("'", match.end()) else None
        if pair and int(pair[1]) < 10 and float(pair[2].rstrip("½")) < 12:
            value = int(pair[1]) + float(pair[2].rstrip("½")) / 12
            return (
                Quantity(
                    start, pair.end(), pair.group(), QuantityKind.MEASURE, value, value - 1 / 24, value + 1 / 24, "foot"
                ),
                pair.end(),
            )
        if identifiers.is_telephone(prose, start, match.end()):
            return None, _past_chain(prose, match.end(), stop)
    amount = _amount(prose, match, floor, stop)
    if amount is None:
        return None, match.end()
    numeral = amount.numeral
    if numeral.ordinal:
        return _ordinal(prose, amount, stop)
    age_end = ages.is_age(prose, start, numeral.end, numeral.value, first, stop)
    if age_end is not None and not numeral.fraction:
        return _age(prose, start, age_end, numeral), age_end
    second = _range(prose, amount, floor, stop)
    if second is not None:
        return _ranged(prose, match, amount, second, first, floor, stop)
    if amount.kind is None and match["digits"]:
        score = _score(prose, match, first, stop)
        if score is not None:
            return score, score.end
    return _single(prose, match, amount, first, floor, stop)


def _past_chain(prose: str, end: int, stop: int) -> int:
    chain = _CHAIN.match(prose, end, stop)
    return chain.end() if chain else end


def _ordinal(prose: str, amount: _Amount, stop: int) -> tuple[Quantity | None, int]:
    noun = _ORDINAL_NOUN.match(prose, amount.end, stop)
    if noun is None and not amount.numeral.digits:
        return None, amount.end
    what = noun.group().strip().lower() if noun else None
    value = amount.value
    span = (amount.start, amount.end)
    return Quantity(*span, prose[slice(*span)], QuantityKind.ORDINAL, value, value, value, None, what), amount.end


def _score(prose: str, match: re.Match[str], first: int, stop: int) -> Quantity | None:
    """ "3-1", "52-35": two bare numbers that are no range."""
    if not match["digits"].isdigit() or len(match["digits"]) > 3:
        return None
    other = _OTHER_SIDE.match(prose, match.end(), stop)
    if other is None:
        return None
    left, right = int(match["digits"]), int(other[1])
    if left < right and not _SCORE_BEFORE.search(prose, max(first, match.start() - 60), match.start()):
        return None
    value = float(left)
    return Quantity(
        match.start(), other.end(), prose[match.start() : other.end()], QuantityKind.SCORE, value, value, value
    )


def _range(prose: str, amount: _Amount, floor: int, stop: int) -> _Amount | None:
    """The upper end of a range that ``amount`` begins: "10 to 15 km", "15-20%", "between $2m and $3m"."""
    if not prose.startswith(_JOINTS, amount.end, stop):
        return None
    between = _BETWEEN.search(prose, max(floor, amount.start - 24), amount.start)
    joint = (_AND if between else _TO).match(prose, amount.end, stop)
    if joint is None:
        return None
    to = joint.group()
    if not between and to == " to " and _FROM.search(prose, max(floor, amount.start - 24), amount.start):
        return None
    raised = to == " to " and _BY.search(prose, max(floor, amount.start - 24), amount.start)  # "by 12,000 to 412,000"
    position = joint.end()
    skip = _CURRENCY_SKIP.match(prose, position, stop)
    match = START.match(prose, skip.end() if skip else position, stop)
    if match is None:
        return None
    second = _amount(prose, match, position, stop)
    if second is None or second.numeral.ordinal or second.numeral.fraction != amount.numeral.fraction:
        return None
    if raised and (amount.kind is not None or second.kind is None):
        return None
    if amount.kind is not None and second.kind is None and amount.kind is QuantityKind.MONEY:
        second = replace(second, kind=amount.kind, unit=amount.unit)
    if amount.kind is not None and (second.kind is not amount.kind or second.unit != amount.unit):
        return None
    if to == " or " and not (
        amount.value + 1 <= second.value <= amount.value + 2 or 2 * amount.value >= second.value > amount.value >= 10
    ):
        return None
    if to == "-" and amount.kind is None and not amount.numeral.digits:
        return None
    if (
        to == "-"
        and amount.kind is None
        and _SCORE_BEFORE.search(prose, max(floor, amount.start - 60), amount.start)
        and second.kind is None
    ):
        return None
    if (
        to == " to "
        and amount.kind is None
        and _SCORE_BEFORE.search(prose, max(floor, amount.start - 60), amount.start)
        and second.kind is None
    ):
        return None
    value = amount.value
    if second.numeral.scaled and not amount.numeral.scaled and value < second.value:
        factor = 1.0
        for scale in (1e12, 1e9, 1e6, 1e3):
            if second.value >= scale:
                factor = scale
                break
        if value * factor < second.value:
            value *= factor
    return second if value < second.value else None


def _ranged(
    prose: str, match: re.Match[str], amount: _Amount, second: _Amount, first: int, floor: int, stop: int
) -> tuple[Quantity | None, int]:
    low = amount.value
    if second.numeral.scaled and not amount.numeral.scaled:
        for scale in (1e12, 1e9, 1e6, 1e3):
            if second.value >= scale:
                if low * scale < second.value:
                    low *= scale
                break
    kind, unit = second.kind or amount.kind, second.unit or amount.unit
    noun = nouns.after(prose, second.end, stop) if kind is None else None
    if match["digits"] and kind is None:
        if identifiers.is_identifier(prose, amount.number, amount.numeral.end, first, amount.value, noun is not None):
            return None, second.end
        if identifiers.is_time(prose, second.number, second.numeral.end):
            return None, second.end
        if 1400 <= amount.value <= 2199 and len(match["digits"]) == 4 and (noun is None or second.value < 2200):
            return None, second.end
        if (
            amount.numeral.end < len(prose)
            and prose[amount.numeral.end] == "-"
            and noun is None
            and prose[second.end : second.end + 1] == "-"
        ):
            return None, _past_chain(prose, second.end, stop)
    what = _what(prose, amount.start, second.end, kind, noun, floor, stop)
    end = noun.end if noun and not noun.chosen else second.end
    if kind is None:
        kind, unit = QuantityKind.COUNT, noun.head if noun else None
    hedge = modifiers.before(prose, amount.start, floor)
    bound = hedge.bound if hedge else Bound.EXACT
    low_bound, high_bound = low, second.value
    if bound is Bound.AT_LEAST:
        high_bound = float("inf")
    elif bound is Bound.AT_MOST:
        low_bound = 0.0
    quantity = Quantity(
        amount.start,
        end,
        prose[amount.start : end],
        kind,
        (low + second.value) / 2,
        low_bound,
        high_bound,
        unit,
        what,
        bound,
    )
    return quantity, end


def _what(
    prose: str, start: int, end: int, kind: QuantityKind | None, noun: nouns.Noun | None, floor: int, stop: int
) -> str | None:
    if kind is None:
        return measured.fate(prose, start, end, noun, floor, stop) or (noun.phrase if noun else None)
    return measured.of_measure(prose, start, end, floor, stop)


def _single(
    prose: str, match: re.Match[str], amount: _Amount, first: int, floor: int, stop: int
) -> tuple[Quantity | None, int]:
    numeral = amount.numeral
    kind, unit, end = amount.kind, amount.unit, amount.end
    value, step = amount.value, amount.step
    noun: nouns.Noun | None = None
    if kind is None:
        ratio = _ratio(prose, amount, stop)
        if ratio is not None:
            return ratio, ratio.end
        noun = nouns.after(prose, numeral.end, stop)
        if match["word"] and not _word_counts(prose, match, numeral, noun, stop):
            return None, numeral.end
        if match["digits"] and identifiers.is_identifier(
            prose, amount.number, numeral.end, first, value, noun is not None
        ):
            return None, _past_identifier(prose, numeral.end)
    elif match["digits"] and kind is not QuantityKind.MONEY:
        before = prose[amount.number - 1 : amount.number]
        if (
            before in {"-", "'"}
            and amount.number - 1 > first
            and prose[amount.number - 2].isalnum()
            and amount.start == amount.number
        ):
            return None, amount.end
    hedge = modifiers.before(prose, amount.start, floor)
    if hedge is None:
        behind = modifiers.after(prose, noun.end if noun else end, stop) or modifiers.after(prose, end, stop)
        if behind:
            hedge = behind[0]
    what = _what(
        prose, (hedge.start if hedge and hedge.start < amount.start else amount.start), end, kind, noun, floor, stop
    )
    if kind is None:
        kind = QuantityKind.COUNT
        if noun:
            unit = noun.head
            end = noun.end if noun.end - end <= 40 and not noun.chosen else end
        if numeral.fraction:
            kind = QuantityKind.MEASURE
            unit = None
            end = amount.end
            of = measured.of_measure(prose, amount.start, amount.end, floor, stop)
            what = of or what
        elif unit is None and what in {"dead", "injured", "missing", "survivor", "rescued"}:
            unit = "person"
    exact = kind is QuantityKind.COUNT and (abs(value) < 100 or step == 1)
    low, high = modifiers.spread(value, step, hedge, exact=exact)
    bound = hedge.bound if hedge else Bound.EXACT
    span = (amount.start, end)
    return Quantity(*span, prose[slice(*span)], kind, value, low, high, unit, what, bound), end


def _past_identifier(prose: str, end: int) -> int:
    while end < len(prose) and (prose[end].isalnum() or prose[end] == "_"):
        end += 1
    return end


def _word_counts(prose: str, match: re.Match[str], numeral: Numeral, noun: nouns.Noun | None, stop: int) -> bool:
    """Whether a number word counts: "one" seldom does, "half" only of something."""
    word = match["word"].lower()
    plain = numeral.end == match.end()
    if (
        plain
        and match["word"][0].isupper()
        and _CAPITAL_BEFORE.search(prose, max(0, match.start() - 20), match.start())
    ):
        return False  # the Big Three, Formula One
    if word == "half" and numeral.fraction:
        return (
            bool(_FRACTION_HALF_OK.match(prose, numeral.end, stop)) and prose[match.start() - 1 : match.start()] != "-"
        )
    if word.startswith(("a ", "an ")) and numeral.fraction:
        return prose[numeral.end : numeral.end + 1] != "-" and prose.startswith(
            (" of", ",", ".", " to", " in", " from"), numeral.end
        )
    if word == "one" and plain:
        return bool(_ONE_OK.match(prose, numeral.end, stop))
    if prose[match.start() - 1 : match.start()] == "-" and match.start() and prose[match.start() - 2].isalnum():
        return False
    return not (prose[match.end() : match.end() + 1] == "-" and noun is None and plain)


def _ratio(prose: str, amount: _Amount, stop: int) -> Quantity | None:
    """ "One in five", "nine out of 10"."""
    joint = _RATIO.match(prose, amount.end, stop)
    if joint is None or amount.value != int(amount.value):
        return None
    match = START.match(prose, joint.end(), stop)
    if match is None or not (match["word"] or (match["digits"] or "").isdigit()):
        return None
    other = numerals.read(prose, match, stop)
    if other is None or other.ordinal or other.fraction or not 1 <= amount.value < other.value <= 1e6:
        return None
    words = " in" in joint.group().lower()
    if words and (
        amount.value > 10 or 1400 <= other.value <= 2199 or identifiers.is_time(prose, match.start(), other.end)
    ):
        return None
    if (
        words
        and amount.value > 1
        and (read_unit(prose, other.end, stop) or nouns.after(prose, other.end, stop) is None)
    ):
        return None
    noun = nouns.after(prose, other.end, stop)
    value = amount.value / other.value
    half = value * 0.05
    span = (amount.start, other.end)
    what = noun.phrase if noun else None
    return Quantity(*span, prose[slice(*span)], QuantityKind.MEASURE, value, value - half, value + half, None, what)


def _share_units(prose: str, found: list[Quantity]) -> list[Quantity]:
    """Units that a neighbour states: "62 by 84 cm", "102 and 21 people", "4,300 jobs in France, 1,600 in Britain"."""
    result = list(found)
    for index in range(len(result) - 2, -1, -1):
        left, right = result[index], result[index + 1]
        if left.unit is not None or left.kind is not QuantityKind.COUNT or right.unit is None:
            continue
        gap = prose[left.end : right.start]
        if right.kind is QuantityKind.MEASURE or right.kind is QuantityKind.PERCENT:
            if re.fullmatch(r" by | ?x ?| ?× ?| to | and |, | or ", gap) and left.measured is None:
                step = min(stated_step(left), stated_step(right))
                low, high = modifiers.spread(left.value, step, None, exact=False)
                result[index] = replace(
                    left, kind=right.kind, unit=right.unit, low=low, high=high, measured=right.measured
                )
        elif right.kind is QuantityKind.COUNT and _LIST_GAP.fullmatch(gap) and left.measured in {None, right.measured}:
            result[index] = replace(left, unit=right.unit, measured=right.measured)
    for index in range(1, len(result)):
        left, right = result[index - 1], result[index]
        if right.unit is not None or right.measured is not None or left.unit is None:
            continue
        if left.kind is right.kind is QuantityKind.COUNT and _ELLIPSIS_IN.match(prose, right.end):
            result[index] = replace(right, unit=left.unit, measured=left.measured)
    return result
