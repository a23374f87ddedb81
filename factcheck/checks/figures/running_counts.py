"""Counts that change from one report to the next: the dead, the sick, hostages still held, jobs to go, damage.

Each kind is told by what stands right beside the figure, so that a sentence is read only where it has a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.sentence_words import words_in
from factcheck.expressions.model import Quantity, QuantityKind
from factcheck.expressions.quantity import stated_range
from factcheck.expressions.quantity.units import UNITS
from factcheck.pattern_words import may_find
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.text.model import Sentence
from factcheck.text.word_table import WordTable


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of count: how messages name it, whether it may fall, and whether it is settled late if ever.

    ``falls`` is for what may fall from one report to the next; other counts fall only when someone has counted again,
    and counts with ``only_grows`` not even then: a lower one is another count. ``long`` is for what may be corrected a
    year later.
    """

    label: str
    falls: bool = False
    only_grows: bool = False
    long: bool = False


# Kinds of which an article may give a part by place.
BY_PLACE = frozenset("arrested cases vaccinated power displaced burned hospital tickets".split())
KINDS = {
    "dead": Kind("dead", long=True),
    "injured": Kind("injured"),
    "missing": Kind("missing", falls=True, long=True),
    "rescued": Kind("rescued"),
    "survivor": Kind("survivors"),
    "aboard": Kind("people aboard", falls=True, long=True),
    "inside": Kind("people inside", falls=True),
    "destroyed": Kind("houses destroyed"),
    "magnitude": Kind("magnitude", falls=True),
    "cases": Kind("cases", only_grows=True),
    "held": Kind("still held", falls=True),
    "trapped": Kind("trapped", falls=True),
    "hospital": Kind("in hospital", falls=True),
    "arrested": Kind("arrested", only_grows=True),
    "displaced": Kind("driven from their homes", falls=True),
    "power": Kind("without power", falls=True),
    "vaccinated": Kind("vaccinated", only_grows=True),
    "jobs": Kind("jobs to go", falls=True, long=True),
    "tickets": Kind("tickets sold", only_grows=True),
    "burned": Kind("of land burned", only_grows=True),
    "damage": Kind("of damage", falls=True, long=True),
}
_FATES = frozenset("dead injured missing rescued survivor".split())
_PART_BEFORE = regex(r"\b(?:another|other|further|additional|more|including|among them|of them|of whom) $")
_PART_WITHIN = regex(r"\b(?:more|other|others|further|additional|new)\b")
_PARTITIVE = regex(r" of (?:them|these|those|the|whom|which|its|their|his|her)\b")
# All who were there: "killing 27 of the 42 people on board".
_OF_ALL = regex(r" of the [\w,]+ (?:[\w-]+ ){0,3}(?:aboard|on board|inside|in the (?:building|bus|boat|plane))\b")
_OF_ALL_BEFORE = regex(r"\b(?:kill(?:ed|ing)|dead|injur(?:ed|ing)) (?:at least |about |some )?$")
_PART_OF_THEM = regex(r"\w of the $")
_ABOARD_BEFORE = regex(r"\bcarrying (?:about |some |around |nearly |at least )?$")
_ABOARD_AFTER = regex(r" (?:(?:who )?(?:was|were|had been|believed to be) )?(?:aboard|on board)\b")
_HOUSE = frozenset("house home building dwelling".split())
_HOUSES = regex(r"\b(?:houses|homes|buildings|dwellings)\b", re.IGNORECASE)
_DESTROYED = regex(
    r" ?(?:(?:have|has|had|were|was|are) )?(?:been )?(?:completely |totally )?(?:destroyed|collapsed|flattened|levelled"
    r"|leveled|burned down|burnt down)\b"
)
_MAGNITUDE = regex(
    r"\bmagnitude(?:[ -](?:of|at|was|is|a|an|about|around|preliminary|revised|provisional)){0,3}[ -](?P<after>\d\.\d)\b"
    r"|\b(?P<before>\d\.\d)[ -]magnitude\b"
    r"|\b(?:revised|upgraded|downgraded|corrected)\b(?:[^.;:]|\.(?=\d)){0,80} to (?:a )?(?P<revised>\d\.\d)\b",
)
_SHOCK = regex(r"\b(?:quake|earthquake|tremor|shock|seismolog\w+|seismic)\b", re.IGNORECASE)

