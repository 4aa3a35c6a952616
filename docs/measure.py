"""Measures a built site for docs/measured.md: contrast as drawn, weight, requests, PDFs.

Run it with the folder of the shipped site's output: ``python docs/measure.py output``. Needs playwright and chromium.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from urllib.parse import urlsplit

import brotli
from kinds import KINDS, SITE, file_of, in_every_language, visit
from playwright.sync_api import Page, sync_playwright

# The lowest contrast of a page's texts with the grounds that they are drawn on (WCAG 2.2), and the element; what is hidden is shown first.
LOWEST_CONTRAST = """() => {
  document.querySelectorAll('details').forEach(one => { one.open = true });
  document.querySelectorAll('[popover]').forEach(one => { one.popover = 'manual'; one.showPopover() });
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const linear = part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const light = colour => {
    const [red, green, blue] = channels(colour).map(channel => linear(channel / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = one => {
    const colour = getComputedStyle(one).backgroundColor;
    return channels(colour)[3] === 0 ? ground(one.parentElement) : colour;
  };
  const contrast = one => {
    const [dark, bright] = [light(getComputedStyle(one).color), light(ground(one))].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement;
    if (walk.currentNode.data.trim() && one.checkVisibility()) found.push([contrast(one), one.outerHTML.slice(0, 99)]);
  }
  return found.reduce((lowest, one) => one[0] < lowest[0] ? one : lowest);
}"""


def contrasts(view: Page, output: Path, addresses: list[str]) -> dict[str, float]:
    """Return the lowest contrast of all texts of the pages, by colour scheme."""
    lowest = {"light": 21.0, "dark": 21.0}
    for address in addresses:
        visit(view, output, address)
        for scheme in ("light", "dark"):
            view.emulate_media(color_scheme=scheme)
            lowest[scheme] = min(lowest[scheme], view.evaluate(LOWEST_CONTRAST)[0])
    return lowest


def weight(view: Page, output: Path, address: str) -> dict[str, int]:
    """Return the bytes, as brotli leaves them, of each file that a page needs, its icon included, by the file's name."""
    asked = {f"{SITE}/favicon.svg"}
    view.on("request", lambda request: asked.add(request.url))
    visit(view, output, address)
    view.wait_for_load_state("networkidle")
    files = [file_of(output, urlsplit(one).path[1:]) for one in sorted(asked)]
    # What is packed already gains nothing from being packed again.
    return {file.name: min(file.stat().st_size, len(brotli.compress(file.read_bytes()))) for file in files}


def measure(output: Path) -> list[str]:
    """Return a line for each thing that was measured."""
    addresses = in_every_language(output)
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        view = browser.new_page(viewport={"width": 1280, "height": 900})
        view.on("request", lambda request: asked.append(request.url))
        lowest = contrasts(view, output, addresses)
        sizes = weight(browser.new_page(), output, KINDS["item"])
        browser.close()
    style = next(file for file in output.rglob("*.css") if re.search(r"site\.css$", file.name)).read_bytes()
    return [
        f"pages: {len(KINDS)} kinds and states, {len(addresses)} pages with their versions in other languages",
        "lowest contrast of text: " + ", ".join(f"{value:.1f}:1 in {scheme}" for scheme, value in lowest.items()),
        f"requests: {len(asked)}, to other hosts: {sum(not one.startswith(f'{SITE}/') for one in asked)}",
        "an item's page: " + ", ".join(f"{name} {size:,}" for name, size in sizes.items()) + f" = {sum(sizes.values()):,} bytes",
        f"the style sheet: {len(style):,} bytes, {len(brotli.compress(style)):,} packed",
        f"PDFs that say that they are PDF/UA-1: {sum(b'pdfuaid:part' in file.read_bytes() for file in output.rglob('*.pdf'))}",
    ]


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in measure(Path(sys.argv[1]).resolve()))
