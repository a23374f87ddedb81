"""Data classes as :mod:`dataclasses` makes them, but whose methods are written when they are first called.

The standard library writes and compiles six methods while it makes a class, which takes 0.4 ms. factcheck has 260 such
classes. An audit of one article meets 160 of them and calls the methods of a few, so that a third of what it cost was
methods that nobody called. Here a class begins with stand-ins; the first call of one writes the method in its place.

Slots of a frozen object are filled through their descriptors, which takes three fifths of the time that
``object.__setattr__`` takes.

This is what factcheck uses of :mod:`dataclasses`, and no more: no ``InitVar`` and no ``ClassVar``, and the annotations
of a module are strings. To a type checker the names are the standard library's own, and that library's functions
(``replace``, ``asdict``) can be used on these classes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

_Method = Callable[..., Any]
_FEW = 20  # objects; to write the method takes as long as to fill so many without one


class Field:
    """A field of a data class: what ``dataclasses.Field`` tells of it."""

    __slots__ = ("compare", "default", "default_factory", "init", "kw_only", "metadata", "name", "repr", "type")

    def __init__(self, default: Any, default_factory: Any, **more: Any) -> None:
        self.name = self.type = ""
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.compare = (more.pop(key, True) for key in ("init", "repr", "compare"))
        self.kw_only: bool = more.pop("kw_only", False)
        self.metadata: Mapping[str, Any] = more.pop("metadata", {})
        if more:
            raise TypeError(f"unknown: {', '.join(more)}")


class _Missing:
    """No default."""


class _Record:
    """What is known of a data class: how its methods are to be written."""

    __slots__ = ("calls", "fields", "frozen", "kind", "parameters", "slots", "standard")

    def __init__(self, fields: dict[str, Field], *, frozen: bool, slots: bool) -> None:
        self.fields = fields
        self.frozen, self.slots = frozen, slots
        self.parameters = tuple(name for name, one in fields.items() if one.init and not one.kw_only)
        self.kind: Any = None
        self.standard: Any = None
        self.calls = 0

    def stand_in(self, name: str) -> _Method:
        """A method that writes the method of that name in its own place, and goes on with it."""

        def method(self_: Any, *arguments: Any, **named: Any) -> Any:
            written = self.written(name)
            setattr(self.kind, name, written)
            return written(self_, *arguments, **named)

        return method

    def first_init(self) -> _Method:
        """``__init__`` of the first objects: of most classes there are few."""
        stand_in = self.stand_in("__init__")

        def method(self_: Any, *arguments: Any, **named: Any) -> None:
            self.calls += 1
            if self.calls > _FEW or not self.filled(self_, arguments, named):
                stand_in(self_, *arguments, **named)

        return method

    def filled(self, whole: Any, arguments: tuple[Any, ...], named: dict[str, Any]) -> bool:
        """Does what the written ``__init__`` does; whether it could: that one is to say what is amiss."""
        if len(arguments) > len(self.parameters):
            return False
        given = dict(zip(self.parameters, arguments, strict=False))
        for name, value in named.items():
            if name in given or name not in self.fields or not self.fields[name].init:
                return False
            given[name] = value
        fill = object.__setattr__ if self.frozen else setattr
        for name, one in self.fields.items():
            if name in given:
                fill(whole, name, given[name])
            elif one.default is not _Missing:
                fill(whole, name, one.default)
            elif one.default_factory is not _Missing:
                fill(whole, name, one.default_factory())
            elif one.init:
                return False
        if hasattr(self.kind, "__post_init__"):
            whole.__post_init__()
        return True

    def written(self, name: str) -> _Method:
        """The method of that name."""
        known: dict[str, Any] = {"_missing": _Missing}
        source = self._init(known) if name == "__init__" else self._comparing(name)
        exec(source, known)
        method: _Method = known[name]
        method.__qualname__ = f"{self.kind.__qualname__}.{name}"
        method.__module__ = self.kind.__module__
        return method

    def _init(self, known: dict[str, Any]) -> str:
        parameters: list[str] = []
        named: list[str] = []
        lines: list[str] = []
        for name, one in self.fields.items():
            given, value = name, name
            if one.default is not _Missing:
                known[f"_default_{name}"] = one.default
                given, value = f"{name}=_default_{name}", name if one.init else f"_default_{name}"
            elif one.default_factory is not _Missing:
                known[f"_new_{name}"] = one.default_factory
                given = f"{name}=_missing"
                value = f"_new_{name}() if {name} is _missing else {name}" if one.init else f"_new_{name}()"
            elif not one.init:
                continue
            if one.init:
                (named if one.kw_only else parameters).append(given)
            if not self.frozen:
                lines.append(f"self.{name} = {value}")
            elif self.slots:
                known[f"_set_{name}"] = getattr(self.kind, name).__set__
                lines.append(f"_set_{name}(self, {value})")
            else:
                known["_set"] = object.__setattr__
                lines.append(f"_set(self, {name!r}, {value})")
        if hasattr(self.kind, "__post_init__"):
            lines.append("self.__post_init__()")
        given = ", ".join(["self", *parameters, *(("*", *named) if named else ())])
        return f"def __init__({given}):\n " + "\n ".join(lines or ["pass"])

    def _comparing(self, name: str) -> str:
        names = [one.name for one in self.fields.values() if one.compare]
        ours, others = ("".join(f"{whose}.{one}, " for one in names) for whose in ("self", "other"))
        if name == "__hash__":
            return f"def __hash__(self):\n return hash(({ours}))"
        return (
            f"def {name}(self, other):\n"
            " if other.__class__ is not self.__class__:\n"
            "  return NotImplemented\n"
            f" return ({ours}) {_SIGNS[name]} ({others})"
        )


_SIGNS = {"__eq__": "==", "__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}


def _repr(self: Any) -> str:
    shown = (f"{name}={getattr(self, name)!r}" for name, one in self.__record__.fields.items() if one.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _state(self: Any) -> list[Any]:
    """For pickle, which by itself could not fill a frozen object again."""
    return [getattr(self, name) for name in self.__record__.fields]


def _fill(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__record__.fields, state, strict=True):
        object.__setattr__(self, name, value)


def _refuse(self: Any, name: str, *_: Any) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change field {name!r}")


class _StandardFields:
    """``__dataclass_fields__``, by which functions of :mod:`dataclasses` know a class: made when one asks."""

    def __get__(self, instance: object, owner: Any) -> Any:
        record = owner.__record__
        if record.standard is None:
            import dataclasses

            made = []
            for one in record.fields.values():
                given = {key: getattr(one, key) for key in ("init", "repr", "compare", "metadata", "kw_only")}
                for key in ("default", "default_factory"):
                    if getattr(one, key) is not _Missing:
                        given[key] = getattr(one, key)
                made.append((one.name, one.type, dataclasses.field(**given)))
            twin: Any = dataclasses.make_dataclass(owner.__name__, made)
            record.standard = twin.__dataclass_fields__
        return record.standard


_STANDARD_FIELDS = _StandardFields()


def _dataclass(
    kind: Any = None,
    /,
    *,
    eq: bool = True,
    frozen: bool = False,
    slots: bool = False,
    order: bool = False,
    kw_only: bool = False,
) -> Any:
    """The class with the methods of a data class; parameters are those of ``dataclasses.dataclass``."""
    if kind is None:
        return lambda kind: _made(kind, eq, frozen, slots, order, kw_only)
    return _made(kind, eq, frozen, slots, order, kw_only)


def _made(kind: Any, eq: bool, frozen: bool, slots: bool, order: bool, kw_only: bool) -> Any:
    space = dict(kind.__dict__)
    inherited = getattr(kind, "__record__", None)
    known: dict[str, Field] = dict(inherited.fields) if inherited is not None else {}
    own = kind.__annotations__
    for name, annotation in own.items():
        default = space.pop(name, _Missing)
        one = default if type(default) is Field else Field(default, _Missing)
        one.name, one.type, one.kw_only = name, annotation, one.kw_only or kw_only
        if one.default is not _Missing:
            if type(one.default).__hash__ is None:
                raise ValueError(f"field {name!r}: a mutable default is shared by all; use default_factory")
            if not slots:
                space[name] = one.default
        known[name] = one
    record = _Record(known, frozen=frozen, slots=slots)
    methods: dict[str, Any] = {
        "__repr__": _repr,
        "__init__": record.first_init(),
        "__match_args__": record.parameters,
    }
    if eq:
        methods["__eq__"] = record.stand_in("__eq__")
        methods["__hash__"] = record.stand_in("__hash__") if frozen else None
    if order:
        methods |= {name: record.stand_in(name) for name in _SIGNS}
    if frozen and slots:
        methods |= {"__getstate__": _state, "__setstate__": _fill}
    space = methods | space | {"__record__": record, "__dataclass_fields__": _STANDARD_FIELDS}
    if frozen:
        space |= {"__setattr__": _refuse, "__delattr__": _refuse}
    if slots:
        # Slots are laid out when a class is made, so it is made once more.
        space["__slots__"] = tuple(own)
        for name in ("__dict__", "__weakref__"):
            space.pop(name, None)
        name = kind.__qualname__
        kind = type(kind)(kind.__name__, kind.__bases__, space)
        kind.__qualname__ = name
    else:
        for name in own.keys() - space.keys():
            if name in kind.__dict__:
                delattr(kind, name)
        for name, value in space.items():
            if kind.__dict__.get(name, _Missing) is not value:
                setattr(kind, name, value)
    record.kind = kind
    return kind


def _field(*, default: Any = _Missing, default_factory: Any = _Missing, **more: Any) -> Any:
    """A field that differs from others; parameters are those of ``dataclasses.field``."""
    return Field(default, default_factory, **more)


def _fields(kind: Any) -> tuple[Field, ...]:
    """The fields of a data class, or of an object of one."""
    return tuple(kind.__record__.fields.values())


def _is_dataclass(kind: Any) -> bool:
    """Whether a class, or an object's, is a data class."""
    return hasattr(kind, "__record__")


def _replace(whole: Any, /, **changes: Any) -> Any:
    """Another object of the same class, with other values of some fields."""
    for name, one in whole.__record__.fields.items():
        if one.init and name not in changes:
            changes[name] = getattr(whole, name)
    return whole.__class__(**changes)


if TYPE_CHECKING:
    from dataclasses import MISSING, dataclass, field, fields, is_dataclass, replace
else:
    MISSING, dataclass, field, fields = _Missing, _dataclass, _field, _fields
    is_dataclass, replace = _is_dataclass, _replace

__all__ = ["MISSING", "dataclass", "field", "fields", "is_dataclass", "replace"]
