"""Capitalised sequences: the words that may be names, with what stands before and after them.

A chunk is a run of capitalised words with the joints that names have (initials, particles, "of" within names of
bodies). Which of its words are title, which name, and what surrounds it is read here; what it names is settled
over the whole article (:mod:`~factcheck.expressions.name.referents`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise

from factcheck.document.model import BlockKind, Document
from factcheck.expressions.model import Place
from factcheck.expressions.name import words
from factcheck.expressions.name.deeds import (
    deed,
    hails_from,
    is_done_to,
    is_followed,
    is_modifier,
    is_of_several,
    is_where,
    joint,
)
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import given_sex, is_common
from factcheck.text.model import Sentence, Text, Token
from factcheck.text.word_table import WordTable

_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gen col lt sgt capt cmdr adm maj rev hon sen rep gov fr st supt insp det pte""".split()
)
_OPENERS = frozenset("\"'([:-*>•|")
_QUOTES = frozenset("\"'")
# "the Yoon Suk-yeol administration": the article belongs to the noun after the name.
_OWNED = frozenset(
    """administration government regime campaign family presidency cabinet camp era case trial affair estate
    trilogy film films novel novels painting paintings legacy household brothers sisters couple team""".split()
)
# Bodies that are named by where they are: "University of Leeds"; "Brightwater Instruments of Duluth" is not.
_OF_PLACES = frozenset(
    """university bank college institute museum council diocese court government parliament assembly academy
    chamber ministry church school port embassy republic bishop archbishop union federation association
    society authority fund commission agency bureau board
    office centre center confederation forces police navy hospital observatory gallery library theatre theater opera
    orchestra conference party front army""".split()
)
_EITHER = frozenset(
    """owner co-owner investor shareholder partner rival client ally critic opponent broker trader dealer
    auctioneer auditor regulator producer broadcaster successor predecessor counterpart speaker""".split()
)
_OFFICE = (
    words.TITLES
    | words.TITLE_MODIFIERS
    | frozenset(
        "executive operating financial information technology public relations marketing officer programs".split()
    )
)
_AFTER_TITLES = frozenset("of the and . executive operating financial officer elect emeritus".split())
_STREETS = frozenset(
    """ave avenue street road blvd boulevard highway lane drive parkway expressway st rd hwy route""".split()
)
_OPENING = (
    (words.COMPANY_NOUNS | words.ROLES | frozenset("broadcaster newspaper tanker ferry trawler yacht".split()))
    - words.ORGANISATION_HEADS
    - words.TITLES
    - words.COMMON_SURNAMES
    - words.HONORIFICS.keys()
)
_FACILITIES = frozenset("airport base bridge stadium square building tower dam hall park terminal station".split())
# What only people have: "Hartono's lawyer".
_PERSONAL_GOODS = words.KIN | frozenset(
    "lawyer counsel solicitor barrister death body widow funeral birthday childhood arrest memoir".split()
)
_BEFORE_THINGS = words.THINGS | {"the"}
_NOUNS = words.THINGS | words.ORGANISATION_NOUNS
_TITLING = words.TITLES | words.TITLE_MODIFIERS
_OFFICES = _TITLING | words.ROLES
_NEARER = words.ROLES | {"executive", "officer", "general"}
_SECOND_PARTICLES = words.PARTICLES | {"la"}
_CLOSERS = frozenset(",.;)-")
_ARTICLES = frozenset("al el an as ad ar at az".split())
_LOWER_SUFFIXES = frozenset("plc gmbh llc ag".split())
_OWNERS = frozenset(
    """people children women men workers citizens magistrates prosecutor attorney farmers veterans teachers
    students nurses writers officers lloyd sainsbury mcdonald moody parents lawyers doctors""".split()
)
MODIFIERS = frozenset(
    """former ex deputy vice senior chief acting assistant top veteran opposition party police coast guard air
    army navy naval security foreign national defence defense prime floor parliamentary fellow retired interim
    longtime fire union business human rights climate political military medical head football state federal
    local regional city town village county general executive managing supreme presidential government
    ministry finance interior health justice trade energy transport education press associate lead junior co-
    outgoing incoming newly founding honorary public district court high campaign communications operations
    marketing sales technology aviation rescue safety emergency research policy art nuclear space intelligence
    counter-terrorism house senate majority minority independent ruling left right wing far night opening
    british-born company bank club museum university hospital school factory mill mine ferry ship train late
    first second ship's world olympic heavyweight middleweight one-time two-time three-time award-winning
    best-selling investigative crime political sports science arts special lay trainee student""".split()
)
_OFFICES_AND_MODIFIERS = _OFFICES | MODIFIERS


