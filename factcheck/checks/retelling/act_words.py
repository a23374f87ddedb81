"""The acts that a sentence tells: verbs of the past and nouns made of them, and whether two words tell one act.

Wider than the lexicon and than :mod:`factcheck.assertions.unlisted`, for it is asked only of sentences that other
evidence holds to be of one matter: any verb in a past form is an act, but for those of saying, being and changing by
degrees. ``data/acts.txt`` has the words by which news tells one act.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from factcheck.assertions.inflect import IRREGULAR, past_forms
from factcheck.assertions.lexicon import Trigger
from factcheck.assertions.triggers import Hit
from factcheck.assertions.unlisted import is_listed, noun_class, verb_class
from factcheck.assertions.verbs import BE, HAVE, MODALS
from factcheck.checks.word_families import family
from factcheck.text.model import Token

_DATA = Path(__file__).parent.parent / "data" / "acts.txt"
_SAME_WORD, _SAME_ACT = 2.5, 2.0
_SHORTEST = 3
_BASES = {form: base for base, (past, both) in IRREGULAR.items() for form in (*past, *both)}
# What is said, thought, or changes by degrees, and what tells too little by itself.
_EMPTY = frozenset(
    """say tell announce report add note state declare claim explain warn speak_of think believe know see look come go
    do make put give get keep let have want seem become rise fall drop increase decrease grow climb expect plan
    schedule date follow lead mean show need help live stay remain continue face include mention quote base
    use mark fail love like feel hear happen occur compare stand carry_out hold bring set run turn ask call work
    sit lie wear spend cost last point wait watch read learn miss suffer rank total average stretch""".split()
)
PHASES = frozenset("begin start open launch commence end close finish conclude stop resume restart".split())
"""What begins, opens or ends is told by what stands with these."""
# Stand before a time or a place as often as they belong to the verb.
_NO_PARTICLE = frozenset({"on", "in", "at", "by", "from"})
_PARTICLES = frozenset("up out down off away back over aside apart together".split())
_HELPERS = BE | HAVE | MODALS | frozenset({"did", "does", "do", "done"})


class _Table(NamedTuple):
    """The lines of each verb and of each noun, by number."""

    verbs: Mapping[str, frozenset[int]]
    nouns: Mapping[str, frozenset[int]]


@cache
def _table() -> _Table:
    verbs: dict[str, set[int]] = defaultdict(set)
    nouns: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_DATA.read_text("utf-8").splitlines()):
        if not line.startswith("#"):
            told, _, named = line.partition("|")
            for word in told.split():
                verbs[word].add(number)
            for word in named.split():
                nouns[word].add(number)
    return _Table(*({word: frozenset(at) for word, at in found.items()} for found in (verbs, nouns)))


@lru_cache(maxsize=1 << 13)
def base(word: str) -> str | None:
    """The base form of a verb in the past, lower-cased ("hoisted": hoist), None for any other word."""
    if word in _BASES:
        return _BASES[word]
    if not word.endswith("ed") or len(word) < 4:
        return None
    stem = word[:-2]
    bases = [word[:-1], stem]
    if stem.endswith("i"):
        bases.append(stem[:-1] + "y")
    if len(stem) > 2 and stem[-1] == stem[-2]:
        bases.append(stem[:-1])
    table = _table().verbs
    known = (one for one in bases if (one in table or is_listed(one)) and word in past_forms(one)[0])
    return next(known, None)


def acts(tokens: Sequence[Token]) -> list[Hit]:
    """The acts of a sentence, left to right, each under the base form of its verb, or its noun with "/"."""
    found: list[Hit] = []
    last = -1
    for index, token in enumerate(tokens):
        verb, noun = _told_by(token.low)
        if (verb is None and noun is None) or index <= last or (token.upper and index):
            continue
        if verb is not None and index and tokens[index - 1].low in _DETERMINERS and _modifies(tokens, index):
            continue  # "its registered owner"
        if verb is not None:
            name, last = _with_particle(tokens, index, verb)
            if name not in _EMPTY and not _is_light(tokens, index, name):
                words = tuple(each.low for each in tokens[index : last + 1])
                found.append(Hit(index, last, Trigger(words, name, "past"), False))
        elif not _modifies(tokens, index):
            found.append(Hit(index, index, Trigger((token.low,), f"{noun}/", "noun"), True))
    return found


@lru_cache(maxsize=1 << 13)
def _told_by(word: str) -> tuple[str | None, str | None]:
    """The verb of which a word is a past form, else the noun of an act that it is."""
    if len(word) < _SHORTEST or not word[0].isalpha() or word in _HELPERS:
        return None, None
    verb = base(word)
    return (verb, None) if verb is not None else (None, _noun(word))


def _is_light(tokens: Sequence[Token], index: int, name: str) -> bool:
    """Whether "took" only carries a noun: "took place", "took part"."""
    return name == "take" and index + 1 < len(tokens) and tokens[index + 1].low in _TAKEN


_TAKEN = frozenset("place part care note action advantage aim turns time days weeks months years hours minutes".split())


def _with_particle(tokens: Sequence[Token], index: int, verb: str) -> tuple[str, int]:
    """The verb with what belongs to it: "come to light", "pull out"; not "taken on 19 December"."""
    table = _table().verbs
    words = [token.low for token in tokens[index + 1 : index + 4]]
    for length in (2, 1):
        name = "_".join((verb, *words[:length]))
        if len(words) >= length and name in table and not (length == 1 and _opens_time(words)):
            return name, index + length
    if words and words[0] in _PARTICLES and not tokens[min(index + 2, len(tokens) - 1)].text[0].isupper():
        return f"{verb}_{words[0]}", index + 1
    return verb, index


def _opens_time(words: Sequence[str]) -> bool:
    return words[0] in _NO_PARTICLE and len(words) > 1 and (words[1][:1].isdigit() or words[1] in _TIME_WORDS)


_TIME_WORDS = frozenset(
    """the monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec that this""".split()
)


_DETERMINERS = frozenset("a an the its his her their our my your this that these those".split())


def _noun(word: str) -> str | None:
    nouns = _table().nouns
    if word in nouns:
        return word
    if word.endswith("s") and word[:-1] in nouns:
        return word[:-1]
    return None


def _modifies(tokens: Sequence[Token], index: int) -> bool:
    """Whether a noun stands before another noun that it tells more of: "enforcement office", "search teams"."""
    if index + 1 >= len(tokens):
        return False
    following = tokens[index + 1].text
    return following.islower() and following.isalpha() and following not in _BEHIND and base(following) is None


_BEHIND = (
    frozenset(
        """of in on at by for from to with and or but as that which who when where while because after before during
        since until over under into through between against about around near off than then not never also later soon
        again yesterday today this last next early late dated due so if nor yet only just even still""".split()
    )
    | BE
    | HAVE
    | MODALS
)


LISTED = "="
"""Stands before the name of an event type of the lexicon, which is an act, too."""
# Tell one act with a narrower verb of their lines only: "taken" and "boarded", not "taken" and "taken".
_WIDE = frozenset({"take", "leave"})


def with_theme(name: str, theme: str | None) -> str:
    """The act of a verb and its object or subject where the two are one phrase: "break" and "ground"."""
    phrase = f"{name}_{theme}"
    return phrase if theme is not None and phrase in _table().verbs else name


def phrases_with(name: str) -> frozenset[str]:
    """All acts that :func:`with_theme` can make of a verb."""
    return _phrases().get(name, frozenset())


@cache
def _phrases() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for act in _table().verbs:
        for at in (at for at, letter in enumerate(act) if letter == "_"):
            found.setdefault(act[:at], set()).add(act)
    return {name: frozenset(acts) for name, acts in found.items()}


@lru_cache(maxsize=1 << 13)
def alike(one: str, other: str) -> float:
    """Bits by which two acts may be one, 0.0 where their words tell of different things."""
    if one.startswith(LISTED) or other.startswith(LISTED):
        return _SAME_ACT if one == other else 0.0
    first, second = one.removesuffix("/"), other.removesuffix("/")
    if first == second and first in _WIDE:
        return 0.0
    if first == second or ("_" not in first + second and family(first) == family(second)):
        return _SAME_WORD
    lines, others = _lines(one), _lines(other)
    if lines & others:
        return _SAME_ACT
    return _SAME_ACT if _class(one) is not None and _class(one) == _class(other) else 0.0


def _lines(act: str) -> frozenset[int]:
    table = _table()
    return table.nouns.get(act[:-1], frozenset()) if act.endswith("/") else table.verbs.get(act, frozenset())


def _class(act: str) -> str | None:
    """The class that WordNet's tight synonyms share."""
    return noun_class(act[:-1]) if act.endswith("/") else verb_class(past_forms(act)[0][0]) if "_" not in act else None
