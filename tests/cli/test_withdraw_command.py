"""``sitegen withdraw`` as people run it: what it says, and how it ends."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]
Start = Callable[..., subprocess.Popen[str]]
Tree = Callable[[Path], dict[str, bytes]]
Disk = Callable[[str], Path]

DAY = "--as-of=2026-06-01"
ADDRESS = "/uutiset/2026/tie-suljettu/"
FILE = "content/news/2026/tie-suljettu.md"
REASON = "--reason=Tieto oli virheellinen."


@pytest.fixture
def built(run: Run, town: Path) -> Path:
    """Return the folder of a small site that has been built."""
    assert run("build", "--source", town, DAY).returncode == 0
    return town


def spoil(town: Path) -> None:
    """Put a fault into another file."""
    (town / "content/pages/tietoa.md").write_text("---\ntitel: Tietoa\n---\n", encoding="utf-8")


def withdraw(run: Run, town: Path, *more: object, address: str = ADDRESS, lang: str = "en") -> Done:
    """Withdraw the news item of the small site."""
    done = run("withdraw", address, REASON, "--source", town, DAY, *more, lang=lang)
    assert "Traceback" not in done.stderr + done.stdout
    return done


def test_a_page_is_withdrawn_and_what_is_left_to_do_is_told(run: Run, built: Path) -> None:
    """Status 0: the file and the page say it, and the commit that keeps it so is ready to copy."""
    done = withdraw(run, built)
    assert done.returncode == 0, done.stderr
    assert f"{built / FILE} says now that it was withdrawn on 1 June 2026." in done.stdout
    assert f"git add {built / FILE} && git commit -m 'Withdraw tie-suljettu'" in done.stdout
    assert "Copies that readers, feed readers and search engines have made are out of reach" in done.stdout
    assert "Tieto oli virheellinen." in (built / "output/uutiset/2026/tie-suljettu/index.html").read_text(encoding="utf-8")
    assert 'withdrawn: {date: 2026-06-01, reason: "Tieto oli virheellinen."}\n---' in (built / FILE).read_text(encoding="utf-8")


def test_faults_elsewhere_are_told_and_are_no_hindrance(run: Run, built: Path) -> None:
    """Status 0 still: the page is out, and what keeps the site from being built is shown beside."""
    spoil(built)
    done = withdraw(run, built, lang="fi")
    assert done.returncode == 0
    assert "content/pages/tietoa.md:2:1: virhe[FM002]" in done.stderr
    assert "Sivustoa ei voitu rakentaa uudelleen" in done.stdout
    assert "Kunnantie on poikki." not in (built / "output/uutiset/2026/tie-suljettu/index.html").read_text(encoding="utf-8")
    assert run("build", "--source", built, DAY).returncode == 1


def test_a_second_time_says_that_it_is_done(run: Run, built: Path, files_of: Tree) -> None:
    """Nothing is written again, with another reason neither."""
    withdraw(run, built)
    before = files_of(built / "content") | files_of(built / "output")
    done = run("withdraw", ADDRESS, "--reason", "Toinen syy", "--source", built, "--as-of=2026-06-09")
    assert done.returncode == 0
    assert "says already that it was withdrawn on 1 June 2026; it stays as it is." in done.stdout
    assert "The output: 0 files changed, 0 removed." in done.stdout
    assert files_of(built / "content") | files_of(built / "output") == before


def test_the_path_of_the_file_will_do(run: Run, built: Path) -> None:
    """Relative to where one stands, as the shell completes it, or from the site's folder."""
    assert run("withdraw", f"town/{FILE}", REASON, "--source", built, DAY).returncode == 0
    assert "says already" in run("withdraw", FILE, REASON, "--source", built, DAY).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("/uutiset/2026/tie-suljetu/", REASON), "Did you mean '/uutiset/2026/tie-suljettu/'?"),
        (("/tietoa/", REASON), "A plain page isn't withdrawn."),
        (("/uutiset/", REASON), "/uutiset/ is made of other pages."),
        ((ADDRESS,), "Missing option '--reason'"),
        ((ADDRESS, "--reason= "), "The reason is empty."),
        ((ADDRESS, "--reason=Hetu 131052-308T näkyi"), "The reason is shown to the public"),
        ((), "Missing argument 'ADDRESS'"),
    ],
)
def test_wrong_use_ends_in_status_2_and_changes_nothing(
    arguments: tuple[str, ...], said: str, run: Run, built: Path, files_of: Tree
) -> None:
    """What can't be withdrawn, and a reason that can't be shown, are told with what to do instead; no secret is repeated."""
    before = files_of(built)
    done = run("withdraw", *arguments, "--source", built, DAY)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert "131052" not in done.stderr + done.stdout
    assert {path: data for path, data in files_of(built).items() if not path.startswith(".sitegen")} == {
        path: data for path, data in before.items() if not path.startswith(".sitegen")
    }


@pytest.mark.parametrize("path", [FILE, "site.toml"])
def test_a_file_that_cannot_be_used_ends_in_status_1(path: str, run: Run, built: Path, files_of: Tree) -> None:
    """The page's own front matter, or the site's settings: what is wrong is told, and nothing is touched."""
    (built / path).write_text("---\ntitle: [\n---\n", encoding="utf-8")
    before = files_of(built / "output")
    done = withdraw(run, built)
    assert done.returncode == 1
    assert f"{path}:" in done.stderr
    assert "Nothing was withdrawn" in done.stderr
    assert files_of(built / "output") == before


def test_a_disk_that_takes_no_more_ends_in_status_3(
    run: Run, built: Path, small_disk: Disk, make_read_only: Callable[[Path], None], files_of: Tree
) -> None:
    """The output that can't be written stands whole; the file says it already, and another try goes on from there."""
    disk = small_disk("size=4m")
    assert run("build", "--source", built, "--output", disk / "output", DAY).returncode == 0
    before = files_of(disk / "output")
    make_read_only(disk)
    done = withdraw(run, built, "--output", disk / "output")
    assert done.returncode == 3
    assert "error[WR001]" in done.stderr
    assert files_of(disk / "output") == before
    assert "withdrawn:" in (built / FILE).read_text(encoding="utf-8")


def test_help_warns_that_the_reason_is_public(run: Run) -> None:
    """Whoever asks how it works is told before they write it."""
    words = " ".join(run("withdraw", "--help").stdout.split())
    assert "the reason is shown to the public" in words
    assert "The public is told: name nobody." in words


def test_a_kill_at_any_moment_is_mended_by_doing_it_again(run: Run, start: Start, built: Path, files_of: Tree, tmp_path: Path) -> None:
    """Whatever was reached, the same command ends where one that wasn't killed does."""
    spoil(built)
    clean = files_of(built)
    withdraw(run, built)
    wanted = files_of(built / "output") | {FILE: (built / FILE).read_bytes()}
    for wait in (0.3, 0.6, 0.9):
        for path, data in clean.items():
            (built / path).parent.mkdir(parents=True, exist_ok=True)
            (built / path).write_bytes(data)
        process = start("withdraw", ADDRESS, REASON, "--source", built, DAY)
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert withdraw(run, built).returncode == 0
        assert files_of(built / "output") | {FILE: (built / FILE).read_bytes()} == wanted
    assert [path.name for path in (built / "content/news/2026").iterdir()] == ["tie-suljettu.md"]
