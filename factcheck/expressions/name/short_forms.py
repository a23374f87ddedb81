"""Short forms led to full ones: surnames, given names, acronyms, the first words of a body's name."""

from __future__ import annotations

from collections import defaultdict

from factcheck.expressions.model import NameType
from factcheck.expressions.name import words
from factcheck.expressions.name.cast import Cast, Referent
from factcheck.expressions.name.people import office, sex_of
from factcheck.expressions.place.gazetteer import lookup
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import is_common

# Honorifics that go with the given name: "Sir Anthony".
_WITH_GIVEN = frozenset("sir dame sister father lady miss".split())


def lead_short_form(cast: Cast, key: str, found: list[int], kind: NameType | None) -> None:
    """Lead the mentions ``found`` of a short name to whoever bears the full one.

    Where the article has none, they name a referent of their own, if ``kind`` says what it is.
    """
    people = cast.by_surname.get(key, []) or cast.by_middle.get(key, [])
    givens = [] if people else cast.by_given.get(key, [])
    bodies = [body for body in cast.bodies.get(key, []) if _abbreviates(key, body)]
    bodies = list({id(body): body for body in bodies}.values())
    acronym = _acronym(cast, key, found)
    if cast.aliases.of(key) is not None:
        bodies = []
    self_named: Referent | None = None
    bare: Referent | None = None
    # A surname alone follows the full name. Where it comes first, in the body of the text, it is something else.
    start = min((person.first for person in people), default=0)
    before_all = bool(people) and any(
        index < start and cast.chunks[index].sentence > 2 and not cast.chunks[index].shouted for index in found
    )
    if before_all and kind in {NameType.ORGANISATION, NameType.OTHER}:
        people = []
    for index in found:
        chunk = cast.chunks[index]
        if chunk.shouted and chunk.key not in cast.by_surname:
            continue
        vouched = (people or bodies) and (chunk.speaks or chunk.acts or chunk.body)
        if chunk.opening and is_common(key) and key not in cast.middle and not vouched:
            continue
        if people:
            fitting = people
            sex = words.HONORIFICS.get(chunk.honorific or "") or None
            if sex and len(people) > 1:
                fitting = [person for person in people if person.sex == sex] or people
            person = _bearer(cast, index, fitting, bare)
            if person is not None and not (before_all and bodies and not chunk.honorific):
                bare = person if not chunk.honorific else bare
                cast.tie(index, person)
                continue
        elif (
            len(givens) == 1
            and kind in {None, NameType.PERSON}
            and not bodies
            and (not chunk.honorific or chunk.honorific in _WITH_GIVEN)
        ):
            apart = givens[0].first > index or _shares_a_surname(cast, index)
            if not apart and (
                chunk.person < 3 or chunk.honorific or chunk.role is None or chunk.role.split()[-1] in words.KIN
            ):
                cast.tie(index, givens[0])
                continue
        elif acronym is not None:
            cast.tie(index, acronym)
            continue
        elif (
            len(bodies) == 1
            and kind is not NameType.PERSON
            and not (is_common(key) and chunk.opening and not chunk.body and not chunk.speaks)
        ):
            cast.tie(index, bodies[0])
            continue
        if kind is None and not people:
            continue
        if self_named is None:
            known = cast.aliases.of(key)
            own = known or chunk.parts[0]
            kind_here = NameType.PERSON if people else kind or NameType.OTHER
            self_named = cast.by_key.get(fold(own)) if known else None
            if self_named is None:
                self_named = Referent(kind_here, own, fold(own), key if kind_here is NameType.PERSON else "")
                cast.referents.append(self_named)
                cast.by_key[fold(own)] = self_named
        cast.tie(index, self_named)
        if self_named.type is NameType.PERSON and self_named.sex is None:
            self_named.sex = sex_of(chunk.parts, chunk.honorific, chunk.role)


def _shares_a_surname(cast: Cast, index: int) -> bool:
    """Whether a given name shares the surname of the name after "and": "Kamal and Sita Poudel"."""
    if index + 1 >= len(cast.chunks):
        return False
    chunk, following = cast.chunks[index], cast.chunks[index + 1]
    return chunk.sentence == following.sentence and following.first == chunk.last + 1 and len(following.parts) > 1


def _bearer(cast: Cast, index: int, people: list[Referent], bare: Referent | None) -> Referent | None:
    """Who a surname alone stands for at a chunk: the only one introduced so far, or who bore it alone before."""
    if len(people) == 1:
        return people[0]
    role = cast.chunks[index].role
    if role is not None:
        wanted = office(role)
        bearers = [person for person in people if any(wanted & office(known) for known in person.roles)]
        if len(bearers) == 1:
            return bearers[0]
    introduced = [person for person in people if person.first < index]
    if len(introduced) == 1:
        return introduced[0]
    return bare if bare in introduced else None


def _abbreviates(key: str, body: Referent) -> bool:
    """Whether a word is the first of the body's name, and no place that may be meant itself."""
    parts = body.key.split()
    known = lookup(key)
    if body.type is NameType.OTHER or (known and (known[0].kind != "city" or known[0].population >= 50)):
        return False  # "Kyiv" is no short form of the Kyiv Post
    return parts[0] == key and len(parts) > 1 and key not in words.ORGANISATION_HEADS


def _acronym(cast: Cast, key: str, found: list[int]) -> Referent | None:
    """The body that an all-caps word stands for: its initials, or the name before the brackets."""
    shown = cast.chunks[found[0]].parts[0]
    if not shown.isupper() or len(shown) < 2:
        return None
    for index in found:
        chunk = cast.chunks[index]
        if chunk.bracketed and index and cast.chunks[index - 1].sentence == chunk.sentence:
            before = cast.of.get(index - 1)
            beside = cast.chunks[index - 1].last == chunk.first - 1
            if before is not None and before.type is not NameType.PERSON and beside and before.key[0] == key[0]:
                return before
    matching = [
        body
        for body in cast.referents
        if body.type is NameType.ORGANISATION
        and "".join([word[0] for word in body.key.split() if word not in {"of", "the", "for", "and", "on"}]) == key
    ]
    return matching[0] if len(matching) == 1 else None


def lead_pieces(cast: Cast, groups: dict[str, list[int]]) -> None:
    """Lead several-word short forms to the full name: "Southern Arc" to "Southern Arc Aerospace"."""
    longer = [referent for referent in cast.referents if referent.type is not NameType.PERSON]
    by_first: dict[str, list[Referent]] = defaultdict(list)
    by_last: dict[str, list[Referent]] = defaultdict(list)
    for referent in longer:
        parts = referent.key.split()
        if len(parts) > 2:
            by_first[parts[0]].append(referent)
            by_last[parts[-1]].append(referent)
    for key, found in groups.items():
        parts = key.split()
        if len(parts) < 2 or len(cast.chunks[found[0]].parts) < 2:
            continue
        own = cast.of.get(found[0])
        if own is not None and own.type is NameType.PERSON:
            continue
        hosts = [r for r in by_first.get(parts[0], ()) if r.key.startswith(key + " ") and r is not own]
        hosts += [
            r
            for r in by_last.get(parts[-1], ())
            if r.key.endswith(" " + key) and r is not own and r.key.split()[0] in words.SHIP_PREFIXES | {"the"}
        ]
        if len({id(host) for host in hosts}) == 1:
            for index in found:
                cast.tie(index, hosts[0])
            if own is not None and own not in cast.of.values():
                hosts[0].nouns |= own.nouns
