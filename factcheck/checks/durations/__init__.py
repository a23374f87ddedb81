"""Lengths of time that are told, beside the ends that the text gives."""
