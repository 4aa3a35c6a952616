"""The site that ships with the program shows all that it can do, and keeps the law it was made for."""

from __future__ import annotations

import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from holding import all_in, holding
from msgspec import Struct
from sites import Site, rebuild
from walk import Page

from sitegen.content.fields import Many, Person, Type
from sitegen.content.frontmatter import decode, take_apart
from sitegen.content.groups import Field, Group
from sitegen.content.places import Place, place_of
from sitegen.content.schema import KINDS
from sitegen.model.settings import SETTINGS
from sitegen.model.spans import find_spans

DAYS = ("2026-03-01", "2026-06-15", "2026-11-22", "2027-06-01")
AFTER_ALL = "2028-01-01"
SAID_BY_THE_PATH = {"meeting.board", "meeting.date"}


class Source(Struct, frozen=True):
    """A file of content taken apart: what it is, the node of its fields, its whole text."""

    path: str
    place: Place
    node: Any
    text: str


@pytest.fixture(scope="module")
def sources(shipped_source: Path) -> list[Source]:
    """Return every file of the shipped site's content."""
    return list(read(shipped_source))


def read(folder: Path) -> Iterator[Source]:
    """Yield every Markdown file of a site, taken apart."""
    for file in sorted((folder / "content").rglob("*.md")):
        path, text = file.relative_to(folder).as_posix(), decode(file.read_bytes())
        place = place_of(path)
        assert place is not None, path
        yield Source(path, place, take_apart(text).node, text)


def test_it_is_large_enough_to_show_everything(sources: list[Source]) -> None:
    """Boards, meetings, items, news and documents are as many as a citizen of a region would look through."""
    counts = Counter(one.place.kind for one in sources if not one.place.original)
    least = {"board": 4, "meeting": 8, "item": 40, "news": 15, "document": 2, "case": 1, "page": 2}
    assert {kind: counts[kind] for kind, number in least.items() if counts[kind] < number} == {}
    assert {one.place.lang for one in sources if one.place.original} == {"sv", "en"}


def used(of: Type, node: Any) -> Iterator[Field]:
    """Yield each field that is written at *node* or below."""
    if isinstance(of, Many):
        for one in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            yield from used(of.of, one)
    elif isinstance(of, Person):
        yield from used(of.group, node)
    elif isinstance(of, Group) and isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield of.fields[key.value]
            yield from used(of.fields[key.value].type, value)


def known(of: Type, name: str) -> Iterator[tuple[Field, str]]:
    """Yield each field that may be written, and its name with those of the fields that it stands within."""
    if isinstance(of, Many):
        yield from known(of.of, name)
    elif isinstance(of, Person):
        yield from known(of.group, name)
    elif isinstance(of, Group):
        for field in of.fields.values():
            yield field, f"{name}.{field.name}"
            yield from known(field.type, f"{name}.{field.name}")


def test_every_field_is_used(sources: list[Source]) -> None:
    """Whoever looks for an example of a field finds one; what kinds of files have in common may stand in any of them."""
    found = {field for one in sources for field in used(KINDS[one.place.kind], one.node)}
    unused = {name for kind, group in KINDS.items() for field, name in known(group, kind) if field not in found}
    assert sorted(unused - SAID_BY_THE_PATH) == []


def test_every_value_of_a_choice_is_used(sources: list[Source]) -> None:
    """Each status, resolution, kind of appeal and kind of board stands somewhere."""
    choices = {
        ("meeting", "status"), ("item", "resolution"), ("item", "appeal.kind"), ("item", "publicity.level"), ("board", "kind"),
    }  # fmt: skip
    unused = {}
    for kind, name in choices:
        field: Any = KINDS[kind]
        for part in name.split("."):
            field = field.fields[part].type
        written = {value_at(one.node, name) for one in sources if one.place.kind == kind}
        unused[name] = set(field.values) - written
    assert {name: values for name, values in unused.items() if values - {"public"}} == {}


def value_at(node: Any, name: str) -> str:
    """Return the text at a dotted name below *node*; empty where there is none."""
    for part in name.split("."):
        node = next((value for key, value in node.value if key.value == part), None) if node is not None else None
    return str(node.value) if node is not None else ""


