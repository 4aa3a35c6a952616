"""The one property that holds the store: a warm build equals a cold one byte for byte."""

from __future__ import annotations

import random
import shutil
import tempfile
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PIL import Image
from sites import APPEALED_TO, TOML, rebuild
from typeset import paper

BOARDS = ("valtuusto", "hallitus")
DAYS = [date(2026, 1, 5) + timedelta(days=14 * n) for n in range(6)]
STATUSES = ("planned", "agenda", "minutes", "approved\npublished: {published}", "cancelled")
WORDS = ["silta", "koulu", "vesi", "tie", "linja", "budjetti", "kirjasto", "puisto"]
EXTRAS = ("", "draft: true", "expires", "publish_at", "archived: true", "withdrawn: {date: 2026-02-02, reason: Virhe.}")
SLUGS = st.sampled_from(["silta", "koulu", "vesi", "tie"])
ITEMS = st.tuples(st.sampled_from(BOARDS), st.sampled_from(DAYS), st.integers(1, 4))


def prose(seed: int) -> str:
    """Return a text of three sections."""
    pick = random.Random(seed)
    lines = [" ".join(pick.choices(WORDS, k=12)).capitalize() + "." for _ in range(3)]
    return f"## Selostus\n\n{lines[0]}\n\n## Ehdotus\n\n{lines[1]}\n\n## Päätös\n\n{lines[2]}\n"


class Editing(RuleBasedStateMachine):
    """An editor at work: files come, change, move and go, days pass, and after each step the site is right."""

    toml = TOML

    @initialize()
    def begin(self) -> None:
        """Begin with an empty site."""
        self.folder = Path(tempfile.mkdtemp())
        self.source, self.output = self.folder / "site", self.folder / "output"
        self.source.mkdir()
        (self.source / "site.toml").write_text(self.toml)
        self.day = date(2026, 1, 1)

    def put(self, path: str, text: str) -> None:
        """Write one file of the site."""
        (self.source / path).parent.mkdir(parents=True, exist_ok=True)
        (self.source / path).write_text(text, encoding="utf-8")

    @rule(item=ITEMS, seed=st.integers(0, 5), case=st.sampled_from(["", "7/2026", "8/2026"]), topic=SLUGS, personal=st.booleans())
    def write_item(self, item: tuple[str, date, int], seed: int, case: str, topic: str, personal: bool) -> None:
        """Write or change an item."""
        board, day, section = item
        name = "[Maija Esimerkki]{.personal}" if personal else "Maija"
        appeal = "{kind: rectification}"
        facts = f"title: Asia {seed}\nsection: {section}\ncase: {case}\ntopics: [{topic}]\nappeal: {appeal}"
        self.put(f"content/minutes/{board}/{day}/{section}-asia.md", f"---\n{facts}\n---\n{name}\n\n{prose(seed)}")

    @rule(board=st.sampled_from(BOARDS), day=st.sampled_from(DAYS), status=st.sampled_from(STATUSES), wait=st.integers(0, 9))
    def write_meeting(self, board: str, day: date, status: str, wait: int) -> None:
        """Say how far a meeting has come."""
        status = status.format(published=day + timedelta(days=wait))
        self.put(f"content/minutes/{board}/{day}/meeting.md", f"---\nstatus: {status}\n---\n")

    @rule(slug=SLUGS, day=st.sampled_from(DAYS), seed=st.integers(0, 3), extra=st.sampled_from(EXTRAS))
    def write_news(self, slug: str, day: date, seed: int, extra: str) -> None:
        """Write or change a news item."""
        line = f"{extra}: {day + timedelta(days=9)}" if extra in ("expires", "publish_at") else extra
        self.put(f"content/news/{slug}.md", f"---\ntitle: Uutinen {seed}\ndate: {day}\ntopics: [{slug}]\n{line}\n---\n{prose(seed)}")

    @rule(name=st.sampled_from(BOARDS), title=st.sampled_from(["Valtuusto", "Hallitus"]))
    def write_board(self, name: str, title: str) -> None:
        """Say what a board is called."""
        self.put(f"content/minutes/{name}/board.md", f"---\nname: {title}\nabbreviation: {title[:2]}\n---\n")

    @rule(slug=SLUGS, seed=st.integers(0, 3))
    def write_page(self, slug: str, seed: int) -> None:
        """Write a plain page."""
        facts = f"title: Sivu {seed}\nin_menu: {'true' if seed % 2 else 'false'}"
        self.put(f"content/pages/{slug}-sivu.md", f"---\n{facts}\n---\nTeksti {seed}.\n")

    @rule(pick=st.integers(0, 1000))
    def remove(self, pick: int) -> None:
        """Remove a file."""
        files = sorted(path for path in (self.source / "content").rglob("*.md"))
        if files:
            files[pick % len(files)].unlink()

    @rule(pick=st.integers(0, 1000), name=st.sampled_from(["uusi", "toinen"]))
    def move_news(self, pick: int, name: str) -> None:
        """Move a news item to another address."""
        files = sorted((self.source / "content/news").glob("*.md")) if (self.source / "content/news").is_dir() else []
        if files:
            files[pick % len(files)].rename(self.source / f"content/news/{name}.md")

    @rule(days=st.integers(1, 40))
    def pass_days(self, days: int) -> None:
        """Let days pass."""
        self.day += timedelta(days=days)

    @rule(title=st.sampled_from(["Esimerkkilä", "Mallila"]), shows=st.booleans())
    def change_settings(self, title: str, shows: bool) -> None:
        """Change site.toml."""
        self.put("site.toml", self.toml.replace("Esimerkkilän kunta", title) + f"show_uninspected = {str(shows).lower()}\n")

    @rule(word=st.sampled_from(["", "<p>Tiedote</p>"]))
    def change_template(self, word: str) -> None:
        """Override a template, or no longer."""
        path = self.source / "templates/404.html"
        if word:
            self.put("templates/404.html", "{% extends 'base.html' %}{% block content %}" + word + "{% endblock %}")
        else:
            path.unlink(missing_ok=True)

    @rule()
    def damage(self) -> None:
        """Remove a file of the output, as somebody might."""
        files = sorted(self.output.rglob("*.html")) if self.output.is_dir() else []
        if files:
            files[0].unlink()

    @invariant()
    def warm_equals_cold(self) -> None:
        """What was remembered gives the same bytes as nothing remembered, and no day brings an error."""
        warm = rebuild(self.source, self.output, self.day.isoformat())
        clean = Path(tempfile.mkdtemp(dir=self.folder))
        shutil.copytree(self.source, clean / "site", ignore=shutil.ignore_patterns(".sitegen"))
        cold = rebuild(clean / "site", clean / "output", self.day.isoformat())
        assert warm.codes == cold.codes
        if warm.built.changes:
            assert warm.files == cold.files
        shutil.rmtree(clean)

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.folder)


