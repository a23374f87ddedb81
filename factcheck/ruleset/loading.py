"""Finds and reads rule files; every mistake in every file is told at once, each at its place."""

from __future__ import annotations

import importlib
import os
import pkgutil
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

import factcheck.checks
from factcheck.checks.model import Options
from factcheck.errors import UserError, raise_all
from factcheck.ruleset.model import Example, Kind, Rule, RuleFile, Ruleset, folded
from factcheck.userfile.descriptors import irregular, is_descriptor
from factcheck.userfile.model import Loc, Written, mistake
from factcheck.userfile.validation import try_validate
from factcheck.userfile.words import did_you_mean
from factcheck.userfile.yaml_file import read_yaml

EVENTS = "events"
ALIASES = "aliases"
FACTS = "facts"
_SUFFIXES = (".yaml", ".yml")
_KINDS: tuple[Kind, ...] = ("bad", "good", "known_miss")


def bundled_folder() -> Path:
    """Where the rules that come with the package are: inside a wheel, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"


def load_ruleset(extra: Sequence[Path] = (), *, bundled: bool = True, facts: Sequence[Path] = ()) -> Ruleset:
    """The bundled rules and those of the folders ``extra``; a later rule replaces an earlier one of its name.

    ``facts`` are files of facts, or folders of nothing else, that stand outside a folder of rules.
    Raises UserError with every mistake: unreadable or broken files, unknown keys, checks and options,
    a name used twice in one folder, examples whose quotes do not stand in their texts.
    """
    mistakes: list[UserError] = []
    rules: dict[str, Rule] = {}
    events: list[Path] = []
    aliases: list[Path] = []
    known: list[Path] = []
    for folder in _once([*([bundled_folder()] if bundled else []), *extra]):
        own: dict[str, Rule] = {}
        for path in _files(folder, mistakes):
            group = path.relative_to(folder).parts[0] if path != folder else ""
            if group == EVENTS:
                events.append(path)
            elif group == ALIASES:
                aliases.append(path)
            elif group == FACTS:
                known.append(path)
            else:
                _add_rule(own, path, mistakes)
        rules.update(own)
    for folder in facts:
        known.extend(_files(folder, mistakes))
    known = _once(known)
    raise_all(mistakes)
    return Ruleset(tuple(rules[name] for name in sorted(rules)), tuple(events), tuple(aliases), tuple(known))


def _once(paths: Sequence[Path]) -> list[Path]:
    """The paths without repetition: a folder that the settings name and the command line too is one folder."""
    return list({os.path.realpath(path): path for path in paths}.values())


def check_names() -> tuple[str, ...]:
    """The names of all checks: the modules of ``factcheck/checks/`` that have ``Options`` and ``check``."""
    return tuple(name for name in _modules() if _options_model(name) is not None)


def _modules() -> list[str]:
    found = (module.name for module in pkgutil.iter_modules(factcheck.checks.__path__))
    return sorted(name for name in found if name != "model" and not name.startswith("_"))


def _files(folder: Path, mistakes: list[UserError]) -> Iterator[Path]:
    """The YAML files of a folder, sorted; a single file is its own folder."""
    if is_descriptor(str(folder)) or folder.is_file():
        yield folder
        return
    found: list[Path] = []
    try:
        if not stat.S_ISDIR(mode := folder.stat().st_mode):
            mistakes.append(UserError(f"rules cannot be read: {irregular(mode)}", path=str(folder)))
            return
        # walk() rather than rglob(), which passes over folders that it may not read
        for root, folders, names in os.walk(folder, onerror=_raise):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            found.extend(Path(root, name) for name in names if name.endswith(_SUFFIXES) and not name.startswith("."))
    except OSError as error:
        mistakes.append(UserError(f"rules cannot be read: {error.strerror}", path=str(error.filename or folder)))
    yield from sorted(found)


def _raise(error: OSError) -> None:
    raise error


def _add_rule(own: dict[str, Rule], path: Path, mistakes: list[UserError]) -> None:
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
    options: Options | None = None
    if isinstance(name, str):
        model = _options_model(name)
        if model is None:
            mistakes.append(
                mistake(written, ("check",), f"there is no check '{name}'{did_you_mean(name, check_names())}")
            )
        elif isinstance(value.get("options", {}), dict):
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
        options=options,
        known_problems=file.known_problems,
        references=file.references,
        examples=file.examples,
        path=written.path,
        group=group,
    )
    return rule, []


def _options_model(check: str) -> type[Options] | None:
    if check not in _modules():
        return None
    module = importlib.import_module(f"factcheck.checks.{check}")
    model = getattr(module, "Options", None)
    return model if isinstance(model, type) and hasattr(module, "check") else None


def _defaults(model: type[Options], written: Written) -> tuple[Options | None, list[UserError]]:
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
