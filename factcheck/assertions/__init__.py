"""What each clause claims: an event with its participants, time, place, modality and who says so."""

from factcheck.assertions.finding import find_assertions, find_unlisted
from factcheck.assertions.model import Article, Assertion

__all__ = ["Article", "Assertion", "find_assertions", "find_unlisted"]
