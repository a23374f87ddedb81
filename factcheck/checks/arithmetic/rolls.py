"""Rolls: runs of figures that a sentence lists side by side ("38 Greeks, ten Italians and a Cypriot").

A sentence is read as its template (see ``templates``). Two figures belong to one roll when what stands
between them is a label with a comma, a semicolon or an "and" and has no word that relates the second to the
first ("than", "out of", "including") or announces a total ("in all").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.checks.templates import Template
from factcheck.expressions.model import Bound, Quantity, QuantityKind
from factcheck.pattern_words import may_find
from factcheck.patterns import regex
from factcheck.records import dataclass

_MARKS = regex(r"‹([NPT])(\d+)›")
_TIME = regex(r"‹T\d+›")
_ANY = regex(r"‹[NT]\d+›")
_SEPARATOR = regex(r"[,;]| and\b| plus\b| as well as\b| along with\b| & ")
_RELATED = regex(
    r"[.:()›‹]| [–—-] |\b(?:than|from|against|compared|versus|out of|of (?:the|its|their|those|whom|which|them|these)"
    r"|including|includes?|up to|or|but|while|because|although|though|after|if|per|each|apiece|among|whereas|when"
    r"|both|of a|at|either|than)\b(?! least)"
)  # fmt: skip
# Inside a label these place the figure; they relate it to nothing.
_PLACING = regex(r"\b(?:from|at|among|after) (?:the )?(?=[A-Z])|\bfrom \w+ to \w+(?= ?,| and)|\bafter it\b|\bat \w+")
_CLAUSE = regex(
    r"\b(?:where|which|who|whose|that)\b|\band (?:has|have|had|will|would|is|are|was|were|it|they|he|she|also)\b"
)
_LONGEST_GAP = 110
_SUMS = 3  # sums of money that make a sentence one about money
_LARGE = 1000  # a smaller bare number beside sums of money is an age or a count
_OF_THEM = regex(r" of (?:them|these|those|whom|which)\b")

_NEVER_ALL = (
    r"includ\w+|such as|at least|others|some|most|mainly|mostly|also|both|either|up to|several|many"
    r"|(?:about|around|over)(?! (?:the|its|their|this|that)\b)"  # "around the country" says where
    r"|unidentified|unknown|additional|more|another|respectively|each|nearly|almost|less|fewer|than|e\.g"
)
NOT_ALL = regex(rf"\b(?:{_NEVER_ALL})\b", re.IGNORECASE)

# A total is told by what stands before it or after it.
_TOTAL_BEFORE = regex(
    r"(?:\b(?:total|sum|combined|grand total)(?: (?:loss|cost|bill|number|value|haul|order|price|length|area))?"
    r"(?: (?:of|to|at|is|was))?|\bin (?:all|total),?|\baltogether,?|\ball told,?|\btotall?ing|\bmaking"
    r"|\b(?:which|that|this) makes(?: it)?|\badd(?:s|ing|ed)? up to|\b(?:come|comes|coming|amount|amounts|amounting) to"
    r"|\btogether(?: they)?(?: \w+)?|\bbringing the (?:\w+ ){0,2}(?:total|combined|sum)(?: \w+){0,2} to"
    r"|\ba (?:\w+ )?total(?: \w+)? of"
    r"|, an? (?:party|group|team|crew|fleet|force|bill|haul|delegation|squad|convoy|class) of|\bfor a combined"
    r")(?: (?:just|only|a))? $",
    re.IGNORECASE,
)
_TOTAL_AFTER = regex(
    r"^(?: (?!and\b|or\b)[\w'’-]+){0,3}? (?:in (?:all|total)|all told|altogether|together|combined"
    r"|between them|in sum)\b"
)
_SINCE = regex(r"\b(?:so far|since|to date|this (?:season|month)|career|ever|already|now|for the club)\b")


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in a template: where its mark stands and what it stands for. ``letter`` is N or P."""

    letter: str
    start: int
    end: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Roll:
    """Figures listed side by side: ``first`` and ``last`` are their places among the sentence's marks."""

    first: int
    last: int
    marks: tuple[Mark, ...]

    @property
    def parts(self) -> tuple[Quantity, ...]:
        """What the roll lists."""
        return tuple(mark.quantity for mark in self.marks)


def marks(shape: Template) -> list[Mark]:
    """The figures and percentages of a template, in text order; times are left out."""
    return [
        Mark(match[1], match.start(), match.end(), shape.quantities[int(match[2])])
        for match in _MARKS.finditer(shape.text)
        if match[1] != "T"
    ]


