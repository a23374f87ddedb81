"""Figures as articles tell them: what is counted, with the words around it and whether it can be compared at all.

A figure can be compared if the article states it plainly: no part of another figure, no old value for comparison, no
forecast, claim, denial or request, and nothing that grows by the hour.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from factcheck.assertions.attribution import SPEECH
from factcheck.assertions.clauses import clause_of, split
from factcheck.assertions.model import Article
from factcheck.assertions.words import content_words, stem
from factcheck.checks.figures.words import (
    ABOARD,
    AS_OF,
    BEFALLS,
    BELOW,
    CHANGES,
    EXPECTING,
    FOR_EACH_OF,
    GROWING_NOUNS,
    KEPT,
    LOCUS,
    MILD,
    MORE_TO_COME,
    OLD_BEFORE,
    ORDINALS,
    PART_AFTER,
    PART_BEFORE,
    PART_WITHIN,
    PER,
    PERIODS,
    PLANNED,
    SHAPES,
    STAGES,
    TIME_NOUNS,
    TO_BE,
    TRADED,
    UNSURE,
    UP_OR_DOWN,
    WAY,
)
from factcheck.checks.lazy import lazy
from factcheck.checks.sentence_words import content_of
from factcheck.checks.templates import times_in
from factcheck.expressions.model import Mention, Quantity, QuantityKind, TimexType
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY, Interval, instant
from factcheck.text.model import Sentence

# Tokens on either side of a sum or measure in which the words that name it are sought.
_NEAR = 8
_OWNER_NEAR = 5
_LONG_AGO = 60 * DAY


@dataclass(frozen=True)
class Told:
    """One figure in its sentence. ``low`` and ``high`` are in base units (metre, kilogram), so that they compare.

    ``unit`` is the currency, the dimension or, for counts, the noun; ``each`` what a rate is per ("share").
    """

    number: int
    article: Article
    sentence: Sentence
    quantity: Quantity
    unit: str
    low: float
    high: float
    each: str | None = None

    @property
    def noun(self) -> str:
        """The counted noun with its modifiers, lower-cased; empty for sums and measures."""
        return (self.quantity.measured or "") if self.quantity.kind is QuantityKind.COUNT else ""

    @property
    def modifiers(self) -> frozenset[str]:
        """The words before the counted noun: "life" of "life jacket"."""
        return frozenset(self.noun.split(" ")[:-1])

    @lazy
    def index(self) -> int:
        """The token at which the figure begins."""
        return bisect_left(self.sentence.tokens, self.quantity.start, key=lambda token: token.start)

    @property
    def shape(self) -> str | None:
        """Which dimension of a thing a measure tells: "depth", "width", "way" to somewhere."""
        if self.quantity.measured in SHAPES:
            return self.quantity.measured
        if self.unit == "length":
            prose = self.article.document.prose
            after = prose[self.quantity.end : min(self.sentence.end, self.quantity.end + 32)]
            return "way" if WAY.match(after) else "depth" if BELOW.match(after) else None
        return None

    @lazy
    def clause(self) -> tuple[int, int]:
        """The tokens of the figure's clause, the last one exclusive."""
        clauses = split(self.sentence.tokens)
        found = clauses[clause_of(clauses, min(self.index, len(self.sentence.tokens) - 1))]
        return found.first, found.last

    @lazy
    def governing(self) -> tuple[int, int]:
        """The tokens that govern the figure: its clause up to it, the clause before a "that", a few words after."""
        tokens = self.sentence.tokens
        first, last = self.clause
        if first and (tokens[first].text.lower() == "that" or tokens[first - 1].text in {"-", "--", "—", "–"}):
            first = max(0, first - 6)
        stop = min(last, self.index + 8)
        for index in range(self.index + 1, stop):
            if tokens[index].text == ",":
                return first, index
        return first, max(stop, first + 1)

    @lazy
    def clause_words(self) -> frozenset[str]:
        """The words that govern the figure, lower-cased."""
        return frozenset(token.text.lower() for token in self.sentence.tokens[slice(*self.governing)])

    @lazy
    def near(self) -> frozenset[str]:
        """Stems of the content words beside the figure: what governs it and what it is of."""
        tokens = self.sentence.tokens
        stop = bisect_left(tokens, self.quantity.end, key=lambda token: token.start)
        words, _ = content_words([*tokens[max(0, self.index - _NEAR) : self.index], *tokens[stop : stop + _NEAR]])
        return words

    @lazy
    def phrases(self) -> frozenset[str]:
        """Pairs of adjacent content words beside the figure: "circular orbit"."""
        tokens = self.sentence.tokens
        stop = bisect_left(tokens, self.quantity.end, key=lambda token: token.start)
        found: set[str] = set()
        for run in (tokens[max(0, self.index - _NEAR) : self.index], tokens[stop : stop + _NEAR]):
            for one, two in pairwise(run):
                if stem(one.text) in self.near and stem(two.text) in self.near:
                    found.add(f"{one.text} {two.text}")
        return frozenset(found)

    @lazy
    def words(self) -> frozenset[str]:
        """Stems of the content words of the whole sentence."""
        return self._sentence_words[0]

    @lazy
    def terms(self) -> frozenset[str]:
        """Proper words of the sentence, lower-cased."""
        return self._sentence_words[1]

    @lazy
    def _sentence_words(self) -> tuple[frozenset[str], frozenset[str]]:
        return content_of(self.article, self.sentence)

    @lazy
    def ordinals(self) -> frozenset[str]:
        """Words that tell one of several apart: "the second convoy"; not those of a time, "that first evening"."""
        tokens = self.sentence.tokens
        first, last = self.governing
        # "4,900 flying hours and the first officer 1,150": what follows an "and" is of something else.
        joints = (index for index in range(self.index + 1, last) if tokens[index].text.lower() in {"and", "but"})
        return frozenset(
            tokens[index].text.lower()
            for index in range(first, next(joints, last))
            if tokens[index].text.lower() in ORDINALS
            and not (index + 1 < len(tokens) and tokens[index + 1].text.lower() in TIME_NOUNS)
        )

    @lazy
    def stages(self) -> frozenset[str]:
        """Which day, week or round of something the sentence speaks of: "on its first day", "in its second week"."""
        return frozenset(
            match[0].lower()
            for match in STAGES.finditer(self.article.document.prose, self.sentence.start, self.sentence.end)
        )

    @lazy
    def periods(self) -> frozenset[str]:
        """Periods that the figure is said to be for: a quarter's is not the year's."""
        tokens = self.sentence.tokens
        first, last = self.governing
        found = PERIODS.finditer(self.article.document.prose, tokens[first].start, tokens[last - 1].end)
        return frozenset(word.lower() for match in found for word in match.groups() if word)

    @lazy
    def times(self) -> tuple[Interval, ...]:
        """The dates of the clause."""
        tokens = self.sentence.tokens
        first, last = self.clause
        return tuple(
            timex.interval
            for timex in times_in(self.article, self.sentence)
            if timex.interval is not None
            and timex.type in (TimexType.DATE, TimexType.TIME)
            and tokens[first].start <= timex.start < tokens[last - 1].end
        )

    @property
    def is_past(self) -> bool:
        """Whether the clause dates the figure months before the article appeared."""
        published = self.article.document.published.first
        if published is None or not self.times:
            return False
        ends = [interval.end for interval in self.times]
        return all(end is not None and end < instant(published) - _LONG_AGO for end in ends)

    @lazy
    def names(self) -> frozenset[str]:
        """Canonical names in the sentence, those that pronouns stand for among them."""
        names = self.article.expressions.names
        first = bisect_left(names, self.sentence.start, key=lambda name: name.start)
        last = bisect_left(names, self.sentence.end, key=lambda name: name.start)
        return frozenset(name.canonical for name in names[first:last] if name.mention is not Mention.ROLE)

    @lazy
    def owners(self) -> frozenset[str]:
        """Proper words right before the figure in its clause: whose it is, most often."""
        first = max(self.clause[0], self.index - _OWNER_NEAR)
        # The first word of a sentence has a capital of its own.
        for back in range(first, self.index - 1):
            # What an insertion or a speaker ends is not the figure's: "Her log, the owner said, lists 214 ..."
            if self.sentence.tokens[back].text == "," or self.sentence.tokens[back].text.lower() in SPEECH:
                first = back + 1
        run = self.sentence.tokens[max(1, first) : self.index]
        letters = {token.text for token in run if len(token.text) == 1 and token.text.isupper() and token.text != "I"}
        return content_words([self.sentence.tokens[0], *run])[1] | letters

    @lazy
    def is_planned(self) -> bool:
        """Whether the figure is of something that is yet to be done."""
        tokens = self.sentence.tokens
        start = tokens[self.governing[0]].start
        return bool(self.clause_words & PLANNED) or bool(
            TO_BE.search(self.article.document.prose, start, self.quantity.start)
        )

    @lazy
    def countries(self) -> frozenset[str]:
        """ISO codes of the countries that the sentence speaks of, by name, people or place."""
        places = self.article.expressions.places
        first = bisect_left(places, self.sentence.start, key=lambda place: place.start)
        last = bisect_left(places, self.sentence.end, key=lambda place: place.start)
        return frozenset(place.country for place in places[first:last] if place.country is not None)

    @lazy
    def locus(self) -> str | None:
        """Stem of the common noun that says where the counted were: "118 people in the building"."""
        found = LOCUS.match(self.article.document.prose, self.quantity.end, self.sentence.end)
        return stem(found[1] or found[2]) if found else None

    @property
    def is_kept(self) -> bool:
        """Whether it counts what someone has or employs, which changes over months."""
        return self.unit in KEPT

    @lazy
    def is_growing(self) -> bool:
        """Whether such a figure changes from one report to the next."""
        if self.quantity.kind is not QuantityKind.COUNT and self.each is None and self.near & TRADED:
            return True
        if self.unit == ABOARD:  # first taken from a list, then counted
            return True
        if self.clause_words & CHANGES or self._is_up_or_down():
            return True
        return self.unit in GROWING_NOUNS or bool({stem(word) for word in self.clause_words} & BEFALLS)

    def _is_up_or_down(self) -> bool:
        """Whether the clause has "up from 12", "down 3%"; people who sat down have not changed."""
        if not self.clause_words & {"up", "down"}:
            return False
        tokens = self.sentence.tokens
        first, last = self.governing
        prose = self.article.document.prose
        return bool(UP_OR_DOWN.search(prose, tokens[first].start, tokens[last - 1].end + 12))

    @lazy
    def is_plain(self) -> bool:
        """Whether the sentence states the figure as what is so, whole and now."""
        return self._is_stated("") and not self.clause_words & UNSURE

    @lazy
    def is_nearly_plain(self) -> bool:
        """The same, but the clause may have a "not", an "already", an "only" of something else, or be a forecast."""
        return self._is_stated("only just") and not self.clause_words & (UNSURE - MILD - EXPECTING)

    def _is_stated(self, forgiven: str) -> bool:
        """Whether the figure is no conversion, part, old value or state of an hour; ``forgiven`` words may precede."""
        if self.quantity.converts is not None:
            return False
        prose = self.article.document.prose
        before = prose[max(self.sentence.start, self.quantity.start - 40) : self.quantity.start]
        if before.rstrip().rpartition(" ")[2] in forgiven.split():
            before = before.rstrip().rpartition(" ")[0]
        end = self.span[1]
        after = prose[end : min(self.sentence.end, end + 28)]
        if PART_BEFORE.search(before) or OLD_BEFORE.search(before) or PART_AFTER.match(after):
            return False
        if PART_WITHIN.search(self.quantity.text) or before.rstrip().endswith("("):
            return False
        return not self.is_as_of

    @lazy
    def is_as_of(self) -> bool:
        """Whether the figure is said to hold at a moment: "By noon 32 boats", "14 at the peak", "more were coming"."""
        prose, start = self.article.document.prose, self.sentence.start
        end = self.sentence.tokens[self.clause[1] - 1].end
        moment = AS_OF.search(prose, start, end)
        if moment is not None and moment[0].lower() == "by then" and self.quantity.kind is QuantityKind.MEASURE:
            return False  # what has grown by then is a number; "by then the pair was 520 km up" tells where it stayed
        return moment is not None or MORE_TO_COME.search(prose, start, self.sentence.end) is not None

    @lazy
    def span(self) -> tuple[int, int]:
        """The figure with what it is per: "$46 a share"."""
        prose = self.article.document.prose
        rate = rate_after(prose, self.quantity.end, self.sentence.end)
        return self.quantity.start, rate[1] if rate else self.quantity.end

    @property
    def text(self) -> str:
        start, end = self.span
        return " ".join(self.article.document.prose[start:end].split())


def rate_after(prose: str, at: int, stop: int) -> tuple[str, int] | None:
    """What a figure that ends ``at`` is per ("share"), and where that phrase ends."""
    match = PER.match(prose, at, stop) or FOR_EACH_OF.match(prose, at, stop)
    return (match["each"], match.end()) if match else None
