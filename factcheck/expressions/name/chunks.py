"""Capitalised sequences: the words that may be names, with what stands before and after them.

A chunk is a run of capitalised words with the joints that names have (initials, particles, "of" within names of
bodies). Which of its words are title, which name, and what surrounds it is read here; what it names is settled
over the whole article (:mod:`~factcheck.expressions.name.referents`).
"""

from __future__ import annotations

from factcheck.document.model import BlockKind, Document
from factcheck.expressions.model import Place
from factcheck.expressions.name import words
from factcheck.expressions.name.chunk_model import CAPITAL, LONG, OTHER, PREFIXED, SHOUTED, Chunk, case
from factcheck.expressions.name.chunk_roles import look_on, nation, phrase_before, role_before, take_role
from factcheck.expressions.name.chunk_runs import is_acronym, is_age, is_given_may, names_a_body, run
from factcheck.expressions.name.chunk_words import MODIFIERS, OFFICES, TITLING
from factcheck.expressions.name.deeds import (
    deed,
    hails_from,
    is_done_to,
    is_modifier,
    is_of_several,
    is_where,
)
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import given_sex, is_common
from factcheck.text.model import Sentence, Text
from factcheck.text.word_table import WordTable

_OPENERS = frozenset("\"'([:-*>•|")
_QUOTES = frozenset("\"'")
# "the Yoon Suk-yeol administration": the article belongs to the noun after the name.
_OWNED = frozenset(
    """administration government regime campaign family presidency cabinet camp era case trial affair estate
    trilogy film films novel novels painting paintings legacy household brothers sisters couple team""".split()
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
_CALENDAR = words.CALENDAR | {"."}
_NOUNS = words.THINGS | words.ORGANISATION_NOUNS
_cases = WordTable(case)


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
                look_on(sentence.tokens, chunks, following)
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
        begins = [at for at, case in enumerate(cases) if case is not LONG and case is not OTHER]
        if not begins:
            return []
        for position in begins:
            place = places.get(tokens[position].start)
            if place is not None and cases[position] is not PREFIXED:
                last = position
                while last < count and tokens[last].start < place.end:
                    last += 1
                spans[position] = (last, place)
        shouted = cases.count(SHOUTED)
        upper = shouted + cases.count(CAPITAL)
        long = cases.count(LONG) + cases.count(PREFIXED)
        loud = shouted >= 3 and shouted * 2 > upper + long
        ended = sentence.kind is not BlockKind.HEADING and tokens[-1].text in {".", "!", '"', ")"}
        titled = upper >= 4 and upper >= 3 * long and count < 25 and not ended
        last = 0
        for index in begins:
            if index < last:
                continue
            last = run(tokens, index, places)
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
        low = [token.low for token in tokens[first:last]]
        if opening:
            # "The Royal Society", "In Ghent": function words are capitals only by their position.
            while first < last and low[first - start] in words.FUNCTION and not is_acronym(tokens[first].text):
                if first + 1 < last and tokens[first + 1].text == ".":
                    break  # "A. P. Rao"
                first += 1
            if first == last:
                return None
        stop = last
        while last > first and low[last - 1 - start] in words.POST_NOMINALS and last - first > 1:
            last -= 1
        if _CALENDAR.issuperset(low[first - start : last - start]):
            return None
        # "May" begins a name, but not in "21 May Stoeva".
        while low[first - start] in words.CALENDAR and last - first > 1 and not is_given_may(tokens, first):
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
        the = first > 0 and tokens[first - 1].low == "the"
        head = low[last - 1 - start]
        is_body = names_a_body(low[first - start : last - start])
        honorific, role, core = None, None, first
        if not is_body or low[first - start] in words.HONORIFICS:
            core, honorific, role = self._titles(sentence, first, last, spans)
        if core == last:
            return None  # an office without a name
        if core > first and low[-1] in _FACILITIES:
            return None  # "Prince Sultan Air Base", "Imam Khomeini Airport"
        if core > first and honorific and first and tokens[first - 1].low in _BEFORE_THINGS:
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
                governor = tokens[core - 1].low if core else ""
                if governor in {"to", "of", "for", "in"} and core > 1 and tokens[core - 2].low in words.ROLES:
                    role = role_before(tokens, core - 1, spans)
                    role = f"{role} {governor} {place.text}".lower() if role else None
                    core = beyond
                elif low[-2:] in (["red", "cross"], ["red", "crescent"]) and last - beyond == 2:
                    is_body = True
                elif place.gentilic or place.kind == "country":
                    if last - beyond < 2:
                        return None  # "Korean War", "US Open"
                    core = beyond
                elif given_sex(fold(place.text)) is None:
                    tail = tokens[last - 1].low
                    if last - beyond == 1 and tail.endswith("s") and is_common(tail):
                        team = True  # "Atlanta Hawks"
                    elif last - beyond == 1:
                        return None
                    else:
                        core = beyond
        elif "-" in tokens[core].text and tokens[core].start in self.places:
            return None
        own = tuple([token for token in tokens[core:last] if token.text != "."])
        parts = tuple([token.text for token in own])
        quoted = '"' in parts
        if quoted:
            at = parts.index('"')
            own, parts = own[:at] + own[at + 3 :], parts[:at] + parts[at + 3 :]
        if not parts:
            return None
        shown = " ".join(parts) if quoted else self.prose[tokens[core].start : tokens[last - 1].end]
        if len("".join(parts)) == len(parts) or low[-1] in _STREETS:
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
        if the and last < len(tokens) and tokens[last].low in _OWNED:
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
            low = tokens[index].low
            if low not in words.TITLES and low not in words.HONORIFICS:
                continue
            before = tokens[index - 1].low if index > first else ""
            placed = any(start < index <= stop for start, (stop, _) in spans.items())
            if not placed and before not in TITLING and given_sex(before):
                break  # "Martin King Jones": after a given name it is a surname
            seen = index
            if low in words.HONORIFICS:
                honorific = low
        low_words = [token.low for token in tokens[first:last]]
        if seen < 0:
            alone = (
                len(low_words) > 1
                and low_words[-1] in words.TITLES
                and all(word in OFFICES or word == "." for word in low_words)
            )
            return (last if alone else first), None, None
        core = seen + 1
        if tokens[core].text == ".":
            core += 1
        if core < last and tokens[core].low in {"of", "for"}:
            # "Secretary of State Antony Blinken", "Prime Minister of Japan Shinzo Abe"
            core += 1
            while core < last and (tokens[core].low in words.TITLE_MODIFIERS or core in spans):
                core = spans[core][0] if core in spans else core + 1
        while core < last and tokens[core].low in _AFTER_TITLES:
            core += 1
        core = min(core, last)
        if core < last and all(word in _OFFICE for word in low_words[core - first :]):
            core = last  # "Chief Operating Officer"
        titles = [
            token.low
            for token in tokens[first:core]
            if token.text != "." and (token.low not in words.HONORIFICS or token.low == "lady")
        ]
        return core, honorific, " ".join(titles) or None

    def _surroundings(self, sentence: Sentence, chunk: Chunk, last: int, spans: dict[int, tuple[int, Place]]) -> None:
        tokens = sentence.tokens
        first = chunk.first
        count = len(tokens)
        before = tokens[first - 1].low if first else ""
        after = tokens[last].low if last < count else ""
        beyond = tokens[last + 1].low if last + 1 < count else ""
        if chunk.honorific or (chunk.role and not words.TITLES.isdisjoint(chunk.role.split())):
            chunk.person += 3
        # "leader Kim Jong-un", "the ferry Reina Estrella", "the union Allied Technicians"
        if chunk.role is None and before[:1].isalpha():
            if before in words.ROLES:
                if before in _EITHER:
                    chunk.person += 1
                else:
                    chunk.role = role_before(tokens, first, spans)
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
            extra = role_before(tokens, first - len(chunk.role.split()), spans)
            if extra and extra.split()[-1] in MODIFIERS:
                chunk.role = f"{extra} {chunk.role}"
        # "The referee will be Bongani Zulu"
        if before in {"is", "was", "be"} and first > 1 and chunk.role is None:
            at = first - 2 if before != "be" else first - 3
            if at > 0 and tokens[at].low in words.ROLES and tokens[at].low not in _EITHER:
                phrase, determined = phrase_before(tokens, at + 1, spans)
                if determined:
                    chunk.role = phrase
                    chunk.person += 2
        # "the museum's director, Lieve Verstraete"
        if before == "," and first > 2 and tokens[first - 2].low in words.ROLES:
            if after in {",", ".", "", "who", ")", ";", '"'} or after in words.SPEECH:
                phrase, determined = phrase_before(tokens, first - 1, spans)
                if determined and tokens[first - 2].low in _EITHER:
                    # "the owner, Lantern Earth": a person or a body
                    chunk.person += 1
                    chunk.body += 2 if all(is_common(part.lower()) for part in chunk.parts) else 1
                elif determined:
                    chunk.role = chunk.role or phrase
                    chunk.person += 3
        elif is_of_several(tokens, first) and chunk.key.replace(" ", "").isalpha() and not is_common(chunk.key):
            chunk.person += 2  # "two nurses, X and Y"
        elif before == "," and first > 2 and tokens[first - 2].low in _NOUNS:
            noun = tokens[first - 2].low
            if after in {",", "."} and tokens[first - 3].low in {
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
            told = first > 1 and tokens[first - 2].low in {"told", "telling"}
            chunk.body += 2 if told else 1
        if after == "'s" and beyond in _PERSONAL_GOODS:
            chunk.person += 2
        if after in words.ORGANISATION_NOUNS and chunk.the and len(chunk.parts) > 1:
            chunk.body += 1
        if after == "'s" and beyond in words.COMPANY_GOODS:
            chunk.body += 1
        if after in {"shares", "stock", "shareholders"}:
            chunk.body += 2
        if before in {"in", "at"} and first > 1 and tokens[first - 2].low in {"shares", "stake", "stock"}:
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
            chunk.nation = nation(tokens, chunk, last, spans)

    def _apposition(self, sentence: Sentence, chunk: Chunk, index: int, spans: dict[int, tuple[int, Place]]) -> None:
        """Read ", 52, the founder and chief executive", ", who once was ambassador to X"."""
        tokens, count = sentence.tokens, len(sentence.tokens)
        if index >= count:
            return
        mark = tokens[index].text
        if mark == "(" and index + 2 < count and tokens[index + 2].text == ")" and is_age(tokens[index + 1].text):
            chunk.person += 2
            return
        following = tokens[index + 1].low if index + 1 < count else ""
        if mark == "," and len(chunk.parts) > 1 and following in {"which", "based", "headquartered"}:
            chunk.body += 2
            return
        if mark != "," or index + 1 >= count:
            if mark.lower() == "who":
                chunk.person += 1
            return
        index += 1
        if tokens[index].low in {"now", "then", "aged"} and index + 1 < count:
            index += 1
        if is_age(tokens[index].text) and (index + 1 >= count or tokens[index + 1].text in {",", ".", ";", "-", ")"}):
            chunk.person += 3
            if index + 2 < count and tokens[index + 1].text == ",":
                index += 2
            else:
                return
        low = tokens[index].low
        if low in {"who", "whose"}:
            chunk.person += 2 if len(chunk.parts) > 1 else 1
            for at in range(index + 1, min(index + 5, count - 1)):
                if tokens[at].low in {"as", "is", "was"}:
                    take_role(chunk, tokens, at + 1, spans, 1)
                    return
            return
        take_role(chunk, tokens, index, spans, 3)
