"""A static site generator for preparation news and board minutes."""

__version__ = "0.1.0"
