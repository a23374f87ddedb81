"""Shares: a percentage beside a part and its whole ("46,717 of the 119,480 votes, or 39.1%")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic.changes_across import Told
from factcheck.checks.arithmetic.options import PercentOptions
from factcheck.checks.arithmetic.percent import comparable, other_basis, share
from factcheck.checks.figures.quantities import by_sentence
from factcheck.checks.model import Conflict
from factcheck.checks.templates import GAP, Template, figure_template, n, p
from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.patterns import regex

_FEW = r"(?:[\w'’-]+ ){0,4}?"
_ABOUT = r"(?:only |just |about |some |nearly |almost |roughly |barely |exactly |a full )*"
_WORDS = r"(?: [\w'’-]+){0,3}?"
# What leads from a part and its whole to their share. "And 45 per cent" says something else.
_OR = (
    rf"(?:,? or {_ABOUT}|,? \((?:or )?{_ABOUT}|, (?:which|that) (?:is|was|makes|means) {_ABOUT}| [–—-] (?:or )?{_ABOUT}"
    rf"|,? an? (?:\w+ )?(?:share|rate|turnout|stake|proportion|quota|ratio) of {_ABOUT}|,? i\.e\. |,? equal to {_ABOUT}"
    rf"|,? giving (?:a \w+ of )?|,? making (?:a \w+ of )?)"
)
# A share stands by itself: no "45 per cent more", no "45 per cent of the rest".
_DONE = (
    r"(?! (?:\w+ )?(?:more|less|higher|lower|up|down|fewer|rise|increase|fall|drop|cut|decline|growth|than|points?)\b)"
    r"(?! (?:of|on) (?!the (?:total|vote|votes|whole|lot|target|electorate|sum|roll)\b|all\b|its target|them\b"
    r"|those\b))"
)
_SHARES = (
    # "46,717 of the 119,480 valid votes cast last Sunday, or 39.1%"
    regex(rf"{n('part')}{_WORDS} (?:of|out of) {_FEW}{n('whole')}{GAP}{{0,60}}?{_OR}{p('p')}{_DONE}"),
    # "39.1%, or 46,717 of the 119,480 votes", "45 per cent of the wells - 320 of 800 -"
    regex(
        rf"{p('p')}(?: of the [\w-]+(?: [\w-]+)?)?(?:,? or|:| \(|,? that is,?| [–—-]) {_ABOUT}{n('part')}{_WORDS} "
        rf"(?:of|out of) {_FEW}{n('whole')}"
    ),
    # "60% (30) of the 50 parts", "30, or 60%, of the 50 parts"
    regex(rf"{p('p')}(?: \(|,? or ){n('part')}[),]* of {_FEW}{n('whole')}"),
    regex(
        rf"{n('part')}{_WORDS}(?: \(|,? or |, which is |, | [–—-] ){_ABOUT}{p('p')}[),]* of (?:the|its|their|all) "
        rf"(?:[\w'’-]+ ){{0,3}}?{n('whole')}"
    ),
    # "45 per cent of the 800 wells, or 320, have been tested"
    regex(
        rf"{p('p')} of (?:the |its |their |all |all the )?{n('whole')}(?: [\w'’-]+){{0,3}}?"
        rf"(?:,? or |,? \(| [–—-] |, that is ){_ABOUT}{n('part')}(?=[,.)]| [–—-]|$)"
    ),
    # "its 320 drivers make up 40 per cent of its staff of 800"
    regex(
        rf"{n('part')} (?:\w+ )??(?:make up|makes up|made up|account(?:s|ed)? for|represents?|represented|form) "
        rf"{_ABOUT}{p('p')} of (?:the|its|their|all) (?:[\w'’-]+ ){{0,4}}?(?:of )?(?:the )?{n('whole')}"
    ),
    # "60 per cent of the 500 staff, 250 people, signed"
    regex(
        rf"{p('p')} of (?:the |its |their |all |all the ){n('whole')}(?: [\w'’-]+){{0,3}}?, {_ABOUT}{n('part')}"
        rf"(?: of them)?,(?= (?:have|has|had|were|are|was|is|will|[a-z]+ed)\b)"
    ),
    # "318,000 people had been counted, which is 53.9 per cent of the target of 590,000"
    regex(
        rf"{n('part')}(?:{GAP}|‹N\d+›){{0,90}}?(?:, which (?:is|was|makes|represents|means)|, or|,| [–—-]|, equal to) "
        rf"{_ABOUT}{p('p')} of (?:the|its|their|a|an|his|her) (?:[\w'’-]+ ){{0,4}}?(?:of )?(?:the )?{n('whole')}"
    ),
    # "53 of the 120 seats, about 44%."; "53 of 120 seats – 44% –"
    regex(
        rf"{n('part')}(?: [\w-]+){{0,2}}? (?:of|out of|from) (?:[\w'’-]+ ){{0,3}}?"
        rf"{n('whole')}[^‹›.;:(),]{{0,25}}(?:, | [–—-] ){_ABOUT}{p('p')}"
        rf"(?=[.;)]|, (?:according|he|she|they|the [a-z]+ said|have|has|had|were|are|was|is|will)\b"
        rf"| [–—-] | of (?:the total|the vote)|$)"
    ),
    # "Of the 1,850 seats, 1,258, or 68%, went"; "640 people, of whom 310 (48%) were at work"
    regex(
        rf"(?:\b[Oo](?:ut o)?f (?:the |its |their |all |all the |those |these )?(?:[\w'’-]+ ){{0,2}}?"
        rf"{n('whole')}{GAP}{{0,50}}?,? "
        rf"|{n('all')}{GAP}{{0,40}}?[,;]? of (?:which|whom|these|them),? )(?:only |just |some )?{n('part')}"
        rf"{GAP}{{0,50}}?{_OR}{p('p')}{_DONE}"
    ),
    # "The school has 1,200 pupils; 300 of them (25 per cent) walk"; "$80 million, and ... $20 million of it, or 25%"
    regex(
        rf"{n('whole')}{GAP}{{0,40}}?(?:[;,] |,? and ){GAP}{{0,40}}?{n('part')} of "
        rf"(?:them|it|these|those|that|which|whom)"
        rf"{GAP}{{0,20}}?{_OR}{p('p')}{_DONE}"
    ),
)  # fmt: skip
# "36,000 tonnes a year. The mill pressed 9,000 tonnes of that, or 40%": the whole in the sentence before
_OF_THAT = (
    regex(
        rf"{n('part')}{_WORDS} of (?:them|it|that|this|these|those)(?: [\w'’-]+){{0,2}}?{_OR}{p('p')}{_DONE}"
    ),
    regex(
        rf"\bOf (?:them|these|those|that|this|the total),? {_ABOUT}{n('part')}{GAP}{{0,40}}?{_OR}{p('p')}{_DONE}"
    ),
)  # fmt: skip
# "That is 78 per cent of the 1,850,000 whom it hopes to reach" behind a sentence with one number
_THAT_IS = regex(
    r"^(?:[Aa]nd |[Bb]ut )?(?:That|This|It|The (?:figure|number|total|sum))"
    r" (?:is|was|amounts to|amounted to|makes|made|represents|represented|means|equals|comes to|came to|corresponds to)"
    rf" {_ABOUT}{p('p')} of "
    rf"(?:(?:the|its|their|his|her|all|all the|a|those) )?{_FEW}{n('whole')}"
)
_TARGET = regex(
    rf"\b(?:target|goal) (?:of|was|is|had been|is to reach|was to reach|, of) (?:to \w+ |\w+ )?{n('n')}"
    rf"|{n('m')} (?:whom|which|that) [\w ]{{3,30}}\b(?:hopes?|hoped|aims?|aimed|plan\w*) to (?:reach|vaccinate|treat"
    rf"|feed|sell|build|plant|raise|collect)\b"
)
_OF_TARGET = regex(
    rf"{n('part')}(?: [\w'’-]+){{0,4}}?,? (?:or )?(?:just |only |about |some |nearly )?\(?{p('p')} of "
    rf"(?:the|its|their) (?:target|goal)\b"
)
# Only of a turnout is it certain that "with" and "of" name its base.
_TURNOUTS = (
    regex(
        rf"\b[Tt]urnout\b{GAP}{{0,40}}?{p('p')}{GAP}{{0,20}}?[,:(–-]+ ?(?:with|as|after|when) "
        rf"{n('part')}(?: [\w-]+){{0,2}}? (?:of|out of) {_FEW}{n('whole')}"
    ),
    regex(
        rf"\b[Tt]urnout\b{GAP}{{0,40}}?{p('p')}[,:(–-]+ ?of (?:[\w'’-]+ ){{0,3}}?"
        rf"{n('whole')}{GAP}{{0,60}}?, (?:only |just )?{n('part')} "
        rf"(?:had |have )?(?:voted|cast|took part|turned out)"
    ),
)  # fmt: skip
# The part and the share are of something else, or at another time.
_ANOTHER = regex(r"\b(?:up|down|against|compared|after|previous\w*|earlier|versus|another)\b")


def shares(article: Article, shape: Template, options: PercentOptions) -> Iterator[Conflict]:
    """A conflict for each share in a sentence that is not its part's share of its whole."""
    seen: set[int] = set()
    if shape.figures < 2:
        return
    for pattern in (*_TURNOUTS, *_SHARES):
        for match in shape.find_all(pattern):
            percent, part = shape.quantity(match["p"]), shape.quantity(match["part"])
            whole = shape.quantity(match["whole"] or match.groupdict()["all"])
            if percent.start in seen or not _fit(shape, match, part, whole, options):
                continue
            seen.add(percent.start)
            conflict = share(article, percent, part, whole, options)
            if conflict is not None:
                yield conflict


