"""Dates in the reverse of what words put later ("and later died on", "had been built in"). For ``order_solved``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict
from factcheck.checks.orders.points import FAR, PLANNED, When, precedes, reversed_dates
from factcheck.patterns import regex
from factcheck.text.model import Sentence

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


# A date that was fixed is not the day on which it came about: "the hearing that had been fixed for May".
_APPOINTED = regex(
    r"\b(?:fixed|set|slated|pencilled in|listed|booked|called|down|meant|intended|postponed|put (?:off|back)|moved"
    r"|adjourned|deferred|delayed|rescheduled|brought forward|summoned|arranged) (?:for|from|to|until|till) (?:the )?$"
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


def _by_cue(prose: str, sentence: Sentence, one: When, other: When) -> tuple[When, When, str] | None:
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


def orders_of_words(article: Article, group: Sequence[Sentence], whens: Sequence[When]) -> Iterator[Conflict]:
    prose = article.document.prose
    for one, other in pairwise(whens):
        if one.number == other.number and not _is_loose(prose, group[one.number], one, other):
            cued = _by_cue(prose, group[one.number], one, other)
            if cued is not None and precedes(cued[1], cued[0]):
                yield reversed_dates(article, cued[0], cued[1], f'"{cued[2]}" puts {cued[0].text} first')
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
                and not match["gap"].endswith(", ")  # "held, after two postponements, on 2 June"
                and precedes(one, other)
                and not _is_aside(prose, sentence, match["gap"], other)
                and not _is_loose(prose, sentence, one, other)
            ):
                yield reversed_dates(article, other, one, f'"{match.group().split()[0]}" puts {other.text} first')
        if other.number - one.number in (0, 1):
            lead = prose[max(sentence.start, one.end if one.number == other.number else 0) : other.start]
            lead = re.sub(r"^[\s,]*(?:and |but )?", "", lead)
            begun = _NEXT.fullmatch(lead)
            # "On 1 June, the day after a witness came forward, on 31 May": the second date is the witness's.
            if (
                begun is not None
                and not (one.number == other.number and "the day after" in lead.lower())
                and precedes(other, one)
                and not _is_loose(prose, sentence, one, other)
            ):
                yield reversed_dates(article, one, other, f'"{lead.split(",")[0].strip()}" puts {other.text} later')


_RELATIVE = regex(r",? (?:which|who|that|whose|where|when)\b")
_GOES_ON = regex(
    r"[^.;:,]{0,60}, (?!(?:and|but|or|an?|the|his|her|its|their|when|while|after|before|who|which|with|in|on|at"
    r"|said|says|as"
    r"|according|to|for|by|from|where|though|although|since|until|\w+ing|\w+ly)\b)[a-z]+ "
)


def _is_aside(prose: str, sentence: Sentence, gap: str, when: When) -> bool:
    """Whether a date is of a relative clause inside: "after its album, which came out in 2013, was refused"."""
    return _RELATIVE.search(gap) is not None and _GOES_ON.match(prose, when.end, sentence.end) is not None


_HAD = regex(
    r"\b(?:had|[a-z]+'d)(?: (?:already|earlier|first|only|just|long|[a-z]+ly))?(?: been)? (?!to\b|a\b|the\b"
    r"|no\b)[a-z]+(?:ed|en|un|ld|nt|ft|ne|de|ut|me|id|st|ought|aught|ept|it|et|ost|ade|old|on"
    r"|ung)\b(?P<gap>[^.;:]{0,80})$"
)


# "had called talks for 5 May", "had asked for a vote on": the date is of what was to come.
_NOT_ITS_OWN = regex(
    r",|\b(?:that|when|after|before|than)\b|\bfor (?:on |in |at )?$"
    r"|\b(?:called|asked|appealed|press?ed|pushed|argued|wished|hoped|prepared|campaigned|set|booked|fixed|arranged|ordered"
    r"|planned|scheduled|due|reason\w*|pleaded|applied|paid|waited)\b.*\bfor\b"
)


# "Only after a smuggler had walked out on": before what the same sentence tells, not before the last one.
_OF_ITS_OWN = regex(r"\b(?:after|once|when|until|what|as soon as)\b[^.;:]{0,60}$")


def orders_of_tense(article: Article, group: Sequence[Sentence], whens: Sequence[When]) -> Iterator[Conflict]:
    """What a past perfect tells lay before what the sentences before it tell."""
    prose = article.document.prose
    for other in whens:
        sentence = group[other.number]
        before = [one for one in whens if one.number < other.number]
        if not before or other.number - before[-1].number > FAR:
            continue
        match = _HAD.search(prose[sentence.start : other.start])
        if match is None or any(one.number == other.number and one.start < other.start for one in whens):
            continue
        if _OF_ITS_OWN.search(prose, sentence.start, sentence.start + match.start() + 1):
            continue
        if PLANNED.search(match.group()) or _NOT_ITS_OWN.search(match.group()):
            continue
        if not re.search(r"\d", other.text) or re.search(r"\b(?:ago|same)\b", other.text):
            continue
        if all(precedes(one, other) for one in before) and not PLANNED.search(prose[group[0].start : sentence.start]):
            yield reversed_dates(article, other, before[-1], f'"{match.group().split()[0]}" puts {other.text} before')


def _is_loose(prose: str, sentence: Sentence, one: When, other: When) -> bool:
    if any(_APPOINTED.search(prose, max(sentence.start, when.start - 40), when.start) for when in (one, other)):
        return True
    clause = prose[max(sentence.start, one.start - 60) : one.start] + " " + prose[one.end : other.start]
    return re.search(r"\b(?:will|would|due|planned|scheduled|expected|to be|is to|are to|was to)\b", clause) is not None
