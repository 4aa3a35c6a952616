"""Sentences: those of a template are translated once, when it is compiled, not each time that it is drawn.

Knows Jinja's tokens. An environment speaks one language, so a sentence without variables is as fixed as the HTML around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

import jinja2
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

CALL = ("name", "lparen", "string", "rparen")


def install(environment: jinja2.Environment, words: NullTranslations) -> None:
    """Let *environment* translate ``_("…")`` with *words* when it compiles a template."""
    environment.extend(words=words)
    environment.add_extension(Sentences)


class Sentences(Extension):
    """Puts a translated string in place of each ``_("…")``; it is safe, as what Jinja's own translations return."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of a template with its sentences translated."""
        tokens = list(stream)
        place = 0
        while place < len(tokens):
            token = tokens[place]
            if token.value == "_" and tuple(one.type for one in tokens[place : place + len(CALL)]) == CALL:
                words: NullTranslations = self.environment.words  # type: ignore[attr-defined]
                text = words.gettext(tokens[place + 2].value) % {}
                pieces = (("lparen", "("), ("string", text), ("pipe", "|"), ("name", "safe"), ("rparen", ")"))
                yield from (Token(token.lineno, kind, value) for kind, value in pieces)
                place += len(CALL)
            else:
                yield token
                place += 1
