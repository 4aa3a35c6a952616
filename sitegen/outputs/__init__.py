"""What a site consists of.

Each output is a function from the site to plans; to add one is to write it and put its name in ``OUTPUTS``.
"""
