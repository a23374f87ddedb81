"""The nodes of a page in flat lists, with what is asked of each subtree summed once.

The tree comes from selectolax (lexbor), which repairs a page as browsers do.
"""

from __future__ import annotations

from factcheck.document.html_metadata import Page
from factcheck.records import dataclass

DROPPED = frozenset(
    "head script style template noscript svg math iframe object embed canvas audio video map datalist title".split()
)
H1, ARTICLE, TABLE = 1, 2, 4  # what a subtree holds
_FLAGS = {"h1": H1, "article": ARTICLE, "main": ARTICLE, "table": TABLE}


@dataclass(slots=True)
class Tree:
    """The nodes in document order. ``texts`` is None for elements."""

    tags: list[str]
    parents: list[int]
    texts: list[str | None]
    attributes: list[dict[str, str | None] | None]
    sizes: list[int]
    flags: list[int]
    links: list[int]  # how much of the size is links
    page: Page


def flatten(source: str) -> Tree:
    """The nodes of a page's source, and what its head says, which is met on the way."""
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(source).root
    tree = Tree([], [], [], [], [], [], [], Page())
    page = tree.page
    tags, parents, texts, given = tree.tags, tree.parents, tree.texts, tree.attributes
    sizes, flags = tree.sizes, tree.flags
    pending = [(root, -1)] if root is not None else []
    while pending:
        node, parent = pending.pop()
        index = len(tags)
        tag = node.tag or ""
        sibling = node.next if parent >= 0 else None
        if sibling is not None:
            pending.append((sibling, parent))
        text: str | None = None
        attributes: dict[str, str | None] | None = None
        size = flag = 0
        if tag == "-text":
            text = node.text_content or ""
            above = tags[parent] if parent >= 0 else ""
            if text and above not in DROPPED:
                size = len(text.strip())
            elif above == "script":
                if "ld+json" in ((given[parent] or {}).get("type") or "").lower():
                    page.scripts.append(text)
            elif above == "title" and page.title_element is None and text.strip():
                page.title_element = text
        elif tag[:1] != "-":
            attributes = node.attributes or None
            flag = _FLAGS.get(tag, 0)
            if tag == "meta" and attributes:
                page.meta(attributes)
            elif tag == "link" and attributes and (attributes.get("rel") or "").lower() == "canonical":
                page.canonical = page.canonical or attributes.get("href")
            elif tag == "html" and attributes:
                page.language = attributes.get("lang") or None
            child = node.child
            if child is not None:
                pending.append((child, index))
        tags.append(tag)
        parents.append(parent)
        texts.append(text)
        given.append(attributes)
        sizes.append(size)
        flags.append(flag)
    links = tree.links = [0] * len(tags)
    for index in range(len(parents) - 1, 0, -1):
        above_index = parents[index]
        if tags[index] == "a":
            links[index] = sizes[index]
        if above_index >= 0:
            sizes[above_index] += sizes[index]
            flags[above_index] |= flags[index]
            links[above_index] += links[index]
    return tree
