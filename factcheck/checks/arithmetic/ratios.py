"""Ratios in words: "doubled from 40 to 80", "a third of the 90 members, or 30", "three times as many as the 300"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic.options import PercentOptions
from factcheck.checks.arithmetic.percent import comparable
from factcheck.checks.figures import quantities as figures
from factcheck.checks.model import Conflict
from factcheck.checks.telling import article_name
from factcheck.checks.templates import Template, n
from factcheck.expressions.model import Bound, Quantity, QuantityKind
from factcheck.patterns import regex

_FACTORS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5}
_VERB = (
    r"(?P<hedge>(?:more than|nearly|almost|about|roughly|just over|over|close to|practically|virtually|all but"
    r"|well over|not quite|less than) )?"
    r"(?P<verb>doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|ing|es?)"
)
_LITTLE = r"(?: (?!and\b|but\b|while\b|as\b|after\b|if\b)[\w'’-]+| ‹T\d+›){0,5}?"
_THE = r"(?:the |its |a |an |just |only |some |about )?"
_TIMES = (
    regex(rf"\b{_VERB}{_LITTLE},? from {_THE}{n('old')}(?: [\w'’-]+| ‹T\d+›){{0,5}}? to {_THE}{n('new')}"),
    regex(rf"\b{_VERB}{_LITTLE},? to {_THE}{n('new')}(?: [\w'’-]+| ‹T\d+›){{0,5}}?,? from {_THE}{n('old')}"),
)
_GOES_ON = regex(r"(?: [\w'’-]+| ‹T\d+›){0,4}?,? (?:and|then) (?:[\w'’-]+ ){0,3}?‹N")
_TIMES_AS = regex(
    rf"{n('new')}(?: [\w'’-]+| ‹T\d+›){{0,5}}?,? (?:(?:is|was|were|are|or) )?"
    rf"(?P<hedge>(?:more than|nearly|almost|about|roughly|over) )?(?:‹N(?P<times>\d+)›|(?P<twice>twice|double))"
    rf"(?: as (?:many|much|large|big|high|long) as)? the (?:(?!‹)[\w'’-]+ ){{0,3}}?{n('old')}"
)
_FRACTIONS = (
    # "a third of the 90 members, or 30,"; "half of the 80 flats, 40 in all,"
    regex(
        rf"{n('share')} of (?:the |its |their |all |all the )?{n('whole')}(?: [\w'’-]+){{0,3}}?"
        rf"(?:,? or {n('a')}|,? \({n('b')}|, {n('c')} (?:in all|altogether))(?=[,.;) ]|$)(?! (?:in|at) (?!all))"
    ),
    # "Half of the 400 workers, 200 people, were sent home"
    regex(
        rf"{n('share')} of (?:the |its |their |all |all the ){n('whole')}(?: [\w'’-]+){{0,2}}?, {n('a')}(?: of them)?,"
        rf"(?= (?:have|has|had|were|are|was|is|will)\b)"
    ),
    # "Of the 90 members 30, or a third, were absent"
    regex(
        rf"\b[Oo]f (?:the |its |all |all the )?{n('whole')}(?: \w+)?,? {n('a')}(?: \w+)?,? or {n('share')}(?=[,.)]|$)"
    ),
    # "30 of the 90 members, or a third"
    regex(
        rf"{n('a')}(?: \w+)?? (?:of|out of) (?:the |its |all |all the )?{n('whole')}(?: [\w'’-]+){{0,2}}?,? or "
        rf"{n('share')}(?=[,.)]|$)"
    ),
)  # fmt: skip


# "has shrunk by a third, from 900 to 600"
_BY_PART = regex(
    r"\b(?:(?P<up>rose|risen|rise|grew|grown|increased|climbed|gone up|raised|expanded)"
    r"|(?:fell|fallen|shrank|shrunk|dropped|declined|decreased|cut|reduced|gone down|lowered)) by "
    rf"{n('share')},? from {_THE}{n('old')}(?: [\w'’-]+| ‹T\d+›){{0,4}}? to {_THE}{n('new')}"
)
_TWICE = frozenset({"twice", "double"})


def ratios(article: Article, shape: Template, options: PercentOptions) -> Iterator[Conflict]:
    """A conflict for each ratio told in words that its two figures do not have."""
    if shape.figures < 2:
        return
    for match in (match for pattern in _TIMES for match in shape.find_all(pattern)):
        if _GOES_ON.match(shape.text, match.end()):
            continue
        new, old = shape.quantity(match["new"]), shape.quantity(match["old"])
        factor = _FACTORS[match["verb"]]
        yield from _times(article, shape, match, new, old, factor, options)
    multiple = not _TWICE.isdisjoint(shape.words) or any(one.unit == "time" for one in shape.quantities)
    for match in _TIMES_AS.finditer(shape.text) if multiple else ():
        times = shape.quantity(match["times"]) if match["times"] else None
        if times is not None and (times.unit != "time" or times.bound is not Bound.EXACT):
            continue
        new, old = shape.quantity(match["new"]), shape.quantity(match["old"])
        yield from _times(article, shape, match, new, old, times.value if times else 2.0, options)
    if shape.figures >= 3 and any(_is_part(one) for one in shape.quantities):
        yield from _fractions(article, shape)
        yield from _by_part(article, shape, options)


def _is_part(share: Quantity) -> bool:
    """Whether a figure is a part of something: "a third", "half"."""
    return share.kind is QuantityKind.MEASURE and share.unit is None and 0 < share.value < 1


def _times(
    article: Article,
    shape: Template,
    match: re.Match[str],
    new: Quantity,
    old: Quantity,
    factor: float,
    options: PercentOptions,
) -> Iterator[Conflict]:
    if not comparable(new, old, options) or old.value <= 0 or new.value <= 0:
        return
    # "As many as the 300" is no bound.
    bounded = (new,) if match.re.pattern == _TIMES_AS.pattern else (new, old)
    if any(one.bound not in {Bound.EXACT, Bound.ABOUT} for one in bounded):
        return
    ratio = new.value / old.value
    size, real = (factor, ratio) if factor > 1 else (1 / factor, 1 / ratio)
    # Writers say "doubled" of 1.8 and of 2.3; what is told as a ratio in words is never exact.
    low, high = size - 0.25, size + 0.4 * (size - 1) + 0.1
    hedge = (match["hedge"] or "").strip().lower()
    if hedge in {"more than", "over", "just over", "well over"}:
        low, high = size - 0.03, size + 1.1
    elif hedge:
        low, high = size - 0.5, size + 0.25
    if low <= real <= high:
        return
    if real < 1:
        return  # it fell where it should have risen: the figures are other ones
    words = "times as much" if factor > 1 else "of it"
    right = f"{ratio:.2g} times"
    yield Conflict(
        message=f'{article_name(article)} says "{_plain(match)}" of {old.text} and {new.text}, but the second is '
        f"{right} the first.",
        evidence=(figures.evidence(article, new), figures.evidence(article, old)),
        key=("ratio", f"{factor:g}", new.text, old.text),
        explanation=(f"{new.text} / {old.text} = {ratio:.3g}, not {factor:g} {words}.",),
        suggestion=f"Check {old.text} and {new.text}, or say how much it really is: {right}.",
        confidence=0.88,
    )


def _by_part(article: Article, shape: Template, options: PercentOptions) -> Iterator[Conflict]:
    for match in shape.find_all(_BY_PART):
        share, new, old = (shape.quantity(match[name]) for name in ("share", "new", "old"))
        if not _is_part(share):
            continue
        if share.bound not in {Bound.EXACT, Bound.ABOUT} or not comparable(new, old, options) or old.value <= 0:
            continue
        real = (new.value - old.value) / old.value * (1 if match["up"] else -1)
        if real <= 0 or abs(real - share.value) <= (0.12 if share.bound is Bound.ABOUT else 0.07):
            continue
        yield Conflict(
            message=f"{article_name(article)} gives a change by {share.text.lower()}, but from {old.text} to "
            f"{new.text} it is {100 * real:.0f} per cent.",
            evidence=tuple(figures.evidence(article, one) for one in (share, new, old)),
            key=("change by a part", share.text, new.text, old.text),
            explanation=(f"{new.text} / {old.text} = {new.value / old.value:.3g}.",),
            suggestion=f"Check {share.text.lower()}, {old.text} and {new.text}.",
            confidence=0.9,
        )


def _plain(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("verb"):
        word = re.search(rf"{groups['verb']}\w+", match.group(), re.IGNORECASE)
        return (groups["hedge"] or "") + (word.group() if word else "")
    return (groups["hedge"] or "") + (groups.get("twice") or "times as many")


def _fractions(article: Article, shape: Template) -> Iterator[Conflict]:
    for pattern in _FRACTIONS:
        for match in shape.find_all(pattern):
            groups = match.groupdict()
            share, whole = shape.quantity(match["share"]), shape.quantity(match["whole"])
            part = shape.quantity(groups["a"] or groups.get("b") or groups.get("c") or "0")
            if not _is_part(share):
                continue
            if whole.value < 4 or not 0 < part.value <= whole.value or part.unit not in {None, whole.unit, "person"}:
                continue
            if part.kind is not whole.kind or any(one.bound not in {Bound.EXACT, Bound.ABOUT} for one in (part, whole)):
                continue
            if share.bound in {Bound.AT_LEAST, Bound.AT_MOST}:
                continue
            real = part.value / whole.value
            loose = 0.12 if share.bound is Bound.ABOUT else 0.06
            if abs(real - share.value) <= max(loose, 0.6 / whole.value):
                continue
            right = figures.figure(share.value * whole.value, whole)
            yield Conflict(
                message=f"{article_name(article)} gives {part.text} as {share.text.lower()} of {whole.text}, which is "
                f"{right}.",
                evidence=tuple(figures.evidence(article, one) for one in (part, whole, share)),
                key=("fraction", share.text, part.text, whole.text),
                explanation=(f"{part.text} / {whole.text} = {100 * real:.3g} per cent.",),
                suggestion=f"Write {right}, or check {share.text.lower()} and {whole.text}.",
                confidence=0.9,
            )
