"""Compare ``sitegen build`` with Hugo on the same invented town, in turn, on a RAM disk.

Run as ``python bench/run.py``; see README.md beside it. Knows the scenarios, their marks and how both programs are
started; must not know what is in the sites or how time and memory are measured.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from importlib.metadata import distribution
from pathlib import Path
from statistics import median

from msgspec import Struct, structs

import hugo_site
import sitegen_site
from generate import generate
from measure import Job, clear, output_files, peak_megabytes, seconds
from town import Item, Town

RAM_DISK = Path("/dev/shm")
SEED = 1


class Scenario(Struct, frozen=True):
    """What is compared: the items of the town and the greatest ratio of sitegen to Hugo that is accepted.

    ``cold``: sitegen starts with no output and no store (Hugo always does). ``edits``: before each run another item
    gets a new title and a new sentence. ``memory``: the ratio is that of the peaks of memory, not of the times. ``whole``: sitegen
    makes search and PDFs too, which Hugo doesn't, so the mark is in seconds, on two cores.
    """

    name: str
    items: int
    mark: float
    cold: bool = False
    edits: bool = False
    memory: bool = False
    whole: bool = False


SCENARIOS = (
    Scenario("cold", 2_000, 5.0, cold=True),
    Scenario("edit", 10_000, 0.3, edits=True),
    Scenario("whole", 10_000, 3.0, edits=True, whole=True),
    Scenario("none", 10_000, 0.2),
    Scenario("memory", 10_000, 1.0, cold=True, memory=True),
)


class Result(Struct, frozen=True):
    """A scenario's runs, sitegen's and Hugo's number side by side: seconds, and megabytes at the peak."""

    scenario: Scenario
    items: int
    times: tuple[tuple[float, float], ...]
    peaks: tuple[tuple[float, float], ...]
    written: tuple[str, str]


def play(scenario: Scenario, items: int, runs: int, folder: Path) -> Result:
    """Play *scenario* in the empty *folder*; raise RuntimeError where a build fails or an edit isn't drawn."""
    town = generate(items, SEED, folder)
    if scenario.whole:
        sitegen_site.switch_on(folder / "sitegen")
    sitegen, hugo = sitegen_job(folder, town.as_of), hugo_job(folder, town.as_of)
    seconds(sitegen)
    seconds(hugo)
    edited = _spread(town, runs + 1)

    def turn(measure: Callable[[Job], float]) -> tuple[float, float]:
        item = _edit(folder, next(edited)) if scenario.edits else None
        if scenario.cold:
            clear(sitegen)
        clear(hugo)
        measured = measure(sitegen), measure(hugo)
        if item:
            _check_drawn(item, (sitegen.output, hugo.output))
        return measured

    times = tuple(turn(seconds) for _ in range(0 if scenario.memory else runs))
    peaks = tuple(turn(peak_megabytes) for _ in range(runs if scenario.memory else 1))
    return Result(scenario, items, times, peaks, (_written(sitegen), _written(hugo)))


def sitegen_job(folder: Path, as_of: date) -> Job:
    """Return sitegen's build of its site below *folder*."""
    site, output = folder / "sitegen", folder / "sitegen-output"
    program = (str(Path(sys.executable).with_name("sitegen")), "build", "--quiet")
    command = (*program, "--source", str(site), "--output", str(output), "--as-of", str(as_of))
    return Job(command, folder, {}, output, (site / ".sitegen",))


def hugo_job(folder: Path, as_of: date) -> Job:
    """Return Hugo's build of its site below *folder*; what it caches stays in *folder*."""
    site, output, cache = folder / "hugo", folder / "hugo-output", folder / "hugo-cache"
    program = (str(distribution("hugo").locate_file("hugo/binaries/hugo")), "--quiet", "--cleanDestinationDir")
    command = (*program, "--source", str(site), "--destination", str(output), "--clock", f"{as_of}T12:00:00Z")
    return Job(command, folder, {"HUGO_CACHEDIR": str(cache)}, output, (cache, site / "resources"))


def _spread(town: Town, count: int) -> Iterator[Item]:
    """Yield *count* items, evenly spread from the newest towards the oldest."""
    return (town.items[(number * len(town.items) - 1) // count] for number in range(count, 0, -1))


def _edit(folder: Path, item: Item) -> Item:
    """Give *item* a new title and a new sentence on both sites, and return it."""
    text = item.text.replace("## Ehdotus", "Selostusta on tarkennettu kokouksen jälkeen.\n\n## Ehdotus")
    changed = structs.replace(item, title=f"{item.title}, tarkennettu", text=text)
    sitegen_site.write_item(folder / "sitegen", changed)
    hugo_site.write_item(folder / "hugo", changed)
    return changed


def _check_drawn(item: Item, outputs: tuple[Path, Path]) -> None:
    """Raise RuntimeError where a program hasn't drawn the new title of *item*."""
    meeting = item.meeting
    name = str(item.section) if meeting.decided else f"asia-{item.place}"
    for output in outputs:
        page = output / "kokoukset" / meeting.board.slug / str(meeting.day) / name / "index.html"
        if item.title not in page.read_text(encoding="utf-8"):
            raise RuntimeError(f"{page} does not show the edit")


def _written(job: Job) -> str:
    kinds, size = output_files(job)
    listed = ", ".join(f"{count} {suffix or 'other'}" for suffix, count in sorted(kinds.items()))
    return f"{kinds.total()} files, {size / 1e6:.1f} MB ({listed})"


def table(results: list[Result]) -> str:
    """Return the results as lines of text: a row a scenario, then what was written."""
    lines = ["scenario   items   sitegen      hugo   ratio    mark          sitegen MB  hugo MB"]
    for result in results:
        scenario = result.scenario
        peaks = [median(peak) for peak in zip(*result.peaks, strict=True)]
        times = [median(taken) for taken in zip(*result.times, strict=True)]
        ratio = peaks[0] / peaks[1] if scenario.memory else times[0] / times[1]
        shown = "".join(f"{taken:>8.2f} s" for taken in times) or f"{'-':>10}{'-':>10}"
        verdict = "held" if (times[0] if scenario.whole else ratio) <= scenario.mark else "missed"
        row = f"{scenario.name:<9}{result.items:>7}{shown}{ratio:>8.2f}{scenario.mark:>8.2f}  {verdict:<6}"
        lines.append(f"{row}{peaks[0]:>12.0f}{peaks[1]:>9.0f}")
    for result in results:
        for program, written in zip(("sitegen", "hugo"), result.written, strict=True):
            lines.append(f"{result.scenario.name}: {program} wrote {written}")
    return "\n".join(lines)


def main() -> None:
    """Read the command line, play the scenarios and print their table."""
    parser = argparse.ArgumentParser(description="Compare sitegen with Hugo on the same invented town.")
    parser.add_argument("--scenario", choices=[scenario.name for scenario in SCENARIOS], help="only this one")
    parser.add_argument("--items", type=int, help="instead of the scenario's own number")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    results = []
    for scenario in SCENARIOS:
        if options.scenario in (None, scenario.name):
            with tempfile.TemporaryDirectory(dir=RAM_DISK if RAM_DISK.is_dir() else None) as folder:
                results.append(play(scenario, options.items or scenario.items, options.runs, Path(folder)))
    print(table(results))


if __name__ == "__main__":
    main()
