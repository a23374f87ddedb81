"""Shares of one whole that must make a hundred per cent: for, against and undecided; "the remaining 30 per cent"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic.rolls import NOT_ALL, exact, marks, rolls
from factcheck.checks.figures import quantities as figures
from factcheck.checks.model import Conflict
from factcheck.checks.telling import article_name
from factcheck.checks.templates import Template
from factcheck.expressions.quantity import stated_step
from factcheck.patterns import regex

_REST = regex(r"\b(?:the )?(?:remaining|other|rest,|remainder,|balance,) $")
_FOR = regex(r"\b(?:for|in favou?r|yes|approv\w+|support\w*|back\w*)\b", re.IGNORECASE)
_AGAINST = regex(r"\b(?:against|no|oppos\w+|disapprov\w+|reject\w*)\b", re.IGNORECASE)
# "Against it", with nothing else that they might be against
_SAME = regex(r"^ (?:\w+ ){0,2}?(?:against|no|oppos\w+|disapprov\w+|reject\w*)(?: (?:it|them|the \w+))?(?=[.,;)]|$)")
_OPEN = regex(r"\b(?:undecided|abstain\w*|unsure|no opinion|don't know|not sure|did not know)\b", re.IGNORECASE)


def hundreds(article: Article, shape: Template) -> Iterator[Conflict]:
    """A conflict for each list of shares that leaves nobody out and does not make a hundred, or makes more."""
    if shape.shares < 2:
        return
    figured = marks(shape)
    for roll in rolls(shape, figured):
        if roll.marks[0].letter != "P" or not exact(roll.parts):
            continue
        if any(part.unit != "percent" or part.value < 0 for part in roll.parts):
            continue
        stop = figured[roll.last + 1].start if roll.last + 1 < len(figured) else len(shape.text)
        text = shape.text[roll.marks[0].start : stop]
        labels = _labels(shape, [mark.end for mark in roll.marks], [mark.start for mark in roll.marks[1:]] + [stop])
        if NOT_ALL.search(text) or "‹T" in text[: roll.marks[-1].start - roll.marks[0].start]:
            continue
        rest = bool(_REST.search(shape.text[roll.marks[-2].end : roll.marks[-1].start]))
        sides = bool(_FOR.search(labels[0]) and _AGAINST.search(labels[1]))
        whole = rest or (sides and len(labels) == 3 and bool(_OPEN.search(labels[2])))
        added = sum(part.value for part in roll.parts)
        loose = 0.5 * len(roll.parts) * max(stated_step(part) % 1 or 1.0 for part in roll.parts) + 0.5
        if not (
            (whole and abs(added - 100) > loose)
            or (sides and len(labels) == 2 and _SAME.match(labels[1]) and added > 100 + loose)
        ):
            continue
        if whole and not 80 <= added <= 125:
            continue
        terms = " + ".join(figures.figure(part.value, part) for part in roll.parts)
        yield Conflict(
            message=f"{article_name(article)} gives shares of one whole that add up to {figures.number(added, 0.1)} "
            f"per cent: {terms}.",
            evidence=tuple(figures.evidence(article, part) for part in roll.parts),
            key=("hundred", terms),
            explanation=(f"{terms} = {added:.4g}, and the parts of a whole make 100.",),
            suggestion="Check which of the shares is wrong.",
            confidence=0.88,
        )


def _labels(shape: Template, starts: list[int], stops: list[int]) -> list[str]:
    return [shape.text[start:stop] for start, stop in zip(starts, stops, strict=True)]
