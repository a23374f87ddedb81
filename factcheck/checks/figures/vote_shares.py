"""Shares of the vote: what an exit poll or a partial count gave somebody, and what the count came to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.expressions.model import Mention, Name, Quantity, QuantityKind
from factcheck.expressions.quantity import stated_step
from factcheck.patterns import regex
from factcheck.text.model import Sentence

_COUNTED = regex(r"\b(?:votes?|ballots?|exit polls?|vote count|polling stations|turnout)\b", re.IGNORECASE)
# The part that is counted, not what somebody got.
OF_COUNT = regex(
    r"(?: of)?(?: the| all)? (?:ballots|votes|polling stations|precincts|stations|districts)(?: \w+)?"
    r" (?:counted|reporting|processed)\b"
)
_EXIT_POLL = regex(r"\b(?:exit polls?|projections?|projected|quick count)\b", re.IGNORECASE)
_PARTIAL = regex(
    r"\b(?:partial|preliminary|provisional|early) (?:results?|counts?|returns|figures)\b"
    r"|\b(?:ballots|votes|polling stations|precincts|districts)(?: \w+)? (?:counted|reporting|processed)\b",
    re.IGNORECASE,
)
_ALL_COUNTED = regex(r"\b(?:all|100(?:%| per ?cent| percent)|every)\b", re.IGNORECASE)
_GOT = regex(
    r"\b(?:had|has|have|with|at|took|takes|won|wins|got|gets|received|polled|gained|secured|on|leads?|led|drew|garnered)\b"
)
_GAVE = regex(r"\b(?:gave|give|gives|giving|put|puts|putting|showed|shows|with|had)\b")
_ROUND = regex(r"\b(?:run-?offs?|second round|second-round|second ballot)\b", re.IGNORECASE)
_PART = regex(r"\b(?:In|in|among|Among) (?:the )?[A-Z][\w-]+,|\bdistricts?\b|\b(?:up|down|rose|fell) (?:by )?$")
_CHANGE = regex(
    r"\b(?:up|down|rose|fell|increase|points|turnout|lead of|margin|last election|years ago)\b", re.IGNORECASE
)
_PRONOUN = regex(r"\b(?:him|her|he|she)\b")
_LONGEST = 120

Share = tuple[str, Quantity, float, float, bool, str]


def vote_shares(
    article: Article, sentence: Sentence, before: Sentence | None, quantities: Sequence[Quantity]
) -> Iterator[Share]:
    """Each share of the vote: kind, figure, range in percent, whether it is no final one, and whose (canonical name).

    ``before`` is the sentence before, which may tell that votes are meant, and who. A final share is yielded once for
    each kind that it may overtake ("exit poll", "partial count"), each with "run-off" before it in a run-off.
    """
    prose = article.document.prose
    shares = [one for one in quantities if one.kind is QuantityKind.PERCENT and one.converts is None]
    if not shares:
        return
    text = prose[sentence.start : sentence.end]
    earlier = prose[before.start : before.end] if before is not None and before.block == sentence.block else ""
    if not (_COUNTED.search(text) or _COUNTED.search(earlier)) or _PART.search(text):
        return
    exit_poll = _EXIT_POLL.search(text) is not None
    partial = _PARTIAL.search(text)
    if partial is not None and _ALL_COUNTED.search(text[max(0, partial.start() - 16) : partial.start()]):
        partial = None
    leg = "run-off " if _ROUND.search(text) or _ROUND.search(earlier) else ""
    kinds = ["exit poll"] if exit_poll else ["partial count"] if partial else ["exit poll", "partial count"]
    for one in shares:
        if OF_COUNT.match(prose, one.end, sentence.end):
            continue
        who = _whose(article, sentence, before if earlier else None, quantities, one)
        if who is None:
            continue
        step = stated_step(one) / 2
        for kind in kinds:
            yield f"{leg}{kind}", one, one.value - step, one.value + step, exit_poll or partial is not None, who


def _whose(
    article: Article, sentence: Sentence, before: Sentence | None, quantities: Sequence[Quantity], share: Quantity
) -> str | None:
    """Who got the share: the last name before it with a verb of getting, or the one that a pronoun stands for."""
    prose = article.document.prose
    names = [name for name in _names(article, sentence) if name.end <= share.start]
    if names:
        name = names[-1]
        between = prose[name.end : share.start]
        if any(one.kind is QuantityKind.PERCENT and name.end <= one.start < share.start for one in quantities):
            return None
        if len(between) > _LONGEST or _CHANGE.search(between) or "'s" in between[:3]:
            return None
        given = _GAVE.search(prose, sentence.start, name.start) or len(names) > 1
        joined = given and re.fullmatch(r"(?: with| at)? ", between)
        return name.canonical if joined or _GOT.search(between) else None
    lead = prose[max(sentence.start, share.start - 40) : share.start]
    if before is None or not _PRONOUN.search(lead) or not _GOT.search(lead) or _CHANGE.search(lead):
        return None
    told = _names(article, before)
    return told[0].canonical if told else None


def _names(article: Article, sentence: Sentence) -> list[Name]:
    names = article.expressions.names
    first = bisect_left(names, sentence.start, key=lambda name: name.start)
    last = bisect_left(names, sentence.end, key=lambda name: name.start)
    return [name for name in names[first:last] if name.mention in (Mention.FULL, Mention.PART)]
