"""Nothing that stands in content can run in a reader's browser, break a feed or leave the site's folder."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from copies import run_build
from lxml import etree  # type: ignore[import-untyped]
from msgspec import Struct
from playwright.sync_api import Browser, sync_playwright
from sites import Make, Site, rebuild
from vectors import ADDRESSES, UNSEEN, file, item, links, markup, naughty, news, rest
from walk import Files

from sitegen.diagnostics import is_error
from sitegen.model.slugs import slug

AS_OF = "2026-06-01"
TOML = """\
[site]
title = {title}
url = "https://www.esimerkkila.example"
description = {title}
[organisation]
name = {title}
[topics.aihe]
fi = {title}
"""
TITLE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
# One black point.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a494441"
    "54789c636000000002000148afa4710000000049454e44ae426082"
)
PER_MEETING = 60
# The names of files on disk have at most 255 bytes.
LONGEST = 240
# A string without any of these is tried in news alone.
MEANING = set("<>&\"'`%\\[](){}")
# What a hostile string may be refused for: it is empty, has control characters, is taken for a mark or a page's
# name, names a link or a heading that a text may not have, repeats an address, or a day on which nothing happened.
REFUSALS = {
    "FI006", "FI007", "FM005", "FM006", "FM007", "FM008", "TX001", "TX002", "TX003", "TX004", "TX006", "TX007", "AD002", "AD010",
    "FI003", "FI004", "RF005", "RF006", "MI002", "FM010",
}  # fmt: skip

TAGS = set(
    "html head meta title link body a header div p nav ul ol li main article section aside footer span time h1 h2 h3 h4 h5 h6 br hr "
    "blockquote pre dl dt dd table caption thead tbody tfoot tr th td figure figcaption details summary img em strong code sup sub "
    "abbr b i u s del ins mark small kbd samp var q cite colgroup col picture source "
    "fieldset legend".split()
)
ATTRIBUTES = set(
    "lang charset name content rel href type title hreflang class id aria-label aria-current role tabindex datetime scope colspan "
    "rowspan src alt start dir open width height http-equiv property sizes as crossorigin "
    "srcset loading decoding hidden aria-labelledby".split()
)
# What the program's own forms, buttons and scripts are known by; no text of an author's may have any.
OWN = {
    "form": r'class="search-(?:box|form)"', "input": r'id="search-(?:box|words)"', "select": r'id="search-\w+"', "option": r'value="[^"]*"',
    "label": r'for="search-\w+"', "button": r'class="(?:button|button copy|button search-more|term)"',
    "script": r'src="[^":]*assets/[0-9a-f]{8}-(?:search|subscribe)\.js"',
}  # fmt: skip
OWN_ATTRIBUTES = set(
    "action method for name value autocomplete enterkeyhint hidden defer popovertarget selected".split()
)
METAS = {"viewport", "description", "robots", "color-scheme", "twitter:card"}
# Data of this type, with nothing else said of it, is never run.
DATA = {"type": "application/ld+json"}
SCRIPT = r'<script type="application/ld\+json">(.*?)</script>'
SCHEMES = {"http", "https", "mailto", "tel"}
EVERYTHING = """() => {
  const seen = new Set(), found = [];
  for (const [path, text] of pages) {
    for (const one of new DOMParser().parseFromString(text, "text/html").querySelectorAll("*")) {
      const told = one.cloneNode(false).outerHTML;
      if (seen.has(told)) continue;
      seen.add(told);
      found.push([path, one.nodeName.toLowerCase(), Array.from(one.attributes, a => [a.name, a.value])]);
    }
  }
  return found;
}"""


class Element(Struct, frozen=True):
    """An element as a browser sees it, and the page or entry in which it was first met."""

    path: str
    tag: str
    attributes: dict[str, str]


Elements = Callable[[list[tuple[str, str]]], list[Element]]


@pytest.fixture(scope="module")
def browser(require_tool: Callable[[str], Path]) -> Iterator[Browser]:
    """Return a browser; skips where there is none."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=require_tool("chromium"), args=["--no-sandbox"])
        yield started
        started.close()


