"""Copies of one text are read and judged once, and are told of all the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.findings.model import Run
from factcheck.identity.model import Corpus
from factcheck.pipeline import Means, audit, reading, work
from factcheck.report.summary import summarise
from factcheck.ruleset import load_ruleset

TEXT = "PORTO, May 9, 2025 - Minister Ana Seixas signed the Douro treaty in Porto on Monday, May 8, 2025.\n"


def test_copies_are_read_once_and_each_is_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    original = reading.read_article

    def counted(document: object, knowledge: object) -> object:
        read.append(document.name)  # type: ignore[attr-defined]
        return original(document, knowledge)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read_article", counted)
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "d.txt").write_text(TEXT.replace("Ana", "Rita"), encoding="utf-8")
    run = audit([str(tmp_path)], Settings(), load_ruleset([]))
    assert [Path(name).name for name in read] == ["a.txt", "d.txt"]
    assert len(run.documents) == 4
    wrong = [one for one in run.findings if one.category == "weekday-mismatch"]
    assert sorted(Path(place.document).name for one in wrong for place in one.locations) == ["a.txt", "d.txt"]


ELSEWHERE = "PORTO, May 9, 2025 - Minister Ana Seixas signed the Douro treaty with Rui Prado in Porto on May 7, 2025.\n"


def _audit(path: Path, keep_corpus: int = 0) -> Run:
    return audit([str(path)], Settings(), load_ruleset([]), Means(keep_corpus=keep_corpus))


def test_copies_are_judged_once_however_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were each copy a source, the copies of one article would make a story, and its conflict with another be lost."""
    asked: list[int] = []
    original = work.judge

    def counted(corpus: Corpus, *others: object) -> Run:
        asked.append(len(corpus.articles))
        return original(corpus, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(work, "judge", counted)
    for number in range(60):
        folder = tmp_path / f"{number:02}"
        folder.mkdir()
        (folder / "a.txt").write_text(TEXT, encoding="utf-8")
        (folder / "b.txt").write_text(ELSEWHERE, encoding="utf-8")
    run = _audit(tmp_path)
    assert asked == [2]
    assert run.counts["articles"] == 120
    assert run.counts["copies"] == 118
    assert len(run.documents) == 120
    (conflict,) = (one for one in run.findings if one.category == "date-conflict")
    assert [Path(place.document).name for place in conflict.locations] == ["a.txt", "b.txt"]
    names = [str(tmp_path / f"{number:02}" / "a.txt") for number in range(6)]
    assert f"The text of {names[0]} stands also in {', '.join(names[1:])} and 54 more." in conflict.explanation
    assert run.copy_of[names[5]] == names[0]


def test_copies_are_told_of_in_any_order_and_on_any_line(tmp_path: Path) -> None:
    lines = [json.dumps({"id": name, "text": TEXT}) for name in ("one", "two", "three")]
    told = []
    for ordered in (lines, lines[::-1]):
        (tmp_path / "wire.jsonl").write_text("\n".join(ordered) + "\n", encoding="utf-8")
        run = _audit(tmp_path)
        told.append(
            [(one.message, one.explanation, [place.document for place in one.locations]) for one in run.findings]
        )
        (of,) = set(run.copy_of.values())
        assert of.endswith("wire.jsonl#one")
    assert told[0] == told[1]


def test_a_copy_under_another_date_is_an_article_of_its_own(tmp_path: Path) -> None:
    for name, day in (("one", "2025-05-09"), ("two", "2025-05-10")):
        (tmp_path / f"{name}.md").write_text(f"---\ndate: {day}\n---\n\n{TEXT}", encoding="utf-8")
    assert _audit(tmp_path).counts["copies"] == 0


def test_a_copy_is_shown_and_dated_like_its_original(tmp_path: Path) -> None:
    """Reports with a timeline show each copy; a date that was inferred is that of all."""
    said = "Minister Ana Seixas signed the Douro treaty in Porto on Monday, May 5, 2025, officials said on Tuesday.\n"
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(said, encoding="utf-8")
    (tmp_path / "c.txt").write_text(ELSEWHERE, encoding="utf-8")
    run = _audit(tmp_path, keep_corpus=10)
    assert run.corpus is not None
    assert [Path(article.document.name).name for article in run.corpus.articles] == ["a.txt", "b.txt", "c.txt"]
    dates = {Path(document.name).name: document.published for document in run.documents}
    assert dates["a.txt"] == dates["b.txt"]
    assert dates["a.txt"].first is not None


def test_summaries_tell_of_copies(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert summarise(_audit(tmp_path)).read.startswith("3 articles, 2 of them copies, ")
