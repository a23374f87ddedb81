"""The people whose ages and births articles tell: their names in full, and whom a pronoun or a role stands for.

A pronoun or a role stands for the one person of the sentence before, and only where that sentence names nobody else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date

from factcheck.assertions.model import Article
from factcheck.expressions.model import NameType, Timex
from factcheck.identity.model import Corpus
from factcheck.patterns import regex
from factcheck.records import dataclass, field
from factcheck.text.model import Sentence

_WORD = r"[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*\.?"
_PARTICLE = r"(?:de|del|della|da|dos|du|van|von|der|den|ter|bin|ibn|al|el|la|le|di|y|e)"
NAME = rf"(?:{_WORD})(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{0,4}}"
_TITLES = frozenset(
    """The A An Mr Mrs Ms Miss Dr Prof Professor Sir Dame Lord Lady Captain Capt President Prime Minister Premier Mayor
    Senator Sen Rep Judge Justice Chief Executive Director Detective Superintendent Inspector Sergeant Sgt Constable
    Officer Commander Colonel Col General Gen Lieutenant Lt Major Maj Admiral Adm Father Rev Reverend Bishop Cardinal
    Pope King Queen Prince Princess Chancellor Governor Gov Secretary Ambassador Sheikh Imam Chairman Coach Manager
    Founder Singer Actor Actress Author Beside With And But When While For Of In On At From By Also Former Ex Her His
    Their Its As Like Both Meanwhile Today Yesterday Aged Now Then""".split()
)
KIN = regex(
    r"\b(?:whose|sons?|daughters?|brothers?|sisters?|fathers?|mothers?|wife|husband|child\w*|baby|twins?|parents"
    r"|widow|uncle|aunt|cousin|grand\w+|niece|nephew|senior|junior)\b"
)
_RELATED = regex(KIN.pattern.replace(r"child\w*|", "").replace("|senior|junior", ""))
# Words for people, beside whom a pronoun may stand for another.
_PEOPLE = regex(
    r"\b(?:head|chief|president|minister|mayor|director|governor|man|woman|boy|girl|teacher|doctor|nurse|lawyer"
    r"|judge|leader|"
    r"chair\w*|manager|boss|friend|colleague|driver|farmer|neighbour|singer|actor|actress|widow\w*|union\w*"
    r"|secretary|predecessor"
    r"|successor|rival|opponent|partner|founder|editor|officer|spokes\w+|captain|coach|owner|queen|king|prince\w*)\b"
)  # fmt: skip
# "With her neighbour": somebody else, whom "the 70-year-old" may be.
ANOTHER = regex(rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Aa]nother) (?:[a-z]+ )?(?:{_PEOPLE.pattern})")
_OPENS = regex(rf"(?P<name>{NAME})")
_MOST_LOOKUPS = 60


@dataclass(frozen=True, slots=True)
class Aged:
    """A person's age and the days on which it was true, between ``first`` and ``last``.

    ``now`` tells that the age is that of the day the article appeared; otherwise ``words`` names the occasion.
    """

    article: Article
    person: str
    age: int
    start: int
    end: int
    first: date
    last: date
    now: bool = True
    words: str = ""


@dataclass(frozen=True, slots=True)
class Born:
    """A stated day, month or year of birth."""

    article: Article
    person: str
    timex: Timex


@dataclass(slots=True)
class Persons:
    """Looks up whose name it is; keeps what was looked up, since each costs a pass over a text."""

    corpus: Corpus
    forms: dict[tuple[str, str], str | None] = field(default_factory=dict)
    called: dict[tuple[str, str], bool] = field(default_factory=dict)

    def full(self, article: Article, text: str, end: int) -> str | None:
        """The name in full: as the article's names have it, or the one full form of a surname in its text."""
        names = article.expressions.names
        index = bisect_left(names, end, key=lambda name: name.end)
        if index < len(names) and names[index].start <= end <= names[index].end:
            name = names[index]
            if name.type is not NameType.PERSON:
                return None
            if " " in name.canonical:
                return plain(name.canonical)
        bare = plain(text)
        if " " in bare or not bare:
            return bare or None
        key = (article.document.name, bare)
        if key not in self.forms and len(self.forms) < _MOST_LOOKUPS * len(self.corpus.articles):
            pattern = rf"\b(?:[A-Z][^\W\d_]{{1,20}}(?:-[^\W\d_]{{1,20}})? ){{1,2}}{re.escape(bare)}\b"
            found = {plain(match.group()) for match in re.finditer(pattern, article.document.prose)}
            full = {form for form in found if " " in form}
            self.forms[key] = full.pop() if len(full) == 1 else None
        return self.forms.get(key)

    def is_called(self, person: str, role: str) -> bool:
        """Whether some article calls the person so: "Rafael Bena, the founder", "founder Rafael Bena"."""
        key = (person, role)
        if key not in self.called and len(self.called) < _MOST_LOOKUPS:
            one, it = re.escape(person), re.escape(role)
            pattern = re.compile(
                rf"\b{one}\b,?(?: (?:\d{{1,3}}|who),?)? ?(?:is |was )?(?:a|an|the|its|their) (?:\w+ ){{0,2}}{it}\b"
                rf"|\b[Tt]he (?:[\w'-]+ ){{0,3}}{it},? {one}\b|\b{it} {one}\b|\b{it.capitalize()} {one}\b"
            )
            self.called[key] = any(pattern.search(article.document.prose) for article in self.corpus.articles)
        return self.called.get(key, False)

    def of_sentence(self, article: Article, sentence: Sentence | None, *, alone: bool) -> str | None:
        """The one person that a sentence speaks of, in full; None where it names more than one or none.

        With ``alone`` no word for another person ("the mayor") may stand in it.
        """
        if sentence is None:
            return None
        prose = article.document.prose
        found = {
            plain(name.canonical)
            for name in article.expressions.names
            if sentence.start <= name.start < sentence.end and name.type is NameType.PERSON and " " in name.canonical
        }
        if len(found) > 1:
            return None
        opening = _OPENS.match(prose, sentence.start, sentence.end)
        named = plain(opening["name"]) if opening else ""
        person = found.pop() if found else None
        if person is None:
            person = named if " " in named else None
            if person is not None and re.search(
                r"\b[A-Z]\w+ [A-Z]\w+", prose[opening.end() : sentence.end] if opening else ""
            ):
                return None
        if person is None or prose.find(person.split()[-1], sentence.start, sentence.end) < 0:
            return None
        if alone and _names_another(article, sentence):
            return None
        if alone and (
            _RELATED.search(prose, sentence.start, sentence.end) or _PEOPLE.search(prose, sentence.start, sentence.end)
        ):
            return None
        return person