def content(cases: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a site in which hostile strings stand wherever a person may write."""
    hostile = markup(cases)
    everything = list(dict.fromkeys([*hostile, *naughty(cases)]))
    yield "news/kuva.png", PNG
    for number, string in enumerate(everything):
        folder = f"minutes/hallitus/2026-05-{1 + number // PER_MEETING:02}"
        # A case has a page and a feed of its own: markup alone is tried as a number.
        case = string if number < len(hostile) and len(slug(string)) < LONGEST else ""
        if set(string) & MEANING or string in UNSEEN:
            text = f"Alku\n\n{string}\n\n## Päätös\n\n{string}\n\nLoppu"
            yield f"{folder}/{number}-x.md", file(item(string, 1 + number, case), text)
        yield f"news/uutinen-{number}.md", file(news(string), string)
    for number, string in enumerate(hostile[::7] + everything[len(hostile) :: 25]):
        yield from rest(number, string)
    for number, address in enumerate([*ADDRESSES, *everything[::11]]):
        yield f"news/linkki-{number}.md", file({**news("Linkki"), "links": [{"title": "x", "url": address}]})
        yield f"news/teksti-{number}.md", file(news("Teksti"), links(address))


@pytest.fixture(scope="module")
def source(cases: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site that is hostile throughout."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "site.toml").write_text(TOML.format(title=json.dumps(TITLE)), encoding="utf-8")
    for path, data in content(cases):
        (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / path).write_bytes(data)
    return folder


class Outcome(Struct, frozen=True):
    """What became of the hostile site: the first build, what was refused by its path, and the build of the rest."""

    first: Site
    refused: dict[str, set[str]]
    built: Site
    files: Files


BAR = {"svg": {"class", "aria-hidden"}, "rect": {"class", "x", "width", "height"}}


@pytest.fixture(scope="module")
def outcome(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Build the hostile site, take away what is refused, and build the rest."""
    output = tmp_path_factory.mktemp("hostile-output")
    first = built = rebuild(source, output, AS_OF)
    refused: dict[str, set[str]] = {}
    while errors := [fault for fault in built.built.faults if is_error(fault)]:
        assert not list(output.iterdir()), "something was published"
        for fault in errors:
            refused.setdefault(fault.path, set()).add(fault.code)
            (source / fault.path).unlink(missing_ok=True)
        built = rebuild(source, output, AS_OF)
    return Outcome(first, refused, built, built.files)


def offence(one: Element) -> str:
    """Return what is wrong with an element, empty where nothing is; the bar of a vote is the one drawing that pages have."""
    if one.tag in BAR and BAR[one.tag].issuperset(one.attributes) and one.attributes.get("class", "").startswith("bar"):
        return ""
    if (one.tag == "script" and one.attributes == DATA) or (one.tag == "noscript" and one.path == "haku/index.html"):
        return ""
    is_own = one.tag in OWN and any(re.fullmatch(OWN[one.tag], f'{name}="{value}"') for name, value in one.attributes.items())
    if one.tag not in TAGS and not is_own:
        return f"<{one.tag}>"
    for name, value in one.attributes.items():
        if name not in ATTRIBUTES and not (is_own and name in OWN_ATTRIBUTES) and not name.startswith("data-"):
            return f"<{one.tag} {name}>"
        if name in ("href", "src", "action", "srcset") and not harmless(value):
            return f"<{one.tag} {name}={value!r}>"
    named = {"charset", "property"}.intersection(one.attributes) or one.attributes.get("name") in METAS
    if one.tag == "meta" and not named:
        return f"<meta {one.attributes}>"
    return ""


def harmless(address: str) -> bool:
    """Tell whether an address leads on as a browser reads it: it overlooks white space and control characters."""
    address = re.sub("[\t\n\r]", "", address.strip("".join(map(chr, range(33)))))
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", address)
    return scheme[1].lower() in SCHEMES if scheme else not re.match(r"[/\\]{2}", address)


@pytest.fixture
def elements(browser: Browser, tmp_path: Path) -> Elements:
    """Return a function that gives the different elements of pages, which come with their paths, as the browser sees them."""

    def find(pages: list[tuple[str, str]]) -> list[Element]:
        # Handing much text to a browser takes long, having it fetched doesn't.
        (tmp_path / "pages.js").write_text(f"const pages = {json.dumps(pages)}", encoding="utf-8")
        (tmp_path / "pages.html").write_text('<!doctype html><script src="pages.js"></script>', encoding="utf-8")
        page = browser.new_page()
        page.goto((tmp_path / "pages.html").as_uri())
        found = page.evaluate(EVERYTHING)
        page.close()
        return [Element(path, tag, dict(attributes)) for path, tag, attributes in found]

    return find


def test_a_hostile_site_is_refused_as_a_whole_or_in_words(outcome: Outcome, source: Path) -> None:
    """While anything of it is refused nothing is published; each refusal has its file and its reason."""
    assert outcome.first.built.changes is None
    codes = set().union(*outcome.refused.values())
    assert codes <= REFUSALS
    assert {"FM005", "TX007"} <= codes
    left = len(list(source.rglob("*.md")))
    assert left > 1000
    assert len(outcome.refused) < left / 3


def test_no_page_runs_anything(outcome: Outcome, elements: Elements) -> None:
    """No page has a script, a handler, a style, a form, a frame or an address that runs something."""
    pages = [(path, data.decode()) for path, data in outcome.files.items() if path.endswith(".html")]
    assert len(pages) > 1200
    found = elements(pages)
    assert sorted({(one.path, offence(one)) for one in found if offence(one)}) == []


def texts_of_feeds(files: Files) -> Iterator[tuple[str, str]]:
    """Yield every text of every entry that a reader may take for HTML."""
    for path, data in files.items():
        if path.startswith("feeds/") and path.endswith(".xml"):
            for number, entry in enumerate(etree.fromstring(data).iter("item")):
                for one in entry.iterchildren("title", "description", "{*}encoded"):
                    yield f"{path}:{number}:{one.tag}", one.text or ""
        elif path.startswith("feeds/") and path.endswith(".atom"):
            found = etree.fromstring(data).iterfind("{*}entry/{*}content")
            yield from ((f"{path}:{number}", one.text or "") for number, one in enumerate(found))
        elif re.fullmatch(r"feeds/(?!index)\w+\.json", path):
            yield from ((f"{path}:{number}", one.get("content_html", "")) for number, one in enumerate(json.loads(data)["items"]))


def test_no_feed_runs_anything(outcome: Outcome, elements: Elements) -> None:
    """Feeds are well-formed, and no text of theirs does more in a reader than a page does in a browser."""
    texts = list(texts_of_feeds(outcome.files))
    assert len(texts) > 2500
    found = elements(texts)
    assert sorted({(one.path, offence(one)) for one in found if offence(one)}) == []


def test_titles_in_feeds_are_no_markup(outcome: Outcome, elements: Elements) -> None:
    """A reader that takes a title for HTML shows it as it was written: it makes no element."""
    titles = [(path, text) for path, text in texts_of_feeds(outcome.files) if path.endswith(":title")]
    assert {one.tag for one in elements(titles)} == {"html", "head", "body"}


def test_titles_of_feeds_are_no_markup(outcome: Outcome, elements: Elements) -> None:
    """The same holds for the titles of feeds themselves: a case's is what its newest item is called."""
    feeds = [(path, etree.fromstring(data)) for path, data in outcome.files.items() if re.fullmatch(r"feeds/.*\.xml", path)]
    titles = [(path, feed.findtext("channel/title")) for path, feed in feeds]
    assert {one.tag for one in elements(titles)} == {"html", "head", "body"}


def test_no_string_ends_the_data_of_a_page(outcome: Outcome) -> None:
    """What a page says of itself to programs is JSON to its end, whatever stands in it."""
    pages = [data.decode() for path, data in outcome.files.items() if path.endswith(".html")]
    parts = [part for page in pages for part in re.findall(SCRIPT, page, re.DOTALL)]
    assert len(parts) > 2000
    assert all(json.loads(part)["@context"] == "https://schema.org" for part in parts)


def test_what_programs_read_is_well_formed(outcome: Outcome) -> None:
    """Sitemaps are XML and indexes JSON, whatever stands in the content."""
    for path, data in outcome.files.items():
        if path.endswith((".xml", ".atom")):
            etree.fromstring(data)
        elif path.endswith(".json"):
            json.loads(data)


def test_every_file_has_a_name_of_its_own_kind(outcome: Outcome) -> None:
    """No string of the content makes a file or folder that an address can't name."""
    assert [path for path in outcome.files if not re.fullmatch(r"[a-z0-9._/-]+", path)] == []


def test_the_words_are_shown_as_written(outcome: Outcome, source: Path) -> None:
    """What isn't refused isn't eaten either: a title of markup can be read on its page."""
    path = next(path for path in sorted(source.rglob("uutinen-*.md")) if "title: \"<script" in path.read_text(encoding="utf-8"))
    title = json.loads(path.read_text(encoding="utf-8").split("title: ")[1].splitlines()[0])
    page = outcome.files[f"uutiset/2026/{path.stem}/index.html"].decode()
    assert " ".join(title.split()) in " ".join(unescape(page).split())


def test_a_browser_runs_nothing(outcome: Outcome, browser: Browser, tmp_path: Path) -> None:
    """A sample of pages, opened: nothing asks, nothing is told, and each stays where it is."""
    paths = sorted(path for path in outcome.files if path.endswith(".html"))
    page, ran = browser.new_page(), []

    def note(dialog: Any) -> None:
        ran.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    # Where a page is a file, no font may be fetched for it.
    page.on("console", lambda told: None if re.search("ERR_|Access to font at 'file:|preload", told.text) else ran.append(told.text))
    page.on("pageerror", lambda error: ran.append(str(error)))
    page.route("http*://**", lambda route: route.abort())
    for path in paths[:: len(paths) // 30]:
        address = (outcome.built.output / path).as_uri()
        page.goto(address)
        assert page.url == address
    page.close()
    assert ran == []


OFFENCES = ("<script>alert(1)</script>", '<p onclick="alert(1)">', '<a href=" java\tscript:alert(1)">', "<svg/onload=alert(1)>")


@pytest.mark.parametrize("tag", OFFENCES)
def test_an_offence_is_found(elements: Elements, tag: str) -> None:
    """The rules see what the tests above look for."""
    assert any(offence(one) for one in elements([("x", tag)]))


def test_the_command_tells_a_hostile_site_without_a_stumble(cases: Path, tmp_path: Path) -> None:
    """Every fault is told in words, in every form, and no string moves the terminal's cursor."""
    (tmp_path / "content/news").mkdir(parents=True)
    (tmp_path / "site.toml").write_text(TOML.format(title=json.dumps(TITLE)), encoding="utf-8")
    for number, string in enumerate([*naughty(cases), *ADDRESSES]):
        fields = {**news(string), "date": string, "slug": string, "draft": string, "aliases": [string], "related": [string], string: string}
        (tmp_path / f"content/news/{number}.md").write_bytes(file(fields, links(string)))
    told = run_build(tmp_path)
    assert told.returncode == 1
    assert "Traceback" not in told.stderr
    assert told.stderr.count("error[") > 500
    assert re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f]", told.stderr) == []
    assert not (tmp_path / "output").exists() or not list((tmp_path / "output").rglob("*.html"))


@pytest.mark.parametrize("setting", ["organisation.feedback", "site.url", "organisation.registry.email"])
@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "https://x.example/\"><script>alert(1)</script>"])
def test_settings_lead_nowhere_harmful(site: Make, elements: Elements, setting: str, address: str) -> None:
    """An address in site.toml runs nothing either: it is refused, or is no link."""
    settings = {"site.title": "Kunta", "site.url": "https://www.esimerkkila.example", setting: address}
    toml = "".join(f"{name} = {json.dumps(value)}\n" for name, value in settings.items())
    built = site(f"-- site.toml --\n{toml}")
    pages = [(path, data.decode()) for path, data in built.files.items() if path.endswith(".html")] if built.built.changes else []
    assert [offence(one) for one in elements(pages) if offence(one)] == []


