"""Terms that follow one another: "Fourteen years. It was made up of 11 years for ... and four years for ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.telling import article_name
from factcheck.checks.templates import Template, t, times_in
from factcheck.expressions.model import Quantity, Timex, TimexType
from factcheck.patterns import regex
from factcheck.text.model import Sentence

_SPENT = regex(
    rf"\bmade up\b(?:, [^,.;‹›]{{1,40}},)? of (?P<list>{t('first')}[^.;]*)"
)  # durations: "It was made up, she explained, of 11 years ... and four years"
_SAME_TIME = regex(r"\b(?:concurren\w+|at the same time|suspended|overlapp\w+|in parallel)\b", re.IGNORECASE)
_DURATION = regex(r"PT?(\d+(?:\.\d+)?)([YMWDH])")
_UNIT_NAMES = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour"}


def durations(
    article: Article, shape: Template, previous: tuple[Sentence, Sequence[Quantity]] | None
) -> Iterator[Conflict]:
    """ "Fourteen years. It was made up of 11 years for ... and four years for ...": terms that follow one another."""
    match = shape.search(_SPENT)
    if match is None or _SAME_TIME.search(shape.text):
        return
    parts = [shape.times[int(mark)] for mark in re.findall(r"‹T(\d+)›", match["list"])]
    parts = [part for part in parts if part.type is TimexType.DURATION]
    before: Sequence[Timex] = [shape.times[int(mark)] for mark in re.findall(r"‹T(\d+)›", shape.text[: match.start()])]
    if not before and previous is not None:
        before = times_in(article, previous[0])
    totals = [timex for timex in before if timex.type is TimexType.DURATION]
    if len(totals) != 1 or len(parts) < 2:
        return
    total = totals[0]
    values = [_DURATION.fullmatch(timex.value) for timex in (total, *parts)]
    found = [value for value in values if value is not None]
    if (
        len(found) != len(values)
        or len({(value[2], "T" in timex.value) for value, timex in zip(found, (total, *parts), strict=True)}) != 1
    ):
        return
    if any(timex.mod for timex in (total, *parts)):
        return
    numbers = [float(value[1]) for value in found]
    added = sum(numbers[1:])
    if abs(added - numbers[0]) < 1e-6:
        return
    unit = _UNIT_NAMES[found[0][2]] if "T" not in total.value or found[0][2] == "H" else "minute"
    terms = " + ".join(f"{number:g}" for number in numbers[1:])
    yield Conflict(
        message=f"{article_name(article)} says that {total.text.lower()} are made up of "
        f"{' and '.join(part.text for part in parts)}, which make {added:g} {unit}s.",
        evidence=tuple(Evidence(article.document.name, timex.start, timex.end) for timex in (total, *parts)),
        key=("sum of durations", total.value, *(part.value for part in parts)),
        explanation=(f"{terms} = {added:g}, not {numbers[0]:g}.",),
        suggestion=f'Write {added:g} {unit}s for "{total.text}", or check the parts.',
        confidence=0.9,
    )
