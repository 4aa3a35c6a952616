"""Takes pictures of a built site, as a browser shows it: the manual's, or a sheet of every kind of page to look at.

Run it with the folder of the shipped site's output: ``python docs/pictures.py output`` renews the manual's pictures, and
``python docs/pictures.py output FOLDER [kind …]`` fills FOLDER with every kind of page, or the kinds named, in each width, scheme
and language. Needs playwright and chromium.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Literal

from kinds import KINDS, file_of
from playwright.sync_api import Browser, sync_playwright

IMAGES = Path(__file__).parent / "images"
ITEM = KINDS["item"]

# Each picture's name, its page, and the width and height of the window in pixels.
PICTURES = (
    ("front-page", "", 1120, 860),
    ("item", ITEM, 1200, 960),
    ("item-phone", ITEM, 390, 844),
)
WIDTHS = (320, 768, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def take(browser: Browser, output: Path) -> None:
    """Take every picture of the manual of the site in *output*, by day."""
    for name, page, width, height in PICTURES:
        view = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
        view.goto(file_of(output, page).as_uri())
        view.screenshot(path=IMAGES / f"{name}.png")
        view.close()


def take_all(browser: Browser, output: Path, folder: Path, kinds: list[str]) -> None:
    """Take whole pages of the *kinds* in every width, scheme and language into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    for width, scheme in product(WIDTHS, SCHEMES):
        view = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        for kind in kinds:
            for lang, page in versions(output, kind):
                view.goto(page.as_uri())
                view.screenshot(path=folder / f"{kind}-{width}-{scheme}-{lang}.png", full_page=True)
        view.close()


def versions(output: Path, kind: str) -> Iterator[tuple[str, Path]]:
    """Yield each language in which a page of that *kind* is looked at, and its file in *output*."""
    for name, address in KINDS.items():
        plain, _, lang = name.partition("-in-")
        if plain == kind:
            yield lang or "fi", file_of(output, address)


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
