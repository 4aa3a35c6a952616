"""Pictures beside their pages: copies for every window, nothing of the camera, and nothing drawn twice."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from sites import Site, rebuild, unpack

from sitegen.content import read_pictures

# What tells of a page's text: pages, feeds, the index of search.
TELLING = (".html", ".xml", ".atom", ".json")
SITE = """\
    -- content/news/2026/tie.md --
    ---
    title: Tie
    date: 2026-05-04
    image: {file: tie.jpg, alt: Tie sateessa}
    ---
    Katso ![kaavio](kaavio.png) ja ![silta](silta.jpg), sama [suurempana](silta.jpg), ![merkki](merkki.svg)
    -- content/news/2026/tie.sv.md --
    ---
    title: Väg
    image: {alt: Vägen i regn}
    ---
    Se ![bron](silta.jpg).
    -- content/news/2026/merkki.svg --
    <svg xmlns="http://www.w3.org/2000/svg"/>
    -- content/minutes/hallitus/2026-05-04/1-tie.md --
    ---
    title: Tie
    section: 1
    attachments: [{title: Kuva, file: liite.jpg}]
    ---
    ## Ehdotus

    ![Kuva tiestä](liite.jpg)
    -- site.toml --
    [site]
    title = "Esimerkkilän kunta"
    url = "https://www.esimerkkila.example"
    languages = ["fi", "sv"]
    [pdf]
    enabled = false
    [search]
    enabled = false
    """
FOLDER = "uutiset/2026/tie/"


def photograph(width: int, height: int) -> bytes:
    """Return a JPEG of many colours, with the place where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "KameraMerkki"
    exif.get_ifd(0x8825).update({1: "N", 2: (60.0, 10.0, 5.0), 3: "E", 4: (24.0, 56.0, 7.0)})
    noise = [Image.effect_noise((width // 50, height // 50), 90).resize((width, height)) for _ in range(3)]
    written = BytesIO()
    Image.merge("RGB", noise).save(written, "JPEG", exif=exif, quality=70)
    return written.getvalue()


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site with pictures."""
    folder = unpack(SITE, tmp_path_factory.mktemp("pictures") / "site")
    news = folder / "content/news/2026"
    (news / "tie.jpg").write_bytes(photograph(1800, 1200))
    (news / "silta.jpg").write_bytes(photograph(2000, 800))
    (folder / "content/minutes/hallitus/2026-05-04/liite.jpg").write_bytes(photograph(320, 240))
    drawing = Image.new("RGB", (600, 200), "white")
    drawing.paste((0, 70, 120), (20, 20, 300, 180))
    drawing.save(news / "kaavio.png")
    return folder


@pytest.fixture(scope="module")
def pictured(source: Path) -> Site:
    """Return that site, built."""
    site = rebuild(source, source.parent / "output")
    assert site.built.changes is not None, site.codes
    return site


def size(site: Site, path: str) -> tuple[int, int]:
    """Return the size in pixels of a picture of the output."""
    return Image.open(BytesIO(site.files[path])).size


def test_copies_are_in_modern_formats_and_right_sizes(pictured: Site) -> None:
    """AVIF and WebP in three widths, and the file's own format at its own address; each format is what its name says."""
    for width, height in ((480, 320), (960, 640), (1600, 1067)):
        for format in ("avif", "webp"):
            path = f"{FOLDER}tie-jpg-{width}.{format}"
            assert size(pictured, path) == (width, height)
            assert Image.open(BytesIO(pictured.files[path])).format == format.upper()
    assert size(pictured, FOLDER + "tie.jpg") == (1600, 1067)
    assert Image.open(BytesIO(pictured.files[FOLDER + "tie.jpg"])).format == "JPEG"


def test_no_picture_is_made_larger_than_it_is(pictured: Site) -> None:
    """A drawing of 600 pixels has one copy, of its own size and without loss; SVG is left alone."""
    found = [path.removeprefix(FOLDER) for path in pictured.files if path.startswith(FOLDER + "kaavio")]
    assert found == ["kaavio-png-600.webp", "kaavio.png"]
    assert pictured.files[FOLDER + "merkki.svg"].startswith(b"<svg")


def test_where_a_text_links_to_a_picture_it_has_all_its_pixels(pictured: Site) -> None:
    """Who follows the link wants to see more than the page shows; an address lives as long as the content names it."""
    assert size(pictured, FOLDER + "silta.jpg") == (2000, 800)
    assert 'href="../../../uutiset/2026/tie/silta.jpg"' in pictured.read(FOLDER)


def test_a_picture_does_not_tell_where_it_was_taken(pictured: Site) -> None:
    """Of all files only an attachment, which is published as it was decided on, holds what the camera noted."""
    assert pictured.files_containing("KameraMerkki") == ["kokoukset/hallitus/2026-05-04/1/liite.jpg"]
    pictures = [path for path in pictured.files if path.startswith(FOLDER) and path.endswith((".jpg", ".avif", ".webp", ".png"))]
    assert len(pictures) == 16
    for path in pictures:
        assert dict(Image.open(BytesIO(pictured.files[path])).getexif()) == {}, path


def test_an_attachment_is_published_byte_for_byte(pictured: Site, source: Path) -> None:
    """Even where the text shows it as a picture, of which there are copies too."""
    folder = "kokoukset/hallitus/2026-05-04/1/"
    assert pictured.files[folder + "liite.jpg"] == (source / "content/minutes/hallitus/2026-05-04/liite.jpg").read_bytes()
    assert size(pictured, folder + "liite-jpg-320.avif") == (320, 240)


def test_the_first_picture_is_not_lazy_and_the_others_are(pictured: Site) -> None:
    """A reader sees the picture above the text at once; sizes stand in the HTML, so that nothing moves."""
    page = pictured.read(FOLDER)
    assert 'alt="Tie sateessa" width="1600" height="1067" decoding="async">' in page
    assert page.count(' loading="lazy"') == 3
    assert 'alt="silta" width="1600" height="640" loading="lazy" decoding="async">' in page
    assert "tie-jpg-480.avif 480w" in page


def test_a_translation_shows_the_same_files(pictured: Site) -> None:
    """No copy is made of a copy: files stand below the page of the original."""
    page = pictured.read("/sv/nyheter/2026/tie/")
    assert 'alt="Vägen i regn"' in page
    assert "../../../../uutiset/2026/tie/tie-jpg-960.webp 960w" in page
    assert [path for path in pictured.files if path.startswith("sv/") and path.endswith("webp")] == []


def test_feeds_have_the_picture_in_one_format(pictured: Site) -> None:
    """A reader of feeds gets one address that every program understands."""
    feed = pictured.read("/feeds/news.xml")
    assert "https://www.esimerkkila.example/uutiset/2026/tie/silta.jpg" in feed
    assert "srcset" not in feed


def test_one_edit_draws_no_picture_anew(pictured: Site, source: Path) -> None:
    """A text that changes costs its page and what tells of it; a picture that changes costs its copies."""
    text = source / "content/news/2026/tie.md"
    text.write_text(text.read_text(encoding="utf-8").replace("Katso", "Katsele"), encoding="utf-8")
    built = rebuild(source, pictured.output).built
    assert built.changes is not None
    assert [path for path in (*built.changes.new, *built.changes.changed) if not path.endswith(TELLING)] == []
    assert built.drawn < 20
    (source / "content/news/2026/tie.jpg").write_bytes(photograph(1810, 1200))
    built = rebuild(source, pictured.output).built
    assert built.changes is not None
    changed = [path for path in (*built.changes.new, *built.changes.changed) if not path.endswith(TELLING)]
    assert len(changed) == 7
    assert all(path.startswith(FOLDER + "tie") for path in changed)


def test_what_is_shared_shows_its_own_picture(pictured: Site) -> None:
    """A news item is shared with its picture, not with the site's."""
    shared = dict(re.findall(r'<meta property="og:image(\S*)" content="([^"]*)">', pictured.read("/uutiset/2026/tie/")))
    assert shared[""] == "https://www.esimerkkila.example/uutiset/2026/tie/tie.jpg"
    assert (shared[":width"], shared[":alt"]) == ("1600", "Tie sateessa")


def test_a_secret_picture_has_no_copy(tmp_path: Path) -> None:
    """What isn't public is not published in any other size either."""
    text = """\
        -- content/minutes/hallitus/2026-05-04/1-tie.md --
        ---
        title: Tie
        section: 1
        attachments: [{title: Kuva, file: kuva.jpg, public: false, ground: JulkL 24.1 § 20 k}]
        ---
        ## Ehdotus

        ![Kuva](kuva.jpg)
        -- site.toml --
        site.source = "private"
        site.title = "Esimerkkilän kunta"
        site.url = "https://www.esimerkkila.example"
        """
    folder = unpack(text, tmp_path / "site")
    (folder / "content/minutes/hallitus/2026-05-04/kuva.jpg").write_bytes(photograph(320, 240))
    built = rebuild(folder, tmp_path / "output")
    assert built.built.changes is not None
    assert [path for path in built.files if "kuva" in path] == []


def test_a_picture_is_looked_at_once(pictured: Site, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it is was remembered by its digest: a build that has nothing to do with it doesn't decode it."""

    def refuse(ending: str, data: bytes) -> None:
        raise AssertionError("looked at again")

    monkeypatch.setattr(read_pictures, "_look", refuse)
    text = source / "content/news/2026/tie.sv.md"
    text.write_text(text.read_text(encoding="utf-8").replace("Se ", "Titta på "), encoding="utf-8")
    assert rebuild(source, pictured.output).built.changes is not None
