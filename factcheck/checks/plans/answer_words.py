"""Words by which a text comes back to what was hoped, planned or reckoned before: "had wanted", "in the end".

Each cue has a sense: what it recalls is a plan or wish of before (RECALLED), a measure that the outcome is held against
(HELD), or an early figure that a later one replaces (REVISED).
"""

from __future__ import annotations

import re
from enum import StrEnum

from factcheck.patterns import regex
from factcheck.records import dataclass


class Sense(StrEnum):
    """How a cue comes back to what was told before."""

    RECALLED = "recalls a plan or a hope"
    HELD = "holds the outcome against what was expected"
    REVISED = "replaces an early figure"


_WISHED = (
    r"(?:hoped|planned|meant|intended|expected|promised|wanted|wished|aimed|forecast|predicted|foreseen|foretold"
    r"|reckoned|budgeted|scheduled|due|pencilled|spoken of|talked of|counted on|pledged|vowed|targeted|looked for"
    r"|projected|envisaged|announced|bargained|estimated|assumed|imagined|feared)"
)
_FIRST = r"(?:first|at first|initially|originally|earlier|once|previously|then|early on)"
_TOLD = r"(?:given|put|reported|estimated|thought|said|believed|announced|stated|counted|told|reckoned|dated|quoted)"
_FIGURE = (
    r"(?:figures?|estimates?|counts?|costs?|numbers?|guess(?:es)?|tolls?|tally|tallies|dating|readings?|prices?|budgets?"
    r"|forecasts?|targets?|projections?|plans?|bill)"
)
_EARLY = (
    r"(?:first|[Ee]arly|[Ee]arlier|initial|original|preliminary|provisional|stated|old|official|higher|lower|previous)"
)
_WHO = r"(?:[\w'’.-]+ ){0,7}?"

# "As the council had promised" tells of a promise kept, unless "not" or "not so many" stands before it.
_KEPT = regex(
    rf"(?<!not )\b(?:just |exactly |much )?(?:as|like|what) {_WHO}(?:had |was |were |has )(?:been )?{_WISHED}\b"
)

