"""The pen: what draws a view, by Jinja and the store of bodies.

Knows templates, languages and how addresses and personal data are written into HTML. Knows no output.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import jinja2
import msgspec
from jinja2.ext import i18n
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup
from msgspec import Struct, structs

from sitegen.content.assets import bytes_at
from sitegen.index.addresses import up
from sitegen.locale import dates, words
from sitegen.locale.roles import role
from sitegen.model.body import LINK_END, LINK_START, PERSONAL_END, PERSONAL_START, Prose
from sitegen.model.picture import Figure, Targets
from sitegen.render import sentences
from sitegen.render.pdf.typesetter import Typesetter
from sitegen.render.pictures import copy_of_picture, picture, with_pictures
from sitegen.render.store import Shelf
from sitegen.render.templates import Template

TARGET = re.compile(f"{LINK_START}(\\d+){LINK_END}")
PERSONAL = re.compile(f"{PERSONAL_START}[^{PERSONAL_END}]*{PERSONAL_END}")
# What Python says of a fault may quote a value, with control characters as they are or escaped.
IN_PROBLEM = re.compile(rf"(?:{PERSONAL_START}|\\x0e).*?(?:{PERSONAL_END}|\\x0f|\Z)", re.DOTALL)
CONTROLS = {ord(PERSONAL_START): None, ord(PERSONAL_END): None}
IN_FEEDS = {"fi": "[henkilötieto]", "sv": "[personuppgift]", "en": "[personal data]"}

_decode = msgspec.msgpack.Decoder(Prose).decode


class Kit(Struct, frozen=True):
    """What a pen is made of: the site's folder, where the store is, all templates, each language's frame.

    ``packs`` tells whether packed copies are made of what is drawn.
    """

    root: Path
    store: Path
    templates: dict[str, Template]
    frames: dict[str, Any]
    url: str
    packs: bool = False


class TemplateFault(Exception):
    """A template that can't be used, as Jinja found when drawing: its name, a line and the problem."""

    def __init__(self, name: str, line: int, problem: str) -> None:
        super().__init__(name, line, problem)
        self.name, self.line, self.problem = name, line, problem


class Pen:
    """Draws pages and reads bodies, in one process; a process needs one pen for all that it draws."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        self._shelf: Shelf | None = None
        self._typesetter: Typesetter | None = None
        self._templates = tuple((name, template.text) for name, template in kit.templates.items())

    def page(self, template: str, lang: str, address: str, view: Struct, **more: Any) -> bytes:
        """Draw *view*, as ``page``, with a template; addresses come out relative to *address*, or after *more*'s ``root``.

        Raises TemplateFault where the template can't be used.
        """
        return _without_controls(self.html(template, lang, address, view, **more)).encode()

    def html(self, template: str, lang: str, address: str, view: Struct, **more: Any) -> str:
        """Draw *view* as ``page`` does, with the marks around personal data still in it."""
        try:
            return _environment(lang, self._templates).get_template(template).render(
                {"page": view, "site": self.kit.frames[lang], "root": up(address), **more}
            )
        except jinja2.TemplateSyntaxError as error:
            raise TemplateFault(error.name or template, error.lineno, error.message or "") from None
        except (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            name, line = self._place(error, template)
            raise TemplateFault(name, line, IN_PROBLEM.sub("…", str(error))) from error

    def prose(self, body: str, targets: Targets, where: Callable[[str], str], pictures: bool = False) -> Prose:
        """Return the body of that key with its links written by *where*; a target that is empty becomes plain text.

        With *pictures* a browser may choose among the copies of each.
        """
        prose = self.written(body)
        sections = tuple(
            structs.replace(one, html=_linked(one.html, targets, where, pictures), title=_linked(one.title, targets, where, False))
            for one in prose.sections
        )
        return Prose(sections, _linked(prose.footnotes, targets, where, pictures))

    def written(self, body: str) -> Prose:
        """Return the body of that key as it is kept, with marks for links and personal data."""
        if not body:
            return Prose()
        if self._shelf is None:
            self._shelf = Shelf(self.kit.store)
        return _decode(self._shelf.prose(body))

    def prose_on(self, address: str, body: str, targets: Targets) -> Prose:
        """Return the body of that key as it stands on the page at *address*, its links relative to it."""
        root = up(address)
        return self.prose(body, targets, lambda target: root + target[1:] or "./", pictures=True)

    def pdf(self, template: str, data: dict[str, Any], day: date, pictures: Mapping[str, bytes]) -> bytes:
        """Set *data*, in which *pictures* are shown by their names, as a PDF of that *day*; raises TypesettingFault."""
        if self._typesetter is None:
            self._typesetter = Typesetter()
        return self._typesetter.set(self.kit.templates[template].text, data, day, pictures)

    def file(self, path: str) -> bytes:
        """Return the bytes of a file of the site's folder."""
        return bytes_at(self.kit.root, path)

    def picture(self, path: str, digest: str, size: tuple[int, int], format: str, drawing: bool) -> bytes:
        """Return a copy of the picture at *path* of the site's folder, whose digest is *digest*."""
        return copy_of_picture(self.kit.root, path, digest, size, format, drawing)

    def _place(self, error: Exception, template: str) -> tuple[str, int]:
        """Return the template and the line in which *error* arose."""
        name, line = template, 1
        trace = error.__traceback__
        while trace:
            if trace.tb_frame.f_code.co_filename == "<template>" or "__jinja_template__" in trace.tb_frame.f_globals:
                name = trace.tb_frame.f_globals.get("name", name)
                line = trace.tb_lineno
            trace = trace.tb_next
        return name, line