# Up to the verb: what the counted people are called, and whose they are.
_WHO = (
    r"(?: (?!(?:and|but|while|with|as|after|when|freed|released|rescued|found)\b)"
    r"(?:of (?:the|its|their|his|her)|[\w'’-]+)){0,5}?"
)
# "from the chapel in the valley"
_WHERE = (
    r"(?: (?:taken |stolen )?(?:from|of) (?:the |its |their )?[A-Z][\w'’-]+"
    r"(?: (?:in|of) [A-Z][\w'’-]+| [A-Z][\w'’-]+){0,3})?"
)
_BE = r"(?: (?:who|that))?(?: (?:is|are|was|were|be|been|has|have|had|being|now|also))*"
_STILL = rf"{_WHO}(?: (?:is|are|was|were))? (?:still|remain(?:s|ed|ing)?)(?: (?:being|to be))?"
_AFTER = (
    ("held", rf"{_STILL} (?:held|in captivity|captive|hostage|in the hands|detained|in custody|behind bars)\b"),
    (
        "arrested",
        r"(?: (?:people|men|suspects|women))?(?: (?:have|has|had) (?:now |so far )?been) (?:arrested|detained)\b",
    ),
    ("missing", rf"{_WHERE}{_STILL} (?:missing|unaccounted for)\b"),
    ("trapped", rf"{_STILL} (?:trapped|buried|stuck|underground|beneath|under the)\b"),
    ("hospital", r"(?: people)?(?: who)? (?:is|are|was|were) in (?:the )?hospital\b"),
    ("hospital", rf"{_STILL} (?:in (?:the )?hospital|in intensive care|hospitali[sz]ed|treated|under treatment)\b"),
    (
        "displaced",
        r"(?: (?:people|residents|villagers|families|inhabitants))?"
        rf"{_BE} (?:left homeless|made homeless|homeless|displaced|evacuated"
        r"|forced (?:to flee|from their|to leave their))\b",
    ),
    (
        "power",
        rf"(?: (?:people|customers|homes|households|houses))?{_BE}(?: (?:still|left|remained?))?"
        r" without (?:power|electricity|water)\b",
    ),
    (
        "vaccinated",
        r"(?: (?:people|children|adults|residents))?"
        rf"{_BE} (?:(?:vaccinated|immuni[sz]ed|inoculated)|(?:received|taken|swallowed|got|had)"
        r" (?:a|an|their|the|one|at least one)(?: first)?(?: \w+)? (?:dose|vaccine|jab|shot))\b",
    ),
    ("jobs", rf"{_BE} (?:would be |will be |to be |would |will )?(?:at risk|lost|cut|axed|shed|to go|go|disappear)\b"),
    ("tickets", rf"{_BE} sold\b"),
    ("burned", rf"(?: of [\w ]{{1,24}})?{_BE} (?:burned|burnt|scorched|charred|destroyed|consumed)\b"),
    (
        "inside",
        rf"{_BE} (?:inside|in the (?:building|factory|plant|hall|mill|works|warehouse|hotel|club|mine|theatre|theater))"
        r"(?: at the time| when| as)\b",
    ),
)
_BEFORE = (
    ("jobs", r"\b(?:cut|cuts|cutting|shed|sheds|shedding|axe|axes|axing|lose|losing|eliminate|eliminating|loss of)"),
    ("jobs-staff", r"\b(?:lay off|laying off|laid off|dismiss|dismissing|make redundant|making redundant)"),
    ("tickets", r"\b[Ss]old"),
    ("burned", r"\b(?:burned|burnt|burning|scorched|scorching|charred|consumed|consuming)"),
    ("vaccinated", r"\b(?:vaccinated|immuni[sz]ed|inoculated)"),
    ("held", r"\b(?:leaving|leaves|left)"),
    ("held-now", r"\b(?:holding|holds)"),
    ("arrested", r"\b(?:have|has|had)(?: now| so far| already)? (?:arrested|detained)"),
)
_ABOUT = r"(?: (?:about|some|around|nearly|almost|at least|more than|over|up to|an estimated|as many as))? $"
_AFTER_COMPILED = tuple((key, regex(pattern)) for key, pattern in _AFTER)
_BEFORE_COMPILED = tuple((key, regex(words + _ABOUT)) for key, words in _BEFORE)
_HINT = regex(
    r"still|remain|arrested|detained|holding|holds|hospital|leaving|leaves|left|homeless|displaced|evacuated|forced|without|vaccinated|immuni|inoculated|dose"
    r"|vaccine|jab|shot|job|lay|laid|redundant|dismiss|sold|burn|scorch|charr|consum|hectare|acre|inside"
)
# Whether a word, lower-cased, hints at one of the kinds that are told by the words beside the figure.
_HINTS = WordTable(lambda word: _HINT.search(word) is not None)
_LEFT = regex(rf"{_WHO} (?:in captivity|captive|hostage|held|in custody|in the hands)\b")
_STAFF = frozenset("worker employee staff person job".split())
_PEOPLE = frozenset(
    """person hostage passenger captive prisoner detainee soldier sailor crew worker man woman child student pupil aid
    tourist villager fisherman teacher nurse doctor engineer miner driver journalist farmer pilgrim priest nun refugee
    migrant resident civilian patient guest employee official""".split()
)
_CASE = frozenset("case infection".split())
_SICK = regex(
    r"\b(?:outbreak|epidemic|infect\w+|confirmed|suspected|deaths?|virus|disease|fever|cholera|measles|fatality|health"
    r"|hospitals?|polio|flu|ebola|died)\b",
    re.IGNORECASE,
)
# A part of the count: of a day, a week, a place.
_RATE = regex(
    r"(?: [\w-]+)? (?:a|per|each|every) (?:day|week|month|year)\b|[\w ]{0,24} (?:in|over|during|within) (?:the|a) "
    r"(?:last|past|first|previous|single|span|space)\b|[\w ]{0,12} (?:on|since) [A-Z]"
)
_DAMAGE_BEFORE = regex(
    r"\b(?:[Dd]amage|[Ll]osses|[Tt]he (?:loss|bill for (?:the )?repairs))\b(?: [\w'’-]+){0,8}?"
    r" (?:at|of|to|reach(?:ed)?|total(?:l?ed)?|was|were|is|are)(?: (?:about|some|around|nearly|at least|more than))? $"
)
_DAMAGE_AFTER = regex(r"(?: worth)? (?:of|in) (?:damages?|losses)\b")

