"""The preview: a local server that builds the site at each save and shows it, drafts and faults included.

Knows HTTP, a watch on files and the build. Must not print, nor know a clock, a language of the machine's or a terminal:
the command hands over the day, the language and whom to tell.
"""
