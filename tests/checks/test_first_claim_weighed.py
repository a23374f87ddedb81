"""Claims of rank and instances told in other words: which pairs conflict, in the words of articles."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from factcheck.checks.ranks.first_claim_weighed import ranks_weighed
from factcheck.config import Settings
from factcheck.identity.model import Corpus
from factcheck.pipeline import link_articles, load_knowledge, read_articles
from factcheck.ruleset import load_ruleset

RULESET = load_ruleset()
KNOWLEDGE = load_knowledge(RULESET.event_files, RULESET.alias_files)


def corpus(folder: Path, *texts: str) -> Corpus:
    path = folder / "a.jsonl"
    rows = [{"id": str(n), "text": text, "published": f"2025-05-0{n + 6}"} for n, text in enumerate(texts)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    articles, skipped = read_articles([str(path)], Settings(), RULESET)
    assert not skipped
    return link_articles(tuple(articles), KNOWLEDGE)


WON = "Velsa Rovers beat Tarn United for the first time since 2011 on Sunday. The referee blew late."
FROZE = "The Ossel canal froze on Friday for the first time in 25 years. Skaters came in hundreds."
HAUL = "Officers found 5.4 tonnes of heroin at Kerst quay. It is the largest seizure ever made in the port of Kerst."
TITLE = "Pia Norling took her fifth national rowing title in Hald on Sunday."


@pytest.mark.parametrize(
    ("claim", "other", "count"),
    [
        (WON, "Few remember the match of March 2018 in which Velsa Rovers beat Tarn United on a frozen pitch.", 1),
        (WON, "Few remember the match of March 2018 in which Tarn United beat Velsa Rovers on a frozen pitch.", 0),
        (WON, "Few remember the match of March 2009 in which Velsa Rovers beat Tarn United on a frozen pitch.", 0),
        (WON, "Velsa Rovers failed to beat Tarn United in March 2018, when the pitch was frozen.", 0),
        (WON, "Velsa Rovers beat Orrin Town in March 2018 on a frozen pitch.", 0),
        (FROZE, "A picture in the lock house shows the Ossel canal frozen in January 2012.", 1),
        (FROZE, "A picture in the lock house shows the Ossel canal frozen in January 1979.", 0),
        (FROZE, "A picture in the lock house shows the Maren canal frozen in January 2012.", 0),
        (HAUL, "The record in the port of Kerst is 7.9 tonnes of heroin, seized there in 2019.", 1),
        (HAUL, "In the port of Kerst 3.1 tonnes of heroin were seized in 2019.", 0),
        (TITLE, "Sunday's rowing title in Hald was the fourth for Pia Norling, and she wept.", 1),
        (TITLE, "Sunday's rowing title in Hald was the fifth for Pia Norling, and she wept.", 0),
        (TITLE, "Sunday's rowing title in Hald was the third for Vera Moen, and she wept.", 0),
        (TITLE, "Not counting a disputed one, Sunday's title in Hald was the fourth for Pia Norling.", 0),
    ],
)
def test_pairs(tmp_path: Path, claim: str, other: str, count: int) -> None:
    assert len(list(ranks_weighed(corpus(tmp_path, claim, other), 60))) == count


def test_many_claims_cost_linear_time(tmp_path: Path) -> None:
    made = corpus(tmp_path, (WON + " ") * 300, "Velsa Rovers beat Tarn United in March 2018. " * 300)
    begun = time.process_time()
    list(ranks_weighed(made, 60))
    assert time.process_time() - begun < 10
