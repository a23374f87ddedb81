"""The schemas fit what factcheck takes and prints: every rule file and example validates, broken ones do not."""

from __future__ import annotations

import copy
import importlib.util
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from factcheck.cli.main import run
from factcheck.schemas import SCHEMAS, read_schema

ROOT = Path(__file__).parents[1]
RULES = sorted((ROOT / "rules").rglob("*.yaml"))
DESK = sorted((ROOT / "docs" / "examples").rglob("rules/**/*.yaml"))

_spec = importlib.util.spec_from_file_location("schemas_tool", ROOT / "tools" / "schemas.py")
assert _spec is not None
assert _spec.loader is not None
TOOL = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(TOOL)


class Loader(yaml.SafeLoader):
    """YAML 1.2, as editors read it: dates and off are text."""


Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0].rpartition(":")[2] not in ("timestamp", "bool")]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))


def errors(name: str, value: Any) -> list[str]:
    """Where a value does not fit a schema."""
    return [error.json_path for error in Draft202012Validator(json.loads(read_schema(name))).iter_errors(value)]


def load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader)


def group(path: Path) -> str:
    return path.parent.name if path.parent.name in ("events", "aliases", "facts") else "rule"


@pytest.mark.parametrize("name", SCHEMAS)
def test_they_are_schemas_and_up_to_date(name: str) -> None:
    schema = json.loads(read_schema(name))
    Draft202012Validator.check_schema(schema)
    assert TOOL.written(TOOL.schemas()[name]) == read_schema(name), "run: python tools/schemas.py"


@pytest.mark.parametrize("path", [*RULES, *DESK], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_factcheck_takes_fits(path: Path) -> None:
    assert errors(group(path), load(path)) == []


@pytest.mark.parametrize("path", RULES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_rules_name_their_schema(path: Path) -> None:
    found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
    assert found, "run: python tools/schemas.py"
    assert (path.parent / found[1]).resolve() == ROOT / "factcheck" / "schemas" / f"{group(path)}.json"


def test_the_facts_of_the_commented_example_fit() -> None:
    lines = (ROOT / "rules" / "facts" / "example.yaml").read_text(encoding="utf-8").splitlines()
    shown = "\n".join(line[2:] for line in lines if re.match(r"# (facts:|order:|  )", line))
    example = yaml.load(shown, Loader)
    assert example["facts"]
    assert example["order"]
    assert errors("facts", example) == []


RULE = {
    "name": "wrong-weekday",
    "category": "weekday-mismatch",
    "check": "weekday_fits_date",
    "severity": "warning",
    "what": "x",
    "why": "x",
    "examples": {"bad": [{"text": "x", "published": "2024-03-05", "quotes": ["x"]}], "good": [{"text": "x"}]},
}
FACT = {"event": "arrest", "participants": ["Ada Rook"], "date": 2024, "source": "x"}


@pytest.mark.parametrize(
    ("change", "at"),
    [
        ({}, None),
        ({"options": {"yearless_within_days": 30}}, None),
        ({"options": {"yearless_within_day": 30}}, "$.options"),
        ({"options": {"yearless_within_days": "many"}}, "$.options.yearless_within_days"),
        ({"check": "weekday_fits_dates"}, "$.check"),
        ({"severity": "fatal"}, "$.severity"),
        ({"severity_by_event": {"arrest": "never"}}, "$.severity_by_event.arrest"),
        ({"sevrity": "info"}, "$"),
        ({"name": "Wrong weekday"}, "$.name"),
        ({"examples": {"bad": [{"text": "x"}], "good": [{"text": "x"}]}}, "$.examples.bad[0]"),
        ({"examples": {"bad": RULE["examples"]["bad"], "good": []}}, "$.examples.good"),  # type: ignore[index]
        ({"examples": {"bad": [{"articles": [{"text": "x"}], "text": "x", "quotes": ["x"]}], "good": [{"text": "x"}]}},
         "$.examples.bad[0]"),
    ],
)  # fmt: skip
def test_broken_rules_do_not_fit(change: dict[str, Any], at: str | None) -> None:
    assert errors("rule", RULE | change) == ([at] if at else [])


@pytest.mark.parametrize(
    ("name", "value", "at"),
    [
        ("facts", {"facts": [FACT]}, None),
        ("facts", {"facts": [FACT | {"participants": [{"name": "Ada Rook", "type": "person"}]}]}, None),
        ("facts", {"facts": [FACT | {"participants": []}]}, "$.facts[0].participants"),
        ("facts", {"facts": [{key: FACT[key] for key in ("event", "participants", "date")}]}, "$.facts[0]"),
        ("facts", {"order": [{"before": "a", "after": "b", "same": ["time"]}]}, "$.order[0].same[0]"),
        ("events", {"events": {"remand": {"verbs": ["remand"]}}}, None),
        ("events", {"events": {"remand": {"recurrence": 3}}}, "$.events.remand"),
        ("events", {"events": {"remand": {"verbs": ["remand"], "recurrence": 0}}}, "$.events.remand.recurrence"),
        ("aliases", {"aliases": [{"name": "x", "type": "organisation", "also": ["y"]}]}, None),
        ("aliases", {"aliases": [{"name": "x", "type": "ship", "also": ["y"]}]}, "$.aliases[0].type"),
        ("settings", {"fail_on": "never", "min_confidence": 0.5}, None),
        ("settings", {"min_confidence": 2}, "$.min_confidence"),
        ("settings", {"disabled": []}, "$"),
    ],
)
def test_other_files(name: str, value: dict[str, Any], at: str | None) -> None:
    assert errors(name, value) == ([at] if at else [])


def test_the_settings_of_the_example_fit() -> None:
    for path in (ROOT / "docs" / "examples").rglob("factcheck.toml"):
        written = json.dumps(tomllib.loads(path.read_text(encoding="utf-8")), default=str)  # dates as text
        assert errors("settings", json.loads(written)) == []


def test_the_report_on_the_seeds_fits_and_every_key_is_described() -> None:
    report = json.loads((ROOT / "reports" / "seeds.json").read_text(encoding="utf-8"))
    schema = json.loads(read_schema("report"))
    assert errors("report", report) == []
    assert report.keys() <= schema["properties"].keys()
    for key, part in (("documents", "document"), ("findings", "finding")):
        assert report[key]
        assert all(one.keys() <= schema["$defs"][part]["properties"].keys() for one in report[key])
    broken = copy.deepcopy(report)
    broken["findings"][0]["locations"][0]["line"] = 0
    assert errors("report", broken) == ["$.findings[0].locations[0].line"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_command_prints_them(name: str, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["schema", name]) == 0
    assert capfd.readouterr().out == read_schema(name)
    assert run(["schema", name, "--output", str(tmp_path / "s.json")]) == 0
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == read_schema(name)


def test_an_unknown_name(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "rules"]) == 2
    assert "'rules'" in capfd.readouterr().err
    with pytest.raises(ValueError, match="unknown schema: rules"):
        read_schema("rules")
