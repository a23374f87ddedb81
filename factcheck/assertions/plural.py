"""Plural subjects without a name: "the pair", "the two leaders", where the article has just named two people."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.assertions.model import Participant
from factcheck.assertions.participants import role_of_subject
from factcheck.assertions.triggers import Hit
from factcheck.expressions.model import Mention, Name, NameType
from factcheck.text.model import Token

_PEOPLE = frozenset(
    "men women leaders presidents ministers brothers sisters suspects defendants candidates rivals".split()
)
SUBJECTS = frozenset({"pair", "duo", "couple", "two", "both"})
"""One of these stands in a sentence that has such a subject."""
_REACH = 700  # code points back in which both must have been named


def plural_subject(tokens: Sequence[Token], hit: Hit, names: Sequence[Name]) -> tuple[Participant, ...]:
    """The two people that "the pair" or "the two men" right before a verb stands for, or none.

    They are the last two people named in the article so far, provided that both were named within a few
    sentences.
    """
    if hit.is_noun:
        return ()
    span = _subject(tokens, hit.index)
    if span is None:
        return ()
    start, end = tokens[span[0]].start, tokens[span[1]].end
    found: dict[str, Name] = {}
    for index in range(bisect_left(names, start, key=lambda name: name.start) - 1, -1, -1):
        name = names[index]
        if start - name.start > _REACH or len(found) == 2:
            break
        if name.type is NameType.PERSON and name.mention is not Mention.PRONOUN:
            found.setdefault(name.canonical, name)
    if len(found) != 2:
        return ()
    role = role_of_subject(tokens, hit)
    return tuple(Participant(canonical, role, start, end) for canonical in sorted(found))


def _subject(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """Token span of the plural subject that ends within three words of the verb, auxiliaries between."""
    for last in range(verb - 1, max(-1, verb - 5), -1):
        word = tokens[last].low
        before = tokens[last - 1].low if last else ""
        if word in {"pair", "duo", "couple"} and before == "the":
            return last - 1, last
        if word in {"two", "both"} and (word == "both" or before == "the"):
            return (last if word == "both" else last - 1), last
        if word in _PEOPLE and before == "two" and last > 1 and tokens[last - 2].low == "the":
            return last - 2, last
        if not word.isalpha():
            return None
    return None
