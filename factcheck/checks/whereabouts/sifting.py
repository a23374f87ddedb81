"""Which sentences are worth reading for sightings: those that have a person, a time and a place at hand.

Told by what was found in a sentence and by its words, before any pattern is searched for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from factcheck.assertions.model import Article
from factcheck.checks.in_sentence import by_sentence, names_in, places_in
from factcheck.checks.sentence_words import words_in
from factcheck.checks.templates import times_in
from factcheck.checks.whereabouts.doing_words import THERE
from factcheck.checks.whereabouts.here import HERE
from factcheck.checks.whereabouts.marking import is_marked_place, sites
from factcheck.checks.whereabouts.timing import AFTERWARDS
from factcheck.expressions.model import Mention, NameType, TimexType
from factcheck.identity.known_people import KnownPerson, known_people
from factcheck.identity.model import Corpus
from factcheck.pattern_words import DIGIT, may_find
from factcheck.records import dataclass
from factcheck.text.model import Sentence

# Times that sightings are dated by.
_DATING = frozenset({TimexType.DATE, TimexType.TIME})


@dataclass(frozen=True, slots=True)
class WorthReading:
    """Of one article: which ``sentences`` (positions), and by where a sentence begins, people its names leave out."""

    sentences: Sequence[int]
    known: Mapping[int, Sequence[KnownPerson]]


def worth_reading(corpus: Corpus) -> list[WorthReading]:
    """For each article of the corpus, the sentences that may put somebody somewhere."""
    return [
        WorthReading([position for position, _ in _with_people(corpus, article, known)], known)
        for article, known in _with_known(corpus)
    ]


def worth_comparing(corpus: Corpus, types: Set[str]) -> list[WorthReading]:
    """The same, but only of people whom two sentences may put somewhere, or a sentence and an event of ``types``.

    One word names many people: nobody known by a single one is compared.
    """
    told = [(list(_with_people(corpus, article, known)), known) for article, known in _with_known(corpus)]
    places: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for number, (found, _) in enumerate(told):
        article = corpus.articles[number]
        for position, people in found:
            for identity in people:
                places[identity].add((number, article.text.sentences[position].start))
        for assertion in article.assertions:
            if assertion.event in types and assertion.place is not None:
                for participant in assertion.participants:
                    identity = corpus.entities.identify(article.document.name, participant.key)
                    places[identity].add((number, assertion.sentence.start))
    compared = {identity for identity, found in places.items() if len(found) > 1 and is_full(identity)}
    return [
        WorthReading([position for position, people in found if not compared.isdisjoint(people)], known)
        for found, known in told
    ]


def is_full(identity: str) -> bool:
    """Whether somebody is known by two words at least."""
    return len(identity.partition(":")[2].split()) > 1


def _with_known(corpus: Corpus) -> Iterator[tuple[Article, Mapping[int, Sequence[KnownPerson]]]]:
    known = known_people(corpus.articles, corpus.entities)
    for article in corpus.articles:
        yield article, by_sentence(article, known[article.document.name])


def _with_people(
    corpus: Corpus, article: Article, known: Mapping[int, Sequence[KnownPerson]]
) -> Iterator[tuple[int, set[str]]]:
    """Positions of sentences with people, each with a time and a place at hand, and who these people are."""
    document = article.document
    before: Sentence | None = None
    for position, sentence in enumerate(article.text.sentences):
        previous = before if before is not None and before.block == sentence.block else None
        before = sentence
        names = names_in(article, sentence)
        if not (names or sentence.start in known) or document.blocks[sentence.block].repeats is not None:
            continue
        people = {person.identity for person in known.get(sentence.start, ())}
        people.update(
            corpus.entities.identify(document.name, name.canonical) for name in names if name.type is NameType.PERSON
        )
        if people and _has_time(article, sentence, previous) and _has_place(article, sentence, previous):
            yield position, people


def _has_time(article: Article, sentence: Sentence, previous: Sentence | None) -> bool:
    """Whether a date or time stands in the sentence or the one before, or the sentence dates by an event."""
    return (
        _is_dated(article, sentence)
        or (previous is not None and _is_dated(article, previous))
        or may_find(AFTERWARDS, words_in(article)[sentence.start])
    )


def _is_dated(article: Article, sentence: Sentence) -> bool:
    return any(timex.type in _DATING for timex in times_in(article, sentence))


def _has_place(article: Article, sentence: Sentence, previous: Sentence | None) -> bool:
    """Whether a place or a site stands in the sentence, or it tells of being where the passage is."""
    if any(map(is_marked_place, places_in(article, sentence))):
        return True
    if any(name.mention is Mention.ROLE and name.canonical in sites(article) for name in names_in(article, sentence)):
        return True
    words = words_in(article)[sentence.start] | {DIGIT}  # of the marks
    return may_find(HERE, words) or (previous is not None and may_find(THERE, words))
