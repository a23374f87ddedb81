"""Settings: ``[tool.factcheck]`` of a ``pyproject.toml``, or a ``factcheck.toml``, found from a folder upward.

A ``factcheck.toml``, or a file that is named, has its settings at the top or in that table.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from factcheck.errors import UserError
from factcheck.userfile.toml_file import TomlFile, read_toml
from factcheck.userfile.validation import validate
from factcheck.vocabulary import Level, Severity

_TABLE = ("tool", "factcheck")
FILE_NAMES = ("factcheck.toml", "pyproject.toml")
DEFAULT_MAX_BYTES = 20 * 1024 * 1024


class Suppression(BaseModel):
    """Findings that are not to be told, and why. All that is given must fit; see docs/baseline.md."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fingerprint: Annotated[str, Field(min_length=1)] | None = Field(None, description="one finding's, from a report")
    rule: Annotated[str, Field(min_length=1)] | None = Field(None, description="the name of the rule that found it")
    path: Annotated[str, Field(min_length=1)] | None = Field(
        None, description="articles, such as archive/**/*.html; one of the finding's must fit"
    )
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)] = Field(
        description="why it is not to be told"
    )
    expires: date | None = Field(None, description="the last day on which this applies")

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if self.fingerprint is None and (self.rule is None or self.path is None):
            raise ValueError("a suppression names a fingerprint, or a rule and a path; a rule as a whole: disable")
        return self


class Settings(BaseModel):
    """How to audit. Command-line options override what a file says.

    Relative ``rules``, ``facts`` and ``baseline`` in a file count from that file's folder.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rules: tuple[Path, ...] = Field((), description="folders with further rules, event types and aliases")
    facts: tuple[Path, ...] = Field((), description="files or folders of reference facts outside those folders")
    severity: Severity = Field(Severity.INFO, description="the least severity that is shown")
    fail_on: Literal["error", "warning", "info", "never"] = Field(
        "warning", description="the least severity that makes the exit code 1"
    )
    disable: tuple[str, ...] = Field((), description="names of rules that are not run")
    severities: dict[str, Severity] = Field({}, description="a severity of your own for a rule, by its name")
    severity_by_event: dict[str, dict[str, Level]] = Field(
        {}, description="by a rule's name, a severity for each event type, or off"
    )
    min_confidence: Annotated[float, Field(ge=0, le=1)] = Field(
        0.0, description="findings less sure than this are left out (0 to 1)"
    )
    max_bytes: Annotated[int, Field(gt=0)] = Field(
        DEFAULT_MAX_BYTES, description="articles larger than this are skipped"
    )
    jobs: Annotated[int, Field(ge=1)] = Field(1, description="how many processes read articles")
    baseline: Path | None = Field(None, description="a file of known findings that are left out (factcheck baseline)")
    suppress: tuple[Suppression, ...] = Field((), description="findings that are not to be told, each with a reason")


class FoundSettings(BaseModel):
    """Settings with the file they stand in, so that later mistakes in them can be told with a place."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    settings: Settings
    written: TomlFile | None = None


def find_settings(start: Path) -> FoundSettings:
    """The settings of the nearest file from ``start`` upward; defaults where there is none.

    A ``pyproject.toml`` without ``[tool.factcheck]`` does not end the search.
    """
    for folder in (start, *start.parents):
        for name in FILE_NAMES:
            path = folder / name
            if path.is_file():
                found = _read(path)
                if found is not None:
                    return found
    return FoundSettings(settings=Settings())


def read_settings(path: Path) -> FoundSettings:
    """The settings of one file. Raises UserError where it cannot be read or holds no settings."""
    found = _read(path)
    if found is None:
        raise UserError("has no [tool.factcheck] table", path=str(path))
    return found


def _read(path: Path) -> FoundSettings | None:
    written = read_toml(path)
    at_top = written.value.keys() & Settings.model_fields.keys()
    if path.name == "pyproject.toml" or not at_top:
        # In any other file the table counts too, unless the settings stand at the top.
        inner = written.below(_TABLE)
        if inner is None and path.name == "pyproject.toml":
            return None
        written = inner or written
    settings = validate(Settings, written)
    folders = {key: tuple(path.parent / folder for folder in getattr(settings, key)) for key in ("rules", "facts")}
    baseline = None if settings.baseline is None else path.parent / settings.baseline
    return FoundSettings(settings=settings.model_copy(update={**folders, "baseline": baseline}), written=written)
