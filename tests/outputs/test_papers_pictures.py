"""Pictures in PDFs: the same copies as on pages, and nothing else of the file."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from papers import barriers_in, read_paper, tags_in
from PIL import Image
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE
from sites import Site, rebuild, unpack

TOWN = """\
    -- content/minutes/hallitus/2026-05-04/1-tie.md --
    ---
    title: Tie
    section: 1
    ---
    ## Ehdotus

    ![Tie ilmasta](tie.jpg) ![Kaavio hinnoista](kaavio.webp) ![Tie sateessa](tie.avif) ![Kyltti](kyltti.gif) ![Kartta](kartta.svg)

    ![Hyvin korkea](korkea.png)
    -- content/minutes/hallitus/2026-05-04/2-silta.md --
    ---
    title: Silta
    section: 2
    ---
    ## Ehdotus

    ![Tie ilmasta](tie.jpg) ![Piirros sillasta](silta.svg)
    -- content/minutes/hallitus/2026-05-04/silta.svg --
    <svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>
    -- content/minutes/hallitus/2026-05-04/kartta.svg --
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><rect width="9" height="9"/></svg>
    -- site.toml --
    [site]
    title = "Esimerkkilän kunta"
    url = "https://www.esimerkkila.example"
    [search]
    enabled = false
    """
SOURCE = "content/minutes/hallitus/2026-05-04"
WHOLE = "kokoukset/hallitus/2026-05-04/hallitus-2026-05-04.pdf"
ITEM = "kokoukset/hallitus/2026-05-04/1/hallitus-2026-05-04-1.pdf"
BROKEN = "kokoukset/hallitus/2026-05-04/2/hallitus-2026-05-04-2.pdf"
SECRETS = (b"KameraMerkki", b"Exif\0", b"eXIf", b"GPS")


def photograph() -> bytes:
    """Return a large JPEG, upside down, with the place where it was taken."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "KameraMerkki", 3
    exif.get_ifd(0x8825).update({1: "N", 2: (60.0, 10.0, 5.0), 3: "E", 4: (24.0, 56.0, 7.0)})
    noise = [Image.effect_noise((1500, 250), 90).resize((6000, 1000)) for _ in range(3)]
    written = BytesIO()
    Image.merge("RGB", noise).save(written, "JPEG", exif=exif, comment=b"KameraMerkki", xmp=b"<x>KameraMerkki</x>", quality=90)
    return written.getvalue()


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site whose items show a picture of each kind."""
    folder = tmp_path_factory.mktemp("pictured")
    unpack(TOWN, folder / "site")
    (folder / "site" / SOURCE / "tie.jpg").write_bytes(photograph())
    for name, size in (("kaavio.webp", (40, 30)), ("tie.avif", (50, 40)), ("kyltti.gif", (30, 20)), ("korkea.png", (60, 1200))):
        exif = Image.Exif()
        exif[0x010F] = "KameraMerkki"
        Image.new("RGB", size, "#1f6f62").save(folder / "site" / SOURCE / name, exif=exif)
    return rebuild(folder / "site", folder / "output")


def pictures_in(data: bytes) -> list[tuple[tuple[int, int], bytes]]:
    """Return the size and the bytes of each picture of pixels in a PDF."""
    with pikepdf.open(BytesIO(data)) as raw:
        found = [one for one in raw.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        return [((int(one["/Width"]), int(one["/Height"])), one.read_raw_bytes()) for one in found]


def test_nothing_of_the_camera_is_in_any(pictured: Site) -> None:
    """Where and by what a picture was taken is in no PDF, neither in its own bytes nor in those of its pictures."""
    assert all((pictured.source / SOURCE / "tie.jpg").read_bytes().count(one) for one in (b"KameraMerkki", b"Exif\0"))
    papers = {path: data for path, data in pictured.files.items() if path.endswith(".pdf")}
    assert len(papers) == 3
    for data in papers.values():
        for written in (data, *(found for _, found in pictures_in(data))):
            assert not [one for one in SECRETS if one in written]


def test_a_large_photograph_makes_no_large_file(pictured: Site) -> None:
    """A photograph is as large as the largest copy on a page, and stands once in whole minutes that show it twice."""
    assert (pictured.source / SOURCE / "tie.jpg").stat().st_size > 1_000_000
    assert [size for size, _ in pictures_in(pictured.files[WHOLE])].count((1600, 267)) == 1
    assert all(len(pictured.files[path]) < 500_000 for path in (WHOLE, ITEM, BROKEN))


def test_each_kind_of_picture_is_shown(pictured: Site) -> None:
    """A picture of a kind that typst can't read is shown too, and all of them are tagged with their words."""
    assert pictured.codes == []
    assert tags_in(pictured.files[ITEM]).count("Figure") == 6
    assert "[Kuva:" not in read_paper(pictured.files[ITEM]).text
    assert barriers_in(pictured.output / ITEM) == []


def test_a_drawing_that_cannot_be_read_is_told_in_words(pictured: Site) -> None:
    """A broken drawing keeps nothing from being published, nor a photograph beside it from being shown."""
    assert "[Kuva: Piirros sillasta]" in read_paper(pictured.files[BROKEN]).text
    assert tags_in(pictured.files[BROKEN]).count("Figure") == 1


def test_a_page_holds_a_picture_as_a_whole(pictured: Site) -> None:
    """A picture that is higher than a page is made smaller, not cut off: none reaches out of its page's margins."""
    found = [one for page in pypdfium2.PdfDocument(pictured.files[ITEM]) for one in page.get_objects([FPDF_PAGEOBJ_IMAGE])]
    assert len(found) == 5
    for one in found:
        left, bottom, right, top = one.get_bounds()
        assert (left > 50, bottom > 50, right < 545, top < 792) == (True, True, True, True)
