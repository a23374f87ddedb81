"""Lengths counted from an event, or from a departure, that the article times elsewhere.

"At 12:01, 47 minutes after lift-off" where another sentence has the lift-off; "after 37 hours in the rubble" where the
quake has its hour; "hit the ground at 07:18, after a flight of 63 minutes" behind "took off at 06:05". Neither the
grammar of two clock times side by side nor the solver of one paragraph finds these. A helper of ``duration_fits_ends``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.durations.judged import LENGTH, MINUTES, VALUE, Options, between, judge
from factcheck.checks.model import Conflict
from factcheck.checks.once import once_per_article
from factcheck.checks.templates import Template, t, time_template, times_by_sentence, times_in
from factcheck.expressions.model import Timex, TimexType
from factcheck.patterns import regex
from factcheck.text.model import Sentence

_GAP = r"[^‹›.;:]"
_HELD = (
    r"(?:crossing|drive|ride|journey|trip|walk|voyage|session|meeting|hearing|siege|stand-?off|blackout|outage"
    r"|closure|wait"
    r"|interval|gap|operation|raid|debate|sitting|ceremony|concert|march|shift|talks|visit|match|delay|climb|ascent)"
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
_STRUCK = regex(
    r"\b(?:struck|hit|shook|rocked|came|began|was felt|occurred|happened|left|lift\w*|took off|blast\w*|went|at)\b"
)
_PLANNED = regex(
    r"\b(?:was to|were to|will|would|planned|scheduled|due|expected|set to|to have|if|before|after|until|since"
    r"|aftershock\w*)\b"
)
_OTHER_CLOCK = regex(r"\b(?:local time|GMT|UTC|EDT|EST|BST|CET|time zones?)\b")
_ARRIVING = regex(r"\b(?:land\w*|arriv\w+|reach\w+|touch\w+ down)\b")


def event_lengths(article: Article, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each length that does not fit the time of the event or departure it is counted from."""
    previous: Sentence | None = None
    blocks = article.document.blocks
    told = times_by_sentence(article)
    for sentence in article.text.sentences:
        if blocks[sentence.block].repeats is not None:
            continue
        times = told.get(sentence.start, ())
        if any(timex.type is TimexType.DURATION for timex in times):
            shape = time_template(article, sentence)
            if previous is not None:
                yield from _under_way(article, shape, time_template(article, previous), options)
            if len(times) >= 2:
                yield from _after_events(article, shape, options)
        previous = sentence if times else None


def _under_way(article: Article, shape: Template, previous: Template, options: Options) -> Iterator[Conflict]:
    """A time on the way in one sentence, the departure in the one before it."""
    match = shape.search(_UNDER_WAY)
    start = previous.search(_SET_OUT) if match is not None else None
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


@once_per_article
def _moments(article: Article) -> dict[str, list[Timex]]:
    """When each kind of moment happened, by the article: clock times right behind its noun or verb."""
    found: dict[str, list[Timex]] = {}
    for sentence in article.text.sentences:
        if not any(timex.type is TimexType.TIME for timex in times_in(article, sentence)):
            continue
        shape = time_template(article, sentence)
        for family, pattern in _HAPPENED_AT.items():
            match = shape.search(pattern)
            if match is None or _PLANNED.search(match.group()) or not _STRUCK.search(match.group()):
                continue
            timex = shape.times[int(match["at"])]
            if VALUE.match(timex.value):
                found.setdefault(family, []).append(timex)
    return found


def _after_events(article: Article, shape: Template, options: Options) -> Iterator[Conflict]:
    for match in shape.find_all(_AFTER_EVENT):
        words = (match["event"] or match["what"]).strip()
        family = next((name for name, noun in _FAMILY_NOUNS.items() if re.match(rf"{noun}\b", words)), None)
        if family is None:
            continue
        at = shape.times[int(match["at"] or match["then"])]
        length = shape.times[int(match["length"] or match["long"])]
        yield from _since(article, _moments(article).get(family, []), at, length, options)
    for match in shape.find_all(_TRAPPED):
        at, length = shape.times[int(match["at"])], shape.times[int(match["length"])]
        known = [timex for family in _DISASTERS for timex in _moments(article).get(family, [])]
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
