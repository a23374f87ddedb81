"""From a sentence to chunks: find the forms, widen them, join what belongs together."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.expressions.time import holidays, negatives, ranges
from factcheck.expressions.time import readings as r
from factcheck.expressions.time.build import BUILDERS, Match
from factcheck.expressions.time.grammar import TRIGGERS, forms_by_code, matches
from factcheck.expressions.time.joining import joined
from factcheck.expressions.time.scan import CODE, Scan, compile_classes, may_have_class
from factcheck.expressions.time.surroundings import NAME_GOES_ON, inside_word, leftover, unwanted
from factcheck.records import replace
from factcheck.temporal.interval import Granularity
from factcheck.text.model import Token
from factcheck.text.word_table import WordTable

G = Granularity


_EDGES = {
    "early": "START",
    "beginning": "START",
    "start": "START",
    "late": "END",
    "end": "END",
    "close": "END",
    "mid": "MID",
    "middle": "MID",
}


_EDGE_BEFORE = compile_classes(
    "(the [beginning middle end] of | [beginning end] of | the? [early late mid] hyphen? | [early late] [on in])$"
)


_SIDE_BEFORE = compile_classes("[earlier later] (on | in)?$")


_APPROX_BEFORE = compile_classes(
    "((well | just)? [more less] than | (well | just)? (over | under) | about | nearly | at [least most])$"
)


_MODS = {
    "about": "APPROX",
    "around": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "circa": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "barely": "APPROX",
    "over": "MORE_THAN",
    "under": "LESS_THAN",
    "more": "MORE_THAN",
    "longer": "MORE_THAN",
    "less": "LESS_THAN",
    "fewer": "LESS_THAN",
    "least": "EQUAL_OR_MORE",
    "most": "EQUAL_OR_LESS",
    "up": "EQUAL_OR_LESS",
}


_may_be_trigger = WordTable(lambda text: may_have_class(text, TRIGGERS))


def may_hold_any(tokens: Sequence[Token]) -> bool:
    """Whether a sentence may have a word that no temporal expression lacks: a cheap first look."""
    for token in tokens:  # noqa: SIM110 - any() over a generator takes twice as long
        if _may_be_trigger[token.text]:
            return True
    return False


def chunks(scan: Scan) -> list[r.Chunk]:
    """The temporal expressions of a sentence in text order, without overlaps."""
    codes = scan.codes
    if TRIGGERS.isdisjoint(codes):
        return []
    forms = forms_by_code()
    found: list[r.Chunk] = []
    position = 0
    for start in [at for at, code in enumerate(codes) if code in forms]:
        if start < position:
            continue
        for name, match in matches(codes, start):
            chunk = BUILDERS[name](Match(match, scan.words))
            if chunk is None or inside_word(scan, chunk) or unwanted(scan, name, chunk):
                continue
            position = chunk.last
            if negatives.is_age(scan, chunk) or negatives.is_number(scan, chunk, opens=chunk.first == 0):
                break
            chunk = _widen(scan, chunk, found[-1].last if found else 0)
            if not negatives.is_name(scan, chunk):
                found.append(chunk)
            break
    if CODE["festive"] in codes:
        found = _with_holidays(scan, found)
    if len(found) > 1:
        found = joined(scan, found)
    if found:
        found = ranges.joined(scan, found)
    return [chunk for chunk in found if not leftover(scan, chunk)]


def _with_holidays(scan: Scan, found: list[r.Chunk]) -> list[r.Chunk]:
    """The chunks with the holidays that the sentence names; a holiday takes the place of what it overlaps."""
    codes, words = scan.codes, scan.words
    position = 0
    while (position := codes.find(CODE["festive"], position)) >= 0:
        hit = holidays.named(words, position)
        if hit is None:
            position += 1
            continue
        name, end = hit
        named_place = name in holidays.ALONE and codes[end : end + 1] in NAME_GOES_ON
        if not named_place:
            year, first = None, position
            if codes[end : end + 1] == CODE["year"]:
                year, end = int(words[end]), end + 1
            which = None
            if first and words[first - 1].lower() in {"last", "next", "this"}:
                which, first = words[first - 1].lower(), first - 1
            chunk = r.Chunk(first, end, r.Holiday(name, year, which))
            found = [other for other in found if other.last <= first or other.first >= end]
            found.append(chunk)
        position = end
    found.sort(key=lambda chunk: chunk.first)
    return found


def _widen(scan: Scan, chunk: r.Chunk, left: int) -> r.Chunk:
    """Take in what modifies: "early", "the end of", "about", "more than"."""
    codes = scan.codes
    what = chunk.what
    if (
        chunk.clock is None
        and chunk.edge is None
        and not isinstance(what, (r.Length, r.Vague, r.Shift))
        and chunk.first > left
    ):
        edge = _EDGE_BEFORE.search(codes, max(left, chunk.first - 4), chunk.first)
        if edge is not None:
            named = next(word for word in scan.words[edge.start() : chunk.first] if word.lower() in _EDGES)
            chunk = replace(chunk, first=edge.start(), edge=_EDGES[named.lower()])
        elif isinstance(what, (r.Unit, r.Deictic, r.Calendar)) and not (isinstance(what, r.Calendar) and what.day):
            side = _SIDE_BEFORE.search(codes, max(left, chunk.first - 2), chunk.first)
            if side is not None and (isinstance(what, (r.Unit, r.Deictic)) or side.end() - side.start() == 2):
                later = scan.words[side.start()].lower() == "later"
                chunk = replace(chunk, first=side.start(), side=1 if later else -1)
    if (
        isinstance(what, (r.Length, r.Shift)) or chunk.clock is not None or isinstance(what, r.Calendar)
    ) and chunk.first > left:
        counted = chunk.first < len(codes) and codes[chunk.first] != CODE["the"]
        approx = _APPROX_BEFORE.search(codes, max(left, chunk.first - 4), chunk.first) if counted else None
        if approx is not None and not (isinstance(what, r.Length) and what.set):
            named = next(
                (word.lower() for word in scan.words[approx.start() : chunk.first] if word.lower() in _MODS), ""
            )
            if isinstance(what, (r.Length, r.Shift)) or _MODS.get(named) == "APPROX":
                chunk = replace(chunk, first=approx.start(), mod=_MODS.get(named))
    return chunk
