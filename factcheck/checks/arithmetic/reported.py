"""Parts of a total that the article reports elsewhere: "of the dead", "of the year's revenue", "the passengers"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.arithmetic import classes
from factcheck.checks.arithmetic.rolls import NOT_ALL, marks
from factcheck.checks.arithmetic.sums import Claim, Sum
from factcheck.checks.templates import GAP, Template, figure_template, n
from factcheck.expressions.model import Bound, Quantity, QuantityKind
from factcheck.expressions.quantity.nouns import singular
from factcheck.patterns import regex
from factcheck.text.model import Sentence

_ITEM = (
    r"(?:the |a further |its |their )?‹N\d+›"
    r"(?: (?:(?!and\b|or\b|with\b|while\b|but\b)[\w'’-]+|‹T\d+›)){0,5}"
)
_LIST = rf"{_ITEM}(?:, {_ITEM})*,? and {_ITEM}"
_MARK = regex(r"‹N(\d+)›")
# "172 passengers and six crew, went down with all 182 people on board"
_ABOARD = regex(
    rf"(?P<list>{n('one')} and {n('two')})[^.;:]{{1,120}}?\b(?:all|the) {n('total')}(?: (?:on board|aboard)|[,.])"
)
_OF_THE = regex(
    rf"\b[Oo]f the (?P<group>dead|injured|missing|survivors|victims|wounded)"
    rf"(?: \({n('inline')}\))?, (?P<rest>[^.;]*)"
)
_AGE_LIMIT = regex(
    r" (?:aged |of )?(?:under|below|over|above|younger than|older than|aged)(?: the age of)? ‹N\d+›(?: years?)?"
)
# "The passengers were 33 Peruvians, three Chileans and two Spaniards", with the passengers counted elsewhere
_THEY_WERE = regex(
    r"^(?:All |[Tt]he |All the )(?P<what>passengers|victims|dead|crew|injured|wounded|hostages"
    r"|captives|prisoners|survivors|delegates|suspects|defendants|detainees|missing)"
    rf"(?: (?:on board|aboard|killed|freed|taken))? (?:were|are|comprised?|consisted of) (?P<list>{_LIST})(?:$|[.,])"
)
# "548,000 people took it in one district, 352,000 in another, ... and 135,000 in a fifth"
_BY_PLACE_ITEM = r"‹N\d+›(?: [\w'’-]+){0,6}? (?:in|at|from) (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}"
_BY_PLACE = regex(rf"{_BY_PLACE_ITEM}(?:, {_BY_PLACE_ITEM}){{2,}},? and {_BY_PLACE_ITEM}(?=[.;,]|$)")
_PLACES = 4
_REMAINING = regex(r"\b(?:the )?(?:remaining|other|rest, )\s?‹N(\d+)›")
_COMPLEMENT = regex(
    rf"{n('one')}(?: [\w'’-]+)? of (?:the|its|their|those|these) {n('total')}(?P<between>{GAP}{{0,60}}?)"
    rf"(?:,? (?:and|but|while|with)|;) (?:(?P<sure>the (?:other|remaining) )|only |just )?{n('two')} "
    rf"(?P<state>(?:others? )?(?:are|is|remain|were)? ?(?:still |yet )?(?:missing|at large|unaccounted for"
    rf"|to be found|lost|to come|outstanding|not been found)|[\w ]{{0,30}})"
)
_DEATH = regex(r"\b(?:dead|died|kill\w*|bod(?:y|ies)|fatal\w*|destroyed|damaged)\b", re.IGNORECASE)
_MONEY_WHOLE = regex(
    r"\b[Oo]f (?:the |its |their |‹T\d+›['’]s )(?:(?:year|quarter|month|group|company|half)['’]s |total )?"
    r"(?P<what>revenues?|sales|turnover|budget|profits?|sum|total|money|proceeds)\b[^‹›.;:]{0,30}, (?P<rest>[^.;]*)"
)
_TOTAL_OF = r"\b(?:[Rr]evenues?|[Ss]ales|[Tt]urnover|[Bb]udget|[Pp]rofits?|[Ss]um|[Tt]otal|[Pp]roceeds)\b"
_COMES_TO = regex(
    rf"(?P<what>{_TOTAL_OF})(?:{GAP}){{0,50}}? (?:of|was|were|came to|comes to|totall?ed|reached|stood at|is) {n('n')}"
)
_FUTURE = regex(r"\b(?:expect\w*|forecast\w*|predict\w*|target\w*|will|would)\b")

Reported = dict[str, list[Quantity]]


def remember(article: Article, sentence: Sentence, quantities: Sequence[Quantity], reported: Reported) -> None:
    """Keep the exact counts of the dead, and the revenues, for "of the dead" and "of the revenue"."""
    for quantity in quantities:
        if quantity.measured in {"dead", "injured", "missing", "survivor"} and quantity.bound is Bound.EXACT:
            before = article.document.prose[max(sentence.start, quantity.start - 24) : quantity.start]
            if not re.search(r"\b(?:more|another|further|from|of)\b[^,]*$|\bmore\b", before + quantity.text):
                reported.setdefault(quantity.measured, []).append(quantity)
    if any(quantity.kind is QuantityKind.MONEY for quantity in quantities):
        shape = figure_template(article, sentence)
        match = shape.search(_COMES_TO)
        if match is not None and _FUTURE.search(shape.text):
            match = _COMES_TO.match(shape.text)
        if match and shape.quantity(match["n"]).kind is QuantityKind.MONEY:
            reported.setdefault(singular(match["what"]), []).append(shape.quantity(match["n"]))


def sums(article: Article, shape: Template, reported: Reported) -> Iterator[Sum]:
    """The sums of a sentence whose total stands elsewhere in the article, or in another role in the sentence."""
    if shape.figures < 2:
        return
    for match in shape.find_all(_ABOARD):
        parts, total = _listed(shape, match["list"]), shape.quantity(match["total"])
        if classes.classes(parts) == {"passenger", "crew"} and total.unit in {None, "person"}:
            yield Sum(parts, (total,))
    they = shape.search(_THEY_WERE)
    # "The three were 12, 13 and 15": those are ages.
    if they is not None and not NOT_ALL.search(they["list"]) and not _has_bare(shape, they["list"]):
        parts = _listed(shape, they["list"])
        unit = {"people": "person", "dead": "dead", "crew": "crew"}.get(they["what"], singular(they["what"]))
        whole = _counted_once(article, unit, parts)
        if whole is not None:
            yield Sum(parts, (whole,))
    for match in _BY_PLACE.finditer(shape.text) if shape.figures >= _PLACES else ():
        if not NOT_ALL.search(match.group()):
            parts = _listed(shape, match.group())
            whole = _just_below(article, parts)
            if whole is not None:
                yield Sum(parts, (whole,), Claim.WITHIN, confidence=0.85)
    yield from _of_a_group(shape, reported)
    yield from _complements(shape)
    for match in shape.find_all(_MONEY_WHOLE):
        parts = tuple(part for part in _listed(shape, match["rest"]) if part.kind is QuantityKind.MONEY)
        found = _standing(reported.get(singular(match["what"]), []), sum(part.value for part in parts))
        if found is not None and len(parts) >= 2 and not NOT_ALL.search(match["rest"]):
            yield Sum(parts, (found,), Claim.WITHIN)


def _of_a_group(shape: Template, reported: Reported) -> Iterator[Sum]:
    """ "Of the dead, 14 were women": the dead as the article last counted them."""
    for match in shape.find_all(_OF_THE):
        rest = _AGE_LIMIT.sub(lambda one: " " * len(one.group()), match["rest"])
        figures = [
            mark
            for mark in marks(shape)
            if mark.letter == "N" and match.start("rest") <= mark.start < match.end("rest")
            and rest[mark.start - match.start("rest")] == "‹"
        ]  # fmt: skip
        if len(figures) < 2 or NOT_ALL.search(_REMAINING.sub("", rest)):
            continue
        parts = tuple(mark.quantity for mark in figures)
        if match["inline"]:
            whole = shape.quantity(match["inline"])
        else:
            group = {"survivors": "survivor", "victims": "dead", "wounded": "injured"}
            found = _standing(
                reported.get(group.get(match["group"], match["group"]), []), sum(part.value for part in parts)
            )
            if found is None:
                continue
            whole = found
        kinds = classes.classes(classes.with_nouns(shape, figures, 0, len(figures) - 1))
        remaining = _REMAINING.search(rest)
        if remaining and shape.quantity(remaining[1]) is parts[-1]:
            yield Sum(parts, (whole,))
        elif kinds:
            yield Sum(parts, (whole,), Claim.ALL if classes.complete(kinds) else Claim.WITHIN)


def _complements(shape: Template) -> Iterator[Sum]:
    """ "Two of the nine are home, and three are still missing"."""
    for match in shape.find_all(_COMPLEMENT):
        one, two, total = (shape.quantity(match[name]) for name in ("one", "two", "total"))
        still = bool(re.search(r"\bstill |missing|at large|unaccounted|outstanding|to be found", match["state"]))
        if (
            (match["sure"] or still)
            and (match["sure"] or not _DEATH.search(shape.text))
            and (two.unit in {None, total.unit, one.unit} or " " not in two.text)
        ):
            yield Sum((one, two), (total,), confidence=0.9 if match["sure"] else 0.85)


def _standing(reported: Sequence[Quantity], added: float) -> Quantity | None:
    """The total that parts are of, where an article reports several: the largest, unless another one fits.

    Tolls grow, so the largest is the latest; a smaller one is an earlier count.
    """
    if any(quantity.value == added for quantity in reported):
        return None
    return max(reported, key=lambda quantity: quantity.value, default=None)


def _listed(shape: Template, text: str) -> tuple[Quantity, ...]:
    return tuple(shape.quantity(mark) for mark in _MARK.findall(text))


_AROUND = 150  # quantities before and after; an article has fewer


def _around(article: Article, quantity: Quantity) -> Sequence[Quantity]:
    """The quantities of an article, those near ``quantity`` in a book."""
    quantities = article.expressions.quantities
    index = bisect_left(quantities, quantity.start, key=lambda one: one.start)
    return quantities[max(0, index - _AROUND) : index + _AROUND]


def _has_bare(shape: Template, text: str) -> bool:
    """Whether a number of the list has no noun: "12, 13 and 15"."""
    pieces = _MARK.split(text)
    return any(
        shape.quantity(mark).unit is None and not re.match(r" (?!and\b)[A-Za-z]", after)
        for mark, after in zip(pieces[1::2], pieces[2::2], strict=True)
    )


def _counted_once(article: Article, unit: str, parts: tuple[Quantity, ...]) -> Quantity | None:
    """The only number that the article gives for ``unit`` before the parts; None where it gives several or none."""
    found = [
        one
        for one in _around(article, parts[0])
        if one.kind is QuantityKind.COUNT
        and unit in {one.unit, (one.measured or "").split(" ")[-1]}
        and one.start < parts[0].start
    ]
    if len({one.value for one in found}) != 1 or found[0].bound is not Bound.EXACT:
        return None
    return found[0]


_NEAR_TOTAL = 0.03  # a slip of a digit leaves a sum about as large as its total; other totals are far off
_EXACT_DIGITS = 4


def _just_below(article: Article, parts: tuple[Quantity, ...]) -> Quantity | None:
    """A count of the same unit, given to four digits or more, that a list of places just exceeds.

    Places that are listed need not be all, but they cannot have more than there is. None where any count of the
    article is the sum, or none is near it.
    """
    added = sum(part.value for part in parts)
    units = {part.unit for part in parts}
    if len(units) != 1 or None in units or any(_digits(part) < 2 for part in parts):
        return None
    places = {part.start for part in parts}
    near = [
        one
        for one in _around(article, parts[0])
        if one.kind is parts[0].kind
        and one.unit in units
        and one.bound is Bound.EXACT
        and one.start not in places
        and abs(one.value - added) <= _NEAR_TOTAL * added
    ]
    if len({one.value for one in near}) != 1 or near[0].value >= added or _digits(near[0]) < _EXACT_DIGITS:
        return None
    return near[0]


def _digits(quantity: Quantity) -> int:
    """How many digits of a number are told: 1,609,500 has five, 1.6 million two."""
    return len(f"{quantity.value:.0f}".rstrip("0"))
