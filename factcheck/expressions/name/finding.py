"""Names in a text: capitalised chunks, who they name, then the roles and pronouns that stand for them."""

from __future__ import annotations

from factcheck.document.model import Document
from factcheck.expressions.model import Mention, Name, NameType, Place
from factcheck.expressions.name.aliases import EMPTY, Aliases
from factcheck.expressions.name.anaphora import pronouns, roles
from factcheck.expressions.name.chunks import Reader
from factcheck.expressions.name.referents import cast_of
from factcheck.expressions.spelling import fold
from factcheck.text.model import Text


def find_names(
    document: Document, text: Text, places: tuple[Place, ...] = (), aliases: Aliases = EMPTY
) -> tuple[Name, ...]:
    """The people, bodies and named things of a document, in text order and without overlaps.

    ``places`` are :func:`~factcheck.expressions.place.find_places`'s of the same text. See
    :class:`~factcheck.expressions.model.Name`; short forms, roles and pronouns count only where the article
    leaves one referent for them.
    """
    reader = Reader(document, text, places)
    chunks = reader.read()
    cast = cast_of(chunks, aliases)
    named: list[tuple[Name, int]] = []  # with the sentence's number
    for index, chunk in enumerate(chunks):
        referent = cast.of.get(index)
        if referent is None:
            continue
        full = chunk.key == referent.key or (len(chunk.parts) > 1 and referent.type is NameType.PERSON)
        role = chunk.role if referent.type is NameType.PERSON else None
        if role is None and referent.type is NameType.PERSON and referent.roles:
            role = referent.roles[0]
        named.append(
            (
                Name(
                    chunk.start, chunk.end, document.text[chunk.start : chunk.end], referent.type, referent.canonical,
                    role, Mention.FULL if full or fold(referent.canonical) == chunk.key else Mention.PART,
                ),
                chunk.sentence,
            )
        )  # fmt: skip
    named = roles(document, text, places, cast, named)
    return tuple(pronouns(document, text, cast, named))
