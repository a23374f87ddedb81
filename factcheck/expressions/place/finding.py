"""Places in a text: look-ups of capitalised words, then what their surroundings say of each.

Three passes over the pieces of each sentence, all linear: candidates (longest match in the gazetteer, or a
head word such as *port* or *Cosmodrome* with its name), one meaning for each name in the article (stated
containment, then population and the article's other countries), and what is kept (an ambiguous word needs
evidence; a capital that speaks or is dealt with is its government).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from factcheck.document.model import Document
from factcheck.expressions.model import Place
from factcheck.expressions.place import words
from factcheck.expressions.place.gazetteer import Entry, lookup
from factcheck.expressions.place.pieces import Piece, pieces
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import given_sex, is_common
from factcheck.text.model import Text

_LONGEST = 6
_NEVER = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday christmas easter covid""".split()
) | {"the village", "the hills", "the valley", "the dalles", "the crossings"}
_JOINS = frozenset("of the and de la le du do da das dos del di el al am an der upon on sur in".split())
_INSIDE = _JOINS | words.LOWER_HEADS | {"'s"}
_PLAIN = frozenset("city town state border centre road street".split())
_GENERIC = frozenset("court state base centre border city street road park station".split())
_LANDS = frozenset({"island", "county", "peninsula", "mountains"})
_QUOTES = frozenset("\"'")
_TITLES = frozenset("""mr mrs ms miss dr sir lord lady dame president minister king queen prince princess captain judge justice
    senator general colonel professor pope""".split())  # fmt: skip
# News writes these of places far oftener than of anything else, though the dictionary or the census has them too.
_SAFE = frozenset("""china turkey chad jordan georgia cuba chile peru israel japan america india kenya paris london berlin sydney
    rome milan vienna florence austin brooklyn""".split())  # fmt: skip


@dataclass(slots=True)
class _Hit:
    """A candidate in its sentence: pieces ``first`` up to ``last`` (exclusive)."""

    sentence: int
    first: int
    last: int
    key: str
    name: str
    entries: tuple[Entry, ...]
    kind: str | None = None  # by head word
    inside: list[str] = field(default_factory=list)  # stated containers, nearest first
    evidence: bool = False
    entry: Entry | None = None
    dropped: bool = False


def find_places(document: Document, text: Text) -> tuple[Place, ...]:
    """The places of a document's statements, in text order and without overlaps.

    See :class:`~factcheck.expressions.model.Place`. Names that are ordinary words, given names or small
    towns count only where a preposition, a container or another mention in the article vouches for them.
    """
    rows = [pieces(sentence.tokens) for sentence in text.sentences]
    hits: list[_Hit] = []
    for index, row in enumerate(rows):
        hits.extend(_candidates(index, row))
    for index, hit in enumerate(hits):
        _look_around(hit, rows[hit.sentence], hits[index + 1] if index + 1 < len(hits) else None)
    towns = _described(rows, hits)
    if towns:
        hits = _with_towns(rows, hits, towns)
    _resolve(hits)
    return tuple(_places(document, rows, hits))


def _candidates(sentence: int, row: list[Piece]) -> list[_Hit]:
    """Gazetteer matches and head-word places of one sentence, longest first from the left."""
    found: list[_Hit] = []
    index, count = 0, len(row)
    while index < count:
        piece = row[index]
        if not piece.upper:
            index += 1
            continue
        reach = index + 1
        while reach < count and reach - index < _LONGEST:
            following = row[reach]
            dotted = following.text == "." and row[reach - 1].text in {"St", "N", "S", "Mt"}
            if not (following.upper or dotted or following.low in _INSIDE):
                break
            reach += 1
        hit = None
        for last in range(reach, index, -1):
            if row[last - 1].low in _JOINS or row[last - 1].text in {".", "'s"}:
                continue
            key = _key(row, index, last)
            entries = lookup(key) if key not in _NEVER else ()
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
                hit = _Hit(sentence, index, last, key, name, entries)
                break
        # Shorter matches must not cut an all-caps acronym out of lower-case words: "us", "it".
        if hit and len(hit.key) <= 2 and not piece.text.isupper():
            hit = None
        shouted = piece.text.isupper() and len(piece.text) > 3 and index + 1 < count and row[index + 1].text.isupper()
        headed = None if shouted else _headed(sentence, row, index, hit)
        if headed is not None:
            found.append(headed)
            index = headed.last
        elif hit is not None:
            found.append(hit)
            index = hit.last
        else:
            index += 1
    return found


