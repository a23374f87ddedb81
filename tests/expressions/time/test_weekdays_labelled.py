"""The weekdays of the labelled development articles, where these are at hand."""

from __future__ import annotations

import os
import runpy
from pathlib import Path

import pytest

ARTICLES = Path(os.environ.get("FACTCHECK_SHARED", "/work/shared")) / "bench" / "dev"
SCRIPT = Path(__file__).parents[3] / "benchmarks" / "weekdays.py"


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the labelled articles are not part of the project")
def test_no_weekday_is_resolved_to_a_wrong_date() -> None:
    cases = runpy.run_path(str(SCRIPT))["cases"](ARTICLES)
    wrong = [case for case in cases if not case.right and case.found[:4].isdecimal()]
    assert not wrong
    assert sum(case.right for case in cases) >= 0.9 * len(cases)
