"""Who says what stands in quotation marks, by the grammar around it.

Behind the quotation, set off by its own comma, stands a verb with its subject ("sighed Lund", "the coach had said");
before it the subject of its clause ("Lund was blunt:", "Lund closed with the words"); a noun of speech has its
speaker beside it ("the remark of Lund", "Lund's line"). A quotation that stands alone goes on with the speaker of the
one before it. Which verb it is hardly matters.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from factcheck.assertions.attribution import SPEECH
from factcheck.assertions.model import Article
from factcheck.assertions.rank_claims import within
from factcheck.assertions.verbs import BE, is_verb
from factcheck.expressions.model import Mention, NameType
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Quotation, Sentence, Token

# Words of another's, told on: whose they are is open.
_RELAYED = regex(
    r"(?<!has )(?<!have )(?<!been )(?<!much-)(?<!oft-)\b(?:quot(?:ed|es|ing)(?!\b[^\"]{0,30}\bas saying)"
    r"|repeat(?:ed|ing|s)|echo(?:ed|ing|es)|recall(?:ed|ing|s)"
    r"|read(?:ing|s)?|recit(?:ed|es|ing)|heard|hears?|chant\w*|sang|sung|sings?|slogan|motto|banner|placards?|proverb"
    r"|saying goes|old saying|poem|song|lyrics?|cit(?:ed|ing)|wording|joint\w*|took up|reject\w*|borrow\w*|denied"
    r"|mock\w*|imitat\w*|attribut\w*|credit(?:ed|s|ing)|in reply to|repl(?:y|ied|ies|ying) to|translat\w*)\b"
)
_AUXILIARIES = BE - {"'s", "'re"} | {"had", "has"}
_OWN_CLAUSE = regex(r"[.;]|, (?:and|but|which|words that|a (?:line|phrase|remark) that)\b")
_SPEECH = SPEECH | frozenset(
    """adds explains explained writes wrote asks asked insists insisted argues argued jokes joked tells put puts posted
    posts tweeted declares declared replies replied admits admitted remarked remarks says""".split()
)
# Told to somebody in the passive, and words that are not the subject's.
_RECEIVED = frozenset("told asked warned informed advised reminded given".split())
_PREPOSITIONS = frozenset(
    """of for to with by from at in on about against into near after before beside alongside behind than like under over
    between among via through versus despite without toward towards on""".split()
)
_BREAKS = frozenset(
    "when while who whom whose which where because although though if as after before during until".split()
)
_NOUNS = (
    r"(?:remark|words?|line|phrase|comment|quip|verdict|message|joke|advice|warning|reply|answer|summary|retort|slip)"
)
_PERSON = r"[A-Z][\w'-]+(?: (?:(?:de|del|da|van|von|der|den|bin|al|el|la) )?[A-Z][\w'-]+){1,3}"
_CAPITALS = regex(rf"(?<![\w-]){_PERSON}(?!\w)")
_NOT_PERSONS = regex(
    r"\b(?:Radio|Channel|Council|University|Street|Bank|Ministry|Party|Union|Court|Police|Times|News|Park|Road|Committee"
    r"|Commission|Association|Agency|Group|Limited|Airlines|Club|City|County|United|School|College|Hospital|January"
    r"|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday"
    r"|Friday|Saturday|Sunday)\b"
)
_OF_SPEECH = regex(rf"\b(?:the|in the|that|this) (?:[a-z-]+ )?{_NOUNS} (?:of|from|by) (?P<who>[^:;\"]+?)[:,]? *$")
_OWN_SPEECH = regex(rf"'s? (?:[a-z-]+ ){{0,2}}{_NOUNS}\b[^:;\"]{{0,40}}?[:,]? *$")
_AS_PUT = regex(r"\b[Aa]s (?P<who>[^:;\"]{3,60}?) (?:once |later |then )?(?:put|puts|has put|had put|said|says|told)\b")
_ENDS_WITH_NOUN = regex(
    rf"\b(?:with|in|by|made|gave|delivered|said|had|sent) (?:the|these|a|an|his|her|one) (?:[a-z-]+ )?{_NOUNS},?:? ?$"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a person by name, or by ``role`` alone where ``name`` is None. ``start``..``end`` is the mention."""

    name: str | None
    role: str
    start: int
    end: int


