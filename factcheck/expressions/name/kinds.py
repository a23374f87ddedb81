"""What a name names, a person, a body or a thing: the evidence of all its mentions in the article, summed."""

from __future__ import annotations

from factcheck.expressions.model import NameType
from factcheck.expressions.name import words
from factcheck.expressions.name.cast import Cast
from factcheck.expressions.name.chunk_model import Chunk
from factcheck.expressions.name.forms import COMPANIES, form
from factcheck.expressions.name.people import surname_of
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import is_common, is_given, is_surname

_LIST = 12  # names of a list that are looked at on each side


def kind_of(cast: Cast, key: str, found: list[int]) -> NameType | None:
    """What a name names, by the evidence of all its mentions; None where it is likely no name."""
    chunks = [cast.chunks[index] for index in found]
    first = chunks[0]
    parts = first.parts
    known = cast.aliases.of(key)
    if known is not None:
        kind = cast.aliases.types.get(known)
        return {"person": NameType.PERSON, "organisation": NameType.ORGANISATION}.get(kind or "")
    person = max(chunk.person for chunk in chunks) + min(2, sum(1 for chunk in chunks if chunk.person >= 2) - 1)
    body = max(chunk.body for chunk in chunks)
    thing = max(chunk.thing for chunk in chunks)
    person = max(person, 0)
    low = [part.lower() for part in parts]
    if low[0] in words.SHIP_PREFIXES and len(parts) > 1 and first.parts[0].isupper():
        return NameType.OTHER
    if len(parts) == 1:
        return _type_of_word(parts[0], chunks, person, body, thing)
    if key in COMPANIES and person < 3:
        return NameType.ORGANISATION
    if any(char.isdigit() for char in key):
        return NameType.OTHER if thing else None
    common = [is_common(word) for word in low]
    if thing >= 2 and person == 0 and body < 3:
        return NameType.OTHER
    looks = _looks_personal(cast, parts, low, common, chunks)
    # Form alone ("Lockheed Martin", "Rodong Sinmun") must be strong to make a person.
    person = person + looks if person > 0 or looks >= 3 else 0
    if body >= 3 and person < 5:
        return NameType.ORGANISATION
    if thing >= 2 and thing >= person:
        return NameType.OTHER
    if person >= 2 and person > body:
        return NameType.PERSON
    if body >= 2:
        return NameType.ORGANISATION
    if all(chunk.opening for chunk in chunks) and common[0]:
        return None
    return NameType.OTHER if (body or thing) and not all(common) else None


def _looks_personal(cast: Cast, parts: tuple[str, ...], low: list[str], common: list[bool], chunks: list[Chunk]) -> int:
    """Evidence from the form of a name of several words, and from how the article goes on with it."""
    if any(chunk.the for chunk in chunks) or "&" in parts or _is_head(low[-1]):
        return 0
    score = form(parts)
    keys = [fold(part) for part in parts]
    surname, _ = surname_of(parts)
    if surname in cast.titled:
        score += 2
    elif cast.solo.get(surname) and not is_common(surname):
        score += 2 if cast.solo[surname] > 1 else 1
        headed = common[0] and all(chunk.opening for chunk in chunks)  # "Carmaker Vantis"
        if surname in cast.active and not parts[-1].isupper() and not headed:
            score += 1  # bodies are not called by their last word alone
    elif cast.solo.get(keys[0]) and keys[0] != surname and not is_given(keys[0]):
        score -= 2  # bodies are shortened to their first word
    elif len(parts) > 2 and any(cast.solo.get(key) and not is_common(key) for key in keys[1:-1]):
        score += 1  # the first of two Spanish surnames
    if any(chunk.speaks or chunk.acts for chunk in chunks):
        score += 1
    elif any(chunk.apart for chunk in chunks) and not (is_given(keys[0]) and cast.solo.get(surname)):
        score -= 2
    if any(chunk.hails or chunk.followed for chunk in chunks):
        score += 1
    if any(chunk.bracketed for chunk in chunks) and score < 3:
        score -= 1
    return score


def _type_of_word(word: str, chunks: list[Chunk], person: int, body: int, thing: int) -> NameType | None:
    """What a name of one word names: acronyms are bodies, else the words around must say it."""
    low = word.lower()
    if "-" in low and all(is_common(part) for part in low.split("-")):
        return None
    if all(chunk.opening or chunk.shouted for chunk in chunks) and is_common(low) and person < 2:
        return None
    letters = word.replace("&", "")
    if (
        letters.isupper()
        and letters.isalpha()
        and 2 <= len(letters) <= 6
        and low not in words.NOT_ACRONYMS
        and person < 5
        and not all(chunk.shouted for chunk in chunks)
        and not (is_common(low) and len(low) > 3)
    ):
        return NameType.ORGANISATION
    if person >= 2 and person > body:
        return NameType.PERSON
    if len(chunks) > 1 and not body and not thing and not is_common(low) and not word.isupper():
        told = sum(1 for chunk in chunks if chunk.person > 0)
        listed = is_given(fold(word)) or is_surname(fold(word))
        if told > 1 or (told and listed and any(chunk.acts for chunk in chunks)):
            return NameType.PERSON  # "Rivaldinho, who scored", "Rivaldinho was born"
    if thing >= 2 and not is_common(low):
        return NameType.OTHER
    if any(char.isdigit() for char in word):
        return NameType.OTHER if thing else None
    if body >= 2 and not is_common(low):
        return NameType.ORGANISATION
    return None


def is_in_company(cast: Cast, key: str, found: list[int]) -> bool:
    """Whether a name that shows nothing itself stands among people: beside one in a list, or of one family."""
    chunks = [cast.chunks[index] for index in found]
    parts = chunks[0].parts
    low = [part.lower() for part in parts]
    if len(parts) > 4 or is_common(low[-1]) or any(chunk.the or chunk.body or chunk.thing for chunk in chunks):
        return False
    if any(chunk.apart for chunk in chunks) or _is_head(low[-1]) or any(map(_has_digit, low)):
        return False
    beside = sum(1 for index in found for other in _listed(cast, index) if _is_person(cast, other))
    surname, given = surname_of(parts)
    score = form(parts) + (2 if beside else 0)
    if given and len(surname) > 3 and cast.by_surname.get(surname):
        score += 2
    if any(chunk.acts or chunk.speaks for chunk in chunks):
        score += 1
    return score >= 3 and bool(beside or cast.by_surname.get(surname))


def _listed(cast: Cast, index: int) -> list[int]:
    """The chunks that stand in one list with a chunk ("A, B and C"), itself aside."""
    first = last = index
    while first > 0 and index - first < _LIST and cast.chunks[first - 1].joint:
        first -= 1
    while last - index < _LIST and cast.chunks[last].joint and last + 1 < len(cast.chunks):
        last += 1
    joints = {cast.chunks[at].joint for at in range(first, last)}
    if "and" not in joints:
        return []
    return [at for at in range(first, last + 1) if at != index]


def _is_person(cast: Cast, index: int) -> bool:
    referent = cast.of.get(index)
    return referent is not None and referent.type is NameType.PERSON


def _is_head(word: str) -> bool:
    """Whether a name whose last word this is names a body: "Bank", "S.A."."""
    plain = word.replace(".", "")
    return plain in words.ORGANISATION_HEADS or plain in words.COMPANY_SUFFIXES


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)
