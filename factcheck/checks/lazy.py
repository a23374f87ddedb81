"""A property that is worked out when it is first asked for, and kept in its object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")


class lazy(Generic[Value]):  # noqa: N801 (used as a decorator, like property)
    """As ``functools.cached_property``, whose lock (in Python 3.11) takes longer than most of what it guards.

    The object needs a ``__dict__``. Two threads may both work a value out; it must be the same.
    """

    def __init__(self, function: Callable[[Any], Value]) -> None:
        self._function = function
        self._name = function.__name__

    @overload
    def __get__(self, whole: None, owner: type) -> lazy[Value]: ...
    @overload
    def __get__(self, whole: object, owner: type) -> Value: ...
    def __get__(self, whole: object | None, owner: type) -> lazy[Value] | Value:
        if whole is None:
            return self
        value = whole.__dict__[self._name] = self._function(whole)
        return value
