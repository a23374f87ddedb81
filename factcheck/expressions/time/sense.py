"""Whether the clause around an expression speaks of what was or of what will be."""

from __future__ import annotations

from collections.abc import Sequence

PAST, FUTURE = "past", "future"

_MODALS = frozenset("will shall 'll ll won would should might must may".split())
_AHEAD = frozenset("due plans planning slated expects expect intends intend hopes wants deadline next".split())
# These look ahead only as verbs ("was scheduled for"), not before a noun ("its planned close").
_AHEAD_BEFORE = frozenset("scheduled expected planned set".split())
_AHEAD_LINKS = frozenset("to for on in at by until no".split())
# Third-person presents that announce: "the fair opens on Friday".
_ANNOUNCING = frozenset(
    "opens starts begins meets closes ends resumes returns arrives departs hosts faces kicks debuts airs expires goes "
    "heads travels".split()
)
_PAST = frozenset(
    "said was were had did told began took came went made saw got left met won lost fell rose hit killed found held "
    "gave became brought sent led ran struck broke flew shot sold paid spoke wrote put cut shut drew grew "
    "knew kept caught taught bought fought thought built burnt felt dealt meant heard understood stood withdrew sank "
    "rang sang swore threw tore wore woke overtook underwent arose awoke bent bit bled burst chose clung crept drank "
    "drove ate fed fled forgot froze hung hid knelt leapt lent lit overcame quit rode sought shook shed shone shrank "
    "slept slid spread sprang stole stuck swam swept swung undertook upheld wept withheld "
    "has have been".split()
)
_NOT_VERBS = frozenset("united hundred indeed need speed breed seed weed exceed proceed succeed".split())
_INFINITIVE_AFTER = frozenset(
    "hoped planned agreed vowed pledged promised decided intended wanted meant supposed is are due scheduled set plans "
    "plan expected ready wants hopes intends slated going want".split()
)
_ARTICLES = frozenset("a an the this that its their his her our another no".split())
_CLAUSE_ENDS = frozenset(";:.")
# Words that may say something: all others, but for those in "-ed", need not be asked.
_TELLING = _MODALS | _AHEAD | _AHEAD_BEFORE | _ANNOUNCING | _PAST | {"to"}


def sense(words: Sequence[str], first: int, last: int) -> str | None:
    """PAST, FUTURE or None for the expression at ``words[first:last]``.

    The nearest verb to the left in the sentence decides, then the nearest to the right. A heuristic
    without a parser: it puts the future ones right where "will", "to", "due", "scheduled" and the like
    stand before them, which in news they nearly always do.
    """
    before = words[first - 1].lower() if first else ""
    if before in {"declared", "proclaimed"}:
        return FUTURE  # "declared Wednesday a day of mourning"
    for index in range(first - 1, max(-1, first - 25), -1):
        word = words[index].lower()
        if word in _CLAUSE_ENDS:
            break
        if word not in _TELLING and not word.endswith("ed"):
            continue
        verdict = _verdict(words, index, word)
        if verdict is not None:
            if verdict == PAST and before in {"until", "till"} and word not in _PAST:
                continue  # "closed until Friday": what was decided reaches ahead
            return verdict
    if before in {"until", "till"}:
        return FUTURE
    for index in range(last, min(len(words), last + 20)):
        word = words[index].lower()
        if word in _CLAUSE_ENDS:
            break
        if word not in _TELLING and not word.endswith("ed"):
            continue
        verdict = _verdict(words, index, word)
        if verdict is not None:
            return verdict
    return None


def _verdict(words: Sequence[str], index: int, word: str) -> str | None:
    """What one word says of the time of its clause."""
    before = words[index - 1].lower() if index else ""
    if before in {"be", "being", "get"}:
        return None  # "be completed", "be made": the verb before "be" says when
    if word in _AHEAD_BEFORE:
        following = words[index + 1].lower() if index + 1 < len(words) else ""
        return FUTURE if following in _AHEAD_LINKS else None
    if word in _PAST:
        # "a cut", "the run", "their lead": nouns of the same form
        return None if before in _ARTICLES else PAST
    if word in _MODALS:
        return FUTURE if words[index] == word or index == 0 else None  # "May" is a month, "Will" a name
    if word in _AHEAD or word in _ANNOUNCING:
        return FUTURE
    if word == "to":
        if before in {"also", "now", "still", "then", "not", "later"} and index > 1:
            before = words[index - 2].lower()
        return FUTURE if before in _INFINITIVE_AFTER else None
    if len(word) > 4 and word.endswith("ed") and word not in _NOT_VERBS:
        return PAST
    return None
