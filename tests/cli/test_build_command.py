"""What ``sitegen build`` says and writes."""

from __future__ import annotations

import hashlib
import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]
Tree = Callable[[Path], dict[str, bytes]]

DAY = "--as-of=2026-06-01"


def add_expiring(town: Path) -> None:
    """Add a news item that goes on a day."""
    text = "---\ntitle: Tie poikki\ndate: 2026-05-05\nexpires: 2026-06-29\n---\nTie on poikki.\n"
    (town / "content/news/2026/poikki.md").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "form"),
    [
        ("en", r"\d+ files, \d+ drawn, 0 removed, \d+\.\d\d s; changes by itself on 29 June 2026\n"),
        ("fi", r"\d+ tiedostoa, \d+ tehty, 0 poistettu, \d+,\d\d s; muuttuu itsestään 29\.6\.2026\n"),
        ("sv", r"\d+ filer, \d+ gjorda, 0 borttagna, \d+,\d\d s; ändras av sig själv 29\.6\.2026\n"),
    ],
)
def test_a_build_sums_up_what_it_did_in_the_users_language(run: Run, town: Path, lang: str, form: str) -> None:
    """One line tells of files, drawn and removed ones, seconds, and the day on which the site changes by itself."""
    add_expiring(town)
    done = run("build", "--source", town, DAY, lang=lang)
    assert re.fullmatch(form, done.stdout)
    assert done.stderr == ""


def test_the_sum_names_no_day_where_nothing_turns(run: Run, town: Path) -> None:
    """A site that no day changes promises none, and an unchanged build says that it drew nothing."""
    run("build", "--source", town, DAY)
    assert re.fullmatch(r"\d+ files, 0 drawn, 0 removed, \d\.\d\d s\n", run("build", "--source", town, DAY).stdout)


def test_a_removed_page_is_counted(run: Run, town: Path) -> None:
    """What the content no longer has is gone from the output and told."""
    run("build", "--source", town, DAY)
    (town / "content/pages/tietoa.md").unlink()
    assert ", 1 removed, " in run("build", "--source", town, DAY).stdout


