"""Record linkage: which assertions of which articles speak of one event, and why."""

from factcheck.identity.linking import link
from factcheck.identity.model import Corpus, Event, Member

__all__ = ["Corpus", "Event", "Member", "link"]
