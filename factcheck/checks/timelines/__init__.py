"""The points of a timeline and what the text says of them."""
