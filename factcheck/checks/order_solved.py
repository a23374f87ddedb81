"""Dates in the reverse of an order that must be: stages of an affair, and what words put later.

A solver, no grammar of whole sentences: each date or time of the clock of a paragraph goes with the stage told in its
clause ("arrested", "laid to rest", "taken off"). Where a paragraph tells each of two stages of one affair once, the
later stage cannot be dated first. A helper of ``order_is_possible``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.assertions.model import Article
from factcheck.checks.clocks_told import find_clocks
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.order_stages import STAGES, Stage
from factcheck.checks.points_told import HOUR, paragraphs, points_in
from factcheck.checks.telling import article_name
from factcheck.patterns import regex
from factcheck.temporal.interval import DAY
from factcheck.text.model import Sentence

_FAR = 3  # sentences between two stages of one affair
_HOURS = 6  # a time of the clock so much earlier than another, without days, may be of the day after it
_PLANNED = regex(
    r"\b(?:will|would|due|plans?|planned|scheduled|expected|to be|is to|are to|was to|were to|set (?:for|to)|should"
    r"|may|might"
    r"|could|if|until|by|deadline|valid|ahead of|not|never|no|nobody|without|refus\w+|threat\w*|hop(?:ed?|ing)"
    r"|want\w*|failed to|wait\w*)\b"
    r"|\b(?:since|from) $"
)
_AGAIN = regex(
    r"\b(?:again|another|second|third|fourth|fifth|earlier|previous\w*|former|new|anew|re-?elect\w*|retrial|separate"
    r"|other|others|also|next|several|series|latest|posthum\w*|retroactive\w*|in advance|date line|old|both|last"
    r"|first"
    r"|former|different|repeated\w*|twice|temporar\w+)\b",
    re.IGNORECASE,
)
_ZONES = regex(r"\b(?:GMT|UTC|date line|time zones?|clocks)\b")


@dataclass(frozen=True, slots=True)
class _When:
    """A date or a time of the clock in sentence ``number``: ``[low, high)``, seconds; ``clock`` without a day."""

    number: int
    start: int
    end: int
    text: str
    low: float
    high: float
    clock: bool


@dataclass(frozen=True, slots=True)
class _Told:
    stage: Stage
    when: _When
    clause: str


def solved_orders(article: Article) -> Iterator[Conflict]:
    """Yield a conflict for each two dates of a paragraph that stand in the reverse of their stages' order."""
    prose = article.document.prose
    for group in paragraphs(article):
        if len(group) > 12 or not re.search(r"\d|day\b", prose[group[0].start : group[-1].end]):
            continue
        whens = _whens(article, group)
        if not 2 <= len(whens) <= 10:
            continue
        found = [
            *_of_stages(article, group, whens), *_of_words(article, group, whens), *_of_tense(article, group, whens)
        ]  # fmt: skip
        yield from found[:1]


def _whens(article: Article, group: Sequence[Sentence]) -> list[_When]:
    found: list[_When] = []
    for number, sentence in enumerate(group):
        clocks = find_clocks(article, sentence)
        for clock in clocks:
            low = (clock.day or 0) * DAY + clock.seconds[0]
            if len(clock.seconds) == 1:
                found.append(_When(number, clock.start, clock.end, clock.text, low, low, clock.day is None))
        for point in points_in(article, sentence):
            if re.search(r"\b(?:before|after|ago|same|earlier|later|next|following)\b", point.text):
                continue
            if not any(clock.start < point.end and point.start < clock.end for clock in clocks):
                found.append(_When(number, point.start, point.end, point.text, point.low, point.high, False))
    return sorted(found, key=lambda when: when.start)


def _precedes(one: _When, other: _When) -> bool:
    """Whether ``one`` is certainly before ``other``."""
    if one.clock != other.clock:
        return False
    if one.clock:
        return 0 < other.low - one.low <= _HOURS * HOUR
    return one.high <= other.low and one.low < other.low


# --- stages -----------------------------------------------------------------------------------------------------


