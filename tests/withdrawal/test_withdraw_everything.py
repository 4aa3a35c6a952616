"""A withdrawal while faults keep the site from being built, with all that a site can have: search, PDFs, copies, comments, cards."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from holding import all_in, holding
from PIL import Image
from sites import APPEALED_TO, Site, no_news, rebuild, unpack
from typeset import paper

from sitegen.build import Options
from sitegen.errors import Unsearchable
from sitegen.render import pagefind
from sitegen.withdrawal.withdraw import Withdrawn, withdraw

DAY = "2026-06-01"
# The word stands for all that the thing says, its title too; no other file says it.
WORD = "Zyxwolainen"
SITE = f"""\
-- site.toml --
{APPEALED_TO}publish.compress = true
[site]
title = "Esimerkkilän kunta"
url = "https://www.esimerkkila.example"
languages = ["fi", "sv"]
[topics.sillat]
fi = "Sillat"
-- content/minutes/kh/board.md --
---
name: Kunnanhallitus
contacts: [{{name: Maija, role: Sihteeri, phone: "1"}}]
---
-- content/minutes/kh/2026-05-04/meeting.md --
---
status: approved
published: 2026-05-11
---
-- content/minutes/kh/2026-05-04/1-alku.md --
---
title: Avaus
section: 11
case: 8/2026
appeal: {{kind: none, reason: Avaus}}
attachments: [{{title: Kartta, document: kartta}}]
---
## Päätös

Avattiin. Katso [seuraava](2-silta.md) ja [kartta](../../../documents/kartta/document.md).
-- content/minutes/kh/2026-05-04/2-silta.md --
---
title: Kertoo {{item}}
plain: Kertoo {{item}}
summary: Kertoo {{item}}
section: 12
agenda: 2
case: 7/2026
topics: [sillat]
appeal: {{kind: rectification}}
attachments: [{{title: "{{item}}", file: liite.txt}}]
---
## Päätös

Kertoo [{{item}}](kuva.png) erikoissanoja siltaremontista pohjavesialueella. ![{{item}}](kuva.png)
-- content/minutes/kh/2026-05-04/2-silta.sv.md --
---
title: Berättar {{item}}
---
## Beslut

Berättar {{item}}
-- content/minutes/kh/2026-05-04/liite.txt --
{{item}}
-- content/minutes/kh/2026-05-25/meeting.md --
---
status: approved
published: 2026-05-28
---
-- content/minutes/kh/2026-05-25/1-tie.md --
---
title: Tien päällystys
section: 20
case: 7/2026
topics: [sillat]
appeal: {{kind: rectification}}
attachments: [{{document: kartta}}]
---
## Päätös

