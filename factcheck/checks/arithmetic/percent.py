"""Whether a stated percentage is the change from one figure to another, or the share of one in another."""

from __future__ import annotations

import re

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic.options import PercentOptions
from factcheck.checks.arithmetic.precision import rounded
from factcheck.checks.figures import quantities as figures
from factcheck.checks.model import Conflict
from factcheck.checks.telling import article_name
from factcheck.checks.templates import Template
from factcheck.expressions.model import Bound, Quantity, QuantityKind, TimexType
from factcheck.expressions.quantity import stated_range, stated_step
from factcheck.patterns import regex
from factcheck.records import replace

# Another measure than the plain quotient of the two numbers.
_OTHER_BASIS = regex(
    r"constant|like-for-like|like for like|underlying|organic|adjusted|annualis|annualiz|annual rate|per year|per annum"
    r"|a year\b(?! (?:earlier|before|ago|later|after))|real terms|inflation|comparable|excluding|on average|each year"
    r"|every year|pro forma|compound",
    re.IGNORECASE,
)
_PER_TIME = regex(r"‹P\d+›(?: (?!in\b|over\b|within\b|during\b|for\b)\w+)?? ‹T(\d+)›")

MARVELS = regex(r"(?:as (?:many|much|few|little) as|no (?:fewer|less|more) than) \S", re.IGNORECASE)
_PART_OF_MANY = regex(r" (?:out )?of (?:the |its |their )?\d")


def other_basis(shape: Template, start: int, end: int) -> bool:
    """Whether the words around a stretch of a template say that the percentage is no plain quotient."""
    text = shape.text
    if _OTHER_BASIS.search(text, max(0, start - 40), min(len(text), end + 40)):
        return True
    for match in _PER_TIME.finditer(text, start, min(len(text), end + 20)):
        timex = shape.times[int(match[1])]
        if timex.type is TimexType.SET or re.match(r"(?:a|an|per|each|every) \w+$", timex.text):
            return True  # "4% a year"
    return False


def comparable(left: Quantity, right: Quantity, options: PercentOptions) -> bool:
    """Whether one figure can be divided by the other: one unit, or a bare number beside a number with a unit."""
    if left.kind is not right.kind and QuantityKind.COUNT not in {left.kind, right.kind}:
        return False
    if left.unit != right.unit and left.unit is not None and right.unit is not None:
        return False
    if {left.kind, right.kind} & {QuantityKind.PERCENT, QuantityKind.AGE, QuantityKind.ORDINAL, QuantityKind.SCORE}:
        return False
    if left.kind is not right.kind:
        bare = left if left.kind is QuantityKind.COUNT else right
        if bare.unit is not None:
            return False
    return min(abs(left.value), abs(right.value)) >= options.smallest_base or left.kind is QuantityKind.MONEY


_ROUND = 2.0  # percentage points that a round percentage may be off


def _stated(percent: Quantity) -> tuple[float, float]:
    low, high = stated_range(percent)
    if percent.bound is Bound.EXACT:  # "50 per cent" may be 48.6, but not 45
        low, high = max(low, percent.value - _ROUND), min(high, percent.value + _ROUND)
    if percent.bound is Bound.AT_LEAST:
        return low, float("inf")
    return (0.0, high) if percent.bound is Bound.AT_MOST else (low, high)


def change(
    article: Article, percent: Quantity, new: Quantity, old: Quantity, sign: int, options: PercentOptions
) -> Conflict | None:
    """The conflict if ``percent`` is not the rise (``sign`` 1) or fall (-1) from ``old`` to ``new`` as rounded."""
    if percent.unit != "percent" or old.value <= 0 or new.value <= 0 or not 0.05 < new.value / old.value < 20:
        return None
    if Bound.AT_LEAST in {new.bound, old.bound} or Bound.AT_MOST in {new.bound, old.bound}:
        return None
    (new_low, new_high), (old_low, old_high) = rounded(new), rounded(old)
    low, high = (new_low / old_high - 1) * 100, (new_high / old_low - 1) * 100
    exact = (new.value / old.value - 1) * 100
    if sign < 0:
        low, high, exact = -high, -low, -exact
    if exact <= 0:
        return None  # rose, but to less: the numbers are not what the pattern takes them for
    slack = options.slack_points + 0.01 * percent.value
    if figures.overlap((low - slack, high + slack), _stated(percent)):
        return None
    word = "rise" if sign > 0 else "fall"
    right = figures.number(exact, min(1.0, stated_step(percent)) if exact >= 10 else 0.1)
    explanation = [
        f"{new.text} / {old.text} = {new.value / old.value:.4f}, a {word} of {exact:.2f} per cent "
        f"({max(low, 0):.2f} to {high:.2f} as rounded), not {percent.text}."
    ]
    other_way = 100 * abs(new.value - old.value) / new.value
    if abs(other_way - percent.value) <= 0.5 * stated_step(percent) + 0.05:
        explanation.append(f"{percent.text} is the difference as a part of {new.text}: the wrong base.")
    return Conflict(
        message=f"{article_name(article)} gives a {word} of {percent.text}, but from {old.text} to {new.text} it is "
        f"{right} per cent.",
        evidence=(figures.evidence(article, percent), figures.evidence(article, new), figures.evidence(article, old)),
        key=("change", percent.text, new.text, old.text),
        explanation=tuple(explanation),
        suggestion=f"Write {right} per cent, or check {new.text} and {old.text}.",
        confidence=0.92,
    )


def as_many_as(prose: str, part: Quantity) -> Quantity:
    """ "As many as 84 of the 112" are 84: before a part of a number the words only marvel at it."""
    if (
        part.bound in (Bound.AT_LEAST, Bound.AT_MOST)
        and MARVELS.search(prose, max(0, part.start - 20), part.start + 1)
        and _PART_OF_MANY.match(prose, part.end)
    ):
        return replace(part, bound=Bound.EXACT, low=part.value, high=part.value)
    return part


def share(
    article: Article, percent: Quantity, part: Quantity, whole: Quantity, options: PercentOptions, of: str = ""
) -> Conflict | None:
    """The conflict if ``percent`` is not what ``part`` is of ``whole``, as far as all three are rounded."""
    if percent.unit != "percent" or not 0 < part.value <= whole.value:
        return None
    part = as_many_as(article.document.prose, part)
    if any(one.bound in {Bound.AT_LEAST, Bound.AT_MOST} for one in (part, whole)):
        return None
    (part_low, part_high), (whole_low, whole_high) = rounded(part), rounded(whole)
    low, high, exact = 100 * part_low / whole_high, 100 * part_high / whole_low, 100 * part.value / whole.value
    if figures.overlap((low - options.slack_points, high + options.slack_points), _stated(percent)):
        return None
    right = figures.number(exact, min(1.0, stated_step(percent)))
    return Conflict(
        message=f"{article_name(article)} gives {percent.text}{of}, but {part.text} of {whole.text} is {right} "
        "per cent.",
        evidence=(
            figures.evidence(article, percent),
            figures.evidence(article, part),
            figures.evidence(article, whole),
        ),
        key=("share", percent.text, part.text, whole.text),
        explanation=(
            f"{part.text} / {whole.text} = {exact:.2f} per cent ({low:.2f} to {high:.2f} as rounded), "
            f"not {percent.text}.",
        ),
        suggestion=f"Write {right} per cent, or check {part.text} and {whole.text}.",
        confidence=0.92,
    )
