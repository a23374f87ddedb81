"""Event files (``rules/events/*.yaml``) to the event lexicon.

Reading the bundled ones and inflecting their verbs takes 0.1 s, so the command line keeps the outcome between runs.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck import cache
from factcheck.assertions.lexicon import EventType, Lexicon, Trigger, build
from factcheck.errors import UserError, raise_all
from factcheck.userfile.model import mistake
from factcheck.userfile.words import did_you_mean

if TYPE_CHECKING:
    from factcheck.ruleset.written_events import WrittenEvent
    from factcheck.userfile.yaml_file import YamlFile

_NAME = "events"
_CODE = ("assertions/lexicon.py", "assertions/inflect.py", "ruleset/lexicon.py", "ruleset/written_events.py")


def load_lexicon(paths: Iterable[Path]) -> Lexicon:
    """The lexicon of event files; a later file's type replaces an earlier one's. Raises UserError with all mistakes."""
    paths = tuple(paths)
    stamps = cache.stamps((*paths, *map(cache.in_package, _CODE)))
    kept = cache.read_for(_NAME, stamps)
    if kept is not None:
        return _unpacked(*kept)
    lexicon = _read(paths)
    cache.write_for(_NAME, stamps, _packed(lexicon))
    return lexicon


class PackedTriggers(Mapping[str, tuple[Trigger, ...]]):
    """Triggers by first word, made when they are asked for: an article has few of the four thousand words."""

    def __init__(self, packed: dict[str, bytes]) -> None:
        self._packed = packed
        self._made: dict[str, tuple[Trigger, ...]] = {}

    def __getitem__(self, first: str) -> tuple[Trigger, ...]:
        made = self._made.get(first)
        if made is None:
            rows = marshal.loads(self._packed[first])
            made = self._made[first] = tuple([Trigger(*row) for row in rows])
        return made

    def __contains__(self, first: object) -> bool:
        return first in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


def _packed(lexicon: Lexicon) -> tuple[list[tuple[Any, ...]], dict[str, bytes]]:
    from dataclasses import astuple

    rows = {first: marshal.dumps([astuple(one) for one in found]) for first, found in lexicon.triggers.items()}
    return [astuple(event) for event in lexicon.types.values()], rows


def _unpacked(types: list[tuple[Any, ...]], triggers: dict[str, bytes]) -> Lexicon:
    return Lexicon({row[0]: EventType(*row) for row in types}, PackedTriggers(triggers))


def _read(paths: Iterable[Path]) -> Lexicon:
    from factcheck.ruleset.written_events import EventFile
    from factcheck.userfile.validation import validate
    from factcheck.userfile.yaml_file import read_yaml

    mistakes: list[UserError] = []
    found: dict[str, tuple[YamlFile, WrittenEvent]] = {}
    for path in paths:
        try:
            written = read_yaml(path)
            found.update({name: (written, event) for name, event in validate(EventFile, written).events.items()})
        except UserError as error:
            mistakes.append(error)
    types = []
    for name, (written, event) in found.items():
        here = ("events", name)
        if not event.verbs and not event.nouns:
            mistakes.append(mistake(written, here, f"event type '{name}' has neither verbs nor nouns", key=True))
        for key in ("before", "precedes"):
            for index, other in enumerate(getattr(event, key)):
                if other not in found and not mistakes:
                    message = f"there is no event type '{other}'{did_you_mean(other, found)}"
                    mistakes.append(mistake(written, (*here, key, index), message))
        types.append(EventType(name=name, **event.model_dump()))
    raise_all(mistakes)
    return build(types)