ALIASES = (
    "/../../ulos/", "/a/../../../ulos/", "/./", "//ulos/", "/.git/hooks/", "/.sitegen-staged/x/", "/.well-known/sitegen.json",
    "/index.html", "/", "/uutiset/", "/a%2f..%2f..%2fulos/", "/<script>alert(1)</script>/", "/" + "a/" * 300,
    "/..", "/feeds/news.xml", "/kansio", "/kansio/index.html", "/Uutiset/2026/Uutinen/", "/CON/", "/a\N{RIGHT-TO-LEFT OVERRIDE}/",
)  # fmt: skip


@pytest.mark.parametrize("alias", ALIASES)
def test_an_alias_stays_within_the_output(site: Make, tmp_path: Path, alias: str) -> None:
    """An earlier address that leads out of the site, or onto what it needs itself, is a fault; any other is a page of the site."""
    built = site(f"-- content/news/uutinen.md --\n---\ntitle: Uutinen\ndate: 2026-05-04\naliases: [{json.dumps(alias)}]\n---\n")
    around = {path.name for path in tmp_path.iterdir()}
    assert around <= {"site", "output"}
    if built.built.changes is None:
        assert built.codes
    else:
        assert "Uutinen" in built.read("/uutiset/2026/uutinen/")
        assert built.built.changes.new


