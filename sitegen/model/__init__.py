"""Frozen facts: what is true of a site, its files and its texts.

Knows nothing of files, clocks, addresses, HTML or languages' words.
"""
