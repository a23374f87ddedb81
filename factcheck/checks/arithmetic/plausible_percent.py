"""Percentages that no phrase ties to their figures: one beside two figures of a kind that it just fails to follow from.

"It employs 2,000 people at the site. ... the loss of 300 posts ... amounted to 30% of its workforce": what the words
around the percentage say (a rise, a fall, a share) decides which quotient is meant; that the percentage comes near to
that quotient, and equals no other of the two figures, is the evidence that it is taken from them. Where more than two
figures could be meant, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.assertions.words import stem
from factcheck.checks.arithmetic.options import PercentOptions
from factcheck.checks.arithmetic.percent import MARVELS, as_many_as, change, share
from factcheck.checks.arithmetic.precision import rounded
from factcheck.checks.model import Conflict
from factcheck.expressions.model import Bound, Quantity, QuantityKind
from factcheck.patterns import regex
from factcheck.text.model import Sentence

_NEAR = 2.0  # by what factor a stated percentage may miss the quotient: a wrong digit or base seldom misses by more
_REACH = 60  # code points on either side of the percentage in which a word says what it is of
_BACK = 2  # sentences before the percentage's in which its figures may stand
_COUNTED = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE})
_UP = regex(
    r"\b(?:ris(?:e|es|en|ing)|rose|increas\w+|up|grew|grow(?:s|n|th|ing)|jump\w*|gain\w*|climb\w*|soar\w*|surg\w+|more|higher"
    r"|above|dearer|extra|added|leap\w*|bigger|faster|markup|mark-up|premium)\b",
    re.IGNORECASE,
)
_DOWN = regex(
    r"\b(?:fall\w*|fell|drop\w*|declin\w+|decreas\w+|down|slid\w*|slump\w*|cuts?|less|fewer|lower|reduc\w+|discount|shrank"
    r"|shrink\w*|shrunk|lost|loss|below|short of|plung\w+|tumbl\w+|cheaper|off|slip\w*|shed|saving|dip\w*)\b",
    re.IGNORECASE,
)
_SHARE = regex(
    r"(?:%|\bper ?cent) of\b|\b(?:turn-?out|stake|share|full|capacity|account\w*|mak(?:es?|ing) up|made up|represent\w*"
    r"|proportion|occupan\w+|owns?|holding|holds|which is|that is|equivalent to|or|quota|completed?|success rate|clip"
    r"|of (?:them|those|these|all|the|its|their|his|her))\b",
    re.IGNORECASE,
)
_PLAINLY_A_SHARE = regex(
    r"(?:%|\bper ?cent)(?: (?:of (?:it|its|the|their|all|those|them)|full|turn-?out|stake|share|occupan\w+)\b|-owned)"
)
_BASIS = regex(r"\b(?:constant|adjusted|like-for-like|underlying|organic|real terms|seats?)\b", re.IGNORECASE)
# What makes the percentage one of another thing, or no plain quotient.
_OTHER = regex(
    r"\b(?:average|annual\w*|a year|per year|inflation|interest|rate|yield|growth of|forecast|expect\w*|target|tax"
    r"|probab\w+|confidence|margin|humidity|alcohol|points?|compared with|poll\w*|approval|of respondents|constant"
    r"|adjusted|like-for-like|underlying|unemployment|nearly|almost|about|around|some|roughly|more than|over|at least"
    r"|up to|less than|under|than (?:in|last|at|for|the same))\b",
    re.IGNORECASE,
)

# Between the figures and the percentage: it is told of something else.
_ELSEWHERE = regex(
    r"\b(?:while|whereas|but|and (?:by|that of|those of)|wants?|hopes?|rest|meanwhile"
    r"|and [a-z]+s (?:rose|fell|grew))\b",
    re.IGNORECASE,
)
_PART_OF = regex(r"\b[Oo]f (?:those|them|which|whom|these)\b")
_OF_OTHERS = regex(r"\b[Oo]f (?:its|the|their|his|her) [a-z]+(?: [a-z]+)?, $")
_OF_WHAT = regex(
    r"^(?:%| ?per ?cent) of (?:(?:the|its|their|his|her|all|all the) )?(?P<noun>[a-z-]+)(?: (?P<next>[a-z]+))?"
)
_WHOLE = frozenset(
    stem(word)
    for word in """workforce staff total target capacity electorate vote votes voters members seats those them it quota
    goal pledge sum amount order bill budget number whole roll list normal homes people""".split()
)


def percentages(
    article: Article, told: Sequence[tuple[Sentence, Sequence[Quantity]]], options: PercentOptions
) -> Iterator[Conflict]:
    """The conflicts of percentages with the two figures near them. ``told`` has each sentence with its figures."""
    for index, (sentence, quantities) in enumerate(told):
        for percent in quantities:
            if percent.kind is QuantityKind.PERCENT and percent.unit == "percent" and percent.bound is Bound.EXACT:
                pair = _figures(article, told, index, percent)
                if pair is not None:
                    yield from _judged(article, sentence, percent, pair, options)


def _figures(
    article: Article, told: Sequence[tuple[Sentence, Sequence[Quantity]]], index: int, percent: Quantity
) -> tuple[Quantity, Quantity] | None:
    """The only two comparable figures of the sentence, or of it and those right before; None where there are more."""
    found: list[Quantity] = []
    prose = article.document.prose
    for back in range(_BACK + 1):
        if index - back < 0 or told[index - back][0].block != told[index][0].block:
            return None
        found += [
            as_many_as(prose, one)
            for one in told[index - back][1]
            if one.kind in _COUNTED and as_many_as(prose, one).bound in (Bound.EXACT, Bound.ABOUT) and one.value > 0
        ]
        if any(one.kind is QuantityKind.PERCENT and one is not percent for one in told[index - back][1]):
            return None
        if len(found) == 2 and _comparable(*found):
            first, second = sorted(found, key=lambda one: one.start)
            return first, second
        if len(found) >= 2:
            return None
    return None


def _comparable(left: Quantity, right: Quantity) -> bool:
    """Whether one may be divided by the other: one unit, or counts of people and things."""
    if left.kind is right.kind:
        return left.kind is QuantityKind.COUNT or left.unit == right.unit
    bare = left if left.kind is QuantityKind.COUNT else right
    return bare.kind is QuantityKind.COUNT and bare.unit is None


def _judged(
    article: Article,
    sentence: Sentence,
    percent: Quantity,
    pair: tuple[Quantity, Quantity],
    options: PercentOptions,
) -> Iterator[Conflict]:
    prose = article.document.prose
    before = MARVELS.sub("  ", prose[max(sentence.start, percent.start - _REACH) : percent.start])
    after = prose[percent.end : min(sentence.end, percent.end + _REACH)]
    near = f"{before[-24:]} {prose[percent.start : percent.end]}{after[:24]}"
    if _OTHER.search(near) or _BASIS.search(prose, sentence.start, sentence.end):
        return
    small, large = sorted(pair, key=lambda one: one.value)
    last = max(pair, key=lambda one: one.start)
    between = prose[min(last.end, percent.end) : max(last.start, percent.start)]
    if small.value == large.value or _ELSEWHERE.search(between) or _is_of_another(prose, percent, small, large):
        return
    part, rise = small.value / large.value * 100, (large.value / small.value - 1) * 100
    fall = 100 - part
    text = f"{before} {prose[percent.start : percent.end]}{after}"
    way = _way(text, near)
    quotients = {"share": part, "up": rise, "down": fall, "over": large.value / small.value * 100}
    if any(_fits(percent, pair, name) for name in quotients if name != "down" or way != "up"):
        return
    if way in {"up", "down"} and not _one_thing(prose, small, large):
        return
    if way is None or not _is_near(percent.value, quotients[way]):
        return
    if way == "share":
        conflict = share(article, percent, small, large, options)
    else:
        sign = 1 if way == "up" else -1
        new, old = (large, small) if sign > 0 else (small, large)
        conflict = change(article, percent, new, old, sign, options)
    if conflict is not None:
        yield conflict


def _one_thing(prose: str, small: Quantity, large: Quantity) -> bool:
    """Whether both figures may be values of one thing: not bricks and tiles, and not a part and its whole."""
    first, second = sorted((small, large), key=lambda one: one.start)
    if small.unit != large.unit and small.unit is not None and large.unit is not None:
        return False
    return not _PART_OF.search(prose, first.end, second.start)


def _is_of_another(prose: str, percent: Quantity, small: Quantity, large: Quantity) -> bool:
    """Whether the text says of what the percentage is, and it is neither figure's noun: "90 per cent of the adults"."""
    if _OF_OTHERS.search(prose[max(0, small.start - 40) : small.start]):
        return True
    mark = re.search(r"%| ?per ?cent", percent.text)
    told = _OF_WHAT.match(prose[percent.start + (mark.start() if mark else 0) :][:60])
    if told is None:
        return False
    noun = stem(told["noun"])
    if noun == stem("them") and told["next"] not in (None, "and", "in", "by", "were", "was", "on", "at", "for"):
        return True  # "60 per cent of them women"
    return noun not in _WHOLE and noun not in {stem(one.unit) for one in (small, large) if one.unit}