@pytest.mark.parametrize("line", ["aliases: [/{}/]", "cases: [{}]", "slug: {}", "topics: [{}]"])
def test_a_name_too_long_for_a_disk_is_a_fault_of_its_file(site: Make, line: str) -> None:
    """It is told where it stands and before anything is written, not by the disk."""
    built = site(f"-- content/news/uutinen.md --\n---\ntitle: Uutinen\ndate: 2026-05-04\n{line.format('a' * 300)}\n---\n")
    assert [fault.path for fault in built.built.faults if is_error(fault)] == ["content/news/uutinen.md"]


OUTSIDE = ("/etc/passwd", "../../../salaisuus", "..%2f..%2f..%2fsalaisuus", "..\\..\\..\\salaisuus", "kuvat/../../../../salaisuus")
REFERENCES = (
    "image: {{file: {name}, alt: x}}\n---", "---\n[x](<{name}>)", '---\n![x](<{name}>) <img src="{name}" alt="x">',
    "links: [{{title: x, url: {name}}}]\n---",
)  # fmt: skip


def around(tmp_path: Path) -> Path:
    """Return a site's folder, and put a secret beside it."""
    (tmp_path / "salaisuus").write_text("SALAISUUS", encoding="utf-8")
    for folder in ("content/news/kuvat", "static"):
        (tmp_path / "site" / folder).mkdir(parents=True)
    (tmp_path / "site/site.toml").write_text(TOML.format(title='"Kunta"'), encoding="utf-8")
    return tmp_path / "site"


