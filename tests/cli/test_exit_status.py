"""How the command ends: its status, and a site that stands as it did unless all went well."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from sitegen.publish.lock import build_lock

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]
Start = Callable[..., subprocess.Popen[str]]
Tree = Callable[[Path], dict[str, bytes]]
Disk = Callable[[str], Path]

ROOT = Path(__file__).parent.parent.parent
DAY = "--as-of=2026-06-01"


def spoil(town: Path) -> None:
    """Put a fault into the site."""
    (town / "content/pages/tietoa.md").write_text("---\ntitel: Tietoa\n---\n", encoding="utf-8")


def grow(town: Path, size: int = 40_000) -> None:
    """Make one page larger."""
    text = "---\ntitle: Tietoa kunnasta\n---\n" + "Kunta kasvaa. " * (size // 14)
    (town / "content/pages/tietoa.md").write_text(text, encoding="utf-8")


def said_without_traceback(done: Done) -> str:
    """Return what a command said about its work."""
    assert "Traceback" not in done.stderr + done.stdout
    return done.stderr


def test_a_site_without_faults_ends_in_status_0(run: Run, town: Path) -> None:
    """Warnings are no faults: the site is published and the status is 0."""
    page = town / "content/pages/tietoa.md"
    page.write_text("---\ntitle: Tietoa\n---\n<script>alert(1)</script>\n\nTeksti.\n", encoding="utf-8")
    done = run("build", "--source", town, DAY)
    assert done.returncode == 0, done.stderr
    assert "warning[TX005]" in done.stderr
    assert done.stderr.splitlines()[-1] == "1 warning"
    assert (town / "output/index.html").exists()


def test_a_fault_ends_in_status_1_and_changes_nothing(run: Run, town: Path, files_of: Tree) -> None:
    """One error is enough for the old site to stand, byte for byte."""
    run("build", "--source", town, DAY)
    before = files_of(town / "output")
    spoil(town)
    done = run("build", "--source", town, DAY)
    assert done.returncode == 1
    assert said_without_traceback(done).splitlines()[-1] == "2 errors; nothing was published"
    assert files_of(town / "output") == before


def test_a_folder_without_settings_is_a_fault(run: Run, tmp_path: Path) -> None:
    """A folder without site.toml ends in status 1, with a hint that names --source; nothing is made there."""
    done = run("build", "--source", tmp_path)
    assert done.returncode == 1
    assert "site.toml: error[CF001]" in done.stderr
    assert "--source" in done.stderr
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["biuld"],
        ["build", "--source", "nowhere"],
        ["build", "--as-of", "31.2.2026"],
        ["build", "--as-of", "tomorrow"],
        ["build", "--jobs", "0"],
        ["build", "--quiet", "--verbose"],
        ["build", "--diff", "--manifest", "x.json"],
        ["build", "--output", "output", "--manifest", "output/x.json"],
        ["check", "--format", "xml"],
        ["explain", "XX999"],
        ["new", "news"],
    ],
)
def test_wrong_use_ends_in_status_2(run: Run, town: Path, arguments: list[str]) -> None:
    """What can't be meant is told before anything is read, with nothing written."""
    done = run(*arguments, folder=town)
    assert done.returncode == 2
    assert said_without_traceback(done).startswith("Usage: ")
    assert sorted(path.name for path in town.iterdir()) == ["content", "site.toml"]


def test_somebody_elses_folder_is_left_alone(run: Run, town: Path, tmp_path: Path) -> None:
    """An output that sitegen didn't make ends in status 3; its code is told, and what to do."""
    other = tmp_path / "photos"
    other.mkdir()
    (other / "kuva.jpg").write_bytes(b"a picture")
    done = run("build", "--source", town, "--output", other, DAY)
    assert done.returncode == 3
    assert f"{other}: error[WR002]" in said_without_traceback(done)
    assert [path.name for path in other.iterdir()] == ["kuva.jpg"]


def test_an_output_over_the_source_is_refused(run: Run, town: Path) -> None:
    """The site is never published over what it is made from."""
    done = run("build", "--source", town, "--output", town / "content", DAY)
    assert done.returncode == 3
    assert "WR004" in said_without_traceback(done)


def test_a_full_disk_ends_in_status_3_and_the_old_site_stands(
    run: Run, town: Path, small_disk: Disk, files_of: Tree
) -> None:
    """Where the new site has no room the old one stands, byte for byte, and the reason is told in words."""
    output = small_disk("size=1m") / "output"
    assert run("build", "--source", town, "--output", output, DAY).returncode == 0
    before = files_of(output)
    grow(town, 2_000_000)
    done = run("build", "--source", town, "--output", output, DAY, lang="fi")
    assert done.returncode == 3
    assert "virhe[WR001]" in said_without_traceback(done)
    assert "levyllä ei ole tilaa" in done.stderr
    assert files_of(output) == before


