"""The publication log is read only if no line of it was changed since it was written."""

from __future__ import annotations

import json
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from logs import BLANK, as_bytes, chain, write_log
from msgspec import structs

from sitegen.content.read_log import MERGED, NO_LINE, NOT_JSON, read_log
from sitegen.model.publication import LOG, NOTHING_BEFORE, Line, seal

LINES = chain(
    {},
    {"day": "2026-03-10", "event": "changed", "content": "b" * 64},
    {"day": "2026-04-01", "event": "off-view", "reason": "väärä"},
)
DATA = as_bytes(LINES)


def codes(data: bytes) -> list[tuple[str, int]]:
    """Return the code and line of each fault of a log of these bytes."""
    with TemporaryDirectory() as folder:
        (Path(folder) / LOG).write_bytes(data)
        log, faults = read_log(Path(folder))
    assert bool(faults) != bool(log.lines) or not data
    return [(fault.code, fault.line) for fault in faults]


def test_a_log_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Every line comes back, in order."""
    written = write_log(tmp_path, {}, {"day": "2026-03-10", "event": "off-view", "reason": "syy"})
    log, faults = read_log(tmp_path)
    assert (list(log.lines), faults) == (written, [])


def test_no_log_is_no_fault(tmp_path: Path) -> None:
    """Nobody has to keep one."""
    assert read_log(tmp_path)[0].lines == ()
    assert read_log(tmp_path)[1] == []


@settings(max_examples=200)
@given(st.integers(0, len(DATA) - 1), st.integers(0, 255))
def test_any_byte_that_was_changed_is_found(at: int, byte: int) -> None:
    """Whatever byte stands in a byte's place, of whatever line, the log is not trusted."""
    changed = DATA[:at] + bytes([byte]) + DATA[at + 1 :]
    assert bool(codes(changed)) == (changed != DATA)


@settings(max_examples=200)
@given(st.integers(0, len(DATA) - 1), st.integers(1, 40))
def test_any_bytes_that_were_removed_are_found(at: int, count: int) -> None:
    """Whatever goes, but for whole lines at the end, the log is not trusted."""
    changed = DATA[:at] + DATA[at + count :]
    whole_lines = DATA.startswith(changed) and (not changed or changed.endswith(b"\n"))
    assert bool(codes(changed)) != whole_lines


@settings(max_examples=200)
@given(st.integers(0, len(DATA)), st.binary(min_size=1, max_size=8))
def test_any_bytes_that_were_added_are_found(at: int, added: bytes) -> None:
    """Whatever comes between, but for the line ends that Git makes on some machines, the log is not trusted."""
    changed = DATA[:at] + added + DATA[at:]
    assert bool(codes(changed)) == (changed.replace(b"\r\n", b"\n") != DATA)


@pytest.mark.parametrize("order", [(1, 0, 2), (0, 2), (1, 2), (0, 0, 1, 2), (0, 1, 1, 2), (2, 1, 0)])
def test_lines_stay_in_their_order(order: tuple[int, ...]) -> None:
    """A line that was moved, removed from amid others or doubled is found where the order breaks."""
    expected = next(number for number, at in enumerate(order, 1) if at != number - 1)
    assert codes(as_bytes([LINES[at] for at in order])) == [("LG001", expected)]


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_lines_cut_off_the_end_show_by_the_digest_of_the_last(kept: int) -> None:
    """No log can know what came after it; whoever kept the last line's digest can."""
    assert codes(as_bytes(LINES[:kept])) == []
    assert LINES[-1].digest not in as_bytes(LINES[:kept]).decode()


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_line_written_anew_doesnt_bear_those_after_it(at: int) -> None:
    """Whoever edits a line and seals it again is found at the next; at the last one, its digest is another than was told."""
    anew = seal(structs.replace(LINES[at], content="c" * 64), LINES[at].previous)
    told = codes(as_bytes([*LINES[:at], anew, *LINES[at + 1 :]]))
    assert told == ([("LG001", at + 2)] if at < 2 else [])
    assert anew.digest != LINES[at].digest


