"""What a file of facts holds. The descriptions here are the reference in ``docs/write-your-own-rules.md``."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from factcheck.ruleset.dates import read_date
from factcheck.ruleset.fields import Words

_FROZEN = ConfigDict(frozen=True, extra="forbid")


def _is_date(text: str) -> str:
    read_date(text)
    return text


class WrittenParticipant(BaseModel):
    """Someone who takes part: a name alone will do where it can be only a person, or only a body."""

    model_config = _FROZEN

    name: Words = Field(description="the full name, or an alias of it")
    type: Literal["person", "organisation", "country"] | None = Field(None, description="what bears the name")


def _named(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


class WrittenQuantity(BaseModel):
    """A figure of the event that is known."""

    model_config = _FROZEN

    value: float = Field(description="the number")
    unit: Words = Field(description="a unit (km, tonne, euro, year) or what is counted (person, container)")
    measured: Words | None = Field(None, description="what is measured or counted: 'cocaine', 'dead'")
    tolerance: Annotated[float, Field(ge=0)] = Field(0.0, description="how far off still counts as right")


class WrittenFact(BaseModel):
    """One event that is known for sure."""

    model_config = _FROZEN

    event: Words = Field(description="an event type of the lexicon")
    participants: Annotated[tuple[Annotated[WrittenParticipant, BeforeValidator(_named)], ...], Field(min_length=1)] = (
        Field(description="everyone who must take part in a statement for it to be about this event")
    )
    date: Annotated[Words, AfterValidator(_is_date)] = Field(description="when it happened, in ISO 8601")
    place: Words | None = Field(None, description="where: 'Graz', or 'Graz, Austria'")
    quantity: WrittenQuantity | None = Field(None, description="a figure of it")
    quantities: tuple[WrittenQuantity, ...] = Field((), description="several figures of it")
    ordinal: Literal["first", "second", "third", "fourth"] | None = Field(
        None, description="which of several such events"
    )
    source: Words = Field(description="who vouches for it: words or an address")


class WrittenOrder(BaseModel):
    """One event type that must precede another."""

    model_config = _FROZEN

    before: Words = Field(description="the event type that comes first")
    after: Words = Field(description="the event type that cannot come before it")
    same: Annotated[tuple[Literal["participants", "place"], ...], Field(min_length=1)] = Field(
        ("participants",), description="what both must share for the order to hold"
    )
    source: Words | None = Field(None, description="who says so")

    @model_validator(mode="after")
    def _is_an_order(self) -> WrittenOrder:
        if self.before == self.after:
            raise ValueError(f"'{self.before}' cannot come before itself")
        if "participants" not in self.same:
            raise ValueError("same: 'participants' is missing; events of different people have no order")
        return self


class FactFile(BaseModel):
    """A file of facts and order constraints."""

    model_config = _FROZEN

    facts: tuple[WrittenFact, ...] = ()
    order: tuple[WrittenOrder, ...] = ()
