"""Settings: ``[tool.factcheck]`` of a ``pyproject.toml``, or a ``factcheck.toml``, found from a folder upward.

A ``factcheck.toml``, or a file that is named, has its settings at the top or in that table.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from factcheck.errors import UserError
from factcheck.records import dataclass, field, fields
from factcheck.vocabulary import Level, Severity

if TYPE_CHECKING:
    from factcheck.userfile.toml_file import TomlFile
    from factcheck.written_settings import Suppression

_TABLE = ("tool", "factcheck")
FILE_NAMES = ("factcheck.toml", "pyproject.toml")
DEFAULT_MAX_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to audit; what each field means stands in :class:`~factcheck.written_settings.WrittenSettings`.

    What differs from the defaults is checked and converted. Raises ValueError (pydantic's) for what cannot be.
    """

    rules: tuple[Path, ...] = ()
    facts: tuple[Path, ...] = ()
    severity: Severity = Severity.INFO
    fail_on: Literal["error", "warning", "info", "never"] = "warning"
    disable: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    severity_by_event: Mapping[str, Mapping[str, Level]] = field(default_factory=dict)
    min_confidence: float = 0.0
    max_bytes: int = DEFAULT_MAX_BYTES
    jobs: int = 1
    baseline: Path | None = None
    suppress: tuple[Suppression, ...] = ()

    def __post_init__(self) -> None:
        given = {name: getattr(self, name) for name in _NAMES if getattr(self, name) != _DEFAULTS.get(name, {})}
        if given:
            from factcheck.written_settings import WrittenSettings

            checked = WrittenSettings.model_validate(given)
            for name in given:
                object.__setattr__(self, name, getattr(checked, name))

    def changed(self, **values: Any) -> Settings:
        """These settings with other ``values``, which are taken as they are: sound ones of the command line."""
        made = object.__new__(Settings)
        for name in _NAMES:
            object.__setattr__(made, name, values[name] if name in values else getattr(self, name))
        return made


_NAMES = tuple(one.name for one in fields(Settings))
_DEFAULTS = {one.name: one.default for one in fields(Settings) if one.default_factory is not dict}


@dataclass(frozen=True, slots=True)
class FoundSettings:
    """Settings with the file they stand in, so that later mistakes in them can be told with a place."""

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
    from factcheck.userfile.toml_file import read_toml

    written = read_toml(path)
    at_top = written.value.keys() & _NAMES
    if path.name == "pyproject.toml" or not at_top:
        # In any other file the table counts too, unless the settings stand at the top.
        inner = written.below(_TABLE)
        if inner is None and path.name == "pyproject.toml":
            return None
        written = inner or written
    from factcheck.userfile.validation import validate
    from factcheck.written_settings import WrittenSettings

    checked = validate(WrittenSettings, written)
    settings = Settings().changed(**{name: getattr(checked, name) for name in _NAMES})
    folders = {key: tuple(path.parent / folder for folder in getattr(settings, key)) for key in ("rules", "facts")}
    baseline = None if settings.baseline is None else path.parent / settings.baseline
    return FoundSettings(settings=settings.changed(**folders, baseline=baseline), written=written)
