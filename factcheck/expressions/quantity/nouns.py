"""The noun that a number counts: the head of the noun phrase after it, in the singular."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.patterns import regex
from factcheck.text.word_table import WordTable

_IRREGULAR = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "oxen": "ox",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "wolves": "wolf",
    "halves": "half",
    "leaves": "leaf",
    "thieves": "thief",
    "shelves": "shelf",
    "loaves": "loaf",
    "calves": "calf",
    "criteria": "criterion",
    "memoranda": "memorandum",
    "referenda": "referendum",
    "crises": "crisis",
    "analyses": "analysis",
    "bases": "base",
    "theses": "thesis",
    "axes": "axe",
    "diagnoses": "diagnosis",
    "buses": "bus",
    "viruses": "virus",
    "campuses": "campus",
    "gases": "gas",
    "bonuses": "bonus",
    "censuses": "census",
    "movies": "movie",
    "cookies": "cookie",
    "zombies": "zombie",
    "rookies": "rookie",
    "calories": "calorie",
    "ties": "tie",
    "pies": "pie",
    "lies": "lie",
    "species": "species",
    "series": "series",
    "alumni": "alumnus",
    "nuclei": "nucleus",
    "fungi": "fungus",
    "bacteria": "bacterium",
    "media": "medium",
    "data": "data",
    "shoes": "shoe",
    "canoes": "canoe",
    "toes": "toe",
    "foes": "foe",
    "houses": "house",
    "horses": "horse",
    "nurses": "nurse",
    "cases": "case",
    "purchases": "purchase",
    "phases": "phase",
    "licenses": "license",
    "licences": "licence",
    "offenses": "offense",
    "caches": "cache",
    "axles": "axle",
}
# Plurals without an ending, and collectives that a number counts heads of.
_INVARIANT = frozenset(
    """aircraft spacecraft hovercraft sheep fish deer salmon trout cattle poultry crew staff personnel troops police
    offspring headquarters crossroads barracks works species series cod bison swine infantry cavalry clergy
    percent horsepower""".split()
)
_KEEP_S = frozenset(
    """troops headquarters barracks works premises goods clothes remains proceeds earnings savings arms thanks
    customs news politics economics physics athletics species series means outskirts ethics mathematics""".split()
)
_NOT_PLURAL = frozenset(
    """as is was has this its his us does yes gas bus plus thus always perhaps across besides various previous
    famous serious dangerous numerous enormous religious express process press less unless business congress
    access success address loss boss cross class glass grass mass pass dress stress illness witness progress
    campus virus status bonus census focus chorus corpus crisis basis analysis surplus versus minus lens chess
    towards afterwards sometimes upwards nowadays indoors outdoors overseas religious precious conscious nervous
    indigenous ambitious hours' years' days' anonymous continuous simultaneous suspicious infectious poisonous
    tennis arms-length sports states united says wins loses makes takes gives comes goes gets needs wants shows
    includes remains tells asks seems becomes means""".split()
)
# Words at which the noun phrase after a number ends.
STOPS = frozenset(
    """of in on at by for from with after before to into onto over under between among amid against during since
    until till through throughout across about around near off out up down per than as that which who whom whose
    when where while if because though although but and or nor so yet the a an this these those his her its their
    our my your he she it they we you i is are was were be been being am has have had do does did will would can
    could may might must shall should not no said says told people's there then now here later earlier ago
    still already also only just even both all each every either neither more less most fewer least such very
    too if whether like unlike including according via within without behind beyond above below upon along
    killed injured wounded dead missing died arrested found made took taken left seen came went got were had
    voted reported confirmed hurt displaced rescued remain remained works who've were being each apiece together
    away long wide high tall deep old wound survived hospitalised hospitalized""".split()
)
_GENERIC_ADVERBS = frozenset(
    {"more", "other", "further", "additional", "extra", "new", "different", "such", "fewer", "less"}
)
_FIRST = regex(r"[ ]([^\W\d_][\w'&-]*|\d{3}(?:s|-\w+)?(?![\w.,%-]))")
_OF_THE = regex(
    r" of (?:the|its|his|her|their|our|my|your|these|those|all|[A-Z][\w-]*'s)"
    r"(?: (?:total|remaining|estimated|roughly|about|nearly|some))?"
    r"(?: (?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?: (?:hundred|thousand|million|billion))?)?(?= )"
)
_BLANKED = regex(r" {2,5}(?=\w)")  # the marks of bold letters
_JOINED = regex(r"-([^\W\d_][\w]*)")


class Noun(NamedTuple):
    """A head noun: its singular, the phrase it heads (modifiers and singular head, lower-cased), its end.

    ``chosen`` says that the number picks from what the noun names ("12 of the 14 crew").
    """

    head: str
    phrase: str
    end: int
    plural: bool
    chosen: bool = False


def singular(word: str) -> str:
    """The singular of an English noun, lower-cased; a word that is no plural comes back as it is.

    >>> singular("Containers"), singular("bodies"), singular("people"), singular("aircraft")
    ('container', 'body', 'person', 'aircraft')
    """
    low = word.lower()
    irregular = _IRREGULAR.get(low)
    if irregular:
        return irregular
    if low in _INVARIANT or low in _KEEP_S or not low.endswith("s") or low.endswith(("ss", "us", "is")) or len(low) < 4:
        return low
    if low.endswith("men"):
        return low[:-3] + "man"
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return low[:-2]
    return low[:-1]


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    low = word.lower()
    if (
        low in _IRREGULAR
        or low in _INVARIANT
        or (low.endswith(("men", "women", "children", "people")) and low != "omen")
    ):
        return True
    if low.endswith("'s") or "'" in low:
        return False
    return low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3 and low not in _NOT_PLURAL


_plurals = WordTable(is_plural)


def after(prose: str, at: int, stop: int) -> Noun | None:
    """The noun that a number ending at ``at`` counts, or None ("killing 12", "12 of them", "12 killed").

    The head is the first plural of the run of words that no preposition, verb or mark interrupts; where
    capitalised plurals (Rolls-Royce, Boeings) stand before a common noun, the common noun.
    """
    if prose[at : at + 1] == "-":
        joined = _JOINED.match(prose, at, stop)
        if joined is None:
            return None
        word = joined[1].lower()
        if word in {"strong"}:
            return Noun("person", "person", joined.end(), True)
        if word in {
            "year",
            "old",
            "plus",
            "odd",
            "ish",
            "and",
            "to",
            "or",
            "something",
            "fold",
            "point",
            "degree",
            "way",
        }:
            return None
        return Noun(singular(word), singular(word), joined.end(), False)
    blanked = _BLANKED.match(prose, at, stop)
    if blanked:
        at = blanked.end() - 1
    chosen = _OF_THE.match(prose, at, stop)
    if chosen:
        at = chosen.end()
    words: list[tuple[str, int]] = []
    position = at
    best: int | None = None
    for _ in range(7):
        match = _FIRST.match(prose, position, stop)
        if match is None:
            break
        word = match[1]
        end = match.end()
        low = word.lower()
        if word[0].isdigit() and not (word.endswith("s") or (words and words[-1][0][0].isupper())):
            break
        if low in STOPS and low not in _GENERIC_ADVERBS:
            break
        if word.endswith(("'s", "s'")):
            words.append((word, end))
            position = end
            if best is not None:
                break
            continue
        words.append((word, end))
        position = end
        if _plurals[word]:
            if word[0].islower() or best is None:
                best = len(words) - 1
            if word[0].islower():
                break
        elif best is not None and word[0].islower():
            break
    if best is None:
        return None
    head, end = words[best]
    kept = [w for w, _ in words[:best] if w.lower() not in _GENERIC_ADVERBS]
    name = singular(head)
    return Noun(name, " ".join([*(w.lower() for w in kept), name]), end, True, chosen is not None)
