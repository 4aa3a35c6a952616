"""Takes pictures of a built site, as a browser shows it: the manual's, or a sheet of every kind of page to look at.

Run it with the folder of the shipped site's output: ``python docs/pictures.py output`` renews the manual's pictures, and
``python docs/pictures.py output FOLDER [kind …]`` fills FOLDER with every kind of page, or the kinds named, in each width, scheme
and language. Needs playwright and chromium.
"""

from __future__ import annotations

import shutil
import sys
from itertools import product
from pathlib import Path
from typing import Literal

from kinds import KINDS, show
from playwright.sync_api import Browser, sync_playwright

IMAGES = Path(__file__).parent / "images"

# Each picture's name, its kind of page, and the width and height of the window in pixels.
PICTURES = (
    ("front-page", "front-page", 1120, 860),
    ("item", "item", 1200, 960),
    ("item-phone", "item", 390, 844),
)
WIDTHS = (320, 768, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def take(browser: Browser, output: Path) -> None:
    """Take every picture of the manual of the site in *output*, by day."""
    for name, kind, width, height in PICTURES:
        view = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
        show(view, output, kind)
        view.screenshot(path=IMAGES / f"{name}.png")
        view.close()


def take_all(browser: Browser, output: Path, folder: Path, kinds: list[str]) -> None:
    """Take whole pages of the *kinds* in every width, scheme and language into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    for width, scheme in product(WIDTHS, SCHEMES):
        view = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        for kind in kinds:
            for name in (one for one in KINDS if one.partition("-in-")[0] == kind):
                show(view, output, name)
                view.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
        view.close()


def main(output: Path, *more: str) -> None:
    """Take the pictures that the command line asks for."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        if more:
            kinds = list(more[1:]) or [name for name in KINDS if "-in-" not in name]
            take_all(browser, output.resolve(), Path(more[0]), kinds)
        else:
            take(browser, output.resolve())
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
