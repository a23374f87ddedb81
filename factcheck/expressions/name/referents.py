"""Who the chunks of one article name: evidence summed by name, short forms led to full ones."""

from __future__ import annotations

from collections import Counter, defaultdict

from factcheck.expressions.model import NameType
from factcheck.expressions.name import words
from factcheck.expressions.name.aliases import Aliases
from factcheck.expressions.name.chunk_model import Chunk
from factcheck.expressions.name.forms import COMPANIES, VIETNAMESE, form, is_surname_first
from factcheck.expressions.place.gazetteer import lookup
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import given_sex, is_common, is_given, is_surname
from factcheck.records import dataclass, field

# Honorifics that go with the given name: "Sir Anthony".
_WITH_GIVEN = frozenset("sir dame sister father lady miss".split())


_LIST = 12  # names of a list that are looked at on each side


@dataclass(slots=True)
class Referent:
    """A person, body or thing of the article. ``surname`` and ``given`` are folded, people's only."""

    type: NameType
    canonical: str
    key: str
    surname: str = ""
    given: str = ""
    sex: str | None = None
    roles: list[str] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    first: int = 0  # index of the chunk that introduces it by its full name
    nations: set[str] = field(default_factory=set)  # ISO codes of the countries whose office the article gives it


def surname_of(parts: tuple[str, ...]) -> tuple[str, str]:
    """Folded surname and given names of a full name, by the name order that its form shows.

    A hyphenated given name ("Jong-un", "Seo-yun") is Korean wherever it stands; Korean, Chinese and Hungarian
    surnames come first where nothing speaks for the English order.
    """
    keys = [fold(part) for part in parts]
    if len(keys) == 1:
        return keys[0], ""
    if (
        "-" in parts[0]
        and parts[0].split("-")[1][:1].islower()
        and len(parts) == 2
        and keys[1] in words.KOREAN_SURNAMES
    ):
        return keys[1], keys[0]
    first_known = given_sex(keys[0]) is not None
    if len(keys) == 2 and "-" in parts[1] and parts[1].split("-")[1][:1].islower() and not first_known:
        return keys[0], keys[1]
    syllables = all(1 < len(key) <= 6 for key in keys[1:])
    if keys[0] in words.KOREAN_SURNAMES and len(keys) == 3 and syllables:
        if given_sex(keys[1]) is None or keys[1] in words.KOREAN_SURNAMES:
            return keys[0], " ".join(keys[1:])
        return keys[2], " ".join(keys[:2])
    if len(keys) == 2 and keys[0] in words.KOREAN_SURNAMES and "-" in parts[1]:
        return keys[0], keys[1]
    chinese = len(keys) == 2 and keys[0] in words.CHINESE_SURNAMES and keys[1] not in words.CHINESE_SURNAMES
    if chinese and not first_known and given_sex(keys[1]) is None:
        return keys[0], keys[1]
    if len(keys) == 2 and keys[0] in words.HUNGARIAN_SURNAMES and given_sex(keys[1]) is not None:
        return keys[0], keys[1]
    if is_surname_first(parts) and keys[0] not in VIETNAMESE:  # Vietnamese are called by their last part
        return keys[0], " ".join(keys[1:])
    cut = len(keys) - 1
    while cut > 1 and parts[cut - 1][:1].islower():
        cut -= 1  # particles: "van der Berg"
    return " ".join(keys[cut:]), " ".join(keys[:cut])


def _sex(parts: tuple[str, ...], honorific: str | None, role: str | None) -> str | None:
    sex = words.HONORIFICS.get(honorific or "") or None
    if sex is None and role:
        sex = next((words.SEX_OF_ROLE[word] for word in reversed(role.split()) if word in words.SEX_OF_ROLE), None)
    if sex is None and len(parts) > 1:
        _, given = surname_of(parts)
        known = given_sex(given.split()[0]) if given else None
        sex = known if known in {"m", "f"} else None
    return sex


def office(role: str) -> frozenset[str]:
    """The words of a role with one word for one office: "premier" is "prime minister", "Gov." "governor"."""
    found: set[str] = set()
    for word in role.split(" of ")[0].split(" to ")[0].split(" for ")[0].split():
        found.update(words.SAME_ROLE.get(word, word).split())
    if {"chief", "executive", "officer"} <= found:
        found.discard("officer")
    return frozenset(found)


def _is_head(word: str) -> bool:
    """Whether a name whose last word this is names a body: "Bank", "S.A."."""
    plain = word.replace(".", "")
    return plain in words.ORGANISATION_HEADS or plain in words.COMPANY_SUFFIXES


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)


