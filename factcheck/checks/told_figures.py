"""Figures as articles tell them: what is counted, with the words around it and whether it can be compared at all.

A figure can be compared if the article states it plainly: no part of another figure, no old value for comparison, no
forecast, claim, denial or request, and nothing that grows by the hour.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from factcheck.assertions.attribution import SPEECH
from factcheck.assertions.clauses import clause_of, split
from factcheck.assertions.model import Article
from factcheck.assertions.words import content_words, stem
from factcheck.checks import figures
from factcheck.checks.templates import times_in
from factcheck.document.model import BlockKind
from factcheck.expressions.model import Bound, Mention, Quantity, QuantityKind, TimexType
from factcheck.expressions.quantity.units import UNITS
from factcheck.temporal.interval import DAY, Interval, instant
from factcheck.text.model import Sentence

# Tokens on either side of a sum or measure in which the words that name it are sought.
_NEAR = 8
_OWNER_NEAR = 5
_LONG_AGO = 60 * DAY
_PART_BEFORE = re.compile(
    r"\b(?:another|other|others|further|additional|extra|more|remaining|the rest|including|included|includes|among them"
    r"|of them|of which|of whom|of these|of those|of that|first|last|next|each|every|per|all but|except|only|just)"
    r",? (?:about |around |some |nearly |the |for )?$",
    re.IGNORECASE,
)
_OLD_BEFORE = re.compile(
    r"\b(?:from|compared (?:with|to)|against|than|previous(?:ly)?|original(?:ly)?|initial(?:ly)?|former(?:ly)?|earlier"
    r"|once|by|up to|between|versus|vs\.?|or|instead of|rather than|not) (?:about |around |some |the |a |an |just )?$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"[\w' -]{0,12}?(?:\b(?:each|apiece|earlier|more|fewer|less|lower|higher|longer|shorter|further)\b"
    r"| of (?:them|these|those|that|which|whom|all|the)\b)"
)
_PART_WITHIN = re.compile(r"\b(?:more|other|further|additional|extra|remaining|different|new|separate)\b")
# What keeps a figure from being a plain statement of what is so.
_UNSURE = frozenset(
    """could may might would should can if unless whether perhaps maybe possibly potentially reportedly allegedly
    alleged claim claims claimed rumour rumours rumor rumors denied deny denies denying dismissed disputed
    expect expects expected expecting forecast forecasts predict predicts predicted projected estimate estimated
    estimates target targets hope hopes hoped aim aims asked asks sought seeks seek demanded demands requested
    wants wanted proposed proposes suggested suggests suggest not never no n't neither nor goal capacity limit
    maximum minimum quota threshold designed feared fears initially originally preliminary provisional earlier
    previously so far already revised average averaged least most""".split()
)
_LOCUS = re.compile(
    r" (?:(?:who )?(?:was|were|had been) )?(?:(?:in|inside|at|on) (?:the|its|his|her|their) ([a-z]+)\b(?! of)"
    r"|(?:in|on) (?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten) )?([a-z]{3,}s)\b)"
)
_TO_BE = re.compile(r"\b(?:is|are|was|were)(?: \w+)? to [a-z]")
_AS_OF = re.compile(
    r"\b(?:[Bb]y (?:noon|midday|midnight|evening|night|nightfall|dawn|morning|now|\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:late|early) )|[Aa]s of )"
)
_UP_OR_DOWN = re.compile(
    r"\b(?:up|down) (?:from|by|on|at|slightly|sharply|about|some|almost|nearly|more than|over|another)\b"
    r"|\b(?:up|down) [^\w\s]?\d|\b(?:is|are|was|were) (?:up|down)\b"
)
_CHANGES = frozenset(
    """increased rose risen rising fell fallen raised lowered cut added grew grown climbed dropped""".split()
)
_PLANNED = frozenset(
    "will 'll shall plan plans planned planning to-be offer offers offered bid bids agreed due".split()
)
# Counts that grow or shrink between one report and the next, by noun and by what befalls them.
_GROWING_NOUNS = frozenset(
    """dead injured missing survivor rescued death casualty fatality victim injury body case infection arrest detainee
    evacuee hostage captive prisoner refugee vote ballot aftershock signature complaint comment order delivery view
    share point patient inmate follower flight visitor fire firefighter rescuer blaze goal win game
    match title medal appearance home house building household""".split()
)
_BEFALLS = frozenset(
    stem(word)
    for word in """collapsed destroyed damaged killed injured wounded missing rescued arrested detained evacuated
    displaced infected hospitalised hospitalized burned burnt flooded looted raised collected counted sold
    trapped""".split()
)
# Beside a sum: a price on a market.
_TRADED = frozenset(stem(word) for word in "shares stock stocks trading closed index barrel futures market".split())
_WAY = re.compile(
    r"(?: \([^)]*\))?,? (?:to the )?(?:north|south|east|west|off|away|from|outside|inland|upstream|short)"
)
_BELOW = re.compile(r"(?: \([^)]*\))?,? (?:below|beneath|under|underground|down)\b")
_SHAPES = frozenset("height length width depth thickness distance diameter weight".split())
# What someone has at any one time: another number a month later is no contradiction.
_KEPT = frozenset(
    """employee worker staff job post customer subscriber user member resident inhabitant store shop branch
    outlet""".split()
)
# Nouns that any story counts several sets of: the same number of them means nothing.
_GENERIC = frozenset(
    """person man woman child boy girl people other country nation state city town village place area region side leader
    official minister member party group team company firm organisation organization institution thing way part point
    reason issue question step time day week month year hour minute second kind type sort case example number piece
    item page word name sentence line message letter call photo picture image video source report article story note
    event meeting session round stage match game set series pair dozen hundred thousand million billion one
    brother sister son daughter parent friend colleague relative neighbour neighbor victim witness suspect
    man officer soldier worker police lawyer journalist expert analyst scientist researcher doctor
    family occasion incident attack explosion blast shot bullet car vehicle street road room door floor level
    half third quarter fifth tenth percent degree paragraph option candidate chance""".split()
)
_PER = re.compile(
    r"(?: in cash| in stock)?,? (?:an?|per|for (?:each|every)|for one|each)(?: of (?:its|their|the|his|her)"
    r"(?: [\d.,]+(?: million| billion)?)?)?(?: outstanding| ordinary| common)? "
    r"(?P<each>share|tonne|ton|barrel|ounce|kilo|kilogram|kilogramme|litre|liter|gallon|ticket|seat|head|person|family"
    r"|night|kilometre|kilometer|mile|acre|hectare|unit|dose|vote|hour|day|week|month|year)s?\b"
)
_FOR_EACH_OF = re.compile(r" for each of (?:its|their|the|his|her)[\w ,.]{0,24}? (?P<each>share|unit|ticket|seat)s\b")
ABOARD = "people aboard"
_ABOARD_BEFORE = re.compile(r"\bcarr(?:ying|ied) (?:about |some |around |nearly )?$")
_ABOARD_AFTER = re.compile(r" (?:(?:who )?(?:was|were|had been) )?(?:aboard|on board)\b")
_PERIODS = re.compile(
    r"\b(?:(quarter|annual|yearly|monthly|weekly|daily|season|half-year)(?:ly|s)?|(?:first|second) (half)"
    r"|(?:the|full|last|this|each|every|previous|next) (year|month|week|day)"
    r"|(?:three|six|nine|12|twelve) (months))\b",
    re.IGNORECASE,
)
_TIME_NOUNS = frozenset(
    """time times evening night morning afternoon day days week weekend month year years season minute hour
    hours""".split()
)
_ORDINALS = frozenset(
    """first second third fourth fifth sixth next last another previous earlier latest final other older newer old new
    larger smaller biggest largest smallest former later""".split()
)


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

    @cached_property
    def index(self) -> int:
        """The token at which the figure begins."""
        return bisect_left(self.sentence.tokens, self.quantity.start, key=lambda token: token.start)

    @property
    def shape(self) -> str | None:
        """Which dimension of a thing a measure tells: "depth", "width", "way" to somewhere."""
        if self.quantity.measured in _SHAPES:
            return self.quantity.measured
        if self.unit == "length":
            prose = self.article.document.prose
            after = prose[self.quantity.end : min(self.sentence.end, self.quantity.end + 32)]
            return "way" if _WAY.match(after) else "depth" if _BELOW.match(after) else None
        return None

    @cached_property
    def clause(self) -> tuple[int, int]:
        """The tokens of the figure's clause, the last one exclusive."""
        clauses = split(self.sentence.tokens)
        found = clauses[clause_of(clauses, min(self.index, len(self.sentence.tokens) - 1))]
        return found.first, found.last

    @cached_property
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

    @cached_property
    def clause_words(self) -> frozenset[str]:
        """The words that govern the figure, lower-cased."""
        return frozenset(token.text.lower() for token in self.sentence.tokens[slice(*self.governing)])

    @cached_property
    def near(self) -> frozenset[str]:
        """Stems of the content words beside the figure: what governs it and what it is of."""
        tokens = self.sentence.tokens
        stop = bisect_left(tokens, self.quantity.end, key=lambda token: token.start)
        words, _ = content_words([*tokens[max(0, self.index - _NEAR) : self.index], *tokens[stop : stop + _NEAR]])
        return words

    @cached_property
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

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of the content words of the whole sentence."""
        return content_words(self.sentence.tokens)[0]

    @cached_property
    def terms(self) -> frozenset[str]:
        """Proper words of the sentence, lower-cased."""
        return content_words(self.sentence.tokens)[1]

    @cached_property
    def ordinals(self) -> frozenset[str]:
        """Words that tell one of several apart: "the second convoy"; not those of a time, "that first evening"."""
        tokens = self.sentence.tokens
        first, last = self.governing
        return frozenset(
            tokens[index].text.lower()
            for index in range(first, last)
            if tokens[index].text.lower() in _ORDINALS
            and not (index + 1 < len(tokens) and tokens[index + 1].text.lower() in _TIME_NOUNS)
        )

    @cached_property
    def periods(self) -> frozenset[str]:
        """Periods that the figure is said to be for: a quarter's is not the year's."""
        tokens = self.sentence.tokens
        first, last = self.governing
        found = _PERIODS.finditer(self.article.document.prose, tokens[first].start, tokens[last - 1].end)
        return frozenset(word.lower() for match in found for word in match.groups() if word)

    @cached_property
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

    @cached_property
    def names(self) -> frozenset[str]:
        """Canonical names in the sentence, those that pronouns stand for among them."""
        names = self.article.expressions.names
        first = bisect_left(names, self.sentence.start, key=lambda name: name.start)
        last = bisect_left(names, self.sentence.end, key=lambda name: name.start)
        return frozenset(name.canonical for name in names[first:last] if name.mention is not Mention.ROLE)

    @cached_property
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

    @cached_property
    def is_planned(self) -> bool:
        """Whether the figure is of something that is yet to be done."""
        tokens = self.sentence.tokens
        start = tokens[self.governing[0]].start
        return bool(self.clause_words & _PLANNED) or bool(
            _TO_BE.search(self.article.document.prose, start, self.quantity.start)
        )

    @cached_property
    def countries(self) -> frozenset[str]:
        """ISO codes of the countries that the sentence speaks of, by name, people or place."""
        places = self.article.expressions.places
        first = bisect_left(places, self.sentence.start, key=lambda place: place.start)
        last = bisect_left(places, self.sentence.end, key=lambda place: place.start)
        return frozenset(place.country for place in places[first:last] if place.country is not None)

    @cached_property
    def locus(self) -> str | None:
        """Stem of the common noun that says where the counted were: "118 people in the building"."""
        found = _LOCUS.match(self.article.document.prose, self.quantity.end, self.sentence.end)
        return stem(found[1] or found[2]) if found else None

    @property
    def is_kept(self) -> bool:
        """Whether it counts what someone has or employs, which changes over months."""
        return self.unit in _KEPT

    @cached_property
    def is_growing(self) -> bool:
        """Whether such a figure changes from one report to the next."""
        if self.quantity.kind is not QuantityKind.COUNT and self.each is None and self.near & _TRADED:
            return True
        if self.unit == ABOARD:  # first taken from a list, then counted
            return True
        if self.clause_words & _CHANGES or self._is_up_or_down():
            return True
        return self.unit in _GROWING_NOUNS or bool({stem(word) for word in self.clause_words} & _BEFALLS)

    def _is_up_or_down(self) -> bool:
        """Whether the clause has "up from 12", "down 3%"; people who sat down have not changed."""
        if not self.clause_words & {"up", "down"}:
            return False
        tokens = self.sentence.tokens
        first, last = self.governing
        prose = self.article.document.prose
        return bool(_UP_OR_DOWN.search(prose, tokens[first].start, tokens[last - 1].end + 12))

    @cached_property
    def is_plain(self) -> bool:
        """Whether the sentence states the figure as what is so, whole and now."""
        if self.quantity.converts is not None:
            return False
        prose = self.article.document.prose
        before = prose[max(self.sentence.start, self.quantity.start - 40) : self.quantity.start]
        end = self.span[1]
        after = prose[end : min(self.sentence.end, end + 28)]
        if _PART_BEFORE.search(before) or _OLD_BEFORE.search(before) or _PART_AFTER.match(after):
            return False
        if _PART_WITHIN.search(self.quantity.text) or before.rstrip().endswith("("):
            return False
        tokens = self.sentence.tokens
        if _AS_OF.search(prose, self.sentence.start, tokens[self.clause[1] - 1].end):
            return False
        return not self.clause_words & _UNSURE

    @cached_property
    def span(self) -> tuple[int, int]:
        """The figure with what it is per: "$46 a share"."""
        prose = self.article.document.prose
        rate = _rate(prose, self.quantity.end, self.sentence.end)
        return self.quantity.start, rate[1] if rate else self.quantity.end

    @property
    def text(self) -> str:
        start, end = self.span
        return " ".join(self.article.document.prose[start:end].split())


def is_generic(noun: str) -> bool:
    """Whether a noun is one of which any story counts several sets: people, countries, days."""
    return noun in _GENERIC


def told(number: int, article: Article) -> Iterator[Told]:
    """The figures of one article that have something to be compared by, in text order; headings are left out."""
    prose = article.document.prose
    for sentence, quantities in figures.by_sentence(article):
        if sentence.kind in (BlockKind.HEADING, BlockKind.ROW):
            continue
        for quantity in quantities:
            if quantity.bound not in (Bound.EXACT, Bound.ABOUT):
                continue
            unit, factor, offset = _unit(quantity)
            if unit is None:
                continue
            if unit == "person" and quantity.measured == "person" and _is_aboard(prose, quantity, sentence):
                unit = ABOARD
            rate = _rate(prose, quantity.end, sentence.end)
            yield Told(
                number,
                article,
                sentence,
                quantity,
                unit,
                quantity.low * factor + offset,
                quantity.high * factor + offset,
                rate[0] if rate else None,
            )


def _is_aboard(prose: str, quantity: Quantity, sentence: Sentence) -> bool:
    before = prose[max(sentence.start, quantity.start - 32) : quantity.start]
    after = prose[quantity.end : min(sentence.end, quantity.end + 32)]
    return bool(_ABOARD_BEFORE.search(before) or _ABOARD_AFTER.match(after))


def _rate(prose: str, at: int, stop: int) -> tuple[str, int] | None:
    match = _PER.match(prose, at, stop) or _FOR_EACH_OF.match(prose, at, stop)
    return (match["each"], match.end()) if match else None


def _unit(quantity: Quantity) -> tuple[str | None, float, float]:
    """The unit to compare by, with factor and offset to its base; None for what is never compared."""
    if quantity.kind is QuantityKind.COUNT:
        return (quantity.unit if quantity.measured else None), 1.0, 0.0
    if quantity.kind in (QuantityKind.MONEY, QuantityKind.PERCENT):
        return quantity.unit, 1.0, 0.0
    unit = UNITS.get(quantity.unit or "") if quantity.kind is QuantityKind.MEASURE else None
    if unit is None or unit.dimension in {"time", "temperature", "angle", "percent", "percentage points"}:
        return None, 1.0, 0.0
    return unit.dimension, unit.factor, unit.offset
