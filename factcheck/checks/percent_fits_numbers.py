"""A percentage beside the numbers it is taken from must follow from them, as far as all are rounded.

Growth ("rose 12.4% to £412m, from £375m"), shares ("46,717 of the 119,480 votes, or 39.1%"), turnouts,
profit margins where the article gives the revenue, and tables with a column of percentages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic import Field

from factcheck.assertions.model import Article
from factcheck.checks import figures
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.tables import Cell, Table, tables
from factcheck.checks.telling import article_name
from factcheck.checks.templates import GAP, Template, n, p, template, times_in
from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.expressions.quantity import stated_range, stated_step
from factcheck.identity.model import Corpus
from factcheck.text.model import Sentence

_UP = (
    r"(?:up|rose|rise[ns]?|rising|grew|grown|grow[s]?|growing|increas\w+|climb\w*|jump\w*|gain\w*|soar\w*|surg\w+"
    r"|higher|advanc\w+|went up|growth|more|improv\w+|expand\w+|leap\w*)"
)
_DOWN = (
    r"(?:down|fell|fall(?:en|s|ing)?|dropp\w+|drop|drops|declin\w+|decreas\w+|lower|shrank|shrunk|shrinking|slipp\w+"
    r"|slid|plung\w+|tumbl\w+|went down|reduc\w+|less|fewer|los[ts]\w*|sank|plummet\w*)"
)
_CHANGE = rf"(?P<verb>{_UP}|{_DOWN})"
_AGAINST = r"(?:from|compared with|compared to|against|up from|down from|on|over)"
_NOUNY = r"(?:rise|increase|growth|gain|jump|fall|drop|decline|decrease|reduction|cut|leap|surge|loss|improvement)"
_DETERMINED = r"(?:the |its |a |an |last year's )?"
_CHANGES = (
    # "rose 12.4% to £412m, from £375m"; "down 4.2% at 618 pence by early afternoon, from 645 pence"
    re.compile(
        rf"\b{_CHANGE}(?: by)?(?: \w+)?,? {p('p')}(?: [\w-]+){{0,2}} (?:to|at) "
        rf"{n('new')}{GAP}{{0,40}}?,? \(?{_AGAINST} {_DETERMINED}"
        rf"{n('old')}",
        re.IGNORECASE,
    ),
    # "from 38 to 61, a rise of 40 per cent"
    re.compile(
        rf"\bfrom {_DETERMINED}{n('old')}{GAP}{{0,40}}? to {_DETERMINED}"
        rf"{n('new')}{GAP}{{0,30}}?[,(–-] ?\(?(?:which (?:is|was) )?(?:an? |or )?(?:\w+ )?"
        rf"(?P<verb>{_NOUNY}|up|down)(?: of)?(?: \w+)? {p('p')}",
        re.IGNORECASE,
    ),
    # "a 40 per cent rise, from 38 to 61"; "went up by 34% between the rounds, from 46,717 to 58,171"
    re.compile(
        rf"\b{_CHANGE}(?: by)?(?: \w+)? {p('p')}{GAP}{{0,40}}?,? from {_DETERMINED}"
        rf"{n('old')}{GAP}{{0,40}}? to {_DETERMINED}{n('new')}",
        re.IGNORECASE,
    ),
    # "from 38 to 61, or 40 per cent"; "a 40 per cent rise from 38 to 61"
    re.compile(
        rf"\b{p('p')} (?P<verb>{_NOUNY}){GAP}{{0,40}}?,? from {_DETERMINED}"
        rf"{n('old')}{GAP}{{0,40}}? to {_DETERMINED}{n('new')}",
        re.IGNORECASE,
    ),
    # "$2.1 billion last year, up 50 percent from the $1.4 billion"
    re.compile(
        rf"{n('new')}{GAP}{{0,40}}?,? \(?(?P<verb>up|down)(?: by)?(?: \w+)? "
        rf"{p('p')} {_AGAINST} {_DETERMINED}(?:[\w'’-]+ ){{0,4}}?{n('old')}",
        re.IGNORECASE,
    ),
    # "from 48,000 to 60,000, a 25% increase"
    re.compile(
        rf"\bfrom {_DETERMINED}{n('old')}{GAP}{{0,40}}? to {_DETERMINED}{n('new')}{GAP}{{0,30}}?, an? "
        rf"{p('p')} (?P<verb>{_NOUNY})",
        re.IGNORECASE,
    ),
    # "60,000 visitors, up from 48,000 last year, a rise of 25%"
    re.compile(
        rf"{n('new')}{GAP}{{0,40}}?, (?:up|down) from {_DETERMINED}{n('old')}{GAP}{{0,30}}?, an? "
        rf"(?:(?P<verb>{_NOUNY}) of(?: \w+)? {p('p')}|{p('q')} (?P<noun>{_NOUNY}))",
        re.IGNORECASE,
    ),
    # "60,000 tickets this year, 25% more than the 48,000 it sold"
    re.compile(
        rf"{n('new')}{GAP}{{0,40}}?, (?:or |which is )?(?:\w+ )?{p('p')} (?P<verb>more|higher|up|less|fewer|lower) "
        rf"(?:than|on) (?:the |last year's ){n('old')}",
        re.IGNORECASE,
    ),
)  # fmt: skip
_SHARES = (
    # "46,717 of the 119,480 valid votes cast last Sunday, or 39.1%"
    re.compile(
        rf"{n('part')}(?: [\w-]+){{0,2}}? (?:of|out of) (?:[\w'’-]+ ){{0,4}}?"
        rf"{n('whole')}{GAP}{{0,50}}?(?:,? or (?:\w+ )?|,? \((?:or )?(?:\w+ )?|, which is (?:\w+ )?)"
        rf"{p('p')}"
    ),
    # "39.1%, or 46,717 of the 119,480 votes"
    re.compile(
        rf"{p('p')}(?:,? or|:| \(|,? that is,?) {n('part')}(?: [\w-]+){{0,2}}? "
        rf"(?:of|out of) (?:[\w'’-]+ ){{0,4}}?{n('whole')}"
    ),
    # "60% (30) of the 50 parts", "30, or 60%, of the 50 parts"
    re.compile(
        rf"{p('p')}(?: \(|,? or ){n('part')}[),]* of (?:[\w'’-]+ ){{0,4}}?"
        rf"{n('whole')}"
    ),
    re.compile(
        rf"{n('part')}(?: \(|,? or |, which is |, )(?:\w+ )?{p('p')}[),]* of (?:the|its|their|all) "
        rf"(?:[\w'’-]+ ){{0,3}}?{n('whole')}"
    ),
    # "53 of the 120 seats, about 44%."; "53 of 120 seats – 44% –"
    re.compile(
        rf"{n('part')}(?: [\w-]+){{0,2}}? (?:of|out of|from) (?:[\w'’-]+ ){{0,3}}?"
        rf"{n('whole')}[^‹›.;:(),]{{0,25}}(?:, | [–—-] )(?:or |just |about |only |nearly |some )*{p('p')}"
        rf"(?=[.;)]|, (?:according|he|she|they|the [a-z]+ said)| [–—-] |$)"
    ),
    # "Of the 1,850 seats, 1,258, or 68%, went"; "640 people, of whom 310 (48%) were at work"
    re.compile(
        rf"(?:\b[Oo]f (?:the |its |their |all |all the )?(?:[\w'’-]+ ){{0,2}}{n('whole')}{GAP}{{0,50}}?, "
        rf"|{n('all')}{GAP}{{0,40}}?,? of (?:which|whom) )(?:only |just |some )?{n('part')}"
        rf"(?: [\w'’-]+){{0,4}}?(?:,? or (?:\w+ )?|,? \((?:or )?(?:\w+ )?| [–—-] (?:or )?){p('p')}"
    ),
)  # fmt: skip
# "That is 78 per cent of the 1,850,000 whom it hopes to reach" behind a sentence with one number
_THAT_IS = re.compile(
    r"^(?:[Aa]nd |[Bb]ut )?(?:That|This|It|The (?:figure|number|total|sum))"
    r" (?:is|was|amounts to|amounted to|makes|made|represents|represented|means|equals|comes to|came to|corresponds to)"
    rf" (?:just |only |about |some |almost |nearly |roughly |barely )?{p('p')} of "
    rf"(?:(?:the|its|their|his|her|all|all the|a|those) )?(?:[\w'’-]+ ){{0,4}}?{n('whole')}"
)
_TARGET = re.compile(
    rf"\b(?:target|goal) (?:of|was|is|had been|is to reach|was to reach|, of) (?:to \w+ |\w+ )?{n('n')}"
    rf"|{n('m')} (?:whom|which|that) [\w ]{{3,30}}\b(?:hopes?|hoped|aims?|aimed|plan\w*) to (?:reach|vaccinate|treat"
    rf"|feed|sell|build|plant|raise|collect)\b"
)
_OF_TARGET = re.compile(
    rf"{n('part')}(?: [\w'’-]+){{0,4}}?,? (?:or )?(?:just |only |about |some |nearly )?\(?{p('p')} of "
    rf"(?:the|its|their) (?:target|goal)\b"
)
# "from 3.25% to 3.75%, by 50 basis points"; "to 4.1% from 4.8%, a drop of 0.7 percentage points"
_POINTS = (
    re.compile(
        rf"\b(?:by |a (?:\w+ )?)?{p('p')}(?: (?:rise|cut|increase|reduction|hike))?,? from {_DETERMINED}{p('old')}"
        rf"{GAP}{{0,30}}? to {_DETERMINED}{p('new')}"
    ),
    re.compile(
        rf"\bfrom {_DETERMINED}{p('old')}{GAP}{{0,30}}? to {_DETERMINED}{p('new')}{GAP}{{0,20}}?, an? (?:\w+ )?"
        rf"(?:{_NOUNY} of (?:\w+ )?{p('p')}|{p('q')} {_NOUNY})"
    ),
    re.compile(
        rf"\bto {p('new')}{GAP}{{0,30}}? from {p('old')}{GAP}{{0,30}}?, an? (?:\w+ )?"
        rf"(?:{_NOUNY} of (?:\w+ )?{p('p')}|{p('q')} {_NOUNY})"
    ),
)  # fmt: skip
# "cut by a quarter of a point, from 3.75% to 3.50%"; "by half a point to 3.5% from 3%"
_POINT = r"(?:(?: of)?(?: an?)?(?: percentage)?[ -]points?)"
_POINT_WORDS = (
    re.compile(
        rf"\bby (?:only |just |another )?{n('c')}(?P<unit>{_POINT})?,? from {_DETERMINED}{p('old')}"
        rf"{GAP}{{0,30}}? to {_DETERMINED}{p('new')}"
    ),
    re.compile(
        rf"\bby (?:only |just |another )?{n('c')}(?P<unit>{_POINT})?,? to {_DETERMINED}{p('new')}"
        rf"{GAP}{{0,20}}?,? from {_DETERMINED}{p('old')}"
    ),
)  # fmt: skip
# Only of a turnout is it certain that "with" and "of" name its base.
_TURNOUTS = (
    re.compile(
        rf"\b[Tt]urnout\b{GAP}{{0,40}}?{p('p')}{GAP}{{0,20}}?[,:(–-]+ ?(?:with|as|after|when) "
        rf"{n('part')}(?: [\w-]+){{0,2}}? (?:of|out of) (?:[\w'’-]+ ){{0,4}}?"
        rf"{n('whole')}"
    ),
    re.compile(
        rf"\b[Tt]urnout\b{GAP}{{0,40}}?{p('p')}[,:(–-]+ ?of (?:[\w'’-]+ ){{0,3}}?"
        rf"{n('whole')}{GAP}{{0,60}}?, (?:only |just )?{n('part')} "
        rf"(?:had |have )?(?:voted|cast|took part|turned out)"
    ),
)  # fmt: skip
# Another measure than the plain quotient of the two numbers.
_OTHER_BASIS = re.compile(
    r"constant|like-for-like|like for like|underlying|organic|adjusted|annualis|annualiz|annual rate|per year|per annum"
    r"|a year\b(?! (?:earlier|before|ago))|real terms|inflation|comparable|excluding|on average|each year|every year"
    r"|pro forma|compound",
    re.IGNORECASE,
)  # fmt: skip
_REVENUE = re.compile(rf"\b(?:[Rr]evenues?|[Ss]ales|[Tt]urnover)\b(?!-)(?P<words>(?:{GAP}|‹P\d+›){{0,80}}?){n('n')}")
_FORECAST = re.compile(
    r"\b(?:expect\w*|forecast\w*|predict\w*|guid\w+|target\w*|project\w*|will|would|could|should|hope\w*|aim\w*"
    r"|next|outlook|estimat\w+|consensus|by|below|above)\b",
    re.IGNORECASE,
)
_OLD_VALUE = re.compile(r"\b(?:from|against|compared (?:with|to)|on the|up on|down on|than)\b[^,]*$", re.IGNORECASE)
_MARGIN = re.compile(
    rf"\b(?P<what>(?:[Oo]perating |[Nn]et |[Gg]ross |[Pp]re-?tax )?(?:profits?|earnings|income))\b"
    rf"(?:{GAP}|‹P\d+›){{0,60}}?"
    rf"{n('n')}{GAP}{{0,20}}?,? (?:giving|for|or|which is|which gives|with|at|yielding|and)"
    rf"(?: (?:it|the group|the company|the firm))?"
    rf"(?: an?)?(?: \w+)? (?:margin of(?: \w+)? {p('p')}"
    rf"|{p('q')} (?:margin\b|of (?:its |the |total )?(?:revenues?|sales|turnover)\b))"
)


class Options(BaseOptions):
    """What a rule may set."""

    slack_points: float = Field(
        default=0.06, ge=0, description="How many percentage points beyond rounding are forgiven."
    )
    smallest_base: float = Field(default=2, ge=0, description="Numbers smaller than this are no base for percentages.")


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each percentage that does not follow from its numbers."""
    for article in corpus.articles:
        revenues: list[Quantity] = []
        margins: list[tuple[Quantity, Quantity, str]] = []
        targets: list[Quantity] = []
        shares_of_target: list[tuple[Quantity, Quantity]] = []
        previous: Sequence[Quantity] = ()
        for sentence, quantities in figures.by_sentence(article):
            if not quantities:
                previous = ()
                continue
            has_percent = any(quantity.kind is QuantityKind.PERCENT for quantity in quantities)
            money = any(quantity.kind is QuantityKind.MONEY for quantity in quantities)
            before, previous = previous, quantities
            prose = article.document.prose
            aims = any(prose.find(word, sentence.start, sentence.end) >= 0 for word in _AIMS)
            if not has_percent and not money and not aims:
                continue
            shape = template(article, sentence, quantities, times_in(article, sentence))
            if aims:
                _collect_targets(shape, targets, shares_of_target)
            if has_percent:
                yield from _that_is(article, shape, before, options)
                yield from _changes(article, shape, options)
                yield from _shares(article, shape, options)
                yield from _points(article, shape, options)
                yield from _point_words(article, shape, options)
            if money:
                _collect(sentence, shape, revenues, margins)
        yield from _margins(article, revenues, margins, options)
        yield from _of_target(article, targets, shares_of_target, options)
        for table in tables(article):
            yield from _columns(article, table, options)