class EditingEverything(Editing):
    """The same with all that a site can have: search, PDFs, packed copies, documents that are read, pictures, comments."""

    toml = f"""\
{APPEALED_TO}publish.compress = true
[site]
title = "Esimerkkilän kunta"
url = "https://www.esimerkkila.example"
languages = ["fi", "sv"]
"""

    @rule(slug=SLUGS, number=st.integers(0, 2), own=st.booleans(), day=st.sampled_from(DAYS))
    def write_document(self, slug: str, number: int, own: bool, day: date) -> None:
        """Write or change a document, with a text of its own or without one."""
        text = "Oma teksti.\n" if own else ""
        self.put(f"content/documents/{slug}/document.md", f"---\ntitle: Raportti\ndate: {day}\nfile: a.pdf\n---\n{text}")
        (self.source / f"content/documents/{slug}/a.pdf").write_bytes(report(number))

    @rule(slug=SLUGS, name=st.sampled_from(["a", "b"]), text=st.sampled_from(["Hyvä.", "Huono."]))
    def write_comment(self, slug: str, name: str, text: str) -> None:
        """Write or change a comment on a news item; where that is removed or moved later, it's a fault."""
        if (self.source / f"content/news/{slug}.md").exists():
            self.put(f"content/comments/{slug}/{name}.md", f"---\nname: Nimi\ndate: 2026-02-02\n---\n{text}\n")

    @rule(slug=SLUGS, wide=st.integers(1, 2), day=st.sampled_from(DAYS))
    def write_news_with_a_picture(self, slug: str, wide: int, day: date) -> None:
        """Write a news item with a picture, in two languages."""
        self.put(f"content/news/{slug}.md", f"---\ntitle: Kuva\ndate: {day}\nimage: {{file: {slug}.png, alt: Kuva}}\n---\nKuva.\n")
        self.put(f"content/news/{slug}.sv.md", "---\ntitle: Bild\n---\nBild.\n")
        Image.new("RGB", (20 * wide, 20)).save(self.source / f"content/news/{slug}.png")

    @rule(pick=st.integers(0, 1000))
    def damage_anything(self, pick: int) -> None:
        """Remove any file of the output."""
        files = sorted(path for path in self.output.rglob("*") if path.is_file()) if self.output.is_dir() else []
        if files:
            files[pick % len(files)].unlink()


@cache
def report(number: int) -> bytes:
    """Return a PDF."""
    with tempfile.TemporaryDirectory() as folder:
        return paper(f"= Raportti {number}\n\nSilta rakennetaan vuonna {2030 + number}.", Path(folder) / "a.pdf").read_bytes()


SETTINGS = settings(suppress_health_check=list(HealthCheck))


def test_a_warm_build_equals_a_cold_one() -> None:
    """After any series of edits and days, the output is what a first build would have made."""
    run_state_machine_as_test(Editing, settings=settings(SETTINGS, max_examples=12, stateful_step_count=25))


@pytest.mark.soak
def test_a_warm_build_equals_a_cold_one_for_thousands_of_edits() -> None:
    """The same, for as long as anyone cares to wait."""
    run_state_machine_as_test(Editing, settings=settings(SETTINGS, max_examples=80, stateful_step_count=50))


def test_a_warm_build_of_everything_equals_a_cold_one() -> None:
    """The same holds of search, PDFs, packed copies, pictures and what is read of documents."""
    run_state_machine_as_test(EditingEverything, settings=settings(SETTINGS, max_examples=3, stateful_step_count=10))


@pytest.mark.soak
def test_a_warm_build_of_everything_equals_a_cold_one_for_hundreds_of_edits() -> None:
    """The same, for as long as anyone cares to wait."""
    run_state_machine_as_test(EditingEverything, settings=settings(SETTINGS, max_examples=20, stateful_step_count=25))