_TWO_WORDS = regex(r"(?<=[a-z,] )[A-Z][\w'’-]+ [A-Z][\w'’-]+")


def _names_another(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence has a name of two words that the names room took for nobody and nothing: maybe a person's."""
    known = [
        (one.start, one.end)
        for each in (article.expressions.names, article.expressions.places, article.expressions.times)
        for one in each
        if sentence.start <= one.start < sentence.end
    ]
    return any(
        not any(start < match.end() and match.start() < end for start, end in known)
        for match in _TWO_WORDS.finditer(article.document.prose, sentence.start, sentence.end)
    )


def plain(text: str) -> str:
    """A name without titles, roles and words that only stand before it."""
    words = [word for word in text.split() if word]
    while len(words) > 1 and words[0].rstrip(".") in _TITLES:
        words.pop(0)
    if words and words[0].rstrip(".") in _TITLES:
        return ""
    return " ".join(words)


def days_of_publication(article: Article) -> tuple[date, date] | None:
    """The days on which an article may have appeared, None where they are unknown or far apart."""
    published = article.document.published
    if published.first is None or published.last is None or (published.last - published.first).days > 366:
        return None
    return published.first, published.last


def whose(
    article: Article,
    sentence: Sentence,
    same: Sentence | None,
    near: Sentence | None,
    persons: Persons,
    match: re.Match[str],
) -> str | None:
    """The full name of whom a pattern's groups ``name``, ``who``, ``role`` or ``the`` speak of."""
    groups = match.groupdict()
    who = groups.get("name") or groups.get("who")
    if groups.get("role"):
        role = groups["role"].split()[-1]
        person = persons.of_sentence(article, near, alone=False)
        return person if person is not None and persons.is_called(person, role) else None
    if groups.get("the"):
        return persons.of_sentence(article, same, alone=True)
    if who is None:
        return None
    if who.lower() in ("he", "she"):
        return persons.of_sentence(article, same, alone=True)
    group = "name" if groups.get("name") else "who"
    if re.search(r"'s$", who):
        return None
    return persons.full(article, who, sentence.start + match.end(group))
