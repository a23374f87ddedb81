"""Counts of days, weeks, months and years between two dates that stand beside them.

"Let go on 15 March, 306 days after they were seized, on 14 May"; "for 12 years, from 1991 to 2003"; "opened on
3 May and closed on 20 June, after seven weeks"; "held since 3 May, 48 days". A helper of ``duration_fits_ends``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.telling import article_name
from factcheck.checks.templates import Template, t
from factcheck.expressions.model import Timex, TimexType
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY, Granularity, Interval

_YEAR, _MONTH = 365.2425, 30.436875
# What may stand between a date and the comma before the count: where it happened, a short aside.
_WHERE = r"(?: (?:at|in|near|outside|from|to|by|off|on board|aboard|with) [^‹›.;:,]{1,40})?"
_CALLED = r"(?: (?:the|a|an|her|his|their|its|they|he|she|it) [^‹›.;:]{2,60}?)"
_AFTER_ON = regex(
    rf"\b[Oo]n {t('when')}{_WHERE}(?:,| [–—-]) (?:just |only |exactly )?{t('length')} (?P<sense>after|before)"
    rf"(?P<event>{_CALLED}),? on {t('then')}"
)
_FIRST = regex(
    rf"^(?:[A-Z][a-z]+ )?{t('length')} (?P<sense>after|before)(?P<event>{_CALLED}),? on {t('then')}, [^‹›.;:]{{3,60}}?"
    rf" on {t('when')}"
)
_YEARS_AFTER = regex(
    rf"\b[Ii]n {t('when')}{_WHERE}, {t('length')} (?P<sense>after|before)(?P<event>{_CALLED}) in {t('then')}"
)
# The event's own clause: "the vote called by the party on 20 February" dates the call.
_OTHER_EVENT = regex(
    r"\b(?:that|which|who|whom|when|said|says|announc\w+|call\w*|plan\w*|schedul\w+|due|expect\w+|appro\w+|follow\w+"
    r"|after|before|since|until|first|last|another|start\w*|beg[iau]n\w*|end\w*|and|or|but|while|not|set|promis\w+)\b"
)
_ITS_START = regex(r" (?:it|they|he|she|the [a-z]+) (?:had )?(?:began|begun|started|opened|ended|been [a-z]+ed)")
_RAN = r"(?:last(?:ed|ing|s)?|ran|run|for|over|spent|served|took|stayed|span(?:ning|ned)?|covering|ruled|reigned)"
_LENGTH_RANGE = regex(
    rf"\b{_RAN} (?:just |only |exactly |a total of )?{t('length')}(?: (?!in\b|to\b|after\b|old\b)[a-z]+){{0,2}}"
    rf"(?:(?:, | \(| [–—-] )(?:from |between )?| from ){t('range')}"
)
_RANGE_LENGTH = regex(
    rf"(?:\b(?:[Ff]rom|[Bb]etween) |\((?:from )?){t('range')}[^‹›.;:]{{0,60}}?(?:, | [–—-] |\) )"
    rf"(?:(?:an? )?(?:\w+ )?(?:span|period|stretch|spell|total|reign|stint|run|term|tenure) of {t('length')}"
    rf"|{t('long')} (?:in all|altogether|in total|all told|long)\b)"
)
_AGAIN = regex(r"[^.;:]{0,25}(?:‹T|\bagain\b|\bthen\b|\bwith a\b|\bon and off\b|\binterrupt)")
_BEGAN = (
    r"(?:began|begun|started|opened|broke out|set out|set off|arrived|was (?:closed|shut|seized|taken"
    r"|arrested|sworn in|elected|appointed)|took (?:office|over|charge|up (?:the|his|her) post)|joined"
    r"|became [a-z ]{3,30})"
)
_ENDED = (
    r"(?:(?:will |is to |was to |has |had |would )?(?:end(?:ed|s)?|finish(?:ed)?|close[ds]?|concluded?"
    r"|c[ao]mes? to an end"
    r"|leaves?|left|re-?opens?|reopened|retire[ds]?|resign(?:ed|s)?|step(?:ped|s)? down|hand(?:ed|s)? over"
    r"|depart(?:ed|s)?"
    r"|quit)|was (?:over|called off|freed|released|reopened|dismissed|replaced))"
)
_BEGAN_ENDED = regex(
    rf"\b{_BEGAN} (?:on|in) {t('first')}[^‹›.;:]{{0,30}}? {_ENDED} (?:on|in) {t('last')},?"
    rf" (?:after|having lasted|and lasted|lasted|and went on for)(?: (?:just|only|exactly))? {t('length')}"
    rf"(?! (?:of (?:delay|extra)|later|earlier|ago|before|late))"
)
_AHEAD = regex(r"\b(?:will|is to|leaves|retires|steps down|hands over|ends|closes)\b")
_LENGTH = regex(r"P(\d+(?:\.\d+)?)([YMWD])$")
_UNIT_DAYS = {"Y": _YEAR, "M": _MONTH, "W": 7.0, "D": 1.0}
_UNIT_WORDS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_VAGUE = regex(
    r"\b(?:at least|at most|up to|several|few|couple|many|about|around|some|nearly|almost|more|over|less|under|or so"
    r"|odd|working|roughly|barely|half|business|school|trading|playing|scattered|eventful)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Count:
    """A stated whole number of days, weeks, months or years."""

    number: float
    unit: str


def day_counts(article: Article, shape: Template) -> Iterator[Conflict]:
    """Yield a conflict for each count of days to years in a sentence that does not fit the two dates beside it."""
    text = shape.text
    if "‹T1›" not in text or not any(timex.type is TimexType.DURATION for timex in shape.times):
        return
    for pattern in (_AFTER_ON, _FIRST, _YEARS_AFTER):
        for match in pattern.finditer(text):
            if _OTHER_EVENT.search(match["event"]) and not _ITS_START.fullmatch(match["event"]):
                continue
            when, then, length = (shape.times[int(match[name])] for name in ("when", "then", "length"))
            first, last = (then, when) if match["sense"] == "after" else (when, then)
            yield from _judge(article, first, last, length, (first.interval, last.interval))
    for match in _BEGAN_ENDED.finditer(text):
        first, last, length = (shape.times[int(match[name])] for name in ("first", "last", "length"))
        ahead = _AHEAD.search(match.group()) is not None and article.document.published.day is not None
        yield from _judge(article, first, last, length, (first.interval, last.interval), first.year_stated and ahead)
    for pattern in (_LENGTH_RANGE, _RANGE_LENGTH):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            length = shape.times[int(groups["length"] or groups["long"])]
            span = shape.times[int(match["range"])]
            ends = _ends(span)
            counted = _count(length)
            # A school year of 39 weeks spreads over 46; only what lasts is without gaps.
            if counted and counted.unit in "DW" and ends and "last" not in match.group() and _shorter(counted, *ends):
                continue
            if ends is not None and not _AGAIN.match(text, match.end()):
                yield from _judge(article, span, span, length, ends)


def _ends(span: Timex) -> tuple[Interval, Interval] | None:
    """The two ends of a range that is one expression, None where it is none."""
    if len(span.parts) != 2 or "/" not in span.value:
        return None
    first, last = (part.interval for part in span.parts)
    return None if first is None or last is None else (first, last)


def _judge(
    article: Article,
    first: Timex,
    last: Timex,
    stated: Timex,
    ends: tuple[Interval | None, Interval | None],
    sure: bool = False,
) -> Iterator[Conflict]:
    """Judge a count against its two ends. ``sure`` tells that their years are beyond doubt although not stated."""
    count, (start, end) = _count(stated), ends
    if count is None or start is None or end is None or first.mod or last.mod:
        return
    if not all(one.type is TimexType.DATE or one.type is TimexType.TIME for one in (first, last)):
        return
    passed = _passed(start, end)
    # Days and weeks are counted between days, years between years or finer.
    coarsest = max(start.granularity, end.granularity)
    limit = {"D": Granularity.DAY, "W": Granularity.DAY, "M": Granularity.MONTH, "Y": Granularity.YEAR}[count.unit]
    if passed is None or coarsest > limit:
        return
    if count.unit == "Y" and not (sure or (first.year_stated and last.year_stated)):
        return  # "elected on 3 May 2010 and left on 2 June, after nine years": the count is what tells the year
    stated_low, stated_high = _range(count)
    shifts = (0.0,) if sure or (first.year_stated and last.year_stated) else (-2 * _YEAR, -_YEAR, 0.0, _YEAR, 2 * _YEAR)
    fits = [shift for shift in shifts if stated_low <= passed[1] + shift and passed[0] + shift <= stated_high]
    # A year that was worked out for a date is worth no more than the count beside it.
    if fits:
        return
    low, high = passed
    if high <= 0 and len(shifts) > 1:
        low, high = low + _YEAR, high + _YEAR
    if high <= 0:
        return
    middle = (low + high) / 2 / _UNIT_DAYS[count.unit]
    right = f"{round(middle):,} {_UNIT_WORDS[count.unit]}{'' if round(middle) == 1 else 's'}"
    between = f"from {first.text} to {last.text}" if first is not last else f"from {first.text}"
    spans = (stated, last, first) if first is not last else (stated, first)
    yield Conflict(
        message=f"{article_name(article)} gives {stated.text}, but {between} it is {right}.",
        evidence=tuple(Evidence(article.document.name, one.start, one.end) for one in spans),
        key=("days between", stated.value, first.value, last.value),
        explanation=(f"{between[0].upper()}{between[1:]} {low:.0f} to {high:.0f} days pass; {stated.text} would be "
                     f"{stated_low:.0f} to {stated_high:.0f}.",),
        suggestion=f'Write {right} for "{stated.text}", or check the dates.',
        confidence=0.9,
    )  # fmt: skip


def _count(stated: Timex) -> _Count | None:
    match = _LENGTH.match(stated.value)
    if match is None or stated.type is not TimexType.DURATION or stated.mod or _VAGUE.search(stated.text):
        return None
    number = float(match[1])
    return _Count(number, match[2]) if number >= 2 else None


def _range(count: _Count) -> tuple[float, float]:
    """Days that a count stands for: whole units rounded either way, days with or without the first."""
    days = count.number * _UNIT_DAYS[count.unit]
    if count.unit == "D":
        # 30 and 100 days are round numbers; 316 is a count.
        slack = max(1.0, 0.05 * days) if count.number % 10 == 0 else 1.0
    elif count.unit == "W":
        slack = 6.5
    else:
        slack = 0.95 * _UNIT_DAYS[count.unit]
    return days - slack, days + slack


def _shorter(count: _Count, start: Interval, end: Interval) -> bool:
    passed = _passed(start, end)
    return passed is not None and _range(count)[1] < passed[0]


def _passed(start: Interval, end: Interval) -> tuple[float, float] | None:
    """Days between two dates, fewest and most, each counted from its day."""
    if start.start is None or start.end is None or end.start is None or end.end is None:
        return None
    return (end.start - start.end) / DAY + 1, (end.end - start.start) / DAY - 1
