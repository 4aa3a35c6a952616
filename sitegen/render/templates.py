"""Templates: those that come with the program and a site's own, which replace them one by one.

Knows where templates stand and which use which. Reads them all once; a template is known by its text from then on.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from sitegen.diagnostics import Diagnostic
from sitegen.model.nearest import nearest

USES = re.compile(r"""\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")


class Template(Struct, frozen=True):
    """A template's text, and its path in the site's folder where it is the site's own."""

    text: str
    path: str = ""


def shipped_folder() -> Path:
    """Return the folder of the templates that come with the program: in an installed package, else in the repository."""
    package = Path(__file__).parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def read_templates(root: Path) -> tuple[dict[str, Template], list[Diagnostic]]:
    """Return all templates by name (a path with ``/``), and what is wrong with the site's own."""
    shipped = shipped_templates()
    own: dict[str, Template] = {}
    faults: list[Diagnostic] = []
    for name, data in _files(root / "templates").items():
        path = f"templates/{name}"
        try:
            own[name] = Template(_decode(data), path)
        except UnicodeDecodeError as error:
            args = {"byte": f"0x{data[error.start]:02x}", "position": str(error.start)}
            faults.append(Diagnostic(path, data.count(b"\n", 0, error.start) + 1, 1, "FI001", args))
    templates = shipped | own
    used = {use for template in templates.values() for use in USES.findall(template.text)}
    faults += [
        Diagnostic(template.path, 1, 1, "TP002", {"nearest": nearest(name, list(shipped))})
        for name, template in own.items()
        if name not in shipped and name not in used
    ]
    return templates, faults


def shipped_templates() -> dict[str, Template]:
    """Return the templates that come with the program, by name."""
    return {name: Template(_decode(data)) for name, data in _files(shipped_folder()).items()}


def _files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file in *folder*, by its path from there; what begins with a dot is passed over."""
    if not folder.is_dir():
        return {}
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _decode(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def closure(name: str, templates: dict[str, Template]) -> list[str]:
    """Return the names of the template *name* and all that it uses, itself or through others, sorted."""
    seen: set[str] = set()
    todo = [name]
    while todo:
        one = todo.pop()
        if one not in seen and one in templates:
            seen.add(one)
            todo += USES.findall(templates[one].text)
    return sorted(seen)


def closure_digest(name: str, templates: dict[str, Template]) -> bytes:
    """Return a digest of everything that drawing with the template *name* reads of templates."""
    found = blake2b(digest_size=16)
    for one in closure(name, templates):
        found.update(f"{one}\0{templates[one].text}\0".encode())
    return found.digest()
