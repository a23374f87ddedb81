"""What an article is called where its whole name would be too long."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePath

_LONGEST = 60  # characters of a web address


@lru_cache(maxsize=1024)
def short_name(document: str) -> str:
    """The file name of a document's name; of a page in a web archive its address, without the middle of a long one.

    Addresses end in the same word too often ("index.html") for the end alone to tell them apart.
    """
    archive, _, address = document.partition("#")
    if archive and address.startswith(("http://", "https://")):
        bare = address.partition("://")[2].removesuffix("/")
        if len(bare) <= _LONGEST:
            return bare
        host = bare.partition("/")[0][:_LONGEST]
        return f"{host}/…{bare[len(host) :][-(_LONGEST // 2) :]}"
    return PurePath(document).name or document