def test_every_setting_is_used(shipped_source: Path) -> None:
    """Its site.toml shows each setting at work, but those that are for a land with an authority of its own."""
    table = tomllib.loads((shipped_source / "site.toml").read_text(encoding="utf-8"))
    topics, shortcomings = table.pop("topics"), table["accessibility"].pop("shortcomings")
    unused = {name for name in SETTINGS.keys() - set(settings(table)) if not name.startswith("accessibility.authority")}
    assert unused == {"topics.<slug>.<language>", "accessibility.shortcomings.<language>", "<language>.<table>.<text>"}
    assert all(set(labels) == {"fi", "sv", "en"} for labels in (*topics.values(), shortcomings))
    assert table["sv"].keys() == table["en"].keys() == {"site", "organisation"}


def settings(table: dict[str, Any], prefix: str = "") -> Iterator[str]:
    """Yield the dotted names of all values in *table*."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from settings(value, f"{prefix}{key}.")
        else:
            yield prefix + key


@pytest.fixture(scope="module", params=DAYS)
def on_a_day(request: pytest.FixtureRequest, shipped_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the shipped site as it is on one of several days."""
    return rebuild(shipped_source, tmp_path_factory.mktemp("output"), request.param)


def test_nothing_is_wrong_with_it_on_any_day(on_a_day: Site) -> None:
    """It builds on days before, amid and after what it tells of, and has no warning that no file allows."""
    assert on_a_day.codes == []
    assert len(on_a_day.files) > 200


def personal(one: Source) -> Iterator[str]:
    """Yield each word or more that a file says is personal: its spans, and what stands in a personal contact or attachment."""
    yield from (one.text[span.inner_start : span.inner_end] for span in find_spans(one.text) if span.kind == "personal")
    yield from personal_values(one.node)


def personal_values(node: Any) -> Iterator[str]:
    """Yield what a person can be known by in each fact below *node* that is personal as a whole."""
    if isinstance(node, yaml.SequenceNode):
        for below in node.value:
            yield from personal_values(below)
    elif isinstance(node, yaml.MappingNode):
        values = {key.value: value for key, value in node.value}
        if "personal" in values and values["personal"].value == "true":
            yield from (values[name].value for name in ("name", "email", "phone", "title", "file") if name in values)
        for value in values.values():
            yield from personal_values(value)


@pytest.fixture
def own_source(shipped_source: Path, tmp_path: Path) -> Path:
    """Return a copy of the shipped site that nothing has been built from."""
    return shutil.copytree(shipped_source, tmp_path / "site", ignore=shutil.ignore_patterns(".sitegen"))


@pytest.fixture(scope="module")
def secrets(sources: list[Source]) -> dict[str, set[str]]:
    """Return the personal strings of the shipped site by the file that holds them."""
    found = {one.path: set(personal(one)) for one in sources}
    return {path: strings for path, strings in found.items() if strings}


def memory_of(source: Path) -> dict[str, bytes]:
    """Return every file in which a build remembers, and each table of the store with its values on end."""
    return all_in(source / ".sitegen")


def test_there_is_something_to_hide(secrets: dict[str, set[str]]) -> None:
    """Items, news and documents hold personal data, in texts and in fields."""
    assert len(secrets) >= 5
    assert {path.split("/")[1] for path in secrets} >= {"minutes", "news", "documents"}


def test_personal_data_are_nowhere_after_their_days(
    own_source: Path, tmp_path: Path, secrets: dict[str, set[str]]
) -> None:
    """No page, feed, file or memory of a build holds them, though builds before had shown them."""
    everything = set().union(*secrets.values())
    before = rebuild(own_source, tmp_path / "output", "2026-06-03")
    assert holding(before.files, everything) != {}
    assert holding(memory_of(own_source), everything) != {}
    after = rebuild(own_source, tmp_path / "output", AFTER_ALL)
    assert holding(after.files, everything) == {}
    assert holding(memory_of(own_source), everything) == {}