def lean(figures: Sequence[Mark]) -> list[Mark]:
    """The figures without the small bare numbers among sums of money: "a boy of twelve" is no prize."""
    if len(figures) < _SUMS or sum(mark.quantity.kind is QuantityKind.MONEY for mark in figures) < _SUMS:
        return list(figures)
    return [
        mark
        for mark in figures
        if not (
            mark.quantity.kind is QuantityKind.COUNT and mark.quantity.unit is None and mark.quantity.value < _LARGE
        )
    ]


def totals_among(shape: Template, figures: Sequence[Mark]) -> list[int]:
    """The places of the figures that the words around them call a total."""
    if not (may_find(_TOTAL_BEFORE, shape.words) or may_find(_TOTAL_AFTER, shape.words)):
        return []
    return [index for index, mark in enumerate(figures) if mark.letter == "N" and _is_total(shape, figures, index)]


def _is_total(shape: Template, figures: Sequence[Mark], index: int) -> bool:
    """Whether the words around a figure call it a total: "in all", "a total of", "which makes"."""
    mark = figures[index]
    floor = figures[index - 1].end if index else 0
    stop = figures[index + 1].start if index + 1 < len(figures) else len(shape.text)
    after = re.split(r"[,.;:]", shape.text[mark.end : min(stop, mark.end + 70)], maxsplit=1)[0]
    if not (_TOTAL_BEFORE.search(shape.text, max(floor, mark.start - 60), mark.start) or _TOTAL_AFTER.match(after)):
        return False
    return _SINCE.search(_TIME.sub(" ", after)) is None


def listed(gap: str, money: bool = False) -> bool:
    """Whether two figures with ``gap`` between them stand in one list; sums of ``money`` may be told of at length."""
    if len(gap) > _LONGEST_GAP or re.fullmatch(r",? of ", gap):
        return False
    plain = _PLACING.sub(" ", _ANY.sub("T", _OF_THEM.sub("", gap, 1) if _OF_THEM.match(gap) else gap))
    if re.search(r"\d", plain) or (not money and _CLAUSE.search(plain)):
        return False
    # A number that is no figure here (an age, a name) may be a part that was not read.
    return bool(_SEPARATOR.search(plain)) and not _RELATED.search(plain)


def rolls(shape: Template, figures: Sequence[Mark], totals: Iterable[int] = ()) -> list[Roll]:
    """The rolls of two figures or more of one kind. ``totals`` are the marks that are none of their parts."""
    apart = set(totals)
    found: list[Roll] = []
    first = 0
    for index in range(1, len(figures) + 1):
        joined = (
            index < len(figures)
            and index not in apart
            and index - 1 not in apart
            and figures[index].letter == figures[index - 1].letter
            and (not _of_them(shape, figures[index]) or _of_them(shape, figures[index - 1]))
            and alike(figures[index - 1].quantity, figures[index].quantity)
            and listed(
                shape.text[figures[index - 1].end : figures[index].start],
                figures[index].quantity.kind is QuantityKind.MONEY,
            )
        )
        if not joined:
            if index - first >= 2:
                found.append(Roll(first, index - 1, tuple(figures[first:index])))
            first = index
    return found


def _of_them(shape: Template, mark: Mark) -> bool:
    """Whether a figure counts some of those just named: "two of them"."""
    return bool(_OF_THEM.match(shape.text, mark.end))


def alike(left: Quantity, right: Quantity) -> bool:
    """Whether two figures can be added: counts of anything, or one unit; a bare number takes the other's unit."""
    if left.kind is right.kind:
        return left.kind is QuantityKind.COUNT or (left.unit == right.unit and left.unit is not None)
    bare, money = (left, right) if left.kind is QuantityKind.COUNT else (right, left)
    return (
        bare.kind is QuantityKind.COUNT
        and bare.unit is None
        and bare.value >= _LARGE
        and money.kind is QuantityKind.MONEY
    )


def exact(quantities: Iterable[Quantity]) -> bool:
    """Whether none is hedged."""
    return all(one.bound is Bound.EXACT for one in quantities)


def singles(text: str) -> int:
    """How many members of a list a text may tell without a figure: "one", "another", "a nurse"."""
    return len(re.findall(r"\b(?:an?|one|another)\b", text))


def label_after(shape: Template, figures: Sequence[Mark], index: int) -> str:
    """What a figure of a list is said to be: the words behind it up to the next separator."""
    stop = figures[index + 1].start if index + 1 < len(figures) else len(shape.text)
    after = shape.text[figures[index].end : stop]
    return re.split(r"[,;.:()]| and\b", after, maxsplit=1)[0]
