"""What dateparser would add as a fallback on the spans that the grammar finds and leaves without a date.

    python benchmarks/dateparser_fallback.py GOLD.jsonl... [--half dev|held|all] [--show]

For every DATE or TIME without an interval, in articles whose day of publication is known, dateparser reads
the span alone (English, relative to that day, never the clock) and its answer is written as a TIMEX3 value
at the granularity that it names. ``right now`` counts the spans whose value agrees with gold as it is,
``with it`` those that would agree with dateparser's; ``gained`` and ``lost`` what changes, ``invented``
dates given to spans that gold calls vague or leaves open, or does not mark at all. Needs dateparser, which
factcheck itself does not: ``pip install 'factcheck[bench]'``.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from timex import Mention, document, gold_mentions, load, parse_day

from factcheck.expressions.model import Timex, TimexType
from factcheck.expressions.time import find_times
from factcheck.text import read

Parser = Callable[[str, date], str | None]
_FORMATS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y", "week": "%G-W%V", "time": "%Y-%m-%dT%H:%M"}


class Case(NamedTuple):
    """A span left open, with what gold says of it (None: not marked) and what dateparser would."""

    text: str
    gold: str | None
    ours: str
    theirs: str | None


def dateparser_parser() -> Parser | None:
    """dateparser as a function of span and day; None where it is not installed."""
    try:
        from dateparser.date import DateDataParser
    except ImportError:
        return None

    def parse(text: str, day: date) -> str | None:
        settings: dict[str, Any] = {
            "RELATIVE_BASE": datetime(day.year, day.month, day.day),
            "PREFER_DATES_FROM": "past",
            "RETURN_TIME_AS_PERIOD": True,
        }
        data = DateDataParser(languages=["en"], settings=settings).get_date_data(text)
        if data is None or data.date_obj is None:
            return None
        return data.date_obj.strftime(_FORMATS.get(data.period, "%Y-%m-%d"))

    return parse


def open_spans(text: str, day: date) -> Iterator[Timex]:
    """The dates and times of a text that the grammar finds and does not place on the calendar."""
    source = document(text, day)
    for timex in find_times(source, read(source)):
        for one in timex.parts or (timex,):
            if one.interval is None and one.type in (TimexType.DATE, TimexType.TIME) and not one.impossible:
                yield one


def cases(articles: list[dict[str, Any]], parse: Parser) -> Iterator[Case]:
    """Every open span of the articles that have a date."""
    for article in articles:
        day = parse_day(article.get("dct"))
        if day is None:
            continue
        gold = gold_mentions(article)
        limit = article.get("annotated_end") or len(article["text"])
        for timex in open_spans(article["text"], day):
            if timex.start < limit:
                yield Case(timex.text, _overlapping(gold, timex), timex.value, parse(timex.text, day))


def _overlapping(gold: list[Mention], timex: Timex) -> str | None:
    best = max(gold, key=lambda g: min(g.end, timex.end) - max(g.start, timex.start), default=None)
    if best is None or min(best.end, timex.end) <= max(best.start, timex.start):
        return None
    return best.value


def _counted(found: list[Case]) -> str:
    answered = [case for case in found if case.theirs is not None]
    right = sum(case.gold == case.ours for case in found)
    gained = sum(case.theirs == case.gold != case.ours for case in answered)
    lost = sum(case.ours == case.gold != case.theirs for case in answered)
    invented = sum(case.gold is None or not case.gold[:4].isdecimal() for case in answered)
    return (
        f"{len(found):4} spans, {len(answered):3} dated by dateparser; right now {right:3}, with it "
        f"{right + gained - lost:3}: gained {gained}, lost {lost}; invented {invented}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--half", choices=("dev", "held", "all"), default="dev")
    parser.add_argument("--show", action="store_true", help="list every span that dateparser would date")
    options = parser.parse_args()
    parse = dateparser_parser()
    if parse is None:
        sys.exit("skipped: dateparser is not installed (pip install 'factcheck[bench]')")
    for path in options.gold:
        began = time.process_time()
        found = list(cases(load(path, options.half), parse))
        spent = time.process_time() - began
        print(f"{path.name}, {options.half}  ({spent:.1f} s of CPU)")
        print(f"  every open span      {_counted(found)}")
        print(f"  without vague words  {_counted([case for case in found if not case.ours.endswith('_REF')])}")
        if options.show:
            for case in found:
                if case.theirs is None:
                    continue
                print(f"    {case.text!r:40} gold {case.gold}  ours {case.ours}  dateparser {case.theirs}")


if __name__ == "__main__":
    main()
