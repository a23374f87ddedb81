"""Files that users write: YAML and TOML read with positions, so that a mistake is told where it stands.

``read_yaml`` and ``read_toml`` give a :class:`~factcheck.userfile.model.Written`; ``validate`` checks one
against a pydantic model and raises every mistake in it as ``path:line:column: what is wrong``.
"""

from __future__ import annotations

from factcheck.userfile.model import Loc, Written

__all__ = ["Loc", "Written"]
