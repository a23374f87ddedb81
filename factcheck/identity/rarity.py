"""How telling it is that two statements share a word: rare words tell, common ones do not."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from factcheck.assertions.model import Assertion
from factcheck.assertions.words import stem

# Two articles say little of how common a word is. They are read as part of a corpus that has this many statements
# more, in which the words of ordinary news are common and all others are not.
_ELSEWHERE = 40
_COMMON = 0.05  # the share of statements that hold a word of ordinary news
_ORDINARY = frozenset(
    stem(word)
    for word in """
    against attack killing killed kill death dead died fight fighting fire force forces government launched launch
    murder officer officers official officials police shooting shot state states
    troops war area army around arrested
    arrest attempt back began begin between bomb building buildings called city charged continued end ended
    followed found held however included including injured wounded later left made major many member members
    military near old opened open operation operations ordered order peace planned plan plans protest quake released
    release result results several signed strike support through took taken work workers accused across action
    again agreed air allowed along although away bank became because bill border broke came capital car case
    caused civilians claimed close closed company control country court damage damaged deal declared demand
    despite destroyed due earlier effort elected election employees entered expected failed family few firm five
    four six seven eight nine ten front general group head hearing high hit home hospital hour hours house increase
    international island issued joined judge large lead least leave led life lives line local long main making
    meeting met miles mass measures morning moved move national news north northern south southern east eastern
    west western now number other outside part party passed place point political power public reached received region
    remain remained returned round said saw service set ship side since started start still street struck team
    thousand thousands hundred hundreds million today toward town turned unit used using vehicle village violence vote
    way well went within without women world young crowd nearby residents authorities ministry spokesman spokeswoman
    """.split()
)


def stem_rarity(claims: Iterable[Assertion]) -> dict[str, float]:
    """Bits by which sharing a content stem tells: -log2 of the share of statements that hold it, at most 6."""
    told = [assertion.words for assertion in claims]
    count = Counter(chain.from_iterable(told))
    total = len(told) + _ELSEWHERE
    numbers = set(count.values())
    rare = {number: min(6.0, math.log2(total / number)) for number in numbers}
    ordinary = {number: min(6.0, math.log2(total / (number + _COMMON * _ELSEWHERE))) for number in numbers}
    return {word: (ordinary if word in _ORDINARY else rare)[number] for word, number in count.items()}