@lru_cache(maxsize=12)
def _environment(lang: str, templates: tuple[tuple[str, str], ...]) -> jinja2.Environment:
    """Return what compiles templates for *lang*; kept from build to build, for compiling takes longer than drawing."""
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(dict(templates)), undefined=jinja2.StrictUndefined, autoescape=True, trim_blocks=True,
        lstrip_blocks=True, extensions=[i18n], auto_reload=False, keep_trailing_newline=True,
    )  # fmt: skip
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(words(lang), newstyle=True)  # type: ignore[attr-defined]
    sentences.install(environment, words(lang))
    environment.filters |= _filters(lang)
    return environment


def _filters(lang: str) -> dict[str, Callable[..., Any]]:
    """Return the filters that templates of *lang* may use."""

    @jinja2.pass_context
    def url(context: jinja2.runtime.Context, address: str) -> str:
        """Write an address of this site relative to the page; any other as it is."""
        return str(context["root"]) + address[1:] or "./" if address.startswith("/") else address

    @jinja2.pass_context
    def shown(context: jinja2.runtime.Context, figure: Figure, alt: str) -> Markup:
        """Write the picture that a page begins with, which a reader is not to wait for."""
        return Markup(picture(figure, partial(url, context), Markup(' alt="{}"').format(alt), lazy=False))

    @jinja2.pass_context
    def moment(context: jinja2.runtime.Context, day: date, clock: str = "") -> str:
        """Write a day, or a time of the site's timezone with its offset where one is known (ISO 8601)."""
        return dates.moment(day, clock, context["site"].timezone) if clock else day.isoformat()

    return {
        "url": url,
        "picture": shown,
        "moment": moment,
        "shared": lambda text: " ".join(withheld(text, lang).split()),
        "json": lambda text: htmlsafe_json_dumps(withheld(text, lang), ensure_ascii=False),
        "day": lambda day: dates.day(day, lang),
        "long_day": lambda day: dates.long_day(day, lang),
        "weekday": lambda day: dates.weekday(day, lang),
        "month": lambda day: dates.month(day, lang),
        "clock": lambda clock: dates.clock(clock, lang),
        "number": lambda number: dates.number(number, lang),
        "file_size": lambda size: dates.file_size(size, lang),
        "role": lambda text: role(text, lang),
    }


def _linked(html: str, targets: Targets, where: Callable[[str], str], pictures: bool) -> str:
    """Return *html* with an address in place of each mark; a link to what isn't on view loses its element, a picture is left out."""
    if LINK_START not in html:
        return html
    for number, target in enumerate(targets):
        if pictures and isinstance(target, Figure):
            html = with_pictures(html, f"{LINK_START}{number}{LINK_END}", target, where)
        if not target:
            html = re.sub(f"<a\\b[^>]*{LINK_START}{number}{LINK_END}[^>]*>(.*?)</a>", r"\1", html, flags=re.DOTALL)
            html = re.sub(f"<img\\b[^>]*{LINK_START}{number}{LINK_END}[^>]*>", "", html)
    return TARGET.sub(lambda found: str(Markup.escape(where(_address(targets[int(found[1])])))), html)


def _address(target: str | Figure) -> str:
    return target.address if isinstance(target, Figure) else target


def withheld(text: str, lang: str) -> str:
    """Return *text* as a feed, and whatever else others keep, may have it: no personal data, from the first day."""
    return _without_controls(PERSONAL.sub(IN_FEEDS[lang], text)) if PERSONAL_START in text else text


def _without_controls(text: str) -> str:
    return text.translate(CONTROLS) if PERSONAL_START in text or PERSONAL_END in text else text


