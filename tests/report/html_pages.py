"""Pages for the tests of the HTML report: the sample articles, and articles that try to run something."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from factcheck.config import Settings
from factcheck.findings.model import Run
from factcheck.pipeline import audit
from factcheck.report import render
from factcheck.ruleset import load_ruleset

SEEDS = Path(__file__).parents[2] / "seeds"

ATTACKS = (
    "<script>document.title = 'owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "</style></script><svg onload=alert(1)>",
    '" autofocus onfocus="document.title=\'owned\'" x="',
    "' onmouseover='alert(1)",
    "javascript:alert(1) &lt;b&gt; &#x3c;i&#x3e; <!-- --> ]]>",
    "<base href=//example.test/><meta http-equiv=refresh content=0;url=//example.test/>",
)


@cache
def seeds_run() -> Run:
    """The audit of the sample articles."""
    return audit([str(path) for path in sorted(SEEDS.iterdir()) if path.stem[:1].isdigit()], Settings(), load_ruleset())


@cache
def seeds_page() -> str:
    """Its report."""
    return render(seeds_run(), "html")


def hostile_run(folder: Path) -> Run:
    """An audit of two articles that contradict each other, with markup in text, title, source and names."""
    rows = []
    for number, day in enumerate((12, 14)):
        body = "\n\n".join(
            f'The harbour minister Nadia Orlova "{attack}" met the union leader Tom Brask in Aalborg on '
            f"{day} March 2024, when she signed the {attack} agreement with him."
            for attack in ATTACKS
        )
        row = {"id": f"{number} {ATTACKS[1]}", "title": ATTACKS[number], "source": ATTACKS[2], "text": body}
        rows.append(json.dumps({**row, "published": "2024-03-20"}))
    path = folder / "<b onclick=x>&amp;'.jsonl"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return audit([str(path)], Settings(), load_ruleset())
