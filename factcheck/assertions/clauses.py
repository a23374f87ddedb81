"""Sentences cut into clauses, so that a date goes with the verb it belongs to.

No parser: clauses end at marks and at words that open another clause. Measured on 38 dates in 27
sentences (DESIGN.md), the nearest trigger in such a clause is right nearly as often as a dependency
parse is.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.assertions.attribution import SPEECH
from factcheck.assertions.verbs import BE, MODALS, is_verb
from factcheck.records import dataclass
from factcheck.text.model import Token

_MARKS = frozenset(';:—–()"[]')
_DASHES = frozenset({"-", "--"})
_OPENERS = frozenset(
    """which who whom whose where when while although though because since after before until unless if
    whereas that""".split()
)
_AFTER_COMMA = frozenset("but and with adding saying citing according as so including or nor yet then among".split())
# All that a cut can depend on: most words are none of these.
_CUTTING = _MARKS | _DASHES | _OPENERS | _AFTER_COMMA | {","}
_INSERTIONS = frozenset("as which who whose whom where when according including with".split())
_SETTINGS = frozenset("on in at for of with under over after before during by".split())
_ASIDE = 12  # tokens of an aside at the most
_FINITE = BE | MODALS | frozenset("has have had does did do".split())
_AFTER_THAT = frozenset("day night morning evening afternoon week month year time ,".split())
_TIME_UNITS = frozenset("days day weeks week months month years year hours hour minutes minute seconds".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens ``first`` to ``last`` (exclusive) of a sentence. ``opener`` is the word that opens it, if any.

    ``resumes`` is the number of the clause that it continues after an insertion between commas ("The
    meeting, as reported on Monday, | will be held in May").
    """

    first: int
    last: int
    opener: str = ""
    resumes: int | None = None


def split(tokens: Sequence[Token], times: frozenset[int] = frozenset()) -> tuple[Clause, ...]:
    """The clauses of a sentence in order, covering every token but the marks between them.

    ``times`` holds the offsets at which time expressions begin: "before dawn" opens no clause.
    """
    clauses: list[Clause] = []
    first = 0
    opener = ""
    resumes: int | None = None

    def close(end: int, next_first: int, next_opener: str, resumed: int | None = None) -> None:
        nonlocal first, opener, resumes
        if end > first:
            clauses.append(Clause(first, end, opener, resumes))
        first, opener, resumes = next_first, next_opener, resumed

    cutting = [index for index, token in enumerate(tokens) if token.low in _CUTTING]
    for index in cutting:
        text, word = tokens[index].text, tokens[index].low
        if text in _MARKS or text in _DASHES:
            close(index, index + 1, "(" if text in "([" else "")
            continue
        if text == "," and opener == "" and index > first and _is_aside(tokens, index):
            close(index, index + 1, "as")
            continue
        if index == first:
            if word in _OPENERS:
                opener = word
            continue
        if text == "," and opener in _INSERTIONS and clauses and _resumes(tokens, index + 1):
            close(index, index + 1, "", len(clauses) - 1)
            continue
        if (word in _OPENERS and _opens(tokens, index, word, times)) or (
            word in _AFTER_COMMA and tokens[index - 1].text == ","
        ):
            close(index, index, word)
    close(len(tokens), len(tokens), "")
    return tuple(clauses)


def _is_aside(tokens: Sequence[Token], comma: int) -> bool:
    """Whether the comma opens an aside: of a source ("The meeting, the paper said, is to be held"), of a setting."""
    for index in range(comma + 1, min(comma + _ASIDE, len(tokens))):
        if tokens[index].text == ",":
            if not _resumes(tokens, index + 1):
                return False
            if any(tokens[i].low in SPEECH for i in range(comma + 1, index)):
                return True
            governed = tokens[comma + 1].low in _SETTINGS
            return governed and not any(is_verb(tokens, i) for i in range(comma + 1, index))
    return False


def _resumes(tokens: Sequence[Token], index: int) -> bool:
    """Whether the main clause goes on at ``index``: with a verb of its own, finite."""
    if index >= len(tokens):
        return False
    word = tokens[index].low
    return word in _FINITE or is_verb(tokens, index)


def _opens(tokens: Sequence[Token], index: int, word: str, times: frozenset[int]) -> bool:
    before = tokens[index - 1].low
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if word == "that":
        # "that day" is a determiner; "said that", "report that", ", that" open a clause.
        return following not in _AFTER_THAT
    if index + 1 < len(tokens) and (tokens[index].start in times or tokens[index + 1].start in times):
        return False
    if word in {"after", "before", "since", "until"}:
        # "seven weeks before the fire", "since 2006" and "until Friday" measure time and open nothing.
        return not (before in _TIME_UNITS or following[:1].isdigit() or before in {"shortly", "soon", "long"})
    return True


def clause_of(clauses: Sequence[Clause], index: int) -> int:
    """The index of the clause that holds token ``index`` (the nearest one before it for a mark)."""
    found = 0
    for number, clause in enumerate(clauses):
        if clause.first > index:
            break
        found = number
    return found
