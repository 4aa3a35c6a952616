"""A whole folder of content is read: what is wrong with one file hides no other."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sites import unpack

from sitegen.config import Config
from sitegen.content.read import text_of
from sitegen.content.reading import Content, encode_record, read_content

CONFIG = Config("Kunta", "https://kunta.example", languages=("fi", "sv"))


def news(title: str, fields: str = "") -> str:
    """Return a news item's file."""
    return f"---\ntitle: {title}\ndate: 2026-03-02\n{fields}---\nTeksti.\n"


def put(root: Path, path: str, text: str | bytes) -> None:
    """Write a file below *root*."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())


def read_all(root: Path, remembered: dict[str, bytes] | None = None) -> Content:
    """Read all content below *root*."""
    return read_content(root, CONFIG, "program", lambda: remembered or {}, None)


def told(content: Content) -> list[tuple[str, str]]:
    """Return the path and code of each fault, sorted."""
    return sorted((fault.path, fault.code) for fault in content.faults)


def test_one_bad_file_hides_no_other(tmp_path: Path) -> None:
    """Good files have records, bad ones faults, each its own; the bad are known as unread."""
    for number in range(5):
        put(tmp_path, f"content/news/hyvä-{number}.md", news("Hyvä"))
    put(tmp_path, "content/news/a.md", b"\xff")
    put(tmp_path, "content/news/b.md", "---\ntitle: x\n")
    put(tmp_path, "content/news/c.md", news("C", "draft: ehkä\n"))
    content = read_all(tmp_path)
    assert told(content) == [("content/news/a.md", "FI001"), ("content/news/b.md", "FM001"), ("content/news/c.md", "FM006")]
    assert len(content.records) == 6
    assert content.unread == ("content/news/a.md", "content/news/b.md")


def test_a_file_with_a_fault_is_never_remembered(tmp_path: Path) -> None:
    """Its fault must be told each time: only what was read without any has a key."""
    put(tmp_path, "content/news/a.md", news("A"))
    put(tmp_path, "content/news/c.md", news("C", "draft: ehkä\n"))
    assert list(read_all(tmp_path).keys) == ["content/news/a.md"]


def test_a_record_that_is_remembered_is_not_read_again(tmp_path: Path) -> None:
    """The key holds the program, the language, the path and the bytes; another byte is another key."""
    put(tmp_path, "content/news/a.md", news("A"))
    put(tmp_path, "content/news/a.sv.md", "---\ntitle: A på svenska\n---\n")
    first = read_all(tmp_path)
    memory = {first.keys[record.path]: encode_record(record) for record in first.records}
    assert read_all(tmp_path, memory).records == first.records
    assert read_all(tmp_path, memory).known == set(memory)
    put(tmp_path, "content/news/a.md", news("Toinen"))
    changed = read_all(tmp_path, memory)
    assert not set(changed.keys.values()) & set(memory)


def test_workers_read_what_one_process_reads(tmp_path: Path) -> None:
    """Chunks handed out to an executor come back in their order, faults too."""
    for number in range(120):
        put(tmp_path, f"content/news/n{number}.md", news("N", "draft: ehkä\n" if number % 7 == 0 else ""))
        put(tmp_path, f"content/news/n{number}.sv.md", "---\ntitle: N på svenska\n---\n")
    with ThreadPoolExecutor(2) as executor:
        assert read_content(tmp_path, CONFIG, "program", dict, executor) == read_all(tmp_path)


def test_a_translation_needs_an_original_that_is_none_itself(tmp_path: Path) -> None:
    """Without an original, or of another translation, it is an orphan; of one that can't be read it isn't."""
    put(tmp_path, "content/news/a.sv.md", "---\ntitle: A\n---\n")
    put(tmp_path, "content/news/a.sv.fi.md", "---\ntitle: A\n---\n")
    put(tmp_path, "content/news/b.md", b"\xff")
    put(tmp_path, "content/news/b.sv.md", "---\ntitle: B\n---\n")
    assert told(read_all(tmp_path)) == [
        ("content/news/a.sv.fi.md", "AD006"), ("content/news/a.sv.md", "AD006"), ("content/news/b.md", "FI001"),
    ]  # fmt: skip


def test_a_language_that_the_site_has_not_is_told(tmp_path: Path) -> None:
    """It has no record, so nothing is made of it, in the file's name or in its field."""
    put(tmp_path, "content/news/a.md", news("A"))
    put(tmp_path, "content/news/a.de.md", "---\ntitle: A\n---\n")
    put(tmp_path, "content/news/b.md", news("B", "lang: en\n"))
    content = read_all(tmp_path)
    assert told(content) == [("content/news/a.de.md", "AD009"), ("content/news/b.md", "AD009")]
    assert [record.path for record in content.records] == ["content/news/a.md"]


