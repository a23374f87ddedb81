"""Ages of one person that no day of birth allows, whatever the constructions that tell them.

A solver, no grammar of whole sentences: each age fact of a paragraph ("a 52-year-old", "turned 74 last month", "when he
was 41, twenty-five years ago", "whose birth year is 1985") bounds the day of birth of its person; two facts of one
person whose bounds lie apart by a slip contradict each other. Whose fact it is, the names of its sentence tell, else
the paragraph where it speaks of one person only. A helper of ``age_fits_dates``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from factcheck.assertions.model import Article
from factcheck.checks.ages.facts import AgeFact, ages_by_paragraph
from factcheck.checks.ages.people import plain
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.sentence_words import all_words, words_in
from factcheck.checks.telling import article_name
from factcheck.checks.timelines.points_told import NUMBER, YEAR, number_of
from factcheck.patterns import regex
from factcheck.temporal.interval import DAY, moment
from factcheck.text.model import Sentence

_SLACK = 40 * DAY  # between the day of an interview and that of publication
_LARGEST_GAP = 25 * YEAR  # more is another person, or another thing that is so many years old

_LARGEST_GAP_LATELY = 5 * YEAR  # more, and the story's March was that of another year


def solved_ages(article: Article) -> Iterator[Conflict]:
    """Yield a conflict for each two age facts of one person that no day of birth allows, at most one a person."""
    told: dict[str, list[AgeFact]] = {}
    words = words_in(article)
    relating = not _RELATING.isdisjoint(all_words(article))
    for number, (group, ages) in enumerate(ages_by_paragraph(article)):
        for fact in ages:
            key = plain(fact.person) if fact.person else f"paragraph {number}"
            told.setdefault(key, []).append(fact)
        if relating and not _RELATING.isdisjoint(chain.from_iterable(words[sentence.start] for sentence in group)):
            yield from _relations(article, group)
    for person, facts in told.items():
        facts = _of_one(facts)
        for one, other in combinations(facts, 2):
            if one.kind == other.kind and one.kind in ("now", "birth"):
                continue
            gap = max(one.low, other.low) - min(one.high, other.high)
            most = _LARGEST_GAP_LATELY if "lately" in (one.kind, other.kind) else _LARGEST_GAP
            if _SLACK + max(one.slack, other.slack) < gap <= most:
                yield _conflict(article, person, one, other)
                break


# One of these stands in whatever relates two ages.
_RELATING = frozenset("older younger senior junior elder twice half later".split())
_AGES = regex(r"(?<=[^\W\d_]{2})(?:, (?:now |aged |who is )?| \()(?P<age>\d\d)(?=[,.;)]| and\b)")
_OLDER = regex(
    rf"\b(?P<years>{NUMBER}) years (?:(?P<older>older|younger)|(?:his|her|their) (?P<senior>senior|junior|elder))\b"
    r"|\b(?P<twice>twice (?:his|her) age|half (?:his|her) age)\b"
)
_AT_THEN_AT = regex(
    rf"\b(?:at|aged|when (?:he|she) was)(?: only| just)? (?P<first>\d\d|{NUMBER})\b(?P<gap>[^.;:]{{3,80}}?)"
    rf"(?<![\w.,])(?P<years>{NUMBER}) years later,? (?:when (?:he|she) was|at(?: the age of)?"
    rf"|aged) (?P<last>{NUMBER})(?= ?[,.;]|$)"
)


def _relations(article: Article, group: Sequence[Sentence]) -> Iterator[Conflict]:
    """Ages told with what lies between them: "five years his junior", "at 20 and, fifteen years later, at 50"."""
    prose = article.document.prose
    text = prose[group[0].start : group[-1].end]
    base, name = group[0].start, article.document.name
    for match in _AT_THEN_AT.finditer(text):
        first, last, years = (number_of(match[key]) for key in ("first", "last", "years"))
        if 1 < abs(last - first - years) <= 25 and first > 3:
            yield _related(article, name, base, match.start("first"), match.end(), f"{first + years:g}", match.group())
    ages = list(_AGES.finditer(text))
    told = list(_OLDER.finditer(text))
    if len(ages) != 2 or len(told) != 1:
        return
    one, other = sorted(int(age["age"]) for age in ages)
    relation = told[0]
    if (
        min(abs(age.start() - relation.start()) for age in ages) > 60
        or max(abs(age.start() - relation.start()) for age in ages) > 140
    ):
        return
    if relation["twice"]:
        wrong, right = abs(other - 2 * one) > 3, f"{other / one:.1f} times"
    else:
        years = number_of(relation["years"])
        wrong, right = 1 < abs(other - one - years) <= 15, f"{other - one} years"
    if wrong:
        start = min(ages[0].start("age"), relation.start())
        yield _related(article, name, base, start, max(ages[1].end(), relation.end()), right, relation.group())


def _related(article: Article, name: str, base: int, start: int, end: int, right: str, words: str) -> Conflict:
    text = " ".join(words.split())
    return Conflict(
        message=f'{article_name(article)} tells ages that do not fit "{text}": by the other figures it is {right}.',
        evidence=(Evidence(name, base + start, base + end),),
        key=("ages related", text.lower(), right),
        explanation=(f'"{text}" against {right}.',),
        suggestion="Check the ages and what lies between them.",
        confidence=0.86,
    )


def _of_one(facts: list[AgeFact]) -> list[AgeFact]:
    """The facts that can be of one person: where two present ages differ, only those that stand by the name."""
    now = [fact for fact in facts if fact.kind == "now"]
    if now and max(fact.age for fact in now) - min(fact.age for fact in now) > 1:
        facts = [fact for fact in facts if fact.sure]
        now = [fact for fact in facts if fact.kind == "now"]
        if now and max(fact.age for fact in now) - min(fact.age for fact in now) > 1:
            return []
    return facts


def _conflict(article: Article, person: str, one: AgeFact, other: AgeFact) -> Conflict:
    name = article.document.name
    first, second = (one, other) if one.start <= other.start else (other, one)
    who = "somebody" if person.startswith("paragraph ") else person
    texts = [" ".join(fact.text.split()) for fact in (first, second)]
    return Conflict(
        message=f'{article_name(article)} tells of {who} "{texts[0]}" and "{texts[1]}", which no day of birth allows.',
        evidence=(Evidence(name, first.start, first.end), Evidence(name, second.start, second.end)),
        key=("ages solved", who, texts[0].lower(), texts[1].lower()),
        explanation=tuple(f'"{text}": born {_span(fact)}.' for text, fact in zip(texts, (first, second), strict=True)),
        suggestion="Check both.",
        confidence=0.87,
    )


def _span(fact: AgeFact) -> str:
    first, last = moment(int(max(0, fact.low))), moment(int(max(0, fact.high - 1)))
    if first.date() == last.date():
        return f"on {first.strftime('%-d %B %Y')}"
    return f"between {first.strftime('%B %Y')} and {last.strftime('%B %Y')}"
