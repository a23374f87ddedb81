"""Places in a text: look-ups of capitalised words, then what their surroundings say of each.

Three passes over the pieces of each sentence, all linear: candidates (longest match in the gazetteer, or a
head word such as *port* or *Cosmodrome* with its name), one meaning for each name in the article (stated
containment, then population and the article's other countries), and what is kept (an ambiguous word needs
evidence; a capital that speaks or is dealt with is its government).
"""

from __future__ import annotations

from factcheck.document.model import Document
from factcheck.expressions.model import Place
from factcheck.expressions.place.actors import is_actor
from factcheck.expressions.place.candidates import candidates
from factcheck.expressions.place.evidence import is_kept, surnames
from factcheck.expressions.place.gazetteer import lookup
from factcheck.expressions.place.hits import Hit
from factcheck.expressions.place.meaning import resolve
from factcheck.expressions.place.pieces import Row, Rows
from factcheck.expressions.place.surroundings import described, look_around, with_towns
from factcheck.expressions.spelling import fold
from factcheck.text.model import Text


def find_places(document: Document, text: Text) -> tuple[Place, ...]:
    """The places of a document's statements, in text order and without overlaps.

    See :class:`~factcheck.expressions.model.Place`. Names that are ordinary words, given names or small
    towns count only where a preposition, a container or another mention in the article vouches for them.
    """
    rows, capitals = found = Rows.of(sentence.tokens for sentence in text.sentences)
    hits: list[Hit] = []
    for index, row in enumerate(rows):
        hits.extend(candidates(index, row, capitals[index]))
    for index, hit in enumerate(hits):
        look_around(hit, rows[hit.sentence], hits[index + 1] if index + 1 < len(hits) else None)
    towns = described(found, hits)
    if towns:
        hits = with_towns(found, hits, towns)
    resolve(hits)
    return tuple(_places(document, rows, hits, surnames(found)))


def _places(document: Document, rows: list[Row], hits: list[Hit], surnames: set[str]) -> list[Place]:
    vouched = {hit.key for hit in hits if hit.evidence}
    found: list[Place] = []
    for hit in hits:
        row = rows[hit.sentence]
        if not is_kept(hit, row, vouched, surnames):
            continue
        start, end = row[hit.first].start, row[hit.last - 1].end
        shown = document.text[start:end]
        entry = hit.entry
        if hit.kind is not None:
            within: tuple[str, ...] = ()
            if entry is not None:
                within = (entry.name, *entry.within)
                if fold(entry.name) == hit.key and not hit.inside and hit.kind not in {"port", "harbour", "harbor"}:
                    # "the village of Gavarzin": the gazetteer's place under the text's kind
                    found.append(
                        Place(
                            start, end, shown, entry.name, hit.kind, entry.within, entry.country, entry.latitude,
                            entry.longitude,
                        )
                    )  # fmt: skip
                    continue
            found.append(Place(start, end, shown, hit.name, hit.kind, within, entry.country if entry else None))
            continue
        gentilic = hit.entries[0].gentilic
        if entry is None:
            outer = next((lookup(key)[0] for key in _containers(hit, hits) if lookup(key)), None)
            within = (outer.name, *outer.within) if outer is not None else ()
            found.append(Place(start, end, shown, hit.name, "town", within, outer.country if outer else None))
            continue
        found.append(
            Place(
                start, end, shown, entry.name, entry.kind, entry.within, entry.country, entry.latitude, entry.longitude,
                actor=not gentilic and is_actor(row, hit.first, hit.last, entry), gentilic=gentilic,
            )
        )  # fmt: skip
    return found


def _containers(hit: Hit, hits: list[Hit]) -> list[str]:
    """The containers that the article states for a name, at any mention."""
    return hit.inside or next((other.inside for other in hits if other.key == hit.key and other.inside), [])
