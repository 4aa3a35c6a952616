"""``python -m sitegen``: the same as the command."""

from sitegen.cli import main

main()
