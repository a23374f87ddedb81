"""Dated sentences of a corpus, found by the kind of event they tell: what claims of rank are held against."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.assertions.model import Article, Assertion, Modality, Polarity
from factcheck.assertions.rank_claims import RankClaim, known_point
from factcheck.assertions.rank_words import CHANGES, KINDS, TOPICS
from factcheck.assertions.words import stem
from factcheck.checks.figures.quantities import quantities_in
from factcheck.checks.in_sentence import names_in, places_in, position_of
from factcheck.checks.lazy import lazy
from factcheck.checks.templates import times_in
from factcheck.expressions.model import Name, NameType, Place, Quantity, QuantityKind, Timex
from factcheck.identity.model import Corpus
from factcheck.identity.places import Relation, fold, relate
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import Granularity
from factcheck.text.model import Sentence
from factcheck.text.word_table import WordTable

# What is told with these need be no full instance: an attempt, a plan, a private visit, something merely like it.
_LESSER = regex(
    r"\b(?:attempt\w*|try|tried|trying|fail\w*|abort\w*|cancel\w*|call(?:ed)? off|postpon\w*|scrub\w*|plan\w*|threat\w*"
    r"|suborbital|private\w*|unofficial\w*|informal\w*|minor|almost|nearly|not|never|no|without|n't|if|would|could|(?-i:may)"
    r"|might|should|allege\w*|reported\w*|rumou?r\w*|suspected|so-called|test|rehears\w*|replica|film|novel|book|until"
    r"|before|since|anniversary|commemorat\w*|remember\w*|fiction\w*|deni\w*)\b",
    re.IGNORECASE,
)
_MAGNITUDE = regex(r"\bmagnitude(?: of)?[ -]$")
_FAR_BACK = 10
_PLAIN = frozenset("this that these those their your other another same first last whole local main what when".split())
_BACK = 4  # sentences in which a pronoun's antecedent is sought
_QUAKE = stem("earthquake")


@dataclass(frozen=True)
class Instance:
    """A sentence that tells of something done at a known time. ``start``..``end`` is its date."""

    number: int
    article: Article
    sentence: Sentence
    times: tuple[Timex, ...]

    @lazy
    def stems(self) -> frozenset[str]:
        """Stems of its words and of what the names in it are called and are."""
        found = {_STEMS[token.text] for token in self.sentence.tokens}
        found.discard("")
        for name in self.names:
            found.update(stem(word) for word in f"{name.canonical} {name.role or ''}".lower().split())
        prose = self.article.document.prose
        if "magnitude" in prose[self.sentence.start : self.sentence.end]:
            found.add(_QUAKE)  # "one of magnitude 6.3"
        return frozenset(found)

    @lazy
    def names(self) -> tuple[Name, ...]:
        """The names in it, pronouns included."""
        return tuple(names_in(self.article, self.sentence))

    @lazy
    def places(self) -> tuple[Place, ...]:
        """The places in it, adjectives of countries included."""
        return tuple(places_in(self.article, self.sentence))

    @lazy
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities in it."""
        return tuple(quantities_in(self.article, self.sentence))

    @lazy
    def assertions(self) -> tuple[Assertion, ...]:
        """What it asserts."""
        return tuple(a for a in self.article.assertions if a.sentence.start == self.sentence.start)

    def date(self, claim: RankClaim) -> Timex:
        """The date nearest to the word that tells the instance."""
        at = next((t.start for t in self.sentence.tokens if stem(t.text.lower()) in claim.heads), self.sentence.start)
        return min(self.times, key=lambda timex: (abs(timex.start - at), timex.start))

    @property
    def first(self) -> int:
        """The earliest instant at which it can have been."""
        return min(self._bounds())

    @property
    def last(self) -> int:
        """The instant by which it was over."""
        return max(end for timex in self.times for end in _ends(timex))

    def _bounds(self) -> list[int]:
        return [end for timex in self.times for end in _ends(timex)]

    @property
    def is_loose(self) -> bool:
        """Whether only the year, or less, is known."""
        return any(
            point.granularity >= Granularity.QUARTER for point in map(known_point, self.times) if point is not None
        )


_STEMS = WordTable(lambda text: stem(text.lower()) if text[:1].isalpha() else "")


def _ends(timex: Timex) -> tuple[int, ...]:
    point = known_point(timex)
    if point is None or point.start is None or point.end is None:
        return ()
    return (point.start, point.end)


