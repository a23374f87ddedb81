"""Dates in the reverse of what a text says when it comes back to something: "with what they had bought they got in".

The later sentence (or clause) names what stands before it by a demonstrative, a pronoun or the thing's own noun, and
puts it first: "once that find had been reported", "with both votes in hand", "the answer to it", "and only
afterwards". A helper of ``order_solved``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article, Modality, Polarity
from factcheck.checks.model import Conflict
from factcheck.checks.orders.points import When, is_planned, precedes, reversed_dates
from factcheck.checks.sentence_words import words_in
from factcheck.checks.templates import times_in
from factcheck.checks.word_families import content, family
from factcheck.patterns import regex
from factcheck.records import replace
from factcheck.temporal.interval import DAY
from factcheck.text.model import Sentence

_WORDS = frozenset(
    """with armed equipped using thanks result because response answer reply reaction following once strength acting
    encouraged prompted alarmed stung rejoinder afterwards then whereupon thereupon thereafter after accepted rejected
    granted dismissed refused turned""".split()
)
_LEADS = (
    r"(?:With|Armed with|Equipped with|Using|Thanks to|As a (?:result|consequence) of|Because of|In"
    r" (?:response|answer|reply|reaction) to|Following|After|Once"
    r"|On the strength of|Acting on|Encouraged by|Prompted by|Alarmed by|Stung by)"
)
_WHAT = r"what (?:they|he|she|it|we) had [a-z]+"
_BACK = r"(?:that|this|those|these|such an?)"
_HEAD = regex(rf"{_LEADS} (?:{_WHAT}|{_BACK} (?P<noun>[a-z]+)(?: [a-z]+)?)(?P<rest>,| )")
_ALL_IN_HAND = regex(
    r"(?:With|Once|After) (?:both|all|the two|the three|all three|the last)(?: of (?:them|these|the))? [a-z]+"
    r" (?:in hand|in place|granted|given|obtained|secured|passed|received)\b"
)
_CONSENT = frozenset(
    map(
        family, "consent approval vote assent yes permission licence license signature ratify approve pass back".split()
    )
)
_SUB = regex(
    rf"\b(?:once|after|when|as soon as|because|now that) (?:{_BACK} (?P<noun>[a-z]+)|they|it)"
    r" (?:had|was|were|has|have)\b"
)
# What names an event told before, whatever its words were.
_EVENTS = frozenset(
    """find discovery report decision vote deal attack fire accident letter call warning inspection ruling complaint
    agreement purchase sale loan gift theft arrest meeting verdict leak alarm test survey visit storm flood offer order
    news incident breach failure announcement approval permit payment request appeal""".split()
)
_REPLY = regex(
    r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|\w+['’]s?)(?: [a-z]+)? (?:answer|reply|response|rejoinder) to"
    r" (?:it|them|that|this|(?:that|this) (?:letter|warning|complaint|note|request))\b"
)
_ASKED = frozenset(
    """letter letters warning warnings complaint complaints request requests question questions note notes message
    petition appeal offer call email demand memo query""".split()
)
_AND_THEN = regex(
    r",? (?:and |but )?(?:only (?:afterwards|then|after (?:that|this))|whereupon|thereupon|thereafter)\b"
    r"|\b(?:was|were) then\b"
)
_STEPS_BACK = regex(r"\b(?:had|earlier|before|previous\w*|since|until|already|as early as|ago)\b|['’]d\b")
_SUBMITTED = regex(
    r"\b(?:handed in|submitted|tendered|filed|lodged|offered|put in|made) (?:[a-z]+ ){0,3}?"
    r"(?P<what>resignations?|appeals?|applications?|requests?|bids?|offers?|complaints?|petitions?|claims?|pleas?|motions?)\b"
)
_SETTLED = (
    r"(?:accepted|rejected|granted|dismissed|refused|approved|turned down|thrown out|upheld|allowed|denied)"
    r"(?: (?:it|them|that|that {0}|this {0}))\b|turned (?:it|them|that {0}|this {0}) down\b"
)
_JUDGED = regex(
    r"\b(?:award(?:ed|s)?|sentenced|convicted|fined|ruled|ordered|found|banned|suspended|granted|acquitted|jailed)\b"
)
_APPEALED = regex(
    r"\b(?:against (?:which|it|this|that)|appealed)\b[^.‹]{0,80}"
    r"\b(?:their|his|her|its|the|that|this) appeal (?:was|were)"
    r" (?:later |then |swiftly |at once )?(?:turned down|dismissed|rejected|thrown out|upheld|allowed|refused)\b"
)
_DID = regex(r"\b(?:only )?after (?P<who>(?:(?!\b(?:that|this)\b)[^.;:‹]){3,90}?) had [a-z]+")
_TO_BE = regex(r"\b(?:first|last|only|next)(?: [\w-]+){1,3} to be\b")  # "the next case to be heard"
_PART = regex(r"\d{4}-\d\d-\d\dT(?:MO|AF|EV|NI|DT)")
_THAT = regex(r"\bthat (?:day|morning|afternoon|evening|night)\b")
_NONE = regex(
    r"\b(?:without|not|never|no|instead of|despite|other|others|another|earlier|previous\w*|first|second|again)\b"
)


def orders_told_back(article: Article, group: Sequence[Sentence], whens: Sequence[When]) -> Iterator[Conflict]:
    """A conflict for each two dates that what comes back to the first puts in the other order."""
    prose, spoken = article.document.prose, words_in(article)
    told: dict[int, list[When]] = {}
    for when in _with_parts_of_days(article, group, whens):
        told.setdefault(when.number, []).append(when)
    for number, found in told.items():
        sentence = group[number]
        if spoken[sentence.start].isdisjoint(_WORDS):
            continue
        yield from _within(article, sentence, found)
        before = told.get(number - 1)
        if before is None or len(found) > 2 or is_planned(_TO_BE.sub(" ", prose[sentence.start : found[0].start])):
            continue
        first, last = before[-1], group[number - 1]
        then = _of_that_day(first, found[0])
        if not precedes(then, first) or len(before) > 1 or is_planned(prose[last.start : first.start]):
            continue
        words = _leads_back(prose, last, sentence, then, spoken[last.start])
        if words:
            yield reversed_dates(article, first, then, f'"{words}" puts {first.text} first')
            return


def _with_parts_of_days(article: Article, group: Sequence[Sentence], whens: Sequence[When]) -> list[When]:
    """The dates of a paragraph and those told with a part of the day: "on the evening of 8 August"."""
    found = list(whens)
    for number, sentence in enumerate(group):
        for timex in times_in(article, sentence):
            day = timex.interval
            if day is None or day.start is None or day.end is None or _PART.fullmatch(timex.value) is None:
                continue
            if not any(when.start < timex.end and timex.start < when.end for when in whens):
                low = day.start // DAY * DAY
                found.append(When(number, timex.start, timex.end, timex.text, low, low + DAY, False))
    return sorted(found, key=lambda when: when.start)


def _of_that_day(first: When, when: When) -> When:
    """ "6.20 that morning" on the day of the date before it."""
    if not when.clock or first.clock or _THAT.search(when.text) is None:
        return when
    low = first.low // DAY * DAY + when.low % DAY
    return replace(when, low=low, high=low, clock=False)


def _leads_back(prose: str, last: Sentence, here: Sentence, when: When, spoken: frozenset[str]) -> str:
    """The words of a sentence that put what the sentence before it tells before its date; empty where none do."""
    head = _HEAD.match(prose, here.start, here.end)
    if head is not None and head.end() <= when.start and _names(head["noun"], last):
        return head[0].rstrip(" ,")
    in_hand = _ALL_IN_HAND.match(prose, here.start, here.end)
    families = {word for word, _, _ in content(last.tokens)}
    if in_hand is not None and families & _CONSENT:
        return in_hand[0]
    sub = _SUB.search(prose, here.start, here.end)
    if sub is not None and abs(sub.start() - when.end) < 120 and not _NONE.search(sub[0]):
        noun = sub["noun"]
        if _names(noun, last) and not _STEPS_BACK.search(prose[here.start : min(when.start, sub.start())]):
            return sub[0]
    reply = _REPLY.search(prose, here.start, when.start)
    if reply is not None and not spoken.isdisjoint(_ASKED) and not _NONE.search(prose[reply.start() : when.start]):
        return reply[0]
    submitted = _SUBMITTED.search(prose, last.start, last.end)
    if submitted is not None:
        settled = re.search(_SETTLED.format(submitted["what"]), prose[here.start : when.start])
        if settled is not None:
            return settled[0]
    return ""


def _names(noun: str | None, last: Sentence) -> bool:
    """Whether a noun names what a sentence tells: none at all ("it", "what they had bought"), or one that fits."""
    if noun is None or noun in _EVENTS:
        return True
    return any(word == family(noun) for word, _, _ in content(last.tokens))


def _within(article: Article, sentence: Sentence, found: Sequence[When]) -> Iterator[Conflict]:
    """Two dates of one sentence, with "and only afterwards" between them, or an answer before what it answers."""
    if len(found) != 2 or not precedes(found[1], found[0]):
        return
    prose = article.document.prose
    first, then = found
    gap = prose[first.end : then.start]
    cue = _AND_THEN.search(gap)
    if cue is not None and len(gap) < 240 and not _STEPS_BACK.search(gap) and not is_planned(gap):
        yield reversed_dates(article, first, then, f'"{cue[0].strip(" ,")}" puts {first.text} first')
        return
    appeal = _APPEALED.search(prose, first.end, then.start)
    if appeal is not None and _JUDGED.search(prose, sentence.start, appeal.start()) is not None:
        yield reversed_dates(article, first, then, "an appeal is judged after what it is made against")
        return
    submitted = _SUBMITTED.search(prose, sentence.start, first.start)
    if submitted is not None:
        settled = re.search(_SETTLED.format(submitted["what"]), gap)
        if settled is not None:
            yield reversed_dates(article, first, then, f'"{settled[0]}" comes after "{submitted[0]}"')


def orders_of_one_event(article: Article) -> Iterator[Conflict]:
    """An event that "only after" puts behind a date, where the article dates the event itself before it."""
    prose, spoken = article.document.prose, words_in(article)
    dated: dict[str, list[When]] = {}
    for assertion in article.assertions:
        timex = assertion.time
        if timex is None or timex.interval is None or not assertion.time_secure or timex.mod:
            continue
        if assertion.modality is not Modality.HAPPENED or assertion.polarity is not Polarity.POSITIVE:
            continue
        low, high = timex.interval.start, timex.interval.end
        if low is not None and high is not None:
            dated.setdefault(assertion.event, []).append(
                When(assertion.sentence.start, timex.start, timex.end, timex.text, low, high, False)
            )
    for assertion in article.assertions if dated else ():
        sentence = assertion.sentence
        found = [one for one in dated.get(assertion.event, ()) if one.number != sentence.start]
        if not found or assertion.time is not None or "only" not in spoken[sentence.start]:
            continue
        cue = _DID.search(prose, assertion.trigger_end, sentence.end)
        if cue is None or _NONE.search(prose[sentence.start : cue.start()]) or "only" not in cue[0]:
            continue
        times = [one for one in article.expressions.times if cue.end() <= one.start < sentence.end]
        if len(times) != 1 or times[0].interval is None or len({(one.low, one.high) for one in found}) != 1:
            continue
        low, high = times[0].interval.start, times[0].interval.end
        if low is None or high is None:
            continue
        first = When(sentence.start, times[0].start, times[0].end, times[0].text, low, high, False)
        if precedes(found[0], first):
            yield reversed_dates(article, first, found[0], f'"{cue[0]}" puts {first.text} first')
            return