# --- growth -------------------------------------------------------------------------------------------------


def _changes(article: Article, shape: Template, options: Options) -> Iterator[Conflict]:
    seen: set[int] = set()
    for pattern in _CHANGES:
        for match in pattern.finditer(shape.text):
            groups = match.groupdict()
            percent = shape.quantity(groups["p"] or groups["q"])
            new, old = shape.quantity(match["new"]), shape.quantity(match["old"])
            verb = (groups["verb"] or groups["noun"]).lower()
            if percent.start in seen or _other_basis(shape.text, match) or not _comparable(new, old, options):
                continue
            seen.add(percent.start)
            sign = -1 if re.fullmatch(_DOWN + r"|fall|drop|decline|decrease|reduction|cut|loss", verb) else 1
            conflict = _change(article, percent, new, old, sign, options)
            if conflict is not None:
                yield conflict


def _comparable(left: Quantity, right: Quantity, options: Options) -> bool:
    if left.kind is not right.kind and QuantityKind.COUNT not in {left.kind, right.kind}:
        return False
    if left.unit != right.unit and left.unit is not None and right.unit is not None:
        return False
    if QuantityKind.MONEY in {left.kind, right.kind} and left.kind is not right.kind:
        return False
    return min(abs(left.value), abs(right.value)) >= options.smallest_base or left.kind is QuantityKind.MONEY


