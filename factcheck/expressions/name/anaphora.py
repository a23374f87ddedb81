"""Mentions without a name: "the premier", "the ferry", "she", where the article leaves one referent."""

from __future__ import annotations

from collections import defaultdict

from factcheck.document.model import Document
from factcheck.expressions.model import Mention, Name, NameType, Place
from factcheck.expressions.name import words
from factcheck.expressions.name.cast import Cast, Referent
from factcheck.expressions.name.chunk_words import MODIFIERS
from factcheck.expressions.name.people import office
from factcheck.text.model import Text, Token

Named = list[tuple[Name, int]]
_PERSON_NOUNS = frozenset("man woman boy girl person teenager driver pensioner child suspect official".split())
_PRONOUNS = frozenset({"he", "she"})
_TELLING = _PRONOUNS | _PERSON_NOUNS
_INTRODUCING = frozenset({"a", "an", "another", "old"})
_DETERMINERS = frozenset({"the", "his", "her"})
_IN_ROLE = MODIFIERS | words.ROLES
# "the company chief", "the head of": the noun phrase goes on.
_GOES_ON = (words.ROLES | words.ORGANISATION_NOUNS | words.THINGS | {"of"}) - {"to", "for"}


def _people_by_role(cast: Cast) -> dict[str, list[tuple[Referent, frozenset[str]]]]:
    found: dict[str, list[tuple[Referent, frozenset[str]]]] = defaultdict(list)
    for person in cast.referents:
        if person.type is not NameType.PERSON:
            continue
        for role in person.roles:
            parts = office(role)
            for part in parts:
                found[part].append((person, parts))
    return found


def roles(document: Document, text: Text, places: tuple[Place, ...], cast: Cast, named: Named) -> Named:
    """Add mentions by role ("the North Korean leader") and by common noun ("the ferry")."""
    by_role = _people_by_role(cast)
    things: dict[str, list[Referent]] = defaultdict(list)
    companies: list[Referent] = []
    for referent in cast.referents:
        if referent.type is NameType.PERSON:
            continue
        nouns = set(referent.nouns)
        if nouns & words.COMPANY_NOUNS:
            companies.append(referent)
        for noun in nouns:
            if noun not in words.COMPANY_NOUNS:
                things[noun].append(referent)
    if len(companies) == 1:
        for noun in ("company", "firm", "group"):
            things[noun].append(companies[0])
        for noun in companies[0].nouns - {"company", "firm", "group"}:
            things[noun].append(companies[0])
    if not by_role and not things:
        return named
    taken = {name.start for name, _ in named}
    peoples = {place.start: place for place in places if place.gentilic or place.kind == "country"}
    added: Named = []
    for number, sentence in enumerate(text.sentences):
        if _DETERMINERS.isdisjoint(sentence.words):
            continue
        tokens = sentence.tokens
        count = len(tokens)
        for index in [index for index, token in enumerate(tokens[:-1]) if token.low in _DETERMINERS]:
            token = tokens[index]
            at, people = index + 1, None
            place = peoples.get(tokens[at].start)
            if place is not None:
                people = place
                while at < count and tokens[at].start < place.end:
                    at += 1
            is_counterpart = at < count and tokens[at].text == "counterpart"
            if people is not None and is_counterpart and _closed(tokens, at + 1, taken):
                # "Putin and his North Korean counterpart": whom the article calls North Korea's so-and-so.
                nation = set(people.text.lower().split())
                theirs = {id(p): p for found in by_role.values() for p, parts in found if nation <= parts}
                if len(theirs) == 1:
                    other = next(iter(theirs.values()))
                    _add(added, document, number, token.start, tokens[at].end, other, "counterpart")
                continue
            if token.text not in {"the", "The"}:
                continue
            start = at
            while at < count and at - start < 4 and tokens[at].low in _IN_ROLE:
                at += 1
            while at - start > 1 and tokens[at - 1].text in {"left", "late", "second", "first"}:
                at -= 1  # "the president left"
            if at == start + 1 and tokens[start].text in things:
                at = start  # "the ferry", which elsewhere opens "the ferry captain"
            if at == start:
                noun = tokens[at].text if at < count else ""
                found = things.get(noun, ())
                if people is None and len(found) == 1 and _closed(tokens, at + 1, taken):
                    _add(added, document, number, token.start, tokens[at].end, found[0], None)
                continue
            phrase = [part.low for part in tokens[start:at]]
            if phrase[-1] not in words.ROLES and phrase[-1] not in {"executive", "minister"}:
                continue
            if not _closed(tokens, at, taken):
                continue
            wanted = office(" ".join(phrase))
            if phrase[-1] == "officer" and len(phrase) == 1:
                continue
            head = next(iter(office(phrase[-1]) - {"prime", "chief"}), phrase[-1])
            nation = set(people.text.lower().split()) if people is not None else set()
            code = people.country if people is not None else None
            matching = {
                id(person): person
                for person, parts in by_role.get(head, ())
                if wanted <= parts
                and (nation <= parts or code in person.nations)
                and not ({"former", "ex"} & parts - wanted and len(wanted) == 1)
            }
            if len(matching) == 1:
                person = next(iter(matching.values()))
                _add(added, document, number, token.start, tokens[at - 1].end, person, " ".join(phrase))
    if not added:
        return named
    return sorted([*named, *added], key=lambda item: item[0].start)


