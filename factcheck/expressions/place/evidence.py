"""Which candidates are places: an ambiguous word needs evidence, a part of a longer name is none."""

from __future__ import annotations

from factcheck.expressions.place import words
from factcheck.expressions.place.gazetteer import lookup
from factcheck.expressions.place.hits import Hit
from factcheck.expressions.place.pieces import Row, Rows
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import given_sex, is_common

_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec""".split()
)
_QUOTES = frozenset("\"'")
_JOINING = words.TITLES | {"and", "&"}


def is_kept(hit: Hit, row: Row, vouched: set[str], surnames: set[str]) -> bool:
    """Whether a candidate is a place here: ambiguous words need evidence, parts of longer names are none."""
    before = row[hit.first - 1] if hit.first else None
    after = row[hit.last] if hit.last < len(row) else None
    glued_before = (
        before is not None and before.upper and before.end + 1 == row[hit.first].start and before.text.isalpha()
    )
    glued_after = (
        after is not None
        and after.upper
        and after.start == row[hit.last - 1].end + 1
        and after.text[0].isalpha()
        and after.low not in _CALENDAR  # "left Seoul Monday"
    )
    if hit.kind is not None:
        if before is not None and before.text in _QUOTES and after is not None and after.text in _QUOTES:
            return False  # the title of a work
        if hit.kind in words.BODIES:
            return hit.evidence and _placed(row, hit.first)
        named = row[hit.first : hit.last]
        if not hit.entries and all(is_common(piece.low) for piece in named if piece.text[0].isalpha()):
            # "Winter Harbour" is a place in "at Winter Harbour", and elsewhere a painting.
            return before is not None and (before.low in words.LOCATIVE or before.low in {"the", "of"})
        return not (before is not None and before.low in words.TITLES)
    first = hit.entries[0]
    if before is not None and before.low == "of" and hit.first > 1:
        body = row[hit.first - 2]
        if body.upper and (body.low in words.BODIES or body.low in words.NAMED_OF):
            return False  # "Bank of America", "University of Leeds"
    if first.gentilic or first.kind in {"country", "continent", "seat"}:
        if first.kind == "country" and not first.gentilic and before is not None and glued_before:
            return before.low not in words.TITLES and not given_sex(before.low)
        return True
    if before is not None and before.low in _JOINING and before.upper:
        return False
    single = hit.last - hit.first == 1
    if single and hit.key in surnames and not hit.inside:
        return before is not None and before.low in {"in", "at", "near"} and not glued_after and not first.capital
    common = single and is_common(hit.key) and hit.key not in words.SAFE
    if common and (first.kind == "region" or first.population < 50) and not hit.inside:
        return False  # "Central", "Bank", "Unity": too small a place for so common a word
    ambiguous = (
        single
        and hit.key not in words.SAFE
        and (
            common
            or hit.key in words.BRANDS
            or given_sex(hit.key) is not None
            or (first.population < 100 and first.kind == "city")
        )
    )
    if glued_before and before is not None and before.low not in words.KINDS:
        # "Jack London", "West Ham United": the tail of a longer name, unless what precedes starts the sentence.
        starts = hit.first == 1 and is_common(before.low)
        if not starts and not before.text.isupper():
            return False
    if glued_after and after is not None:
        if not (after.low in words.KINDS or lookup(fold(after.text))):
            return hit.evidence and not ambiguous
        if lookup(fold(after.text)) and not hit.evidence:
            return False
    if hit.evidence:
        if ambiguous and given_sex(hit.key) and before is not None and before.low in {"to", "from"} and not hit.inside:
            return first.population >= 100
        return True
    if ambiguous:
        opening = before is None or before.text in _QUOTES or before.text in {"-", ":"}
        return hit.key in vouched and not (opening and is_common(hit.key))
    return True


def _placed(row: Row, first: int) -> bool:
    """Whether a locative preposition governs the span, articles aside."""
    index = first - 1
    while index >= 0 and row[index].low in {"the", "a", "his", "her", "its", "their"}:
        index -= 1
    return index >= 0 and row[index].low in words.LOCATIVE


def surnames(rows: Rows) -> set[str]:
    """Words that the article uses as surnames: after a given name, a title or an initial."""
    found: set[str] = set()
    for row, capitals in zip(rows.pieces, rows.capitals, strict=True):
        for index in capitals:
            if not row[index].text[0].isalpha():
                continue
            before = index - 1
            while before >= 0 and row[before].text == ".":
                before -= 1
            if before >= 0 and row[before].upper and _is_given(row[before].low):
                found.add(fold(row[index].text))
    return found


def _is_given(low: str) -> bool:
    return low in words.TITLES or (given_sex(low) is not None and low not in words.SAFE)
