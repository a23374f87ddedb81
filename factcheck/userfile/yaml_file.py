"""YAML as users write it: every scalar a string, every node with its line and column.

The safe loader's resolvers turn ``12:30`` into 750 and ``no`` into False, so none is used; pydantic
converts where a field asks for a number or a truth value. Aliases are refused: a nest of them can
unfold to gigabytes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from factcheck.errors import UserError, raise_all
from factcheck.records import dataclass
from factcheck.userfile.model import Loc
from factcheck.userfile.reading import read_text

MAX_DEPTH = 50


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A :class:`~factcheck.userfile.model.Written` from YAML; ``node`` is its composed root."""

    path: str
    value: Any
    node: yaml.Node | None

    def position(self, loc: Loc, *, key: bool = False) -> tuple[int, int]:
        """Line and column of the value at ``loc``, or of its key."""
        node = self.node
        found = node
        for depth, step in enumerate(loc):
            last = depth == len(loc) - 1
            if isinstance(node, yaml.MappingNode):
                pair = next((pair for pair in node.value if pair[0].value == step), None)
                if pair is None:
                    break
                node = pair[1]
                found = pair[0] if last and key else node
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                found = node
            else:
                break
        if found is None:
            return 1, 1
        return found.start_mark.line + 1, found.start_mark.column + 1


def read_yaml(path: Path, shown: str | None = None) -> YamlFile:
    """Reads a YAML file; ``shown`` is its path in messages. Raises UserError for what is not YAML."""
    return parse_yaml(read_text(path, shown), shown or str(path))


def parse_yaml(text: str, path: str) -> YamlFile:
    """Parses YAML; ``path`` is for messages. Raises UserError for syntax, duplicate keys and aliases."""
    loader = _loader_class()(text)
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UserError(
            f"not valid YAML: {_said(error)}",
            path=path,
            line=mark.line + 1 if mark else None,
            column=mark.column + 1 if mark else None,
        ) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        column = error.position - (text.rfind("\n", 0, error.position) + 1) + 1
        character = f"U+{error.character:04X}" if isinstance(error.character, int) else repr(error.character)
        raise UserError(
            f"not valid YAML: the character {character} is not allowed", path=path, line=line, column=column
        ) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise UserError(f"not valid YAML: {error or 'nested too deeply'}", path=path) from None
    finally:
        loader.dispose()
    mistakes: list[UserError] = []
    value = None if node is None else _plain(node, path, mistakes, set(), 0)
    raise_all(mistakes)
    return YamlFile(path, value, node)


@cache
def _loader_class() -> Any:
    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class StringLoader(base):  # type: ignore[misc]
        """The safe loader without implicit types."""

        yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012

    return StringLoader


def _said(error: yaml.MarkedYAMLError) -> str:
    parts = [part for part in (error.problem, error.context) if part]
    return ", ".join(str(part) for part in parts)


def _plain(node: yaml.Node, path: str, mistakes: list[UserError], seen: set[int], depth: int) -> Any:
    """The node as dicts, lists and strings; mistakes go into ``mistakes``."""

    def report(at: yaml.Node, message: str) -> None:
        mistakes.append(UserError(message, path=path, line=at.start_mark.line + 1, column=at.start_mark.column + 1))

    if isinstance(node, yaml.ScalarNode):
        return node.value
    if id(node) in seen:
        report(node, "aliases (*name) are not supported; write the value out")
        return None
    if depth > MAX_DEPTH:
        report(node, f"nested more than {MAX_DEPTH} levels deep")
        return None
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, path, mistakes, seen, depth + 1) for item in node.value]
    result: dict[str, Any] = {}
    for key, item in node.value:
        if not isinstance(key, yaml.ScalarNode):
            report(key, "a key must be plain text")
            continue
        if key.value in result:
            report(key, f"duplicate key '{key.value}'")
            continue
        result[key.value] = _plain(item, path, mistakes, seen, depth + 1)
    return result
