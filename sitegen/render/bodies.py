"""Bodies of all texts: made once, remembered by the digest of what they are made of.

Knows the store and the executor. Knows nothing of files but through the reader that is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from concurrent.futures import Executor
from hashlib import blake2b

import msgspec
from msgspec import Struct

from sitegen.content.hidden import veiled
from sitegen.index.things import Seen
from sitegen.law.stages import Shown
from sitegen.model.body import Mode, Outline, has_stray_mark
from sitegen.model.facts import AnyFacts, Document, Item
from sitegen.render.body import make_body
from sitegen.render.store import Store
from sitegen.work import in_order

CHUNK = 25

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Outline).decode


class Text(Struct, frozen=True):
    """A text to make a body of: its key, how it is read, and itself, or the file where it stands if it's empty."""

    key: str
    mode: Mode
    lang: str
    path: str
    text: str = ""


TextOf = Callable[[str], str]


def see(
    shown: list[Shown], program: str, store: Store, text_of: TextOf, executor: Executor | None, faulty: frozenset[str] = frozenset()
) -> tuple[list[Seen], dict[str, Outline]]:
    """Return what may be seen with its bodies, and the outline of each file's whole text by path.

    Checks read whole texts, hidden parts too, so that no fault comes to light on a later day; such an outline is
    never remembered. Drafts have none. Nor is any body of a *faulty* file or of its translation: what it should
    hide isn't known.
    """
    texts = {one.record.path: text for one in shown if (text := _text(one, program))}
    unsure = {texts[one.record.path].key for one in shown if one.record.path in texts and faulty & {one.record.path, one.record.original}}
    outlines = make_bodies(list(texts.values()), store, text_of, executor, unsure)
    seen: list[Seen] = []
    whole: dict[str, Outline] = {}
    for one in shown:
        path, text = one.record.path, texts.get(one.record.path)
        seen.append(Seen(one, outlines[text.key], text.key) if text else Seen(one))
        if one.text is None and text:
            whole[path] = outlines[text.key]
        elif one.text is not None and one.record.text and one.state != "draft":
            whole[path] = make_body(veiled(text_of(path)), mode_of(one.record.facts), one.record.lang).outline
    return seen, whole


def outline_of_item(text: str, lang: str) -> Outline:
    """Return the outline of an item's Markdown, which isn't remembered."""
    return make_body(text, "item", lang).outline


def mode_of(facts: AnyFacts) -> Mode:
    """Return how a file's text is read."""
    return "item" if isinstance(facts, Item) else "document" if isinstance(facts, Document) else "plain"


def _text(shown: Shown, program: str) -> Text | None:
    """Return the text that may be seen, or None where there is none."""
    record = shown.record
    digest = record.text if shown.text is None else blake2b(shown.text.encode(), digest_size=16).hexdigest()
    if shown.text == "" or not digest:
        return None
    mode = mode_of(record.facts)
    return Text(f"{program}:{mode}:{record.lang}:{digest}", mode, record.lang, record.path, shown.text or "")


def make_bodies(
    texts: list[Text], store: Store, text_of: TextOf, executor: Executor | None, unsure: Collection[str] = ()
) -> dict[str, Outline]:
    """Return the outline of each text by its key; bodies that the store doesn't have are made and put there.

    Those of *unsure* keys are not, nor those in which a mark of hidden words is not in its form.

    *text_of* is a function of a module: it is called in the workers.
    """
    known = store.outlines()
    outlines = {text.key: _decode(known[text.key]) for text in texts if text.key in known}
    missing = list({text.key: text for text in texts if text.key not in known}.values())
    chunks = [(text_of, missing[at : at + CHUNK]) for at in range(0, len(missing), CHUNK)]
    made = map(_make_chunk, chunks) if executor is None or len(chunks) < 2 else in_order(executor, _make_chunk, chunks)
    for rows in made:
        found = {key: _decode(outline) for key, outline, _ in rows}
        outlines |= found
        store.add_bodies(row for row in rows if row[0] not in unsure and not has_stray_mark(found[row[0]]))
    store.flush()
    return outlines


def _make_chunk(work: tuple[TextOf, list[Text]]) -> list[tuple[str, bytes, bytes]]:
    """Make some bodies in a worker, encoded as the store keeps them."""
    text_of, texts = work
    bodies = ((text.key, make_body(text.text or text_of(text.path), text.mode, text.lang)) for text in texts)
    return [(key, _encode(body.outline), _encode(body.prose)) for key, body in bodies]
