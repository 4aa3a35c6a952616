"""The kinds of faults, in tables: each code with its severity and its words.

Knows words, as English message ids. Knows nothing of files, places or who tells a fault.
"""
