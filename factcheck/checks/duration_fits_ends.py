"""A stated length of time must fit the start and the end that the text gives beside it.

"Began at 10:15 a.m. and broke up at 11:50 a.m., after two hours and 35 minutes"; "the whole raid took 17
minutes" after two clock times; "at 12:01, 47 minutes after lift-off" where lift-off is timed elsewhere;
"after 37 hours in the rubble". Only clock times and days whose roles are certain, on one clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from factcheck.assertions.model import Article
from factcheck.checks.duration_in_days import day_counts
from factcheck.checks.duration_judged import LENGTH, MINUTES, VALUE, between, judge
from factcheck.checks.duration_of_clocks import clock_lengths
from factcheck.checks.duration_of_processes import process_lengths
from factcheck.checks.duration_solved import solved_lengths
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.templates import Template, t, template, times_in
from factcheck.expressions.model import Timex, TimexType
from factcheck.expressions.quantity.numerals import START
from factcheck.expressions.quantity.numerals import read as read_number
from factcheck.identity.model import Corpus
from factcheck.patterns import regex

_GAP = r"[^‹›.;:]"
_STARTS = (
    r"(?:arrived|began|begins|started|starts|opened|set off|set out|left|departed|entered|broke in|met|convened"
    r"|kicked off"
    r"|sailed|boarded|sat down|went in|gathered|closed|shut|went out|stopped)"
)
_ENDS = (
    r"(?:ended|ends|finished|concluded|broke up|wrapped up|adjourned|arrived|reached|docked|(?:was|were) gone"
    r"|(?:was|were) over"
    r"|left|escaped|fled|came out|reopened|resumed|(?:is|was|were) due|returned|restored|stopped|(?:was|were) back"
    r")"
)
_HELD = (
    r"(?:crossing|drive|ride|journey|trip|walk|voyage|session|meeting|hearing|siege|stand-?off|blackout|outage"
    r"|closure|wait"
    r"|interval|gap|operation|raid|debate|sitting|ceremony|concert|march|shift|talks|visit|match|delay|climb|ascent)"
)
_EVENT_NOUN = (
    r"(?:raid|robbery|heist|burglary|attack|assault|operation|meeting|hearing|session|talks|ceremony|blackout"
    r"|outage|siege"
    r"|debate|concert|show|speech|visit|journey|crossing|climb|match|game|protest|march|rescue|evacuation"
    r"|exercise|thing"
    r"|affair|episode|procedure|vote|ordeal|drill|closure|strike|walkout|conversation|call|interview|trip)"
)
_WITHIN = (
    # "began at T and broke up at T, an aide said, after D"
    regex(
        rf"\b{_STARTS}\b{_GAP}{{0,60}}?{t('first')}{_GAP}{{0,60}}?\b{_ENDS}\b{_GAP}{{0,40}}?{t('second')}{_GAP}{{0,40}}?"
        rf"(?:,|–|-)? (?:after|lasting|having lasted|or|a total of)(?: an? {_HELD} of)? (?:just |only )?{t('length')}"
        rf"(?! (?:of|and|later|earlier|ago|before|late))"
    ),
    # "left at T and was due at T, a crossing of D"; "from T to T, a D session"
    regex(
        rf"{t('first')}{_GAP}{{0,60}}?\b(?:to|until|till|and|by)\b{_GAP}{{0,40}}?{t('second')}{_GAP}{{0,30}}?,"
        rf" (?:a|an) (?:[a-z]+ ){{0,2}}(?:{_HELD} (?:of|lasting) (?:just |only )?{t('length')}"
        rf"|{t('long')}[ -]{_HELD}\b)"
    ),
)  # fmt: skip
# "broke out at T and was put out at T, D later"; "crashed at T, D after taking off at T"
_LATER = regex(
    rf"{t('first')}{_GAP}{{0,80}}?\bat (?:about |around )?{t('second')},? (?:just |only |some |about )?{t('later')}"
)
_AFTER_DOING = regex(
    rf"\bat {t('second')},? (?:just |only )?{t('length')} after{_GAP}{{1,50}}?\bat (?:about |around )?{t('first')}"
)
_TWO_TIMES = regex(
    rf"(?:\b{_STARTS}\b{_GAP}{{0,60}}?|\b[Ff]rom ){t('first')}{_GAP}{{0,60}}?\b(?:{_ENDS}|to|until"
    rf"|till)\b{_GAP}{{0,30}}?"
    rf"{t('second')}"
)
_TOOK = regex(
    rf"(?:The (?:whole|entire) [a-z]+|(?:The|Their|His|Her|This) {_EVENT_NOUN}|It|All of it|It all)"
    rf"(?: (?:had|has))? (?:took|taken|lasted|was over in|were over in|went on for|ran for)"
    rf" (?:them |him |her )?(?:just |only |barely |a total of |all of )?{t('length')}(?! (?:and|to (?!get\b)|longer"
    rf"|more|less))"
)
# "It hit the ground at T, after a flight of D" behind "took off from the capital at T"
_UNDER_WAY = regex(
    rf"^[^‹›]{{1,60}}\bat (?:about |around )?{t('at')}{_GAP}{{0,30}}?,? (?:(?:after|on) an? (?:{_HELD}|flight|run)"
    rf" of (?:just |only )?{t('length')}|(?:just |only )?{t('long')} into (?:the|its|his|her|their)"
    rf" (?:{_HELD}|flight|run))"
)
_SET_OUT = regex(
    rf"\b(?:took off|lifted off|set off|set out|departed|left|sailed|pushed off|cast off){_GAP}{{0,90}}?"
    rf"\b(?:at|just after|shortly before) {t('at')}"
)
# What happens at one moment, as noun and as verb: "47 minutes after lift-off" and "left the pad at 11:04".
_FAMILIES: dict[str, str] = {
    "lift-off": (
        r"(?:lift-?offs?|launch(?:ed)?|blast-?off|lifted off|blasted off|left the (?:launch ?)?pad"
        r"|took off|take-?off)"
    ),
    "quake": r"(?:(?:earth)?quake|tremor|shock)",
    "explosion": r"(?:explosion|blast|exploded|went off|detonat\w+)",
    "collapse": r"(?:collapse[ds]?|caved in|came down)",
    "collision": r"(?:collision|collided)",
    "crash": r"(?:crash(?:ed)?)",
    "sinking": r"(?:sinking|sank|went down|capsized)",
    "kick-off": r"(?:kick-?off|kicked off)",
    "avalanche": r"(?:avalanche|landslide|mudslide)",
    "eruption": r"(?:eruption|erupted)",
    "derailment": r"(?:derailment|derailed)",
}
_FAMILY_NOUNS = {
    "lift-off": r"(?:lift-?off|the launch|launch|blast-?off|take-?off)",
    "quake": r"(?:the )?(?:(?:earth)?quake|tremor|shock)",
    "explosion": r"the (?:explosion|blast)",
    "collapse": r"the collapse",
    "collision": r"the collision",
    "crash": r"the crash",
    "sinking": r"the sinking",
    "kick-off": r"kick-?off",
    "avalanche": r"the (?:avalanche|landslide|mudslide)",
    "eruption": r"the eruption",
    "derailment": r"the derailment",
}
_AFTER_EVENT = regex(
    rf"(?:\b[Aa]t {t('at')}, (?:just |only |some )?{t('length')} after (?P<event>[a-z' -]{{3,30}})"
    rf"|\b{t('long')} after (?P<what>[a-z' -]{{3,30}}?), at (?:exactly )?{t('then')})"
)
_TRAPPED = regex(
    rf"\b(?:[Aa]t|[Oo]n) {t('at')}[^‹›.;:]{{0,20}}, after {t('length')} (?:in|under|beneath|buried (?:in|under)"
    rf"|trapped (?:in|under))"
    rf" (?:the |a )?(?:\w+ )?(?:rubble|debris|ruins|wreckage|snow|mud|dark)\b"
)
_DISASTERS = ("quake", "collapse", "explosion", "avalanche")
_HAPPENED_AT = {
    family: regex(rf"\b{words}\b{_GAP}{{0,60}}?(?:\b(?:at|around)\b{_GAP}{{0,12}}?)?{t('at')}")
    for family, words in _FAMILIES.items()
}
_FAMILY_HINT = regex("|".join(_FAMILIES.values()))
_STRUCK = regex(
    r"\b(?:struck|hit|shook|rocked|came|began|was felt|occurred|happened|left|lift\w*|took off|blast\w*|went|at)\b"
)
_PLANNED = regex(
    r"\b(?:was to|were to|will|would|planned|scheduled|due|expected|set to|to have|if|before|after|until|since"
    r"|aftershock\w*)\b"
)
_OTHER_CLOCK = regex(r"\b(?:local time|GMT|UTC|EDT|EST|BST|CET|time zones?)\b")
_FLYING = regex(r"\b(?:flew|flight|plane|aircraft|jet|airport|airliner)\b")
_ARRIVING = regex(r"\b(?:land\w*|arriv\w+|reach\w+|touch\w+ down)\b")
_LATER_TEXT = regex(r"(?P<length>.+) (?:later|afterwards)$")


class Options(BaseOptions):
    """What a rule may set."""

    slack_minutes: float = option(
        default=1.0, ge=0, description="How far a length stated to the minute may be off, in minutes."
    )


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each stated duration that does not fit its start and end, one for each duration."""
    for article in corpus.articles:
        told: list[Evidence] = []
        for conflict in chain(
            _article(article, options), clock_lengths(article), process_lengths(article), solved_lengths(article)
        ):
            length = conflict.evidence[0]
            if not any(one.start < length.end and length.start < one.end for one in told):
                told.append(length)
                yield conflict


