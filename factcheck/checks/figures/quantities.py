"""Figures for checks and messages: quantities by sentence, numbers as a newspaper prints them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from factcheck.assertions.model import Article
from factcheck.checks import in_sentence
from factcheck.checks.model import Evidence
from factcheck.checks.once import once_per_article
from factcheck.expressions.model import Quantity
from factcheck.expressions.quantity import stated_step
from factcheck.patterns import regex
from factcheck.text.model import Sentence


@once_per_article
def by_sentence(article: Article) -> Sequence[tuple[Sentence, Sequence[Quantity]]]:
    """Each sentence with its quantities, in text order; blocks that repeat an earlier one are left out."""
    blocks = article.document.blocks
    return [
        (sentence, quantities_in(article, sentence))
        for sentence in article.text.sentences
        if blocks[sentence.block].repeats is None
    ]


def quantities_in(article: Article, sentence: Sentence) -> Sequence[Quantity]:
    """The quantities of one sentence, in text order."""
    return _quantities(article).get(sentence.start, ())


@once_per_article
def _quantities(article: Article) -> Mapping[int, Sequence[Quantity]]:
    return in_sentence.by_sentence(article, article.expressions.quantities)


def evidence(article: Article, quantity: Quantity) -> Evidence:
    """Where a quantity stands."""
    return Evidence(article.document.name, quantity.start, quantity.end)


def number(value: float, step: float = 1.0) -> str:
    """``value`` rounded to ``step``, with separators: 1,234; 8.9; -2.

    >>> number(1234.4), number(8.93, 0.1), number(12345678.0, 1e5)
    ('1,234', '8.9', '12,300,000')
    """
    if not math.isfinite(value):
        return str(value)
    step = max(step, 1e-6)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9)) if step < 1 else 0
    rounded = round(value / step) * step if step > 1 else round(value, decimals)
    return f"{rounded:,.{decimals}f}"


_STYLE = regex(r"(\D*)(\d[\d,]*(?:\.\d+)?)(.*)", re.DOTALL)


def figure(value: float, like: Quantity, *, noun: bool = False) -> str:
    """``value`` written as ``like`` is: its currency sign, its scale ("m", "billion") and its precision.

    With ``noun`` the words after the number are kept too ("20 soldiers"). Number words become digits.
    """
    match = _STYLE.fullmatch(like.text)
    step = stated_step(like)
    if match is None or not like.value:
        return number(value, step)
    sign, digits, tail = match.groups()
    scale = abs(like.value) / float(digits.replace(",", ""))
    if like.low != like.high and not 0.99 < scale * float(digits.replace(",", "")) / abs(like.value) < 1.01:
        return number(value, step)
    decimals = len(digits.partition(".")[2])
    kept = tail if noun or scale > 1.5 else ""
    if not noun and scale > 1.5:
        kept = re.match(r" ?[A-Za-z]*", tail).group()  # type: ignore[union-attr]
    return f"{sign}{value / scale:,.{decimals}f}{kept}"


def overlap(left: tuple[float, float], right: tuple[float, float]) -> bool:
    """Whether two closed ranges share a value, a rounding error of the computer forgiven."""
    gap = max(left[0] - right[1], right[0] - left[1])
    if gap <= 0:
        return True
    slack = 1e-9 * max(1.0, *(abs(end) for end in (*left, *right) if math.isfinite(end)), 0.0)
    return left[0] <= right[1] + slack and right[0] <= left[1] + slack
