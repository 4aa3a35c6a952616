"""Markdown as the contract has it: Python-Markdown with its extensions and what the contract changes of them.

Knows Python-Markdown. Must not know sections, links, faults or what a text is for.
"""
