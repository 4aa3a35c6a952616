"""How faults are told: with their place and a hint, in the user's language and in forms for programs."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.cli.messages import Told, as_annotation, counted, place, tell
from sitegen.cli.quoting import WIDTH, quote
from sitegen.diagnostics import Diagnostic

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]

FAULTY = "---\ntitle: Tietoa kunnasta\ndatee: 1.1.2026\n---\nKunta on pieni.\n"


@pytest.fixture
def faulty(town: Path) -> Path:
    """Return the folder of a site with one error."""
    (town / "content/pages/tietoa.md").write_text(FAULTY, encoding="utf-8")
    return town


def test_a_fault_is_told_with_its_place_its_line_and_a_hint(run: Run, faulty: Path) -> None:
    """The place comes first, as editors know it; the line of the file and the hint stand below, the count at the end."""
    done = run("check", "--source", faulty)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "content/pages/tietoa.md:3:1: error[FM002] unknown field 'datee'",
        "    3 | datee: 1.1.2026",
        "      | ^",
        "    Did you mean 'updated'?",
        "1 error",
    ]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fi", ["virhe[FM002]", "tuntematon kenttä 'datee'", "Tarkoititko 'updated'?", "1 virhe; mitään ei julkaistu"]),
        ("sv", ["fel[FM002]", "okänt fält 'datee'", "Menade du 'updated'?", "1 fel; ingenting publicerades"]),
        ("en", ["error[FM002]", "unknown field 'datee'", "Did you mean 'updated'?", "1 error; nothing was published"]),
    ],
)
def test_a_fault_is_told_in_the_users_language(run: Run, faulty: Path, lang: str, words: list[str]) -> None:
    """Severity, message, hint and count speak Finnish, Swedish or English, as the environment asks."""
    done = run("build", "--source", faulty, lang=lang)
    assert [word for word in words if word not in done.stderr] == []
    assert done.stdout == ""


def test_what_was_expected_is_told_in_the_users_language(run: Run, town: Path) -> None:
    """The kind of value that a field takes is a part of the sentence and speaks the same language."""
    (town / "content/pages/tietoa.md").write_text("---\ntitle: Tietoa\nupdated: huomenna\n---\n", encoding="utf-8")
    said = run("check", "--source", town, lang="fi").stdout
    assert "error" not in said
    assert "a day" not in said
    assert "päivä" in said


def test_the_json_form_is_one_array(run: Run, faulty: Path) -> None:
    """Programs read all faults as one array and nothing else, each with its place, severity, code, message and hint."""
    done = run("check", "--source", faulty, "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout) == [
        {
            "path": "content/pages/tietoa.md",
            "line": 3,
            "column": 1,
            "severity": "error",
            "code": "FM002",
            "message": "unknown field 'datee'",
            "hint": "Did you mean 'updated'?",
        }
    ]


def test_the_json_form_of_a_clean_site_is_an_empty_array(run: Run, town: Path) -> None:
    """No fault is an answer too."""
    done = run("check", "--source", town, "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_the_severity_is_the_same_word_to_programs_in_every_language(run: Run, faulty: Path) -> None:
    """Only messages and hints are translated for programs: what they compare stays."""
    told = json.loads(run("check", "--source", faulty, "--format", "json", lang="fi").stdout)
    assert (told[0]["severity"], told[0]["message"]) == ("error", "tuntematon kenttä 'datee'")


def test_github_marks_the_file_within_the_repository(run: Run, faulty: Path) -> None:
    """An annotation names the file from where the command runs, which on GitHub is the repository."""
    done = run("check", "--source", faulty.name, "--format", "github", folder=faulty.parent)
    assert done.stdout.splitlines() == [
        "::error file=town/content/pages/tietoa.md,line=3,col=1,title=FM002::unknown field 'datee'%0ADid you mean 'updated'?"
    ]


def test_an_annotation_is_escaped() -> None:
    """Line ends, per cents, and in properties colons and commas are written as GitHub reads them back."""
    fault = Told("content/a,b:c.md", 0, 0, "warning", "XX001", "100 %:\nso, be it", "")
    assert as_annotation(fault, Path()) == "::warning file=content/a%2Cb%3Ac.md,title=XX001::100 %25:%0Aso, be it"


def test_a_build_and_a_check_tell_the_same_faults(run: Run, faulty: Path) -> None:
    """Whatever stops a build is found by a check before it."""
    built = run("build", "--source", faulty).stderr.splitlines()
    checked = run("check", "--source", faulty).stdout.splitlines()
    assert built[:-1] == checked[:-1]


def test_a_check_writes_nothing_into_the_output(run: Run, town: Path) -> None:
    """Checking a clean site says so and makes no site."""
    done = run("check", "--source", town)
    assert (done.returncode, done.stdout) == (0, "nothing is wrong\n")
    assert not (town / "output").exists()


def test_a_check_finds_faults_in_the_sites_own_templates(run: Run, town: Path) -> None:
    """A template that fails only when a page is drawn is found without one being published."""
    (town / "templates").mkdir()
    (town / "templates/page.html").write_text("<p>\n{{ page.nonsense }}", encoding="utf-8")
    done = run("check", "--source", town)
    assert done.returncode == 1
    assert "templates/page.html:2:1: error[TP001]" in done.stdout


@pytest.mark.parametrize(
    "hiding",
    [
        "Terveisin [Maija Esimerkki]{.personal}.",
        "Terveisin [Maija Esimerkki]{: .Personal }",
        'Terveisin <b class="secret">Maija</b>.',
        "Terveisin [Maija Esimerkki] {.persona}",
    ],
)
def test_no_line_of_a_file_that_hides_something_is_shown(run: Run, town: Path, hiding: str) -> None:
    """Where a file holds a mark of personal or secret words, even a misspelt one, the place is told and no line shown."""
    (town / "content/pages/tietoa.md").write_text(f"{FAULTY}\n{hiding}\n", encoding="utf-8")
    said = run("check", "--source", town)
    assert "error[FM002]" in said.stdout
    assert "Maija" not in said.stdout + said.stderr
    assert " | " not in said.stdout


@pytest.mark.parametrize(
    "field", ["personal: true", "publicity: {level: partial, ground: x}", "public: ei", "withdrawn: {date: 1.1.2026, reason: x}"]
)
def test_a_field_that_hides_something_hides_the_file(tmp_path: Path, field: str) -> None:
    """Facts that are hidden as wholes count as marks do; a comment on a field that nobody has filled in doesn't."""
    (tmp_path / "a.md").write_text(f"---\ntitle: x\n{field}\n---\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(f"---\ntitle: x\n#{field}\n---\n", encoding="utf-8")
    assert quote(tmp_path, "a.md", 2, 1) == []
    assert quote(tmp_path, "b.md", 2, 1) == ["2 | title: x", "  | ^"]


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_an_identity_code_is_said_nowhere(run: Run, town: Path, form: str) -> None:
    """Whatever else is wrong with the line or the file that it stands in, neither the command nor its memory repeats it."""
    fields = "title: 131052-308T\ndatee: 131052-308T\n131052-308T: x\nupdated: 131052-308T"
    (town / "content/pages/tietoa.md").write_text(f"---\n{fields}\n---\n# 131052–308T\n\n[x](131052-308T.pdf)\n", encoding="utf-8")
    for command in (("check", "--format", form), ("build",)):
        said = run(command[0], "--source", town, *command[1:])
        assert said.returncode == 1
        assert "PD001" in said.stdout + said.stderr
        assert "308T" not in said.stdout + said.stderr
    assert not any(b"308T" in path.read_bytes() for path in (town / ".sitegen").rglob("*") if path.is_file())


def test_a_check_can_be_for_any_day(run: Run, town: Path) -> None:
    """What is told of a day is told for the day that is asked for."""
    (town / "content/pages/tietoa.md").write_text("---\ntitle: Tietoa\n---\n[x](/uutiset/2026/uusi/)\n", encoding="utf-8")
    (town / "content/news/2026/uusi.md").write_text("---\ntitle: Uusi\ndate: 2026-05-04\nexpires: 2026-06-01\n---\nA.\n", encoding="utf-8")
    days = {day: run("check", "--source", town, "--as-of", day).stdout for day in ("2026-05-31", "1.6.2026")}
    assert ["RF008" in said for said in days.values()] == [False, True]


def test_a_long_line_is_cut_around_the_place(tmp_path: Path) -> None:
    """A paragraph is one line of a file; what is shown of it fits a terminal, and the mark stands below the place."""
    (tmp_path / "a.md").write_text("---\nx: y\n---\n" + "a" * 500 + "!" + "b" * 500, encoding="utf-8")
    line, mark = quote(tmp_path, "a.md", 4, 501)
    assert len(line) < WIDTH + 10
    assert line[mark.index("^")] == "!"
    assert (line[4], line[-1]) == ("…", "…")


def test_what_cannot_be_shown_is_not_shown(tmp_path: Path) -> None:
    """No file, no text, no such line: no quotation, and no failure."""
    (tmp_path / "a.md").write_bytes(b"\xff\xfe")
    (tmp_path / "b.md").write_text("a\x1b[31mb\n\n", encoding="utf-8")
    assert quote(tmp_path, "a.md", 1, 1) == quote(tmp_path, "c.md", 1, 1) == quote(tmp_path, "b.md", 9, 1) == []
    assert quote(tmp_path, "b.md", 2, 1) == []
    assert quote(tmp_path, "b.md", 1, 2) == ["1 | a [31mb", "  |  ^"]


def test_a_files_name_cannot_command_the_terminal() -> None:
    """Whoever may add a file may not clear an editor's screen, or write a line of their own below a fault."""
    told = tell(Diagnostic("content/pages/\x1b[2J\nx.md", 1, 1, "FI007", {"name": "\x1b[2J\x9b\nx"}))
    assert place(told) == "content/pages/ [2J x.md:1:1"
    assert told.message.isprintable()


def test_a_hint_without_a_word_to_propose_is_left_out() -> None:
    """Where nothing is near, nothing is proposed; a missing argument never stops a message."""
    assert tell(Diagnostic("a.md", 1, 1, "RF001", {"name": "x", "nearest": ""})).hint == ""
    assert tell(Diagnostic("a.md", 1, 1, "RF001", {"nearest": "y"})).message == "there is no board '<name>'"


def test_counts_name_what_there_is() -> None:
    """Errors and warnings are counted apart, and none is not mentioned."""
    error = Told("a", 1, 1, "error", "X", "", "")
    warning = Told("a", 1, 1, "warning", "X", "", "")
    assert counted([error, warning, error, error]) == "3 errors, 1 warning"
    assert (counted([warning, warning]), counted([])) == ("2 warnings", "")
