"""Sentences of templates, translated when a template is compiled."""

from __future__ import annotations

from gettext import NullTranslations

import jinja2
from jinja2.ext import i18n

from sitegen.render import sentences


class Counting(NullTranslations):
    """Translates by brackets, and counts how often it is asked."""

    asked = 0

    def gettext(self, message: str) -> str:
        """Return *message* in brackets."""
        self.asked += 1
        return f"[{message}]"


def drawn(template: str, times: int = 1, **names: object) -> tuple[str, int]:
    """Return what *template* becomes when it is drawn *times* times, and how often translations were asked."""
    words = Counting()
    environment = jinja2.Environment(extensions=[i18n], autoescape=True)
    environment.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]
    sentences.install(environment, words)
    compiled = environment.from_string(template)
    texts = {compiled.render(names) for _ in range(times)}
    return texts.pop(), words.asked


def test_a_sentence_is_translated_once_however_often_it_is_drawn() -> None:
    """Translations are asked when a template is compiled, not when a page is drawn."""
    assert drawn('<p>{{ _("News") }}</p>', times=3) == ("<p>[News]</p>", 1)


def test_a_sentence_may_stand_in_any_expression() -> None:
    """Wherever a template may write a text it may write a sentence."""
    template = '{% set names = {"a": _("one")} %}{{ names.a }} {{ _("Two").lower() if yes else _("three") }}'
    assert drawn(template, yes=True)[0] == "[one] [two]"
    assert drawn(template, yes=False)[0] == "[one] [three]"


def test_a_sentence_with_variables_is_left_to_jinja() -> None:
    """Where variables stand in a sentence they are put in, and escaped, each time."""
    assert drawn('{{ _("by %(name)s", name=name) }}', name="<b>")[0] == "[by &lt;b&gt;]"


def test_a_sentence_is_safe_and_has_single_percent_signs() -> None:
    """It comes out as Jinja's own translation would: not escaped, and with ``%%`` as one sign."""
    assert drawn('{{ _("a &amp; 5 %%") }}')[0] == "[a &amp; 5 %]"
