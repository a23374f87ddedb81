"""What a sum of money is: what was demanded, the price of a sale, a fine, a prize. Two sums of one role may be one.

The words of the figure's clause tell, else those of its sentence. What was asked for is never what was given.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.figures.told_figures import Told
from factcheck.checks.word_families import family
from factcheck.expressions.model import QuantityKind
from factcheck.identity.comparison import Level

_LINES = {
    "what was asked": "demand ransom extort want ask seek claim request sue",
    "what was given": "pay award give grant receive hand",
    "the price of a sale": "fee price sell buy purchase acquire sale fetch auction hammer",
    "a fine": "fine penalty penalise penalize",
    "bail": "bail",
    "a prize": "prize",
    "a reward": "reward",
    "a loss": "damage loss lose",
    "a payment": "bonus premium lump one-off",
    "a loan": "loan lend borrow credit",
    "a salary": "salary wage",
    "compensation": "compensation compensate redress",
    "the cost": "cost bill overrun",
    "the takings": "takings proceeds revenue turnover raise",
}
_ROLES: dict[str, set[str]] = {}
for _role, _words in _LINES.items():
    for _word in _words.split():
        _ROLES.setdefault(family(_word), set()).add(_role)
ASKED, _GIVEN = "what was asked", "what was given"
# Who pays may pay a price or a fine: this alone makes no two sums one.
_WIDE = frozenset({_GIVEN})
_ONE_ROLE = 2.5
_ONE_SHAPE = 1.5


def roles(one: Told) -> frozenset[str]:
    """The roles that the words of a sum's clause give it, else those of its sentence; none for other figures."""
    if one.quantity.kind is not QuantityKind.MONEY:
        return frozenset()
    return _of(one.clause_words) or _of(frozenset(token.text.lower() for token in one.sentence.tokens))


def _of(words: frozenset[str]) -> frozenset[str]:
    return frozenset(role for word in words for role in _ROLES.get(family(word), ()))


def role_levels(a: Told, b: Told) -> Iterator[Level]:
    """What the roles of two sums, or the shapes of two lengths, say for and against their being one."""
    if a.shape is not None and a.shape == b.shape and a.quantity.kind is not QuantityKind.COUNT:
        yield Level("thing", f"each is a {a.shape}", _ONE_SHAPE)
    if QuantityKind.MONEY not in (a.quantity.kind, b.quantity.kind):
        return
    first, second = roles(a), roles(b)
    shared = (first & second) - _WIDE
    if shared:
        yield Level("thing", f"each is {min(shared)}", _ONE_ROLE)
        return
    first, second = (_of(one.clause_words) for one in (a, b))
    if first and second and not first & second:
        asked = (ASKED in first) != (ASKED in second)
        yield Level("thing", f"{min(first)} and {min(second)}", -6.0 if asked else -1.0, veto=asked)


def most(a: Told, b: Told) -> float:
    """No fewer bits than :func:`role_levels` can give."""
    if a.quantity.kind is QuantityKind.MONEY:
        return _ONE_ROLE
    return _ONE_SHAPE if a.shape is not None and a.shape == b.shape else 0.0


def both_asked(a: Told, b: Told) -> bool:
    """Whether both are what was demanded: a demand that was made is a fact like another."""
    return ASKED in roles(a) and ASKED in roles(b)
