"""An amount told again in another currency must be what the text's own rate makes of it.

Judged only where the article states the rate ("at 1.08 dollars to the euro"). Where it states several for two
currencies, anything between them will do. Restatements are amounts in brackets, after "or" and after words such as
"equivalent to", and in the rate's own sentence the only two amounts that "is" or "comes to" joins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic.precision import rounded
from factcheck.checks.exchange_rates import Rate, exchange_rates
from factcheck.checks.figures import quantities as figures
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.telling import article_name
from factcheck.expressions.model import Bound, Quantity, QuantityKind
from factcheck.expressions.quantity import stated_range
from factcheck.identity.model import Corpus
from factcheck.patterns import regex
from factcheck.text.model import Sentence

_SAME = regex(
    r",? (?:which |that |this )?(?:(?:(?:is|was|are|were|comes? to|came to|makes?|made|works? out at|amounts? to"
    r"|equals?)"
    r"(?: the)?(?: equivalent (?:of|to)| equal to| worth)?)|(?:the )?equivalent (?:of|to)|equal to|worth"
    r"|changes into|converts? (?:in)?to|or|that is)(?: (?:about|around|some|roughly|nearly|almost|just (?:over"
    r"|under)|only"
    r"|currently|now|today))* "
)
# The two amounts are of two times, or something is taken off or added on the way.
_ELSE = regex(
    r"\b(?:then|at the time|in today's|today's money|years? ago|when|earlier|inflation|adjusted|fees?|commissions?"
    r"|charges?|tax(?:es)?|after|before|less|plus|minus|discount\w*|black market|official rate|old|real terms"
    r"|margins?"
    r"|instead|spread|lost|gain\w*|at last|yesterday's|exchange fee|mark-?up|parity|compared|up from|down from"
    r"|now worth"
    r"|bought for|resold|profit\w*)\b"
)
_YEAR = regex(r"\b(?:1[89]|20)\d\d\b")
_OTHER_DOLLAR = regex(
    r"\b(?:Canadian|Australian|New Zealand|Hong Kong|Singapore|Taiwan|Jamaican|Liberian|Namibian|Zimbabwe\w*|Fijian"
    r"|Bahamian|Barbad\w+|Brunei|Guyanese|Trinidad\w*) dollars?\b|\b(?:C|A|AU|CA|NZ|HK|S|NT)\$"
)
_FAR = 4.0  # by what factor amounts that no bracket joins may miss the rate


class Options(BaseOptions):
    """What a rule may set."""

    tolerance_percent: float = option(
        default=2.0, ge=0, le=50, description="How far a conversion may be off the rate beyond rounding, in per cent."
    )
    far_tolerance_percent: float = option(
        default=5.0, ge=0, le=50, description="The same where rate and amounts stand in different sentences."
    )


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each amount that the article's own rate does not make of the other."""
    for article in corpus.articles:
        rates = exchange_rates(article)
        if not rates or _OTHER_DOLLAR.search(article.document.prose):
            continue
        for sentence, first, second in _restated(article, rates):
            of_pair = [one for one in rates if {one.of, one.price.unit} == {first.unit, second.unit}]
            if of_pair and not _holds(first, second, of_pair, sentence, options):
                yield _conflict(article, first, second, of_pair[0])


def _restated(article: Article, rates: Sequence[Rate]) -> Iterator[tuple[Sentence, Quantity, Quantity]]:
    """Pairs of amounts of which the second tells the first again in another currency."""
    prose = article.document.prose
    spans = [(rate.start, rate.end) for rate in rates]
    of_rates = {rate.sentence.start for rate in rates}
    for sentence, quantities in figures.by_sentence(article):
        money = [
            one
            for one in quantities
            if one.kind is QuantityKind.MONEY and not any(start <= one.start < end for start, end in spans)
        ]
        by_start = {one.start: one for one in money}
        for second in money:
            first = by_start.get(second.converts) if second.converts is not None else None
            joined = first is not None
            if first is None and len(money) == 2 and second is money[1]:
                gap = prose[money[0].end : second.start]
                here = sentence.start in of_rates
                if _SAME.fullmatch(gap) and (here or "equiv" in gap) and (" or " not in gap or gap[0] == ","):
                    first = money[0]
            if first is None or first.unit == second.unit or not (first.value and second.value):
                continue
            around = prose[max(sentence.start, first.start - 40) : min(sentence.end, second.end + 40)]
            if _ELSE.search(around) or _YEAR.search(around):
                continue
            if not joined and {first.bound, second.bound} - {Bound.EXACT, Bound.ABOUT}:
                continue
            yield sentence, first, second


def _holds(first: Quantity, second: Quantity, rates: Sequence[Rate], sentence: Sentence, options: Options) -> bool:
    """Whether a rate, or one between two of them, makes the second amount of the first."""
    ends = [end for rate in rates for end in _factors(rate, first)]
    here = any(rate.sentence.start == sentence.start for rate in rates)
    slack = (options.tolerance_percent if here else options.far_tolerance_percent) / 100
    low, high = min(ends) * (1 - slack), max(ends) * (1 + slack)
    least, most = _range(first)
    if figures.overlap((least * low, most * high), _range(second)):
        return True
    factor = second.value / first.value / ((low + high) / 2)
    return second.converts is None and not 1 / _FAR < factor < _FAR


def _factors(rate: Rate, first: Quantity) -> tuple[float, float]:
    """What one unit of the first amount's currency makes in the other's, as the rate is rounded."""
    low, high = rounded(rate.price) if rate.price.bound is Bound.EXACT else stated_range(rate.price)
    if low <= 0:
        return 0.0, float("inf")
    return (low, high) if rate.of == first.unit else (1 / high, 1 / low)


def _range(quantity: Quantity) -> tuple[float, float]:
    if quantity.bound is Bound.EXACT:
        return rounded(quantity)
    return quantity.low, quantity.high


def _conflict(article: Article, first: Quantity, second: Quantity, rate: Rate) -> Conflict:
    factor = rate.price.value if rate.of == first.unit else 1 / rate.price.value
    right, back = figures.figure(first.value * factor, second), figures.figure(second.value / factor, first)
    told = article.document.prose[rate.start : rate.end]
    return Conflict(
        message=f'{article_name(article)} gives {first.text} as {second.text}, but at its own rate ("{told}") that is '
        f"{right}.",
        evidence=(
            figures.evidence(article, first),
            figures.evidence(article, second),
            Evidence(article.document.name, rate.start, rate.end),
        ),
        key=("exchange", first.text, second.text, told),
        explanation=(f"At {told}, {first.text} is {right} and {second.text} is {back}.",),
        suggestion=f"Write {right} for {second.text}, or {back} for {first.text}, or check the rate.",
        confidence=0.88,
    )
