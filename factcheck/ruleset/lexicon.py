"""Event files (``rules/events/*.yaml``) to the event lexicon."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from factcheck.assertions.lexicon import Core, EventType, Lexicon, build
from factcheck.errors import UserError, raise_all
from factcheck.ruleset.fields import Words
from factcheck.userfile.model import mistake
from factcheck.userfile.validation import validate
from factcheck.userfile.words import did_you_mean
from factcheck.userfile.yaml_file import YamlFile, read_yaml

_FROZEN = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class WrittenEvent(BaseModel):
    """An event type as it is written; see :class:`~factcheck.assertions.lexicon.EventType`."""

    model_config = _FROZEN

    event_class: str = Field("", alias="class", description="the class in ACE 2005 or PLOVER")
    verbs: tuple[Words, ...] = Field((), description="in base form, with '{place}', '{person}', '...' as above")
    nouns: tuple[Words, ...] = Field((), description="triggers in the singular")
    core: Core = Field("any", description="whose identity tells two such events apart")
    recurrence: Annotated[int, Field(gt=0)] = Field(
        30, description="days within which the same participants do not have another one"
    )
    before: tuple[Words, ...] = Field((), description="event types that lead up to it")
    precedes: tuple[Words, ...] = Field((), description="event types that cannot come before it for one participant")
    without: tuple[Words, ...] = Field((), description="forms of its triggers that are other words")
    one_place: bool = Field(True, description="false for what happens in many places: a war, an election, a tour")
    communication: bool = Field(False, description="an act of speech, whose content is told elsewhere")


class EventFile(BaseModel):
    """A file of event types, by name."""

    model_config = _FROZEN

    events: dict[str, WrittenEvent]


def load_lexicon(paths: Iterable[Path]) -> Lexicon:
    """The lexicon of event files; a later file's type replaces an earlier one's. Raises UserError with all mistakes."""
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
