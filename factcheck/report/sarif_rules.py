"""Rules as SARIF describes them (3.49): what code scanning shows beside a result."""

from __future__ import annotations

import re
from pathlib import Path

import factcheck
from factcheck.report import rule_page
from factcheck.report.records import Record
from factcheck.report.sarif_text import LEVELS, message
from factcheck.ruleset.loading import bundled_folder
from factcheck.ruleset.model import Rule
from factcheck.vocabulary import Severity

_MOST = 1024
"""Code scanning takes descriptions up to this length."""

_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


def descriptor(name: str, rule: Rule | None) -> Record:
    """The reportingDescriptor of a rule; of a rule that is not known only its name."""
    if rule is None:
        return {"id": name}
    what = " ".join(rule.what.split())
    first = re.split(r"(?<=[.!?])\s+(?=[A-Z])", what, maxsplit=1)[0]
    found = {
        "id": rule.name,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": message(_cut(first))},
        "fullDescription": {"text": message(_cut(what))},
        "help": {"text": message(_plain(rule)), "markdown": _page(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "category": rule.category.value,
            "tags": [rule.category.value],
            "problem.severity": _PROBLEM[rule.severity],
        },
    }
    if Path(rule.path).is_relative_to(bundled_folder()):
        found["helpUri"] = f"{factcheck.HOME}/blob/main/docs/rules/{rule.name}.md"
    return found


def _plain(rule: Rule) -> str:
    parts = [*rule.what.split("\n\n"), *rule.why.split("\n\n")]
    parts += [f"Known problem: {problem}" for problem in rule.known_problems]
    return " ".join(" ".join(part.split()) for part in parts)


def _page(rule: Rule) -> str:
    page = rule_page.markdown(rule).removeprefix(rule_page.GENERATED).strip()
    return page.replace("{", "{{").replace("}", "}}")  # a literal brace (3.11.5); links and lines stay


def _cut(text: str) -> str:
    return text if len(text) <= _MOST else text[: _MOST - 1] + "…"
