"""What a number measures: the head noun with its modifiers, and one word each for the fates of people.

"Killing at least 12 people", "12 dead", "41 bodies recovered", "the death toll rose to 38" all count the
dead; comparing tolls across articles needs one name for them.
"""

from __future__ import annotations

import re

from factcheck.expressions.model import QuantityKind
from factcheck.expressions.quantity import nouns
from factcheck.patterns import regex

_GENERIC = frozenset({"person", "body", "corpse", "life", "victim", "other", "individual", "death", "fatality", "one"})
_OF_HEAD = {
    "death": "dead",
    "fatality": "dead",
    "survivor": "survivor",
    "injury": "injured",
}
# Used in a verbose pattern, where a plain space would mean nothing.
_TOLL = (
    r"(?:toll|number[ ]of[ ](?:the[ ])?(?:people[ ])?(?:known[ ])?(?:to[ ]have[ ])?"
    r"(?:dead|deaths|fatalities|victims|died|killed))"
)
_BEFORE = regex(
    rf"""(?:
      (?P<both>\b(?:kill(?:ed|ing)?|dead)[ ](?:or|and)[ ](?:wound(?:ed|ing)?|injur(?:ed|ing)?))
    | (?P<dead>\bkill(?:ed|ing|s)?|\bdeaths?[ ]of|\blives[ ]of|\bclaim(?:ed|ing|s)
        |\b{_TOLL}\b(?:[ ][\w'-]+){{0,12}}[ ](?:to|of|at|is|was|were|hit|hits
          |reach(?:ed|es|ing)|pass(?:ed|es)|top(?:ped|s))
        |\bdead[ ]number(?:ed|s)?|\bdead[ ]?[(:]|\bfatalities:|\bdead[ ]at|\bleft[ ]dead)
    | (?P<injured>\binjur(?:ed|ing|es|ies[ ]to)|\bwound(?:ed|ing|s)|\bhurting|\b(?:injured|wounded)[ ]?[(:])
    | (?P<missing>\bmissing[ ]?[(:]|\bmissing[ ](?:at|to))
    | (?P<rescued>\brescu(?:ed|ing|es)|\bsaved|\bsaving|\brescued[ ]?[(:])
    )[ ]?$""",
    re.VERBOSE | re.IGNORECASE,
)
_HINTS = (
    "kill", "dead", "deat", "toll", "lives", "claim", "injur", "wound", "hurt", "missing", "rescu", "sav", "number of",
    "fatal",
)  # fmt: skip
_AFTER = regex(
    r"""(?P<gap>(?:[ ](?:have|has|had|were|was|are|is|been|being|still|now|also|confirmed|known|reported|feared|presumed
        |listed[ ]as|officially|others?|more|who|later|initially|believed|remain(?:ed|s|ing)?|to[ ]have|to[ ]be|as
        |reportedly
        |people|persons|so[ ]far|left|them)){0,6})
        [ ](?:(?P<dead>dead|killed|died|dying|drowned|perished|deaths|fatalities|lives[ ]lost
          |lost[ ]their[ ]lives|bodies)
        |(?P<injured>injured|wounded|hurt|injuries)
        |(?P<missing>missing|unaccounted[ ]for)
        |(?P<rescued>rescued|saved|pulled[ ](?:alive|from|out)|plucked[ ]from)
        |(?P<survivor>survivors?|survived))(?![\w-])(?P<both>[ ](?:and|or)[ ](?:injured|wounded|hurt|maimed))?""",
    re.VERBOSE,
)
_FEARED = regex(r"feared|presumed|believed")


def what(
    prose: str, start: int, end: int, kind: QuantityKind | None, noun: nouns.Noun | None, floor: int, stop: int
) -> str | None:
    """What a quantity of ``kind`` measures; of a number without a unit (None), the fate or the noun that it counts."""
    if kind is None:
        return fate(prose, start, end, noun, floor, stop) or (noun.phrase if noun else None)
    return of_measure(prose, start, end, floor, stop)


