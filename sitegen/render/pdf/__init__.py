"""PDFs: a page's HTML becomes a tree of blocks, and typst sets that as pages of paper.

Knows HTML and typst. Knows no output, and nothing of what is said.
"""
