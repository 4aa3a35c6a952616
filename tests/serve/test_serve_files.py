"""Files of a built site, as a web server gives them out."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.serve.files import media_type, path_of, read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a built site, beside a file that is nobody's business."""
    (tmp_path / "site" / "news").mkdir(parents=True)
    (tmp_path / "site" / "news" / "index.html").write_bytes(b"page")
    (tmp_path / "private.txt").write_bytes(b"private")
    (tmp_path / "site" / "link.txt").symlink_to(tmp_path / "private.txt")
    return tmp_path / "site"


def test_a_folder_is_its_index(folder: Path) -> None:
    """An address that ends in a slash means the index in that folder."""
    assert read(folder, path_of("/news/")) == b"page"
    assert path_of("/") == "index.html"


@pytest.mark.parametrize(
    "path", ["../private.txt", "news/../../private.txt", "link.txt", "/private.txt", "a\0b", "x" * 5000, "news"]
)
def test_nothing_outside_the_site_is_read(folder: Path, path: str) -> None:
    """No spelling of an address, and no link, leads out of the site; what can't be a file is none."""
    assert read(folder, path) is None


@pytest.mark.parametrize(
    ("path", "data", "expected"),
    [
        ("index.html", b"", "text/html; charset=utf-8"),
        ("feeds/items.xml", b'<?xml version="1.0"?>\n<rss version="2.0">', "application/rss+xml; charset=utf-8"),
        ("feeds/items.atom", b"<feed>", "application/atom+xml; charset=utf-8"),
        ("sitemap.xml", b"<urlset>", "application/xml; charset=utf-8"),
        ("a.css", b"", "text/css; charset=utf-8"),
        ("a.js", b"", "text/javascript; charset=utf-8"),
        ("a.json", b"", "application/json; charset=utf-8"),
        ("a.ics", b"", "text/calendar; charset=utf-8"),
        ("A.PDF", b"", "application/pdf"),
        ("a.svg", b"", "image/svg+xml; charset=utf-8"),
        ("a.woff2", b"", "font/woff2"),
        ("a.webp", b"", "image/webp"),
        ("CNAME", b"", "application/octet-stream"),
    ],
)
def test_each_file_has_its_media_type(path: str, data: bytes, expected: str) -> None:
    """Texts name their charset, a feed is a feed, and what isn't known is bytes."""
    assert media_type(path, data) == expected
