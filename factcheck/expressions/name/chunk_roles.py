"""The role that stands with a name: before it, after it, in the next words."""

from __future__ import annotations

from itertools import pairwise

from factcheck.expressions.model import Place
from factcheck.expressions.name import words
from factcheck.expressions.name.chunk_model import Chunk
from factcheck.expressions.name.chunk_words import MODIFIERS, OFFICES
from factcheck.expressions.name.deeds import (
    is_followed,
    joint,
)
from factcheck.text.model import Token

_NEARER = words.ROLES | {"executive", "officer", "general"}
_CLOSERS = frozenset(",.;)-")
_OFFICES_AND_MODIFIERS = OFFICES | MODIFIERS


def nation(tokens: tuple[Token, ...], chunk: Chunk, last: int, spans: dict[int, tuple[int, Place]]) -> str | None:
    """The country that a role beside the name is of: "Ghana's president, X", "X, the Ghanaian president"."""
    ends = dict(spans.values())
    at = chunk.first
    if tokens[at - 1].text == "," and at > 1:
        at -= 1
    while at and tokens[at - 1].low in _OFFICES_AND_MODIFIERS and at not in ends:
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
                elif not (tokens[at].text[0].islower() and tokens[at].low not in words.SPEECH):
                    break
                at += 1
    return place.country if place is not None and (place.gentilic or place.kind == "country") else None


def look_on(tokens: tuple[Token, ...], chunks: list[Chunk], following: tuple[Token, ...]) -> None:
    """Read what binds the chunks of a sentence: lists, and the pronoun after the name that opens it."""
    for chunk, other in pairwise(chunks):
        chunk.joint, start = joint(tokens, chunk.last)
        if start != other.first:
            chunk.joint = ""
    first = chunks[0]
    if first.opening:
        stop = chunks[1].first if len(chunks) > 1 else len(tokens)
        first.followed = is_followed(tokens, first.last, stop, following)


def take_role(
    chunk: Chunk, tokens: tuple[Token, ...], index: int, spans: dict[int, tuple[int, Place]], weight: int
) -> None:
    """A noun phrase in apposition from ``index`` on, if it is one."""
    count = len(tokens)
    start = index
    determined = False
    if tokens[index].low in {"a", "an", "the", "his", "her", "their", "its", "our", "my", "one"}:
        start = index + 1
        determined = True
    at = start
    span = spans.get(at)
    if determined and span is not None and span[1].gentilic and (span[0] >= count or tokens[span[0]].text in _CLOSERS):
        chunk.person += weight  # "Rudi Hartono, an Indonesian"
        return
    while at < min(count, start + 9):
        token = tokens[at]
        low = token.low
        if low in words.ROLES:
            nearer = at + 1 < count and tokens[at + 1].low in _NEARER
            if nearer:
                at += 1
                continue
            after = tokens[at + 1].low if at + 1 < count else "."
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
            after = tokens[at + 1].low if at + 1 < count else "."
            if after not in words.ROLES and after != "'s":
                chunk.body += weight - 1
                chunk.nouns.add(low)
                return
        if low in words.THINGS and determined and (at + 1 >= count or tokens[at + 1].low not in words.ROLES):
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
            or not (determined or low in MODIFIERS or token.upper)
        ):
            return
        at += 1


def _phrase(tokens: tuple[Token, ...], start: int, stop: int) -> str:
    """The role from its determiner to its noun, with a complement ("ambassador to Russia")."""
    count = len(tokens)
    end = stop
    if end < count and tokens[end].low in {"of", "to", "for", "at"}:
        at = end + 1
        while at < min(count, end + 7) and (tokens[at].text[0].isalpha() or tokens[at].text == "'s"):
            if tokens[at].low in words.SPEECH or tokens[at].low in {
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
    return " ".join([token.low for token in tokens[start:end]]).replace(" 's", "'s")


def role_before(tokens: tuple[Token, ...], stop: int, spans: dict[int, tuple[int, Place]]) -> str | None:
    """The role that ends before token ``stop``: "former South Korean ambassador"."""
    phrase, _ = phrase_before(tokens, stop, spans)
    return phrase


def phrase_before(tokens: tuple[Token, ...], stop: int, spans: dict[int, tuple[int, Place]]) -> tuple[str | None, bool]:
    """The noun phrase that ends before ``stop``, and whether a determiner opens it."""
    at = stop
    ends = {
        last: first for first, (last, place) in spans.items() if place.gentilic or place.kind in {"country", "seat"}
    }
    taken: list[str] = []
    while at > 0 and len(taken) < 6:
        if at in ends:
            first = ends[at]
            taken[:0] = [token.low for token in tokens[first:at]]
            at = first
            continue
        low = tokens[at - 1].low
        if low in words.ROLES or low in MODIFIERS or (taken and low.endswith(("al", "ary")) and low.isalpha()):
            taken.insert(0, low)
            at -= 1
            continue
        break
    before = tokens[at - 1].low if at else ""
    if at and tokens[at - 1].upper:
        return (" ".join(taken) or None), True  # "the Sulu governor, X"
    determined = before in {"the", "a", "an", "'s", "'", "his", "her", "their", "its", "our", "my"} or at == 0
    return (" ".join(taken) or None), determined
