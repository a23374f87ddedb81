"""Names that are one name spelt two ways: similarity proposes them, role and company decide.

Kim Jong-un and Kim Jong-il are as near to one another as two spellings of one name, so nearness is never enough.
A pair counts where everything but one word agrees, that word is a likely slip, the two never stand in one article
as two people, and either the roles agree or, for a body, the same person stands beside both spellings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.assertions.model import Article
from factcheck.expressions.model import NameType
from factcheck.expressions.place.gazetteer import lookup
from factcheck.expressions.vocabulary import given_sex, is_common
from factcheck.identity.entities import Bearer, Clusters, role_words
from factcheck.identity.spellings import consonants, is_slip, skeleton
from factcheck.records import dataclass

_BLOCK = 60  # different spellings in a block beyond which its key tells nothing
_VAGUE = frozenset("former ex late deputy senior chief official spokesman leader the of a an acting head".split())


@dataclass(frozen=True, slots=True)
class Variant:
    """Two spellings of one name: indices of their bearers, and why both are one."""

    type: NameType
    left: tuple[int, ...]
    right: tuple[int, ...]
    reason: str


def variants(articles: Sequence[Article], found: list[Bearer], clusters: Clusters) -> list[Variant]:
    """The pairs of spellings that role or company show to be one, in a fixed order."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, bearer in enumerate(found):
        groups[bearer.signature].append(index)
    pairs = sorted({tuple(sorted(pair)) for pair in _proposed(groups, found)})
    if not pairs:
        return []
    companions = _Companions(articles, found, clusters)
    return [
        variant
        for left, right in pairs
        if clusters.find(groups[left][0]) != clusters.find(groups[right][0])
        and (variant := _decide(groups[left], groups[right], found, companions)) is not None
    ]