def _article(article: Article, options: Options) -> Iterator[Conflict]:
    moments: dict[str, list[Timex]] | None = None
    previous: Template | None = None
    blocks = article.document.blocks
    for sentence in article.text.sentences:
        if blocks[sentence.block].repeats is not None:
            continue
        times = times_in(article, sentence)
        if not times:
            previous = None
            continue
        shape = template(article, sentence, (), times)
        durations = any(timex.type is TimexType.DURATION for timex in times)
        if len(times) >= 3:
            yield from _within(article, shape, options)
        if durations and previous is not None:
            yield from _across(article, shape, previous, options)
            yield from _under_way(article, shape, previous, options)
        if durations:
            yield from day_counts(article, shape)
        if durations and len(times) >= 2:
            if moments is None:
                moments = _moments(article)
            yield from _after_events(article, shape, moments, options)
        previous = shape


# --- the patterns -------------------------------------------------------------------------------------------


def _within(article: Article, shape: Template, options: Options) -> Iterator[Conflict]:
    for pattern in _WITHIN:
        for match in pattern.finditer(shape.text):
            mark = match.groupdict().get("length") or match.groupdict().get("long")
            if mark is None or _may_change_clocks(shape.text):
                continue
            first, second, length = (shape.times[int(each)] for each in (match["first"], match["second"], mark))
            yield from judge(article, first, second, length, options, 0.93)
    if _may_change_clocks(shape.text):
        return
    for match in _AFTER_DOING.finditer(shape.text):
        first, second, length = (shape.times[int(match[name])] for name in ("first", "second", "length"))
        yield from judge(article, first, second, length, options, 0.9)
    for match in _LATER.finditer(shape.text):
        first, second = shape.times[int(match["first"])], shape.times[int(match["second"])]
        later = _as_duration(shape.times[int(match["later"])])
        if later is not None:
            yield from judge(article, first, second, later, options, 0.9)


