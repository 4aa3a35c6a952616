"""Drawing: texts become bodies, and facts become pages.

Knows Markdown, HTML and templates. Must not know which outputs a site consists of, nor ask for the day.
"""
