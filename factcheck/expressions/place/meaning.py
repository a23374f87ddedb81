"""One meaning for each name of an article: stated containment, then the article's other places, then size."""

from __future__ import annotations

from collections import Counter

from factcheck.expressions.place import words
from factcheck.expressions.place.gazetteer import Entry, lookup
from factcheck.expressions.place.hits import Hit
from factcheck.expressions.spelling import fold
from factcheck.expressions.vocabulary import is_common


def resolve(hits: list[Hit]) -> None:
    """One meaning for each name of the article, or None where it stays open."""
    votes: Counter[str] = Counter()
    regions: Counter[str] = Counter()
    for hit in hits:
        if hit.entries and hit.entries[0].kind in {"region", "county"} and not is_common(hit.key):
            regions[fold(hit.entries[0].name)] += 1
        if hit.entries and hit.entries[0].kind == "city" and hit.entries[0].population >= 100:
            georgian = hit.entries[0].within[:1] == ("Georgia",)
            regions["georgia"] += georgian
    own: dict[str, str] = {}  # the vote that each name has cast itself
    for key, entries in {hit.key: hit.entries for hit in hits if hit.entries}.items():
        first = entries[0]
        rivals = max((entry.population for entry in entries[1:] if entry.country != first.country), default=0)
        if first.kind in {"country", "county"} or first.capital or first.population >= max(100, 5 * rivals):
            votes[first.country or ""] += 1
            if first.kind == "city" and not first.capital:
                own[key] = first.country or ""
    stated: dict[str, list[str]] = {}
    for hit in hits:
        if hit.inside:
            stated.setdefault(hit.key, []).extend(key for key in hit.inside if key not in stated.get(hit.key, []))
    by_key = {hit.key: hit for hit in hits}
    first_of: dict[str, Entry | None] = {}
    for hit in hits:
        if hit.kind is None and hit.entries and hit.key not in first_of:
            country = own.get(hit.key)
            if country is not None:
                votes[country] -= 1  # nobody vouches for himself
            first_of[hit.key] = choose(hit.key, hit.entries, stated.get(hit.key, ()), votes, regions)
            if country is not None:
                votes[country] += 1
    for hit in hits:
        if hit.kind is None and hit.entries:
            hit.entry = first_of[hit.key]
    for hit in hits:
        if hit.kind is not None:
            hit.inside = hit.inside or list(stated.get(hit.key, ()))
            if hit.inside:
                outer = by_key.get(hit.inside[0])
                hit.entry = outer.entry if outer is not None else None
            elif hit.entries:
                key = next((key for key in _prefixes(hit.name) if key in first_of), None) or fold(hit.entries[0].name)
                hit.entry = (
                    first_of[key] if key in first_of else choose(key, hit.entries, stated.get(key, ()), votes, regions)
                )
                if hit.entry is None and key in stated:
                    outer = by_key.get(stated[key][0])
                    hit.entry = outer.entry if outer is not None else None


def _prefixes(name: str) -> list[str]:
    """The folded beginnings of a name, longest first: "Cebu City port" gives "cebu city", "cebu"."""
    parts = name.split()
    return [fold(" ".join(parts[:count])) for count in range(len(parts) - 1, 0, -1)]


def choose(
    key: str,
    entries: tuple[Entry, ...],
    stated: list[str] | tuple[str, ...],
    votes: Counter[str],
    regions: Counter[str],
) -> Entry | None:
    for container in stated:
        names = {fold(entry.name) for entry in lookup(container)} | {container}
        matching = [entry for entry in entries if any(fold(outer) in names for outer in entry.within)]
        if not matching:
            countries = {entry.country for entry in lookup(container) if entry.country and entry.kind in words.LANDS}
            matching = [entry for entry in entries if entry.country in countries and entry.kind == "city"]
        if matching:
            return matching[0]
        if entries[0].kind == "city":
            return None  # the text speaks of a namesake that the gazetteer lacks
    here = [entry for entry in entries if entry.kind == "city" and entry.within and regions[fold(entry.within[0])] > 0]
    if here and entries[0].kind == "city" and not entries[0].capital:
        # "Palmer" beside Alaska: the Palmer in the region that the article names.
        return max(here, key=lambda entry: (regions[fold(entry.within[0])], entry.population))
    first = entries[0]
    if first.kind == "city" and not votes[first.country or ""]:
        # A small town in a country that the article does not speak of is likelier a namesake.
        known = [entry for entry in entries if votes[entry.country or ""]]
        if not known and (first.population < 50 or (fold(first.name) != key and first.population < 500)):
            return None
    if len(entries) == 1 or first.kind not in {"city", "region", "country"}:
        return first
    if first.kind == "country":
        # "Georgia" beside Atlanta: the region, where the article names a town in it and nothing else of the country.
        others = [entry for entry in entries[1:] if entry.kind == "region" and regions[fold(entry.name)] > 0]
        return others[0] if others and votes[first.country or ""] <= 1 and not first.gentilic else first
    if first.capital:
        return first
    mine = votes[first.country or ""]
    known = [entry for entry in entries if votes[entry.country or ""] > 0]
    if known and not mine:
        best = max(known, key=lambda entry: (votes[entry.country or ""], entry.population))
        if first.population < 5 * best.population:
            return best
        named = fold(best.name) == key and first.population < 20 * best.population
        return best if named and votes[best.country or ""] >= 2 else first
    if mine or first.kind == "region":
        rivals = [entry for entry in entries[1:] if entry.country == first.country and entry.kind == "city"]
        if first.kind == "city" and any(entry.population * 3 >= first.population for entry in rivals):
            # Two towns of one name in one country: that much is known.
            return Entry(first.name, first.kind, first.within[-1:], first.country)
        return first
    second = max((entry.population for entry in entries[1:] if entry.country != first.country), default=0)
    return first if first.population >= 5 * second else None
