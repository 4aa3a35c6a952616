"""The accessibility statement (saavutettavuusseloste): of site.toml, and of what the program's tests know.

Knows what the Act asks a statement to say (laki digitaalisten palvelujen tarjoamisesta 306/2019 9 §). Knows nothing of content.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from sitegen.config import Accessibility, Config
from sitegen.index.addresses import file_of
from sitegen.index.site import Site
from sitegen.law.accessibility import ANSWER_DAYS, TRAFICOM
from sitegen.locale import words
from sitegen.outputs.shell import hub_title, list_shell
from sitegen.outputs.tested import TESTED
from sitegen.outputs.views import Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan


class AuthorityView(Struct, frozen=True):
    """The authority that sees to accessibility: its name, and how to reach it; what isn't known is empty."""

    name: str
    address: str
    email: str
    phone: str


class StatementView(Shell, frozen=True, kw_only=True):
    """The accessibility statement.

    ``status`` is ``full``, ``partial`` or ``none``, ``assessed`` is ``self``, ``outside`` or ``not-yet``, ``drawn_up`` the
    statement's day. ``feedback`` is an e-mail address or an address, empty where none is known; it is answered within
    ``answer_days``. ``shortcomings_words`` is the language of the shortcomings where it isn't the page's, ``tested`` are sentences.
    """

    status: str
    assessed: str
    drawn_up: date | None
    feedback: str
    answer_days: int
    shortcomings: tuple[str, ...]
    shortcomings_words: str
    tested: tuple[str, ...]
    authority: AuthorityView


def statements(site: Site) -> Iterator[Plan]:
    """Yield the accessibility statement in every language of the site."""
    config = site.config
    said = config.accessibility or Accessibility()
    others = {lang: site.addresses.hub("accessibility", lang) for lang in config.languages}
    for lang, address in others.items():
        spoken = next((one for one in (lang, *config.languages) if said.shortcomings.get(one)), lang)
        base = list_shell(site, lang, address, hub_title("accessibility", lang), others)
        view = StatementView(
            **base,
            status=said.status, assessed=said.assessed, drawn_up=said.date, answer_days=ANSWER_DAYS,
            feedback=said.feedback or config.organisation.feedback or config.organisation.registry.email,
            shortcomings=tuple(said.shortcomings.get(spoken, ())), shortcomings_words=spoken if spoken != lang else "",
            tested=tuple(words(lang).gettext(one.sentence) for one in TESTED), authority=_authority(config, said, lang),
        )  # fmt: skip
        yield Plan(file_of(address), draw_statement, view, "statement.html", lang)


def _authority(config: Config, said: Accessibility, lang: str) -> AuthorityView:
    """Return the authority that site.toml names, else the one that the law does."""
    if not said.authority:
        return AuthorityView(TRAFICOM.names[lang], TRAFICOM.addresses[lang], TRAFICOM.email, TRAFICOM.phone)
    name = said.authority.get(lang) or said.authority.get(config.language) or next(iter(said.authority.values()))
    return AuthorityView(name, said.authority_address, said.authority_email, said.authority_phone)


def draw_statement(pen: Pen, view: StatementView) -> bytes:
    """Draw the statement."""
    return pen.page("statement.html", view.lang, view.address, view)
