"""Rises and falls: a change in per cent beside the two figures it leads from and to.

A sentence is searched for a change ("a fall of 30%", "rose 12%", "25 per cent fewer") and for a pair of
figures ("from 40 to 61", "20 a year earlier", "130 in May 2023 and 145 in May 2024"); where one stands right
beside the other they belong together. Which figure is the old one follows from the pair, or, where two times
only tell that one thing was counted twice, from the direction of the change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic import percent
from factcheck.checks.arithmetic.options import PercentOptions
from factcheck.checks.model import Conflict
from factcheck.checks.templates import GAP, Template, n, p
from factcheck.expressions.model import Quantity
from factcheck.patterns import regex
from factcheck.records import dataclass

_UP_VERBS = (
    r"up|rose|ris(?:e|en|es|ing)|grew|grown|grows?|growing|increas\w+|climb\w*|jump\w*|gain\w*|soar\w*|surg\w+|higher"
    r"|advanc\w+|went up|more|improv\w+|expand\w+|leap\w*|raised"
)
_DOWN_VERBS = (
    r"down|fell|fall(?:en|s|ing)?|dropp\w+|drops?|declin\w+|decreas\w+|lower|shrank|shrunk|shrinking|slipp\w+|slid"
    r"|plung\w+|tumbl\w+|went down|reduc\w+|less|fewer|los[ts]\w*|sank|plummet\w*|cut|cuts|cutting|trimm\w+"
)
_UP_NOUNS = r"rise|increase|growth|gain|jump|leap|surge|improvement|hike|upturn"
_DOWN_NOUNS = r"fall|drop|decline|decrease|reduction|cut|loss|slump|plunge|dip|downturn"
_NOUNS = rf"{_UP_NOUNS}|{_DOWN_NOUNS}"
_DOWN = regex(rf"{_DOWN_VERBS}|{_DOWN_NOUNS}", re.IGNORECASE)
_CHANGE = regex(
    rf"\b(?P<noun>{_NOUNS}) of (?:a |only |just |some )?{p('a')}"
    rf"|{p('b')} (?:\w+ )?(?P<after>{_NOUNS})\b"
    rf"|{p('c')} (?P<than>more|higher|up|fewer|less|lower|down)\b"
    rf"|\b(?P<verb>{_UP_VERBS}|{_DOWN_VERBS})(?: \w+){{0,4}}?(?: by)?(?: \w+)?,? {p('d')}",
    re.IGNORECASE,
)
_THE = r"(?:the |its |a |an |last year's |some |only |just )?"
_FEW = r"(?:[\w'’-]+ ){0,4}?"
_PAIRS = (
    regex(rf"\bfrom {_THE}{n('old')}{GAP}{{0,60}}? to {_THE}{n('new')}", re.IGNORECASE),
    regex(rf"\b(?:to|at) {_THE}{n('new')}{GAP}{{0,60}}?,? \(?(?:up |down )?from {_THE}{_FEW}{n('old')}", re.I),
    regex(
        rf"{n('new')}{GAP}{{0,60}}?,? \(?(?:compared (?:with|to)|against|versus|up from|down from|up on|down on)"
        rf" {_THE}{_FEW}{n('old')}",
        re.IGNORECASE,
    ),
    regex(rf"\b(?:to|at) {_THE}{n('new')}{GAP}{{0,60}}?,? (?:on|over) {_THE}{n('old')}", re.IGNORECASE),
)
# "130 dinars in May 2023 and 145 dinars in May 2024"; "50,000 a year later"
_TWO_TIMES = regex(
    rf"{n('one')}(?: [\w'’-]+){{0,4}}?,? (?:in |during |for |by )?‹T(?P<time1>\d+)›(?: [\w'’-]+){{0,6}}?"
    rf",? (?:and|but|then|followed by) (?:to |only |just |with |by )?{n('two')}(?: [\w'’-]+){{0,4}}?"
    rf"(?: (?:in |during |for |by )?‹T(?P<time2>\d+)›)(?: [\w'’-]+){{0,6}}?(?=[,.;(–—]| [–—-] |$)"
)
# "In 2022 it had 8,000 residents, in 2012 it had 10,000"; "it carried 10,000 a day; now it carries 6,000"
_TIMES_FIRST = (
    regex(
        rf"\b[Ii]n ‹T(?P<time1>\d+)›,?(?: [\w'’-]+){{1,6}}? {n('one')}(?: [\w'’-]+){{0,3}}?[,;] (?:and |but )?in "
        rf"‹T(?P<time2>\d+)›,? (?:it|there|they|he|she|we|the (?:figure|number))(?: [\w'’-]+){{0,3}}? {n('two')}"
    ),
    regex(
        rf"\bused to (?:[\w'’-]+ ){{1,4}}?{n('one')}(?: [\w'’-]+| ‹T\d+›){{0,4}}?[,;] (?:and |but )?(?:now|‹T\d+›),? "
        rf"(?:it|there|they|he|she)(?: [\w'’-]+){{1,3}}? {n('two')}"
    ),
)
# Straight behind the pair: ", a fall of", " - a rise of", ", or 40 per cent"
_JOINED = regex(
    r"^(?: (?!and\b|but\b|while\b|as\b|after\b|or\b)[\w'’-]+| ‹T\d+›){0,7}"
    r"(?:,| [–—-]| \(|,? or| by)?"
    r"(?: ?(?:which (?:is|was|means|represents|makes)|that (?:is|was)|or|so that is|making|giving|representing|meaning"
    r"|by|this is|equal to|equivalent to))?(?: (?:an?|the|about))?(?: (?!and\b|but\b|while\b|as\b)[\w'’-]+){0,2} ?$"
)
_BARE_OR = regex(rf"^(?: [\w'’-]+){{0,3}}(?: ‹T\d+›)?,? (?:or|by|or by)(?: \w+)? {p('p')}(?=[.,;)]|$)")
_BREAK = regex(r"\b(?:and|but|while|whereas|as|after|although|though)\b|[.;:]")
_FAR = 100
# "down 30 per cent on last year": it has a base of its own
_UNRELATED_AFTER = regex(r"^(?: [\w'’-]+){0,2} (?:than|on|from|over|against|compared)\b")
_AT_AGAINST = regex(r"^at ‹N.*\b(?:against|compared|versus)\b")


@dataclass(frozen=True, slots=True)
class Change:
    """A stated change: its percentage, its direction and where it stands in the template."""

    percent: Quantity
    sign: int
    start: int
    end: int
    compares: bool  # "25 per cent more": what it is more than may follow


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures for one thing. Where ``timed`` the direction of the change tells which is the old one."""

    new: Quantity
    old: Quantity
    start: int
    end: int
    timed: bool = False


