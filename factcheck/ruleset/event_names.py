"""Event types that rules name must exist: a severity for one that does not would silently do nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.assertions.lexicon import Lexicon
from factcheck.errors import UserError, raise_all
from factcheck.ruleset.model import Ruleset
from factcheck.userfile.model import Loc, Written, mistake
from factcheck.userfile.words import did_you_mean


def check_event_names(ruleset: Ruleset, lexicon: Lexicon) -> None:
    """Raises UserError, with the place in the rule's file, for each unknown event type in ``severity_by_event``."""
    raise_all(_unknown(ruleset, lexicon))


def _unknown(ruleset: Ruleset, lexicon: Lexicon) -> Iterator[UserError]:
    for rule in ruleset.rules:
        names = [name for name in rule.severity_by_event if name not in lexicon.types]
        if names:
            from factcheck.userfile.yaml_file import read_yaml

            written = read_yaml(Path(rule.path))
            yield from (unknown_event(written, ("severity_by_event", name), name, lexicon) for name in names)


def unknown_event(written: Written, loc: Loc, name: str, lexicon: Lexicon) -> UserError:
    """The mistake of an event type, a key at ``loc``, that no file of event types has."""
    return mistake(written, loc, f"there is no event type '{name}'{did_you_mean(name, lexicon.types)}", key=True)
