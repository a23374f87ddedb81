"""Differences between two figures and counts of votes: "58,171 votes to 54,129, a margin of 4,402"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic.precision import written_step
from factcheck.checks.arithmetic.sums import Claim, Sum
from factcheck.checks.figures import quantities as figures
from factcheck.checks.model import Conflict
from factcheck.checks.telling import article_name
from factcheck.checks.templates import GAP, Template, n
from factcheck.expressions.model import Bound, QuantityKind
from factcheck.expressions.quantity import stated_step
from factcheck.patterns import regex

_BY_TO_FROM = regex(
    rf"\b(?:rose|fell|grew|increased|decreased|dropped|declined|climbed|went up|went down|up|down) by {n('total')}"
    rf"{GAP}{{0,20}}? to {n('one')}{GAP}{{0,30}}?,? from {n('two')}",
    re.IGNORECASE,
)
_FROM_TO_A = regex(
    rf"\bfrom (?:the |its |a )?{n('one')}{GAP}{{0,40}}? to (?:the |its |a )?{n('two')}{GAP}{{0,30}}?(?:,| [–—-]| \()"
    rf" ?(?:which is |that is )?an? (?:[\w-]+ )?(?:rise|increase|growth|gain|jump|fall|drop|decline|decrease|reduction"
    rf"|cut|loss|difference) of (?:just |only )?{n('total')}",
    re.IGNORECASE,
)
_DIFFERENCE = regex(
    rf"{n('one')}(?: [\w'’-]+){{0,3}}? (?:to|against|versus|over) (?:[\w'’-]+ ){{0,3}}?{n('two')}(?: [\w'’-]+){{0,2}}?,"
    rf" (?:a|with a|giving (?:\w+ ){{1,3}}?a|by a) (?:[\w-]+ )?(?:margin|majority|lead|difference|gap) of "
    rf"(?:just |only )?{n('total')}"
)
_MORE_THAN = regex(
    rf"{n('one')}(?: [\w'’-]+){{0,4}}?,? (?:or |which is |that is )?(?:just |only )?{n('total')} "
    rf"(?P<sense>more|fewer|less) than the {n('two')}(?! (?:earlier|million|billion))"
)
# "51 voted for the bill, 30 against and nine abstained"; "27 votes to 15, with four abstentions"
_VOTES = regex(
    rf"{n('yes')}(?: [\w'’-]+){{0,2}}? (?:voted |votes )?(?:for|in favou?r|yes)\b[^‹›.;:]{{0,40}}?(?:,| and|, and)"
    rf" (?:with )?{n('no')}(?: (?:voted|votes))? (?:against|no)\b[^‹›.;:]{{0,20}}?(?:,| and|, and|, with| with)"
    rf" (?:{n('none')}(?: \w+)?? abst\w+|{n('away')})"
)
_VOTES_TO = regex(
    rf"\bby {n('yes')} (?:to|against) {n('no')},? (?:with|and) {n('none')}(?: \w+)?? ?abst\w+"
    rf"|\bby {n('aye')} (?:to|against) {n('nay')},? (?:with|and) {n('abstentions')}"
)
_VOTERS = regex(
    rf"(?:\b(?:[Oo]f|[Aa]ll)(?: the)? |\b[Tt]he ){n('present')}(?: \w+)? (?P<how>present|who voted|taking part|voting"
    rf"|who were present|who took part)\b|\b(?:[Oo]f the |\b[Tt]he ){n('body')}(?: members)?[^‹›.;:]{{0,40}}[, ]"
    rf"|\b(?:council|board|committee|parliament|assembly|senate|panel|house|chamber|jury|court) of {n('seats')}"
)
_BODY = frozenset({"member", "deputy", "councillor", "senator", "mp", "delegate", "lawmaker", "judge", "juror", "seat"})


_DIFFERENCES = (_DIFFERENCE, _MORE_THAN, _BY_TO_FROM, _FROM_TO_A)


def differences(article: Article, shape: Template) -> Iterator[Conflict]:
    """The differences that a sentence states and that its two figures do not have."""
    if shape.figures < 3 or not shape.may_hold(_DIFFERENCES):
        return
    for pattern in _DIFFERENCES:
        for match in shape.find_all(pattern):
            one, two, total = (shape.quantity(match[name]) for name in ("one", "two", "total"))
            used = (one, two, total)
            if any(figure.bound is not Bound.EXACT for figure in used):
                continue
            bare = total.kind is QuantityKind.COUNT and total.unit is None
            if len({one.kind, two.kind, total.kind}) != 1 and not (bare and one.kind is two.kind):
                continue
            if (one.unit and two.unit and one.unit != two.unit) or (
                one.kind is not QuantityKind.COUNT and total.unit not in {None, one.unit}
            ):
                continue
            difference = one.value - two.value
            if match.re.pattern == _MORE_THAN.pattern and match["sense"] != "more":
                difference = -difference
            elif pattern in (_BY_TO_FROM, _FROM_TO_A):
                difference = abs(difference)
            if difference <= 0:
                continue
            steps = [written_step(figure) for figure in used]
            loose = 0.0 if one.kind is QuantityKind.COUNT and max(steps) <= 1 else sum(steps) / 2
            if abs(difference - total.value) <= loose + 1e-9 * one.value:
                continue
            right = figures.figure(difference, min(used, key=stated_step))
            yield Conflict(
                message=f"{article_name(article)} gives a difference of {total.text} between {one.text} and "
                f"{two.text}, but it is {right}.",
                evidence=tuple(figures.evidence(article, figure) for figure in (total, one, two)),
                key=("difference", total.text, one.text, two.text),
                explanation=(f"{one.text} - {two.text} = {right}, not {total.text}.",),
                suggestion=f"Write {right}, or check {one.text} and {two.text}.",
                confidence=0.92,
            )


def votes(shape: Template) -> Iterator[Sum]:
    """Votes for, against and abstentions beside the number of those who could vote, or were there to do so."""
    if "abst" not in shape.text and not any(one.unit == "abstention" for one in shape.quantities):
        return
    found = _VOTES.search(shape.text) or _VOTES_TO.search(shape.text)
    if found is None:
        return
    named = found.groupdict()
    keys = ("yes", "no", "none") if named["yes"] else ("aye", "nay", "abstentions")
    if named.get("away"):
        if shape.quantity(named["away"]).unit != "abstention":
            return
        keys = ("yes", "no", "away")
    parts = tuple(shape.quantity(found[key]) for key in keys)
    for voters in _VOTERS.finditer(shape.text):
        mark = voters["present"] or voters["seats"] or voters["body"]
        total = shape.quantity(mark)
        if total in parts or (voters["body"] and total.unit not in _BODY):
            continue
        # Of those present some may have left; of a council some may be away. Neither has more votes than members.
        yield Sum(parts, (total,), Claim.LIKELY if voters["present"] else Claim.WITHIN)
        return