def dated_sentences(corpus: Corpus, heads: frozenset[str]) -> dict[str, list[Instance]]:
    """The corpus's sentences that tell of something dated and done, under each stem of ``heads`` in them."""
    found: dict[str, list[Instance]] = defaultdict(list)
    for number, article in enumerate(corpus.articles):
        for instance in _of_article(number, article):
            for word in instance.stems & heads:
                found[word].append(instance)
    return found


def _of_article(number: int, article: Article) -> Iterator[Instance]:
    for sentence in article.text.sentences:
        here = tuple(timex for timex in times_in(article, sentence) if _is_closed(timex))
        if here and article.document.blocks[sentence.block].repeats is None:
            yield Instance(number, article, sentence, here)


def _is_closed(timex: Timex) -> bool:
    """Whether both ends of a time are known, unlike those of "since 1990"."""
    return timex.interval is not None and timex.interval.end is not None and bool(_ends(timex))


def is_done(instance: Instance, claim: RankClaim) -> bool:
    """Whether the sentence tells a full instance of the claim's kind as done.

    Where the event lexicon knows the word, its assertion decides; else the sentence must have nothing that weakens
    it apart from what the claim has, too.
    """
    prose = instance.article.document.prose
    told = prose[instance.sentence.start : instance.sentence.end]
    claimed = claim.sentence
    own = {token.text.lower() for token in claimed.tokens if claim.start <= token.start < claim.end}
    at = [t for t in instance.sentence.tokens if stem(t.text.lower()) in claim.heads]
    for match in _LESSER.finditer(told):
        word = match.group().lower()
        if word in own or stem(word) in claim.heads:
            continue
        if word in {"until", "before", "since", "not", "no", "never", "n't", "without"} and at:
            # These weaken what stands with them, between the same marks.
            between = told[match.end() : max(match.end(), at[-1].start - instance.sentence.start)]
            if match.end() > at[-1].start - instance.sentence.start or re.search(r"[,;:.]", between):
                continue
        return False
    for assertion in instance.assertions:
        if stem(assertion.trigger.split()[-1]) in claim.heads and (
            assertion.modality is not Modality.HAPPENED
            or assertion.polarity is not Polarity.POSITIVE
            or assertion.ordinal == "next"
        ):
            return False
    return not told.rstrip().endswith("?")


def meets(instance: Instance, claim: RankClaim, corpus: Corpus, document: str) -> bool:
    """Whether the sentence has all by which the claim is restricted; ``document`` is the claim's."""
    stems = instance.stems
    if not claim.heads & stems:
        return False
    for word in claim.stems | ({claim.owner} if claim.owner else set()):
        if word not in stems and not KINDS.get(word, frozenset()) & stems and not _is_foreign(word, instance):
            return False
    if not all(_has_place(instance, place) for place in claim.places):
        return False
    theirs = {corpus.entities.identify(instance.article.document.name, name.canonical) for name in instance.names}
    wanted = {corpus.entities.identify(document, name.canonical): name for name in claim.names}
    absent = [name for identity, name in wanted.items() if identity not in theirs]
    if len(absent) > 1 or (absent and not _means(instance, absent[0], corpus, document)):
        return False
    if claim.before and not _on_the_same_sides(instance, claim, corpus, document):
        return False
    return all(_reaches(instance, figure, claim, document, corpus) for figure in claim.least)


def _on_the_same_sides(instance: Instance, claim: RankClaim, corpus: Corpus, document: str) -> bool:
    """Whether each place and name stands before or after the verb as in the claim: who beat whom."""
    at = next((t.start for t in instance.sentence.tokens if stem(t.text.lower()) in claim.heads), None)
    if at is None:
        return False
    sides = iter(claim.before)
    for wanted in claim.places:
        before = next(sides)
        if not any(
            (place.start < at) is before and (place.name == wanted.name or fold(wanted.name) in map(fold, place.within))
            for place in instance.places
        ):
            return False
    for named in claim.names:
        before = next(sides)
        identity = corpus.entities.identify(document, named.canonical)
        if not any(
            (name.start < at) is before
            and corpus.entities.identify(instance.article.document.name, name.canonical) == identity
            for name in instance.names
        ):
            return False
    return True


