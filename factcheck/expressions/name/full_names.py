"""Full names enter the cast: who bears them, and the tables by which short forms are led to them."""

from __future__ import annotations

from factcheck.expressions.model import NameType
from factcheck.expressions.name import words
from factcheck.expressions.name.cast import Cast, Referent
from factcheck.expressions.name.people import sex_of, surname_of
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import is_common


def add_person(cast: Cast, key: str, found: list[int]) -> None:
    """A person of the full name ``key``, which the chunks ``found`` have; one known already where the names agree."""
    chunks = [cast.chunks[index] for index in found]
    parts = chunks[0].parts
    surname, given = surname_of(parts)
    known = cast.aliases.of(key)
    same = (cast.by_key.get(fold(known)) if known else None) or _same_person(cast, key, surname, given)
    honorific = next((chunk.honorific for chunk in chunks if chunk.honorific), None)
    role = next((chunk.role for chunk in chunks if chunk.role), None)
    if same is None:
        same = Referent(NameType.PERSON, chunks[0].shown, key, surname, given, first=found[0])
        cast.referents.append(same)
        cast.by_surname[surname].append(same)
        if given:
            cast.by_given[given.split()[0]].append(same)
            for middle in given.split()[1:]:
                if len(middle) > 3 and middle not in words.PARTICLES and not is_common(middle):
                    cast.by_middle[middle].append(same)
    elif len(key) > len(same.key) and len(parts) >= len(same.canonical.split()):
        same.canonical, same.key = chunks[0].shown, key
    if known:
        same.canonical = known
        cast.by_key.setdefault(fold(known), same)
    same.first = min(same.first, found[0])
    same.sex = same.sex or sex_of(parts, honorific, role)
    cast.by_key[key] = same
    for index in found:
        cast.tie(index, same)


def _same_person(cast: Cast, key: str, surname: str, given: str) -> Referent | None:
    """Who bears the name already: with fewer or more given names, an initial, or in the other name order."""
    words_of = sorted(key.split())
    for other in cast.by_surname.get(surname, ()):
        mine, theirs = given.split(), other.given.split()
        if not mine or not theirs:
            continue
        if mine[0] == theirs[0] and (set(mine) <= set(theirs) or set(theirs) <= set(mine)):
            return other
        if mine[0][0] == theirs[0][0] and 1 in (len(mine[0]), len(theirs[0])):
            return other
        if "".join(mine) == "".join(theirs):
            return other
    if given:
        # "Inés Arrieta" after "Inés Arrieta Zubiri"
        longer = [other for other in cast.by_middle.get(surname, ()) if other.key.startswith(f"{key} ")]
        if len(longer) == 1:
            return longer[0]
    for other in cast.by_surname.get(given, ()):
        if sorted(other.key.split()) == words_of:
            return other  # the other name order
    return None


def add_body(cast: Cast, key: str, found: list[int], kind: NameType) -> None:
    """A body or thing of the name ``key``, which the chunks ``found`` have."""
    chunks = [cast.chunks[index] for index in found]
    shown = chunks[0].shown
    known = cast.aliases.of(key)
    canonical = known or shown
    referent = cast.by_key.get(fold(canonical))
    if referent is None:
        referent = Referent(kind, canonical, fold(canonical))
        cast.referents.append(referent)
        cast.by_key[referent.key] = referent
    cast.by_key[key] = referent
    parts = key.split()
    for end in (parts[0], parts[-1]):
        cast.bodies[end].append(referent)
    last = parts[-1]
    if last in words.ORGANISATION_HEADS and last not in words.COMPANY_SUFFIXES:
        referent.nouns.add(last)
    if last in words.COMPANY_SUFFIXES:
        referent.nouns.add("company")
    for index in found:
        cast.tie(index, referent)