def _of_stages(article: Article, group: Sequence[Sentence], whens: Sequence[_When]) -> Iterator[Conflict]:
    prose = article.document.prose
    told = [each for when in whens for each in _stages(prose, group, whens, when) if not _is_open(each)]
    by_affair: dict[str, list[_Told]] = {}
    for each in told:
        by_affair.setdefault(each.stage.affair, []).append(each)
    for affair, all_told in by_affair.items():
        once = [
            one for one in all_told if len({o.when.start for o in all_told if o.stage.place == one.stage.place}) == 1
        ]
        for one in once:
            for other in once:
                if one.stage.place >= other.stage.place or abs(one.when.number - other.when.number) > _FAR:
                    continue
                if one.when.start == other.when.start or not _precedes(other.when, one.when):
                    continue
                clock = one.when.clock
                if clock and (affair in ("arrival", "law") or _ZONES.search(prose, group[0].start, group[-1].end)):
                    continue
                if _looks_back(other) and one.when.number < other.when.number:
                    continue
                if _mentioned_again(prose, group, one, other):
                    continue
                yield _conflict(article, one.when, other.when, f"{one.stage.name} comes before {other.stage.name}")


def _is_open(told: _Told) -> bool:
    return _PLANNED.search(told.clause) is not None or _AGAIN.search(told.clause) is not None


def _looks_back(told: _Told) -> bool:
    """Whether a stage is told in the past perfect: the text itself puts it before what came first in the text."""
    return _HAD_BEEN.search(told.clause) is not None


_HAD_BEEN = regex(r"\b(?:had|[a-z]+['’]d)(?: (?:already|just|only|first|[a-z]+ly))*(?: been)? {2}")


def _mentioned_again(prose: str, group: Sequence[Sentence], one: _Told, other: _Told) -> bool:
    """Whether either stage is told as happening more than once around."""
    text = prose[group[0].start : group[-1].end]
    return any(len(each.stage.pattern.findall(text)) > 2 for each in (one, other))


def _stages(prose: str, group: Sequence[Sentence], whens: Sequence[_When], when: _When) -> Iterator[_Told]:
    """The stages told in the clause of a date: behind the date before it, or in front of the one after it."""
    sentence = group[when.number]
    same = [one for one in whens if one.number == when.number]
    index = same.index(when)
    left = same[index - 1].end if index else sentence.start
    right = same[index + 1].start if index + 1 < len(same) else sentence.end
    left, right = max(left, when.start - 110), min(right, when.end + 70)
    before = prose[left : when.start]
    cut = max(before.rfind(mark) for mark in (". ", "; ", ": "))
    before = before[cut + 1 :] if cut >= 0 else before
    found = [(match.end(), stage) for stage in STAGES for match in stage.pattern.finditer(before)]
    if found:
        nearest = {stage.affair: (end, stage) for end, stage in sorted(found, key=lambda one: one[0])}
        for end, stage in nearest.values():
            yield _Told(stage, when, stage.pattern.sub(" ", before[max(0, end - 60) :]))
        return
    after = re.split(r"[.;:]|, (?:and|but|while|when|as|after|before|which) ", prose[when.end : right])[0]
    found = [(match.start(), stage) for stage in STAGES for match in stage.pattern.finditer(after)]
    first = {stage.affair: (start, stage) for start, stage in sorted(found, key=lambda one: -one[0])}
    for start, stage in first.values():
        yield _Told(stage, when, stage.pattern.sub(" ", after[: start + 40]))


# --- words --------------------------------------------------------------------------------------------------------

_FOLLOWING = regex(
    r"\b(?:following|after|once|having)\b(?! all\b)(?P<gap>(?:(?!\b(?:until|by|will|would|before|to|due|for|from"
    r"|that|if|over"
    r"|between|since|scheduled|deadline|ahead|expected|planned|dated|born|claim\w*|every|each|than|annual|it|so"
    r"|next|and|but|or|said|says|announc\w+|plans?)\b)[^.;:]){2,90}?)"
    r"(?:\b(?:on|in|at)\b )$"
)
_NEXT = regex(
    r"(?:(?:Some |About |Just |Only |Barely |Exactly )?(?:Half an hour|An hour"
    r"|[A-Z]?[\w-]+ (?:and a half )?(?:minutes?|hours?|days?|weeks?"
    r"|months?|years?)) (?:later|afterwards)"
    r"|The (?:day|morning|night|week|month|year) after\b[^.;:]{0,60}?|The (?:next|following) (?:day|morning|week"
    r"|month|year)"
    r"|Then|Later|Afterwards|Subsequently|Soon after(?:wards)?|Shortly after(?:wards)?),? (?:on|at|in) $",
    re.IGNORECASE,
)