def _proposed(
    groups: dict[tuple[str, str], list[int]], found: list[Bearer]
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Pairs of signatures that differ in one part by a likely slip."""
    blocks: dict[tuple[str, ...], list[tuple[tuple[str, str], str]]] = defaultdict(list)
    for signature, indices in groups.items():
        bearer = found[indices[0]]
        if bearer.type is NameType.PERSON:
            given = _plain_given(bearer)
            if bearer.given:
                blocks[("given", given, consonants(bearer.surname)[:2])].append((signature, bearer.surname))
                blocks[("surname", bearer.surname, consonants(given)[:2])].append((signature, given))
            elif len(bearer.surname) >= 6 and bearer.roles:
                blocks[("alone", "", consonants(bearer.surname)[:3])].append((signature, bearer.surname))
            if len(bearer.surname) >= 6:
                blocks[("part", consonants(bearer.surname)[:3])].append((signature, bearer.surname))
        elif len(bearer.words) > 1:
            for position, word in enumerate(bearer.words):
                if len(word) >= 5 and not is_common(word) and not lookup(word):
                    rest = " ".join((*bearer.words[:position], "*", *bearer.words[position + 1 :]))
                    blocks[("body", rest, consonants(word)[:2])].append((signature, word))
    for key, members in blocks.items():
        if len(members) > _BLOCK:
            continue
        for (left, a), (right, b) in combinations(members, 2):
            if left == right or not is_slip(a, b):
                continue
            if key[0] == "part":
                # A full name against a bare surname, only within one article.
                bare = [len(found[groups[side][0]].words) == 1 for side in (left, right)]
                here = {found[i].document for i in groups[left]} & {found[i].document for i in groups[right]}
                if bare[0] == bare[1] or not here:
                    continue
            yield left, right


class _Companions:
    """Who stands in the same sentence, and in the same article, as each bearer."""

    def __init__(self, articles: Sequence[Article], found: list[Bearer], clusters: Clusters) -> None:
        root = {(bearer.document, bearer.canonical): clusters.find(index) for index, bearer in enumerate(found)}
        self.beside: dict[int, set[int]] = defaultdict(set)
        self.article: dict[str, set[int]] = defaultdict(set)
        index_of = {(bearer.document, bearer.canonical): index for index, bearer in enumerate(found)}
        for article in articles:
            document = article.document.name
            sentences: dict[int, list[str]] = defaultdict(list)
            for name in article.expressions.names:
                sentence = article.text.sentence_at(name.start)
                if sentence is not None:
                    sentences[sentence.start].append(name.canonical)
                if " " in name.canonical and (document, name.canonical) in root:
                    self.article[document].add(root[(document, name.canonical)])
            for canonicals in sentences.values():
                for canonical in set(canonicals):
                    own = index_of.get((document, canonical))
                    if own is not None:
                        self.beside[own].update(
                            root[(document, other)]
                            for other in canonicals
                            if other != canonical and (document, other) in root and " " in other
                        )


def _decide(left: list[int], right: list[int], found: list[Bearer], companions: _Companions) -> Variant | None:
    one, two = found[left[0]], found[right[0]]
    documents_left = {found[i].document for i in left}
    documents_right = {found[i].document for i in right}
    together = documents_left & documents_right
    if one.type is not NameType.PERSON:
        beside_left = set().union(*(companions.beside[i] for i in left))
        beside_right = set().union(*(companions.beside[i] for i in right))
        if beside_left & beside_right:
            return Variant(one.type, tuple(left), tuple(right), "the same name stands beside both spellings")
        return None
    roles_left = {role for i in left for role in found[i].roles}
    roles_right = {role for i in right for role in found[i].roles}
    shared = [a & b for a in roles_left for b in roles_right if _agree(a, b)]
    bare = not one.given or not two.given
    given_changes = not bare and _plain_given(one) != _plain_given(two)
    same_story = max(
        (len(companions.article[a] & companions.article[b]) for a in documents_left for b in documents_right), default=0
    )
    in_story = Variant(one.type, tuple(left), tuple(right), "the articles tell one story")
    slip = given_changes and not together and same_story >= 2 and _is_slip_of_given(one, two, roles_left, roles_right)
    if given_changes and given_sex(one.given) and given_sex(two.given) and not any(len(role) >= 3 for role in shared):
        return in_story if slip else None  # Jon and John Smith may be two people
    if together:
        # One article with both: a slip only where the two are not told apart by roles.
        told = any(
            _contradict(found[i].roles, found[j].roles)
            for i in left
            for j in right
            if found[i].document == found[j].document
        )
        if told or given_changes:
            return None
        if bare and not shared and one.given == two.given:
            return None
        return Variant(one.type, tuple(left), tuple(right), "one article uses both for one person")
    telling = [role for role in shared if len(role - _VAGUE) >= 1]
    if bare:
        if telling and same_story >= 2:
            return Variant(one.type, tuple(left), tuple(right), _role_reason(telling, one))
        return None
    if given_changes:
        alike = skeleton(one.given) == skeleton(two.given)
        if any(len(role) >= 3 or (alike and len(role) >= 2) for role in telling):
            return Variant(one.type, tuple(left), tuple(right), _role_reason(telling, one))
        return in_story if slip else None
    if min(len(one.surname), len(two.surname)) < 6 and not (shared and same_story >= 2):
        return None  # short surnames are near to one another by chance
    if shared or same_story >= 1:
        return Variant(
            one.type, tuple(left), tuple(right), _role_reason(shared, one) if shared else "the articles tell one story"
        )
    return None


def _is_slip_of_given(one: Bearer, two: Bearer, left: set[frozenset[str]], right: set[frozenset[str]]) -> bool:
    """Whether two given names of one surname are long enough, of one sex and of one role, to be one misspelt."""
    mine, theirs = _plain_given(one), _plain_given(two)
    if min(len(mine), len(theirs)) < 6 or _contradict(frozenset(left), frozenset(right)):
        return False
    return len({given_sex(given) for given in (mine, theirs)} - {None, "x"}) < 2


def _plain_given(bearer: Bearer) -> str:
    """The given names without middle initials, closed up: "Philip H." and "Philip" are one."""
    parts = bearer.given.split()
    return "".join([part for part in parts if len(part) > 1]) or "".join(parts)


def _agree(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two roles can be one person's: they share their office, and neither adds a rival one."""
    common = left & right
    return bool(common - _VAGUE) or (bool(common) and (left <= right or right <= left))


def _contradict(left: frozenset[frozenset[str]], right: frozenset[frozenset[str]]) -> bool:
    return bool(left and right) and not any(_agree(a, b) for a in left for b in right)


def _role_reason(shared: list[frozenset[str]], bearer: Bearer) -> str:
    best = max(shared, key=lambda role: (len(role), sorted(role)))
    fitting = [role for role in bearer.told if best <= role_words(role)]
    return f'both are called "{min(fitting, key=len) if fitting else " ".join(sorted(best))}"'
