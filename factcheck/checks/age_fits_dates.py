"""Ages must fit birth dates, and one person's ages in several articles must fit the time between them.

An age stated on a day bounds the day of birth to one year. Two such years, or one and a stated date of
birth, that share no day cannot belong to one person.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import Field

from factcheck.assertions.model import Article
from factcheck.checks import figures
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.telling import article_name, date_words
from factcheck.checks.templates import times_in
from factcheck.expressions.model import NameType, Quantity, QuantityKind, Timex, TimexType
from factcheck.identity.model import Corpus
from factcheck.temporal.interval import Granularity, moment
from factcheck.text.model import Sentence

_PARTICLE = r"(?:de|del|della|da|dos|du|van|von|der|den|ter|bin|ibn|al|el|la|le|di|y|e)"
_NAME = rf"(?:[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*\.?)(?: (?:{_PARTICLE} )?[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*\.?){{0,4}}"
_HAS_TURNED = r"who (?:has )?(?:just |recently )?turned "
# "The foreman, who turned 60 this spring, ..." behind a sentence about one man
_BY_ROLE = re.compile(rf"The (?P<role>[a-z]+(?: [a-z]+)?), (?:now |who is |who is now |{_HAS_TURNED})$")
# When somebody turned an age so that it is still the age.
_STILL = re.compile(
    r",|\.|$| (?:this (?:year|month|week|spring|summer|autumn|fall|winter)|last (?:week|month)|yesterday|today"
    r"|earlier this (?:year|month|week)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_BEFORE = re.compile(
    rf"(?P<name>{_NAME})[\"']?[ ]{{0,4}}(?:, |\()(?P<how>now |aged |who is |who's |who is now |{_HAS_TURNED})?$"
)
_AFTER = re.compile(rf" (?P<name>{_NAME})")
_TITLES = frozenset(
    """The A An Mr Mrs Ms Miss Dr Prof Professor Sir Dame Lord Lady Captain Capt President Prime Minister Premier Mayor
    Senator Sen Rep Judge Justice Chief Executive Director Detective Superintendent Inspector Sergeant Sgt Constable
    Officer Commander Colonel Col General Gen Lieutenant Lt Major Maj Admiral Adm Father Rev Reverend Bishop Cardinal
    Pope King Queen Prince Princess Chancellor Governor Gov Secretary Ambassador Sheikh Imam Chairman Coach Manager
    Founder Singer Actor Actress Author Beside With And But When While For Of In On At From By Also Former Ex Her His
    Their Its As Like Both Meanwhile Today Yesterday""".split()
)
_THEN = re.compile(r"\b(?:then|at the time|when|in \d{4})\b", re.IGNORECASE)
_BORN = re.compile(r"\b(?:was |were |is )?born\b(?P<between>[^.;:]{0,60}?)$")
_OTHER_PERSON = re.compile(r"\b(?:whose|son|daughter|brother|sister|father|mother|wife|husband|child\w*|baby|twins?)\b")
_DIED = re.compile(r"\b(?:died|dies|dead|death|killed|murder\w*|drowned|shot)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:He|She)\b")


class Options(BaseOptions):
    """What a rule may set."""

    largest_gap: int = Field(
        default=12, ge=1, description="Ages further apart than this, in years, are taken for two people of one name."
    )


@dataclass(frozen=True, slots=True)
class _Aged:
    """A person's age as an article states it on its day."""

    article: Article
    person: str
    age: int
    quantity: Quantity
    first: date
    last: date


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each age that fits no day of birth the texts allow."""
    people: dict[str, list[_Aged]] = {}
    known: dict[str, bool] = {}
    for article in corpus.articles:
        previous: list[tuple[str, Quantity]] = []
        forms: dict[str, str | None] = {}
        last: Sentence | None = None
        for sentence, quantities in figures.by_sentence(article):
            here: list[tuple[str, Quantity]] = []
            for quantity in quantities:
                if quantity.kind is QuantityKind.AGE:
                    person = _person(article, sentence, quantity, forms) or _by_role(
                        corpus, article, sentence, last, quantity, known
                    )
                    if person is not None:
                        here.append((person, quantity))
                        aged = _stated(article, sentence, person, quantity)
                        if aged is not None:
                            people.setdefault(aged.person.casefold(), []).append(aged)
            yield from _against_birth(article, sentence, here, previous)
            previous, last = here, sentence
    for statements in people.values():
        yield from _over_time(statements, options)


# --- whose age ----------------------------------------------------------------------------------------------


def _person(article: Article, sentence: Sentence, quantity: Quantity, forms: dict[str, str | None]) -> str | None:
    """The full name of the one whose age it is, None where the text does not put both side by side."""
    prose = article.document.prose
    before = _BEFORE.search(prose, max(sentence.start, quantity.start - 90), quantity.start)
    if before is not None:
        return _full_name(article, before["name"], before.end("name"), forms)
    if quantity.text.endswith("old"):
        after = _AFTER.match(prose, quantity.end, sentence.end)
        if after is not None:
            return _full_name(article, after["name"], after.end("name"), forms)
    return None


def _by_role(
    corpus: Corpus,
    article: Article,
    sentence: Sentence,
    last: Sentence | None,
    quantity: Quantity,
    known: dict[str, bool],
) -> str | None:
    """Whose age it is where a role opens the sentence: that of the one person in the sentence before.

    Only where some text says that this person has this role. ``known`` keeps what was looked up.
    """
    prose = article.document.prose
    if last is None or last.block != sentence.block:
        return None
    match = _BY_ROLE.fullmatch(prose[sentence.start : quantity.start])
    if match is None:
        return None
    opening = _OPENS.match(prose, last.start, last.end)
    if opening is None or _TWO_WORDS.search(prose, opening.end(), quantity.start):
        return None
    person = _plain(opening["name"])
    if " " not in person:
        return None
    role = re.escape(match["role"].split()[-1])
    called = (
        rf"\b{re.escape(person)}\b,?(?: (?:\d{{1,3}}|who),?)? ?(?:is |was )?"
        rf"(?:a|an|the|its|their) (?:\w+ ){{0,2}}{role}\b"
        rf"|\b[Tt]he (?:\w+ ){{0,2}}{role},? {re.escape(person)}\b"
    )
    if called not in known and len(known) < _MOST_SURNAMES:
        known[called] = any(re.search(called, one.document.prose) for one in corpus.articles)
    return person if known.get(called) else None


_OPENS = re.compile(rf"(?P<name>{_NAME})(?= (?:had|has|is|was|will|did|does|[a-z]+(?:ed|s))\b)")
_TWO_WORDS = re.compile(r"\b[A-Z][^\W\d_]+ [A-Z][^\W\d_]+")


_MOST_SURNAMES = 60  # looked up in one article; each costs a pass over its text


def _full_name(article: Article, text: str, end: int, forms: dict[str, str | None]) -> str | None:
    """The name in full: as the article's names have it, or the one full form of a surname in its text."""
    names = article.expressions.names
    index = bisect_left(names, end, key=lambda name: name.end)
    if index < len(names) and names[index].start <= end <= names[index].end:
        name = names[index]
        if name.type is not NameType.PERSON:
            return None
        if " " in name.canonical:
            return _plain(name.canonical)
    plain = _plain(text)
    if " " in plain or not plain:
        return plain or None
    if plain not in forms and len(forms) < _MOST_SURNAMES:
        pattern = rf"\b(?:[A-Z][^\W\d_]{{1,20}}(?:-[^\W\d_]{{1,20}})? ){{1,2}}{re.escape(plain)}\b"
        found = {_plain(match.group()) for match in re.finditer(pattern, article.document.prose)}
        full = {form for form in found if " " in form}
        forms[plain] = full.pop() if len(full) == 1 else None
    return forms.get(plain)


