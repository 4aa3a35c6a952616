"""``sitegen check --published``: a site that should have changed is told, wherever it stands."""

from __future__ import annotations

import json
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sitegen.errors import NotReadable
from sitegen.publish import published

Run = Callable[..., subprocess.CompletedProcess[str]]
DIRECT = {"no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def serve() -> Iterator[Callable[[Path], str]]:
    """Return a function that serves a folder over HTTP and gives its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_address[1]}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def publish(folder: Path, mark: str) -> Path:
    """Write a mark into a folder."""
    (folder / ".well-known").mkdir(parents=True)
    (folder / ".well-known/sitegen.json").write_text(mark, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("day", "status", "words"),
    [
        ("2026-06-01", 0, "What is published is current; it changes by itself on 2 June 2026."),
        ("2026-06-02", 1, "error[PB001] what is published is overdue: it should have changed on 2 June 2026"),
        ("2026-07-01", 1, "error[PB001]"),
    ],
)
@pytest.mark.parametrize("below", ["", "/", "/kunta/", "/kunta"])
def test_a_site_is_overdue_from_the_day_on_which_it_changes(
    run: Run, serve: Callable[[Path], str], tmp_path: Path, day: str, status: int, words: str, below: str
) -> None:
    """Kuntalaki 140 §: on that day personal data may have to go, so a site that was built before it is told, by folder and by address."""
    site = publish(tmp_path / "www" / below.strip("/"), '{"next_change":"2026-06-02"}')
    for where in (site, serve(tmp_path / "www") + below):
        done = run("check", "--published", where, "--as-of", day, **DIRECT)
        assert (done.returncode, done.stderr) == (status, "")
        assert words in done.stdout
        assert "Traceback" not in done.stdout


def test_a_site_that_no_day_changes_is_current(run: Run, tmp_path: Path) -> None:
    """And the question needs no site's folder to be asked from, and no day: it has today."""
    done = run("check", "--published", publish(tmp_path / "www", '{"next_change":null}'))
    assert (done.returncode, done.stdout) == (0, "What is published is current; no day changes it.\n")
    done = run("check", "--published", publish(tmp_path / "old", '{"next_change":"2020-01-01"}'))
    assert done.returncode == 1


def test_what_a_build_writes_is_understood(run: Run, town: Path) -> None:
    """The content isn't asked: a fault in it says nothing of what is published."""
    news = town / "content/news/2026/tie-suljettu.md"
    news.write_text(news.read_text(encoding="utf-8").replace("---\nKunn", "expires: 2026-06-02\n---\nKunn"), encoding="utf-8")
    assert run("build", "--source", town, "--as-of", "2026-06-01").returncode == 0
    news.write_text("---\n", encoding="utf-8")
    check = ("check", "--source", town, "--published", town / "output", "--as-of")
    assert [run(*check, day).returncode for day in ("2026-06-01", "2026-06-02")] == [0, 1]


@pytest.mark.parametrize("mark", ["{}", "[]", "", "<html>", '{"next_change":"soon"}', '{"next_change":20260602}', "\xff"])
def test_what_is_no_finished_site_is_not_judged(run: Run, serve: Callable[[Path], str], tmp_path: Path, mark: str) -> None:
    """Neither current nor overdue: a third answer, with its reason."""
    folder = publish(tmp_path / "www", mark)
    for where in (folder, serve(folder)):
        done = run("check", "--published", where, "--as-of", "2026-06-01", **DIRECT)
        assert done.returncode == 3
        assert f"{where}: error[PB002] what is published can't be judged: this is no site that sitegen has finished" in done.stdout


def test_what_cannot_be_reached_is_told(run: Run, serve: Callable[[Path], str], tmp_path: Path) -> None:
    """No such folder, no such file on the server, no server, no such address: each with the reason, and no traceback."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    places = {
        tmp_path / "nowhere": "No such file or directory", serve(tmp_path): "HTTP 404",
        f"http://127.0.0.1:{port}/": "Connection refused", "http://[": "", "https://": "", "http://a b/": "", "x\ny": "",
    }  # fmt: skip
    for where, reason in places.items():
        done = run("check", "--published", where, "--as-of", "2026-06-01", **DIRECT)
        assert (done.returncode, done.stderr) == (3, ""), where
        assert f"error[PB002] what is published can't be judged: {reason}" in done.stdout


def test_a_server_that_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A timer must come to an end: it waits for a limited time."""
    monkeypatch.setattr(published, "TIME_LIMIT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(NotReadable):
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        published.next_change_of(f"http://127.0.0.1:{silent.getsockname()[1]}")


def test_a_server_cannot_command_the_terminal(run: Run) -> None:
    """What a server says in place of an answer is shown without the characters by which terminals are told what to do."""
    with socket.create_server(("127.0.0.1", 0)) as rude:

        def answer() -> None:
            with rude.accept()[0] as caller:
                caller.recv(1000)
                caller.sendall(b"\x1b[2J\x07\x9b31mtyhj\xe4\r\n\r\n")

        threading.Thread(target=answer, daemon=True).start()
        done = run("check", "--published", f"http://127.0.0.1:{rude.getsockname()[1]}", "--format", "json", **DIRECT)
    assert done.returncode == 3
    assert json.loads(done.stdout)[0]["message"].isprintable()


def test_each_form_tells_it(run: Run, tmp_path: Path) -> None:
    """For programs and for GitHub, where an address is no file; in the user's language."""
    site = publish(tmp_path / "www", '{"next_change":"2026-06-02"}')
    check = ("check", "--published", site, "--as-of", "2026-06-02")
    (told,) = json.loads(run(*check, "--format", "json").stdout)
    assert (told["code"], told["path"]) == ("PB001", str(site))
    assert json.loads(run("check", "--published", site, "--as-of", "2026-06-01", "--format", "json").stdout) == []
    assert "::error file=" in run(*check, "--format", "github").stdout
    done = run("check", "--published", "http://127.0.0.1:1/", "--format", "github", **DIRECT)
    assert done.stdout.startswith("::error title=PB002::http://127.0.0.1:1/: what is published can't be judged")
    assert "julkaistu sivusto on myöhässä: sen olisi pitänyt muuttua 2.6.2026" in run(*check, lang="fi").stdout
    assert "den publicerade webbplatsen är försenad" in run(*check, lang="sv").stdout
