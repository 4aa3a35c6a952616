"""``sitegen log``: the log is carried on, and read again in words."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from sites import unpack

Run = Callable[..., subprocess.CompletedProcess[str]]
LOG = "publications.jsonl"
FOLDER = "content/minutes/kunnanhallitus/2026-03-02"
PAGE = "/kokoukset/kunnanhallitus/2026-03-02/5/"
SITE = """
    -- content/minutes/kunnanhallitus/2026-03-02/meeting.md --
    ---
    status: approved
    published: 2026-03-09
    ---
    -- content/minutes/kunnanhallitus/2026-03-02/5-tie.md --
    ---
    title: Tie
    section: 5
    agenda: 2
    aliases: [/vanha-tie/]
    appeal: {kind: rectification}
    ---
    ## Päätös

    Tie rakennetaan.
    """


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return the folder of a site with one decision."""
    return unpack(SITE, tmp_path / "town")


@pytest.fixture
def log(run: Run, source: Path) -> Run:
    """Return a function that runs ``sitegen log`` in the site."""
    return lambda *arguments, **more: run("log", *arguments, folder=source, **more)


def written(source: Path) -> list[dict[str, str]]:
    """Return the lines of the log."""
    return [json.loads(line) for line in (source / LOG).read_text(encoding="utf-8").splitlines()]


def test_the_first_run_logs_what_is_on_view(log: Run, source: Path) -> None:
    """It says how many lines there are, what to commit, and the digest of the last line."""
    done = log("--as-of", "9.3.2026")
    line = written(source)[-1]
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"1 line added to {LOG}: commit it; its last line is {line['digest']}\n"
    assert (line["day"], line["event"], line["address"], line["published"]) == ("2026-03-09", "on-view", PAGE, "2026-03-09")


def test_a_second_run_adds_nothing(log: Run, source: Path) -> None:
    """The file isn't touched, and the digest is told again."""
    log("--as-of", "2026-03-09")
    before = (source / LOG).read_bytes()
    done = log("--as-of", "2026-04-09", lang="fi")
    assert (source / LOG).read_bytes() == before
    assert done.stdout == f"Tiedostoon {LOG} ei ole lisättävää; sen viimeinen rivi on {written(source)[-1]['digest']}\n"


def test_a_site_without_minutes_on_view_gets_no_log(log: Run, source: Path) -> None:
    """Before the first publication there is nothing to tell."""
    done = log("--as-of", "2026-03-08")
    assert (done.returncode, done.stdout) == (0, "No minutes are on view: there is nothing to log.\n")
    assert not (source / LOG).exists()


def test_a_day_before_the_last_line_is_refused(log: Run, source: Path) -> None:
    """Lines never go back in time; the day of the last line itself may be logged again."""
    log("--as-of", "2026-03-09")
    before = (source / LOG).read_bytes()
    done = log("--as-of", "2026-03-08", lang="fi")
    assert done.returncode == 2
    assert "9.3.2026" in done.stderr and "8.3.2026" in done.stderr
    assert (source / LOG).read_bytes() == before
    assert log("--as-of", "2026-03-09").returncode == 0


def test_an_error_in_the_content_stops_the_log(log: Run, source: Path) -> None:
    """What could not be published is not logged as if it were."""
    (source / FOLDER / "6-silta.md").write_text("---\ntitel: Silta\n---\n", encoding="utf-8")
    done = log("--as-of", "2026-03-09")
    assert done.returncode == 1
    assert "error[FM002]" in done.stderr and "nothing was logged" in done.stderr
    assert not (source / LOG).exists()


def test_a_template_that_fails_stops_the_log_as_it_stops_a_build(log: Run, source: Path) -> None:
    """All that ``check`` finds is found."""
    (source / "templates").mkdir()
    (source / "templates/404.html").write_text("{{ page.nothing }}", encoding="utf-8")
    done = log("--as-of", "2026-03-09")
    assert done.returncode == 1 and "error[TP001]" in done.stderr
    assert not (source / LOG).exists()


def test_a_log_that_cant_be_trusted_stops_it(log: Run, source: Path) -> None:
    """Neither is anything added to it nor anything told from it."""
    log("--as-of", "2026-03-09")
    data = (source / LOG).read_bytes().replace(b'"published":"2026-03-09"', b'"published":"2026-03-02"')
    (source / LOG).write_bytes(data)
    for arguments in (("--as-of", "2026-03-10"), (PAGE,)):
        done = log(*arguments)
        assert done.returncode == 1 and f"{LOG}:1:1: error[LG001]" in done.stderr
    assert (source / LOG).read_bytes() == data


def test_a_log_that_cant_be_written_is_told(log: Run, source: Path) -> None:
    """The status says that nothing was written, and the system why."""
    (source / f".{LOG}").mkdir()
    done = log("--as-of", "2026-03-09")
    assert done.returncode == 3
    assert done.stderr.startswith(f"{LOG}: error[WR001]")
    assert not (source / LOG).exists()