# What is meant to come is not what came: "after a promise to open another on 9 April".
_MEANT = (
    r"(?:promis\w+|plans?|planned|pledg\w+|vow\w*|threat\w*|offer\w*|decision|decid\w+|order\w*|agree\w*|deal|bid"
    r"|propos\w+|request\w*|invit\w+|ask\w*|hop\w+|want\w*|tried|trying|attempt\w*|refus\w+|fail\w*|prepar\w+"
    r"|ready|set"
    r"|free|able|likely|permission|right|warn\w*|call\w*|urg\w+|chance|intention|intend\w*|wish\w*|ambition|idea)"
)
_NO = (
    r"(?:(?!\b(?:until|by|will|would|due|if|between|since|scheduled|deadline|expected|planned|said|says|announc\w+"
    r"|plans?"
    r"|not|never|every|each|again|also|than|that|who|which|whose|where"
    rf"|{_MEANT} (?:[a-z]+ )?to)\b)[^.;:])"
)
# What stands between two dates and says which is the earlier: "and later died on", ", two days before it sank on".
_EARLIER_FIRST = regex(
    rf",? (?:and |but |only |just |shortly |soon |immediately |a day |\w+ (?:days?|hours?|weeks?|months?|years?"
    rf"|minutes?) )*"
    rf"(?:then|later|subsequently|afterwards|eventually|finally|before)\b{_NO}{{0,80}}? (?:on|in|at) $"
)
_LATER_FIRST = regex(
    rf",? (?:only |just |shortly |soon |immediately |a day |\w+ (?:days?|hours?|weeks?|months?|years?|minutes?) )*"
    rf"after\b{_NO}{{2,80}}? (?:on|in|at) $"
)
_LED_BY = regex(rf"(?P<cue>After|Following|Having|Once|Before)\b{_NO}{{2,80}}? (?:on|in|at) $")
_THEN_MAIN = regex(rf",{_NO}{{3,90}}? (?:on|in|at) $")


def _by_cue(prose: str, sentence: Sentence, one: _When, other: _When) -> tuple[_When, _When, str] | None:
    """The date that the words put first, the one they put later and the words; None where they put neither."""
    gap = prose[one.end : other.start]
    lead = _LED_BY.fullmatch(prose[sentence.start : one.start])
    if lead is not None and _THEN_MAIN.fullmatch(gap) is not None and "," not in gap[1:]:
        first, then = (other, one) if lead["cue"] == "Before" else (one, other)
        return first, then, lead["cue"]
    for pattern, turned in ((_EARLIER_FIRST, False), (_LATER_FIRST, True)):
        if pattern.fullmatch(gap) is not None:
            words = " ".join(gap.strip(" ,").split()[:3])
            return (other, one, words) if turned else (one, other, words)
    return None


