"""The merged timeline of a corpus: what happened when, by whose account, and where the accounts part."""

from factcheck.timeline.merging import merge
from factcheck.timeline.model import Claim, Entry, Status

__all__ = ["Claim", "Entry", "Status", "merge"]
