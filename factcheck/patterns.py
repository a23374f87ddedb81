"""Regular expressions that are compiled when they are first used.

The grammars hold more than a thousand patterns, and an article of four hundred words meets half of them. Compiling
them all takes 0.2 s, which is most of what a small audit would cost. So a module names its patterns with
:func:`regex`, and the first call of a method compiles. What was compiled is kept between runs where the command line
asks for it (:mod:`factcheck.pattern_store`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")

compile_pattern: Callable[[str, int], re.Pattern[str]] = re.compile
"""What compiles; :mod:`factcheck.pattern_store` puts its own in this place."""


class Deferred:
    """Stands for a pattern. After the first use its methods are those of the compiled pattern: no cost a call."""

    __slots__ = ("_flags", "_source", "flags", "groupindex", "groups", *_METHODS)

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    @property
    def pattern(self) -> str:
        """The source, which other patterns are put together from; asking for it compiles nothing."""
        return self._source

    def __getattr__(self, name: str) -> Any:
        """Reached only for what is not set yet: the methods of a pattern that was not used so far."""
        if name not in Deferred.__slots__ or name.startswith("_"):
            raise AttributeError(name)
        compiled = compile_pattern(self._source, self._flags)
        for attribute in (*_METHODS, "flags", "groups", "groupindex"):
            setattr(self, attribute, getattr(compiled, attribute))
        return getattr(self, name)

    def __reduce__(self) -> tuple[Any, ...]:
        return Deferred, (self._source, self._flags)

    def __repr__(self) -> str:
        return f"regex({self._source!r}, {self._flags})"


def given_flags(pattern: re.Pattern[str]) -> int:
    """The flags that a pattern was made with; asking for them compiles nothing."""
    return pattern._flags if isinstance(pattern, Deferred) else pattern.flags


def regex(source: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """The pattern of ``source``, as ``re.compile`` gives it, but compiled at its first use.

    A mistake in ``source`` shows only then, as ``re.error``; tests/test_patterns.py uses every pattern of every module.
    """
    return cast("re.Pattern[str]", Deferred(source, int(flags)))