def _way(text: str, near: str) -> str | None:
    """What the words make of the percentage: "share", "up", "down", or None where they do not tell."""
    if _PLAINLY_A_SHARE.search(near):
        return "share"
    ups, downs, shares = (bool(pattern.search(near)) for pattern in (_UP, _DOWN, _SHARE))
    if not (ups or downs or shares):
        ups, downs, shares = (bool(pattern.search(text)) for pattern in (_UP, _DOWN, _SHARE))
    if shares and not (ups or downs):
        return "share"
    if ups and not downs and not shares:
        return "up"
    if downs and not ups and not shares:
        return "down"
    return None


def _fits(percent: Quantity, pair: tuple[Quantity, Quantity], way: str) -> bool:
    """Whether the percentage is that quotient of the two figures, as far as all are rounded."""
    small, large = sorted(pair, key=lambda one: one.value)
    (low, high), (least, most) = rounded(small), rounded(large)
    ends = {
        "share": (low / most, high / least),
        "over": (least / high, most / low),
        "up": (least / high - 1, most / low - 1),
        "down": (1 - high / least, 1 - low / most),
    }[way]
    stated_low, stated_high = rounded(percent)
    slack = 0.6 + 0.01 * percent.value
    return ends[0] * 100 - slack <= stated_high and stated_low <= ends[1] * 100 + slack


def _is_near(stated: float, quotient: float) -> bool:
    return quotient > 0 and 1 / _NEAR <= stated / quotient <= _NEAR
