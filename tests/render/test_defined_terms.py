"""Terms of definition lists: what they are called, what explains them and how they can be linked to."""

from __future__ import annotations

from sitegen.model.body import Term
from sitegen.render.body import make_body

TEXT = """\
## Pykälä

Pykälä
:   Yhden **asian** käsittely.
:   Toinen selitys.

Kehys
Raha
:   [Maija Esimerkki]{.personal} tietää.

Jaosto {#oma}
:   Osa.
"""


def test_each_term_has_its_first_explanation() -> None:
    """Names in a row share one; an author's own id is kept, no heading's is taken, and personal data are not told."""
    outline = make_body(TEXT, "plain", "fi").outline
    assert outline.glossary == (
        Term("Pykälä", "Yhden asian käsittely.", "pykala-2"),
        Term("Kehys", "… tietää.", "kehys"),
        Term("Raha", "… tietää.", "raha"),
        Term("Jaosto", "Osa.", "oma"),
    )
    assert {"pykala", "pykala-2", "kehys", "raha", "oma"} == {*outline.ids}


def test_minutes_explain_no_terms() -> None:
    """What an item's text defines is its own matter, and its HTML stays as it was."""
    body = make_body("Kehys\n:   Raja.\n", "item", "fi")
    assert body.outline.glossary == () and "<dt>Kehys</dt>" in body.prose.sections[0].html
