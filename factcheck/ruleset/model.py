"""Rules, ready to run. What their files may hold is in :mod:`factcheck.ruleset.written_rules`."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from factcheck.checks.model import Options
from factcheck.records import dataclass, field
from factcheck.vocabulary import Category, Level, Severity

if TYPE_CHECKING:
    from factcheck.ruleset.written_rules import Examples


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule ready to run: ``check`` is the module's name, ``set_options`` what the rule sets of its options.

    ``read_examples`` gives the examples: few commands want them, and reading them takes longer than judging.
    """

    name: str
    category: Category
    check: str
    set_options: Mapping[str, Any]
    severity: Severity
    what: str
    why: str
    known_problems: tuple[str, ...]
    references: tuple[str, ...]
    path: str
    group: str
    severity_by_event: Mapping[str, Level] = field(default_factory=dict)
    read_examples: Callable[[], Examples] = field(kw_only=True, repr=False, compare=False)

    @property
    def options(self) -> Options:
        """The options that the check runs with; the check is imported for them."""
        found: Options = importlib.import_module(f"factcheck.checks.{self.check}").Options(**self.set_options)
        return found

    @property
    def examples(self) -> Examples:
        """The small articles that run as tests."""
        return self.read_examples()


@dataclass(frozen=True, slots=True)
class Ruleset:
    """All rules, sorted by name, and the files that hold event types, aliases and facts, bundled ones first."""

    rules: tuple[Rule, ...]
    event_files: tuple[Path, ...] = ()
    alias_files: tuple[Path, ...] = ()
    fact_files: tuple[Path, ...] = ()

    def rule(self, name: str) -> Rule | None:
        """The rule of that name."""
        return next((rule for rule in self.rules if rule.name == name), None)


Kind = Literal["bad", "good", "known_miss"]


def folded(text: str) -> str:
    """White space runs as one space: how quotes are compared with texts."""
    return re.sub(r"\s+", " ", text).strip()
