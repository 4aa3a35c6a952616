"""Views and templates fit each other: what one declares the other reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from inspect import get_annotations
from typing import Any

import pytest
from msgspec import Struct
from sites import no_news, unpack

from sitegen.build import Options, Planned, plan
from sitegen.render.pen import Kit, Pen
from sitegen.render.store import Store

AS_OF = date(2026, 11, 22)
# The pen reads these to draw the body that a template is given beside its view.
FOR_THE_PEN = {"body", "targets"}

# The shipped items all say in plain words what was decided.
TERSE = """\
    -- content/minutes/hallitus/2026-05-04/1-tie.md --
    ---
    section: 1
    title: Kylätien päällystäminen
    ---

    ## Ehdotus

    Tie päällystetään.

    ## Päätös

    Ehdotus hyväksyttiin.
    """

Reads = dict[type[Struct], set[str]]


class Recorder:
    """Stands for a struct before a template, and notes each field that is read."""

    def __init__(self, struct: Struct, reads: Reads) -> None:
        self._struct, self._reads = struct, reads

    def __getattr__(self, name: str) -> Any:
        self._reads[type(self._struct)].add(name)
        return recorded(getattr(self._struct, name), self._reads)


class RecordingPen(Pen):
    """Draws pages whose templates see recorders."""

    def __init__(self, kit: Kit, reads: Reads) -> None:
        super().__init__(kit)
        self._reads = reads

    def page(self, template: str, lang: str, address: str, view: Struct, **more: Any) -> bytes:
        """Draw *view* and note what the template reads of it and of the frame."""
        kit = self.kit
        self.kit = Kit(kit.root, kit.store, kit.templates, recorded(kit.frames, self._reads), kit.url)
        try:
            more = {name: recorded(value, self._reads) for name, value in more.items()}
            return super().page(template, lang, address, recorded(view, self._reads), **more)
        finally:
            self.kit = kit


def recorded(value: Any, reads: Reads) -> Any:
    """Return *value* with a recorder in place of each struct."""
    if isinstance(value, Struct):
        return Recorder(value, reads)
    if isinstance(value, tuple):
        return tuple(recorded(one, reads) for one in value)
    if isinstance(value, dict):
        return {name: recorded(one, reads) for name, one in value.items()}
    return value


@pytest.fixture(scope="module")
def reads(planned: Planned, tmp_path_factory: pytest.TempPathFactory) -> Reads:
    """Return the fields that the templates read when the whole shipped site is drawn, and one more item."""
    found: Reads = defaultdict(set)
    folder = tmp_path_factory.mktemp("terse")
    terse, _ = plan(Options(unpack(TERSE, folder), folder / "output", AS_OF), Store(folder / "memory"), None, no_news)
    assert terse is not None
    for one in (planned, terse):
        pen = RecordingPen(one.kit, found)
        for output in one.plans:
            if output.template:
                output.draw(pen, output.view)
    return found


def declared(view: type[Struct]) -> Iterator[tuple[type[Struct], str]]:
    """Yield each field of a view with the class that declares it."""
    for name in view.__struct_fields__:
        yield next(one for one in view.__mro__ if name in get_annotations(one)), name


def test_every_field_of_a_view_is_read(reads: Reads) -> None:
    """No view declares a field in vain: drawing the shipped site reads all of them."""
    views = [view for view in reads if view.__module__.startswith("sitegen.outputs.")]
    read = {pair for view in views for pair in declared(view) if pair[1] in reads[view] | FOR_THE_PEN}
    unread = {pair for view in views for pair in declared(view)} - read
    assert sorted(f"{view.__name__}.{name}" for view, name in unread) == []


def test_no_template_reads_a_field_that_is_not_declared(reads: Reads) -> None:
    """What a template asks for is there: nothing is looked for in a view that doesn't have it."""
    unknown = {view.__name__: sorted(reads[view] - {*view.__struct_fields__, "__html__"}) for view in reads}
    assert {name: fields for name, fields in unknown.items() if fields} == {}


def test_every_template_of_a_page_is_drawn(planned: Planned, reads: Reads) -> None:
    """The shipped site has a page of every kind, so that the recording sees all templates."""
    pages = {name for name in planned.kit.templates if name.endswith(".html") and "/" not in name}
    assert pages - {one.template for one in planned.plans} == {"base.html"}