def _fit(shape: Template, match: re.Match[str], part: Quantity, whole: Quantity, options: PercentOptions) -> bool:
    if other_basis(shape, match.start(), match.end()) or not comparable(part, whole, options):
        return False
    if part.kind is QuantityKind.MEASURE and part.unit is None:
        return False  # "a third of the 90 members"
    marks = match["p"], match["part"]
    if re.search(r"\b(?:in|across|from|at|over)(?: the| all| its| these)* $", shape.text[: _at(shape, "N", marks[1])]):
        return False  # "in the three regions"
    first = min(shape.text.index(f"P{marks[0]}›"), shape.text.index(f"N{marks[1]}›"))
    last = max(shape.text.index(f"P{marks[0]}›"), shape.text.index(f"N{marks[1]}›"))
    between = shape.text[first:last]
    apart = re.search(r"\b(?:and|but|while) [^,(–-]*$", shape.text[:last][first:]) and "share of" not in between
    return not _ANOTHER.search(between) and not (apart and re.search(r"\ban? (?:\w+ )?\w+ of [^‹]*.?P?$", between))


def _at(shape: Template, letter: str, mark: str) -> int:
    return shape.text.index(f"‹{letter}{mark}›")


def of_that(before: Sequence[Told], now: Told, article: Article, options: PercentOptions) -> Iterator[Conflict]:
    """A share of the one figure of its kind in the sentence before: "9,000 tonnes of that, or 25%"."""
    if not before or before[-1].block != now.block:
        return
    for pattern in _OF_THAT:
        for match in pattern.finditer(now.shape.text):
            part, percent = now.shape.quantity(match["part"]), now.shape.quantity(match["p"])
            if "‹N" in now.shape.text[: match.start()] or not _fit(now.shape, match, part, part, options):
                continue
            wholes = [one for one in before[-1].figures if comparable(part, one, options)]
            if len(wholes) == 1 and wholes[0].value > part.value:
                conflict = share(article, percent, part, wholes[0], options)
                if conflict is not None:
                    yield conflict


