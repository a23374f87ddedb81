"""The lines and columns that reports name, cut out of the file on disk, are the words that they quote."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.findings.model import Run
from factcheck.pipeline import audit
from factcheck.report import render
from factcheck.ruleset import load_ruleset

SLIP = "31 September 2024"
FILES = {
    "a.txt": f"First line.\n\nThe hall in Leith was shut on {SLIP}.\n",
    "bom.txt": f"\ufeffThe hall in Leith was shut on {SLIP}.\n",
    "crlf.txt": f"First line.\r\n\r\nThe “hall” in Leith 😀 was shut on {SLIP}.\r\n",
    "front.md": f"---\ntitle: A hall\ndate: 2024-10-02\n---\n\n# A hall\n\nThe **hall** in Leith was shut on {SLIP}.\n",
    "page.html": (
        "<!doctype html><html><head><title>A hall</title>\n"
        '<meta property="article:published_time" content="2024-10-02"></head>\n<body><article><h1>A hall</h1>\n'
        f"<p>Rain &amp; wind.</p>\n<p>The <b>hall</b> &ldquo;in&rdquo; Leith\n   was shut on {SLIP}.</p>\n"
        "</article></body></html>\n"
    ),
    "entities.html": f"<p>A &amp; B.</p><p>The hall was shut on {SLIP.replace(' ', '&nbsp;', 1)}.</p>\n",
    "rows.jsonl": (
        '{"id": "x", "text": "Nothing here."}\n\n'
        + json.dumps({"id": "y", "text": f"“Rain”\n\nThe hall in Leith was shut on {SLIP}."})
        + "\n"
    ),
}


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        Path(name).write_bytes(text.encode())
    run = audit(sorted(FILES), Settings(), load_ruleset())
    assert len(run.findings) == len(FILES)
    return run


def cut(file: str, line: int, column: int, end: int) -> str:
    """What stands there, as an editor counts: without a byte order mark; entities as they are written."""
    text = re.split(r"\r?\n", FILES[file].removeprefix("\ufeff"))[line - 1][column - 1 : end - 1]
    return text.replace("&nbsp;", " ")


def test_github_annotations(found: Run) -> None:
    lines = [line for line in render(found, "github").splitlines() if line.startswith("::")]
    files = []
    for line in lines:
        properties = dict(re.findall(r"(\w+)=([^,:]*)", line.split("::")[1]))
        files.append(properties["file"])
        assert cut(files[-1], *(int(properties[key]) for key in ("line", "col", "endColumn"))) == SLIP
    assert sorted(files) == sorted(FILES)


def test_sarif_regions(found: Run) -> None:
    (log,) = json.loads(render(found, "sarif"))["runs"]
    files = []
    for result in log["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        files.append(place["artifactLocation"]["uri"])
        assert region["startLine"] == region["endLine"]
        assert cut(files[-1], region["startLine"], region["startColumn"], region["endColumn"]) == SLIP
    assert sorted(files) == sorted(FILES)


def test_junit_and_csv_name_the_same_lines(found: Run) -> None:
    for file, text in FILES.items():
        line = 1 + next(number for number, row in enumerate(re.split(r"\r?\n", text)) if "September 2024" in row)
        assert f'file="{file}" line="{line}"' in render(found, "junit")
        assert re.search(rf'"{file}(?:#y)?",{line},', render(found, "csv"))
