"""Parts that are said to make up a total must add up to it.

Only where the text says that the parts are all there are: a list after a colon, "made up of", men, women
and children, passengers and crew, "the remaining 120", a table with a row of totals, a margin between
two numbers of votes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pydantic import Field

from factcheck.assertions.model import Article
from factcheck.checks import figures
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.tables import Table, tables
from factcheck.checks.telling import article_name
from factcheck.checks.templates import GAP, Template, n, t, template, times_in
from factcheck.expressions.model import Bound, Quantity, QuantityKind, TimexType
from factcheck.expressions.quantity import stated_range, stated_step
from factcheck.expressions.quantity.nouns import singular
from factcheck.identity.model import Corpus
from factcheck.text.model import Sentence

# Classes of which nobody is in two; a list from one of these families counts each person once.
_FAMILIES: tuple[dict[str, str], ...] = (
    dict.fromkeys(("woman",), "woman")
    | dict.fromkeys(("man",), "man")
    | dict.fromkeys(("child", "infant", "baby", "minor", "toddler", "schoolchild"), "child"),
    dict.fromkeys(("boy",), "boy") | dict.fromkeys(("girl",), "girl"),
    dict.fromkeys(("adult",), "adult") | dict.fromkeys(("child", "infant", "baby", "minor"), "child"),
    dict.fromkeys(("passenger",), "passenger") | dict.fromkeys(("crew", "crewman", "sailor", "crewmember"), "crew"),
    dict.fromkeys(("civilian",), "civilian")
    | dict.fromkeys(("soldier", "troop", "servicemember", "serviceman"), "soldier")
    | dict.fromkeys(("police", "policeman"), "police")
    | dict.fromkeys(("rebel", "militant", "insurgent", "gunman", "attacker"), "rebel"),
)
# Families in which these two or three leave nobody out.
_COMPLETE = ({"woman", "man", "child"}, {"adult", "child"}, {"passenger", "crew"})
_NOT_ALL = re.compile(
    r"\b(?:includ\w+|among|such as|at least|others?|some|most|mainly|mostly|also|both|either|or|up to|about|several"
    r"|many|unidentified|unknown|further|additional|more|another|respectively|each|nearly|almost|over|less|fewer"
    r"|than)\b",
    re.IGNORECASE,
)
_ITEM = (
    r"(?:the |a further |its |their )?‹N\d+›"
    r"(?: (?:(?!and\b|or\b|with\b|while\b|but\b)[\w'’-]+|‹T\d+›)){0,5}"
)
_LIST = rf"{_ITEM}(?:, {_ITEM})*,? and {_ITEM}"
_MARK = re.compile(r"‹N(\d+)›")
_COLON = re.compile(
    rf"{n('total')}(?P<between>{GAP}{{0,40}}?)(?P<joint>:| [–-]| \(|,) (?P<list>{_LIST})(?P<end>[.;)]|,|$| [–-])"
)
_COMPOSED = re.compile(
    rf"{n('total')}{GAP}{{0,50}}?,? (?:(?:which )?(?:is|was|are|were) )?"
    rf"(?:made up of|consisting of|comprising|composed of"
    rf"|comprised of|in (?:\w+ )?(?:instalments|installments|tranches|payments) of"
    rf"|in ‹N(?P<count>\d+)› of) (?P<list>{_LIST})(?P<end>[.;,)]|$)"
)
_PAYMENTS = frozenset({"instalment", "installment", "tranche", "payment", "stage", "part", "batch"})
# "172 passengers and six crew, went down with all 182 people on board"
_ABOARD = re.compile(
    rf"(?P<list>{n('one')} and {n('two')})[^.;:]{{1,120}}?\b(?:all|the) {n('total')}(?: (?:on board|aboard)|[,.])"
)
_BY_TO_FROM = re.compile(
    rf"\b(?:rose|fell|grew|increased|decreased|dropped|declined|climbed|went up|went down|up|down) by {n('total')}"
    rf"{GAP}{{0,20}}? to {n('one')}{GAP}{{0,30}}?,? from {n('two')}",
    re.IGNORECASE,
)
_OF_THE = re.compile(
    rf"\b[Oo]f the (?:{n('total')}[^‹›.;:]{{0,40}}?|(?P<group>dead|injured|missing|survivors|victims|wounded)"
    rf"(?: \({n('inline')}\))?), (?P<rest>[^.;]*)"
)
_AGE_LIMIT = re.compile(
    r" (?:aged |of )?(?:under|below|over|above|younger than|older than|aged)(?: the age of)? ‹N\d+›(?: years?)?"
)
# "The passengers were 33 Peruvians, three Chileans and two Spaniards", with the passengers counted elsewhere
_THEY_WERE = re.compile(
    r"^(?:All |[Tt]he |All the )(?:‹N(?P<own>\d+)›|(?P<what>passengers|victims|dead|crew|injured|wounded|hostages"
    r"|captives|prisoners|survivors|delegates|suspects|defendants|detainees|missing))"
    rf"(?: (?:on board|aboard|killed|freed|taken))? (?:were|are|comprised?|consisted of) (?P<list>{_LIST})(?:$|[.,])"
)
# "700,000 on Sunday and 650,000 on Tuesday, or 1.35 million in all"
_IN_ALL = re.compile(
    rf"(?P<list>{_LIST})(?:, | [–—-] | \()(?:or |making |that is |which makes )?(?:just )?{n('total')} "
    r"(?:in (?:all|total)|all told|altogether|together)\b(?! (?:since|with))"
)
# "548,000 people took it in one district, 352,000 in another, ... and 135,000 in a fifth"
_BY_PLACE_ITEM = r"‹N\d+›(?: [\w'’-]+){0,6}? (?:in|at|from) (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}"
_BY_PLACE = re.compile(rf"{_BY_PLACE_ITEM}(?:, {_BY_PLACE_ITEM}){{2,}},? and {_BY_PLACE_ITEM}(?=[.;,]|$)")
_REMAINING = re.compile(r"\b(?:the )?(?:remaining|other|rest, )\s?‹N(\d+)›")
_COMPLEMENT = re.compile(
    rf"{n('one')}(?: [\w'’-]+)? of (?:the|its|their|those|these) {n('total')}(?P<between>{GAP}{{0,60}}?)"
    rf",? (?:and|but|while|with) (?:(?P<sure>the (?:other|remaining) )|only |just )?{n('two')} "
    rf"(?P<state>(?:others? )?(?:are|is|remain|were)? ?(?:still |yet )?(?:missing|at large|unaccounted for"
    rf"|to be found|lost|to come|outstanding|not been found)|[\w ]{{0,30}})"
)
_DEATH = re.compile(r"\b(?:dead|died|kill\w*|bod(?:y|ies)|fatal\w*|destroyed|damaged)\b", re.IGNORECASE)
_DIFFERENCE = re.compile(
    rf"{n('one')}(?: [\w'’-]+){{0,3}}? (?:to|against|versus|over) (?:[\w'’-]+ ){{0,3}}?{n('two')}(?: [\w'’-]+){{0,2}}?,"
    rf" (?:a|with a|giving (?:\w+ ){{1,3}}?a|by a) (?:[\w-]+ )?(?:margin|majority|lead|difference|gap) of "
    rf"(?:just |only )?{n('total')}"
)
_MORE_THAN = re.compile(
    rf"{n('one')}(?: [\w'’-]+){{0,4}}?,? (?:or |which is |that is )?(?:just |only )?{n('total')} "
    rf"(?P<sense>more|fewer|less) than the {n('two')}(?! (?:earlier|million|billion))"
)
_MONEY_WHOLE = re.compile(
    r"\b[Oo]f (?:the |its |their |‹T\d+›['’]s )(?:(?:year|quarter|month|group|company|half)['’]s |total )?"
    r"(?P<what>revenues?|sales|turnover|budget|profits?|sum|total|money|proceeds)\b[^‹›.;:]{0,30}, (?P<rest>[^.;]*)"
)
_TOTAL_OF = r"\b(?:[Rr]evenues?|[Ss]ales|[Tt]urnover|[Bb]udget|[Pp]rofits?|[Ss]um|[Tt]otal|[Pp]roceeds)\b"
_COMES_TO = re.compile(
    rf"(?P<what>{_TOTAL_OF})(?:{GAP}){{0,50}}? (?:of|was|were|came to|comes to|totall?ed|reached|stood at|is) {n('n')}"
)
_SPENT = re.compile(
    rf"\bmade up\b(?:, [^,.;‹›]{{1,40}},)? of (?P<list>{t('first')}[^.;]*)"
)  # durations: "It was made up, she explained, of 11 years ... and four years"
_SAME_TIME = re.compile(r"\b(?:concurren\w+|at the same time|suspended|overlapp\w+|in parallel)\b", re.IGNORECASE)
_DURATION = re.compile(r"PT?(\d+(?:\.\d+)?)([YMWDH])")
_UNIT_NAMES = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour"}
_TOTALLED = re.compile(
    rf"(?P<list>{_LIST})[^‹›.;:]{{0,40}}?,? (?:for|making|giving|bringing in) a (?:combined |grand )?total of "
    rf"{n('total')}(?P<tail>[^.;]*)"
)
_SO_FAR = re.compile(r"\b(?:so far|since|to date|now|this (?:year|season|month)|overall|career|ever|already)\b")


class Options(BaseOptions):
    """What a rule may set."""

    tables: bool = Field(default=True, description="Whether totals in tables are added up.")


@dataclass(frozen=True, slots=True)
class _Sum:
    """Parts against a total. ``only_more`` is set where the parts need not be all: they must not exceed it."""

    parts: tuple[Quantity, ...]
    total: Quantity
    only_more: bool = False
    confidence: float = 0.9


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each list of parts, table or margin that does not add up."""
    for article in corpus.articles:
        previous: tuple[Sentence, list[Quantity]] | None = None
        reported: dict[str, list[Quantity]] = {}
        for sentence, quantities in figures.by_sentence(article):
            times = times_in(article, sentence)
            if len(quantities) >= 2 or (quantities and reported) or len(times) >= 2:
                shape = template(article, sentence, quantities, times)
                done: set[int] = set()
                for each in _sums(shape, reported, article, sentence):
                    if each.total.start not in done:
                        conflict = _judge(article, each)
                        if conflict is not None:
                            done.add(each.total.start)
                            yield conflict
                yield from _differences(article, shape)
                yield from _durations(article, shape, previous)
            _remember(article, sentence, quantities, reported)
            previous = (sentence, quantities)
        if options.tables:
            for table in tables(article):
                yield from _columns(article, table)