def that_is(before: Sequence[Told], now: Told, article: Article, options: PercentOptions) -> Iterator[Conflict]:
    """A share of a whole whose part is the one number of the sentence before: "That is 78 per cent of the ..."."""
    match = _THAT_IS.match(now.shape.text)
    if match is None or not before or other_basis(now.shape, match.start(), match.end()):
        return
    percent, whole = now.shape.quantity(match["p"]), now.shape.quantity(match["whole"])
    if len(before[-1].figures) != 1 or "‹P" in before[-1].shape.text:
        return
    part = before[-1].figures[0]
    if not comparable(part, whole, options):
        return
    conflict = share(article, percent, part, whole, options)
    if conflict is not None:
        yield conflict


# --- targets ------------------------------------------------------------------------------------------------


def told_of_target(shape: Template) -> Iterator[tuple[Quantity, Quantity]]:
    """The shares of a target that a sentence gives: each a part and its percentage."""
    for match in shape.find_all(_OF_TARGET):
        part, percent = shape.quantity(match["part"]), shape.quantity(match["p"])
        if percent.unit == "percent" and not other_basis(shape, match.start(), match.end()):
            yield part, percent


def of_target(
    article: Article, found: Sequence[tuple[Quantity, Quantity]], options: PercentOptions
) -> Iterator[Conflict]:
    """ "333,000 people, 18 per cent of the target", where the article states one target of that kind close by."""
    targets = list(_targets(article)) if found else []
    for part, percent in found:
        wholes = [one for one in targets if comparable(part, one, options)]
        # Further off it may be the target of another town or year.
        if len({one.value for one in wholes}) == 1 and abs(wholes[0].start - part.start) < 300:
            conflict = share(article, percent, part, wholes[0], options)
            if conflict is not None:
                yield conflict


def _targets(article: Article) -> Iterator[Quantity]:
    """The targets that an article states."""
    for sentence, quantities in by_sentence(article):
        if quantities:
            shape = figure_template(article, sentence)
            yield from (shape.quantity(match["n"] or match["m"]) for match in shape.find_all(_TARGET))