def _closed(tokens: tuple[Token, ...], at: int, taken: set[int]) -> bool:
    """Whether the noun phrase ends here: no name, noun compound or complement follows."""
    if at >= len(tokens):
        return True
    text = tokens[at].text
    if tokens[at].start in taken or text[0].isupper() or text in {"-", "/"}:
        return False
    if text == "," and at + 1 < len(tokens) and tokens[at + 1].start in taken:
        return False
    return text.lower() not in _GOES_ON


def _add(
    added: Named, document: Document, number: int, start: int, end: int, referent: Referent, role: str | None
) -> None:
    name = Name(start, end, document.text[start:end], referent.type, referent.canonical, role, Mention.ROLE)
    added.append((name, number))


def pronouns(document: Document, text: Text, cast: Cast, named: Named) -> list[Name]:
    """Add "he" and "she" where the sentence so far, or else the sentence before, leaves one person for it."""
    people = {person.canonical: person for person in cast.referents if person.type is NameType.PERSON}
    if not people:
        return [name for name, _ in named]
    by_sentence: dict[int, list[Name]] = defaultdict(list)
    for name, number in named:
        if name.type is NameType.PERSON:
            by_sentence[number].append(name)
    found = [name for name, _ in named]
    before: list[str] = []
    for number, sentence in enumerate(text.sentences):
        here = by_sentence.get(number, [])
        extra: list[Name] = []
        stranger = False
        telling = () if _TELLING.isdisjoint(sentence.words) else sentence.tokens
        for index, token in enumerate(telling):
            low = token.low
            if low not in _TELLING:
                continue
            if low in _PRONOUNS and not text.is_quoted(token.start):
                sex = "m" if low == "he" else "f"
                near = [name.canonical for name in (*here, *extra) if name.start < token.start]
                pool = near or before
                if (number if near else number - 1) in cast.unread:
                    continue  # a name stands there that may be a person's
                fitting = {canonical for canonical in pool if people[canonical].sex in {sex, None}}
                if len(fitting) == 1 and not stranger:
                    canonical = next(iter(fitting))
                    # Of several people only one may be of this sex for certain.
                    sure = len(set(pool)) == 1 or all(people[other].sex for other in set(pool))
                    if sure:
                        name = Name(
                            token.start, token.end, document.text[token.start : token.end], NameType.PERSON, canonical,
                            people[canonical].roles[0] if people[canonical].roles else None, Mention.PRONOUN,
                        )  # fmt: skip
                        extra.append(name)
            elif low in _PERSON_NOUNS and index and sentence.tokens[index - 1].low in _INTRODUCING:
                stranger = True
        found.extend(extra)
        mentioned = [name.canonical for name in (*here, *extra)]
        before = mentioned
    return sorted(found, key=lambda name: name.start)
