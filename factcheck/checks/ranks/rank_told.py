"""Claims of rank by small forms, wherever they stand: what is counted, within which time, by which measure.

"won there for the first time since 2009", "its first since 2001", "the largest seizure made in the port", "have never
lost a cup tie", "her seventh national title". Unlike ``assertions/rank_claims.py`` this does not read the whole phrase:
``first_claim_weighed`` makes up for that by asking for more evidence. A helper of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.assertions.rank_claims import known_point, within
from factcheck.assertions.rank_words import PREPOSITIONS
from factcheck.assertions.rank_words import family as synonyms
from factcheck.assertions.verbs import LIGHT, is_verb
from factcheck.assertions.words import stem
from factcheck.checks.sentence_words import words_in
from factcheck.checks.word_families import content, family
from factcheck.expressions.model import TimexType
from factcheck.pattern_words import may_find
from factcheck.patterns import regex
from factcheck.records import dataclass, replace
from factcheck.temporal.interval import DAY, instant
from factcheck.text.model import Sentence, Token
from factcheck.text.word_table import WordTable

_YEAR = 365.25 * DAY
_MOST = 80
_ORDINAL_WORDS = """second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split()
ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS, start=2)} | {"first": 1}
DOWN = frozenset(
    """fewest youngest lowest smallest shortest cheapest lightest earliest narrowest slowest thinnest shallowest
    coldest""".split()
)
DEAD = frozenset("deadliest bloodiest worst".split())
_FIRST_TIME = regex(r"\b(?:for the|the|for only the) first time\b")
_SOME_FIRST = regex(
    r"\b(?:(?P<det>the|its|his|her|their|'s) )?(?:very )?(?:first(?:-ever)?|only|maiden)(?: such)?"
    r" (?!time\b|(?:half|quarter|round|day|floor|of|aid|lady|minister|name)\b)"
)
_TO_DO = regex(r"(?: of [a-z]+| in [\w-]+| from [\w-]+)? to (?!the\b|a\b)(?:be |have )?(?P<verb>[a-z]+)")
_NEVER = regex(r"\b(?:have|has|had) never (?:yet |before )?(?P<verb>[a-z]+)")
_NOT_SINCE = regex(
    r"\b(?:(?:has|have|had)(?: not|n't)|not) (?:yet |again |once )?(?P<verb>[a-z]{3,}(?:ed|en|n|t)|won|met|held|hung)\b"
    r"(?=[^.;]{0,60}\b(?:since|in|for)\b)"
)
_FRONTED = regex(
    r"(?:Not since [^,;]{4,40}? (?:has|have|had|did)|Never (?:before|in (?:its|the|his|her|their)[^,;]{0,40}?)"
    r" (?:has|have|had|did)|No (?:[a-z-]+ ){1,4}?(?:has|have|had) (?:ever|before|previously)"
    r"|(?:Nobody|No one|None|No other [a-z]+) (?:has|have|had)(?: ever)?)\b"
)
_LAST = regex(
    r"\b(?:(?:it|he|she|they|which|who|[A-Z][a-z]+|when [^,;.]{2,40}?) last"
    r" (?P<verb>[a-z]{3,}(?:ed|t|n)|won|met|held|fell|hung)"
    r"|the last (?P<noun>(?:[a-z-]+ ){0,2}[a-z]+)"
    r"(?= (?:was|came|took place|happened|occurred|of the kind|on record|there)\b))"
)
_HISTORY = regex(
    r"\b(?:ever|on record|in (?:the|its|his|her|their)(?: [\w-]+){0,4} history|since records"
    r"|in (?:its|his|her|their|(?:the )?[\w-]+(?: [\w-]+){0,2}'s) [\w-]+ years|never before|of all time)\b"
)
_SPANS = regex(
    r"\b(?:in|for) (?:(?:more than|over|nearly|almost|about|at least|well over|the best part of) )?"
    r"(?P<number>a|half a|two|three|four|five|six|seven|\d+|living)? ?"
    r"(?P<unit>decades?|centur(?:y|ies)|generations?|memory)\b"
)
_NUMBERS = {"a": 1.0, "half a": 0.5, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "living": 1}
_UNITS = {"d": 10, "c": 100, "g": 22, "m": 50}
# A time that is not understood makes it no claim about all time.
_NARROWED = regex(r"\b(?:since|this|under|so far|of the (?:year|season|month|week|day|tour|tournament|campaign))\b")
_SUPERLATIVE = regex(
    r"\b(?:the|its|his|her|their|'s|s') (?P<word>(?!latest|nearest|best|finest|closest|forest|west|rest|harvest"
    r"|greatest|interest|protest|arrest|contest|honest|modest|request|conquest|fiercest|toughest|warmest|guest|quest|test)"
    r"[a-z]{2,}est"
    r"|worst|record|most|fewest)(?:-ever|-[a-z]+ing)? (?!of\b|part\b|share\b)"
)
_RECORD = regex(r"\b(?P<word>record) (?=\d|[$£€])|\ball-time (?P<high>high|low)\b")
_NTH_TIME = regex(rf"\bfor (?:only )?(?:the|a) (?P<nth>{'|'.join(_ORDINAL_WORDS)}|\d{{1,2}}(?:st|nd|rd|th)) time\b")
_NTH = regex(
    rf"\b(?:(?P<det>the|his|her|its|their|a|'s) )?"
    rf"(?P<nth>{'|'.join(_ORDINAL_WORDS)}|first|\d{{1,2}}(?:st|nd|rd|th))\b(?!-)"
)
# The claim is not made: "not the first", "one of the first", "could be the first", "the first since" in a question.
_OPEN = regex(r"\b(?:not|n't|among|one of|could|would|may|might|if|whether|perhaps|possibly|unless|hop\w+|almost)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """One claim. ``kind`` is "first", "most" or "nth"; ``heads`` the families of which an instance has one.

    ``start``..``end`` spans the claim's words, ``region`` what says of whom and where it holds; ``since`` the instant
    before which instances do not count, None where it holds for ever; ``loose`` that this goes without saying; ``word``
    the superlative; ``number`` the rank; ``words`` those of the
    names in and beside the sentence, ``modifiers`` those of what narrows the counted noun or the verb.
    """

    sentence: Sentence
    kind: str
    heads: frozenset[str]
    start: int
    end: int
    region: tuple[int, int]
    since: int | None = None
    word: str = ""
    number: int = 1
    verb: int | None = None
    words: frozenset[str] = frozenset()
    loose: bool = False
    modifiers: frozenset[str] = frozenset()

    @property
    def types(self) -> frozenset[str]:
        """The event types among the heads."""
        return frozenset(word for word in self.heads if word.startswith("!"))


_AFTER_NOUN = frozenset("to since ever that and who which is was has had have the a this there here".split())


# One of these words stands in whatever the forms of each kind take.
_FIRST_WORDS = frozenset("first only maiden never not t no nobody none last".split())
_MOST_WORDS = frozenset("record all worst most".split())
_NTH_WORDS = frozenset({*ORDINALS, "st", "nd", "rd", "th"})
_RANK_WORDS = _FIRST_WORDS | _NTH_WORDS


def ranks_told(article: Article) -> Iterator[Told]:
    """The claims of an article, in text order; the first eighty."""
    found = 0
    sentences, prose, told = article.text.sentences, article.document.prose, words_in(article)
    for place, sentence in enumerate(sentences):
        text = prose[sentence.start : sentence.end]
        words = told[sentence.start]
        most = not words.isdisjoint(_MOST_WORDS) or "est " in text or "est-" in text
        if not most and words.isdisjoint(_RANK_WORDS):
            continue
        if article.document.blocks[sentence.block].repeats is not None or text.rstrip().endswith("?"):
            continue
        near = [token for one in sentences[max(0, place - 1) : place + 2] for token in one.tokens]
        for claim in (
            *(() if words.isdisjoint(_FIRST_WORDS) else _firsts(article, sentence, text, words)),
            *(_mosts(article, sentence, text) if most else ()),
            *(() if words.isdisjoint(_NTH_WORDS) else _nths(sentence, text, words)),
        ):
            found += 1
            if found > _MOST:
                return
            heads = claim.heads | _types(article, claim)
            if heads:
                named = frozenset(
                    family(word) for word, proper, token in content(near) if proper or token.text[0].isupper()
                )
                yield replace(claim, heads=heads, words=named, modifiers=_modifiers(sentence, claim))


def _modifiers(sentence: Sentence, claim: Told) -> frozenset[str]:
    """What stands between the rank and the noun, or is what the verb is done to: "paying passengers"."""
    if claim.verb is None:
        inside = [t for t in sentence.tokens if claim.start <= t.start and t.end <= claim.end][:-1]
        kept = {word for word, _, _ in content(inside)} - {claim.word, "first", "only", "maiden", "first-ev", "ev"}
        return frozenset(kept - claim.heads)
    after = [t for t in sentence.tokens if claim.verb < t.start < claim.region[1]][:4]
    cut = next((i for i, t in enumerate(after) if t.text.lower() in PREPOSITIONS), len(after))
    return frozenset(word for word, proper, _ in content(after[:cut]) if not proper)


def _types(article: Article, claim: Told) -> frozenset[str]:
    """The event types that the lexicon gives the words of the head, marked."""
    return frozenset(
        f"!{assertion.event}"
        for assertion in article.assertions
        if assertion.sentence.start == claim.sentence.start
        and (
            assertion.trigger_start == claim.verb
            or claim.start <= assertion.trigger_start < claim.end
            or (
                claim.kind == "first"
                and not claim.heads
                and claim.region[0] <= assertion.trigger_start < claim.region[1]
            )
            or families_of([t for t in claim.sentence.tokens if t.start == assertion.trigger_start]) & claim.heads
        )
    )


def _firsts(article: Article, sentence: Sentence, text: str, words: frozenset[str]) -> Iterator[Told]:
    for match in _FIRST_TIME.finditer(text) if may_find(_FIRST_TIME, words) else ():
        if _OPEN.search(text[max(0, match.start() - 25) : match.start()]):
            continue
        since, scoped = _window(article, sentence, text, match.end())
        before = match.group().startswith("for")
        region = (
            (sentence.start, sentence.start + match.start()) if before else (sentence.start + match.end(), sentence.end)
        )
        if not scoped:
            continue
        heads, verb = _verbs(sentence.tokens, *region)
        yield Told(
            sentence, "first", heads, sentence.start + match.start(), sentence.start + match.end(),
            region, since, verb=verb, loose=not scoped,
        )  # fmt: skip
    for match in _SOME_FIRST.finditer(text) if may_find(_SOME_FIRST, words) else ():
        if _OPEN.search(text[max(0, match.start() - 25) : match.start()]):
            continue
        since, scoped = _window(article, sentence, text, match.end())
        said_of = re.search(
            r"\b(?:is|was|became|becoming|being|becomes)(?: only| thus| also)? $", text[: match.start()]
        )
        loose = said_of is not None or (match["det"] == "'s" and "only" not in match.group())
        if not scoped and (not loose or match["det"] is None or _NARROWED.search(text, match.end())):
            continue
        if match["det"] is None and "only" in match.group():
            continue
        head = _noun(sentence.tokens, sentence.start + match.end())
        if head is None:
            # "a surplus, its first since 2001": what is counted stands before.
            head = _last_noun([t for t in sentence.tokens if t.start < sentence.start + match.start()], whole=True)
        if head is None:
            continue
        heads = _families(head.text.lower())
        led = _TO_DO.match(text, head.end - sentence.start)
        if led is not None and led["verb"] not in LIGHT | {"get", "go", "do", "reach", "see"}:
            heads = _families(led["verb"])
        yield Told(
            sentence, "first", heads, sentence.start + match.start(), max(head.end, sentence.start + match.end()),
            (sentence.start, sentence.end), since, loose=not scoped,
        )  # fmt: skip
    yield from _lasts(article, sentence, text, words)
    for match in _NEVER.finditer(text) if may_find(_NEVER, words) else ():
        if match["verb"] not in LIGHT and match["verb"] not in {"been", "had", "seen", "heard", "said", "known"}:
            start = sentence.start + match.start()
            yield Told(
                sentence, "first", _families(match["verb"]), start, sentence.start + match.end(),
                (sentence.start, sentence.end), None, verb=start,
            )  # fmt: skip


def _lasts(article: Article, sentence: Sentence, text: str, words: frozenset[str]) -> Iterator[Told]:
    """ "had not won there since 2009", "not since 1998 has a comet", "never before had it", "it last won in 2009"."""
    tokens = sentence.tokens
    for match in _NOT_SINCE.finditer(text) if may_find(_NOT_SINCE, words) else ():
        since, scoped = _window(article, sentence, text, match.end())
        if scoped and match["verb"] not in LIGHT | {"been", "had", "seen", "heard", "said", "known"}:
            start = sentence.start + match.start("verb")
            end = sentence.start + match.end()
            yield Told(
                sentence, "first", _families(match["verb"]), start, end, (sentence.start, end), since, verb=start
            )
    fronted = _FRONTED.match(text)
    if fronted is not None:
        since, _ = _window(article, sentence, text, fronted.start())
        heads, verb = _verbs(tokens, sentence.start + fronted.end(), sentence.end)
        if heads and (since is not None or "since" not in fronted.group().lower()):
            span = (sentence.start + fronted.start(), sentence.start + fronted.end())
            yield Told(sentence, "first", heads, *span, (sentence.start, sentence.end), since, verb=verb)
    for match in _LAST.finditer(text) if may_find(_LAST, words) else ():
        named = _last_noun_before(tokens, sentence.start + match.end("noun")) if match["noun"] else None
        word = match["verb"] or (named.text.lower() if named is not None else None)
        when = next(
            (
                timex
                for timex in within(article.expressions.times, sentence.start + match.end(), sentence.end)
                if timex.start - sentence.start - match.end() <= 40 and timex.year_stated
            ),
            None,
        )
        point = known_point(when) if when is not None else None
        if word is None or word in LIGHT or point is None or point.end is None:
            continue
        start, end = sentence.start + match.start(), sentence.start + match.end()
        yield Told(sentence, "first", _families(word), start, end, (sentence.start, sentence.end), point.end)


def _last_noun_before(tokens: Sequence[Token], end: int) -> Token | None:
    return next((t for t in reversed(tokens) if t.end <= end and t.text.isalpha()), None)


def _mosts(article: Article, sentence: Sentence, text: str) -> Iterator[Told]:
    for match in _RECORD.finditer(text):
        low = (match["high"] or "") == "low"
        start, end = sentence.start + match.start(), sentence.start + match.end()
        named = _noun(sentence.tokens, end) or _last_noun([t for t in sentence.tokens if t.start < start])
        if named is not None and not _OPEN.search(text[max(0, match.start() - 25) : match.start()]):
            heads = _families(named.text.lower())
            yield Told(sentence, "most", heads, start, end, (end, sentence.end), None, "lowest" if low else "record")
    for match in _SUPERLATIVE.finditer(text):
        if _OPEN.search(text[max(0, match.start() - 25) : match.start()]):
            continue
        head = _noun(sentence.tokens, sentence.start + match.end())
        if head is None:
            continue
        since, scoped = _window(article, sentence, text, match.end())
        if scoped or re.match(r"[^,;:.]{0,60}?\b(?:in|of|made|has had|for|by)\b", text[head.end - sentence.start :]):
            yield Told(
                sentence, "most", _families(head.text.lower()), sentence.start + match.start(), head.end,
                (head.end, sentence.end), since, match["word"],
            )  # fmt: skip


def _nths(sentence: Sentence, text: str, words: frozenset[str]) -> Iterator[Told]:
    for match in _NTH_TIME.finditer(text) if may_find(_NTH_TIME, words) else ():
        heads, verb = _verbs(sentence.tokens, sentence.start, sentence.start + match.start())
        number = ORDINALS.get(match["nth"]) or int(re.sub(r"\D", "", match["nth"]))
        if heads and not _OPEN.search(text[max(0, match.start() - 25) : match.start()]):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            yield Told(sentence, "nth", heads, start, end, (sentence.start, start), number=number, verb=verb)
    for match in _NTH.finditer(text):
        if match["det"] in (None, "a") or _OPEN.search(text[max(0, match.start() - 25) : match.start()]):
            continue
        word = match["nth"]
        number = ORDINALS.get(word) or int(re.sub(r"\D", "", word))
        said_of = re.search(
            r"\b(?:is|was|be|becom\w+|became|mark\w*|making|made|as|being|it|just|only)(?: now| already| only)? $",
            text[: match.start()],
        )
        if (match["det"] == "the" and said_of is None) or number < 2:
            continue  # names one of a series
        end = sentence.start + match.end()
        if re.match(r" (?:for|of|by)\b", text[match.end() :]):
            # "Saturday's title was the sixth for Okafor": what is counted is the subject.
            subject = [t for t in sentence.tokens if t.start < sentence.start + match.start()]
            verb = next((i for i, t in enumerate(subject) if t.text in {"was", "is", "were"}), None)
            head = _last_noun(subject[:verb]) if verb else None
        else:
            head = _noun(sentence.tokens, end + 1)
        if head is not None:
            start = sentence.start + match.start()
            span = (sentence.start, sentence.end)
            yield Told(sentence, "nth", _families(head.text.lower()), start, max(end, head.end), span, number=number)


def _families(word: str) -> frozenset[str]:
    return frozenset({family(word)} | {f"~{s}" for s in synonyms(word)})


def families_of(tokens: Sequence[Token]) -> frozenset[str]:
    """The families of words and, marked, the stems by which kinds of event are told."""
    found: set[str] = set()
    for token in tokens:
        found |= _KEYS[token.text]
    return frozenset(found)


def _keys(text: str) -> frozenset[str]:
    word = text.lower()
    return frozenset({family(word), f"~{stem(word)}"}) if text[:1].isalpha() else frozenset()


_KEYS = WordTable(_keys)


def _verbs(tokens: Sequence[Token], start: int, end: int) -> tuple[frozenset[str], int | None]:
    """The families of the first verb of a stretch that tells something, and where it stands."""
    for index, token in enumerate(tokens):
        if start <= token.start < end and is_verb(tokens, index) and token.text.lower() not in LIGHT - {"held"}:
            return _families(token.text.lower()), token.start
    return frozenset(), None


def _noun(tokens: Sequence[Token], start: int) -> Token | None:
    """The noun of the phrase that begins at ``start``: the last word before a preposition, a verb or a mark."""
    first = bisect_left(tokens, start, key=lambda token: token.start)
    found: Token | None = None
    for index in range(first, min(len(tokens), first + 6)):
        word = tokens[index].text.lower()
        if word in PREPOSITIONS | _AFTER_NOUN:
            break
        if not word.replace("-", "").isalpha() or is_verb(tokens, index):
            break
        found = tokens[index]
    return found


def _last_noun(tokens: Sequence[Token], *, whole: bool = False) -> Token | None:
    cut = next((i for i, t in enumerate(tokens) if i and t.text.lower() in PREPOSITIONS and not whole), len(tokens))
    kept = [t for t in tokens[:cut] if t.text.islower() and t.text.isalpha()]
    return kept[-1] if kept else None


def _window(article: Article, sentence: Sentence, text: str, at: int) -> tuple[int | None, bool]:
    """When the claim's time begins (None: ever), and whether one is told after ``at``."""
    published = article.document.published.first
    if published is None:
        return None, False
    for timex in within(article.expressions.times, sentence.start + at, sentence.end):
        before = text[max(0, timex.start - sentence.start - 24) : timex.start - sentence.start]
        point = known_point(timex)
        if point is not None and point.end is not None and (before.rstrip().endswith("since") or "since" in timex.text):
            return point.end, True
        if timex.type is TimexType.DURATION and re.search(
            r"\b(?:in|for|than|nearly|almost|about|over)\s*$", before + " "
        ):
            years = re.fullmatch(r"P(\d+(?:\.\d+)?)Y", timex.value)
            if (
                years is not None
                and 1 <= float(years[1]) <= 1000
                and "history" not in text[timex.end - sentence.start :][:12]
            ):
                return int(instant(published) - 0.9 * float(years[1]) * _YEAR), True
    span = _SPANS.search(text, at)
    if span is not None:
        number = span["number"]
        many = 2.0 if number is None else _NUMBERS.get(number) or float(number)
        return int(instant(published) - 0.9 * many * _UNITS[span["unit"][0]] * _YEAR), True
    if re.search(r"\bsince\b", text[at:]):
        return None, False
    return None, _HISTORY.search(text[at:]) is not None
