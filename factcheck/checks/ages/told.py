"""Ages as articles tell them: whose, and on which days. And when people were born.

"Tomas Kubat, 57,"; "a 57-year-old"; "is 57"; "At 57 he has ..."; "The founder is 74".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.assertions.model import Article
from factcheck.checks.ages.dated import DATING, ages_dated, ages_then, births_told
from factcheck.checks.ages.figures import may_tell_age
from factcheck.checks.ages.people import NAME, Aged, Born, Persons, days_of_publication, whose
from factcheck.checks.once import once_per_corpus
from factcheck.checks.sentence_words import SMALL, words_in
from factcheck.identity.model import Corpus
from factcheck.pattern_words import DIGIT, may_find
from factcheck.patterns import regex
from factcheck.text.model import Sentence

_AGE = r"(?P<age>\d{1,3})"
_ADVERB = r"(?:now |already |still |only |just |currently )?"
_END = (
    r"(?=[,.;:)!?]|$| years old\b| years of age\b| and\b| but\b| today\b| now\b"
    r"| this (?:year|month|week|spring|summer|autumn|winter)\b)"
)
_PRESENT = (
    r"(?:is|has|still|remains|looks|runs|lives|walks|works|wants|knows|says|does|can|keeps|makes|plays|rides|goes"
    r"|sounds)"
)
_FORMS: tuple[re.Pattern[str], ...] = (
    # "Tomas Kubat, 57,"; "Tomas Kubat (57)"; "Tomas Kubat, who is now 57,"; "aged 57"
    regex(
        rf"(?P<name>{NAME})[\"']?(?: {{1,4}}\([^()]{{3,40}}\))? {{0,4}}(?:, |\()"
        rf"(?:(?:now |already )?aged |now |who is {_ADVERB}(?:aged )?|who's |who (?:has )?"
        rf"(?:just |recently )?(?P<turned>turned) |who is {_ADVERB}a )?{_AGE}(?P<hyphen>-year-old)?(?= years old"
        rf"|[,).;:]|$| and | this | on | last )"
    ),
    # "Tomas Kubat, a 57-year-old lawyer", "57-year-old Tomas Kubat", "the 57-year-old banker Tomas Kubat"
    regex(rf"(?P<name>{NAME}) {{0,4}}, (?:a|an|the|who is an?) {_AGE}-year-old\b"),
    regex(rf"\b{_AGE}-year-old (?:[a-z-]+ ){{0,2}} {{0,3}}(?P<name>{NAME})"),
    # "Tomas Kubat is 57.", "Tomas Kubat is 57 years old"
    regex(rf"(?P<name>{NAME})(?:, [^,.;:]{{3,60}},| \([^()]{{3,40}}\)|,)? is {_ADVERB}{_AGE}{_END}"),
    # "At 57, Tomas Kubat is", "Aged 57, Tomas Kubat still rides", "At the age of 57 he has"
    regex(
        rf"^(?:At(?: the age of| age)?|(?:Now )?[Aa]ged|Now) {_AGE},? (?P<who>[Hh]e|[Ss]he|{NAME}) {_ADVERB}(?!was\b"
        rf"|had\b)"
        rf"(?:{_PRESENT}\b)"
    ),
    # "Today, at 71, he lives"
    regex(
        rf"^(?:Today|Now),? (?:at|aged) {_AGE}, (?P<who>[Hh]e|[Ss]he|{NAME}) {_ADVERB}(?!was\b|had\b){_PRESENT}\b"
    ),
    # "Now 57, Tomas Kubat was born in"
    regex(rf"^(?:Now|Aged) {_AGE}, (?P<name>{NAME}) was born\b"),
    # "He is 57.", "She is 57 years old"
    regex(rf"^(?:And |But |Now )?(?P<who>He|She) is {_ADVERB}{_AGE}{_END}"),
    # "The founder is 74 and walks with a stick"; "The president, who is 54 and"
    regex(
        rf"^(?P<role>The (?:[a-z-]+ )?[a-z-]+)(?: is|, who is|, who is now|, now|, who has turned|, who turned"
        rf"|,) {_ADVERB}{_AGE}{_END}"
    ),
    # "The 59-year-old was", "The 59-year-old banker said"
    regex(
        rf"^(?P<the>The) {_AGE}-year-old(?: (?!who\b|man\b|woman\b)[a-z]+)? (?:is|was|has|had|said|says|told|will"
        rf"|did)\b"
    ),
)  # fmt: skip
# A word that stands in what a form takes, by the forms' order; without one the number must stand as ages do.
_WANTED = (None, "old", "old", "is", None, None, None, "is", None, "old")
_BEHIND_MARK = regex(r"[,(][a-zA-Z' ]{0,48}\d{1,3}(?!\d)")
_THEN = regex(r"\b(?:then|at the time|when|back in|in \d{4})\b", re.IGNORECASE)
_STILL = regex(
    r",|\.|$|\)| (?:this (?:year|month|week|spring|summer|autumn|fall|winter)|last (?:week|month)|yesterday|today"
    r"|earlier this (?:year|month|week)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


@once_per_corpus
def ages_told(corpus: Corpus) -> list[tuple[list[Aged], list[Born]]]:
    """The ages and births that each article of a corpus tells."""
    persons = Persons(corpus)
    return [tell_ages(article, persons) for article in corpus.articles]


_BIRTH = frozenset({"born", "b"})


def tell_ages(article: Article, persons: Persons) -> tuple[list[Aged], list[Born]]:
    """The ages and births that an article tells, in text order."""
    aged: list[Aged] = []
    born: list[Born] = []
    told = words_in(article)
    previous: Sentence | None = None
    for sentence in article.text.sentences:
        if article.document.blocks[sentence.block].repeats is not None:
            continue
        near, previous = previous, sentence
        words = told[sentence.start]
        if DIGIT not in words:
            continue
        near = near if near is not None and near.block >= sentence.block - 1 else None
        same = near if near is not None and near.block == sentence.block else None
        if SMALL in words:
            if "old" in words or may_tell_age(article, sentence):
                aged += _now(article, sentence, same, near, persons)
            if not words.isdisjoint(DATING):
                aged += ages_dated(article, sentence, same, persons)
        if not words.isdisjoint(_BIRTH):
            births = list(births_told(article, sentence, same, persons))
            born += births
            aged += ages_then(article, sentence, births)
    return aged, born


def _now(
    article: Article, sentence: Sentence, same: Sentence | None, near: Sentence | None, persons: Persons
) -> Iterator[Aged]:
    """Ages of the day of publication."""
    days = days_of_publication(article)
    if days is None:
        return
    words = words_in(article)[sentence.start]
    figured = may_tell_age(article, sentence)
    text = article.document.prose[sentence.start : sentence.end]
    taken: set[int] = set()
    for pattern, wanted in zip(_FORMS, _WANTED, strict=True):
        if wanted not in words if wanted is not None else not figured:
            continue
        if not may_find(pattern, words) or (pattern is _FORMS[0] and not _BEHIND_MARK.search(text)):
            continue
        for match in pattern.finditer(text):
            at = match.start("age")
            if at in taken or int(match["age"]) < 1:
                continue
            groups = match.groupdict()
            if groups.get("turned") and not _STILL.match(text, match.end("age")):
                continue
            if _THEN.search(text[max(0, at - 12) : at + 24].replace("who has turned", "")) and not groups.get("role"):
                continue
            person = whose(article, sentence, same, near, persons, match)
            if person is None:
                continue
            taken.add(at)
            start = sentence.start + at
            yield Aged(article, person, int(match["age"]), start, sentence.start + match.end("age"), *days)
