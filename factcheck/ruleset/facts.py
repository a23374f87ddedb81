"""Fact files (``facts/*.yaml``) to the reference that articles are compared with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import cache as kept
from factcheck.assertions.lexicon import Lexicon, build
from factcheck.document import plain
from factcheck.errors import UserError, raise_all
from factcheck.expressions.model import Place
from factcheck.expressions.name.aliases import Aliases
from factcheck.expressions.place.gazetteer import Entry, lookup
from factcheck.expressions.quantity import find_quantities
from factcheck.expressions.quantity.nouns import singular
from factcheck.expressions.spelling import fold
from factcheck.identity.facts import Fact, Figure, Order, Reference, Someone
from factcheck.records import replace
from factcheck.ruleset.dates import read_date
from factcheck.text import read as read_text
from factcheck.userfile.model import mistake
from factcheck.userfile.words import did_you_mean

if TYPE_CHECKING:
    from factcheck.ruleset.written_facts import (
        FactFile,
        WrittenFact,
        WrittenOrder,
        WrittenParticipant,
        WrittenQuantity,
    )
    from factcheck.userfile.yaml_file import YamlFile

_NO_FACTS = "no-facts"
TIME_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute"})


def load_reference(paths: Iterable[Path], lexicon: Lexicon, aliases: Aliases) -> Reference:
    """The facts and order constraints of all files. Raises UserError with all mistakes, each at its place."""
    paths = tuple(paths)
    if not paths:
        return Reference()
    # The bundled file holds comments only: that is worth knowing without a parser of YAML.
    stamps = kept.stamps((*paths, kept.in_package("ruleset/facts.py")))
    if kept.read_for(_NO_FACTS, stamps):
        return Reference()
    found = _read(paths, lexicon, aliases)
    if found == Reference():
        kept.write_for(_NO_FACTS, stamps, True)
    return found


def _read(paths: Iterable[Path], lexicon: Lexicon, aliases: Aliases) -> Reference:
    from factcheck.ruleset.written_facts import FactFile
    from factcheck.userfile.validation import validate
    from factcheck.userfile.yaml_file import read_yaml

    mistakes: list[UserError] = []
    facts: list[Fact] = []
    orders: list[Order] = []
    for path in paths:
        try:
            written = read_yaml(path)
            if written.value is None:
                continue  # nothing but comments
            file = validate(FactFile, written)
        except UserError as error:
            mistakes.append(error)
            continue
        mistakes.extend(_unknown(file, written, lexicon))
        for number, fact in enumerate(file.facts):
            facts.append(_fact(fact, _where(written, ("facts", number)), aliases))
        orders.extend(_order(order, _where(written, ("order", n))) for n, order in enumerate(file.order))
    raise_all(mistakes)
    return Reference(tuple(facts), tuple(orders))


def example_reference(
    facts: Sequence[WrittenFact], orders: Sequence[WrittenOrder], where: str, lexicon: Lexicon, aliases: Aliases
) -> Reference:
    """The reference of a rule's example, which stands in the rule's file. Raises UserError for unknown event types."""
    for name in [fact.event for fact in facts] + [name for order in orders for name in (order.before, order.after)]:
        if name not in lexicon.types:
            raise UserError(f"there is no event type '{name}'{did_you_mean(name, lexicon.types)}", path=where)
    return Reference(
        tuple(_fact(fact, where, aliases) for fact in facts), tuple(_order(order, where) for order in orders)
    )


def ordered(lexicon: Lexicon, orders: Iterable[Order]) -> Lexicon:
    """The lexicon with the user's order constraints in its types' ``precedes``."""
    types = dict(lexicon.types)
    for order in orders:
        event = types[order.before]
        if order.after not in event.precedes:
            types[order.before] = replace(event, precedes=(*event.precedes, order.after))
    return build(types.values()) if types != lexicon.types else lexicon


def _where(written: YamlFile, loc: tuple[int | str, ...]) -> str:
    return f"{written.path}:{written.position(loc)[0]}"


def _unknown(file: FactFile, written: YamlFile, lexicon: Lexicon) -> Iterable[UserError]:
    named = [(("facts", number, "event"), fact.event) for number, fact in enumerate(file.facts)]
    for number, order in enumerate(file.order):
        named += [(("order", number, "before"), order.before), (("order", number, "after"), order.after)]
    for loc, name in named:
        event = lexicon.types.get(name)
        if event is None:
            yield mistake(written, loc, f"there is no event type '{name}'{did_you_mean(name, lexicon.types)}")
        elif event.communication:
            yield mistake(written, loc, f"'{name}' is an act of speech; what was said cannot be compared with a fact")


def _fact(written: WrittenFact, where: str, aliases: Aliases) -> Fact:
    figures = [*written.quantities, *([written.quantity] if written.quantity is not None else [])]
    return Fact(
        where=where,
        source=" ".join(written.source.split()),
        event=written.event,
        participants=tuple(_someone(who, aliases) for who in written.participants),
        date=read_date(written.date),
        place=_place(aliases.of(written.place) or written.place) if written.place else None,
        figures=tuple(_figure(figure) for figure in figures),
        ordinal=written.ordinal,
    )


def _order(written: WrittenOrder, where: str) -> Order:
    return Order(where, written.before, written.after, written.same, written.source)


def _someone(written: WrittenParticipant, aliases: Aliases) -> Someone:
    name = aliases.of(written.name) or written.name
    known = aliases.types.get(name)
    country = next((entry for entry in lookup(fold(name)) if entry.kind == "country" and not entry.gentilic), None)
    if country is not None and written.type in (None, "country"):
        return Someone(country.name, "country")
    return Someone(name, written.type or (known if known in ("person", "organisation") else None))


def _place(text: str) -> Place:
    """The place of that name, in what is named after it. Of a bare name that several countries have, only the name."""
    name, *outer = [part.strip() for part in text.split(",")]
    above = [fold(part) for part in outer if part]
    entries = [entry for entry in lookup(fold(name)) if not entry.gentilic]
    fitting = [entry for entry in entries if {fold(part) for part in entry.within}.issuperset(above)]
    if fitting and (above or len({entry.country for entry in fitting if _counts(entry, fitting[0])}) == 1):
        entry = fitting[0]
        return Place(
            0, 0, text, entry.name, entry.kind, entry.within, entry.country, entry.latitude, entry.longitude
        )  # fmt: skip
    container = next((found[0] for part in above if (found := lookup(part))), None)
    country = container.country if container is not None else None
    return Place(0, 0, text, name, "place", tuple(part for part in outer if part), country)


def _counts(entry: Entry, largest: Entry) -> bool:
    """Whether a place may be meant beside the largest of its name: "Paris" is not the one in Texas."""
    return entry is largest or largest.kind == "country" or 50 * entry.population >= largest.population


def _figure(written: WrittenQuantity) -> Figure:
    measured = " ".join(singular(word) for word in written.measured.split()) if written.measured else None
    low, high = written.value - written.tolerance, written.value + written.tolerance
    number = f"{written.value:,.12g}"
    told = f"{number} {written.unit}" if written.unit[-1:].isalpha() else f"{written.unit}{number}"
    if written.unit == "%":
        told = f"{number}%"
    return Figure(written.value, low, high, _unit(written.unit), measured, told)


@cache
def _unit(text: str) -> str:
    """The canonical name of a unit as a user spells it: what an article's "12 km" is read as."""
    alone = singular(text)
    if alone in TIME_UNITS:
        return alone
    for said in (f"It took 12 {text}.", f"It took {text}12.", f"It took {text} 12."):
        document = plain.read("unit", said)
        found = find_quantities(document, read_text(document), ())
        if len(found) == 1 and found[0].unit:
            return found[0].unit
    return alone
