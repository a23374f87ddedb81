"""What is known before any article is read: event types, aliases and facts."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.assertions.lexicon import Lexicon
from factcheck.expressions.name.aliases import Aliases
from factcheck.identity.facts import Reference
from factcheck.records import dataclass, field
from factcheck.ruleset.aliases import load_aliases
from factcheck.ruleset.facts import load_reference, ordered
from factcheck.ruleset.lexicon import load_lexicon


@dataclass(frozen=True)
class Knowledge:
    """Event types, aliases and facts from the ruleset's files."""

    lexicon: Lexicon
    aliases: Aliases
    reference: Reference = field(default_factory=Reference)


def load_knowledge(
    event_files: tuple[Path, ...], alias_files: tuple[Path, ...], fact_files: tuple[Path, ...] = ()
) -> Knowledge:
    """Read once a process, so that a worker needs only the files' names; reading articles needs no facts.

    Read again where a file has changed or one stands in another folder: a relative name is then another file.
    Raises UserError for a mistake in a file.
    """
    return _knowledge(
        event_files, alias_files, fact_files, tuple(map(_state, (*event_files, *alias_files, *fact_files)))
    )


def _state(path: Path) -> tuple[int, ...]:
    try:
        status = path.stat()
    except OSError:
        return ()  # reading it will say what is wrong
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size


@lru_cache(maxsize=8)
def _knowledge(
    event_files: tuple[Path, ...], alias_files: tuple[Path, ...], fact_files: tuple[Path, ...], _: tuple[Any, ...]
) -> Knowledge:
    lexicon, aliases = load_lexicon(event_files), load_aliases(alias_files)
    reference = load_reference(fact_files, lexicon, aliases)
    return Knowledge(ordered(lexicon, reference.orders), aliases, reference)
