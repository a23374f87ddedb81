"""Telling verbs by their form and neighbours, without a tagger.

Only finite verbs and participles matter here: they are what a date in the clause can belong to, so a
word wrongly taken for a verb costs at most an unattached date.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.assertions.inflect import IRREGULAR, gerund, third_person
from factcheck.text.model import Token

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


def is_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether ``tokens[index]`` looks like a finite verb, a participle or an infinitive (auxiliaries do not count)."""
    text = tokens[index].text
    word = text.lower()
    if word in _AUXILIARIES or not word.isalpha():
        return False
    if text[0].isupper() and index > 0:
        return False
    if word in _PAST or word in _PRESENT or word in _GERUND:
        return True
    if word.endswith("ed") and len(word) > 3:
        # An adjective stands before its noun; before a preposition it is a participle ("as advanced on Monday").
        following = tokens[index + 1].text.lower() if index + 1 < len(tokens) else ""
        return word not in _NOT_VERBS or following in {"on", "by", "at", "in", "from", "to", "last", "this"}
    if index > 0:
        before = tokens[index - 1].text.lower()
        if before in MODALS and (word in _NO_INFINITIVE or (index > 1 and tokens[index - 1].text[0].isupper())):
            return False  # "On 14 May the court"
        if before in MODALS or (before == "to" and index > 1 and word.islower() and len(word) > 2):
            return before in MODALS or _infinitive(tokens, index)
    return False


# Never an infinitive after "to": "sentenced to two years", "moved to the capital".
_NO_INFINITIVE = frozenset(
    """the his her its their our your this that these those both each every some any all him them one two three four
    five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred several
    many life prison jail death custody traffic visitors passengers tourists hospital court parliament police school
    church shore port sea land earth space power business safety""".split()
)


def _infinitive(tokens: Sequence[Token], index: int) -> bool:
    """Whether "to WORD" is an infinitive and not a direction: what governs "to" decides."""
    governor = tokens[index - 2].text.lower()
    if tokens[index].text.lower() in _NO_INFINITIVE:
        return False
    if tokens[index].text.lower() in _COMMON:
        return True
    return (
        governor in BE
        or governor.endswith(("ed", "s"))
        or governor
        in {"due", "set", "likely", "able", "ready", "going", "plan", "agree", "want", "hope", "expect", "n't", "not"}
    )


def is_passive(tokens: Sequence[Token], index: int) -> bool:
    """Whether a form of *be* or *get* governs the participle at ``index`` ("was later arrested")."""
    for back in range(index - 1, max(-1, index - 4), -1):
        word = tokens[back].text.lower()
        if word in BE or word in {"got", "gets", "get"}:
            return True
        if not (
            word.endswith("ly") or word in {"not", "n't", "also", "first", "since", "then", "later", "all", "both"}
        ):
            return False
    return False
