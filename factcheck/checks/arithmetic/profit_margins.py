"""Margins of profit beside the revenue that the article reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic.options import PercentOptions
from factcheck.checks.arithmetic.percent import other_basis, share
from factcheck.checks.figures.quantities import by_sentence
from factcheck.checks.model import Conflict
from factcheck.checks.templates import GAP, Template, figure_template, n, p
from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.patterns import regex

_REVENUE = regex(rf"\b(?:[Rr]evenues?|[Ss]ales|[Tt]urnover)\b(?!-)(?P<words>(?:{GAP}|‹P\d+›){{0,80}}?){n('n')}")
_FORECAST = regex(
    r"\b(?:expect\w*|forecast\w*|predict\w*|guid\w+|target\w*|project\w*|will|would|could|should|hope\w*|aim\w*"
    r"|next|outlook|estimat\w+|consensus|by|below|above)\b",
    re.IGNORECASE,
)
_OLD_VALUE = regex(r"\b(?:from|against|compared (?:with|to)|on the|up on|down on|than)\b[^,]*$", re.IGNORECASE)
_MARGIN = regex(
    rf"\b(?P<what>(?:[Oo]perating |[Nn]et |[Gg]ross |[Pp]re-?tax )?(?:profits?|earnings|income))\b"
    rf"(?:{GAP}|‹P\d+›){{0,60}}?"
    rf"{n('n')}{GAP}{{0,20}}?,? (?:giving|for|or|which is|which gives|with|at|yielding|and)"
    rf"(?: (?:it|the group|the company|the firm))?"
    rf"(?: an?)?(?: \w+)? (?:margin of(?: \w+)? {p('p')}"
    rf"|{p('q')} (?:margin\b|of (?:its |the |total )?(?:revenues?|sales|turnover)\b))"
)


def told_margins(shape: Template) -> Iterator[tuple[Quantity, Quantity, str]]:
    """The margins that a sentence states: the profit, its percentage of the revenue and what the profit is called."""
    for match in shape.find_all(_MARGIN):
        profit, percent = shape.quantity(match["n"]), shape.quantity(match["p"] or match["q"])
        if (
            profit.kind is QuantityKind.MONEY
            and percent.unit == "percent"
            and not other_basis(shape, match.start(), match.end())
        ):
            yield profit, percent, match["what"].lower()


def _revenues(article: Article) -> Iterator[Quantity]:
    """The revenues that an article reports."""
    for sentence, quantities in by_sentence(article):
        if not any(quantity.kind is QuantityKind.MONEY for quantity in quantities):
            continue
        shape = figure_template(article, sentence)
        for match in shape.find_all(_REVENUE):
            before = shape.text[max(0, match.start() - 40) : match.start()] + match["words"]
            quantity = shape.quantity(match["n"])
            if quantity.kind is QuantityKind.MONEY and not (
                _FORECAST.search(before) or _OLD_VALUE.search(match["words"])
            ):
                yield quantity


def margins(
    article: Article, told: Sequence[tuple[Quantity, Quantity, str]], options: PercentOptions
) -> Iterator[Conflict]:
    """A margin is wrong when it fits none of the revenues that the article reports."""
    revenues = list(_revenues(article)) if told else []
    for profit, percent, what in told:
        candidates = [one for one in revenues if one.unit == profit.unit and one.value > profit.value]
        conflicts = [
            share(article, percent, profit, one, options, f" as the margin of the {what}") for one in candidates
        ]
        if not conflicts or any(conflict is None for conflict in conflicts):
            continue
        before = [index for index, one in enumerate(candidates) if one.start < profit.start]
        chosen = conflicts[before[-1] if before else 0]
        if chosen is not None:
            yield chosen