Erikoissanoja siltaremontista pohjavesialueella, kun [silta](/kokoukset/kh/2026-05-04/12/) on valmis.
-- content/news/silta.md --
---
title: Kertoo {{news}}
lead: Kertoo {{news}}
date: 2026-05-12
cases: [7/2026]
topics: [sillat]
comments: true
image: {{file: kuva.png, alt: "{{news}}"}}
contacts: [{{name: "{{news}}", phone: "2"}}]
---
Kertoo {{news}} erikoissanoja siltaremontista pohjavesialueella.
-- content/news/silta.sv.md --
---
title: Berättar {{news}}
---
Berättar {{news}}
-- content/comments/silta/eka.md --
---
name: {{news}}
date: 2026-05-13
---
Kertoo {{news}}
-- content/news/muu.md --
---
title: Muuta
date: 2026-05-14
topics: [sillat]
related: [silta]
cases: [7/2026]
---
Erikoissanoja siltaremontista pohjavesialueella.
-- content/documents/kartta/document.md --
---
title: Kertoo {{document}}
file: kartta.pdf
date: 2026-05-12
cases: [7/2026]
topics: [sillat]
---
"""
SMALL = f"""\
-- site.toml --
pdf.enabled = false
[site]
title = "Esimerkkilän kunta"
url = "https://www.esimerkkila.example"
-- content/news/silta.md --
---
title: {WORD}
date: 2026-05-12
---
-- content/news/muu.md --
---
title: Muuta
date: 2026-05-14
---
"""
WANTED = {"item": "/kokoukset/kh/2026-05-04/12/", "news": "/uutiset/2026/silta/", "document": "/asiakirjat/kartta/"}
FAULT = "content/pages/rikki.md"


@pytest.fixture(params=WANTED)
def kind(request: pytest.FixtureRequest) -> str:
    """Return each kind of thing in turn."""
    return str(request.param)


@pytest.fixture
def town(kind: str, tmp_path: Path) -> Site:
    """Return a built site in which one thing says the word and another says nothing."""
    text = SITE.replace("{{", "{").replace("}}", "}")
    for one in WANTED:
        text = text.replace("{" + one + "}", WORD if one == kind else "vähän")
    source = unpack(text, tmp_path / "site")
    paper(
        f"= {WORD if kind == 'document' else 'Vähän'}\n\nErikoissanoja siltaremontista pohjavesialueella.",
        source / "content/documents/kartta/kartta.pdf",
    )
    for number, folder in enumerate(("news", "minutes/kh/2026-05-04")):
        Image.radial_gradient("L").resize((900 + number, 600)).convert("RGB").save(
            source / f"content/{folder}/kuva.png"
        )
    built = rebuild(source, tmp_path / "output", DAY)
    assert built.built.changes, built.codes
    return built


def take(town: Site, kind: str) -> Withdrawn:
    """Withdraw a thing while a file that has nothing to do with it has a fault."""
    (town.source / FAULT).parent.mkdir()
    (town.source / FAULT).write_text("---\ntitel: Rikki\n---\n", encoding="utf-8")
    done = withdraw(Options(town.source, town.output, date.fromisoformat(DAY)), WANTED[kind], "Virhe.", None, no_news)
    assert done.built.changes is None
    return done


def test_no_byte_says_what_was_withdrawn(town: Site, kind: str, tmp_path: Path) -> None:
    """Neither a page, a feed, a PDF, what search shows and finds, a card, a copy nor the name of a file.

    The next build makes what one that remembers nothing makes, and remembers nothing of it itself.
    """
    found = holding(town.files, [WORD])
    assert any(path.startswith("haku/2026/fragment/") for path in found)
    assert kind == "news" or any(path.endswith(".pdf") for path in found)
    take(town, kind)
    assert holding(town.files, [WORD]) == {}
    (town.source / FAULT).unlink()
    rebuilt = rebuild(town.source, town.output, DAY)
    copy = shutil.copytree(town.source, tmp_path / "copy", ignore=shutil.ignore_patterns(".sitegen"))
    assert rebuilt.files == rebuild(copy, tmp_path / "cold", DAY).files
    assert holding(rebuilt.files | all_in(town.source / ".sitegen"), [WORD]) == {}


@pytest.mark.parametrize("program", ["exit 1", "echo -n 'x,y,'"])
def test_programs_that_fail_keep_nothing_up(program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no index can be made the page goes all the same: search finds nothing of its year, until a build can make one."""
    site = rebuild(unpack(SMALL, tmp_path / "site"), tmp_path / "output", DAY)
    (tmp_path / "pagefind").write_text(f"#!/bin/sh\n{program}\n", encoding="utf-8")
    (tmp_path / "pagefind").chmod(0o755)
    with monkeypatch.context() as patched:
        patched.setattr(pagefind, "get_executable", lambda: tmp_path / "pagefind")
        done = withdraw(Options(site.source, site.output, date.fromisoformat(DAY)), "/uutiset/2026/silta/", "Virhe.", None, no_news)
    assert isinstance(done.failure, Unsearchable)
    assert holding(site.files, [WORD]) == {}
    assert list(json.loads(site.read("haku/index.json"))["bundles"]) == []
    assert list(json.loads(rebuild(site.source, site.output, DAY).read("haku/index.json"))["bundles"]) == ["/haku/2026/"]
