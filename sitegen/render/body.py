"""Bodies: a text's Markdown becomes its sections' HTML and an outline of what they hold.

Knows the stages on the way: the text made ready, its tree, its headings, its HTML sanitised and counted. A pure
function; must not know files, the day, addresses of pages, or who reads the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from sitegen.law.lint import doubts
from sitegen.model.body import Body, Heading, Mode, Outline, Prose, Section
from sitegen.model.sections import known_kind
from sitegen.model.terms import terms_of
from sitegen.render.census import Census
from sitegen.render.headings import Found, heading_ids, judge_headings
from sitegen.render.markdown.blocks import PLACE
from sitegen.render.markdown.engine import Engine, Parsed, engine_for
from sitegen.render.places import Faults, without_marks
from sitegen.render.sanitise import sanitise, what_is_taken
from sitegen.render.source import Source, page_id, prepare
from sitegen.render.terms import find_terms
from sitegen.render.words import count_words, excerpt, plain

_NOTES = {"fi": "Alaviitteet", "sv": "Fotnoter", "en": "Footnotes"}
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HEADING = re.compile(r'<h([1-6])((?: [^\s=>"]+="[^"]*")*)>(.*?)</h\1>', re.DOTALL)
_IN_A_NUMBER = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9])|[%€])|(?<=§) (?=[0-9])")
_ID = re.compile(r' id="([^"]*)"')

_Headings = dict[Element, Found]


def make_body(text: str, mode: Mode, lang: str) -> Body:
    """Return the body of *text*, the redacted Markdown below a file's front matter; any text has one.

    What is wrong in the text is told in the outline's faults. *lang* is that of the words which are added to the text;
    they are English where it is neither ``fi`` nor ``sv``.
    """
    lang = lang if lang in _NOTES else "en"
    text = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)
    faults = Faults(text)
    source = prepare(text, mode, lang)
    engine = engine_for(lang)
    parsed = engine.parse(source.markdown)
    headings = _find_headings(engine, parsed, mode, {page_id(page.number, lang) for page in source.pages})
    judge_headings(headings.values(), mode, faults)
    taken = {heading.id for heading in headings.values()}
    terms = find_terms(engine, parsed.blocks, taken | _ids(parsed)) if mode == "plain" and "\n:" in source.markdown else ()
    census = Census(text, faults, taken)
    sections = tuple(_sections(engine, parsed, headings, census))
    footnotes = _footnotes(engine, parsed, census, lang)
    htmls = [section.html for section in sections]
    _judge_source(source, census, faults)
    for doubt in doubts(text, lang):
        faults.note(doubt.code, doubt.offset, **doubt.args)
    if any("<" in raw for raw in parsed.raw):
        _judge_raw(text, parsed, faults)
        _judge_raw_headings(text, [*htmls, footnotes], headings, mode, faults)
    outline = Outline(
        headings=tuple(Heading(found.title, found.id, found.kind) for found in headings.values() if found.begins),
        ids=tuple(census.ids),
        targets=tuple(census.targets),
        words=count_words([*(section.title for section in sections), *htmls, footnotes]),
        excerpt=excerpt(htmls),
        pages=tuple(page.number for page in source.pages),
        glossary=terms,
        faults=faults.sorted(),
        terms=terms_of(plain(html) for html in htmls),
    )
    return Body(outline, Prose(sections, footnotes))


def _find_headings(engine: Engine, parsed: Parsed, mode: Mode, taken: set[str]) -> _Headings:
    """Return the headings of a text in order, each with its id; no element but a heading may take that id."""
    elements = [element for block in _blocks(parsed) for element in block.iter()]
    own = {element: element.attrib.pop("id", "") or "" for element in elements if element.tag in _HEADING_TAGS}
    taken = taken | {element.get("id") or "" for element in elements}
    htmls = [sanitise(engine.draw_inside(element)) for element in own]
    titles = [plain(html) for html in htmls]
    ids = heading_ids(titles, list(own.values()), taken)
    headings: _Headings = {}
    for element, html, title, id in zip(own, htmls, titles, ids, strict=True):
        element.set("id", id)
        headings[element] = Found(
            level=int(element.tag[1]),
            offset=int(element.attrib.pop(PLACE, "-1")),
            title=title,
            html=html,
            id=id,
            begins=element.tag == "h2" and element in parsed.blocks,
            kind=known_kind(title) if mode == "item" else "",
        )
    return headings


def _ids(parsed: Parsed) -> set[str]:
    return {element.get("id") or "" for block in _blocks(parsed) for element in block.iter()}


def _blocks(parsed: Parsed) -> Iterator[Element]:
    yield from parsed.blocks
    if parsed.notes is not None:
        yield parsed.notes


def _sections(engine: Engine, parsed: Parsed, headings: _Headings, census: Census) -> Iterator[Section]:
    """Yield each section: a second-level heading and what follows it; what comes before the first has no heading."""
    groups: list[tuple[Element | None, list[Element]]] = [(None, [])]
    for block in parsed.blocks:
        if block in headings and headings[block].begins:
            groups.append((block, []))
        else:
            groups[-1][1].append(block)
    for heading, blocks in groups:
        if heading is None:
            html = census.take(_drawn(engine, blocks))
            if html:
                yield Section(html)
        else:
            found = headings[heading]
            census.ids.append(found.id)
            title = census.take(found.html)
            yield Section(census.take(_drawn(engine, blocks)), title, found.id, found.kind)


def _drawn(engine: Engine, blocks: Iterable[Element]) -> str:
    """Return the HTML of *blocks*, sanitised; a number isn't parted at the end of a line from its other digits, nor from its sign."""
    return _IN_A_NUMBER.sub("\N{NO-BREAK SPACE}", sanitise(engine.draw(blocks)))


def _footnotes(engine: Engine, parsed: Parsed, census: Census, lang: str) -> str:
    if parsed.notes is None:
        return ""
    notes = census.take(_drawn(engine, [parsed.notes]))
    return f'<div class="footnotes" role="doc-endnotes" aria-label="{_NOTES[lang]}">\n{notes}\n</div>'


def _judge_source(source: Source, census: Census, faults: Faults) -> None:
    """Note marks that are no spans, spans that can't be taken out as wholes, and pages that don't rise."""
    for place in (*source.strays, *(place for place in source.personal if place not in census.personal)):
        faults.note("TX006", place)
    for before, page in pairwise(source.pages):
        if page.number <= before.number:
            faults.note("TX008", page.offset, page=str(page.number), before=str(before.number))


def _judge_raw(text: str, parsed: Parsed, faults: Faults) -> None:
    """Note the raw HTML from which sanitising takes something."""
    searched: dict[str, int] = {}
    for raw in parsed.raw:
        if taken := what_is_taken(raw):
            written = without_marks(raw).strip()
            searched[written] = text.find(written, searched.get(written, -1) + 1)
            faults.note("TX005", searched[written], found=taken)


def _judge_raw_headings(text: str, htmls: list[str], headings: _Headings, mode: Mode, faults: Faults) -> None:
    """Note headings that were written as HTML where Markdown's would have a meaning."""
    ids = {found.id for found in headings.values()}
    for html in htmls:
        for heading in _HEADING.finditer(html):
            level, attributes, title = heading[1], heading[2], plain(heading[3])
            if any(id in ids for id in _ID.findall(attributes)):
                continue
            written = re.search(f"<h{level}", text, re.IGNORECASE)
            place = written.start() if written else 0
            if level == "1":
                faults.note("TX002", place, found="1", expected="2")
            if mode == "item" and known_kind(title):
                faults.note("TX004", place, heading=title)