def _remember(
    article: Article, sentence: Sentence, quantities: list[Quantity], reported: dict[str, list[Quantity]]
) -> None:
    """Keep the last exact count of the dead, and the last revenue, for "of the dead" and "of the revenue"."""
    for quantity in quantities:
        if quantity.measured in {"dead", "injured", "missing", "survivor"} and quantity.bound is Bound.EXACT:
            before = article.document.prose[max(sentence.start, quantity.start - 24) : quantity.start]
            if not re.search(r"\b(?:more|another|further|from|of)\b[^,]*$|\bmore\b", before + quantity.text):
                reported.setdefault(quantity.measured, []).append(quantity)
    if any(quantity.kind is QuantityKind.MONEY for quantity in quantities):
        shape = template(article, sentence, quantities, times_in(article, sentence))
        if re.search(r"\b(?:expect\w*|forecast\w*|predict\w*|target\w*|will|would)\b", shape.text):
            match = _COMES_TO.match(shape.text)
        else:
            match = _COMES_TO.search(shape.text)
        if match and shape.quantity(match["n"]).kind is QuantityKind.MONEY:
            reported.setdefault(singular(match["what"]), []).append(shape.quantity(match["n"]))


def _standing(reported: list[Quantity], added: float) -> Quantity | None:
    """The total that parts are of, where an article reports several: the largest, unless another one fits.

    Tolls grow, so the largest is the latest; a smaller one is an earlier count.
    """
    if any(quantity.value == added for quantity in reported):
        return None
    return max(reported, key=lambda quantity: quantity.value, default=None)


