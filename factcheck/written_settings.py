"""Settings as they are written: what a file of settings may hold, and what ``Settings(...)`` is held against."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from factcheck.vocabulary import Level, Severity

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


class WrittenSettings(BaseModel):
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