Found = tuple[str, int, int, float, float]


def running_counts(article: Article, sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[Found]:
    """Each such count of a sentence: its kind (a key of ``KINDS``, a currency behind it for sums), span and range.

    ``quantities`` are those of the sentence. Counts that the text makes a part of another are left out.
    """
    prose, spoken = article.document.prose, words_in(article)[sentence.start]
    hinted = any(quantity.kind is QuantityKind.COUNT for quantity in quantities) and (
        any(_HINTS[word] for word in spoken)
        or ("the" in spoken and "in the " in prose[sentence.start : sentence.end].lower())
    )
    for quantity in quantities:
        if quantity.converts is not None or _PART_WITHIN.search(quantity.text):
            continue
        before = prose[max(sentence.start, quantity.start - 32) : quantity.start]
        if _PART_BEFORE.search(before):
            continue
        key = _kind(prose, sentence, quantity, before, hinted)
        if key is not None:
            low, high = stated_range(quantity)
            factor = UNITS[quantity.unit].factor if key == "burned" and quantity.unit in UNITS else 1.0
            yield key, quantity.start, quantity.end, low * factor, high * factor
    if may_find(_SHOCK, spoken):
        yield from _magnitudes(prose, sentence)


def _kind(prose: str, sentence: Sentence, quantity: Quantity, before: str, hinted: bool) -> str | None:
    after = prose[quantity.end : min(sentence.end, quantity.end + 72)]
    if quantity.kind is QuantityKind.MONEY:
        wide = prose[max(sentence.start, quantity.start - 96) : quantity.start]
        if _DAMAGE_AFTER.match(after) or _DAMAGE_BEFORE.search(wide):
            return f"damage in {quantity.unit}"
        return None
    if quantity.kind is QuantityKind.MEASURE:
        unit = UNITS.get(quantity.unit or "")
        return _state(prose, quantity, before, after, ("burned",)) if unit and unit.dimension == "area" else None
    if quantity.kind is not QuantityKind.COUNT:
        return None
    of_all = quantity.measured in _FATES and bool(_OF_ALL.match(after)) and bool(_OF_ALL_BEFORE.search(before))
    if before.lower().endswith("of the "):
        if quantity.measured == "person" and _ABOARD_AFTER.match(after) and not _PART_OF_THEM.search(before):
            return "aboard"  # "Of the 80 people aboard, 60 lived": all who were there
        return None  # "Two of the three victims died": the three did not.
    state = _state(prose, quantity, before, after, None) if hinted else None
    if state is not None:
        return state
    if _PARTITIVE.match(after) and not of_all:
        return None
    if quantity.measured in _FATES:
        return quantity.measured
    if quantity.measured is not None and quantity.measured.partition(" ")[0] == "dead":
        return "dead"  # "nine workers died"
    if quantity.unit in ("person", "passenger") and quantity.measured in ("person", "passenger"):
        if _ABOARD_BEFORE.search(before) or _ABOARD_AFTER.match(after):
            return "aboard" if quantity.unit == "person" else None
    elif _DESTROYED.match(after) and (quantity.unit in _HOUSE or quantity.unit is None):
        start = max(0, sentence.start - 160)
        if quantity.unit in _HOUSE or _HOUSES.search(prose, start, sentence.end):
            return "destroyed"
    elif (
        quantity.unit in _CASE
        and not _RATE.match(after)
        and _SICK.search(prose, max(sentence.start, quantity.start - 240), min(sentence.end, quantity.end + 240))
    ):
        return "cases"
    return None


def _state(prose: str, quantity: Quantity, before: str, after: str, only: tuple[str, ...] | None) -> str | None:
    """The kind that the words right after or before a figure tell."""
    if _RATE.match(after):
        return None
    for key, pattern in _AFTER_COMPILED:
        if (only is None or key in only) and _fits(key, quantity) and pattern.match(after):
            return key
    for key, pattern in _BEFORE_COMPILED:
        name = key.partition("-")[0]
        if (only is None or name in only) and _fits(key, quantity) and pattern.search(before):
            if key == "held" and not _LEFT.match(after):
                continue
            return name
    return None


def _fits(key: str, quantity: Quantity) -> bool:
    """Whether what is counted may be of a kind."""
    unit = quantity.unit
    if key == "jobs":
        return unit == "job"
    if key == "jobs-staff":
        return unit in _STAFF
    if key == "tickets":
        return unit == "ticket"
    if key == "burned":
        return quantity.kind is QuantityKind.MEASURE
    if key == "power":
        return True
    if key == "vaccinated":
        return unit in (None, "person", "child", "adult", "resident")
    if key in ("held-now", "arrested"):
        return unit in _PEOPLE
    return quantity.kind is QuantityKind.COUNT


def _magnitudes(prose: str, sentence: Sentence) -> Iterator[Found]:
    if not _SHOCK.search(prose, sentence.start, sentence.end):
        return
    for match in _MAGNITUDE.finditer(prose, sentence.start, sentence.end):
        name = match.lastgroup or "after"
        value = float(match[name])
        yield "magnitude", match.start(name), match.end(name), value, value