_PATTERNS: tuple[tuple[Sense, re.Pattern[str]], ...] = (
    (
        Sense.HELD,
        regex(
            rf"\b(?P<how>\w+er|more|less|not (?:as|so)(?: [\w-]+){{1,3}}) (?:[\w'’-]+ ){{0,3}}?(?:than|as) {_WHO}"
            rf"(?:{_FIRST} )?(?:{_WISHED}|thought|believed|said at the time|given at the time|supposed)\b"
            rf"|\b(?P<side>under|over|above|below|beyond|short of) (?:what (?:was|were|had been|he|she|it|they)"
            rf" {_WHO}(?:{_WISHED}|said|given|thought|believed|told)"
            rf"|(?:the|its|their|his|her) (?:{_EARLY} )?{_FIGURE})\b"
            rf"|\b(?:rather|other|more|less|fewer|higher|lower) than (?:the|its|their) {_EARLY} {_FIGURE}\b"
            rf"|\b(?:behind|ahead of) (?:schedule|(?:the|its) timetable)\b"
            rf"|\b(?P<times>twice|double|treble|three times|half) (?:as [a-z]+ as {_WHO}{_WISHED}"
            rf"|(?:the|its|their) (?:{_EARLY} )?{_FIGURE})\b"
            rf"|\bagainst (?:an?|the|its) (?:{_EARLY} )?{_FIGURE} of\b"
            r"|\b(?P<reached>missed|beat|exceeded|overshot|undershot|surpassed|fell short of) (?:its|the|their)"
            rf" (?:{_EARLY} )?(?:{_FIGURE}|goals?)\b"
            rf"|\b(?:short of|instead of) the (?:[\w,.-]+ ){{1,5}}?(?:(?:that )?{_WHO}(?:had|was|were) (?:been )?)?"
            rf"{_WISHED}\b"
        ),
    ),
    (
        Sense.RECALLED,
        regex(
            rf"\bhad (?:once |first |originally |then |all |long |been |already |also |initially |never )*{_WISHED}\b"
            rf"|['’]d (?:hoped|planned|meant|intended|wanted|expected|promised)\b"
            rf"|\b(?:was|were) (?:originally |first |once |initially |supposed |meant |due )*to (?:have|['’]ve)\b"
            rf"|\b(?:was|were) (?:supposed|meant) to\b"
            rf"|\b(?:was|were) (?:originally|first|initially|once) (?:to|due|planned|scheduled|expected|meant|set)\b"
            rf"|\b(?:{_FIRST}|long) (?:promised|planned|scheduled|due|expected|hoped for)\b|\bpromised (?:for|by|in) "
            rf"|\b(?:should|ought to) (?:by then |by now )?have been\b"
            rf"|\bhad (?:said|told|sworn|insisted)\b[^.;]{{0,60}}\bwould\b"
            r"|\b(?:was|were) planned (?:as|for)\b|\b(?:[Tt]he|[Ii]ts|[Tt]heir) original plan\b|\b[Ww]hat was to be\b"
            r"|\bcame to nothing\b|\b[Nn]othing came of\b"
        ),
    ),
    (
        Sense.REVISED,
        regex(
            rf"\b{_FIRST} {_TOLD}\b|\b{_EARLY} {_FIGURE} (?:spoke|had|gave|put)\b"
            rf"|\b{_TOLD} (?:at first|initially|at the time|earlier)\b"
            rf"|\b(?:[Tt]he|[Ii]ts|[Aa]n?|his|her|their) {_EARLY} {_FIGURE}\b"
            rf"|\b{_FIGURE} (?:of [^.;,]{{1,60}}? |, [^;,]{{3,40}}, )?(?:has|have|had) (?:since |now |then )?(?:been )?"
            r"(?:grown|risen|swollen|climbed|crept up"
            r"|shrunk|fallen|become|doubled|trebled|revised|corrected|raised|lowered)\b"
            rf"|\b(?:revised|corrected) (?:to|up|down|from|upwards?|downwards?)\b|\bfinal {_FIGURE}\b"
            r"|\bfinal accounts?\b|\b(?:in the end|all told|all in all|when all was counted)\b"
            r"|\b(?:[Tt]hat|[Tt]his|[Ww]hich) (?:is|was) [\w.,]+ (?:more|fewer|less|higher|lower) than\b"
            rf"|\b(?:real|actual|true|later|latest|new|overall) {_FIGURE}\b|\bup from an? {_EARLY}\b"
            rf"|\b(?:corrected|revised|raised|lowered) the (?:number|count|toll|figure|forecast|estimate)\b"
            rf"|\b(?:was|were) later (?:put|given)\b|\bsince emerged\b|\bturned out\b|\b[Ii]n the event\b"
            rf"|\b{_FIGURE} for [^.;,]{{1,50}}? (?:was|were|has been|is|is now) (?:cut|raised|lowered|lifted|trimmed"
            r"|revised)\b"
            r"|\b(?:is|are) now (?:put|reckoned|known|thought|said|estimated)\b"
        ),
    ),
)
_WISHES = frozenset(
    """hoped planned meant intended expected promised wanted wished aimed forecast predicted foreseen foretold reckoned
    budgeted scheduled due pencilled spoken talked counted pledged vowed targeted looked projected envisaged announced
    bargained estimated assumed imagined feared""".split()
)
_FIGURES = frozenset(
    """figure figures estimate estimates count counts cost costs number numbers guess guesses toll tolls tally tallies
    dating reading readings price prices budget budgets forecast forecasts target targets projection projections plan
    plans bill""".split()
)
_TELLING = frozenset(
    """given put reported estimated thought said believed announced stated counted told reckoned dated quoted
    known""".split()
)
_FIRSTS = frozenset("first initially originally earlier once previously then early".split())
_EXPECTING = (
    _WISHES | _FIGURES | frozenset("thought believed said given told supposed schedule timetable goal goals".split())
)
# What stands in whatever a pattern finds: a word of every set of one of these rows.
_NEEDS: dict[Sense, tuple[tuple[frozenset[str], ...], ...]] = {
    Sense.HELD: (
        (
            frozenset(
                """than under over above below beyond short behind ahead twice double treble times half against missed
                beat exceeded overshot undershot surpassed instead""".split()
            ),
            _EXPECTING,
        ),
        (frozenset({"not"}), frozenset({"as"}), _EXPECTING),
    ),
    Sense.RECALLED: (
        (
            _WISHES | frozenset("have ve supposed set would plan nothing what".split()),
            _FIRSTS | frozenset("had d was were should ought promised long original nothing what".split()),
        ),
    ),
    Sense.REVISED: (
        (_TELLING, _FIRSTS | frozenset("at now later".split())),
        (
            _FIGURES,
            _FIRSTS
            | frozenset(
                """initial original preliminary provisional stated old official higher lower previous has have had real
                actual true later latest new overall final""".split()
            ),
        ),
        (_FIGURES, frozenset("corrected revised raised lowered cut lifted trimmed".split())),
        (frozenset({"than"}), frozenset("more fewer less higher lower".split())),
        (frozenset("end all event turned emerged account accounts revised corrected up".split()),),
    ),
}


