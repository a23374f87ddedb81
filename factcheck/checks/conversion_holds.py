"""A measure restated in another unit must be the same measure, as far as both are rounded.

"290 kilometers (180 miles)" holds, for 180 as rounded covers 290 as rounded; "340 kg (154 pounds)" does
not. Currencies are another check (``currency_conversion_holds``), since their rates must be in the text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.figures import quantities as figures
from factcheck.checks.figures.restated_measures import restatements
from factcheck.checks.model import Conflict, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.telling import article_name
from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.expressions.quantity import stated_range, stated_step
from factcheck.expressions.quantity.units import UNITS, Unit, convert
from factcheck.identity.model import Corpus
from factcheck.patterns import regex
from factcheck.records import replace

# What a plain word may mean; the conversion holds if it does in any reading.
_READINGS = {
    "ton": ("short ton", "long ton", "tonne"),
    "gallon": ("US gallon", "imperial gallon"),
}
# In an article that speaks of nautical miles or knots a plain mile may be one.
_AT_SEA = {**_READINGS, "mile": ("mile", "nautical mile")}
_IMPERIAL_LARGER = {"pint": 1.20095, "quart": 1.20095, "fluid ounce": 0.96076, "gallon": 1.20095}
# Words that make a temperature a difference: "2 degrees C (3.6 F) warmer".
_DIFFERENCE = regex(
    r"\b(?:warm\w*|cool\w*|colder|hotter|rise|rises|rose|risen|rising|increas\w*|decreas\w*|drop\w*|fell|fall\w*|by"
    r"|difference|above|below|higher|lower|threshold|limit|more than|swing\w*|heat\w*|cut)\b",
    re.IGNORECASE,
)

# "1, 150 km", "(2, 000 feet)": a number that some software has torn apart.
_SPACED_OUT = regex(r"\d, ?$")
_SPACED_ON = regex(r", ?\d{3}\b")

_TEMPERATURES = frozenset({"degree Celsius", "degree Fahrenheit", "kelvin"})


class Options(BaseOptions):
    """What a rule may set."""

    tolerance_percent: float = option(
        default=2.0, ge=0, le=20, description="How far apart the two may be beyond their rounding, in per cent."
    )


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each conversion that does not hold."""
    for article in corpus.articles:
        prose = article.document.prose
        readings = _AT_SEA if "nautical" in prose or "knots" in prose else _READINGS
        for original, restated in (*_converted(article), *restatements(article)):
            if original.unit not in UNITS or restated.unit not in UNITS:
                continue
            if _SPACED_OUT.search(prose, max(0, original.start - 3), original.start) or (
                _SPACED_ON.match(prose, restated.end)
            ):
                continue
            around = prose[max(0, original.start - 120) : restated.end + 120]
            differs = original.unit in _TEMPERATURES and bool(_DIFFERENCE.search(around))
            if not _holds(original, restated, options.tolerance_percent / 100, differs, readings):
                yield _conflict(article, original, restated)


def _converted(article: Article) -> Iterator[tuple[Quantity, Quantity]]:
    """The measures that a bracket or an "or" restates right behind them."""
    for _, quantities in figures.by_sentence(article):
        by_start = {quantity.start: quantity for quantity in quantities}
        for restated in quantities:
            if restated.converts is not None and restated.kind is QuantityKind.MEASURE:
                original = by_start.get(restated.converts)
                if original is not None:
                    yield original, restated


_Readings = dict[str, tuple[str, ...]]


def _units(name: str, readings: _Readings) -> list[Unit]:
    return [UNITS[reading] for reading in readings.get(name, (name,))]


def _holds(original: Quantity, restated: Quantity, slack: float, differs: bool, readings: _Readings) -> bool:
    """Whether some reading of the units lets the two agree."""
    for source in _units(original.unit or "", readings):
        for target in _units(restated.unit or "", readings):
            if _agree(original, restated, source, target, slack):
                return True
            if differs and source.offset != target.offset:
                factors = (
                    Unit(source.name, source.dimension, source.factor),
                    Unit(target.name, target.dimension, target.factor),
                )
                if _agree(original, restated, *factors, slack):
                    return True
    imperial = _IMPERIAL_LARGER.get(restated.unit or "") or _IMPERIAL_LARGER.get(original.unit or "")
    if imperial:
        source, target = UNITS[original.unit or ""], UNITS[restated.unit or ""]
        if restated.unit in _IMPERIAL_LARGER:
            target = Unit(target.name, target.dimension, target.factor * imperial)
        else:
            source = Unit(source.name, source.dimension, source.factor * imperial)
        return _agree(original, restated, source, target, slack)
    return False


