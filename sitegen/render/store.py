"""The store: what is remembered from one build to the next, in one SQLite file.

Knows keys and bytes. Must not know what they mean. It can be deleted at any time: a store that can't be read is begun anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

from msgspec import Struct

FILE = "store.db"

_TABLES = """
CREATE TABLE IF NOT EXISTS records (key TEXT PRIMARY KEY, record BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bodies (key TEXT PRIMARY KEY, outline BLOB, prose BLOB);
CREATE TABLE IF NOT EXISTS pictures (key TEXT PRIMARY KEY, picture BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outputs (folder TEXT, path TEXT, key BLOB, size INTEGER, sha256 BLOB,
  PRIMARY KEY (folder, path)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS builds (folder TEXT PRIMARY KEY, summary BLOB) WITHOUT ROWID;
"""


class Drawn(Struct, frozen=True):
    """An output that was drawn: the key it was drawn by, its size in bytes and its SHA-256."""

    key: bytes
    size: int
    sha256: bytes


# Tables of another edition of the program are as good as none.
_EDITION = crc32(_TABLES.encode()) & 0x7FFF_FFFF


class Store:
    """What earlier builds left in *folder*; raises sqlite3.OperationalError where another program holds it, or no room is left."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        try:
            self._db = self._open()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            (folder / FILE).unlink()
            self._db = self._open()

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.folder / FILE, isolation_level=None)
        # What was removed from the site must not be read from the file's free pages either.
        db.execute("PRAGMA secure_delete = ON")
        db.execute("PRAGMA synchronous = NORMAL")
        is_new = not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not is_new and db.execute("PRAGMA user_version").fetchone()[0] != _EDITION:
            db.close()
            raise sqlite3.DatabaseError("of another edition")
        db.executescript(f"{_TABLES} PRAGMA user_version = {_EDITION};")
        db.execute("BEGIN")
        return db

    def records(self) -> dict[str, bytes]:
        """Return all records by their keys."""
        return dict(self._db.execute("SELECT key, record FROM records"))

    def outlines(self) -> dict[str, bytes]:
        """Return all bodies' outlines by their keys."""
        return dict(self._db.execute("SELECT key, outline FROM bodies"))

    def pictures(self) -> dict[str, bytes]:
        """Return what is known of all pictures by their keys."""
        return dict(self._db.execute("SELECT key, picture FROM pictures"))

    def outline(self, key: str) -> bytes | None:
        """Return the outline of the body *key*, or None if there is none."""
        row = self._db.execute("SELECT outline FROM bodies WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def outputs(self, folder: Path) -> dict[str, Drawn]:
        """Return what is known of each output in *folder* by its path."""
        rows = self._db.execute("SELECT path, key, size, sha256 FROM outputs WHERE folder = ?", (_name(folder),))
        return {path: Drawn(key, size, sha256) for path, key, size, sha256 in rows}

    def add_bodies(self, bodies: Iterable[tuple[str, bytes, bytes]]) -> None:
        """Remember bodies: key, outline and prose."""
        self._db.executemany("INSERT OR REPLACE INTO bodies VALUES (?, ?, ?)", bodies)

    def flush(self) -> None:
        """Let other processes see what was added."""
        self._db.execute("COMMIT")
        self._db.execute("BEGIN")

    def keep_records(self, records: dict[str, bytes], known: set[str]) -> None:
        """Remember just *records* and those of *known* keys."""
        self._sweep("records", set(records) | known)
        self._db.executemany("INSERT OR REPLACE INTO records VALUES (?, ?)", records.items())

    def keep_pictures(self, pictures: dict[str, bytes]) -> None:
        """Remember just *pictures*."""
        self._sweep("pictures", set(pictures))
        self._db.executemany("INSERT OR IGNORE INTO pictures VALUES (?, ?)", pictures.items())

    def keep_bodies(self, keys: set[str]) -> None:
        """Forget every body but those of *keys*."""
        self._sweep("bodies", keys)

    def forget_outputs(self, folder: Path, paths: Iterable[str]) -> None:
        """Forget some outputs in *folder*."""
        name = _name(folder)
        rows = ((name, path) for path in paths)
        self._db.executemany("DELETE FROM outputs WHERE folder = ? AND path = ?", rows)
        self._db.execute("DELETE FROM builds WHERE folder = ?", (name,))

    def keep_outputs(self, folder: Path, before: dict[str, Drawn], now: dict[str, Drawn]) -> None:
        """Remember just the outputs *now* of those in *folder*, of which *before* were known: a value that is another was drawn."""
        name = _name(folder)
        self.forget_outputs(folder, [path for path in before if path not in now])
        for (other,) in self._db.execute("SELECT DISTINCT folder FROM outputs").fetchall():
            if not Path(other).is_dir():
                self._db.execute("DELETE FROM outputs WHERE folder = ?", (other,))
        changed = ((name, p, d.key, d.size, d.sha256) for p, d in now.items() if before.get(p) is not d)
        self._db.executemany("INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?, ?)", changed)

    def _sweep(self, table: str, keys: set[str]) -> None:
        stale = [(key,) for (key,) in self._db.execute(f"SELECT key FROM {table}") if key not in keys]  # noqa: S608
        self._db.executemany(f"DELETE FROM {table} WHERE key = ?", stale)  # noqa: S608

    def last_build(self, folder: Path) -> bytes | None:
        """Return what is known of the last build into *folder*."""
        row = self._db.execute("SELECT summary FROM builds WHERE folder = ?", (_name(folder),)).fetchone()
        return row[0] if row else None

    def keep_build(self, folder: Path, summary: bytes) -> None:
        """Remember the build into *folder* that was just done."""
        self._db.execute("INSERT OR REPLACE INTO builds VALUES (?, ?)", (_name(folder), summary))

    def close(self) -> None:
        """Keep all changes."""
        self._db.execute("COMMIT")
        self._db.close()


class Shelf:
    """Reads bodies' prose from a store that another process may hold open."""

    def __init__(self, folder: Path) -> None:
        self._db = sqlite3.connect(f"{(folder / FILE).resolve().as_uri()}?mode=ro", uri=True)

    def prose(self, key: str) -> bytes:
        """Return the prose of the body *key*; raises KeyError if there is none."""
        row: tuple[bytes] | None = self._db.execute("SELECT prose FROM bodies WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        return row[0]


def _name(folder: Path) -> str:
    """Return the name by which the store knows an output folder."""
    return str(folder.resolve())