def test_links_that_leave_the_site_are_refused(tmp_path: Path) -> None:
    """Content comes from the site's folder alone; a link within it to a file is a file."""
    root = tmp_path / "site"
    put(root, "content/news/a.md", news("A"))
    put(tmp_path, "salaisuus.md", news("Salaisuus"))
    put(tmp_path, "kansio/b.md", news("B"))
    (root / "content/news/ulos.md").symlink_to(tmp_path / "salaisuus.md")
    (root / "content/news/kansio").symlink_to(tmp_path / "kansio")
    (root / "content/news/sisään.md").symlink_to("a.md")
    (root / "content/news/silmukka").symlink_to("silmukka")
    (root / "content/news/rikki.md").symlink_to("ei-ole.md")
    (root / "content/pages").symlink_to("news")
    content = read_all(root)
    assert [record.path for record in content.records] == ["content/news/a.md", "content/news/sisään.md"]
    assert told(content) == [
        ("content/news/kansio", "FI004"), ("content/news/rikki.md", "FI008"), ("content/news/silmukka", "FI008"),
        ("content/news/ulos.md", "FI004"), ("content/pages", "FI008"),
    ]  # fmt: skip


def test_what_is_no_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    """A pipe would hold the build for ever; a folder may be called as a file is."""
    put(tmp_path, "content/news/a.md", news("A"))
    os.mkfifo(tmp_path / "content/news/putki.md")
    put(tmp_path, "content/news/kansio.md/b.md", news("B"))
    content = read_all(tmp_path)
    assert told(content) == [("content/news/putki.md", "FI008")]
    assert len(content.records) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    """A file or a folder without permission is a fault and no traceback."""
    put(tmp_path, "content/news/a.md", news("A"))
    put(tmp_path, "content/pages/b.md", news("B"))
    (tmp_path / "content/news/a.md").chmod(0)
    (tmp_path / "content/pages").chmod(0)
    try:
        assert told(read_all(tmp_path)) == [("content/news/a.md", "FI008"), ("content/pages", "FI008")]
    finally:
        (tmp_path / "content/pages").chmod(0o700)


def test_names_that_no_message_could_show_are_told_in_another_form(tmp_path: Path) -> None:
    """Bytes that aren't UTF-8 and line ends in a name are written as \\x…, so that every terminal can print them."""
    folder = tmp_path / "content/news"
    folder.mkdir(parents=True)
    for name in (b"a\xff.md", b"b\n.md"):
        (folder / os.fsdecode(name)).write_text(news("A"))
    content = read_all(tmp_path)
    assert told(content) == [("content/news/a\\xff.md", "FI007"), ("content/news/b\\x0a.md", "FI007")]


def test_files_of_editors_and_other_kinds_are_passed_over(tmp_path: Path) -> None:
    """What begins with a dot is no content; Markdown under another ending is told, pictures aren't."""
    for path in (".a.md", ".git/b.md", "c.md~", "d.jpg", "e.MD", "f.markdown"):
        put(tmp_path, f"content/news/{path}", news("A"))
    content = read_all(tmp_path)
    assert content.records == []
    assert told(content) == [("content/news/e.MD", "FI005"), ("content/news/f.markdown", "FI005")]


def test_an_empty_content_folder_is_read(tmp_path: Path) -> None:
    """Nothing is no fault."""
    (tmp_path / "content").mkdir()
    assert read_all(tmp_path) == Content([], [], {}, frozenset(), ())


def test_a_missing_content_folder_is_a_fault(tmp_path: Path) -> None:
    """A folder that has gone missing must not empty the site."""
    assert told(read_all(tmp_path)) == [("site.toml", "CF006")]


def test_the_text_is_what_stands_below_the_front_matter(tmp_path: Path) -> None:
    """However the file's lines end, and whatever lines of hyphens stand in the text."""
    unpack("-- content/news/a.md --\n---\ntitle: A\n---\n\nYksi\n\n---\n\nKaksi\n", tmp_path)
    assert text_of(tmp_path, "content/news/a.md") == "Yksi\n\n---\n\nKaksi"
