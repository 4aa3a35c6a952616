"""Every page and style sheet is valid, of the kinds too that the shipped site has on no single day."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from sites import rebuild, unpack

# A day on which other things are on view than on that of tests/templates.
DAY = "2026-06-15"
# Stages and texts that the shipped site leaves out.
RARE = """
-- site.toml --
[site]
title = "Esimerkkilän \\"kunta\\" & <b>kylät</b>"
url = "https://www.esimerkkila.example/kunta"
languages = ["sv", "fi"]
show_uninspected = true
-- content/minutes/hallitus/2026-05-04/meeting.md --
---
status: minutes
---
-- content/minutes/hallitus/2026-05-04/1-a.md --
---
title: Otsikko <em>"lainaus"</em> & muuta
section: 1a
case: "A/1 & <2>"
appeal: {kind: rectification}
---
## Selostus {#oma}

Teksti[^1] ja <details><summary>lisää</summary><p>sisältö</p></details> ja **[nimi](#oma)**.

| a | b |
|--:|:-:|
| 1 | 2 |

<p>Kesken <b>jäi

- [ ] yksi
    1. kaksi

        koodia < & >

Termi
:   Selitys

[^1]: Alaviite.

## Päätös

<script>alert(1)</script> <div><span>auki</div>

Päätettiin.
-- content/minutes/hallitus/2026-05-05-2/meeting.md --
---
status: cancelled
start: 2026-05-05 18:00
moved_from: 2026-05-01 17:30
---
-- content/minutes/hallitus/2026-05-05-2/1-b.md --
---
title: Peruttu
agenda: 3
---
-- content/minutes/hallitus/2026-05-06/1-c.md --
---
title: Peruutettu
section: 3
withdrawn: {date: 2026-05-20, reason: Virhe & "väärin"}
aliases: [/vanha/osoite/]
---
-- content/news/ohi.md --
---
title: Ohi
date: 2026-01-01
expires: 2026-02-01
---
-- content/documents/raportti/document.fi.md --
---
title: Raportti
---
-- content/documents/raportti/document.md --
---
title: Rapport
---
<!-- page: 1 -->

Ett

<!-- page: 3 -->

Tre
"""


@pytest.fixture(scope="module")
def outputs(shipped_source: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the outputs of the shipped site and of a site of rare things."""
    shipped = rebuild(shipped_source, tmp_path_factory.mktemp("output"), DAY)
    rare = tmp_path_factory.mktemp("rare")
    source = unpack(RARE, rare / "site")
    built = rebuild(source, rare / "output")
    assert built.built.changes is not None, built.built.faults
    return [shipped.output, built.output]


def errors(java: Path, vnu: Path, *places: Path) -> list[str]:
    """Return what the Nu checker finds wrong with every page and style sheet below *places*, in one run."""
    files = [str(file) for place in places for file in sorted(place.rglob("*")) if file.suffix in (".html", ".css")]
    assert files
    command = [str(java), "-jar", str(vnu), "--errors-only", "--also-check-css", "--format", "json", *files]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    return [f"{one['url']}:{one.get('lastLine')}: {one['message']}" for one in json.loads(told.stderr)["messages"]]


def test_every_page_and_style_sheet_is_valid(
    outputs: list[Path], request: pytest.FixtureRequest, cases: Path, require_tool: Callable[[str], Path]
) -> None:
    """The Nu checker finds no error in the shipped site, in rare things, or in real pages."""
    java, vnu = require_tool("java"), require_tool("vnu.jar")
    real = [request.getfixturevalue("real").output] if (cases.parent / "site").is_dir() else []
    assert errors(java, vnu, *outputs, *real) == []


def test_what_is_not_valid_is_found(tmp_path: Path, require_tool: Callable[[str], Path]) -> None:
    """The checker sees an id that stands twice, an element out of place, and a style that is none."""
    java, vnu = require_tool("java"), require_tool("vnu.jar")
    page = '<!doctype html><html lang="fi"><title>x</title><p id="a"><p id="a"><ul><p>x</ul>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    (tmp_path / "a.css").write_text("p { colour: red }", encoding="utf-8")
    found = errors(java, vnu, tmp_path)
    assert len(found) >= 3
    assert any("a.css" in one for one in found)