def _other_basis(text: str, match: re.Match[str]) -> bool:
    return bool(_OTHER_BASIS.search(text, max(0, match.start() - 40), min(len(text), match.end() + 40)))


def _change(
    article: Article, percent: Quantity, new: Quantity, old: Quantity, sign: int, options: Options
) -> Conflict | None:
    if percent.unit != "percent" or old.value <= 0 or new.value <= 0 or not 0.05 < new.value / old.value < 20:
        return None
    (new_low, new_high), (old_low, old_high) = stated_range(new), stated_range(old)
    low, high = (new_low / old_high - 1) * 100, (new_high / old_low - 1) * 100
    exact = (new.value / old.value - 1) * 100
    if sign < 0:
        low, high, exact = -high, -low, -exact
    if exact <= 0:
        return None  # rose, but to less: the numbers are not what the pattern takes them for
    stated = stated_range(percent)
    if percent.bound.value == "at least":
        stated = (stated[0], float("inf"))
    elif percent.bound.value == "at most":
        stated = (0.0, stated[1])
    slack = options.slack_points + 0.01 * percent.value
    if figures.overlap((low - slack, high + slack), stated):
        return None
    word = "rise" if sign > 0 else "fall"
    right = figures.number(exact, min(1.0, stated_step(percent)) if exact >= 10 else 0.1)
    return Conflict(
        message=f"{article_name(article)} gives a {word} of {percent.text}, but from {old.text} to {new.text} it is "
        f"{right} per cent.",
        evidence=(figures.evidence(article, percent), figures.evidence(article, new), figures.evidence(article, old)),
        key=("change", percent.text, new.text, old.text),
        explanation=(
            f"{new.text} / {old.text} = {new.value / old.value:.4f}, a {word} of {exact:.2f} per cent "
            f"({max(low, 0):.2f} to {high:.2f} as rounded), not {percent.text}.",
        ),
        suggestion=f"Write {right} per cent, or check {new.text} and {old.text}.",
        confidence=0.92,
    )


