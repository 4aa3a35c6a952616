"""The linter doesn't cry wolf: what real minutes say is left alone, unless an expert would want to know."""

from __future__ import annotations

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
import yaml
from lxml import html  # type: ignore[import-untyped]
from sites import Make, Site

from sitegen.content.fences import misplaced_fields
from sitegen.content.frontmatter import Source
from sitegen.law.headings import says_nothing

MEETINGS = {"yhdyskuntalautakunta": range(57, 67), "ymparisto-ja-rakennusjaosto": range(67, 70)}
SECTIONS = (("Description", "Selostus"), ("Decisionproposal", "Ehdotus"), ("Decision", "Päätös"))
NOTES = ("DraftingNotes", "DecisionNotes", "Inform", "Correctioninstructions")


def words(markup: str) -> str:
    """Return the paragraphs of a piece of HTML as a text, with no sign that Markdown would read."""
    tree = html.fragment_fromstring(markup or "", create_parent=True)
    for end in tree.iter("p", "br", "li", "tr"):
        end.tail = "\n\n" + (end.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n\n".join(line.replace("<", "&lt;").lstrip("#>-+*= ") for line in lines if line)


def real_item(fields: dict[str, str]) -> str:
    """Return an item's file with the words of a real one: who prepared it and whom it's told to stand in its text."""
    facts = {"title": fields["Name"], "section": fields["Article"], "case": fields["CaseNativeId"], "appeal": {"kind": "rectification"}}
    text = [f"## {name}\n\n{words(fields.get(key, ''))}" for key, name in SECTIONS]
    text.append("## Muut tiedot\n\n" + "\n\n".join(words(fields.get(key, "")) for key in NOTES))
    return f"---\n{yaml.safe_dump(facts, allow_unicode=True)}---\n" + "\n\n".join(text) + "\n"


@pytest.fixture
def files(cases: Path) -> dict[str, str]:
    """Return the files of two real meetings, published as they were."""
    made = {}
    for board, numbers in MEETINGS.items():
        folder = f"content/minutes/{board}/2016-09-05"
        made[f"{folder}/meeting.md"] = "---\nstatus: approved\ninspected: 2016-09-06\npublished: 2016-09-13\n---\n"
        for number in numbers:
            path = cases / "casem/tampere/casem" / f"contents_{number}_extended_properties.json"
            fields = {one["Name"]: one["Text"] for one in json.loads(path.read_text(encoding="utf-8"))["value"]}
            if "Name" in fields:
                made[f"{folder}/{int(fields['Article'])}-asia.md"] = real_item(fields)
    return made


def built(site: Make, files: dict[str, str]) -> Site:
    """Build a site of these files."""
    return site("\n" + "".join(f"-- {path} --\n{text}" for path, text in files.items()), as_of="2016-09-20")


def test_real_minutes_have_no_warning(site: Make, files: dict[str, str]) -> None:
    """Twelve items, each read through: permits, claims, plans, formal matters, with tables of prices, plots and case numbers.

    The only telephone numbers in them are those of officials, each beside a title and mostly an address at work; all
    weekdays fit; no heading is bare; and the numbers that are missing are those of items that nobody collected.
    """
    assert len(files) == 14
    assert built(site, files).codes == []


def test_in_real_minutes_what_is_wrong_is_found(site: Make, files: dict[str, str]) -> None:
    """The same items with a private person's data and a wrong weekday added at their ends."""
    wrong = "\nHakija Maija Esimerkki, s. 12.3.1970, pyysi vastausta maanantaina 5.6.2018.\n\nHänet tavoittaa numerosta 040 123 4567.\n"
    items = {path: text + wrong if "asia" in path else text for path, text in files.items()}
    assert Counter(built(site, items).codes) == {"PD002": 12, "PD003": 12, "TX009": 12}


def test_real_titles_say_something(cases: Path) -> None:
    """Of hundreds of real titles none is so bare that nobody could ask for more."""
    rows = (cases / "titles" / "titles-fi.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert [row for row in rows if says_nothing(row.split("\t")[1])] == []


def test_no_line_of_real_minutes_is_taken_for_a_field(cases: Path) -> None:
    """Wherever an author might begin a text or draw a line, with any page of the cases below it (FM011)."""
    pages = [*(cases / "dynasty").glob("*.HTM"), *(cases / "ahjo").glob("*.html"), *(cases / "titles").glob("*.tsv")]
    lines = [unescape(re.sub("<[^>]*>", "", line)).strip() for page in pages for line in page.read_text("utf-8", "replace").split("\n")]
    assert len(lines) > 1000
    text = "\n---\n".join(line for line in lines if line)
    assert not list(misplaced_fields("x", Source(None, text, 1, 1), "meeting"))