def stated_changes(shape: Template) -> list[Change]:
    """The changes in per cent that a sentence states, in text order."""
    found: list[Change] = []
    for match in _CHANGE.finditer(shape.text) if shape.shares else ():
        word = match["noun"] or match["after"] or match["than"] or match["verb"]
        quantity = shape.quantity(match["a"] or match["b"] or match["c"] or match["d"])
        if quantity.unit == "percent":
            sign = -1 if _DOWN.fullmatch(word) else 1
            found.append(Change(quantity, sign, match.start(), match.end(), match["than"] is not None))
    return found


def _pairs(shape: Template) -> Iterator[Pair]:
    for pattern in _PAIRS:
        for match in shape.find_all(pattern):
            yield Pair(shape.quantity(match["new"]), shape.quantity(match["old"]), match.start(), match.end())
    for match in shape.find_all(_TWO_TIMES):
        if shape.times[int(match["time1"])].text != shape.times[int(match["time2"])].text or _apart(match):
            yield Pair(
                shape.quantity(match["two"]), shape.quantity(match["one"]), match.start(), match.end(), timed=True
            )
    for pattern in _TIMES_FIRST:
        for match in shape.find_all(pattern):
            pair = (shape.quantity(match["two"]), shape.quantity(match["one"]))
            yield Pair(*pair, match.start(), match.end(), timed=True)


def _apart(match: re.Match[str]) -> bool:
    """ "in the twelve months before the ban and ... in the twelve months after it"."""
    return bool(re.search(r"\bbefore\b", match.group())) and bool(re.search(r"\bafter\b", match.group()))


def changes(article: Article, shape: Template, options: PercentOptions) -> Iterator[Conflict]:
    """A conflict for each change that is not the one between the pair of figures beside it."""
    if shape.figures < 2:
        return
    stated = stated_changes(shape)
    seen: set[int] = set()
    for pair in _pairs(shape):
        if not percent.comparable(pair.new, pair.old, options):
            continue
        for change in (*stated, *_bare_changes(shape, pair)):
            if change.percent.start in seen or not _beside(shape, change, pair):
                continue
            if percent.other_basis(shape, min(change.start, pair.start), max(change.end, pair.end)):
                continue
            seen.add(change.percent.start)
            yield from _judge(article, change, pair, options)
    for pair, change in _more_than(shape):
        if change.percent.start in seen or not percent.comparable(pair.new, pair.old, options):
            continue
        if not percent.other_basis(shape, pair.start, pair.end):
            seen.add(change.percent.start)
            yield from _judge(article, change, pair, options)


