"""An event file as it is written."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from factcheck.assertions.lexicon import Core
from factcheck.ruleset.fields import Words

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