def change(source: Path, before: str, after: str) -> None:
    """Replace words of the decision."""
    file = source / FOLDER / "5-tie.md"
    file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


@pytest.fixture
def lived(log: Run, source: Path) -> list[dict[str, str]]:
    """Return the log of a decision that was changed, withdrawn and put back."""
    log("--as-of", "2026-03-09")
    change(source, "Tie rakennetaan.", "Tie rakennetaan leveämpänä.")
    log("--as-of", "2026-03-12")
    change(source, "section: 5", "section: 5\nwithdrawn: {date: 2026-04-01, reason: Väärä kartta}")
    log("--as-of", "2026-04-01")
    change(source, "withdrawn: {date: 2026-04-01, reason: Väärä kartta}\n", "")
    log("--as-of", "2026-04-03")
    return written(source)


def test_an_address_tells_what_the_log_shows_of_it(log: Run, lived: list[dict[str, str]]) -> None:
    """From when to when it was on view, and each change with its day and digest."""
    done = log(PAGE, lang="fi")
    first, second = lived[0]["content"], lived[1]["content"]
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        f"{PAGE}  (item/kunnanhallitus/2026-03-02/5, fi)",
        "  Nähtävillä 9.3.2026 alkaen; ei enää 1.4.2026",
        "  Nähtävillä 3.4.2026 alkaen",
        "",
        "9.3.2026  nähtävillä",
        "  sisällön mukaan nähtävillä 9.3.2026 alkaen",
        f"  oikeudellisen sisällön SHA-256: {first}",
        "",
        "12.3.2026  nähtävillä ollut sisältö muuttui",
        "  sisällön mukaan nähtävillä 9.3.2026 alkaen",
        f"  oikeudellisen sisällön SHA-256: {second}",
        "",
        "1.4.2026  ei enää nähtävillä",
        "  syy: Väärä kartta",
        "",
        "3.4.2026  nähtävillä",
        "  sisällön mukaan nähtävillä 9.3.2026 alkaen",
        f"  oikeudellisen sisällön SHA-256: {second}",
    ]


AGENDA = "/kokoukset/kunnanhallitus/2026-03-02/asia-2/"


@pytest.mark.parametrize(
    "address",
    ["/vanha-tie/", "vanha-tie", AGENDA, f"https://www.esimerkkila.example{PAGE}", PAGE.rstrip("/"), f"{FOLDER}/5-tie.md"],
)
def test_any_address_that_leads_to_the_item_does(log: Run, lived: list[dict[str, str]], address: str) -> None:
    """An alias, the one of the agenda, a whole address from a browser, one without its last slash; and so does the path of its file."""
    assert log(address).stdout == log(PAGE).stdout != ""


def test_an_address_that_only_the_log_knows_does(log: Run, source: Path, lived: list[dict[str, str]]) -> None:
    """What the content has lost, the log still tells."""
    (source / FOLDER / "5-tie.md").unlink()
    assert f"{PAGE}  (" in log(PAGE).stdout


def test_two_items_that_were_at_one_address_are_told_apart(log: Run, source: Path, lived: list[dict[str, str]]) -> None:
    """Where a number was corrected, and back again, each item has its own times."""
    change(source, "section: 5", "section: 5\nid: kunnanhallitus/2026-03-02/4")
    log("--as-of", "2026-05-01")
    change(source, "\nid: kunnanhallitus/2026-03-02/4", "")
    log("--as-of", "2026-05-03")
    said = log(PAGE).stdout.splitlines()
    assert [line for line in said if line.startswith(PAGE)] == [
        f"{PAGE}  (item/kunnanhallitus/2026-03-02/5, fi)",
        f"{PAGE}  (item/kunnanhallitus/2026-03-02/4, fi)",
    ]
    assert "  On view from 1 May 2026; no longer on 3 May 2026" in said


def test_an_unknown_address_names_the_nearest(log: Run, lived: list[dict[str, str]]) -> None:
    """A slip is wrong use."""
    done = log("/kokoukset/kunnanhallitus/2026-03-02/55/")
    assert done.returncode == 2
    assert f"Did you mean '{PAGE}'?" in done.stderr


def test_an_item_that_was_not_on_view_yet_is_no_slip(log: Run) -> None:
    """The log shows nothing of it, and that is an answer."""
    done = log(PAGE)
    assert done.returncode == 0
    assert done.stdout == "The publication log shows nothing of this: it has not been on view on a day that was logged.\n"


def test_a_day_makes_no_sense_where_the_log_is_read(log: Run) -> None:
    """Nothing is logged then."""
    assert log(PAGE, "--as-of", "2026-03-09").returncode == 2
