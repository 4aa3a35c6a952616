"""Packed copies beside the files of a site, for servers that hand these out."""

from __future__ import annotations

import gzip
import json
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

import brotli  # type: ignore[import-untyped]
from sites import TOML, Site, no_news, rebuild, unpack

from sitegen.build import Options, build
from sitegen.cli.manifest import write_manifest

SITE = f"""
-- site.toml --
{TOML}
[publish]
compress = true
-- static/robots.txt --
User-agent: *
-- static/valmis.js --
{"// pitkä ohjelma" * 20}
-- static/valmis.js.br --
Tekijän oma pakattu tiedosto
-- content/news/silta.md --
---
title: Silta avataan
date: 2026-05-04
---
Silta avataan liikenteelle.
-- content/news/tie.md --
---
title: Tie suljetaan
date: 2026-05-05
---
Tie suljetaan.
"""
OWN = "valmis.js.br"


def copies(site: Site) -> dict[str, bytes]:
    """Return the packed copies in an output by their paths; a site's own file isn't one."""
    return {path: data for path, data in site.files.items() if path.endswith((".br", ".gz")) and path != OWN}


def unpacked(path: str, data: bytes) -> bytes:
    """Return what a packed copy holds."""
    return brotli.decompress(data) if path.endswith(".br") else gzip.decompress(data)


def built(tmp_path: Path) -> Site:
    """Return a site with packed copies."""
    return rebuild(unpack(SITE, tmp_path / "site"), tmp_path / "output")


def test_each_text_has_two_copies_of_the_same_bytes(tmp_path: Path) -> None:
    """What a browser unpacks is what the file holds; what is small, or no text, has no copies."""
    site = built(tmp_path)
    assert all(unpacked(path, data) == site.files[path[:-3]] for path, data in copies(site).items())
    large = {path for path, data in site.files.items() if len(data) >= 200 and not path.endswith((".woff2", ".br", ".gz", ".png", ".ico"))}
    assert {path[:-3] for path in copies(site) if path.endswith(".br")} == large - {"valmis.js"}
    assert {path[:-3] for path in copies(site) if path.endswith(".gz")} == large
    assert "robots.txt" not in large


def test_a_file_of_the_site_is_no_copy(tmp_path: Path) -> None:
    """What a site's own folder holds is published as it is, whatever its name."""
    assert built(tmp_path).read(OWN) == "Tekijän oma pakattu tiedosto\n"


def test_copies_are_remembered_with_their_files(tmp_path: Path) -> None:
    """A second build draws nothing; after an edit the copies that change are those of files that change."""
    first = built(tmp_path)
    again = rebuild(first.source, first.output).built
    assert again.changes is not None and not again.changes and again.drawn == 0
    news = first.source / "content/news/silta.md"
    news.write_text(news.read_text(encoding="utf-8").replace("liikenteelle", "kaikille"), encoding="utf-8")
    edited = rebuild(first.source, first.output).built
    assert edited.changes is not None
    changed = {*edited.changes.changed} - {".well-known/sitegen.json"}
    assert "uutiset/2026/silta/index.html.br" in changed
    assert {path[:-3] for path in changed if path.endswith(".br")} == {path for path in changed if not path.endswith((".br", ".gz"))}


def test_a_copy_that_is_missing_or_damaged_is_made_anew(tmp_path: Path) -> None:
    """The output is what the content makes, in each of its files."""
    site = built(tmp_path)
    before = site.files
    (site.output / "index.html.br").unlink()
    (site.output / "uutiset/index.html.gz").write_bytes(b"x")
    assert rebuild(site.source, site.output).files == before


def test_copies_go_with_their_file_and_with_the_setting(tmp_path: Path) -> None:
    """Nothing packed is left of a page that is gone, nor anything at all once the site wants no copies."""
    site = built(tmp_path)
    (site.source / "content/news/tie.md").unlink()
    without = rebuild(site.source, site.output)
    assert not any("tie" in path for path in without.files)
    toml = site.source / "site.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace("compress = true", "compress = false"), encoding="utf-8")
    assert copies(rebuild(site.source, site.output)) == {}


def test_workers_pack_the_same_bytes(tmp_path: Path) -> None:
    """Copies made in other processes are those made in this one."""
    site = built(tmp_path)
    for number in range(80):
        text = f"---\ntitle: Uutinen {number}\ndate: 2026-05-06\n---\nTeksti.\n"
        (site.source / f"content/news/{number}.md").write_text(text, encoding="utf-8")
    here = rebuild(site.source, tmp_path / "here").files
    with ProcessPoolExecutor(2) as executor:
        build(Options(site.source, tmp_path / "there", date(2026, 6, 1), memory=tmp_path / "memory"), executor, no_news)
    assert {path: (tmp_path / "there" / path).read_bytes() for path in here} == here


def test_a_preview_has_no_copies(tmp_path: Path) -> None:
    """What is built with drafts is looked at and not published: nothing is packed for it."""
    source = unpack(SITE, tmp_path / "site")
    assert copies(rebuild(source, tmp_path / "output", drafts=True)) == {}


def test_the_manifest_tells_copies(tmp_path: Path) -> None:
    """A copy is told with the kind and source of its file, so that what uploads by the manifest leaves none out."""
    site = built(tmp_path)
    write_manifest(site.built, tmp_path / "manifest.json")
    rows = {row["path"]: row for row in json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))}
    assert rows.keys() == site.files.keys()
    file, copy = rows["uutiset/2026/silta/index.html"], rows["uutiset/2026/silta/index.html.br"]
    assert (copy["kind"], copy["source"]) == (file["kind"], file["source"])
