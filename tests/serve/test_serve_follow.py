"""The preview follows every save."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path

import httpx
from previews import SITE, Start, news, write
from sites import unpack

from sitegen.build import Built
from sitegen.publish.changes import Changes
from sitegen.publish.lock import build_lock
from sitegen.serve.app import make_app
from sitegen.serve.builder import Builder, Listener
from sitegen.serve.overlay import Speech, Words
from sitegen.serve.shown import Shown

NOTHING = Words("", "", "", "")
PAGE = "/uutiset/2026/silta/"
ITEM = "content/news/silta.md"


def test_a_save_is_shown_and_so_are_new_and_removed_files(start: Start) -> None:
    """Pages change, come and go with the files that they are made from."""
    preview = start()
    write(preview.source, ITEM, news("Silta suljetaan"))
    preview.waits_for(lambda: "Silta suljetaan" in preview.get(PAGE).text)
    write(preview.source, "content/news/uusi/koulu.md", news("Koulu alkaa"))
    preview.waits_for(lambda: preview.get("/uutiset/2026/koulu/").status_code == 200)
    (preview.source / "content/news/uusi/koulu.md").unlink()
    preview.waits_for(lambda: preview.get("/uutiset/2026/koulu/").status_code == 404)


def test_settings_static_files_and_templates_are_followed_too(start: Start) -> None:
    """site.toml that was saved by renaming, and folders that were not there at first, are seen each time that they change."""
    preview = start()
    toml = (preview.source / "site.toml").read_text(encoding="utf-8")
    for title in ("Toinen kunta", "Kolmas kunta"):
        write(preview.source, "site.toml", toml.replace("Esimerkkilän kunta", title))
        preview.waits_for(lambda title=title: title in preview.get("/").text)  # type: ignore[misc]
    for folder, address in (
        ("static/a.txt", "/a.txt"),
        ("static/deep/b.txt", "/deep/b.txt"),
        ("static/deep/c.txt", "/deep/c.txt"),
    ):
        write(preview.source, folder, "Hei")
        preview.waits_for(lambda address=address: preview.get(address).text == "Hei")  # type: ignore[misc]
    for word in ("yksi", "kaksi"):
        write(preview.source, "templates/404.html", f"<!doctype html><title>{word}</title></html>")
        preview.waits_for(lambda word=word: f"<title>{word}" in preview.get("/ei/").text)  # type: ignore[misc]


def test_the_publication_log_is_followed(start: Start) -> None:
    """A log that can't be trusted is told at once, and the fault goes with it."""
    preview = start()
    write(preview.source, "publications.jsonl", "<<<<<<< HEAD\n")
    preview.waits_for(lambda: "publications.jsonl:1:1" in preview.get(PAGE).text)
    (preview.source / "publications.jsonl").unlink()
    preview.waits_for(lambda: "LG004" not in preview.get(PAGE).text)


def test_a_fault_is_shown_over_the_last_good_site_and_goes_when_mended(start: Start) -> None:
    """The page stays as it was, with the fault's place and words in it, until the file is right again."""
    preview = start()
    write(preview.source, ITEM, news("Silta suljetaan", "titel: x\n"))
    preview.waits_for(lambda: "content/news/silta.md:4:1" in preview.get(PAGE).text)
    page = preview.get(PAGE)
    assert page.status_code == 200 and "Silta avataan" in page.text and "Silta suljetaan" not in page.text
    assert "FM002" in page.text and page.text.rstrip().endswith("</html>")
    assert "FM002" in preview.said and "FM002" in preview.get("/ei/ole/").text
    write(preview.source, ITEM, news("Silta suljetaan"))
    preview.waits_for(lambda: "Silta suljetaan" in preview.get(PAGE).text)
    assert "FM002" not in preview.get(PAGE).text


def test_a_fault_of_the_first_build_gives_way_to_the_site(start: Start) -> None:
    """Who begins with a fault mends it and has the site."""
    preview = start(SITE.replace("title: Silta avataan", "titel: Silta avataan"))
    assert preview.get(PAGE).status_code == 503
    write(preview.source, ITEM, news("Silta avataan"))
    preview.waits_for(lambda: preview.get(PAGE).status_code == 200)