def page_of(built: Site, source: str) -> str:
    """Return the path of the page that is made of a file."""
    return next(path for path, (_, one) in built.built.sources.items() if one == source and path.endswith(".html"))


def last_day(built: Site, one: Source) -> date | None:
    """Return the last day of a file's personal data: the one that it states, else the last day to appeal on its page."""
    stated = value_at(one.node, "personal_until")
    if stated:
        return date.fromisoformat(stated)
    path = page_of(built, one.path)
    days = Page(path, built.files[path]).all("//time[@class='last-appeal-day']/@datetime")
    return date.fromisoformat(days[0]) if days else None


def page_source(path: str) -> str:
    """Return the file whose page shows the words of the file at *path*: a comment's are on the page of its news item."""
    return path if not path.startswith("content/comments/") else f"content/news/{path.split('/', 2)[2].rpartition('/')[0]}.md"


def test_personal_data_go_on_the_day_after_their_last(
    shipped: Site, own_source: Path, tmp_path: Path, sources: list[Source], secrets: dict[str, set[str]]
) -> None:
    """On the last day a page shows them, on the next day nothing does: neither output nor memory."""
    ends = {one.path: day for one in sources if one.path in secrets and (day := last_day(shipped, one))}
    assert len(ends) >= 5
    output = tmp_path / "output"
    for day in sorted(set(ends.values())):
        ended = {string for path, end in ends.items() if end <= day for string in secrets[path]}
        ended -= {string for path, strings in secrets.items() if path not in ends or ends[path] > day for string in strings}
        due = {path for path, end in ends.items() if end == day}
        on_it = rebuild(own_source, output, day.isoformat())
        shown = {path: on_it.files[page_of(on_it, page_source(path))] for path in due}
        assert [path for path, data in shown.items() if not holding({path: data}, secrets[path])] == []
        assert on_it.built.next_change == day + timedelta(days=1)
        next_day = rebuild(own_source, output, (day + timedelta(days=1)).isoformat())
        assert holding({**next_day.files, **memory_of(own_source)}, ended) == {}


def test_feeds_and_calendars_never_hold_personal_data(on_a_day: Site, secrets: dict[str, set[str]]) -> None:
    """Readers keep what they fetched, so feeds and calendars have none from the first day."""
    feeds = {path: data.replace(b"\r\n ", b"") for path, data in on_a_day.files.items() if "feeds/" in path or path.endswith(".ics")}
    assert len(feeds) > 30
    assert holding(feeds, set().union(*secrets.values())) == {}


def test_one_meeting_shows_the_legal_life_of_decisions(shipped_source: Path, tmp_path: Path) -> None:
    """On 26.11.2026: a vote, a secret item, a prohibition, corrections, a name that went on 24.11. and one that still stands (140 §)."""
    built = rebuild(shipped_source, tmp_path / "output", "2026-11-26")
    folder = "kokoukset/avustusjaosto/2026-10-28"
    pages = {section: Page(f"{folder}/{section}/index.html", built.files[f"{folder}/{section}/index.html"]) for section in "3456"}
    said = {section: page.text("//main") for section, page in pages.items()}
    assert "Jaa sai enemmistön äänin 3–1" in said["3"]
    assert said["3"].count("henkilötieto poistettu (kuntalaki 140 §)") == 2
    # On view 2.11., notice 9.11., fourteen days from that 23.11., a Monday.
    assert pages["3"].one("//time[@class='last-appeal-day']").get("datetime") == "2026-11-23"
    assert "JulkL 24 § 1 mom. 23 kohta" in said["4"]
    assert "Kuntalaki 410/2015 136 §" in pages["5"].texts("//section[contains(@class, 'box-appeal')]//dd")
    assert pages["6"].all("//section[contains(@class, 'box-corrections')]//time/@datetime") == ["2026-11-11", "2026-11-09"]
    assert "Vieno Merikuusi" in said["6"]
    assert holding(built.files, {"Vieno Merikuusi", "Koivusil"}) == {f"{folder}/6/index.html": ["Vieno Merikuusi"]}
