"""Which names of different articles are one person, body or thing.

Within an article, :mod:`factcheck.expressions.name` has led every mention to one canonical name. Here canonical
names are joined across articles: by the same words in house styles' spellings (Jong-un and Jong Un, Centre and
Center, Ines and Inês, family name first or last), by given names that contain each other, by a surname, initials
or a short form that only one bearer in the corpus answers to, and by spellings that are near and whose role
decides (:mod:`~factcheck.identity.variants`). Everything goes through blocking keys, so the work is linear in the
number of names; nothing depends on the order of articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from factcheck.assertions.model import Article
from factcheck.expressions.model import Mention, NameType
from factcheck.expressions.name.people import office, surname_of
from factcheck.expressions.name.words import HONORIFICS, POST_NOMINALS, SHIP_PREFIXES
from factcheck.expressions.spelling import fold
from factcheck.records import dataclass, field

_SPELLINGS = {
    "centre": "center", "defence": "defense", "organisation": "organization", "theatre": "theater", "harbour": "harbor",
    "labour": "labor", "programme": "program", "advisors": "advisers", "advisor": "adviser", "jewellery": "jewelry",
    "&": "and", "intl": "international", "dept": "department", "co": "company", "corp": "corporation",
    "ltd": "limited", "inc": "incorporated",
}  # fmt: skip
_EMPTY = frozenset("the of for and a in on at limited incorporated company corporation plc llc".split())


@dataclass(frozen=True, slots=True)
class Entities:
    """``links`` leads from (document name, canonical name) to an entity's identifier; ``labels`` names entities."""

    links: Mapping[tuple[str, str], str] = field(default_factory=lambda: MappingProxyType({}))
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[type[Entities], tuple[dict[tuple[str, str], str], dict[str, str]]]:
        """Workers send corpora, and a mapping proxy cannot travel."""
        return Entities, (dict(self.links), dict(self.labels))

    def identify(self, document: str, canonical: str) -> str:
        """The entity that an article's canonical name stands for; a name of no entity is its own, folded."""
        return self.links.get((document, canonical)) or f"name:{fold(canonical)}"

    def label(self, identity: str) -> str:
        """The entity's most frequent name, for messages."""
        return self.labels.get(identity) or identity.partition(":")[2]


@dataclass(slots=True)
class Bearer:
    """A canonical name of one article with what the article says of it."""

    document: str
    canonical: str
    type: NameType
    words: tuple[str, ...]  # folded, in house style
    surname: str
    given: str
    roles: frozenset[frozenset[str]]
    count: int
    at: int  # start of its first mention by name
    told: tuple[str, ...] = ()  # its roles as the article words them, sorted

    @property
    def signature(self) -> tuple[str, str]:
        """What bearers of one name share: the type and the folded words in any order."""
        kind = "person" if self.type is NameType.PERSON else "body"
        return kind, " ".join(sorted(self.words))


def house_style(canonical: str) -> tuple[str, ...]:
    """The folded words of a name with British spellings, ampersands and suffixes evened out."""
    found = [_SPELLINGS.get(word, word) for word in fold(canonical).replace(",", " ").split()]
    kept = [word for word in found if word not in HONORIFICS and word not in POST_NOMINALS]
    return tuple(kept or found)


def telling_words(canonical: str, kind: NameType) -> tuple[str, ...]:
    """The words of a name in house style; of a body or thing without articles, legal forms and ships' prefixes."""
    words = house_style(canonical)
    if kind is NameType.PERSON:
        return words
    return tuple(word for word in words if word not in _EMPTY and word not in SHIP_PREFIXES) or words


def role_words(role: str) -> frozenset[str]:
    """The words of a role that can be compared, its office under one word."""
    main, *rest = role.replace(" at ", " of ").split(" of ", 1)
    found = set(office(main))
    if " to " in main:
        found.update(word for word in main.split(" to ", 1)[1].split() if word not in _EMPTY)
    found.update(word for part in rest for word in part.split() if word not in _EMPTY)
    return frozenset(found)


def bearers(articles: Iterable[Article]) -> list[Bearer]:
    """Every canonical name of every article, in a fixed order."""
    found: list[Bearer] = []
    for article in articles:
        grouped: dict[str, list[int]] = defaultdict(list)
        names = article.expressions.names
        for index, name in enumerate(names):
            grouped[name.canonical].append(index)
        for canonical, indices in grouped.items():
            own = [names[i] for i in indices if names[i].mention in {Mention.FULL, Mention.PART}]
            if not own:
                continue
            first = names[indices[0]]
            words = telling_words(canonical, first.type)
            surname, given = surname_of(tuple(canonical.split())) if first.type is NameType.PERSON else ("", "")
            roles = frozenset(role_words(names[i].role or "") for i in indices if names[i].role)
            found.append(
                Bearer(
                    article.document.name,
                    canonical,
                    first.type,
                    words,
                    surname,
                    given,
                    roles,
                    len(indices),
                    own[0].start,
                    tuple(sorted({names[i].role or "" for i in indices if names[i].role})),
                )
            )
    return sorted(found, key=lambda bearer: (bearer.document, bearer.canonical))


