"""A plan: one file of the output, or a folder of files that are one whole, before it is drawn.

Knows a path, a function and a view. Knows no output by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct, structs

if TYPE_CHECKING:
    from sitegen.render.pen import Pen

Drawing = bytes | Mapping[str, bytes]
Draw = Callable[["Pen", Any], Drawing]
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


class Plan(Struct, frozen=True):
    """The file at ``path`` of the output is what ``draw`` (a function of a module) makes of ``view``.

    Where ``path`` ends in ``/`` it is a folder, and ``draw`` gives its files by their paths in it, in the order in which they
    may be put in place.

    ``template`` and ``lang`` name the template that it uses and the frame around it, where it is a page.
    ``source`` is the file of content that the output is chiefly made of, for manifests and messages.
    ``pdf`` is the path of another output of which this one tells the size: that is drawn before, and the size is put into
    the view's own ``pdf``.
    ``early`` says that drawing it is much work, which another process may begin while the rest is still being planned.
    """

    path: str
    draw: Draw
    view: Struct
    template: str = ""
    lang: str = ""
    source: str = ""
    pdf: str = ""
    early: bool = False

    @property
    def is_folder(self) -> bool:
        """Whether several files are drawn at once, which stand together or not at all."""
        return self.path.endswith("/")


def with_size(plan: Plan, size: int) -> Plan:
    """Return *plan* with the size of its PDF in its view."""
    view: Any = plan.view
    return structs.replace(plan, view=structs.replace(view, pdf=structs.replace(view.pdf, size=size)))


def key_of(plan: Plan, program: bytes, size: int = 0) -> bytes:
    """Return the key by which the output of *plan* is remembered; *program* stands for all that draws it, *size* is that of its PDF.

    These are the program itself and, for a page, the closure of its templates and its frame. A view's function tells its type, so
    that its fields need no names there: those of which there are many are encoded by their order (``array_like``).
    """
    encoded = _encode(plan.view) + size.to_bytes(8) if size else _encode(plan.view)
    return blake2b(encoded, digest_size=16, key=program, person=_person(plan.draw)).digest()


@cache
def _person(draw: Draw) -> bytes:
    return blake2b(f"{draw.__module__}.{draw.__qualname__}".encode(), digest_size=16).digest()
