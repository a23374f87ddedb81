"""A step to a level and the percentage that it is: "closed 96 points lower at 2,304, down 4 per cent".

The old value is not told: it is the level less the step. And shares of a whole that a clause behind them gives:
"those 49 million make up 3.5 per cent of its imports, which came to 1.4 billion".
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic.options import PercentOptions
from factcheck.checks.arithmetic.percent import comparable, other_basis, share
from factcheck.checks.arithmetic.precision import rounded
from factcheck.checks.figures import quantities as figures
from factcheck.checks.model import Conflict
from factcheck.checks.telling import article_name
from factcheck.checks.templates import Template, n, p
from factcheck.expressions.model import Bound, Quantity, QuantityKind
from factcheck.expressions.quantity import stated_range, stated_step
from factcheck.patterns import regex
from factcheck.records import replace

_UP = r"higher|up|more|dearer|above"
_DOWN = r"lower|down|less|fewer|cheaper|off|below"
_ROSE = r"gain(?:ed|s|ing)?|rose|rises?|risen|add(?:ed|s|ing)?|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|put on|advanced"
_FELL = (
    r"los(?:t|es?|ing)|fell|falls?|fallen|shed(?:s|ding)?|dropp(?:ed|ing)|drops?|slipp(?:ed|ing)|slid|gave up"
    r"|declined|retreated|tumbled|plunged"
)
# A few words without a figure between the level and its percentage.
_FEW = r"(?: (?!and\b|but\b|while\b|as\b)(?:[\w'’-]+|‹T\d+›)){0,4}?"
_THAT_IS = (
    rf"(?:, (?:or )?(?:(?:a|an) (?:\w+ )?(?P<noun>gain|rise|increase|jump|fall|drop|loss|decline|decrease|cut|slide) of"
    rf" |(?:up|down|or) |(?:rising|falling|gaining|losing) )|,? or |,? \((?:up |down |or )?)(?:some |about )?{p('p')}"
    r"(?! ‹| (?:on|for|over|in) ‹T| (?:since|from|over|below|above|more|less|than|compared|against|for"
    r"|on the (?:week|month|year|quarter)|in (?:the|a|two|three|‹T|[A-Z])|so far|this|year|a year))"
)
_LEVELS = (
    regex(
        rf"{n('step')}(?: points?)? (?:(?P<up>{_UP})|(?P<down>{_DOWN})) (?:at|to) {n('level')}{_FEW}{_THAT_IS}",
    ),
    regex(
        rf"\b(?:(?P<up>{_ROSE})|(?P<down>{_FELL})) (?:by )?{n('step')}(?: points?)?,? (?:to (?:close at |end at "
        rf"|finish at |stand at )?|and (?:closed|ended|finished|stood) at ){n('level')}{_FEW}{_THAT_IS}"
    ),
    regex(
        rf"{n('level')}(?: (?!and\b|but\b)[\w'’-]+){{0,4}},? (?:which is )?{n('step')}(?: points?)? (?:(?P<up>{_UP})"
        rf"|(?P<down>{_DOWN}))(?: than (?:now|before|‹T\d+›|the (?:year|day|month|week) before|in ‹T\d+›|today))?"
        rf"{_THAT_IS}"
    ),
)
_MAKES_UP = (
    r"(?:mak(?:es?|ing)(?: up)?|made(?: up)?|account(?:s|ed|ing)? for|represent(?:s|ed|ing)?|amount(?:s|ed|ing)? to"
    r"|equal(?:s|led)?|form(?:s|ed)?|is|are|was|were|or)"
)
_NUMBERED = (
    r"(?:,? (?:which|that) (?:came to|come to|comes to|stood at|totall?ed|total|amount(?:ed|s)? to|reached|ran to"
    r"|w(?:as|ere)(?: worth)?|(?:is|are)(?: worth| put at)?|add(?:ed|s)? up to|numbered)"
    r"|,? (?:totall?ing|put at|worth)) "
)
_WHOLES = (
    # "those 36 million make up 12 per cent of its imports, which came to 600 million"
    regex(
        rf"{n('part')}(?: (?!and\b|but\b)[\w'’-]+){{0,4}},? {_MAKES_UP} (?:only |just |some |about |around |roughly )?"
        rf"{p('p')} of [^‹›.;:()]{{2,60}}{_NUMBERED}(?:some |about |around )?{n('whole')}"
    ),
    # "35 per cent of the reserves: 4.2 billion out of 28 billion"
    regex(
        rf"{p('p')} of [^‹›.;:()]{{2,50}}(?::|,| [–—-]|;) (?:or |that is, |that is )?{n('part')} (?:out )?of "
        rf"(?:the |a total of )?{n('whole')}"
    ),
)


def steps(article: Article, shape: Template, options: PercentOptions) -> Iterator[Conflict]:
    """The conflicts of percentages with the step that they stand behind."""
    if shape.figures < 2:
        return
    for pattern in _LEVELS:
        for match in shape.find_all(pattern):
            step, level, percent = (shape.quantity(match[name]) for name in ("step", "level", "p"))
            sign = 1 if match["up"] else -1
            noun = match["noun"]
            if noun and (noun in ("gain", "rise", "increase", "jump")) != (sign > 0):
                continue
            if not other_basis(shape, match.start(), match.end()):
                conflict = _step(article, step, level, percent, sign, options)
                if conflict is not None:
                    yield conflict


def wholes(article: Article, shape: Template, options: PercentOptions) -> Iterator[Conflict]:
    """The conflicts of shares with a whole that a clause gives."""
    if shape.figures < 2:
        return
    for pattern in _WHOLES:
        for match in shape.find_all(pattern):
            part, whole, percent = (shape.quantity(match[name]) for name in ("part", "whole", "p"))
            if comparable(part, whole, options) and not other_basis(shape, match.start(), match.end()):
                conflict = share(article, percent, part, whole, options)
                if conflict is not None:
                    yield conflict


def _step(
    article: Article, step: Quantity, level: Quantity, percent: Quantity, sign: int, options: PercentOptions
) -> Conflict | None:
    """The conflict if a step up (``sign`` 1) or down (-1) to a level is not that percentage of where it came from."""
    if step.unit == "point":
        step = replace(step, unit=level.unit, kind=level.kind)
    if percent.unit != "percent" or percent.bound in (Bound.AT_LEAST, Bound.AT_MOST):
        return None
    if not comparable(step, level, options) or QuantityKind.PERCENT in (step.kind, level.kind):
        return None
    if any(one.bound is not Bound.EXACT for one in (step, level)):
        return None
    old = level.value - sign * step.value
    if not 0 < step.value < 0.6 * min(level.value, old):
        return None
    (step_low, step_high), (level_low, level_high) = rounded(step), rounded(level)
    low = 100 * step_low / max(level_high - sign * step_low, 1e-9)
    high = 100 * step_high / max(level_low - sign * step_high, 1e-9)
    exact = 100 * step.value / old
    slack = options.slack_points + 0.01 * percent.value
    if figures.overlap((min(low, high) - slack, max(low, high) + slack), stated_range(percent)):
        return None
    right = figures.number(exact, min(1.0, stated_step(percent)) if exact >= 10 else 0.1)
    word = "rise" if sign > 0 else "fall"
    before = figures.figure(old, level)
    return Conflict(
        message=f"{article_name(article)} gives a {word} of {percent.text}, but {step.text} from {before} to "
        f"{level.text} is {right} per cent.",
        evidence=tuple(figures.evidence(article, one) for one in (percent, step, level)),
        key=("step", percent.text, step.text, level.text),
        explanation=(f"{step.text} of {before} are {exact:.2f} per cent, not {percent.text}.",),
        suggestion=f"Write {right} per cent, or check {step.text} and {level.text}.",
        confidence=0.9,
    )
