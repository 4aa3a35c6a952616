"""Taking out of files of the site, as they stand, whatever leads to a page that was withdrawn.

Text goes in and text comes out: what is cut is cut at its exact place, and every other byte stays as it was. Knows no
disk and nothing of why a page goes.
"""