def _means(instance: Instance, body: Name, corpus: Corpus, document: str) -> bool:
    """Whether "its" means ``body``: the nearest sentence that names a body names it, in full or by its first word."""
    if body.type is NameType.PERSON or not {"its", "it"} & {token.text.lower() for token in instance.sentence.tokens}:
        return False
    identity = corpus.entities.identify(document, body.canonical)
    short = body.canonical.split()[0]
    article = instance.article
    sentences = article.text.sentences
    place = position_of(instance.article, instance.sentence)
    for sentence in reversed(sentences[max(0, place - _BACK) : place + 1]):
        if sentence.tokens and sentence.tokens[0].text in {"It", "Its"}:
            continue  # goes on about the same
        bodies = {
            corpus.entities.identify(article.document.name, name.canonical)
            for name in names_in(article, sentence)
            if name.type is NameType.ORGANISATION
        }
        if bodies:
            return bodies == {identity}
        if any(token.text == short for token in sentence.tokens):
            return True
    return False


def _is_foreign(word: str, instance: Instance) -> bool:
    """ "Foreign" is met by an adjective of another country than that of the places in the sentence."""
    if word != stem("foreign"):
        return False
    home = {place.country for place in instance.places if not place.gentilic and place.country}
    theirs = {place.country for place in instance.places if place.gentilic and place.country}
    return bool(home) and bool(theirs) and not home & theirs


def _has_place(instance: Instance, wanted: Place) -> bool:
    country = wanted.kind == "country" or wanted.gentilic
    for place in instance.places:
        if country and wanted.country is not None:
            if place.country == wanted.country and (place.gentilic or not wanted.gentilic or place.kind == "country"):
                return True
        elif relate(place, wanted) is Relation.SAME or fold(wanted.name) in {fold(name) for name in place.within}:
            return True
    return False


def _reaches(instance: Instance, figure: Quantity, claim: RankClaim, document: str, corpus: Corpus) -> bool:
    key = figure_kind(corpus.by_name[document], figure)
    return key is not None and any(
        figure_kind(instance.article, quantity) == key and quantity.low > figure.low for quantity in instance.quantities
    )


def figure_kind(article: Article, quantity: Quantity) -> str | None:
    """What a figure measures, if two of one kind can be compared: "magnitude", "dead", a currency, a noun."""
    before = article.document.prose[max(0, quantity.start - 16) : quantity.start]
    if _MAGNITUDE.search(before) or "magnitude" in quantity.text:
        return "magnitude"
    if quantity.kind is QuantityKind.MONEY:
        return quantity.unit
    if quantity.kind is QuantityKind.COUNT:
        return quantity.measured
    return quantity.unit


def same_topic(claim: RankClaim, article: Article, instance: Instance) -> bool:
    """Whether a rise or a cut is of the same thing: "it raised its rate" beside a rate told with the claim."""
    if not claim.heads & CHANGES:
        return True
    sentences: Sequence[Sentence] = article.text.sentences
    place = position_of(article, claim.sentence)
    for sentence in reversed(sentences[max(0, place - _FAR_BACK) : place + 1]):
        told = _topic(sentence, claim.heads)
        if told:
            return told == _topic(instance.sentence, claim.heads)
    return False


def _topic(sentence: Sentence, heads: frozenset[str]) -> set[str]:
    """What the first rise or cut of a sentence is of."""
    stems = [stem(token.text.lower()) for token in sentence.tokens]
    for index, word in enumerate(stems):
        if word in heads:
            found = next((other for other in stems[index + 1 : index + 5] if other in TOPICS), None)
            found = found or next((other for other in stems[max(0, index - 2) : index] if other in TOPICS), None)
            if found is not None:
                return {found}
    return set()


def same_owner(claim: RankClaim, first: Article, second: Article) -> bool:
    """Whether "the bank" is one in both: each calls it by the same word ("central"), and both name one country."""
    if claim.owner is None:
        return False
    countries = [{place.country for place in a.expressions.places if place.country} for a in (first, second)]
    called = [_called(article, claim.owner) for article in (first, second)]
    return bool(called[0] & called[1]) and bool(countries[0] & countries[1])


def _called(article: Article, owner: str) -> set[str]:
    return {
        one.text.lower()
        for sentence in article.text.sentences
        for one, two in pairwise(sentence.tokens)
        if stem(two.text.lower()) == owner
        and len(one.text) > 3
        and one.text.isalpha()
        and one.text.lower() not in _PLAIN
    }
