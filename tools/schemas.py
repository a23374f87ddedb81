"""Writes ``factcheck/schemas/*.json`` from the models, and into each file of ``rules/`` the comment that names its own.

With ``--check`` it only says what would change (exit code 1).

usage: python tools/schemas.py [--check]
"""

from __future__ import annotations

import importlib
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from factcheck.report.json import SCHEMA
from factcheck.ruleset.loading import check_names
from factcheck.ruleset.options import model_of
from factcheck.ruleset.written_aliases import AliasFile
from factcheck.ruleset.written_events import EventFile
from factcheck.ruleset.written_facts import FactFile
from factcheck.ruleset.written_rules import RuleFile
from factcheck.schemas import SCHEMAS
from factcheck.vocabulary import Category, Severity
from factcheck.written_settings import WrittenSettings

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "factcheck" / "schemas"
RULES = ROOT / "rules"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_COMMENT = re.compile(r"\A# yaml-language-server: \$schema=.*\n")
Schema = dict[str, Any]


def schemas() -> dict[str, Schema]:
    """Every schema by its name."""
    return {
        "rule": _rule(),
        "events": _events(),
        "aliases": _titled(_of(AliasFile), "aliases"),
        "facts": _facts(),
        "settings": _titled(_of(WrittenSettings), "settings"),
        "report": _titled(_report(), "report"),
    }


def _titled(schema: Schema, name: str) -> Schema:
    return {"$schema": DIALECT, "title": f"factcheck: {SCHEMAS[name]}", **schema}


def _of(model: type[BaseModel], prefix: str = "") -> Schema:
    """A model's schema without the titles that pydantic makes up; ``prefix`` keeps names of parts apart."""
    schema = model.model_json_schema(ref_template=f"#/$defs/{prefix}{{model}}")
    found: Schema = _plain(schema)
    if prefix and "$defs" in found:
        found["$defs"] = {f"{prefix}{name}": part for name, part in found["$defs"].items()}
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _plain(item) for key, item in value.items() if not (key == "title" and isinstance(item, str))}
    if kept.get("default", 0) is None:  # neither YAML as it is read here nor TOML can say that there is none
        del kept["default"]
        kept |= next((part for part in kept.pop("anyOf", []) if part != {"type": "null"}), {})
    if kept.get("format") == "path":
        del kept["format"]
    if "description" in kept and isinstance(kept["description"], str):
        kept["description"] = " ".join(re.sub(r"``|:\w+:`~?|`", "", kept["description"]).split())
    return kept


def _as_written(schema: Schema) -> Schema:
    """For YAML: a year or a figure where text is wanted is text, for factcheck reads every scalar as it is written."""

    def loosened(value: Any) -> Any:
        if isinstance(value, list):
            return [loosened(item) for item in value]
        if not isinstance(value, dict):
            return value
        changed = {key: loosened(item) for key, item in value.items()}
        if value.get("type") == "string" and not value.keys() & {"enum", "const", "pattern", "format"}:
            changed["type"] = ["string", "number"]
        return changed

    result: Schema = loosened(schema)
    return result


def _rule() -> Schema:
    schema = _of(RuleFile)
    parts: Schema = schema["$defs"]
    checks, cases = list(check_names()), []
    for check in checks:
        options = _of(model_of(importlib.import_module(f"factcheck.checks.{check}").Options), f"{check}.")
        parts.update(options.pop("$defs", {}))
        needed = ["options"] if options.get("required") else []
        then = {"properties": {"options": options}, **({"required": needed} if needed else {})}
        cases.append({"if": {"properties": {"check": {"const": check}}, "required": ["check"]}, "then": then})
    schema["properties"]["check"]["enum"] = checks
    # What the model checks in Python: one way to write an example, and the quotes of those that are found.
    single = dict.fromkeys(("text", "published", "title", "source"), False)
    parts["Example"]["oneOf"] = [
        {"required": ["articles"], "properties": single},
        {"required": ["text"], "properties": {"articles": False}},
    ]
    for kind in ("bad", "known_miss"):
        items = parts["Examples"]["properties"][kind]
        items["items"] = {**items["items"], "required": ["quotes"], "properties": {"quotes": {"minItems": 1}}}
    _participants_by_name(parts)
    return _as_written(_titled({**schema, "allOf": cases}, "rule"))


def _events() -> Schema:
    schema = _of(EventFile)
    schema["$defs"]["WrittenEvent"]["anyOf"] = [{"required": ["verbs"]}, {"required": ["nouns"]}]
    return _as_written(_titled(schema, "events"))