def _key(row: list[Piece], first: int, last: int) -> str:
    """The folded name of ``row[first:last]``, clitics closed up."""
    return fold(" ".join([part.text for part in row[first:last] if part.text != "."]).replace(" '", "'"))


def _headed(sentence: int, row: list[Piece], index: int, hit: _Hit | None) -> _Hit | None:
    """A place by its head word: "Vostochny Cosmodrome", "Najin port", "Lake Naivasha"."""
    if hit is not None and any(entry.gentilic for entry in hit.entries) and hit.last < len(row):
        return None
    count = len(row)
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
        return _Hit(sentence, index, last, fold(name), name, (), kind=front)
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


def _by_head(sentence: int, row: list[Piece], first: int, last: int, kind: str, hit: _Hit | None) -> _Hit | None:
    if hit is not None and hit.last >= last:
        return None  # the gazetteer has the whole
    head = row[last - 1]
    before = row[first : last - 1]
    if head.upper and last < len(row) and row[last].upper and row[last].start == head.end + 1 and kind in words.BODIES:
        return None  # "University Hospital Ghent": part of a longer name
    low = [piece.low for piece in before]
    if all(is_common(word) or word in _TITLES for word in low if word != "'") and (not head.upper or kind in _GENERIC):
        return None  # "Supreme Court", "Police station"
    if first == 0 and len(before) == 1 and is_common(low[0]):
        return None
    if kind in _PLAIN and not head.upper:
        if hit is None or hit.last != last - 1 or kind in {"border", "centre", "road", "street"}:
            return None
        return None if kind == "state" else _Hit(sentence, first, last, hit.key, hit.name, hit.entries, evidence=True)
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
            return _Hit(sentence, first, last, fold(name), name, regions, evidence=True)
    found = _Hit(sentence, first, last, fold(name), name, (), kind=kind, evidence=True)
    if hit is not None and hit.first == first and hit.entries and not hit.entries[0].gentilic:
        found.entries = hit.entries  # where it stands, by the town in its name
    return found


def _look_around(hit: _Hit, row: list[Piece], following: _Hit | None) -> None:
    """Evidence and stated containers: "in X", "X, Primorsky Krai", "the Ajuda Palace in Lisbon"."""
    before = row[hit.first - 1] if hit.first else None
    if before is not None and before.low in words.EVIDENCE:
        hit.evidence = True
    if before is not None and before.low == "the" and hit.first > 1 and row[hit.first - 2].low in words.EVIDENCE:
        hit.evidence = hit.evidence or hit.kind is not None
    if before is not None and before.low == "of" and hit.first > 1 and row[hit.first - 2].low in words.OF_HEADS:
        hit.evidence = True
        head = row[hit.first - 2].low
        if head not in {"city", "town", "capital", "state", "republic"} and hit.kind is None:
            hit.kind = "bay" if head == "bay" else head
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
        if outer is not None and not outer.gentilic and (following.kind is None or hit.kind):
            hit.inside.append(following.key)
            hit.evidence = True


def _stated(hit: _Hit, outer: _Hit, row: list[Piece]) -> bool:
    """Whether "in X, Y" states where X lies, against what the gazetteer knows: X must not be large, nor Y listed."""
    region = outer.entries[0].kind in {"country", "region", "county"}
    listed = outer.last < len(row) and row[outer.last].low in {"and", "or"}
    return region and hit.evidence and not listed and bool(hit.entries) and hit.entries[0].population < 300


def _contains(hit: _Hit, outer: _Hit) -> bool:
    """Whether the gazetteer lets ``outer`` contain ``hit``; a name it lacks may lie anywhere above a city."""
    if not outer.entries:
        return False
    names = {fold(entry.name) for entry in outer.entries if not entry.gentilic}
    if hit.entries and not (hit.kind and not hit.entries):
        return any(fold(container) in names for entry in hit.entries for container in entry.within) or (
            hit.kind is not None
        )
    return outer.entries[0].kind != "city" or hit.kind is not None


def _described(rows: list[list[Piece]], hits: list[_Hit]) -> dict[str, tuple[str, str | None]]:
    """Names that the text itself makes places: "X, a town on", "the town of X", "in X, Primorsky Krai"."""
    taken = {(hit.sentence, index): hit for hit in hits for index in range(hit.first, hit.last)}
    found: dict[str, tuple[str, str | None]] = {}
    for number, row in enumerate(rows):
        for index, piece in enumerate(row):
            if not piece.upper or (number, index) in taken or len(piece.text) < 3:
                continue
            before = row[index - 1] if index else None
            after = row[index + 1] if index + 1 < len(row) else None
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


