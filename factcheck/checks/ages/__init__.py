"""What an article says of people's ages and births, and what follows from it."""
