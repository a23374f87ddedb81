"""Tokens, sentences, quotations: the prose of a Document cut into the pieces that later rooms read."""

from factcheck.text.model import Sentence, Text, Token
from factcheck.text.reading import read

__all__ = ["Sentence", "Text", "Token", "read"]
