"""Patterns that are compiled at first use: each compiles, and behaves as a compiled one does."""

from __future__ import annotations

import importlib
import pickle
import pkgutil
import re
from collections.abc import Iterator

import pytest

import factcheck
from factcheck.patterns import Deferred, regex


def _modules() -> Iterator[str]:
    for module in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if not module.name.endswith("__main__"):
            yield module.name


def _patterns_in(value: object, deep: int = 4) -> Iterator[Deferred]:
    if isinstance(value, Deferred):
        yield value
    elif isinstance(value, dict) and deep:
        for key, item in value.items():
            yield from _patterns_in(key, deep - 1)
            yield from _patterns_in(item, deep - 1)
    elif isinstance(value, (tuple, list)) and deep:
        for item in value:
            yield from _patterns_in(item, deep - 1)
    elif hasattr(type(value), "__dataclass_fields__") and deep:
        for name in type(value).__dataclass_fields__:
            yield from _patterns_in(getattr(value, name, None), deep - 1)


def all_patterns() -> Iterator[Deferred]:
    """Those that stand in a module's variables, or in tuples, dicts and data classes there."""
    for name in _modules():
        for value in list(vars(importlib.import_module(name)).values()):
            yield from _patterns_in(value)


def test_every_pattern_of_every_module_compiles() -> None:
    seen = 0
    for pattern in all_patterns():
        re.compile(pattern.pattern, pattern.flags)
        seen += 1
    assert seen > 700  # else this test no longer finds them


def test_nothing_is_compiled_before_it_is_used() -> None:
    broken = regex("(")
    assert broken.pattern == "("
    with pytest.raises(re.error):
        broken.search("")


def test_it_behaves_as_the_compiled_pattern() -> None:
    source, flags = r"(?P<first>[a-z]+) (\d+)", re.IGNORECASE
    ours, theirs, text = regex(source, flags), re.compile(source, flags), "Aa 1, bb 22"
    assert [m.span() for m in ours.finditer(text)] == [m.span() for m in theirs.finditer(text)]
    assert ours.findall(text) == theirs.findall(text)
    assert ours.sub("-", text) == theirs.sub("-", text)
    assert ours.subn("-", text) == theirs.subn("-", text)
    assert ours.split(text) == theirs.split(text)
    assert ours.fullmatch(text) is None
    for method in (ours.search, ours.match):
        found = method(text)
        assert found is not None
        assert found["first"] == "Aa"
    assert (ours.flags, ours.groups, ours.groupindex) == (theirs.flags, theirs.groups, theirs.groupindex)


def test_a_worker_process_can_be_given_one() -> None:
    assert pickle.loads(pickle.dumps(regex("a+", re.DOTALL))).search("caat").span() == (1, 3)
