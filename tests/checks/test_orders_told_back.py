"""Dates in the reverse of what a text says when it comes back to something, and texts that are right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.checks.test_order_is_possible import conflicts

CASES = yaml.safe_load(Path(__file__).with_name("orders_told_back.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["bad"], ids=lambda case: case["text"][:40])
def test_a_reversed_order_is_told(tmp_path: Path, case: Mapping[str, Any]) -> None:
    found = [
        {case["text"][place.start : place.end] for place in conflict.evidence}
        for conflict in conflicts(tmp_path, case["text"])
    ]
    assert any(set(case["quotes"]) <= marked for marked in found), found


@pytest.mark.parametrize("case", CASES["good"], ids=lambda case: case["text"][:40])
def test_a_right_order_is_left_alone(tmp_path: Path, case: Mapping[str, Any]) -> None:
    assert conflicts(tmp_path, case["text"]) == []
