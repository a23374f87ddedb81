"""Ages must fit birth dates, and one person's ages in several articles must fit the time between them.

An age stated on a day bounds the day of birth to one year. Two such years, or one and a stated date of
birth, that share no day cannot belong to one person.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from factcheck.checks.ages.across import ages_across
from factcheck.checks.ages.births_solved import solved_ages
from factcheck.checks.ages.people import Aged, Born
from factcheck.checks.ages.told import ages_told
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.telling import article_name, date_words
from factcheck.expressions.model import Timex
from factcheck.identity.model import Corpus
from factcheck.temporal.interval import Granularity, moment


class Options(BaseOptions):
    """What a rule may set."""

    largest_gap: int = option(
        default=12, ge=1, description="Ages further apart than this, in years, are taken for two people of one name."
    )


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each age that fits no day of birth the texts allow."""
    told: list[Evidence] = []
    solved = (conflict for article in corpus.articles for conflict in solved_ages(article))
    for conflict in chain(_of_persons(corpus, options), solved, ages_across(corpus, options.largest_gap)):
        if not any(_overlap(one, other) for one in told for other in conflict.evidence):
            told += conflict.evidence
            yield conflict


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end


def _of_persons(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    people: dict[str, list[Aged]] = {}
    births: dict[str, list[Born]] = {}
    for aged, born in ages_told(corpus):
        for one in aged:
            people.setdefault(one.person.casefold(), []).append(one)
        for each in born:
            births.setdefault(each.person.casefold(), []).append(each)
    for key, statements in people.items():
        wrong: list[Aged] = []
        for statement in statements:
            conflict = _against_births(statement, births.get(key, []), options)
            if conflict is not None:
                wrong.append(statement)
                yield conflict
        over_time = [one for one in statements if one not in wrong and _is_narrow(one)]
        yield from _over_time(over_time, options)


def _is_narrow(statement: Aged) -> bool:
    return statement.first > date.min and (statement.last - statement.first).days <= 60


# --- against a date of birth --------------------------------------------------------------------------------


def _against_births(statement: Aged, births: list[Born], options: Options) -> Conflict | None:
    """A conflict where no stated birth of the person allows the age; births that contradict each other give none."""
    own = [one for one in births if one.article is statement.article] or births
    found: Conflict | None = None
    for born in own:
        conflict = _against_birth(statement, born, options)
        if conflict is None:
            return None
        found = found or conflict
    return found


def _against_birth(statement: Aged, born: Born, options: Options) -> Conflict | None:
    birth = born.timex
    if birth.interval is None or birth.interval.start is None or birth.interval.end is None:
        return None
    earliest, latest = moment(birth.interval.start).date(), moment(birth.interval.end - 1).date()
    youngest = _age_on(latest, max(statement.first, latest)) if statement.first > date.min else 0
    oldest = _age_on(earliest, statement.last)
    age = statement.age
    if youngest <= age <= oldest or oldest < 0 or statement.last < latest:
        return None
    if born.article is not statement.article and min(abs(age - youngest), abs(age - oldest)) > options.largest_gap:
        return None
    past = statement.first == date.min
    allowed = f"at most {oldest}" if past else str(oldest) if youngest == oldest else f"{youngest} or {oldest}"
    if not past and oldest - youngest > 1:
        allowed = f"{youngest} to {oldest}"
    words = statement.words
    if statement.now or past:
        words = f"when the article appears, on {statement.last.strftime('%-d %B %Y')}"
    article = statement.article
    told = date_words(birth.interval)
    days = (
        statement.last.isoformat()
        if past or statement.first == statement.last
        else f"{statement.first} .. {statement.last}"
    )
    return Conflict(
        message=f"{article_name(article)} makes {statement.person} {age}, but someone born {_on(birth)} {told} is "
        f"{allowed} {words}.",
        evidence=(
            Evidence(article.document.name, statement.start, statement.end),
            Evidence(born.article.document.name, birth.start, birth.end),
        ),
        key=("age and birth", statement.person, str(age), birth.value),
        explanation=(f"From {told} to {days}: {allowed} years.",),
        suggestion=f"Write {allowed} for {age}, or check the {'date' if _on(birth) == 'on' else 'year'} of birth.",
        confidence=0.92,
    )


def _on(birth: Timex) -> str:
    return "on" if birth.interval is not None and birth.interval.granularity <= Granularity.DAY else "in"


def _age_on(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


# --- over time ----------------------------------------------------------------------------------------------


def _over_time(statements: list[Aged], options: Options) -> Iterator[Conflict]:
    """Ages that no day of birth allows with what was stated before; each statement is reported once."""
    ordered = sorted(statements, key=lambda each: (each.last, each.article.document.name, each.start))
    youngest: Aged | None = None  # the statement that sets the latest lower bound on the day of birth
    oldest: Aged | None = None  # the highest age so far
    for later in ordered:
        conflict = None
        for earlier in (youngest, oldest):
            if earlier is not None and conflict is None:
                conflict = _impossible(earlier, later, options)
        if conflict is not None:
            yield conflict
            continue
        bound = _years_before(later.first, later.age + 1)
        if youngest is None or bound > _years_before(youngest.first, youngest.age + 1):
            youngest = later
        if oldest is None or later.age > oldest.age:
            oldest = later


def _impossible(earlier: Aged, later: Aged, options: Options) -> Conflict | None:
    # Born after the day on which one would already be a year older, and not after the day one is that old.
    born_after = _years_before(earlier.first, earlier.age + 1)
    most = _age_on(born_after, later.last) if later.last >= earlier.first else later.age
    # The day after ``born_after`` is the earliest day of birth, so on its anniversary the age is one less.
    if (born_after.month, born_after.day) == (later.last.month, later.last.day):
        most -= 1
    if later.age > most:
        excess, limit = later.age - most, f"at most {most}"
    elif later.age < earlier.age:
        excess, limit = earlier.age - later.age, f"at least {earlier.age}"
    else:
        return None
    if excess > options.largest_gap:
        return None
    span = _span(earlier, later)
    return Conflict(
        message=f"{later.person} is {later.age} in {article_name(later.article)} and {earlier.age} in "
        f"{article_name(earlier.article)}, which appeared {span}.",
        evidence=tuple(Evidence(one.article.document.name, one.start, one.end) for one in (later, earlier)),
        key=("age over time", later.person, str(earlier.age), str(later.age)),
        explanation=(
            f"{earlier.age} on {earlier.last.isoformat()} makes {limit} on {later.last.isoformat()}, not {later.age}.",
        ),
        suggestion=f"Check both ages of {later.person}: {earlier.age} then means {limit} now.",
        confidence=0.88,
    )


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=max(1, day.year - years))
    except ValueError:  # 29 February
        return day.replace(year=max(1, day.year - years), day=28)


def _span(earlier: Aged, later: Aged) -> str:
    days = (later.last - earlier.first).days
    if days == 0:
        return "on the same day"
    if days < 60:
        return f"{days} day{'s' if days > 1 else ''} before"
    months = round(days / 30.44)
    return f"{months} months before" if months < 24 else f"{days / 365.2425:.1f} years before"