def _plain(text: str) -> str:
    """A name without titles, roles and words that only stand before it."""
    words = [word for word in text.split() if word]
    while len(words) > 1 and words[0].rstrip(".") in _TITLES:
        words.pop(0)
    if words and words[0].rstrip(".") in _TITLES:
        return ""
    return " ".join(words)


def _stated(article: Article, sentence: Sentence, person: str, quantity: Quantity) -> _Aged | None:
    published = article.document.published
    if published.first is None or published.last is None or quantity.value < 1:
        return None
    prose = article.document.prose
    if prose[max(sentence.start, quantity.start - 8) : quantity.start].endswith("turned ") and not _STILL.match(
        prose, quantity.end, sentence.end
    ):
        return None
    around = prose[max(sentence.start, quantity.start - 12) : min(sentence.end, quantity.end + 24)]
    if _THEN.search(around) or (published.last - published.first).days > 60:
        return None
    return _Aged(article, person, int(quantity.value), quantity, published.first, published.last)


# --- against a date of birth --------------------------------------------------------------------------------


def _against_birth(
    article: Article, sentence: Sentence, here: list[tuple[str, Quantity]], previous: list[tuple[str, Quantity]]
) -> Iterator[Conflict]:
    prose = article.document.prose
    if prose.find("born", sentence.start, sentence.end) < 0:
        return
    aged = here
    if not aged and len(previous) == 1 and _PRONOUN.match(prose, sentence.start):
        aged = previous
    if len(aged) != 1:
        return
    person, quantity = aged[0]
    births = [timex for timex in times_in(article, sentence) if _is_birth(prose, sentence, timex)]
    if len(births) != 1 or (here and _THEN.search(prose, quantity.end, min(quantity.end + 24, sentence.end))):
        return
    birth = births[0]
    if here and _OTHER_PERSON.search(prose, min(quantity.end, birth.end), max(quantity.start, birth.start)):
        return
    reference = _reference(article, sentence, birth)
    if reference is None or birth.interval is None or birth.interval.start is None or birth.interval.end is None:
        return
    first, last, words = reference
    youngest = _age_on(moment(birth.interval.end - 1).date(), first)
    oldest = _age_on(moment(birth.interval.start).date(), last)
    age = int(quantity.value)
    if youngest <= age <= oldest or youngest < 0:
        return
    allowed = str(oldest) if youngest == oldest else f"{youngest} or {oldest}"
    born = date_words(birth.interval)
    yield Conflict(
        message=f"{article_name(article)} makes {person} {age}, but someone born {_on(birth)} {born} is {allowed} "
        f"{words}.",
        evidence=(figures.evidence(article, quantity), Evidence(article.document.name, birth.start, birth.end)),
        key=("age and birth", person, str(age), birth.value),
        explanation=(
            f"From {born} to {first.isoformat() if first == last else f'{first} .. {last}'}: {allowed} years.",
        ),
        suggestion=f"Write {allowed} for {age}, or check the {'date' if _on(birth) == 'on' else 'year'} of birth.",
        confidence=0.92,
    )