def _listed(shape: Template, text: str) -> tuple[Quantity, ...]:
    return tuple(shape.quantity(mark) for mark in _MARK.findall(text))


def _classes(parts: Sequence[Quantity]) -> set[str] | None:
    """The classes of a list whose members all are of one family and differ, None otherwise."""
    heads = [(part.unit or "").lower() for part in parts]
    for family in _FAMILIES:
        classes = [family[head] for head in heads if head in family]
        if len(classes) == len(heads) and len(set(classes)) == len(classes) > 1:
            return set(classes)
    return None


def _of_a_class(total: Quantity, after: str) -> bool:
    """Whether the supposed total is itself one of the parts: "14 were women, nine men and six children"."""
    words = {singular(word) for word in re.findall(r"[\w-]+", after)} | {(total.unit or "").lower()}
    return any(word in family for family in _FAMILIES for word in words)


def _complete(classes: set[str]) -> bool:
    return any(classes >= family for family in _COMPLETE)


def _sums(shape: Template, reported: dict[str, list[Quantity]], article: Article, sentence: Sentence) -> Iterator[_Sum]:
    text = shape.text
    for match in _COLON.finditer(text):
        if _NOT_ALL.search(match["between"]) or _NOT_ALL.search(match["list"]):
            continue
        parts, total = _listed(shape, match["list"]), shape.quantity(match["total"])
        classes = _classes(parts)
        if match["joint"] == ":":
            if match["end"] in {".", "", ";"} and (classes or _same_kind(parts, total)):
                yield _Sum(parts, total)
        elif classes and _people(total) and not _of_a_class(total, match["between"]):
            yield _Sum(parts, total, only_more=not _complete(classes))
    for match in _COMPOSED.finditer(text):
        if match["count"] and shape.quantity(match["count"]).unit not in _PAYMENTS:
            continue
        if not _NOT_ALL.search(match["list"]):
            yield _Sum(_listed(shape, match["list"]), shape.quantity(match["total"]))
    for match in _ABOARD.finditer(text):
        parts, total = _listed(shape, match["list"]), shape.quantity(match["total"])
        if _classes(parts) == {"passenger", "crew"} and total.unit in {None, "person"}:
            yield _Sum(parts, total)
    for match in _TOTALLED.finditer(text):
        parts, total = _listed(shape, match["list"]), shape.quantity(match["total"])
        if not _NOT_ALL.search(match["list"]) and not _SO_FAR.search(text) and _same_kind(parts, total):
            yield _Sum(parts, total)
    for match in _IN_ALL.finditer(text):
        parts, total = _listed(shape, match["list"]), shape.quantity(match["total"])
        if not _NOT_ALL.search(match["list"]) and not _SO_FAR.search(text) and _same_kind(parts, total):
            # More may have come before the list.
            earlier = _MARK.search(text, 0, match.start())
            yield _Sum(parts, total, only_more=earlier is not None)
    # "The three were 12, 13 and 15": those are ages.
    they = _THEY_WERE.match(text)
    if they is not None and not _NOT_ALL.search(they["list"]) and not _has_bare(shape, they["list"]):
        parts = _listed(shape, they["list"])
        if they["own"]:
            yield _Sum(parts, shape.quantity(they["own"]))
        else:
            unit = {"people": "person", "dead": "dead", "crew": "crew"}.get(they["what"], singular(they["what"]))
            whole = _counted_once(article, unit, parts)
            if whole is not None:
                yield _Sum(parts, whole)
    for match in _BY_PLACE.finditer(text):
        if not _NOT_ALL.search(match.group()):
            parts = _listed(shape, match.group())
            whole = _just_below(article, parts)
            if whole is not None:
                yield _Sum(parts, whole, only_more=True, confidence=0.85)
    for match in _OF_THE.finditer(text):
        rest = _AGE_LIMIT.sub("", match["rest"])
        parts = _listed(shape, rest)
        if len(parts) < 2 or _NOT_ALL.search(_REMAINING.sub("", rest)):
            continue
        if match["total"] or match["inline"]:
            whole = shape.quantity(match["total"] or match["inline"])
        else:
            group = {"survivors": "survivor", "victims": "dead", "wounded": "injured"}.get(
                match["group"], match["group"]
            )
            found = _standing(reported.get(group, []), sum(part.value for part in parts))
            if found is None:
                continue
            whole = found
        classes = _classes(_with_nouns(shape, rest, parts))
        remaining = _REMAINING.search(rest)
        if remaining and int(remaining[1]) == shape.quantities.index(parts[-1]):
            yield _Sum(parts, whole)
        elif classes:
            yield _Sum(parts, whole, only_more=not _complete(classes))
    for match in _COMPLEMENT.finditer(text):
        one, two, total = (shape.quantity(match[name]) for name in ("one", "two", "total"))
        still = bool(re.search(r"\bstill |missing|at large|unaccounted|outstanding|to be found", match["state"]))
        if (
            (match["sure"] or still)
            and (match["sure"] or not _DEATH.search(text))
            and (two.unit in {None, total.unit, one.unit} or " " not in two.text)
        ):
            yield _Sum((one, two), total, confidence=0.9 if match["sure"] else 0.85)
    for match in _MONEY_WHOLE.finditer(text):
        parts = tuple(part for part in _listed(shape, match["rest"]) if part.kind is QuantityKind.MONEY)
        found = _standing(reported.get(singular(match["what"]), []), sum(part.value for part in parts))
        if found is not None and len(parts) >= 2 and not _NOT_ALL.search(match["rest"]):
            yield _Sum(parts, found, only_more=True)


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
    """The only number that the article gives for ``unit`` besides the parts; None where it gives several or none."""
    places = {part.start for part in parts}
    found = [
        one
        for one in _around(article, parts[0])
        if one.kind is QuantityKind.COUNT
        and unit in {one.unit, (one.measured or "").split(" ")[-1]}
        and one.start not in places
    ]
    found = [one for one in found if one.start < parts[0].start]
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


