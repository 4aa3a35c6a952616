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
        N_("A page of each kind is examined with axe-core against WCAG 2.2, levels A and AA, in each language, in light and dark colours."),
        "tests/templates/test_axe.py::test_every_kind_of_page_can_be_used_by_all",
    ),
    Tested(
        N_("The contrast of text is at least 7:1 in light and in dark colours."),
        "tests/templates/test_sight.py::test_every_text_as_drawn_stands_out_from_its_ground",
    ),
    Tested(
        N_("The links, buttons and fields of a page can be reached with the keyboard alone, in their order."),
        "tests/templates/test_keyboard.py::test_the_keys_reach_everything_in_its_order",
    ),
    Tested(
        N_("What has the focus of the keyboard is seen, in colours that the reader has chosen too."),
        "tests/templates/test_keyboard.py::test_where_one_is_is_seen_in_the_readers_own_colours",
    ),
    Tested(
        N_("Search and its filters can be used with the keyboard alone, and screen readers tell what is found."),
        "tests/search/test_search_page.py::test_filters_work_from_the_keyboard",
    ),
    Tested(
        N_("Headings are in order, and each part of a page has a name of its own for screen readers."),
        "tests/templates/test_pages.py::test_every_page_has_one_first_heading_and_the_rest_in_order",
    ),
    Tested(
        N_("On a screen 320 pixels wide nothing but tables has to be scrolled sideways."),
        "tests/templates/test_sight.py::test_no_page_is_wider_than_a_small_screen",
    ),
    Tested(
        N_("No text is cut off or covered when a reader sets lines, words and letters farther apart."),
        "tests/templates/test_sight.py::test_text_may_be_spaced_wider",
    ),
    Tested(
        N_("The HTML of every page is valid."),
        "tests/templates/test_pages.py::test_every_page_is_valid_html",
    ),
    Tested(
        N_("The PDFs of items and of minutes are made for screen readers, and a sample of them is examined against PDF/UA-1."),
        "tests/evidence/test_whole_sites_on_paper.py::test_a_sample_can_be_read_by_all",
    ),
)
