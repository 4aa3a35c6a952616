"""The wheel holds all that the command needs, and works away from the repository."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from configparser import ConfigParser
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent.parent


def files_below(folder: str, *suffixes: str) -> set[str]:
    """Return the paths of the repository's files below *folder*, all or those with one of *suffixes*."""
    files = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files if not suffixes or path.suffix in suffixes}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of a wheel built from the repository as it stands."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of ``sitegen`` in a new environment, which takes only the libraries from this one."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        str(wheel),
    ]
    subprocess.run(pip, check=True)
    asked = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip())
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return home / "bin" / "sitegen"


def test_the_wheel_holds_the_code_the_templates_and_the_catalogues(wheel: Path) -> None:
    """Nothing that the program reads at run time is left behind in the repository."""
    names = set(ZipFile(wheel).namelist())
    assert files_below("sitegen", ".py", ".po", ".mo") <= names
    templates = {f"sitegen/{path}" for path in files_below("templates")}
    assert templates
    assert templates <= names


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    """Tests, benchmarks and locks stay out of what a municipality installs."""
    tops = {name.split("/")[0] for name in ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.startswith("sitegen_minutes-")} == {"sitegen"}


def test_the_wheel_names_its_command_and_its_libraries(wheel: Path) -> None:
    """`sitegen` starts sitegen.cli:main; the preview's libraries come with the extra only."""
    with ZipFile(wheel) as archive:
        (info,) = {name.split("/")[0] for name in archive.namelist() if ".dist-info/" in name}
        commands = ConfigParser()
        commands.read_string(archive.read(f"{info}/entry_points.txt").decode())
        facts = Parser().parsestr(archive.read(f"{info}/METADATA").decode())
    assert dict(commands["console_scripts"]) == {"sitegen": "sitegen.cli:main"}
    assert (facts["Name"], facts["Requires-Python"]) == ("sitegen-minutes", ">=3.11")
    extras = {line.split(">")[0] for line in facts.get_all("Requires-Dist", []) if "extra ==" in line}
    assert extras == {"starlette", "uvicorn", "watchfiles"}


def test_two_wheels_of_one_state_are_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    """A release can be built again by anyone and compared."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)], cwd=ROOT, check=True
    )
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_the_installed_command_runs_from_any_folder(command: Path, tmp_path: Path) -> None:
    """What is installed from the wheel needs nothing of the repository."""
    shown = subprocess.run([str(command), "--help"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert all(name in shown.stdout for name in ("build", "check", "serve", "new", "explain"))


def test_the_installed_command_builds_a_site(command: Path, tmp_path: Path) -> None:
    """Templates and catalogues are found where the wheel put them."""
    (tmp_path / "site.toml").write_text(
        '[site]\ntitle = "Esimerkki"\nurl = "https://kunta.example/"\n', encoding="utf-8"
    )
    (tmp_path / "content" / "pages").mkdir(parents=True)
    (tmp_path / "content" / "pages" / "tietoa.md").write_text(
        "---\ntitle: Tietoa sivustosta\n---\nTeksti.\n", encoding="utf-8"
    )
    options = ["--output", "output", "--as-of", "2026-01-02"]
    built = subprocess.run([str(command), "build", *options], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (built.returncode, built.stderr) == (0, "")
    assert "Tietoa sivustosta" in (tmp_path / "output" / "tietoa" / "index.html").read_text(encoding="utf-8")
