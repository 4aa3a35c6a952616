"""Takes the pictures of the manual: pages of a built site, as a browser shows them.

Run it with the folder of the shipped site's output: ``python docs/pictures.py output``. Needs playwright and chromium.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).parent / "images"
ITEM = "kokoukset/maakuntavaltuusto/2026-11-09/5/index.html"

# Each picture's name, its page, and the width and height of the window in pixels.
PICTURES = (
    ("front-page", "index.html", 1120, 860),
    ("item", ITEM, 1200, 960),
    ("item-phone", ITEM, 390, 844),
)


def take(output: Path) -> None:
    """Take every picture of the site in *output*, by day and without motion."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, page, width, height in PICTURES:
            view = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
            view.goto((output.resolve() / page).as_uri())
            view.screenshot(path=IMAGES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]))