def _points(article: Article, shape: Template, options: Options) -> Iterator[Conflict]:
    """A change of a percentage in points: from 3.25% to 3.75% by 50 basis points."""
    seen: set[int] = set()
    for pattern in _POINTS:
        for match in pattern.finditer(shape.text):
            groups = match.groupdict()
            change = shape.quantity(groups["p"] or groups["q"])
            new, old = shape.quantity(match["new"]), shape.quantity(match["old"])
            if change.start in seen or change.unit not in {"percentage point", "basis point"}:
                continue
            seen.add(change.start)
            if new.unit != "percent" or old.unit != "percent" or any(one.bound.value != "exact" for one in (new, old)):
                continue
            factor = 0.01 if change.unit == "basis point" else 1.0
            exact = abs(new.value - old.value)
            rounding = 0.5 * (stated_step(new) % 1 or 0.1) + 0.5 * (stated_step(old) % 1 or 0.1)
            low, high = (end * factor for end in stated_range(change))
            if figures.overlap((exact - rounding, exact + rounding), (low, high)):
                continue
            right = figures.number(exact / factor, 1.0 if factor < 1 else min(1.0, stated_step(change)))
            right = f"{right} {change.unit}{'' if right == '1' else 's'}"
            yield Conflict(
                message=f"{article_name(article)} gives {change.text}, but from {old.text} to {new.text} "
                f"it is {right}.",
                evidence=tuple(figures.evidence(article, one) for one in (change, new, old)),
                key=("points", change.text, new.text, old.text),
                explanation=(f"{new.text} and {old.text} are {exact:.4g} percentage points apart.",),
                suggestion=f"Write {right}, or check {old.text} and {new.text}.",
                confidence=0.9,
            )