def test_a_quiet_build_says_nothing_but_faults(run: Run, town: Path) -> None:
    """With --quiet a clean build is silent, and a faulty one is not."""
    done = run("build", "--source", town, DAY, "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (town / "content/pages/tietoa.md").write_text("---\n---\n", encoding="utf-8")
    assert "error[FM005]" in run("build", "--source", town, DAY, "--quiet").stderr


def test_a_verbose_build_times_each_stage(run: Run, town: Path) -> None:
    """With --verbose each stage has its seconds, in the order of the work."""
    said = run("build", "--source", town, DAY, "--verbose").stderr.splitlines()
    assert [line.split("  ")[-1] for line in said] == [
        "Reading files", "Reading texts", "Checking", "Planning pages", "Drawing pages", "Publishing",
    ]  # fmt: skip
    assert all(re.match(r" +\d+\.\d\d s  ", line) for line in said)


def test_both_forms_of_a_day_are_the_same_day(run: Run, town: Path, files_of: Tree, tmp_path: Path) -> None:
    """The day to build for is written as 2026-06-01 or 1.6.2026."""
    add_expiring(town)
    run("build", "--source", town, "--output", tmp_path / "a", "--as-of", "2026-06-29")
    run("build", "--source", town, "--output", tmp_path / "b", "--as-of", "29.6.2026")
    assert files_of(tmp_path / "a") == files_of(tmp_path / "b")
    assert "Tie on poikki" not in (tmp_path / "a/uutiset/2026/poikki/index.html").read_text(encoding="utf-8")


def test_drafts_are_built_when_asked_for(run: Run, town: Path) -> None:
    """Without --drafts a draft is nowhere."""
    (town / "content/news/2026/luonnos.md").write_text("---\ntitle: L\ndate: 2026-05-05\ndraft: true\n---\n", encoding="utf-8")
    run("build", "--source", town, DAY)
    assert not (town / "output/uutiset/2026/luonnos").exists()
    run("build", "--source", town, DAY, "--drafts")
    assert (town / "output/uutiset/2026/luonnos").exists()


def test_the_manifest_names_each_file_with_what_it_is_made_from(run: Run, town: Path, tmp_path: Path) -> None:
    """Every file of the output is in the manifest with its kind, its source and the digest of its bytes, warm or cold."""
    for name in ("cold.json", "warm.json"):
        run("build", "--source", town, DAY, "--manifest", tmp_path / name)
    rows = json.loads((tmp_path / "cold.json").read_text(encoding="utf-8"))
    assert (tmp_path / "cold.json").read_bytes() == (tmp_path / "warm.json").read_bytes()
    output = town / "output"
    assert {row["path"] for row in rows} == {p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_file()}
    for row in rows:
        assert row["sha256"] == hashlib.sha256((output / row["path"]).read_bytes()).hexdigest()
    news = next(row for row in rows if row["path"] == "uutiset/2026/tie-suljettu/index.html")
    assert (news["kind"], news["source"]) == ("news", "content/news/2026/tie-suljettu.md")


def test_a_manifest_that_cannot_be_written_is_told(run: Run, town: Path, tmp_path: Path) -> None:
    """The site is published all the same, and the message says so."""
    done = run("build", "--source", town, DAY, "--manifest", tmp_path / "nowhere/x.json")
    assert done.returncode == 3
    assert "error[WR008]" in done.stderr
    assert (town / "output/index.html").exists()


def test_a_diff_tells_what_a_build_would_change_and_changes_nothing(run: Run, town: Path, files_of: Tree) -> None:
    """New, changed and removed files are named; neither the output nor the next build is touched by it."""
    run("build", "--source", town, DAY)
    before = files_of(town / "output")
    (town / "content/news/2026/tie-suljettu.md").unlink()
    (town / "content/pages/uusi.md").write_text("---\ntitle: Uusi\n---\n", encoding="utf-8")
    foreseen = run("build", "--source", town, DAY, "--diff")
    assert files_of(town / "output") == before
    lines = foreseen.stdout.splitlines()
    assert "+ uusi/index.html" in lines
    assert "~ index.html" in lines
    assert "- uutiset/2026/tie-suljettu/index.html" in lines
    assert lines[-1].endswith("nothing was written")
    run("build", "--source", town, DAY)
    after = files_of(town / "output")
    signs = {line[2:]: line[0] for line in lines[:-1]}
    assert signs == (
        dict.fromkeys(after.keys() - before.keys(), "+")
        | dict.fromkeys(before.keys() - after.keys(), "-")
        | {path: "~" for path in after.keys() & before.keys() if after[path] != before[path]}
    )


def test_a_diff_compares_what_would_be_drawn(run: Run, town: Path) -> None:
    """Where nothing is remembered every file is drawn, and those that came out as they stand are no change."""
    run("build", "--source", town, DAY)
    shutil.rmtree(town / ".sitegen")
    assert run("build", "--source", town, DAY, "--diff").stdout == "0 new, 0 changed, 0 to be removed; nothing was written\n"


def test_a_diff_makes_no_folder(run: Run, town: Path, tmp_path: Path) -> None:
    """Where there is no site yet everything would be new, and the folder isn't made."""
    done = run("build", "--source", town, DAY, "--diff", "--output", tmp_path / "new")
    assert "+ index.html" in done.stdout
    assert not (tmp_path / "new").exists()


def test_a_diff_refuses_what_a_build_would(run: Run, town: Path, tmp_path: Path) -> None:
    """Somebody else's folder is no site to compare with."""
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/kuva.jpg").write_bytes(b"x")
    assert run("build", "--source", town, "--diff", "--output", tmp_path / "photos").returncode == 3


def test_the_day_of_a_build_is_that_of_the_sites_timezone(run: Run, town: Path) -> None:
    """Without --as-of a site of Kiritimati is a day ahead of one in Pago Pago for all but an hour, wherever the machine is."""
    days = set()
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        settings = f'[site]\ntitle = "T"\nurl = "https://t.example"\ntimezone = "{zone}"\n'
        (town / "site.toml").write_text(settings, encoding="utf-8")
        run("new", "news", f"Uutinen {zone}", "--source", town)
    for path in town.rglob("uutinen-*.md"):
        days.add(re.findall(r"^date: (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)[0])
    assert len(days) == 2


def watched(arguments: list[str], **env: str) -> str:
    """Return what a command prints where a person watches."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(arguments, stdout=theirs, stderr=theirs, stdin=theirs, env=env)
    os.close(theirs)
    said = b""
    try:
        while piece := os.read(ours, 4096):
            said += piece
    except OSError:
        pass
    process.wait(60)
    os.close(ours)
    return said.decode()


@pytest.mark.parametrize(("quiet", "shown"), [([], True), (["--quiet"], False)])
def test_progress_is_shown_on_a_terminal_in_one_line(town: Path, quiet: list[str], shown: bool) -> None:
    """Who watches sees the stages in one line that is gone in the end; with --quiet there is none."""
    arguments = [sys.executable, "-m", "sitegen", "build", "--source", str(town), DAY, *quiet]
    said = watched(arguments, **dict(os.environ, LANG="en_US.UTF-8"))
    assert ("Reading files…" in said) is shown
    assert ("Drawing pages 0/" in said) is shown
    assert "\n" not in said.partition("files,")[0].rpartition("\r")[0]


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_are_for_terminals_that_want_them(town: Path, variables: dict[str, str], coloured: bool) -> None:
    """A terminal sees colours unless NO_COLOR is set; what is read by a program has none (held by the other tests)."""
    (town / "content/pages/tietoa.md").write_text("---\n---\n", encoding="utf-8")
    env = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    said = watched([sys.executable, "-m", "sitegen", "check", "--source", str(town)], **env, **variables)
    assert ("\x1b[" in said) is coloured
    assert "FM005" in said
