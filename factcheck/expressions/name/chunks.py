"""Capitalised sequences: the words that may be names, with what stands before and after them.

A chunk is a run of capitalised words with the joints that names have (initials, particles, "of" within names of
bodies). Which runs are chunks, and which of their words the name, is told here. Titles and surroundings have their own
modules (:mod:`~factcheck.expressions.name.chunk_titles`, :mod:`~factcheck.expressions.name.chunk_surroundings`). What a
chunk names is settled over the whole article (:mod:`~factcheck.expressions.name.referents`).
"""

from __future__ import annotations

from factcheck.document.model import BlockKind, Document
from factcheck.expressions.model import Place
from factcheck.expressions.name import words
from factcheck.expressions.name.chunk_model import CAPITAL, LONG, OTHER, PREFIXED, SHOUTED, Chunk, case
from factcheck.expressions.name.chunk_roles import look_on, role_before
from factcheck.expressions.name.chunk_runs import is_acronym, is_given_may, names_a_body, run
from factcheck.expressions.name.chunk_surroundings import read_surroundings
from factcheck.expressions.name.chunk_titles import take_titles
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
_BEFORE_THINGS = words.THINGS | {"the"}
_CALENDAR = words.CALENDAR | {"."}
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
            core, honorific, role = take_titles(sentence, first, last, spans)
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
        read_surroundings(sentence, chunk, stop, spans)
        return chunk
