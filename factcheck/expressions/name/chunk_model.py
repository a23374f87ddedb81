"""A capitalised sequence with what was read of its words and surroundings."""

from __future__ import annotations

from enum import Enum, auto

from factcheck.expressions.name.chunk_runs import is_acronym, is_upper
from factcheck.records import dataclass, field
from factcheck.text.model import Token


@dataclass(slots=True)
class Chunk:
    """A candidate name: tokens ``first`` up to ``last`` of a sentence, titles taken off.

    ``person``, ``body`` and ``thing`` weigh the evidence of this mention for each kind; ``role`` is what the text
    calls the bearer here; ``nouns`` the common nouns put beside it ("ferry", "company"). ``acts``: it is
    the subject of what people and bodies do; ``apart``: it stands where people's names do not ("at X", "X shoes");
    ``hails``: ", of the Y," follows; ``followed``: as a sentence's first name it has a pronoun of a person after it;
    ``nation``: ISO code of the country that the role is of; ``joint``: what joins it to the next
    chunk in a list, "and" or ",".
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    parts: tuple[str, ...]
    tokens: tuple[Token, ...]
    shown: str
    key: str
    the: bool = False
    opening: bool = False
    shouted: bool = False
    honorific: str | None = None
    role: str | None = None
    nation: str | None = None
    person: int = 0
    body: int = 0
    thing: int = 0
    speaks: bool = False
    acts: bool = False
    apart: bool = False
    hails: bool = False
    followed: bool = False
    joint: str = ""
    bracketed: bool = False
    nouns: set[str] = field(default_factory=set)


class Case(Enum):
    """How a word is written: names begin with a capital, or a prefix before one ("al-Mabrouk")."""

    CAPITAL = auto()
    SHOUTED = auto()
    PREFIXED = auto()
    LONG = auto()  # and in small letters
    OTHER = auto()


CAPITAL, SHOUTED, PREFIXED, LONG, OTHER = Case


def case(text: str) -> Case:
    if text[0].isupper():
        return SHOUTED if is_acronym(text) else CAPITAL
    if is_upper(text):
        return PREFIXED
    return LONG if text[0].islower() and len(text) > 3 else OTHER
