"""Lookups over the whole site: addresses, things and their versions, cases, links, related reading.

Knows facts. Knows nothing of HTML, files or the day.
"""