def _may_change_clocks(text: str) -> bool:
    """Whether the times may be of two time zones: one is named, or somebody lands elsewhere."""
    return bool(_OTHER_CLOCK.search(text) or (_FLYING.search(text) and _ARRIVING.search(text)))


def _as_duration(timex: Timex) -> Timex | None:
    """The duration in "six and a half hours later", None where the expression is another."""
    match = _LATER_TEXT.match(timex.text)
    if match is None:
        return None
    text = match["length"]
    number = START.search(text)
    numeral = read_number(text, number, len(text)) if number else None
    if numeral is None or numeral.ordinal or numeral.fraction:
        return None
    unit = text[numeral.end :].strip()
    letter = {"minute": "M", "minutes": "M", "hour": "H", "hours": "H"}.get(unit)
    if letter is None:
        return None
    end = timex.start + len(text)
    return replace(timex, end=end, text=text, type=TimexType.DURATION, value=f"PT{numeral.value:g}{letter}")


def _across(article: Article, shape: Template, previous: Template, options: Options) -> Iterator[Conflict]:
    took = _TOOK.match(shape.text)
    if took is None:
        return
    pairs = list(_TWO_TIMES.finditer(previous.text))
    clocks = [timex for timex in previous.times if timex.type is TimexType.TIME]
    if len(pairs) != 1 or len(clocks) != 2 or _may_change_clocks(previous.text):
        return
    first, second = previous.times[int(pairs[0]["first"])], previous.times[int(pairs[0]["second"])]
    yield from judge(article, first, second, shape.times[int(took["length"])], options, 0.92)


