"""What the words around a candidate say of it: evidence, containers, and names the gazetteer lacks."""

from __future__ import annotations

from factcheck.expressions.place import words
from factcheck.expressions.place.hits import Hit
from factcheck.expressions.place.pieces import Part, Row, Rows
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import is_common


def look_around(hit: Hit, row: Row, following: Hit | None) -> None:
    """Evidence and stated containers: "in X", "X, Primorsky Krai", "the Ajuda Palace in Lisbon"."""
    before = row[hit.first - 1] if hit.first else None
    if before is not None and before.low in words.EVIDENCE:
        hit.evidence = hit.first < 2 or row[hit.first - 2].low not in {"according", "due", "thanks"}
    if before is not None and before.low == "the" and hit.first > 1 and row[hit.first - 2].low in words.EVIDENCE:
        hit.evidence = hit.evidence or hit.kind is not None
    if before is not None and before.low == "of" and hit.first > 1 and row[hit.first - 2].low in words.OF_HEADS:
        hit.evidence = True
        head = row[hit.first - 2].low
        determined = any(piece.low == "the" for piece in row[max(0, hit.first - 5) : hit.first - 2])
        known = hit.entries[0].kind if hit.entries else ""
        if head in words.REGION_HEADS and known == "city":
            hit.entries = tuple(entry for entry in hit.entries if entry.kind == "region") or hit.entries
        elif (
            head not in words.OF_PART
            and determined
            and hit.kind is None
            and known not in {"country", "region", "continent"}
        ):
            hit.kind = head
    if following is None or following.sentence != hit.sentence:
        return
    gap = row[hit.last : following.first]
    marks = [piece.low for piece in gap]
    if marks in ([","], ["in"], ["on"], [",", "in"], ["in", "the"], [",", "on"], ["("]) and (
        marks == [","] or marks == ["("] or hit.kind is not None or hit.entries
    ):
        outer = following.entries[0] if following.entries else None
        if marks == [","] and (
            outer is None or outer.gentilic or not (_contains(hit, following) or _stated(hit, following, row))
        ):
            return
        if marks in (["in"], [",", "in"]) and hit.kind is None and not _contains(hit, following):
            return
        if (
            marks in (["on"], [",", "on"])
            and following.kind not in words.LANDS
            and (outer is None or outer.kind not in words.LANDS)
        ):
            return
        if outer is not None and not outer.gentilic and (following.kind is None or hit.kind):
            hit.inside.append(following.key)
            hit.evidence = True


def _stated(hit: Hit, outer: Hit, row: Row) -> bool:
    """Whether "in X, Y" states where X lies, against what the gazetteer knows: X must not be large, nor Y listed."""
    region = outer.entries[0].kind in {"country", "region", "county"}
    listed = outer.last < len(row) and row[outer.last].low in {"and", "or"}
    return region and hit.evidence and not listed and bool(hit.entries) and hit.entries[0].population < 300


def _contains(hit: Hit, outer: Hit) -> bool:
    """Whether the gazetteer lets ``outer`` contain ``hit``; a name it lacks may lie anywhere above a city."""
    if not outer.entries:
        return False
    names = {fold(entry.name) for entry in outer.entries if not entry.gentilic}
    if hit.entries and not (hit.kind and not hit.entries):
        return any(fold(container) in names for entry in hit.entries for container in entry.within) or (
            hit.kind is not None
        )
    return outer.entries[0].kind != "city" or hit.kind is not None


def described(rows: Rows, hits: list[Hit]) -> dict[str, tuple[str, str | None]]:
    """Names that the text itself makes places: "X, a town on", "the town of X", "in X, Primorsky Krai"."""
    taken = {(hit.sentence, index): hit for hit in hits for index in range(hit.first, hit.last)}
    found: dict[str, tuple[str, str | None]] = {}
    for number, row in enumerate(rows.pieces):
        for index in rows.capitals[number]:
            piece = row[index]
            if len(piece.text) < 3 or (number, index) in taken or piece.text.isupper():
                continue
            before = row[index - 1] if index else None
            after = row[index + 1] if index + 1 < len(row) else None
            if is_common(piece.low):
                continue
            if before is not None and before.low == "of" and index > 1 and row[index - 2].low in words.OF_HEADS:
                if after is None or not after.upper:
                    found.setdefault(fold(piece.text), (row[index - 2].low, None))
                continue
            if after is None or after.text != ",":
                continue
            rest = row[index + 2 : index + 6]
            if rest and rest[0].low in {"a", "the", "an"}:
                noun = next((part.low for part in rest[1:] if part.low in words.TOWN_NOUNS), None)
                if noun and (before is None or not before.upper):
                    found.setdefault(fold(piece.text), (noun, None))
                continue
            outer = taken.get((number, index + 2))
            if (
                outer is not None and outer.entries and before is not None
                and (before.low in words.EVIDENCE or before.low == "of")
                and not outer.entries[0].gentilic
                and (outer.entries[0].kind != "city" or outer.entries[0].capital)
            ):  # fmt: skip
                found.setdefault(fold(piece.text), ("town", outer.key))
    return found


def with_towns(rows: Rows, hits: list[Hit], towns: dict[str, tuple[str, str | None]]) -> list[Hit]:
    """The candidates with every mention of a described name added."""
    taken = {(hit.sentence, index) for hit in hits for index in range(hit.first, hit.last)}
    added: list[Hit] = []
    for number, row in enumerate(rows.pieces):
        for index in rows.capitals[number]:
            if (number, index) in taken:
                continue
            piece = row[index]
            key = fold(piece.text)
            if key in towns:
                kind, outer = towns[key]
                after = row[index + 1] if index + 1 < len(row) else None
                before = row[index - 1] if index else None
                joined = isinstance(before, Part) and before.glued
                if (after is not None and after.upper) or (before is not None and before.upper and not joined):
                    continue
                hit = Hit(number, index, index + 1, key, piece.text, (), kind=kind, evidence=True)
                if outer:
                    hit.inside.append(outer)
                added.append(hit)
    for hit in hits:
        # "Khasan station" stands in Khasan, wherever that is.
        if hit.kind and not hit.entries and not hit.inside:
            first = fold(rows.pieces[hit.sentence][hit.first].text)
            if first in towns and towns[first][1]:
                hit.inside.append(towns[first][1] or "")
    return sorted([*hits, *added], key=lambda hit: (hit.sentence, hit.first))
