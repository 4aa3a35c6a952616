"""What the preview answers."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest
from previews import SITE, Running, Start, begin


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Return a preview that is only looked at."""
    preview = begin(SITE, tmp_path_factory.mktemp("preview"))
    yield preview
    preview.kill()


def raw(address: str, method: str, target: str, host: str = "") -> tuple[http.client.HTTPResponse, bytes]:
    """Send a request whose target nobody tidies up; return the answer and its body."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port or 0, timeout=10)
    connection.putrequest(method, target, skip_host=bool(host))
    if host:
        connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    return answer, answer.read()


def test_pages_feeds_and_errors_are_served_as_by_a_web_server(preview: Running) -> None:
    """A folder is its index, lacks of a slash are mended, what isn't there is 404 with the site's page, and nothing is kept."""
    page = preview.get("/uutiset/2026/silta/")
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "Uusi silta avataan kesällä." in page.text
    moved = preview.get("/uutiset/2026/silta")
    assert (moved.status_code, moved.headers["location"]) == (301, "/uutiset/2026/silta/")
    feed = preview.get("/feeds/news.xml")
    assert (feed.status_code, feed.headers["content-type"]) == (200, "application/rss+xml; charset=utf-8")
    assert feed.text.endswith(("</rss>", "</rss>\n"))
    lost = preview.get("/ei/ole/")
    assert (lost.status_code, lost.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "Esimerkkilän kunta" in lost.text
    assert {answer.headers["cache-control"] for answer in (page, moved, feed, lost)} == {"no-store"}


def test_only_pages_get_the_script_and_no_file_has_it(preview: Running) -> None:
    """The overlay is added on the way out: files are the site's own, byte for byte."""
    page = preview.get("/uutiset/2026/silta/")
    stands = (preview.source / ".sitegen/preview/uutiset/2026/silta/index.html").read_bytes()
    assert b"EventSource" in page.content and b"EventSource" not in stands
    script = page.content[
        page.content.index(b"<script>\n(() =>") : page.content.rindex(b"</script>") + len(b"</script>")
    ]
    assert page.content.replace(script, b"") == stands
    feed = preview.get("/feeds/news.xml").content
    assert feed == (preview.source / ".sitegen/preview/feeds/news.xml").read_bytes()


def test_a_head_has_the_headers_and_no_body(preview: Running) -> None:
    """HEAD tells what GET would send."""
    whole = preview.get("/")
    head = httpx.head(preview.address + "/")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(whole.content))


@pytest.mark.parametrize(
    "target", ["/../../../site.toml", "/%2e%2e/%2e%2e/site.toml", "/..%2f..%2fsite.toml", "//site.toml", "/a%00b"]
)
def test_no_address_leads_out_of_the_site(preview: Running, target: str) -> None:
    """Neither dots nor their codes reach the folder that the site is made from."""
    answer, body = raw(preview.address, "GET", target)
    assert answer.status == 404
    assert b'www.esimerkkila.example"' not in body


def test_only_names_of_this_machine_are_answered(preview: Running) -> None:
    """A foreign page that points its own name at this machine gets nothing, of files and events alike."""
    port = urlsplit(preview.address).port
    for target in ("/", "/.sitegen/events"):
        assert raw(preview.address, "GET", target, "evil.example")[0].status == 400
        assert raw(preview.address, "GET", target, f"evil.example:{port}")[0].status == 400
    assert raw(preview.address, "GET", "/", f"localhost:{port}")[0].status == 200


def test_drafts_are_shown_and_nothing_is_published(preview: Running) -> None:
    """A draft has its page in the preview, and the site's output isn't made."""
    assert "Tästä ei vielä kerrota." in preview.get("/uutiset/2026/tie/").text
    assert sorted(path.name for path in preview.source.iterdir()) == [".sitegen", "content", "site.toml"]


@pytest.mark.parametrize(("day", "is_shown"), [("2026-05-19", True), ("2026-05-20", False)])
def test_the_site_is_shown_for_the_day_that_was_asked_for(start: Start, day: str, is_shown: bool) -> None:
    """What expires on a day is gone on that day, whatever today is."""
    text = SITE.replace("date: 2026-05-04", "date: 2026-05-04\nexpires: 2026-05-20")
    page = start(text, "--port", "0", "--as-of", day).get("/uutiset/2026/silta/")
    assert ("Uusi silta avataan kesällä." in page.text) is is_shown


def test_faults_alone_are_shown_where_no_site_could_be_built(start: Start) -> None:
    """The page of faults names the place, the fault and its remedy, and what a person wrote stays text."""
    preview = start(SITE.replace("title: Silta avataan", "<b>titel</b>: Silta avataan"))
    page = preview.get("/")
    assert page.status_code == 503
    assert "content/news/silta.md:2:1" in page.text
    assert "&lt;b&gt;titel&lt;/b&gt;" in page.text and "<b>titel" not in page.text
    assert page.text.endswith("</html>\n")
