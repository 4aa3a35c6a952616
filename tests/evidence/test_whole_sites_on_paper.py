"""The PDFs of whole sites: the shipped one, and one that was made from real pages."""

from __future__ import annotations

import pytest
from papers import barriers_in
from sites import Site

FEW = 5


def papers_of(site: Site) -> list[str]:
    """Return the paths of the PDFs that were set, in order."""
    return sorted(path for path, (kind, _) in site.built.sources.items() if kind.endswith("_paper"))


def test_a_sample_can_be_read_by_all(whole: Site) -> None:
    """A few of the PDFs, from all over the site, conform to PDF/UA-1."""
    paths = papers_of(whole)
    sample = paths[:: max(1, len(paths) // FEW)]
    assert sample
    assert {path: found for path in sample if (found := barriers_in(whole.output / path))} == {}


@pytest.mark.soak
def test_all_can_be_read_by_all(whole: Site) -> None:
    """Every one of the PDFs conforms to PDF/UA-1."""
    assert {path: found for path in papers_of(whole) if (found := barriers_in(whole.output / path))} == {}


def test_beside_each_page_of_an_item_stands_its_pdf(whole: Site) -> None:
    """There is a PDF beside each page of an item, and no page leads to one that isn't there."""
    pages = {path.rpartition("/")[0] for path, (kind, _) in whole.built.sources.items() if kind == "item"}
    assert pages == {path.rpartition("/")[0] for path in papers_of(whole) if whole.built.sources[path][0] == "item_paper"}
    assert set(papers_of(whole)) <= whole.files.keys()
