"""A PDF that nobody can search or hear is found, and no PDF makes a check fail."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from sites import no_news, unpack

from sitegen.build import Options, find_faults
from sitegen.content.read_pdf import pdf_faults, what_is_wrong
from sitegen.diagnostics import Diagnostic

FAULTS = Path(__file__).parent.parent / "faults" / "FI009-pdf-without-text"
FOLDER = "content/minutes/kunnanhallitus/2026-03-02"
EMPTY, TEXT = FAULTS / FOLDER / "kartta.pdf", FAULTS / FOLDER / "kuvaus.pdf"


def joined(path: Path, *files: Path) -> Path:
    """Write a PDF with the pages of *files* to *path*."""
    document = pypdfium2.PdfDocument.new()
    for file in files:
        document.import_pages(pypdfium2.PdfDocument(file))
    document.save(path)
    return path


def test_one_page_with_text_is_enough(tmp_path: Path) -> None:
    """A map after a text is no fault, nor a text after a cover."""
    assert what_is_wrong(joined(tmp_path / "a.pdf", EMPTY, EMPTY, TEXT)) == ""
    assert what_is_wrong(joined(tmp_path / "b.pdf", TEXT, EMPTY)) == ""
    assert what_is_wrong(joined(tmp_path / "c.pdf", EMPTY, EMPTY)) == "no page has text"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"<html></html>", b"\x00" * 5000, TEXT.read_bytes()[:200]])
def test_a_broken_file_is_told_to_be_broken(tmp_path: Path, data: bytes) -> None:
    """Whatever the bytes are."""
    (tmp_path / "a.pdf").write_bytes(data)
    assert what_is_wrong(tmp_path / "a.pdf") == "it is broken"


def test_a_locked_file_is_told_to_be_locked(tmp_path: Path) -> None:
    """The encryption dictionary of a file whose password nobody has."""
    trailer = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (b"41" * 32, b"42" * 32)
    (tmp_path / "a.pdf").write_bytes(TEXT.read_bytes().replace(b"/Root 1 0 R", b"/Root 1 0 R " + trailer))
    assert what_is_wrong(tmp_path / "a.pdf") == "it asks for a password"


def found(source: Path) -> list[Diagnostic]:
    """Return all that a check finds in the site in *source*."""
    return find_faults(Options(source, source / "output", date(2026, 6, 1)), None, no_news, pdf_faults)


def test_a_file_that_is_offered_to_nobody_is_not_judged(tmp_path: Path) -> None:
    """What isn't public may be a scanned page."""
    text = f"""
        -- site.toml --
        [site]
        title = "Esimerkkilän kunta"
        url = "https://www.esimerkkila.example"
        source = "private"
        -- {FOLDER}/5-tie.md --
        ---
        title: Tie
        section: 5
        attachments: [{{title: Liite, file: kartta.pdf, public: false, ground: JulkL 24.1 § 20 k}}]
        ---
        Teksti.
        """
    source = unpack(text, tmp_path / "site")
    shutil.copy(EMPTY, source / FOLDER / "kartta.pdf")
    assert found(source) == []


def test_a_translation_does_not_tell_it_again(tmp_path: Path) -> None:
    """The attachment is inherited, and so is its fault."""
    source = shutil.copytree(FAULTS, tmp_path / "site")
    before = found(source)
    (source / "site.toml").write_text((source / "site.toml").read_text(encoding="utf-8") + 'languages = ["fi", "sv"]\n', encoding="utf-8")
    (source / FOLDER / "5-tie.sv.md").write_text("---\ntitle: Vägen\n---\nText.\n", encoding="utf-8")
    assert found(source) == before != []
