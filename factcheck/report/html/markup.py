"""Elements of a page. Words are escaped wherever they enter; only what was built here is taken as markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from factcheck.patterns import regex
from factcheck.report.safe import for_terminal

_SPACE = regex("[\\t-\\r\\x1c-\\x1f\\x85\u2028\u2029]")
_VOID = frozenset({"meta", "input", "br"})


class Html(str):
    """Markup. Every other string is words, and is escaped when it becomes part of an element."""

    __slots__ = ()


Child = str | Html | None
Value = str | int | float | bool | None


def words(text: str) -> Html:
    """Words as markup that shows exactly them: line breaks as spaces, controls and directions written out.

    Article text comes from others: nothing in it is obeyed, neither as markup nor as a control character.
    """
    return Html(escape(for_terminal(_SPACE.sub(" ", text)), quote=True))


def element(name: str, /, *children: Child, **attributes: Value) -> Html:
    """``<name …>children</name>``. An attribute that is None or False is left out, one that is True stands bare.

    ``class_`` and ``data_id`` are written ``class`` and ``data-id``. Children that are None are left out.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{joined(children)}</{name}>")


def joined(children: Iterable[Child], between: str = "") -> Html:
    """Children in a row; plain strings are escaped."""
    return Html(between.join(_markup(child) for child in children if child is not None))


def _markup(child: str | Html) -> str:
    return child if isinstance(child, Html) else words(child)


def _attribute(key: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    return f' {name}="{words(_number(value) if isinstance(value, float) else str(value))}"'


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
