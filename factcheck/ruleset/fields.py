"""Kinds of fields that the files of a ruleset share."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _is_moment(value: str) -> str:
    try:
        date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"must be a date such as 2024-03-08, not '{value}'") from None
    return value


Moment = Annotated[str, AfterValidator(_is_moment)]
RuleName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
