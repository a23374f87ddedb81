"""A written file against a pydantic model: every mistake, each at its line and column, in plain words."""

from __future__ import annotations

import types
import typing
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from factcheck.errors import UserError, raise_all
from factcheck.userfile.model import Loc, Written, mistake
from factcheck.userfile.words import did_you_mean

Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], written: Written, loc: Loc = ()) -> Model:
    """The part of ``written`` at ``loc`` as a ``model``. Raises UserError with all mistakes in it."""
    value, mistakes = try_validate(model, written, loc)
    raise_all(mistakes)
    assert value is not None
    return value


def try_validate(model: type[Model], written: Written, loc: Loc = ()) -> tuple[Model | None, list[UserError]]:
    """As :func:`validate`, but the mistakes are returned, so that a caller can add its own to them."""
    value = written.value
    for step in loc:
        value = value[step]
    if not isinstance(value, dict):
        return None, [mistake(written, loc, "keys and values are wanted here (key: value)")]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [_told(model, written, loc, detail) for detail in details if not _follows(detail, details)]


def _follows(detail: Any, details: Sequence[Any]) -> bool:
    """Whether a list is too short only because its items have mistakes, which are told themselves."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in details
    )


def _told(model: type[BaseModel], written: Written, root: Loc, detail: Any) -> UserError:
    loc: Loc = tuple(detail["loc"])
    kind: str = detail["type"]
    given = detail.get("input")
    context: dict[str, Any] = detail.get("ctx") or {}
    name = str(loc[-1]) if loc else ""
    if kind == "extra_forbidden":
        message = f"unknown key '{name}'{did_you_mean(name, _fields(model, loc[:-1]))}"
        return mistake(written, root + loc, message, key=True)
    if kind == "missing":
        return mistake(written, root + loc[:-1], f"missing key '{name}'")
    if kind in ("enum", "literal_error"):
        choices = [choice.strip(" '") for choice in str(context.get("expected", "")).replace(" or ", ", ").split(",")]
        shown = given if isinstance(given, str) else "this"
        return mistake(written, root + loc, f"{_label(loc)}'{shown}' is not known{did_you_mean(str(shown), choices)}")
    if kind == "value_error":
        label = "" if isinstance(given, dict) else _label(loc)
        return mistake(written, root + loc, f"{label}{context.get('error', detail['msg'])}")
    if kind in ("string_too_short", "too_short"):
        return mistake(written, root + loc, f"{_label(loc)}must not be empty")
    wanted = _WANTED.get(kind)
    if wanted is None:
        said = str(detail["msg"])
        return mistake(written, root + loc, f"{_label(loc)}{said[:1].lower()}{said[1:]}")
    shown = f", not '{given}'" if isinstance(given, (str, int, float)) else ""
    return mistake(written, root + loc, f"{_label(loc)}must be {wanted}{shown}")


_WANTED = {
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "date_from_datetime_parsing": "a date such as 2024-03-08",
    "date_parsing": "a date such as 2024-03-08",
    "dict_type": "keys and values",
    "float_parsing": "a number",
    "float_type": "a number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "list_type": "a list",
    "model_attributes_type": "keys and values",
    "model_type": "keys and values",
    "string_pattern_mismatch": "words in lower case joined by hyphens, such as wrong-weekday",
    "string_type": "text",
    "tuple_type": "a list",
}


def _label(loc: Loc) -> str:
    """The nearest key above a value, to begin a message with: ``severity: ``."""
    names = [step for step in loc if isinstance(step, str)]
    return f"{names[-1]}: " if names else ""


def _fields(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that the model at ``loc`` below ``model`` knows; empty where ``loc`` leads to no model."""
    current: Any = model
    for step in loc:
        current = _model_in(current)
        if current is None:
            return []
        if isinstance(step, str) and step in current.model_fields:
            current = current.model_fields[step].annotation
    found = _model_in(current)
    return [] if found is None else list(found.model_fields)


def _model_in(annotation: Any) -> Any:
    """The first model within an annotation such as ``tuple[Example, ...] | None``."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    for part in typing.get_args(annotation):
        found = _model_in(part)
        if found is not None:
            return found
    return None
