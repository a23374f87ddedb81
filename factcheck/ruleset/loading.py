"""Finds the files of rules, event types, aliases and facts, and has the rules read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.errors import UserError, raise_all
from factcheck.records import dataclass, field
from factcheck.ruleset import kept_rules
from factcheck.ruleset.model import Rule, Ruleset
from factcheck.userfile.descriptors import irregular, is_descriptor

EVENTS = "events"
ALIASES = "aliases"
FACTS = "facts"
_SUFFIXES = (".yaml", ".yml")


@dataclass(slots=True)
class _Folder:
    """A folder's files by what they hold, and what could not be looked into."""

    rules: list[Path] = field(default_factory=list)
    events: list[Path] = field(default_factory=list)
    aliases: list[Path] = field(default_factory=list)
    facts: list[Path] = field(default_factory=list)
    mistakes: list[UserError] = field(default_factory=list)


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
    folders = [_parted(folder) for folder in _once([*([bundled_folder()] if bundled else []), *extra])]
    rules = _rules(folders)
    mistakes = [mistake for folder in folders for mistake in folder.mistakes]
    known = [path for folder in folders for path in folder.facts]
    for path in facts:
        known.extend(_files(path, mistakes))
    known = _once(known)
    raise_all(mistakes)
    events = tuple(path for folder in folders for path in folder.events)
    aliases = tuple(path for folder in folders for path in folder.aliases)
    return Ruleset(tuple(rules[name] for name in sorted(rules)), events, aliases, tuple(known))


def check_names() -> tuple[str, ...]:
    """The names of all checks: the modules of ``factcheck/checks/`` that have ``Options`` and ``check``."""
    from factcheck.ruleset import reading

    return reading.check_names()


def _rules(folders: Sequence[_Folder]) -> dict[str, Rule]:
    """The rules of all folders by name; what is wrong in a folder's files is added to its mistakes."""
    files = [path for folder in folders for path in folder.rules]
    stamps = kept_rules.stamps(files)
    kept = kept_rules.read(stamps)
    if kept is not None:
        return kept
    from factcheck.ruleset.reading import add_rule

    rules: dict[str, Rule] = {}
    for folder in folders:
        own: dict[str, Rule] = {}
        for path in folder.rules:
            add_rule(own, path, folder.mistakes)
        rules.update(own)
    if not any(folder.mistakes for folder in folders):
        kept_rules.write(stamps, rules)
    return rules


def _once(paths: Sequence[Path]) -> list[Path]:
    """The paths without repetition: a folder that the settings name and the command line too is one folder."""
    return list({os.path.realpath(path): path for path in paths}.values())


def _parted(folder: Path) -> _Folder:
    found = _Folder()
    by_group = {EVENTS: found.events, ALIASES: found.aliases, FACTS: found.facts}
    for path in _files(folder, found.mistakes):
        group = path.relative_to(folder).parts[0] if path != folder else ""
        by_group.get(group, found.rules).append(path)
    return found


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
