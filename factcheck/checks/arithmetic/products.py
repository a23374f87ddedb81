"""Prices by number and averages by days: "400 tickets at £15 each, raising £7,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic.precision import rounded
from factcheck.checks.figures import quantities as figures
from factcheck.checks.model import Conflict
from factcheck.checks.telling import article_name
from factcheck.checks.templates import Template, n
from factcheck.expressions.model import Bound, Quantity, QuantityKind, Timex, TimexType
from factcheck.patterns import regex
from factcheck.records import replace

_LEAD = (
    r"(?:raising|bringing in|making|earning|costing|worth|or|taking|netting|yielding|giving|(?:for |making )?a total of"
    r"|(?:which |that )?(?:brought in|raised|makes?|made|came to|comes to|earned it|yielded)"
    r"|in (?:all|total)|altogether)(?: (?:a total of|them|it|him|her))?"
)
_DONE = r"(?= (?:in (?:all|total)|altogether|all told)\b|[.;)]|,(?! (?:plus|with|including))|$)"
_EACH = regex(
    rf"{n('number')}(?: [\w'’-]+){{0,4}}?,? (?:at|for|of|cost|costs|costing|worth|priced at|with|paid|paying|seating"
    rf"|holding|carrying|sold for)(?: only| just)? {n('price')}"
    r" (?:each|apiece|a (?:piece|head|ticket|copy|person|night))"
    rf"(?:,? (?:and )?{_LEAD})?,? (?:only |just )?{n('total')}{_DONE}"
)
_EACH_OF = regex(
    rf"\b[Ee](?:ach|very one) of (?:the|its|their) {n('number')}(?: [\w'’-]+){{1,4}}? {n('price')},? (?:or |that is "
    rf"|making |a total of )?{n('total')} (?:in (?:all|total)|altogether|all told)"
)
_AT_EACH = regex(
    rf"{n('number')},? (?:at|which cost|costing|priced at) {n('price')} (?:each|apiece),? (?:will |would |have |had )?"
    rf"(?:cost|costs|brought in|bring in|raised|fetched|are worth|were worth)(?: (?!and\b|but\b)[\w'’-]+){{0,3}}? "
    rf"{n('total')}{_DONE}"
)
_COUNT = regex(r"^(?:P|PT)(\d+(?:\.\d+)?)([DWMYH])$")
# A rate, a stretch of time and their product, in either order; ‹T› are told apart by what they are.
_RATE_THEN = regex(
    rf"{n('rate')}(?: [\w'’-]+){{0,2}}? ‹T(?P<per>\d+)›(?:[^‹›.;:]{{0,40}}?)‹T(?P<span>\d+)›"
    rf"[^‹›.;:]{{0,25}}?,? (?:or |that is |which makes |making |a total of )?{n('total')}"
    rf" (?:in (?:all|total)|altogether|all told)"
)
_TOTAL_THEN = regex(
    rf"^(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin)? ?(?:the )?‹T(?P<span>\d+)›,? {n('total')}(?: [\w'’-]+){{0,4}}?,"
    rf" (?:or )?an average of {n('rate')}(?: [\w'’-]+)?? ‹T(?P<per>\d+)›"
)
# "for 30 nights with 800 people a night, or 24,000 in all"
_SPAN_THEN = regex(
    rf"‹T(?P<span>\d+)›,? (?:with|of|at) {n('rate')}(?: [\w'’-]+)?? (?:‹T(?P<per>\d+)›|(?:a|per|each) (?P<night>night))"
    rf",? (?:or |that is |a total of ){n('total')} (?:in (?:all|total)|altogether)"
)


_PRODUCTS = (_EACH, _EACH_OF, _AT_EACH, _RATE_THEN, _TOTAL_THEN, _SPAN_THEN)


def products(article: Article, shape: Template) -> Iterator[Conflict]:
    """The products that a sentence states and that its factors do not make."""
    if shape.figures < 2 or not shape.may_hold(_PRODUCTS):
        return
    for match in (match for pattern in (_EACH, _EACH_OF, _AT_EACH) for match in shape.find_all(pattern)):
        number, price, total = (shape.quantity(match[name]) for name in ("number", "price", "total"))
        if number.kind is QuantityKind.COUNT and _same_unit(price, total):
            yield from _judge(article, number, price, total)
    for pattern in (_RATE_THEN, _TOTAL_THEN, _SPAN_THEN):
        for match in shape.find_all(pattern):
            per = shape.times[int(match["per"])].text if match["per"] else "a night"
            span = shape.times[int(match["span"])]
            rate, total = shape.quantity(match["rate"]), shape.quantity(match["total"])
            days = _periods(span, per)
            if days is not None and _same_unit(rate, total):
                yield from _judge(article, days, _average(shape, match, rate), total)


def _average(shape: Template, match: re.Match[str], rate: Quantity) -> Quantity:
    """A rate that is hedged by "an average of" alone, which says nothing of how it is rounded."""
    words = shape.text[max(0, match.start() - 25) : match.end()]
    hedged = re.search(r"\b(?:about|around|some|roughly|nearly|almost|approximately|over)\b[^‹]*‹N", words)
    return rate if hedged else replace(rate, bound=Bound.EXACT)


def _same_unit(one: Quantity, total: Quantity) -> bool:
    if one.kind is QuantityKind.COUNT:
        return total.kind is QuantityKind.COUNT and total.unit in {None, one.unit, "person"} | (
            {total.unit} if one.unit is None else set()
        )
    return one.kind is total.kind and one.unit == total.unit


_LETTERS = {"day": "D", "night": "D", "week": "W", "month": "M", "year": "Y", "hour": "H"}


def _periods(span: Timex, per: str) -> float | None:
    """How many of the periods that a rate names ("a day") a stretch of time has ("ten days"), if it is told in them."""
    length = _COUNT.match(span.value) if span.type is TimexType.DURATION else None
    if span.mod and not re.match(r"over\b", span.text, re.IGNORECASE):
        return None  # "over ten days" is their length
    named = re.search(r"\b(?:a|an|per|each|every) (day|night|week|month|year|hour)\b", per)
    if length is None or named is None or _LETTERS[named[1]] != length[2]:
        return None
    return float(length[1])


def _judge(article: Article, number: Quantity | float, price: Quantity, total: Quantity) -> Iterator[Conflict]:
    count = number if isinstance(number, float) else number.value
    used = [price, total] if isinstance(number, float) else [number, price, total]
    if any(one.bound in {Bound.AT_LEAST, Bound.AT_MOST} for one in used) or count < 2:
        return
    ranges = [(count, count) if isinstance(number, float) else rounded(number), rounded(price)]
    product = count * price.value
    low, high = ranges[0][0] * ranges[1][0], ranges[0][1] * ranges[1][1]
    slack = 0.005 * product
    if figures.overlap((low - slack, high + slack), rounded(total)):
        return
    # A product that is far off is of other things, unless a nought is missing.
    factor = total.value / product if product else 0.0
    if not (0.6 < factor < 1.7 or abs(factor - 10) < 0.3 or abs(factor - 0.1) < 0.003):
        return
    right = figures.figure(product, total)
    times = f"{count:g}" if isinstance(number, float) else number.text
    yield Conflict(
        message=f"{article_name(article)} gives {total.text} in all, but {times} times {price.text} is {right}.",
        evidence=tuple(figures.evidence(article, one) for one in reversed(used)),
        key=("product", times, price.text, total.text),
        explanation=(f"{times} x {price.text} = {right}, not {total.text}.",),
        suggestion=f"Write {right}, or check {times} and {price.text}.",
        confidence=0.88,
    )
