"""Content words, stemmed lightly: evidence that two clauses speak of the same thing where names are missing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.patterns import regex
from factcheck.text.model import Token
from factcheck.text.word_table import WordTable

_STOP = frozenset(
    """the a an and or but of in on at by for from with to as is are was were be been being it its he she they his
    her their this that these those which who whom whose had has have not no will would could may might should
    can do did does said says say told also than then there here after before during since until about into over
    under out up down off more most some any all both each other another one two three first second third last
    next new year years month months week weeks day days time monday tuesday wednesday thursday friday saturday
    sunday january february march april june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec president minister prime leader chief according report reports reported people
    man men woman morning afternoon evening night early late just only when where while what how why if so such
    very own same mr mrs ms dr""".split()
)


_ENDINGS = "ations ation ions ion ings ing ments ment ied ies ers er edly ed es s".split()
_BY_LETTER = {last: [e for e in _ENDINGS if e[-1] == last] for last in {e[-1] for e in _ENDINGS}}


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """A crude stem: plural and verbal endings off. Only compared with itself, never shown."""
    for ending in _BY_LETTER.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word.rstrip("e") if len(word) > 4 else word


def content_words(
    tokens: Sequence[Token], nations: Sequence[tuple[int, int]] = ()
) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the words that carry content, and apart from them the proper terms, lower-cased.

    A term is a word with a capital inside the sentence, or one with a digit and a letter ("Kea-2"); a
    possessive's owner counts, a capitalised day or month does not, nor do names of ``nations`` (spans),
    which are participants of their own.
    """
    words: set[str] = set()
    terms: set[str] = set()
    known = _read
    covered = {token.start for start, end in nations for token in tokens if start <= token.start < end}
    for index, token in enumerate(tokens):
        read = known[token.text]
        if read is None or token.start in covered:
            continue
        own, names, capital, numbered = read
        if numbered or (capital and index > 0):
            terms.update(names)
        else:
            words.add(own)
    return frozenset(words), frozenset(terms)


_HYPHEN = regex(r"[-–]")


def _reading(text: str) -> tuple[str, tuple[str, ...], bool, bool] | None:
    """A content word's stem, the terms it gives as a name, and whether it has a capital and a digit."""
    word = text.lower()
    if len(word) < 3 or not word[0].isalpha() or word in _STOP:
        return None
    parts = (part for part in _HYPHEN.split(word) if len(part) > 3 and part.isalpha())
    return stem(word), (word, *parts), text[0].isupper(), any(letter.isdigit() for letter in word)


_read = WordTable(_reading)
