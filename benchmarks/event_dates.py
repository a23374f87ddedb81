"""Score the days that we give to events against the timelines of SemEval-2015 Task 4.

    python benchmarks/event_dates.py DOCS.jsonl TIMELINES.jsonl [--errors] [--half dev|held|all]

Gold lists, for each entity, events with a date and their mentions (a word in a document). Counted are the
entries with a full day ("2008-02-29"). ``given`` is the share of those for which some mention gets a day from
``factcheck.assertions.dating.date_event``, ``right`` the share of the given ones that equal gold. Of several
mentions the one with the strongest ground speaks; of equal ones the first. Last, the same by ground.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

from timex import document, is_held_out, parse_day

from factcheck.assertions.dating import Dating, Ground, date_event
from factcheck.assertions.model import Article
from factcheck.pipeline import load_knowledge, read_article
from factcheck.ruleset import load_ruleset

_GROUNDS = list(Ground)


def read_articles(path: Path) -> dict[str, Article]:
    """The gold documents by id, read with the built-in rules."""
    ruleset = load_ruleset([])
    knowledge = load_knowledge(ruleset.event_files, ruleset.alias_files)
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return {row["id"]: read_article(document(row["text"], published(row), row["id"]), knowledge) for row in rows}


def published(row: dict[str, Any]) -> date | None:
    """The day in the article's second line, as a reader sees it; five of the 120 ``dct`` say another."""
    try:
        return datetime.strptime(row["text"].split("\n")[1].strip(), "%B %d, %Y").date()
    except (ValueError, IndexError):
        return parse_day(row["dct"])


def date_entry(entry: dict[str, Any], articles: dict[str, Article]) -> tuple[Dating, dict[str, Any]] | None:
    """The day of a timeline's entry and the mention that gives it, or None."""
    found = [
        (dating, mention)
        for mention in entry["mentions"]
        if mention["doc"] in articles
        and "start" in mention  # a few of gold's references lead nowhere
        and (dating := date_event(articles[mention["doc"]], mention["start"], mention["end"])) is not None
    ]
    return min(found, key=lambda pair: _GROUNDS.index(pair[0].ground)) if found else None


def show(article: Article, mention: dict[str, Any]) -> str:
    """A mention in its sentence."""
    if "start" not in mention:
        return str(mention["word"])
    text = article.document.text
    before, after = text[max(0, mention["start"] - 130) : mention["start"]], text[mention["end"] : mention["end"] + 90]
    return " ".join(f"{before}[[{mention['word']}]]{after}".split())


def main() -> None:
    """Prints the shares."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("docs", type=Path)
    parser.add_argument("timelines", type=Path)
    parser.add_argument("--errors", action="store_true", help="print wrong and missing days")
    parser.add_argument("--half", choices=["dev", "held", "all"], default="all", help="by a hash of the entity")
    options = parser.parse_args()
    articles = read_articles(options.docs)
    counted, given, right = 0, Counter[str](), Counter[str]()
    for line in options.timelines.read_text("utf-8").splitlines():
        timeline = json.loads(line)
        if options.half != "all" and is_held_out(timeline["entity"]) != (options.half == "held"):
            continue
        for entry in timeline["entries"]:
            if "X" in entry["date"]:
                continue
            counted += 1
            answer = date_entry(entry, articles)
            if answer is not None:
                given[answer[0].ground] += 1
                right[answer[0].ground] += answer[0].day.isoformat() == entry["date"]
            if options.errors and (answer is None or answer[0].day.isoformat() != entry["date"]):
                mention = answer[1] if answer else entry["mentions"][0]
                told = f"{answer[0].day} by {answer[0].ground}" if answer else "none"
                if mention["doc"] not in articles:
                    continue
                day = articles[mention["doc"]].document.published.first
                print(f"gold {entry['date']} ours {told} published {day} | {show(articles[mention['doc']], mention)}")
    all_given, all_right = given.total(), right.total()
    print(f"events with a day {counted}, given {all_given} ({all_given / counted:.3f}), "
          f"right {all_right} ({all_right / max(all_given, 1):.3f} of given)")  # fmt: skip
    for ground in _GROUNDS:
        if given[ground]:
            print(f"  {ground:12} given {given[ground]:4}  right {right[ground] / given[ground]:.3f}")


if __name__ == "__main__":
    main()
