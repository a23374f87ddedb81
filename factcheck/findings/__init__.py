"""Findings: conflicts under a rule's name, category and severity, located and fingerprinted."""
