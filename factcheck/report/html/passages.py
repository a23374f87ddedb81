"""A stretch of an article with its expressions and the words that findings cite marked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from factcheck.assertions.model import Article
from factcheck.checks.telling import date_words, place_words
from factcheck.document.model import BlockKind, Document
from factcheck.expressions.model import Mention, Quantity, Timex, TimexType
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.report.html.markup import Html, element, joined, words

_LENGTH = regex(r"P(?P<part>T?)(?P<count>[\d.]+)(?P<unit>[YMWDHS])")
_UNITS = {
    **{("", letter): word for letter, word in zip("YMWD", ("year", "month", "week", "day"), strict=True)},
    **{("T", letter): word for letter, word in zip("HMS", ("hour", "minute", "second"), strict=True)},
}
_IRREGULAR = {"foot": "feet", "hertz": "hertz", "person": "people", "man": "men", "woman": "women", "child": "children"}
_WORD = regex("[a-z]{3,}")
_RANKS = ("error", "warning", "info")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]`` is an expression of a kind ("time"), with what it was read as."""

    start: int
    end: int
    kind: str
    says: str


@dataclass(frozen=True, slots=True, order=True)
class Cited:
    """Words that finding number ``finding`` cites as its place number ``place``."""

    start: int
    end: int
    severity: str
    finding: int
    place: int


def expressions(article: Article) -> list[Span]:
    """An article's expressions in text order; of two that overlap the one that comes first, or is longer."""
    found = article.expressions
    spans = [Span(one.start, one.end, "time", _time(one)) for one in found.times]
    spans += [Span(one.start, one.end, "quantity", _quantity(one)) for one in found.quantities]
    spans += [Span(one.start, one.end, "place", place_words(one)) for one in found.places]
    spans += [
        Span(one.start, one.end, "name", one.canonical)
        for one in found.names
        if one.mention is not Mention.PRONOUN and one.text
    ]
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end, span.kind)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _time(timex: Timex) -> str:
    if timex.interval is not None:
        return date_words(timex.interval)
    if timex.type is TimexType.DURATION:
        return _length(timex.value)
    return "again and again" if timex.type is TimexType.SET else "a time that could not be placed"


def _length(value: str) -> str:
    """A duration in words: "14 months" for P14M; empty where it is of several units or of no number."""
    found = _LENGTH.fullmatch(value)
    if found is None:
        return ""
    unit = _UNITS.get((found["part"], found["unit"]))
    if unit is None:
        return ""
    return f"{found['count']} {unit}{'' if found['count'] == '1' else 's'}"


def _quantity(quantity: Quantity) -> str:
    number = f"{quantity.value:,.6g}" if quantity.value < 1e6 else f"{quantity.value:,.0f}"
    bound = "" if quantity.bound.value == "exact" else f"{quantity.bound.value} "
    of = quantity.measured if quantity.measured and quantity.measured != quantity.unit else None
    unit = quantity.unit if quantity.value == 1 or not quantity.unit else _plural(quantity.unit)
    return " ".join(part for part in (f"{bound}{number}", unit, f"({of})" if of else None) if part)


def _plural(unit: str) -> str:
    """A unit of several: "metres", "feet"; symbols and what is none of a plain word stay."""
    if unit in _IRREGULAR:
        return _IRREGULAR[unit]
    if not _WORD.fullmatch(unit) or unit.endswith("s"):
        return unit
    if unit.endswith(("x", "ch", "sh")):
        return f"{unit}es"
    return f"{unit[:-1]}ies" if unit.endswith("y") and unit[-2] not in "aeiou" else f"{unit}s"


def marked(document: Document, start: int, end: int, spans: Sequence[Span], cited: Sequence[Cited]) -> Html:
    """``text[start:end]`` as markup. ``spans`` do not overlap each other; what is cited may overlap anything."""
    spans = [span for span in spans if span.start < end and span.end > start]
    cited = [one for one in cited if one.start < end and one.end > start]
    bounds = [edge for one in spans for edge in (one.start, one.end)]
    bounds += [edge for one in cited for edge in (one.start, one.end)]
    ordered = sorted({start, end, *(edge for edge in bounds if start < edge < end)})
    parts: list[Html] = []
    for over, pieces in groupby(pairwise(ordered), key=lambda piece: _cited_at(cited, *piece)):
        inner: list[Html] = []
        for first, last in pieces:
            inner += [anchor(one) for one in cited if one.start == first]
            inner.append(_piece(document, first, last, spans))
        gravest = min((one.severity for one in over), key=_RANKS.index, default=None)
        parts.append(element("mark", *inner, class_=gravest) if gravest else joined(inner))
    return joined(parts)


def _cited_at(cited: Sequence[Cited], start: int, end: int) -> tuple[Cited, ...]:
    return tuple(one for one in cited if one.start <= start and end <= one.end)


def anchor(cited: Cited) -> Html:
    """Where a finding leads to: each place has its own id, though several may begin at one letter."""
    return element("span", id=f"place-{cited.finding}-{cited.place}")


def _piece(document: Document, start: int, end: int, spans: Sequence[Span]) -> Html:
    shown = plain(document, start, end)
    span = next((span for span in spans if span.start <= start and end <= span.end), None)
    if span is None:
        return words(shown)
    # The shortest element that says nothing: there are thousands of them in a page.
    return element("i", shown, class_=span.kind, title=None if span.says in ("", shown) else span.says)


def plain(document: Document, start: int, end: int) -> str:
    """``text[start:end]`` without the Markdown marks that the prose has blanked; words that it blanks are kept."""
    text, prose = document.text[start:end], document.prose[start:end]
    if text == prose or (not prose.strip() and any(map(str.isalnum, text))):
        return text
    return "".join(character for character, read in zip(text, prose, strict=True) if read != " " or character.isspace())


def is_shown(kind: BlockKind) -> bool:
    """Whether a block belongs to what its author wrote: not so share buttons and pleas for subscriptions."""
    return kind is not BlockKind.BOILERPLATE
