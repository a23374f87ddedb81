"""Sums, shares and changes that a text states with the figures they are made of.

One construction of the language a file. ``parts_fit_total`` and ``percent_fits_numbers``, the checks that rules
name, run them over the sentences of an article.
"""
