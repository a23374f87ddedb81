"""Megabytes of nothing cost seconds, and the work does not grow faster than the text."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from factcheck.cli.main import run
from factcheck.config import Settings
from factcheck.pipeline import read_articles
from factcheck.ruleset import load_ruleset

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("piece", ["1 ", '" ', "1, 2. "])
def test_a_long_line_of_figures_or_marks(tmp_path: Path, piece: str) -> None:
    (tmp_path / "a.txt").write_text(piece * (100_000 // len(piece)), encoding="utf-8")
    begin = time.process_time()
    articles, skipped = read_articles([str(tmp_path / "a.txt")], Settings(), load_ruleset())
    assert time.process_time() - begin < 8  # 0.5 s on a slow machine of 2024
    assert (len(articles), skipped) == (1, [])


@pytest.mark.parametrize("digit", ["²", "①", "٣", "৪", "½"])
def test_digits_of_other_kinds_raise_nothing(tmp_path: Path, digit: str) -> None:
    words = f"Jo Bell, {digit}, left at {digit} p.m. with {digit} boats on {digit} May {digit}{digit}{digit}{digit}."
    page = f'<link rel="canonical" href="https://x.example/2024/{digit}/{digit}/a"><p>{words}</p>'
    (tmp_path / "a.txt").write_text(words, encoding="utf-8")
    (tmp_path / "b.html").write_text(page, encoding="utf-8")
    articles, skipped = read_articles([str(tmp_path)], Settings(), load_ruleset())
    assert (len(articles), skipped) == (2, [])


def test_data_without_columns_are_no_quantities(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It sold 12 boats. " + "17 4.5 1,200 " * 20 + "\n\nIt lost 9 boats.\n", "utf-8")
    (article,), _ = read_articles([str(tmp_path / "a.txt")], Settings(), load_ruleset())
    assert [quantity.text for quantity in article.expressions.quantities] == ["12 boats", "9 boats"]


@pytest.mark.skipif(not (ROOT / "seeds").is_dir(), reason="the sample articles are not here")
def test_jobs_change_nothing_on_the_samples(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    reports = []
    for jobs in ("1", "2"):
        code = run(["audit", "seeds", "--format", "json", "--jobs", jobs])
        reports.append((code, *capfd.readouterr()))
    assert json.loads(reports[0][1])["documents"]
    assert reports[0] == reports[1]
