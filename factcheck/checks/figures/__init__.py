"""Figures of one thing in two articles: reading, weighing and telling them."""
