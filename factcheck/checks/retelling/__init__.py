"""One act told by two articles in other words."""
