"""Figures of two articles that are of one thing, and those that only look so: a table of pairs."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.checks.test_time_arithmetic import _conflicts

_TABLE = yaml.safe_load((Path(__file__).parent / "data" / "figures.yaml").read_text(encoding="utf-8"))
_CHECK = "same_event_quantities_agree"


@pytest.mark.parametrize("pair", _TABLE["wrong"], ids=lambda pair: pair[0][1][:40])
def test_two_figures_of_one_thing(tmp_path: Path, pair: list[list[str]]) -> None:
    assert _conflicts(tmp_path, _CHECK, pair)


@pytest.mark.parametrize("pair", _TABLE["right"], ids=lambda pair: pair[0][1][:40])
def test_figures_that_only_seem_to_be_of_one_thing(tmp_path: Path, pair: list[list[str]]) -> None:
    assert [one.message for one in _conflicts(tmp_path, _CHECK, pair)] == []
