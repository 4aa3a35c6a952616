"""Nothing in a text can harm who reads the page, and the same text has the same bytes on every machine."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.render.body import make_body

ROOT = Path(__file__).parent.parent.parent
HOSTILE = ROOT.parent / "shared/cases/hostile"
PIECES = (
    "<", ">", "a ", "svg", "script", "/", " onload=x", ' href="', "javascript:", '"', "'", "=", "&", "#58;", "\n", "[x](", ")", "`",
    "<!--", "-->", "<![CDATA[", "]]>", "<div>", "<math>", "<style>", "</style>", "<p title='", "{onclick=x style=y}",
)  # fmt: skip
SCHEMES = ("http:", "https:", "mailto:", "tel:")


class Tags(HTMLParser):
    """Collects the start tags of HTML with their attributes."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def drawn(text: str) -> str:
    """Return all HTML of a text."""
    prose = make_body(text, "plain", "fi").prose
    return "\n".join([*(section.title + section.html for section in prose.sections), prose.footnotes])


def dangers(html: str) -> list[str]:
    """Return what of *html* could run, style, or lead elsewhere than a link may."""
    tags = Tags()
    tags.feed(html)
    tags.close()
    harmful = "script style iframe object embed svg math form input button link meta base template".split()
    return [
        f"{tag} {name}={value}"
        for tag, attributes in tags.found
        for name, value in [("", ""), *attributes.items()]
        if tag in harmful
        or name.startswith("on")
        or name in ("style", "srcset", "formaction", "xlink:href")
        or (name in ("href", "src") and not re.fullmatch("\x02[0-9]+\x03", value) and not value.startswith(SCHEMES))
    ]


def hostile_texts() -> list[str]:
    """Return what was collected elsewhere to break pages like ours; nothing where it isn't at hand."""
    if not HOSTILE.is_dir():
        return []
    items = json.loads((HOSTILE / "html5-security-items.json").read_text(encoding="utf-8"))
    vectors = [re.sub("%js_[a-z_]*%", "javascript:alert(1)", item["data"]) for item in items]
    files = [*sorted((HOSTILE / "bleach").glob("*.test")), HOSTILE / "html5-security-vectors.txt"]
    naughty = json.loads((HOSTILE / "naughty-strings.json").read_text(encoding="utf-8"))
    return [*vectors, *(file.read_text(encoding="utf-8", errors="replace") for file in files), *naughty]


@pytest.mark.parametrize("form", ["{}", "sana {} sana", "- {}", "## {}", "[sana]({})", '<a href="{}">x</a>', "> {}\n\n[^1]: {}\n\nx[^1]"])
def test_hostile_texts_do_no_harm(form: str) -> None:
    """As blocks, in a line, as headings, addresses and footnotes they run nothing."""
    texts = hostile_texts()
    if not texts:
        pytest.skip("the hostile texts aren't at hand")
    assert len(texts) > 500
    assert [(text, found) for text in texts if (found := dangers(drawn(form.replace("{}", text))))] == []


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_no_text_does_harm(text: str) -> None:
    """Pieces of HTML in any order come out harmless."""
    assert dangers(drawn(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vesi on H<sub>2</sub>O.<br>Niin.",
        "<details>\n<summary>Lisää</summary>\n<p>x</p>\n</details>",
        '<table><tr><td colspan="2">a</td></tr></table>',
    ],
)
def test_html_that_is_allowed_stays_without_a_word(text: str) -> None:
    """Elements that Markdown lacks may be written as HTML."""
    body = make_body(text, "plain", "fi")
    assert body.outline.faults == ()
    assert re.findall("<[a-z]+", text)[0] in body.prose.sections[0].html


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("Yksi\n\n<div onclick=\"x\">kaksi</div>", 3, "<div>"),
        ("Yksi\nkaksi <font>x</font>", 2, "<font>"),
        ("<b>x</b>\n\n<script>\nx\n</script>", 3, "<script>"),
        ("<p>a</p>\n\n<p style='x'>a</p>", 3, "<p>"),
        ("x\n\n<?php x ?>", 3, "<?"),
        ('<span class="muu">x</span>', 1, "<span>"),
    ],
)
def test_html_that_was_changed_is_told_of(text: str, line: int, found: str) -> None:
    """The author learns what doesn't reach the page, and where it stands."""
    body = make_body(text, "plain", "fi")
    assert [(fault.code, fault.line, fault.args) for fault in body.outline.faults] == [("TX005", line, {"found": found})]


def test_attribute_lists_bring_in_nothing_that_html_could_not() -> None:
    """Styles, handlers and unknown classes are taken out of Markdown's own attributes too."""
    assert drawn("sana\n{: .lead onclick=x style=y #oma}\n").strip() == '<p id="oma">sana</p>'


def test_control_characters_cannot_be_written() -> None:
    """What stands for links, personal data and places is ours alone, even where reading was left out."""
    html = drawn("[x](/a/) \x020\x03 \x0ey\x0f \x111\x12 \x00 \ud800 &#2;0&#3; &#x000E;y&#015; <b title='&#14 &#XF;&#017'>z</b>")
    assert html.count("\x02") == html.count("\x03") == 1
    assert not set("\x00\x0e\x0f\x11\x12\ud800") & set(html)
    assert "A&amp;B\n" in drawn("A&#38;B&#10;C")


def test_the_order_of_attributes_depends_on_nothing() -> None:
    """Two processes with other seeds of Python's hashes make the same bytes."""
    text = '[a](/x/ "t"){#i lang=sv} ![k](k.jpg){width=1 height=2 title=z}\n\n<td>|\n\n| a |\n|:-:|\n| b |\n\nx[^1]\n\n[^1]: y'
    code = f"from sitegen.render.body import make_body; print(ascii(make_body({text!r}, 'plain', 'fi')))"
    made = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(made) == 1