def refers(site: Path, reference: str, name: str) -> None:
    """Write a news item that refers to a file in one of the ways."""
    text = reference.format(name=json.dumps(name) if "<{" not in reference else name)
    (site / "content/news/uutinen.md").write_text(f"---\ntitle: Uutinen\ndate: 2026-05-04\n{text}\n", encoding="utf-8")


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("reference", REFERENCES)
def test_a_path_that_leaves_the_site_is_a_fault(tmp_path: Path, reference: str, name: str) -> None:
    """Whatever climbs out, in whatever field and spelling, is refused at the file that says it."""
    site = around(tmp_path)
    refers(site, reference, name)
    built = rebuild(site, tmp_path / "output")
    assert [fault.path for fault in built.built.faults if is_error(fault)] != []
    assert built.built.changes is None


@pytest.mark.parametrize("name", ["linkki", "kansio/salaisuus"])
@pytest.mark.parametrize("reference", REFERENCES)
def test_a_link_on_disk_brings_nothing_in(tmp_path: Path, reference: str, name: str) -> None:
    """A symbolic link in content that leads elsewhere on the machine is refused, referred to or not."""
    site = around(tmp_path)
    (site / "content/news/linkki").symlink_to(tmp_path / "salaisuus")
    (site / "content/news/kansio").symlink_to(tmp_path)
    refers(site, reference, name)
    assert rebuild(site, tmp_path / "output").built.changes is None


def test_links_on_disk_among_static_files_bring_nothing_in(tmp_path: Path) -> None:
    """What stands in static/ is copied, what a symbolic link there leads to is not."""
    site = around(tmp_path)
    (site / "static/oma.txt").write_text("OMA", encoding="utf-8")
    (site / "static/linkki.txt").symlink_to(tmp_path / "salaisuus")
    (site / "static/kansio").symlink_to(tmp_path)
    built = rebuild(site, tmp_path / "output")
    assert built.files_containing("SALAISUUS") == []
    assert built.built.changes is None or built.files_containing("OMA") == ["oma.txt"]
