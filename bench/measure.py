"""How long a command takes, and how much memory all its processes hold at once.

Knows processes and Linux's /proc; must not know which programs are compared. Time and memory are measured in
separate runs, because asking for a process's memory holds it up.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import IO

from msgspec import Struct

PAUSE = 0.02


class Job(Struct, frozen=True):
    """A command, the folder it is run in, the environment added to one's own, its output and what else it leaves behind."""

    command: tuple[str, ...]
    folder: Path
    environment: dict[str, str]
    output: Path
    leftovers: tuple[Path, ...]


def clear(job: Job) -> None:
    """Remove the output of *job* and all that it remembers, so that its next run is a cold one."""
    for path in (job.output, *job.leftovers):
        shutil.rmtree(path, ignore_errors=True)


def seconds(job: Job) -> float:
    """Return the seconds that one run of *job* takes; raise RuntimeError where it fails."""
    with tempfile.TemporaryFile() as log:
        begun = time.perf_counter()
        process = _start(job, log)
        process.wait()
        taken = time.perf_counter() - begun
        _check(process, log)
    return taken


def peak_megabytes(job: Job) -> float:
    """Return the most memory that all processes of one run of *job* held together, in MB; raise RuntimeError where it fails."""
    peak = 0
    with tempfile.TemporaryFile() as log:
        process = _start(job, log)
        while process.poll() is None:
            peak = max(peak, _group_memory(process.pid))
            time.sleep(PAUSE)
        _check(process, log)
    return peak / 1e6


def output_files(job: Job) -> tuple[Counter[str], int]:
    """Return how many files of each suffix *job* has written, and their bytes together."""
    files = [path for path in job.output.rglob("*") if path.is_file()]
    return Counter(path.suffix for path in files), sum(path.stat().st_size for path in files)


def _start(job: Job, log: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start *job* in a process group of its own, by which its children are known however they are started."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(job.folder), "LANG": "C.UTF-8", **job.environment}
    return subprocess.Popen(
        job.command,
        cwd=job.folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        process_group=0,
    )


def _check(process: subprocess.Popen[bytes], log: IO[bytes]) -> None:
    if process.returncode:
        log.seek(0)
        raise RuntimeError(f"{process.args!r} failed:\n{log.read().decode(errors='replace')[-2000:]}")


def _group_memory(group: int) -> int:
    """Return the bytes held by the processes of *group*, a page shared by several counted once (PSS)."""
    return sum(_proportional_set(folder) for folder in Path("/proc").glob("[0-9]*") if _group(folder) == group)


def _group(process: Path) -> int:
    """Return the group of *process*, or 0 where it has ended."""
    try:
        return int(process.joinpath("stat").read_text().rpartition(")")[2].split()[2])
    except OSError:
        return 0


def _proportional_set(process: Path) -> int:
    """Return the bytes of *process*, or 0 where it has ended."""
    try:
        lines = process.joinpath("smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
