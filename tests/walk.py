"""Built sites as programs meet them: pages, their links, and where these lead.

Knows HTML, XML and the shape of an output folder. Must not know how any of it is made.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urljoin

from lxml import etree, html  # type: ignore[import-untyped]
from msgspec import Struct

Files = dict[str, bytes]
ADDRESSES = ("href", "src", "action", "cite", "poster", "data")
ELSEWHERE = ("http://", "https://", "mailto:", "tel:")
# A place that no site has, to resolve relative links from.
HERE = "https://here.invalid/"


class Link(Struct, frozen=True, order=True):
    """A link of a file of the output, as written."""

    path: str
    written: str


class Page:
    """A page of a built site, by its path in the output."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.root: Any = html.document_fromstring(data.decode("utf-8").encode("utf-16"), html.HTMLParser(encoding="utf-16"))

    def all(self, query: str) -> list[Any]:
        """Return what an XPath query finds."""
        return list(self.root.xpath(query))

    def one(self, query: str) -> Any:
        """Return the only thing that an XPath query finds."""
        (found,) = self.all(query)
        return found

    def text(self, query: str) -> str:
        """Return the words of the only element that a query finds, with single spaces."""
        return words(self.one(query))

    def texts(self, query: str) -> list[str]:
        """Return the words of each element that a query finds."""
        return [words(found) for found in self.all(query)]

    def leads_to(self, query: str) -> str:
        """Return the path of the file that the only link found leads to."""
        return aim(Link(self.path, self.one(query).get("href")), "")[0]

    def ids(self) -> set[str]:
        """Return the ids of all elements."""
        return set(self.all("//@id"))

    def links(self) -> Iterator[Link]:
        """Yield every link of the page, those of its head and of what leads on at once among them."""
        for element in self.root.iter(etree.Element):
            for name in ADDRESSES:
                if name in element.attrib:
                    yield Link(self.path, element.get(name))
            if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
                yield Link(self.path, element.get("content").partition("url=")[2])


def words(element: Any) -> str:
    """Return an element's words with single spaces."""
    return " ".join(" ".join(element.itertext()).split())


def pages(files: Files) -> dict[str, Page]:
    """Return all pages of an output by their paths."""
    return {path: Page(path, data) for path, data in files.items() if path.endswith(".html")}


def is_elsewhere(link: Link, url: str) -> bool:
    """Tell whether a link leaves the site that stands at *url*."""
    return link.written.lower().startswith(ELSEWHERE) and not f"{link.written}/".startswith(url + "/")


def aim(link: Link, url: str) -> tuple[str, str]:
    """Return the path in the output and the fragment that a link within the site at *url* means."""
    written = HERE + link.written.removeprefix(url).lstrip("/") if url and link.written.startswith(url) else link.written
    whole = urljoin(HERE + link.path.removesuffix("index.html"), written)
    address, _, fragment = whole.removeprefix(HERE).partition("#")
    path = unquote(address.partition("?")[0])
    return (path + "index.html" if path.endswith("/") or not path else path), unquote(fragment)


def dead_links(files: Files, url: str) -> list[Link]:
    """Return each link within a site that leads to no file of it, to no part of its page, or out of its folder."""
    found = pages(files)
    ids = {path: page.ids() for path, page in found.items()}
    dead = []
    for link in [link for page in found.values() for link in page.links()] + list(links_of_feeds(files)):
        if is_elsewhere(link, url):
            continue
        path, fragment = aim(link, url)
        climbs = link.written.count("../") > posixpath.dirname(link.path).count("/") + bool(posixpath.dirname(link.path))
        if path not in files or climbs or (fragment and fragment not in ids[path]):
            dead.append(link)
    return dead


def links_of_feeds(files: Files) -> Iterator[Link]:
    """Yield each address in the feeds and the sitemaps of an output, those in the texts of entries too."""
    for path, data in files.items():
        if path.endswith((".xml", ".atom")):
            root = etree.fromstring(data)
            for element in root.iter("link", "{*}loc"):
                yield Link(path, element.text)
            yield from (Link(path, element.get("href")) for element in root.iter("{http://www.w3.org/2005/Atom}link"))
            for element in root.iter("{*}encoded", "{http://www.w3.org/2005/Atom}content"):
                yield from (Link(path, found) for found in html.fromstring(f"<div>{element.text}</div>").xpath("//@href | //@src"))
