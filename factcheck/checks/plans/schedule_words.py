"""The words of schedules: what is done, what announces it, and what says that it came late or not at all.

What is done is told by a key: the class of a verb or of its noun where news has several words for one step ("open",
"start", "launch"), else the stem of the verb itself.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from factcheck.assertions.inflect import IRREGULAR, gerund, third_person, verb_forms
from factcheck.assertions.verbs import LIGHT
from factcheck.assertions.words import stem
from factcheck.pattern_words import may_find
from factcheck.patterns import regex
from factcheck.text.model import Token

# Steps of which schedules speak, each with its verbs (base forms) and nouns.
_STEPS = {
    "resume": "resume restart reopen relaunch reinstate resumption reopening",
    "begin": "open begin start launch commence opening beginning inauguration",
    "launch": "launch fly liftoff lift-off flight maiden blast-off",
    "end": "end finish close conclude conclusion",
    "publish": "publish report deliver release submit present issue unveil hand publication report findings",
    "free": "free release liberate liberation",
    "name": "name nominate appoint propose choose nomination appointment",
    "sign": "sign signing signature",
    "leave": "leave depart departure withdraw withdrawal",
    "arrive": "arrive land arrival landing",
    "complete": "complete finish ready completion",
    "decide": "decide rule convict acquit verdict ruling decision judgment judgement conviction acquittal",
    "sentence": "sentence sentencing",
    "swear": "swear inaugurate swearing-in inauguration oath",
    "ratify": "ratify approve ratification approval",
    "deliver": "deliver ship receive hand delivery shipment handover",
    "vote": "vote elect election ballot referendum poll",
    "meet": "meet meeting summit talks",
    "pay": "pay payment",
    "visit": "visit tour trip",
    "vaccinate": "vaccinate immunise immunize vaccination",
}
PAST_FORMS = frozenset(form for past, _ in IRREGULAR.values() for form in past) - frozenset(IRREGULAR)
_IRREGULAR = {
    form: base for base, (past, participles) in IRREGULAR.items() for form in (*past, *participles, gerund(base))
} | {third_person(base): base for base in IRREGULAR}


@cache
def _keys() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for step, words in _STEPS.items():
        for word in words.split():
            for form in (word, *verb_forms(word)):
                found.setdefault(form, set()).add(step)
    return {word: frozenset(steps) for word, steps in found.items()}


def _base(word: str) -> str:
    """One form for all of a verb: its base where it is irregular, its stem otherwise."""
    word = word.lower()
    base = stem(_IRREGULAR.get(word, word))
    # "stopped" and "stop"
    return base[:-1] if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiouls" else base


_NOUNS = frozenset(
    "report reports verdict trial flight flights round hearing visit election vote ballot summit".split()
)
# Stems of any plan's or forecast's words, which show no common thing.
EMPTY = frozenset(
    stem(word)
    for word in """due plan planned expect expected hope hoped will would said later earlier late date set make made
    take place come came hold held put off postponed delayed dropped again back today yesterday tomorrow now still
    already yet spoken official officials government country city statement news time start end open begin long
    number people work way part company side per cent percent million billion thousand euros dollars pounds""".split()
)
# Steps that the same people take again and again; and what happens once after a stop.
OFTEN = frozenset("leave arrive meet vote pay deliver visit".split())
ONCE = frozenset({"resume"})
# Verbs that only carry what their subject or object names.
_CARRIERS = (
    LIGHT
    | frozenset(
        """expected forecast hoped hope hopes expects expect return returned returning reach reached hand handed issue
        issued announce announced announces carried conducted organised organized arranged brought put will be due
        slated happen planned planning spoken spoke said go gone delayed missed slipped""".split()
    )
) - frozenset(
    """open opens opened began begin begins begun start starts started end ends ended conclude concludes concluded
    complete completes completed""".split()
)
# Several words that tell a step; a verb of theirs is no step by itself.
_PHRASES = (
    ("resume", regex(r"\bback (?:in|into|to) (?:service|operation|work|business)\b")),
    ("decide", regex(r"\bfound (?:[\w'’-]+ ){1,5}guilty\b|\bfound guilty\b|\bcleared of\b")),
    ("free", regex(r"\blet go\b|\b(?:be|been|were|was|are|see (?:them|him|her)|come|came|back|return\w*) home\b")),
    ("name", regex(r"\b(?:put|puts|putting)(?: [\w'’-]+){1,3} forward\b|\bput forward\b")),
    ("sign", regex(r"\b(?:put|puts|putting) (?:their|his|her|its) (?:names?|signatures?) (?:to|on)\b")),
    ("sign", regex(r"\b(?:initialled|initialed)\b")),
    (
        "launch",
        regex(r"\b(?:lift(?:s|ed|ing)?|blast(?:s|ed|ing)?|t(?:ake|akes|ook|aking)) off\b|\bleft the pad\b"),
    ),
    ("force", regex(r"\b(?:in|into) (?:force|effect)\b|\bt(?:ake|akes|ook|aking|aken) effect\b")),
    (
        "swear",
        regex(r"\b(?:t(?:ake|akes|ook|aking) office|bec[oa]me (?:mayor|president|prime minister|governor))\b"),
    ),
    (
        "end",
        regex(
            r"\b(?:go|goes|going|went|run|runs|ran|last|lasts|lasted"
            r"|continue[sd]?) (?:on )?(?:for )?(?:[\w-]+ [\w-]+,? )?until\b"
        ),
    ),
    ("leave", regex(r"\bset(?:s|ting)? (?:off|out|sail)\b|\b(?:fly|flies|flew|flying) (?:home|out|back)\b")),
)
_ANY_PHRASE = regex("|".join(pattern.pattern for _, pattern in _PHRASES))

# "Easter, by which they were to have been home": after the date that was planned.
RECALLED_AFTER = regex(
    r",? (?:by|on|in) which (?:[\w'’-]+ ){1,6}?(?:(?:was|were) (?:supposed |meant |due )?to |had (?:been )?(?:due|hoped"
    r"|planned|meant|expected|promised))"
)
# Before the time: what makes a clause a plan for it.
PLAN = regex(
    r"\b(?:will|shall|due|expect(?:s|ed|ing)?|hop(?:e|es|ed|ing)|scheduled|plan(?:s|ned|ning)?|slated"
    r"|set (?:to|for|aside)|aim(?:s|ed|ing)?|intend(?:s|ed|ing)?|promis(?:e|es|ed|ing)|pledg(?:es|ed)"
    r"|vow(?:s|ed)|meant (?:to|for|as)"
    r"|forecasts?|predict(?:s|ed)|(?:is|are|was|were) (?:then |also |now )?to [a-z]+|target(?:s|ed)?|agreed to"
    r"|no earlier than|wants? to|ordered to|has until|have until|had until|likely|means? to|meant to|pencilled in"
    r"|look(?:s|ed|ing)? (?:to|for)|ready (?:to|for)|about to|on course to|foresees?|estimates?|projects"
    r"|projected)\b|['’]ll\b"
)
# The same with the verb after it, for plans without a date.
PLAN_TO = regex(
    r"\b(?:will|due to|(?:expect|plan|hope|intend|promise)(?:s|ed)? to|scheduled to|(?:is|are|was|were) to|agreed to"
    r"|(?<=would )be|set to) [a-z]+"
)
# What governs an infinitive that is the plan itself.
ANNOUNCING = regex(
    r"\b(?:(?:hop|expect|plan|aim|intend|promis|pledg|vow|agre|want|mean|look)(?:es|ed|s|e)? to|(?:is|are|was|were)"
    r" (?:due |set )?to|due to|set to|scheduled to|will|would|shall|should) "
)
# "Did not leave until Thursday": it did then, and that was late.
NOT_UNTIL = regex(r"\b(?:did|had|could|was|were) not\b[^.;]{0,60}\b(?:until|before) (?:the |early |late )*$")
WOULD = regex(r"\b(?:would|should|could)\b")
SAID = regex(r"\b(?:said|says|told|announced|confirmed|promised|added|according to)\b")
REPORT = regex(r"\b(?:reports?|findings|finds|pages|conclu(?:des?|ded|sions?))\b")
SAID_AFTER = regex(r",? (?:[\w'’-]+ ){0,6}?(?:said|says|told|announced|confirmed|promised|added)\b")
PAST = regex(r"\b(?:was|were|had|did|has|have)\b")
NOT = regex(
    r"\b(?:not|never|no longer|nobody|no one|without|neither|nor|cannot)\b|n['’]t\b"
    r"|\b[Nn]o [a-z]+ (?:will|would|is|was|are)\b"
)
UNSURE = regex(r"\b(?:could|may|might|if|whether|unless|perhaps|possibly)\b")
# A plan that the writer knows to be past.
RECALLED = regex(
    r"\bhad (?:once |then |originally |first |been )*(?:hoped|planned|meant|intended|expected|promised|spoken of|wanted"
    r"|aimed|scheduled|set|due|pencilled|talked of)\b"
    r"|\b(?:was|were) (?:originally |first |once |supposed |meant |due )*to (?:have|'ve) "
    r"|\b(?:was|were) supposed to\b"
    r"|\b(?:was|were) (?:originally|first|initially|once) (?:to|due|planned|scheduled|expected|meant|set)\b"
    r"|\bthen (?:hoped|spoke of|planned|talked of|expected)\b"
    r"|\b(?:originally|initially|first) (?:planned|scheduled|due|expected|set|meant|intended|announced)"
    r" (?:for|on|in|to|by)\b"
    r"|\bthe (?:planned|original|promised|scheduled|announced) (?:date|day|start|opening)\b"
)
# A plan that came later than said, or by another day.
LATE = regex(
    r"\b(?:later|longer|earlier|sooner) than (?:\w+ ){0,4}?(?:planned|hoped|expected|scheduled|intended|meant|promised"
    r"|forecast|announced|thought|due)\b"
    r"|\b(?:later|longer|earlier|sooner|after) (?:\w+ ){0,3}?had (?:been )?(?:planned|hoped|expected|scheduled|intended"
    r"|meant|promised|feared|announced)\b"
    r"|\b(?:days?|weeks?|months?|years?|hours?) (?:late|behind schedule|overdue|ahead of schedule)\b"
    r"|\b(?:behind|ahead of) (?:schedule|(?:the|its) timetable)\b"
    r"|\bafter (?:a|the|long|several|repeated|many) (?:\w+ )?(?:delays?|postponements?)\b"
)
# A plan that was moved, with the new time.
MOVED = regex(
    r"\b(?:put off|put back|postponed|delayed|pushed back|rescheduled|extended|prolonged|deferred|adjourned|moved"
    r"|held over|brought forward)(?: [\w'’-]+){0,4} (?:until|to|till|by|for)\b"
)
# A plan that came to nothing, or to no date.
DROPPED = regex(
    r"\b(?:(?:has|have|had|was|were|been|be|is|are) (?:since |now |then |also |quietly )?(?:been )?(?:dropped|cancelled"
    r"|canceled|called off|scrapped|abandoned|shelved|postponed|put off|delayed"
    r"|left (?:for|to) (?:a |another )?later(?: date| day| time)?|left out)"
    r"|(?:has|have|had) (?:dropped|cancelled|canceled|called off|scrapped|abandoned|shelved|postponed|put off"
    r"|delayed))\b"
    r"|\b(?:did|does|do|would|will) not (?:go ahead|take place|happen)\b"
)
# One of these words stands in what DROPPED finds; in what PLAN_TO finds, or "to" with one of BEING.
DROPPING = frozenset(
    """dropped cancelled canceled called scrapped abandoned shelved postponed put delayed left ahead place
    happen""".split()
)
PLANNING = frozenset(
    """will due expect expects expected plan plans hope hopes intend intends intended promise promises scheduled agreed
    be set""".split()
)
BEING = frozenset({"is", "are", "was", "were"})
BY = regex(
    r"\b(?:by|before|until|within|no later than|not later than|at the latest|ahead of)(?: the end of| end of)? ?$"
)
FROM_ON = regex(r"\b(?:no earlier than|not before|not earlier than|at the earliest|from|after)(?: about)? ?$")
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "final": -1, "last": -1}


def base_of(word: str) -> str:
    """One form for all forms of a verb: only compared with itself, never shown."""
    return _base(word)


def step_of(word: str) -> frozenset[str]:
    """The steps that a verb form or noun tells, empty where it is in no table."""
    return _keys().get(word.lower(), frozenset())


def is_step(key: str) -> bool:
    """Whether a key is a step of the table, not merely a verb."""
    return key in _STEPS


_PLAIN_BEFORE = LIGHT | frozenset(
    """the a an its his her their this that these those another and or of to in on at by for from with any no some all
        also not next new last first second third fourth fifth long main""".split()
)


def described(tokens: Sequence[Token], first: int, last: int, spoken: frozenset[str]) -> frozenset[tuple[str, str]]:
    """Nouns that tell a step, each with the word that describes it: ("report", "preliminary").

    ``spoken`` are the words of the sentence (``words_in``).
    """
    if spoken.isdisjoint(_NOUNS):
        return frozenset()
    found = set()
    for index in range(max(first, 1), last):
        word, before = tokens[index].low, tokens[index - 1].text
        if word in _NOUNS and before.islower() and before.isalpha() and before not in _PLAIN_BEFORE:
            found.add((_base(word), before))
    return frozenset(found)


def is_carrier(word: str) -> bool:
    """Whether the verb only carries what its subject or object names ("took place", "is due")."""
    return word.lower() in _CARRIERS


def doing(
    tokens: Sequence[Token],
    verb: int | None,
    first: int,
    last: int,
    text: str,
    spent: Collection[int] = (),
    spoken: frozenset[str] | None = None,
) -> frozenset[str]:
    """Keys of what ``tokens[first:last]`` (with the text ``text``) does: of its verb, phrases and nouns with a step.

    ``spent`` are tokens of times, which do nothing: "the end of March". ``spoken`` are the words of the sentence
    (``words_in``), where they are known.
    """
    found: set[str] = set()
    phrases: set[str] = set()
    if (spoken is None or may_find(_ANY_PHRASE, spoken)) and _ANY_PHRASE.search(text):
        phrases = {step for step, pattern in _PHRASES if pattern.search(text)}
    if verb is not None and not is_carrier(tokens[verb].text):
        found |= step_of(tokens[verb].text) or {_base(tokens[verb].text)}
        if any(tokens[index].text == "again" for index in range(verb + 1, min(verb + 6, last))):
            found = (found - {"begin"}) | {"resume"}
    if not found - {"name", "publish"} or verb is None or is_carrier(tokens[verb].text):
        steps = _keys()
        for index in range(first, last):
            word = tokens[index].text
            if word in steps and index != verb and index not in spent and word.islower() and not is_carrier(word):
                found |= steps[word]
    if not found and not phrases and verb is not None and tokens[verb].low not in LIGHT:
        found = {_base(tokens[verb].text)}
    return frozenset(found | phrases)