@dataclass(slots=True)
class Chunk:
    """A candidate name: tokens ``first`` up to ``last`` of a sentence, titles taken off.

    ``person``, ``body`` and ``thing`` weigh the evidence of this mention for each kind; ``role`` is what the text
    calls the bearer here; ``nouns`` the common nouns put beside it ("ferry", "company"). ``acts``: it is
    the subject of what people and bodies do; ``apart``: it stands where people's names do not ("at X", "X shoes");
    ``hails``: ", of the Y," follows; ``followed``: as a sentence's first name it has a pronoun of a person after it;
    ``nation``: ISO code of the country that the role is of; ``joint``: what joins it to the next
    chunk in a list, "and" or ",".
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    parts: tuple[str, ...]
    tokens: tuple[Token, ...]
    shown: str
    key: str
    the: bool = False
    opening: bool = False
    shouted: bool = False
    honorific: str | None = None
    role: str | None = None
    nation: str | None = None
    person: int = 0
    body: int = 0
    thing: int = 0
    speaks: bool = False
    acts: bool = False
    apart: bool = False
    hails: bool = False
    followed: bool = False
    joint: str = ""
    bracketed: bool = False
    nouns: set[str] = field(default_factory=set)


class _Case(Enum):
    """How a word is written: names begin with a capital, or a prefix before one ("al-Mabrouk")."""

    CAPITAL = auto()
    SHOUTED = auto()
    PREFIXED = auto()
    LONG = auto()  # and in small letters
    OTHER = auto()


_CAPITAL, _SHOUTED, _PREFIXED, _LONG, _OTHER = _Case


def _case(text: str) -> _Case:
    if text[0].isupper():
        return _SHOUTED if _is_acronym(text) else _CAPITAL
    if _is_upper(text):
        return _PREFIXED
    return _LONG if text[0].islower() and len(text) > 3 else _OTHER


_cases = WordTable(_case)


class Reader:
    """Reads the chunks of one text; holds what every sentence needs."""

    def __init__(self, document: Document, text: Text, places: tuple[Place, ...]) -> None:
        self.prose = document.prose
        self.text = text
        self.places = {place.start: place for place in places}

    def read(self) -> list[Chunk]:
        """All chunks, in text order."""
        found: list[Chunk] = []
        sentences = self.text.sentences
        for number, sentence in enumerate(sentences):
            chunks = self._sentence(number, sentence)
            if chunks:
                following = sentences[number + 1].tokens if number + 1 < len(sentences) else ()
                _look_on(sentence.tokens, chunks, following)
                found.extend(chunks)
        return found

    def _sentence(self, number: int, sentence: Sentence) -> list[Chunk]:
        tokens = sentence.tokens
        found: list[Chunk] = []
        # A place's span by the index of its first token: (index past its last token, place).
        spans: dict[int, tuple[int, Place]] = {}
        count = len(tokens)
        places = self.places
        cases = [_cases[token.text] for token in tokens]
        begins = [at for at, case in enumerate(cases) if case is not _LONG and case is not _OTHER]
        if not begins:
            return []
        for position in begins:
            place = places.get(tokens[position].start)
            if place is not None and cases[position] is not _PREFIXED:
                last = position
                while last < count and tokens[last].start < place.end:
                    last += 1
                spans[position] = (last, place)
        shouted = cases.count(_SHOUTED)
        upper = shouted + cases.count(_CAPITAL)
        long = cases.count(_LONG) + cases.count(_PREFIXED)
        loud = shouted >= 3 and shouted * 2 > upper + long
        ended = sentence.kind is not BlockKind.HEADING and tokens[-1].text in {".", "!", '"', ")"}
        titled = upper >= 4 and upper >= 3 * long and count < 25 and not ended
        last = 0
        for index in begins:
            if index < last:
                continue
            last = _run(tokens, index, places)
            chunk = self._chunk(number, sentence, index, last, spans)
            if chunk is not None:
                chunk.shouted = loud or titled
                found.append(chunk)
        return found

    def _chunk(
        self, number: int, sentence: Sentence, first: int, last: int, spans: dict[int, tuple[int, Place]]
    ) -> Chunk | None:
        tokens = sentence.tokens
        start = first
        opening = first == 0 or (
            tokens[first - 1].text in _OPENERS
            and (tokens[first - 1].end == tokens[first].start or tokens[first - 1].text not in _QUOTES)
        )
        low = [token.text.lower() for token in tokens[first:last]]
        if opening:
            # "The Royal Society", "In Ghent": function words are capitals only by their position.
            while first < last and low[first - start] in words.FUNCTION and not _is_acronym(tokens[first].text):
                if first + 1 < last and tokens[first + 1].text == ".":
                    break  # "A. P. Rao"
                first += 1
            if first == last:
                return None
        stop = last
        while last > first and low[last - 1 - start] in words.POST_NOMINALS and last - first > 1:
            last -= 1
        if all(word in words.CALENDAR or word == "." for word in low[first - start : last - start]):
            return None
        # "May" begins a name, but not in "21 May Stoeva".
        while low[first - start] in words.CALENDAR and last - first > 1 and not _is_given_may(tokens, first):
            first += 1
            if tokens[first].text == ".":
                first += 1
        while last - first > 1 and low[last - 1 - start] in words.CALENDAR and low[last - 1 - start] != "may":
            last -= 1
        if first >= last:
            return None
        if opening and first == start and last - first > 1 and low[0] in _OPENING and given_sex(low[0]) is None:
            first += 1  # "Carmaker Vantis": the noun has its capital from the sentence
        if tokens[first].text == "The" and last - first > 1:
            first += 1  # "wrote in The Daily Lantern"
        the = first > 0 and tokens[first - 1].text.lower() == "the"
        head = low[last - 1 - start]
        is_body = _is_body(low[first - start : last - start])
        honorific, role, core = None, None, first
        if not is_body or low[first - start] in words.HONORIFICS:
            core, honorific, role = self._titles(sentence, first, last, spans)
        if core == last:
            return None  # an office without a name
        if core > first and low[-1] in _FACILITIES:
            return None  # "Prince Sultan Air Base", "Imam Khomeini Airport"
        if core > first and honorific and first and tokens[first - 1].text.lower() in _BEFORE_THINGS:
            core, honorific, role = first, None, None  # "the yacht Lady Amelia"
        team = False
        # What is left may be a place and nothing else.
        span = spans.get(core)
        if span is not None and honorific is None:
            beyond, place = span
            if beyond >= last and not (
                is_body and place.kind in {"museum", "university", "court", "hospital", "gallery"}
            ):
                return None
            if not is_body and beyond < last and place.text != tokens[core].text and "-" in tokens[core].text:
                return None  # "US-led"
            if not is_body and role is None:
                governor = tokens[core - 1].text.lower() if core else ""
                if governor in {"to", "of", "for", "in"} and core > 1 and tokens[core - 2].text.lower() in words.ROLES:
                    role = _before(tokens, core - 1, spans)
                    role = f"{role} {governor} {place.text}".lower() if role else None
                    core = beyond
                elif low[-2:] in (["red", "cross"], ["red", "crescent"]) and last - beyond == 2:
                    is_body = True
                elif place.gentilic or place.kind == "country":
                    if last - beyond < 2:
                        return None  # "Korean War", "US Open"
                    core = beyond
                elif given_sex(fold(place.text)) is None:
                    tail = tokens[last - 1].text.lower()
                    if last - beyond == 1 and tail.endswith("s") and is_common(tail):
                        team = True  # "Atlanta Hawks"
                    elif last - beyond == 1:
                        return None
                    else:
                        core = beyond
        elif "-" in tokens[core].text and tokens[core].start in self.places:
            return None
        own = tuple([token for token in tokens[core:last] if token.text != "."])
        quoted = next((at for at, token in enumerate(own) if token.text == '"'), None)
        if quoted is not None:
            own = own[:quoted] + own[quoted + 3 :]
        parts = tuple([token.text for token in own])
        if not parts:
            return None
        shown = " ".join(parts) if quoted is not None else self.prose[tokens[core].start : tokens[last - 1].end]
        if all(len(part) == 1 for part in parts) or low[-1] in _STREETS:
            return None
        glued = tokens[core - 1] if core else None
        if len(parts) == 1 and parts[0].isupper():
            after = tokens[last].text if last < len(tokens) else ""
            if (glued is not None and glued.end == own[0].start and glued.text[-1].isdigit()) or after in {
                "$",
                "£",
                "€",
            }:
                return None  # "787-200LR", "AU$"
        if the and last < len(tokens) and tokens[last].text.lower() in _OWNED:
            the = False
        chunk = Chunk(
            number, core, last, tokens[core].start, tokens[last - 1].end, parts, own,
            " ".join(shown.split()),
            fold(" ".join(parts).replace(" '", "'")), the, opening and core == start, honorific=honorific, role=role,
        )  # fmt: skip
        if not chunk.key:
            return None
        if team:
            chunk.body += 3
        if is_body:
            chunk.body += 3 if head not in words.WEAK_HEADS or len(parts) > 2 else 2
        self._surroundings(sentence, chunk, stop, spans)
        return chunk

    def _titles(
        self, sentence: Sentence, first: int, last: int, spans: dict[int, tuple[int, Place]]
    ) -> tuple[int, str | None, str | None]:
        """Where the name starts after titles, the honorific, and the role that the titles say."""
        tokens = sentence.tokens
        seen = -1
        honorific: str | None = None
        for index in range(first, last - 1):
            low = tokens[index].text.lower()
            if low not in words.TITLES and low not in words.HONORIFICS:
                continue
            before = tokens[index - 1].text.lower() if index > first else ""
            placed = any(start < index <= stop for start, (stop, _) in spans.items())
            if not placed and before not in _TITLING and given_sex(before):
                break  # "Martin King Jones": after a given name it is a surname
            seen = index
            if low in words.HONORIFICS:
                honorific = low
        low_words = [token.text.lower() for token in tokens[first:last]]
        if seen < 0:
            alone = (
                len(low_words) > 1
                and low_words[-1] in words.TITLES
                and all(word in _OFFICES or word == "." for word in low_words)
            )
            return (last if alone else first), None, None
        core = seen + 1
        if tokens[core].text == ".":
            core += 1
        if core < last and tokens[core].text.lower() in {"of", "for"}:
            # "Secretary of State Antony Blinken", "Prime Minister of Japan Shinzo Abe"
            core += 1
            while core < last and (tokens[core].text.lower() in words.TITLE_MODIFIERS or core in spans):
                core = spans[core][0] if core in spans else core + 1
        while core < last and tokens[core].text.lower() in _AFTER_TITLES:
            core += 1
        core = min(core, last)
        if core < last and all(word in _OFFICE for word in low_words[core - first :]):
            core = last  # "Chief Operating Officer"
        titles = [
            token.text.lower()
            for token in tokens[first:core]
            if token.text != "." and (token.text.lower() not in words.HONORIFICS or token.text.lower() == "lady")
        ]
        return core, honorific, " ".join(titles) or None

    def _surroundings(self, sentence: Sentence, chunk: Chunk, last: int, spans: dict[int, tuple[int, Place]]) -> None:
        tokens = sentence.tokens
        first = chunk.first
        count = len(tokens)
        before = tokens[first - 1].text.lower() if first else ""
        after = tokens[last].text.lower() if last < count else ""
        beyond = tokens[last + 1].text.lower() if last + 1 < count else ""
        if chunk.honorific or (chunk.role and not words.TITLES.isdisjoint(chunk.role.split())):
            chunk.person += 3
        # "leader Kim Jong-un", "the ferry Reina Estrella", "the union Allied Technicians"
        if chunk.role is None and before[:1].isalpha():
            if before in words.ROLES:
                if before in _EITHER:
                    chunk.person += 1
                else:
                    chunk.role = _before(tokens, first, spans)
                    chunk.person += 2
            elif before.endswith(("-run", "-owned", "-based", "-backed", "-funded", "-listed")):
                chunk.body += 2
            elif before in words.ORGANISATION_NOUNS:
                chunk.body += 2
                chunk.nouns.add(before)
            elif before in words.THINGS:
                chunk.thing += 2
                chunk.nouns.add(before)
        elif chunk.role is not None and chunk.honorific is None and first:
            extra = _before(tokens, first - len(chunk.role.split()), spans)
            if extra and extra.split()[-1] in MODIFIERS:
                chunk.role = f"{extra} {chunk.role}"
        # "The referee will be Bongani Zulu"
        if before in {"is", "was", "be"} and first > 1 and chunk.role is None:
            at = first - 2 if before != "be" else first - 3
            if at > 0 and tokens[at].text.lower() in words.ROLES and tokens[at].text.lower() not in _EITHER:
                phrase, determined = _phrase_before(tokens, at + 1, spans)
                if determined:
                    chunk.role = phrase
                    chunk.person += 2
        # "the museum's director, Lieve Verstraete"
        if before == "," and first > 2 and tokens[first - 2].text.lower() in words.ROLES:
            if after in {",", ".", "", "who", ")", ";", '"'} or after in words.SPEECH:
                phrase, determined = _phrase_before(tokens, first - 1, spans)
                if determined and tokens[first - 2].text.lower() in _EITHER:
                    # "the owner, Lantern Earth": a person or a body
                    chunk.person += 1
                    chunk.body += 2 if all(is_common(part.lower()) for part in chunk.parts) else 1
                elif determined:
                    chunk.role = chunk.role or phrase
                    chunk.person += 3
        elif is_of_several(tokens, first) and chunk.key.replace(" ", "").isalpha() and not is_common(chunk.key):
            chunk.person += 2  # "two nurses, X and Y"
        elif before == "," and first > 2 and tokens[first - 2].text.lower() in _NOUNS:
            noun = tokens[first - 2].text.lower()
            if after in {",", "."} and tokens[first - 3].text.lower() in {
                "the",
                "a",
                "an",
                "his",
                "her",
                "its",
                "their",
            }:
                chunk.nouns.add(noun)
                if noun in words.THINGS:
                    chunk.thing += 2
                else:
                    chunk.body += 2
        chunk.speaks = after in words.SPEECH or before in words.SPEECH
        if after in words.PERSONAL:
            chunk.person += 2 if len(chunk.parts) > 1 else 1
        if chunk.the:
            told = first > 1 and tokens[first - 2].text.lower() in {"told", "telling"}
            chunk.body += 2 if told else 1
        if after == "'s" and beyond in _PERSONAL_GOODS:
            chunk.person += 2
        if after in words.ORGANISATION_NOUNS and chunk.the and len(chunk.parts) > 1:
            chunk.body += 1
        if after == "'s" and beyond in words.COMPANY_GOODS:
            chunk.body += 1
        if after in {"shares", "stock", "shareholders"}:
            chunk.body += 2
        if before in {"in", "at"} and first > 1 and tokens[first - 2].text.lower() in {"shares", "stake", "stock"}:
            chunk.body += 2
        if after in words.CRAFT and not chunk.role:
            chunk.thing += 2
            chunk.nouns.add(after)
        if after == "(" and beyond.isalpha() and last + 2 < count and tokens[last + 2].text == ")":
            short = tokens[last + 1].text
            initials = "".join([part[0] for part in chunk.parts if part[0].isupper()])
            if short.isupper():
                chunk.body += 2 if len(initials) > 1 and short[:2] == initials[:2] else 1
        personal, either = deed(tokens, last)
        if not chunk.the:
            chunk.person += personal if len(chunk.parts) > 1 else personal // 2
        chunk.acts = bool(personal or either) or (is_done_to(tokens, first) and not chunk.the)
        chunk.apart = is_where(tokens, first, last) or is_modifier(tokens, last)
        if hails_from(tokens, last) and len(chunk.parts) > 1:
            chunk.hails = True
        chunk.bracketed = before == "(" and after == ")"
        if before == '"' and (after == '"' or (after == "," and beyond == '"')) and chunk.parts[0][0].isupper():
            chunk.thing += 3 if len(chunk.parts) > 1 else 1
        self._apposition(sentence, chunk, last, spans)
        if chunk.role:
            chunk.nation = _nation(tokens, chunk, last, spans)

    def _apposition(self, sentence: Sentence, chunk: Chunk, index: int, spans: dict[int, tuple[int, Place]]) -> None:
        """Read ", 52, the founder and chief executive", ", who once was ambassador to X"."""
        tokens, count = sentence.tokens, len(sentence.tokens)
        if index >= count:
            return
        mark = tokens[index].text
        if mark == "(" and index + 2 < count and tokens[index + 2].text == ")" and _is_age(tokens[index + 1].text):
            chunk.person += 2
            return
        following = tokens[index + 1].text.lower() if index + 1 < count else ""
        if mark == "," and len(chunk.parts) > 1 and following in {"which", "based", "headquartered"}:
            chunk.body += 2
            return
        if mark != "," or index + 1 >= count:
            if mark.lower() == "who":
                chunk.person += 1
            return
        index += 1
        if tokens[index].text.lower() in {"now", "then", "aged"} and index + 1 < count:
            index += 1
        if _is_age(tokens[index].text) and (index + 1 >= count or tokens[index + 1].text in {",", ".", ";", "-", ")"}):
            chunk.person += 3
            if index + 2 < count and tokens[index + 1].text == ",":
                index += 2
            else:
                return
        low = tokens[index].text.lower()
        if low in {"who", "whose"}:
            chunk.person += 2 if len(chunk.parts) > 1 else 1
            for at in range(index + 1, min(index + 5, count - 1)):
                if tokens[at].text.lower() in {"as", "is", "was"}:
                    _take_role(chunk, tokens, at + 1, spans, 1)
                    return
            return
        _take_role(chunk, tokens, index, spans, 3)


def _nation(tokens: tuple[Token, ...], chunk: Chunk, last: int, spans: dict[int, tuple[int, Place]]) -> str | None:
    """The country that a role beside the name is of: "Ghana's president, X", "X, the Ghanaian president"."""
    ends = dict(spans.values())
    at = chunk.first
    if tokens[at - 1].text == "," and at > 1:
        at -= 1
    while at and tokens[at - 1].text.lower() in _OFFICES_AND_MODIFIERS and at not in ends:
        at -= 1
    if at and tokens[at - 1].text == "'s":
        at -= 1
    place = ends.get(at) if at < chunk.first else None
    if place is None and last + 1 < len(tokens):
        mark = tokens[last].text
        if mark == "of" and last + 1 in spans:
            place = spans[last + 1][1]
        elif mark == ",":
            at = last + 1
            while at < len(tokens) and at - last < 9 and place is None:
                found = spans.get(at)
                if found is not None:
                    place = found[1]
                elif not (tokens[at].text[0].islower() and tokens[at].text.lower() not in words.SPEECH):
                    break
                at += 1
    return place.country if place is not None and (place.gentilic or place.kind == "country") else None


def _look_on(tokens: tuple[Token, ...], chunks: list[Chunk], following: tuple[Token, ...]) -> None:
    """Read what binds the chunks of a sentence: lists, and the pronoun after the name that opens it."""
    for chunk, other in pairwise(chunks):
        chunk.joint, start = joint(tokens, chunk.last)
        if start != other.first:
            chunk.joint = ""
    first = chunks[0]
    if first.opening:
        stop = chunks[1].first if len(chunks) > 1 else len(tokens)
        first.followed = is_followed(tokens, first.last, stop, following)


def _take_role(
    chunk: Chunk, tokens: tuple[Token, ...], index: int, spans: dict[int, tuple[int, Place]], weight: int
) -> None:
    """A noun phrase in apposition from ``index`` on, if it is one."""
    count = len(tokens)
    start = index
    determined = False
    if tokens[index].text.lower() in {"a", "an", "the", "his", "her", "their", "its", "our", "my", "one"}:
        start = index + 1
        determined = True
    at = start
    span = spans.get(at)
    if determined and span is not None and span[1].gentilic and (span[0] >= count or tokens[span[0]].text in _CLOSERS):
        chunk.person += weight  # "Rudi Hartono, an Indonesian"
        return
    while at < min(count, start + 9):
        token = tokens[at]
        low = token.text.lower()
        if low in words.ROLES:
            nearer = at + 1 < count and tokens[at + 1].text.lower() in _NEARER
            if nearer:
                at += 1
                continue
            after = tokens[at + 1].text.lower() if at + 1 < count else "."
            if after in words.ORGANISATION_NOUNS:
                at += 1
                continue
            if not determined and at == start and after not in {"of", "for", "at", "to", ",", ".", "and", "in"}:
                return
            # A list ("X, a teacher and Y") ends otherwise than an apposition; either way X is a person here.
            chunk.person += weight
            chunk.role = chunk.role or _phrase(tokens, start, at + 1)
            return
        if low in words.ORGANISATION_NOUNS and determined:
            after = tokens[at + 1].text.lower() if at + 1 < count else "."
            if after not in words.ROLES and after != "'s":
                chunk.body += weight - 1
                chunk.nouns.add(low)
                return
        if low in words.THINGS and determined and (at + 1 >= count or tokens[at + 1].text.lower() not in words.ROLES):
            chunk.thing += weight - 1
            chunk.nouns.add(low)
            return
        if token.text == "'s":
            determined = True
            start = at + 1  # "Tessaline's chief executive": the owner is no part of the role
        elif (
            not token.text[0].isalnum()
            or low in words.FUNCTION
            or low in words.SPEECH
            or not (determined or low in MODIFIERS or token.text[0].isupper())
        ):
            return
        at += 1


def _phrase(tokens: tuple[Token, ...], start: int, stop: int) -> str:
    """The role from its determiner to its noun, with a complement ("ambassador to Russia")."""
    count = len(tokens)
    end = stop
    if end < count and tokens[end].text.lower() in {"of", "to", "for", "at"}:
        at = end + 1
        while at < min(count, end + 7) and (tokens[at].text[0].isalpha() or tokens[at].text == "'s"):
            if tokens[at].text.lower() in words.SPEECH or tokens[at].text.lower() in {
                "was",
                "is",
                "has",
                "had",
                "who",
                "and",
            }:
                break
            at += 1
        if at > end + 1:
            end = at
    return " ".join([token.text.lower() for token in tokens[start:end]]).replace(" 's", "'s")


def _before(tokens: tuple[Token, ...], stop: int, spans: dict[int, tuple[int, Place]]) -> str | None:
    """The role that ends before token ``stop``: "former South Korean ambassador"."""
    phrase, _ = _phrase_before(tokens, stop, spans)
    return phrase


def _phrase_before(
    tokens: tuple[Token, ...], stop: int, spans: dict[int, tuple[int, Place]]
) -> tuple[str | None, bool]:
    """The noun phrase that ends before ``stop``, and whether a determiner opens it."""
    at = stop
    ends = {
        last: first for first, (last, place) in spans.items() if place.gentilic or place.kind in {"country", "seat"}
    }
    taken: list[str] = []
    while at > 0 and len(taken) < 6:
        if at in ends:
            first = ends[at]
            taken[:0] = [token.text.lower() for token in tokens[first:at]]
            at = first
            continue
        low = tokens[at - 1].text.lower()
        if low in words.ROLES or low in MODIFIERS or (taken and low.endswith(("al", "ary")) and low.isalpha()):
            taken.insert(0, low)
            at -= 1
            continue
        break
    before = tokens[at - 1].text.lower() if at else ""
    if at and tokens[at - 1].text[0].isupper():
        return (" ".join(taken) or None), True  # "the Sulu governor, X"
    determined = before in {"the", "a", "an", "'s", "'", "his", "her", "their", "its", "our", "my"} or at == 0
    return (" ".join(taken) or None), determined


def _run(tokens: tuple[Token, ...], first: int, places: Mapping[int, Place]) -> int:
    """The end of the capitalised run that starts at ``first``."""
    count = len(tokens)
    last = first + 1
    headed = tokens[first].text.lower() in words.ORGANISATION_HEADS
    linked = False
    while last < count:
        token, before = tokens[last], tokens[last - 1]
        text = token.text
        if token.start - before.end > 1:
            break
        glued = token.start == before.end
        if _is_upper(text) or (text in _LOWER_SUFFIXES and last > first):
            if glued and before.text not in {".", "&", "/"}:
                break
            if text.lower() in words.ORGANISATION_HEADS:
                headed = True
            last += 1
            continue
        if last + 1 >= count:
            break
        following = tokens[last + 1]
        then_upper = following.text[0].isupper() and following.start - token.end <= 1
        low = text.lower()
        if text == "." and glued and then_upper and following.start > token.end:
            if (len(before.text) == 1 and before.text.isupper()) or before.text.lower() in _ABBREVIATIONS:
                last += 2
                continue
        elif low in words.PARTICLES and then_upper and last - first >= 1:
            last += 2
            continue
        elif low in words.PARTICLES and following.text.lower() in _SECOND_PARTICLES and last + 2 < count:
            if tokens[last + 2].text[0].isupper():
                last += 3
                continue
        elif text == '"' and then_upper and glued is False and _is_nickname(tokens, last):
            last += 4
            continue
        elif text == "&" and then_upper:
            headed = True
            last += 2
            continue
        elif text in {"'s", "'"} and glued and then_upper and before.text.lower() in _OWNERS:
            last += 2
            continue
        elif low in {"of", "for", "on", "and"} and not glued:
            beyond = last + 1
            if following.text.lower() == "the" and last + 2 < count:
                beyond, then_upper = last + 2, tokens[last + 2].text[0].isupper()
            titled = before.text.lower() in {"minister", "secretary", "president", "chief"} and low == "of"
            place = places.get(tokens[beyond].start)
            placed = place is not None and not titled and low == "of"
            if placed and place is not None and place.gentilic:
                # "Confederation of African Football"
                placed = not any(t.text[:1].isupper() for t in tokens[beyond + 1 : beyond + 3] if t.start >= place.end)
            allowed = (
                (low in {"of", "for"} and (headed or titled) and (not placed or before.text.lower() in _OF_PLACES))
                or (low == "on" and before.text.lower() in {"committee", "commission", "council", "panel"})
                or (low == "and" and linked and headed and is_common(tokens[beyond].text.lower()))
                or (low == "and" and _is_joint_body(tokens, first, last, beyond))
            )
            if then_upper and allowed:
                linked = True
                if tokens[beyond].text.lower() in words.ORGANISATION_HEADS:
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
    return close.text == '"' and word.end == close.start and after.start == close.end + 1 and _is_upper(after.text)


def _is_joint_body(tokens: tuple[Token, ...], first: int, joint: int, beyond: int) -> bool:
    """Whether "and" stands inside one body's name: "the Mines and Geosciences Bureau", "Transport and Allied Union"."""
    opened = tokens[first].text == "The" or (first > 0 and tokens[first - 1].text.lower() == "the")
    if not opened or tokens[joint - 1].text.isupper():
        return False
    if not all(is_common(token.text.lower()) or token.text.endswith("n") for token in tokens[first:joint]):
        return False
    if tokens[joint - 1].text.lower() in words.ORGANISATION_HEADS:
        return False
    last = beyond
    while last < len(tokens) and last - beyond < 5 and _is_upper(tokens[last].text):
        last += 1
    head = tokens[last - 1].text.lower()
    return last > beyond and head in words.ORGANISATION_HEADS and head not in words.WEAK_HEADS - {"union"}


