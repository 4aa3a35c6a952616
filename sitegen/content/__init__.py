"""From files to checked facts.

Knows the form of front matter and where each kind of file stands. Knows nothing of pages, addresses or the day.
"""
