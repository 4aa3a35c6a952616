"""The text of PDF files: their lines as they lie on the page become paragraphs again.

Knows lines and words. Must not know documents, files or who reads them.
"""