def test_a_read_only_output_ends_in_status_3_and_the_old_site_stands(
    run: Run, town: Path, small_disk: Disk, make_read_only: Callable[[Path], None], files_of: Tree
) -> None:
    """A disk that can only be read keeps its site, and the build says why."""
    disk = small_disk("size=4m")
    run("build", "--source", town, "--output", disk / "output", DAY)
    before = files_of(disk / "output")
    make_read_only(disk)
    grow(town)
    done = run("build", "--source", town, "--output", disk / "output", DAY)
    assert done.returncode == 3
    assert "Read-only file system" in said_without_traceback(done)
    assert files_of(disk / "output") == before


def test_a_disk_too_full_to_remember_ends_in_status_3(
    run: Run, many_news: Path, small_disk: Disk, tmp_path: Path
) -> None:
    """Where the memory has no room, and no other place was published to, that is told and not traced back."""
    source = small_disk("size=4m,nr_inodes=2000") / "town"
    subprocess.run(["cp", "-r", str(many_news), str(source)], check=True)
    with (source / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
        while True:
            ballast.write(b"x" * 4096)
    done = run("build", "--source", source, "--output", tmp_path / "output", DAY)
    assert done.returncode == 3
    assert re.search(r"error\[WR00[16]\].*(No space|full)", said_without_traceback(done))
    assert not (tmp_path / "output/index.html").exists()


@pytest.mark.parametrize("command", [("build",), ("check",), ("log",), ("withdraw", "/tie/", "--reason", "Virhe.")])
def test_nothing_is_left_behind_in_a_folder_that_is_no_site(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    """Who gives a command in the wrong folder is told so, and has nothing to clear away."""
    done = run(*command)
    assert done.returncode == 1
    assert "error[CF001]" in done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_source_that_can_only_be_read_is_built_all_the_same(
    run: Run, town: Path, small_disk: Disk, make_read_only: Callable[[Path], None], tmp_path: Path
) -> None:
    """Nothing is remembered then, which a warning says."""
    disk = small_disk("size=4m")
    subprocess.run(["cp", "-r", str(town), str(disk / "town")], check=True)
    make_read_only(disk)
    done = run("build", "--source", disk / "town", "--output", tmp_path / "output", DAY)
    assert done.returncode == 0, done.stderr
    assert "nothing is remembered" in done.stderr
    assert (tmp_path / "output/index.html").exists()
    assert run("check", "--source", disk / "town").returncode == 0


@pytest.mark.parametrize("place", ["content/pages/poissa.md", "site.toml"])
def test_a_file_that_cannot_be_read_is_told(run: Run, town: Path, place: str) -> None:
    """A file of the site that the system doesn't give stops the build with its name: it is not left out."""
    (town / place).unlink(missing_ok=True)
    (town / place).mkdir() if place == "site.toml" else (town / place).symlink_to(town / "nowhere.md")
    done = run("build", "--source", town, DAY)
    assert done.returncode == 1
    assert place in done.stderr
    assert "error[FI008] the file can't be read: " in said_without_traceback(done)


def test_a_template_that_is_no_text_is_told(run: Run, town: Path) -> None:
    """A site's own template in another encoding is a fault with a place, found by a check too."""
    (town / "templates").mkdir()
    (town / "templates/page.html").write_bytes(b"<p>\ncaf\xe9")
    for command in ("build", "check"):
        done = run(command, "--source", town)
        assert done.returncode == 1
        assert "templates/page.html:2:1: error[FI001]" in said_without_traceback(done) + done.stdout


@pytest.mark.parametrize("stream", [1, 2])
def test_a_closed_stream_is_no_failure(town: Path, stream: int) -> None:
    """Who closes a stream doesn't want to hear, and the work is done all the same."""
    command = f"{sys.executable} -m sitegen build --source {town} {DAY} {stream}>&-"
    assert subprocess.run(command, shell=True, cwd=ROOT, timeout=60, capture_output=True).returncode == 0
    assert (town / "output/index.html").exists()


def test_letters_that_the_terminal_lacks_are_no_failure(run: Run) -> None:
    """A sign that a terminal's encoding doesn't have comes out as another."""
    done = run("explain", "FM005", PYTHONIOENCODING="iso8859-15")
    assert done.returncode == 0
    assert "Add a line '<name>: ?' between" in done.stdout


@pytest.mark.parametrize("damage", ["no database", "another edition"])
def test_a_memory_that_cannot_be_used_is_begun_anew(run: Run, town: Path, files_of: Tree, damage: str) -> None:
    """A store that is none any more, or another edition of the program's, costs a whole build and nothing else."""
    run("build", "--source", town, DAY)
    before = files_of(town / "output")
    store = town / ".sitegen/store.db"
    if damage == "no database":
        store.write_bytes(b"not a database" * 1000)
    else:
        store.unlink()
        with closing(sqlite3.connect(store)) as other:
            other.execute("CREATE TABLE builds (something TEXT)")
            other.commit()
    done = run("build", "--source", town, DAY)
    assert done.returncode == 0, done.stderr
    assert files_of(town / "output") == before


def test_a_memory_that_another_program_holds_is_left_to_it(run: Run, town: Path) -> None:
    """The build ends in status 3 with the reason; the store isn't thrown away under the other's hands."""
    run("build", "--source", town, DAY)
    with closing(sqlite3.connect(town / ".sitegen/store.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        done = run("build", "--source", town, DAY)
        assert other.execute("SELECT count(*) FROM outputs").fetchone()[0] > 0
    assert done.returncode == 3
    assert "error[WR006] what was drawn can't be remembered: database is locked" in said_without_traceback(done)


def wait_for(process: subprocess.Popen[str], words: str) -> None:
    """Read what *process* says about its work until it says *words*."""
    assert process.stderr
    for line in process.stderr:
        if words in line:
            return
    raise AssertionError(f"never said: {words}")


def children(process: subprocess.Popen[str]) -> list[int]:
    """Return the ids of the processes that *process* has started."""
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not listed.exists():
        pytest.skip("this system doesn't list a process's children")
    return [int(number) for number in listed.read_text().split()]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupted_build_leaves_the_old_site(
    run: Run, start: Start, many_news: Path, files_of: Tree, jobs: int, sign: signal.Signals
) -> None:
    """Ctrl-C and a polite kill end a build in the middle with a word and no traceback, and the old site stands."""
    output = many_news.parent / "output"
    run("build", "--source", many_news, "--output", output, DAY)
    before = files_of(output)
    shutil.rmtree(many_news / ".sitegen")
    (many_news / "site.toml").write_text('[site]\ntitle = "Uusi"\nurl = "https://uusi.example"\n', encoding="utf-8")
    process = start("build", "--source", many_news, "--output", output, DAY, "--verbose", "--jobs", jobs)
    wait_for(process, "Reading files")
    # A terminal sends Ctrl-C to all its processes; the system asks one.
    os.killpg(process.pid, sign) if sign == signal.SIGINT else process.send_signal(sign)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 128 + sign
    assert "Traceback" not in said
    assert said.splitlines()[-1] == "Interrupted."
    assert files_of(output) == before


def test_a_killed_worker_is_told(start: Start, many_news: Path) -> None:
    """A process that the system ends, as it does when memory runs out, ends the build in status 3 with a hint."""
    process = start("build", "--source", many_news, "--output", many_news.parent / "output", DAY, "--verbose", "--jobs", 2)
    wait_for(process, "Reading files")
    for child in children(process):
        signal.pidfd_send_signal(_open(child), signal.SIGKILL)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 3, said
    assert "WR007" in said
    assert "Traceback" not in said


def _open(process: int) -> int:
    return os.pidfd_open(process)


def test_no_worker_outlives_its_build(start: Start, many_news: Path) -> None:
    """Where a build is killed without a chance to say so, the processes that worked for it end too."""
    process = start("build", "--source", many_news, "--output", many_news.parent / "output", DAY, "--verbose", "--jobs", 2)
    wait_for(process, "Reading files")
    workers = [os.pidfd_open(child) for child in children(process)]
    process.kill()
    ended = [bool(select.select([worker], [], [], 20)[0]) for worker in workers]
    for worker, is_ended in zip(workers, ended, strict=True):
        if not is_ended:
            signal.pidfd_send_signal(worker, signal.SIGKILL)
    assert ended == [True, True]


def test_a_second_build_waits_for_the_first(start: Start, town: Path) -> None:
    """Two builds of one site never run at once: the second says that it waits, and goes on when the first has ended."""
    with build_lock(town / ".sitegen", 0, lambda: None):
        process = start("build", "--source", town, DAY)
        wait_for(process, "waiting")
        assert process.poll() is None
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "files" in said
