"""Whether a clause tells its event as done, planned, expected, alleged, denied or merely thought of.

Cues and their scope follow FactBank's event-selecting predicates (Saurí and Pustejovsky, 2009), reduced
to the distinctions that checks need.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.assertions.attribution import SPEECH
from factcheck.assertions.clauses import Clause
from factcheck.assertions.lexicon import Trigger
from factcheck.assertions.model import Modality, Polarity
from factcheck.assertions.verbs import BE, is_verb
from factcheck.text.model import Token

_PLANNED = frozenset(
    """will 'll shall due scheduled plan plans planned planning slated upcoming intend intends intended meant
    forthcoming aims aimed vow vows vowed promise promises promised pledged agreed agree arranging prepares
    preparing preparation preparations proposed arrange""".split()
)
_EXPECTED = frozenset(
    """expect expects expected expecting expectation hope hopes hoped hoping likely forecast forecasts predict
    predicts predicted anticipate anticipated prospective probable estimated projected speculation chance
    chances prospect spoken anticipates expectations""".split()
)
_ALLEGED = frozenset(
    """reportedly allegedly alleged alleges allege claim claims claimed accused accuses accuse rumour rumours
    rumor rumors suspected purported purportedly""".split()
)
_DENIED = frozenset("deny denies denied denying dismissed rejected refuted false untrue".split())
_HYPOTHETICAL = frozenset(
    """could may might should if unless whether possible possibly possibility potential potentially consider
    considering considered perhaps maybe can""".split()
)
_NEGATIVE = frozenset("not n't never nor neither without nobody none cannot".split())
_NEGATED_VERB = frozenset("failed fails fail refused refuses declined unable".split())
_CLAUSE_CUES = {
    **dict.fromkeys(_HYPOTHETICAL, Modality.HYPOTHETICAL),
    **dict.fromkeys(_ALLEGED, Modality.ALLEGED),
    **dict.fromkeys(_EXPECTED, Modality.EXPECTED),
    **dict.fromkeys(_PLANNED, Modality.PLANNED),
    **dict.fromkeys(_DENIED, Modality.DENIED),
}
# Weakest commitment wins: "denied that it was planned" is denied.
_ORDER = (Modality.DENIED, Modality.HYPOTHETICAL, Modality.ALLEGED, Modality.EXPECTED, Modality.PLANNED)
_DETERMINERS = frozenset("the a an his her its their this that".split())
_TOWARDS = frozenset("headed heading bound".split())
# "is headed to", "is travelling to": on the way, not there.
_ON_THE_WAY = frozenset({"is", "are", "am", "'re"})
_CUES = (
    frozenset(_CLAUSE_CUES) | _NEGATIVE | _NEGATED_VERB | _TOWARDS | {"would", "no"}
)  # and forms of "be" before "to"
_SPEECH_PAST = frozenset("said told announced confirmed reported added stated warned".split())


def is_plain(present: frozenset[str]) -> bool:
    """Whether none of a sentence's words, lower-cased, can make what it tells anything but done."""
    return _CUES.isdisjoint(present) and ("to" not in present or BE.isdisjoint(present))


def judge(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    number: int,
    index: int,
    trigger: Trigger,
    *,
    plain: bool = False,
) -> tuple[Modality, Polarity]:
    """Modality and polarity of the trigger at token ``index`` in clause ``number``.

    ``plain`` says that the sentence :func:`is_plain`: then only the trigger's own form can tell.
    """
    noun = trigger.tense in {"noun", "gerund"} or (trigger.tense == "either" and not _verbal(tokens, index))
    found: set[Modality] = set()
    negative = not plain and _take_cues(found, tokens, clauses, number, index, noun=noun)
    before = tokens[index - 1].low if index else ""
    if trigger.tense == "base" and not noun and not found and before == "to":
        found.add(Modality.PLANNED if _past_plan(tokens, index) else Modality.HYPOTHETICAL)
    if (trigger.words[0] in _TOWARDS or (trigger.tense == "gerund" and not noun)) and before in _ON_THE_WAY:
        found.add(Modality.PLANNED)
    if not plain:
        clause = clauses[number]
        if number > 0:
            found |= _inherited(tokens, clauses[number - 1], clause, index, trigger, noun=noun)
        if clause.opener in {"if", "unless", "whether"}:
            found.add(Modality.HYPOTHETICAL)
    modality = next((m for m in _ORDER if m in found), Modality.HAPPENED) if found else Modality.HAPPENED
    return modality, Polarity.NEGATIVE if negative else Polarity.POSITIVE


