"""Weekdays and dates as they are written."""
