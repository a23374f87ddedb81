"""JSON Schemas of the files that users write and of the JSON report, for editors and programs.

``tools/schemas.py`` writes the files here from the models; ``make drift`` says whether they are up to date.
"""

from __future__ import annotations

from pathlib import Path

SCHEMAS = {
    "rule": "a rule: rules/GROUP/NAME.yaml",
    "events": "event types: rules/events/*.yaml",
    "aliases": "other names of people, bodies and places: rules/aliases/*.yaml",
    "facts": "reference facts: rules/facts/*.yaml",
    "settings": "factcheck.toml, and [tool.factcheck] in pyproject.toml",
    "report": "the report of --format json, factcheck-report/1",
}
"""Each schema's name, and what it describes."""


def read_schema(name: str) -> str:
    """The JSON text of one of :data:`SCHEMAS`, ending in a line break. Raises ValueError for another name."""
    if name not in SCHEMAS:
        raise ValueError(f"unknown schema: {name}")
    return (Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8")
