"""Withdrawals: a page goes from a published site at once, even while faults in other content keep it from being built.

Knows the stages of a build, as ``build`` does. Must not know the command line.
"""
