"""Times of day that an article tells, and lengths between them."""