def _judge(article: Article, change: Change, pair: Pair, options: PercentOptions) -> Iterator[Conflict]:
    new, old = pair.new, pair.old
    if pair.timed and (new.value - old.value) * change.sign < 0:
        new, old = old, new
    conflict = percent.change(article, change.percent, new, old, change.sign, options)
    if conflict is not None:
        yield conflict


def _beside(shape: Template, change: Change, pair: Pair) -> bool:
    """Whether nothing stands between a change and a pair that could part them."""
    if change.start >= pair.end:
        after = shape.text[change.end :]
        if _UNRELATED_AFTER.match(after):
            return False
        gap = shape.text[pair.end : change.start]
        return len(gap) <= _FAR and bool(_JOINED.match(gap))
    if change.end <= pair.start:
        gap = shape.text[change.end : pair.start]
        if _AT_AGAINST.match(gap.strip()[-3:] + " " + shape.text[pair.start : pair.end]):
            return False  # "up 3% at 206 pence, against 190 pence at the start of the year"
        return len(gap) <= 60 and not _BREAK.search(gap) and "‹N" not in gap and "‹P" not in gap and not pair.timed
    # "rose 12.4% to £412m, from £375m" overlaps by no mark; a percentage inside the pair belongs to it.
    return pair.start <= change.start and change.end <= pair.end


def _bare_changes(shape: Template, pair: Pair) -> Iterator[Change]:
    """ "from 80 people to 100 people, or by 35 per cent": the direction is that of the pair."""
    match = _BARE_OR.match(shape.text[pair.end :])
    if match and not pair.timed and shape.text[pair.start : pair.start + 5].lower() == "from ":
        quantity = shape.quantity(match["p"])
        if quantity.unit == "percent":
            sign = 1 if pair.new.value >= pair.old.value else -1
            yield Change(quantity, sign, pair.end + match.start("p") - 2, pair.end + match.end(), compares=False)


# "60,000 tickets this year, 25% more than the 48,000 it sold"; "a drop of 25 per cent on the 80,000 of last year"
_MORE = regex(
    rf"{n('new')}{GAP}{{0,60}}?(?:,| [–—-]|,? or|,? \() ?(?:or |which is |an? )?(?:\w+ )?"
    rf"(?:{p('p')} (?P<sense>more|higher|up|less|fewer|lower|down) (?:than|on|from)"
    rf"|(?P<noun>{_NOUNS}) of (?:\w+ )?{p('q')} (?:on|from|over|against|compared (?:with|to))"
    rf"|{p('s')} (?P<noun2>{_NOUNS}) (?:on|from|over|against|compared (?:with|to))"
    rf"|(?P<verb>up|down)(?: by)?(?: \w+)? {p('r')} (?:on|from|over|against|compared (?:with|to)))"
    rf" (?:the |last year's |its |a )?{_FEW}{n('old')}",
    re.IGNORECASE,
)
# "600 boats last year, 30 per cent more than in 2022, when it sold 500"
_WHEN = regex(
    rf"{n('new')}{GAP}{{0,60}}?, (?:or )?(?:\w+ )?{p('p')} (?P<sense>more|higher|less|fewer|lower|up|down) (?:than|on) "
    rf"(?:in |during )?‹T\d+›, when (?:[\w'’-]+ ){{1,5}}?{n('old')}",
    re.IGNORECASE,
)


def _more_than(shape: Template) -> Iterator[tuple[Pair, Change]]:
    for pattern in (_MORE, _WHEN):
        for match in shape.find_all(pattern):
            groups = match.groupdict()
            word = groups["sense"] or groups.get("noun") or groups.get("noun2") or groups.get("verb") or ""
            quantity = shape.quantity(groups["p"] or groups.get("q") or groups.get("s") or groups.get("r") or "0")
            if quantity.unit == "percent":
                pair = Pair(shape.quantity(match["new"]), shape.quantity(match["old"]), match.start(), match.end())
                sign = -1 if _DOWN.fullmatch(word) else 1
                yield pair, Change(quantity, sign, match.start(), match.end(), compares=True)
