"""BLAKE2b as :mod:`hashlib` has it, without OpenSSL: to load that takes 2 ms, and BLAKE2b is Python's own anyway."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # a Python that is made otherwise
    from hashlib import blake2b

__all__ = ["blake2b"]