def fate(prose: str, start: int, end: int, noun: nouns.Noun | None, floor: int, stop: int) -> str | None:
    """ "dead", "injured", "missing", "survivor" or "rescued" where a count of people (or no noun) says so.

    A noun that says more ("12 soldiers were killed") is kept: "dead soldier" is not "dead".
    """
    head = noun.head if noun else None
    found: str | None = None
    tail = noun.end if noun else end
    if head in _OF_HEAD:
        return _OF_HEAD[head]
    if head in {"body", "corpse"}:
        return "dead"
    after = _AFTER.match(prose, tail, stop)
    if after:
        found = _chosen(after)
        if found == "dead" and after["both"]:
            found = "dead or injured"
        elif found == "dead" and _FEARED.search(after["gap"]):
            found = "feared dead"
    else:
        window = prose[max(floor, start - 90) : start]
        low = window.lower()
        if any(hint in low for hint in _HINTS):
            before = _BEFORE.search(window)
            if before:
                found = "dead or injured" if before["both"] else _chosen(before)
    if found is None or head is None or head in _GENERIC:
        return found
    return f"{found} {noun.phrase}" if noun and _is_person(head) else None


_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ant", "ent", "ee", "child", "ese", "ot", "ing")
_PEOPLE = frozenset(
    """person man woman child girl boy soldier civilian passenger worker miner troop police guard student pupil
    migrant refugee rebel militant hostage tourist pilot nurse doctor teacher officer crew staff personnel member
    resident villager protester demonstrator firefighter rescuer journalist baby infant adult youth national
    citizen insurgent gunman attacker bomber fighter marine sailor fisherman pilgrim shopper guest teenager
    employee american briton german israeli palestinian iraqi afghan syrian russian ukrainian chinese indian
    pakistani turk""".split()
)


def _is_person(head: str) -> bool:
    return head in _PEOPLE or head.endswith(_PERSON_ENDINGS)


def _chosen(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    for name in ("dead", "injured", "missing", "rescued", "survivor"):
        if groups.get(name):
            return name
    return None


_OF = regex(r" (?:worth )?(?:of|in) ((?:the |its |his |her |their |all |these |those |this |that |a |an )?)")
_SHAPE = regex(
    r"[ -](tall|high|long|wide|deep|thick|away|across|apart|heavy|in diameter|in length|in height|in width|in depth)\b"
)
_SHAPES = {
    "tall": "height",
    "high": "height",
    "in height": "height",
    "long": "length",
    "in length": "length",
    "wide": "width",
    "across": "width",
    "in width": "width",
    "deep": "depth",
    "in depth": "depth",
    "thick": "thickness",
    "away": "distance",
    "apart": "distance",
    "in diameter": "diameter",
    "heavy": "weight",
}
_SUBJECT = regex(
    r"((?:[A-Za-z-]+ )?[A-Za-z-]+) (?:of|was|is|were|at|stood at|stands at|came to|comes to|totall?ed|reached|hit"
    r"|rose to|fell to|climbed to|grew to|dropped to) ?(?:a |an |the |just |only )?$"
)
_SUBJECT_ENDS = (
    "of", "was", "is", "were", "at", "to", "totalled", "totaled", "reached", "hit", "a", "an", "the", "just", "only",
)  # fmt: skip
_WORDS = regex(r"(?: |-)([a-z][a-z-]*)(?: ([a-z][a-z-]*))?(?: ([a-z][a-z-]*))?")
_SKIP = frozenset(
    """the a an its his her their this that total of and in to by from was is were at for with on as it he she they
    more less than about some nearly rate""".split()
)
_NO_HEAD = frozenset(
    "more less higher lower fewer better worse next last each apiece ago later earlier up down away".split()
)


def of_measure(prose: str, start: int, end: int, floor: int, stop: int) -> str | None:
    """What a measure, sum of money or percentage is of: "14 km deep" depth, "60% of the parts" part."""
    shape = _SHAPE.match(prose, end, stop)
    if shape:
        return _SHAPES.get(shape[1])
    of = _OF.match(prose, end, stop)
    if of and (" of" in of.group() or " worth" in of.group()):
        noun = nouns.after(prose, of.end() - 1, stop)
        if noun:
            return noun.phrase
        word = _WORDS.match(prose, of.end() - 1, stop)
        if word and word[1] not in _SKIP:
            return word[1]
    noun = nouns.after(prose, end, stop)
    if noun:
        return noun.phrase
    words = _WORDS.match(prose, end, stop)
    if words:
        run: list[str] = []
        for part in words.groups():
            if part is None or part in nouns.STOPS or part in _NO_HEAD or part.endswith(("ly", "ed")):
                break
            run.append(part)
        if run:
            return " ".join(run)
    if not prose[max(floor, start - 10) : start].rstrip(" ").endswith(_SUBJECT_ENDS):
        return None
    subject = _SUBJECT.search(prose, max(floor, start - 60), start)
    if subject:
        kept = [word for word in subject[1].lower().split() if word not in _SKIP]
        if kept:
            return " ".join(kept)
    return None
