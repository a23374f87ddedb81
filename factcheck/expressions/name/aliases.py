"""Other names of one body or person ("DPRK", "UN"), as ``rules/aliases/*.yaml`` lists them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from factcheck.expressions.spelling import fold
from factcheck.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Aliases:
    """``canonical`` leads from a folded name to the canonical one; ``types`` from there to "organisation" or so.

    A canonical name leads to itself. ``fold`` is :func:`factcheck.expressions.spelling.fold`.
    """

    canonical: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    types: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[type[Aliases], tuple[dict[str, str], dict[str, str]]]:
        return Aliases, (dict(self.canonical), dict(self.types))

    def of(self, name: str) -> str | None:
        """The canonical name that ``name`` stands for, or None where no rule knows it."""
        return self.canonical.get(fold(name))


EMPTY = Aliases()


def aliases(entries: Iterable[tuple[str, str, Iterable[str]]]) -> Aliases:
    """Aliases from ``(canonical name, type, other names)``, as one entry of a YAML file gives them.

    Raises ValueError where one alias is claimed by two canonical names.
    """
    canonical: dict[str, str] = {}
    types: dict[str, str] = {}
    for name, kind, others in entries:
        types[name] = kind
        for spelling in (name, *others):
            key = fold(spelling)
            if canonical.setdefault(key, name) != name:
                raise ValueError(f"{spelling!r} is an alias of both {canonical[key]!r} and {name!r}")
    return Aliases(MappingProxyType(canonical), MappingProxyType(types))