def _on(birth: Timex) -> str:
    return "on" if birth.interval is not None and birth.interval.granularity <= Granularity.DAY else "in"


def _is_birth(prose: str, sentence: Sentence, timex: Timex) -> bool:
    if timex.type is not TimexType.DATE or not timex.year_stated or timex.interval is None or timex.mod:
        return False
    if (
        timex.interval.granularity not in {Granularity.DAY, Granularity.MONTH, Granularity.YEAR}
        or timex.interval.approximate
    ):
        return False
    before = _BORN.search(prose[max(sentence.start, timex.start - 80) : timex.start])
    return before is not None and not re.search(r"\d|\band\b|\bwho\b", before["between"])


def _reference(article: Article, sentence: Sentence, birth: Timex) -> tuple[date, date, str] | None:
    """The days on which the person had the age, and words for them."""
    prose = article.document.prose
    if _DIED.search(prose, sentence.start, sentence.end):
        others = [
            timex
            for timex in times_in(article, sentence)
            if timex is not birth and timex.type is TimexType.DATE and timex.interval and timex.interval.start
        ]
        if len(others) != 1:
            return None
        interval = others[0].interval
        if interval is None or interval.start is None or interval.end is None:
            return None
        return moment(interval.start).date(), moment(interval.end - 1).date(), f"at the time of {others[0].text}"
    published = article.document.published
    if published.first is None or published.last is None or (published.last - published.first).days > 366:
        return None
    return published.first, published.last, f"when the article appears, on {published.last.strftime('%-d %B %Y')}"


def _age_on(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


# --- over time ----------------------------------------------------------------------------------------------


def _over_time(statements: list[_Aged], options: Options) -> Iterator[Conflict]:
    """Ages that no day of birth allows with what was stated before; each statement is reported once."""
    ordered = sorted(statements, key=lambda each: (each.last, each.article.document.name, each.quantity.start))
    youngest: _Aged | None = None  # the statement that sets the latest lower bound on the day of birth
    oldest: _Aged | None = None  # the highest age so far
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


def _impossible(earlier: _Aged, later: _Aged, options: Options) -> Conflict | None:
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
        evidence=(figures.evidence(later.article, later.quantity), figures.evidence(earlier.article, earlier.quantity)),
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


def _span(earlier: _Aged, later: _Aged) -> str:
    days = (later.last - earlier.first).days
    if days == 0:
        return "on the same day"
    if days < 60:
        return f"{days} day{'s' if days > 1 else ''} before"
    months = round(days / 30.44)
    return f"{months} months before" if months < 24 else f"{days / 365.2425:.1f} years before"