def test_no_answer_is_half_old_and_none_goes_back(start: Start) -> None:
    """While one build follows another, each page is whole, of one build alone, and never older than the page before it."""
    many = "".join(f"-- content/news/n-{number}.md --\n{news(f'Uutinen {number}')}" for number in range(200))
    preview = start(SITE + many)
    toml = (preview.source / "site.toml").read_text(encoding="utf-8")
    numbers = range(100, 106)
    seen = [0]
    with httpx.Client(base_url=preview.address) as client:
        for number in numbers:
            write(preview.source, "site.toml", toml.replace("Esimerkkilän kunta", f"Kunta {number}"))
            while seen[-1] < number:
                for address in ("/", "/uutiset/2026/n-0/", "/uutiset/2026/n-199/", "/ei/ole/", "/uutiset/"):
                    text = client.get(address, timeout=20).text
                    assert text.rstrip().endswith("</html>")
                    found = {one for one in numbers if f"Kunta {one}" in text} or {0}
                    assert len(found) == 1
                    seen.append(found.pop())
    assert seen == sorted(seen)


def test_a_page_waits_while_the_files_change(tmp_path: Path) -> None:
    """Between the moment in which a build begins to publish and its end no file is read."""

    async def ask() -> None:
        shown = Shown(unpack("-- index.html --\nold", tmp_path))
        shown.show(Built([], Changes(new=("index.html",))))
        transport = httpx.ASGITransport(make_app(shown, Speech("en", lambda fault: NOTHING, lambda error: NOTHING)))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            await shown.hold()
            asked = asyncio.create_task(client.get("/"))
            await asyncio.sleep(0.1)
            assert not asked.done()
            (tmp_path / "index.html").write_text("new", encoding="utf-8")
            shown.show(Built([], Changes(changed=("index.html",))))
            assert (await asked).text.startswith("new")

    asyncio.run(ask())


def test_a_build_elsewhere_is_waited_for(start: Start) -> None:
    """While another process builds the site the preview says so, and goes on when that one has ended."""
    preview = start()
    with build_lock(preview.source / ".sitegen", 5, lambda: None):
        write(preview.source, ITEM, news("Silta suljetaan"))
        preview.waits_for(lambda: "waiting for it" in preview.said)
        assert "Silta avataan" in preview.get(PAGE).text
    preview.waits_for(lambda: "Silta suljetaan" in preview.get(PAGE).text)


class Observed(Shown):
    """Notes whether there were pages already each time that readers were kept away."""

    held: list[bool]

    async def hold(self) -> None:
        """Keep readers away, and take note."""
        self.held.append((self.folder / "index.html").exists())
        await super().hold()


def follow(source: Path, shown: Shown, day: Callable[[], date], built: Callable[[Built], bool]) -> None:
    """Build and follow until *built* says that it is enough."""

    async def until_enough() -> None:
        enough = asyncio.Event()

        def tell(result: Built) -> None:
            if built(result):
                enough.set()

        listener = Listener(tell, fail, lambda: None)
        following = asyncio.create_task(Builder(source, shown, day, listener).follow())
        await asyncio.wait_for(enough.wait(), 20)
        following.cancel()

    asyncio.run(until_enough())


def fail(error: Exception) -> None:
    """Let the test see why a build failed."""
    raise error


def test_readers_are_kept_away_before_the_first_file_changes(tmp_path: Path) -> None:
    """The build says when it is about to publish, and goes on only once nobody reads."""
    shown = Observed(tmp_path / "preview")
    shown.held = []
    follow(unpack(SITE, tmp_path / "site"), shown, lambda: date(2026, 6, 1), lambda result: True)
    assert shown.held == [False]
    assert (shown.folder / "index.html").exists()


def test_the_site_is_built_anew_when_the_day_turns(tmp_path: Path) -> None:
    """What expires on a day is gone once that day has come, with no save."""
    source = unpack(SITE.replace("date: 2026-05-04", "date: 2026-05-04\nexpires: 2026-05-20"), tmp_path / "site")
    shown = Shown(tmp_path / "preview")
    page = shown.folder / "uutiset/2026/silta/index.html"
    days = iter([date(2026, 5, 19)] * 3)
    stood: list[bool] = []

    def built(result: Built) -> bool:
        stood.append("Uusi silta avataan" in page.read_text(encoding="utf-8"))
        return len(stood) == 2

    follow(source, shown, lambda: next(days, date(2026, 5, 20)), built)
    assert stood == [True, False]
