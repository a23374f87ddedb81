"""Frozen data as bytes with a checksum, and back: pickles that can make nothing but factcheck's own data."""

from __future__ import annotations

import io
import pickle
import zlib
from typing import Any

from factcheck.hashing import blake2b
from factcheck.store.database import DamagedError

_CHECK = 8  # bytes of BLAKE2b before the data
_PLAIN = frozenset(
    {
        ("array", "_array_reconstructor"),
        ("array", "array"),
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "time"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
    }
)


def pack(value: object) -> bytes:
    """``value`` with its checksum, compressed."""
    return sealed(zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1))


def sealed(data: bytes) -> bytes:
    """Bytes that :func:`unpack` can read, from a compressed pickle."""
    return blake2b(data, digest_size=_CHECK).digest() + data


def unpack(data: bytes) -> Any:
    """What was packed. Raises DamagedError for bytes that are not as they were written."""
    try:
        return loads(zlib.decompress(body_of(data)))
    except (pickle.UnpicklingError, zlib.error, AttributeError, ImportError, TypeError, ValueError) as error:
        raise DamagedError(str(error)) from error


def body_of(data: bytes) -> bytes:
    """The bytes that were sealed. Raises DamagedError where the checksum does not hold."""
    body = data[_CHECK:]
    if blake2b(body, digest_size=_CHECK).digest() != data[:_CHECK]:
        raise DamagedError("a checksum does not hold")
    return body


def loads(data: bytes) -> Any:
    """The value of a pickle that holds only factcheck's data. Raises pickle.UnpicklingError for any other."""
    return _Unpickler(io.BytesIO(data)).load()


class _Unpickler(pickle.Unpickler):
    """A store may come from elsewhere, and a pickle can call anything that it can name: only data has names here."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith("factcheck.") and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a store")
