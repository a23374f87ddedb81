"""What is told of a word by its form alone, worked out once a word."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Value = TypeVar("_Value")

_MOST = 1 << 15  # words
_LONGEST = 40  # code points


class WordTable(dict[str, _Value]):
    """The values of a pure function of a word, looked up as in a dict: ``table[word]``.

    A text has each of its words several times, and all texts share most: the lookup takes a third of what a call
    takes, even of a cached function. Bounded, for hostile input must not fill the memory: what is over the bounds is
    worked out each time.
    """

    __slots__ = ("_function",)

    def __init__(self, function: Callable[[str], _Value]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> _Value:
        value = self._function(word)
        if len(self) < _MOST and len(word) <= _LONGEST:
            self[word] = value
        return value
