"""Which words a pattern needs, worked out from the pattern itself: a text without any of them need not be searched.

A check runs dozens of patterns over every sentence and most find nothing: none of their words is there. What a
pattern finds is spelt out as far as it goes, each alternative a row of letters and of marks for what is no letter; a
run of letters in a row stands in the text. Where a row has none, the pattern is searched for as ever. The idea is that
of regular expression indices (Cox, "Regular Expression Matching with a Trigram Index", 2012), with words for trigrams.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from factcheck.patterns import given_flags, regex

Run = tuple[str, bool, bool]
DIGIT = "0"
"""Stands among the words of a text that has a digit."""

_EDGE, _ANY = "|", "*"  # marks in a row: no letter here, also of no width; anything, also nothing
_MOST_ROWS = 300
_SHORTEST = 2  # letters of a fragment that is worth looking for
_MOST_KNOWN = 1 << 15
_WIDE = frozenset(
    """the a an of to in on at by for and or but was were is are be been have has had will would not it its that this
    with as from his her their they who which when than more one""".split()
)
# Every fifth sentence has one of these: better than a digit, worse than any other word.
_COMMON = frozenset(
    """about around after all last first only over just some two three out up off into also there still he she no any
    so""".split()
)


class Needs:
    """The words of which one stands in whatever a pattern finds: whole ones, and parts of words."""

    __slots__ = ("_parts", "_with", "_without", "whole")

    def __init__(self, whole: Iterable[str], parts: Iterable[tuple[str, bool, bool]]) -> None:
        """``parts`` are runs of letters, each with whether it begins and whether it ends its word."""
        self.whole = frozenset(whole)
        written = sorted(f"{'^' * begins}{re.escape(run)}{'$' * ends}" for run, begins, ends in parts)
        self._parts = regex("|".join(written)) if written else None
        self._with: set[str] = set()  # words known to have such a part, and known to have none
        self._without: set[str] = set()

    def met_by(self, words: Collection[str]) -> bool:
        """Whether the pattern can find anything in a text of these words, lower-cased runs of letters and DIGIT."""
        if not self.whole.isdisjoint(words):
            return True
        if self._parts is None or self._without.issuperset(words):
            return False
        if not self._with.isdisjoint(words):
            return True
        if len(self._with) + len(self._without) > _MOST_KNOWN:
            self._with.clear()
            self._without.clear()
        for word in words:
            if word not in self._without:
                if self._parts.search(word) is not None:
                    self._with.add(word)
                    return True
                self._without.add(word)
        return False


def may_find(pattern: re.Pattern[str], words: Collection[str]) -> bool:
    """Whether ``pattern`` can find anything in a text of these words; only a search tells whether it does."""
    needs = needs_of(pattern)
    return needs is None or needs.met_by(words)


@cache
def needs_of_any(patterns: tuple[re.Pattern[str], ...]) -> Needs | None:
    """What has to be met for one of ``patterns`` to find anything, None where one of them needs no word at all."""
    found: set[Run] = set()
    for pattern in patterns:
        runs = runs_needed(pattern.pattern, given_flags(pattern))
        if runs is None:
            return None
        found.update(runs)
    return _needs(found)


@cache
def needs_of(pattern: re.Pattern[str]) -> Needs | None:
    """What a pattern needs, None where some of what it finds needs no word at all."""
    runs = runs_needed(pattern.pattern, given_flags(pattern))
    return _needs(runs) if runs is not None else None


def _needs(runs: Iterable[Run]) -> Needs:
    runs = tuple(runs)
    return Needs(
        (run for run, begins, ends in runs if begins and ends),
        ((run, begins, ends) for run, begins, ends in runs if not (begins and ends)),
    )


def work_out(source: str, flags: int) -> tuple[Run, ...] | None:
    """The runs of letters of which a pattern needs one, each with whether it begins and ends its word; or None."""
    try:
        parser = importlib.import_module("re._parser")
        found = _best(_Rows().of(parser.parse(source, flags)))
    except (ImportError, AttributeError, RecursionError):
        return None  # another Python's re has other parts
    return tuple(sorted(found)) if found is not None else None


runs_needed: Callable[[str, int], tuple[Run, ...] | None] = work_out
"""What works it out; :mod:`factcheck.pattern_store` puts its own in this place."""


_Row = tuple[str, ...]


class _Rows:
    """Spells a parsed pattern out; what is too long to be spelt out is taken in pieces, each a need of its own."""

    def of(self, parsed: Any) -> list[list[_Row]]:
        """Pieces of the pattern in their order; each is the list of its alternatives. All pieces are found together."""
        pieces: list[list[_Row]] = []
        rows: list[_Row] = [()]
        for code, argument in parsed:
            added = self._item(str(code), argument)
            if len(rows) * len(added) > _MOST_ROWS:
                pieces.append([(*row, _ANY) for row in rows])
                rows = [(_ANY,)]
                if len(added) > _MOST_ROWS:
                    added = _condensed(_runs_of_all(added))
            rows = list({(*row, *more): None for row in rows for more in added})
        pieces.append(rows)
        return pieces

    def _joined(self, parsed: Any) -> list[_Row]:
        """One list of alternatives; of several pieces the best, with anything around it."""
        pieces = self.of(parsed)
        if len(pieces) == 1:
            return pieces[0]
        return _condensed(_best(pieces))

    def _item(self, code: str, argument: Any) -> list[_Row]:
        match code:
            case "LITERAL":
                return [_letter(argument)]
            case "IN":
                return _class(argument)
            case "BRANCH":
                return list({row: None for branch in argument[1] for row in self._joined(branch)})
            case "SUBPATTERN":
                _, added, dropped, parsed = argument
                return [(_ANY,)] if added or dropped else self._joined(parsed)
            case "ATOMIC_GROUP":
                return self._joined(argument)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeated(*argument)
            case "AT":
                return [(_EDGE,)] if str(argument) in _EDGES else [()]
            case "CATEGORY":
                return [_category(str(argument))]
            case "ASSERT":
                _, parsed = argument
                rows = self._joined(parsed)
                return [(_EDGE,)] if all(row and row[0] == _EDGE and len(row) == 1 for row in rows) else [()]
            case "ASSERT_NOT":
                return [(_EDGE,)] if _is_letters(argument[1]) else [()]
        return [(_ANY,)]

    def _repeated(self, least: int, most: Any, parsed: Any) -> list[_Row]:
        rows = self._joined(parsed)
        if all(row in ((_EDGE,), (DIGIT,)) for row in rows):
            return rows if least else [(), *rows]
        if most == 1:
            return rows if least else list(dict.fromkeys([(), *rows]))
        return [(*row, _ANY) for row in rows] if least else [(_ANY,)]


_EDGES = frozenset({"AT_BOUNDARY", "AT_BEGINNING", "AT_BEGINNING_STRING", "AT_END", "AT_END_STRING"})


def _letter(number: int) -> _Row:
    text = chr(number)
    if text.isalpha():
        lowered = text.lower()
        # Letters that lower() and re's own folding treat unlike stand for anything.
        return (lowered,) if len(lowered) == 1 and (number < 128 or lowered == text) else (_ANY,)
    return (DIGIT,) if text.isdigit() else (_EDGE,) if number < 128 or text in "’‘“”–—…£€ " else (_ANY,)


def _category(name: str) -> _Row:
    return (DIGIT,) if name == "CATEGORY_DIGIT" else (_EDGE,) if name in _NO_LETTERS else (_ANY,)


_NO_LETTERS = frozenset({"CATEGORY_SPACE", "CATEGORY_NOT_WORD"})


def _class(items: Sequence[tuple[Any, Any]]) -> list[_Row]:
    found: dict[_Row, None] = {}
    for code, argument in items:
        match str(code):
            case "LITERAL":
                found[_letter(argument)] = None
            case "CATEGORY":
                found[_category(str(argument))] = None
            case "RANGE" if argument[1] < 128 and not any(
                chr(one).isalpha() for one in range(argument[0], argument[1] + 1)
            ):
                digits = all(chr(one).isdigit() for one in range(argument[0], argument[1] + 1))
                found[(DIGIT,) if digits else (_EDGE,)] = None
            case _:
                return [(_ANY,)]
    return list(found)


def _is_letters(parsed: Any) -> bool:
    """Whether what is ruled out is any one letter at least: then none stands here."""
    if len(parsed) != 1 or str(parsed[0][0]) != "IN":
        return False
    items = parsed[0][1]
    return not any(str(code) == "NEGATE" for code, _ in items) and any(
        str(code) == "CATEGORY" and str(argument) == "CATEGORY_WORD" for code, argument in items
    )


def _condensed(runs: Iterable[Run] | None) -> list[_Row]:
    """Rows of which each needs no more than one of ``runs``."""
    if runs is None:
        return [(_ANY,)]
    return [
        (
            _ANY,
            *((_EDGE,) if begins else ()),
            *(run if run != DIGIT else (DIGIT,)),
            *((_EDGE,) if ends else ()),
            _ANY,
        )
        for run, begins, ends in sorted(runs)
    ]


def _best(pieces: Sequence[Sequence[_Row]]) -> set[Run] | None:
    """The needs of the piece that needs most; None where none needs anything."""
    best: tuple[tuple[int, int], set[Run]] | None = None
    for rows in pieces:
        found = _runs_of_all(rows)
        if found is not None:
            rank = (sum(_worth(run)[0] < 2 for run in found), len(found))
            if best is None or rank < best[0]:
                best = rank, found
    return best[1] if best is not None else None


def _runs_of_all(rows: Sequence[_Row]) -> set[Run] | None:
    found: set[Run] = set()
    for row in rows:
        runs = [run for run in _runs(row) if run[0] == DIGIT or (run[1] and run[2]) or len(run[0]) >= _SHORTEST]
        if not runs:
            return None
        found.add(max(runs, key=_worth))
    return found


def _worth(run: Run) -> tuple[int, int]:
    """How much it tells that a run stands in a text: a whole word of some rarity most."""
    text, begins, ends = run
    if text == DIGIT:
        return 1, 0
    if text in _WIDE:
        return 0, 0
    if text in _COMMON:
        return 2, 3
    return (3, len(text)) if begins and ends else (2, len(text))


def _runs(row: _Row) -> Iterator[Run]:
    """The runs of letters of a row, each with whether a word begins and ends with it; DIGIT by itself."""
    run, begins = "", False  # of what stands before the pattern nothing is known
    for mark in row:
        if mark in (_EDGE, _ANY, DIGIT):
            if run:
                yield run, begins, mark != _ANY
            if mark == DIGIT:
                yield DIGIT, True, True
            run, begins = "", mark != _ANY
        else:
            run += mark
    if run:
        yield run, begins, False
