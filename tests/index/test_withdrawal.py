"""What an address or a file means to whoever withdraws it."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec import structs

from sitegen.config import Config
from sitegen.diagnostics import Diagnostic
from sitegen.errors import NotWithdrawable, Unusable
from sitegen.index.withdrawal import Target, find_target
from sitegen.model.facts import Board, Case, Document, Item, Meeting, News, Page
from sitegen.model.parts import When
from sitegen.model.record import Record

DAY = date(2026, 5, 4)
CONFIG = Config(title="Kunta", url="https://kunta.example/paatokset", languages=("fi", "sv"))
ITEM = Item(board="kh", folder="2026-05-04", date=DAY, section="12", agenda="3", case="7/2026", aliases=("/vanha",))
ITEM_PATH = "content/minutes/kh/2026-05-04/1-silta.md"
RECORDS = [
    Record(ITEM_PATH, "fi", ITEM),
    Record("content/minutes/kh/2026-05-04/1-silta.sv.md", "sv", structs.replace(ITEM, aliases=()), original=ITEM_PATH),
    Record("content/minutes/kh/2026-05-04/meeting.md", "fi", Meeting(board="kh", folder="2026-05-04", date=DAY)),
    Record("content/minutes/kh/board.md", "fi", Board(board="kh")),
    Record("content/news/tie.md", "fi", News(slug="tie", date=When(DAY), aliases=("/asiat/",))),
    Record("content/news/luonnos.md", "fi", News(slug="luonnos", date=When(DAY), draft=True)),
    Record("content/documents/kartta/document.md", "fi", Document(slug="kartta")),
    Record("content/pages/tietoa.md", "fi", Page(slug="tietoa", aliases=("/kokoukset/kh/2026-05-04/12/ohje/",))),
    Record("content/cases/9-2026.md", "fi", Case(slug="9-2026")),
]  # fmt: skip


def found(wanted: str, lost: tuple[str, ...] = ()) -> Target:
    """Return what *wanted* means where some files are *lost*."""
    return find_target(CONFIG, RECORDS, [Diagnostic(path, 1, 1, "FM001") for path in lost], wanted)


@pytest.mark.parametrize(
    "wanted",
    [
        "/kokoukset/kh/2026-05-04/12/",
        "kokoukset/kh/2026-05-04/12",
        " /kokoukset/kh/2026-05-04/12/index.html#paatos ",
        "https://kunta.example/paatokset/kokoukset/kh/2026-05-04/12/?utm=x",
        "/kokoukset/kh/2026-05-04/asia-3/",
        "/sv/moten/kh/2026-05-04/12/",
        "/vanha/",
        ITEM_PATH,
        "content/minutes/kh/2026-05-04/1-silta.sv.md",
    ],
)
def test_a_thing_is_known_by_each_of_its_addresses_and_files(wanted: str) -> None:
    """However it was copied: the whole thing is meant, in all its languages, with the pages that lead on to it."""
    target = found(wanted)
    assert target.record.path == ITEM_PATH
    assert target.sources == {ITEM_PATH, "content/minutes/kh/2026-05-04/1-silta.sv.md"}
    assert target.addresses == {
        "/kokoukset/kh/2026-05-04/12/", "/kokoukset/kh/2026-05-04/asia-3/",
        "/sv/moten/kh/2026-05-04/12/", "/sv/moten/kh/2026-05-04/arende-3/",
    }  # fmt: skip
    assert target.former == {"/vanha/"}
    assert target.apart == {"/kokoukset/kh/2026-05-04/12/ohje/"}


def test_an_alias_that_is_another_page_too_is_not_taken() -> None:
    """A fault in the content must not make a withdrawal take a page that others need."""
    assert found("/uutiset/2026/tie/").former == frozenset()


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        ("/kokoukset/kh/2026-05-04/", "meeting"),
        ("/toimielimet/kh/", "board"),
        ("/tietoa/", "page"),
        ("/asiat/9-2026/", "case"),
        ("content/cases/9-2026.md", "case"),
        ("/asiat/7-2026/", "made"),
        ("/uutiset/2026/", "made"),
        ("/", "made"),
        ("/uutiset/2026/luonnos/", "draft"),
        ("/uutiset/2026/tia/", "unknown"),
        ("content/news/ei.md", "unknown"),
    ],
)
def test_what_has_no_withdrawal_is_told_apart(wanted: str, why: str) -> None:
    """Each kind has its own way, which whoever asks is told."""
    with pytest.raises(NotWithdrawable) as refused:
        found(wanted)
    assert refused.value.why == why


def test_the_nearest_address_is_proposed() -> None:
    """A slip of a letter is no end."""
    with pytest.raises(NotWithdrawable) as refused:
        found("/uutiset/2026/tia/")
    assert refused.value.nearest == "/uutiset/2026/tie/"


@pytest.mark.parametrize("wanted", ["content/news/rikki.md", "/uutiset/2026/rikki/"])
def test_a_file_that_nothing_is_known_of_may_be_meant(wanted: str) -> None:
    """Its fault is told in place of a page that looks like it; a file that has nothing in common isn't meant."""
    with pytest.raises(Unusable) as refused:
        found(wanted, ("content/news/rikki.md", "content/news/muu.md"))
    assert [fault.path for fault in refused.value.faults] == ["content/news/rikki.md"]
    with pytest.raises(NotWithdrawable):
        found("/uutiset/2026/ei/", ("content/news/muu.md",))
