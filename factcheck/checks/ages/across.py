"""Ages of one person in several articles that no day of birth allows.

Each age fact of an article bounds the day of birth of a person; the bounds of two articles have to meet. Who is who
across articles, the identity room has decided. A helper of ``age_fits_dates``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from factcheck.assertions.model import Article
from factcheck.checks.ages.facts import AgeFact, ages_by_paragraph
from factcheck.checks.ages.people import Aged
from factcheck.checks.ages.told import ages_told
from factcheck.checks.ages.worded import ages_worded, only_name
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.telling import article_name
from factcheck.checks.timelines.points_told import YEAR
from factcheck.expressions.spelling import fold
from factcheck.identity.model import Corpus
from factcheck.records import replace
from factcheck.temporal.interval import DAY, instant, moment

_SLACK = 40 * DAY  # between the day of an interview and that of publication
_MOST = 40  # facts of one person that are compared


def ages_across(corpus: Corpus, largest_gap: int) -> Iterator[Conflict]:
    """Yield one conflict at most for each two articles and person; ``largest_gap`` in years."""
    if len(corpus.articles) < 2:
        return
    told: dict[str, list[tuple[int, AgeFact]]] = defaultdict(list)
    for number in range(len(corpus.articles)):
        for person, facts in _of_article(corpus, number).items():
            told[person] += [(number, fact) for fact in facts]
    for _, dated in sorted(told.items()):
        reported: set[tuple[int, int]] = set()
        for (a, one), (b, other) in combinations(dated[:_MOST], 2):
            gap = max(one.low, other.low) - min(one.high, other.high)
            if a == b or (a, b) in reported or not _SLACK + one.slack + other.slack < gap <= largest_gap * YEAR:
                continue
            if _is_retold(corpus.articles[a], one) and _is_retold(corpus.articles[b], other) and one.age == other.age:
                continue
            reported.add((a, b))
            yield _conflict((corpus.articles[a], one), (corpus.articles[b], other))


def _of_article(corpus: Corpus, number: int) -> dict[str, list[AgeFact]]:
    """The age facts of an article by person; a person whose ages differ within the article is left out."""
    article = corpus.articles[number]
    found: dict[str, list[AgeFact]] = defaultdict(list)
    seen: set[int] = set()

    def add(name: str, fact: AgeFact) -> None:
        if fact.end not in seen:
            seen.add(fact.end)
            label = corpus.entities.label(corpus.entities.identify(article.document.name, name))
            found[" ".join(sorted(fold(label).split()))].append(replace(fact, person=name))

    aged, born = ages_told(corpus)[number]
    for one in aged:
        add(one.person, _as_fact(one))
    for birth in born:
        interval = birth.timex.interval
        if interval is not None and interval.start is not None and interval.end is not None:
            text = article.document.prose[birth.timex.start : birth.timex.end]
            bounds = float(interval.start), float(interval.end)
            add(
                birth.person,
                AgeFact(birth.person, "birth", 0, birth.timex.start, birth.timex.end, text, *bounds, 0, True),
            )
    for group, facts in ages_by_paragraph(article):
        for fact in (*facts, *ages_worded(article, group)):
            name = fact.person or only_name(article, group)
            if name is not None and " " in name:
                add(name, fact)
    # Where they differ, those that stand by the name count.
    certain = {one.end for one in aged} | {birth.timex.end for birth in born}
    kept = {p: f if _agree(f) else [fact for fact in f if fact.end in certain] for p, f in found.items()}
    return {person: facts for person, facts in kept.items() if facts and _agree(facts)}


def _is_retold(article: Article, fact: AgeFact) -> bool:
    """Whether it may be the age that somebody had when it happened, told again years later."""
    prose = article.document.prose
    before = prose[max(0, fact.start - 15) : fact.start]
    return fact.kind == "now" and not re.search(r"\b(?:now|still|today)\b|\bis (?:only )?$", before)


def _as_fact(one: Aged) -> AgeFact:
    low = -YEAR if one.first == date.min else instant(one.first) - (one.age + 1) * YEAR
    high = instant(one.last) + 2 * DAY - one.age * YEAR
    text = one.article.document.prose[one.start : one.end]
    return AgeFact(one.person, "now", one.age, one.start, one.end, text, low, high, 0.0, True)


def _agree(facts: list[AgeFact]) -> bool:
    return all(
        max(one.low, other.low) - min(one.high, other.high) <= _SLACK + one.slack + other.slack
        for one, other in combinations(facts[:_MOST], 2)
    )


def _conflict(first: tuple[Article, AgeFact], second: tuple[Article, AgeFact]) -> Conflict:
    told = [(article, fact, " ".join(fact.text.split())) for article, fact in (first, second)]
    name = first[1].person or ""
    texts = sorted(text.lower() for _, _, text in told)
    return Conflict(
        message=f'{article_name(told[0][0])} has "{told[0][2]}" of {name} and {article_name(told[1][0])} '
        f'"{told[1][2]}", which no day of birth allows.',
        evidence=tuple(Evidence(article.document.name, fact.start, fact.end) for article, fact, _ in told),
        key=("ages across", fold(name), *texts),
        explanation=tuple(f'{article_name(article)}: "{text}", so born {_span(fact)}.' for article, fact, text in told),
        suggestion=f"Check the age of {name}.",
        confidence=0.85,
    )


def _span(fact: AgeFact) -> str:
    last = moment(int(max(0, fact.high - 1)))
    if fact.low < YEAR:
        return f"by {last.strftime('%B %Y')}"
    first = moment(int(fact.low))
    if first.date() == last.date():
        return f"on {first.strftime('%-d %B %Y')}"
    return f"between {first.strftime('%B %Y')} and {last.strftime('%B %Y')}"
