"""What each edition of the program is tested for, as its accessibility statement tells it.

One row a test: the sentence, and the test that makes it true. Knows nothing of pages; a test holds that these tests are there.
"""

from __future__ import annotations

from msgspec import Struct

from sitegen.diagnostics import N_


class Tested(Struct, frozen=True):
    """A sentence (an English message id), and the test that stands for it: the file and the function."""

    sentence: str
    test: str


TESTED = (
    Tested(
        N_("Pages are examined with axe-core against WCAG 2.2, levels A and AA, in each language, in light and in dark colours."),
        "tests/templates/test_axe.py::test_pages_that_carry_the_law_can_be_used_by_all",
    ),
    Tested(
        N_("The contrast of text is at least 7:1 in light and in dark colours."),
        "tests/templates/test_style.py::test_text_stands_out_from_its_ground",
    ),
    Tested(
        N_("The skip link, the menu and the links of a page can be reached with the keyboard alone, and the focus is seen."),
        "tests/templates/test_keyboard.py::test_who_goes_by_keyboard_sees_where_they_are",
    ),
    Tested(
        N_("Headings are in order, and each part of a page has a name of its own for screen readers."),
        "tests/templates/test_pages.py::test_every_page_has_one_first_heading_and_the_rest_in_order",
    ),
    Tested(
        N_("On a screen 320 pixels wide nothing but tables has to be scrolled sideways."),
        "tests/templates/test_pages.py::test_no_page_is_wider_than_a_small_screen",
    ),
    Tested(
        N_("The HTML of every page is valid."),
        "tests/templates/test_pages.py::test_every_page_is_valid_html",
    ),
)
