"""Rules whose files are as they were when they were last read: kept between runs, without their examples."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck import cache
from factcheck.ruleset.model import Rule
from factcheck.vocabulary import Category, Severity

if TYPE_CHECKING:
    from factcheck.ruleset.written_rules import Examples

_NAME = "rules"
_CODE = ("checks", "checks/arithmetic", "ruleset", "userfile")
"""Folders of code that decides which rules are sound; it changes without a new version where it is developed."""


def stamps(files: Sequence[Path]) -> list[cache.Stamp] | None:
    """What tells whether the rules in ``files`` are as they were; None where nothing is kept."""
    if not cache.in_use():
        return None
    code = [entry.path for folder in _CODE for entry in os.scandir(cache.in_package(folder)) if entry.is_file()]
    return cache.stamps((*files, *sorted(code)))


def read(made_of: list[cache.Stamp] | None) -> dict[str, Rule] | None:
    """The rules by name, or None if they must be read from their files."""
    rows = cache.read_for(_NAME, made_of)
    return None if rows is None else {row[0]: _rule(row) for row in rows}


def write(made_of: list[cache.Stamp] | None, rules: Mapping[str, Rule]) -> None:
    """Keeps rules that are sound."""
    cache.write_for(_NAME, made_of, [_row(rule) for rule in rules.values()])


def _row(rule: Rule) -> tuple[Any, ...]:
    return (
        rule.name, rule.category.value, rule.check, dict(rule.set_options), rule.severity.value, rule.what, rule.why,
        rule.known_problems, rule.references, rule.path, rule.group, dict(rule.severity_by_event),
    )  # fmt: skip


def _rule(row: tuple[Any, ...]) -> Rule:
    name, category, check, options, severity, *rest = row
    examples = partial(_examples, Path(rest[4]).absolute())
    return Rule(name, Category(category), check, options, Severity(severity), *rest, read_examples=examples)


def _examples(path: Path) -> Examples:
    from factcheck.ruleset.written_rules import read_examples

    return read_examples(path)
