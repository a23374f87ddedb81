"""Whether the clause around an expression speaks of what was or of what will be."""

from __future__ import annotations

from collections.abc import Sequence

PAST, FUTURE = "past", "future"

_FUTURE = frozenset(
    "will shall 'll ll won would scheduled due expected plans planned planning plan set slated expects intends hopes "
    "upcoming going aims wants ahead deadline may might could should must can deadline".split()
)
_FUTURE -= {"would", "could", "may", "might", "can", "plan"}
# Third-person presents that announce: "the fair opens on Friday".
_ANNOUNCING = frozenset(
    "opens starts begins meets closes ends resumes returns arrives departs visits hosts faces kicks debuts airs leaves "
    "plays runs expires".split()
)
_PAST = frozenset(
    "said was were had did told began took came went made saw got left met won lost fell rose hit killed found held "
    "gave became brought sent led ran struck broke flew shot sold paid spoke wrote put cut set-up shut drew grew "
    "knew kept caught taught bought fought thought built burnt felt dealt meant heard understood stood withdrew sank "
    "rang sang swore threw tore wore woke overtook underwent has have been fired".split()
)
_ENDS = frozenset(";:.")


def sense(words: Sequence[str], first: int, last: int) -> str | None:
    """PAST, FUTURE or None for the expression at ``words[first:last]``.

    The nearest verb to the left in the sentence decides, then the nearest to the right. A heuristic
    without a parser: of weekdays in news it puts the future ones right where "will", "to", "due",
    "scheduled" and the like stand before them.
    """
    for index in range(first - 1, max(-1, first - 25), -1):
        word = words[index].lower()
        if word in _ENDS:
            break
        verdict = _verdict(words, index, word)
        if verdict is not None:
            return verdict
    for index in range(last, min(len(words), last + 12)):
        word = words[index].lower()
        if word in _ENDS:
            break
        verdict = _verdict(words, index, word)
        if verdict is not None:
            return verdict
    return None


def _verdict(words: Sequence[str], index: int, word: str) -> str | None:
    if word in _FUTURE:
        if word == "set" and not (index + 1 < len(words) and words[index + 1].lower() in {"to", "for"}):
            return None
        if word == "going" and not (index + 1 < len(words) and words[index + 1].lower() == "to"):
            return None
        return FUTURE
    if word in _ANNOUNCING:
        return FUTURE
    if word in _PAST:
        return PAST
    if len(word) > 4 and word.endswith("ed") and word not in {"united", "hundred", "indeed", "need"}:
        following = words[index + 1].lower() if index + 1 < len(words) else ""
        if word in {"scheduled", "planned", "expected"} or (word in {"designed", "supposed"} and following == "to"):
            return FUTURE
        return PAST
    if (
        word == "to"
        and index > 0
        and words[index - 1].lower() in {"is", "are", "due", "scheduled", "set", "plans", "expected", "ready"}
    ):
        return FUTURE
    return None
