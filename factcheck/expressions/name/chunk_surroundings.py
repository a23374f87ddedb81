"""What stands before and after a capitalised run: evidence for a person, a body or a thing, and the bearer's role.

Each mention is weighed for itself here; the article sums the weights (:mod:`~factcheck.expressions.name.kinds`).
"""

from __future__ import annotations

from factcheck.expressions.model import Place
from factcheck.expressions.name import words
from factcheck.expressions.name.chunk_model import Chunk
from factcheck.expressions.name.chunk_roles import nation, phrase_before, role_before, take_role
from factcheck.expressions.name.chunk_runs import is_age
from factcheck.expressions.name.chunk_words import MODIFIERS
from factcheck.expressions.name.deeds import deed, hails_from, is_done_to, is_modifier, is_of_several, is_where
from factcheck.expressions.vocabulary import is_common
from factcheck.text.model import Sentence

_EITHER = frozenset(
    """owner co-owner investor shareholder partner rival client ally critic opponent broker trader dealer
    auctioneer auditor regulator producer broadcaster successor predecessor counterpart speaker""".split()
)
# What only people have: "Hartono's lawyer".
_PERSONAL_GOODS = words.KIN | frozenset(
    "lawyer counsel solicitor barrister death body widow funeral birthday childhood arrest memoir".split()
)
_NOUNS = words.THINGS | words.ORGANISATION_NOUNS


def read_surroundings(sentence: Sentence, chunk: Chunk, last: int, spans: dict[int, tuple[int, Place]]) -> None:
    """Weigh what stands before and after ``chunk``; ``last`` is past the letters after its name too ("KC", "Jr")."""
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
    _apposition(sentence, chunk, last, spans)
    if chunk.role:
        chunk.nation = nation(tokens, chunk, last, spans)


def _apposition(sentence: Sentence, chunk: Chunk, index: int, spans: dict[int, tuple[int, Place]]) -> None:
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
