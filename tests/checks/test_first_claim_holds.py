"""Claims of rank against what other articles tell: which pairs conflict, in the words of articles."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from factcheck.checks import first_claim_holds
from factcheck.checks.model import Conflict
from factcheck.config import Settings
from factcheck.pipeline import link_articles, load_knowledge, read_articles
from factcheck.ruleset import load_ruleset

RULESET = load_ruleset()
KNOWLEDGE = load_knowledge(RULESET.event_files, RULESET.alias_files)
STORY = "Minister Ivar Lund spoke with Governor Ana Brandt of the Nordvik Rail Company on 4 May 2025 in Tromso. "


def conflicts(folder: Path, *texts: str) -> list[Conflict]:
    path = folder / "a.jsonl"
    rows = [{"id": str(n), "text": STORY + text, "published": "2025-05-06"} for n, text in enumerate(texts)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    articles, skipped = read_articles([str(path)], Settings(), RULESET)
    assert not skipped
    return list(first_claim_holds.check(link_articles(articles, KNOWLEDGE), first_claim_holds.Options()))


ROBBERY = "It was the first robbery in Bergen since 2015."
CRASH = "It was the second crash in the history of Nordvik Rail."
RATE = "She raised the rate to 4%. It was the bank's first increase since 2018."


@pytest.mark.parametrize(
    ("claim", "instance"),
    [
        (ROBBERY, "In March 2021 a jeweller was robbed in Bergen."),
        (ROBBERY, "Bergen had a robbery in 2019."),
        ("It was the first strong earthquake above magnitude 5 in Iceland since 1990.", "A strong earthquake of "
         "magnitude 5.6 shook Iceland in May 2004."),
        (CRASH, "A crash killed nine at Nordvik Rail in June 1998. A Nordvik Rail train crashed in May 2007."),
        (RATE, "The bank of Nordvik Rail raised its rate in June 2021."),
        ("It was Norway's largest robbery in history. They took $3 million.", "In March 2021 a robbery in Norway "
         "brought the thieves $7 million."),
        ("Lund met Brandt in Oslo for the first time since 2019.", "In June 2022 Lund met Brandt at a fair in Oslo."),
        ("It was the fair's first cancellation since 2010, in Oslo.", "The fair in Oslo was cancelled in May 2016."),
    ],
)  # fmt: skip
def test_contradicted(tmp_path: Path, claim: str, instance: str) -> None:
    (found,) = conflicts(tmp_path, claim, instance)
    (mirrored,) = conflicts(tmp_path, instance, claim)
    assert mirrored.key == found.key


@pytest.mark.parametrize(
    ("claim", "instance"),
    [
        (ROBBERY, "In March 2013 a jeweller was robbed in Bergen."),
        (ROBBERY, "In March 2021 a jeweller was robbed in Oslo."),
        (ROBBERY, "In March 2021 a man tried a robbery in Bergen."),
        (ROBBERY, "In March 2021 no robbery was reported in Bergen."),
        (ROBBERY, "Police plan for a robbery in Bergen in June 2026."),
        (ROBBERY, "A robbery in Bergen on 1 May 2025 shocked the town."),
        ("In March 2021 a shop was robbed. " + ROBBERY, "In March 2021 a jeweller was robbed in Bergen."),
        ("It was the first armed robbery in Bergen since 2015.", "In March 2021 a jeweller was robbed in Bergen."),
        ("Norway beat Sweden in Oslo for the first time since 2015.", "In May 2021 Sweden beat Norway in Oslo."),
        (CRASH, "A Nordvik Rail train crashed in May 2007."),
        (CRASH, "A Sorvik Rail train crashed in May 2007 and another of Sorvik Rail crashed in June 2013."),
        (RATE, "The bank of Nordvik Rail raised its fees in June 2021."),
        ("It was Norway's largest robbery in history. They took $3 million.", "In March 2021 a robbery in Norway "
         "brought the thieves $2 million."),
        ("It was the first visit to Norway by a Chilean president since 2004.", "In June 2009 the Chilean president "
         "was to have come on a visit to Norway."),
    ],
)  # fmt: skip
def test_not_contradicted(tmp_path: Path, claim: str, instance: str) -> None:
    assert conflicts(tmp_path, claim, instance) == []


def test_an_unrelated_article_is_no_instance(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [
        {"id": "a", "text": "Police came. " + ROBBERY, "published": "2025-05-06"},
        {
            "id": "b",
            "text": "Minister Clara Voss recalled that Tromso had a robbery in 2019.",
            "published": "2025-05-06",
        },
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    articles, _ = read_articles([str(path)], Settings(), RULESET)
    assert list(first_claim_holds.check(link_articles(articles, KNOWLEDGE), first_claim_holds.Options())) == []


def test_many_claims_and_instances_cost_little(tmp_path: Path) -> None:
    claims = " ".join(f"It was the first robbery in Bergen since {year}." for year in range(1500, 2000))
    told = " ".join(f"In March {year} a jeweller was robbed in Bergen." for year in range(1500, 2000))
    began = time.process_time()
    conflicts(tmp_path, claims, told)
    assert time.process_time() - began < 30