def _facts() -> Schema:
    schema = _of(FactFile)
    _participants_by_name(schema["$defs"])
    return _as_written(_titled(schema, "facts"))


def _participants_by_name(parts: Schema) -> None:
    """A participant may be written as a name alone."""
    listed = parts["WrittenFact"]["properties"]["participants"]
    listed["items"] = {"anyOf": [{"type": "string", "minLength": 1}, {"$ref": "#/$defs/WrittenParticipant"}]}


def _report() -> Schema:
    """The report that ``factcheck/report/json.py`` writes. Open: fields may be added."""
    text, maybe, count = {"type": "string"}, {"type": ["string", "null"]}, {"type": "integer", "minimum": 0}
    day = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}
    place = {"type": "integer", "minimum": 1}

    def thing(required: Schema, optional: Schema | None = None) -> Schema:
        return {"type": "object", "required": list(required), "properties": {**required, **(optional or {})}}

    def told(schema: Schema, description: str) -> Schema:
        return {**schema, "description": description}

    def many(name: str, **more: Any) -> Schema:
        return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}, **more}

    document = thing(
        {
            "document": told(text, "its name in the report: the path, or what stands for it"),
            "title": maybe,
            "source": maybe,
            "published": told(maybe, "a date or moment in ISO 8601"),
            "published_basis": {"enum": ["stated", "inferred", "unknown"]},
            "published_range": {"type": ["array", "null"], "items": day, "minItems": 2, "maxItems": 2},
        },
        {
            "new": told({"type": "boolean"}, "after factcheck check: whether it is a new article"),
            "copy_of": told(text, "of a copy: the name of the article that was judged for it"),
        },
    )
    finding = thing(
        {
            "rule": {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},
            "category": {"enum": [str(category) for category in Category]},
            "severity": {"enum": [str(level) for level in Severity]},
            "confidence": {"type": "number", "minimum": 0, "maximum": 1},
            "message": told(text, "one sentence with both values and where they stand"),
            "explanation": told({"type": "array", "items": text}, "how it was found, a line a step"),
            "suggestion": maybe,
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$", "description": "stable over other edits"},
            "locations": many("location", minItems=1),
        }
    )
    location = thing(
        {
            "document": text,
            "start": told(count, "characters before it in the reader's text"),
            "end": count,
            "line": told(place, "in the file, from 1"),
            "column": place,
            "quote": text,
            "context": text,
        }
    )
    skipped = thing({"document": text, "reason": text})
    suppressed = {"type": "array", "items": thing({"fingerprint": text, "reason": text})}
    left_out = told(
        thing({"known": {"type": "array", "items": text}, "suppressed": suppressed}),
        "fingerprints of findings that a baseline or the settings kept from the report, where there are any",
    )
    report = thing(
        {
            "schema": {"const": SCHEMA},
            "tool": thing({"name": {"const": "factcheck"}, "version": text}),
            "documents": many("document"),
            "findings": many("finding"),
            "skipped": many("skipped"),
        },
        {"counts": {"type": "object", "additionalProperties": count}, "left_out": left_out},
    )
    return {**report, "$defs": {"document": document, "finding": finding, "location": location, "skipped": skipped}}


def written(schema: Schema) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_of(path: Path) -> str:
    """The name of the schema of a file below ``rules/``."""
    group = path.relative_to(RULES).parts[0]
    return group if group in ("events", "aliases", "facts") else "rule"


def with_comment(path: Path, text: str) -> str:
    """A rule file's text with the comment from which editors take its schema."""
    target = Path(os.path.relpath(FOLDER / f"{schema_of(path)}.json", path.parent)).as_posix()
    return f"# yaml-language-server: $schema={target}\n{_COMMENT.sub('', text)}"


def files() -> Iterator[tuple[Path, str]]:
    """Every file with what it should hold."""
    for name, schema in schemas().items():
        yield FOLDER / f"{name}.json", written(schema)
    for path in sorted(RULES.rglob("*.yaml")):
        yield path, with_comment(path, path.read_text(encoding="utf-8"))


def main(arguments: list[str]) -> int:
    check = arguments == ["--check"]
    if arguments and not check:
        print(__doc__, file=sys.stderr)
        return 2
    wrong = False
    for path, wanted in files():
        if path.is_file() and path.read_text(encoding="utf-8") == wanted:
            continue
        wrong = True
        if check:
            print(f"{path.relative_to(ROOT)} is not what it should be; run: python tools/schemas.py", file=sys.stderr)
        else:
            path.write_text(wanted, encoding="utf-8")
    return 1 if check and wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
