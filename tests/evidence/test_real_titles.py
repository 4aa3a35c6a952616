"""Titles, names and numbers as municipalities really write them come out as they went in."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from msgspec import Struct
from sites import TOML, Make, Site, rebuild
from walk import Files, Link, Page, aim, pages, words

from sitegen.diagnostics import is_error

READABLE = re.compile(r"(/[a-z0-9]+(-[a-z0-9]+)*)+/")
PER_MEETING = 50
FIRST = date(2026, 5, 1)


class Title(Struct, frozen=True):
    """A real title, the number of its case, and the item that it is given to here."""

    case: str
    title: str
    board: int
    day: date
    section: int

    @property
    def address(self) -> str:
        """Where the item stands, below its board's meetings."""
        return f"{self.day}/{self.section}/"


class Name(Struct, frozen=True):
    """A real board or office: its name in Finnish and Swedish, and the folder that it is given here."""

    fi: str
    sv: str
    folder: str


def rows(cases: Path, name: str) -> list[list[str]]:
    """Return the rows of a table of real material, its head left out."""
    lines = (cases / "titles" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


@pytest.fixture(scope="session")
def titles(cases: Path) -> list[Title]:
    """Return the real titles, spread over meetings of several boards."""
    return [
        Title(case, title, number // PER_MEETING, FIRST + timedelta(days=number // PER_MEETING), 1 + number % PER_MEETING)
        for number, (case, title, *_) in enumerate(rows(cases, "titles-fi.tsv"))
    ]


@pytest.fixture(scope="session")
def names(cases: Path) -> list[Name]:
    """Return the real names; a folder is called by the Finnish one, and by its number since offices share names."""
    return [Name(fi, sv, f"{fi} {code}".replace("/", " ")) for code, fi, sv, *_ in rows(cases, "boards-fi-sv.tsv")]


def write(folder: Path, path: str, fields: dict[str, Any], text: str = "") -> None:
    """Write one file of content."""
    file = folder / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
    file.write_text(f"---\n{lines}---\n\n{text}\n", encoding="utf-8")


def write_all(folder: Path, titles: list[Title], names: list[Name], order: int) -> Path:
    """Write a site of all titles and names; *order* 1 or -1 is that in which files and their numbers come."""
    folder.mkdir()
    (folder / "site.toml").write_text(TOML + 'languages = ["fi", "sv"]\n', encoding="utf-8")
    for number, one in list(enumerate(titles))[::order]:
        sort = 1000 + order * number
        path = f"minutes/{names[one.board].folder}/{one.day}/{sort}-asia-{number}.md"
        write(folder, path, {"title": one.title, "section": one.section, "case": one.case}, f"## Päätös\n\nPäätös {number}.")
    for name in names[::order]:
        write(folder, f"minutes/{name.folder}/board.md", {"name": name.fi})
        write(folder, f"minutes/{name.folder}/board.sv.md", {"name": name.sv})
    return folder


@pytest.fixture(scope="session")
def built(titles: list[Title], names: list[Name], tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site of all titles and names, built."""
    folder = tmp_path_factory.mktemp("titles")
    return rebuild(write_all(folder / "site", titles, names, 1), folder / "output")


@pytest.fixture(scope="session")
def files(built: Site) -> Files:
    """Return the files of that site."""
    return built.files


@pytest.fixture(scope="session")
def found(files: Files) -> dict[str, Page]:
    """Return the pages of that site."""
    return pages(files)


@pytest.fixture(scope="session")
def item_pages(built: Site) -> dict[str, str]:
    """Return the path of each item's page by its source."""
    return {source: path for path, (kind, source) in built.built.sources.items() if kind == "item"}


def page_of(one: Title, number: int, item_pages: dict[str, str], found: dict[str, Page]) -> Page:
    """Return the page of a title."""
    (path,) = [path for source, path in item_pages.items() if source.endswith(f"-asia-{number}.md")]
    assert f"/{one.address}" in path
    return found[path]


def test_all_of_them_make_a_site(built: Site, titles: list[Title], names: list[Name], item_pages: dict[str, str]) -> None:
    """Nothing that a municipality calls a matter or a board is an error."""
    assert (len(titles), len(names)) == (464, 435)
    assert [fault for fault in built.built.faults if is_error(fault)] == []
    assert len(set(item_pages.values())) == len(titles)


def test_addresses_are_readable(files: Files) -> None:
    """An address has small letters, digits and hyphens, and nothing else."""
    addresses = ["/" + path.removesuffix("index.html") for path in files if path.endswith("/index.html")]
    assert len(addresses) > 1800
    assert [address for address in addresses if not READABLE.fullmatch(address)] == []


def test_folded_names_can_be_recognised(files: Files) -> None:
    """Letters lose their dots and nothing else."""
    assert "toimielimet/yksikon-paallikko-u511052006040vh1/index.html" in files
    assert "toimielimet/kaupunginhallitus-00400/index.html" in files
    assert "sv/organ/kaupunginhallitus-00400/index.html" in files


def test_addresses_stay_when_files_are_sorted_anew(files: Files, titles: list[Title], names: list[Name], tmp_path: Path) -> None:
    """The order of files and the numbers in their names move no page: the same titles stand at the same addresses."""
    other = rebuild(write_all(tmp_path / "site", titles, names, -1), tmp_path / "output").files
    assert other.keys() == files.keys()
    items = [path for path in files if re.search(r"kokoukset/[^/]+/[0-9-]+/[0-9]+/index.html$", path)]
    assert len(items) == len(titles)
    assert [path for path in items if heading(other[path]) != heading(files[path])] == []


def heading(data: bytes) -> str:
    """Return the first heading of a page."""
    return Page("", data).text("//h1")


def test_titles_come_out_as_they_went_in(titles: list[Title], item_pages: dict[str, str], found: dict[str, Page]) -> None:
    """In the heading and the window's title of the page, and in what its meeting lists."""
    for number, one in enumerate(titles):
        page = page_of(one, number, item_pages, found)
        assert page.text("//h1") == " ".join(one.title.split())
        assert page.one("//title").text.rpartition(" – ")[0] == one.title
    listed = {text for path, page in found.items() if re.search(r"\d/index.html$", path) for text in page.texts("//td/a")}
    assert {" ".join(one.title.split()) for one in titles} <= listed


def test_names_come_out_as_they_went_in(found: dict[str, Page], names: list[Name]) -> None:
    """Each board's page and the lists of boards have its name in both languages."""
    for lang, hub in (("fi", "toimielimet/"), ("sv", "sv/organ/")):
        page = found[f"{hub}index.html"]
        listed = [(words(link), aim(Link(page.path, link.get("href")), "")[0]) for link in page.all("//main//a")]
        boards = {path: name for name, path in listed if re.fullmatch(f"{hub}[^/]+/index.html", path)}
        assert sorted(boards.values()) == sorted(" ".join((getattr(name, lang) or name.fi).split()) for name in names)
        assert {path: found[path].text("//h1") for path in boards} == boards


def test_feeds_have_the_titles(files: Files, titles: list[Title]) -> None:
    """A feed reader shows each title as it was written, after its board and section."""
    shown = [entry.title for entry in feedparser.parse(files["feeds/items.xml"]).entries]
    assert len(shown) == len(titles)
    left = {f"§ {one.section} {' '.join(one.title.split())}" for one in titles}
    assert left == {"§ " + title.partition(" § ")[2] for title in shown}


def test_case_numbers_are_kept_as_printed(built: Site, titles: list[Title], found: dict[str, Page]) -> None:
    """Each case has a page at its number's machine form, which shows the printed one."""
    for one in titles:
        page = found[f"asiat/{re.sub('[^a-z0-9]+', '-', one.case.lower())}/index.html"]
        assert one.case in page.text("//main")


@pytest.fixture
def numbers(cases: Path) -> list[str]:
    """Return case numbers as the systems of several municipalities print them."""
    return [row[0] for row in rows(cases, "case-numbers.tsv")]


def test_case_numbers_of_every_system_have_two_forms(numbers: list[str], site: Make) -> None:
    """The printed form stands on the pages of item and case, the machine form in the address."""
    text = "".join(
        f"-- content/minutes/hallitus/2026-05-04/{n}-asia.md --\n---\ntitle: Asia {n}\nsection: {n}\ncase: {json.dumps(number)}\n---\n"
        for n, number in enumerate(numbers, 1)
    )
    made = site(text)
    assert made.codes == []
    for n, number in enumerate(numbers, 1):
        item = Page(f"kokoukset/hallitus/2026-05-04/{n}/index.html", made.files[f"kokoukset/hallitus/2026-05-04/{n}/index.html"])
        path = item.leads_to(f"//aside//a[.='{number}']")
        assert re.fullmatch("asiat/[a-z0-9]+(-[a-z0-9]+)*/index.html", path)
        assert number in Page(path, made.files[path]).text("//main")
        assert re.sub("[^a-z0-9]", "", path.split("/")[1]) == re.sub("[^a-z0-9]", "", number.lower())


# Days that a person writes in front matter; the other spellings of the table are for importers.
WRITTEN = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")


def test_days_are_read_right_or_not_at_all(cases: Path, site: Make) -> None:
    """A spelling gives its day, in the machine's form and the printed one, or a fault; never another day."""
    spellings = rows(cases, "dates.tsv")
    assert sum(bool(WRITTEN.fullmatch(shown)) for shown, *_ in spellings) >= 2
    for shown, iso, *_ in spellings:
        made = site(f"-- content/news/uutinen.md --\n---\ntitle: Uutinen\ndate: {json.dumps(shown)}\n---\n")
        if made.built.changes is None:
            assert not WRITTEN.fullmatch(shown), shown
            assert set(made.codes) <= {"FM005", "FM006", "FM007"}
            continue
        day = date.fromisoformat(iso[:10])
        page = Page("page", made.files[f"uutiset/{day.year}/uutinen/index.html"])
        (time,) = page.all("//article//p[@class='reference']/time")
        assert time.get("datetime") == iso[:16]
        assert time.text.startswith(f"{day.day}.{day.month}.{day.year}")
        (entry,) = feedparser.parse(made.files["feeds/news.xml"]).entries
        assert parsedate_to_datetime(entry.published).date() == day