def speaker_of(article: Article, index: int, *, deep: bool = True) -> Speaker | None:
    """The one speaker of ``article.text.quotations[index]``, None where the text leaves that open.

    With ``deep`` a quotation with nothing around it has the speaker of the one before it.
    """
    span = article.text.quotations[index]
    sentences = article.text.sentences
    first = max(0, bisect_right(sentences, span.start, key=lambda s: s.start) - 1)
    last = max(first, bisect_left(sentences, span.end, key=lambda s: s.start) - 1)
    if not sentences or last - first > 8:
        return None
    opening, closing = sentences[first], sentences[last]
    quotations = article.text.quotations
    floor = max(opening.start, quotations[index - 1].end if index else 0)
    ceiling = min(closing.end, quotations[index + 1].start if index + 1 < len(quotations) else closing.end)
    prose = article.document.prose
    head, tail = prose[floor : span.start], prose[span.end : max(span.end, ceiling)]
    # What a clause of its own says of the words ("and it has become a motto") is later.
    if _RELAYED.search(head) or _RELAYED.search(_OWN_CLAUSE.split(tail, maxsplit=1)[0]):
        return None
    found = _after(article, closing, span, ceiling)
    if found is None and re.search(r"\w", head):
        found = _before(article, opening, floor, span.start)
    if found is None and deep and not re.search(r"\w", head + tail):
        found = _going_on(article, index, first)
    return found


# --- behind the quotation -----------------------------------------------------------------------------------


def _after(article: Article, sentence: Sentence, span: Quotation, ceiling: int) -> Speaker | None:
    """ "...," sighed Lund, an engineer; "...", the fire chief, Ida Lund, had said; "..." - Ida Lund."""
    prose = article.document.prose
    tokens = [t for t in sentence.tokens if span.end <= t.start < ceiling]
    set_off = prose[span.end - 2 : span.end - 1] in ",?!-"
    while tokens and tokens[0].text in {",", "-", "–", "—"}:
        set_off = True
        tokens = tokens[1:]
    if not set_off or not tokens:
        return None
    if [t.text.lower() for t in tokens[:2]] == ["according", "to"]:
        return _subject(article, tokens[2:], inverted=True)
    if tokens[0].text.islower() and _verbal(tokens, 0):
        return _subject(article, tokens[1:], inverted=True)
    verb = next((i for i in range(1, len(tokens)) if _verbal(tokens, i)), None)
    if verb is None:
        return _subject(article, tokens, inverted=True) if prose[span.end : tokens[0].start].strip(" ,") else None
    if tokens[verb].text in _RECEIVED and any(t.text in BE for t in tokens[max(0, verb - 3) : verb]):
        return None
    return _subject(article, tokens[:verb], inverted=False)


def _verbal(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].text in _SPEECH or is_verb(tokens, index)


# --- before the quotation -----------------------------------------------------------------------------------


def _before(article: Article, sentence: Sentence, floor: int, end: int) -> Speaker | None:
    """Lund was blunt: "..."; Lund closed with the phrase "..."; in the words of Lund, "..."."""
    prose = article.document.prose
    head = prose[floor:end]
    tokens = [t for t in sentence.tokens if floor <= t.start < end]
    put = next(reversed(list(_AS_PUT.finditer(head))), None)
    of = _OF_SPEECH.search(head) if put is None else None
    named = put or of
    if named is not None:
        start, stop = floor + named.start("who"), floor + named.end("who")
        return _subject(article, [t for t in tokens if start <= t.start < stop], inverted=True)
    own = _OWN_SPEECH.search(head)
    if own is not None:
        return _owner(article, floor + own.start())
    marked = bool(tokens) and tokens[-1].text in {",", ":"}
    colon = bool(tokens) and tokens[-1].text == ":"
    while tokens and (tokens[-1].text in {",", ":"} or tokens[-1].text.lower() in {"that", "as"}):
        tokens = tokens[:-1]
    # What is said is said by the subject of the innermost clause.
    for place in range(len(tokens) - 1, 0, -1):
        if tokens[place].text == ";" or (tokens[place].text == "that" and _verbal(tokens, place - 1)):
            tokens = tokens[place + 1 :]
            break
    if not tokens:
        return None
    verbs = [i for i in range(len(tokens)) if _verbal(tokens, i) or tokens[i].text in _AUXILIARIES]
    if not verbs:
        return _subject(article, tokens, inverted=True) if colon else None
    spoken = [i for i in verbs if tokens[i].text in _SPEECH]
    direct = (
        all(t.text.islower() and t.text.isalpha() for t in tokens[verbs[-1] + 1 :]) and len(tokens) - verbs[-1] <= 2
    )
    verb = spoken[-1] if spoken else verbs[0]
    if tokens[verb].text in _RECEIVED and any(t.text in BE for t in tokens[max(0, verb - 3) : verb]):
        return None
    if not (spoken or (direct and not marked) or _ENDS_WITH_NOUN.search(head) or (colon and len(tokens) - verb <= 8)):
        return None
    if verb == 0:
        return _subject(article, tokens[1:], inverted=True)
    return _subject(article, tokens[:verb], inverted=False)


def _owner(article: Article, end: int) -> Speaker | None:
    """The person whose name ends at ``end``, before a possessive."""
    for name in within(article.expressions.names, end - 60, end):
        if name.type is NameType.PERSON and end <= name.end <= end + 2:
            return Speaker(name.canonical, name.role or "", name.start, name.end)
    return None


