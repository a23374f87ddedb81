"""The file of known findings, schema ``factcheck-baseline/1``: written so that it reads well in a diff."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from factcheck.errors import UserError
from factcheck.findings.baseline import Known
from factcheck.report.safe import for_json
from factcheck.userfile.reading import read_text

SCHEMA = "factcheck-baseline/1"
MAX_BYTES = 200_000_000


def baseline_text(entries: Iterable[Known]) -> str:
    """The file for these entries; sorted, so that the same entries give the same bytes."""
    findings = [
        {
            "fingerprint": entry.fingerprint,
            "rule": entry.rule,
            "documents": list(entry.documents),
            "message": entry.message,
        }
        for entry in sorted(set(entries))
    ]
    return for_json(json.dumps({"schema": SCHEMA, "findings": findings}, ensure_ascii=False, indent=2)) + "\n"


def read_baseline(path: Path) -> tuple[Known, ...]:
    """The entries of a file. Raises UserError where it cannot be read or is no baseline."""
    name = str(path)
    try:
        content = json.loads(read_text(path, most=MAX_BYTES))
    except json.JSONDecodeError as error:
        raise UserError(f"not valid JSON: {error.msg}", path=name, line=error.lineno, column=error.colno) from None
    except (RecursionError, ValueError):
        raise UserError("not valid JSON", path=name) from None
    findings = content.get("findings") if isinstance(content, dict) and content.get("schema") == SCHEMA else None
    if not isinstance(findings, list):
        raise UserError(f"not a baseline ({SCHEMA}); write one with: factcheck baseline PATH...", path=name)
    return tuple(_entry(item, number, name) for number, item in enumerate(findings, start=1))


def _entry(item: Any, number: int, name: str) -> Known:
    match item:
        case {"fingerprint": str(print_), "rule": str(rule), "message": str(message), "documents": list(documents)}:
            if all(isinstance(document, str) for document in documents):
                return Known(tuple(documents), rule, message, print_)
    raise UserError(f"finding {number} lacks its fingerprint, rule, documents or message", path=name)
