"""How far a run of capitalised words goes: joints, initials, nicknames, bodies that two places name."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.expressions.model import Place
from factcheck.expressions.name import words
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import is_common
from factcheck.text.model import Token

_JOINTS = frozenset({"of", "for", "on"})
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gen col lt sgt capt cmdr adm maj rev hon sen rep gov fr st supt insp det pte""".split()
)
# Bodies that are named by where they are: "University of Leeds"; "Brightwater Instruments of Duluth" is not.
_OF_PLACES = frozenset(
    """university bank college institute museum council diocese court government parliament assembly academy
    chamber ministry church school port embassy republic bishop archbishop union federation association
    society authority fund commission agency bureau board
    office centre center confederation forces police navy hospital observatory gallery library theatre theater opera
    orchestra conference party front army""".split()
)
_SECOND_PARTICLES = words.PARTICLES | {"la"}
_ARTICLES = frozenset("al el an as ad ar at az".split())
_LOWER_SUFFIXES = frozenset("plc gmbh llc ag".split())
_OWNERS = frozenset(
    """people children women men workers citizens magistrates prosecutor attorney farmers veterans teachers
    students nurses writers officers lloyd sainsbury mcdonald moody parents lawyers doctors""".split()
)


def run(tokens: tuple[Token, ...], first: int, places: Mapping[int, Place]) -> int:
    """The end of the capitalised run that starts at ``first``."""
    count = len(tokens)
    last = first + 1
    headed = tokens[first].low in words.ORGANISATION_HEADS
    linked = False
    while last < count:
        token, before = tokens[last], tokens[last - 1]
        text = token.text
        if token.start - before.end > 1:
            break
        glued = token.start == before.end
        if is_upper(text) or (text in _LOWER_SUFFIXES and last > first):
            if glued and before.text not in {".", "&", "/"}:
                break
            if text.lower() in words.ORGANISATION_HEADS:
                headed = True
            last += 1
            continue
        if last + 1 >= count:
            break
        following = tokens[last + 1]
        then_upper = following.upper and following.start - token.end <= 1
        low = text.lower()
        if text == "." and glued and then_upper and following.start > token.end:
            if (len(before.text) == 1 and before.text.isupper()) or before.low in _ABBREVIATIONS:
                last += 2
                continue
        elif low in words.PARTICLES and then_upper and last - first >= 1:
            last += 2
            continue
        elif low in words.PARTICLES and following.low in _SECOND_PARTICLES and last + 2 < count:
            if tokens[last + 2].upper:
                last += 3
                continue
        elif text == '"' and then_upper and glued is False and _is_nickname(tokens, last):
            last += 4
            continue
        elif text == "&" and then_upper:
            headed = True
            last += 2
            continue
        elif text in {"'s", "'"} and glued and then_upper and before.low in _OWNERS:
            last += 2
            continue
        elif low in {"of", "for", "on", "and"} and not glued:
            beyond = last + 1
            if following.low == "the" and last + 2 < count:
                beyond, then_upper = last + 2, tokens[last + 2].upper
            titled = before.low in {"minister", "secretary", "president", "chief"} and low == "of"
            place = places.get(tokens[beyond].start)
            placed = place is not None and not titled and low == "of"
            if placed and place is not None and place.gentilic:
                # "Confederation of African Football"
                placed = not any(t.upper for t in tokens[beyond + 1 : beyond + 3] if t.start >= place.end)
            allowed = (
                (low in {"of", "for"} and (headed or titled) and (not placed or before.low in _OF_PLACES))
                or (low == "on" and before.low in {"committee", "commission", "council", "panel"})
                or (low == "and" and linked and headed and is_common(tokens[beyond].low))
                or (low == "and" and _is_joint_body(tokens, first, last, beyond))
            )
            if then_upper and allowed:
                linked = True
                if tokens[beyond].low in words.ORGANISATION_HEADS:
                    headed = True
                last = beyond + 1
                continue
        break
    return last


def _is_nickname(tokens: tuple[Token, ...], mark: int) -> bool:
    """Whether a word in quotation marks stands inside a name: 'Ana "Nené" Prado'."""
    if mark + 3 >= len(tokens):
        return False
    word, close, after = tokens[mark + 1 : mark + 4]
    return close.text == '"' and word.end == close.start and after.start == close.end + 1 and is_upper(after.text)


def _is_joint_body(tokens: tuple[Token, ...], first: int, joint: int, beyond: int) -> bool:
    """Whether "and" stands inside one body's name: "the Mines and Geosciences Bureau", "Transport and Allied Union"."""
    opened = tokens[first].text == "The" or (first > 0 and tokens[first - 1].low == "the")
    if not opened or tokens[joint - 1].text.isupper():
        return False
    if not all(is_common(token.low) or token.text.endswith("n") for token in tokens[first:joint]):
        return False
    if tokens[joint - 1].low in words.ORGANISATION_HEADS:
        return False
    last = beyond
    while last < len(tokens) and last - beyond < 5 and is_upper(tokens[last].text):
        last += 1
    head = tokens[last - 1].low
    return last > beyond and head in words.ORGANISATION_HEADS and head not in words.WEAK_HEADS - {"union"}


def names_a_body(low: list[str]) -> bool:
    """Whether the words are a name of a body by their head: the last word, or one before of, for, on."""
    if not low:
        return False
    if not _JOINTS.isdisjoint(low):
        joint = min(low.index(word) for word in _JOINTS if word in low)
        return joint > 0 and low[joint - 1] in words.ORGANISATION_HEADS
    if "&" in low or low[-2:] in (["red", "cross"], ["red", "crescent"]):
        return True
    if len(low) > 1 and fold(low[0]) in words.FRONT_HEADS and not is_common(low[-1]):
        return True
    if low[0] in {"daily", "sunday", "evening"} and len(low) == 2 and low[1] not in words.CALENDAR:
        return True
    last = low[-1].replace(".", "")
    return len(low) > 1 and (last in words.ORGANISATION_HEADS or last in words.COMPANY_SUFFIXES)


def is_given_may(tokens: tuple[Token, ...], index: int) -> bool:
    return tokens[index].low == "may" and not (index > 0 and tokens[index - 1].text.isdigit())


def is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def is_upper(text: str) -> bool:
    """Whether a word is written as names are: a capital, after an Arabic or French article too ("al-Mabrouk")."""
    if text[0].isupper():
        return True
    if len(text) < 5:
        return False
    return (text[2] == "-" and text[3].isupper() and text[:2] in _ARTICLES) or (text[1] == "'" and text[2].isupper())


def is_age(text: str) -> bool:
    return text.isdecimal() and len(text) <= 3 and 0 < int(text) < 115
