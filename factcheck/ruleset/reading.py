"""Rule files to rules: every mistake in every file is told at once, each at its place."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pydantic import BaseModel, ValidationError

import factcheck.checks
from factcheck.checks.model import Options
from factcheck.errors import UserError
from factcheck.ruleset.model import Kind, Rule, folded
from factcheck.ruleset.options import model_of
from factcheck.ruleset.written_rules import Example, Examples, RuleFile
from factcheck.userfile.model import Loc, Written, mistake
from factcheck.userfile.validation import try_validate
from factcheck.userfile.words import did_you_mean
from factcheck.userfile.yaml_file import read_yaml

_KINDS: tuple[Kind, ...] = ("bad", "good", "known_miss")


def check_names() -> tuple[str, ...]:
    """The names of all checks: the modules of ``factcheck/checks/`` that have ``Options`` and ``check``."""
    return tuple(name for name in _modules() if _options_of(name) is not None)


def _modules() -> list[str]:
    found = (module.name for module in pkgutil.iter_modules(factcheck.checks.__path__))
    return sorted(name for name in found if name != "model" and not name.startswith("_"))


def add_rule(own: dict[str, Rule], path: Path, mistakes: list[UserError]) -> None:
    """Adds the rule in the file at ``path`` to ``own``, those of its folder, or what is wrong to ``mistakes``."""
    try:
        written = read_yaml(path)
    except UserError as error:
        mistakes.append(error)
        return
    if written.value is None:
        mistakes.append(UserError("holds no rule", path=written.path, line=1, column=1))
        return
    rule, found = _rule(written, path.parent.name)
    mistakes.extend(found)
    if rule is None:
        return
    if rule.name in own:
        message = f"a rule named '{rule.name}' stands in {own[rule.name].path} already"
        mistakes.append(mistake(written, ("name",), message))
    own[rule.name] = rule


def _rule(written: Written, group: str) -> tuple[Rule | None, list[UserError]]:
    """The rule of one file, or every mistake in it: its keys, its check's options, its examples' quotes."""
    file, mistakes = try_validate(RuleFile, written)
    value = written.value if isinstance(written.value, dict) else {}
    name = file.check if file else value.get("check")
    options: BaseModel | None = None
    if isinstance(name, str):
        found_options = _options_of(name)
        if found_options is None:
            mistakes.append(
                mistake(written, ("check",), f"there is no check '{name}'{did_you_mean(name, check_names())}")
            )
        elif isinstance(value.get("options", {}), dict):
            model = model_of(found_options)
            loc: Loc = ("options",) if "options" in value else ()
            options, found = try_validate(model, written, loc) if loc else _defaults(model, written)
            mistakes.extend(found)
    if file is None or options is None:
        return None, mistakes
    mistakes.extend(_quotes_missing(file, written))
    if mistakes:
        return None, mistakes
    keys = file.model_dump(include={"name", "category", "check", "severity", "severity_by_event", "what", "why"})
    rule = Rule(
        **keys,
        set_options={name: getattr(options, name) for name in options.model_fields_set},
        known_problems=file.known_problems,
        references=file.references,
        path=written.path,
        group=group,
        read_examples=partial(_given, file.examples),
    )
    return rule, []


def _given(examples: Examples) -> Examples:
    return examples


def _options_of(check: str) -> type[Options] | None:
    if check not in _modules():
        return None
    module = importlib.import_module(f"factcheck.checks.{check}")
    model = getattr(module, "Options", None)
    return model if isinstance(model, type) and hasattr(module, "check") else None


def _defaults(model: type[BaseModel], written: Written) -> tuple[BaseModel | None, list[UserError]]:
    """The options of a rule that states none."""
    try:
        return model(), []
    except ValidationError as error:
        missing = ", ".join(sorted(str(detail["loc"][0]) for detail in error.errors() if detail["loc"]))
        return None, [mistake(written, ("check",), f"this check needs options: {missing}")]


def _quotes_missing(file: RuleFile, written: Written) -> Iterator[UserError]:
    for kind in _KINDS:
        examples: tuple[Example, ...] = getattr(file.examples, kind)
        for number, example in enumerate(examples):
            here: Loc = ("examples", kind, number)
            if kind != "good" and not example.quotes:
                yield mistake(written, here, "missing key 'quotes': what the finding cites")
            texts = [folded(f"{article.title or ''} {article.text}") for article in example.all_articles]
            for index, quote in enumerate(example.quotes):
                if not any(folded(quote) in text for text in texts):
                    message = f"the quote '{folded(quote)}' does not stand in the example's text"
                    yield mistake(written, (*here, "quotes", index), message)
