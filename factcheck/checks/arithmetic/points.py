"""Changes of a percentage in points: "from 3.25% to 3.75%, by 50 basis points", "by a quarter of a point"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic.options import PercentOptions
from factcheck.checks.figures import quantities as figures
from factcheck.checks.model import Conflict
from factcheck.checks.telling import article_name
from factcheck.checks.templates import GAP, Template, n, p
from factcheck.expressions.quantity import stated_range, stated_step
from factcheck.patterns import regex

_DETERMINED = r"(?:the |its |a |an |last year's )?"
_NOUNY = r"(?:rise|increase|growth|gain|jump|fall|drop|decline|decrease|reduction|cut|leap|surge|loss|improvement)"
# "from 3.25% to 3.75%, by 50 basis points"; "to 4.1% from 4.8%, a drop of 0.7 percentage points"
_POINTS = (
    regex(
        rf"\b(?:by |a (?:\w+ )?)?{p('p')}(?: (?:rise|cut|increase|reduction|hike))?,? from {_DETERMINED}{p('old')}"
        rf"{GAP}{{0,30}}? to {_DETERMINED}{p('new')}"
    ),
    regex(
        rf"\bfrom {_DETERMINED}{p('old')}{GAP}{{0,30}}? to {_DETERMINED}{p('new')}{GAP}{{0,20}}?, an? (?:\w+ )?"
        rf"(?:{_NOUNY} of (?:\w+ )?{p('p')}|{p('q')} {_NOUNY})"
    ),
    regex(
        rf"\bby (?:only |just )?{p('p')},? to {_DETERMINED}{p('new')}{GAP}{{0,30}}?,? from {_DETERMINED}{p('old')}"
    ),
    regex(
        rf"\bto {p('new')}{GAP}{{0,30}}? from {p('old')}{GAP}{{0,30}}?, an? (?:\w+ )?"
        rf"(?:{_NOUNY} of (?:\w+ )?{p('p')}|{p('q')} {_NOUNY})"
    ),
)  # fmt: skip
# "cut by a quarter of a point, from 3.75% to 3.50%"; "by half a point to 3.5% from 3%"
_POINT = r"(?:(?: of)?(?: an?)?(?: percentage)?[ -]points?)"
_POINT_WORDS = (
    regex(
        rf"\bby (?:only |just |another )?{n('c')}(?P<unit>{_POINT})?,? from {_DETERMINED}{p('old')}"
        rf"{GAP}{{0,30}}? to {_DETERMINED}{p('new')}"
    ),
    regex(
        rf"\bfrom {_DETERMINED}{p('old')}{GAP}{{0,30}}? to {_DETERMINED}{p('new')}{GAP}{{0,20}}?, an? (?:\w+ )?"
        rf"{_NOUNY} of (?:only |just )?{n('c')}(?P<unit>{_POINT})"
    ),
    regex(
        rf"\bto {_DETERMINED}{p('new')}{GAP}{{0,20}}? from {_DETERMINED}{p('old')}{GAP}{{0,20}}?, an? (?:\w+ )?"
        rf"{_NOUNY} of (?:only |just )?{n('c')}(?P<unit>{_POINT})?"
    ),
    regex(
        rf"\bby (?:only |just |another )?{n('c')}(?P<unit>{_POINT})?,? to {_DETERMINED}{p('new')}"
        rf"{GAP}{{0,20}}?,? from {_DETERMINED}{p('old')}"
    ),
)  # fmt: skip


def points(article: Article, shape: Template, options: PercentOptions) -> Iterator[Conflict]:
    """A change of a percentage in points: from 3.25% to 3.75% by 50 basis points."""
    seen: set[int] = set()
    for pattern in _POINTS if shape.shares >= 3 else ():
        for match in shape.find_all(pattern):
            groups = match.groupdict()
            change = shape.quantity(groups["p"] or groups.get("q") or "0")
            new, old = shape.quantity(match["new"]), shape.quantity(match["old"])
            if change.start in seen or change.unit not in {"percentage point", "basis point"}:
                continue
            seen.add(change.start)
            if new.unit != "percent" or old.unit != "percent" or any(one.bound.value != "exact" for one in (new, old)):
                continue
            factor = 0.01 if change.unit == "basis point" else 1.0
            exact = abs(new.value - old.value)
            rounding = 0.5 * (stated_step(new) % 1 or 0.1) + 0.5 * (stated_step(old) % 1 or 0.1)
            low, high = (end * factor for end in stated_range(change))
            if figures.overlap((exact - rounding, exact + rounding), (low, high)):
                continue
            right = figures.number(exact / factor, 1.0 if factor < 1 else min(1.0, stated_step(change)))
            right = f"{right} {change.unit}{'' if right == '1' else 's'}"
            yield Conflict(
                message=f"{article_name(article)} gives {change.text}, but from {old.text} to {new.text} "
                f"it is {right}.",
                evidence=tuple(figures.evidence(article, one) for one in (change, new, old)),
                key=("points", change.text, new.text, old.text),
                explanation=(f"{new.text} and {old.text} are {exact:.4g} percentage points apart.",),
                suggestion=f"Write {right}, or check {old.text} and {new.text}.",
                confidence=0.9,
            )


def point_words(article: Article, shape: Template, options: PercentOptions) -> Iterator[Conflict]:
    """A change in points that is no percentage by itself: "by a quarter of a point, from 3.75% to 3.50%"."""
    for pattern in _POINT_WORDS if shape.shares >= 2 and shape.figures else ():
        for match in shape.find_all(pattern):
            change, new, old = (shape.quantity(match[name]) for name in ("c", "new", "old"))
            if not (match["unit"] or change.unit == "point") or change.unit not in {None, "point"}:
                continue
            if new.unit != "percent" or old.unit != "percent":
                continue
            if any(one.bound.value != "exact" for one in (change, new, old)) or change.value > old.value + new.value:
                continue
            exact = abs(new.value - old.value)
            loose = 0.5 * (stated_step(new) % 1 or 0.1) + 0.5 * (stated_step(old) % 1 or 0.1)
            if abs(exact - change.value) <= loose + options.slack_points / 2:
                continue
            right = f"{exact:.4g} percentage point{'' if exact == 1 else 's'}"
            yield Conflict(
                message=f"{article_name(article)} gives a change of {change.text}{match['unit'] or ''}, but from "
                f"{old.text} to {new.text} it is {right}.",
                evidence=tuple(figures.evidence(article, one) for one in (change, new, old)),
                key=("points", change.text, new.text, old.text),
                explanation=(f"{new.text} and {old.text} are {exact:.4g} percentage points apart.",),
                suggestion=f"Write {right}, or check {old.text} and {new.text}.",
                confidence=0.9,
            )