def _with_towns(rows: list[list[Piece]], hits: list[_Hit], towns: dict[str, tuple[str, str | None]]) -> list[_Hit]:
    """The candidates with every mention of a described name added."""
    taken = {(hit.sentence, index) for hit in hits for index in range(hit.first, hit.last)}
    added: list[_Hit] = []
    for number, row in enumerate(rows):
        for index, piece in enumerate(row):
            if not piece.upper or (number, index) in taken:
                continue
            key = fold(piece.text)
            if key in towns:
                kind, outer = towns[key]
                after = row[index + 1] if index + 1 < len(row) else None
                before = row[index - 1] if index else None
                if (after is not None and after.upper) or (before is not None and before.upper and not before.glued):
                    continue
                hit = _Hit(number, index, index + 1, key, piece.text, (), kind=kind, evidence=True)
                if outer:
                    hit.inside.append(outer)
                added.append(hit)
    for hit in hits:
        # "Khasan station" stands in Khasan, wherever that is.
        if hit.kind and not hit.entries and not hit.inside:
            first = fold(rows[hit.sentence][hit.first].text)
            if first in towns and towns[first][1]:
                hit.inside.append(towns[first][1] or "")
    return sorted([*hits, *added], key=lambda hit: (hit.sentence, hit.first))


def _resolve(hits: list[_Hit]) -> None:
    """One meaning for each name of the article, or None where it stays open."""
    votes: Counter[str] = Counter()
    for entries in {hit.key: hit.entries for hit in hits if hit.entries}.values():
        first = entries[0]
        rivals = max((entry.population for entry in entries[1:] if entry.country != first.country), default=0)
        if first.kind in {"country", "county"} or first.capital or first.population >= max(100, 5 * rivals):
            votes[first.country or ""] += 1
    stated: dict[str, list[str]] = {}
    for hit in hits:
        if hit.inside:
            stated.setdefault(hit.key, []).extend(key for key in hit.inside if key not in stated.get(hit.key, []))
    by_key = {hit.key: hit for hit in hits}
    first_of: dict[str, Entry | None] = {}
    for hit in hits:
        if hit.kind is None and hit.entries and hit.key not in first_of:
            first_of[hit.key] = _choose(hit.key, hit.entries, stated.get(hit.key, ()), votes)
    for hit in hits:
        if hit.kind is None and hit.entries:
            hit.entry = first_of[hit.key]
    for hit in hits:
        if hit.kind is not None:
            hit.inside = hit.inside or list(stated.get(hit.key, ()))
            if hit.inside:
                outer = by_key.get(hit.inside[0])
                hit.entry = outer.entry if outer is not None else None
            elif hit.entries:
                key = next((key for key in _prefixes(hit.name) if key in first_of), None) or fold(hit.entries[0].name)
                hit.entry = first_of[key] if key in first_of else _choose(key, hit.entries, stated.get(key, ()), votes)
                if hit.entry is None and key in stated:
                    outer = by_key.get(stated[key][0])
                    hit.entry = outer.entry if outer is not None else None


def _prefixes(name: str) -> list[str]:
    """The folded beginnings of a name, longest first: "Cebu City port" gives "cebu city", "cebu"."""
    parts = name.split()
    return [fold(" ".join(parts[:count])) for count in range(len(parts) - 1, 0, -1)]


def _choose(
    key: str, entries: tuple[Entry, ...], stated: list[str] | tuple[str, ...], votes: Counter[str]
) -> Entry | None:
    for container in stated:
        names = {fold(entry.name) for entry in lookup(container)} | {container}
        matching = [entry for entry in entries if any(fold(outer) in names for outer in entry.within)]
        if not matching:
            countries = {entry.country for entry in lookup(container) if entry.country and entry.kind in _LANDS}
            matching = [entry for entry in entries if entry.country in countries and entry.kind == "city"]
        if matching:
            return matching[0]
        if entries[0].kind == "city":
            return None  # the text speaks of a namesake that the gazetteer lacks
    first = entries[0]
    if first.kind == "city" and not votes[first.country or ""]:
        # A small town in a country that the article does not speak of is likelier a namesake.
        known = [entry for entry in entries if votes[entry.country or ""]]
        if not known and (first.population < 50 or (fold(first.name) != key and first.population < 500)):
            return None
    if len(entries) == 1 or first.kind not in {"city", "region", "country"}:
        return first
    if first.kind == "country":
        # "Georgia" beside Atlanta: the region, where its country is spoken of and the first is not.
        others = [e for e in entries[1:] if e.kind == "region" and votes[e.country or ""] >= 1]
        return others[0] if others and votes[first.country or ""] <= 1 and not first.gentilic else first
    if first.capital:
        return first
    mine = votes[first.country or ""]
    known = [entry for entry in entries if votes[entry.country or ""] > 0]
    if known and not mine:
        best = max(known, key=lambda entry: (votes[entry.country or ""], entry.population))
        far = first.population >= 5 * best.population
        return best if not far or (votes[best.country or ""] >= 3 and best.population >= 20) else first
    if mine or first.kind == "region":
        return first
    second = max((entry.population for entry in entries[1:] if entry.country != first.country), default=0)
    return first if first.population >= 5 * second else None


