"""Whatever ends a build, or keeps it from writing, leaves a whole site, and the next build ends like any other."""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from copies import COMMAND, files_of, run_build
from sites import TOML
from walk import Files

from sitegen.publish.lock import build_lock

DAY = "2026-06-01"
STAGED = ".sitegen-staged/"
NOT_WRITTEN = 3


def edition(folder: Path, word: str, numbers: range, toml: str = TOML) -> Path:
    """Write an edition of a site: items and news that speak of one word, and return its folder."""
    (folder / "site.toml").write_text(toml, encoding="utf-8")
    shutil.rmtree(folder / "content", ignore_errors=True)
    for number in numbers:
        day = f"2026-0{1 + number % 5}-04"
        item = f"---\ntitle: Asia {number}\nsection: {number + 1}\n---\n## Päätös\n\nValittiin {word}. {word * (number * 20)}\n"
        news = f"---\ntitle: Uutinen {number}\ndate: {day}\ntopics: [{word}]\n---\n{word} {number}\n"
        for path, text in ((f"minutes/hallitus/{day}/{number}-x.md", item), (f"news/uutinen-{number}.md", news)):
            (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "content" / path).write_text(text, encoding="utf-8")
    return folder


def old(folder: Path) -> Path:
    """Write the old edition."""
    return edition(folder, "koivu", range(60))


def new(folder: Path) -> Path:
    """Write the new edition, which changes all things, adds some and lacks some."""
    return edition(folder, "haapa", range(10, 75))


EVERYTHING = TOML.replace("enabled = false", "enabled = true") + "[publish]\ncompress = true\n"


def old_of_everything(folder: Path) -> Path:
    """Write an old edition with search, PDFs and packed copies."""
    return edition(folder, "koivu", range(5), EVERYTHING)


def new_of_everything(folder: Path) -> Path:
    """Write the new edition of that."""
    return edition(folder, "haapa", range(2, 7), EVERYTHING)


def build(source: Path, *options: str | Path) -> subprocess.CompletedProcess[str]:
    """Build a site for one day by the command."""
    return run_build(source, "--as-of", DAY, *options)


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Files, Files]:
    """Return the files of the old and of the new edition, each built clean."""
    made = built_clean(tmp_path_factory.mktemp("edition"), old, new)
    assert len(made[0]) > 150
    return made


def built_clean(folder: Path, *writes: Callable[[Path], Path]) -> tuple[Files, Files]:
    """Return the files of two editions, each built clean."""
    made = []
    for number, write in enumerate(writes):
        (folder / str(number)).mkdir()
        source = write(folder / str(number))
        assert build(source).returncode == 0
        made.append(files_of(source / "output"))
    return made[0], made[1]


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the old edition built and the new one written."""
    source = old(tmp_path_factory.mktemp("standing"))
    assert build(source).returncode == 0
    return new(source)


def torn(output: Path, editions: tuple[Files, Files]) -> list[str]:
    """Return each file of an output that is neither the old one nor the new one, and each that both have and it hasn't."""
    files = {path: data for path, data in files_of(output).items() if not path.startswith(STAGED)}
    mark = {".well-known/sitegen.json"}
    both = editions[0].keys() & editions[1].keys()
    return sorted(
        {path for path, data in files.items() if path not in mark and data not in (editions[0].get(path), editions[1].get(path))}
        | (both - files.keys())
    )


def unfindable(files: Files) -> list[str]:
    """Return each bundle of search that names an index which isn't there, or an index of an engine or a bundle that isn't."""
    listed = [json.loads(data) for path, data in files.items() if path.endswith("haku/index.json")]
    wanted = {f"{one[1:]}pagefind-entry.json" for told in listed for one in (*told["bundles"], told["engine"])}
    for path, data in files.items():
        if path.endswith("/pagefind-entry.json"):
            folder = path.removesuffix("pagefind-entry.json")
            wanted |= {f"{folder}pagefind.{one['hash']}.pf_meta" for one in json.loads(data)["languages"].values()}
    return sorted(wanted - files.keys())


