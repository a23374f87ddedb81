"""Mentions of people that an article's own names leave out and other articles of the corpus explain.

An article may write of somebody without title, role or age, and then nothing in it shows a name: "Fiachra Quill was
in Bonn". Another article of the story that introduces the person does. Four kinds of mentions are found: the full
name; a surname that only one person of the corpus has; a role of two words or more that only one person of the
corpus holds; "he" or "she" that opens a sentence right after one that speaks of that person alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.assertions.model import Article
from factcheck.expressions.model import Mention, NameType
from factcheck.expressions.name.people import surname_of
from factcheck.expressions.name.words import HONORIFICS, ROLES, TITLES
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import is_common
from factcheck.identity.entities import Entities
from factcheck.records import dataclass, field
from factcheck.text.model import Sentence, Token

_LONGEST = 5  # words of a name or a role
_SHORTEST = 4  # letters of a surname
_PRONOUNS = frozenset({"he", "she"})
_OBJECTS = {"he": frozenset({"him", "his", "himself"}), "she": frozenset({"her", "hers", "herself"})}
_ROLE_GOES_ON = ROLES | {"of", "for", "designate"}
_THE = frozenset({"the", "The"})
_REACH = 2  # sentences that a pronoun looks back


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A mention at ``start``..``end`` of an article's text that stands for the entity ``identity``."""

    start: int
    end: int
    identity: str


@dataclass(slots=True)
class _Cast:
    """Who the corpus knows: full names, surnames and roles (folded words) with the people they may stand for."""

    names: dict[tuple[str, ...], set[str]] = field(default_factory=lambda: defaultdict(set))
    surnames: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    roles: dict[tuple[str, ...], set[str]] = field(default_factory=lambda: defaultdict(set))
    offices: dict[tuple[str, ...], set[str]] = field(default_factory=lambda: defaultdict(set))  # the ends of roles
    openers: set[str] = field(default_factory=set)  # the words that roles begin with
    pronouns: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    company: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # whom their articles name, too


def known_people(articles: Sequence[Article], entities: Entities) -> Mapping[str, tuple[KnownPerson, ...]]:
    """By document name, the people that names of other articles explain, in text order. Linear in the words."""
    cast = _Cast()
    of_document: dict[str, set[str]] = {}
    for article in articles:
        of_document[article.document.name] = _enter(cast, article, entities)
    return {
        article.document.name: _mentions(article, entities, cast, of_document[article.document.name])
        for article in articles
    }


def _enter(cast: _Cast, article: Article, entities: Entities) -> set[str]:
    document, names = article.document.name, article.expressions.names
    identities = {entities.identify(document, canonical) for canonical in {name.canonical for name in names}}
    full: dict[str, str] = {}
    for canonical in {name.canonical for name in names if name.type is NameType.PERSON}:
        words = tuple(fold(canonical).split())
        if len(words) > 1:
            identity = full[canonical] = entities.identify(document, canonical)
            cast.surnames[surname_of(tuple(canonical.split()))[0]].add(identity)
            if len(words) <= _LONGEST:
                cast.names[words].add(identity)
    for name in names:
        if name.type is not NameType.PERSON or name.canonical not in full:
            continue
        identity = full[name.canonical]
        if name.mention is Mention.PRONOUN:
            cast.pronouns[identity].add(fold(name.text))
        if name.role is not None and 2 <= len(role := tuple(fold(name.role).split())) <= _LONGEST:
            cast.roles[role].add(identity)
            for first in range(len(role) - 1):
                cast.offices[role[first:]].add(identity)
            cast.openers.add(role[0])
    for person in full.values():
        cast.company[person] |= identities - {person}
    return identities


def _mentions(article: Article, entities: Entities, cast: _Cast, own: set[str]) -> tuple[KnownPerson, ...]:
    taken = {name.start for name in article.expressions.names} | {place.start for place in article.expressions.places}
    for timex in article.expressions.times:
        if not timex.text.islower() and any(map(str.isupper, timex.text)):
            taken.update(range(timex.start, timex.end))  # "on 10 June Fiachra Quill was"
    inside = [(name.start, name.end) for name in article.expressions.names]
    found: list[KnownPerson] = []
    sentences = article.text.sentences
    capitals = [
        [at for at, token in enumerate(sentence.tokens) if token.upper and token.start not in taken]
        for sentence in sentences
    ]
    for sentence, capitalised in zip(sentences, capitals, strict=True):
        if capitalised and article.document.blocks[sentence.block].repeats is None:
            found.extend(_full(sentence.tokens, capitalised, cast))
    own = own | {each.identity for each in found}
    known = {each.start for each in found}
    for sentence, capitalised in zip(sentences, capitals, strict=True):
        found.extend(_surnames(sentence.tokens, capitalised, cast, known, inside, own))
    if cast.openers:
        present = own | {each.identity for each in found}
        for sentence in sentences:
            found.extend(_roles(sentence.tokens, cast, taken, present))
    found.extend(_pronouns(article, entities, cast, found))
    return tuple(sorted(found, key=lambda each: each.start))


def _full(tokens: Sequence[Token], capitals: Sequence[int], cast: _Cast) -> list[KnownPerson]:
    """Full names that begin at one of the ``capitals``, tokens that no name, place or time of the article has."""
    found: list[KnownPerson] = []
    beyond = 0
    for index in capitals:
        if index < beyond:
            continue
        length = _capitalised_run(tokens, index)
        beyond = index + length
        if length < 2:
            continue
        # A title before the name is part of the run: "Minister Fiachra Quill".
        skip = next((i for i in range(length) if fold(tokens[index + i].text) not in TITLES), 0)
        words = tuple(fold(each.text) for each in tokens[index + skip : index + length])
        identities = cast.names.get(words, ()) if len(words) > 1 else ()
        if len(identities) == 1:
            found.append(
                KnownPerson(tokens[index + skip].start, tokens[index + length - 1].end, next(iter(identities)))
            )
    return found