def _with_nouns(shape: Template, text: str, parts: tuple[Quantity, ...]) -> list[Quantity]:
    """The parts with the nouns of "14 were women, nine men": the first plural noun after each mark."""
    result = []
    pieces = _MARK.split(text)  # text, number, text, number, ...
    for part, after in zip(parts, pieces[2::2], strict=True):
        unit = part.unit
        if unit is None or unit == "person":
            noun = re.match(r" (?:were |are |was )?(?:\w+ ){0,2}?(women|men|boys and girls|girls and boys|children|boys"
                            r"|girls|adults|crew|passengers"
                            r"|soldiers|civilians|police|minors|infants|babies)\b", after)  # fmt: skip
            unit = ("child" if " and " in noun[1] else singular(noun[1])) if noun else None
        result.append(replace(part, unit=unit))
    return result


def _people(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.COUNT


def _same_kind(parts: Sequence[Quantity], total: Quantity) -> bool:
    return all(
        part.kind is total.kind and (part.unit == total.unit or part.kind is QuantityKind.COUNT) for part in parts
    )


def _judge(article: Article, each: _Sum) -> Conflict | None:
    parts, total = each.parts, each.total
    figures_used = (*parts, total)
    if len({part.start for part in figures_used}) != len(figures_used) or len(parts) < 2:
        return None
    if any(part.bound is not Bound.EXACT for part in parts) or total.bound in {Bound.AT_LEAST, Bound.AT_MOST}:
        return None
    if any(one.low != one.high and one.kind is QuantityKind.COUNT and "-" in one.text for one in figures_used):
        return None
    if any(part.kind is not total.kind for part in parts) or total.kind is QuantityKind.PERCENT:
        return None
    if total.kind is not QuantityKind.COUNT and any(part.unit != total.unit for part in parts):
        return None
    step = min(stated_step(one) for one in figures_used)
    loose = 0.0 if total.kind is QuantityKind.COUNT and step <= 1 else step / 2
    added = sum(part.value for part in parts)
    low, high = added - loose * len(parts), added + loose * len(parts)
    if total.bound is Bound.ABOUT:
        total_low, total_high = stated_range(total)
    else:
        total_low, total_high = total.value - loose, total.value + loose
    if figures.overlap((low, high), (total_low, total_high)) or (each.only_more and low <= total_high):
        return None
    terms = " + ".join(figures.figure(part.value, part) for part in parts)
    right = figures.figure(added, min(parts, key=stated_step))
    stated = figures.figure(total.value, total)
    by = figures.figure(abs(total.value - added), min(figures_used, key=stated_step))
    return Conflict(
        message=f"{article_name(article)} gives {stated} in all, but the parts add up to {right}: {terms}.",
        evidence=(figures.evidence(article, total), *(figures.evidence(article, part) for part in parts)),
        key=("sum", stated, terms),
        explanation=(f"{terms} = {right}; {stated} is {'more' if total.value > added else 'less'} by {by}.",),
        suggestion=f"Write {right} for {stated}, or check which of the parts is wrong.",
        confidence=each.confidence,
    )


# --- differences --------------------------------------------------------------------------------------------


def _differences(article: Article, shape: Template) -> Iterator[Conflict]:
    """ "58,171 votes to 54,129, a margin of 4,402"; "203 people, or 11 more than the 192"."""
    for pattern in (_DIFFERENCE, _MORE_THAN, _BY_TO_FROM):
        for match in pattern.finditer(shape.text):
            one, two, total = (shape.quantity(match[name]) for name in ("one", "two", "total"))
            if (
                any(figure.bound is not Bound.EXACT for figure in (one, two, total))
                or len({one.kind, two.kind, total.kind}) != 1
            ):
                continue
            if one.unit and two.unit and one.unit != two.unit:
                continue
            difference = one.value - two.value
            if match.re is _MORE_THAN and match["sense"] != "more":
                difference = -difference
            elif match.re is _BY_TO_FROM:
                difference = abs(difference)
            if difference <= 0:
                continue
            step = min(stated_step(figure) for figure in (one, two, total))
            loose = 0.0 if one.kind is QuantityKind.COUNT and step <= 1 else 1.5 * step
            if abs(difference - total.value) <= loose + 1e-9 * one.value:
                continue
            right = figures.figure(difference, min((one, two, total), key=stated_step))
            yield Conflict(
                message=f"{article_name(article)} gives a difference of {total.text} between {one.text} and "
                f"{two.text}, but it is {right}.",
                evidence=tuple(figures.evidence(article, figure) for figure in (total, one, two)),
                key=("difference", total.text, one.text, two.text),
                explanation=(f"{one.text} - {two.text} = {right}, not {total.text}.",),
                suggestion=f"Write {right}, or check {one.text} and {two.text}.",
                confidence=0.92,
            )


# --- durations ----------------------------------------------------------------------------------------------


def _durations(
    article: Article, shape: Template, previous: tuple[Sentence, list[Quantity]] | None
) -> Iterator[Conflict]:
    """ "Fourteen years. It was made up of 11 years for ... and four years for ...": terms that follow one another."""
    match = _SPENT.search(shape.text)
    if match is None or _SAME_TIME.search(shape.text):
        return
    parts = [shape.times[int(mark)] for mark in re.findall(r"‹T(\d+)›", match["list"])]
    parts = [part for part in parts if part.type is TimexType.DURATION]
    before = [shape.times[int(mark)] for mark in re.findall(r"‹T(\d+)›", shape.text[: match.start()])]
    if not before and previous is not None:
        before = times_in(article, previous[0])
    totals = [timex for timex in before if timex.type is TimexType.DURATION]
    if len(totals) != 1 or len(parts) < 2:
        return
    total = totals[0]
    values = [_DURATION.fullmatch(timex.value) for timex in (total, *parts)]
    found = [value for value in values if value is not None]
    if (
        len(found) != len(values)
        or len({(value[2], "T" in timex.value) for value, timex in zip(found, (total, *parts), strict=True)}) != 1
    ):
        return
    if any(timex.mod for timex in (total, *parts)):
        return
    numbers = [float(value[1]) for value in found]
    added = sum(numbers[1:])
    if abs(added - numbers[0]) < 1e-6:
        return
    unit = _UNIT_NAMES[found[0][2]] if "T" not in total.value or found[0][2] == "H" else "minute"
    terms = " + ".join(f"{number:g}" for number in numbers[1:])
    yield Conflict(
        message=f"{article_name(article)} says that {total.text.lower()} are made up of "
        f"{' and '.join(part.text for part in parts)}, which make {added:g} {unit}s.",
        evidence=tuple(Evidence(article.document.name, timex.start, timex.end) for timex in (total, *parts)),
        key=("sum of durations", total.value, *(part.value for part in parts)),
        explanation=(f"{terms} = {added:g}, not {numbers[0]:g}.",),
        suggestion=f'Write {added:g} {unit}s for "{total.text}", or check the parts.',
        confidence=0.9,
    )


# --- tables -------------------------------------------------------------------------------------------------

_TOTAL_ROW = re.compile(r"(?:grand |sub)?total\b|(?:all|group|overall|sum|together)$|in all$", re.IGNORECASE)
_NO_SUM = re.compile(
    r"%|per ?cent|\bper\b|rate|average|mean|median|rank|\bage\b|year|score|price|index|ratio|position|change|growth"
    r"|date"
    r"|time|\bno\b|number|magnitude|distance|height|depth|margin|share|points?\b|km|miles|place|temperature|speed",
    re.IGNORECASE,
)


def _columns(article: Article, table: Table) -> Iterator[Conflict]:
    if not table.header:
        return
    width = len(table.header)
    rows = [row for row in table.rows if len(row) == width]
    if len(rows) != len(table.rows) or len(rows) < 2 or width < 2:
        return
    totals = [index for index, row in enumerate(rows) if _TOTAL_ROW.match(row[0].text.strip())]
    for column in range(1, width):
        header = table.header[column]
        cells = [row[column] for row in rows]
        if _NO_SUM.search(header.text) or any(cell.value is None or cell.percent for cell in cells):
            continue
        values = [cell.value or 0.0 for cell in cells]
        loose = 0.5 * min(cell.step for cell in cells) * len(cells) if any(cell.step < 1 for cell in cells) else 0.0
        if totals == [len(rows) - 1] and len(rows) >= 3:
            added, stated = sum(values[:-1]), values[-1]
            place = Evidence(article.document.name, cells[-1].start, cells[-1].end)
            said, parts = cells[-1].text, cells[:-1]
        elif not totals and width == 2:
            before = _announced(article, table, header.text)
            if before is None:
                continue
            added, stated, said, parts = sum(values), before.value, before.text, cells
            place = figures.evidence(article, before)
        else:
            continue
        if abs(added - stated) <= loose + 1e-9 * abs(stated):
            continue
        terms = " + ".join(cell.text for cell in parts)
        right = figures.number(added, min(cell.step for cell in cells))
        yield Conflict(
            message=f'In a table of {article_name(article)} the column "{header.text}" adds up to {right}, '
            f"not to {said}.",
            evidence=(place, *(Evidence(article.document.name, cell.start, cell.end) for cell in parts)),
            key=("table", header.text, said, terms),
            explanation=(f"{terms} = {right}, not {said}.",),
            suggestion=f"Write {right} for {said}, or check the rows.",
            confidence=0.92,
        )


def _announced(article: Article, table: Table, header: str) -> Quantity | None:
    """The number that the sentence before a table gives for its column: "86 tonnes of supplies:"."""
    if table.first == 0:
        return None
    sentence = article.text.sentences[table.first - 1]
    if not article.document.prose[sentence.start : sentence.end].rstrip().endswith(":"):
        return None
    name = singular(header.split()[-1].strip("()"))
    found = [
        quantity
        for quantity in article.expressions.quantities
        if sentence.start <= quantity.start < sentence.end
        and name in {quantity.unit, (quantity.measured or "").split(" ")[-1]}
        and quantity.bound is Bound.EXACT
    ]
    return found[0] if len(found) == 1 else None