class Cast:
    """All referents of an article, and which chunk names which."""

    def __init__(self, chunks: list[Chunk], aliases: Aliases) -> None:
        self.aliases = aliases
        self.referents: list[Referent] = []
        self.of: dict[int, Referent] = {}  # by index of chunk
        self.chunks = chunks
        self._by_surname: dict[str, list[Referent]] = defaultdict(list)
        self._by_given: dict[str, list[Referent]] = defaultdict(list)
        self._by_middle: dict[str, list[Referent]] = defaultdict(list)  # "Quispe" of "Dina Quispe Mamani"
        self._by_key: dict[str, Referent] = {}
        self._bodies: dict[str, list[Referent]] = defaultdict(list)  # by first and last words
        groups: dict[str, list[int]] = defaultdict(list)
        for index, chunk in enumerate(chunks):
            groups[chunk.key].append(index)
        self.solo = Counter(chunk.key for chunk in chunks if len(chunk.parts) == 1 and not chunk.shouted)
        single = [chunk for chunk in chunks if len(chunk.parts) == 1 and not chunk.shouted]
        bodily = {chunk.key for chunk in single if chunk.body or chunk.thing or chunk.apart}
        self.active = {chunk.key for chunk in single if chunk.acts or chunk.speaks} - bodily
        self.titled = {chunk.key for chunk in chunks if len(chunk.parts) == 1 and chunk.person >= 3}
        self.middle = {chunk.key for chunk in chunks if not chunk.opening and not chunk.shouted}
        full = [
            (key, found)
            for key, found in groups.items()
            if len(chunks[found[0]].parts) > 1 and not all(chunks[index].shouted for index in found)
        ]
        types = {key: self._type(key, found) for key, found in groups.items()}
        shorts: list[tuple[str, list[int]]] = []
        for key, found in sorted(full, key=lambda group: -len(chunks[group[1][0]].parts)):
            if key in self._by_surname:
                shorts.append((key, found))  # "Van den Broek" after "Esther van den Broek"
                types[key] = None
            elif types[key] is NameType.PERSON:
                self._add_person(key, found)
        for _ in range(2):  # one more of a list may show the next
            for key, found in full:
                if types[key] is None and found[0] not in self.of and self._in_company(key, found):
                    types[key] = NameType.PERSON
                    self._add_person(key, found)
        for key, found in full:
            if types[key] in {NameType.ORGANISATION, NameType.OTHER}:
                self._add_body(key, found, types[key] or NameType.OTHER)
        self._pieces(groups)
        bearers = {id(referent) for referent in self.of.values()}
        for key, bodies in self._bodies.items():
            self._bodies[key] = [body for body in bodies if id(body) in bearers]
        for key, found in groups.items():
            if len(chunks[found[0]].parts) == 1:
                self._short(key, found, types[key])
        for key, found in shorts:
            self._short(key, found, NameType.PERSON)
        self._in_headlines()
        # Sentences with names of several words that nobody could be told for.
        self.unread = {
            chunk.sentence
            for index, chunk in enumerate(chunks)
            if index not in self.of
            and 1 < len(chunk.parts) < 4
            and not chunk.shouted
            and not is_common(chunk.parts[-1].lower())
        }

    # -- kinds ---------------------------------------------------------------------------------------------------

    def _type(self, key: str, found: list[int]) -> NameType | None:
        """What a name names, by the evidence of all its mentions; None where it is likely no name."""
        chunks = [self.chunks[index] for index in found]
        first = chunks[0]
        parts = first.parts
        known = self.aliases.of(key)
        if known is not None:
            kind = self.aliases.types.get(known)
            return {"person": NameType.PERSON, "organisation": NameType.ORGANISATION}.get(kind or "")
        person = max(chunk.person for chunk in chunks) + min(2, sum(1 for chunk in chunks if chunk.person >= 2) - 1)
        body = max(chunk.body for chunk in chunks)
        thing = max(chunk.thing for chunk in chunks)
        person = max(person, 0)
        low = [part.lower() for part in parts]
        if low[0] in words.SHIP_PREFIXES and len(parts) > 1 and first.parts[0].isupper():
            return NameType.OTHER
        if len(parts) == 1:
            return self._type_of_word(parts[0], chunks, person, body, thing)
        if key in COMPANIES and person < 3:
            return NameType.ORGANISATION
        if any(char.isdigit() for char in key):
            return NameType.OTHER if thing else None
        common = [is_common(word) for word in low]
        if thing >= 2 and person == 0 and body < 3:
            return NameType.OTHER
        form = self._looks_personal(parts, low, common, chunks)
        # Form alone ("Lockheed Martin", "Rodong Sinmun") must be strong to make a person.
        person = person + form if person > 0 or form >= 3 else 0
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

    def _looks_personal(self, parts: tuple[str, ...], low: list[str], common: list[bool], chunks: list[Chunk]) -> int:
        """Evidence from the form of a name of several words, and from how the article goes on with it."""
        if any(chunk.the for chunk in chunks) or "&" in parts or _is_head(low[-1]):
            return 0
        score = form(parts)
        keys = [fold(part) for part in parts]
        surname, _ = surname_of(parts)
        if surname in self.titled:
            score += 2
        elif self.solo.get(surname) and not is_common(surname):
            score += 2 if self.solo[surname] > 1 else 1
            headed = common[0] and all(chunk.opening for chunk in chunks)  # "Carmaker Vantis"
            if surname in self.active and not parts[-1].isupper() and not headed:
                score += 1  # bodies are not called by their last word alone
        elif self.solo.get(keys[0]) and keys[0] != surname and not is_given(keys[0]):
            score -= 2  # bodies are shortened to their first word
        elif len(parts) > 2 and any(self.solo.get(key) and not is_common(key) for key in keys[1:-1]):
            score += 1  # the first of two Spanish surnames
        if any(chunk.speaks or chunk.acts for chunk in chunks):
            score += 1
        elif any(chunk.apart for chunk in chunks) and not (is_given(keys[0]) and self.solo.get(surname)):
            score -= 2
        if any(chunk.hails or chunk.followed for chunk in chunks):
            score += 1
        if any(chunk.bracketed for chunk in chunks) and score < 3:
            score -= 1
        return score

    def _in_company(self, key: str, found: list[int]) -> bool:
        """Whether a name that shows nothing itself stands among people: beside one in a list, or of one family."""
        chunks = [self.chunks[index] for index in found]
        parts = chunks[0].parts
        low = [part.lower() for part in parts]
        if len(parts) > 4 or is_common(low[-1]) or any(chunk.the or chunk.body or chunk.thing for chunk in chunks):
            return False
        if any(chunk.apart for chunk in chunks) or _is_head(low[-1]) or any(map(_has_digit, low)):
            return False
        beside = sum(1 for index in found for other in self._listed(index) if self._is_person(other))
        surname, given = surname_of(parts)
        score = form(parts) + (2 if beside else 0)
        if given and len(surname) > 3 and self._by_surname.get(surname):
            score += 2
        if any(chunk.acts or chunk.speaks for chunk in chunks):
            score += 1
        return score >= 3 and bool(beside or self._by_surname.get(surname))

    def _listed(self, index: int) -> list[int]:
        """The chunks that stand in one list with a chunk ("A, B and C"), itself aside."""
        first = last = index
        while first > 0 and index - first < _LIST and self.chunks[first - 1].joint:
            first -= 1
        while last - index < _LIST and self.chunks[last].joint and last + 1 < len(self.chunks):
            last += 1
        joints = {self.chunks[at].joint for at in range(first, last)}
        if "and" not in joints:
            return []
        return [at for at in range(first, last + 1) if at != index]

    def _is_person(self, index: int) -> bool:
        referent = self.of.get(index)
        return referent is not None and referent.type is NameType.PERSON

    def _type_of_word(self, word: str, chunks: list[Chunk], person: int, body: int, thing: int) -> NameType | None:
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

    # -- people --------------------------------------------------------------------------------------------------

    def _add_person(self, key: str, found: list[int]) -> None:
        chunks = [self.chunks[index] for index in found]
        parts = chunks[0].parts
        surname, given = surname_of(parts)
        known = self.aliases.of(key)
        same = (self._by_key.get(fold(known)) if known else None) or self._same_person(key, surname, given)
        honorific = next((chunk.honorific for chunk in chunks if chunk.honorific), None)
        role = next((chunk.role for chunk in chunks if chunk.role), None)
        if same is None:
            same = Referent(NameType.PERSON, chunks[0].shown, key, surname, given, first=found[0])
            self.referents.append(same)
            self._by_surname[surname].append(same)
            if given:
                self._by_given[given.split()[0]].append(same)
                for middle in given.split()[1:]:
                    if len(middle) > 3 and middle not in words.PARTICLES and not is_common(middle):
                        self._by_middle[middle].append(same)
        elif len(key) > len(same.key) and len(parts) >= len(same.canonical.split()):
            same.canonical, same.key = chunks[0].shown, key
        if known:
            same.canonical = known
            self._by_key.setdefault(fold(known), same)
        same.first = min(same.first, found[0])
        same.sex = same.sex or _sex(parts, honorific, role)
        self._by_key[key] = same
        for index in found:
            self._tie(index, same)

    def _same_person(self, key: str, surname: str, given: str) -> Referent | None:
        words_of = sorted(key.split())
        for other in self._by_surname.get(surname, ()):
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
            longer = [other for other in self._by_middle.get(surname, ()) if other.key.startswith(f"{key} ")]
            if len(longer) == 1:
                return longer[0]
        for other in self._by_surname.get(given, ()):
            if sorted(other.key.split()) == words_of:
                return other  # the other name order
        return None

    # -- bodies and things ---------------------------------------------------------------------------------------

    def _add_body(self, key: str, found: list[int], kind: NameType) -> None:
        chunks = [self.chunks[index] for index in found]
        shown = chunks[0].shown
        known = self.aliases.of(key)
        canonical = known or shown
        referent = self._by_key.get(fold(canonical))
        if referent is None:
            referent = Referent(kind, canonical, fold(canonical))
            self.referents.append(referent)
            self._by_key[referent.key] = referent
        self._by_key[key] = referent
        parts = key.split()
        for end in (parts[0], parts[-1]):
            self._bodies[end].append(referent)
        last = parts[-1]
        if last in words.ORGANISATION_HEADS and last not in words.COMPANY_SUFFIXES:
            referent.nouns.add(last)
        if last in words.COMPANY_SUFFIXES:
            referent.nouns.add("company")
        for index in found:
            self._tie(index, referent)

    # -- single words --------------------------------------------------------------------------------------------

    def _short(self, key: str, found: list[int], kind: NameType | None) -> None:
        people = self._by_surname.get(key, []) or self._by_middle.get(key, [])
        givens = [] if people else self._by_given.get(key, [])
        bodies = [body for body in self._bodies.get(key, []) if self._abbreviates(key, body)]
        bodies = list({id(body): body for body in bodies}.values())
        acronym = self._acronym(key, found)
        if self.aliases.of(key) is not None:
            bodies = []
        self_named: Referent | None = None
        bare: Referent | None = None
        # A surname alone follows the full name. Where it comes first, in the body of the text, it is something else.
        start = min((person.first for person in people), default=0)
        before_all = bool(people) and any(
            index < start and self.chunks[index].sentence > 2 and not self.chunks[index].shouted for index in found
        )
        if before_all and kind in {NameType.ORGANISATION, NameType.OTHER}:
            people = []
        for index in found:
            chunk = self.chunks[index]
            if chunk.shouted and chunk.key not in self._by_surname:
                continue
            vouched = (people or bodies) and (chunk.speaks or chunk.acts or chunk.body)
            if chunk.opening and is_common(key) and key not in self.middle and not vouched:
                continue
            if people:
                fitting = people
                sex = words.HONORIFICS.get(chunk.honorific or "") or None
                if sex and len(people) > 1:
                    fitting = [person for person in people if person.sex == sex] or people
                person = self._bearer(index, fitting, bare)
                if person is not None and not (before_all and bodies and not chunk.honorific):
                    bare = person if not chunk.honorific else bare
                    self._tie(index, person)
                    continue
            elif (
                len(givens) == 1
                and kind in {None, NameType.PERSON}
                and not bodies
                and (not chunk.honorific or chunk.honorific in _WITH_GIVEN)
            ):
                apart = givens[0].first > index or self._shares_a_surname(index)
                if not apart and (
                    chunk.person < 3 or chunk.honorific or chunk.role is None or chunk.role.split()[-1] in words.KIN
                ):
                    self._tie(index, givens[0])
                    continue
            elif acronym is not None:
                self._tie(index, acronym)
                continue
            elif (
                len(bodies) == 1
                and kind is not NameType.PERSON
                and not (is_common(key) and chunk.opening and not chunk.body and not chunk.speaks)
            ):
                self._tie(index, bodies[0])
                continue
            if kind is None and not people:
                continue
            if self_named is None:
                known = self.aliases.of(key)
                own = known or chunk.parts[0]
                kind_here = NameType.PERSON if people else kind or NameType.OTHER
                self_named = self._by_key.get(fold(own)) if known else None
                if self_named is None:
                    self_named = Referent(kind_here, own, fold(own), key if kind_here is NameType.PERSON else "")
                    self.referents.append(self_named)
                    self._by_key[fold(own)] = self_named
            self._tie(index, self_named)
            if self_named.type is NameType.PERSON and self_named.sex is None:
                self_named.sex = _sex(chunk.parts, chunk.honorific, chunk.role)

    def _shares_a_surname(self, index: int) -> bool:
        """Whether a given name shares the surname of the name after "and": "Kamal and Sita Poudel"."""
        if index + 1 >= len(self.chunks):
            return False
        chunk, following = self.chunks[index], self.chunks[index + 1]
        return chunk.sentence == following.sentence and following.first == chunk.last + 1 and len(following.parts) > 1

    def _bearer(self, index: int, people: list[Referent], bare: Referent | None) -> Referent | None:
        """Who a surname alone stands for at a chunk: the only one introduced so far, or who bore it alone before."""
        if len(people) == 1:
            return people[0]
        role = self.chunks[index].role
        if role is not None:
            wanted = office(role)
            bearers = [person for person in people if any(wanted & office(known) for known in person.roles)]
            if len(bearers) == 1:
                return bearers[0]
        introduced = [person for person in people if person.first < index]
        if len(introduced) == 1:
            return introduced[0]
        return bare if bare in introduced else None

    def _in_headlines(self) -> None:
        """Find known people and bodies inside runs of capitals that headlines make: "Hire Maurice Cheeks"."""
        for index, chunk in enumerate(self.chunks):
            if not chunk.shouted or index in self.of:
                continue
            parts = [fold(part) for part in chunk.parts]
            count = len(parts)
            for size in range(min(4, count), 0, -1):
                hit = next(
                    (at for at in range(count - size + 1) if self._known(" ".join(parts[at : at + size])) is not None),
                    None,
                )
                if hit is None:
                    continue
                key = " ".join(parts[hit : hit + size])
                referent = self._known(key)
                if referent is not None:
                    chunk.parts, chunk.key = chunk.parts[hit : hit + size], key
                    chunk.start, chunk.end = chunk.tokens[hit].start, chunk.tokens[hit + size - 1].end
                    chunk.role = None
                    self._tie(index, referent)
                break

    def _known(self, key: str) -> Referent | None:
        people = self._by_surname.get(key, ())
        if len(people) == 1:
            return people[0]
        return self._by_key.get(key)

    def _abbreviates(self, key: str, body: Referent) -> bool:
        parts = body.key.split()
        known = lookup(key)
        if body.type is NameType.OTHER or (known and (known[0].kind != "city" or known[0].population >= 50)):
            return False  # "Kyiv" is no short form of the Kyiv Post
        return parts[0] == key and len(parts) > 1 and key not in words.ORGANISATION_HEADS

    def _acronym(self, key: str, found: list[int]) -> Referent | None:
        """The body that an all-caps word stands for: its initials, or the name before the brackets."""
        shown = self.chunks[found[0]].parts[0]
        if not shown.isupper() or len(shown) < 2:
            return None
        for index in found:
            chunk = self.chunks[index]
            if chunk.bracketed and index and self.chunks[index - 1].sentence == chunk.sentence:
                before = self.of.get(index - 1)
                beside = self.chunks[index - 1].last == chunk.first - 1
                if before is not None and before.type is not NameType.PERSON and beside and before.key[0] == key[0]:
                    return before
        matching = [
            body
            for body in self.referents
            if body.type is NameType.ORGANISATION
            and "".join([word[0] for word in body.key.split() if word not in {"of", "the", "for", "and", "on"}]) == key
        ]
        return matching[0] if len(matching) == 1 else None

    def _pieces(self, groups: dict[str, list[int]]) -> None:
        """Lead several-word short forms to the full name: "Southern Arc" to "Southern Arc Aerospace"."""
        longer = [referent for referent in self.referents if referent.type is not NameType.PERSON]
        by_first: dict[str, list[Referent]] = defaultdict(list)
        by_last: dict[str, list[Referent]] = defaultdict(list)
        for referent in longer:
            parts = referent.key.split()
            if len(parts) > 2:
                by_first[parts[0]].append(referent)
                by_last[parts[-1]].append(referent)
        for key, found in groups.items():
            parts = key.split()
            if len(parts) < 2 or len(self.chunks[found[0]].parts) < 2:
                continue
            own = self.of.get(found[0])
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
                    self._tie(index, hosts[0])
                if own is not None and own not in self.of.values():
                    hosts[0].nouns |= own.nouns

    def _tie(self, index: int, referent: Referent) -> None:
        chunk = self.chunks[index]
        self.of[index] = referent
        if chunk.role and referent.type is NameType.PERSON and chunk.role not in referent.roles:
            referent.roles.append(chunk.role)
        referent.nouns |= chunk.nouns
        if chunk.nation and referent.type is NameType.PERSON:
            referent.nations.add(chunk.nation)