def _may_stand(sense: Sense, spoken: frozenset[str]) -> bool:
    for row in _NEEDS[sense]:
        for needed in row:
            if spoken.isdisjoint(needed):
                break
        else:
            return True
    return False


_MORE = frozenset(
    "more longer later higher larger bigger greater dearer costlier older worse slower over above beyond".split()
)
_LESS = frozenset("less fewer shorter lower smaller cheaper earlier sooner younger faster under below".split())


# Comparatives of time; and what was wished for and did not come.
_TIMELY = regex(r"(?:later|longer|earlier|sooner|slower|faster|shorter|behind|ahead)\b")
_DATING = regex(r"(?:older|younger|earlier|later)\b.*\b(?:thought|believed|supposed|assumed|estimated|imagined)$")
_VAIN = regex(
    r"\bhad (?:once |first |originally |then |long |been |initially )*(?:hoped|wanted|wished|meant|intended|planned"
    r"|aimed|due|expected|scheduled|pencilled)\b|\bto (?:have|['’]ve)\b|\bsupposed to\b|\bshould\b|\bmeant\b|['’]d "
    r"|\b(?:originally|first|initially|once)\b"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at ``start``..``end`` of a text.

    ``direction`` is 1 or -1 where it says that the outcome is more or later, or less or earlier; ``timely`` marks
    comparatives of time, ``dating`` those of age; ``vain`` that what was wished for did not come.
    """

    sense: Sense
    start: int
    end: int
    direction: int = 0
    timely: bool = False
    dating: bool = False
    vain: bool = False


def find(text: str, spoken: frozenset[str] | None = None) -> Cue | None:
    """The first cue in a sentence, of the sense that says most; ``spoken`` are its words (``words_in``), if known."""
    for sense, pattern in _PATTERNS:
        for match in pattern.finditer(text) if spoken is None or _may_stand(sense, spoken) else ():
            kept = _KEPT.search(text)
            if kept is not None and kept.start() <= match.end() and match.start() <= kept.end():
                continue
            held = sense is Sense.HELD
            return Cue(
                sense,
                match.start(),
                match.end(),
                _direction(match),
                held and _TIMELY.match(match[0]) is not None,
                held and _DATING.match(match[0]) is not None,
                sense is Sense.RECALLED and _VAIN.search(match[0]) is not None,
            )
    return None


def _direction(match: re.Match[str]) -> int:
    groups = match.groupdict()
    words = {*(groups.get("how") or "").lower().split(), *(groups.get("side") or "").lower().split()}
    if "not" in words or "short" in words or groups.get("reached") in ("missed", "undershot", "fell short of"):
        return -1
    if groups.get("times"):
        return -1 if groups["times"] == "half" else 1
    if groups.get("reached"):
        return 1
    return 1 if words & _MORE else -1 if words & _LESS else 0
