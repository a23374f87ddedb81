"""Whether two statements of one kind of event tell of two, though nobody and nothing named tells them apart.

One says that it was done again; one tells of its beginning and the other of its end; or it was done to two people who
are told by what they are.
"""

from __future__ import annotations

import re

from factcheck.assertions.clauses import clause_of, split
from factcheck.assertions.model import Article, Assertion
from factcheck.assertions.theme import PEOPLE
from factcheck.assertions.words import stem
from factcheck.checks.in_sentence import names_in
from factcheck.checks.retelling.act_words import acts
from factcheck.checks.retelling.told_acts import token_of
from factcheck.checks.sentence_words import all_words
from factcheck.expressions.model import NameType
from factcheck.patterns import regex

_NEAR = 60  # code points on either side of its word
_AGAIN = regex(r"\b(?:again|another|once more|for the (?:second|third|fourth) time)\b", re.IGNORECASE)
_BEGINS = frozenset("begin start open launch commence inaugurate set_out set_off leave depart break_out".split())
_ENDS = frozenset("end close finish conclude wind_up call_off return come_back fly_home lift break_up".split())


def are_two_instances(here: Article, x: Assertion, there: Article, y: Assertion) -> bool:
    """Whether the words around two events tell them apart."""
    if _is_again(here, x) != _is_again(there, y):
        return True
    first, second = _phase(x), _phase(y)
    if first is not None and second is not None and first != second:
        return True
    if {one.key for one in x.participants} & {one.key for one in y.participants}:
        return False
    return _people_apart(here, x, there, y) or _others_named(here, x, there, y)


def _others_named(here: Article, x: Assertion, there: Article, y: Assertion) -> bool:
    """Whether each sentence names people whom the other article does not know."""
    return bool(_strangers(here, x, there)) and bool(_strangers(there, y, here))


def _strangers(article: Article, one: Assertion, other: Article) -> list[str]:
    known = all_words(other)
    return [
        name.canonical
        for name in names_in(article, one.sentence)
        if name.type is NameType.PERSON and known.isdisjoint(name.canonical.lower().replace("-", " ").split())
    ]


def _is_again(article: Article, one: Assertion) -> bool:
    first, last = max(one.sentence.start, one.trigger_start - _NEAR), min(one.sentence.end, one.trigger_end + _NEAR)
    return _AGAIN.search(article.document.prose, first, last) is not None


def _phase(one: Assertion) -> str | None:
    """Whether the clause of an event tells that it began or that it ended."""
    tokens = one.sentence.tokens
    cut = split(tokens)
    clause = cut[clause_of(cut, token_of(one))]
    told = {hit.trigger.event for hit in acts(tokens[clause.first : clause.last]) if not hit.is_noun}
    if told & _BEGINS:
        return None if told & _ENDS else "begins"
    return "ends" if told & _ENDS else None


def _people_apart(here: Article, x: Assertion, there: Article, y: Assertion) -> bool:
    """Whether it was done to "a cook" and to "a waiter", and an article knows both."""
    first, second = x.theme, y.theme
    if first is None or second is None or first == second or not {first, second} <= PEOPLE:
        return False
    return _has(there, first) or _has(here, second)


def _has(article: Article, theme: str) -> bool:
    return any(stem(word) == theme for word in all_words(article))
