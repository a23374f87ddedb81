"""Event triggers in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.assertions.lexicon import AUXILIARIES, GAP, Lexicon, Trigger
from factcheck.assertions.verbs import BE, HAVE, MODALS
from factcheck.records import dataclass
from factcheck.text.model import Token

_DETERMINERS = frozenset(
    """the a an his her its their our my your this that these those any no some each every another first second third
    last next new 's of for in at on after before during since""".split()
)
_VERB_BEFORE = frozenset("to not n't they we he she it who which i you and".split()) | MODALS


_OBJECTS = frozenset("a an the his her its their any some that them him it".split())
_SUBJECTS = frozenset("who which that it he she also now then".split())


# What stands behind an event noun that only says of which kind it is: "flight recorders", "a fire brigade".
_COMPOUND_HEADS = frozenset(
    """recorder attendant path deck number crew brigade station engine truck tender alarm door exit escape officer
    official department extinguisher fighter chief marshal investigator inspector team worker boat dog helicopter plane
    ship vessel site scene area zone ground venue hall room centre center office pad vehicle warrant judge lawyer court
    clerk victim survivor witness organiser organizer director committee commission panel programme program schedule
    calendar plan planner law rule regulation bill fee cost price insurance policy safety hazard risk season ticket
    tent wing goer manager secretary staff unit squad record rate date equipment gear kit camp village shelter fund
    money price tag map poster desk studio hotline helpline guest party dress cake ring""".split()
)


_WIDEST = 6  # tokens that a gap may span
_BETWEEN = BE | HAVE | frozenset("also then later since again first both all".split())
_MOST_BETWEEN = 3  # of those between a subject and its verb
_OUTSIDE = (
    BE
    | MODALS
    | frozenset(
        """who which that where when but or while because if as to in at for from with by after before over against into
    during since until than not""".split()
    )
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger in place: ``tokens[index]`` to ``tokens[last]`` (inclusive)."""

    index: int
    last: int
    trigger: Trigger
    is_noun: bool


def find(tokens: Sequence[Token], lexicon: Lexicon, present: frozenset[str]) -> tuple[Hit, ...]:
    """The event triggers of a sentence, left to right; the longest wins where several begin at one word.

    ``present`` are the sentence's words, lower-cased.
    """
    first_words = lexicon.first_words
    opened = [index for index, token in enumerate(tokens) if token.low in first_words]
    if not opened:
        return ()
    hits: list[Hit] = []
    openings = lexicon.openings
    skip, end = -1, len(tokens) - 1
    for index in opened:
        if index <= skip:
            continue
        first, second = tokens[index].low, tokens[index + 1].low if index < end else ""
        alone, by_second, loose = openings[first]
        if not alone and second not in by_second and (not loose or loose.keys().isdisjoint(present)):
            continue  # "was", "had" and "it" begin phrases alone
        seen: set[str] = set()
        for trigger in lexicon.candidates(first, second, present):
            if trigger.event in seen:
                continue
            size = len(trigger.words)
            last = index if size == 1 else _last(tokens, index, trigger.words)
            if last is None:
                continue
            noun = _is_noun(tokens, index, trigger)
            if noun is None or (noun and size == 1 and is_modifier(tokens, index)):
                continue
            seen.add(trigger.event)
            # A word may trigger several types ("opened": a trial, a museum); identity sorts them out.
            hits.append(Hit(index, last, trigger, noun))
            skip = max(skip, last)
    return tuple(hits)


def _last(tokens: Sequence[Token], index: int, wanted: Sequence[str]) -> int | None:
    """The token on which a trigger of the words ``wanted`` ends, its first at ``index``; None if it is not there."""
    at = index + 1
    count = len(tokens)
    gap = False
    for number, word in enumerate(wanted[1:], 2):
        if word == GAP:
            gap = True
            continue
        if word == AUXILIARIES:
            most = min(at + _MOST_BETWEEN, count)
            while at < most and _is_between(tokens[at].low, wanted[number]):
                at += 1
            continue
        first = at
        while at < count and tokens[at].low != word:
            if not gap or at - first >= _WIDEST or not _is_inside(tokens, at):
                return None
            at += 1
        if at == count:
            return None
        at += 1
        gap = False
    return at - 1


def _is_between(word: str, verb: str) -> bool:
    return word != verb and (word in _BETWEEN or word.endswith("ly"))


def _is_inside(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token may stand between a verb and the rest of its phrase: a word of its object, "on Monday"."""
    word = tokens[index].text
    if word == "on":
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        return following.endswith("day") or following.isdigit()
    return (word[0].isalnum() or word in {"'s", "'"}) and word.lower() not in _OUTSIDE


def is_modifier(tokens: Sequence[Token], index: int) -> bool:
    """Whether the noun only modifies the one after it."""
    if index + 1 >= len(tokens):
        return False
    following = tokens[index + 1].text
    return following.islower() and (following in _COMPOUND_HEADS or following.removesuffix("s") in _COMPOUND_HEADS)


def _has_number(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number that is no year stands at ``index``."""
    following = tokens[index].text if index < len(tokens) else ""
    return following.isdigit() and len(following) != 4


def _is_noun(tokens: Sequence[Token], index: int, trigger: Trigger) -> bool | None:
    """True for a noun, False for a verb, None where the form is neither here."""
    text = tokens[index].text
    before = tokens[index - 1].low if index else ""
    proper = text[0].isupper() and index > 0 and not text.isupper()
    if trigger.words[-1].endswith("ing") and trigger.tense in {"noun", "gerund"}:
        following = tokens[index + len(trigger.words)].low if index + len(trigger.words) < len(tokens) else ""
        if following in _OBJECTS:
            return None  # "after hearing the verdict"
    if trigger.tense == "noun":
        if text[0].isupper() and _has_number(tokens, index + len(trigger.words)):
            return None  # "Flight 212" is an aircraft's
        # "Summit County", "Foundation of the Republic": a name, unless it ends with the event ("the Sintra Summit").
        if not proper:
            return True
        following = tokens[index + len(trigger.words)].text if index + len(trigger.words) < len(tokens) else ""
        return None if following[:1].isupper() or not tokens[index - 1].upper else True
    if proper:
        return None
    if trigger.tense == "gerund":
        return not (before in BE or before == "not")
    if trigger.tense == "either":
        if before in _VERB_BEFORE:
            return False
        if before in _DETERMINERS or before.isdigit():
            return True
        if text.endswith("s"):
            return not tokens[index - 1].upper if index else True
        return True
    if trigger.tense == "base":
        # A bare form is a verb after "to", a modal, a pronoun or a plural; anything else is another word.
        return False if before in _VERB_BEFORE or before.endswith("s") or before in {"people", "police"} else None
    if trigger.tense == "present":
        # "Putin visits", "which opens"; after a common noun an -s form is a plural ("artillery shells").
        subject = index > 0 and (tokens[index - 1].upper or before in _SUBJECTS)
        return False if subject else None
    if trigger.tense == "participle" and before not in BE | HAVE and before in _DETERMINERS:
        return None  # "the stolen painting" names the painting
    return False