def _agree(original: Quantity, restated: Quantity, source: Unit, target: Unit, slack: float) -> bool:
    low, high = (convert(end, source, target) for end in stated_range(original))
    wide = 0.0 if source.offset != target.offset else slack * max(abs(low), abs(high))
    if not _is_range(original) or not _is_range(restated):
        return figures.overlap((low - wide, high + wide), stated_range(restated))
    # Of two ranges, each end must be the other's end, by a generous rounding.
    wide = max(wide, 0.05 * max(abs(low), abs(high)), 0.5 * stated_step(restated))
    return abs(low - restated.low) <= wide and abs(high - restated.high) <= wide


def _is_range(quantity: Quantity) -> bool:
    half = (quantity.high - quantity.low) / 2
    return half > max(0.12 * abs(quantity.value), 0.5 * stated_step(quantity)) or (
        " to " in quantity.text or "between" in quantity.text or re.search(r"\d ?-\d", quantity.text) is not None
    )


_PLURALS = (("foot", "feet"), ("inch", "inches"), ("century", "centuries"), ("hertz", "hertz"), ("mille", "mille"))
_INVARIABLE = frozenset({"kelvin", "horsepower", "percent"})


def _words(value: str, unit: str) -> str:
    """A number with its unit in the plural: ``7.9 feet``, ``1 mile per hour``, ``12 degrees Celsius``."""
    if value in {"1", "-1"}:
        return f"{value} {unit}"
    first, _, rest = unit.partition(" per ")
    if first.startswith("degree "):
        first = "degrees " + first[7:]
    elif first not in _INVARIABLE:
        ending, plural = next((pair for pair in _PLURALS if first.endswith(pair[0])), ("", "s"))
        first = first.removesuffix(ending) + plural
    return f"{value} {first}" + (f" per {rest}" if rest else "")


def _sensible(value: float, step: float) -> str:
    """``value`` rounded to ``step``, but to two significant digits at least and three at most.

    >>> _sensible(0.656168, 1.0), _sensible(688.976, 10.0), _sensible(8046720.0, 1.0)
    ('0.66', '690', '8,050,000')
    """
    if value and math.isfinite(value):
        size = 10.0 ** math.floor(math.log10(abs(value)))
        step = min(max(step, size / 100), size / 10)
    return figures.number(value, step)


def _plain(value: float, digits: int = 4) -> str:
    """``value`` with so many significant digits and without an exponent: 4,750,000; 57; 0.0525."""
    if not math.isfinite(value):
        return str(value)
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value)))) if value else 0
    shown = f"{float(f'{value:.{digits}g}'):,.{decimals}f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _conflict(article: Article, original: Quantity, restated: Quantity) -> Conflict:
    source, target = _units(original.unit or "", _READINGS)[0], _units(restated.unit or "", _READINGS)[0]
    step, back_step = stated_step(restated), stated_step(original)
    exact, back_exact = convert(original.value, source, target), convert(restated.value, target, source)
    right = _words(_sensible(exact, step), target.name)
    back = _words(_sensible(back_exact, min(back_step, 1.0)), source.name)
    given, given_back = _words(_plain(restated.value), target.name), _words(_plain(original.value), source.name)
    message = (
        f'{article_name(article)} restates "{original.text}" as "{restated.text}", but that is {right}; '
        f"{given} is {back}."
    )
    suggestion = f'Write {right} for "{restated.text}", or {back} for "{original.text}".'
    swapped = _agree(_as(original, target), _as(restated, source), target, source, 0.02)
    if swapped and not _is_range(original):
        suggestion += (
            f" {_words(_plain(original.value), target.name)} is {_words(_plain(restated.value), source.name)}: "
            "the units may stand the wrong way round."
        )
    low, high = stated_range(restated)
    return Conflict(
        message=message,
        evidence=(figures.evidence(article, original), figures.evidence(article, restated)),
        key=("conversion", original.text, restated.text),
        explanation=(
            f"{given_back} is {_words(_plain(exact, 3), target.name)}.",
            f'As rounded, "{restated.text}" stands for {_plain(low)} to {_words(_plain(high), target.name)}.',
        ),
        suggestion=suggestion,
        confidence=0.95,
    )


def _as(quantity: Quantity, unit: Unit) -> Quantity:
    return replace(quantity, unit=unit.name)