class Clusters:
    """Union-find over bearers; the smallest index leads, so that the result does not depend on the order of joins."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, index: int) -> int:
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, left: int, right: int) -> None:
        a, b = self.find(left), self.find(right)
        if a != b:
            self._parent[max(a, b)] = min(a, b)


def link_names(articles: Sequence[Article]) -> Entities:
    """Join the names of ``articles`` to entities. See the module for what joins them."""
    found = bearers(sorted(articles, key=lambda article: article.document.name))
    clusters = cluster(found)
    from factcheck.identity.variants import variants

    for variant in variants(articles, found, clusters):
        clusters.join(variant.left[0], variant.right[0])
    return _entities(found, clusters)


def cluster(found: list[Bearer]) -> Clusters:
    """Join bearers by exact evidence: same words, contained given names, unambiguous short forms."""
    clusters = Clusters(len(found))
    same: dict[tuple[str, str], int] = {}
    for index, bearer in enumerate(found):
        clusters.join(same.setdefault(bearer.signature, index), index)
        closed = (bearer.signature[0], f"closed {''.join(bearer.words)}")  # "Del Giudice", "DelGiudice"
        clusters.join(same.setdefault(closed, index), index)
    _join_given(found, clusters)
    _join_second_surname(found, clusters)
    _join_short(found, clusters)
    return clusters


def _join_given(found: list[Bearer], clusters: Clusters) -> None:
    """ "Donald Trump" and "Donald J. Trump": one surname, and the one's given names among the other's."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, bearer in enumerate(found):
        if bearer.type is NameType.PERSON and bearer.given:
            blocks[(bearer.surname, bearer.given.split()[0])].append(index)
    for indices in blocks.values():
        forms: dict[tuple[str, ...], int] = {}
        for index in indices:
            forms.setdefault(tuple(found[index].given.split()), index)
        for form, index in forms.items():
            longer = [other for other in forms if len(other) > len(form) and set(form) <= set(other)]
            # Two middle names for one plain form leave it open.
            if len(longer) == 1:
                clusters.join(index, forms[longer[0]])


def _join_second_surname(found: list[Bearer], clusters: Clusters) -> None:
    """ "Inés Arrieta" and "Inés Arrieta Zubiri", where one name goes on so and the articles share another or a role."""
    blocks: dict[tuple[str, ...], dict[tuple[str, ...], list[int]]] = defaultdict(lambda: defaultdict(list))
    of_document: dict[str, set[int]] = defaultdict(set)
    for index, bearer in enumerate(found):
        if len(bearer.words) > 1:
            of_document[bearer.document].add(clusters.find(index))
        if bearer.type is NameType.PERSON and len(bearer.words) in {2, 3}:
            blocks[bearer.words[:2]][bearer.words].append(index)
    joins: list[tuple[int, int]] = []
    for plain, forms in blocks.items():
        longer = [form for form in forms if len(form) == 3]
        if plain not in forms or len(longer) != 1:
            continue
        for left in forms[plain]:
            for right in forms[longer[0]]:
                one, two = found[left], found[right]
                own = {clusters.find(left), clusters.find(right)}
                shared = (of_document[one.document] & of_document[two.document]) - own
                if shared or any(a & b for a in one.roles for b in two.roles):
                    joins.append((left, right))
                    break
    for left, right in joins:
        clusters.join(left, right)


def _join_short(found: list[Bearer], clusters: Clusters) -> None:
    """A surname, initials or the beginning of a name, where one bearer answers to it and the articles share more."""
    full: dict[tuple[str, str], set[int]] = defaultdict(set)
    of_document: dict[str, set[int]] = defaultdict(set)
    for index, bearer in enumerate(found):
        root = clusters.find(index)
        if len(bearer.words) > 1:
            of_document[bearer.document].add(root)
        if bearer.type is NameType.PERSON and bearer.given:
            full[("surname", bearer.surname)].add(root)
        elif bearer.type is not NameType.PERSON and len(bearer.words) > 1:
            full[("first", bearer.words[0])].add(root)
            full[("initials", "".join([word[0] for word in bearer.words]))].add(root)
            if bearer.type is NameType.OTHER:
                full[("last", bearer.words[-1])].add(root)
    documents_of: dict[int, set[str]] = defaultdict(set)
    roles_of: dict[int, set[frozenset[str]]] = defaultdict(set)
    for index, bearer in enumerate(found):
        documents_of[clusters.find(index)].add(bearer.document)
        roles_of[clusters.find(index)].update(bearer.roles)
    joins: list[tuple[int, int]] = []
    for index, bearer in enumerate(found):
        if len(bearer.words) != 1:
            continue
        if bearer.type is NameType.PERSON:
            candidates = full.get(("surname", bearer.words[0]), set())
        else:
            candidates = full.get(("first", bearer.words[0]), set()) or full.get(("initials", bearer.words[0]), set())
        if len(candidates) != 1:
            continue
        other = next(iter(candidates))
        if bearer.document in documents_of[other]:
            continue  # the article itself left it open
        mine = of_document[bearer.document]
        shared = sum(1 for document in documents_of[other] if mine & (of_document[document] - {other}))
        roles = any(left & right for left in bearer.roles for right in roles_of[other])
        if shared or roles:
            joins.append((index, other))
    for index, other in joins:
        clusters.join(index, other)


def _entities(found: list[Bearer], clusters: Clusters) -> Entities:
    groups: dict[int, list[Bearer]] = defaultdict(list)
    for index, bearer in enumerate(found):
        groups[clusters.find(index)].append(bearer)
    links: dict[tuple[str, str], str] = {}
    labels: dict[str, str] = {}
    for group in groups.values():
        kind, signature = min(bearer.signature for bearer in group)
        identity = f"{kind}:{signature}"
        counts: Counter[str] = Counter()
        for bearer in group:
            counts[bearer.canonical] += bearer.count
            links[(bearer.document, bearer.canonical)] = identity
        labels[identity] = max(counts, key=lambda name: (len(name.split()) > 1, counts[name], len(name), name))
    return Entities(MappingProxyType(links), MappingProxyType(labels))


def labelled(text: str, identities: Iterable[str], entities: Entities) -> str:
    """``text`` with the identities that stand in it replaced by their labels, longest first."""
    for identity in sorted(identities, key=lambda identity: (-len(identity), identity)):
        text = text.replace(identity, entities.label(identity))
    return text
