"""Candidates: the longest match in the gazetteer, or a head word (port, Cosmodrome) with its name."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.expressions.place import words
from factcheck.expressions.place.gazetteer import lookup
from factcheck.expressions.place.hits import Hit
from factcheck.expressions.place.pieces import Row
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import is_common

_LONGEST = 6
_SMALL_WORDS = words.LOCATIVE | words.JOINS


def candidates(sentence: int, row: Row, capitals: Sequence[int]) -> list[Hit]:
    """Gazetteer matches and head-word places of one sentence, longest first from the left.

    ``capitals`` are the indices of the pieces that begin with a capital: no other begins a place.
    """
    found: list[Hit] = []
    beyond, count = 0, len(row)
    for index in capitals:
        if index < beyond:
            continue
        piece = row[index]
        reach = index + 1
        while reach < count and reach - index < _LONGEST:
            following = row[reach]
            dotted = following.text == "." and row[reach - 1].text in {"St", "N", "S", "Mt"}
            if not (following.upper or dotted or following.low in words.INSIDE):
                break
            reach += 1
        hit = None
        for last in range(reach, index, -1):
            if row[last - 1].low in words.JOINS or row[last - 1].text in {".", "'s"}:
                continue
            key = _key(row, index, last)
            entries = lookup(key) if key not in words.NEVER else ()
            if not entries and last - index > 1 and row[last - 1].low in words.REGION_HEADS:
                bare = _key(row, index, last - 1)
                entries = tuple(
                    entry
                    for entry in lookup(bare)
                    if entry.kind in {"region", "county", "country"} and not entry.gentilic and entry.name != "Georgia"
                )
                entries = tuple(entry for entry in entries if entry.kind != "country")
            if entries:
                name = " ".join([part.text for part in row[index:last]])
                hit = Hit(sentence, index, last, key, name, entries)
                break
        if hit and not _spelt_as_a_place(hit, row):
            hit = None
        if hit is None and piece.text in words.STATES and index and row[index - 1].text == ",":
            # "Northfield, Ill."
            key = fold(words.STATES[piece.text])
            hit = Hit(sentence, index, index + 1, key, words.STATES[piece.text], lookup(key))
        shouted = piece.text.isupper() and len(piece.text) > 3 and index + 1 < count and row[index + 1].text.isupper()
        headed = None if shouted else _headed(sentence, row, index, hit)
        if headed is not None:
            found.append(headed)
            beyond = headed.last
        elif hit is not None:
            found.append(hit)
            beyond = hit.last
    return found


def _spelt_as_a_place(hit: Hit, row: Row) -> bool:
    """Whether a match is written as places are: no acronym ("GAO", "EU") and no pronoun ("us") that spells a town."""
    piece = row[hit.first]
    if hit.last - hit.first > 1:
        return True
    by_hand = hit.entries[0].kind != "city" and hit.entries[0].kind != "region"
    if len(hit.key) <= 2:
        return piece.text.isupper() and by_hand
    if piece.text.isupper() and len(hit.key) <= 5 and not by_hand:
        # Datelines shout: "LEEDS, England"
        after = row[hit.last].text if hit.last < len(row) else ""
        return hit.first == 0 and after in {",", "(", "-"}
    return True


def _key(row: Row, first: int, last: int) -> str:
    """The folded name of ``row[first:last]``, clitics closed up."""
    if last - first == 1:
        return fold(row[first].text)
    return fold(" ".join([part.text for part in row[first:last] if part.text != "."]).replace(" '", "'"))


def _headed(sentence: int, row: Row, index: int, hit: Hit | None) -> Hit | None:
    """A place by its head word: "Vostochny Cosmodrome", "Najin port", "Lake Naivasha"."""
    if hit is not None and any(entry.gentilic for entry in hit.entries) and hit.last < len(row):
        return None
    count = len(row)
    if row[index].low in _SMALL_WORDS or (index == 0 and row[index].low in words.TITLES):
        return None
    front = words.FRONT_HEADS.get(row[index].low)
    if front and index + 1 < count and row[index + 1].upper and row[index + 1].text[0].isalpha():
        last = index + 2
        if hit is not None and hit.last >= last:
            return None
        if last < count and row[last].low in words.KINDS and row[last].upper:
            return None
        if front in {"port", "bay", "camp", "fort", "pier"} and hit is None and is_common(row[index + 1].low):
            return None
        name = " ".join([part.text for part in row[index:last]])
        return Hit(sentence, index, last, fold(name), name, (), kind=front)
    last = index
    while last < count and last - index < 5:
        piece = row[last]
        if last > index:
            kind = words.KINDS.get(piece.low)
            if kind and (piece.upper or piece.low in words.LOWER_HEADS):
                after = row[last + 1] if last + 1 < count else None
                if after is not None and after.upper and piece.upper and words.KINDS.get(after.low):
                    last += 1
                    continue  # "Najin Port Station": the last head counts
                return _by_head(sentence, row, index, last + 1, kind, hit)
        if piece.text == "'" and last > index and row[last - 1].text[-1:] == "s" and piece.start == row[last - 1].end:
            last += 1
            continue
        if not piece.upper:
            break
        last += 1
    return None


def _by_head(sentence: int, row: Row, first: int, last: int, kind: str, hit: Hit | None) -> Hit | None:
    if hit is not None and hit.last >= last:
        return None  # the gazetteer has the whole
    head = row[last - 1]
    before = row[first : last - 1]
    if head.upper and last < len(row) and row[last].upper and row[last].start == head.end + 1:
        return None  # "University Hospital Ghent", "Palmer City Clerk": part of a longer name
    if first > 1 and row[first - 1].text == "." and len(row[first - 2].text) == 1:
        return None  # "John F. Kennedy airport"
    low = [piece.low for piece in before]
    wide = hit is not None and hit.entries[0].kind in {"country", "region", "continent"}
    if wide and not head.upper and kind not in words.REGION_HEADS:
        return None  # "a Texas prison"
    if (
        not head.upper
        and hit is None
        and kind in words.ALSO_VERBS
        and not (first and row[first - 1].low in words.EVIDENCE)
    ):
        return None  # "the Mac port"
    if len(before) > 2 and _is_title_case(row):
        return None
    if all(is_common(word) or word in words.TITLES for word in low if word != "'") and (
        not head.upper or kind in words.GENERIC
    ):
        return None  # "Supreme Court", "Police station"
    if first == 0 and len(before) == 1 and is_common(low[0]):
        return None
    if kind in words.PLAIN and not head.upper:
        if hit is None or hit.last != last - 1 or kind in {"border", "centre", "road", "street"}:
            return None
        return None if kind == "state" else Hit(sentence, first, last, hit.key, hit.name, hit.entries, evidence=True)
    if not head.upper and hit is None and len(before) > 2:
        return None
    if kind in words.BODIES and head.upper and last + 1 < len(row) and row[last].low == "of" and row[last + 1].upper:
        last += 2
        while last < len(row) and row[last].upper and row[last].text[0].isalpha():
            last += 1
    name = " ".join([piece.text for piece in row[first:last]]).replace(" '", "'")
    if kind in words.REGION_HEADS and hit is not None and hit.last == last - 1:
        regions = tuple(e for e in hit.entries if e.kind in {"region", "county"})
        if regions:
            return Hit(sentence, first, last, fold(name), name, regions, evidence=True)
    found = Hit(sentence, first, last, fold(name), name, (), kind=kind, evidence=True)
    if hit is not None and hit.entries and not hit.entries[0].gentilic and not is_common(hit.key):
        rest = row[hit.last : last - 1]
        if all(is_common(piece.low) or not piece.text[0].isalpha() for piece in rest):
            found.entries = hit.entries  # where it stands, by the town in its name
    return found


def _is_title_case(row: Row) -> bool:
    """Whether a headline capitalises all its longer words."""
    upper = sum(1 for piece in row if piece.upper)
    long = sum(1 for piece in row if not piece.upper and len(piece.text) > 3 and piece.text.isalpha())
    return upper >= 4 and upper >= 3 * long and row[-1].text not in {".", '"', ")"}