def _places(document: Document, rows: list[list[Piece]], hits: list[_Hit]) -> list[Place]:
    vouched = {hit.key for hit in hits if hit.evidence}
    found: list[Place] = []
    for hit in hits:
        row = rows[hit.sentence]
        if not _kept(hit, row, vouched):
            continue
        start, end = row[hit.first].start, row[hit.last - 1].end
        shown = document.text[start:end]
        entry = hit.entry
        if hit.kind is not None:
            within: tuple[str, ...] = ()
            if entry is not None:
                within = (entry.name, *entry.within)
            found.append(Place(start, end, shown, hit.name, hit.kind, within, entry.country if entry else None))
            continue
        gentilic = hit.entries[0].gentilic
        if entry is None:
            outer = next((lookup(key)[0] for key in _containers(hit, hits) if lookup(key)), None)
            within = (outer.name, *outer.within) if outer is not None else ()
            found.append(Place(start, end, shown, hit.name, "town", within, outer.country if outer else None))
            continue
        found.append(
            Place(
                start, end, shown, entry.name, entry.kind, entry.within, entry.country, entry.latitude, entry.longitude,
                actor=not gentilic and is_actor(row, hit.first, hit.last, entry), gentilic=gentilic,
            )
        )  # fmt: skip
    return found


def _containers(hit: _Hit, hits: list[_Hit]) -> list[str]:
    """The containers that the article states for a name, at any mention."""
    return hit.inside or next((other.inside for other in hits if other.key == hit.key and other.inside), [])


def _kept(hit: _Hit, row: list[Piece], vouched: set[str]) -> bool:
    """Whether a candidate is a place here: ambiguous words need evidence, parts of longer names are none."""
    before = row[hit.first - 1] if hit.first else None
    after = row[hit.last] if hit.last < len(row) else None
    glued_before = (
        before is not None and before.upper and before.end + 1 == row[hit.first].start and before.text.isalpha()
    )
    glued_after = (
        after is not None and after.upper and after.start == row[hit.last - 1].end + 1 and after.text[0].isalpha()
    )
    if hit.kind is not None:
        if before is not None and before.text in _QUOTES and after is not None and after.text in _QUOTES:
            return False  # the title of a work
        if hit.kind in words.BODIES:
            return hit.evidence and _placed(row, hit.first)
        return not (before is not None and before.low in _TITLES)
    first = hit.entries[0]
    if first.gentilic or first.kind in {"country", "continent", "seat"}:
        if first.kind == "country" and not first.gentilic and before is not None and glued_before:
            return before.low not in _TITLES and not given_sex(before.low)
        return True
    if before is not None and before.low in _TITLES | {"and", "&"} and before.upper:
        return False
    ambiguous = (
        hit.last - hit.first == 1
        and hit.key not in _SAFE
        and (is_common(hit.key) or given_sex(hit.key) is not None or (first.population < 100 and first.kind == "city"))
    )
    if glued_before and before is not None and before.low not in words.KINDS:
        # "Jack London", "West Ham United": the tail of a longer name, unless what precedes starts the sentence.
        if not (hit.first == 1 and is_common(before.low)) and not before.text.isupper():
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
        return hit.key in vouched and not (hit.first == 0 and is_common(hit.key))
    return True


def _placed(row: list[Piece], first: int) -> bool:
    """Whether a locative preposition governs the span, articles aside."""
    index = first - 1
    while index >= 0 and row[index].low in {"the", "a", "his", "her", "its", "their"}:
        index -= 1
    return index >= 0 and row[index].low in words.LOCATIVE


def is_actor(row: list[Piece], first: int, last: int, entry: Entry) -> bool:
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
    if governor in words.WITH:
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


def _between(row: list[Piece], first: int) -> bool:
    return any(piece.low == "between" for piece in row[max(0, first - 5) : first])
