"""Who the chunks of one article name: full names first, then the short forms that are led to them.

The order matters. A person or body must be known before a short form can be led to it, and a name that shows nothing
itself is told by the people whom it is listed with.
"""

from __future__ import annotations

from collections import defaultdict

from factcheck.expressions.model import NameType
from factcheck.expressions.name.aliases import Aliases
from factcheck.expressions.name.cast import Cast
from factcheck.expressions.name.chunk_model import Chunk
from factcheck.expressions.name.full_names import add_body, add_person
from factcheck.expressions.name.headlines import find_in_headlines
from factcheck.expressions.name.kinds import is_in_company, kind_of
from factcheck.expressions.name.short_forms import lead_pieces, lead_short_form
from factcheck.expressions.vocabulary import is_common


def cast_of(chunks: list[Chunk], aliases: Aliases) -> Cast:
    """The referents of an article by its chunks, in text order; chunks of headlines are cut to the names in them."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, chunk in enumerate(chunks):
        groups[chunk.key].append(index)
    cast = Cast(chunks, aliases)
    full = [
        (key, found)
        for key, found in groups.items()
        if len(chunks[found[0]].parts) > 1 and not all(chunks[index].shouted for index in found)
    ]
    types = {key: kind_of(cast, key, found) for key, found in groups.items()}
    shorts: list[tuple[str, list[int]]] = []
    for key, found in sorted(full, key=lambda group: -len(chunks[group[1][0]].parts)):
        if key in cast.by_surname:
            shorts.append((key, found))  # "Van den Broek" after "Esther van den Broek"
            types[key] = None
        elif types[key] is NameType.PERSON:
            add_person(cast, key, found)
    for _ in range(2):  # one more of a list may show the next
        for key, found in full:
            if types[key] is None and found[0] not in cast.of and is_in_company(cast, key, found):
                types[key] = NameType.PERSON
                add_person(cast, key, found)
    for key, found in full:
        if types[key] in {NameType.ORGANISATION, NameType.OTHER}:
            add_body(cast, key, found, types[key] or NameType.OTHER)
    lead_pieces(cast, groups)
    bearers = {id(referent) for referent in cast.of.values()}
    for key, bodies in cast.bodies.items():
        cast.bodies[key] = [body for body in bodies if id(body) in bearers]
    for key, found in groups.items():
        if len(chunks[found[0]].parts) == 1:
            lead_short_form(cast, key, found, types[key])
    for key, found in shorts:
        lead_short_form(cast, key, found, NameType.PERSON)
    find_in_headlines(cast)
    cast.unread = {
        chunk.sentence
        for index, chunk in enumerate(chunks)
        if index not in cast.of
        and 1 < len(chunk.parts) < 4
        and not chunk.shouted
        and not is_common(chunk.parts[-1].lower())
    }
    return cast
