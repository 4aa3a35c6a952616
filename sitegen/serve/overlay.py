"""What the preview adds to a page on its way out: a panel with the faults, and the script that loads the page anew.

Knows HTML and the faults' words. Must not know where a page comes from.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup
from msgspec import Struct

from sitegen.diagnostics import Diagnostic, is_error
from sitegen.locale import words
from sitegen.serve.shown import Shown

EVENTS = "/.sitegen/events"

# A browser keeps six connections to one server, so a window that is out of sight gives its own back.
_SCRIPT = """<script>
(() => {
  let events = null
  const follow = () => {
    if (document.hidden) { events?.close(); events = null }
    else if (!events) {
      events = new EventSource("%(events)s")
      events.onmessage = (event) => { if (event.data !== "%(version)s") location.reload() }
    }
  }
  document.addEventListener("visibilitychange", follow)
  follow()
})()
</script>"""

_STYLE = """<style>
:host { all: initial }
details { position: fixed; z-index: 2147483647; inset: auto 0 0 0; max-height: 60vh; overflow: auto; box-sizing: border-box;
  padding: .75rem 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff5f5;
  border-top: 4px solid #b3001b; overflow-wrap: anywhere }
details.warnings { inset: auto 0 0 auto; max-width: min(40rem, 100vw); background: #fffbe6; border-top-color: #8a6100 }
details.page { position: static; max-height: none }
summary { font-weight: 700; cursor: pointer }
ol { margin: .5rem 0 0; padding-left: 1.5rem }
li { margin-bottom: .75rem }
code { display: block; font: .875rem/1.5 ui-monospace, monospace }
.hint { display: block; color: #444 }
</style>"""

_FAULT = Markup('<li><code>{place} {code}</code><b>{message}</b> <span class="hint">{hint}</span></li>')
_PANEL = Markup('<details class="{kind}"{open}><summary>{summary}</summary>{note}<ol>{faults}</ol></details>')
_HOST = Markup('<div id="sitegen-preview" lang="{}"><template shadowrootmode="open">{}{}</template></div>')
_PAGE = Markup("""<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>body {{ font-family: system-ui, sans-serif }}</style>
</head>
<body>
<h1>{title}</h1>
{panels}
{script}
</body>
</html>
""")


class Words(Struct, frozen=True):
    """A fault in the user's words: where it is, its code, what is wrong and how it is mended."""

    place: str
    code: str
    message: str
    hint: str


class Speech(Struct, frozen=True):
    """The user's language, and how faults and failures are put into it."""

    lang: str
    fault: Callable[[Diagnostic], Words]
    failure: Callable[[Exception], Words]


def with_overlay(page: bytes, shown: Shown, speech: Speech) -> bytes:
    """Return an HTML page with the faults and the script in it."""
    added = (_panels(shown, speech, "") + _script(shown)).encode()
    at = max(page.rfind(b"</body>"), 0) or max(page.rfind(b"</html>"), 0) or len(page)
    return page[:at] + added + page[at:]


def page_without_site(shown: Shown, speech: Speech) -> bytes:
    """Return the page that stands for the site as long as none could be built."""
    _ = words(speech.lang).gettext
    title = _("The site can't be built yet") if shown.faults or shown.failure else _("The site is being built")
    panels = _panels(shown, speech, " page")
    return _PAGE.format(lang=speech.lang, title=title, panels=panels, script=_script(shown)).encode()


def _script(shown: Shown) -> Markup:
    return Markup(_SCRIPT % {"events": EVENTS, "version": shown.version})


def _panels(shown: Shown, speech: Speech, where: str) -> Markup:
    """Return the panel of what stops the build, or else the smaller one of warnings; nothing where all is well."""
    t = words(speech.lang)
    errors = [fault for fault in shown.faults if is_error(fault)]
    told = (
        [speech.failure(shown.failure)] if shown.failure else [speech.fault(fault) for fault in errors or shown.faults]
    )
    if not told:
        return Markup()
    count = len(told)
    note = Markup()
    if shown.failure or errors:
        kind, summary = "errors", t.ngettext("{count} fault stops the build", "{count} faults stop the build", count)
        if shown.stands:
            note = Markup("<p>{}</p>").format(t.gettext("The page is as it was before."))
    else:
        kind, summary = "warnings", t.ngettext("{count} warning", "{count} warnings", count)
    panel = _PANEL.format(
        kind=kind + where,
        open=Markup(" open") if kind == "errors" else "",
        summary=summary.format(count=count),
        note=note,
        faults=Markup().join(_fault(one) for one in told),
    )
    return _HOST.format(speech.lang, Markup(_STYLE), panel)


def _fault(fault: Words) -> Markup:
    return _FAULT.format(place=fault.place, code=fault.code, message=fault.message, hint=fault.hint)
