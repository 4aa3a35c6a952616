"""Write one invented town twice: as a site of sitegen's and as a site of Hugo's.

Run as ``python bench/generate.py --items 200 --seed 1 FOLDER``; ``FOLDER/sitegen`` and ``FOLDER/hugo`` are made.
Knows where the two sites stand; must not know how they are built or measured.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import hugo_site
import sitegen_site
from town import Town, invent


def generate(items: int, seed: int, folder: Path) -> Town:
    """Write the town of *items* items that *seed* gives below *folder*, and return its facts."""
    town = invent(items, seed)
    sitegen_site.write_site(town, folder / "sitegen")
    hugo_site.write_site(town, folder / "hugo")
    return town


def main() -> None:
    """Read the command line and write the two sites."""
    parser = argparse.ArgumentParser(description="Write an invented town as a site of sitegen's and one of Hugo's.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--items", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    generate(options.items, options.seed, options.folder)


if __name__ == "__main__":
    main()