def _point_words(article: Article, shape: Template, options: Options) -> Iterator[Conflict]:
    """A change in points that is no percentage by itself: "by a quarter of a point, from 3.75% to 3.50%"."""
    for pattern in _POINT_WORDS:
        for match in pattern.finditer(shape.text):
            change, new, old = (shape.quantity(match[name]) for name in ("c", "new", "old"))
            if not (match["unit"] or change.unit == "point") or change.unit not in {None, "point"}:
                continue
            if new.unit != "percent" or old.unit != "percent":
                continue
            if any(one.bound.value != "exact" for one in (change, new, old)) or change.value > old.value + new.value:
                continue
            exact = abs(new.value - old.value)
            loose = 0.5 * (stated_step(new) % 1 or 0.1) + 0.5 * (stated_step(old) % 1 or 0.1)
            if abs(exact - change.value) <= loose + options.slack_points / 2:
                continue
            right = f"{exact:.4g} percentage point{'' if exact == 1 else 's'}"
            yield Conflict(
                message=f"{article_name(article)} gives a change of {change.text}{match['unit'] or ''}, but from "
                f"{old.text} to {new.text} it is {right}.",
                evidence=tuple(figures.evidence(article, one) for one in (change, new, old)),
                key=("points", change.text, new.text, old.text),
                explanation=(f"{new.text} and {old.text} are {exact:.4g} percentage points apart.",),
                suggestion=f"Write {right}, or check {old.text} and {new.text}.",
                confidence=0.9,
            )


