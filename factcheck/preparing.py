"""From settings to the rules that run: what the command line and the Python API do before any article is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from factcheck.config import FoundSettings, Settings
from factcheck.errors import UserError, raise_all
from factcheck.pipeline import load_knowledge
from factcheck.ruleset import Ruleset, load_ruleset
from factcheck.ruleset.event_names import check_event_names
from factcheck.userfile.model import Loc, mistake
from factcheck.userfile.words import did_you_mean


def prepare(found: FoundSettings, rules: Sequence[Path] = (), **overrides: Any) -> tuple[Settings, Ruleset]:
    """The settings with ``overrides``, and the ruleset of their folders and of ``rules``.

    Raises UserError for every mistake in rules, and for a rule or an event type that settings or rules name
    and that does not exist: it would silently do nothing.
    """
    paths = {key: tuple(map(_as_seen_from_here, getattr(found.settings, key))) for key in ("rules", "facts")}
    if found.settings.baseline is not None:
        overrides = {"baseline": _as_seen_from_here(found.settings.baseline)} | overrides
    settings = found.settings.changed(**(overrides | paths))
    ruleset = load_ruleset((*settings.rules, *rules), facts=settings.facts)
    known = [rule.name for rule in ruleset.rules]
    raise_all(_unknown(found, _rules_named(settings), known, "rule"))
    if settings.severity_by_event or any(rule.severity_by_event for rule in ruleset.rules):
        lexicon = load_knowledge(ruleset.event_files, ruleset.alias_files, ruleset.fact_files).lexicon
        check_event_names(ruleset, lexicon)
        raise_all(_unknown(found, _events_named(settings), list(lexicon.types), "event type"))
    return settings, ruleset


def _as_seen_from_here(path: Path) -> Path:
    """A path of the settings without the folder one stands in: reports name facts, and must not name homes."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


def _rules_named(settings: Settings) -> Iterator[Loc]:
    """Where settings name rules; the name is the place's last step, or the value there."""
    yield from (("disable", index) for index in range(len(settings.disable)))
    yield from (("suppress", number, "rule") for number, one in enumerate(settings.suppress) if one.rule is not None)
    yield from (("severities", name) for name in settings.severities)
    yield from (("severity_by_event", name) for name in settings.severity_by_event)


def _events_named(settings: Settings) -> Iterator[Loc]:
    for rule, levels in settings.severity_by_event.items():
        yield from (("severity_by_event", rule, name) for name in levels)


def _unknown(found: FoundSettings, places: Iterator[Loc], known: Sequence[str], what: str) -> Iterator[UserError]:
    for loc in places:
        name, is_key = _name_at(found.settings, loc)
        if name not in known:
            message = f"there is no {what} '{name}'{did_you_mean(name, known)}"
            if found.written is None:
                yield UserError(f"settings: {loc[0]}: {message}")
            else:
                yield mistake(found.written, loc, message, key=is_key)


def _name_at(settings: Settings, loc: Loc) -> tuple[str, bool]:
    """The name that stands at a place of the settings, and whether it is a key there."""
    match loc:
        case ("disable", int(number)):
            return settings.disable[number], False
        case ("suppress", int(number), "rule"):
            return settings.suppress[number].rule or "", False
    return str(loc[-1]), True