def _capitalised_run(tokens: Sequence[Token], index: int) -> int:
    """How many capitalised words stand in a row from ``index`` on, within what a name has."""
    length = 1
    while (
        length <= _LONGEST + 2
        and index + length < len(tokens)
        and tokens[index + length].text[:1].isupper()
        and tokens[index + length].start == tokens[index + length - 1].end + 1
    ):
        length += 1
    return length


def _surnames(
    tokens: Sequence[Token],
    capitals: Sequence[int],
    cast: _Cast,
    known: set[int],
    inside: Sequence[tuple[int, int]],
    own: set[str],
) -> list[KnownPerson]:
    found: list[KnownPerson] = []
    for index in capitals:
        token = tokens[index]
        if token.start in known or len(token.text) < _SHORTEST:
            continue
        word = fold(token.text)
        identities = cast.surnames.get(word, ())
        if len(identities) != 1 or any(start <= token.start < end for start, end in inside):
            continue
        identity = next(iter(identities))
        # The person's own articles must share another name with this one.
        if identity not in own and not cast.company[identity] & own:
            continue
        if is_common(word) or not _stands_alone(tokens, index):
            continue
        found.append(KnownPerson(token.start, token.end, identity))
    return found


def _stands_alone(tokens: Sequence[Token], index: int) -> bool:
    """Whether neither neighbour is part of a name: "Olli Quill" may be a brother."""
    before = tokens[index - 1].text if index else ""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    opens = index <= 1 or not before[:1].isupper() or fold(before).rstrip(".") in TITLES | HONORIFICS.keys()
    return opens and not after[:1].isupper()


def _roles(tokens: Sequence[Token], cast: _Cast, taken: set[int], present: set[str]) -> list[KnownPerson]:
    found: list[KnownPerson] = []
    for index, token in enumerate(tokens):
        if token.text not in _THE or token.start in taken:
            continue
        words: tuple[str, ...] = ()
        if index + 1 < len(tokens) and fold(tokens[index + 1].text) not in cast.openers:
            continue
        for after in tokens[index + 1 : index + 1 + _LONGEST]:
            words = (*words, fold(after.text))
            identities = cast.roles.get(words, ())
            end = index + 1 + len(words)
            if len(identities) == 1 and _ends_role(tokens, end):
                identity = next(iter(identities))
                # "The foreign minister" may as well be the deputy foreign minister of another country.
                if identity in present and cast.offices[words] == {identity}:
                    found.append(KnownPerson(token.start, after.end, identity))
    return found


def _ends_role(tokens: Sequence[Token], end: int) -> bool:
    """Whether the noun phrase ends here: no name, complement or compound follows."""
    if end >= len(tokens):
        return True
    word = tokens[end].text
    return word[:1] not in {"'", "-"} and not word[:1].isupper() and word not in _ROLE_GOES_ON


def _pronouns(article: Article, entities: Entities, cast: _Cast, found: Sequence[KnownPerson]) -> list[KnownPerson]:
    """A "he" or "she" that opens a sentence, where the sentence before names one person and nothing unread.

    The sentence before may itself only say "him" or "her" of that person.
    """
    sentences = article.text.sentences
    opening = [
        number
        for number, sentence in enumerate(sentences)
        if sentence.tokens and fold(sentence.tokens[0].text) in _PRONOUNS
    ]
    if not opening:
        return []
    document, expressions = article.document.name, article.expressions
    read = {
        name.start: entities.identify(document, name.canonical)
        for name in expressions.names
        if name.type is NameType.PERSON
    }
    read.update({each.start: each.identity for each in found})
    covered: dict[int, int] | None = None
    added: list[KnownPerson] = []
    for number in opening:
        first = sentences[number].tokens[0]
        if first.start in read or article.text.is_quoted(first.start):
            continue
        if covered is None:
            covered = {name.start: name.end for name in expressions.names}
            covered.update((each.start, each.end) for each in found)
            covered.update((place.start, place.end) for place in expressions.places)
            covered.update((timex.start, timex.end) for timex in expressions.times)
        identity = _spoken_of(sentences, number, fold(first.text), read, covered)
        if identity is None or cast.pronouns.get(identity, set()) - {fold(first.text)}:
            continue  # elsewhere of the other sex
        read[first.start] = identity
        added.append(KnownPerson(first.start, first.end, identity))
    return added


def _spoken_of(
    sentences: Sequence[Sentence], number: int, pronoun: str, read: Mapping[int, str], covered: Mapping[int, int]
) -> str | None:
    """The one person of whom the paragraph's last sentences before ``number`` speak."""
    for back in range(number - 1, max(-1, number - 1 - _REACH), -1):
        before = sentences[back]
        if before.block != sentences[number].block or _has_unread(before, covered):
            return None
        people = {read[token.start] for token in before.tokens if token.start in read}
        if people:
            return next(iter(people)) if len(people) == 1 else None
        if not _OBJECTS[pronoun].intersection(token.text for token in before.tokens):
            return None
    return None


def _has_unread(sentence: Sentence, covered: Mapping[int, int]) -> bool:
    """Whether a capitalised word within the sentence is no name, place or time that was read."""
    end = sentence.start
    for index, token in enumerate(sentence.tokens):
        end = max(end, covered.get(token.start, 0))
        if index and token.start >= end and token.text[:1].isupper() and token.text != "I":
            return True
    return False