def test_days_never_go_back() -> None:
    """A line that is older than the one before was not written by a run after it."""
    lines = chain({}, {"day": (BLANK.day - timedelta(days=1)).isoformat()})
    assert codes(as_bytes(lines)) == [("LG001", 2)]
    assert codes(as_bytes(chain({}, {}))) == []


def test_the_first_line_has_none_before_it() -> None:
    """A log that lost its beginning is found."""
    assert codes(as_bytes([seal(BLANK, "f" * 64)])) == [("LG001", 1)]
    assert codes(as_bytes([seal(BLANK, NOTHING_BEFORE)])) == []


@pytest.mark.parametrize(
    "line",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"form":1}', b"<<<<<<< HEAD", b"\x00"],
)
def test_a_line_that_is_none_is_told_with_its_number(line: bytes) -> None:
    """Each line that can't be read is told, and the rest isn't blamed for it."""
    assert codes(DATA + line + b"\n" + line + b"\n") == [("LG004", 4), ("LG004", 5)]


@pytest.mark.parametrize(
    "change", [{"event": "gone"}, {"form": 2}, {"day": "2026-02-30"}, {"extra": "x"}, {"lang": 5}, {"address": None}]
)
def test_a_line_that_says_what_none_can_say_is_told(change: dict[str, object]) -> None:
    """An event that there isn't, a form of a later program, an impossible day and an unknown field can't be read."""
    said = json.loads(DATA.splitlines()[0]) | change
    assert codes(json.dumps(said).encode() + b"\n") == [("LG004", 1)]


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    """What can't be opened is a fault with the system's reason, not a traceback."""
    (tmp_path / LOG).mkdir()
    assert [fault.code for fault in read_log(tmp_path)[1]] == ["FI008"]


def test_anybody_can_check_a_line_with_common_tools() -> None:
    """A line's digest is the SHA-256 of all that stands before it, and the next line's 'previous'."""
    first, second = DATA.splitlines()[:2]
    said = first.partition(b',"digest":')[0]
    assert sha256(said).hexdigest() == json.loads(first)["digest"] == json.loads(second)["previous"]


def test_ten_thousand_lines_are_verified_in_no_time(tmp_path: Path) -> None:
    """A log that has grown for decades doesn't slow a build; it takes some 20 ms, and the bound is loose, for machines differ."""
    lines: list[Line] = []
    for number in range(10_000):
        lines.append(seal(structs.replace(BLANK, item=f"item/{number}"), lines[-1].digest if lines else NOTHING_BEFORE))
    (tmp_path / LOG).write_bytes(as_bytes(lines))
    start = process_time()
    log, faults = read_log(tmp_path)
    assert (len(log.lines), faults) == (10_000, [])
    assert process_time() - start < 0.2


def test_a_merge_that_git_could_not_make_is_told_as_such(tmp_path: Path) -> None:
    """Who sees the marks learns what they are and what to keep; the lines between them are read as any others."""
    first, *others = DATA.splitlines(keepends=True)
    marked = [first, b"<<<<<<< HEAD\n", others[0], b"=======\n", others[1], b">>>>>>> muu\n", b"{}\n", b"muuta\n"]
    (tmp_path / LOG).write_bytes(b"".join(marked))
    faults = read_log(tmp_path)[1]
    problems = {2: MERGED, 4: MERGED, 6: MERGED, 7: NO_LINE, 8: NOT_JSON}
    assert {fault.line: fault.args["problem"] for fault in faults} == problems


def test_lines_of_two_branches_put_together_are_not_trusted() -> None:
    """Git's union of two branches leaves no mark, but the second branch's first line doesn't follow the first's last."""
    theirs = as_bytes(chain({}, {"day": "2026-03-11", "event": "changed", "content": "d" * 64})).splitlines(keepends=True)
    assert codes(DATA + theirs[1]) == [("LG001", 4)]