# --- shares -------------------------------------------------------------------------------------------------


def _shares(article: Article, shape: Template, options: Options) -> Iterator[Conflict]:
    seen: set[int] = set()
    for pattern in (*_TURNOUTS, *_SHARES):
        for match in pattern.finditer(shape.text):
            percent, part = shape.quantity(match["p"]), shape.quantity(match["part"])
            whole = shape.quantity(match["whole"] or match.groupdict()["all"])
            if percent.start in seen or _other_basis(shape.text, match) or not _comparable(part, whole, options):
                continue
            seen.add(percent.start)
            if percent.unit != "percent" or not 0 < part.value <= whole.value:
                continue
            conflict = _share(article, percent, part, whole, options)
            if conflict is not None:
                yield conflict


def _share(
    article: Article, percent: Quantity, part: Quantity, whole: Quantity, options: Options, of: str = ""
) -> Conflict | None:
    (part_low, part_high), (whole_low, whole_high) = stated_range(part), stated_range(whole)
    low, high, exact = 100 * part_low / whole_high, 100 * part_high / whole_low, 100 * part.value / whole.value
    stated = stated_range(percent)
    if percent.bound.value == "at least":
        stated = (stated[0], float("inf"))
    elif percent.bound.value == "at most":
        stated = (0.0, stated[1])
    if figures.overlap((low - options.slack_points, high + options.slack_points), stated):
        return None
    right = figures.number(exact, min(1.0, stated_step(percent)))
    return Conflict(
        message=f"{article_name(article)} gives {percent.text}{of}, but {part.text} of {whole.text} is {right} "
        "per cent.",
        evidence=(
            figures.evidence(article, percent),
            figures.evidence(article, part),
            figures.evidence(article, whole),
        ),
        key=("share", percent.text, part.text, whole.text),
        explanation=(
            f"{part.text} / {whole.text} = {exact:.2f} per cent ({low:.2f} to {high:.2f} as rounded), "
            f"not {percent.text}.",
        ),
        suggestion=f"Write {right} per cent, or check {part.text} and {whole.text}.",
        confidence=0.92,
    )


def _that_is(article: Article, shape: Template, before: Sequence[Quantity], options: Options) -> Iterator[Conflict]:
    """A share of a whole whose part is the one number of the sentence before: "That is 78 per cent of the ..."."""
    match = _THAT_IS.match(shape.text)
    if match is None or _other_basis(shape.text, match):
        return
    percent, whole = shape.quantity(match["p"]), shape.quantity(match["whole"])
    numbers = [one for one in before if one.kind not in {QuantityKind.AGE, QuantityKind.ORDINAL, QuantityKind.SCORE}]
    if len(numbers) != 1 or percent.unit != "percent":
        return
    part = numbers[0]
    if part.kind is QuantityKind.PERCENT or not _comparable(part, whole, options) or not 0 < part.value <= whole.value:
        return
    conflict = _share(article, percent, part, whole, options)
    if conflict is not None:
        yield conflict


# Words without which no sentence speaks of a target.
_AIMS = ("target", "goal", " hope", " aim", " plan")


def _collect_targets(shape: Template, targets: list[Quantity], shares: list[tuple[Quantity, Quantity]]) -> None:
    targets.extend(shape.quantity(match["n"] or match["m"]) for match in _TARGET.finditer(shape.text))
    for match in _OF_TARGET.finditer(shape.text):
        part, percent = shape.quantity(match["part"]), shape.quantity(match["p"])
        if percent.unit == "percent" and not _other_basis(shape.text, match):
            shares.append((part, percent))


def _of_target(
    article: Article, targets: list[Quantity], shares: list[tuple[Quantity, Quantity]], options: Options
) -> Iterator[Conflict]:
    """ "333,000 people, 18 per cent of the target", where the article states one target of that kind close by."""
    for part, percent in shares:
        wholes = [one for one in targets if _comparable(part, one, options)]
        # Further off it may be the target of another town or year.
        if len({one.value for one in wholes}) == 1 and abs(wholes[0].start - part.start) < 300:
            if wholes[0].value < part.value:
                continue
            conflict = _share(article, percent, part, wholes[0], options)
            if conflict is not None:
                yield conflict


