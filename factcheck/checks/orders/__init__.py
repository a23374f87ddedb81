"""Which of two things a text puts first, and what cannot come after what."""