def _under_way(article: Article, shape: Template, previous: Template, options: Options) -> Iterator[Conflict]:
    """A time on the way in one sentence, the departure in the one before it."""
    match = _UNDER_WAY.search(shape.text)
    start = _SET_OUT.search(previous.text) if match is not None else None
    clocks = [timex for timex in previous.times if timex.type is TimexType.TIME]
    if match is None or start is None or len(clocks) != 1 or _PLANNED.search(start.group()):
        return
    if any(_OTHER_CLOCK.search(one.text) or _ARRIVING.search(one.text) for one in (shape, previous)):
        return
    first, at = previous.times[int(start["at"])], shape.times[int(match["at"])]
    length = shape.times[int(match["length"] or match["long"])]
    conflicts = list(judge(article, first, at, length, options, 0.9))
    if conflicts and not _whole_zones_apart(first, at, length):
        yield from conflicts


def _whole_zones_apart(first: Timex, second: Timex, length: Timex) -> bool:
    """Whether a change of clocks on the way would explain the difference: time zones are half hours apart."""
    passed, match = between(first, second), LENGTH.match(length.value)
    if passed is None or match is None:
        return True
    stated = sum(float(value) * MINUTES[unit] for unit, value in match.groupdict().items() if value is not None)
    apart = (passed - stated) % 30
    return min(apart, 30 - apart) <= 2


def _moments(article: Article) -> dict[str, list[Timex]]:
    """When each kind of moment happened, by the article: clock times right behind its noun or verb."""
    found: dict[str, list[Timex]] = {}
    for sentence in article.text.sentences:
        if not _FAMILY_HINT.search(article.document.prose, sentence.start, sentence.end):
            continue
        times = times_in(article, sentence)
        if not any(timex.type is TimexType.TIME for timex in times):
            continue
        shape = template(article, sentence, (), times)
        for family, pattern in _HAPPENED_AT.items():
            match = pattern.search(shape.text)
            if match is None or _PLANNED.search(match.group()) or not _STRUCK.search(match.group()):
                continue
            timex = shape.times[int(match["at"])]
            if VALUE.match(timex.value):
                found.setdefault(family, []).append(timex)
    return found


def _after_events(
    article: Article, shape: Template, moments: dict[str, list[Timex]], options: Options
) -> Iterator[Conflict]:
    for match in _AFTER_EVENT.finditer(shape.text):
        words = (match["event"] or match["what"]).strip()
        family = next((name for name, noun in _FAMILY_NOUNS.items() if re.match(rf"{noun}\b", words)), None)
        if family is None:
            continue
        at = shape.times[int(match["at"] or match["then"])]
        length = shape.times[int(match["length"] or match["long"])]
        yield from _since(article, moments.get(family, []), at, length, options)
    for match in _TRAPPED.finditer(shape.text):
        at, length = shape.times[int(match["at"])], shape.times[int(match["length"])]
        known = [timex for family in _DISASTERS for timex in moments.get(family, [])]
        yield from _since(article, known, at, length, options)


def _since(article: Article, starts: list[Timex], at: Timex, length: Timex, options: Options) -> Iterator[Conflict]:
    """Judge against every time that the article gives the event: one that fits is enough."""
    found: list[Conflict] = []
    for start in starts:
        conflicts = list(judge(article, start, at, length, options, 0.9))
        if not conflicts and between(start, at) is not None:
            return
        found.extend(conflicts)
    yield from found[:1]