# --- margins ------------------------------------------------------------------------------------------------


def _collect(
    sentence: Sentence, shape: Template, revenues: list[Quantity], margins: list[tuple[Quantity, Quantity, str]]
) -> None:
    for match in _REVENUE.finditer(shape.text):
        before = shape.text[max(0, match.start() - 40) : match.start()] + match["words"]
        if _FORECAST.search(before) or _OLD_VALUE.search(match["words"]):
            continue
        quantity = shape.quantity(match["n"])
        if quantity.kind is QuantityKind.MONEY:
            revenues.append(quantity)
    for match in _MARGIN.finditer(shape.text):
        profit, percent = shape.quantity(match["n"]), shape.quantity(match["p"] or match["q"])
        if profit.kind is QuantityKind.MONEY and percent.unit == "percent" and not _other_basis(shape.text, match):
            margins.append((profit, percent, match["what"].lower()))


def _margins(
    article: Article, revenues: list[Quantity], margins: list[tuple[Quantity, Quantity, str]], options: Options
) -> Iterator[Conflict]:
    """A margin is wrong when it fits none of the revenues that the article reports."""
    for profit, percent, what in margins:
        candidates = [one for one in revenues if one.unit == profit.unit and one.value > profit.value]
        conflicts = [
            _share(article, percent, profit, one, options, f" as the margin of the {what}") for one in candidates
        ]
        if not conflicts or any(conflict is None for conflict in conflicts):
            continue
        before = [index for index, one in enumerate(candidates) if one.start < profit.start]
        chosen = conflicts[before[-1] if before else 0]
        if chosen is not None:
            yield chosen


# --- tables -------------------------------------------------------------------------------------------------

_TOTAL = re.compile(r"\b(?:total|all|sum|overall|group|together)\b", re.IGNORECASE)


def _columns(article: Article, table: Table, options: Options) -> Iterator[Conflict]:
    """A column of shares beside one column of numbers: each share must be its row's part of the sum."""
    width = len(table.header)
    if width < 3:
        return
    rows = [row for row in table.rows if len(row) == width]
    shares = [
        index for index, cell in enumerate(table.header) if re.search(r"%|per ?cent|share", cell.text, re.IGNORECASE)
    ]
    numbers = [
        index
        for index in range(1, width)
        if index not in shares and rows and all(row[index].value is not None for row in rows)
    ]
    if len(shares) != 1 or len(numbers) != 1 or len(rows) < 4 or len(rows) != len(table.rows):
        return
    share, column = shares[0], numbers[0]
    if any(row[share].value is None for row in rows):
        return
    parts = [row for row in rows if not _TOTAL.search(row[0].text)]
    totals = [row for row in rows if _TOTAL.search(row[0].text)]
    whole = (totals[0][column].value if totals else sum(row[column].value or 0.0 for row in parts)) or 0.0
    if whole <= 0:
        return
    wrong = [row for row in parts if not _fits(row[column], row[share], whole, options)]
    # Several misfits mean another base, not a slip.
    if len(wrong) != 1 or len(parts) - len(wrong) < 3:
        return
    row = wrong[0]
    value, stated = row[column].value or 0.0, row[share]
    right = figures.number(100 * value / whole, stated.step)
    yield Conflict(
        message=f"{article_name(article)} gives {row[0].text} {stated.text} per cent in a table, but "
        f"{row[column].text} of {figures.number(whole)} is {right} per cent.",
        evidence=(
            Evidence(article.document.name, stated.start, stated.end),
            Evidence(article.document.name, row[column].start, row[column].end),
        ),
        key=("table share", row[0].text, row[column].text, stated.text),
        explanation=(
            f"{row[column].text} / {figures.number(whole)} = {100 * value / whole:.2f} per cent; "
            f"the other {len(parts) - 1} rows fit that sum.",
        ),
        suggestion=f"Write {right}, or check {row[column].text}.",
        confidence=0.9,
    )


def _fits(part: Cell, share: Cell, whole: float, options: Options) -> bool:
    if part.value is None or share.value is None:
        return True
    return abs(100 * part.value / whole - share.value) <= share.step * 0.5 + options.slack_points
