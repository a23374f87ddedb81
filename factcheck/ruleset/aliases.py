"""Alias files (``rules/aliases/*.yaml``) to the aliases that name and place reading use."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import cache
from factcheck.errors import UserError, raise_all
from factcheck.expressions.name.aliases import Aliases, aliases
from factcheck.expressions.spelling import fold
from factcheck.userfile.model import mistake

if TYPE_CHECKING:
    from factcheck.ruleset.written_aliases import WrittenAlias

Entry = tuple[str, str, tuple[str, ...]]
_NAME = "aliases"
_CODE = ("ruleset/aliases.py", "ruleset/written_aliases.py")


def load_aliases(paths: Iterable[Path]) -> Aliases:
    """The aliases of all files; the same name in a later file replaces the earlier entry.

    Raises UserError with all mistakes, among them an alias that two names claim.
    """
    paths = tuple(paths)
    stamps = cache.stamps((*paths, *map(cache.in_package, _CODE)))
    entries = cache.read_for(_NAME, stamps)
    if entries is None:
        entries = _read(paths)
        cache.write_for(_NAME, stamps, entries)
    return aliases(entries)


def _read(paths: Iterable[Path]) -> list[Entry]:
    from factcheck.ruleset.written_aliases import AliasFile
    from factcheck.userfile.validation import validate
    from factcheck.userfile.yaml_file import read_yaml

    mistakes: list[UserError] = []
    entries: dict[str, WrittenAlias] = {}
    owners: dict[str, str] = {}
    for path in paths:
        try:
            written = read_yaml(path)
            file = validate(AliasFile, written)
        except UserError as error:
            mistakes.append(error)
            continue
        for number, entry in enumerate(file.aliases):
            replaced = entries.get(entry.name)
            if replaced is not None:
                owners = {spelling: owner for spelling, owner in owners.items() if owner != entry.name}
            entries[entry.name] = entry
            for index, spelling in enumerate((entry.name, *entry.also)):
                owner = owners.setdefault(fold(spelling), entry.name)
                if owner != entry.name:
                    loc = ("aliases", number, "name") if index == 0 else ("aliases", number, "also", index - 1)
                    mistakes.append(mistake(written, loc, f"'{spelling}' is an alias of '{owner}' already"))
    raise_all(mistakes)
    return [(entry.name, entry.type, entry.also) for entry in entries.values()]
