"""Metonyms: where the name of a place stands for its government."""

from __future__ import annotations

from factcheck.expressions.place import words
from factcheck.expressions.place.gazetteer import Entry
from factcheck.expressions.place.pieces import Row


def is_actor(row: Row, first: int, last: int, entry: Entry) -> bool:
    """Whether a place's name stands for its government here: "Moscow said", "between Moscow and Pyongyang"."""
    if not (entry.capital or entry.kind in {"country", "seat"}):
        return False
    before = row[first - 1].low if first else ""
    after = row[last].low if last < len(row) else ""
    beyond = row[last + 1].low if last + 1 < len(row) else ""
    start = first
    while start > 0 and row[start - 1].low in {"the"}:
        start -= 1
    governor = row[start - 1].low if start else ""
    if governor == "to":
        near = [piece.low for piece in row[max(0, start - 6) : start - 1]]
        for word in reversed(near):
            if word in words.TRAVEL:
                return False
            if word in words.TRANSFER:
                return entry.kind != "country" or word not in {"arms", "ship"}
        return False
    if after in words.GATHERINGS:
        return False
    if after.endswith("ly") and not beyond.startswith(("to", "on", "in", "at")):
        return governor not in words.EVIDENCE
    if after.endswith("ing") and governor in {"over", "about", "of", "for", "with"}:
        return True
    if governor in words.MOTION or (governor in words.LOCATIVE and governor != "between"):
        return False
    if governor == "between" or (before in {"and"} and _between(row, first)):
        return not words.TRAVEL.intersection([piece.low for piece in row[max(0, first - 8) : first]])
    if after == "'s" or (after == "'" and row[last - 1].low.endswith("s")):
        return beyond in words.POLICY or entry.kind == "seat" or (entry.capital and beyond not in words.KINDS)
    if governor == "with" and start > 1 and row[start - 2].low in {"border", "borders", "frontier"}:
        return False
    if governor in words.WITH:
        if governor == "for" and words.DEPARTURE.intersection(
            [piece.low for piece in row[max(0, start - 5) : start - 1]]
        ):
            return False
        return entry.capital or entry.kind == "seat" or governor in {"with", "against", "by"}
    if after in words.SPEAKING:
        return True
    if after == "and" and last + 2 < len(row) and row[last + 1].upper:
        following = [piece.low for piece in row[last + 2 : last + 5]]
        if any(word in words.SPEAKING for word in following):
            return True
    if entry.kind == "seat":
        return True
    return bool(entry.capital and entry.kind == "city" and governor not in {",", "(", ""} and after not in {",", "("})


def _between(row: Row, first: int) -> bool:
    return any(piece.low == "between" for piece in row[max(0, first - 5) : first])
