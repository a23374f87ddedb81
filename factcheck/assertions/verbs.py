"""Telling verbs by their form and neighbours, without a tagger.

Only finite verbs and participles matter here: they are what a date in the clause can belong to, so a
word wrongly taken for a verb costs at most an unattached date.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from factcheck.assertions.inflect import IRREGULAR, gerund, third_person
from factcheck.text.model import Token
from factcheck.text.word_table import WordTable

BE = frozenset("be is are was were been being am 's 're".split())
HAVE = frozenset("have has had having 've".split())
MODALS = frozenset("will would shall should can could may might must 'll 'd".split())
_AUXILIARIES = BE | HAVE | MODALS | frozenset("do does did done doing to not n't get got gets".split())

_PAST = (
    frozenset(
        form
        for base, (past, participles) in IRREGULAR.items()
        if base not in {"be", "have", "do", "get"}
        for form in (*past, *participles)
    )
    - frozenset({"lay", "felt", "ground", "saw", "cut", "set", "put", "read", "cost", "hit", "split", "spread", "born"})
    - frozenset({"shed", "broadcast", "forecast", "overrun", "spilt", "slain"})
)
_PRESENT = (
    frozenset(form for base in IRREGULAR if base not in {"be", "have", "do", "get"} for form in (third_person(base),))
    - frozenset(
        {
            "means",
            "runs",
            "cuts",
            "costs",
            "bids",
            "hits",
            "deals",
            "shows",
            "falls",
            "lights",
            "rings",
            "sets",
            "shots",
        }
    )
    - frozenset(
        {"slides", "swings", "springs", "rides", "spills", "spins", "sheds", "broadcasts", "forecasts", "grinds"}
    )
)
_GERUND = frozenset(gerund(base) for base in IRREGULAR if base not in {"be", "have", "do", "get"}) - frozenset(
    {"meeting", "building", "hearing", "finding", "meaning", "feeling", "showing", "shooting", "spring", "broadcasting"}
)
_AFTER_PARTICIPLE = frozenset({"on", "by", "at", "in", "from", "to", "last", "this"})
# Ending in -ed and no verb, or adjectives more often than verbs.
_NOT_VERBS = frozenset(
    """united indeed hundred seed speed breed need feed weed red bed shed sacred naked wicked aged armed wounded
    injured married retired experienced limited advanced so-called alleged unprecedented embed newlywed""".split()
)
# Say when something happened but not what: their times and places are those of the event they carry.
LIGHT = frozenset(
    """began begin begins begun start started starts came come comes happen happened happens occur occurred occurs
    took take takes taken place held hold holds hosted host hosts gave give gives given staged stage last lasted lasts
    ended end ends concluded follow followed mark marked marks made make makes was were is planned scheduled postponed
    due meant set went goes completed opened""".split()
)


# Bases that follow "to" as infinitives whatever stands before.
_COMMON = frozenset(IRREGULAR) | frozenset(
    """discuss help support provide deliver ensure improve allow avoid create develop ease end explain face fund gain
    handle identify increase join launch limit maintain manage mark obtain oversee plan prepare prevent produce promote
    protect prove pursue raise reach receive reduce release remain remove repair replace resolve respond restore resume
    return review save secure serve settle share start stop study supply tackle use visit vote wait walk watch work
    attend announce approve arrange ask attack become brief call carry celebrate check clear close collect combat commit
    complete confirm consider continue cover defend deny describe destroy determine deter discover establish evacuate
    examine expand extend finance finish force hand hire host impose include inspect introduce invest investigate
    invite issue kill learn leave lift mediate monitor move negotiate offer open operate order participate pass persuade
    pick present press print process publish pull push question rebuild recover regain relocate rescue sanction search
    select sign sort spare speed stage stem step strengthen submit supervise surrender survive testify track trade train
    transfer treat try turn unveil upgrade""".split()
)


class _Form(Enum):
    """What the form of a word alone tells: of most words, that they are verbs nowhere but after "to" or a modal."""

    NO_VERB = auto()
    VERB = auto()
    ED = auto()
    BARE = auto()


_NO_VERB, _VERB, _ED, _BARE = _Form
_BEFORE_BARE = MODALS | {"to"}


def _form(text: str) -> _Form:
    word = text.lower()
    if word in _AUXILIARIES or not word.isalpha():
        return _NO_VERB
    if word in _PAST or word in _PRESENT or word in _GERUND:
        return _VERB
    return _ED if word.endswith("ed") and len(word) > 3 else _BARE


_forms = WordTable(_form)


def is_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether ``tokens[index]`` looks like a finite verb, a participle or an infinitive (auxiliaries do not count)."""
    text = tokens[index].text
    form = _forms[text]
    if form is _NO_VERB or (index > 0 and text[0].isupper()):
        return False
    if form is _VERB:
        return True
    if form is _ED:
        # An adjective stands before its noun; before a preposition it is a participle ("as advanced on Monday").
        following = tokens[index + 1].low if index + 1 < len(tokens) else ""
        return text.lower() not in _NOT_VERBS or following in _AFTER_PARTICIPLE
    if index == 0:
        return False
    before = tokens[index - 1].low
    if before == "to":
        word = text.lower()
        return index > 1 and len(word) > 2 and word.islower() and _infinitive(tokens, index)
    if before in MODALS:
        # "On 14 May the court"
        return not (text.lower() in _NO_INFINITIVE or (index > 1 and tokens[index - 1].upper))
    return False


def verbs_of(tokens: Sequence[Token]) -> list[int]:
    """The indices of all tokens that are verbs by :func:`is_verb`."""
    found = []
    before = ""
    for index, token in enumerate(tokens):
        form = _forms[token.text]
        # Of the plain words, which are most, none is a verb elsewhere.
        if form is not _NO_VERB and (form is not _BARE or before in _BEFORE_BARE) and is_verb(tokens, index):
            found.append(index)
        before = token.low
    return found


# Never an infinitive after "to": "sentenced to two years", "moved to the capital".
_NO_INFINITIVE = frozenset(
    """the his her its their our your this that these those both each every some any all him them one two three four
    five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred several
    many life prison jail death custody traffic visitors passengers tourists hospital court parliament police school
    church shore port sea land earth space power business safety""".split()
)


_GOVERNORS = BE | frozenset("due set likely able ready going plan agree want hope expect n't not".split())


def _infinitive(tokens: Sequence[Token], index: int) -> bool:
    """Whether "to WORD" is an infinitive and not a direction: what governs "to" decides."""
    word = tokens[index].low
    if word in _NO_INFINITIVE:
        return False
    if word in _COMMON:
        return True
    governor = tokens[index - 2].low
    return governor in _GOVERNORS or governor.endswith(("ed", "s"))


def is_passive(tokens: Sequence[Token], index: int) -> bool:
    """Whether a form of *be* or *get* governs the participle at ``index`` ("was later arrested")."""
    for back in range(index - 1, max(-1, index - 4), -1):
        word = tokens[back].low
        if word in BE or word in {"got", "gets", "get"}:
            return True
        if not (
            word.endswith("ly") or word in {"not", "n't", "also", "first", "since", "then", "later", "all", "both"}
        ):
            return False
    return False
