"""An alias file as it is written."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from factcheck.ruleset.fields import Words

_FROZEN = ConfigDict(frozen=True, extra="forbid")


class WrittenAlias(BaseModel):
    """One body, place or person with its other names."""

    model_config = _FROZEN

    name: Words = Field(description="the name that reports use")
    type: Literal["organisation", "place", "person"]
    also: Annotated[tuple[Words, ...], Field(min_length=1)] = Field(description="its other names")


class AliasFile(BaseModel):
    """A file of aliases."""

    model_config = _FROZEN

    aliases: tuple[WrittenAlias, ...]
