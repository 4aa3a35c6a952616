"""What the law says, as tables with sections in them and small pure functions that read them.

Knows days and facts. Knows nothing of files, pages, the clock or the words of any language.
"""
