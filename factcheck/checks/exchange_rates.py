"""The rates at which a text itself says that one currency changes into another.

"At a rate of 1.08 dollars to the euro", "one euro buys 4.30 zlotys", "($1 = 83.2 rupees)". Rates that moved, that are
forecast, or that are of another time are left out. A helper of ``currency_conversion_holds``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.figures import quantities as figures
from factcheck.checks.templates import figure_template, n
from factcheck.expressions.model import Bound, Quantity, QuantityKind, Timex
from factcheck.expressions.quantity.currencies import currency_named
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Sentence


@dataclass(frozen=True, slots=True)
class Rate:
    """``price`` is what one unit of the currency ``of`` costs; its span is ``[start, end)``."""

    of: str
    price: Quantity
    start: int
    end: int
    sentence: Sentence


# The currency that is priced by its name alone: "to the euro", "a dollar". Its name is looked up.
_NAMED = r"(?P<named>[A-Za-z.]+(?: [A-Za-z]+)?)"
_TO_NAMED = regex(
    rf"{n('price')} (?:to|per|against) (?:the |one |a |an |1 )?{_NAMED}|{n('price2')} an? (?P<named2>[a-z]+)\b"
)
# "One euro buys 4.30 zlotys", "$1 = 83 rupees", "a dollar is worth 83 rupees"
_BUYS = (
    r"(?: ?= ?| (?:now |then |currently |today )?(?:buys|bought|is worth|was worth|is|was|equals|equalled|costs?"
    r"|fetch(?:es|ed)"
    r"|gets|got you|got|trades at|traded at|stands at|stood at|changes hands (?:at|for)|sells for|sold for) )"
)
_UNIT_BUYS = regex(rf"{n('unit')}{_BUYS}{n('price')}")
_NAMED_BUYS = regex(rf"\b(?:[Aa]|[Tt]he|[Ee]ach|[Ee]very|[Oo]ne|1) {_NAMED}{_BUYS}{n('price')}")
_PRICED = regex(rf"{n('price')} (?:to|per|against|buys?|bought|=) ?{n('unit')}")
_MOVED = regex(
    r"\b(?:forecast\w*|could|may|might|would|will|expect\w*|if|fell|fall\w*|rose|ris\w*|weaken\w*|strengthen\w*"
    r"|slid\w*"
    r"|slump\w*|dropp\w*|drop|gain\w*|climb\w*|plung\w*|crash\w*|tumbl\w*|eas\w+|hit|touch\w*|low|high|peak\w*|from"
    r"|ago|once|formerly|earlier|previous\w*|used to|had|last|target|peg of|black market|street|then|at the time"
    r"|until|unlike"
    r"|instead)\b"
)
# "Five dollars a pound" is what a weight costs.
_OF_WEIGHT = regex(r"\b(?:an?|per|each|one) pounds?\b")
_TIME = regex(r"‹T(\d+)›")
_GOES_ON = regex(
    r"$|[.,;:)=\]‹]| ?[=(–—-]| (?:at|in|on|that|which|for|and|as|this|when|the|used|with|now|it|set|by|from|or|to"
    r"|but|is"
    r"|was|today|then|currently|buys|bought|equals?|costs?|fetch|gets?|got|trade|stands?|stood|changes|sells|sold)"
)
_YEAR = regex(r"\b(?:1[89]|20)\d\d\b")


def exchange_rates(article: Article) -> list[Rate]:
    """The rates of an article, in text order, without those that moved or are of another time."""
    money = {q.unit for q in article.expressions.quantities if q.kind is QuantityKind.MONEY}
    if len(money) < 2:
        return []
    found: list[Rate] = []
    for sentence, quantities in figures.by_sentence(article):
        if any(one.kind is QuantityKind.MONEY for one in quantities):
            found += _rates(article, sentence, quantities)
    return found


def _rates(article: Article, sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[Rate]:
    shape = figure_template(article, sentence)
    prose = article.document.prose
    seen: set[int] = set()
    for pattern in (_UNIT_BUYS, _PRICED, _NAMED_BUYS, _TO_NAMED):
        for match in pattern.finditer(shape.text):
            groups = match.groupdict()
            price = shape.quantity(groups.get("price") or groups["price2"])
            unit = shape.quantity(groups["unit"]) if groups.get("unit") else None
            of = unit.unit if unit is not None else _named(shape.text, match)
            if price.start in seen or price.kind is not QuantityKind.MONEY or of is None or of == price.unit:
                continue
            if (unit is not None and (unit.kind is not QuantityKind.MONEY or unit.value != 1)) or price.bound in (
                Bound.AT_LEAST,
                Bound.AT_MOST,
            ):
                continue
            if _OF_WEIGHT.search(match.group()):
                continue
            if (
                price.value >= 1e6
                or any(_is_past(shape.times[int(mark)]) for mark in _TIME.findall(_clause(shape.text, match)))
                or _is_of_another_time(shape.text, match)
            ):
                continue
            seen.add(price.start)
            start = min(price.start, unit.start) if unit is not None else price.start
            end = max(price.end, unit.end) if unit is not None else _named_end(prose, price, match)
            yield Rate(of, price, start, end, sentence)


def _named(text: str, match: re.Match[str]) -> str | None:
    """The currency that a match prices by its name; None for "to the euro fund" and "per dollar raised"."""
    name = next(each for each in ("named", "named2") if match.groupdict().get(each))
    start, words = match.start(name), match[name]
    first = words.partition(" ")[0]
    for spelt in (words, first):
        currency = currency_named(spelt)
        if currency is not None and (spelt == words or currency_named(words) is None):
            follows = text[start + len(spelt) :]
            return currency if _GOES_ON.match(follows) else None
    return None


def _named_end(prose: str, price: Quantity, match: re.Match[str]) -> int:
    """Where the rate ends in the prose: behind the currency's name, where that follows the price."""
    tail = match.group().rpartition("›")[2]
    return price.end + len(tail) if prose.startswith(tail, price.end) else price.end


def _is_of_another_time(text: str, match: re.Match[str]) -> bool:
    """Whether the clause of the rate tells of a move, a forecast or another year."""
    clause = _clause(text, match)
    return _MOVED.search(clause) is not None or _YEAR.search(clause) is not None


def _clause(text: str, match: re.Match[str]) -> str:
    """What stands around a match up to the nearest semicolon or bracket."""
    start = max(text.rfind(mark, 0, match.start()) for mark in ";(:") + 1
    ends = [at for mark in ";)" if (at := text.find(mark, match.end())) >= 0]
    return text[max(start, match.start() - 70) : min([match.end() + 50, *ends])]


def _is_past(timex: Timex) -> bool:
    """Whether a time beside a rate may be another than that of the amounts."""
    return re.search(r"\b(?:\d{4}|ago|last|earlier|before|previous)\b", timex.text) is not None