def _of_words(article: Article, group: Sequence[Sentence], whens: Sequence[_When]) -> Iterator[Conflict]:
    prose = article.document.prose
    for one, other in pairwise(whens):
        if one.number == other.number and not _is_loose(prose, group[one.number], one, other):
            cued = _by_cue(prose, group[one.number], one, other)
            if cued is not None and _precedes(cued[1], cued[0]):
                yield _conflict(article, cued[0], cued[1], f'"{cued[2]}" puts {cued[0].text} first')
                return
    for one, other in pairwise(whens):
        sentence = group[other.number]
        if other.number == one.number:
            gap = prose[one.end : other.start]
            match = _FOLLOWING.search(gap)
            if (
                match is not None
                and match.start() < 40
                and re.search(r"\d|day", other.text)
                and "," not in gap[: match.start()].strip(" ,")
                and _precedes(one, other)
                and not _is_aside(prose, sentence, match["gap"], other)
                and not _is_loose(prose, sentence, one, other)
            ):
                yield _conflict(article, other, one, f'"{match.group().split()[0]}" puts {other.text} first')
        if other.number - one.number in (0, 1):
            lead = prose[max(sentence.start, one.end if one.number == other.number else 0) : other.start]
            lead = re.sub(r"^[\s,]*(?:and |but )?", "", lead)
            begun = _NEXT.fullmatch(lead)
            # "On 1 June, the day after a witness came forward, on 31 May": the second date is the witness's.
            if (
                begun is not None
                and not (one.number == other.number and "the day after" in lead.lower())
                and _precedes(other, one)
                and not _is_loose(prose, sentence, one, other)
            ):
                yield _conflict(article, one, other, f'"{lead.split(",")[0].strip()}" puts {other.text} later')


_RELATIVE = regex(r",? (?:which|who|that|whose|where|when)\b")
_GOES_ON = regex(
    r"[^.;:,]{0,60}, (?!(?:and|but|or|an?|the|his|her|its|their|when|while|after|before|who|which|with|in|on|at"
    r"|said|says|as"
    r"|according|to|for|by|from|where|though|although|since|until|\w+ing|\w+ly)\b)[a-z]+ "
)


def _is_aside(prose: str, sentence: Sentence, gap: str, when: _When) -> bool:
    """Whether a date is of a relative clause inside: "after its album, which came out in 2013, was refused"."""
    return _RELATIVE.search(gap) is not None and _GOES_ON.match(prose, when.end, sentence.end) is not None


_HAD = regex(
    r"\b(?:had|[a-z]+'d)(?: (?:already|earlier|first|only|just|long|[a-z]+ly))?(?: been)? (?!to\b|a\b|the\b"
    r"|no\b)[a-z]+(?:ed|en|un|ld|nt|ft|ne|de|ut|me|id|st|ought|aught|ept|it|et|ost|ade|old|on"
    r"|ung)\b(?P<gap>[^.;:]{0,80})$"
)


def _of_tense(article: Article, group: Sequence[Sentence], whens: Sequence[_When]) -> Iterator[Conflict]:
    """What a past perfect tells lay before what the sentences before it tell."""
    prose = article.document.prose
    for other in whens:
        sentence = group[other.number]
        before = [one for one in whens if one.number < other.number]
        if not before or other.number - before[-1].number > _FAR or other.clock:
            continue
        match = _HAD.search(prose[sentence.start : other.start])
        if match is None or any(one.number == other.number and one.start < other.start for one in whens):
            continue
        if _PLANNED.search(match.group()) or re.search(r",|\b(?:for|that|when|after|before|than)\b", match["gap"]):
            continue
        if not re.search(r"\d", other.text) or re.search(r"\b(?:ago|same)\b", other.text):
            continue
        if all(_precedes(one, other) for one in before) and not _PLANNED.search(prose[group[0].start : sentence.start]):
            yield _conflict(article, other, before[-1], f'"{match.group().split()[0]}" puts {other.text} before')


def _is_loose(prose: str, sentence: Sentence, one: _When, other: _When) -> bool:
    clause = prose[max(sentence.start, one.start - 60) : one.start] + " " + prose[one.end : other.start]
    return re.search(r"\b(?:will|would|due|planned|scheduled|expected|to be|is to|are to|was to)\b", clause) is not None


def _conflict(article: Article, first: _When, then: _When, words: str) -> Conflict:
    name = article.document.name
    return Conflict(
        message=f"{article_name(article)} dates {then.text} what cannot come before {first.text}: {words}.",
        evidence=(Evidence(name, then.start, then.end), Evidence(name, first.start, first.end)),
        key=("order solved", words, first.text, then.text),
        explanation=(f"{words}; the paragraph gives {first.text} for the first and {then.text} for the second.",),
        suggestion=f"Check {first.text} and {then.text}.",
        confidence=0.83,
    )
