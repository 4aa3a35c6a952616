"""What a page weighs on the wire and what it may fetch, in a real browser and from a server as docs/hosting.md describes one."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from copies import AS_OF, ROOT, copied
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from sites import Site, rebuild

MOST = 60_000
POLICIES = re.findall(r"^```\n(default-src [^\n]*)\n```", (ROOT / "docs/hosting.md").read_text(encoding="utf-8"), re.MULTILINE)
WATCH = 'window.broken = []; addEventListener("securitypolicyviolation", e => broken.push(e.violatedDirective + " " + e.blockedURI))'
BLOCKING = """performance.getEntriesByType("resource").filter(e => e.renderBlockingStatus === "blocking").map(e => e.name)"""


class Server(ThreadingHTTPServer):
    """A server that takes it in silence when a browser hangs up."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing."""


class Packed(SimpleHTTPRequestHandler):
    """Hands out the packed copies that stand beside files, with the policy of docs/hosting.md."""

    policy = POLICIES[1]
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file, or its copy if the browser takes one."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        copy = path.with_name(path.name + ".br")
        is_packed = copy.is_file() and "br" in self.headers.get("Accept-Encoding", "")
        if not path.is_file():
            self.send_error(404)
            return
        data = (copy if is_packed else path).read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", self.policy)
        if is_packed:
            self.send_header("Content-Encoding", "br")
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the shipped site, built with packed copies."""
    source = copied(ROOT, tmp_path_factory.mktemp("packed"))
    toml = source / "site.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace("compress = false", "compress = true"), encoding="utf-8")
    return rebuild(source, tmp_path_factory.mktemp("packed-output"), AS_OF)


@pytest.fixture(scope="module")
def server(published: Site) -> Iterator[str]:
    """Return the address of a server of the shipped site."""
    with Server(("127.0.0.1", 0), partial(Packed, directory=published.output)) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}/"
        listening.shutdown()


@pytest.fixture(scope="module")
def browser(require_tool: Callable[[str], Path]) -> Iterator[Browser]:
    """Return a browser; skips where there is none."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=require_tool("chromium"), args=["--no-sandbox"])
        yield started
        started.close()


def items(site: Site) -> list[str]:
    """Return the addresses of the pages of items, the longest first."""
    paths = [path for path in site.files if re.fullmatch(r"kokoukset/[a-z]+/[\d-]+/(\d+|asia-\d+)/index.html", path)]
    return [path.removesuffix("index.html") for path in sorted(paths, key=lambda path: -len(site.files[path]))]


def fetched(context: BrowserContext, address: str) -> dict[str, int]:
    """Return the bytes on the wire, headers included, of each thing that the page at *address* fetches into an empty cache."""
    page = context.new_page()
    session, names, sizes = context.new_cdp_session(page), {}, {}
    session.send("Network.enable")
    session.on("Network.requestWillBeSent", lambda event: names.update({event["requestId"]: event["request"]["url"]}))
    session.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: int(event["encodedDataLength"])}))
    page.goto(address, wait_until="networkidle")
    page.close()
    return {names[number]: size for number, size in sizes.items()}


def test_an_item_without_pictures_weighs_at_most_60_kilobytes(published: Site, server: str, browser: Browser) -> None:
    """HTML, style, fonts, icon and scripts together, as they come over the wire: the longest items, and some others, in italics too."""
    pages = items(published)
    icon = len(published.files["favicon.svg"])
    italics = next(len(data) for path, data in published.files.items() if path.endswith("-text-italic.woff2"))
    for address in [*pages[:2], *pages[2 :: len(pages) // 2]]:
        with browser.new_context() as context:
            sizes = fetched(context, server + address)
        assert sizes[server + address] < len(published.files[address + "index.html"]) / 2, "it came unpacked"
        # Not every browser without a window fetches the icon.
        sizes.setdefault(server + "favicon.svg", icon)
        assert not any(name.endswith("-text-italic.woff2") for name in sizes)
        assert sum(sizes.values()) + italics <= MOST, (address, sizes)


def test_one_style_sheet_blocks_and_nothing_else(published: Site, server: str, browser: Browser) -> None:
    """Text is drawn as soon as the style is there: no script and no second style sheet holds it up."""
    page = browser.new_page()
    for address in ("", items(published)[0]):
        page.goto(server + address, wait_until="networkidle")
        assert [name.rpartition("-")[2] for name in page.evaluate(BLOCKING)] == ["site.css"]
    for path, data in published.files.items():
        scripts = re.findall(rb"<script\b[^>]*\bsrc=[^>]*>", data) if path.endswith(".html") else []
        assert all(b" defer" in script or b'type="module"' in script for script in scripts), path
    page.close()


def test_the_policy_of_the_manual_holds_on_every_kind_of_page(published: Site, server: str, browser: Browser) -> None:
    """A server that sends the Content-Security-Policy of docs/hosting.md breaks nothing."""
    # What leads on at once is gone before it can be asked.
    pages = [path for path, data in published.files.items() if path.endswith("index.html") and b"http-equiv" not in data]
    kinds = {re.sub(r"\d+|[^/]*-[^/]*", "x", path): path for path in pages}
    page = browser.new_page()
    page.add_init_script(WATCH)
    for path in kinds.values():
        page.goto(server + path.removesuffix("index.html"), wait_until="load")
        assert page.evaluate("broken") == [], path
    page.close()
    assert 30 < len(kinds) < 200


def test_a_breach_of_the_policy_is_seen(server: str, browser: Browser) -> None:
    """The test above would notice a style or a script within a page."""
    page = browser.new_page()
    page.add_init_script(WATCH)
    page.goto(server)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x')")
    page.wait_for_function("broken.length > 0")
    page.close()


def test_the_two_policies_of_the_manual_differ_in_what_search_needs() -> None:
    """A site without search allows no WebAssembly and no pictures from data."""
    plain, searched = ({part.strip() for part in policy.split(";")} for policy in POLICIES)
    assert plain - searched == {"script-src 'self'", "img-src 'self'"}
    assert searched - plain == {"script-src 'self' 'wasm-unsafe-eval'", "img-src 'self' data:", "worker-src 'self'"}
