"""No PDF stops a build, makes it wait for ever or ends it: what can't be read is told in a word."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typeset import paper

from sitegen.content import read_pdf_apart, read_pdf_lines
from sitegen.content.pdf.lines import SOFT_HYPHEN
from sitegen.content.read_pdf_apart import read_apart
from sitegen.content.read_pdf_lines import read_leaves


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a PDF of two pages, the second without text."""
    return paper(
        "Teksti *on* <b>tässä</b>\u0301 #linebreak() ja 𝄞 😀.\n#pagebreak()\n#rect()", tmp_path_factory.mktemp("pdf") / "a.pdf"
    )


def test_lines_come_with_their_words(pdf: Path) -> None:
    """Each page is there, also one without text, and no control character is in any line."""
    leaves = read_apart(pdf)
    assert (leaves.count, leaves.problem, len(leaves.leaves)) == (2, "", 2)
    assert leaves.leaves[0].lines[0].text.startswith("Teksti on ") and leaves.leaves[1].lines == ()
    assert leaves == read_leaves(str(pdf))


def test_a_hyphen_at_a_lines_end_is_marked(tmp_path: Path) -> None:
    """Nobody can tell yet whose it is."""
    file = paper("#set page(width: 4.2cm)\n#set text(hyphenate: true)\nOsuuskauppatoiminta", tmp_path / "a.pdf")
    assert any(line.text.endswith(SOFT_HYPHEN) for line in read_apart(file).leaves[0].lines)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"<html></html>", b"\x00" * 5000])
def test_a_broken_file_is_told_to_be_broken(tmp_path: Path, data: bytes) -> None:
    """Whatever the bytes are, and a file that isn't there."""
    (tmp_path / "a.pdf").write_bytes(data)
    assert read_apart(tmp_path / "a.pdf").problem == "broken"
    assert read_apart(tmp_path / "b.pdf").problem == "broken"


def test_a_locked_file_is_told_to_be_locked(pdf: Path, tmp_path: Path) -> None:
    """The encryption dictionary of a file whose password nobody has."""
    data = pdf.read_bytes()
    trailer = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>] /Root " % (b"41" * 32, b"42" * 32)
    (tmp_path / "a.pdf").write_bytes(data.replace(b"/Root ", trailer))
    assert read_apart(tmp_path / "a.pdf").problem == "locked"


def test_a_file_of_pictures_is_told_to_be_scanned(tmp_path: Path) -> None:
    """Its pages are counted all the same."""
    leaves = read_apart(paper("#rect()\n#pagebreak()\n#rect()", tmp_path / "a.pdf"))
    assert (leaves.count, leaves.problem) == (2, "scanned")


def test_what_is_too_large_is_not_read(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its bytes, its pages, or the time that it takes."""
    assert read_apart(pdf, seconds=0.001).problem == "huge"
    monkeypatch.setattr(read_pdf_lines, "MOST_PAGES", 1)
    assert (read_leaves(str(pdf)).count, read_leaves(str(pdf)).problem) == (2, "huge")
    monkeypatch.setattr(read_pdf_apart, "MOST_BYTES", 10)
    assert read_apart(pdf).problem == "huge"


def test_a_reader_that_dies_is_no_end_of_the_build(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that makes PDFium crash is told to be broken."""

    def dies(command: list[str], **more: object) -> bytes:
        raise subprocess.CalledProcessError(-11, command)

    monkeypatch.setattr(subprocess, "check_output", dies)
    assert read_apart(pdf).problem == "broken"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 20_000), instead=st.binary(max_size=40))
def test_no_damage_raises(pdf: Path, tmp_path: Path, place: int, instead: bytes) -> None:
    """Whatever a byte of a file becomes, something is told of it."""
    data = pdf.read_bytes()
    place %= len(data)
    (tmp_path / "a.pdf").write_bytes(data[:place] + instead + data[place + len(instead) :])
    assert read_leaves(str(tmp_path / "a.pdf")).problem in ("", "scanned", "broken", "locked", "huge")
