"""Which event of a sentence a time or a place belongs to.

Nearest event word in the clause, preferring the one before ("arrested on 3 March and charged on the
5th"); a sentence-opening adverbial goes with the first event after it; an insertion without an event
of its own goes with the clause before. Light verbs ("took place", "was held", "came") pass what they
are given on to the event noun beside them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.assertions.attribution import SPEECH
from factcheck.assertions.clauses import Clause, clause_of
from factcheck.assertions.triggers import Hit
from factcheck.assertions.verbs import LIGHT, verbs_of
from factcheck.text.model import Token

# "seven weeks before the fire" is a time of its own, not the fire's.
_MEASURES = frozenset("before after since until from ago later earlier".split())
_PREPOSITIONS = frozenset("on at in by since until from to during before after of".split())


BETWEEN = frozenset("was were is are be been being had has have will would also first later then since not n't".split())


_RELATIVE = frozenset({"which", "that"})
_PLANS = frozenset({"planned", "scheduled", "due", "meant", "set", "postponed"})


def event_words(tokens: Sequence[Token], hits: Sequence[Hit]) -> tuple[int, ...]:
    """Token indices of all event words: the triggers and every other verb."""
    found = set(verbs_of(tokens))
    for hit in hits:
        found.difference_update(range(hit.index, hit.last + 1))
    found.update([hit.index for hit in hits])
    return tuple(sorted(found))


def token_at(tokens: Sequence[Token], offset: int) -> int:
    """The index of the token that begins at or after ``offset``."""
    # A tuple of the offset alone sorts before every token that begins there, and needs no key.
    found = bisect_left(tokens, (offset,))
    return found if found < len(tokens) else found - 1


def attach(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    words: Sequence[int],
    hits: Sequence[Hit],
    offset: int,
    end: int | None = None,
) -> int | None:
    """The token index of the event word that an expression at ``offset`` belongs to, or None.

    With ``end`` (a time's), the noun that the expression stands right before is tried first.
    """
    if not words:
        return None
    position = token_at(tokens, offset)
    number = clause_of(clauses, position)
    clause = clauses[number] if clauses else Clause(0, len(tokens))
    inside = [word for word in words if clause.first <= word < clause.last]
    if end is not None:
        # "the Sept. 4 report", "Friday's meeting": set before a noun it belongs to that noun.
        following = token_at(tokens, end)
        nouns = {hit.index for hit in hits if hit.is_noun}
        governed = position > 0 and tokens[position - 1].low in _PREPOSITIONS
        possessive = tokens[following].text.startswith("'")
        measured = tokens[following - 1].low in _MEASURES if following else False
        for ahead in range(following, following if measured else min(following + 3, len(tokens))):
            if ahead in nouns and ahead > position and (possessive or not governed):
                return ahead
            if tokens[ahead].text == ",":
                break
    before = [word for word in inside if word < position]
    if before:
        chosen = before[-1]
    elif inside:
        own = (word for word in inside if not (_is_parenthetic(tokens, word) or is_aside(tokens, clause, word)))
        chosen = next(own, inside[0])
    else:
        earlier = [word for word in words if word < position]
        later = [word for word in words if word > position]
        if earlier and number > 0:
            chosen = earlier[-1]
        elif later:
            chosen = later[0]
        else:
            return None
    return through_light_verb(tokens, clauses, hits, chosen)


def is_aside(tokens: Sequence[Token], clause: Clause, word: int) -> bool:
    """Whether a participle is an aside with its agent: "On Monday the bank, led by Ada Voss, raised its rate"."""
    if word + 1 >= clause.last or tokens[word - 1].text != "," or tokens[word + 1].low not in {"by", "with"}:
        return False
    return any(tokens[index].text == "," for index in range(word + 2, clause.last))


def _is_parenthetic(tokens: Sequence[Token], word: int) -> bool:
    """Whether a verb of speech stands in an aside: "On Monday, police said, he was arrested"."""
    return (
        tokens[word].low in SPEECH
        and tokens[min(word + 1, len(tokens) - 1)].text == ","
        and any(token.text == "," for token in tokens[max(0, word - 6) : word])
    )


def through_light_verb(tokens: Sequence[Token], clauses: Sequence[Clause], hits: Sequence[Hit], chosen: int) -> int:
    """The event noun that a light verb carries ("the signing took place on Wednesday"), else ``chosen``."""
    for hit in hits:
        if hit.index == chosen:
            return chosen
    clause = clauses[clause_of(clauses, chosen)]
    if clause.opener in _RELATIVE and tokens[chosen].low in _PLANS:
        return chosen  # "the signing, which had been planned for noon, took place at six"
    resumed = clauses[clause.resumes] if clause.resumes is not None else None
    nouns = [hit.index for hit in hits if hit.is_noun]
    if tokens[chosen].low in SPEECH:
        return chosen  # "the wedding was announced on Monday": that is when it was announced
    if tokens[chosen].low not in LIGHT:
        # "a distress call was received at": any verb whose subject is the event noun right before it.
        near = [hit for hit in hits if hit.is_noun and clause.first <= hit.index < chosen]
        if near and all(tokens[i].low in BETWEEN for i in range(near[-1].last + 1, chosen)):
            return near[-1].index
        return chosen
    here = [index for index in nouns if clause.first <= index < clause.last]
    subject = [index for index in here if index < chosen]
    if subject:
        return subject[-1]
    if resumed is not None:
        subject = [index for index in nouns if resumed.first <= index < resumed.last]
        if subject:
            return subject[0]
    objects = [index for index in here if index > chosen]
    if objects:
        return objects[0]
    # "the state dinner on 14 May, given by the premier": the noun stands before the clause.
    before = [index for index in nouns if index < clause.first]
    return (
        before[-1]
        if before
        and clause.first > 0
        and clause.opener in {"", "which", "that"}
        and _adjoins(tokens, before[-1], chosen)
        else chosen
    )


def _adjoins(tokens: Sequence[Token], noun: int, verb: int) -> bool:
    return verb - noun <= 8 and not any(tokens[index].text == ";" for index in range(noun, verb))