def _is_body(low: list[str]) -> bool:
    """Whether the words are a name of a body by their head: the last word, or one before of, for, on."""
    if not low:
        return False
    if any(word in low for word in ("of", "for", "on")):
        joint = min(low.index(word) for word in ("of", "for", "on") if word in low)
        return joint > 0 and low[joint - 1] in words.ORGANISATION_HEADS
    if "&" in low or low[-2:] in (["red", "cross"], ["red", "crescent"]):
        return True
    if len(low) > 1 and fold(low[0]) in words.FRONT_HEADS and not is_common(low[-1]):
        return True
    if low[0] in {"daily", "sunday", "evening"} and len(low) == 2 and low[1] not in words.CALENDAR:
        return True
    last = low[-1].replace(".", "")
    return len(low) > 1 and (last in words.ORGANISATION_HEADS or last in words.COMPANY_SUFFIXES)


def _is_given_may(tokens: tuple[Token, ...], index: int) -> bool:
    return tokens[index].text.lower() == "may" and not (index > 0 and tokens[index - 1].text.isdigit())


def _is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _is_upper(text: str) -> bool:
    """Whether a word is written as names are: a capital, after an Arabic or French article too ("al-Mabrouk")."""
    if text[0].isupper():
        return True
    if len(text) < 5:
        return False
    return (text[2] == "-" and text[3].isupper() and text[:2] in _ARTICLES) or (text[1] == "'" and text[2].isupper())


def _is_age(text: str) -> bool:
    return text.isdecimal() and len(text) <= 3 and 0 < int(text) < 115
