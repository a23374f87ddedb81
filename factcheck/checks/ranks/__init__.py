"""Firsts, onlys and records, and earlier instances that deny them."""