def kill_and_mend(standing: Path, folder: Path, moment: float, jobs: str, editions: tuple[Files, Files]) -> bool:
    """Kill a build of the new edition after *moment* seconds, see that all is whole, build again; tell whether it was killed."""
    source = shutil.copytree(standing, folder)
    process = subprocess.Popen(
        [*COMMAND, "build", "--as-of", DAY, "--quiet", "--jobs", jobs],
        cwd=source, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        process.kill()
    killed = process.wait() == -signal.SIGKILL
    assert torn(source / "output", editions) == []
    assert unfindable(files_of(source / "output")) == []
    done = build(source)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert files_of(source / "output") == editions[1]
    assert gone(process), "a process of the killed build lives on"
    shutil.rmtree(source)
    return killed


def gone(process: subprocess.Popen[bytes]) -> bool:
    """Tell whether neither *process* nor any that it started is left, some time after its end: each holds its output open."""
    assert process.stdout is not None
    with process.stdout as output:
        while select.select([output], [], [], 5)[0]:
            if not os.read(output.fileno(), 65536):
                return True
    os.killpg(process.pid, signal.SIGKILL)
    return False


def whole_time(standing: Path, folder: Path) -> float:
    """Return the seconds that a build of the new edition over the old one takes."""
    source = shutil.copytree(standing, folder)
    start = time.perf_counter()
    assert build(source).returncode == 0
    return time.perf_counter() - start


def kill_at_many(count: int, standing: Path, tmp_path: Path, editions: tuple[Files, Files]) -> None:
    """Kill so many builds, each at another moment, most in the second half, in which they write."""
    pick = random.Random(140)
    whole = whole_time(standing, tmp_path / "whole")
    killed = 0
    while killed < count:
        moment = whole * (pick.uniform(0.1, 0.4) if killed % 4 == 0 else pick.uniform(0.4, 0.95))
        if kill_and_mend(standing, tmp_path / str(killed), moment, str(1 + killed % 2), editions):
            killed += 1
        else:
            # It was faster than the one that was timed: other work has made room.
            whole *= 0.9


def test_a_killed_build_leaves_whole_files(standing: Path, tmp_path: Path, editions: tuple[Files, Files]) -> None:
    """Each file is the old one or the new one, and the next build makes the site that a clean one makes."""
    kill_at_many(6, standing, tmp_path, editions)


def test_a_killed_build_of_everything_leaves_whole_files(tmp_path: Path) -> None:
    """So do PDFs and packed copies, and search finds with what stands, old or new."""
    kill_at_many(2, *everything_standing(tmp_path))


@pytest.mark.soak
def test_a_build_of_everything_killed_at_many_moments_leaves_whole_files(tmp_path: Path) -> None:
    """The same, so often that every step of a build is met."""
    kill_at_many(60, *everything_standing(tmp_path))


def everything_standing(folder: Path) -> tuple[Path, Path, tuple[Files, Files]]:
    """Return a folder with an old edition of everything built and a new one written, one to work in, and the files of both."""
    for name in ("clean", "standing", "killed"):
        (folder / name).mkdir()
    editions = built_clean(folder / "clean", old_of_everything, new_of_everything)
    assert {".pdf", ".br", ".pf_meta"} <= {Path(path).suffix for path in editions[0]}
    source = old_of_everything(folder / "standing")
    assert build(source).returncode == 0
    return new_of_everything(source), folder / "killed", editions


@pytest.mark.soak
def test_a_build_killed_at_hundreds_of_moments_leaves_whole_files(
    standing: Path, tmp_path: Path, editions: tuple[Files, Files]
) -> None:
    """The same, so often that every step of a build is met."""
    kill_at_many(200, standing, tmp_path, editions)


def test_a_file_that_is_no_edition_is_found(editions: tuple[Files, Files], tmp_path: Path) -> None:
    """The rule sees a page that was cut short and one that is missing."""
    for path, data in editions[1].items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    assert torn(tmp_path, editions) == []
    (tmp_path / "index.html").write_bytes(editions[1]["index.html"][:-1])
    (tmp_path / "404.html").unlink()
    assert torn(tmp_path, editions) == ["404.html", "index.html"]


def test_a_second_build_waits_and_says_so(tmp_path: Path, editions: tuple[Files, Files]) -> None:
    """While another holds the site a build waits; then it makes the site."""
    source = new(tmp_path)
    with build_lock(source / ".sitegen", 1, lambda: None):
        process = subprocess.Popen([*COMMAND, "build", "--as-of", DAY], cwd=source, stderr=subprocess.PIPE, text=True)
        assert process.stderr is not None
        said = process.stderr.readline()
        assert said.strip()
        assert process.poll() is None
        assert not (source / "output").exists()
    assert process.wait(30) == 0
    assert files_of(source / "output") == editions[1]
    process.stderr.close()


def test_two_builds_at_once_make_one_site(standing: Path, tmp_path: Path, editions: tuple[Files, Files]) -> None:
    """Neither fails, and what stands in the end is whole."""
    source = shutil.copytree(standing, tmp_path / "site")
    both = [subprocess.Popen([*COMMAND, "build", "--as-of", DAY, "--quiet"], cwd=source) for _ in range(2)]
    assert [process.wait(60) for process in both] == [0, 0]
    assert files_of(source / "output") == editions[1]


@pytest.fixture
def disk() -> Iterator[Callable[[str], Path]]:
    """Return a function that gives a disk in memory with the options named; skips where that isn't allowed."""
    places: list[Path] = []

    def mount(options: str) -> Path:
        place = Path(tempfile.mkdtemp())
        command = ["mount", "-t", "tmpfs", "-o", options, "sitegen-evidence", str(place)]
        if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
            place.rmdir()
            pytest.skip("a disk in memory can't be mounted")
        places.append(place)
        return place

    yield mount
    for place in places:
        subprocess.run(["umount", str(place)], check=True)
        place.rmdir()


def fill(disk: Path, page: int = 4096) -> Path:
    """Leave no room on *disk*; return the file that takes it."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * page):
            pass
    return ballast


def refused(done: subprocess.CompletedProcess[str]) -> bool:
    """Tell whether a build ended in words, because it could not write."""
    return done.returncode == NOT_WRITTEN and bool(done.stderr.strip()) and "Traceback" not in done.stderr


def test_a_full_disk_leaves_the_old_site(disk: Callable[[str], Path], tmp_path: Path, editions: tuple[Files, Files]) -> None:
    """Where the output has no room the command says so and ends with 3, and the old site stands; with room again it builds."""
    output = disk("size=8m") / "output"
    source = old(tmp_path)
    assert build(source, "--output", output).returncode == 0
    ballast = fill(output.parent)
    done = build(new(source), "--output", output)
    assert refused(done)
    assert {path: data for path, data in files_of(output).items() if not path.startswith(STAGED)} == editions[0]
    ballast.unlink()
    assert build(source, "--output", output).returncode == 0
    assert files_of(output) == editions[1]


def test_a_full_disk_below_the_site_itself_leaves_the_old_site(
    disk: Callable[[str], Path], tmp_path: Path, editions: tuple[Files, Files]
) -> None:
    """Where a build has no room to remember anything the old site stands too, and nothing is lost for the next build."""
    source = old(disk("size=16m"))
    assert build(source, "--output", tmp_path).returncode == 0
    new(source)
    ballast = fill(source)
    done = build(source, "--output", tmp_path)
    assert refused(done)
    assert files_of(tmp_path) == editions[0]
    ballast.unlink()
    assert build(source, "--output", tmp_path).returncode == 0
    assert files_of(tmp_path) == editions[1]


def test_an_output_that_can_only_be_read_leaves_the_old_site(
    disk: Callable[[str], Path], tmp_path: Path, editions: tuple[Files, Files]
) -> None:
    """The command says so and ends with 3; what is the same already needs no writing."""
    place = disk("size=8m")
    source = old(tmp_path)
    assert build(source, "--output", place).returncode == 0
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
    assert build(source, "--output", place).returncode == 0
    done = build(new(source), "--output", place)
    assert refused(done)
    assert files_of(place) == editions[0]
