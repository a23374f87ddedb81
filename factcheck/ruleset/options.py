"""The options of checks, which are plain data classes, as models that a rule's file is held against."""

from __future__ import annotations

from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from factcheck.checks.model import Options
from factcheck.records import MISSING, fields


def model_of(options: type[Options]) -> type[BaseModel]:
    """The model of a check's options: its fields, their defaults, bounds and descriptions, and no others."""
    hints = get_type_hints(options, include_extras=True)
    made: dict[str, Any] = {
        one.name: (
            hints[one.name],
            Field(
                ... if one.default is MISSING else one.default,
                description=one.metadata.get("description"),
                **one.metadata.get("bounds", {}),
            ),
        )
        for one in fields(options)
    }
    forbid = ConfigDict(extra="forbid", frozen=True)
    return create_model(options.__name__, __config__=forbid, __doc__=options.__doc__, **made)