def _take_cues(
    found: set[Modality], tokens: Sequence[Token], clauses: Sequence[Clause], number: int, index: int, *, noun: bool
) -> bool:
    """Adds to ``found`` what the words say that govern the trigger; whether they deny its event."""
    # A verb is governed by what stands before it; a noun also by its own verb, which may follow, but
    # not across a comma.
    first, stop = _stretch(tokens, clauses[number], index)
    if noun:
        first, stop = _government(tokens, first, stop, index)
    else:
        stop = index
    words = [token.low for token in tokens[first:stop]]
    if noun:
        # The trigger is no cue for itself ("planned"), but keeps its place between its neighbours.
        words[index - first] = ""
        # The subject of a clause that goes on after an insertion: its verb stands there.
        for later in clauses[number + 1 :]:
            if later.resumes == number:
                words.extend(tokens[i].low for i in range(later.first, min(later.first + 4, later.last)))
    negative = False
    for position, word in enumerate(words):
        if word not in _CUES and word not in BE:
            continue
        following = words[position + 1] if position + 1 < len(words) else ""
        cue = _CLAUSE_CUES.get(word)
        if cue is not None and not (
            word == "may" and position < stop - first and tokens[first + position].text == "May"
        ):
            found.add(cue)
        if cue is Modality.PLANNED and word in {"planned", "organised", "organized"} and following in _DETERMINERS:
            found.discard(cue)  # who planned a raid may well have made it
        elif word in _TOWARDS and position > 0 and words[position - 1] in BE:
            found.add(Modality.PLANNED)
        elif word == "would":
            reported = number > 0 and _speaks_in_past(tokens, clauses[number - 1])
            found.add(
                Modality.PLANNED
                if reported or any(w in _SPEECH_PAST for w in words[:position])
                else Modality.HYPOTHETICAL
            )
        elif word in BE and (following == "to" or (following == "set" and "to" in words[position + 2 : position + 3])):
            found.add(Modality.PLANNED)
        if word in _NEGATIVE or word in _NEGATED_VERB:
            # "not only" and "not before March" deny nothing.
            negative = negative or following not in {"only", "before", "until", "just", "earlier"}
        if word == "no" and position + 1 < len(words):
            negative = negative or (noun and first + position < index and index - first - position <= 4)
    return negative


def _inherited(
    tokens: Sequence[Token], earlier: Clause, clause: Clause, index: int, trigger: Trigger, *, noun: bool
) -> set[Modality]:
    """What the clause before says of the event in ``clause``."""
    found: set[Modality] = set()
    # "is expected to stop there before arriving": the participle shares its clause's modality.
    joined = trigger.tense == "gerund" and index - clause.first <= 1 and clause.opener in {"before", "after", ""}
    # "is expected to last four weeks, with a verdict by 28 June"
    if joined or (noun and clause.opener == "with"):
        words = [token.low for token in tokens[earlier.first : earlier.last]]
        found = {_CLAUSE_CUES[word] for word in words if word in _CLAUSE_CUES}
    if clause.opener == "that":
        found |= _governed(tokens, earlier)
    return found


def _government(tokens: Sequence[Token], first: int, stop: int, index: int) -> tuple[int, int]:
    """The part of a stretch whose cues bear on the noun at ``index``: up to its verb and that verb's auxiliaries.

    A noun after a verb is its object or adjunct, one before its verb the subject; after a verb of speech
    a clause of its own begins.
    """
    verbs = [i for i in range(first, stop) if i != index and is_verb(tokens, i)]
    before = [i for i in verbs if i < index]
    after = [i for i in verbs if i > index]
    if before and tokens[before[-1]].low not in SPEECH:
        return (before[-2] + 1 if len(before) > 1 else first), index + 1
    start = before[-1] + 1 if before else first
    return start, (after[0] + 1 if after else stop)


def _stretch(tokens: Sequence[Token], clause: Clause, index: int) -> tuple[int, int]:
    """The part of the clause between commas that holds token ``index``."""
    first, last = clause.first, clause.last
    for i in range(clause.first, clause.last):
        if tokens[i].text == ",":
            if i < index:
                first = i + 1
            elif i > index:
                last = i
                break
    return first, last


def _verbal(tokens: Sequence[Token], index: int) -> bool:
    """Whether a form that is both verb and noun ("launch", "visits") is a verb here."""
    if index == 0:
        return False
    before = tokens[index - 1].text
    word = before.lower()
    if word in {
        "to",
        "will",
        "would",
        "'ll",
        "could",
        "may",
        "might",
        "can",
        "should",
        "must",
        "not",
        "they",
        "we",
        "he",
        "she",
        "it",
        "who",
        "which",
    }:
        return True
    # A name before an -s form is its subject: "Kea-2 launches", "Putin visits".
    return tokens[index].text.endswith("s") and before[:1].isupper()


def _past_plan(tokens: Sequence[Token], index: int) -> bool:
    """Whether "to VERB" hangs on a plan ("agreed to buy", "set to meet", "is to sign")."""
    governors = {tokens[i].low for i in range(max(0, index - 4), index - 1)}
    return bool(governors & (_PLANNED | BE | {"set", "going", "ready", "travel", "return"}))


def _speaks_in_past(tokens: Sequence[Token], clause: Clause) -> bool:
    return any(tokens[i].low in _SPEECH_PAST for i in range(clause.first, clause.last))


def _governed(tokens: Sequence[Token], clause: Clause) -> set[Modality]:
    """What the clause before says of a "that" clause: denied, claimed, expected."""
    words = [token.low for token in tokens[max(clause.first, clause.last - 4) : clause.last]]
    cues = {_CLAUSE_CUES[word] for word in words if word in _CLAUSE_CUES}
    return cues & {Modality.DENIED, Modality.ALLEGED, Modality.EXPECTED}