def _going_on(article: Article, index: int, first: int) -> Speaker | None:
    """The speaker of the quotation before, where only its attribution parts the two, in one paragraph."""
    if index == 0 or first == 0:
        return None
    before = article.text.quotations[index - 1]
    sentences = article.text.sentences
    here, there = sentences[first], sentences[first - 1]
    if here.block != there.block:
        return None
    prose = article.document.prose
    if there.start <= before.start or prose[before.end : here.start].count(". ") <= 1:
        if before.end > there.start and before.start < there.end:
            return speaker_of(article, index - 1, deep=False)
        if prose[there.start : there.end].rstrip().endswith(":"):
            return _before(article, there, there.start, there.end)
    return None


# --- the subject --------------------------------------------------------------------------------------------


def _subject(article: Article, tokens: Sequence[Token], *, inverted: bool) -> Speaker | None:
    """The one person that a subject names, or its role; with ``inverted`` what follows it has to be cut off."""
    if not tokens:
        return None
    if inverted:
        stop = next((i for i, t in enumerate(tokens) if t.text.lower() in _BREAKS or t.text in {".", ";", ":"}), None)
        tokens = tokens[:stop]
    if not tokens:
        return None
    people = _people(article, tokens)
    if inverted:
        people = people[:1] if not _joined(tokens, people) else []
    if len({person.name for person in people}) == 1:
        return people[0]
    if people or any(t.text == "and" for t in tokens[:6]):
        return None
    if any(t.text.lower() in {"he", "she"} for t in tokens):
        return _antecedent(article, tokens[0].start)
    return _role(tokens)


def _antecedent(article: Article, at: int) -> Speaker | None:
    """The one person whom the three sentences before name, in the same paragraph."""
    sentences = article.text.sentences
    here = bisect_right(sentences, at, key=lambda s: s.start) - 1
    found: list[Speaker] = []
    for sentence in sentences[max(0, here - 3) : max(0, here)]:
        if sentence.block == sentences[here].block:
            names = within(article.expressions.names, sentence.start, sentence.end)
            found += [
                Speaker(name.canonical, name.role or "", name.start, name.end)
                for name in names
                if name.type is NameType.PERSON
            ]
    return found[-1] if len({person.name for person in found}) == 1 else None


def _joined(tokens: Sequence[Token], people: Sequence[Speaker]) -> bool:
    """Whether the first two persons speak together."""
    if len(people) < 2:
        return False
    return any(t.text == "and" for t in tokens if people[0].end <= t.start < people[1].start) and not any(
        t.text in {",", "("} for t in tokens if people[0].end <= t.start < people[1].start
    )


def _people(article: Article, tokens: Sequence[Token]) -> list[Speaker]:
    """Persons named in a stretch who are no possessors and hang on no preposition."""
    start, end = tokens[0].start, tokens[-1].end
    prose = article.document.prose
    names = within(article.expressions.names, start, end)
    found = [
        Speaker(name.canonical, name.role or "", name.start, name.end)
        for name in names
        if name.type is NameType.PERSON and name.mention is not Mention.ROLE
    ]
    for match in _CAPITALS.finditer(prose, start, end):
        known = any(name.start < match.end() and match.start() < name.end for name in names)
        placed = any(
            p.start < match.end() and match.start() < p.end for p in within(article.expressions.places, start, end)
        )
        if not known and not placed and not _NOT_PERSONS.search(match.group()):
            found.append(Speaker(match.group().removesuffix("'s"), "", match.start(), match.end()))
    roles = [
        Speaker(name.canonical, name.role or "", name.start, name.end)
        for name in names
        if name.type is NameType.PERSON and name.mention is Mention.ROLE
    ]
    found = [person for person in found if _is_free(tokens, person, prose)]
    return sorted(found or [r for r in roles if _is_free(tokens, r, prose)], key=lambda person: person.start)


def _is_free(tokens: Sequence[Token], person: Speaker, prose: str) -> bool:
    if prose[person.end : person.end + 2] == "'s" or prose[person.end - 2 : person.end] == "'s":
        return False
    since = 0
    before = [t for t in tokens if t.start < person.start]
    for place, token in enumerate(before):
        if token.text == ",":
            since = place + 1
    return not any(token.text.lower() in _PREPOSITIONS for token in before[since:])


def _role(tokens: Sequence[Token]) -> Speaker | None:
    """The noun of a subject without a name: "the fire chief" gives "chief"; the words before it go with it."""
    if tokens[0].text.lower() not in {"the", "a", "an", "his", "her", "their", "its"}:
        return None
    kept: list[Token] = []
    for token in tokens[1:]:
        if token.text.lower() in _PREPOSITIONS or not token.text.replace("-", "").replace("'", "").isalpha():
            break
        kept.append(token)
    while kept and kept[-1].text.lower() in {"had", "has", "later", "also", "then", "have", "would", "who"}:
        kept.pop()
    if not kept:
        return None
    return Speaker(None, " ".join(t.text.lower() for t in kept), kept[0].start, kept[-1].end)
